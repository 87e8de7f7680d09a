"""A city's maternity hospital, 2025: screening paid by standards times heads, three levels of funds, deductions in prose."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Service: standard in 元 for each, planned and done heads, unit, payments of last year in 万元.
_SERVICES = {
    "neck": ("宫颈癌筛查", "149", 24000, 24560, "342.61"),
    "chest": ("乳腺癌筛查", "104", 24000, 24560, "238.95"),
    "born": ("新生儿遗传代谢病筛查", "120", 11500, 10872, "141.84"),
    "ear": ("新生儿听力筛查", "50", 11500, 10915, "58.92"),
}
_LEVELS = {"cen": "中央", "pro": "省级", "cit": "市级"}
_MARKS = (
    ("产出指标|数量指标|两癌筛查人数|≥24000人|{neck_d:n}人", "15", "15"),
    ("^|^|新生儿遗传代谢病筛查人数|≥11500人|{born_d:n}人", "10", "9.45"),
    ("^|质量指标|筛查结果告知率|100%|{told_x:p2}%", "10", "9.96"),
    ("^|成本指标|宫颈癌筛查每人标准|≤149元|{neck_e:y0}元", "15", "15"),
    ("效益指标|社会效益|宫颈癌前病变随访率|≥90%|{foll_x:p2}%", "30", "30"),
    ("满意度指标|服务对象满意度|受检妇女满意度|≥95%|{glad_x:p2}%", "10", "10"),
)


def _money(book: Book) -> None:
    for key, (_, each, plan, done, last) in _SERVICES.items():
        book.yuan(**{f"{key}_e": each})
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.wan(**{f"{key}_l": last})
        book.product(key, f"{key}_e", f"{key}_d")
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.year(f"y_{key}", key, f"{key}_l")
    book.sum("two", "neck", "chest")
    book.sum("baby", "born", "ear")
    book.sum("test", "two", "baby")
    book.ties.append(Tie("sum", "test", tuple(_SERVICES)))
    book.wan(talk="36.48", teach="24.75")
    book.sum("paid", "test", "talk", "teach")
    book.rate("test_h", "test", "paid")
    book.wan(cen="412.00", pro="236.00", cit="276.00")
    book.sum("full", *_LEVELS)
    book.wan(cen_s="412.00", pro_s="228.35")
    book.sum("cit_s", "paid", minus=("cen_s", "pro_s"))
    book.sum("paid", "cen_s", "pro_s", "cit_s")
    for key in _LEVELS:
        book.sum(f"{key}_r", key, minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", key)
    book.sum("rest", "full", minus=("paid",))
    book.ties.append(Tie("sum", "rest", ("pro_r", "cit_r")))
    book.rate("x", "paid", "full")


def _books() -> Book:
    book = Book()
    _money(book)
    book.count(high=286, low=132, foll=397, mass=58, told=710, bad=713)
    book.sum("pre", "high", "low")
    book.rate("foll_x", "foll", "pre")
    book.rate("told_x", "told", "bad")
    book.count(births=11038)
    book.rate("born_h", "born_d", "births")
    book.rate("ear_h", "ear_d", "births")
    book.count(sick=14, mend=14, deaf=21, classes=18, seats=1260)
    book.average("per_class", "seats", "classes")
    book.count(sent=500, ok=486, glad=469)
    book.rate("ok_x", "ok", "sent")
    book.rate("glad_x", "glad", "ok")
    book.count(w_do=10, g_do="9.39")
    book.ties.append(Tie("score", "g_do", ("w_do", "x")))
    for n, (_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(4)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}4", f"{end}5")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(6)))))
    book.sum("l_do", "w_do", minus=("g_do",))
    book.sum("l1", "w1", minus=("g1",))
    book.sum("l2", "w2", minus=("g2",))
    book.sum("lost", "w_all", minus=("g_all",))
    book.ties.append(Tie("sum", "lost", ("l_do", "l1", "l2")))
    for n, rate in ((1, "born_x"), (2, "told_x")):
        book.ties.append(Tie("score", f"g{n}", (f"w{n}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("maternal_screening_2025", _books())
    paper.title("桐江市妇幼保健院2025年妇女儿童健康筛查项目支出绩效自评报告")
    paper.p("项目主管部门：桐江市卫生健康委员会　　项目实施单位：桐江市妇幼保健院")
    paper.h("一、项目基本情况")
    paper.p(
        "1、项目内容。为城乡35至64周岁妇女免费开展宫颈癌、乳腺癌（以下简称“两癌”）筛查，为辖区内出生的新生儿免费开展遗传代谢病和听力筛查，同步开展健康宣传和基层人员培训。"
    )
    paper.p(
        "2、年度目标。两癌筛查{neck_p:n}人，新生儿两项筛查各{born_p:n}人，筛查结果告知率100%，宫颈癌前病变随访率不低于90%。"
    )
    paper.p(
        "3、资金安排。项目资金{full:w2}万元，其中中央{cen:w2}万元、省级{pro:w2}万元、市级{cit:w2}万元，均已足额到位，资金到位率100%。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "截至2025年12月31日，项目支出{paid:w2}万元，执行率{x:p2}%，结余{rest:w2}万元。其中中央资金支出{cen_s:w2}万元，执行率{cen_x:p2}%，无结余；省级资金支出{pro_s:w2}万元，执行率{pro_x:p2}%，结余{pro_r:w2}万元；市级资金支出{cit_s:w2}万元，执行率{cit_x:p2}%，结余{cit_r:w2}万元。"
    )
    paper.p(
        "按用途分，筛查服务{test:w2}万元，占{test_h:p2}%；健康宣传{talk:w2}万元；人员培训{teach:w2}万元。筛查服务中，两癌筛查{two:w2}万元，新生儿筛查{baby:w2}万元，均按实际筛查人数和补助标准结算。"
    )
    paper.centre("表1　筛查服务补助结算表")
    paper.table(
        (17, 9, 10, 10, 10, 10),
        "服务项目|标准（元/人）|计划人数（人）|实际人数（人）|完成率（%）|结算金额（万元）",
        *(
            f"{name}|{{{k}_e:y0}}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p2}}|{{{k}:w4}}"
            for k, (name, *_) in _SERVICES.items()
        ),
        "合计|——|——|——|——|{test:w4}",
    )
    paper.p(
        "与上年相比，宫颈癌筛查结算金额由{neck_l:w2}万元变为{neck:w2}万元，{y_neck:增长/下降}{y_neck.g:p2}%；乳腺癌筛查由{chest_l:w2}万元变为{chest:w2}万元，{y_chest:增长/下降}{y_chest.g:p2}%；受出生人口变动影响，新生儿遗传代谢病筛查比上年的{born_l:w2}万元{y_born:增加/减少}{y_born.d:w2}万元，新生儿听力筛查比上年的{ear_l:w2}万元{y_ear:增加/减少}{y_ear.d:w2}万元。"
    )
    paper.h("三、项目组织管理情况")
    paper.p(
        "市卫生健康委印发年度实施方案，市妇幼保健院设立项目办公室，负责技术指导、质量控制和信息报送，各县（市、区）妇幼保健机构具体承担筛查任务。院财务科对项目资金实行专账核算，按季度凭筛查台账拨付。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("四、绩效目标完成情况")
    paper.p(
        "1、两癌筛查。实际筛查{neck_d:n}人，超额完成计划。查出宫颈癌前病变{pre:n}人，其中高级别病变{high:n}人、低级别病变{low:n}人，已随访{foll:n}人，随访率{foll_x:p2}%。筛查结果异常{bad:n}人，已书面告知{told:n}人，告知率{told_x:p2}%，其余3人因外出务工联系方式变更暂未告知。"
    )
    paper.p(
        "2、新生儿筛查。全年辖区活产数{births:n}人，遗传代谢病筛查{born_d:n}人、听力筛查{ear_d:n}人，分别占活产数的{born_h:p2}%和{ear_h:p2}%。因出生人口少于预期，两项筛查人数均未达到计划数。"
    )
    paper.p("3、培训。举办基层人员培训班{classes:n}期，培训{seats:n}人次，平均每期{per_class:n}人次。")
    paper.p(
        "4、满意度。向受检妇女发放问卷{sent:n}份，收回有效问卷{ok:n}份，有效率{ok_x:p2}%；满意{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("五、自评结论")
    paper.p(
        "项目自评{g_all:s2}分，评价等级为“优”，共扣{lost:s2}分。其中：预算执行率未达到100%，扣{l_do:s2}分；新生儿遗传代谢病筛查人数未达目标值，扣{l1:s2}分；筛查结果告知率未达目标值，扣{l2:s2}分。"
    )
    paper.centre("表2　项目支出绩效自评表")
    paper.table(
        (10, 11, 16, 10, 10, 6, 7),
        "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
        "预算执行率|>|>|100%|{x:p2}%|{w_do:s0}|{g_do:s2}",
        *(f"{text}|{{w{n}:s0}}|{{g{n}:s2z}}" for n, (text, *_) in enumerate(_MARKS)),
        "合计|>|>|>|>|{w_all:s0}|{g_all:s2}",
    )
    paper.h("六、存在问题和下一步打算")
    paper.p(
        "市级资金执行率偏低；新生儿筛查计划数沿用上年口径，与实际出生情况有偏差；个别受检对象失访。下一步，一是按出生监测数据测算年度任务；二是在筛查登记时增加备用联系方式，由乡镇卫生院跟踪随访。"
    )
    paper.right("桐江市妇幼保健院")
    paper.right("2026年3月10日")
