"""A provincial institute, 2021: three funds across the columns, tables in 千元 and text in 万元, balances by fund."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Fund: name, brought forward, budget, received (万元).
_FUNDS = {
    "f": ("财政拨款", "312.46", "6840.00", "7126.80"),
    "t": ("非税收入", "86.20", "1150.00", "1068.35"),
    "o": ("其他收入", "1540.73", "980.00", "1213.92"),
}
# Use: name, spent from each fund in the order above (万元).
_USES = {
    "pay": ("人员经费", "4218.62", "236.40", "118.75"),
    "run": ("公用经费", "486.30", "142.88", "64.20"),
    "lab": ("科研条件建设", "1184.57", "268.00", "0"),
    "res": ("科技攻关专项", "906.24", "187.46", "742.33"),
    "ext": ("技术推广服务", "318.00", "94.15", "126.84"),
}
_PROJECT_BUDGETS = {"lab": "1480.00", "res": "2015.00", "ext": "560.00"}
_MARKS = (
    ("投入", "15", (("绩效目标设定", "7", "6.5"), ("预算配置", "8", "8"))),
    ("过程", "25", (("预算执行", "10", "8.6"), ("预算管理", "10", "10"), ("资产管理", "5", "4.5"))),
    ("产出", "30", (("在研课题", "10", "10"), ("论文专利", "10", "9.5"), ("成果转化", "10", "8.2"))),
    ("效果", "30", (("经济效益", "10", "9"), ("社会效益", "10", "9.3"), ("服务对象满意度", "10", "9.4"))),
)


def _money(book: Book) -> None:
    for place, (fund, (_, carried, budget, got)) in enumerate(_FUNDS.items(), 1):
        book.wan(**{f"{fund}_c": carried, f"{fund}_b": budget, f"{fund}_i": got})
        for use, row in _USES.items():
            if row[place] != "0":
                book.wan(**{f"{use}_{fund}": row[place]})
    for use, row in _USES.items():
        book.sum(use, *(f"{use}_{fund}" for n, fund in enumerate(_FUNDS, 1) if row[n] != "0"))
    for fund in _FUNDS:
        end = f"_{fund}"
        projects = [f"{use}{end}" for use in ("lab", "res", "ext") if f"{use}{end}" in book.values]
        book.sum(f"basic{end}", f"pay{end}", f"run{end}")
        book.sum(f"proj{end}", *projects)
        book.sum(f"all{end}", f"basic{end}", f"proj{end}")
        book.sum(f"{fund}_r", f"{fund}_c", f"{fund}_i", minus=(f"all{end}",))
        book.rate(f"{fund}_x", f"{fund}_i", f"{fund}_b")
    book.sum("basic", "pay", "run")
    book.sum("proj", "lab", "res", "ext")
    book.sum("all", "basic", "proj")
    for total in ("basic", "proj", "all"):
        book.ties.append(Tie("sum", total, tuple(f"{total}_{fund}" for fund in _FUNDS)))
    for end in "cbir":
        book.sum(f"s_{end}", *(f"{fund}_{end}" for fund in _FUNDS))
    book.ties.append(Tie("sum", "s_r", ("s_c", "s_i"), ("all",)))
    book.rate("s_x", "s_i", "s_b")
    for fund in _FUNDS:
        book.rate(f"{fund}_h", f"{fund}_i", "s_i")
    for part in ("basic", "proj"):
        book.rate(f"{part}_h", part, "all")
    for use, budget in _PROJECT_BUDGETS.items():
        book.wan(**{f"{use}_pb": budget})
        book.rate(f"{use}_px", use, f"{use}_pb")
    book.sum("proj_pb", *(f"{use}_pb" for use in _PROJECT_BUDGETS))
    book.rate("proj_px", "proj", "proj_pb")


def _books() -> Book:
    book = Book()
    _money(book)
    book.wan(s_il="8862.40", all_l="9217.55", deal="612.50", paid="438.75")
    book.year("yi", "s_i", "s_il")
    book.year("ya", "all", "all_l")
    book.year("yo", "o_r", "o_c")
    book.count(posts=168, sci=118, adm=21, hand=13, high=56, mid=43, low=19)
    book.sum("staff", "sci", "adm", "hand")
    book.sum("sci", "high", "mid", "low")
    book.rate("high_h", "high", "sci")
    book.rate("mid_h", "mid", "sci")
    book.rate("low_h", "low", "sci")
    book.average("per_sci", "res", "sci")
    book.count(k1=14, k2=39, k3=33, k_l=78, sc=38, core=45, rest=14, plan=90, pat1=11, pat2=14, pat_p=24)
    book.sum("k", "k1", "k2", "k3")
    book.year("yk", "k", "k_l")
    book.sum("papers", "sc", "core", "rest")
    book.rate("papers_x", "papers", "plan")
    book.sum("pats", "pat1", "pat2")
    book.rate("pats_x", "pats", "pat_p")
    book.count(deals=27)
    book.rate("paid_x", "paid", "deal")
    book.average("per_deal", "deal", "deals")
    for n, (_, weight, items) in enumerate(_MARKS):
        for m, (_, full, got) in enumerate(items):
            book.count(**{f"w{n}{m}": full, f"g{n}{m}": got})
            book.sum(f"d{n}{m}", f"w{n}{m}", minus=(f"g{n}{m}",))
        for end in "wgd":
            book.sum(f"{end}{n}", *(f"{end}{n}{m}" for m in range(len(items))))
        if book.values[f"w{n}"] != int(weight):
            raise ValueError(weight)
    for end in "wgd":
        book.sum(end, *(f"{end}{n}" for n in range(len(_MARKS))))
    book.sum("g", "w", minus=("d",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("science_institute_2021", _books(), styled=True)
    paper.title("江源省水产科学研究院")
    paper.title("2021年度单位整体支出绩效自评报告")
    paper.h("一、单位基本概况")
    paper.p(
        "江源省水产科学研究院为省农业农村厅所属公益一类事业单位，核定事业编制{posts:n}名。2021年末在职职工{staff:n}人，按岗位分：科研人员{sci:n}人、管理人员{adm:n}人、工勤人员{hand:n}人。",
        "科研人员中，高级职称{high:n}人、中级职称{mid:n}人、初级职称{low:n}人，占比分别为{high_h:p1}%、{mid_h:p1}%和{low_h:p1}%。",
    )
    paper.h("二、收入支出总体情况")
    paper.p(
        "1、收入情况。2021年收入合计{s_i:w2}万元，较上年{s_il:w2}万元{yi:增加/减少}{yi.d:w2}万元，{yi:增长/下降}{yi.g:p2}%。其中：财政拨款{f_i:w2}万元，占{f_h:p2}%；非税收入{t_i:w2}万元，占{t_h:p2}%；",
        "其他收入{o_i:w2}万元，占{o_h:p2}%。收入完成年度预算{s_b:w2}万元的{s_x:p2}%。",
    )
    paper.p(
        "2、支出情况。2021年支出合计{all:w2}万元，较上年{all_l:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%。其中：基本支出{basic:w2}万元，占总支出的{basic_h:p2}%；项目支出{proj:w2}万元，占总支出的{proj_h:p2}%。",
    )
    paper.p(
        "3、结转结余情况。年初结转结余{s_c:w2}万元，加上本年收入{s_i:w2}万元，减去本年支出{all:w2}万元，年末结转结余{s_r:w2}万元，其中财政拨款结转{f_r:w2}万元，非税收入结转{t_r:w2}万元，其他收入（主要为横向课题经费）结转{o_r:w2}万元。"
    )
    _tables(paper)
    _results(paper)
    return paper


def _tables(paper: Paper) -> None:
    paper.centre("表1 收入预算完成情况")
    paper.right("单位：千元")
    paper.table(
        (10, 9, 9, 9, 9),
        "收入来源|年初预算数|本年收入数|完成预算的%|占收入合计的%",
        *(
            f"{name}|{{{k}_b:q1,}}|{{{k}_i:q1,}}|{{{k}_x:p2}}|{{{k}_h:p2}}"
            for k, (name, *_) in _FUNDS.items()
        ),
        "收入合计|{s_b:q1,}|{s_i:q1,}|{s_x:p2}|100.00",
    )
    paper.centre("表2 支出明细情况")
    paper.right("单位：千元")
    rows = []
    for group, uses in (("basic", ("pay", "run")), ("proj", ("lab", "res", "ext"))):
        title = {"basic": "一、基本支出", "proj": "二、项目支出"}[group]
        rows.append(f"{title}|{{{group}:q1,}}|{{{group}_f:q1,}}|{{{group}_t:q1,}}|{{{group}_o:q1,}}")
        for n, use in enumerate(uses, 1):
            name, *amounts = _USES[use]
            cells = [
                "—" if amount == "0" else f"{{{use}_{fund}:q1,}}"
                for fund, amount in zip(_FUNDS, amounts, strict=True)
            ]
            rows.append("|".join((f"（{'一二三'[n - 1]}）{name}", f"{{{use}:q1,}}", *cells)))
    paper.table(
        (13, 9, 9, 9, 9),
        "支出项目|合计|其中：|>|>",
        "^|^|财政拨款|非税收入|其他收入",
        *rows,
        "支出合计|{all:q1,}|{all_f:q1,}|{all_t:q1,}|{all_o:q1,}",
        heads=2,
    )
    paper.centre("表3 分资金来源结转结余情况")
    paper.right("单位：千元")
    paper.table(
        (10, 10, 9, 9, 10),
        "资金来源|年初结转结余|本年收入|本年支出|年末结转结余",
        *(
            f"{name}|{{{k}_c:q1,}}|{{{k}_i:q1,}}|{{all_{k}:q1,}}|{{{k}_r:q1,}}"
            for k, (name, *_) in _FUNDS.items()
        ),
        "合　计|{s_c:q1,}|{s_i:q1,}|{all:q1,}|{s_r:q1,}",
    )


def _results(paper: Paper) -> None:
    paper.h("三、项目支出执行情况")
    paper.p(
        "全院项目支出预算{proj_pb:w2}万元，实际支出{proj:w2}万元，执行率{proj_px:p2}%。科研条件建设预算{lab_pb:w2}万元、支出{lab:w2}万元，执行率{lab_px:p2}%；科技攻关专项预算{res_pb:w2}万元、支出{res:w2}万元，",
        "执行率{res_px:p2}%；技术推广服务预算{ext_pb:w2}万元、支出{ext:w2}万元，执行率{ext_px:p2}%。",
    )
    paper.h("四、主要绩效")
    paper.p(
        "1、科研立项。全年在研课题{k:n}项，其中国家级{k1:n}项、省部级{k2:n}项、横向课题{k3:n}项，在研课题数比上年的{k_l:n}项{yk:增加/减少}{yk.d:n}项，{yk:增长/下降}{yk.g:p2}%。按科研人员计算，人均科技攻关专项支出{per_sci:w2}万元。"
    )
    paper.p(
        "2、科技产出。发表论文{papers:n}篇（SCI收录{sc:n}篇、中文核心{core:n}篇、一般期刊{rest:n}篇），完成年度计划{plan:n}篇的{papers_x:p2}%。获授权专利{pats:n}件（发明专利{pat1:n}件、实用新型{pat2:n}件），完成年度计划{pat_p:n}件的{pats_x:p2}%。",
    )
    paper.p(
        "3、成果转化。签订技术转让和技术服务合同{deals:n}份，合同金额{deal:w2}万元，平均每份{per_deal:w2}万元；当年到账{paid:w2}万元，到账率{paid_x:p2}%。",
    )
    paper.h("五、评价结论")
    paper.p(
        "经对照《单位整体支出绩效评价指标体系》逐项打分，我院自评得{g:s1z}分，扣{d:s1z}分。投入、过程、产出、效果四类指标得分分别为{g0:s1z}分、{g1:s1z}分、{g2:s1z}分、{g3:s1z}分。",
    )
    rows = []
    for n, (name, _, items) in enumerate(_MARKS):
        for m, (item, *_) in enumerate(items):
            head = "^" if m else name
            rows.append(f"{head}|{item}|{{w{n}{m}:s0}}|{{d{n}{m}:s1z}}|{{g{n}{m}:s1z}}")
        rows.append(f"^|小计|{{w{n}:s0}}|{{d{n}:s1z}}|{{g{n}:s1z}}")
    paper.centre("表4 整体支出绩效评分表")
    paper.table(
        (9, 14, 7, 7, 7), "一级指标|二级指标|标准分|扣分|得分", *rows, "总　计|>|{w:s0}|{d:s1z}|{g:s1z}"
    )
    paper.h("六、存在的主要问题")
    paper.p(
        "一是横向课题经费结转较多。年末其他收入结转{o_r:w2}万元，比年初的{o_c:w2}万元还多{yo.d:w2}万元，部分项目结题滞后。二是科技攻关专项执行率偏低，苗种繁育基地因疫情推迟开工。"
    )
    paper.h("七、改进措施")
    paper.p(
        "一是建立横向课题经费清理制度，结题满一年的结余经费由科研管理处统筹。二是每季度通报课题经费执行进度，7月底前达不到50%的约谈课题负责人。"
    )
    paper.p("附件：整体支出绩效评分表（见表4）。本报告随2021年度部门决算一并公开，结果用于2023年预算安排。")
