"""A city agriculture bureau with units under it, 2023: 万元 with 6 decimals, a table of units under two rows of heads, added and cut funds."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, unit, posts, staff, basic budget, basic spent, project budget, project spent (万元).
_UNITS = (
    ("own", "局机关", 78, 74, "1986.425300", "1940.117842", "6215.800000", "5583.264190"),
    ("tech", "农业技术推广中心", 64, 61, "1142.306800", "1118.940275", "1874.500000", "1692.385610"),
    ("vet", "动物疫病预防控制中心", 42, 40, "748.119200", "731.662408", "960.340000", "904.771325"),
    ("seed", "种子站", 23, 20, "381.540000", "366.208915", "415.000000", "371.496200"),
    ("mach", "农机监理所", 31, 31, "529.873400", "520.114730", "238.600000", "225.907480"),
)
_TASKS = (
    ("粮食播种面积", "≥186万亩", "187.3万亩", "10", "10"),
    ("高标准农田建设面积", "6.5万亩", "6.1万亩", "12", "11.3"),
    ("重大动物疫病强制免疫密度", "≥90%", "{imm_x:p2}%", "10", "10"),
    ("农产品例行监测合格率", "≥98%", "{food_x:p2}%", "12", "12"),
    ("畜禽粪污综合利用率", "≥80%", "{waste_x:p2}%", "10", "10"),
    ("项目按期完工率", "100%", "{done_x:p2}%", "10", "8.5"),
    ("农民人均可支配收入增速", "≥7%", "7.2%", "16", "16"),
    ("农户满意度", "≥90%", "{glad_x:p2}%", "10", "10"),
)


def _books() -> Book:
    book = Book()
    for key, _, posts, staff, basic_b, basic_s, proj_b, proj_s in _UNITS:
        book.count(**{f"{key}_p": posts, f"{key}_n": staff})
        book.wan(
            **{f"{key}_bb": basic_b, f"{key}_bs": basic_s, f"{key}_jb": proj_b, f"{key}_js": proj_s},
        )
        book.sum(f"{key}_b", f"{key}_bb", f"{key}_jb")
        book.sum(f"{key}_s", f"{key}_bs", f"{key}_js")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    keys = [key for key, *_ in _UNITS]
    for end in ("p", "n", "bb", "bs", "jb", "js", "b", "s"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("all_x", "all_s", "all_b")
    book.rate("base_x", "all_bs", "all_bb")
    book.rate("proj_x", "all_js", "all_jb")
    book.rate("staff_x", "all_n", "all_p")
    book.sum("left", "all_b", minus=("all_s",))
    book.sum("left_b", "all_bb", minus=("all_bs",))
    book.sum("left_j", "all_jb", minus=("all_js",))
    book.sum("left", "left_b", "left_j")
    book.rate("base_h", "all_bs", "all_s")
    book.rate("proj_h", "all_js", "all_s")
    book.wan(old="486.312700", add="2614.750000", cut="308.440000")
    book.sum("first", "all_b", "cut", minus=("old", "add"))
    book.sum("all_b", "first", "old", "add", minus=("cut",))
    book.wan(add_c="1820.000000", add_p="512.750000")
    book.sum("add_t", "add", minus=("add_c", "add_p"))
    book.sum("add", "add_c", "add_p", "add_t")
    book.wan(last="13842.906510")
    book.year("yall", "all_s", "last")
    book.wan(
        car="46.218400",
        recv="8.730500",
        car_b="58.000000",
        recv_b="16.000000",
        car_l="49.905200",
        recv_l="7.916000",
    )
    book.sum("three", "car", "recv")
    book.sum("three_b", "car_b", "recv_b")
    book.sum("three_l", "car_l", "recv_l")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")
    book.wan(good="684.320000", work="1936.415000", serve="802.174600")
    book.sum("buy", "good", "work", "serve")
    book.wan(sme="2918.604000")
    book.rate("sme_h", "sme", "buy")
    book.count(
        due="1286400",
        shot="1241760",
        food="2480",
        food_ok="2457",
        dung="3846",
        used="3358",
        works=74,
        works_ok=66,
    )
    book.rate("imm_x", "shot", "due")
    book.rate("food_x", "food_ok", "food")
    book.rate("waste_x", "used", "dung")
    book.rate("done_x", "works_ok", "works")
    book.sum("works_late", "works", minus=("works_ok",))
    book.count(polled=800, glad=741)
    book.rate("glad_x", "glad", "polled")
    for n, (*_, w, g) in enumerate(_TASKS):
        book.count(**{f"w{n}": w, f"g{n}": g})
    book.count(wx="10")
    book.score("gx", "wx", "all_x")
    book.values["gx"] = round(book.values["gx"], 2)
    book.sum("w_all", *(f"w{n}" for n in range(len(_TASKS))), "wx")
    book.sum("g_all", *(f"g{n}" for n in range(len(_TASKS))), "gx")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("agri_units_2023", _books())
    paper.title("市农业农村局2023年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "部门预算编制范围包括局机关和4个二级预算单位。2023年末编制{all_p:n}名，实有在职{all_n:n}人，在职人员控制率{staff_x:p2}%，其中局机关编制{own_p:n}名、在职{own_n:n}人。",
    )
    paper.h("二、预算及执行情况")
    paper.p(
        "（一）预算来源。年初部门预算{first:w6}万元，上年结转{old:w6}万元，年中追加{add:w6}万元（中央资金{add_c:w6}万元、省级资金{add_p:w6}万元、市级资金{add_t:w6}万元），因项目取消收回{cut:w6}万元，全年预算{all_b:w6}万元。",
    )
    paper.p(
        "（二）预算执行。全年支出{all_s:w6}万元，执行率{all_x:p2}%，较2022年{last:w6}万元{yall:增长/下降}{yall.g:p2}%。其中：基本支出{all_bs:w6}万元，执行率{base_x:p2}%，占比{base_h:p2}%；项目支出{all_js:w6}万元，执行率{proj_x:p2}%，占比{proj_h:p2}%。年末结转结余{left:w6}万元，其中基本支出结余{left_b:w6}万元，项目支出结转{left_j:w6}万元。",
    )
    paper.centre("表1  部门及所属单位预算执行情况")
    paper.right("单位：人、万元")
    paper.table(
        (14, 6, 6, 12, 12, 12, 12, 12, 12, 8),
        "单位|人员|>|基本支出|>|项目支出|>|合计|>|执行率",
        "^|编制|在职|预算|支出|预算|支出|预算|支出|^",
        *(
            f"{name}|{{{k}_p:n}}|{{{k}_n:n}}|{{{k}_bb:w6}}|{{{k}_bs:w6}}|{{{k}_jb:w6}}|{{{k}_js:w6}}|{{{k}_b:w6}}|{{{k}_s:w6}}|{{{k}_x:p2}}%"
            for k, name, *_ in _UNITS
        ),
        "总计|{all_p:n}|{all_n:n}|{all_bb:w6}|{all_bs:w6}|{all_jb:w6}|{all_js:w6}|{all_b:w6}|{all_s:w6}|{all_x:p2}%",
        heads=2,
    )
    paper.p(
        "（三）“三公”经费。全年支出{three:w6}万元，为预算{three_b:w6}万元的{three_x:p2}%，较上年{three_l:w6}万元{y3:增加/减少}{y3.d:w6}万元，{y3:增长/下降}{y3.g:p2}%。其中公务用车运行维护费{car:w6}万元，公务接待费{recv:w6}万元，未发生因公出国（境）费用。",
    )
    paper.p(
        "（四）政府采购。全年采购{buy:w6}万元，其中货物类{good:w6}万元、工程类{work:w6}万元、服务类{serve:w6}万元；授予中小企业合同{sme:w6}万元，占{sme_h:p2}%。",
    )
    paper.h("三、履职效能")
    paper.p(
        "1．粮食生产。播种面积187.3万亩，总产量75.4万吨，比上年增长0.8%，其中早稻单产居全省第3位。2．动物防疫。应免畜禽{due:n}头（只、羽），实免{shot:n}头（只、羽），免疫密度{imm_x:p2}%。3．质量安全。例行监测抽检样品{food:n}批次，合格{food_ok:n}批次，合格率{food_x:p2}%，比国家98%的目标高1个百分点以上；查处案件93起。",
    )
    paper.p(
        "4．绿色发展。规模养殖场产生粪污{dung:n}万吨，综合利用{used:n}万吨，综合利用率{waste_x:p2}%。5．项目建设。应完工项目{works:n}个，已完工{works_ok:n}个，按期完工率{done_x:p2}%，未完工的{works_late:n}个主要集中在高标准农田和冷链设施。6．满意度。抽样调查农户{polled:n}户，满意{glad:n}户，满意度{glad_x:p2}%。",
    )
    paper.h("四、自评得分")
    paper.p("预算执行率满分{wx:s0}分，得{gx:s2}分；整体自评{g_all:s2z}分，等级“优”。")
    paper.table(
        (22, 12, 12, 8, 8),
        "指标名称|年度指标值|实际完成值|分值|得分",
        "预算执行率|100%|{all_x:p2}%|{wx:s0}|{gx:s2}",
        *(
            f"{name}|{goal}|{real}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (name, goal, real, *_) in enumerate(_TASKS)
        ),
        "合计|||{w_all:s0}|{g_all:s2z}",
    )
    paper.h("五、存在问题及改进措施")
    paper.p(
        "高标准农田项目受秋季连阴雨影响，少完成0.4万亩，已于2024年2月补建；部分单位项目支出进度前松后紧，上半年执行率仅为38%。2024年将实行月调度，5月底前完成全部项目招标，责任单位为计划财务科。评价结果作为2025年预算依据，并在局网站公开。"
    )
    return paper
