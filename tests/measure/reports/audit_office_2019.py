"""A city audit office, 2019, in 投入/过程/产出/效果: original against adjusted budget, sums found, cuts of settlements."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Cost: name, first budget, adjusted budget, spent (万元).
_COSTS = {
    "pay": ("人员经费", "862.40", "918.65", "918.65"),
    "off": ("公用经费", "143.20", "147.80", "139.46"),
    "spec": ("审计专项业务费", "180.00", "180.00", "172.35"),
    "hire": ("投资审计外聘费", "240.00", "310.00", "287.92"),
    "data": ("金审工程三期", "96.00", "84.00", "71.50"),
}
# Second level, third level, weight, points, what was done.
_MARKS = {
    "i": (
        "投入",
        (
            ("目标设定", "绩效目标合理性", "5", "5", "符合"),
            ("目标设定", "绩效指标明确性", "4", "3", "个别指标未量化"),
            ("预算配置", "“三公经费”变动率", "6", "6", "-{yb.g:p2}%"),
        ),
    ),
    "p": (
        "过程",
        (
            ("预算执行", "预算完成率", "5", "4.8", "{all_x:p2}%"),
            ("预算执行", "预算控制率", "4", "3", "{add_x:p2}%"),
            ("预算执行", "“三公经费”控制率", "10", "10", "{three_x:p2}%"),
            ("预算执行", "政府采购执行率", "4", "3.6", "{buy_x:p2}%"),
            ("预算管理", "资金使用合规性", "12", "12", "合规"),
        ),
    ),
    "o": (
        "产出",
        (
            ("职责履行", "审计项目完成率", "10", "10", "{job_x:p2}%"),
            ("职责履行", "投资审计及时率", "8", "7", "{quick_x:p2}%"),
            ("职责履行", "审计项目质量", "7", "7", "省优1个"),
        ),
    ),
    "e": (
        "效果",
        (
            ("履职效益", "审计整改到位率", "10", "9.2", "{mend_x:p2}%"),
            ("履职效益", "审计建议采纳率", "8", "7.5", "{idea_x:p2}%"),
            ("履职效益", "被审计单位满意度", "7", "6.8", "{glad_x:p2}%"),
        ),
    ),
}


def _money(book: Book) -> None:
    for key, (_, first, adjusted, spent) in _COSTS.items():
        book.wan(**{f"{key}_i": first, f"{key}_j": adjusted, key: spent})
    for end in ("_i", "_j", ""):
        book.sum(f"basic{end}", f"pay{end}", f"off{end}")
        book.sum(f"proj{end}", f"spec{end}", f"hire{end}", f"data{end}")
        book.sum(f"all{end}", f"basic{end}", f"proj{end}")
    book.rate("all_x", "all", "all_j")
    book.rate("data_x", "data", "data_j")
    book.rate("basic_h", "basic", "all")
    book.rate("proj_h", "proj", "all")
    book.sum("add", "all_j", minus=("all_i",))
    book.rate("add_x", "add", "all_i")
    book.sum("left", "all_j", minus=("all",))
    book.wan(recv_b="4.50", recv="3.27", car_b="9.10", car="8.64")
    book.wan(three_lb="14.80", buy_b="62.00", buy="55.18")
    for end in ("_b", ""):
        book.sum(f"three{end}", f"recv{end}", f"car{end}")
    book.rate("three_x", "three", "three_b")
    book.year("yb", "three_b", "three_lb")
    book.rate("buy_x", "buy", "buy_b")


def _books() -> Book:
    book = Book()
    _money(book)
    book.count(gov_p=52, aid_p=16, gov=49, aid=14, plan=46, job=48, inv=32, quick=29)
    book.sum("posts", "gov_p", "aid_p")
    book.sum("staff", "gov", "aid")
    book.rate("staff_x", "staff", "posts")
    book.rate("job_x", "job", "plan")
    book.rate("quick_x", "quick", "inv")
    book.wan(wrong="1283.46", waste="96.72", loose="8415.39", found_l="11207.85", due="642.18", back="601.75")
    book.sum("found", "wrong", "waste", "loose")
    book.year("yf", "found", "found_l")
    book.rate("back_x", "back", "due")
    book.sum("owed", "due", minus=("back",))
    book.wan(sent="38642.57", fixed="35108.33")
    book.sum("cut", "sent", minus=("fixed",))
    book.rate("cut_x", "cut", "sent")
    book.count(mend_p=214, mend=197, idea_p=118, idea=111, ask=60, reply=58, glad=56)
    for key, below in (("mend", "mend_p"), ("idea", "idea_p"), ("reply", "ask"), ("glad", "reply")):
        book.rate(f"{key}_x", key, below)
    book.sum("mend_r", "mend_p", minus=("mend",))
    for key, (_, items) in _MARKS.items():
        for n, (_, _, weight, got, _) in enumerate(items):
            book.count(**{f"w{key}{n}": weight, f"g{key}{n}": got})
        for end in "wg":
            book.sum(f"{end}{key}", *(f"{end}{key}{n}" for n in range(len(items))))
        book.sum(f"c{key}", f"w{key}", minus=(f"g{key}",))
    for end in "wg":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    for mark, rate in (
        ("p0", "all_x"),
        ("p3", "buy_x"),
        ("e0", "mend_x"),
        ("e1", "idea_x"),
        ("e2", "glad_x"),
    ):
        book.ties.append(Tie("score", f"g{mark}", (f"w{mark}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("audit_office_2019", _books(), styled=True)
    paper.title("沅南市审计局2019年度部门整体支出绩效自评报告")
    paper.h("一、部门（单位）概况")
    paper.p(
        "市审计局为市政府工作部门，核定编制{posts:n}名，其中行政编制{gov_p:n}名、事业编制{aid_p:n}名；2019年末实有在职人员{staff:n}人，",
        "其中行政{gov:n}人、事业{aid:n}人，在职人员控制率{staff_x:p2}%。",
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.h("（一）预算安排及支出总体情况", 2)
    paper.p(
        "2019年年初预算{all_i:w2}万元（基本支出{basic_i:w2}万元、项目支出{proj_i:w2}万元），年中净追加{add:w2}万元，调整后预算{all_j:w2}万元，预算控制率（净追加÷年初预算）{add_x:p2}%。",
        "全年支出{all:w2}万元，预算完成率{all_x:p2}%，年末未使用{left:w2}万元由财政收回。",
        "支出中，基本支出{basic:w2}万元，占{basic_h:p2}%；项目支出{proj:w2}万元，占{proj_h:p2}%。",
    )
    paper.centre("表1  2019年部门支出预算完成情况")
    paper.right("金额单位：万元")
    paper.table(
        (16, 11, 11),
        "支出类别|调整预算|决算数",
        "一、基本支出|{basic_j:w2}|{basic:w2}",
        *(f"{'其中：' if k == 'pay' else ''}{_COSTS[k][0]}|{{{k}_j:w2}}|{{{k}:w2}}" for k in ("pay", "off")),
        "二、项目支出|{proj_j:w2}|{proj:w2}",
        *(
            f"{'其中：' if k == 'spec' else ''}{_COSTS[k][0]}|{{{k}_j:w2}}|{{{k}:w2}}"
            for k in ("spec", "hire", "data")
        ),
        "合　计|{all_j:w2}|{all:w2}",
    )
    paper.h("（二）“三公经费”及政府采购情况", 2)
    paper.p(
        "2019年“三公经费”预算{three_b:w2}万元（公务接待费{recv_b:w2}万元、公务用车运行维护费{car_b:w2}万元），比2018年预算{three_lb:w2}万元{yb:增加/减少}{yb.d:w2}万元，{yb:上升/下降}{yb.g:p2}%；实际支出{three:w2}万元，控制率{three_x:p2}%，其中公务接待费{recv:w2}万元、公务用车运行维护费{car:w2}万元。无因公出国（境）支出，未购置公务用车。",
        "政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，执行率{buy_x:p2}%。",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、部门整体支出绩效情况")
    paper.h("（一）履职产出", 2)
    paper.p(
        "年度审计计划安排项目{plan:n}个，实际完成{job:n}个（含省厅临时交办），完成率{job_x:p2}%。查出主要问题金额{found:w2}万元，其中违规金额{wrong:w2}万元、损失浪费金额{waste:w2}万元、管理不规范金额{loose:w2}万元，",
        "总额比2018年的{found_l:w2}万元{yf:增加/减少}{yf.d:w2}万元，{yf:增长/下降}{yf.g:p2}%。",
        "办理政府投资审计{inv:n}个，在规定时限内出具报告{quick:n}个，及时率{quick_x:p2}%；送审金额{sent:w2}万元，审定{fixed:w2}万元，核减{cut:w2}万元，核减率{cut_x:p2}%。",
    )
    paper.h("（二）履职效果", 2)
    paper.p(
        "审计决定应上缴财政{due:w2}万元，已上缴{back:w2}万元，上缴率{back_x:p2}%，尚欠{owed:w2}万元正在催缴。列入整改台账的问题{mend_p:n}个，整改到位{mend:n}个，到位率{mend_x:p2}%，其余{mend_r:n}个持续推进。",
        "提出审计建议{idea_p:n}条，被采纳{idea:n}条，采纳率{idea_x:p2}%。向被审计单位发放问卷{ask:n}份，收回{reply:n}份，回收率{reply_x:p2}%，收回问卷中评价满意的{glad:n}份，满意度{glad_x:p2}%。",
    )
    paper.h("四、自评得分")
    paper.p(
        "经自评，本部门2019年度整体支出绩效得{g:s1z}分，等次为优。投入类得{gi:s1z}分，过程类得{gp:s1z}分，产出类得{go:s1z}分，效果类得{ge:s1z}分，四类分别扣{ci:s1z}分、{cp:s1z}分、{co:s1z}分和{ce:s1z}分。",
    )
    rows = []
    for key, (name, items) in _MARKS.items():
        for n, (second, third, _, _, done) in enumerate(items):
            first = "^" if n else f"{name}（{{w{key}:s0}}分）"
            middle = "^" if n and items[n - 1][0] == second else second
            rows.append(f"{first}|{middle}|{third}|{done}|{{w{key}{n}:s0}}|{{g{key}{n}:s1z}}")
    paper.centre("表2  部门整体支出绩效评价指标评分表")
    paper.table(
        (9, 9, 14, 12, 6, 6),
        "一级指标|二级指标|三级指标|实际情况|分值|得分",
        *rows,
        "合　计|>|>|>|{w:s0}|{g:s1z}",
    )
    paper.p(
        "注：预算完成率、政府采购执行率、审计整改到位率、审计建议采纳率、被审计单位满意度按“分值×实际比率”计分，其余指标分档计分。"
    )
    paper.h("五、存在的主要问题")
    paper.p(
        "1.年初预算编制不够精准，投资审计外聘费年中追加较多。2.金审工程三期因省级平台部署推迟，完成率仅{data_x:p2}%。3.少数整改事项涉及历史遗留问题，推进缓慢。"
    )
    paper.h("六、改进措施和有关建议")
    paper.p(
        "一是按照年度审计计划测算外聘费用，减少年中追加；二是会同省厅倒排金审工程进度，2020年6月底前上线；三是对未整改问题实行销号管理，按季通报。"
    )
    paper.right("沅南市审计局")
    paper.right("2020年5月18日")
