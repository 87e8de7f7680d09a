"""A county medical security bureau, 2023, the outline of Sichuan: income by source, months of payment, targets per head, points of three parts."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: budget of the year, spent (万元).
_PROJECTS = {
    "a": ("医保信息化及平台运维", "68.00", "66.20"),
    "b": ("医保基金监管服务", "45.00", "41.85"),
    "c": ("城乡医疗救助县级配套", "320.00", "320.00"),
    "d": ("参保征缴宣传", "24.00", "22.96"),
    "e": ("经办服务下沉补助", "36.00", "30.60"),
}
_TOWNS = {
    "n": ("城关镇", "62480", "61855"),
    "m": ("双凤镇", "38716", "37960"),
    "k": ("白马镇", "29544", "28830"),
    "j": ("其他乡镇", "164260", "160974"),
}
_PARTS = {
    "u": ("部门预算项目绩效管理", "目标制定、目标实现、支出控制、及时处置、执行进度、预算完成", "45", "42.6"),
    "v": ("综合绩效管理", "预决算公开、资产管理、内控管理", "25", "24"),
    "o": ("绩效结果应用", "自评公开、整改反馈、应用反馈", "20", "18.8"),
    "t": ("自评质量", "自评准确率", "10", "9.5"),
}


def _money(book: Book) -> None:
    book.wan(own="1286.34", fund="0", carry="27.16")
    book.sum("income", "own", "carry")
    book.wan(wage="548.72", home="61.35", office="98.46")
    book.sum("people", "wage", "home")
    book.sum("basic", "people", "office")
    for key, (_, budget, spent) in _PROJECTS.items():
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key in _PROJECTS))
    book.rate("p_x", "p_s", "p_b")
    book.sum("p_r", "p_b", minus=("p_s",))
    book.sum("out", "basic", "p_s")
    book.sum("end", "income", minus=("out",))
    book.rate("out_x", "out", "income")
    book.rate("basic_h", "basic", "out")
    book.rate("p_h", "p_s", "out")
    book.wan(june="598.40", sept="905.73", out_l="1248.90")
    book.rate("june_x", "june", "income")
    book.rate("sept_x", "sept", "income")
    book.year("yo", "out", "out_l")
    book.wan(guest_b="3.20", guest="2.05", guest_l="2.48", car_b="4.00", car="3.62", car_l="3.55")
    book.sum("three_b", "guest_b", "car_b")
    book.sum("three", "guest", "car")
    book.sum("three_l", "guest_l", "car_l")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")


def _people(book: Book) -> None:
    for key, (_, due, done) in _TOWNS.items():
        book.count(**{f"{key}_p": due, f"{key}_d": done})
        book.sum(f"{key}_q", f"{key}_p", minus=(f"{key}_d",))
        book.rate(f"{key}_y", f"{key}_d", f"{key}_p")
    for end in "pdq":
        book.sum(f"c_{end}", *(f"{key}_{end}" for key in _TOWNS))
    book.rate("c_y", "c_d", "c_p")
    book.wan(paid="38642.50", stay="31208.75")
    book.sum("visit", "paid", minus=("stay",))
    book.sum("paid", "stay", "visit")
    book.rate("stay_h", "stay", "paid")
    book.count(times=52186, visits=864320, poor=18642)
    book.average("stay_each", "stay", "times")
    book.wan(help="1864.20")
    book.average("help_each", "help", "poor")
    book.count(places=412, seen=412, cases=86, cases_l=71)
    book.rate("seen_x", "seen", "places")
    book.year("yk", "cases", "cases_l")
    book.wan(back="268.45", fine="57.30", back_l="301.62")
    book.sum("got", "back", "fine")
    book.year("yb", "back", "back_l")
    book.count(asks=500, glad=478)
    book.rate("glad_x", "glad", "asks")


def _books() -> Book:
    book = Book()
    _money(book)
    _people(book)
    book.count(staff=58, admin=13, career=45)
    book.sum("staff", "admin", "career")
    book.count(kinds=5, full_kinds=1)
    for key, (_, _, weight, got) in _PARTS.items():
        book.count(**{f"{key}_w": weight, f"{key}_g": got})
        book.sum(f"{key}_k", f"{key}_w", minus=(f"{key}_g",))
    for end in "wgk":
        book.sum(f"z_{end}", *(f"{key}_{end}" for key in _PARTS))
    book.ties.append(Tie("sum", "z_k", ("z_w",), ("z_g",)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("medical_security_2023", _books())
    paper.title("锦屏县医疗保障局")
    paper.title("2023年度部门整体绩效评价报告")
    paper.h("一、部门概况")
    paper.h("（一）机构组成。", 2)
    paper.p(
        "锦屏县医疗保障局内设办公室、待遇保障股、基金监管股3个股室，下属县医疗保障事务中心1个事业单位，无独立核算的二级预算单位。"
    )
    paper.h("（二）机构职能。", 2)
    paper.p(
        "贯彻执行医疗保险、生育保险、医疗救助等医疗保障政策，监督管理医疗保障基金，推进医保支付方式改革，组织实施药品和医用耗材集中带量采购。"
    )
    paper.h("（三）人员概况。", 2)
    paper.p("截至2023年12月31日，实有在职人员{staff:n}人，其中行政人员{admin:n}人，事业人员{career:n}人。")
    paper.h("二、部门资金收支情况")
    paper.h("（一）收入情况。", 2)
    paper.p(
        "2023年部门收入{income:w2}万元，其中：一般公共预算财政拨款收入{own:w2}万元，年初结转和结余{carry:w2}万元。"
    )
    paper.h("（二）支出情况。", 2)
    paper.p(
        "2023年部门总支出{out:w2}万元，较上年的{out_l:w2}万元{yo:增加/减少}{yo.d:w2}万元，{yo:增长/下降}{yo.g:p2}%。其中：基本支出{basic:w2}万元，",
        "占总支出的{basic_h:p2}%；项目支出{p_s:w2}万元，占总支出的{p_h:p2}%。基本支出中，工资福利支出{wage:w2}万元，对个人和家庭的补助支出{home:w2}万元，",
        "商品和服务支出{office:w2}万元。",
    )
    paper.h("（三）结余分配和结转结余情况。", 2)
    paper.p("年末结转和结余{end:w2}万元，其中项目支出结转{p_r:w2}万元。")
    paper.h("三、部门整体绩效分析")
    paper.h("（一）部门预算项目绩效分析。", 2)
    paper.p(
        "1.人员类项目绩效分析。人员类项目支出{people:w2}万元，按月足额发放职工工资及缴纳社保，无拖欠情况。"
    )
    paper.p("2.运转类项目绩效分析。商品和服务支出{office:w2}万元，有效保障了机关日常运转。")
    paper.p(
        "3.特定目标类项目绩效分析。全年共{kinds:n}个特定目标类项目，预算{p_b:w2}万元，实际支出{p_s:w2}万元，预算完成率{p_x:p2}%。其中预算完成率达到100%的",
        "{full_kinds:n}个，为城乡医疗救助县级配套项目；完成率最低的为经办服务下沉补助，仅{e_x:p2}%，主要是3个乡镇便民服务中心改造推迟。各项目执行情况见下表：",
    )
    paper.right("单位：万元、%")
    paper.table(
        (6, 20, 10, 10, 9),
        "序号|项目名称|预算数|执行数|预算完成率",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}"
            for n, (k, (name, *_)) in enumerate(_PROJECTS.items(), start=1)
        ),
        "合计|>|{p_b:w2}|{p_s:w2}|{p_x:p2}",
    )
    paper.p(
        "（1）目标实现。参保扩面方面，全县应参保{c_p:n}人，实际参保{c_d:n}人，参保率{c_y:p2}%，未参保{c_q:n}人主要为外出务工人员。待遇保障方面，",
        "全年基金支付医疗费用{paid:w2}万元，其中住院{stay:w2}万元，占{stay_h:p2}%，惠及住院患者{times:n}人次，人次均支付{stay_each:y2}元；门诊{visit:w2}",
        "万元。医疗救助支出{help:w2}万元，救助困难群众{poor:n}人次，人次均救助{help_each:y2}元。",
    )
    paper.centre("2023年城乡居民参保情况统计表")
    paper.table(
        (12, 12, 12, 12, 10),
        "乡镇|应参保人数（人）|实际参保人数（人）|未参保人数（人）|参保率（%）",
        *(f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_q:n}}|{{{k}_y:p2}}" for k, (name, *_) in _TOWNS.items()),
        "合计|{c_p:n}|{c_d:n}|{c_q:n}|{c_y:p2}",
    )
    paper.p(
        "（2）基金监管。全县定点医药机构{places:n}家，检查{seen:n}家，检查覆盖率{seen_x:p0}%。查处违规案件{cases:n}件，较上年{cases_l:n}件{yk:增加/减少}",
        "{yk.d:n}件；追回违规使用医保基金{back:w2}万元，行政罚款{fine:w2}万元，合计{got:w2}万元。其中追回资金同比{yb:增长/下降}{yb.g:p2}%（上年为{back_l",
        ":w2}万元）。",
    )
    paper.p(
        "（3）支出控制。公务接待费、公务用车运行维护费预算{three_b:w2}万元，决算{three:w2}万元，控制率{three_x:p2}%。其中公务接待费预算{guest_b:w2}万元、",
        "决算{guest:w2}万元，公务用车运行维护费预算{car_b:w2}万元、决算{car:w2}万元。两项合计比上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，",
        "{y3:上升/下降}{y3.g:p2}%。",
    )
    paper.p(
        "（4）执行进度。6月末累计支出{june:w2}万元，执行进度{june_x:p2}%；9月末累计支出{sept:w2}万元，执行进度{sept_x:p2}%；12月末累计支出{out:w2}万元，",
        "执行进度{out_x:p2}%。",
    )
    paper.p("（5）违规记录。2023年度审计、财会监督未发现部门预算管理方面违纪违规问题。")
    paper.h("（二）结果应用情况。", 2)
    paper.p("我局已按要求将2022年度自评结果随决算公开，对绩效运行监控中发现的2个进度偏慢项目及时进行了调整。")
    paper.h("（三）满意度情况。", 2)
    paper.p("在医保服务大厅随机调查参保群众{asks:n}人，满意{glad:n}人，满意度为{glad_x:p2}%。")
    paper.h("四、评价结论及建议")
    paper.h("（一）评价结论。", 2)
    paper.p(
        "2023年，我局较好地完成了年度绩效目标，整体绩效自评得分{z_g:s1}分，扣分{z_k:s1}分。得分情况如下："
    )
    paper.table(
        (12, 24, 8, 8, 8),
        "一级指标|主要内容|分值|自评得分|扣分",
        *(
            f"{name}|{what}|{{{k}_w:s0}}|{{{k}_g:s1z}}|{{{k}_k:s1z}}"
            for k, (name, what, *_) in _PARTS.items()
        ),
        "合计|>|{z_w:s0}|{z_g:s1z}|{z_k:s1z}",
    )
    paper.h("（二）存在问题。", 2)
    paper.p("1.个别项目执行进度不够均衡。经办服务下沉补助预算{e_b:w2}万元，仅支出{e_s:w2}万元。")
    paper.p("2.绩效指标设置不够精细。部分效益指标以定性描述为主，缺少可比较的历史数据。")
    paper.h("（三）改进建议。", 2)
    paper.p(
        "1.加强项目前期准备，对跨乡镇实施的项目提前选点、提前签约。2.建立部门绩效指标库，逐步积累参保率、次均费用等指标的历史数据。"
    )
    return paper
