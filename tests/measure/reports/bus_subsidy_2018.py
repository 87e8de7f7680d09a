"""A city's bus subsidy, 2018, evaluated: kilometres by standard and by marks, free rides, costs and fares over three years."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Company: name, lines, buses, kilometres planned and run, passengers (万), coefficient of its marks, marks.
_FIRMS = {
    "one": ("公交第一分公司", 46, 412, "2210.00", "2186.42", "6842.15", "0.98", "96.4"),
    "two": ("公交第二分公司", 39, 368, "1940.00", "1905.38", "5420.86", "0.96", "92.8"),
    "land": ("城乡公交公司", 24, 145, "760.00", "768.95", "1036.52", "0.94", "88.5"),
}
# Year: kilometres, passengers, cost of running, fares, other income, subsidy (万).
_YEARS = {
    "y16": ("4618.30", "13984.20", "35216.84", "17862.55", "1486.30", "12850.00"),
    "y17": ("4742.66", "13571.48", "37084.29", "17240.18", "1533.72", "14200.00"),
}
_FREE = {
    "aged": ("65周岁以上老年人", "1846.27", "1.00"),
    "ill": ("残疾人", "118.45", "1.00"),
    "army": ("现役军人", "42.60", "1.00"),
    "pupil": ("中小学生（半价）", "963.18", "0.50"),
}
_MARKS = {
    "d": ("项目决策", "15", "13.5"),
    "m": ("项目管理", "25", "21"),
    "o": ("项目产出", "30", "28.2"),
    "e": ("项目效果", "30", "25.8"),
}


def _subsidy(book: Book) -> None:
    book.yuan(km_e="2.60")
    for key, (_, lines, buses, plan, run, riders, factor, marks) in _FIRMS.items():
        book.count(**{f"{key}_n": lines, f"{key}_bus": buses})
        book.count(**{f"{key}_f": factor, f"{key}_z": marks})
        book.wan(**{f"{key}_plan": plan, f"{key}_km": run, f"{key}_men": riders})
        book.rate(f"{key}_x", f"{key}_km", f"{key}_plan")
        book.product(f"{key}_fix", "km_e", f"{key}_km")
        book.product(f"{key}_pay", f"{key}_fix", f"{key}_f")
        book.sum(f"{key}_cut", f"{key}_fix", minus=(f"{key}_pay",))
    for end in ("n", "bus", "plan", "km", "men", "fix", "pay", "cut"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _FIRMS))
    book.rate("all_x", "all_km", "all_plan")
    book.ties.append(Tie("sum", "all_cut", ("all_fix",), ("all_pay",)))
    book.ties.append(Tie("product", "all_fix", ("km_e", "all_km")))
    for key, (_, times, each) in _FREE.items():
        book.wan(**{f"{key}_t": times})
        book.yuan(**{f"{key}_e": each})
        book.product(f"{key}_s", f"{key}_e", f"{key}_t")
    for end in "ts":
        book.sum(f"free_{end}", *(f"{key}_{end}" for key in _FREE))
    book.count(green=214)
    book.yuan(green_e="60000")
    book.product("green_s", "green_e", "green")
    book.sum("due", "all_pay", "free_s", "green_s")
    book.wan(y18_sub="15500.00")
    book.sum("owed", "due", minus=("y18_sub",))
    book.rate("paid_x", "y18_sub", "due")
    for key in ("all_pay", "free_s", "green_s"):
        book.rate(f"{key}_h", key, "due")
    book.rate("green_h", "green", "all_bus")


def _years(book: Book) -> None:
    for year, amounts in _YEARS.items():
        for end, amount in zip(("km", "men", "cost", "fare", "more", "sub"), amounts, strict=True):
            book.wan(**{f"{year}_{end}": amount})
    book.sum("y18_km", "all_km")
    book.sum("y18_men", "all_men")
    book.rate("free_h", "free_t", "y18_men")
    book.wan(y18_cost="38612.07", y18_fare="16385.94", y18_more="1608.15")
    for year in ("y16", "y17", "y18"):
        book.sum(f"{year}_in", f"{year}_fare", f"{year}_more")
        book.sum(f"{year}_loss", f"{year}_cost", minus=(f"{year}_in",))
        book.average(f"{year}_unit", f"{year}_cost", f"{year}_km")
        book.rate(f"{year}_cover", f"{year}_sub", f"{year}_loss")
    book.sum("gap", "y18_loss", minus=("y18_sub",))
    for end in ("men", "cost", "fare", "sub", "km"):
        book.year(f"d{end}", f"y18_{end}", f"y17_{end}")
    book.sum("sub3", "y16_sub", "y17_sub", "y18_sub")


def _books() -> Book:
    book = Book()
    _subsidy(book)
    _years(book)
    book.count(trips=1864200, trips_d=1831576, sites=40, late=6)
    book.rate("trips_x", "trips_d", "trips")
    book.sum("on", "sites", minus=("late",))
    book.rate("on_x", "on", "sites")
    book.count(calls=1327, calls_l=1546, ask=1000, good=792)
    book.year("yc", "calls", "calls_l")
    book.rate("good_x", "good", "ask")
    for key, (_, weight, got) in _MARKS.items():
        book.count(**{f"w{key}": str(weight), f"g{key}": str(got)})
        book.rate(f"x{key}", f"g{key}", f"w{key}")
    for end in "wg":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("bus_subsidy_2018", _books(), styled=True)
    paper.title("宁川市2018年度城市公交运营补贴")
    paper.title("财政重点评价报告")
    paper.h("1 项目基本情况")
    paper.p(
        "宁川市公共交通集团下设3家运营单位，2018年末共有公交线路{all_n:n}条、营运车辆{all_bus:n}辆，其中新能源车{green:n}辆，占{green_h:p2}%。其中第一分公司线路{one_n:n}条、车辆{one_bus:n}辆，第二分公司线路{two_n:n}条、车辆{two_bus:n}辆，城乡公交公司线路{land_n:n}条、车辆{land_bus:n}辆。市财政对公交企业的补贴由里程补贴、减免票补贴、新能源车运营补助三部分构成，依据为《宁川市城市公交成本规制办法》。",
        "2016年至2018年，市财政分别拨付补贴{y16_sub:w2}万元、{y17_sub:w2}万元和{y18_sub:w2}万元，三年累计{sub3:w2}万元；2018年较2017年{dsub:增加/减少}{dsub.d:w2}万元，{dsub:增长/下降}{dsub.g:p2}%。",
    )
    paper.h("2 补贴核定与拨付情况")
    paper.h("2.1 里程补贴", 2)
    paper.p(
        "里程补贴标准为每公里{km_e:y2}元。2018年计划行驶里程{all_plan:w2}万公里，实际行驶{all_km:w2}万公里，计划完成率{all_x:p2}%，按标准核定里程补贴{all_fix:w2}万元。根据服务质量考核结果计算考核系数，考核后应补{all_pay:w2}万元，核减{all_cut:w2}万元。",
        "考核得分95分以上的系数为0.98，90至95分的系数为0.96，90分以下的系数为0.94；3家单位考核得分分别为{one_z:s1}分、{two_z:s1}分和{land_z:s1}分。",
    )
    paper.centre("表1　里程补贴核定表")
    paper.table(
        (14, 10, 10, 9, 11, 8, 11, 10),
        "运营单位|计划里程（万公里）|实际里程（万公里）|完成率|核定补贴（万元）|考核系数|应补金额（万元）|核减金额（万元）",
        *(
            f"{name}|{{{k}_plan:w2}}|{{{k}_km:w2}}|{{{k}_x:p2}}%|{{{k}_fix:w2}}|{{{k}_f:s2}}|{{{k}_pay:w2}}|{{{k}_cut:w2}}"
            for k, (name, *_) in _FIRMS.items()
        ),
        "合计|{all_plan:w2}|{all_km:w2}|{all_x:p2}%|{all_fix:w2}|—|{all_pay:w2}|{all_cut:w2}",
    )
    paper.h("2.2 减免票补贴", 2)
    paper.p(
        "全年享受减免票政策的乘客{free_t:w2}万人次，占客运量的{free_h:p2}%，应补{free_s:w2}万元：",
        "；".join(
            f"{name}{{{k}_t:w2}}万人次，每人次补{{{k}_e:y2}}元，计{{{k}_s:w2}}万元"
            for k, (name, *_) in _FREE.items()
        ),
        "。",
    )
    paper.h("2.3 新能源车运营补助和拨付", 2)
    paper.p(
        "新能源车{green:n}辆，每辆补助{green_e:y0}元，应补{green_s:w2}万元。三项合计应补{due:w2}万元，里程补贴、减免票补贴、新能源车运营补助占比依次为{all_pay_h:p2}%、{free_s_h:p2}%、{green_s_h:p2}%。2018年实际拨付{y18_sub:w2}万元，拨付率{paid_x:p2}%，尚欠{owed:w2}万元，列入2019年预算清算。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("3 绩效分析")
    paper.h("3.1 产出", 2)
    paper.p(
        "全年计划发车{trips:n}班次，实际发车{trips_d:n}班次，班次执行率{trips_x:p2}%。评价组现场抽查{sites:n}个站点，发车间隔符合公示时刻的{on:n}个，准点率{on_x:p2}%，另有{late:n}个站点高峰时段间隔超过15分钟。"
    )
    paper.h("3.2 效率", 2)
    paper.p(
        "2018年客运量{y18_men:w2}万人次，比2017年{dmen:增加/减少}{dmen.d:w2}万人次，{dmen:上升/下降}{dmen.g:p2}%；行驶里程则{dkm:增长/下降}{dkm.g:p2}%。运营总成本{y18_cost:w2}万元，{dcost:增长/下降}{dcost.g:p2}%；票款收入{y18_fare:w2}万元，{dfare:增长/下降}{dfare.g:p2}%。",
        "近三年单位成本逐年上升，每公里成本由2016年的{y16_unit:y2}元、2017年的{y17_unit:y2}元升至2018年的{y18_unit:y2}元。2018年政策性亏损{y18_loss:w2}万元，补贴后缺口{gap:w2}万元由企业自行消化。",
    )
    paper.centre("表2　2016—2018年公交运营主要数据")
    paper.right("单位：万元")
    paper.table(
        (20, 11, 11, 11),
        "项目|2016年|2017年|2018年",
        *(
            f"{name}|{{y16_{end}:{form}}}|{{y17_{end}:{form}}}|{{y18_{end}:{form}}}"
            for name, end, form in (
                ("行驶里程（万公里）", "km", "w2"),
                ("客运量（万人次）", "men", "w2"),
                ("一、运营成本", "cost", "w2"),
                ("二、营业收入", "in", "w2"),
                ("　　其中：票款收入", "fare", "w2"),
                ("　　　　　广告等其他收入", "more", "w2"),
                ("三、政策性亏损", "loss", "w2"),
                ("四、财政补贴", "sub", "w2"),
            )
        ),
        "补贴覆盖率（%）|{y16_cover:p2}|{y17_cover:p2}|{y18_cover:p2}",
    )
    paper.h("3.3 服务质量和满意度", 2)
    paper.p(
        "市交通服务热线全年受理公交投诉{calls:n}件，比上年{calls_l:n}件{yc:增加/减少}{yc.d:n}件，{yc:上升/下降}{yc.g:p2}%。随机访问乘客{ask:n}人，满意{good:n}人，满意率{good_x:p2}%，不满意主要集中在候车时间长和末班车收车早。"
    )
    paper.h("4 评价结论")
    paper.p(
        "评价得分{g:s2}分，绩效等级为“良”。分项看，项目决策{gd:s1}分（权重{wd:s0}分），项目管理{gm:s1}分（权重{wm:s0}分），项目产出{go:s1}分（权重{wo:s0}分），项目效果{ge:s1}分（权重{we:s0}分）；得分率分别为{xd:p1}%、{xm:p1}%、{xo:p1}%、{xe:p1}%。"
    )
    paper.h("5 问题与建议")
    paper.p(
        "（1）补贴清算不及时，拨付率仅{paid_x:p2}%。建议市财政局、市交通运输局在次年一季度内完成上年度清算。（2）线网重复系数偏高，客运量连续两年下滑。建议2019年底前优化中心城区重复线路8条以上，同步延长4条骨干线路收车时间。",
        "（3）考核系数分档过粗，激励约束不足。建议将系数与考核得分线性挂钩。",
    )
    paper.p("评价工作组：宁川市财政局预算绩效科、宁川财经学院　　报告日期：2019年9月26日")
