"""A province's water funds, 2021, evaluated by a third party: cities by sum sent, arrived and spent, weighted scores, samples, schemes."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, city, sent, arrived, spent (万元), works planned, begun, finished.
_CITIES = (
    ("qy", "青阳市", "18640.00", "18640.00", "16927.35", 46, 46, 41),
    ("js", "建水市", "23175.00", "22890.00", "18643.72", 58, 56, 47),
    ("nj", "南江市", "31420.00", "31420.00", "29815.06", 71, 71, 69),
    ("sm", "石门州", "27865.00", "26140.00", "20388.41", 64, 61, 48),
    ("xh", "西河市", "14900.00", "14900.00", "13702.59", 33, 33, 31),
)
# Key, use, money sent (万元), spent (万元).
_USES = (
    ("flood", "中小河流治理", "42350.00", "36512.48"),
    ("dam", "小型水库除险加固", "28640.00", "24816.30"),
    ("drink", "农村供水保障", "31780.00", "27905.14"),
    ("soil", "水土保持", "13230.00", "10243.21"),
)
_WEIGHTS = (("决策", "15", "13.2"), ("过程", "20", "16.4"), ("产出", "35", "31.6"), ("效益", "30", "26.9"))


def _books() -> Book:
    book = Book()
    for key, _, sent, come, spent, plan, begun, done in _CITIES:
        book.wan(**{f"{key}_t": sent, f"{key}_d": come, f"{key}_s": spent})
        book.count(**{f"{key}_p": plan, f"{key}_k": begun, f"{key}_f": done})
    cities = [key for key, *_ in _CITIES]
    for end in "tdspkf":
        book.sum(f"c_{end}", *(f"{key}_{end}" for key in cities))
    for key in (*cities, "c"):
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_t")
        book.rate(f"{key}_sx", f"{key}_s", f"{key}_d")
        book.rate(f"{key}_fx", f"{key}_f", f"{key}_p")
    book.rate("c_kx", "c_k", "c_p")
    for key in cities:
        book.rate(f"{key}_h", f"{key}_t", "c_t")
    book.sum("late", "c_t", minus=("c_d",))
    book.sum("late_b", "js_t", minus=("js_d",))
    book.sum("late_d", "sm_t", minus=("sm_d",))
    book.sum("late", "late_b", "late_d")
    for key, _, sent, spent in _USES:
        book.wan(**{f"{key}_t": sent, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_t")
        book.rate(f"{key}_h", f"{key}_t", "c_t")
    book.sum("c_t", *(f"{key}_t" for key, *_ in _USES))
    book.sum("c_s", *(f"{key}_s" for key, *_ in _USES))
    book.rate("c_x", "c_s", "c_t")
    book.sum("unspent", "c_d", minus=("c_s",))
    book.wan(state="71460.00")
    book.sum("prov", "c_t", minus=("state",))
    book.sum("c_t", "state", "prov")
    book.rate("state_h", "state", "c_t")
    book.count(sample=68, ok=61)
    book.wan(sample_m="42618.50")
    book.rate("sample_h", "sample", "c_p")
    book.rate("sample_mh", "sample_m", "c_t")
    book.rate("ok_x", "ok", "sample")
    book.count(km="386.4", km_p="412.5", dams=118, dams_p=134)
    book.rate("km_x", "km", "km_p")
    book.rate("dams_x", "dams", "dams_p")
    book.count(q=2000, r=1846, s=1638)
    book.rate("r_x", "r", "q")
    book.rate("s_x", "s", "r")
    for n, (_, w, g) in enumerate(_WEIGHTS):
        book.count(**{f"w{n}": w, f"g{n}": g})
        book.rate(f"x{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    book.rate("x_all", "g_all", "w_all")
    book.wan(idle="5173.20", stray="286.40", early="1042.75")
    book.sum("wrong", "idle", "stray", "early")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("water_funds_evaluation_2021", _books())
    paper.title("2021年度省级水利发展资金绩效评价报告")
    paper.centre("委托单位：省财政厅　　评价机构：中衡绩效评价咨询有限公司")
    paper.centre("二〇二二年八月")
    paper.h("摘要")
    paper.p(
        "受省财政厅委托，我公司组成由9人参加的评价工作组，于2022年5月10日至7月28日对2021年度水利发展资金开展绩效评价。评价得分{g_all:s1z}分，等级为“良”。资金总量{c_t:e2}亿元，涉及{c_p:n}个项目、5个市（州）；截至2022年6月30日，支出{c_s:e2}亿元，预算执行率{c_x:p2}%。",
    )
    paper.h("一、基本情况")
    paper.h("（一）资金安排", 2)
    paper.p(
        "2021年安排水利发展资金{c_t:w2}万元，其中中央资金{state:w2}万元，占{state_h:p2}%，省级资金{prov:w2}万元。从支持方向看，中小河流治理{flood_t:w2}万元、小型水库除险加固{dam_t:w2}万元、农村供水保障{drink_t:w2}万元、水土保持{soil_t:w2}万元，分别占资金总量的{flood_h:p2}%、{dam_h:p2}%、{drink_h:p2}%和{soil_h:p2}%。",
    )
    paper.h("（二）资金到位和支出", 2)
    paper.p(
        "截至评价日，各市（州）财政拨付到项目单位{c_d:w2}万元，到位率{c_dx:p2}%，未到位{late:w2}万元，其中建水市{late_b:w2}万元、石门州{late_d:w2}万元；项目单位支出{c_s:w2}万元，占到位资金的{c_sx:p2}%，尚有{unspent:w2}万元未支出。",
    )
    paper.centre("表1-1　各市（州）资金到位和支出情况")
    paper.right("单位：万元")
    paper.table(
        (10, 12, 9, 12, 9, 12, 9),
        "市（州）|下达资金|>|到位资金|>|实际支出|>",
        "^|金额|占比|金额|到位率|金额|支出率",
        *(
            f"{name}|{{{k}_t:w2}}|{{{k}_h:p2}}%|{{{k}_d:w2}}|{{{k}_dx:p2}}%|{{{k}_s:w2}}|{{{k}_sx:p2}}%"
            for k, name, *_ in _CITIES
        ),
        "合计|{c_t:w2}|100.00%|{c_d:w2}|{c_dx:p2}%|{c_s:w2}|{c_sx:p2}%",
        heads=2,
    )
    paper.centre("表1-2　分支持方向预算执行情况")
    paper.table(
        (18, 14, 14, 12),
        "支持方向|下达资金（万元）|支出（万元）|执行率",
        *(f"{name}|{{{k}_t:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%" for k, name, *_ in _USES),
        "合计|{c_t:w2}|{c_s:w2}|{c_x:p2}%",
    )
    paper.h("二、评价工作开展情况")
    paper.p(
        "采取全面自评与重点抽查相结合的方式。现场抽查项目{sample:n}个，占项目总数的{sample_h:p1}%，涉及资金{sample_m:w2}万元，占资金总量的{sample_mh:p1}%。抽查项目中质量合格{ok:n}个，合格率{ok_x:p1}%。发放群众问卷{q:n}份，回收有效问卷{r:n}份，有效回收率{r_x:p1}%。",
    )
    paper.h("三、综合评价结论")
    paper.centre("表3-1　一级指标得分情况")
    paper.table(
        (14, 10, 10, 12),
        "一级指标|权重|得分|得分率",
        *(f"{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{{x{n}:p2}}%" for n, (name, *_) in enumerate(_WEIGHTS)),
        "合计|{w_all:s0}|{g_all:s1z}|{x_all:p2}%",
    )
    paper.p(
        "各市（州）评价得分由高到低依次为：南江市92.5分、西河市90.3分、青阳市89.6分、建水市84.2分、石门州81.7分。"
    )
    paper.h("四、绩效评价指标分析")
    paper.p(
        "（一）产出数量。计划实施项目{c_p:n}个，实际开工{c_k:n}个，开工率{c_kx:p2}%，完工{c_f:n}个，完工率{c_fx:p2}%（见表4-1）。治理河长{km:n1}公里，完成计划{km_p:n1}公里的{km_x:p2}%；除险加固水库{dams:n}座，完成计划{dams_p:n}座的{dams_x:p2}%。",
    )
    paper.centre("表4-1　各市（州）项目完成情况（单位：个）")
    paper.table(
        (12, 10, 10, 10, 12),
        "市（州）|计划|开工|完工|完工率（%）",
        *(f"{name}|{{{k}_p:n}}|{{{k}_k:n}}|{{{k}_f:n}}|{{{k}_fx:p2}}" for k, name, *_ in _CITIES),
        "合计|{c_p:n}|{c_k:n}|{c_f:n}|{c_fx:p2}",
    )
    paper.p(
        "（二）效益。受益人口约126万人，新增高效节水灌溉面积2.86万公顷，农村自来水普及率达到88%，比2020年提高2个百分点以上。有效问卷中表示满意的{s:n}份，群众满意度{s_x:p1}%，低于90%的目标值。",
    )
    paper.h("五、存在的主要问题")
    paper.p(
        "抽查发现问题资金{wrong:w2}万元，其中：资金闲置超过一年{idle:w2}万元，挤占挪用{stray:w2}万元，超进度付款{early:w2}万元。个别项目前期工作不扎实，23个项目初步设计批复晚于资金下达。"
    )
    paper.h("六、有关建议")
    paper.p(
        "建议省水利厅于2022年12月底前组织整改，收回闲置资金；健全项目储备制度，未完成初步设计的不予安排；将评价结果作为2023年资金分配因素，权重不低于20%，并在省财政厅网站公开。"
    )
    return paper
