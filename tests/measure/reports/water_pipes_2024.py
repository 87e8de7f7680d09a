"""City water mains renewed, 2024, evaluated: bonds and the firm's own money, pipes by bore, leakage before and after."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Source: plan, come up to the end of 2024, come in 2024, paid in all (万元).
_FUNDS = {
    "ultra": ("增发国债", "9200.00", "9200.00", "5600.00", "8473.26"),
    "bond": ("地方政府专项债券", "4500.00", "4500.00", "2000.00", "4118.90"),
    "own": ("水务公司自筹", "2760.00", "1932.00", "874.00", "1690.35"),
}
# Bore: planned and laid length (公里), cost settled (万元).
_PIPES = {
    "big": ("DN600及以上", "18.40", "18.40", "4986.40"),
    "mid": ("DN300—DN500", "46.25", "45.10", "5637.50"),
    "small": ("DN200及以下", "71.80", "67.65", "3044.25"),
}
_MARKS = {
    "a": ("决策", (("项目立项", "6", "6"), ("绩效目标", "6", "5"), ("资金投入", "6", "5.2"))),
    "b": ("过程", (("资金管理", "10", "8.9"), ("组织实施", "12", "10.6"))),
    "c": ("产出", (("产出数量", "14", "13.1"), ("产出质量", "10", "10"), ("产出时效", "8", "6.4"))),
    "d": ("效益", (("漏损控制", "12", "12"), ("水质水压改善", "8", "7.6"), ("用户满意度", "8", "7.5"))),
}


def _money(book: Book) -> None:
    for key, (_, plan, come, now, paid) in _FUNDS.items():
        book.wan(**{f"{key}_p": plan, f"{key}_n": now})
        if come == plan:
            book.sum(f"{key}_c", f"{key}_p")
        else:
            book.wan(**{f"{key}_c": come})
        book.wan(**{f"{key}_s": paid})
        book.rate(f"{key}_cx", f"{key}_c", f"{key}_p")
        book.rate(f"{key}_sx", f"{key}_s", f"{key}_c")
    for end in "pcns":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _FUNDS))
    book.sum("t_before", "t_c", minus=("t_n",))
    book.rate("t_cx", "t_c", "t_p")
    book.rate("t_sx", "t_s", "t_c")
    book.sum("lack", "t_p", minus=("t_c",))
    book.ties.append(Tie("sum", "lack", ("own_p",), ("own_c",)))
    book.sum("idle", "t_c", minus=("t_s",))
    book.wan(s_before="5236.48")
    book.sum("s_now", "t_s", minus=("s_before",))
    book.rate("ultra_h", "ultra_p", "t_p")


def _work(book: Book) -> None:
    for key, (_, plan, laid, cost) in _PIPES.items():
        book.count(**{f"{key}_q": plan, f"{key}_d": laid})
        book.wan(**{f"{key}_k": cost})
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_q")
        book.average(f"{key}_e", f"{key}_k", f"{key}_d")
    for end in "qdk":
        book.sum(f"l_{end}", *(f"{key}_{end}" for key in _PIPES))
    book.rate("l_dx", "l_d", "l_q")
    book.average("l_e", "l_k", "l_d")
    book.sum("l_r", "l_q", minus=("l_d",))
    # Water in 万立方米.
    book.count(in_l="8642.50", out_l="7243.80", in_n="8516.30", out_n="7520.70")
    for end in "ln":
        book.sum(f"leak_{end}", f"in_{end}", minus=(f"out_{end}",))
        book.rate(f"leak_{end}x", f"leak_{end}", f"in_{end}")
    book.points("leak_p", "leak_nx", "leak_lx")
    book.year("yl", "leak_n", "leak_l")
    book.count(burst=137, burst_l=214, homes=68420, lots=5, lots_ok=4, tests=386)
    book.year("yb", "burst", "burst_l")
    book.rate("lots_x", "lots_ok", "lots")
    book.count(sent=500, got=478, very=286, well=162, so=22, bad=8)
    book.sum("got", "very", "well", "so", "bad")
    book.sum("glad", "very", "well")
    book.rate("got_x", "got", "sent")
    book.rate("glad_x", "glad", "got")


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    for key, (_, items) in _MARKS.items():
        for n, (_, weight, got) in enumerate(items):
            book.count(**{f"w{key}{n}": weight, f"g{key}{n}": got})
        for end in "wg":
            book.sum(f"{end}{key}", *(f"{end}{key}{n}" for n in range(len(items))))
        book.rate(f"x{key}", f"g{key}", f"w{key}")
    every = [f"{key}{n}" for key in _MARKS for n in range(len(_MARKS[key][1]))]
    for end in "wg":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    book.ties.append(Tie("sum", "w", tuple(f"w{mark}" for mark in every)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("water_pipes_2024", _books())
    paper.title("平澜市城市供水管网更新改造项目财政重点绩效评价报告")
    paper.centre("（评价基准日：2024年12月31日）")
    paper.h("一、基本情况")
    paper.h("（一）项目概况", 2)
    paper.p(
        "项目由市城市管理局主管、市水务公司实施，实施期为2023年3月至2025年6月，批复总投资{t_p:e3}亿元，计划更新改造供水管道{l_q:n2}公里，惠及居民{homes:n}户，分{lots:n}个标段建设。",
    )
    paper.h("（二）资金投入和使用情况", 2)
    paper.p(
        "总投资中，增发国债{ultra_p:w2}万元，占{ultra_h:p2}%；地方政府专项债券{bond_p:w2}万元；水务公司自筹{own_p:w2}万元。截至基准日累计到位{t_c:w2}万元（2023年{t_before:w2}万元，2024年{t_n:w2}万元），到位率{t_cx:p2}%，尚差{lack:w2}万元，均为水务公司自筹部分。",
    )
    paper.p(
        "累计支出{t_s:w2}万元，其中2023年{s_before:w2}万元、2024年{s_now:w2}万元；累计支出占累计到位资金的{t_sx:p2}%，专户结存{idle:w2}万元。",
    )
    paper.centre("表1  项目资金到位与支出情况")
    paper.right("单位：万元")
    paper.table(
        (14, 10, 10, 10, 9, 10, 9),
        "资金来源|批复投资|到位资金|>|到位率|累计支出|支出率",
        "^|^|累计|其中：2024年|^|^|^",
        *(
            f"{name}|{{{k}_p:w2}}|{{{k}_c:w2}}|{{{k}_n:w2}}|{{{k}_cx:p2}}%|{{{k}_s:w2}}|{{{k}_sx:p2}}%"
            for k, (name, *_) in _FUNDS.items()
        ),
        "合计|{t_p:w2}|{t_c:w2}|{t_n:w2}|{t_cx:p2}%|{t_s:w2}|{t_sx:p2}%",
        heads=2,
    )
    paper.p("注：到位率=累计到位÷批复投资；支出率=累计支出÷累计到位。")
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("二、绩效评价结论")
    paper.p(
        "综合评分{g:s1z}分，评价等级为“优”。决策、过程、产出、效益四部分分别得{ga:s1z}分、{gb:s1z}分、{gc:s1z}分、{gd:s1z}分，得分率分别为{xa:p1}%、{xb:p1}%、{xc:p1}%、{xd:p1}%。",
    )
    paper.centre("表2  评价得分情况")
    rows = []
    for key, (name, items) in _MARKS.items():
        for n, (item, *_) in enumerate(items):
            head = "^" if n else f"{name}（{{w{key}:s0}}分）"
            rows.append(f"{head}|{item}|{{w{key}{n}:s0}}|{{g{key}{n}:s1z}}")
    paper.table((12, 14, 8, 8), "一级指标|二级指标|权重分|评价得分", *rows, "合计|>|{w:s0}|{g:s1z}")
    paper.h("三、绩效分析")
    paper.h("（一）产出情况", 2)
    paper.p(
        "截至基准日敷设管道{l_d:n2}公里，完成率{l_dx:p2}%，剩余{l_r:n2}公里计划2025年一季度完成。已敷设管道结算造价{l_k:w2}万元，平均每公里{l_e:w2}万元。{lots:n}个标段中{lots_ok:n}个按节点完工，按期完工率{lots_x:p1}%。水压试验{tests:n}段次，全部合格。",
    )
    paper.centre("表3  分管径建设任务完成情况")
    paper.table(
        (13, 10, 10, 9, 11, 12),
        "管径|计划（公里）|完成（公里）|完成率|结算造价（万元）|单价（万元/公里）",
        *(
            f"{name}|{{{k}_q:n2}}|{{{k}_d:n2}}|{{{k}_dx:p2}}%|{{{k}_k:w2}}|{{{k}_e:w2}}"
            for k, (name, *_) in _PIPES.items()
        ),
        "合计|{l_q:n2}|{l_d:n2}|{l_dx:p2}%|{l_k:w2}|{l_e:w2}",
    )
    paper.h("（二）效益情况", 2)
    paper.p(
        "1.漏损控制。2022年（改造前）供水总量{in_l:n2}万立方米，注册用户用水量{out_l:n2}万立方米，漏损水量{leak_l:n2}万立方米，综合漏损率{leak_lx:p2}%；2024年供水总量{in_n:n2}万立方米，注册用户用水量{out_n:n2}万立方米，漏损水量{leak_n:n2}万立方米，综合漏损率{leak_nx:p2}%，",
        "比改造前{leak_p:上升/下降}{leak_p:p2}个百分点，漏损水量{yl:增加/减少}{yl.d:n2}万立方米，{yl:增幅/降幅}{yl.g:p2}%。",
    )
    paper.p(
        "2.供水安全。2024年爆管{burst:n}次，比2022年的{burst_l:n}次{yb:增加/减少}{yb.d:n}次，{yb:上升/下降}{yb.g:p2}%。",
        "3.用户满意度。发放问卷{sent:n}份，回收有效问卷{got:n}份，有效回收率{got_x:p1}%；其中非常满意{very:n}份、满意{well:n}份、一般{so:n}份、不满意{bad:n}份，前两项合计{glad:n}份，满意度{glad_x:p1}%。",
    )
    paper.h("四、存在的问题")
    paper.p(
        "（一）自筹资金到位不足。水务公司自筹资金到位率仅{own_cx:p2}%。（二）小管径管道进度滞后，DN200及以下完成率为{small_dx:p2}%，主要是老旧小区入户协调难。（三）绩效目标未设置爆管次数等关键指标。"
    )
    paper.h("五、有关建议")
    paper.p(
        "一是督促水务公司2025年3月底前补足自筹资金；二是街道社区提前介入入户协调，确保2025年6月底前全部竣工；三是完善绩效指标，将漏损率、爆管次数纳入后续年度目标。"
    )
