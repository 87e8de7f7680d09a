"""A college, 2022: budget bridge in a wide table, levels by code, scores with subtotals first, students and grants."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_INCOME = (
    ("fin", "财政拨款", "12480.00", "865.50", "120.00", "13225.50"),
    ("fee", "教育事业收入", "5620.00", "0", "340.80", "5279.20"),
    ("res", "科研事业收入", "480.00", "126.35", "0", "606.35"),
    ("oth", "其他收入", "260.00", "48.90", "0", "308.90"),
)
_ITEMS = (
    ("301", "工资福利支出", "9642.18", "9588.06"),
    ("302", "商品和服务支出", "4710.25", "4326.94"),
    ("303", "对个人和家庭的补助", "2284.60", "2279.15"),
    ("310", "资本性支出", "2782.92", "2155.37"),
)
_MARKS = (
    ("决策（15分）", ("6", "6"), ("9", "8.1")),
    ("过程（25分）", ("10", "8.75"), ("15", "14.2")),
    ("产出（35分）", ("20", "19.3"), ("15", "13.65")),
    ("效益（25分）", ("15", "14.25"), ("10", "9.4")),
)
_NAMES = (
    ("规划衔接", "预算编制"),
    ("预算执行", "内部控制"),
    ("人才培养", "科学研究"),
    ("社会贡献", "师生满意度"),
)


def _books() -> Book:
    book = Book()
    for key, _, start, up, down, full in _INCOME:
        book.wan(**{f"{key}0": start, f"{key}u": up, f"{key}d": down, f"{key}1": full})
        book.sum(f"{key}1", f"{key}0", f"{key}u", minus=(f"{key}d",))
    for end in "0ud1":
        book.sum(f"all{end}", *(f"{key}{end}" for key, *_ in _INCOME))
    book.sum("all1", "all0", "allu", minus=("alld",))
    for code, _, budget, spent in _ITEMS:
        if code == "310":
            book.sum("b310", "all1", minus=("b301", "b302", "b303"))
        else:
            book.wan(**{f"b{code}": budget})
        book.wan(**{f"s{code}": spent})
        book.rate(f"x{code}", f"s{code}", f"b{code}")
        book.sum(f"r{code}", f"b{code}", minus=(f"s{code}",))
    for end in "bsr":
        book.sum(f"{end}all", *(f"{end}{code}" for code, *_ in _ITEMS))
    book.rate("xall", "sall", "ball")
    for code, *_ in _ITEMS:
        book.rate(f"h{code}", f"s{code}", "sall")
    for n, (_, *pairs) in enumerate(_MARKS):
        for m, (weight, got) in enumerate(pairs):
            book.count(**{f"w{n}{m}": weight, f"g{n}{m}": got})
        book.sum(f"w{n}", f"w{n}0", f"w{n}1")
        book.sum(f"g{n}", f"g{n}0", f"g{n}1")
    book.sum("w", *(f"w{n}" for n in range(4)))
    book.sum("g", *(f"g{n}" for n in range(4)))
    book.count(students=9864, teachers=512, staff_o=146, graduates=3172, placed=3026, tests=2840, passed=2731)
    book.sum("people", "teachers", "staff_o")
    book.rate("placed_x", "placed", "graduates")
    book.rate("passed_x", "passed", "tests")
    book.average("per_student", "sall", "students")
    book.average("each", "students", "teachers")
    book.wan(g_state="418.60", g_school="206.45", g_hard="633.80")
    book.sum("grants", "g_state", "g_school", "g_hard")
    book.count(n_state=628, n_school=1377, n_hard=1842)
    book.sum("n_all", "n_state", "n_school", "n_hard")
    for key in ("state", "school", "hard"):
        book.average(f"v_{key}", f"g_{key}", f"n_{key}")
    book.average("v_all", "grants", "n_all")
    book.wan(asset0="38420.17", asset_in="2155.37", asset_out="318.24")
    book.sum("asset1", "asset0", "asset_in", minus=("asset_out",))
    book.year("ya", "asset1", "asset0")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("college_2022", _books())
    paper.title("滨州职业技术学院2022年度整体支出绩效自评报告")
    paper.h("一、学院概况")
    paper.p(
        "学院现有全日制在校生{students:n}人，教职工{people:n}人，其中专任教师{teachers:n}人、其他人员{staff_o:n}人，生师比{each:n2}∶1。2022届毕业生{graduates:n}人，年底前落实去向{placed:n}人，毕业去向落实率{placed_x:p2}%。",
    )
    paper.h("二、预算及执行")
    paper.h("（一）预算调整情况", 2)
    paper.p(
        "年初预算总额{all0:w2}万元，年中调增{allu:w2}万元、调减{alld:w2}万元，调整后预算总额{all1:w2}万元。调增主要为财政追加拨款{finu:w2}万元和到账科研经费{resu:w2}万元等，调减主要为学费收入未达预期{feed:w2}万元。",
    )
    paper.centre("表2-1 收入预算调整表")
    paper.right("单位：人民币万元")
    paper.table(
        (10, 9, 8, 8, 10),
        "收入来源|年初预算|调增（+）|调减（-）|调整后预算",
        *(
            f"{name}|{{{k}0:w2}}|"
            + ("" if up == "0" else f"{{{k}u:w2}}")
            + "|"
            + ("" if down == "0" else f"{{{k}d:w2}}")
            + f"|{{{k}1:w2}}"
            for k, name, _, up, down, _ in _INCOME
        ),
        "合计|{all0:w2}|{allu:w2}|{alld:w2}|{all1:w2}",
    )
    paper.h("（二）支出情况", 2)
    paper.p(
        "全年支出{sall:w2}万元，执行率{xall:p2}%，生均支出{per_student:y2}元。按经济分类：工资福利支出{s301:w2}万元（{h301:p2}%）、商品和服务支出{s302:w2}万元（{h302:p2}%）、对个人和家庭的补助{s303:w2}万元（{h303:p2}%）、",
        "资本性支出{s310:w2}万元（{h310:p2}%）。年末未支出{rall:w2}万元，其中资本性支出{r310:w2}万元。",
    )
    paper.centre("表2-2 支出执行情况表（按经济分类）")
    paper.right("单位：人民币万元")
    paper.table(
        (6, 13, 9, 9, 9, 8),
        "科目代码|科目名称|调整后预算|决算支出|未支出|执行率",
        *(f"{c}|{name}|{{b{c}:w2}}|{{s{c}:w2}}|{{r{c}:w2}}|{{x{c}:p2}}%" for c, name, *_ in _ITEMS),
        "|总计|{ball:w2}|{sall:w2}|{rall:w2}|{xall:p2}%",
    )
    paper.h("（三）资产情况", 2)
    paper.p(
        "固定资产年初账面原值{asset0:w2}万元，当年购建增加{asset_in:w2}万元，报废核销{asset_out:w2}万元，年末账面原值{asset1:w2}万元，较年初净增{ya.d:w2}万元，增长{ya.g:p2}%。"
    )
    paper.h("三、产出与效益")
    paper.p(
        "职业技能等级认定报考{tests:n}人，通过{passed:n}人，通过率{passed_x:p2}%。全年发放各类奖助学金{grants:w2}万元，惠及学生{n_all:n}人次，人次平均{v_all:y2}元。"
    )
    paper.table(
        (12, 9, 9, 9),
        "奖助项目|金额（万元）|人次|人均（元）",
        "国家奖助学金|{g_state:w2}|{n_state:n}|{v_state:y2}",
        "学院奖学金|{g_school:w2}|{n_school:n}|{v_school:y2}",
        "困难学生资助|{g_hard:w2}|{n_hard:n}|{v_hard:y2}",
        "合计|{grants:w2}|{n_all:n}|{v_all:y2}",
    )
    paper.h("四、自评结论")
    paper.p("自评总得分{g:s2z}分。决策{g0:s2z}分、过程{g1:s2z}分、产出{g2:s2z}分、效益{g3:s2z}分。")
    rows = ["一级指标|二级指标|标准分|自评分"]
    for n, ((name, *pairs), names) in enumerate(zip(_MARKS, _NAMES, strict=True)):
        rows.append(f"{name}|小计|{{w{n}:s0}}|{{g{n}:s2z}}")
        rows += [f"^|{names[m]}|{{w{n}{m}:s0}}|{{g{n}{m}:s2z}}" for m in range(len(pairs))]
    paper.centre("表4-1 整体支出绩效自评评分表")
    paper.table((10, 12, 8, 8), *rows, "总计|>|{w:s0}|{g:s2z}")
    paper.h("五、存在问题与改进措施")
    paper.p(
        "存在问题：资本性支出执行率为{x310:p2}%，实训设备采购启动较晚。改进措施：设备采购计划于上年11月底前完成论证，次年3月底前完成招标。自评结果作为2024年校内预算分配依据并在校园网公开。"
    )
    return paper
