"""A port group, 2022: capital from the state capital budget, 亿元 and 万美元, cargo by kind, multiples, totals and years of works."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, work, total investment, done before, done this year, capital of this year (万元).
_WORKS = (
    ("berth", "北作业区5—8号泊位", "186400.00", "91275.30", "48362.18", "18000.00"),
    ("rail", "疏港铁路专用线", "92150.00", "27640.55", "31908.42", "12000.00"),
    ("yard", "智慧堆场改造", "38620.00", "0.00", "14275.66", "6000.00"),
)
# Key, kind of cargo, this year, last year (吨).
_CARGO = (
    ("ore", "铁矿石", "28645200", "27913600"),
    ("coal", "煤炭", "17382400", "19046700"),
    ("box", "集装箱货", "15209800", "12876300"),
    ("grain", "粮食", "4186500", "3902200"),
    ("misc", "其他件杂货", "3871600", "4018900"),
)


def _books() -> Book:
    book = Book()
    for key, _, whole, before, now, capital in _WORKS:
        book.wan(**{f"{key}_t": whole, f"{key}_o": before, f"{key}_n": now, f"{key}_c": capital})
        book.sum(f"{key}_u", f"{key}_o", f"{key}_n")
        book.rate(f"{key}_x", f"{key}_u", f"{key}_t")
    keys = [key for key, *_ in _WORKS]
    for end in "toncu":
        book.sum(f"w_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("w_x", "w_u", "w_t")
    book.sum("w_left", "w_t", minus=("w_u",))
    book.rate("cap_h", "w_c", "w_n")
    book.wan(loan="41000.00")
    book.sum("own", "w_n", minus=("w_c", "loan"))
    book.sum("w_n", "w_c", "loan", "own")
    book.rate("loan_h", "loan", "w_n")
    book.rate("own_h", "own", "w_n")
    for key, _, now, last in _CARGO:
        book.yuan(**{f"{key}_y": now, f"{key}_l": last})
        book.year(f"y{key}", f"{key}_y", f"{key}_l")
    cargo = [key for key, *_ in _CARGO]
    book.sum("c_y", *(f"{key}_y" for key in cargo))
    book.sum("c_l", *(f"{key}_l" for key in cargo))
    book.year("yc", "c_y", "c_l")
    for key in cargo:
        book.rate(f"{key}_h", f"{key}_y", "c_y")
    book.yuan(teu_in="862400", teu_out="425000", teu_in_l="741300", teu_out_l="368900", teu17="613500")
    book.sum("teu", "teu_in", "teu_out")
    book.sum("teu_l", "teu_in_l", "teu_out_l")
    for key in ("teu", "teu_in", "teu_out"):
        book.year(f"y{key}", key, f"{key}_l")
    book.average("teu_t", "teu", "teu17")
    book.count(lines=43, far=9, near=12, home=14, feeder=8)
    book.sum("lines", "far", "near", "home", "feeder")
    book.wan(
        rev="486215.30",
        rev_l="441870.62",
        cost="431908.77",
        cost_l="398214.50",
        asset="2386412.55",
        debt="1391278.40",
        asset_l="2215906.18",
        debt_l="1338407.33",
    )
    book.sum("prof", "rev", minus=("cost",))
    book.sum("prof_l", "rev_l", minus=("cost_l",))
    for key in ("rev", "cost", "prof", "asset"):
        book.year(f"y{key}", key, f"{key}_l")
    book.rate("lev", "debt", "asset")
    book.rate("lev_l", "debt_l", "asset_l")
    book.points("dlev", "lev", "lev_l")
    book.sum("net", "asset", minus=("debt",))
    book.sum("net_l", "asset_l", minus=("debt_l",))
    book.rate("keep", "net", "net_l")
    book.wan(usd="1260")
    book.values["usd"] = book.values["usd"].to_integral_value()
    book.count(fx="6.7114")
    book.product("crane", "fx", "usd")
    book.yuan(hand="40250", ship="1012")
    book.average("per_ship", "c_y", "ship")
    book.count(hours="18.6", hours_l="21.4")
    book.year("yh", "hours", "hours_l")
    book.count(staff=4386, dock=2914, tech=867)
    book.sum("desk", "staff", minus=("dock", "tech"))
    book.sum("staff", "dock", "tech", "desk")
    book.average("per_staff", "rev", "staff")
    book.count(e_all=12, e_ok=11, cust=186, cust_ok=178)
    book.rate("cust_x", "cust_ok", "cust")
    for n, (w, g) in enumerate((("10", "10"), ("15", "14"), ("30", "27.5"), ("30", "29"), ("15", "14.4"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    book.sum("off", "w_all", minus=("g_all",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("port_state_capital_2022", _books(), styled=True)
    paper.title("2022年度国有资本经营预算支出项目绩效自评报告")
    paper.centre("（项目名称：港口基础设施建设资本金注入）")
    paper.centre("填报单位：东陵港口集团有限公司")
    paper.h("一、项目概况")
    paper.p(
        "根据市国资委《关于下达2022年国有资本经营预算的通知》（东国资〔2022〕36号），市财政安排国有资本经营预算资金{w_c:e2}亿元，作为集团资本金，用于北作业区5—8号泊位、疏港铁路专用线、智慧堆场改造三个项目，分别为{berth_c:e2}亿元、{rail_c:e2}亿元和{yard_c:e2}亿元。三个项目计划总投资{w_t:e2}亿元，建设期2020—2025年。",
    )
    paper.h("二、资金投入和使用情况")
    paper.p(
        "截至2021年底，三个项目累计完成投资{w_o:w2}万元；2022年完成投资{w_n:w2}万元，其中资本金{w_c:w2}万元，占{cap_h:p2}%，银行贷款{loan:w2}万元，占{loan_h:p2}%，企业自筹{own:w2}万元，占{own_h:p2}%。截至2022年底累计完成{w_u:w2}万元，占总投资的{w_x:p2}%，尚需投资{w_left:w2}万元。资本金于3月28日全额到账，年内已全部投入工程。",
    )
    paper.centre("表1　项目投资完成情况（单位：万元）")
    paper.table(
        (16, 11, 12, 11, 12, 9, 11),
        "项　目|总投资|截至2021年底累计|2022年完成|截至2022年底累计|完成比例|2022年资本金",
        *(
            f"{name}|{{{k}_t:w2}}|{{{k}_o:w2}}|{{{k}_n:w2}}|{{{k}_u:w2}}|{{{k}_x:p2}}%|{{{k}_c:w2}}"
            for k, name, *_ in _WORKS
        ),
        "合　计|{w_t:w2}|{w_o:w2}|{w_n:w2}|{w_u:w2}|{w_x:p2}%|{w_c:w2}",
    )
    paper.p(
        "智慧堆场改造引进自动化轨道吊4台，合同价{usd:w0}万美元，按付汇日1美元＝{fx:r4}元人民币折合{crane:w2}万元人民币。"
    )
    paper.h("三、绩效目标完成情况")
    paper.h("（一）产出指标", 2)
    paper.p(
        "1.货物吞吐量。全年完成{c_y:w2}万吨，上年{c_l:w2}万吨，{yc:增长/下降}{yc.g:p1}%。分货种完成情况见表2。",
    )
    paper.centre("表2　分货种吞吐量")
    paper.table(
        (12, 12, 12, 12, 10, 10),
        "货种|2022年（万吨）|2021年（万吨）|增减（万吨）|增速（%）|占比（%）",
        *(
            f"{name}|{{{k}_y:w2}}|{{{k}_l:w2}}|"
            + ("-" if float(now) < float(last) else "")
            + f"{{y{k}.d:w2}}|"
            + ("-" if float(now) < float(last) else "")
            + f"{{y{k}.g:p1}}|{{{k}_h:p1}}"
            for k, name, now, last in _CARGO
        ),
        "合计|{c_y:w2}|{c_l:w2}|{yc.d:w2}|{yc.g:p1}|100.0",
    )
    paper.p(
        "2.集装箱吞吐量。完成{teu:w2}万标箱，同比{yteu:增长/下降}{yteu.g:p1}%（2021年为{teu_l:w2}万标箱），其中内贸{teu_in:w2}万标箱，比上年{teu_in_l:w2}万标箱{yteu_in:增加/减少}{yteu_in.d:w2}万标箱，外贸{teu_out:w2}万标箱，比上年{teu_out_l:w2}万标箱{yteu_out:增加/减少}{yteu_out.d:w2}万标箱。集装箱吞吐量是2017年{teu17:w2}万标箱的{teu_t:r2}倍，五年翻了一番多。",
    )
    paper.p(
        "3.航线。年末运营集装箱航线{lines:n}条，包括远洋{far:n}条、近洋{near:n}条、内贸{home:n}条、内支线{feeder:n}条。年度应完成的12个工程节点完成11个，3号仓库改造受供货影响推迟。",
    )
    paper.h("（二）效益指标", 2)
    paper.p(
        "1.经济效益。集团实现营业收入{rev:e2}亿元，较上年{rev_l:e2}亿元{yrev:增长/下降}{yrev.g:p2}%；营业成本费用{cost:e2}亿元，较上年{cost_l:e2}亿元{ycost:增长/下降}{ycost.g:p2}%；利润总额{prof:e2}亿元，较上年{prof_l:e2}亿元{yprof:增长/下降}{yprof.g:p2}%。年末资产总额{asset:w2}万元，负债总额{debt:w2}万元，所有者权益{net:w2}万元，国有资本保值增值率{keep:p2}%（年初所有者权益{net_l:w2}万元）。资产负债率{lev:p2}%，较年初的{lev_l:p2}%{dlev:上升/下降}{dlev:p2}个百分点。",
    )
    paper.p(
        "2.运营效率。船舶平均在港停时由上年的{hours_l:n1}小时{yh:增至/缩短至}{hours:n1}小时，{yh:增加/减少}{yh.d:n1}小时，{yh:上升/下降}{yh.g:p1}%。集团在册职工{staff:n}人，其中一线装卸{dock:n}人、技术{tech:n}人、管理及后勤{desk:n}人，人均营业收入{per_staff:w2}万元。",
    )
    paper.p("3.生态效益。岸电使用量同比增长约四成，堆场扬尘投诉比上年减少近一半。")
    paper.h("（三）满意度指标", 2)
    paper.p("走访货主和船公司{cust:n}家，表示满意的{cust_ok:n}家，满意度{cust_x:p1}%，高于90%的目标值。")
    paper.h("四、自评结果")
    paper.p(
        "本项目自评得分{g_all:s1z}分，共扣{off:s1z}分。其中决策{g0:s1z}分（满分{w0:s0}分），过程{g1:s1z}分（满分{w1:s0}分），产出{g2:s1z}分（满分{w2:s0}分），效益{g3:s1z}分（满分{w3:s0}分），满意度{g4:s1z}分（满分{w4:s0}分）。",
    )
    paper.h("五、主要问题及建议")
    paper.p(
        "煤炭货源受上游限产影响下滑，疏港铁路征拆进度慢于计划。2023年计划完成投资9.8亿元，申请资本金2.5亿元，力争二季度完成铁路剩余路段征拆，由工程建设部按月报告进度；自评结果报市国资委，并在集团官网公开。"
    )
    return paper
