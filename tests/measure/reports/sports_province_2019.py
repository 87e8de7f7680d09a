"""A province's sports lottery fund, 2019: decimal numbering, cities ranked in a wide table, per head, shares by use."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, city, inhabitants, allotted and spent (万元), sites planned and built, area of sports grounds in square metres.
_CITIES = (
    ("lz", "澜州市", "6284100", "4120.0", "3986.5", 86, 86, "11437000"),
    ("hy", "衡源市", "4417600", "2865.0", "2741.2", 64, 62, "7730800"),
    ("dp", "定坪市", "3906800", "2580.0", "2218.4", 58, 51, "5625700"),
    ("qs", "清水市", "3152900", "2140.0", "2140.0", 47, 47, "5990500"),
    ("wn", "武宁市", "2238400", "1655.0", "1502.8", 39, 36, "3894800"),
    ("jy", "嘉云市", "1195700", "1120.0", "1076.3", 26, 25, "2965300"),
    ("mz", "岷泽自治州", "718500", "980.0", "703.6", 22, 17, "1437000"),
)
_OWN = (
    ("game", "全民健身赛事活动", "1480.0", "1436.2"),
    ("coach", "社会体育指导员培训", "620.0", "588.7"),
    ("body", "国民体质监测", "385.0", "352.4"),
    ("hall", "省属大型场馆免费低收费开放", "2350.0", "2350.0"),
)
_SCORES = (
    ("决策", "项目立项", "6", "6"),
    ("决策", "资金分配", "9", "7.8"),
    ("管理", "资金管理", "15", "13.2"),
    ("管理", "组织实施", "10", "8.5"),
    ("产出", "产出数量", "20", "18.6"),
    ("产出", "产出质量", "10", "9.2"),
    ("效益", "社会效益", "20", "17.5"),
    ("效益", "群众满意度", "10", "8.9"),
)
_AREAS = (("决策", (0, 1)), ("管理", (2, 3)), ("产出", (4, 5)), ("效益", (6, 7)))


def _books() -> Book:
    book = Book()
    for key, _, people, given, spent, plan, built, area in _CITIES:
        book.yuan(**{f"{key}_n": people, f"{key}_a": area})
        book.wan(**{f"{key}_b": given, f"{key}_s": spent})
        book.count(**{f"{key}_p": plan, f"{key}_d": built})
    keys = [key for key, *_ in _CITIES]
    for end in "nabspd":
        book.sum(f"city_{end}", *(f"{key}_{end}" for key in keys))
    for key in (*keys, "city"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.average(f"{key}_v", f"{key}_b", f"{key}_n")
        book.average(f"{key}_m", f"{key}_a", f"{key}_n")
    for key in keys:
        book.rate(f"{key}_h", f"{key}_b", "city_b")
    book.rate("city_y", "city_d", "city_p")
    book.average("site_v", "city_s", "city_d")
    for key, _, given, spent in _OWN:
        book.wan(**{f"{key}_b": given, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"own_{end}", *(f"{key}_{end}" for key, *_ in _OWN))
        book.sum(f"all_{end}", f"own_{end}", f"city_{end}")
    for key in ("own", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.rate("own_h", "own_b", "all_b")
    book.rate("city_h", "city_b", "all_b")
    book.sum("all_r", "all_b", minus=("all_s",))
    book.wan(more="1260.0", less="345.0", state="6830.0")
    book.sum("start", "all_b", "less", minus=("more",))
    book.sum("all_b", "start", "more", minus=("less",))
    book.sum("prov", "all_b", minus=("state",))
    book.sum("all_b", "state", "prov")
    book.yuan(sale="8642500000", sale_l="10315300000", raise_="2246900000", raise_l="2682100000")
    book.year("ysale", "sale", "sale_l")
    book.year("yraise", "raise_", "raise_l")
    book.count(m_l="1.62")
    book.year("ym", "city_m", "m_l")
    book.count(seen=70, good=64, asked=1400, back=1336, glad=1189)
    book.sum("bad", "seen", minus=("good",))
    for name, above, below in (("good", "good", "seen"), ("back", "back", "asked"), ("glad", "glad", "back")):
        book.rate(f"{name}_x", above, below)
    book.count(coach_p=3000, coach_d=3218, coach_1=2376, games=146, guests=386000)
    book.sum("coach_2", "coach_d", minus=("coach_1",))
    book.sum("coach_d", "coach_1", "coach_2")
    book.rate("coach_y", "coach_d", "coach_p")
    book.average("coach_v", "coach_s", "coach_d")
    for n, (*_, weight, points) in enumerate(_SCORES):
        book.count(**{f"w{n}": weight, f"g{n}": points})
        book.rate(f"q{n}", f"g{n}", f"w{n}")
    for end in "wg":
        for m, (_, parts) in enumerate(_AREAS):
            book.sum(f"{end}a{m}", *(f"{end}{n}" for n in parts))
        book.sum(f"{end}_all", *(f"{end}a{m}" for m in range(4)))
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(8)))
    for m in range(4):
        book.rate(f"qa{m}", f"ga{m}", f"wa{m}")
    return book


def _ranks(book: Book) -> dict[str, int]:
    keys = sorted((key for key, *_ in _CITIES), key=lambda key: -book.values[f"{key}_x"])
    return {key: place for place, key in enumerate(keys, 1)}


def _tables(paper: Paper) -> None:
    ranks = _ranks(paper.book)
    paper.centre("表2 各市州资金分配及执行情况（按执行率排名）")
    paper.table(
        (10, 9, 9, 9, 8, 8, 8, 5),
        "市州|常住人口（万人）|分配资金（万元）|支出金额（万元）|分配占比（%）|执行率（%）|人均分配（元）|排名",
        *(
            f"{name}|{{{k}_n:w2}}|{{{k}_b:w1}}|{{{k}_s:w1}}|{{{k}_h:p1}}|{{{k}_x:p1}}|{{{k}_v:y2}}|{ranks[k]}"
            for k, name, *_ in sorted(_CITIES, key=lambda city: ranks[city[0]])
        ),
        "合计|{city_n:w2}|{city_b:w1}|{city_s:w1}|100.0|{city_x:p1}|{city_v:y2}|—",
    )


def build() -> Paper:
    """Return the report."""
    paper = Paper("sports_province_2019", _books(), styled=True)
    paper.title("2019年度省级体育彩票公益金（全民健身专项）")
    paper.title("绩效评价报告")
    paper.centre("委托单位：省体育局　　评价机构：明远会计师事务所")
    paper.h("1 项目基本情况")
    paper.h("1.1 立项背景", 2)
    paper.p(
        "受快开游戏调整影响，2019年全省体育彩票销售{sale:e2}亿元，较2018年的{sale_l:e2}亿元{ysale:增长/下降}{ysale.g:p1}%；筹集公益金{raise_:e2}亿元，较2018年的{raise_l:e2}亿元{yraise:增加/减少}{yraise.d:e2}亿元。为保障全民健身投入，省级财政设立本专项，由省体育局组织实施。",
    )
    paper.h("1.2 资金安排", 2)
    paper.p(
        "专项年初预算{start:w1}万元，年中追加{more:w1}万元，压减{less:w1}万元，调整后预算{all_b:w1}万元。按来源分，中央集中彩票公益金{state:w1}万元，省级留成彩票公益金{prov:w1}万元；按层级分，省本级{own_b:w1}万元，占{own_h:p1}%，",
        "转移支付市州{city_b:w1}万元，占{city_h:p1}%。",
    )
    paper.h("2 资金使用情况")
    paper.p(
        "截至2019年底，专项支出{all_s:w1}万元，执行率{all_x:p1}%，未支出{all_r:w1}万元。省本级支出{own_s:w1}万元，执行率{own_x:p1}%；市州支出{city_s:w1}万元，执行率{city_x:p1}%。"
    )
    paper.centre("表1 省本级资金使用情况")
    paper.right("单位：万元")
    paper.table(
        (18, 9, 9, 9),
        "使用方向|预算|支出|执行率",
        *(f"{name}|{{{k}_b:w1}}|{{{k}_s:w1}}|{{{k}_x:p1}}%" for k, name, *_ in _OWN),
        "小计|{own_b:w1}|{own_s:w1}|{own_x:p1}%",
    )
    paper.p(
        "市州资金采用因素法分配，常住人口因素占60%、场地建设任务因素占40%。人均分配额最高的岷泽自治州为{mz_v:y2}元，最低的衡源市为{hy_v:y2}元，全省平均{city_v:y2}元。执行率排名首位的是清水市（{qs_x:p1}%），其次为澜州市（{lz_x:p1}%）；排名末两位的是定坪市（{dp_x:p1}%）和岷泽自治州（{mz_x:p1}%）。",
    )
    _tables(paper)
    paper.h("3 绩效目标实现情况")
    paper.h("3.1 产出", 2)
    paper.p(
        "（1）场地设施。下达健身场地建设任务{city_p:n}个，建成{city_d:n}个，完成率{city_y:p1}%，平均每个支出{site_v:w2}万元。未完成的主要集中在定坪市（计划{dp_p:n}个、建成{dp_d:n}个）和岷泽自治州（计划{mz_p:n}个、建成{mz_d:n}个）。",
    )
    paper.p(
        "（2）指导员培训。计划培训社会体育指导员{coach_p:n}人，实际培训{coach_d:n}人，完成率{coach_y:p1}%，其中二级以下{coach_1:n}人、一级{coach_2:n}人，人均培训支出{coach_v:y2}元。举办省级健身赛事{games:n}场。",
    )
    paper.p(
        "（3）质量抽查。评价组抽查建成场地{seen:n}个，合格{good:n}个，合格率{good_x:p1}%，{bad:n}个存在器材锈蚀、缺少告示牌等问题。"
    )
    paper.centre("表3 各市州健身场地建设及人均面积")
    paper.table(
        (10, 9, 9, 12, 12),
        "市州|计划建设（个）|实际建成（个）|体育场地面积（万平方米）|人均面积（平方米）",
        *(f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_a:w2}}|{{{k}_m:n2}}" for k, name, *_ in _CITIES),
        "全省|{city_p:n}|{city_d:n}|{city_a:w2}|{city_m:n2}",
    )
    paper.h("3.2 效益", 2)
    paper.p(
        "全省体育场地面积{city_a:w2}万平方米，人均{city_m:n2}平方米，较上年{m_l:n2}平方米{ym:增加/减少}{ym.d:n2}平方米。发放满意度问卷{asked:n}份，回收有效问卷{back:n}份，有效回收率{back_x:p1}%，表示满意{glad:n}份，满意度{glad_x:p1}%。"
    )
    paper.h("4 评价结论")
    paper.p(
        "综合评价得分{g_all:s1z}分，评价等级为“良”。决策、管理、产出、效益四个维度得分分别为{ga0:s1z}分、{ga1:s1z}分、{ga2:s1z}分、{ga3:s1z}分，得分率分别为{qa0:p1}%、{qa1:p1}%、{qa2:p1}%、{qa3:p1}%。"
    )
    paper.centre("表4 绩效评价得分表")
    rows = ["维度|评价指标|权重|得分|得分率"]
    for m, (name, parts) in enumerate(_AREAS):
        rows += [
            f"{'^' if n != parts[0] else name}|{_SCORES[n][1]}|{{w{n}:s0}}|{{g{n}:s1z}}|{{q{n}:p1}}%"
            for n in parts
        ]
        rows.append(f"^|小计|{{wa{m}:s0}}|{{ga{m}:s1z}}|{{qa{m}:p1}}%")
    paper.table((10, 14, 8, 8, 9), *rows, "合计|>|{w_all:s0}|{g_all:s1z}|")
    paper.h("5 主要问题")
    paper.p(
        "一是资金分配因素较为单一，执行率因素未与分配挂钩。二是部分地区选址困难，前期工作不扎实，岷泽自治州年末执行率不足75%。三是后续管护责任不落实。"
    )
    paper.h("6 有关建议")
    paper.p(
        "建议将上年执行率和管护情况纳入因素法，权重不低于10%；建立项目储备库，未完成选址的不得入库；明确场地接收单位管护责任和经费来源。评价结果应用于2021年专项分配并向社会公开。"
    )
    return paper
