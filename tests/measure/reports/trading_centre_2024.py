"""A county's public trading centre, 2024, in 目标设定/预算执行: deals in 亿元 saved or raised, spending in 元, marks by month."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Kind of deal: name, deals, asked price, deal price (万元).
_DEALS = {
    "work": ("工程建设", "186", "243180.00", "221465.30"),
    "buy": ("政府采购", "317", "58642.00", "54107.85"),
    "land": ("土地使用权出让", "41", "126700.00", "143285.00"),
    "own": ("国有产权交易", "104", "3186.40", "3902.75"),
}
# Cost: name, budget, spent (元).
_COSTS = {
    "pay": ("人员支出", "3846200.00", "3812475.16"),
    "off": ("公用支出", "412600.00", "398216.40"),
    "run": ("交易平台运行维护", "960000.00", "946500.00"),
    "exp": ("评标专家劳务费", "1280000.00", "1214650.00"),
    "far": ("远程异地评标室建设", "850000.00", "676380.00"),
}
_MARKS = {
    "t": ("目标设定", (("目标完整性", "5", "5"), ("指标可衡量性", "5", "4"))),
    "b": ("预算编制", (("编制完整性", "6", "6"), ("编制准确性", "9", "7.5"))),
    "x": ("预算执行", (("执行进度", "15", "13.5"), ("年末执行率", "10", "9.59"), ("公用经费控制", "5", "5"))),
    "f": (
        "履职效果",
        (
            ("交易项目数量", "10", "10"),
            ("全流程电子化率", "10", "9.44"),
            ("保证金及时退还", "8", "8"),
            ("资金节约成效", "7", "7"),
        ),
    ),
    "g": ("满意度", (("交易主体满意度", "10", "9.54"),)),
}


def _money(book: Book) -> None:
    for key, (_, budget, spent) in _COSTS.items():
        book.yuan(**{f"{key}_b": budget, key: spent})
        book.sum(f"{key}_r", f"{key}_b", minus=(key,))
    for end in ("_b", "", "_r"):
        book.sum(f"basic{end}", f"pay{end}", f"off{end}")
        book.sum(f"proj{end}", f"run{end}", f"exp{end}", f"far{end}")
        book.sum(f"all{end}", f"basic{end}", f"proj{end}")
    for key in ("basic", "proj", "all"):
        book.ties.append(Tie("sum", f"{key}_r", (f"{key}_b",), (key,)))
    book.rate("all_x", "all", "all_b")
    book.rate("far_x", "far", "far_b")
    book.yuan(m6="3418620.55", m9="5137904.20")
    book.rate("m6_x", "m6", "all_b")
    book.rate("m9_x", "m9", "all_b")
    book.sum("q3", "m9", minus=("m6",))
    book.sum("q4", "all", minus=("m9",))


def _deals(book: Book) -> None:
    for key, (_, deals, asked, done) in _DEALS.items():
        book.count(**{f"{key}_n": deals})
        book.wan(**{f"{key}_a": asked, f"{key}_d": done})
        more, less = (f"{key}_a", f"{key}_d") if key in ("work", "buy") else (f"{key}_d", f"{key}_a")
        book.sum(f"{key}_v", more, minus=(less,))
        book.rate(f"{key}_vx", f"{key}_v", f"{key}_a")
    for end in "nd":
        book.sum(f"deal_{end}", *(f"{key}_{end}" for key in _DEALS))
    book.sum("save", "work_v", "buy_v")
    book.sum("rise", "land_v", "own_v")
    book.count(last_n=622, half1=291, half2=357, net=612)
    book.wan(last_d="397152.60")
    book.year("yn", "deal_n", "last_n")
    book.year("yd", "deal_d", "last_d")
    book.sum("deal_n", "half1", "half2")
    book.rate("net_x", "net", "deal_n")
    book.wan(pledge="18463.20", back="17985.70")
    book.sum("hold", "pledge", minus=("back",))
    book.rate("back_x", "back", "pledge")
    book.yuan(paper_e="300")
    book.count(bids=8460)
    book.product("cheap", "paper_e", "bids")


def _books() -> Book:
    book = Book()
    book.count(posts=24, staff=22)
    book.sum("free", "posts", minus=("staff",))
    _money(book)
    _deals(book)
    book.count(ask=260, very=181, well=67, so=9, bad=3)
    book.sum("ask", "very", "well", "so", "bad")
    book.sum("glad", "very", "well")
    book.rate("glad_x", "glad", "ask")
    for key, (_, items) in _MARKS.items():
        for n, (_, weight, got) in enumerate(items):
            book.count(**{f"w{key}{n}": weight, f"g{key}{n}": got})
        for end in "wg":
            book.sum(f"{end}{key}", *(f"{end}{key}{n}" for n in range(len(items))))
    for end in "wg":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    for mark in ("t1", "b1", "x0"):
        book.sum(f"c{mark}", f"w{mark}", minus=(f"g{mark}",))
    book.ties.append(
        Tie("sum", "w", tuple(f"w{key}{n}" for key in _MARKS for n in range(len(_MARKS[key][1]))))
    )
    for mark, rate in (("x1", "all_x"), ("f1", "net_x"), ("g0", "glad_x")):
        book.ties.append(Tie("score", f"g{mark}", (f"w{mark}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("trading_centre_2024", _books())
    paper.title("蓬溪河县公共资源交易中心")
    paper.title("2024年部门整体支出绩效自评报告")
    paper.h("一、部门（单位）基本情况")
    paper.p(
        "县公共资源交易中心系县政府直属公益一类事业单位，内设综合股、交易股、信息股。核定事业编制{posts:n}名，在编在岗{staff:n}人，空编{free:n}名。主要承担工程建设、政府采购、土地使用权出让、国有产权四类交易的场所和见证服务。",
    )
    paper.h("二、部门资金收支情况")
    paper.p(
        "2024年部门预算{all_b:y2,}元，均为一般公共预算财政拨款；全年支出{all:y2,}元，年末执行率{all_x:p2}%，财政收回{all_r:y2,}元。其中：基本支出{basic:y2,}元，项目支出{proj:y2,}元。",
    )
    paper.centre("2024年部门支出情况表")
    paper.right("单位：元")
    paper.table(
        (16, 11, 11, 11),
        "支出项目|预算数|执行数|未执行数",
        *(_row(k, _COSTS[k][0]) for k in ("pay", "off")),
        _row("basic", "基本支出小计"),
        *(_row(k, _COSTS[k][0]) for k in ("run", "exp", "far")),
        _row("proj", "项目支出小计"),
        _row("all", "支出总计"),
    )
    _analysis(paper)
    return paper


def _row(key: str, name: str) -> str:
    return f"{name}|{{{key}_b:y2,}}|{{{key}:y2,}}|{{{key}_r:y2,}}"


def _analysis(paper: Paper) -> None:
    paper.h("三、部门整体绩效分析")
    paper.h("（一）目标设定与预算编制", 2)
    paper.p(
        "年度目标经县财政局审核后随预算批复，个别履职指标未量化，扣{ct1:s2z}分。远程异地评标室建设预算偏大，年末未执行{far_r:y2,}元，编制准确性扣{cb1:s2z}分。"
    )
    paper.h("（二）预算执行", 2)
    paper.p(
        "截至6月末累计支出{m6:y2,}元，执行进度{m6_x:p2}%；截至9月末累计支出{m9:y2,}元，执行进度{m9_x:p2}%；截至12月末累计支出{all:y2,}元，执行进度{all_x:p2}%。7—9月支出{q3:y2,}元，10—12月支出{q4:y2,}元。",
        "9月末进度未达到75%的要求，扣{cx0:s2z}分。",
    )
    paper.h("（三）履职效果", 2)
    paper.p(
        "全年完成交易{deal_n:n}宗，其中上半年{half1:n}宗、下半年{half2:n}宗，比2023年的{last_n:n}宗{yn:增加/减少}{yn.d:n}宗，{yn:增长/下降}{yn.g:p2}%；成交总额{deal_d:e4}亿元，比2023年的{last_d:e4}亿元{yd:增加/减少}{yd.d:e4}亿元，{yd:增长/下降}{yd.g:p2}%。",
        "工程建设、政府采购两类共节约资金{save:e4}亿元，土地、国有产权两类共增值{rise:e4}亿元。",
    )
    paper.centre("2024年分类交易情况表")
    paper.right("金额单位：亿元")
    paper.table(
        (13, 8, 11, 10, 10, 10),
        "交易类别|宗数|控制价（起始价）|成交价|节约（增值）额|节约（增值）率",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_a:e4}}|{{{k}_d:e4}}|{{{k}_v:e4}}|{{{k}_vx:p2}}%"
            for k, (name, *_) in _DEALS.items()
        ),
        "合计|{deal_n:n}|—|{deal_d:e4}|—|—",
    )
    paper.p(
        "注：工程建设、政府采购为较控制价节约，土地使用权出让、国有产权交易为较起始价增值，两者方向相反，不作合计。"
    )
    paper.p(
        "实行全流程电子化交易{net:n}宗，电子化率{net_x:p2}%，其余为现场竞价交易。按每家次节约标书制作费{paper_e:y0}元测算，全年投标{bids:n}家次，共为企业降低成本{cheap:w2}万元。",
        "代收投标保证金{pledge:w2}万元，年内退还{back:w2}万元，退还率{back_x:p2}%，尚未到退还期{hold:w2}万元，应退的均在5个工作日内退还。",
    )
    paper.h("（四）满意度", 2)
    paper.p(
        "面向招标人、投标人、代理机构回收问卷{ask:n}份，很满意{very:n}份、满意{well:n}份、一般{so:n}份、不满意{bad:n}份，很满意和满意合计{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("四、评价结论及建议")
    paper.h("（一）自评得分", 2)
    paper.p(
        "2024年部门整体支出绩效自评{g:s2}分。其中目标设定{gt:s2z}分，预算编制{gb:s2z}分，预算执行{gx:s2z}分，履职效果{gf:s2z}分，满意度{gg:s2z}分。年末执行率、全流程电子化率、交易主体满意度三项按分值乘以实际比率计分。",
    )
    rows = []
    for key, (name, items) in _MARKS.items():
        for n, (item, *_) in enumerate(items):
            rows.append(f"{'^' if n else name}|{item}|{{w{key}{n}:s0}}|{{g{key}{n}:s2z}}")
    paper.table((11, 16, 8, 9), "一级指标|二级指标|指标分值|自评得分", *rows, "总分|>|{w:s0}|{g:s2}")
    paper.h("（二）存在问题", 2)
    paper.p("一是项目前期论证不足，远程异地评标室年末执行率为{far_x:p2}%；二是三季度支出进度偏慢。")
    paper.h("（三）改进建议", 2)
    paper.p(
        "细化项目支出测算，2025年起单项50万元以上项目先论证后入库；由综合股按月通报支出进度，6月末、9月末分别达到50%、75%。"
    )
