"""Fire fighting gear, 2017: unit prices by list, packages bid, instalments paid, how many are held of how many due."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Gear: name, unit, number, budget price, price paid (元), package.
_GEAR = {
    "tank": ("水罐泡沫消防车", "辆", "3", "1450000", "1386000", "1"),
    "high": ("举高喷射消防车", "辆", "1", "3600000", "3478000", "1"),
    "air": ("正压式空气呼吸器", "套", "160", "6800", "6350", "2"),
    "suit": ("灭火防护服", "套", "240", "2600", "2380", "2"),
    "cut": ("液压破拆工具组", "组", "12", "98000", "91500", "3"),
    "eye": ("热成像仪", "台", "18", "46000", "42800", "3"),
}
# Gear: due by the standard, held before.
_HELD = {"air": ("520", "318"), "suit": ("640", "372"), "cut": ("36", "21"), "eye": ("40", "19")}
_MARKS = (
    ("项目投入", "绩效目标设定", "8", "7"),
    ("项目投入", "资金到位率", "7", "7"),
    ("项目过程", "资金使用率", "10", "9.5"),
    ("项目过程", "采购程序合规", "10", "10"),
    ("项目过程", "资产入库管理", "10", "9"),
    ("项目产出", "装备采购完成率", "15", "15"),
    ("项目产出", "按期交付率", "10", "8.3"),
    ("项目效果", "装备配备达标情况", "15", "13"),
    ("项目效果", "出动效率提升", "8", "8"),
    ("项目效果", "基层官兵满意度", "7", "6.5"),
)
_GROUPS = {"i": (0, 1), "p": (2, 3, 4), "o": (5, 6), "e": (7, 8, 9)}


def _money(book: Book) -> None:
    for key, (_, _, number, budget, price, _) in _GEAR.items():
        book.count(**{f"{key}_n": number})
        book.yuan(**{f"{key}_b": budget, f"{key}_e": price})
        book.product(f"{key}_t", f"{key}_e", f"{key}_n")
        book.product(f"{key}_tb", f"{key}_b", f"{key}_n")
    for lot in "123":
        keys = [key for key, row in _GEAR.items() if row[-1] == lot]
        book.sum(f"lot{lot}", *(f"{key}_t" for key in keys))
    book.sum("deal", *(f"{key}_t" for key in _GEAR))
    book.ties.append(Tie("sum", "deal", ("lot1", "lot2", "lot3")))
    book.sum("plan", *(f"{key}_tb" for key in _GEAR))
    book.sum("save", "plan", minus=("deal",))
    book.rate("save_x", "save", "plan")
    book.yuan(city="8000000", first="7764120")
    book.sum("dist", "plan", minus=("city",))
    book.sum("plan", "city", "dist")
    book.yuan(second="2772900")
    book.sum("paid", "first", "second")
    book.rate("paid_x", "paid", "deal")
    book.sum("due", "deal", minus=("paid",))
    book.yuan(cars_l="9846500")
    book.year("yc", "deal", "cars_l")


def _held(book: Book) -> None:
    for key, (due, before) in _HELD.items():
        book.count(**{f"{key}_due": due, f"{key}_old": before})
        book.sum(f"{key}_now", f"{key}_old", f"{key}_n")
        book.rate(f"{key}_ox", f"{key}_old", f"{key}_due")
        book.rate(f"{key}_x", f"{key}_now", f"{key}_due")
        book.points(f"{key}_up", f"{key}_x", f"{key}_ox")


def _books() -> Book:
    book = Book()
    _money(book)
    _held(book)
    book.count(kinds=6, late=1, calls=1846, calls_l=1735, fire=962, help=617)
    book.sum("ontime", "kinds", minus=("late",))
    book.rate("time_x", "ontime", "kinds")
    book.sum("social", "calls", minus=("fire", "help"))
    book.year("ycall", "calls", "calls_l")
    book.count(ask=200, glad=186, teams=14)
    book.rate("glad_x", "glad", "ask")
    for n, (_, _, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        for key, numbers in _GROUPS.items():
            book.sum(f"{end}{key}", *(f"{end}{n}" for n in numbers))
        book.sum(end, *(f"{end}{key}" for key in _GROUPS))
    book.sum("lost", "w", minus=("g",))
    for mark, rate in ((6, "time_x"), (9, "glad_x"), (2, "paid_x")):
        book.ties.append(Tie("score", f"g{mark}", (f"w{mark}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("fire_gear_2017", _books(), styled=True)
    paper.title("定川市公安消防支队")
    paper.title("2017年度消防车辆和器材装备购置项目绩效评价报告")
    paper.h("一、项目基本情况")
    paper.p(
        "为提高灭火救援能力，市财政批复支队2017年购置消防车辆和器材装备{kinds:n}种，配发{teams:n}个消防中队，项目预算{plan:w2}万元，由市级财政安排{city:w2}万元、区级财政分担{dist:w2}万元，资金已全部到位。",
    )
    paper.h("二、项目组织与资金管理")
    paper.p(
        "项目分三个包公开招标，成交总额{deal:w2}万元，比预算节约{save:w2}万元，节约率{save_x:p2}%；与2016年装备采购成交额{cars_l:w2}万元相比，{yc:增加/减少}{yc.d:w2}万元，{yc:增长/下降}{yc.g:p2}%。",
        "其中第一包（消防车辆）{lot1:w2}万元，第二包（个人防护装备）{lot2:w2}万元，第三包（破拆侦检器材）{lot3:w2}万元。",
    )
    paper.p(
        "到货后支付{first:w2}万元，验收后支付{second:w2}万元，累计支付{paid:w2}万元，占成交总额的{paid_x:p2}%，剩余{due:w2}万元作为质保金于2018年支付。",
    )
    paper.centre("附表一：装备采购明细表")
    paper.right("金额单位：元")
    paper.table(
        (6, 15, 6, 7, 11, 11, 12),
        "包号|装备名称|单位|数量|预算金额|成交单价|成交金额",
        *_lots(),
        "合　计|>|>|>|{plan:y0,}|—|{deal:y0,}",
    )
    _results(paper)
    return paper


def _lots() -> list[str]:
    rows, last = [], ""
    for key, (name, unit, *_, lot) in _GEAR.items():
        head = "^" if lot == last else lot
        last = lot
        rows.append(f"{head}|{name}|{unit}|{{{key}_n:n}}|{{{key}_tb:y0,}}|{{{key}_e:y0,}}|{{{key}_t:y0,}}")
    return rows


def _results(paper: Paper) -> None:
    paper.h("三、项目绩效情况")
    paper.p(
        "（一）产出。{kinds:n}种装备全部完成采购并验收合格。按合同约定期限交付的{ontime:n}种，按期交付率{time_x:p2}%；举高喷射消防车因底盘进口报关延误，晚于约定期限25天交付。",
    )
    paper.p(
        "（二）装备配备水平。本次购置后，空气呼吸器配备率由{air_ox:p2}%提高到{air_x:p2}%，提高{air_up:p2}个百分点；灭火防护服配备率由{suit_ox:p2}%提高到{suit_x:p2}%，提高{suit_up:p2}个百分点。详见附表二。",
    )
    paper.centre("附表二：主要器材配备率变化情况")
    paper.table(
        (15, 9, 9, 9, 9, 10, 10),
        "装备名称|标准应配数|购置前实有|本次购置|购置后实有|购置前配备率|购置后配备率",
        *(
            f"{_GEAR[k][0]}|{{{k}_due:n}}|{{{k}_old:n}}|{{{k}_n:n}}|{{{k}_now:n}}|{{{k}_ox:p2}}%|{{{k}_x:p2}}%"
            for k in _HELD
        ),
    )
    paper.p(
        "（三）社会效益。2017年全市接处警{calls:n}起，比上年{calls_l:n}起{ycall:增加/减少}{ycall.d:n}起，{ycall:上升/下降}{ycall.g:p2}%，其中火灾扑救{fire:n}起、抢险救援{help:n}起、社会救助{social:n}起。",
    )
    paper.p("（四）满意度。对基层官兵发放调查表{ask:n}份，全部收回，满意{glad:n}份，满意度{glad_x:p2}%。")
    paper.h("四、评价得分")
    paper.p(
        "项目综合得分{g:s1z}分，等次为“优秀”。项目投入{wi:s0}分，得{gi:s1z}分；项目过程{wp:s0}分，得{gp:s1z}分；项目产出{wo:s0}分，得{go:s1z}分；项目效果{we:s0}分，得{ge:s1z}分。合计扣{lost:s1z}分。",
    )
    paper.centre("附表三：绩效评价打分表")
    rows = []
    for n, (kind, name, *_) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == kind else kind
        rows.append(f"{head}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}")
    paper.table((12, 16, 8, 8), "一级指标|二级指标|满分|得分", *rows, "合　计|>|{w:s0}|{g:s1z}")
    paper.p(
        "备注：资金使用率、按期交付率、基层官兵满意度三项得分按满分乘以对应比率计算，其中资金使用率按累计支付占成交总额的比例计算。"
    )
    paper.h("五、存在问题及建议")
    paper.p(
        "一是绩效目标未细化到装备配备率；二是个别装备入库登记不及时；三是附表二所列器材购置后配备率均未达到百分之百。建议2018年继续安排专项经费补齐缺口，并在采购合同中明确进口底盘交付的违约责任。"
    )
    paper.right("2018年4月20日")
