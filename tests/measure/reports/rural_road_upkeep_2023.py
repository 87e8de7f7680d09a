"""A project's self-evaluation, 2023: upkeep of rural roads at so much a kilometre, works put out to tender, towns."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_CLASSES = {"c": ("县道", "186.4", "10000"), "t": ("乡道", "312.5", "5000"), "v": ("村道", "864.0", "3000")}
_TOWNS = {
    "t1": ("城关镇", "98.6"),
    "t2": ("马家坪镇", "176.2"),
    "t3": ("大湾镇", "153.8"),
    "t4": ("双桥乡", "121.5"),
    "t5": ("红岩乡", "204.7"),
    "t6": ("溪口乡", "109.2"),
}
_WORKS = {
    "w1": ("马大路路面修复", "268.00", "246.92"),
    "w2": ("红溪路安防设施", "94.50", "88.70"),
    "w3": ("双桥危桥改造", "187.50", "174.85"),
}


def _books() -> Book:
    book = Book()
    for key, (_, length, each) in _CLASSES.items():
        book.count(**{f"{key}_k": length})
        book.yuan(**{f"{key}_e": each})
        book.product(f"{key}_m", f"{key}_e", f"{key}_k")
    book.sum("day_k", *(f"{key}_k" for key in _CLASSES))
    book.sum("day", *(f"{key}_m" for key in _CLASSES))
    for key, (_, length) in _TOWNS.items():
        book.count(**{f"{key}_k": length})
        book.product(f"{key}_m", "v_e", f"{key}_k")
    book.sum("v_k", *(f"{key}_k" for key in _TOWNS))
    book.sum("v_m", *(f"{key}_m" for key in _TOWNS))
    for key, (_, plan, paid) in _WORKS.items():
        book.wan(**{f"{key}_b": plan, f"{key}_s": paid})
        book.sum(f"{key}_d", f"{key}_b", minus=(f"{key}_s",))
    for end in "bsd":
        book.sum(f"w_{end}", *(f"{key}_{end}" for key in _WORKS))
    book.rate("w_x", "w_s", "w_b")
    book.sum("all_b", "day", "w_b")
    book.sum("all_s", "day", "w_s")
    book.rate("all_x", "all_s", "all_b")
    book.sum("left", "all_b", minus=("all_s",))
    book.sum("left", "w_d")
    book.wan(prov="520.00", city="130.00")
    book.sum("own", "all_b", minus=("prov", "city"))
    book.sum("all_b", "prov", "city", "own")
    for key in ("prov", "city", "own"):
        book.rate(f"{key}_h", key, "all_b")
    book.count(good="1186.9", good_l="1142.6", len_l="1358.2")
    book.rate("good_x", "good", "day_k")
    book.rate("good_lx", "good_l", "len_l")
    book.points("good_p", "good_x", "good_lx")
    book.count(holes=1426, mended=1398, sent=300, got=288, happy=267, men=231, poor=148)
    book.rate("mend_x", "mended", "holes")
    book.rate("got_x", "got", "sent")
    book.rate("happy_x", "happy", "got")
    book.rate("poor_x", "poor", "men")
    book.count(
        w0=10, w1=20, g1=20, w2=15, g2="14.7", w3=15, g3=14, w4=20, g4="19.8", w5=10, g5=10, w6=10, g6=10
    )
    book.score("g0", "w0", "all_x")
    book.values["g0"] = book.values["g0"].quantize(book.values["g2"])
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(7)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("rural_road_upkeep_2023", _books())
    paper.title("2023年度农村公路养护项目支出绩效自评报告")
    paper.centre("（项目实施单位：石屏岭县农村公路管理所）")
    paper.h("一、项目概况")
    paper.p(
        "（一）立项依据。根据国务院办公厅关于深化农村公路管理养护体制改革的意见及省、市配套文件，县财政将农村公路养护资金列入年度预算，项目为经常性项目。"
    )
    paper.p(
        "（二）项目内容。包括日常养护和养护工程两部分。纳入日常养护的农村公路{day_k:n1}公里，其中县道{c_k:n1}公里、乡道{t_k:n1}公里、村道{v_k:n1}公里；养护工程3个。"
    )
    paper.p(
        "（三）资金来源。全年预算{all_b:w2}万元，其中省级补助{prov:w2}万元（占{prov_h:p2}%），市级补助{city:w2}万元（占{city_h:p2}%），县级财政安排{own:w2}万元（占{own_h:p2}%），均已到位。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "截至2023年12月31日，项目支出{all_s:w2}万元，预算执行率{all_x:p2}%，结余{left:w2}万元，系工程招标及结算审减形成。"
    )
    paper.p(
        "1．日常养护支出{day:w2}万元，按里程和标准核定：县道每公里{c_e:y0}元，核定{c_m:w2}万元；乡道每公里{t_e:y0}元，核定{t_m:w2}万元；村道每公里{v_e:y0}元，核定{v_m:w2}万元。其中村道养护资金拨付到乡镇，情况见表1。"
    )
    paper.centre("表1 各乡镇村道里程及养护资金")
    paper.table(
        (10, 10, 12),
        "乡镇|村道里程（公里）|养护资金（元）",
        *(f"{name}|{{{k}_k:n1}}|{{{k}_m:y0,}}" for k, (name, _) in _TOWNS.items()),
        "小计|{v_k:n1}|{v_m:y0,}",
    )
    paper.p("2．养护工程支出{w_s:w2}万元，占工程预算{w_b:w2}万元的{w_x:p2}%，见表2。")
    paper.centre("表2 养护工程投资情况（万元）")
    paper.table(
        (5, 15, 9, 9, 11),
        "序号|工程名称|预算|结算支付|较预算节约",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_d:w2}}"
            for n, (k, (name, *_)) in enumerate(_WORKS.items(), 1)
        ),
        "|合计|{w_b:w2}|{w_s:w2}|{w_d:w2}",
    )
    paper.h("三、项目绩效情况")
    paper.p(
        "产出方面：3个养护工程全部完工并通过交工验收；全年巡查发现坑槽等路面病害{holes:n}处，修补{mended:n}处，修补率{mend_x:p2}%。年末优、良、中等路里程{good:n1}公里，占列养里程{day_k:n1}公里的{good_x:p2}%，比上年的{good_lx:p2}%{good_p:提高/降低}{good_p:p2}个百分点。"
    )
    paper.p(
        "效益方面：聘用养护员{men:n}人，其中脱贫户{poor:n}人，占{poor_x:p2}%，带动群众就近增收。全年未发生因养护不到位引发的较大以上交通事故。"
    )
    paper.p(
        "满意度方面：发放问卷{sent:n}份，收回有效问卷{got:n}份，有效回收率{got_x:p2}%，满意{happy:n}份，满意度{happy_x:p2}%。"
    )
    paper.h("四、自评结果")
    paper.p("项目自评得{g:s1}分，等级为“优”，各项指标得分见表3。")
    paper.centre("表3 项目支出绩效自评表")
    paper.table(
        (9, 14, 10, 12, 6, 6),
        "一级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "预算执行|预算执行率|100%|{all_x:p2}%|{w0:s0}|{g0:s1}",
        "产出|日常养护里程|{day_k:n1}公里|{day_k:n1}公里|{w1:s0}|{g1:s1}",
        "^|路面病害修补率|100%|{mend_x:p2}%|{w2:s0}|{g2:s1}",
        "^|资金拨付及时性|及时|基本及时|{w3:s0}|{g3:s1}",
        "效益|优、良、中等路率|≥88%|{good_x:p2}%|{w4:s0}|{g4:s1}",
        "^|脱贫户养护员比例|≥60%|{poor_x:p2}%|{w5:s0}|{g5:s1}",
        "满意度|沿线群众满意度|≥90%|{happy_x:p2}%|{w6:s0}|{g6:s1}",
        "合计|>|>|>|{w:s0}|{g:s1}",
    )
    paper.h("五、存在的问题和原因分析")
    paper.p(
        "（一）部分乡镇养护资金拨付滞后一个季度，原因是考核结果报送较晚。（二）养护机械老旧，病害处置效率不高，优、良、中等路率未达到目标。"
    )
    paper.h("六、下一步改进措施")
    paper.p(
        "（一）明确每季度终了后15日内完成考核并拨付资金。（二）2024年第三季度前更新小型养护机械8台套。（三）自评结果作为2024年资金分配的依据，并在县政府网站公开。"
    )
    return paper
