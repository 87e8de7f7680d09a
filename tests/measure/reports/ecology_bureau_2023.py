"""A city's ecology bureau, 2023, in 履职效能/管理效率/社会效应/可持续发展: carried-over grants, good days, rates in points."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Grant: name, brought over, new, spent (万元).
_GRANTS = {
    "water": ("中央水污染防治资金", "1426.80", "3850.00", "4617.35"),
    "air": ("中央大气污染防治资金", "0", "2264.00", "1893.72"),
    "prov": ("省级污染防治专项", "275.60", "1980.00", "2108.44"),
}
# District: good days last year, this year, fine dust.
_PLACES = {
    "ta": ("临湖区", "271", "283", "34"),
    "tb": ("港口新区", "268", "279", "35"),
    "tc": ("东塘市", "287", "294", "31"),
    "td": ("高沙县", "292", "288", "32"),
}
# Dimension: weight and points of its indicators.
_MARKS = {
    "d": (
        "履职效能",
        (
            ("空气质量优良天数比率", "≥77%", "12", "12"),
            ("国省考断面优Ⅲ比例", "≥93%", "12", "12"),
            ("执法检查企业数", "≥2400家次", "8", "8"),
            ("排污许可证后抽查", "≥300家", "8", "7.4"),
        ),
    ),
    "m": (
        "管理效率",
        (
            ("部门预算执行率", "100%", "8", "7.6"),
            ("专项资金支付率", "≥92%", "6", "5.3"),
            ("“三公”经费控制", "只减不增", "5", "5"),
            ("固定资产管理", "账实相符", "6", "6"),
        ),
    ),
    "s": (
        "社会效应",
        (
            ("信访举报办结率", "≥98%", "10", "10"),
            ("公众满意度", "≥95%", "10", "9.4"),
        ),
    ),
    "c": (
        "可持续发展",
        (
            ("监测人员持证率", "100%", "7", "6.2"),
            ("重点源在线监测联网率", "≥97%", "8", "8"),
        ),
    ),
}


def _money(book: Book) -> None:
    book.wan(basic_b="6842.36", basic="6738.15", proj_b="5127.90", proj="4652.07")
    for end in ("_b", ""):
        book.sum(f"all{end}", f"basic{end}", f"proj{end}")
    for key in ("proj", "all"):
        book.rate(f"{key}_x", key, f"{key}_b")
    for key, (_, over, new, spent) in _GRANTS.items():
        book.wan(**{f"{key}_n": new, f"{key}_s": spent})
        if over != "0":
            book.wan(**{f"{key}_o": over})
        book.sum(f"{key}_t", *(f"{key}_{end}" for end in "on" if f"{key}_{end}" in book.values))
        book.sum(f"{key}_r", f"{key}_t", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_t")
    for end in "ontsr":
        book.sum(f"use_{end}", *(f"{key}_{end}" for key in _GRANTS if f"{key}_{end}" in book.values))
    book.rate("use_x", "use_s", "use_t")
    book.ties.append(Tie("sum", "use_t", ("use_o", "use_n")))
    book.ties.append(Tie("sum", "use_r", ("use_t",), ("use_s",)))
    book.wan(three="58.42", three_l="66.07")
    book.year("y3", "three", "three_l")


def _work(book: Book) -> None:
    book.count(days=365, city=284, city_l=277, sec_n=31, sec=29, sec_l=28)
    book.year("yc", "city", "city_l")
    book.rate("city_x", "city", "days")
    book.rate("city_lx", "city_l", "days")
    book.points("pc", "city_x", "city_lx")
    book.rate("sec_x", "sec", "sec_n")
    book.rate("sec_lx", "sec_l", "sec_n")
    book.points("ps", "sec_x", "sec_lx")
    for key, (_, last, now, _) in _PLACES.items():
        book.count(**{f"{key}_l": last, key: now})
        book.year(f"y{key}", key, f"{key}_l")
    book.count(visit=2516, cases=146, cases_l=171, keyp=186, mid=372, light=566, spot=278, spot_p=300)
    book.wan(fine="1187.30")
    book.year("ycase", "cases", "cases_l")
    book.average("per_case", "fine", "cases")
    book.sum("permit", "keyp", "mid", "light")
    book.rate("spot_x", "spot", "spot_p")
    book.count(plea=962, plea_d=948, ask=1200, valid=1164, glad=1092, lab=86, card=76, site=124, net=121)
    book.rate("plea_x", "plea_d", "plea")
    book.rate("valid_x", "valid", "ask")
    book.rate("glad_x", "glad", "valid")
    book.rate("card_x", "card", "lab")
    book.rate("net_x", "net", "site")
    book.sum("bare", "lab", minus=("card",))


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    for key, (_, items) in _MARKS.items():
        for n, (*_, weight, got) in enumerate(items):
            book.count(**{f"w{key}{n}": weight, f"g{key}{n}": got})
        for end in "wg":
            book.sum(f"{end}{key}", *(f"{end}{key}{n}" for n in range(len(items))))
    for end in "wg":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    for mark in ("d3", "m0", "m1", "s1", "c0"):
        book.sum(f"c{mark}", f"w{mark}", minus=(f"g{mark}",))
    for mark, rate in (
        ("d3", "spot_x"),
        ("m0", "all_x"),
        ("m1", "use_x"),
        ("s1", "glad_x"),
        ("c0", "card_x"),
    ):
        book.ties.append(Tie("score", f"g{mark}", (f"w{mark}", rate)))
    book.sum("lost", "w", minus=("g",))
    every = tuple(f"w{key}{n}" for key, (_, items) in _MARKS.items() for n in range(len(items)))
    book.ties.append(Tie("sum", "w", every))
    book.ties.append(Tie("sum", "lost", ("cd3", "cm0", "cm1", "cs1", "cc0")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("ecology_bureau_2023", _books())
    paper.title("临淮市生态环境局")
    paper.title("2023年度部门整体绩效自评价报告")
    paper.h("一、自评结论")
    paper.p(
        "对照部门整体绩效评价共性指标框架，我局从履职效能、管理效率、社会效应、可持续发展四个维度开展自评，总得分{g:s1}分，评价等级为“优”。其中履职效能得{gd:s1}分，管理效率得{gm:s1}分，社会效应得{gs:s1}分，可持续发展得{gc:s1}分。",
    )
    paper.h("二、部门资金情况")
    paper.p(
        "2023年部门预算（调整后）{all_b:w2}万元，支出{all:w2}万元，预算执行率{all_x:p1}%。按支出性质分，基本支出预算{basic_b:w2}万元、执行{basic:w2}万元，项目支出预算{proj_b:w2}万元、执行{proj:w2}万元，后者执行率为{proj_x:p1}%。",
        "此外，由我局牵头管理、不列入部门预算的上级专项资金上年结转{use_o:w2}万元，本年下达{use_n:w2}万元，当年支付{use_s:w2}万元，年末结转{use_r:w2}万元，支付率{use_x:p1}%，情况见下表。",
    )
    paper.centre("上级生态环境专项资金使用情况（单位：万元）")
    paper.table(
        (15, 9, 9, 9, 9, 9, 8),
        "资金名称|上年结转①|本年下达②|可用资金③|当年支付④|年末结转⑤|支付率⑥",
        *(
            f"{row[0]}|{'—' if row[1] == '0' else f'{{{k}_o:w2}}'}|{{{k}_n:w2}}|{{{k}_t:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p1}}%"
            for k, row in _GRANTS.items()
        ),
        "合计|{use_o:w2}|{use_n:w2}|{use_t:w2}|{use_s:w2}|{use_r:w2}|{use_x:p1}%",
    )
    paper.p("注：③=①+②；⑤=③-④；⑥=④÷③×100%。")
    paper.p(
        "“三公”经费支出{three:w2}万元，较上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:增幅/降幅}{y3.g:p1}%。",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、绩效分析")
    paper.h("（一）履职效能", 2)
    paper.p(
        "1.大气。全市有效监测{days:n}天，优良天数{city:n}天，比2022年（{city_l:n}天，同为{days:n}天有效监测）{yc:增加/减少}{yc.d:n}天；优良天数比率{city_x:p1}%，比2022年的{city_lx:p1}%{pc:提高/降低}{pc:p1}个百分点。四个县（市、区）中，高沙县优良天数减少{ytd.d:n}天，其余三个均有增加。",
    )
    paper.table(
        (10, 11, 11, 9, 13),
        "县（市、区）|2022年优良天数|2023年优良天数|变化（天）|2023年PM2.5浓度（μg/m³）",
        *(
            f"{row[0]}|{{{k}_l:n}}|{{{k}:n}}|{'+' if int(row[2]) > int(row[1]) else '-'}{{y{k}.d:n}}|{row[3]}"
            for k, row in _PLACES.items()
        ),
    )
    paper.p(
        "2.水。{sec_n:n}个国省考断面中，水质达到或优于Ⅲ类的{sec:n}个，占{sec_x:p1}%，2022年为{sec_l:n}个、占{sec_lx:p1}%，同比{ps:上升/下降}{ps:p1}个百分点。"
    )
    paper.p(
        "3.执法与许可。检查企业{visit:n}家次，立案处罚{cases:n}件，较上年{cases_l:n}件{ycase:上升/下降}{ycase.g:p1}%，罚款{fine:w2}万元，件均{per_case:w2}万元。全市纳入排污许可管理的单位{permit:n}家，其中重点管理{keyp:n}家、简化管理{mid:n}家、登记管理{light:n}家；证后抽查{spot:n}家，完成计划{spot_p:n}家的{spot_x:p1}%。",
    )
    paper.h("（二）管理效率", 2)
    paper.p("预算执行、专项资金支付和“三公”经费控制情况见第二部分；固定资产年末全面盘点，账实相符。")
    paper.h("（三）社会效应", 2)
    paper.p(
        "受理信访举报{plea:n}件，年内办结{plea_d:n}件，办结率{plea_x:p1}%。委托第三方发放公众问卷{ask:n}份，有效问卷{valid:n}份，有效率{valid_x:p1}%；有效问卷中表示满意的{glad:n}份，满意度{glad_x:p1}%。",
    )
    paper.h("（四）可持续发展", 2)
    paper.p(
        "监测人员{lab:n}人，持证上岗{card:n}人，持证率{card_x:p1}%，未持证{bare:n}人为当年新招录；重点污染源应联网{site:n}家，已联网{net:n}家，联网率{net_x:p1}%。"
    )
    paper.centre("附表　部门整体绩效自评价指标得分表")
    rows = []
    for key, (name, items) in _MARKS.items():
        for n, (item, aim, *_) in enumerate(items):
            rows.append(f"{'^' if n else name}|{item}|{aim}|{{w{key}{n}:s0}}|{{g{key}{n}:s1z}}")
    paper.table((10, 16, 10, 6, 6), "一级指标|指标|目标值|分值|得分", *rows, "合计|>|>|{w:s0}|{g:s1z}")
    paper.h("四、扣分情况及整改")
    paper.p(
        "共扣{lost:s1}分：排污许可证后抽查未达计划，扣{cd3:s1}分；项目支出执行偏慢，部门预算执行率未达100%，扣{cm0:s1}分；专项资金支付率未达92%，扣{cm1:s1}分；公众满意度未达95%，扣{cs1:s1}分；监测人员持证率未达100%，扣{cc0:s1}分。上述五项均按“分值×实际比率”计分（证后抽查按完成计划的比率）。",
    )
    paper.p(
        "2024年将按季度下达证后抽查任务，对大气专项等支付进度慢的项目逐月调度，组织未持证人员于上半年参加省级考核。本报告随部门决算在市政府网站公开。"
    )
