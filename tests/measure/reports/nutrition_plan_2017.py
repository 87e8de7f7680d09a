"""School meals in a mountain county, 2017: a standard a day, pupils and days by kind of school, all amounts in 元."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Kind of school: name, schools, pupils in spring and autumn, meals in spring and autumn.
_SCHOOLS = {
    "point": ("村小及教学点", 37, 2186, 2054, 212042, 201292),
    "central": ("乡镇中心完小", 14, 6872, 6935, 666584, 679630),
    "middle": ("农村初级中学", 6, 4107, 4218, 398379, 413364),
}
# Kind of food: name, spent (元); the rest is what the meals leave.
_FOOD = {
    "rice": ("大米、面粉", "2361480.50"),
    "oil": ("食用油", "814326.00"),
    "meat": ("肉蛋禽类", "4587139.28"),
    "veg": ("蔬菜水果", "1632874.35"),
}
_MARKS = (
    ("项目投入", "资金到位及时率", 10, "9.5"),
    ("^", "县级配套到位率", 10, "8.66"),
    ("项目过程", "财务管理规范性", 15, "14"),
    ("^", "食品安全管理", 15, "15"),
    ("项目产出", "受益学生覆盖率", 15, "15"),
    ("^", "供餐天数达标率", 10, "10"),
    ("项目效果", "学生体质改善", 15, "13.5"),
    ("^", "学生及家长满意度", 10, "9.3"),
)


def _meals(book: Book) -> None:
    for key, (_, schools, spring, autumn, m1, m2) in _SCHOOLS.items():
        book.count(
            **{
                f"{key}_n": schools,
                f"{key}_p1": spring,
                f"{key}_p2": autumn,
                f"{key}_m1": m1,
                f"{key}_m2": m2,
            }
        )
        book.sum(f"{key}_m", f"{key}_m1", f"{key}_m2")
    for end in ("n", "p1", "p2", "m1", "m2", "m"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _SCHOOLS))
    book.ties.append(Tie("sum", "all_m", ("all_m1", "all_m2")))
    book.yuan(each="4")
    for key in (*_SCHOOLS, "all"):
        book.product(f"{key}_cost", "each", f"{key}_m")
    book.sum("all_cost", *(f"{key}_cost" for key in _SCHOOLS))
    book.year("yp", "all_p2", "all_p1")


def _money(book: Book) -> None:
    book.yuan(**{key: amount for key, (_, amount) in _FOOD.items()})
    book.sum("dairy", "all_cost", minus=tuple(_FOOD))
    book.sum("all_cost", *_FOOD, "dairy")
    for key in (*_FOOD, "dairy"):
        book.rate(f"{key}_h", key, "all_cost")
    book.yuan(cent="9360000.00", prov="720000.00", county_p="670000.00", county="580000.00", last="215436.74")
    book.sum("plan", "cent", "prov", "county_p")
    book.sum("got", "cent", "prov", "county")
    book.rate("got_x", "got", "plan")
    book.rate("county_x", "county", "county_p")
    book.sum("short", "county_p", minus=("county",))
    book.sum("can", "got", "last")
    book.sum("left", "can", minus=("all_cost",))
    book.rate("use_x", "all_cost", "can")
    # What the county pays beside the meals: kitchens and cooks.
    book.count(cooks=128, months=10, kits=9)
    book.product("cook_months", "cooks", "months")
    book.yuan(wage="1500", kit_b="460000.00", kit="437620.00")
    book.product("cook_pay", "wage", "cook_months")
    book.sum("side", "cook_pay", "kit")
    book.rate("kit_x", "kit", "kit_b")
    book.sum("kit_r", "kit_b", minus=("kit",))
    book.average("per_kit", "kit", "kits")


def _books() -> Book:
    book = Book()
    _meals(book)
    _money(book)
    book.count(checks=3420, fine=3398, thin_l=701, thin=560, measured=8460)
    book.rate("fine_x", "fine", "checks")
    book.sum("bad", "checks", minus=("fine",))
    book.rate("thin_x", "thin", "measured")
    book.rate("thin_lx", "thin_l", "measured")
    book.points("dt", "thin_x", "thin_lx")
    book.sum("thin_d", "thin_l", minus=("thin",))
    book.count(kids=600, folks=300, kids_y=563, folks_y=274)
    book.sum("asked", "kids", "folks")
    book.sum("yes", "kids_y", "folks_y")
    book.rate("kids_x", "kids_y", "kids")
    book.rate("folks_x", "folks_y", "folks")
    book.rate("yes_x", "yes", "asked")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": str(weight), f"g{n}": str(got)})
    for end in "wg":
        for n in range(4):
            book.sum(f"{end}_{n}", f"{end}{2 * n}", f"{end}{2 * n + 1}")
        book.sum(end, *(f"{end}_{n}" for n in range(4)))
        book.ties.append(Tie("sum", end, tuple(f"{end}{n}" for n in range(8))))
    book.ties.append(Tie("score", "g1", ("w1", "county_x")))
    book.ties.append(Tie("score", "g7", ("w7", "yes_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("nutrition_plan_2017", _books())
    paper.title("甘塘县2017年农村义务教育学生营养改善计划")
    paper.title("专项资金绩效自评报告")
    paper.p("县财政局：")
    paper.p(
        "按照你局《关于报送2017年度专项资金绩效自评报告的函》要求，现将我县农村义务教育学生营养改善计划专项资金使用情况自评如下。"
    )
    paper.h("一、项目概况")
    paper.p(
        "我县自2012年春季学期起实施营养改善计划，2017年覆盖农村义务教育学校{all_n:n}所：村小及教学点{point_n:n}所、乡镇中心完小{central_n:n}所、农村初级中学{middle_n:n}所。春季学期受益学生{all_p1:n}人，秋季学期受益学生{all_p2:n}人，秋季比春季{yp:增加/减少}{yp.d:n}人。",
    )
    paper.p(
        "膳食补助标准为每生每天{each:y0}元，按实际在校供餐天数结算，全部采取学校食堂供餐模式。春季学期供餐97天，秋季学期供餐98天。"
    )
    paper.h("二、资金安排与使用")
    paper.p(
        "（一）资金到位。2017年应安排膳食补助资金{plan:y2}元，包括中央{cent:y2}元、省级{prov:y2}元、县级{county_p:y2}元；实际到位{got:y2}元，到位率{got_x:p2}%。中央和省级资金足额到位，县级到位{county:y2}元，到位率{county_x:p2}%，少到位{short:y2}元。",
        "加上年结转{last:y2}元，当年可用资金{can:y2}元。",
    )
    paper.p(
        "（二）资金使用。全年供餐{all_m:n}人次，支出膳食补助{all_cost:y2}元，占可用资金的{use_x:p2}%，结转下年{left:y2}元。其中春季学期供餐{all_m1:n}人次，秋季学期供餐{all_m2:n}人次。"
    )
    paper.centre("各类学校供餐及补助情况")
    paper.table(
        (12, 7, 9, 9, 10, 10, 10, 13),
        "学校类别|学校数|受益学生数|>|供餐人次|>|>|补助金额（元）",
        "^|^|春季|秋季|春季|秋季|全年|^",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_p1:n}}|{{{k}_p2:n}}|{{{k}_m1:n}}|{{{k}_m2:n}}|{{{k}_m:n}}|{{{k}_cost:y2}}"
            for k, (name, *_) in _SCHOOLS.items()
        ),
        "合计|{all_n:n}|{all_p1:n}|{all_p2:n}|{all_m1:n}|{all_m2:n}|{all_m:n}|{all_cost:y2}",
        heads=2,
    )
    paper.p(
        "（三）食材采购。米、面、油、奶等大宗食材由县教育局统一招标、定点配送，肉类和蔬菜由学校就近向扶贫合作社采购。膳食补助全部用于食材，没有列支人员工资和燃料费。按食材种类分："
    )
    paper.table(
        (14, 14, 10),
        "食材种类|金额（元）|占比",
        *(f"{name}|{{{k}:y2}}|{{{k}_h:p2}}%" for k, (name, _) in _FOOD.items()),
        "牛奶及其他|{dairy:y2}|{dairy_h:p2}%",
        "合计|{all_cost:y2}|100%",
    )
    paper.p(
        "（四）配套支出。县财政另行承担食堂工勤人员工资和设备购置{side:y2}元：聘用工勤人员{cooks:n}人，每人每月{wage:y0}元，全年按{months:n}个月计{cook_months:n}人月，发放工资{cook_pay:y2}元；为{kits:n}所学校更新厨房设备，预算{kit_b:y2}元，中标价{kit:y2}元，节约{kit_r:y2}元，预算执行率{kit_x:p2}%，校均{per_kit:y2}元。",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、项目绩效")
    paper.p(
        "1、食品安全。落实校长陪餐和48小时留样制度，县市场监管局抽检食材{checks:n}批次，合格{fine:n}批次，合格率{fine_x:p2}%，不合格的{bad:n}批次全部退货销毁。全年未发生食品安全事故。"
    )
    paper.p(
        "2、学生体质。对连续两年跟踪监测的{measured:n}名学生进行比较，消瘦学生由上年的{thin_l:n}人减少到{thin:n}人，减少{thin_d:n}人，消瘦率由{thin_lx:p2}%{dt:上升/下降}到{thin_x:p2}%，{dt:上升/下降}{dt:p2}个百分点。"
    )
    paper.p(
        "3、满意度。问卷调查{asked:n}人，其中学生{kids:n}人、家长{folks:n}人；满意{yes:n}人，总体满意度{yes_x:p2}%。学生满意{kids_y:n}人，满意度{kids_x:p2}%；家长满意{folks_y:n}人，满意度{folks_x:p2}%。"
    )
    paper.p(
        "4、自评得分。项目自评{g:s2}分，为“优秀”等次：投入{g_0:s2z}分、过程{g_1:s2z}分、产出{g_2:s2z}分、效果{g_3:s2z}分。县级配套到位率和满意度两项指标按实际比率计分。"
    )
    paper.table(
        (12, 20, 8, 8),
        "一级指标|二级指标|分值|得分",
        *(f"{kind}|{name}|{{w{n}:s0}}|{{g{n}:s2z}}" for n, (kind, name, *_) in enumerate(_MARKS)),
        "合计|>|{w:s0}|{g:s2}",
    )
    paper.h("四、存在的困难和问题")
    paper.p(
        "1、县级财力薄弱，配套资金未能按时足额到位。2、村小及教学点食材配送距离远、用量小，配送成本高。3、少数学校食堂账目登记不规范，带量食谱公示不及时。"
    )
    paper.h("五、下一步打算")
    paper.p(
        "1、请县财政将县级配套足额列入2018年预算，并在秋季学期开学前拨付到位。2、由县教育局营养办与配送企业协商，2018年秋季学期起将教学点配送频次由每周2次调整为3次。3、2018年5月底前对57所学校食堂账目检查一遍。"
    )
    paper.right("甘塘县教育局")
    paper.right("2018年3月16日")
