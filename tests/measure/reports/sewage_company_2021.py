"""A city's drainage company, 2021: fee by volume, three years side by side, capital paid in, multiples, cost a ton."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, plant, designed load (万吨 a day), treated in the year (万吨), power used (万千瓦时).
_PLANTS = (
    ("p1", "一厂（海棠路）", "8.00", "2638.40", "712.37"),
    ("p2", "二厂（南坝）", "10.00", "3302.15", "924.60"),
    ("p3", "三厂（空港）", "5.00", "1091.25", "392.85"),
)
# Key, item, 2019, 2020, 2021 (万元).
_COSTS = (
    ("power", "动力电费", "1108.62", "1196.35", "1318.74"),
    ("chem", "药剂费", "684.20", "731.06", "902.51"),
    ("sludge", "污泥处置费", "952.75", "1088.40", "1406.93"),
    ("pay", "人工成本", "1530.18", "1604.77", "1688.20"),
    ("fix", "维修及检测", "468.90", "522.14", "579.36"),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, done, power in _PLANTS:
        book.count(**{f"{key}_k": plan, f"{key}_q": done, f"{key}_e": power})
        book.average(f"{key}_u", f"{key}_e", f"{key}_q")
    for end in "kqe":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _PLANTS))
    book.average("all_u", "all_e", "all_q")
    book.count(days=365, q19="5387.60", q20="6114.35")
    book.average("daily", "all_q", "days")
    book.rate("load_x", "daily", "all_k")
    book.year("yq", "all_q", "q20")
    book.rate("mult", "all_q", "q19")
    for key, _, *years in _COSTS:
        for year, text in zip((19, 20, 21), years, strict=True):
            book.wan(**{f"{key}{year}": text})
        book.year(f"y{key}", f"{key}21", f"{key}20")
    for year in (19, 20, 21):
        book.sum(f"cost{year}", *(f"{key}{year}" for key, *_ in _COSTS))
    book.year("ycost", "cost21", "cost20")
    book.rate("smult", "sludge21", "sludge19")
    for key, *_ in _COSTS:
        book.rate(f"{key}_h", f"{key}21", "cost21")
    _money(book)
    _quality(book)
    return book


def _money(book: Book) -> None:
    book.yuan(fee="1.38", vol="70318000", tons="68540000")
    book.product("due", "fee", "tons")
    book.wan(paid="9100.00")
    book.sum("owe", "due", minus=("paid",))
    book.rate("paid_x", "paid", "due")
    book.average("ton21", "cost21", "vol")
    book.yuan(vol20="61143500")
    book.average("ton20", "cost20", "vol20")
    book.year("yton", "ton21", "ton20")
    book.wan(cap="3000.00", cap_s="2764.18", net_b="1850.00", net_s="1702.68", lab_b="650.00", lab_s="611.50")
    book.sum("plc_b", "cap", minus=("net_b", "lab_b"))
    book.sum("plc_s", "cap_s", minus=("net_s", "lab_s"))
    book.sum("cap", "net_b", "plc_b", "lab_b")
    book.sum("cap_s", "net_s", "plc_s", "lab_s")
    for key in ("net", "plc", "lab"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.rate("cap_x", "cap_s", "cap")
    book.sum("cap_r", "cap", minus=("cap_s",))
    book.wan(
        rev="10386.20",
        main="9458.52",
        asset="61840.00",
        debt="37156.00",
        profit="742.35",
        profit20="816.90",
        equity="24684.00",
    )
    book.sum("oth_r", "rev", minus=("main",))
    book.rate("main_h", "main", "rev")
    book.rate("debt_x", "debt", "asset")
    book.sum("equity", "asset", minus=("debt",))
    book.year("yprofit", "profit", "profit20")
    book.rate("roe", "profit", "equity")


def _quality(book: Book) -> None:
    book.count(test=1095, good=1089, pipes="412.6", clean="438.2", clean_p="400.0", holes=63, filled=63)
    book.rate("good_x", "good", "test")
    book.rate("clean_x", "clean", "clean_p")
    book.count(cod_in="286", cod_out="18")
    book.sum("cod_d", "cod_in", minus=("cod_out",))
    book.rate("cod_x", "cod_d", "cod_in")
    book.count(call=1348, ok=1296, sent=500, recv=472, like=438)
    book.rate("ok_x", "ok", "call")
    book.rate("recv_x", "recv", "sent")
    book.rate("like_x", "like", "recv")
    for n, (w, g) in enumerate(
        (("10", "9.2"), ("20", "20"), ("15", "14.9"), ("15", "15"), ("10", "7"), ("20", "17"), ("10", "9.3"))
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(7)))
    book.ties.append(Tie("score", "g0", ("w0", "cap_x")))


def build() -> Paper:
    """Return the report."""
    paper = Paper("sewage_company_2021", _books(), styled=True)
    paper.title("江左市排水集团有限公司")
    paper.title("2021年度污水处理服务费及国有资本金项目绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "集团系市国资委出资的国有独资企业，负责中心城区污水处理与排水管网运维，运营污水处理厂3座，设计规模{all_k:n2}万吨/日，管网长{pipes:n1}公里。2021年末资产总额{asset:w2}万元，负债{debt:w2}万元，资产负债率{debt_x:p2}%，所有者权益{equity:w2}万元；全年营业收入{rev:w2}万元，其中主营业务收入{main:w2}万元，占{main_h:p2}%，其他业务收入{oth_r:w2}万元；净利润{profit:w2}万元，同比{yprofit:增加/减少}{yprofit.d:w2}万元，净资产收益率（年末数）{roe:p2}%。",
    )
    paper.p("财政资金包括两块：一是市财政购买污水处理服务的服务费，二是国有资本经营预算注入的资本金。")
    paper.h("二、资金安排和使用")
    paper.h("1.服务费", 2)
    paper.p(
        "根据特许经营协议，服务单价{fee:y2}元/吨，结算水量以进水流量计读数扣除雨季溢流后确认。2021年确认结算水量{tons:w2}万吨，应付服务费{due:w2}万元，财政已拨付{paid:w2}万元，拨付比例{paid_x:p2}%，待清算{owe:w2}万元。",
    )
    paper.h("2.资本金", 2)
    paper.p(
        "市级国有资本经营预算安排{cap:w2}万元，使用{cap_s:w2}万元，使用率{cap_x:p2}%，结转下年{cap_r:w2}万元。"
    )
    paper.table(
        (16, 10, 10, 9),
        "用途|安排数（万元）|使用数（万元）|使用率",
        "管网缺陷修复|{net_b:w2}|{net_s:w2}|{net_x:p2}%",
        "自控系统升级|{plc_b:w2}|{plc_s:w2}|{plc_x:p2}%",
        "化验中心扩建|{lab_b:w2}|{lab_s:w2}|{lab_x:p2}%",
        "合计|{cap:w2}|{cap_s:w2}|{cap_x:p2}%",
    )
    paper.h("三、运营绩效")
    paper.p(
        "全年处理污水{all_q:n2}万吨，日均{daily:n2}万吨，平均负荷率{load_x:p2}%；处理量同比{yq:增长/下降}{yq.g:p2}%（2020年{q20:n2}万吨），是2019年{q19:n2}万吨的{mult:r2}倍。",
    )
    paper.centre("表2 各厂处理水量和单位电耗")
    paper.table(
        (13, 12, 12, 13, 13),
        "污水厂|设计规模（万吨/日）|处理量（万吨）|用电量（万千瓦时）|吨水电耗（千瓦时）",
        *(f"{name}|{{{k}_k:n2}}|{{{k}_q:n2}}|{{{k}_e:n2}}|{{{k}_u:n3}}" for k, name, *_ in _PLANTS),
        "合计/平均|{all_k:n2}|{all_q:n2}|{all_e:n2}|{all_u:n3}",
    )
    paper.centre("表3 近三年直接运行成本（单位：万元）")
    paper.table(
        (11, 10, 10, 10, 11, 10),
        "项目|2019年|2020年|2021年|2021年比2020年（%）|2021年占比（%）",
        *(
            f"{name}|{{{k}19:w2}}|{{{k}20:w2}}|{{{k}21:w2}}|{{y{k}.g:p2}}|{{{k}_h:p2}}"
            for k, name, *_ in _COSTS
        ),
        "合计|{cost19:w2}|{cost20:w2}|{cost21:w2}|{ycost.g:p2}|100.00",
    )
    paper.p(
        "2021年直接运行成本{cost21:w2}万元，折合每吨处理水{ton21:y3}元，比2020年的{ton20:y3}元{yton:上升/下降}{yton.d:y3}元。上升最快的是污泥处置费，较2019年扩大到{smult:r2}倍，原因是填埋改为干化焚烧，单价由每吨220元提高到310元。",
    )
    paper.p(
        "水质方面，全年自检{test:n}次，达标{good:n}次，达标率{good_x:p2}%；进水COD年均浓度{cod_in:n}毫克/升，出水{cod_out:n}毫克/升，去除率{cod_x:p1}%，优于协议约定的90%。"
    )
    paper.p(
        "管网方面，疏浚{clean:n1}公里，计划{clean_p:n1}公里，完成率{clean_x:p2}%，部分路段因易淤积疏浚两遍，故疏浚里程大于管网长度；处置路面塌陷隐患{holes:n}处。"
    )
    paper.p(
        "服务方面，热线来电{call:n}次，一次解决{ok:n}次，一次解决率{ok_x:p2}%；投放满意度问卷{sent:n}份，有效{recv:n}份，有效率{recv_x:p2}%，满意{like:n}份，满意度{like_x:p2}%。"
    )
    paper.h("四、自评打分")
    paper.table(
        (10, 16, 10, 10, 7, 7),
        "维度|指标|目标|完成|权重|得分",
        "资金|资本金使用率|100%|{cap_x:p2}%|{w0:s0}|{g0:s1z}",
        "产出|污水处理量|≥6900万吨|{all_q:n2}万吨|{w1:s0}|{g1:s1z}",
        "^|出水达标率|100%|{good_x:p2}%|{w2:s0}|{g2:s1z}",
        "^|管网疏浚|400公里|{clean:n1}公里|{w3:s0}|{g3:s1z}",
        "成本|吨水直接成本|≤0.80元|{ton21:y3}元|{w4:s0}|{g4:s1z}",
        "效益|河道断面水质改善|明显|较明显|{w5:s0}|{g5:s1z}",
        "满意度|市民满意度|100%|{like_x:p2}%|{w6:s0}|{g6:s1z}",
        "总计|>|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p("自评总得分{g_all:s1z}分，等级为优。")
    paper.h("五、问题与措施")
    paper.p(
        "一是吨水成本仍高于控制线；二是空港厂负荷偏低。2022年通过招标引入第二家污泥处置单位，力争单价回落至每吨280元以内；6月底前打通空港厂与南坝厂之间的调水干管。自评报告在集团网站公开，结果作为2022年服务单价调整的参考。"
    )
    return paper
