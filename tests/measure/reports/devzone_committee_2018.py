"""A development zone's committee, 2018: 亿元 for the zone, 万元 for the office, a wide table by kinds of funds, 附件2."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Kind of funds: carried over, received, spent (万元).
_FUNDS = {
    "gen": ("一般公共预算", "326.40", "5482.75", "5390.18"),
    "land": ("政府性基金预算", "1260.00", "9845.30", "10217.64"),
    "own": ("其他资金", "84.25", "312.90", "341.06"),
}
# Indicator: head, name, aim, actual, weight, points.
_MARKS = (
    ("投入（10分）", "预算编制完整性", "完整", "完整", "10", "10"),
    ("过程（20分）", "预算支出率", "100%", "{x:p2}%", "10", "9.21"),
    ("^", "“三公”经费控制率", "≤100%", "{three_x:p2}%", "10", "10"),
    ("产出（40分）", "新签约项目", "≥25个", "{deal:n}个", "15", "15"),
    ("^", "新开工项目", "≥20个", "{dig_d:n}个", "15", "13.5"),
    ("^", "建成标准厂房", "≥20万平方米", "{hall_d:n1}万平方米", "10", "9.3"),
    ("效果（30分）", "规模以上工业总产值增速", "≥8%", "{y_make.g:p2}%", "20", "20"),
    ("^", "企业满意度", "≥95%", "{glad_x:p2}%", "10", "9"),
)


def _money(book: Book) -> None:
    for key, (_, carried, got, spent) in _FUNDS.items():
        book.wan(**{f"{key}_c": carried, f"{key}_i": got, f"{key}_s": spent})
        book.sum(f"{key}_r", f"{key}_c", f"{key}_i", minus=(f"{key}_s",))
    for end in "cisr":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _FUNDS))
    book.ties.append(Tie("sum", "all_r", ("all_c", "all_i"), ("all_s",)))
    book.sum("avail", "all_c", "all_i")
    book.rate("x", "all_s", "avail")
    book.wan(
        wage="1684.52", office="263.80", office_b="290.00", pave="8126.47", plot="2964.38", call="486.25"
    )
    book.sum("basic", "wage", "office")
    book.sum("proj", "all_s", minus=("basic",))
    book.sum("all_s", "basic", "proj")
    book.sum("help", "proj", minus=("pave", "plot", "call"))
    book.sum("proj", "pave", "plot", "call", "help")
    book.rate("basic_h", "basic", "all_s")
    book.rate("proj_h", "proj", "all_s")
    book.rate("pave_h", "pave", "proj")
    book.rate("office_x", "office", "office_b")
    book.wan(abroad="6.80", abroad_l="0.00", car="21.45", car_l="25.32", recv="38.60", recv_l="47.18")
    book.wan(three_b="75.00")
    for end in ("", "_l"):
        book.sum(f"three{end}", f"abroad{end}", f"car{end}", f"recv{end}")
    for key in ("three", "car", "recv"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.rate("three_x", "three", "three_b")


def _work(book: Book) -> None:
    book.count(posts=68, staff=63)
    book.sum("free", "posts", minus=("staff",))
    book.rate("staff_x", "staff", "posts")
    book.wan(make="4126800", make_l="3781500", tax="186400", tax_l="171250", cash="326000", cash_p="300000")
    book.year("y_make", "make", "make_l")
    book.year("y_tax", "tax", "tax_l")
    book.rate("cash_x", "cash", "cash_p")
    book.count(fact=19, serv=9, dig_p=20, dig_d=18, hall_p="20.0", hall_d="18.6", firms=143, firms_l=131)
    book.sum("deal", "fact", "serv")
    book.rate("dig_x", "dig_d", "dig_p")
    book.rate("hall_x", "hall_d", "hall_p")
    book.sum("more", "firms", minus=("firms_l",))
    book.count(sent=120, glad=113)
    book.rate("glad_x", "glad", "sent")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_mid", f"{end}1", f"{end}2")
        book.sum(f"{end}_out", f"{end}3", f"{end}4", f"{end}5")
        book.sum(f"{end}_eff", f"{end}6", f"{end}7")
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(8)))
    book.ties.append(Tie("sum", "g_all", ("g0", "g_mid", "g_out", "g_eff")))
    for n, rate in ((1, "x"), (4, "dig_x"), (5, "hall_x")):
        book.ties.append(Tie("score", f"g{n}", (f"w{n}", rate)))


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("devzone_committee_2018", _books(), styled=True)
    paper.title("江北经济开发区管理委员会2018年度整体支出绩效自评报告")
    paper.h("一、基本概况")
    paper.p(
        "江北经济开发区为省级开发区，规划面积18平方公里。管委会为市政府派出机构，下设党政办公室、经济发展局、招商局、规划建设局和财政局，共5个机构；核定编制{posts:n}个，实有{staff:n}人，空编{free:n}个，在编人员占编制数的{staff_x:p2}%。"
    )
    paper.p(
        "2018年，开发区完成规模以上工业总产值{make:e2}亿元，上年为{make_l:e2}亿元，同比{y_make:增长/下降}{y_make.g:p2}%；实现税收{tax:e2}亿元，比上年{tax_l:e2}亿元{y_tax:增加/减少}{y_tax.d:e2}亿元，{y_tax:增长/下降}{y_tax.g:p2}%。年末规模以上企业{firms:n}户，较上年的{firms_l:n}户净增{more:n}户。"
    )
    paper.h("二、资金收支情况")
    paper.h("（一）总体收支", 2)
    paper.p(
        "2018年管委会上年结转{all_c:w2}万元，当年收入{all_i:w2}万元，可用资金总量{avail:w2}万元；全年支出{all_s:w2}万元，预算支出率{x:p2}%；年末结转{all_r:w2}万元。各类资金收支结转情况见表1。"
    )
    paper.centre("表1　2018年资金收支结转情况")
    paper.right("（单位：万元）")
    paper.table(
        (13, 10, 10, 10, 10),
        "资金类别|上年结转|本年收入|本年支出|年末结转",
        *(f"{name}|" + "|".join(f"{{{k}_{end}:w2}}" for end in "cisr") for k, (name, *_) in _FUNDS.items()),
        "合计|{all_c:w2}|{all_i:w2}|{all_s:w2}|{all_r:w2}",
    )
    paper.h("（二）支出构成", 2)
    paper.p(
        "基本支出{basic:w2}万元，占总支出{basic_h:p2}%，用于人员经费{wage:w2}万元、日常公用经费{office:w2}万元。日常公用经费全年预算{office_b:w2}万元，公用经费控制率为{office_x:p2}%。",
        "项目支出{proj:w2}万元，占总支出{proj_h:p2}%，具体为：园区道路管网建设{pave:w2}万元，土地征收补偿{plot:w2}万元，招商引资{call:w2}万元，企业扶持{help:w2}万元。其中园区道路管网建设占项目支出的{pave_h:p2}%，是最大的一项。",
    )
    paper.h("（三）“三公”经费", 2)
    paper.p(
        "全年“三公”经费支出{three:w2}万元，控制在年度预算{three_b:w2}万元之内，控制率{three_x:p2}%，比上年{three_l:w2}万元{y_three:增长/下降}{y_three.g:p2}%。公务用车运行维护费由上年{car_l:w2}万元降至{car:w2}万元，减少{y_car.d:w2}万元；公务接待费由上年{recv_l:w2}万元降至{recv:w2}万元，减少{y_recv.d:w2}万元；因公出国（境）费{abroad:w2}万元，系赴德国参加招商推介，上年未发生。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、绩效目标完成情况")
    paper.p(
        "招商引资。年内新签约项目{deal:n}个，包括工业项目{fact:n}个、服务业项目{serv:n}个；实际到位市外资金{cash:e1}亿元，年度任务为{cash_p:e1}亿元，完成任务的{cash_x:p2}%。"
    )
    paper.p(
        "项目建设。年度计划新开工项目{dig_p:n}个，实际新开工{dig_d:n}个，开工率{dig_x:p0}%；计划建成标准厂房{hall_p:n1}万平方米，实际建成{hall_d:n1}万平方米，完成{hall_x:p0}%。"
    )
    paper.p(
        "营商环境。全面推行企业开办“一窗受理”，开发区财政局向{sent:n}户企业开展问卷调查并全部收回，表示满意的{glad:n}户，满意度{glad_x:p2}%。"
    )
    paper.h("四、自评结论")
    paper.p(
        "自评得分{g_all:s2}分，等次为“优”。其中投入得{g0:s0}分，过程得{g_mid:s2}分，产出得{g_out:s1}分，效果得{g_eff:s0}分。"
    )
    paper.h("五、主要问题")
    paper.p(
        "（一）政府性基金支出受土地出让进度影响，下半年集中支付；（二）部分项目因征地拆迁未按期开工；（三）企业对融资服务的评价偏低。"
    )
    paper.h("六、下一步措施")
    paper.p(
        "一是加强与自然资源部门衔接，及早报批用地；二是将征地拆迁任务分解到月；三是每季度组织一次银企对接。自评结果随2018年度决算一并公开。"
    )
    paper.p("附：部门整体支出绩效自评指标表")
    paper.centre("部门整体支出绩效自评指标表")
    paper.table(
        (11, 16, 12, 12, 7, 8),
        "一级指标|评价指标|目标值|完成值|分值|得分",
        *(
            f"{head}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}"
            for n, (head, name, aim, done, _, _) in enumerate(_MARKS)
        ),
        "总计|>|>|>|{w_all:s0}|{g_all:s2}",
    )
