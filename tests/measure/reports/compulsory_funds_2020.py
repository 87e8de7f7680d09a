"""A prefecture's transfers for compulsory schooling, 2020: the form of a transfer with its rows, levels of funds, pupils at standards."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_LEVELS = (
    ("cen", "中央", "28640.00", "28640.00"),
    ("pro", "省级", "9546.80", "9546.80"),
    ("cou", "州、县", "9546.70", "8812.35"),
)
# Key, use, money sent, spent (万元).
_USES = (
    ("pub", "公用经费", "31265.50", "30918.44"),
    ("poor", "家庭经济困难学生生活补助", "6874.00", "6801.36"),
    ("mend", "校舍安全保障", "7218.00", "5926.70"),
    ("post", "特岗教师工资性补助", "2376.00", "2376.00"),
)
_ROWS = (
    ("数量指标", "享受公用经费学生数", "≥36万人", "36.82万人", "8", "8"),
    ("数量指标", "补助困难学生数", "≥7万人", "7.14万人", "8", "8"),
    ("数量指标", "维修校舍面积", "12万平方米", "10.3万平方米", "8", "6.8"),
    ("质量指标", "补助标准达标率", "100%", "100%", "8", "8"),
    ("质量指标", "校舍验收合格率", "100%", "{ok_x:p1}%", "6", "5.8"),
    ("时效指标", "资金拨付及时率", "100%", "{in_x:p2}%", "6", "5.5"),
    ("成本指标", "小学生均公用经费", "650元", "650元", "6", "6"),
    ("社会效益", "九年义务教育巩固率", "≥95%", "95.3%", "15", "15"),
    ("可持续影响", "经费保障机制", "健全", "健全", "15", "15"),
    ("满意度指标", "学生、家长满意度", "≥85%", "{sat_x:p1}%", "10", "10"),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, come in _LEVELS:
        book.wan(**{f"{key}_p": plan, f"{key}_c": come})
        book.rate(f"{key}_x", f"{key}_c", f"{key}_p")
    for end in "pc":
        book.sum(f"in_{end}", *(f"{k[0]}_{end}" for k in _LEVELS))
    book.rate("in_x", "in_c", "in_p")
    book.sum("gap", "in_p", minus=("in_c",))
    for key, _, sent, spent in _USES:
        book.wan(**{f"{key}_b": sent, f"{key}_s": spent})
        book.rate(f"{key}_y", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    for end in "bsr":
        book.sum(f"u_{end}", *(f"{k[0]}_{end}" for k in _USES))
    book.sum("in_p", *(f"{k[0]}_b" for k in _USES))
    book.rate("u_y", "u_s", "in_p")
    book.rate("u_z", "u_s", "in_c")
    book.sum("rest", "in_c", minus=("u_s",))
    book.yuan(pri="246815", jun="121437", pri_l="249102", jun_l="117860")
    book.sum("kids", "pri", "jun")
    book.sum("kids_l", "pri_l", "jun_l")
    book.year("ykids", "kids", "kids_l")
    book.rate("pri_h", "pri", "kids")
    book.count(board=52316, day=19084)
    book.sum("aided", "board", "day")
    book.rate("board_h", "board", "aided")
    book.count(works=86, done=79, ok=78)
    book.rate("done_x", "done", "works")
    book.rate("ok_x", "ok", "done")
    book.sum("late", "works", minus=("done",))
    book.count(sp_old=486, sp_new=214, sp_out=37)
    book.sum("sp", "sp_old", "sp_new", minus=("sp_out",))
    book.count(sq=3000, sa=2874, sg=2703)
    book.rate("sat_x", "sg", "sa")
    book.rate("sa_x", "sa", "sq")
    for n, (*_, w, g) in enumerate(_ROWS):
        book.count(**{f"w{n}": w, f"g{n}": g})
    book.count(we="10", ge="9.6")
    book.sum("w_all", "we", *(f"w{n}" for n in range(len(_ROWS))))
    book.sum("g_all", "ge", *(f"g{n}" for n in range(len(_ROWS))))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("compulsory_funds_2020", _books())
    paper.title("2020年度城乡义务教育补助经费转移支付绩效自评报告")
    paper.centre("云岭州教育体育局　云岭州财政局")
    paper.h("一、绩效目标分解下达情况")
    paper.p(
        "2020年，中央和省级下达我州城乡义务教育补助经费共两批，其中中央{cen_p:w2}万元、省级{pro_p:w2}万元，州、县应配套{cou_p:w2}万元，资金总规模{in_p:w2}万元。绩效目标随资金文件（云财教〔2020〕45号）一并分解到8个县（市）。",
    )
    paper.h("二、绩效情况分析")
    paper.h("（一）资金投入情况分析", 2)
    paper.p(
        "1.项目资金到位情况。实际到位{in_c:w2}万元，到位率{in_x:p2}%，其中中央、省级资金到位率均为100%，州、县配套到位{cou_c:w2}万元，到位率{cou_x:p2}%，欠配套{gap:w2}万元，涉及3个县。",
    )
    paper.p(
        "2.项目资金执行情况。截至2020年12月底，支出{u_s:w2}万元，占资金总规模的{u_y:p2}%，占到位资金的{u_z:p2}%，结转{rest:w2}万元。分用途执行情况如下表：",
    )
    paper.table(
        (26, 13, 13, 13, 11),
        "用途|安排资金（万元）|支出（万元）|未支出（万元）|执行率（%）",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_y:p2}}" for k, name, *_ in _USES),
        "合计|{in_p:w2}|{u_s:w2}|{u_r:w2}|{u_y:p2}",
    )
    paper.h("（二）绩效目标完成情况分析", 2)
    paper.p(
        "1.产出指标。2020年义务教育在校生{kids:n}人，其中小学{pri:n}人（占{pri_h:p1}%）、初中{jun:n}人，比上年{kids_l:n}人{ykids:增加/减少}{ykids.d:n}人；公用经费基准定额小学每生每年650元、初中850元，寄宿生另加200元，不足100人的教学点按100人核定。",
        "资助家庭经济困难学生{aided:n}人，其中寄宿生{board:n}人、非寄宿生{day:n}人，寄宿生占{board_h:p1}%，补助标准为小学寄宿生每生每年1000元、初中1250元，非寄宿生减半。",
    )
    paper.p(
        "校舍维修改造项目{works:n}个，当年完工{done:n}个，完工率{done_x:p1}%，未完工{late:n}个；已完工项目中一次验收合格{ok:n}个，合格率{ok_x:p1}%。上年末在岗特岗教师{sp_old:n}人，当年招聘{sp_new:n}人，服务期满未留任及离职{sp_out:n}人，年末在岗{sp:n}人。",
    )
    paper.p(
        "2.效益指标。九年义务教育巩固率95.3%，比省定目标高0.3个百分点，比2015年的89.1%提高6.2个百分点。3.满意度指标。发放问卷{sq:n}份，回收有效问卷{sa:n}份，有效率{sa_x:p1}%，满意{sg:n}份，满意度{sat_x:p1}%。",
    )
    paper.h("三、偏离绩效目标的原因和下一步改进措施")
    paper.p(
        "校舍维修受疫情和雨季影响，开工晚了近两个月，维修面积比计划少1.7万平方米；3个县配套不到位。2021年4月底前补齐欠配套资金，未补齐的在2021年转移支付中扣减；将校舍项目审批提前到上年11月。"
    )
    paper.h("四、绩效自评结果拟应用和公开情况")
    paper.p("自评得分{g_all:s1z}分。结果将作为2021年资金分配的因素之一，占10%，并按规定公开。")
    paper.p("附件：转移支付区域绩效目标自评表")
    paper.centre("转移支付区域绩效目标自评表")
    paper.centre("（2020年度）")
    rows = []
    for n, (kind, name, goal, real, *_) in enumerate(_ROWS):
        first = kind if n == 0 or _ROWS[n - 1][0] != kind else "^"
        rows.append(
            f"{first}|{name}|{goal}|{real}|{{w{n}:s0}}|{{g{n}:s1z}}|"
            + ("疫情、雨季影响" if n in (2, 4, 5) else "")
        )
    paper.table(
        (14, 22, 12, 12, 8, 8, 14),
        "资金情况（万元）|全年预算数（A）|>|全年执行数（B）|>|执行率（B/A）|>",
        "年度资金总额|{in_p:w2}|>|{u_s:w2}|>|{u_y:p2}%|>",
        heads=1,
    )
    paper.table(
        (14, 22, 12, 12, 8, 8, 14),
        "二级指标|三级指标|年度指标值|全年实际完成值|分值|得分|未完成原因和改进措施",
        "预算执行率|预算执行率|100%|{u_y:p2}%|{we:s0}|{ge:s1z}|校舍项目进度慢",
        *rows,
        "总分|>|>|>|{w_all:s0}|{g_all:s1z}|",
    )
    return paper
