"""A province's culture and tourism department, 2024: units by budget and payments, transfers apart, 附件1 and 附件2."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Unit: budget and payments in 万元; the last budget is what is left.
_UNITS = {
    "hq": ("厅机关", "9860.00", "9412.35"),
    "lib": ("省图书馆", "8425.50", "8310.62"),
    "mus": ("省博物馆", "12680.00", "11745.90"),
    "art": ("省歌舞剧院", "6314.20", "6314.20"),
    "dig": ("省文物考古研究院", "", "5186.48"),
}
_MARKS = (
    ("预算执行|预算执行率|{x:p2}%", "10", "9.5"),
    ("管理效率|政府采购执行率|{buy_x:p2}%", "10", "9.3"),
    ("^|公用经费控制率|{off_x:p2}%", "10", "10"),
    ("履职效能|文艺演出场次|{show:n}场", "15", "15"),
    ("^|考古发掘面积|{field_d:n}平方米", "15", "13.8"),
    ("社会效应|接待国内游客|{trip:n}万人次", "20", "20"),
    ("^|观众满意度|{glad_x:p2}%", "10", "9.4"),
    ("可持续发展|人才队伍建设|完成", "10", "9"),
)


def _money(book: Book) -> None:
    book.wan(start="41265.30", carry="1420.86", more="2385.40", less="1893.26")
    book.sum("full", "start", "carry", "more", minus=("less",))
    for key, (_, budget, paid) in _UNITS.items():
        if budget:
            book.wan(**{f"{key}_b": budget})
        else:
            book.sum(f"{key}_b", "full", minus=tuple(f"{k}_b" for k in _UNITS if k != key))
        book.wan(**{key: paid})
        book.rate(f"{key}_x", key, f"{key}_b")
    book.sum("full", *(f"{key}_b" for key in _UNITS))
    book.sum("paid", *_UNITS)
    book.sum("rest", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.wan(paid_l="39652.18", men="18640.27", off="2106.34", off_b="2280.00", off_l="2198.75")
    book.year("y_paid", "paid", "paid_l")
    book.sum("basic", "men", "off")
    book.sum("proj", "paid", minus=("basic",))
    book.sum("paid", "basic", "proj")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.rate("off_x", "off", "off_b")
    book.year("y_off", "off", "off_l")
    book.wan(move="28600.00", town="12400.00", relic="9850.00")
    book.sum("rural", "move", minus=("town", "relic"))
    book.sum("move", "town", "relic", "rural")
    book.wan(out="86.40", out_l="42.15", out_b="90.00", car="118.62", car_l="131.08", car_b="135.00")
    book.wan(recv="21.30", recv_l="26.94", recv_b="35.00", buy_b="7640.00", buy="7105.20")
    for end in ("", "_l", "_b"):
        book.sum(f"three{end}", f"out{end}", f"car{end}", f"recv{end}")
    book.year("y_three", "three", "three_l")
    book.year("y_out", "out", "out_l")
    book.rate("three_x", "three", "three_b")
    book.rate("buy_x", "buy", "buy_b")


def _books() -> Book:
    book = Book()
    _money(book)
    book.count(home=412, away=186, poor=74, show_p=600, field_p=8500, field_d=7820)
    book.sum("show", "home", "away", "poor")
    book.rate("show_x", "show", "show_p")
    book.rate("field_x", "field_d", "field_p")
    book.count(trip=68240, trip_l=61035)
    book.year("y_trip", "trip", "trip_l")
    book.wan(earn="72860000", earn_l="64175000")
    book.year("y_earn", "earn", "earn_l")
    book.count(asked=1200, glad=1128)
    book.rate("glad_x", "glad", "asked")
    for n, (_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_MARKS))))
    book.sum("lost", "w_all", minus=("g_all",))
    for n, rate in ((0, "x"), (1, "buy_x"), (4, "field_x"), (6, "glad_x")):
        book.ties.append(Tie("score", f"g{n}", (f"w{n}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("culture_tourism_province_2024", _books(), styled=True)
    paper.title("岚江省文化和旅游厅")
    paper.title("2024年度部门整体绩效自评报告")
    paper.h("第一部分　部门基本情况")
    paper.p(
        "省文化和旅游厅（加挂省文物局牌子）主管全省文化艺术、公共文化服务、文物保护和旅游发展工作。纳入2024年部门预算编制范围的预算单位共5个，包括厅机关和省图书馆、省博物馆、省歌舞剧院、省文物考古研究院4个直属事业单位。"
    )
    paper.h("第二部分　预算及执行情况")
    paper.p(
        "（一）预算收入。2024年年初部门预算{start:w2}万元，动用上年结转{carry:w2}万元，年中追加{more:w2}万元，年底调减{less:w2}万元，全年预算{full:w2}万元。"
    )
    paper.p(
        "（二）预算支出。全年支出{paid:w2}万元，执行率{x:p2}%，较2023年的{paid_l:w2}万元{y_paid:增加/减少}{y_paid.d:w2}万元，{y_paid:增长/下降}{y_paid.g:p2}%，未执行{rest:w2}万元，其中部分考古和文物保护项目跨年实施，按规定结转。各单位执行情况如下表。"
    )
    paper.right("单位：万元、%")
    paper.table(
        (16, 11, 11, 9),
        "预算单位|全年预算|全年支出|执行率",
        *(f"{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_x:p2}}" for k, (name, *_) in _UNITS.items()),
        "合计|{full:w2}|{paid:w2}|{x:p2}",
    )
    paper.p(
        "基本支出{basic:w2}万元（人员经费{men:w2}万元、公用经费{off:w2}万元），占{basic_h:p2}%；项目支出{proj:w2}万元，占{proj_h:p2}%。公用经费比上年{y_off:增加/减少}{y_off.d:w2}万元，公用经费控制率{off_x:p2}%。"
    )
    paper.p(
        "（三）转移支付。除部门预算外，会同省财政厅向市县下达转移支付{move:e2}亿元，其中城镇公共文化设施免费开放补助{town:e2}亿元、文物保护专项{relic:e3}亿元、乡村文化旅游发展补助{rural:e3}亿元。该部分资金由市县开展自评，不计入本部门支出。"
    )
    paper.p(
        "（四）“三公”经费。全年支出{three:w2}万元，为预算数的{three_x:p2}%，较上年{y_three:增加/减少}{y_three.d:w2}万元，{y_three:增长/下降}{y_three.g:p2}%，主要是文化交流演出恢复，因公出国（境）费较上年{y_out:增加/减少}{y_out.d:w2}万元。"
    )
    paper.p("（五）政府采购。采购预算{buy_b:w2}万元，实际执行{buy:w2}万元，政府采购执行率{buy_x:p2}%。")
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("第三部分　绩效目标实现情况")
    paper.p(
        "一是艺术创作活跃。省歌舞剧院全年演出{show:n}场，为年度目标{show_p:n}场的{show_x:p2}%，其中省内演出{home:n}场、省外巡演{away:n}场、送戏下乡{poor:n}场。"
    )
    paper.p(
        "二是公共服务提质。省图书馆、省博物馆坚持免费开放，周末和节假日延长开放时间，夜间开放活动受到群众欢迎。"
    )
    paper.p(
        "三是文物保护加强。计划考古发掘{field_p:n}平方米，完成{field_d:n}平方米，完成率{field_x:p2}%，其余面积因汛期停工转入2025年实施。"
    )
    paper.p(
        "四是旅游市场繁荣。全省接待国内游客{trip:n}万人次，同比{y_trip:增长/下降}{y_trip.g:p2}%（2023年为{trip_l:n}万人次）；实现国内旅游收入{earn:e1}亿元，比2023年的{earn_l:e1}亿元增加{y_earn.d:e1}亿元，增长{y_earn.g:p2}%。"
    )
    paper.p("五是群众满意度较高。在两馆和剧场现场调查观众{asked:n}人，满意{glad:n}人，满意度{glad_x:p2}%。")
    paper.h("第四部分　自评结果")
    paper.p("我厅2024年度部门整体绩效自评得分{g_all:s1}分，扣{lost:s1}分，自评等级为优。")
    paper.h("第五部分　问题与改进")
    paper.p(
        "（一）省博物馆、省文物考古研究院预算执行率分别为{mus_x:p2}%和{dig_x:p2}%，低于部门平均水平，前者主要是陈列改造工程结算滞后，后者主要是部分发掘项目跨年。改进措施：2025年6月底前完成陈列改造工程结算审核，发掘项目分年编制预算。"
    )
    paper.p("（二）考古发掘受天气影响较大。改进措施：合理安排工期，野外发掘尽量避开主汛期。")
    paper.p("（三）政府采购执行偏慢。改进措施：采购需求在第一季度全部确定。")
    paper.p("附件：1.部门整体支出绩效基础数据表")
    paper.p("　　　2.部门整体绩效自评表")
    paper.p("附件1")
    paper.centre("部门整体支出绩效基础数据表")
    paper.table(
        (18, 10, 10, 10),
        "项目（万元）|2023年决算|2024年预算|2024年决算",
        "公用经费|{off_l:w2}|{off_b:w2}|{off:w2}",
        "“三公”经费合计|{three_l:w2}|{three_b:w2}|{three:w2}",
        "1.因公出国（境）费|{out_l:w2}|{out_b:w2}|{out:w2}",
        "2.公务用车购置及运行维护费|{car_l:w2}|{car_b:w2}|{car:w2}",
        "3.公务接待费|{recv_l:w2}|{recv_b:w2}|{recv:w2}",
    )
    paper.p("附件2")
    paper.centre("部门整体绩效自评表")
    paper.table(
        (12, 15, 13, 7, 8),
        "一级指标|二级指标|实际完成值|分值|得分",
        *(f"{text}|{{w{n}:s0}}|{{g{n}:s1z}}" for n, (text, *_) in enumerate(_MARKS)),
        "合计|>|>|{w_all:s0}|{g_all:s1}",
    )
