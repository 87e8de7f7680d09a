"""Land consolidation over four years, told by year and by town: areas in 亩 and 公顷, quota trades in 亿元, ratios to the plan of the period."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Year: budget, spent (万元), land plan, land done (亩), new farmland (亩).
_YEARS = (
    ("18", "2400.00", "2186.50", 6200, 5840, 412),
    ("19", "3150.00", "3072.80", 8100, 8236, 588),
    ("20", "2800.00", "2534.60", 7400, 6915, 476),
    ("21", "3650.00", "3597.14", 9300, 9507, 731),
)
_TOWNS = (
    ("he", "河口镇", 9860, 723),
    ("sh", "上圩镇", 8475, 604),
    ("xi", "下圩乡", 7218, 531),
    ("gu", "古塘乡", 4945, 349),
)


def _books() -> Book:
    book = Book()
    for k, budget, spent, plan, done, new in _YEARS:
        book.wan(**{f"b{k}": budget, f"s{k}": spent})
        book.count(**{f"p{k}": plan, f"d{k}": done, f"f{k}": new})
        book.rate(f"x{k}", f"s{k}", f"b{k}")
        book.rate(f"y{k}", f"d{k}", f"p{k}")
        book.rate(f"r{k}", f"f{k}", f"d{k}")
        book.average(f"c{k}", f"s{k}", f"d{k}")
    for end in "bspdf":
        book.sum(f"{end}_t", *(f"{end}{k}" for k, *_ in _YEARS))
    book.rate("x_t", "s_t", "b_t")
    book.rate("y_t", "d_t", "p_t")
    book.rate("r_t", "f_t", "d_t")
    book.average("c_t", "s_t", "d_t")
    book.year("g21", "d21", "d20")
    book.year("gs", "s21", "s20")
    book.year("gc", "c21", "c20")
    book.points("pr", "r21", "r20")
    for k, _, done, new in _TOWNS:
        book.count(**{f"{k}_d": done, f"{k}_f": new})
        book.rate(f"{k}_h", f"{k}_d", "d_t")
    book.ties.append(Tie("sum", "d_t", tuple(f"{k}_d" for k, *_ in _TOWNS)))
    book.ties.append(Tie("sum", "f_t", tuple(f"{k}_f" for k, *_ in _TOWNS)))
    book.sum("two", "he_d", "sh_d")
    book.rate("two_h", "two", "d_t")
    book.count(sold=1850)
    book.wan(price="11.20")
    book.product("trade", "price", "sold")
    book.sum("keep", "f_t", minus=("sold",))
    book.rate("sold_x", "sold", "f_t")
    book.wan(back="12500.00", agri="5400.00")
    book.sum("other", "trade", minus=("back", "agri"))
    book.ties.append(Tie("sum", "trade", ("back", "agri", "other")))
    book.rate("back_h", "back", "trade")
    book.count(road="86.4", road_p="80.0", ditch="142.7", ditch_p="150.0", pump=18, pump_p=18)
    for k in ("road", "ditch", "pump"):
        book.rate(f"{k}_x", k, f"{k}_p")
    book.count(y_old=436, y_new=518, rent_o=520, rent_n=780)
    book.year("gy", "y_new", "y_old")
    book.year("gr", "rent_n", "rent_o")
    book.count(ask=400, very=226, ok=139)
    book.sum("glad", "very", "ok")
    book.rate("glad_x", "glad", "ask")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper(
        "polder_land_2021",
        _books(),
        expected={"C01": "spending is told under 资金基本情况, where no heading says 支出"},
    )
    paper.title("2018—2021年圩区土地整治专项资金绩效自评报告")
    paper.centre("芜南县自然资源和规划局")
    paper.h("一、专项资金基本情况")
    paper.p(
        "2018年至2021年，县财政累计安排圩区土地整治专项资金{b_t:e2}亿元，累计支出{s_t:w2}万元，累计执行率{x_t:p2}%。四年中执行率最高的是2021年，最低的是2020年，分别为{x21:p2}%和{x20:p2}%。2020年受汛情影响，支出{s20:w2}万元，2021年支出{s21:w2}万元，较上年{gs:增加/减少}{gs.d:w2}万元，{gs:增长/下降}{gs.g:p2}%。"
    )
    paper.p(
        "根据规划，2018—2021年整治任务为{p_t:n}亩，新增耕地率不低于6.5%，建成高标准农田不少于2万亩。2022年计划安排资金约3800万元、任务9500亩，不在本次自评范围。"
    )
    paper.h("二、任务完成情况")
    paper.p(
        "四年累计整治土地{d_t:n}亩（约2033公顷），为任务的{y_t:p2}%；新增耕地{f_t:n}亩，新增耕地率{r_t:p2}%；亩均投入{c_t:y0}元。2021年整治{d21:n}亩，比2020年{g21:增加/减少}{g21.d:n}亩，{g21:增长/下降}{g21.g:p2}%；新增耕地率{r21:p2}%，比上年{pr:提高/降低}{pr:p2}个百分点；亩均投入由{c20:y0}元变为{c21:y0}元。各年情况如下："
    )
    paper.table(
        (10, 12, 12, 10, 11, 11, 10, 11, 10, 12),
        "年度|安排资金（万元）|支出（万元）|执行率（%）|任务（亩）|完成（亩）|完成率（%）|新增耕地（亩）|新增耕地率（%）|亩均投入（元）",
        *(
            f"20{k}|{{b{k}:w2}}|{{s{k}:w2}}|{{x{k}:p2}}|{{p{k}:n}}|{{d{k}:n}}|{{y{k}:p2}}|{{f{k}:n}}|{{r{k}:p2}}|{{c{k}:y0}}"
            for k, *_ in _YEARS
        ),
        "累计|{b_t:w2}|{s_t:w2}|{x_t:p2}|{p_t:n}|{d_t:n}|{y_t:p2}|{f_t:n}|{r_t:p2}|{c_t:y0}",
    )
    paper.p(
        "按乡镇分，",
        "、".join(
            f"{name}整治{{{k}_d:n}}亩（占{{{k}_h:p1}}%）、新增耕地{{{k}_f:n}}亩" for k, name, *_ in _TOWNS
        ),
        "。河口、上圩两镇合计整治{two:n}亩，占全县的{two_h:p1}%。",
    )
    paper.p(
        "配套工程：新修田间道路{road:n1}公里（规划{road_p:n1}公里，完成{road_x:p1}%），开挖疏浚沟渠{ditch:n1}公里（规划{ditch_p:n1}公里，完成{ditch_x:p1}%），新建改建泵站{pump:n}座（规划{pump_p:n}座，完成{pump_x:p1}%）。"
    )
    paper.h("三、效益情况")
    paper.p(
        "（一）经济效益。新增耕地指标经省平台交易{sold:n}亩，占新增耕地的{sold_x:p2}%，成交均价每亩{price:w2}万元，实现收入{trade:e2}亿元（{trade:w2}万元），其中用于偿还前期垫资{back:w2}万元，占{back_h:p2}%，用于农业农村{agri:w2}万元，其余{other:w2}万元缴入县财政统筹。剩余指标{keep:n}亩留作本县占补平衡。"
    )
    paper.p(
        "项目区水稻亩产由整治前的{y_old:n}公斤{gy:提高/降低}到{y_new:n}公斤，每亩{gy:增产/减产}{gy.d:n}公斤，{gy:增幅/降幅}{gy.g:p1}%；土地流转租金由每亩{rent_o:n}元上涨到{rent_n:n}元，{gr:上涨/下跌}{gr.g:p1}%。按项目区种植面积1.6万亩、每公斤2.7元匡算，年增收三百余万元。"
    )
    paper.p(
        "（二）社会和生态效益。项目区受益农户5200余户，其中脱贫户约占一成；灌溉水利用系数由0.52提高到0.63。项目区排涝标准达到10年一遇。"
    )
    paper.p(
        "（三）满意度。问卷调查农户{ask:n}户，非常满意{very:n}户、满意{ok:n}户，合计{glad:n}户，满意度{glad_x:p2}%。"
    )
    paper.h("四、主要问题")
    paper.p(
        "1.年度间不平衡。2018年、2020年均未完成年度任务，完成率分别为{y18:p2}%、{y20:p2}%，靠2019年和2021年超额部分弥补。2.后期管护未跟上，抽查的24处泵站涵闸中有5处缺少管护记录。3.沟渠工程尚差7.3公里。"
    )
    paper.h("五、下一步措施")
    paper.p(
        "由县自然资源和规划局会同农业农村局，在2022年4月底前完成未竣工沟渠施工；从指标交易收入中每年提取不低于1%设立管护基金；结果报县政府并予以公开。"
    )
    return paper
