"""A city's street lamps, 2021: current by quarter with its price, money turned back and kept, rates of control in brackets."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: name, budget, paid (万元).
_PROJECTS = {
    "power": ("城市照明电费", "1500.00", None),
    "mend": ("路灯设施维护维修", "420.00", "397.25"),
    "feast": ("重大节日灯饰布展", "118.00", "112.46"),
    "new": ("无灯路段补建", "228.50", "203.18"),
}
# Quarter: kWh, bill in 万元.
_QUARTERS = {
    "q1": ("一季度", "6248300", "421.07"),
    "q2": ("二季度", "4716900", "318.64"),
    "q3": ("三季度", "4982500", "339.28"),
    "q4": ("四季度", "5975100", "407.38"),
}
_MARKS = (
    ("投入", "目标设定", 6, "6"),
    ("^", "预算配置", 8, "8"),
    ("过程", "预算执行", 18, "16.4"),
    ("^", "预算管理", 10, "10"),
    ("^", "资产管理", 8, "7"),
    ("产出", "职责履行", 28, "26.5"),
    ("效果", "履职效益", 22, "21"),
)


def _books() -> Book:
    book = Book()
    book.wan(start="2846.50", flood="194.80", lamp="118.00", old="84.62", cut="56.30", keep="62.40")
    book.sum("add", "flood", "lamp")
    book.sum("net", "add", minus=("cut",))
    book.sum("full", "start", "add", "old", minus=("cut",))
    book.rate("adj_x", "net", "start")
    for key, (_, kwh, bill) in _QUARTERS.items():
        book.count(**{f"{key}_k": kwh})
        book.wan(**{key: bill})
        book.average(f"{key}_u", key, f"{key}_k")
    book.sum("kwh", *(f"{key}_k" for key in _QUARTERS))
    book.wan(power_b="1500.00")
    book.sum("power", *_QUARTERS)
    book.average("power_u", "power", "kwh")
    for key, (_, budget, paid) in _PROJECTS.items():
        if paid:
            book.wan(**{f"{key}_b": budget, key: paid})
        book.rate(f"{key}_x", key, f"{key}_b")
    book.wan(pay="742.18", home="36.40", off="58.92", off_b="61.50", paid_l="3122.74", power_l="1538.90")
    book.sum("basic", "pay", "home", "off")
    book.sum("proj", *_PROJECTS)
    book.sum("proj_b", *(f"{key}_b" for key in _PROJECTS))
    book.rate("proj_x", "proj", "proj_b")
    book.sum("paid", "basic", "proj")
    book.sum("rest", "full", minus=("paid",))
    book.sum("back", "rest", minus=("keep",))
    book.sum("rest", "keep", "back")
    book.rate("x", "paid", "full")
    book.rate("rest_x", "rest", "full")
    book.rate("off_x", "off", "off_b")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.wan(car="18.36", recv="0.74", car_l="20.15", recv_l="0.92", three_b="22.00")
    book.sum("three", "car", "recv")
    book.sum("three_l", "car_l", "recv_l")
    book.rate("three_x", "three", "three_b")
    for key in ("paid", "power", "three", "car"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.count(posts=86, staff=81, old_n=47, hired=22)
    book.rate("staff_x", "staff", "posts")
    book.sum("men", "staff", "hired")
    _work(book)
    return book


def _work(book: Book) -> None:
    book.count(led=31652, na=14890, other=1694, dark=675)
    book.sum("lamps", "led", "na", "other")
    book.sum("lit", "lamps", minus=("dark",))
    book.rate("lit_x", "lit", "lamps")
    book.rate("led_h", "led", "lamps")
    book.count(calls=3218, day=3167, calls_l=3590, fix_p=12, fix=11, poles=386)
    book.rate("day_x", "day", "calls")
    book.year("y_calls", "calls", "calls_l")
    book.average("pole_u", "new", "poles")
    book.count(asked=500, back_n=482, glad=455)
    book.rate("back_x", "back_n", "asked")
    book.rate("glad_x", "glad", "back_n")
    for n, (_, _, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
        book.sum(f"l{n}", f"w{n}", minus=(f"g{n}",))
    for end in "wg":
        book.sum(f"{end}_in", f"{end}0", f"{end}1")
        book.sum(f"{end}_run", f"{end}2", f"{end}3", f"{end}4")
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_MARKS))))
    book.sum("lost", "w_all", minus=("g_all",))
    book.ties.append(Tie("sum", "lost", ("l2", "l4", "l5", "l6")))


def build() -> Paper:
    """Return the report."""
    paper = Paper("road_lights_2021", _books())
    paper.title("临溪市城市照明管理处")
    paper.title("2021年度部门整体支出绩效自评报告")
    paper.h("一、单位概况")
    paper.p(
        "市城市照明管理处为市城市管理局所属正科级公益一类事业单位，负责城区道路、桥梁、背街小巷照明设施的建设管理和维护，设办公室、工程科、维护一所、维护二所、监控中心。",
        "事业编制{posts:n}名，年末在编{staff:n}人（在职人员控制率{staff_x:p2}%），另聘用驾驶、巡查人员{hired:n}人，在岗人员共计{men:n}人；离退休人员{old_n:n}人由社保发放养老金。",
    )
    paper.p(
        "截至2021年底，城区共管护路灯{lamps:n}盏，其中LED灯{led:n}盏、钠灯{na:n}盏、其他光源{other:n}盏，LED灯占比{led_h:p2}%。“十三五”末这一比例约为五成。"
    )
    paper.h("二、资金安排和使用")
    paper.h("（一）收支预算及调整", 2)
    paper.p(
        "年初部门预算{start:w2}万元。执行中追加{add:w2}万元（含“7·20”汛后照明设施抢修{flood:w2}万元、国庆灯饰布展{lamp:w2}万元），按过紧日子要求调减{cut:w2}万元，追加与调减相抵净增{net:w2}万元，预算调整率{adj_x:p2}%；另有上年结转{old:w2}万元。调整后全年可用资金{full:w2}万元。"
    )
    paper.h("（二）支出", 2)
    paper.p(
        "本年支出{paid:w2}万元，完成可用资金的{x:p2}%，较2020年支出数{paid_l:w2}万元{y_paid:增支/减支}{y_paid.d:w2}万元，{y_paid:增幅/降幅}{y_paid.g:p2}%。年末结转结余{rest:w2}万元，结转结余率{rest_x:p2}%，其中未完工的补建项目结转{keep:w2}万元继续使用，其余{back:w2}万元上缴国库。"
    )
    paper.p(
        "支出分两大块：基本支出{basic:w2}万元，占{basic_h:p2}%，用于工资福利{pay:w2}万元、商品和服务{off:w2}万元、对个人和家庭的补助{home:w2}万元；项目支出{proj:w2}万元，占{proj_h:p2}%。公用经费（商品和服务支出）预算{off_b:w2}万元，公用经费控制率{off_x:p2}%，低于100%的控制目标。"
    )
    paper.p("项目支出明细：")
    paper.right("单位：万元、%")
    paper.table(
        (18, 10, 10, 8),
        "项目名称|全年预算|全年支出|支出进度",
        *(f"{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_x:p2}}" for k, (name, *_) in _PROJECTS.items()),
        "小计|{proj_b:w2}|{proj:w2}|{proj_x:p2}",
    )
    paper.p(
        "“三公”经费预算{three_b:w2}万元，决算{three:w2}万元，三公经费控制率{three_x:p2}%；决算比上年的{three_l:w2}万元{y_three:上升/下降}{y_three.g:p2}%。具体是公车运维费{car:w2}万元（上年{car_l:w2}万元，{y_car:增加/压减}{y_car.d:w2}万元），公务接待费{recv:w2}万元（上年{recv_l:w2}万元），无因公出国（境）费用。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、绩效目标完成情况")
    paper.p(
        "1．节能降耗。全年照明用电{kwh:w2}万千瓦时，支付电费{power:w2}万元，折合每千瓦时{power_u:y4}元；电费比2020年的{power_l:w2}万元{y_power:多支/少支}{y_power.d:w2}万元，{y_power:上升/下降}{y_power.g:p2}%。分季度情况如下："
    )
    paper.table(
        (10, 14, 12, 14),
        "季度|用电量（万千瓦时）|电费（万元）|均价（元/千瓦时）",
        *(f"{name}|{{{k}_k:w2}}|{{{k}:w2}}|{{{k}_u:y4}}" for k, (name, *_) in _QUARTERS.items()),
        "全年|{kwh:w2}|{power:w2}|{power_u:y4}",
    )
    paper.p(
        "2．亮灯保障。12月25日夜间集中普查，熄灯{dark:n}盏，正常亮灯{lit:n}盏，亮灯率{lit_x:p2}%，《城市道路照明设计标准》要求主干道不低于98%。"
    )
    paper.p(
        "3．维修及时。12345热线和自有热线（0739-5321100）全年受理报修{calls:n}件，比上年{calls_l:n}件{y_calls:增加/减少}{y_calls.d:n}件；24小时内修复{day:n}件，及时率{day_x:p2}%。其余件涉及电缆被盗或道路开挖，均在72小时内恢复。"
    )
    paper.p(
        "4．补建提速。计划补建无灯路段{fix_p:n}条，完成{fix:n}条，新立灯杆{poles:n}基，支出{new:w2}万元，平均每基{pole_u:y0}元。因管线迁改，东环路未完成，预计2022年一季度竣工。"
    )
    paper.p(
        "5．群众评价。发放问卷{asked:n}份，回收{back_n:n}份（回收率{back_x:p1}%），满意和较满意{glad:n}份，满意度{glad_x:p1}%。"
    )
    paper.h("四、自评结论")
    paper.p(
        "对照市财政局下发的评分标准，自评{g_all:s1}分（满分{w_all:s0}分），等次为“优”。投入类得{g_in:s1z}分，过程类得{g_run:s1z}分，产出类得{g5:s1z}分，效果类得{g6:s1z}分。共扣{lost:s1}分，分别为预算执行扣{l2:s1z}分、资产管理扣{l4:s1z}分、职责履行扣{l5:s1z}分、履职效益扣{l6:s1z}分。"
    )
    paper.table(
        (10, 16, 8, 8),
        "一级指标|二级指标|标准分|自评分",
        *(f"{kind}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}" for n, (kind, name, *_) in enumerate(_MARKS)),
        "合计|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.h("五、问题与建议")
    paper.p(
        "一是钠灯比重仍高，按每盏LED灯年节电约300千瓦时测算，节能空间较大。二是电缆被盗时有发生，全年约40起。建议将LED改造列入2022年城建计划，力争三年内更换1万盏以上。"
    )
    paper.right("2022年3月25日")
