"""A university's hospital, 2024: two sites side by side, beds and bed days, costs a visit, drugs over two bases."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, title, visits, discharged, beds, bed days open, bed days used, days of stay of the discharged.
_SITES = (
    ("a", "本部院区", 1862417, 78326, 1850, 677100, 641893, 548282),
    ("b", "滨江院区", 604938, 21574, 620, 226920, 187436, 166120),
)
_YEARS = (("22", "1937254", "81240"), ("23", "2308166", "94187"))
# Key, item, budget, spent (万元).
_PROJECTS = (
    ("key", "国家临床重点专科建设", "1500.00", "1466.38"),
    ("train", "住院医师规范化培训", "2386.50", "2386.50"),
    ("gear", "手术机器人购置", "2180.00", "2098.00"),
    ("net", "互联互通信息平台", "940.00", "657.27"),
    ("aid", "对口支援与援外医疗", "315.00", "309.84"),
)


def _books() -> Book:
    book = Book()
    for key, _, visits, left, beds, open_, used, stay in _SITES:
        book.count(
            **{
                f"{key}_v": visits,
                f"{key}_o": left,
                f"{key}_b": beds,
                f"{key}_k": open_,
                f"{key}_u": used,
                f"{key}_t": stay,
            }
        )
    for end in "vobkut":
        book.sum(f"h_{end}", f"a_{end}", f"b_{end}")
    for key in "abh":
        book.rate(f"{key}_ux", f"{key}_u", f"{key}_k")
        book.average(f"{key}_d", f"{key}_t", f"{key}_o")
    for year, visits, left in _YEARS:
        book.count(**{f"v{year}": visits, f"o{year}": left})
    book.year("y23", "v23", "v22")
    book.year("yv", "h_v", "v23")
    book.year("yo", "h_o", "o23")
    _income(book)
    for key, _, budget, spent in _PROJECTS:
        book.wan(**{f"{key}_m": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_m")
    for end in "ms":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key, *_ in _PROJECTS))
    book.rate("p_x", "p_s", "p_m")
    book.sum("p_r", "p_m", minus=("p_s",))
    book.sum("net_r", "net_m", minus=("net_s",))
    book.count(doc=1426, nurse=2317, tech=688, staff=5120, phd=974)
    book.sum("health", "doc", "nurse", "tech")
    book.sum("other", "staff", minus=("health",))
    book.sum("staff", "health", "other")
    book.rate("health_h", "health", "staff")
    book.rate("phd_h", "phd", "doc")
    book.rate("nurse_d", "nurse", "doc")
    book.rate("nurse_b", "nurse", "h_b")
    book.count(ops=52846, four=21457, day=12393)
    book.rate("four_x", "four", "ops")
    book.rate("day_x", "day", "ops")
    book.count(res=612, exam=203, passed=196, first=184)
    book.rate("pass_x", "passed", "exam")
    book.rate("first_x", "first", "exam")
    book.count(outq=1800, outok=1673, inq=950, inok=918, stfq=600, stfok=533)
    for key in ("out", "in", "stf"):
        book.rate(f"{key}_x", f"{key}ok", f"{key}q")
    return book


def _income(book: Book) -> None:
    book.wan(clinic="98624.55", ward="231879.36", fin="18642.70", sci="9375.18", oth="4120.66")
    book.sum("med", "clinic", "ward")
    book.sum("inc", "med", "fin", "sci", "oth")
    book.rate("fin_h", "fin", "inc")
    book.rate("med_h", "med", "inc")
    book.average("per_v", "clinic", "h_v")
    book.average("per_o", "ward", "h_o")
    book.wan(drug="83517.24", herb="6218.40", mat="71036.49")
    book.rate("drug_x", "drug", "med")
    book.sum("west", "drug", minus=("herb",))
    book.rate("west_x", "west", "med")
    book.average("mat_x", "mat", "med")
    book.wan(inc_l="338107.92")
    book.year("yinc", "inc", "inc_l")
    book.wan(cost="352980.14", pay="142336.75")
    book.sum("gain", "inc", minus=("cost",))
    book.rate("pay_h", "pay", "cost")


def build() -> Paper:
    """Return the report."""
    paper = Paper("teaching_hospital_2024", _books())
    paper.title("明德大学附属第三医院")
    paper.title("2024年度单位整体绩效自评报告")
    paper.h("一、单位概况")
    paper.p(
        "医院为三级甲等综合医院、省级区域医疗中心，设本部、滨江两个院区，编制床位2600张，实际开放{h_b:n}张（本部{a_b:n}张、滨江{b_b:n}张）。",
        "年末在职职工{staff:n}人，卫生技术人员{health:n}人，占{health_h:p1}%，其中医师{doc:n}人、护士{nurse:n}人、医技人员{tech:n}人；行政后勤等其他人员{other:n}人。医师中有博士学位的{phd:n}人，占{phd_h:p1}%。医护比为1∶{nurse_d:r2}，床护比为1∶{nurse_b:r2}。",
    )
    paper.h("二、收支情况")
    paper.p(
        "2024年总收入{inc:w2}万元，同比{yinc:增长/下降}{yinc.g:p2}%（2023年{inc_l:w2}万元）。按来源分：医疗收入{med:w2}万元，占{med_h:p2}%，包括门急诊收入{clinic:w2}万元和住院收入{ward:w2}万元；财政拨款收入{fin:w2}万元，占{fin_h:p2}%；科教收入{sci:w2}万元；其他收入{oth:w2}万元。",
    )
    paper.p(
        "全年总费用{cost:w2}万元，当期盈余{gain:w2}万元。人员经费{pay:w2}万元，占总费用的{pay_h:p2}%。药品收入{drug:w2}万元，占医疗收入{drug_x:p2}%；剔除中药饮片{herb:w2}万元后，药占比为{west_x:p2}%。卫生材料收入{mat:w2}万元，材料占比{mat_x:p2}%。",
    )
    paper.p("财政项目资金安排{p_m:w2}万元，实际使用{p_s:w2}万元，执行率{p_x:p2}%，分项目执行情况见下表。")
    paper.right("金额单位：万元")
    paper.table(
        (18, 10, 10, 8),
        "财政项目|预算安排|累计支出|执行进度",
        *(f"{name}|{{{k}_m:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%" for k, name, *_ in _PROJECTS),
        "小计|{p_m:w2}|{p_s:w2}|{p_x:p2}%",
    )
    paper.p(
        "尚未使用的{p_r:w2}万元主要是信息平台尾款{net_r:w2}万元，合同约定终验合格后支付，终验已排入2025年5月。"
    )
    paper.h("三、绩效目标完成情况")
    paper.h("（一）医疗服务", 2)
    paper.p(
        "门急诊量{h_v:n}人次，较上年{yv:增加/减少}{yv.d:n}人次，{yv:增幅/降幅}{yv.g:p2}%（上年为{v23:n}人次，再上年为{v22:n}人次，上年增幅{y23.g:p2}%）。出院患者{h_o:n}人次，较上年{o23:n}人次{yo:增长/下降}{yo.g:p2}%。门急诊次均费用{per_v:y2}元，出院患者次均费用{per_o:y2}元。",
    )
    paper.centre("两院区主要运行指标")
    paper.table(
        (16, 11, 11, 11),
        "指标|本部院区|滨江院区|全院",
        *(
            f"{name}|{{a_{end}:{form}}}{tail}|{{b_{end}:{form}}}{tail}|{{h_{end}:{form}}}{tail}"
            for name, end, form, tail in (
                ("门急诊量（人次）", "v", "n", ""),
                ("出院人次", "o", "n", ""),
                ("开放床位（张）", "b", "n", ""),
                ("实际开放总床日数", "k", "n", ""),
                ("实际占用总床日数", "u", "n", ""),
                ("病床使用率", "ux", "p2", "%"),
                ("出院者占用总床日数", "t", "n", ""),
                ("平均住院日（天）", "d", "n2", ""),
            )
        ),
    )
    paper.p(
        "全年完成手术{ops:n}台次，四级手术{four:n}台次，占{four_x:p2}%；日间手术{day:n}台次，占{day_x:p2}%，两类手术有交叉。"
    )
    paper.h("（二）人才培养", 2)
    paper.p(
        "在培住院医师{res:n}人。年内参加结业考核{exam:n}人，通过{passed:n}人，通过率{pass_x:p1}%；首考即通过{first:n}人，首考通过率{first_x:p1}%。"
    )
    paper.h("（三）满意度", 2)
    paper.p(
        "第三方测评显示：门诊患者满意度{out_x:p2}%（有效样本{outq:n}人，满意{outok:n}人），住院患者满意度{in_x:p2}%（有效样本{inq:n}人，满意{inok:n}人），职工满意度{stf_x:p2}%（有效样本{stfq:n}人，满意{stfok:n}人）。",
    )
    paper.h("四、主要问题")
    paper.p(
        "一是滨江院区床位利用不足，病床使用率低于本部；二是信息平台建设周期超出预期；三是材料占比偏高，耗材精细化管理仍有空间。"
    )
    paper.h("五、改进措施")
    paper.p(
        "2025年将本部3个病区平移至滨江院区，使其病床使用率达到90%以上；信息平台5月完成终验；推行耗材SPD全流程管理，材料占比力争下降1个百分点。自评结果用于核定下一年度科室预算，并通过医院官网公开。"
    )
    return paper
