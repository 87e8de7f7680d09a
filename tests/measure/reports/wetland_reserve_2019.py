"""A reserve for water birds, 2019: hectares, kilometres, species and birds, hedged and partial figures, small money."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_ITEMS = (
    ("veg", "退化湿地植被恢复", "196.00", "187.63"),
    ("wat", "生态补水", "120.00", "120.00"),
    ("mon", "鸟类监测与疫源疫病防控", "84.50", "79.92"),
    ("pat", "巡护道路与管护站修缮", "142.00", "135.48"),
    ("comp", "社区补偿与共管", "107.50", "98.20"),
)
_BIRDS = (("雁鸭类", 48620, 41385), ("鹤鹳类", 1846, 1522), ("鸻鹬类", 27310, 29874), ("鸥类", 6924, 6310))


def _books() -> Book:
    book = Book()
    for key, _, plan, paid in _ITEMS:
        book.wan(**{f"{key}_b": plan, f"{key}_s": paid})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    for end in "bsr":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _ITEMS))
    book.rate("all_x", "all_s", "all_b")
    book.wan(cen="500.00", prov="100.00")
    book.sum("own", "all_b", minus=("cen", "prov"))
    book.sum("all_b", "cen", "prov", "own")
    book.rate("cen_h", "cen", "all_b")
    book.count(
        area="18240", core="7296", buf="4560", plant="212.5", plant_p="200", reed="138.0", suaeda="46.5"
    )
    book.sum("exp", "area", minus=("core", "buf"))
    book.sum("area", "core", "buf", "exp")
    book.rate("core_h", "core", "area")
    book.rate("plant_x", "plant", "plant_p")
    book.average("plant_u", "veg_s", "plant")
    book.rate("reed_h", "reed", "plant")
    book.count(m3="640", m3_p="600", road="23.6", stations=7, posts=11)
    book.rate("m3_x", "m3", "m3_p")
    book.yuan(price="0.1875", cubes="6400000")
    book.ties.append(Tie("product", "wat_s", ("price", "cubes")))
    for n, (_, now, last) in enumerate(_BIRDS):
        book.count(**{f"b{n}": now, f"l{n}": last})
        book.year(f"yb{n}", f"b{n}", f"l{n}")
    book.count(bo=3158, lo=2967)
    book.sum("birds", *(f"b{n}" for n in range(4)), "bo")
    book.sum("birds_l", *(f"l{n}" for n in range(4)), "lo")
    book.year("ybo", "bo", "lo")
    book.year("yb", "birds", "birds_l")
    book.rate("b0_h", "b0", "birds")
    book.count(crane=612, crane_l=437, kinds=238, kinds_l=231, first=14, second=41)
    book.year("ycr", "crane", "crane_l")
    book.year("yk", "kinds", "kinds_l")
    book.sum("key", "first", "second")
    book.rate("key_h", "key", "kinds")
    book.count(homes=624, mu="3928", per="250", done=596)
    book.yuan(comp_e="250")
    book.count(comp_mu=3928)
    book.ties.append(Tie("product", "comp_s", ("comp_e", "comp_mu")))
    book.average("comp_p", "comp_s", "homes")
    book.count(pat_t=1460, pat_k=28950, net=216, case=5, sample=1240, pos=0)
    book.average("pat_p", "pat_k", "pat_t")
    book.count(vis=18, vil=180, vil_y=163, tour=220, tour_y=209)
    book.rate("vil_x", "vil_y", "vil")
    book.rate("tour_x", "tour_y", "tour")
    book.sum("q", "vil", "tour")
    book.sum("qy", "vil_y", "tour_y")
    book.rate("q_x", "qy", "q")
    for n, (w, g) in enumerate(
        (
            ("10", "9.56"),
            ("10", "10"),
            ("20", "19.2"),
            ("20", "18"),
            ("10", "9"),
            ("20", "17.5"),
            ("10", "9.3"),
        )
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
    book.ties.append(Tie("score", "g0", ("w0", "all_x")))
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(7)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("wetland_reserve_2019", _books())
    paper.title("鹭洲国家级自然保护区管理局")
    paper.title("2019年湿地保护与恢复补助资金绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "保护区总面积{area:n}公顷，其中核心区{core:n}公顷（占{core_h:p1}%）、缓冲区{buf:n}公顷、实验区{exp:n}公顷，下设管护站{stations:n}个、瞭望点{posts:n}处。2019年湿地保护与恢复补助资金{all_b:w2}万元，来源为中央财政{cen:w2}万元（占{cen_h:p2}%）、省级财政{prov:w2}万元、自有资金{own:w2}万元。",
    )
    paper.h("二、资金到位和使用")
    paper.p(
        "资金于2019年5月前全部到位。截至12月末支出{all_s:w2}万元，占{all_x:p2}%，结余{all_r:w2}万元，主要为招标节约和未到期的质保金。"
    )
    paper.table(
        (6, 20, 11, 11, 10, 9),
        "序号|支出内容|计划（万元）|支出（万元）|结余（万元）|支出比例",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}%"
            for n, (k, name, *_) in enumerate(_ITEMS, 1)
        ),
        "合计|>|{all_b:w2}|{all_s:w2}|{all_r:w2}|{all_x:p2}%",
    )
    paper.h("三、绩效目标实现情况")
    paper.p(
        "1.植被恢复。完成恢复面积{plant:n1}公顷，为计划{plant_p:n}公顷的{plant_x:p2}%，每公顷投入{plant_u:w3}万元；以芦苇（{reed:n1}公顷，占{reed_h:p1}%）和碱蓬（{suaeda:n1}公顷）为主，其余为柽柳等零星补植。"
    )
    paper.p(
        "2.生态补水。全年补水{m3:n}万立方米，完成计划{m3_p:n}万立方米的{m3_x:p2}%，水费每立方米{price:y4}元，共{wat_s:w2}万元。补水后核心区水位平均抬升约20厘米，明水面增加近千公顷。"
    )
    paper.p(
        "3.鸟类监测。秋季同步调查记录到水鸟{birds:n}只，比2018年同期{birds_l:n}只{yb:增加/减少}{yb.d:n}只，{yb:增长/下降}{yb.g:p2}%，其中雁鸭类占{b0_h:p1}%，分类群数量见下表。旗舰物种丹顶鹤{crane:n}只，比上年多{ycr.d:n}只（上年{crane_l:n}只）。累计记录鸟类{kinds:n}种，较上年新增{yk.d:n}种；国家重点保护鸟类{key:n}种，包括一级{first:n}种、二级{second:n}种，占记录种数的{key_h:p1}%。",
    )
    paper.table(
        (12, 12, 12, 12),
        "类群|2019年（只）|2018年（只）|变化率（%）",
        *(
            f"{name}|{{b{n}:n}}|{{l{n}:n}}|{'' if paper.book.up[f'yb{n}'] else '-'}{{yb{n}.g:p2}}"
            for n, (name, *_) in enumerate(_BIRDS)
        ),
        "其他|{bo:n}|{lo:n}|{ybo.g:p2}",
        "合计|{birds:n}|{birds_l:n}|{yb.g:p2}",
    )
    paper.p(
        "4.巡护执法。修缮巡护道路{road:n1}公里；开展巡护{pat_t:n}次，累计里程{pat_k:n}公里，平均每次{pat_p:r1}公里；清除网具{net:n}张，查处案件{case:n}起；采集禽类样品{sample:n}份，检测结果均为阴性。"
    )
    paper.p(
        "5.社区共管。对{homes:n}户群众的{comp_mu:n}亩受损农田按每亩{comp_e:y0}元补偿，发放{comp_s:w2}万元，户均{comp_p:y0}元。补偿面积中水稻约占六成，其余为旱作。"
    )
    paper.p(
        "6.满意度。走访社区居民{vil:n}人，满意{vil_y:n}人，满意率{vil_x:p2}%；调查游客{tour:n}人，满意{tour_y:n}人，满意率{tour_x:p2}%。两类对象合计{q:n}人，总体满意率{q_x:p2}%。"
    )
    paper.h("四、自评打分")
    paper.p("自评总分{g_all:s2z}分。")
    paper.table(
        (12, 20, 8, 8, 14),
        "一级指标|指标内容|满分|自评分|说明",
        "资金执行|支出比例|{w0:s0}|{g0:s2z}|按支出比例折算",
        "产出|恢复面积|{w1:s0}|{g1:s2z}|",
        "^|监测与防控|{w2:s0}|{g2:s2z}|个别样线缺测",
        "^|巡护覆盖|{w3:s0}|{g3:s2z}|冬季巡护不足",
        "成本|单位恢复成本|{w4:s0}|{g4:s2z}|",
        "效益|生物多样性|{w5:s0}|{g5:s2z}|鸻鹬类减少",
        "满意度|社区及游客满意度|{w6:s0}|{g6:s2z}|",
        "合计|>|{w_all:s0}|{g_all:s2z}|",
    )
    paper.h("五、存在问题及原因")
    paper.p(
        "鸻鹬类数量较上年下降，可能与潮间带食物资源波动有关；社区补偿发放滞后约两个月，系面积核实反复所致；管护设备老化。"
    )
    paper.h("六、改进意见")
    paper.p(
        "2020年在潮间带增设监测样线4条；社区科于每年9月底前完成面积核实；申请更新巡护车船3台（艘）。自评结果在局网站公开，并与下年度站所经费分配挂钩。"
    )
    return paper
