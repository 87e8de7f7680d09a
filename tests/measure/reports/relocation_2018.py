"""Moving villagers off bad land, 2018: households against persons, plan changed in the year, stages that overlap, per head areas."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, resettlement site, households, persons, floor area (m²), built for (万元).
_SITES = (
    ("s1", "新和家园", 412, 1568, "38416", "8835.70"),
    ("s2", "河东集镇点", 268, 1019, "24864", "5843.04"),
    ("s3", "石门产业园点", 175, 682, "16640", "3977.00"),
    ("s4", "分散安置", 93, 331, "7944", "1668.24"),
)


def _books() -> Book:
    book = Book()
    for key, _, homes, people, area, cost in _SITES:
        book.count(**{f"{key}_h": homes, f"{key}_p": people, f"{key}_a": area})
        book.wan(**{f"{key}_c": cost})
        book.average(f"{key}_v", f"{key}_a", f"{key}_p")
        book.average(f"{key}_u", f"{key}_c", f"{key}_a")
    for end in "hpac":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _SITES))
    book.sum("mass_p", "s1_p", "s2_p", "s3_p")
    book.average("all_v", "all_a", "all_p")
    book.average("all_u", "all_c", "all_a")
    book.average("size", "all_p", "all_h")
    book.rate("mass_x", "mass_p", "all_p")
    book.count(plan_p=3800, cut_p=245, add_p=45)
    book.sum("goal_p", "plan_p", "add_p", minus=("cut_p",))
    book.rate("done_x", "all_p", "goal_p")
    book.wan(centre="2520.00", bond="3510.00", loan="14200.00", fund="1800.00", own="985.00")
    book.sum("fin", "centre", "bond", "loan", "fund", "own")
    book.rate("loan_h", "loan", "fin")
    book.wan(land="1126.35", road="684.20", other="415.47")
    book.sum("infra", "land", "road", "other")
    book.sum("out", "all_c", "infra")
    book.rate("out_x", "out", "fin")
    book.sum("left", "fin", minus=("out",))
    book.count(key_h=941, in_h=926, old=786, old_d=714)
    book.rate("in_x", "in_h", "all_h")
    book.rate("old_x", "old_d", "old")
    book.count(work=1873, job=1412, off=936, near=318, pub=158)
    book.sum("job", "off", "near", "pub")
    book.rate("job_x", "job", "work")
    book.yuan(inc="8642", inc_l="6915")
    book.year("yinc", "inc", "inc_l")
    book.count(kids=524, meet=327, meet_y=309)
    book.rate("meet_x", "meet_y", "meet")
    for n, (w, g) in enumerate((("20", "19"), ("20", "17.6"), ("30", "28.4"), ("20", "18.5"), ("10", "9.4"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("relocation_2018", _books())
    paper.title("石桥县2018年度易地扶贫搬迁专项资金绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "年初下达搬迁任务{plan_p:n}人；年中因对象动态调整核减{cut_p:n}人、新识别增补{add_p:n}人，调整后任务{goal_p:n}人。截至年底实际搬迁{all_h:n}户{all_p:n}人，户均{size:r1}人，完成调整后任务的{done_x:p1}%。其中集中安置{mass_p:n}人，占{mass_x:p1}%。"
    )
    paper.h("二、资金筹措与使用")
    paper.p(
        "筹措资金{fin:w2}万元，构成为：中央预算内投资{centre:w2}万元，地方政府债券{bond:w2}万元，长期低息贷款{loan:w2}万元（占{loan_h:p1}%），专项建设基金{fund:w2}万元，农户自筹{own:w2}万元。"
    )
    paper.p(
        "支出{out:w2}万元，占筹措资金的{out_x:p1}%。住房建设{all_c:w2}万元，综合单价每平方米{all_u:y0}元；配套设施{infra:w2}万元，其中征地及场平{land:w2}万元、道路管网{road:w2}万元、其他{other:w2}万元。账面结存{left:w2}万元，拟于2019年用于旧房拆除奖补等后续支出，其中约三百万元已有明确用途。"
    )
    paper.h("三、绩效实现情况")
    paper.centre("各安置点住房建设情况")
    paper.table(
        (12, 8, 8, 11, 10, 11, 11),
        "安置点|户数|人数|建筑面积（㎡）|人均面积（㎡）|建房投资（万元）|单方造价（元）",
        *(
            f"{name}|{{{k}_h:n}}|{{{k}_p:n}}|{{{k}_a:n}}|{{{k}_v:n2}}|{{{k}_c:w2}}|{{{k}_u:y2}}"
            for k, name, *_ in _SITES
        ),
        "合计|{all_h:n}|{all_p:n}|{all_a:n}|{all_v:n2}|{all_c:w2}|{all_u:y2}",
    )
    paper.p(
        "人均住房面积{all_v:n2}平方米，未突破25平方米的控制线。年底入住{in_h:n}户，入住率{in_x:p1}%；应拆旧房{old:n}户（部分搬迁户原与兄弟合住，无独立旧房），已拆{old_d:n}户，拆除率{old_x:p1}%。"
    )
    paper.p(
        "搬迁劳动力{work:n}人，落实就业{job:n}人，就业率{job_x:p1}%：外出务工{off:n}人、就近务工{near:n}人、公益岗位{pub:n}人。搬迁户人均纯收入{inc:y0}元，上年为{inc_l:y0}元，{yinc:增长/下降}{yinc.g:p1}%。随迁适龄儿童{kids:n}人全部就近入学。"
    )
    paper.p("随机走访{meet:n}户，{meet_y:n}户表示满意，满意率{meet_x:p1}%，另有个别户反映离耕地较远。")
    paper.h("四、自评结论")
    paper.p(
        "自评{g_all:s1z}分，等级优。投入{g0:s1z}分、过程{g1:s1z}分、产出{g2:s1z}分、效益{g3:s1z}分、满意度{g4:s1z}分，满分依次为{w0:s0}分、{w1:s0}分、{w2:s0}分、{w3:s0}分、{w4:s0}分。"
    )
    paper.h("五、存在的问题")
    paper.p(
        "一是旧房拆除推进不平衡；二是后续产业带动能力弱，约四分之一的劳动力仍未稳定就业；三是结存资金偏大。"
    )
    paper.h("六、改进措施")
    paper.p(
        "2019年6月底前完成旧房拆除扫尾；在石门产业园新增岗位不少于200个；结存资金按季度清算。自评报告在县政府网站公示，结果与乡镇年度考核挂钩。"
    )
    return paper
