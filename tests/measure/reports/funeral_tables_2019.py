"""Funeral services free of charge, 2019: nearly all tables with notes below, amounts in 元, one table by county and one by item."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, county, bodies burnt, of these on relief, households at ecological burial.
_AREAS = (
    ("cq", "城区", 2846, 137, 182),
    ("dh", "东海区", 1795, 164, 96),
    ("lx", "临溪县", 2310, 285, 74),
    ("ys", "阳山县", 1674, 246, 31),
)
# Item, price (元).
_ITEMS = (
    ("car", "遗体接运", "300"),
    ("ice", "遗体冷藏（三日内）", "240"),
    ("burn", "遗体火化", "380"),
    ("urn", "骨灰盒", "180"),
)


def _books() -> Book:
    book = Book()
    for item, _, price in _ITEMS:
        book.yuan(**{f"e_{item}": price})
    book.sum("each", *(f"e_{item}" for item, *_ in _ITEMS))
    for k, _, burnt, poor, eco in _AREAS:
        book.count(**{f"{k}_b": burnt, f"{k}_p": poor, f"{k}_g": eco})
        for item, *_ in _ITEMS:
            book.product(f"{k}_{item}", f"e_{item}", f"{k}_b")
        book.sum(f"{k}_s", *(f"{k}_{item}" for item, *_ in _ITEMS))
        book.ties.append(Tie("product", f"{k}_s", ("each", f"{k}_b")))
    for item, *_ in _ITEMS:
        book.sum(f"t_{item}", *(f"{k}_{item}" for k, *_ in _AREAS))
    for end in "bpgs":
        book.sum(f"t_{end}", *(f"{k}_{end}" for k, *_ in _AREAS))
    book.ties.append(Tie("sum", "t_s", tuple(f"t_{item}" for item, *_ in _ITEMS)))
    for k, *_ in _AREAS:
        book.rate(f"{k}_h", f"{k}_b", "t_b")
    book.yuan(eco_e="1000", poor_e="600")
    book.product("eco", "eco_e", "t_g")
    book.product("poor", "poor_e", "t_p")
    book.sum("all", "t_s", "eco", "poor")
    book.yuan(city="4500000", dist="5878000", up="800000")
    book.sum("bud", "city", "dist", "up")
    book.rate("x", "all", "bud")
    book.sum("left", "bud", minus=("all",))
    book.count(b_l=8312, g_l=257, p_l=874)
    for end in "bgp":
        book.year(f"y{end}", f"t_{end}", f"{end}_l")
    book.count(dead=8704)
    book.rate("burn_x", "t_b", "dead")
    for n, (w, g) in enumerate(
        (("20", "20"), ("20", "18.6"), ("10", "10"), ("10", "9"), ("20", "18"), ("10", "8.8"), ("10", "9.5"))
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
        book.sum(f"l{n}", f"w{n}", minus=(f"g{n}",))
    for end in "wgl":
        book.sum(f"{end}", *(f"{end}{n}" for n in range(7)))
    return book


_MARKS = (
    "免费对象覆盖",
    "节地生态安葬数量",
    "服务规范化",
    "补助结算及时",
    "群众丧葬负担减轻",
    "移风易俗氛围",
    "家属满意度",
)


def build() -> Paper:
    """Return the report."""
    paper = Paper("funeral_tables_2019", _books())
    paper.title("惠民殡葬补助资金2019年度绩效自评报告")
    paper.right("沧州市殡葬管理处　2020年2月")
    paper.p("一、项目概况见表一，各县区和项目明细见表二、表三，自评得分见表五。各表金额均以元为单位。")
    paper.centre("表一　项目基本信息")
    paper.table(
        (16, 20, 16, 20),
        "项目名称|惠民殡葬补助资金|项目性质|经常性项目",
        "主管部门|市民政局|实施单位|市殡葬管理处及各县区殡仪馆",
        "预算总额|{bud:y0,}|实际支出|{all:y0,}",
        "其中：市级|{city:y0,}|预算执行率|{x:p2}%",
        "县区级|{dist:y0,}|年末结余|{left:y0,}",
        "省级补助|{up:y0,}|结余处理|由财政收回",
        heads=0,
    )
    paper.p("注：结余中包含市级按因素法多预拨的资金；2020年预算已按2019年实际人数核减。")
    paper.centre("表二　基本服务项目免费情况")
    paper.right("单位：具、元")
    paper.table(
        (12, 10, 10, 12, 12, 12, 12, 14),
        "地区|火化数|>|免除金额|>|>|>|>",
        "^|数量|占比|遗体接运|遗体冷藏|遗体火化|骨灰盒|小计",
        *(
            f"{name}|{{{k}_b:n}}|{{{k}_h:p2}}%|"
            + "|".join(f"{{{k}_{item}:y0,}}" for item, *_ in _ITEMS)
            + f"|{{{k}_s:y0,}}"
            for k, name, *_ in _AREAS
        ),
        "合计|{t_b:n}|100.00%|" + "|".join(f"{{t_{item}:y0,}}" for item, *_ in _ITEMS) + "|{t_s:y0,}",
        heads=2,
    )
    paper.p(
        "注：1.四项基本服务标准分别为每具{e_car:y0}元、{e_ice:y0}元、{e_burn:y0}元和{e_urn:y0}元，每具免除{each:y0}元；2.冷藏超过三日的部分由家属自负；3.火化数不含外地户籍人员112具。"
    )
    paper.centre("表三　困难对象和生态安葬补助情况")
    paper.table(
        (14, 16, 16, 16),
        "地区|火化数（具）|其中：困难对象（具）|生态安葬（例）",
        *(f"{name}|{{{k}_b:n}}|{{{k}_p:n}}|{{{k}_g:n}}" for k, name, *_ in _AREAS),
        "合计|{t_b:n}|{t_p:n}|{t_g:n}",
    )
    paper.p(
        "注：困难对象在免除基本服务费的基础上，每具再补助{poor_e:y0}元，共{poor:y0,}元；生态安葬每例奖补{eco_e:y0}元，共{eco:y0,}元。基本服务免除{t_s:y0,}元，三项支出总计{all:y0,}元。"
    )
    paper.centre("表四　与上年对比")
    rows = []
    for end, name in (("b", "火化数（具）"), ("p", "困难对象（具）"), ("g", "生态安葬（例）")):
        sign = "" if paper.book.up[f"y{end}"] else "-"
        rows.append(f"{name}|{{{end}_l:n}}|{{t_{end}:n}}|{sign}{{y{end}.d:n}}|{sign}{{y{end}.g:p2}}%")
    paper.table((18, 12, 12, 12, 12), "指标|2018年|2019年|增减|增减幅度", *rows)
    paper.p(
        "注：2019年全市户籍死亡人口{dead:n}人，火化率{burn_x:p2}%；按规定少数民族土葬不计入应火化人数，扣除后火化率为100%。"
    )
    paper.centre("表五　自评得分")
    paper.table(
        (8, 26, 10, 10, 10, 26),
        "序号|指标|分值|得分|扣分|扣分原因",
        *(
            f"{n + 1}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{{l{n}:s1z}}|{'—' if n in (0, 2) else ('数量未达到500例的目标' if n == 1 else '见下文第二部分')}"
            for n, name in enumerate(_MARKS)
        ),
        "合计|>|{w:s0}|{g:s1z}|{l:s1z}|",
    )
    paper.p("二、存在问题")
    paper.p(
        "生态安葬全年{t_g:n}例，虽比上年{yg:增加/减少}{yg.d:n}例，但仍低于500例的目标，其中阳山县只有{ys_g:n}例；个别县区结算跨季度；家属满意度92%，比目标值低3个百分点。"
    )
    paper.p("三、整改措施")
    paper.p(
        "市殡葬管理处于2020年6月底前在东海区、阳山县各建成1处生态安葬示范区，年内力争全市生态安葬达到600例；补助资金由按季结算改为按月结算。"
    )
    return paper
