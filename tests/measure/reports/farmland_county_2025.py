"""A county's farmland works, 2025: contract, settled and paid by lot, this year's payments against all so far."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Lot: name, area (亩), contract, settled, paid before, paid this year (万元).
_LOTS = {
    "a": ("一标段（黄庄、柳林）", 6800, "1428.60", "1396.42", "571.44", "755.16"),
    "b": ("二标段（东岗）", 4200, "903.75", "868.30", "361.50", "463.38"),
    "c": ("三标段（孟桥、前屯）", 5500, "1187.20", "1152.94", "474.88", "620.41"),
}


def _books() -> Book:
    book = Book()
    for key, (_, area, deal, settled, before, now) in _LOTS.items():
        book.count(**{f"{key}_m": area})
        book.wan(**{f"{key}_c": deal, f"{key}_s": settled, f"{key}_o": before, f"{key}_n": now})
        book.sum(f"{key}_p", f"{key}_o", f"{key}_n")
    for end in "mcsonp":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _LOTS))
    for key in (*_LOTS, "all"):
        book.sum(f"{key}_d", f"{key}_c", minus=(f"{key}_s",))
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_c")
        book.rate(f"{key}_px", f"{key}_p", f"{key}_s")
        book.average(f"{key}_e", f"{key}_s", f"{key}_m")
    book.sum("keep", "all_s", minus=("all_p",))
    book.wan(cen="2640.00", pro="660.00", cou="330.00", came="3465.00", sup="68.40", des="92.60")
    book.sum("plan", "cen", "pro", "cou")
    book.rate("came_x", "came", "plan")
    book.rate("cen_h", "cen", "plan")
    book.sum("fees", "sup", "des")
    book.sum("out", "all_p", "fees")
    book.rate("out_x", "out", "came")
    book.sum("stay", "came", minus=("out",))
    book.count(well=128, well_p=128, pipe="46.80", pipe_p="45.00", road="18.60", road_p="20.00")
    for key in ("well", "pipe", "road"):
        book.rate(f"{key}_x", key, f"{key}_p")
    book.count(wet_l=9600, wet=15840, y_old=462, y_new=528)
    book.sum("wet_m", "wet", minus=("wet_l",))
    book.rate("wet_x", "wet", "all_m")
    book.year("yy", "y_new", "y_old")
    book.count(moved=10230, hands=860, poor=214)
    book.rate("moved_x", "moved", "all_m")
    book.rate("poor_x", "poor", "hands")
    book.count(house=240, real=232, love=187, like=36)
    book.sum("liked", "love", "like")
    book.rate("liked_x", "liked", "real")
    book.count(w1=20, w2=40, w3=30, w4=10, g1="19.5", g2="38.6", g3="28.7", g4="9.6")
    book.sum("w", "w1", "w2", "w3", "w4")
    book.sum("g", "g1", "g2", "g3", "g4")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("farmland_county_2025", _books(), styled=True)
    paper.title("汤源县农业农村局高标准农田建设项目")
    paper.title("绩效自评报告（2025年度）")
    paper.h("一、项目立项与投资")
    paper.p(
        "经市农业农村局汤农建〔2024〕16号文批复，项目建设高标准农田{all_m:n}亩（约{all_m:w2}万亩），涉及3个乡镇5个行政村。批复总投资{plan:w2}万元，中央财政{cen:w2}万元，占{cen_h:p2}%，省级{pro:w2}万元，县级{cou:w2}万元。截至2025年11月末，资金累计到位{came:w2}万元，到位率{came_x:p2}%。"
    )
    paper.p(
        "项目分三个标段招标，合同价合计{all_c:w2}万元，经县审计中心审定{all_s:w2}万元，审定价较合同价核减{all_d:w2}万元，审减率{all_dx:p2}%。审减幅度以二标段最大（{b_dx:p2}%），一标段最小（{a_dx:p2}%）。"
    )
    paper.h("二、资金支付")
    paper.p(
        "施工费累计支付{all_p:w2}万元（2024年{all_o:w2}万元，2025年{all_n:w2}万元），占审定价的{all_px:p2}%，余{keep:w2}万元为质保金及尾款，质保期满后支付。另支付监理费{sup:w2}万元、勘察设计费{des:w2}万元，两项共{fees:w2}万元。",
        "以上累计支出{out:w2}万元，占到位资金的{out_x:p2}%，账面结存{stay:w2}万元。",
    )
    paper.centre("各标段合同、审定与支付情况")
    paper.right("单位：亩、万元、元/亩")
    paper.table(
        (13, 7, 9, 9, 8, 7, 8, 8, 9, 8, 8),
        "标段|建设面积|合同价|审定价|审减|>|支付|>|>|支付比例（%）|亩均投资",
        "^|^|^|^|金额|审减率（%）|截至2024年末|2025年|累计|^|^",
        *(
            f"{name}|{{{k}_m:n}}|{{{k}_c:w2}}|{{{k}_s:w2}}|{{{k}_d:w2}}|{{{k}_dx:p2}}|{{{k}_o:w2}}|{{{k}_n:w2}}|{{{k}_p:w2}}|{{{k}_px:p2}}|{{{k}_e:y0}}"
            for k, name in (*((k, row[0]) for k, row in _LOTS.items()), ("all", "合计"))
        ),
        heads=2,
    )
    paper.p("注：支付比例为累计支付占审定价的比例；亩均投资按审定价计算，不含监理、勘察设计费。")
    paper.h("三、目标完成情况")
    paper.p(
        "产出方面：新打及维修机井{well:n}眼，与计划{well_p:n}眼一致；铺设地埋管道{pipe:n2}公里，计划{pipe_p:n2}公里，完成率{pipe_x:p2}%；硬化田间道路{road:n2}公里，仅完成计划{road_p:n2}公里的{road_x:p2}%，前屯段因青苗补偿未谈妥延期。"
    )
    paper.p(
        "效益方面：有效灌溉面积由{wet_l:n}亩增加到{wet:n}亩，净增{wet_m:n}亩，灌溉保证面积覆盖率{wet_x:p2}%。小麦亩产由建设前{y_old:n}公斤提高到{y_new:n}公斤，亩均增产{yy.d:n}公斤，增幅{yy.g:p2}%。项目区土地流转{moved:n}亩，流转率{moved_x:p2}%；带动务工{hands:n}人，其中脱贫户劳动力{poor:n}人，占{poor_x:p2}%。"
    )
    paper.p(
        "满意度方面：入户调查{house:n}户，收回有效问卷{real:n}份，非常满意{love:n}份，比较满意{like:n}份，群众满意度（非常满意与比较满意之和占有效问卷比重）{liked_x:p2}%。"
    )
    paper.h("四、评分情况")
    paper.p(
        "总分{w:s0}分，自评{g:s1}分。决策{w1:s0}分，得{g1:s1}分；产出{w2:s0}分，得{g2:s1}分；效益{w3:s0}分，得{g3:s1}分；满意度{w4:s0}分，得{g4:s1}分。"
    )
    paper.h("五、存在问题和下一步工作")
    paper.p(
        "县级配套资金滞后，道路工程未按期完工。12月底前由项目办督促三标段复工，2026年3月底前完成竣工验收并移交管护；自评结果报县财政局，作为2026年项目储备依据并予公开。"
    )
    return paper
