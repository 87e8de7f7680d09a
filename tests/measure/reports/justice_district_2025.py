"""A district justice bureau, 2025: the verdict first, 万元 with four decimals, many case counts, points by completion."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_DISPUTES = (
    ("fam", "婚姻家庭", 612, 578),
    ("near", "邻里关系", 884, 921),
    ("deal", "合同及消费", 437, 402),
    ("work", "劳动争议", 298, 341),
    ("hurt", "损害赔偿", 356, 329),
)
_PROJECTS = (
    ("aid", "法律援助办案补贴", "168.0000", "166.7200"),
    ("med", "人民调解以案定补", "96.0000", "96.0000"),
    ("corr", "社区矫正监管", "74.5000", "70.1836"),
    ("law", "“九五”普法启动", "52.0000", "44.6085"),
    ("hall", "公共法律服务中心运行", "61.2000", "58.9417"),
)
# Key, indicator, target, done, unit, weight; the points are the weight times the share done, at most the weight.
_GOALS = (
    ("a", "办理法律援助案件", 1200, 1146, "件", "10"),
    ("b", "开展法治宣传活动", 150, 141, "场", "10"),
    ("c", "培训人民调解员", 800, 776, "人次", "10"),
    ("d", "行政执法案卷评查", 320, 304, "卷", "10"),
)
_MARKS = (
    ("e", "产出指标", "质量指标", "人民调解成功率", "≥97%", "{fixed_x:p2}%", "10", "10"),
    ("f", "产出指标", "时效指标", "行政复议法定期限内审结率", "100%", "100%", "10", "10"),
    ("h", "效益指标", "社会效益指标", "社区矫正对象再犯罪率", "≤0.2%", "0%", "15", "15"),
    ("i", "效益指标", "可持续影响指标", "村（社区）法律顾问作用发挥", "充分", "较充分", "5", "4"),
    ("j", "满意度指标", "服务对象满意度指标", "公共法律服务满意度", "≥95%", "{glad_x:p2}%", "10", "9.3"),
)


def _books() -> Book:
    book = Book()
    extra = (("pay", "", "1284.6000", "1276.3914"), ("day", "", "136.8000", "121.0472"))
    for key, _, budget, spent in (*_PROJECTS, *extra):
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key, *_ in _PROJECTS))
        book.sum(f"base_{end}", f"pay_{end}", f"day_{end}")
        book.sum(f"all_{end}", f"proj_{end}", f"base_{end}")
    for key in ("proj", "base", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.wan(start="1752.4000", all_l="1841.2056")
    book.sum("more", "all_b", minus=("start",))
    book.sum("all_b", "start", "more")
    book.rate("more_x", "more", "start")
    book.year("yall", "all_s", "all_l")
    book.sum("left", "all_b", minus=("all_s",))
    book.wan(three="9.8637", three_b="12.0000", three_l="10.7420", recv="0.6280")
    book.sum("car", "three", minus=("recv",))
    book.sum("three", "car", "recv")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")
    book.count(posts=63, staff=58, dept=37, offices=21, halls=9)
    book.sum("staff", "dept", "offices")
    book.sum("vacant", "posts", minus=("staff",))
    book.rate("staff_x", "staff", "posts")
    _cases(book)
    book.count(w_x="10")
    book.score("g_x", "w_x", "all_x")
    book.values["g_x"] = round(book.values["g_x"], 2)
    for key, _, plan, done, _, weight in _GOALS:
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.count(**{f"w_{key}": weight})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.score(f"g_{key}", f"w_{key}", f"{key}_x")
    book.sum("a_all", "a_d")
    for key, *_, weight, points in _MARKS:
        book.count(**{f"w_{key}": weight, f"g_{key}": points})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}_{key}" for key in "abcdef"))
        book.sum(f"{end}_eff", f"{end}_h", f"{end}_i")
        book.sum(f"{end}_all", f"{end}_x", f"{end}_out", f"{end}_eff", f"{end}_j")
        book.sum(f"{end}_all", f"{end}_x", *(f"{end}_{key}" for key in "abcdefhij"))
    return book


def _cases(book: Book) -> None:
    for key, _, now, last in _DISPUTES:
        book.count(**{f"{key}_n": now, f"{key}_l": last})
    book.count(all_n=2814, all_ln=2787)
    book.sum("oth_n", "all_n", minus=tuple(f"{key}_n" for key, *_ in _DISPUTES))
    book.sum("oth_l", "all_ln", minus=tuple(f"{key}_l" for key, *_ in _DISPUTES))
    keys = [*(key for key, *_ in _DISPUTES), "oth"]
    book.sum("all_n", *(f"{key}_n" for key in keys))
    book.sum("all_ln", *(f"{key}_l" for key in keys))
    for key in keys:
        book.year(f"y{key}", f"{key}_n", f"{key}_l")
    book.year("ydis", "all_n", "all_ln")
    book.count(fixed=2763)
    book.rate("fixed_x", "fixed", "all_n")
    book.average("per_dis", "med_s", "fixed")
    book.count(crime=518, civil=597, aid_l=1083)
    book.count(a_all=1146)
    book.sum("admin", "a_all", minus=("crime", "civil"))
    book.sum("a_all", "crime", "civil", "admin")
    book.year("yaid", "a_all", "aid_l")
    book.average("per_aid", "aid_s", "a_all")
    book.count(corr_0=286, corr_in=214, corr_out=231)
    book.sum("corr_1", "corr_0", "corr_in", minus=("corr_out",))
    book.count(asked=184, took=171, keep=92, void=17, stop=46)
    book.sum("drop", "asked", minus=("took",))
    book.sum("took_done", "keep", "void", "stop")
    book.sum("took_open", "took", minus=("took_done",))
    book.sum("took", "took_done", "took_open")
    book.rate("void_x", "void", "took_done")
    book.count(calls=6318, visits=4027, net=1875, glad=1162, polled=1220)
    book.sum("served", "calls", "visits", "net")
    book.rate("glad_x", "glad", "polled")


def _form(paper: Paper) -> None:
    paper.centre("附件　部门整体支出绩效自评表")
    goals = [
        f"{'产出指标' if n == 0 else '^'}|{'数量指标' if n == 0 else '^'}|{name}|{{{k}_p:n}}{unit}|{{{k}_d:n}}{unit}|{{{k}_x:p2}}%|{{w_{k}:s0}}|{{g_{k}:s2}}"
        for n, (k, name, _, _, unit, _) in enumerate(_GOALS)
    ]
    before = ("产出指标", *(row[1] for row in _MARKS))
    marks = [
        f"{'^' if one == before[n] else one}|{two}|{name}|{target}|{actual}|—|{{w_{k}:s0}}|{{g_{k}:s2}}"
        for n, (k, one, two, name, target, actual, *_) in enumerate(_MARKS)
    ]
    paper.table(
        (7, 8, 12, 9, 9, 8, 5, 6),
        "一级指标|二级指标|三级指标|目标值|完成值|完成率|分值|得分",
        "预算执行|预算执行|部门预算执行率|100%|{all_x:p2}%|{all_x:p2}%|{w_x:s0}|{g_x:s2}",
        *goals,
        *marks,
        "合计|>|>|>|>|>|{w_all:s0}|{g_all:s2}",
    )


def build() -> Paper:
    """Return the report."""
    paper = Paper("justice_district_2025", _books())
    paper.title("宁泉区司法局2025年度部门整体绩效自评报告")
    paper.h("第一部分　自评结论")
    paper.p(
        "经自评，2025年度我局部门整体绩效得分为{g_all:s2}分，其中预算执行{g_x:s2}分、产出指标{g_out:s2}分、效益指标{g_eff:s2}分、满意度指标{g_j:s2}分，评价等次为“优”。主要扣分项为法律援助案件、法治宣传、调解员培训、案卷评查四项数量指标未足额完成，均按完成率折算计分。",
    )
    paper.h("第二部分　部门概况")
    paper.p(
        "区司法局机关内设科室8个，下设司法所{halls:n}个。政法专项编制{posts:n}名，实有{staff:n}人，空编{vacant:n}名，编制使用率{staff_x:p2}%；其中机关{dept:n}人、司法所{offices:n}人。"
    )
    paper.h("第三部分　预算执行与管理")
    paper.p(
        "1.总体情况。年初批复预算{start:w4}万元，年中追加{more:w4}万元（追加率{more_x:p2}%），全年预算{all_b:w4}万元；决算支出{all_s:w4}万元，预算执行率{all_x:p2}%，指标结余{left:w4}万元。决算支出同比{yall:增加/减少}{yall.d:w4}万元（2024年为{all_l:w4}万元），{yall:增长/下降}{yall.g:p2}%。",
    )
    paper.p(
        "2.基本支出。预算{base_b:w4}万元，支出{base_s:w4}万元，执行率{base_x:p2}%：①人员经费支出{pay_s:w4}万元，执行率{pay_x:p2}%；②日常公用经费支出{day_s:w4}万元，执行率{day_x:p2}%。"
    )
    paper.p("3.项目支出。预算{proj_b:w4}万元，支出{proj_s:w4}万元，执行率{proj_x:p2}%，明细如下：")
    paper.table(
        (16, 10, 10, 8),
        "项目名称|预算（万元）|支出（万元）|执行率",
        *(f"{name}|{{{k}_b:w4}}|{{{k}_s:w4}}|{{{k}_x:p2}}%" for k, name, *_ in _PROJECTS),
        "合计|{proj_b:w4}|{proj_s:w4}|{proj_x:p2}%",
    )
    paper.p(
        "4.“三公”经费。2025年支出{three:w4}万元，为预算{three_b:w4}万元的{three_x:p2}%，较2024年{three_l:w4}万元{y3:增加/减少}{y3.d:w4}万元，{y3:增幅/降幅}{y3.g:p2}%。其中公务用车运行维护费{car:w4}万元、公务接待费{recv:w4}万元。"
    )
    paper.h("第四部分　履职成效")
    paper.p(
        "（一）矛盾化解。全年调解各类纠纷{all_n:n}件，同比{ydis:上升/下降}{ydis.g:p2}%，调解成功{fixed:n}件，成功率{fixed_x:p2}%，按成功案件计算件均补贴{per_dis:y2}元。"
    )
    paper.centre("人民调解案件分类统计表")
    paper.table(
        (12, 9, 9, 9),
        "纠纷类型|2025年（件）|2024年（件）|同比增减（%）",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_l:n}}|{'' if paper.book.up[f'y{k}'] else '-'}{{y{k}.g:p2}}"
            for k, name in (*((key, title) for key, title, *_ in _DISPUTES), ("oth", "其他"))
        ),
        "总计|{all_n:n}|{all_ln:n}|{ydis.g:p2}",
    )
    paper.p(
        "（二）法律援助。办理法律援助案件{a_all:n}件，比上年{aid_l:n}件增加{yaid.d:n}件，其中刑事{crime:n}件、民事{civil:n}件、行政{admin:n}件，件均办案补贴{per_aid:y2}元。"
    )
    paper.p(
        "（三）社区矫正。年初在册社区矫正对象{corr_0:n}人，全年新接收{corr_in:n}人，解除矫正{corr_out:n}人，年末在册{corr_1:n}人，未发生再犯罪。"
    )
    paper.p(
        "（四）行政复议。收到行政复议申请{asked:n}件，受理{took:n}件，不予受理{drop:n}件。受理案件中审结{took_done:n}件，未结{took_open:n}件；审结案件中维持{keep:n}件，撤销、变更或确认违法{void:n}件，终止{stop:n}件，纠错率{void_x:p2}%。"
    )
    paper.p(
        "（五）公共法律服务。接待群众{served:n}人次，其中热线{calls:n}人次、窗口{visits:n}人次、网络{net:n}人次；电话回访{polled:n}人，满意{glad:n}人，满意率{glad_x:p2}%。"
    )
    paper.h("第五部分　存在问题与改进措施")
    paper.p(
        "1.存在问题。①“九五”普法启动项目执行率为{law_x:p2}%，宣传品采购滞后；②部分数量指标目标值设定偏高。"
    )
    paper.p(
        "2.改进措施。①宣传品采购于2026年4月底前完成框架招标；②参考近三年平均完成数设定2026年指标值，7月开展中期监控。"
    )
    paper.h("第六部分　结果应用与公开")
    paper.p("自评结果与科室年度考核、2027年预算安排挂钩，并于2026年6月30日前在区政府网站公开。")
    paper.right("2026年3月20日")
    _form(paper)
    return paper
