"""A province's centre for motorways, 2024: sections with three kinds of upkeep, tolls in 亿元, money a kilometre, lane ratings."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Section: name, length (km), daily, special, emergency plan; the same done (万元).
_SECTIONS = {
    "n": ("安宁至北川段", "118.6", ("2312.70", "4860.00", "180.00"), ("2298.44", "4712.35", "96.20")),
    "e": ("东岭至海门段", "94.3", ("1838.85", "3125.00", "140.00"), ("1838.85", "2986.71", "131.48")),
    "s": ("绕城南环", "46.8", ("1216.80", "2240.00", "90.00"), ("1190.32", "2240.00", "54.60")),
    "w": ("西河至关口段", "132.5", ("2583.75", "5376.00", "260.00"), ("2541.06", "4102.88", "248.15")),
}
_SORTS = ("日常养护", "专项工程", "应急抢险")
# Section: ratings of 2023 and 2024.
_RATES = {"n": ("93.82", "94.65"), "e": ("94.10", "94.37"), "s": ("92.56", "93.91"), "w": ("93.45", "93.28")}
_WORKS = (
    ("沥青路面铣刨重铺", "万平方米", "86.00", "81.40"),
    ("桥梁伸缩缝更换", "道", "214", "214"),
    ("隧道照明节能改造", "座", "9", "7"),
    ("护栏提质升级", "公里", "52.40", "54.10"),
)
_MARKS = (
    ("产出", "专项工程完成率", 15, "13.2"),
    ("产出", "日常养护里程", 10, "10"),
    ("产出", "交工验收合格率", 15, "15"),
    ("产出", "养护成本控制", 10, "10"),
    ("效益", "优等路率", 10, "9.5"),
    ("效益", "拥堵时长压降", 10, "10"),
    ("效益", "绿色养护", 10, "9"),
    ("满意度", "司乘人员满意度", 10, "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, length, plan, done) in _SECTIONS.items():
        book.count(**{f"{key}_k": length})
        for n in range(3):
            book.wan(**{f"{key}_p{n}": plan[n], f"{key}_d{n}": done[n]})
        for end in "pd":
            book.sum(f"{key}_{end}", *(f"{key}_{end}{n}" for n in range(3)))
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.average(f"{key}_u", f"{key}_d0", f"{key}_k")
    for end in ("k", "p", "d", *(f"{way}{n}" for way in "pd" for n in range(3))):
        book.sum(f"a_{end}", *(f"{key}_{end}" for key in _SECTIONS))
    for end in "pd":
        book.ties.append(Tie("sum", f"a_{end}", tuple(f"a_{end}{n}" for n in range(3))))
    book.rate("a_x", "a_d", "a_p")
    book.average("a_u", "a_d0", "a_k")
    for n in range(3):
        book.rate(f"a_x{n}", f"a_d{n}", f"a_p{n}")
        book.rate(f"a_h{n}", f"a_d{n}", "a_d")
    book.sum("rest", "a_p", minus=("a_d",))
    book.wan(old="1482.60")
    book.sum("fresh", "a_p", minus=("old",))
    book.sum("a_p", "old", "fresh")
    book.wan(last="20861.47")
    book.year("ya", "a_d", "last")
    for key, (last, now) in _RATES.items():
        book.count(**{f"{key}_r0": last, f"{key}_r1": now})
        book.sum(f"{key}_rd", f"{key}_r1", minus=(f"{key}_r0",))
    _traffic(book)
    return book


def _traffic(book: Book) -> None:
    book.wan(toll="318640", toll_l="301275", car="186325", bridge="4218.50")
    book.sum("truck", "toll", minus=("car",))
    book.sum("toll", "car", "truck")
    book.year("yt", "toll", "toll_l")
    book.rate("car_h", "car", "toll")
    book.rate("truck_h", "truck", "toll")
    book.rate("cost_h", "a_d", "toll")
    book.count(flow=48620, flow_l=46110, crash=312, crash_l=358, dead=9, dead_l=13)
    book.year("yf", "flow", "flow_l")
    book.year("yc", "crash", "crash_l")
    book.year("yd", "dead", "dead_l")
    book.count(good="382.6")
    book.rate("good_x", "good", "a_k")
    for n, (_, unit, plan, done) in enumerate(_WORKS):
        book.count(**{f"t{n}_p": plan, f"t{n}_d": done})
        book.rate(f"t{n}_x", f"t{n}_d", f"t{n}_p")
        del unit
    book.wan(bid_b="13860.00", bid="13105.42")
    book.sum("save", "bid_b", minus=("bid",))
    book.rate("save_x", "save", "bid_b")
    book.count(lots=7, firms=41)
    book.average("bid_u", "bid", "lots")
    book.count(jam="21.4", jam_l="26.8")
    book.year("yj", "jam", "jam_l")
    book.count(ton="9.86", ton_old="3.72")
    book.rate("old_x", "ton_old", "ton")
    book.count(asked=1200, got=1164, glad=1078)
    book.rate("got_x", "got", "asked")
    book.rate("glad_x", "glad", "got")
    book.count(w8=10)
    book.score("g8", "w8", "a_x")
    book.values["g8"] = round(book.values["g8"], 2)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(4)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(4, 7)))
        book.sum(f"{end}_all", f"{end}_out", f"{end}_eff", f"{end}7", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}{n}" for n in range(9))))


def build() -> Paper:
    """Return the report."""
    paper = Paper("expressway_upkeep_2024", _books())
    paper.title("云岭省高速公路养护管理中心")
    paper.title("2024年度高速公路养护资金绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "中心管养政府还贷高速公路4段，总里程{a_k:n1}公里，其中最长的西河至关口段{w_k:n1}公里，最短的绕城南环{s_k:n1}公里。2024年全线通行费收入{toll:e4}亿元，同比{yt:增长/下降}{yt.g:p2}%（2023年为{toll_l:e4}亿元），其中客车{car:e4}亿元，占{car_h:p2}%；货车{truck:e4}亿元，占{truck_h:p2}%。养护支出占通行费收入的{cost_h:p2}%。"
    )
    paper.h("二、资金安排与使用")
    paper.p(
        "2024年养护资金预算{a_p:w2}万元，其中当年通行费安排{fresh:w2}万元，上年专项工程结转{old:w2}万元。全年支出{a_d:w2}万元，执行率{a_x:p2}%，未执行{rest:w2}万元；支出比2023年的{last:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增幅/降幅}{ya.g:p2}%。"
    )
    paper.p(
        "按支出性质划分，日常养护{a_d0:w2}万元，占{a_h0:p2}%，执行率{a_x0:p2}%；专项工程{a_d1:w2}万元，占{a_h1:p2}%，执行率{a_x1:p2}%；应急抢险{a_d2:w2}万元，占{a_h2:p2}%，执行率{a_x2:p2}%。日常养护平均每公里{a_u:w2}万元。"
    )
    paper.centre("表1　分路段养护资金预算执行表")
    paper.right("金额单位：万元")
    paper.table(
        (14, 9, 9, 9, 8, 10, 9, 9, 8, 10, 9),
        "路段|里程（公里）|预算数|>|>|>|支出数|>|>|>|执行率（%）",
        "^|^|日常养护|专项工程|应急抢险|小计|日常养护|专项工程|应急抢险|小计|^",
        *(
            f"{name}|{{{k}_k:n1}}|{{{k}_p0:w2}}|{{{k}_p1:w2}}|{{{k}_p2:w2}}|{{{k}_p:w2}}|{{{k}_d0:w2}}|{{{k}_d1:w2}}|{{{k}_d2:w2}}|{{{k}_d:w2}}|{{{k}_x:p2}}"
            for k, (name, *_) in _SECTIONS.items()
        ),
        "合计|{a_k:n1}|{a_p0:w2}|{a_p1:w2}|{a_p2:w2}|{a_p:w2}|{a_d0:w2}|{a_d1:w2}|{a_d2:w2}|{a_d:w2}|{a_x:p2}",
        heads=2,
    )
    paper.p(
        "西河至关口段执行率最低，为{w_x:p2}%，主要是2座隧道照明改造因电力增容手续未办结，推迟至2025年实施；东岭至海门段日常养护费用{e_d0:w2}万元，折合每公里{e_u:w2}万元，与预算持平。"
    )
    paper.p(
        "专项工程分{lots:n}个标段公开招标，{firms:n}家企业参与投标，最高限价合计{bid_b:w2}万元，中标价合计{bid:w2}万元，较限价下浮{save:w2}万元，下浮率{save_x:p2}%，平均每标段中标价{bid_u:w2}万元。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、绩效目标完成情况")
    paper.p("（一）产出完成情况。四类专项工程的实物工作量完成情况见表2。")
    paper.centre("表2　专项工程实物量完成情况")
    paper.table(
        (20, 12, 12, 12, 12),
        "工程内容|计量单位|计划量|完成量|完成比例",
        *(
            f"{name}|{unit}|{{t{n}_p:n{2 if '.' in plan else 0}}}|{{t{n}_d:n{2 if '.' in done else 0}}}|{{t{n}_x:p1}}%"
            for n, (name, unit, plan, done) in enumerate(_WORKS)
        ),
    )
    paper.p(
        "全年完成沥青路面铣刨重铺{t0_d:n2}万平方米，为计划的{t0_x:p1}%，未完成部分因第四季度降雪提前停工；护栏提质升级{t3_d:n2}公里，超计划{t3_p:n2}公里的目标。"
    )
    paper.p(
        "（二）效果实现情况。全线优等路里程{good:n1}公里，优等路率{good_x:p2}%。三个路段技术状况指数（MQI）上升，一个路段略有下降，详见表3。"
    )
    paper.centre("表3　公路技术状况指数变化")
    paper.table(
        (14, 13, 13, 13, 13),
        "年度|安宁至北川段|东岭至海门段|绕城南环|西河至关口段",
        "2023年|{n_r0:n2}|{e_r0:n2}|{s_r0:n2}|{w_r0:n2}",
        "2024年|{n_r1:n2}|{e_r1:n2}|{s_r1:n2}|{w_r1:n2}",
        "变化|{n_rd:n2}|{e_rd:n2}|{s_rd:n2}|{w_rd:n2}",
    )
    paper.p(
        "断面日均交通量{flow:n}辆，比上年{yf:增加/减少}{yf.d:n}辆，{yf:增长/下降}{yf.g:p2}%（上年{flow_l:n}辆）。全年发生交通事故{crash:n}起、死亡{dead:n}人，分别比上年的{crash_l:n}起、{dead_l:n}人{yc:上升/下降}{yc.g:p2}%和{yd.g:p2}%。拥堵时长由百公里{jam_l:n1}小时降至{jam:n1}小时，压降{yj.g:p2}%。铣刨料产生{ton:n2}万吨，循环利用{ton_old:n2}万吨，利用率{old_x:p2}%。"
    )
    paper.p(
        "（三）满意度。在服务区发放问卷{asked:n}份，回收有效问卷{got:n}份，有效率{got_x:p2}%，满意及以上{glad:n}份，占有效问卷的{glad_x:p2}%。"
    )
    paper.h("四、自评得分情况")
    paper.table(
        (12, 24, 10, 10),
        "一级指标|三级指标|分值|得分",
        "预算执行|资金执行率|{w8:s0}|{g8:s2z}",
        *(
            f"{'^' if n and _MARKS[n - 1][0] == one else one}|{name}|{{w{n}:s0}}|{{g{n}:s2z}}"
            for n, (one, name, *_) in enumerate(_MARKS)
        ),
        "总分|>|{w_all:s0}|{g_all:s2z}",
    )
    paper.p(
        "自评总分{g_all:s2z}分（满分{w_all:s0}分）：预算执行{g8:s2z}分，产出{g_out:s2z}分，效益{g_eff:s2z}分，满意度{g7:s2z}分。"
    )
    paper.h("五、存在的问题")
    paper.p(
        "一是专项工程前期工作滞后，12个单项中有3个在下半年才取得批复；二是应急抢险预算与实际需求差距较大，绕城南环仅用了60%左右。"
    )
    paper.h("六、改进措施")
    paper.p("按“储备一批、实施一批”的要求建立三年滚动项目库，2025年计划入库25个项目，估算投资约1.8亿元。")
