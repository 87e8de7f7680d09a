"""A county finance bureau, 2024: budget by three columns, economic classes beside last year, 三公 both ways, projects, the form."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Class: this year, last year (万元).
_CLASSES = {
    "wage": ("工资福利支出", "1689.74", "1652.08"),
    "office": ("商品和服务支出", "261.37", "284.90"),
    "person": ("对个人和家庭的补助", "99.18", "87.46"),
    "goods": ("资本性支出", "18.50", "15.20"),
}
# Project: first budget, added (+) or taken back (−), spent (万元).
_PROJECTS = {
    "p1": ("财政投资评审业务费", "320.00", "85.00", "398.62"),
    "p2": ("财政信息化运行维护费", "186.40", "0", "169.25"),
    "p3": ("预算绩效管理委托评价费", "98.00", "-18.00", "80.00"),
    "p4": ("乡镇财政所建设补助", "120.00", "36.80", "111.36"),
    "p5": ("国有资产清查及监管费", "64.85", "-11.10", "53.75"),
    "p6": ("会计考试及人员培训费", "48.00", "0", "41.77"),
    "p7": ("非税票据及征管工作费", "40.00", "15.00", "55.00"),
}
_TRIPS = {
    "out": ("因公出国（境）费", "0", "0", "0"),
    "car": ("公务用车运行维护费", "9.00", "7.46", "8.03"),
    "guest": ("公务接待费", "14.50", "9.87", "11.62"),
}
_MARKS = (
    ("产出指标（50分）", "数量指标", "完成投资评审项目", "≥300个", "{review:n}个", "8", "8"),
    ("产出指标（50分）", "数量指标", "开展重点绩效评价项目", "{eva:n}个", "{eva:n}个", "8", "8"),
    ("产出指标（50分）", "数量指标", "惠民惠农补贴发放项目", "{grants:n}项", "{grants:n}项", "7", "7"),
    ("产出指标（50分）", "质量指标", "部门预决算公开率", "100%", "{open_x:p0}%", "7", "7"),
    ("产出指标（50分）", "质量指标", "补贴发放成功率", "≥99%", "{ok_x:p2}%", "6", "6"),
    ("产出指标（50分）", "时效指标", "评审项目按时办结率", "100%", "{time_x:p2}%", "8", "7.6"),
    ("产出指标（50分）", "成本指标", "公用经费控制率", "≤100%", "{office_x:p2}%", "6", "6"),
    ("效益指标（30分）", "经济效益指标", "评审审减率", "≥6%", "{cut_x:p2}%", "10", "10"),
    ("效益指标（30分）", "社会效益指标", "财政干部业务能力", "提高", "有所提高", "10", "9"),
    ("效益指标（30分）", "可持续影响指标", "财政信息系统稳定运行", "稳定", "全年无重大故障", "10", "10"),
    ("满意度指标（10分）", "服务对象满意度指标", "预算单位满意度", "≥95%", "{glad_x:p2}%", "10", "9.5"),
)


def _money(book: Book) -> None:
    book.wan(b0="1986.20", b_add="112.36")
    book.sum("b1", "b0", "b_add")
    for key, (_, now, last) in _CLASSES.items():
        book.wan(**{key: now, f"{key}_l": last})
    book.sum("people", "wage", "person")
    book.sum("running", "office", "goods")
    book.sum("basic", "people", "running")
    book.ties.append(Tie("sum", "basic", tuple(_CLASSES)))
    book.sum("basic_l", *(f"{key}_l" for key in _CLASSES))
    book.year("y_basic", "basic", "basic_l")
    for key in (*_CLASSES, "basic"):
        book.sum(f"d_{key}", key, minus=(f"{key}_l",))
        book.rate(f"e_{key}", f"d_{key}", f"{key}_l")
    book.rate("people_h", "people", "basic")
    book.rate("running_h", "running", "basic")
    book.sum("basic_r", "b1", minus=("basic",))
    book.rate("basic_x", "basic", "b1")
    book.wan(office_b="306.00")
    book.rate("office_x", "running", "office_b")
    for key, (_, first, more, spent) in _PROJECTS.items():
        book.wan(**{f"{key}_0": first, f"{key}_a": more, f"{key}_s": spent})
        book.sum(f"{key}_1", f"{key}_0", f"{key}_a")
        book.sum(f"{key}_r", f"{key}_1", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_1")
    for end in "0a1sr":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key in _PROJECTS))
    book.rate("p_x", "p_s", "p_1")
    book.sum("p_up", "p1_a", "p4_a", "p7_a")
    book.sum("p_down", minus=("p3_a", "p5_a"))
    book.ties.append(Tie("sum", "p_1", ("p_0", "p_up"), ("p_down",)))
    book.sum("start", "b0", "p_0")
    book.sum("more", "b_add", "p_up")
    book.sum("full", "start", "more", minus=("p_down",))
    book.sum("paid", "basic", "p_s")
    book.sum("left", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "p_s", "paid")
    book.ties.append(Tie("sum", "full", ("b1", "p_1")))
    book.ties.append(Tie("sum", "left", ("basic_r", "p_r")))


def _trips(book: Book) -> None:
    for key, (_, plan, now, last) in _TRIPS.items():
        book.wan(**{f"{key}_b": plan, f"{key}_n": now, f"{key}_o": last})
    for end in "bno":
        book.sum(f"trip_{end}", *(f"{key}_{end}" for key in _TRIPS))
    for key in (*_TRIPS, "trip"):
        book.sum(f"{key}_d", f"{key}_n", minus=(f"{key}_b",))
        book.sum(f"{key}_e", f"{key}_n", minus=(f"{key}_o",))
    book.rate("trip_x", "trip_n", "trip_b")
    book.year("yt", "trip_n", "trip_o")
    book.count(batches=96, guests=842, cars=3)
    book.average("car_each", "car_n", "cars")


def _books() -> Book:
    book = Book()
    _money(book)
    _trips(book)
    book.wan(sent="186420", fixed="171868")
    book.sum("cut", "sent", minus=("fixed",))
    book.rate("cut_x", "cut", "sent")
    book.count(review=312, intime=297, review_l=286)
    book.rate("time_x", "intime", "review")
    book.sum("late", "review", minus=("intime",))
    book.year("yr", "review", "review_l")
    book.count(eva=28, good=9, fair=15, poor=4, units=86, opened=86)
    book.sum("eva", "good", "fair", "poor")
    book.rate("open_x", "opened", "units")
    book.wan(eva_sum="34260.00", eva_cut="1285.50")
    book.count(grants=21, homes=412638, ok=411976)
    book.sum("homes_no", "homes", minus=("ok",))
    book.rate("ok_x", "ok", "homes")
    book.wan(grant_sum="18634.27", tax="48215.60", tax_l="46370.25", tax_b="48000.00")
    book.year("yx", "tax", "tax_l")
    book.rate("tax_x", "tax", "tax_b")
    book.count(forms=86, glad=82, staff=148, civil=46, public=102, retired=63)
    book.sum("staff", "civil", "public")
    book.rate("glad_x", "glad", "forms")
    book.count(w_do=10)
    book.score("g_do", "w_do", "x")
    book.values["g_do"] = round(book.values["g_do"], 2)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(7)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(7, 10)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}10")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(11)))))
    book.sum("lost", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("finance_bureau_2024", _books())
    paper.title("云溪县财政局2024年度部门整体支出绩效自评报告")
    paper.p(
        "根据《云溪县财政局关于开展2024年度部门整体支出绩效自评工作的通知》（云财绩〔2025〕3号）要求，我局对2024年度部门整体支出开展了绩效自评，",
        "现将有关情况报告如下：",
    )
    paper.h("一、部门（单位）基本情况")
    paper.p(
        "县财政局是县人民政府工作部门，正科级，主要职责是拟订财政发展规划，管理全县各项财政收支，负责政府采购、国有资产、会计事务和财政监督等工作。",
        "内设办公室、预算股、国库股、绩效股等17个股室，下设县财政事务中心、县国库集中支付核算中心、县投资评审中心3个二级机构和14个乡镇财政所。",
        "2024年末在职人员{staff:n}人，其中公务员（含参公）{civil:n}人，事业人员{public:n}人；退休人员{retired:n}人。",
    )
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2024年年初预算{start:w2}万元，其中基本支出{b0:w2}万元、项目支出{p_0:w2}万元。年中追加{more:w2}万元（基本支出{b_add:w2}万元、项目支出{p_up:w2}万",
        "元），收回项目资金{p_down:w2}万元，全年预算{full:w2}万元。全年实际支出{paid:w2}万元，预算执行率{x:p2}%，年末结转结余{left:w2}万元。",
        "支出中基本支出占{basic_h:p2}%，项目支出占{proj_h:p2}%。",
    )
    paper.h("（一）基本支出情况", 2)
    paper.p(
        "基本支出全年预算{b1:w2}万元，决算{basic:w2}万元，执行率{basic_x:p2}%，结余{basic_r:w2}万元。其中人员经费{people:w2}万元，占基本支出的{people_h:",
        "p2}%；日常公用经费{running:w2}万元，占基本支出的{running_h:p2}%。公用经费预算{office_b:w2}万元，公用经费控制率{office_x:p2}%。与上年相比，基本支",
        "出{y_basic:增加/减少}{y_basic.d:w2}万元，{y_basic:增长/下降}{y_basic.g:p2}%，具体见下表。",
    )
    paper.centre("2024年基本支出按经济分类对比表")
    paper.right("单位：万元")
    rows = [
        f"{name}|{{{k}:w2}}|{{{k}_l:w2}}|{{d_{k}:w2}}|{{e_{k}:p2}}%" for k, (name, *_) in _CLASSES.items()
    ]
    paper.table(
        (14, 9, 9, 9, 8),
        "经济分类|2024年决算|2023年决算|增减额|增减率",
        *rows,
        "合计|{basic:w2}|{basic_l:w2}|{d_basic:w2}|{e_basic:p2}%",
    )
    paper.p(
        "“三公”经费年初预算{trip_b:w2}万元，决算{trip_n:w2}万元，完成预算的{trip_x:p2}%，比上年决算{trip_o:w2}万元{yt:增加/减少}{yt.d:w2}万元，",
        "{yt:上升/下降}{yt.g:p2}%。其中：因公出国（境）费为0；公务用车运行维护费{car_n:w2}万元，公务用车保有量{cars:n}辆，平均每辆{car_each:w2}万元；",
        "公务接待费{guest_n:w2}万元，共接待{batches:n}批次{guests:n}人次。",
    )
    paper.table(
        (14, 9, 9, 9, 9, 9),
        "项目（万元）|2023年决算数|2024年预算数|2024年决算数|决算较预算增减|决算较上年增减",
        *(
            f"{name}|{{{k}_o:w2}}|{{{k}_b:w2}}|{{{k}_n:w2}}|{{{k}_d:w2}}|{{{k}_e:w2}}"
            for k, (name, *_) in _TRIPS.items()
        ),
        "合计|{trip_o:w2}|{trip_b:w2}|{trip_n:w2}|{trip_d:w2}|{trip_e:w2}",
    )
    paper.h("（二）项目支出情况", 2)
    paper.p(
        "项目支出年初预算{p_0:w2}万元，年中净调整{p_a:w2}万元，全年预算{p_1:w2}万元，实际支出{p_s:w2}万元，执行率{p_x:p2}%，结转{p_r:w2}万元。",
        "其中乡镇财政所建设补助执行率为{p4_x:p2}%，主要是2个财政所维修工程年底尚未验收，尾款{p4_r:w2}万元结转下年支付。",
    )
    paper.centre("2024年项目支出明细表（单位：万元）")
    paper.table(
        (4, 16, 9, 9, 9, 9, 8, 8),
        "序号|项目名称|年初预算数|调整数|全年预算数|实际支出数|结转结余|执行率",
        *(
            f"{n}|{name}|{{{k}_0:w2}}|{{{k}_a:w2}}|{{{k}_1:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}%"
            for n, (k, (name, *_)) in enumerate(_PROJECTS.items(), start=1)
        ),
        "|合计|{p_0:w2}|{p_a:w2}|{p_1:w2}|{p_s:w2}|{p_r:w2}|{p_x:p2}%",
    )
    for title in (
        "三、政府性基金预算支出情况",
        "四、国有资本经营预算支出情况",
        "五、社会保险基金预算支出情况",
    ):
        paper.h(title)
        paper.p("2024年我局无此项支出。")
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("六、部门整体支出绩效情况")
    paper.p(
        "1.收入征管有力有效。全县非税收入完成{tax:w2}万元，为年度计划{tax_b:w2}万元的{tax_x:p2}%，同比{yx:增收/减收}{yx.d:w2}万元，{yx:增长/下降}{yx.g:p",
        "2}%。",
    )
    paper.p(
        "2.投资评审提质增效。全年完成评审项目{review:n}个，较上年的{review_l:n}个{yr:多/少}{yr.d:n}个；送审金额{sent:e2}亿元，审定金额{fixed:e2}亿元，",
        "审减{cut:w2}万元，审减率{cut_x:p2}%。其中在规定时限内办结{intime:n}个，按时办结率{time_x:p2}%，{late:n}个项目因资料补正超期。",
    )
    paper.p(
        "3.绩效管理持续深化。对{eva:n}个项目开展重点绩效评价，涉及资金{eva_sum:w2}万元，评价结果为“优”的{good:n}个、“良”的{fair:n}个、“中”及以下的",
        "{poor:n}个，据此核减2025年预算{eva_cut:w2}万元。全县{units:n}个预算单位除涉密事项外全部公开预决算，公开率{open_x:p0}%。",
    )
    paper.p(
        "4.惠民政策落地见效。通过“一卡通”系统发放惠民惠农补贴{grants:n}项、{grant_sum:w2}万元，发放{homes:n}人次，其中一次发放成功{ok:n}人次，",
        "成功率{ok_x:p2}%，因账户信息有误退回{homes_no:n}人次，均已重新发放到位。",
    )
    paper.p("5.服务对象满意度较高。向{forms:n}个预算单位发放问卷，表示满意的{glad:n}个，满意度{glad_x:p2}%。")
    paper.p(
        "对照《部门整体支出绩效自评表》，自评得分{g_all:s2}分，扣{lost:s2}分，等级为“优”。其中：预算执行得{g_do:s2}分，产出指标得{g_out:s1}分，",
        "效益指标得{g_eff:s0}分，满意度指标得{g10:s1}分。",
    )
    paper.h("七、存在的问题及原因分析")
    paper.p(
        "一是部分项目预算编制不够精准。评审业务费年初预算不足，年中追加{p1_a:w2}万元；而委托评价费、国有资产清查费年中分别收回{p3_a:w2a}万元、",
        "{p5_a:w2a}万元。原因是年初对任务量估计不准。",
    )
    paper.p("二是个别项目支出进度偏慢。乡镇财政所建设补助受施工进度影响，未能在年内全部支付。")
    paper.h("八、下一步改进措施")
    paper.p(
        "一是细化项目预算编制，以近三年平均工作量为依据测算；二是建立项目支出月调度机制，对序时进度落后的股室进行提醒。"
    )
    paper.h("九、部门整体支出绩效自评结果拟应用和公开情况")
    paper.p("自评结果将作为编制2026年部门预算的重要参考，并随部门决算在县人民政府门户网站公开。")
    paper.right("云溪县财政局")
    paper.right("2025年5月26日")
    paper.p("附件：部门整体支出绩效自评表")
    paper.centre("部门整体支出绩效自评表")
    paper.centre("（2024年度）")
    rows = []
    for n, (first, second, third, aim, done, *_) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == first else first
        middle = "^" if n and _MARKS[n - 1][:2] == (first, second) else second
        rows.append(f"{head}|{middle}|{third}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}")
    paper.table(
        (9, 9, 14, 9, 10, 6, 6),
        "单位名称|>|云溪县财政局|>|>|>|>",
        "预算执行情况（万元）||年初预算数|全年预算数|全年执行数|分值|得分",
        "^|年度资金总额|{start:w2}|{full:w2}|{paid:w2}|{w_do:s0}|{g_do:s2}",
        "^|其中：基本支出|{b0:w2}|{b1:w2}|{basic:w2}||",
        "^|项目支出|{p_0:w2}|{p_1:w2}|{p_s:w2}||",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2}",
        heads=0,
    )
