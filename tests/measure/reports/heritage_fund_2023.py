"""Heritage protection, 2023, five sub-projects each told on its own: contract, progress, payment; the sum of them in a table and a form."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Sub-project: carried over, given this year, paid (万元), works planned, works done, unit, words of the works.
_SUBS = {
    "a": ("文庙大成殿修缮工程", "86.40", "320.00", "371.85", "1264.5", "1264.5", "平方米", "修缮面积"),
    "b": ("古城墙北段抢险加固工程", "0", "285.00", "214.60", "186.0", "142.5", "米", "加固墙体"),
    "c": ("革命旧址展陈提升", "42.15", "110.00", "149.32", "860.0", "860.0", "平方米", "布展面积"),
    "d": ("馆藏文物数字化保护", "0", "96.00", "96.00", "1500.0", "1548.0", "件", "采集文物"),
    "e": ("田野文物安全监控", "18.20", "54.00", "63.75", "62.0", "58.0", "处", "安装监控点"),
}
_MARKS = (
    ("产出指标", "数量指标", "实施保护项目", "5个", "5个", "10", "10"),
    ("产出指标", "数量指标", "加固城墙长度", "186米", "142.5米", "10", "7.6"),
    ("产出指标", "质量指标", "完工项目验收合格率", "100%", "100%", "10", "10"),
    ("产出指标", "时效指标", "项目按期完工率", "100%", "{time_x:p0}%", "10", "6"),
    ("产出指标", "成本指标", "合同价控制在预算内", "是", "是", "10", "10"),
    ("效益指标", "社会效益指标", "接待参观人次增长率", "≥8%", "{yv.g:p2}%", "15", "15"),
    ("效益指标", "可持续影响指标", "文物保护责任书签订率", "100%", "{sign_x:p0}%", "15", "15"),
    ("满意度指标", "服务对象满意度指标", "游客满意度", "≥90%", "{glad_x:p1}%", "10", "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, old, new, paid, aim, done, *_) in _SUBS.items():
        book.wan(**{f"{key}_o": old, f"{key}_n": new, f"{key}_s": paid})
        book.count(**{f"{key}_p": aim, f"{key}_d": done})
        book.sum(f"{key}_g", f"{key}_o", f"{key}_n")
        book.sum(f"{key}_r", f"{key}_g", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_g")
        book.rate(f"{key}_y", f"{key}_d", f"{key}_p")
    for end in "onsgr":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _SUBS))
    book.ties.append(Tie("sum", "t_r", ("t_g",), ("t_s",)))
    book.rate("t_x", "t_s", "t_g")
    book.wan(nation="520.00", prov="215.00")
    book.sum("local", "t_n", minus=("nation", "prov"))
    book.sum("t_n", "nation", "prov", "local")
    for key in ("nation", "prov", "local"):
        book.rate(f"{key}_h", key, "t_n")
    book.wan(a_c="398.60", a_b="412.00", b_c="276.40", b_b="288.50", c_wf="98.42", c_wg="36.90")
    book.sum("a_cut", "a_b", minus=("a_c",))
    book.rate("a_cx", "a_cut", "a_b")
    book.sum("b_cut", "b_b", minus=("b_c",))
    book.rate("b_cx", "b_cut", "b_b")
    book.rate("b_px", "b_s", "b_c")
    book.sum("b_left", "b_c", minus=("b_s",))
    book.sum("c_o2", "c_s", minus=("c_wf", "c_wg"))
    book.sum("c_s", "c_wf", "c_wg", "c_o2")
    book.average("a_each", "a_s", "a_d")
    book.sum("b_todo", "b_p", minus=("b_d",))
    book.sum("e_todo", "e_p", minus=("e_d",))
    book.average("d_each", "d_s", "d_d")
    book.count(three=412, two=1136)
    book.sum("d_d", "three", "two")
    book.count(subs=5, ontime=3, sites=218, signed=218)
    book.sum("late", "subs", minus=("ontime",))
    book.rate("time_x", "ontime", "subs")
    book.rate("sign_x", "signed", "sites")
    book.count(seen=286450, seen_l=241820, young=86370)
    book.year("yv", "seen", "seen_l")
    book.rate("young_h", "young", "seen")
    book.count(asked=320, glad=302)
    book.rate("glad_x", "glad", "asked")
    book.count(w_do=10)
    book.score("g_do", "w_do", "t_x")
    book.values["g_do"] = round(book.values["g_do"], 1)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", f"{end}5", f"{end}6")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}7")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(8)))))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("heritage_fund_2023", _books(), styled=True)
    paper.title("2023年度文物保护专项资金绩效自评报告")
    paper.centre("南屏市文化旅游广电体育局")
    paper.h("一、项目基本情况")
    paper.h("（一）项目资金情况", 2)
    paper.p(
        "2023年我市文物保护专项共{subs:n}个子项目，当年下达资金{t_n:w2}万元，其中国家文物保护资金{nation:w2}万元，占{nation_h:p2}%；省级资金{prov:w2}万元",
        "，占{prov_h:p2}%；市本级资金{local:w2}万元，占{local_h:p2}%。上年结转{t_o:w2}万元，全年可用资金{t_g:w2}万元。",
    )
    paper.h("（二）项目绩效目标", 2)
    paper.p(
        "修缮文庙大成殿{a_p:n1}平方米，加固古城墙{b_p:n0}米，提升革命旧址展陈{c_p:n0}平方米，完成{d_p:n0}件馆藏文物数字化采集，新增{e_p:n0}处田野文物监控",
        "点。",
    )
    paper.h("二、项目资金使用情况")
    paper.p(
        "截至2023年12月底，累计支出{t_s:w2}万元，资金执行率{t_x:p2}%，结转{t_r:w2}万元。各子项目资金使用情况如下表。"
    )
    paper.centre("文物保护专项资金使用情况表")
    paper.right("单位：万元")
    paper.table(
        (5, 18, 9, 9, 9, 9, 9, 8),
        "序号|子项目|上年结转|本年下达|可用资金|实际支出|结转下年|执行率",
        *(
            f"{n}|{row[0]}|{{{k}_o:w2}}|{{{k}_n:w2}}|{{{k}_g:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}%"
            for n, (k, row) in enumerate(_SUBS.items(), start=1)
        ),
        "|合计|{t_o:w2}|{t_n:w2}|{t_g:w2}|{t_s:w2}|{t_r:w2}|{t_x:p2}%",
    )
    paper.h("三、子项目实施情况")
    paper.p(
        "1.文庙大成殿修缮工程。预算控制价{a_b:w2}万元，中标价{a_c:w2}万元，下浮{a_cut:w2}万元，下浮率{a_cx:p2}%。工程于3月开工，11月通过省文物局验收，",
        "完成修缮面积{a_d:n1}平方米。项目可用资金{a_g:w2}万元（含上年结转{a_o:w2}万元），支出{a_s:w2}万元，执行率{a_x:p2}%，平均每平方米{a_each:y2}元。",
    )
    paper.p(
        "2.古城墙北段抢险加固工程。预算控制价{b_b:w2}万元，中标价{b_c:w2}万元，下浮率{b_cx:p2}%。因汛期停工，年内加固墙体{b_d:n1}米，为计划的{b_y:p2}%，",
        "剩余{b_todo:n1}米计划2024年5月完成；已支付{b_s:w2}万元，占合同价的{b_px:p2}%，尚需支付{b_left:w2}万元。",
    )
    paper.p(
        "3.革命旧址展陈提升。支出{c_s:w2}万元，其中布展施工{c_wf:w2}万元，多媒体设备{c_wg:w2}万元，设计及其他费用{c_o2:w2}万元；完成布展面积{c_d:n0}平方米",
        "，6月30日重新对外开放。",
    )
    paper.p(
        "4.馆藏文物数字化保护。计划采集{d_p:n0}件，实际采集{d_d:n0}件，其中三维采集{three:n}件、二维采集{two:n}件，完成率{d_y:p2}%；支出{d_s:w2}万元，",
        "平均每件{d_each:y2}元。",
    )
    paper.p(
        "5.田野文物安全监控。计划安装监控点{e_p:n0}处，完成{e_d:n0}处，完成率{e_y:p2}%，另有{e_todo:n0}处因通电条件不具备暂缓实施。资金执行率{e_x:p2}%，",
        "结转{e_r:w2}万元。",
    )
    paper.h("四、绩效目标完成情况分析")
    paper.p(
        "（一）产出。{subs:n}个子项目中按期完工{ontime:n}个，按期完工率{time_x:p0}%，古城墙加固、安全监控{late:n}个项目延期。"
    )
    paper.p(
        "（二）效益。全市文物开放单位接待参观{seen:n}人次，比上年{seen_l:n}人次增长{yv.g:p2}%，其中青少年{young:n}人次，占{young_h:p2}%。全市{sites:n}处",
        "不可移动文物签订保护责任书{signed:n}份，签订率{sign_x:p0}%。",
    )
    paper.p("（三）满意度。现场随机调查游客{asked:n}人，满意{glad:n}人，满意度{glad_x:p1}%。")
    paper.h("五、自评得分")
    paper.p(
        "自评总分{g_all:s1}分，其中预算执行{g_do:s1}分，产出{g_out:s1}分，效益{g_eff:s0}分，满意度{g7:s0}分。"
    )
    rows = []
    for n, (first, second, third, aim, done, *_) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == first else first
        middle = "^" if n and _MARKS[n - 1][:2] == (first, second) else second
        rows.append(f"{head}|{middle}|{third}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}")
    paper.table(
        (9, 10, 15, 9, 9, 6, 6),
        "项目名称|文物保护专项资金|>|>|>|>|>",
        "项目资金（万元）||全年预算数|全年执行数|分值|执行率|得分",
        "^|年度资金总额|{t_g:w2}|{t_s:w2}|{w_do:s0}|{t_x:p2}%|{g_do:s1}",
        "^|其中：当年财政拨款|{t_n:w2}|—|—|—|—",
        "^|上年结转资金|{t_o:w2}|—|—|—|—",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s1}",
        heads=0,
    )
    paper.h("六、存在的问题和下一步工作")
    paper.p(
        "主要问题：古城墙工程受天气影响进度滞后，执行率仅{b_x:p2}%；部分田野文物点位偏远，供电不便。下一步：汛期前抢抓工期，完成剩余{b_todo:n1}米墙体加固",
        "；对不通电点位改用太阳能设备。",
    )
    return paper
