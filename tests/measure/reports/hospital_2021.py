"""A public hospital, 2021: income of its own beside appropriations; amounts in 元 in text and tables; a loss in brackets."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.yuan(
        fin="18634500.00", clinic="61287431.52", ward="84306127.08", edu="420000.00", other="1938264.47"
    )
    book.yuan(
        fin_l="17240000.00",
        clinic_l="58114920.33",
        ward_l="88027615.90",
        edu_l="510000.00",
        other_l="1726048.11",
    )
    book.sum("med", "clinic", "ward")
    book.sum("med_l", "clinic_l", "ward_l")
    book.sum("income", "fin", "med", "edu", "other")
    book.sum("income_l", "fin_l", "med_l", "edu_l", "other_l")
    book.yuan(
        staff="79418236.40", drug="48725310.66", stuff="19864205.13", wear="9437520.00", admin="13126880.35"
    )
    book.yuan(
        staff_l="75320418.75",
        drug_l="50918244.02",
        stuff_l="18430770.21",
        wear_l="8902416.00",
        admin_l="11807253.64",
    )
    kinds = ("staff", "drug", "stuff", "wear", "admin")
    book.sum("cost", *kinds)
    book.sum("cost_l", *(f"{kind}_l" for kind in kinds))
    book.sum("result", "income", minus=("cost",))
    book.sum("result_l", "income_l", minus=("cost_l",))
    for kind in ("fin", "clinic", "ward", "med", "edu", "other", "income", *kinds, "cost"):
        book.year(f"y{kind}", kind, f"{kind}_l")
    for kind in ("fin", "med", "edu", "other"):
        book.rate(f"{kind}_h", kind, "income")
    book.rate("drug_h", "drug", "med")
    book.rate("staff_h", "staff", "cost")
    book.count(visits=412608, visits_l=396741, beds=600, days=186540, out=21834, out_l=22517)
    book.year("yv", "visits", "visits_l")
    book.year("yo", "out", "out_l")
    book.average("per_visit", "clinic", "visits")
    book.average("per_stay", "ward", "out")
    book.average("stay", "days", "out")
    book.count(doctors=184, nurses=307, tech=76, office=58)
    book.sum("people", "doctors", "nurses", "tech", "office")
    for kind in ("doctors", "nurses", "tech", "office"):
        book.rate(f"{kind}_h", kind, "people")
    book.yuan(now="96384210.55", fixed="148206733.90", intangible="2316400.00")
    book.yuan(debt_s="41873902.16", debt_l="12000000.00")
    book.sum("asset", "now", "fixed", "intangible")
    book.sum("debt", "debt_s", "debt_l")
    book.sum("net", "asset", minus=("debt",))
    book.rate("debt_x", "debt", "asset")
    book.yuan(gear_b="8600000.00", gear="8127500.00")
    book.sum("gear_r", "gear_b", minus=("gear",))
    book.rate("gear_x", "gear", "gear_b")
    book.rate("gear_rx", "gear_r", "gear_b")
    book.count(p_in=1000, p_ok=962, p_yes=893)
    book.rate("p_ok_x", "p_ok", "p_in")
    book.rate("p_yes_x", "p_yes", "p_ok")
    return book


def _growth(key: str) -> str:
    """Return the cell of a growth rate, with its sign."""
    return f"{{y{key}.g:p2}}%"


def build() -> Paper:
    """Return the report."""
    book = _books()
    paper = Paper("hospital_2021", book)
    paper.title("海陵县人民医院2021年度单位整体支出绩效自评报告")
    paper.h("一、单位概况")
    paper.p(
        "海陵县人民医院为二级甲等综合医院，编制床位{beds:n}张。现有职工{people:n}人，其中医生{doctors:n}人，占{doctors_h:p1}%；护理人员{nurses:n}人，占{nurses_h:p1}%；",
        "医技人员{tech:n}人，占{tech_h:p1}%；行政后勤人员{office:n}人，占{office_h:p1}%。",
    )
    paper.h("二、收支情况")
    paper.h("（一）收入", 2)
    paper.p(
        "2021年总收入{income:y2,}元，比2020年{income_l:y2,}元{yincome:增加/减少}{yincome.d:y2,}元，{yincome:增长/下降}{yincome.g:p2}%。其中：财政补助收入{fin:y2,}元，",
        "占总收入的{fin_h:p2}%；医疗收入{med:y2,}元，占{med_h:p2}%；科教收入{edu:y2,}元，占{edu_h:p2}%；其他收入{other:y2,}元，占{other_h:p2}%。",
        "医疗收入中，门急诊收入{clinic:y2,}元，住院收入{ward:y2,}元。",
    )
    paper.h("（二）支出", 2)
    paper.p(
        "全年总支出{cost:y2,}元，同比{ycost:增长/下降}{ycost.g:p2}%。人员支出{staff:y2,}元，占总支出的{staff_h:p2}%。当年收支相抵，亏损{result:y2,a}元，上年为结余{result_l:y2,}元。",
    )
    paper.centre("表1 收入支出情况对比表")
    paper.right("单位：元")
    rows = []
    for key, name in (
        ("income", "一、收入总计"),
        ("fin", "（一）财政补助收入"),
        ("med", "（二）医疗收入"),
        ("clinic", "　1.门急诊收入"),
        ("ward", "　2.住院收入"),
        ("edu", "（三）科教收入"),
        ("other", "（四）其他收入"),
        ("cost", "二、支出总计"),
        ("staff", "（一）人员支出"),
        ("drug", "（二）药品支出"),
        ("stuff", "（三）卫生材料支出"),
        ("wear", "（四）折旧及摊销"),
        ("admin", "（五）管理及其他支出"),
    ):
        sign = ("", "") if book.up[f"y{key}"] else ("(", ")")
        change = f"{sign[0]}{{y{key}.d:y2,}}{sign[1]}"
        rate = ("" if book.up[f"y{key}"] else "-") + _growth(key)
        rows.append(f"{name}|{{{key}_l:y2,}}|{{{key}:y2,}}|{change}|{rate}")
    rows.append("三、收支结余|{result_l:y2,}|({result:y2,a})||")
    paper.table((13, 11, 11, 10, 7), "项目|2020年|2021年|增减额|增减率", *rows)
    paper.h("（三）资产负债", 2)
    paper.p(
        "截至2021年12月31日，资产总额{asset:y2,}元，其中流动资产{now:y2,}元、固定资产净值{fixed:y2,}元、无形资产净值{intangible:y2,}元；负债总额{debt:y2,}元，",
        "其中流动负债{debt_s:y2,}元、长期借款{debt_l:y2,}元；净资产{net:y2,}元。资产负债率{debt_x:p2}%。",
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "1．服务量。门急诊{visits:n}人次，比上年{visits_l:n}人次{yv:增加/减少}{yv.d:n}人次，{yv:增长/下降}{yv.g:p2}%；出院{out:n}人次，比上年{out_l:n}人次{yo:增加/减少}{yo.d:n}人次，",
        "{yo:增长/下降}{yo.g:p2}%。实际占用总床日数{days:n}床日，平均住院日{stay:n2}天。",
    )
    paper.p(
        "2．费用控制。门急诊次均费用{per_visit:y2}元，住院次均费用{per_stay:y2}元。药品支出占医疗收入的{drug_h:p2}%，控制在35%以内。",
    )
    paper.p(
        "3．设备采购。政府采购预算{gear_b:y2,}元，实际采购金额{gear:y2,}元，执行率{gear_x:p2}%，节约资金{gear_r:y2,}元，节约率{gear_rx:p2}%。",
    )
    paper.p(
        "4．满意度。对{p_in:n}名门诊和出院患者开展调查，收到有效问卷{p_ok:n}份，有效率{p_ok_x:p1}%，满意{p_yes:n}份，患者满意度{p_yes_x:p2}%。咨询电话0523-86012345。",
    )
    paper.h("四、存在的问题")
    paper.p(
        "（一）受集中带量采购和住院人次下降等影响，住院收入较上年下降{yward.g:p2}%。（二）成本核算未覆盖到科室。"
    )
    paper.h("五、改进措施")
    paper.p(
        "（一）发展日间手术和专科门诊，2022年新开设日间病房1个。（二）由财务科牵头，2022年9月底前完成临床科室成本核算。"
    )
    paper.h("六、结果应用")
    paper.p("自评结果报主管部门备案，作为下一年度预算编制参考，并在医院网站公开。")
    return paper
