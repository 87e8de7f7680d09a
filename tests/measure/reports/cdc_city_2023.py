"""A city's disease control centre, 2023: a table of districts under two rows of heads, rates named by their own words."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# District: children due and vaccinated, samples planned and tested, grant and spent (万元).
_PLACES = {
    "e": ("城东区", 8426, 8317, 320, 326, "86.40", "84.15"),
    "w": ("城西区", 7152, 7049, 280, 280, "72.80", "70.36"),
    "h": ("河口县", 5618, 5467, 240, 231, "64.50", "58.72"),
    "s": ("石门县", 4930, 4862, 200, 204, "55.30", "52.18"),
}
_ENDS = ("m", "v", "p", "t", "g", "s")


def _books() -> Book:
    book = Book()
    for key, (_, due, given, plan, done, grant, spent) in _PLACES.items():
        book.count(**{f"{key}_m": due, f"{key}_v": given, f"{key}_p": plan, f"{key}_t": done})
        book.wan(**{f"{key}_g": grant, f"{key}_s": spent})
    for end in _ENDS:
        book.sum(f"sub_{end}", *(f"{key}_{end}" for key in _PLACES))
    for key in (*_PLACES, "sub"):
        book.rate(f"{key}_vx", f"{key}_v", f"{key}_m")
        book.rate(f"{key}_tx", f"{key}_t", f"{key}_p")
        book.rate(f"{key}_sx", f"{key}_s", f"{key}_g")
    book.wan(own="318.60", stock="126.48", lab="104.30", edu="38.75", trip="31.74")
    book.sum("own_s", "stock", "lab", "edu", "trip")
    book.sum("all", "own", "sub_g")
    book.sum("all_s", "own_s", "sub_s")
    book.rate("all_x", "all_s", "all")
    book.count(r21=1846, r22=1602, r23=1375)
    book.year("y22", "r22", "r21")
    book.year("y23", "r23", "r22")
    book.count(alert=64, timely=63, closed=61, tb=412, tb_in=396, tb_ok=371, hiv=286, art=268, low=254)
    book.rate("timely_x", "timely", "alert")
    book.rate("closed_x", "closed", "alert")
    book.rate("tb_x", "tb_in", "tb")
    book.rate("tb_okx", "tb_ok", "tb_in")
    book.rate("art_x", "art", "hiv")
    book.rate("low_x", "low", "art")
    book.count(w_mon=30, w_vac=30, w_lab=20, w_use=10, w_mood=10, o_lab="1.5", o_use="0.6", o_mood="0.4")
    for key in ("lab", "use", "mood"):
        book.sum(f"g_{key}", f"w_{key}", minus=(f"o_{key}",))
    book.sum("w", "w_mon", "w_vac", "w_lab", "w_use", "w_mood")
    book.sum("g", "w_mon", "w_vac", "g_lab", "g_use", "g_mood")
    book.count(ask=360, well=338)
    book.rate("well_x", "well", "ask")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("cdc_city_2023", _books())
    paper.title("澜江市疾病预防控制中心")
    paper.title("2023年重大传染病防控项目支出绩效自评情况")
    paper.h("1 项目资金")
    paper.p(
        "1.1 ",
        "预算安排。2023年重大传染病防控经费{all:w2}万元，市本级（中心直接使用）{own:w2}万元，转拨县区{sub_g:w2}万元。",
    )
    paper.p(
        "1.2 ",
        "执行。全年实际支出{all_s:w2}万元，预算执行率{all_x:p2}%。市本级支出{own_s:w2}万元，分别用于疫苗及冷链耗材{stock:w2}万元、实验室检测{lab:w2}万元、健康宣教{edu:w2}万元、现场流调差旅{trip:w2}万元；县区支出{sub_s:w2}万元，其中河口县因冷库招标流标，仅支出{h_s:w2}万元，执行率{h_sx:p2}%，为四县区最低。",
    )
    paper.h("2 产出与效果")
    paper.p(
        "2.1 ",
        "疫情形势。全市乙类传染病报告病例数2021年{r21:n}例、2022年{r22:n}例、2023年{r23:n}例，连续两年下降，降幅分别为{y22.g:p1}%、{y23.g:p1}%。",
    )
    paper.p(
        "2.2 ",
        "免疫规划。应种{sub_m:n}人，实种{sub_v:n}人，报告接种率{sub_vx:p2}%，城东区最高（{e_vx:p2}%），河口县最低（{h_vx:p2}%），均在95%以上。",
    )
    paper.p(
        "2.3 ",
        "监测预警。网络直报系统发出预警信号{alert:n}条，2小时内响应的{timely:n}条，响应及时率{timely_x:p2}%；年内办结{closed:n}条，办结率{closed_x:p2}%，其余跨年处置。",
    )
    paper.p(
        "2.4 ",
        "结核病与艾滋病防治。登记活动性肺结核患者{tb:n}例，纳入规范管理{tb_in:n}例，规范管理率{tb_x:p2}%；管理患者中{tb_ok:n}例完成疗程，治疗成功率{tb_okx:p2}%。存活艾滋病感染者和病人{hiv:n}例，抗病毒治疗覆盖率{art_x:p2}%（{art:n}例），治疗者中病毒载量低于检测限{low:n}例，抑制率{low_x:p2}%。",
    )
    paper.centre("表1　县区任务与资金完成情况（资金：万元）")
    paper.table(
        (8, 7, 7, 8, 7, 7, 8, 8, 8, 8),
        "县区|疫苗接种（人）|>|>|病原检测（份）|>|>|转拨资金|>|>",
        "^|应种|实种|接种率%|计划|完成|完成率%|拨付|支出|执行率%",
        *(
            f"{name}|{{{k}_m:n}}|{{{k}_v:n}}|{{{k}_vx:p2}}|{{{k}_p:n}}|{{{k}_t:n}}|{{{k}_tx:p2}}|{{{k}_g:w2}}|{{{k}_s:w2}}|{{{k}_sx:p2}}"
            for k, name in (*((k, row[0]) for k, row in _PLACES.items()), ("sub", "合计"))
        ),
        heads=2,
    )
    paper.p("说明：病原检测以送达市疾控实验室并出具报告为准；接种率为适龄儿童第二剂次报告数。")
    paper.h("3 评分")
    paper.p(
        "本项目按百分制评分，监测预警{w_mon:s0}分、免疫规划{w_vac:s0}分、病原检测{w_lab:s0}分、资金使用{w_use:s0}分、社会满意{w_mood:s0}分。前两项均得满分；病原检测因河口县完成率未达100%扣{o_lab:s1}分，得{g_lab:s1}分；",
        "资金使用扣{o_use:s1}分，得{g_use:s1}分；社会满意扣{o_mood:s1}分，得{g_mood:s1}分。综合得分{g:s1}分，等次为优。电话回访接种儿童家长{ask:n}名，对服务表示认可{well:n}名，回访认可率{well_x:p2}%。",
    )
    paper.h("4 不足与改进")
    paper.p(
        "一是县区支出进度不均衡；二是结核病患者流动性大。2024年将按月通报县区执行进度，6月底未达50%的收回重新分配；自评结果随决算公开。"
    )
    return paper
