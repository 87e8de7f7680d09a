"""Free screening of women, 2022, all amounts in 元: standards times persons, funds by level, months, positives followed up, by hospital."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Hospital: planned, screened (cervix), planned, screened (breast).
_CLINICS = {
    "a": ("县妇幼保健计划生育服务中心", "6200", "6218", "3600", "3612"),
    "b": ("县人民医院", "2400", "2406", "1500", "1488"),
    "c": ("渡口中心卫生院", "1300", "1266", "800", "791"),
    "d": ("红旗中心卫生院", "1100", "1022", "600", "574"),
}
_MARKS = (
    ("产出指标", "数量指标", "宫颈癌免费检查人数", "≥{t_cp:n}人", "{t_c:n}人", "10", "9.92"),
    ("产出指标", "数量指标", "乳腺癌免费检查人数", "≥{t_bp:n}人", "{t_b:n}人", "10", "9.95"),
    ("产出指标", "质量指标", "异常人员随访率", "≥95%", "{seen_x:p2}%", "10", "10"),
    ("产出指标", "质量指标", "早诊率", "≥90%", "{early_x:p2}%", "10", "10"),
    ("产出指标", "时效指标", "12月底前完成检查任务", "完成", "完成", "5", "5"),
    ("产出指标", "成本指标", "宫颈癌检查人均标准", "≤{each_c:y0}元", "{each_c:y0}元", "5", "5"),
    ("效益指标", "社会效益指标", "农村妇女健康知识知晓率", "≥80%", "{know_x:p1}%", "15", "13.5"),
    ("效益指标", "可持续影响指标", "检查信息建档率", "100%", "{file_x:p0}%", "15", "15"),
    ("满意度指标", "服务对象满意度指标", "受检妇女满意度", "≥90%", "{glad_x:p1}%", "10", "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, cp, c, bp, b) in _CLINICS.items():
        book.count(**{f"{key}_cp": cp, f"{key}_c": c, f"{key}_bp": bp, f"{key}_b": b})
        book.sum(f"{key}_n", f"{key}_c", f"{key}_b")
    for end in ("cp", "c", "bp", "b", "n"):
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _CLINICS))
    book.ties.append(Tie("sum", "t_n", ("t_c", "t_b")))
    book.rate("c_x", "t_c", "t_cp")
    book.rate("b_x", "t_b", "t_bp")
    book.yuan(each_c="49", each_b="79")
    for key in (*_CLINICS, "t"):
        book.product(f"{key}_cy", "each_c", f"{key}_c")
        book.product(f"{key}_by", "each_b", f"{key}_b")
        book.sum(f"{key}_y", f"{key}_cy", f"{key}_by")
    for end in ("cy", "by", "y"):
        book.ties.append(Tie("sum", f"t_{end}", tuple(f"{key}_{end}" for key in _CLINICS)))
    book.yuan(cen="700000", prov="260000", cty="195000", old="12480.50")
    book.sum("given", "cen", "prov", "cty")
    book.sum("all", "given", "old")
    book.yuan(teach="54300", print="21865.80", form="38420")
    book.sum("work", "teach", "print", "form")
    book.sum("out", "t_y", "work")
    book.sum("rest", "all", minus=("out",))
    book.rate("x", "out", "all")
    book.rate("check_h", "t_y", "out")
    book.rate("work_h", "work", "out")
    for key in ("cen", "prov", "cty"):
        book.rate(f"{key}_h", key, "given")
    book.yuan(given_l="1040000")
    book.year("yg", "given", "given_l")
    book.count(
        n_l=16920, odd_c=486, odd_b=312, seen_c=472, seen_b=305, cin=58, cancer_c=9, cancer_b=7, early=15
    )
    book.year("yn", "t_n", "n_l")
    book.sum("odd", "odd_c", "odd_b")
    book.sum("seen", "seen_c", "seen_b")
    book.sum("lost", "odd", minus=("seen",))
    book.rate("seen_x", "seen", "odd")
    book.rate("odd_cx", "odd_c", "t_c")
    book.rate("odd_bx", "odd_b", "t_b")
    book.sum("cancer", "cancer_c", "cancer_b")
    book.rate("early_x", "early", "cancer")
    book.count(asked=400, know=316, glad=384, filed=17377)
    book.rate("know_x", "know", "asked")
    book.rate("glad_x", "glad", "asked")
    book.rate("file_x", "filed", "t_n")
    book.count(w_do=10)
    book.score("g_do", "w_do", "x")
    book.values["g_do"] = round(book.values["g_do"], 2)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(6)))
        book.sum(f"{end}_eff", f"{end}6", f"{end}7")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(9)))))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("cancer_screening_2022", _books())
    paper.title("永宁县农村妇女“两癌”免费检查项目")
    paper.title("支出绩效自评报告")
    paper.centre("（2022年度）")
    paper.h("一、基本情况")
    paper.p(
        "（一）项目概况。为提高农村妇女宫颈癌、乳腺癌（以下简称“两癌”）早诊早治水平，我县继续实施35—64周岁农村妇女“两癌”免费检查，由县妇幼保健计划生",
        "育服务中心牵头，县人民医院和两个中心卫生院共4家机构承担。",
    )
    paper.p("（二）绩效目标。完成宫颈癌检查{t_cp:n}人、乳腺癌检查{t_bp:n}人，异常人员随访率达到95%以上。")
    paper.h("二、资金安排和使用情况")
    paper.p(
        "（一）资金安排。2022年共安排资金{given:y2}元，较上年的{given_l:y2}元{yg:增加/减少}{yg.d:y2}元，{yg:增长/下降}{yg.g:p2}%。其中中央资金{cen:y2}元",
        "，占{cen_h:p2}%；省级资金{prov:y2}元，占{prov_h:p2}%；县级配套{cty:y2}元，占{cty_h:p2}%。加上年结余{old:y2}元，可用资金共{all:y2}元。",
    )
    paper.p(
        "（二）资金使用。全年支出{out:y2}元，执行率{x:p2}%，年末结余{rest:y2}元。其中：检查补助{t_y:y2}元，占{check_h:p2}%；工作经费{work:y2}元，",
        "占{work_h:p2}%，包括人员培训{teach:y2}元、宣传印刷{print:y2}元、信息系统维护{form:y2}元。",
    )
    paper.p(
        "检查补助按实际检查人数结算，宫颈癌检查每人{each_c:y0}元，支付{t_cy:y2}元；乳腺癌检查每人{each_b:y0}元，支付{t_by:y2}元。各机构结算情况见下表：",
    )
    paper.right("单位：人、元")
    paper.table(
        (16, 8, 8, 8, 10, 10, 11),
        "检查机构|检查人数|>|>|结算金额|>|>",
        "^|宫颈癌|乳腺癌|合计|宫颈癌|乳腺癌|合计",
        *(
            f"{row[0]}|{{{k}_c:n}}|{{{k}_b:n}}|{{{k}_n:n}}|{{{k}_cy:y0}}|{{{k}_by:y0}}|{{{k}_y:y0}}"
            for k, row in _CLINICS.items()
        ),
        "合计|{t_c:n}|{t_b:n}|{t_n:n}|{t_cy:y0}|{t_by:y0}|{t_y:y0}",
        heads=2,
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "1.检查任务。全年检查{t_n:n}人次，比上年{n_l:n}人次{yn:增加/减少}{yn.d:n}人次，{yn:增长/下降}{yn.g:p2}%。其中宫颈癌检查{t_c:n}人，完成任务数的{c_x:p2}",
        "%；乳腺癌检查{t_b:n}人，完成任务数的{b_x:p2}%。",
    )
    paper.p(
        "2.检查质量。检出异常{odd:n}人，其中宫颈癌检查异常{odd_c:n}人，异常检出率{odd_cx:p2}%；乳腺癌检查异常{odd_b:n}人，异常检出率{odd_bx:p2}%。",
        "已随访{seen:n}人，随访率{seen_x:p2}%，因外出失访{lost:n}人。确诊癌症{cancer:n}例（宫颈癌{cancer_c:n}例、乳腺癌{cancer_b:n}例），其中早期{early:n}",
        "例，早诊率{early_x:p2}%，另发现宫颈癌前病变{cin:n}例。",
    )
    paper.p(
        "3.社会效益。入户调查{asked:n}名妇女，知晓“两癌”防治知识的{know:n}人，知晓率{know_x:p1}%；对检查服务满意的{glad:n}人，满意度{glad_x:p1}%。",
        "建立检查信息档案{filed:n}份，建档率{file_x:p0}%。",
    )
    paper.h("四、自评结果")
    paper.p(
        "项目自评{g_all:s2}分，等级为“优”：预算执行率{g_do:s2}分，产出指标{g_out:s2}分，效益指标{g_eff:s1}分，满意度指标{g8:s0}分。"
    )
    paper.centre("项目支出绩效自评表")
    rows = []
    for n, (first, second, third, aim, done, *_) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == first else first
        middle = "^" if n and _MARKS[n - 1][:2] == (first, second) else second
        rows.append(f"{head}|{middle}|{third}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}")
    paper.table(
        (9, 10, 15, 10, 10, 6, 6),
        "项目资金（元）||全年预算数|全年执行数|执行率|分值|得分",
        "^|年度资金总额|{all:y2}|{out:y2}|{x:p2}%|{w_do:s0}|{g_do:s2}",
        "一级指标|二级指标|三级指标|年度指标值|全年完成值|分值|得分",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2}",
        heads=0,
    )
    paper.h("五、存在的问题及改进措施")
    paper.p(
        "问题：宫颈癌、乳腺癌检查均略低于任务数，主要是部分适龄妇女外出务工；健康知识知晓率未达到80%的目标。措施：利用春节返乡时段组织集中检查；",
        "依托村妇联开展入户宣传，2023年知晓率提高到80%以上。",
    )
    paper.right("永宁县卫生健康局")
    paper.right("2023年3月15日")
    return paper
