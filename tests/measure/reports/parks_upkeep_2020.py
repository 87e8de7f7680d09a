"""A district's upkeep of parks and greens, 2020: area times price by grade, lots with marks and what they cost, two tables side by side."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Grade: name, area in m2, price of a m2 and year (元).
_GRADES = {
    "one": ("一级", "862400", "11.50"),
    "two": ("二级", "1245800", "8.20"),
    "three": ("三级", "538600", "5.60"),
}
# Lot: name, firm, contract by year (元), marks of four quarters, taken off (元).
_LOTS = {
    "a": ("一标段", "绿源园林", "7168500.00", (92, 94, 91, 95), "0.00"),
    "b": ("二标段", "春晖市政", "6842300.00", (88, 85, 90, 91), "68423.00"),
    "c": ("三标段", "城建绿化", "5916400.00", (86, 83, 87, 88), "118328.00"),
    "d": ("四标段", "滨江环境", "2843160.00", (93, 92, 94, 93), "0.00"),
}
_TREES = (
    ("行道树补植（株）", 1850, 1912),
    ("花境更换（平方米）", 6400, 6400),
    ("绿地改造（平方米）", 12000, 10860),
    ("古树复壮（株）", 16, 16),
)
_PESTS = (
    ("巡查次数（次）", 312),
    ("投诉件数（件）", 148),
    ("办结件数（件）", 146),
    ("防治面积（公顷）", 265),
)
_MARKS = (
    ("投入", "项目立项", "4", "4"),
    ("投入", "资金落实", "8", "8"),
    ("过程", "业务管理", "12", "10.5"),
    ("过程", "财务管理", "12", "11"),
    ("产出", "项目产出", "32", "30.4"),
    ("效果", "项目效益", "32", "30"),
)


def _books() -> Book:
    book = Book()
    for key, (_, area, price) in _GRADES.items():
        book.count(**{f"{key}_m": area})
        book.yuan(**{f"{key}_e": price})
        book.product(f"{key}_s", f"{key}_e", f"{key}_m")
    for end in "ms":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _GRADES))
    for key in _GRADES:
        book.rate(f"{key}_h", f"{key}_m", "all_m")
    book.average("mean_e", "all_s", "all_m")
    book.count(four=4)
    for key, (_, _, contract, marks, off) in _LOTS.items():
        book.yuan(**{f"{key}_c": contract, f"{key}_o": off})
        book.sum(f"{key}_p", f"{key}_c", minus=(f"{key}_o",))
        for n, mark in enumerate(marks):
            book.count(**{f"{key}_q{n}": mark})
        book.sum(f"{key}_q", *(f"{key}_q{n}" for n in range(4)))
        book.average(f"{key}_v", f"{key}_q", "four")
    for end in "cop":
        book.sum(f"lot_{end}", *(f"{key}_{end}" for key in _LOTS))
    book.sum("bid_s", "all_s", minus=("lot_c",))
    book.rate("bid_x", "bid_s", "all_s")
    book.rate("off_x", "lot_o", "lot_c")
    book.yuan(tree="1486300.00", water="1124680.50", pest="386420.00")
    book.sum("extra", "tree", "water", "pest")
    book.sum("used", "lot_p", "extra")
    book.yuan(plan="26500000.00", cut="400000.00")
    book.sum("full", "plan", minus=("cut",))
    book.rate("used_x", "used", "full")
    book.sum("left", "full", minus=("used",))
    book.rate("lot_h", "lot_p", "used")
    book.rate("extra_h", "extra", "used")
    book.yuan(last="25318640.72")
    book.year("yu", "used", "last")
    _effects(book)
    return book


def _effects(book: Book) -> None:
    for n, (_, plan, done) in enumerate(_TREES):
        book.count(**{f"t{n}_p": plan, f"t{n}_d": done})
        book.rate(f"t{n}_x", f"t{n}_d", f"t{n}_p")
    for n, (_, number) in enumerate(_PESTS):
        book.count(**{f"v{n}": number})
    book.rate("closed", "v2", "v1")
    book.count(cplt_l=203)
    book.year("yv", "v1", "cplt_l")
    book.count(dead=236, all_t=41800)
    book.sum("alive", "all_t", minus=("dead",))
    book.rate("alive_x", "alive", "all_t")
    book.count(green="0.4236", green_l="0.4178", per="14.62", per_l="14.35")
    book.points("yg", "green", "green_l")
    book.year("yp", "per", "per_l")
    book.count(asked=300, a1=126, a2=148, a3=21)
    book.sum("a4", "asked", minus=("a1", "a2", "a3"))
    book.sum("asked", "a1", "a2", "a3", "a4")
    book.sum("glad", "a1", "a2")
    book.rate("glad_x", "glad", "asked")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(f"{end}_in", f"{end}0", f"{end}1")
        book.sum(f"{end}_do", f"{end}2", f"{end}3")
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(6)))
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_in", f"{end}_do", f"{end}4", f"{end}5")))
    book.rate("r_all", "g_all", "w_all")


def build() -> Paper:
    """Return the report."""
    paper = Paper("parks_upkeep_2020", _books(), styled=True)
    paper.title("雁塔坡区2020年城市绿化管养项目支出绩效自评报告")
    paper.h("一、项目概况")
    paper.h("（一）项目单位基本情况", 2)
    paper.p(
        "区园林绿化服务中心为区城市管理局下属正科级事业单位，负责全区公园、道路、河岸绿地的养护管理和绿化工程建设。"
    )
    paper.h("（二）项目基本性质、用途和主要内容", 2)
    paper.p(
        "绿化管养为经常性项目，采取购买服务方式，管养期3年（2019—2021年）。2020年管养绿地{all_m:w2}万平方米，按等级定额测算费用{all_s:y2}元，综合单价每平方米{mean_e:y2}元。"
    )
    paper.table(
        (12, 15, 12, 14, 17),
        "养护等级|面积（平方米）|面积占比|定额单价（元/㎡·年）|测算费用（元）",
        *(f"{name}|{{{k}_m:n}}|{{{k}_h:p2}}%|{{{k}_e:y2}}|{{{k}_s:y2}}" for k, (name, *_) in _GRADES.items()),
        "合计|{all_m:n}|100%|—|{all_s:y2}",
    )
    paper.p("经公开招标，4个标段年度合同价共计{lot_c:y2}元，比测算费用低{bid_s:y2}元，降低{bid_x:p2}%。")
    paper.h("二、项目资金使用及管理情况")
    paper.h("（一）项目资金安排落实、总投入情况分析", 2)
    paper.p(
        "2020年年初预算{plan:y2}元，6月按压减一般性支出要求调减{cut:y2}元，调整后{full:y2}元，资金全部为区级财政资金，到位率100%。"
    )
    paper.h("（二）项目资金实际使用情况分析", 2)
    paper.p(
        "全年支出{used:y2}元，执行率{used_x:p2}%，剩余{left:y2}元由财政收回。支付管养服务费{lot_p:y2}元，占{lot_h:p2}%；支付其他费用{extra:y2}元，占{extra_h:p2}%，其中苗木补植{tree:y2}元、绿化用水{water:y2}元、病虫害防治药剂{pest:y2}元。2019年支出{last:y2}元，2020年{yu:增支/减支}{yu.d:y2}元，{yu:增幅/降幅}{yu.g:p2}%。"
    )
    paper.p(
        "管养费按季考核支付，全年考核{four:n}次，考核分90分及以上全额支付，80—90分的按比例扣减。全年扣减{lot_o:y2}元，占合同价的{off_x:p2}%。"
    )
    paper.table(
        (9, 11, 14, 6, 6, 6, 6, 7, 8, 12, 14),
        "标段|管养单位|合同价（元）|季度考核得分|>|>|>|>|全年平均分|扣减（元）|实付（元）",
        "^|^|^|一|二|三|四|合计|^|^|^",
        *(
            f"{name}|{firm}|{{{k}_c:y2}}|"
            + "|".join(f"{{{k}_q{n}:n}}" for n in range(4))
            + f"|{{{k}_q:n}}|{{{k}_v:n2}}|{{{k}_o:y2}}|{{{k}_p:y2}}"
            for k, (name, firm, *_) in _LOTS.items()
        ),
        "合计|>|{lot_c:y2}||||||—|{lot_o:y2}|{lot_p:y2}",
        heads=2,
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、项目绩效情况分析")
    paper.p("主要工作量和日常监管情况见下表。")
    paper.table(
        (20, 9, 9, 10, 20, 10),
        "工作内容|计划|完成|完成率|监管情况|数量",
        *(
            f"{name}|{{t{n}_p:n}}|{{t{n}_d:n}}|{{t{n}_x:p1}}%|{_PESTS[n][0]}|{{v{n}:n}}"
            for n, (name, *_) in enumerate(_TREES)
        ),
    )
    paper.p(
        "1.项目的经济性。合同价较定额测算有明显下降，但三标段全年考核平均分{c_v:n2}分，为四个标段中最低，扣减{c_o:y2}元，说明低价中标对养护质量有一定影响。"
    )
    paper.p(
        "2.项目的效率性。绿地改造完成{t2_d:n}平方米，完成率{t2_x:p1}%，未完成的一处因地铁施工占地；行道树补植{t0_d:n}株，超额完成。现有行道树{all_t:n}株，死亡及缺株{dead:n}株，实际保存{alive:n}株，保存率{alive_x:p2}%。受理市民投诉{v1:n}件，较上年{cplt_l:n}件{yv:增加/减少}{yv.d:n}件，{yv:上升/下降}{yv.g:p1}%，办结{v2:n}件，办结率{closed:p1}%。"
    )
    paper.p(
        "3.项目的效益性。建成区绿化覆盖率{green:p2}%，比上年（{green_l:p2}%）{yg:提高/下降}{yg:p2}个百分点；人均公园绿地面积由{per_l:n2}平方米{yp:增加/减少}到{per:n2}平方米，{yp:增长/下降}{yp.g:p1}%。市民满意度调查共访问{asked:n}人，很满意{a1:n}人、满意{a2:n}人、一般{a3:n}人、不满意{a4:n}人，满意及以上{glad:n}人，满意率{glad_x:p1}%。"
    )
    paper.h("四、综合评价情况及评价结论")
    paper.p(
        "项目自评得分{g_all:s1z}分，综合得分率{r_all:p2}%。投入、过程两类指标分别得{g_in:s1z}分、{g_do:s1z}分，产出得{g4:s1z}分，效果得{g5:s1z}分。"
    )
    paper.table(
        (14, 20, 10, 10, 12),
        "一级指标|二级指标|标准分|自评分|得分率（%）",
        *(
            f"{'^' if n and _MARKS[n - 1][0] == one else one}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{{r{n}:p2}}"
            for n, (one, name, *_) in enumerate(_MARKS)
        ),
        "总计|>|{w_all:s0}|{g_all:s1z}|{r_all:p2}",
    )
    paper.h("五、主要经验做法、存在的问题和建议")
    paper.p(
        "存在问题：考核结果与付款挂钩力度不够，扣减比例上限仅2%；部分道路绿地缺少自动喷灌，用水成本高。建议下一管养期将扣减上限提高到5%，并增加再生水取水点12处。"
    )
