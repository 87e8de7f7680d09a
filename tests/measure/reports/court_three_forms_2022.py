"""A county court, 2022: cases over two years, spending by kind, three projects each on its own form behind the account."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, sort, left over, new, closed in 2022, closed in 2021.
_CASES = (
    ("cr", "刑事", 26, 418, 421, 396),
    ("ci", "民商事", 612, 5874, 5903, 5520),
    ("ad", "行政", 9, 87, 83, 91),
    ("ex", "执行", 438, 3206, 3174, 3058),
)
# Key, project, budget at the start, whole year's budget, spent; (name, target, actual, weight, points).
_FORMS = {
    "a": (
        "办案业务经费",
        ("360.00", "386.50", "379.42"),
        (
            ("产出指标", "数量指标", "审执结案件数", "≥9000件", "{s_c:n}件", "20", "20"),
            ("产出指标", "质量指标", "一审服判息诉率", "≥88%", "91.36%", "15", "15"),
            ("产出指标", "时效指标", "法定审限内结案率", "≥98%", "99.12%", "15", "15"),
            ("效益指标", "社会效益指标", "执行到位金额", "≥1.5亿元", "1.72亿元", "20", "20"),
            ("效益指标", "可持续影响指标", "诉源治理机制", "健全", "基本健全", "10", "8.5"),
            ("满意度指标", "服务对象满意度", "当事人满意度", "≥90%", "{ask_x:p2}%", "10", "9.4"),
        ),
    ),
    "b": (
        "智慧法庭建设",
        ("145.00", "145.00", "118.66"),
        (
            ("产出指标", "数量指标", "建成智慧法庭", "6个", "5个", "20", "16.67"),
            ("产出指标", "质量指标", "系统验收合格率", "100%", "100%", "15", "15"),
            ("产出指标", "成本指标", "单个法庭造价", "≤24万元", "23.5万元", "15", "15"),
            ("效益指标", "社会效益指标", "网上开庭次数", "≥300次", "412次", "30", "30"),
            ("满意度指标", "服务对象满意度", "干警满意度", "≥90%", "93%", "10", "10"),
        ),
    ),
    "c": (
        "人民陪审员经费",
        ("32.40", "32.40", "32.40"),
        (
            ("产出指标", "数量指标", "陪审员参审案件", "≥800件", "{jury:n}件", "25", "25"),
            ("产出指标", "质量指标", "陪审率", "≥80%", "86.7%", "15", "15"),
            ("产出指标", "成本指标", "参审补助标准", "200元/件", "200元/件", "10", "10"),
            ("效益指标", "社会效益指标", "司法公开程度", "提升", "提升", "30", "28"),
            ("满意度指标", "服务对象满意度", "陪审员满意度", "≥90%", "96%", "10", "10"),
        ),
    ),
}


def _books() -> Book:
    book = Book()
    for k, _, old, new, closed, last in _CASES:
        book.count(**{f"{k}_o": old, f"{k}_w": new, f"{k}_c": closed, f"{k}_l": last})
        book.sum(f"{k}_t", f"{k}_o", f"{k}_w")
        book.rate(f"{k}_x", f"{k}_c", f"{k}_t")
        book.year(f"y{k}", f"{k}_c", f"{k}_l")
    for end in "owtcl":
        book.sum(f"s_{end}", *(f"{k}_{end}" for k, *_ in _CASES))
    book.ties.append(Tie("sum", "s_t", ("s_o", "s_w")))
    book.rate("s_x", "s_c", "s_t")
    book.year("ys", "s_c", "s_l")
    book.sum("s_r", "s_t", minus=("s_c",))
    book.count(judges=31)
    book.average("per", "s_c", "judges")
    book.wan(ini="2648.35", add="316.72", cut="22.50", pay="1864.27", pub="352.68")
    book.sum("all", "ini", "add", minus=("cut",))
    for k, (_, money, _) in _FORMS.items():
        for end, text in zip("ibs", money, strict=True):
            book.wan(**{f"f{k}_{end}": text})
        book.rate(f"f{k}_x", f"f{k}_s", f"f{k}_b")
    for end in "ibs":
        book.sum(f"f_{end}", *(f"f{k}_{end}" for k in _FORMS))
    book.rate("f_x", "f_s", "f_b")
    book.sum("base", "pay", "pub")
    book.sum("out", "base", "f_s")
    book.rate("out_x", "out", "all")
    book.sum("left", "all", minus=("out",))
    book.rate("pay_h", "pay", "out")
    book.rate("pub_h", "pub", "out")
    book.rate("f_h", "f_s", "out")
    book.wan(car_b="46.00", car="41.38", eat_b="3.20", eat="1.06", car_l="44.92", eat_l="1.35")
    for end in ("", "_b", "_l"):
        book.sum(f"three{end}", f"car{end}", f"eat{end}")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")
    book.count(ask=350, yes=329, jury=862)
    book.rate("ask_x", "yes", "ask")
    for k, (_, _, rows) in _FORMS.items():
        book.count(**{f"{k}_w": 10})
        book.score(f"{k}_g", f"{k}_w", f"f{k}_x")
        book.values[f"{k}_g"] = round(book.values[f"{k}_g"], 2)
        for n, row in enumerate(rows):
            book.count(**{f"{k}_w{n}": row[5], f"{k}_g{n}": row[6]})
        for end in "wg":
            book.sum(f"{k}_{end}all", f"{k}_{end}", *(f"{k}_{end}{n}" for n in range(len(rows))))
    book.count(three_n=3)
    book.sum("g_all", "a_gall", "b_gall", "c_gall")
    book.average("g_mean", "g_all", "three_n")
    return book


def _form(paper: Paper, number: int, key: str) -> None:
    name, _, lines = _FORMS[key]
    paper.centre(f"附件{number}")
    paper.centre("项目支出绩效自评表")
    paper.right("（2022年度）　单位：万元")
    rows = [
        f"项目名称|>|{name}|>|>|>|>",
        "主管部门|>|山阴县人民法院|>|>|实施单位|山阴县人民法院",
        f"项目资金|>|年初预算数|全年预算数|全年执行数|执行率|得分（{{{key}_w:s0}}分）",
        f"年度资金总额|>|{{f{key}_i:w2}}|{{f{key}_b:w2}}|{{f{key}_s:w2}}|{{f{key}_x:p2}}%|{{{key}_g:s2}}",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    ]
    seen = ""
    for n, (one, two, title, goal, real, *_) in enumerate(lines):
        head = "^" if one == seen else one
        seen = one
        rows.append(f"{head}|{two}|{title}|{goal}|{real}|{{{key}_w{n}:s0}}|{{{key}_g{n}:s2z}}")
    rows.append(f"总　　分|>|>|>|>|{{{key}_wall:s0}}|{{{key}_gall:s2z}}")
    paper.table((10, 12, 18, 13, 13, 8, 9), *rows, heads=0)


def build() -> Paper:
    """Return the report."""
    paper = Paper("court_three_forms_2022", _books())
    paper.title("山阴县人民法院")
    paper.title("2022年度部门整体支出绩效自评报告")
    paper.h("一、部门（单位）概况")
    paper.p(
        "山阴县人民法院内设机构11个，派出人民法庭4个，核定政法专项编制78名，年末实有在编人员74人，其中员额法官{judges:n}人；聘用制书记员和辅警36人。"
    )
    paper.h("二、预算执行情况")
    paper.p(
        "（一）预算安排。2022年年初批复预算{ini:w2}万元，年中追加{add:w2}万元，主要用于增资、办案补助等；按规定收回{cut:w2}万元，全年预算{all:w2}万元。"
    )
    paper.p(
        "（二）支出情况。全年支出{out:w2}万元，预算执行率{out_x:p2}%，年末结转{left:w2}万元。其中：基本支出{base:w2}万元，项目支出{f_s:w2}万元。基本支出中人员经费{pay:w2}万元，公用经费{pub:w2}万元。人员经费、公用经费、项目支出占全部支出的比重分别为{pay_h:p2}%、{pub_h:p2}%和{f_h:p2}%。"
    )
    paper.p(
        "（三）项目支出。全年实施项目3个，预算{f_b:w2}万元，支出{f_s:w2}万元，执行率{f_x:p2}%：办案业务经费支出{fa_s:w2}万元，智慧法庭建设支出{fb_s:w2}万元，人民陪审员经费支出{fc_s:w2}万元。年初安排{f_i:w2}万元，差额为年中追加的办案业务经费。"
    )
    paper.p(
        "（四）“三公”经费。全年支出{three:w2}万元，为预算{three_b:w2}万元的{three_x:p2}%，比上年的{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:增长/下降}{y3.g:p2}%。其中公务用车运行维护费{car:w2}万元（预算{car_b:w2}万元），公务接待费{eat:w2}万元（预算{eat_b:w2}万元），无因公出国（境）费。"
    )
    paper.h("三、履职效能情况")
    paper.p(
        "全年旧存案件{s_o:n}件、新收{s_w:n}件，共受理{s_t:n}件，审执结{s_c:n}件，结案率{s_x:p2}%，未结{s_r:n}件。结案数比2021年的{s_l:n}件{ys:增加/减少}{ys.d:n}件，{ys:上升/下降}{ys.g:p2}%。员额法官人均结案{per:r1}件，比全市平均水平多40余件。",
        "其中，审结刑事案件{cr_c:n}件、行政案件{ad_c:n}件；民商事案件结案{ci_c:n}件，同比{yci:增加/减少}{yci.d:n}件。审结涉黑涉恶案件2件15人，判处五年以上有期徒刑63人。",
    )
    paper.table(
        (10, 10, 10, 10, 10, 10, 12, 10),
        "类别|旧存|新收|受理|结案|结案率|2021年结案|增减",
        *(
            f"{name}|{{{k}_o:n}}|{{{k}_w:n}}|{{{k}_t:n}}|{{{k}_c:n}}|{{{k}_x:p2}}%|{{{k}_l:n}}|{'' if k != 'ad' else '-'}{{y{k}.d:n}}"
            for k, name, *_ in _CASES
        ),
        "合计|{s_o:n}|{s_w:n}|{s_t:n}|{s_c:n}|{s_x:p2}%|{s_l:n}|{ys.d:n}",
    )
    paper.p(
        "人民陪审员参审案件{jury:n}件。通过人民法院调解平台诉前调解成功1726件，线上立案2310件，网上开庭412次。向当事人发出问卷{ask:n}份，满意的{yes:n}份，满意度{ask_x:p2}%。"
    )
    paper.h("四、项目自评结果")
    paper.p(
        "三个项目自评得分分别为{a_gall:s2z}分、{b_gall:s2z}分和{c_gall:s2z}分，平均{g_mean:n2}分。智慧法庭项目全年执行率{fb_x:p2}%，主要因第6个法庭改造推迟到2023年，尾款未支付。具体见附件1至附件3。"
    )
    paper.h("五、存在的问题和改进措施")
    paper.p(
        "一是信息化项目前期准备不足，执行偏慢，由综合办公室在申报2023年预算前完成论证，按季通报进度；二是个别指标设置偏定性，2023年改为可量化的指标。自评结果与预算安排挂钩，并随部门决算一并公开。"
    )
    for number, key in enumerate(_FORMS, 1):
        _form(paper, number, key)
    return paper
