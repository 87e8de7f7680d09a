"""School buildings repaired, 2020: funds by level in two batches, contract, settled and paid by school in 元, area prices."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# School: name, work, area planned, done (㎡), contract, settled, paid (元).
_SCHOOLS = {
    "a": ("县第二中学", "教学楼屋面及外墙", "3260", "3260", "1486200.00", "1452318.64", "1379702.71"),
    "b": ("梅岭中学", "学生宿舍", "2145", "2145", "1127500.00", "1098446.20", "1043523.89"),
    "c": ("青石镇中心小学", "教学楼抗震加固", "1890", "1890", "1368000.00", "1341275.85", "1274212.06"),
    "e": ("白鹤小学", "教学楼门窗", "1430", "1180", "276000.00", "227733.00", "216346.35"),
    "f": ("大桥小学", "围墙及运动场", "2080", "2080", "463700.00", "452106.72", "429501.38"),
}
# Level: planned first batch, second batch, come (元).
_LEVELS = {
    "cen": ("中央补助", "2100000", "500000", "2600000"),
    "pro": ("省级补助", "900000", "400000", "1300000"),
    "cty": ("县级配套", "600000", "500000", "850000"),
}
_MARKS = (
    ("产出指标", "数量指标", "维修校舍学校数", "5所", "5所", "10", "10"),
    ("产出指标", "数量指标", "维修校舍面积", "{t_p:n}平方米", "{t_d:n}平方米", "10", "9.8"),
    ("产出指标", "质量指标", "竣工验收合格率", "100%", "100%", "10", "10"),
    ("产出指标", "时效指标", "开学前完工学校占比", "100%", "{time_x:p1}%", "10", "8"),
    ("产出指标", "成本指标", "审定价不超合同价", "≤100%", "{cost_x:p1}%", "10", "10"),
    ("效益指标", "社会效益", "受益学生人数", "≥5000人", "{kids:n}人", "15", "15"),
    ("效益指标", "可持续影响", "管护台账健全率", "100%", "{kept_x:p1}%", "15", "12"),
    ("满意度指标", "服务对象满意度", "师生及家长满意度", "≥95%", "{glad_x:p1}%", "10", "10"),
)


def _money(book: Book) -> None:
    for key, (_, first, second, come) in _LEVELS.items():
        book.yuan(**{f"{key}_1": first, f"{key}_2": second, f"{key}_g": come})
        book.sum(f"{key}_p", f"{key}_1", f"{key}_2")
        book.rate(f"{key}_gx", f"{key}_g", f"{key}_p")
    for end in ("1", "2", "p", "g"):
        book.sum(f"fund_{end}", *(f"{key}_{end}" for key in _LEVELS))
    book.ties.append(Tie("sum", "fund_p", ("fund_1", "fund_2")))
    book.rate("fund_gx", "fund_g", "fund_p")
    book.sum("lack", "cty_p", minus=("cty_g",))
    book.sum("lack_t", "fund_p", minus=("fund_g",))
    for key, (_, _, plan, done, contract, settled, paid) in _SCHOOLS.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.yuan(**{f"{key}_c": contract, f"{key}_s": settled, f"{key}_y": paid})
        book.average(f"{key}_v", f"{key}_s", f"{key}_d")
    for end in "pdcsy":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _SCHOOLS))
    book.average("t_v", "t_s", "t_d")
    book.yuan(look="68500", plan="93200")
    book.sum("other", "look", "plan")
    book.sum("out", "t_y", "other")
    book.rate("out_x", "out", "fund_g")
    book.rate("year_x", "out", "fund_p")
    book.sum("rest", "fund_g", minus=("out",))
    book.sum("cut", "t_c", minus=("t_s",))
    book.rate("cut_x", "cut", "t_c")
    book.rate("cost_x", "t_s", "t_c")
    book.sum("due", "t_s", minus=("t_y",))
    book.rate("pay_x", "t_y", "t_s")


def _books() -> Book:
    book = Book()
    _money(book)
    book.rate("done_x", "t_d", "t_p")
    book.rate("e_x", "e_d", "e_p")
    book.sum("e_l", "e_p", minus=("e_d",))
    book.count(schools=5, early=4, kept=4, high=2864, low=2517, board=1130)
    book.rate("kept_x", "kept", "schools")
    book.rate("time_x", "early", "schools")
    book.sum("kids", "high", "low")
    book.rate("board_h", "board", "kids")
    book.count(kid_a=180, kid_g=173, dad_a=120, dad_g=115)
    book.sum("ask", "kid_a", "dad_a")
    book.sum("glad", "kid_g", "dad_g")
    book.rate("glad_x", "glad", "ask")
    book.count(w_do=10, g_do="9")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", f"{end}5", f"{end}6")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}7")
    book.ties.append(Tie("score", "g_do", ("w_do", "year_x")))
    book.ties.append(Tie("score", "g1", ("w1", "done_x")))
    book.ties.append(Tie("score", "g6", ("w6", "kept_x")))
    book.ties.append(Tie("sum", "w_all", ("w_do", *(f"w{n}" for n in range(8)))))
    book.ties.append(Tie("score", "g3", ("w3", "time_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("school_repair_2020", _books(), styled=True)
    paper.title("武夷溪县2020年中小学校舍维修改造项目支出绩效自评报告")
    paper.p("县财政局：")
    paper.p(
        "根据《关于开展2020年度项目支出绩效自评工作的通知》要求，县教育局对中小学校舍维修改造项目进行了自评。"
    )
    paper.h("一、项目概况")
    paper.p(
        "项目安排{schools:n}所学校，计划维修面积{t_p:n}平方米，计划投入{fund_p:y0}元，分两批下达：第一批{fund_1:y0}元（4月），第二批{fund_2:y0}元（7月）。其中，中央补助{cen_p:y0}元，省级补助{pro_p:y0}元，县级配套{cty_p:y0}元。",
    )
    paper.h("二、项目资金使用及管理情况")
    paper.p(
        "1.资金到位。至12月31日到位资金{fund_g:y0}元，资金到位率{fund_gx:p2}%，未到位{lack_t:y0}元。中央、省级补助足额到位，县级配套到位{cty_g:y0}元，到位率{cty_gx:p2}%，差额{lack:y0}元列入2021年预算。"
    )
    paper.centre("项目资金安排及到位情况（单位：元）")
    paper.table(
        (12, 10, 10, 10, 10, 8),
        "资金来源|第一批|第二批|计划合计|实际到位|到位率",
        *(
            f"{name}|{{{k}_1:y0,}}|{{{k}_2:y0,}}|{{{k}_p:y0,}}|{{{k}_g:y0,}}|{{{k}_gx:p2}}%"
            for k, (name, *_) in _LEVELS.items()
        ),
        "合计|{fund_1:y0,}|{fund_2:y0,}|{fund_p:y0,}|{fund_g:y0,}|{fund_gx:p2}%",
    )
    paper.p(
        "2.资金支出。项目支出{out:y2}元，占到位资金的{out_x:p2}%，其中支付工程款{t_y:y2}元，支付其他费用{other:y0}元（监理费{look:y0}元、勘察设计费{plan:y0}元）。到位资金结余{rest:y2}元，主要用于支付质保金及尾款。",
    )
    paper.p(
        "3.工程结算。{schools:n}所学校合同总价{t_c:y2}元，经县财政投资评审中心审定{t_s:y2}元，审减{cut:y2}元，审减率{cut_x:p2}%。工程款已付部分占审定价的{pay_x:p2}%，未付{due:y2}元。",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.centre("分学校工程实施情况（金额单位：元；面积单位：平方米）")
    paper.table(
        (11, 12, 8, 11, 11, 11, 8),
        "学校|维修内容|完成面积|合同价|审定价|已付工程款|每平方米审定造价",
        *(
            f"{row[0]}|{row[1]}|{{{k}_d:n}}|{{{k}_c:y2}}|{{{k}_s:y2}}|{{{k}_y:y2}}|{{{k}_v:y2}}"
            for k, row in _SCHOOLS.items()
        ),
        "合计|>|{t_d:n}|{t_c:y2}|{t_s:y2}|{t_y:y2}|{t_v:y2}",
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "（一）产出。完成维修面积{t_d:n}平方米，完成率{done_x:p2}%。白鹤小学计划更换门窗涉及面积{e_p:n}平方米，因其中{e_l:n}平方米教室拟拆除重建而核减，实际完成{e_d:n}平方米，为计划的{e_x:p2}%。秋季开学前完工{early:n}所，占{time_x:p1}%，大桥小学运动场因连续降雨于10月完工。",
    )
    paper.p(
        "（二）效益。受益学生{kids:n}人，其中初中{high:n}人、小学{low:n}人；受益学生中寄宿生{board:n}人，占{board_h:p1}%。管护台账健全的学校{kept:n}所，健全率{kept_x:p1}%。"
    )
    paper.p(
        "（三）满意度。共调查{ask:n}人，满意{glad:n}人，满意度{glad_x:p1}%。其中师生{kid_a:n}人，满意{kid_g:n}人；家长{dad_a:n}人，满意{dad_g:n}人。"
    )
    paper.h("四、自评结论")
    paper.p(
        "自评得分{g_all:s1}分，其中预算执行{g_do:s1}分、产出指标{g_out:s1}分、效益指标{g_eff:s1}分、满意度指标{g7:s1}分，自评等级为“优”。"
    )
    paper.centre("项目支出绩效自评表")
    rows = []
    for n, (first, second, third, aim, done, *_) in enumerate(_MARKS):
        before = _MARKS[n - 1] if n else ("", "")
        head = "^" if before[0] == first else first
        middle = "^" if before[:2] == (first, second) else second
        rows.append(f"{head}|{middle}|{third}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}")
    paper.table(
        (9, 9, 14, 10, 10, 6, 6),
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "预算执行|执行率|全年支出÷计划投入|100%|{year_x:p1}%|{w_do:s0}|{g_do:s1z}",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p("注：预算执行、维修校舍面积、开学前完工学校占比、管护台账健全率按完成比率乘以分值计分。")
    paper.h("五、存在问题及下一步打算")
    paper.p(
        "问题：县级配套到位不足；个别工程受天气影响未能赶在开学前完工；1所学校管护台账登记不全。下一步：2021年3月底前补足配套资金，工程安排在暑假前完成招标，统一管护台账格式。"
    )
    paper.right("武夷溪县教育局")
    paper.right("2021年3月5日")
