"""A county's soil conservation, 2020: quantities planned and done in many units, prices a unit, money by source and by contract."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Measure: name, unit, plan, done, cost (万元).
_WORKS = {
    "terr": ("坡改梯", "公顷", "186.40", "186.40", "559.20"),
    "wood": ("水土保持林", "公顷", "412.50", "405.80", "243.48"),
    "fruit": ("经果林", "公顷", "95.00", "98.60", "147.90"),
    "shut": ("封禁治理", "公顷", "1206.10", "1206.10", "60.31"),
    "dam": ("谷坊", "座", "24", "21", "39.90"),
    "pool": ("蓄水池", "口", "68", "68", "81.60"),
    "road": ("生产道路", "公里", "15.20", "14.63", "175.56"),
}
_AREA = ("terr", "wood", "fruit", "shut")
_SECTIONS = {
    "one": ("一标段（大坪、小河村）", "478.62", "472.15"),
    "two": ("二标段（青岩、尖山村）", "523.40", "523.40"),
    "three": ("三标段（马桑村）", "318.75", "312.40"),
}


def _books() -> Book:
    book = Book()
    for key, (_, _, plan, done, cost) in _WORKS.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.wan(**{f"{key}_c": cost})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.average(f"{key}_u", f"{key}_c", f"{key}_d")
    book.sum("works", *(f"{key}_c" for key in _WORKS))
    for end in "pd":
        book.sum(f"area_{end}", *(f"{key}_{end}" for key in _AREA))
    book.rate("area_x", "area_d", "area_p")
    book.wan(plan_work="1348.00", free="98.20", fore="21.80")
    book.sum("plan", "plan_work", "free", "fore")
    book.wan(cen="880.00", prov="320.00")
    book.sum("county", "plan", minus=("cen", "prov"))
    book.sum("plan", "cen", "prov", "county")
    for key in ("cen", "prov", "county"):
        book.rate(f"{key}_h", key, "plan")
    book.wan(county_in="187.00")
    book.sum("came", "cen", "prov", "county_in")
    book.rate("came_x", "came", "plan")
    book.rate("county_x", "county_in", "county")
    book.sum("short", "plan", minus=("came",))
    book.wan(free_d="93.65")
    book.sum("done", "works", "free_d")
    book.rate("done_x", "done", "plan")
    for key, (_, deal, final) in _SECTIONS.items():
        book.wan(**{f"{key}_deal": deal, f"{key}_fin": final})
        book.sum(f"{key}_cut", f"{key}_deal", minus=(f"{key}_fin",))
    book.sum("deals", *(f"{key}_deal" for key in _SECTIONS))
    book.sum("finals", *(f"{key}_fin" for key in _SECTIONS))
    book.sum("cuts", *(f"{key}_cut" for key in _SECTIONS))
    book.sum("cuts", "deals", minus=("finals",))
    book.sum("finals", "works")
    book.rate("cut_x", "cuts", "deals")
    book.wan(kept="39.24")
    book.sum("paid_w", "finals", minus=("kept",))
    book.sum("finals", "paid_w", "kept")
    book.rate("kept_h", "kept", "finals")
    book.sum("paid", "paid_w", "free_d")
    book.rate("paid_x", "paid", "came")
    book.sum("left", "came", minus=("paid",))
    _effects(book)
    return book


def _effects(book: Book) -> None:
    book.count(lost_before=3860, lost_after=1452)
    book.year("yl", "lost_after", "lost_before")
    book.count(soil_b="68400", soil_a="31200")
    book.year("ys", "soil_a", "soil_b")
    book.count(green_b="0.468", green_a="0.594")
    book.points("yg", "green_a", "green_b")
    book.count(homes=1284, poor=317, men=5136)
    book.rate("poor_h", "poor", "homes")
    book.average("home_men", "men", "homes")
    book.yuan(inc="9860", inc_l="9215")
    book.year("yi", "inc", "inc_l")
    book.count(days=21480)
    book.yuan(wages="2577600")
    book.average("wage_u", "wages", "days")
    book.count(units=126, good=112, asked=200, glad=191)
    book.rate("good_x", "good", "units")
    book.rate("glad_x", "glad", "asked")
    for n, (weight, got) in enumerate(((20, "18.5"), (20, "19"), (30, "28.6"), (30, "29"))):
        book.count(**{f"w{n}": weight, f"g{n}": got})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    book.rate("r_all", "g_all", "w_all")


def build() -> Paper:
    """Return the report."""
    paper = Paper("soil_conserve_2020", _books())
    paper.title("盘山县2020年坡耕地水土流失综合治理项目")
    paper.title("绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "项目涉及3个乡镇5个行政村，批复（盘发改农〔2019〕88号）治理水土流失面积{area_p:r2}公顷，工期12个月。"
        "批复总投资{plan:w2}万元：工程措施费{plan_work:w2}万元，独立费用{free:w2}万元，基本预备费{fore:w2}万元。"
        "投资来源为中央预算内资金{cen:w2}万元（占{cen_h:p1}%）、省级配套{prov:w2}万元（占{prov_h:p1}%）、县级自筹{county:w2}万元（占{county_h:p1}%）。"
    )
    paper.h("二、资金到位及支付情况")
    paper.p(
        "1. 到位情况。至2020年末，中央、省级资金足额到位，县级到位{county_in:w2}万元，县级到位率{county_x:p2}%。"
        "三级共到位{came:w2}万元，总到位率{came_x:p2}%，缺口{short:w2}万元由县财政列入2021年预算。"
    )
    paper.p(
        "2. 招标及结算。工程分3个标段公开招标，合同价合计{deals:w2}万元；经县审计局审定，结算价合计{finals:w2}万元，"
        "审减{cuts:w2}万元，审减率{cut_x:p2}%。各标段情况："
    )
    paper.right("单位：万元")
    paper.table(
        (22, 12, 12, 12),
        "标段|合同价|结算审定价|审减额",
        *(f"{name}|{{{k}_deal:w2}}|{{{k}_fin:w2}}|{{{k}_cut:w2}}" for k, (name, *_) in _SECTIONS.items()),
        "合计|{deals:w2}|{finals:w2}|{cuts:w2}",
    )
    paper.p(
        "3. 支付情况。工程款已支付{paid_w:w2}万元，预留质量保证金{kept:w2}万元（占结算价的{kept_h:p2}%，"
        "约为3%）；独立费用支付{free_d:w2}万元。合计支付{paid:w2}万元，占到位资金的{paid_x:p2}%，账面结存{left:w2}万元。"
        "预备费未动用。"
    )
    paper.h("三、建设任务完成情况")
    paper.p(
        "完成治理面积{area_d:r2}公顷，为批复面积的{area_x:p2}%。完成投资{done:w2}万元（工程措施{works:w2}万元、独立费用{free_d:w2}万元），"
        "为批复总投资的{done_x:p2}%。"
    )
    paper.centre("主要建设任务完成对照表")
    paper.table(
        (14, 8, 11, 11, 10, 13, 13),
        "建设内容|单位|批复数量|完成数量|完成率|投资（万元）|单位造价（万元）",
        *(
            "{0}|{1}|{{{2}_p:{3}}}|{{{2}_d:{3}}}|{{{2}_x:p1}}%|{{{2}_c:w2}}|{{{2}_u:w2}}".format(
                name, unit, k, "n" if unit in "座口" else "r2"
            )
            for k, (name, unit, *_) in _WORKS.items()
        ),
        "合计|—|—|—|—|{works:w2}|—",
    )
    paper.p(
        "谷坊少建3座，系地质条件变化经设计变更取消；经果林超额完成，新增部分由农户投工投劳。单元工程质量评定{units:n}个，"
        "优良{good:n}个，优良率{good_x:p1}%，其余全部合格。"
    )
    paper.h("四、项目效益")
    paper.p(
        "生态效益：项目区中度以上流失面积由治理前的{lost_before:n}亩降至{lost_after:n}亩，减少{yl.d:n}亩，"
        "降幅{yl.g:p1}%；年土壤流失量由{soil_b:w2}万吨降到{soil_a:w2}万吨，减少{ys.d:w2}万吨；林草覆盖率由{green_b:p1}%提高到{green_a:p1}%，"
        "提高{yg:p1}个百分点。"
    )
    paper.p(
        "社会效益：受益农户{homes:n}户{men:n}人，户均{home_men:r1}人，其中建档立卡户{poor:n}户，占受益户的{poor_h:p1}%。"
        "当地群众务工{days:n}工日，发放劳务报酬{wages:w2}万元，每工日{wage_u:y0}元。"
    )
    paper.p(
        "经济效益：项目区农民人均可支配收入{inc:y0}元，比上年{inc_l:y0}元增收{yi.d:y0}元，增长{yi.g:p1}%。经果林3至5年后进入盛果期，预计每公顷年产值4.5万元。"
    )
    paper.p("满意度：问卷{asked:n}份，满意{glad:n}份，满意率{glad_x:p1}%（目标值90%）。")
    paper.h("五、自评结果")
    paper.table(
        (12, 10, 10, 10),
        "指标类别|标准分值|自评得分|得分率",
        "项目决策|{w0:s0}|{g0:s1z}|{r0:p1}%",
        "项目过程|{w1:s0}|{g1:s1z}|{r1:p1}%",
        "项目产出|{w2:s0}|{g2:s1z}|{r2:p1}%",
        "项目效果|{w3:s0}|{g3:s1z}|{r3:p1}%",
        "合　　计|{w_all:s0}|{g_all:s1z}|{r_all:p1}%",
    )
    paper.p("对照评分标准，项目自评{g_all:s1}分，等级为优秀。")
    paper.h("六、问题和建议")
    paper.p(
        "县级资金到位不足；管护责任落实不够，少数地块补植成活率仅七成左右（设计要求不低于85%）。建议提高中央补助标准，由每平方公里50万元提高到70万元。"
    )
    return paper
