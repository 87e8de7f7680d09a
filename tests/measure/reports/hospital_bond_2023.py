"""A county hospital built with special bonds, 2023: issues with rates and terms, sums to date against the year, cover of debt, floors."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, part of the works, estimate, paid before, paid in 2023 (万元), floor space (平方米).
_PARTS = (
    ("out", "门诊医技楼", "21480.00", "8216.4430", "7905.1275", "36800"),
    ("bed", "住院综合楼", "26350.00", "5140.0000", "11327.6842", "45200"),
    ("park", "地下车库及人防", "9170.00", "3608.2915", "2416.3380", "18600"),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, before, now, floor in _PARTS:
        book.wan(**{f"{key}_e": plan, f"{key}_o": before, f"{key}_n": now})
        book.count(**{f"{key}_m": floor})
        book.sum(f"{key}_u", f"{key}_o", f"{key}_n")
        book.rate(f"{key}_x", f"{key}_u", f"{key}_e")
    keys = [key for key, *_ in _PARTS]
    for end in "eonum":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key in keys))
    book.wan(other_e="5000.00", other_o="1820.5000", other_n="684.2703")
    book.sum("other_u", "other_o", "other_n")
    book.rate("other_x", "other_u", "other_e")
    for end in "eonu":
        book.sum(f"all_{end}", f"p_{end}", f"other_{end}")
    book.rate("all_x", "all_u", "all_e")
    book.wan(bond21="12000.00", bond22="10000.00", bond23="18000.00", self_="9000.00")
    book.sum("bond_o", "bond21", "bond22")
    book.sum("bond", "bond_o", "bond23")
    book.sum("bond", "bond21", "bond22", "bond23")
    book.sum("gov", "all_e", minus=("bond", "self_"))
    book.sum("all_e", "bond", "self_", "gov")
    book.rate("bond_h", "bond", "all_e")
    book.wan(used_o="17216.0000", used_n="16932.4200")
    book.sum("used", "used_o", "used_n")
    book.sum("bond_left", "bond", minus=("used",))
    book.rate("used_x", "used", "bond")
    book.rate("used_nx", "used_n", "bond23")
    book.count(r21="0.0343", r22="0.0318", r23="0.0307")
    book.product("i21", "bond21", "r21")
    book.product("i22", "bond22", "r22")
    book.product("i23", "bond23", "r23")
    book.sum("int_", "i21", "i22")
    book.sum("int24", "i21", "i22", "i23")
    book.wan(inc_med="3862.40", inc_park="318.25", inc_rent="204.10")
    book.sum("inc", "inc_med", "inc_park", "inc_rent")
    book.average("cover", "inc", "int_")
    book.wan(net20="118640.00", debt20="92475.00")
    book.average("cover20", "net20", "debt20")
    book.count(beds0=420, beds1=600)
    book.sum("beds", "beds0", "beds1")
    book.count(nodes=26, nodes_d=23)
    book.rate("nodes_x", "nodes_d", "nodes")
    book.wan(
        build="41286.5000",
        design="1268.0000",
        watch="714.3000",
        build_p="36012.8420",
        design_p="1141.2000",
        watch_p="521.4390",
    )
    for end in ("", "_p"):
        book.sum(f"con{end}", f"build{end}", f"design{end}", f"watch{end}")
    for key in ("build", "design", "watch", "con"):
        book.rate(f"{key}_x", f"{key}_p", key)
    book.average("per_m", "p_e", "p_m")
    book.count(vis=360, vis_ok=334)
    book.rate("vis_x", "vis_ok", "vis")
    for n, (w, g) in enumerate((("20", "19"), ("20", "17.5"), ("40", "36.8"), ("20", "18.9"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("hospital_bond_2023", _books())
    paper.title("安远县人民医院新院区建设项目")
    paper.title("2023年度地方政府专项债券项目绩效自评报告")
    paper.h("一、项目基本情况")
    paper.p(
        "项目由县人民医院为业主，2021年7月开工，计划2025年12月竣工，总建筑面积{p_m:n}平方米，其中门诊医技楼{out_m:n}平方米、住院综合楼{bed_m:n}平方米、地下车库及人防{park_m:n}平方米，单位面积造价{per_m:y2}元。医院现有床位{beds0:n}张，新增{beds1:n}张，建成后合计{beds:n}张。",
    )
    paper.p(
        "项目概算总投资{all_e:w2}万元，资金来源：专项债券{bond:w2}万元（占{bond_h:p2}%）、财政资金{gov:w2}万元、医院自筹{self_:w2}万元。",
    )
    paper.h("二、债券资金管理使用情况")
    paper.p(
        "（一）发行情况。专项债券分三年发行：2021年发行{bond21:w2}万元，期限20年，票面利率{r21:p2}%；2022年发行{bond22:w2}万元，期限15年，票面利率{r22:p2}%；2023年发行{bond23:w2}万元，期限15年，票面利率{r23:p2}%。截至2022年末累计发行{bond_o:w2}万元。",
    )
    paper.p(
        "（二）使用情况。截至2022年末累计支出债券资金{used_o:w4}万元，2023年支出{used_n:w4}万元，累计支出{used:w4}万元，占累计发行额的{used_x:p2}%，结存{bond_left:w4}万元在监管专户。仅就2023年新发债券而言，当年支出相当于发行额的{used_nx:p2}%。",
    )
    paper.p(
        "（三）付息情况。2023年应付2021年、2022年两期债券利息{int_:w2}万元，分别为{i21:w2}万元和{i22:w2}万元，已按期支付；2023年债券自2024年起付息，每年{i23:w2}万元，2024年三期应付利息合计{int24:w2}万元。",
    )
    paper.h("三、项目建设进展")
    paper.centre("表1　投资完成情况　　单位：万元")
    paper.table(
        (17, 11, 13, 13, 13, 10),
        "建设内容|概算|2022年末累计|2023年当年|2023年末累计|完成概算",
        *(
            f"{name}|{{{k}_e:w2}}|{{{k}_o:w4}}|{{{k}_n:w4}}|{{{k}_u:w4}}|{{{k}_x:p2}}%"
            for k, name, *_ in _PARTS
        ),
        "工程小计|{p_e:w2}|{p_o:w4}|{p_n:w4}|{p_u:w4}|",
        "工程建设其他费|{other_e:w2}|{other_o:w4}|{other_n:w4}|{other_u:w4}|{other_x:p2}%",
        "总计|{all_e:w2}|{all_o:w4}|{all_n:w4}|{all_u:w4}|{all_x:p2}%",
    )
    paper.p(
        "截至2023年末，项目累计完成投资{all_u:w4}万元，占概算的{all_x:p2}%，其中2023年完成{all_n:w4}万元。2023年计划完成形象进度节点{nodes:n}个，实际完成{nodes_d:n}个，完成率{nodes_x:p1}%，未完成的是幕墙、净化工程和电梯安装。",
    )
    paper.centre("表2　合同签订与支付情况（万元）")
    paper.table(
        (18, 14, 14, 12),
        "合同类别|合同金额|累计支付|支付比例",
        "施工|{build:w4}|{build_p:w4}|{build_x:p2}%",
        "勘察设计|{design:w4}|{design_p:w4}|{design_x:p2}%",
        "监理|{watch:w4}|{watch_p:w4}|{watch_x:p2}%",
        "合计|{con:w4}|{con_p:w4}|{con_x:p2}%",
    )
    paper.h("四、项目收益与偿债能力")
    paper.p(
        "2023年实现项目对应收入{inc:w2}万元，包括医疗收入分成{inc_med:w2}万元、停车费{inc_park:w2}万元、商铺租金{inc_rent:w2}万元，是当年应付利息的{cover:r2}倍。按实施方案测算，债券存续期内项目净收益{net20:w2}万元，本息合计{debt20:w2}万元，覆盖倍数{cover20:r2}倍，高于1.1倍的底线。",
    )
    paper.h("五、自评结论")
    paper.p(
        "综合自评{g_all:s1z}分，等次为“优”。其中决策{g0:s1z}分，管理{g1:s1z}分，产出{g2:s1z}分，效益{g3:s1z}分，满分依次为{w0:s0}分、{w1:s0}分、{w2:s0}分和{w3:s0}分。随机访问周边居民和患者{vis:n}人，{vis_ok:n}人表示支持或满意，满意度{vis_x:p1}%。",
    )
    paper.h("六、存在问题及整改措施")
    paper.p(
        "一是债券资金支出进度前低后高，二季度末仅支出当年发行额的三成；二是配套管网尚未接通。整改措施：2024年6月30日前完成幕墙和净化工程招标，由县卫健局、医院基建科按月调度；结存资金于2024年一季度前支出完毕。自评结果报县财政局并按要求公开。"
    )
    return paper
