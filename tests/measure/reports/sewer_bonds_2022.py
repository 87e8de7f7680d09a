"""A county's special bonds, 2022: amounts in 亿元 and 万元, two issues, three works, progress by quarter, instalments."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, title, total investment, bond money, paid out by the end of the year (万元).
_WORKS = (
    ("pl", "城北污水处理厂二期", "21360.00", "13000.00", "11874.63"),
    ("pi", "老城区雨污分流管网", "15240.00", "9500.00", "9500.00"),
    ("sl", "污泥处置中心", "6180.00", "3500.00", "1906.27"),
)
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_PAID = ("2418.50", "6035.72", "8260.94", "6565.74")


def _books() -> Book:
    book = Book()
    for key, _, total, bond, paid in _WORKS:
        book.wan(**{f"{key}_t": total, f"{key}_b": bond, f"{key}_s": paid})
        book.sum(f"{key}_o", f"{key}_t", minus=(f"{key}_b",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.rate(f"{key}_h", f"{key}_b", f"{key}_t")
    for end in "tbos":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _WORKS))
    book.sum("all_o", "all_t", minus=("all_b",))
    book.rate("all_x", "all_s", "all_b")
    book.rate("all_h", "all_b", "all_t")
    book.sum("rest", "all_b", minus=("all_s",))
    book.wan(one="16000.00", cap="7200.00")
    book.sum("two", "all_b", minus=("one",))
    book.sum("all_b", "one", "two")
    book.sum("later", "all_o", minus=("cap",))
    for n, paid in enumerate(_PAID, 1):
        book.wan(**{f"q{n}": paid})
        book.sum(f"c{n}", *(f"q{m}" for m in range(1, n + 1)))
        book.rate(f"c{n}_x", f"c{n}", "all_b")
    book.sum("all_s", "q1", "q2", "q3", "q4")
    _service(book)
    _contract(book)
    book.count(km=38, km_p=36, wells=1264, homes=8917, homes_p=9000, jobs=326, local=241)
    book.rate("km_x", "km", "km_p")
    book.rate("homes_x", "homes", "homes_p")
    book.rate("local_x", "local", "jobs")
    book.count(load="2.64", cap_d="4.00", load_l="2.31")
    book.rate("load_x", "load", "cap_d")
    book.year("yload", "load", "load_l")
    book.count(ask=240, like=221)
    book.rate("like_x", "like", "ask")
    for n, (w, g) in enumerate((("20", "20"), ("20", "17.5"), ("40", "36.8"), ("20", "18.2"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    return book


def _service(book: Book) -> None:
    """Interest of the year and how often the revenue covers principal and interest."""
    book.count(i1="0.0312", i2="0.0289")
    book.product("in1", "i1", "one")
    book.product("in2", "i2", "two")
    book.sum("interest", "in1", "in2")
    book.wan(gain="68734.00", debt="49125.00")
    book.rate("cover", "gain", "debt")
    book.wan(fee="3140.00", fee_r="2976.35")
    book.rate("fee_x", "fee_r", "fee")


def _contract(book: Book) -> None:
    book.wan(deal="9864.00")
    book.count(p30="0.3", p50="0.5", p17="0.17", p3="0.03")
    for key, share in (("d1", "p30"), ("d2", "p50"), ("d3", "p17"), ("d4", "p3")):
        book.product(key, share, "deal")
    book.sum("deal", "d1", "d2", "d3", "d4")
    book.sum("paid", "d1", "d2")
    book.rate("paid_x", "paid", "deal")
    book.ties.append(Tie("sum", "deal", ("paid", "d3", "d4")))


def build() -> Paper:
    """Return the report."""
    paper = Paper("sewer_bonds_2022", _books())
    paper.title("丰原县城镇污水治理专项债券项目2022年度绩效自评报告")
    paper.h("一、项目及债券概况")
    paper.p(
        "丰原县城镇污水治理项目由县住房和城乡建设局主管、县清源水务公司实施，打捆3个子项目，估算总投资{all_t:e3}亿元，其中专项债券{all_b:e2}亿元，占{all_h:p2}%，自筹及其他资金{all_o:e3}亿元。",
        "自筹部分已到位资本金{cap:w2}万元，尚需筹措{later:w2}万元。",
    )
    paper.p(
        "债券分两批发行：2022年3月发行第一批{one:e2}亿元，期限20年，票面利率{i1:p2}%；6月发行第二批{two:e2}亿元，期限20年，票面利率{i2:p2}%。按票面利率计算，两批债券每年应付利息分别为{in1:w2}万元、{in2:w2}万元，合计{interest:w2}万元。",
    )
    paper.centre("表1　子项目投资及债券资金使用（万元）")
    paper.table(
        (15, 10, 10, 10, 9, 10, 8),
        "子项目|总投资|专项债券|其他资金|债券占比|债券支出|支出进度",
        *(
            f"{name}|{{{k}_t:w2}}|{{{k}_b:w2}}|{{{k}_o:w2}}|{{{k}_h:p2}}%|{{{k}_s:w2}}|{{{k}_x:p2}}%"
            for k, name, *_ in _WORKS
        ),
        "合计|{all_t:w2}|{all_b:w2}|{all_o:w2}|{all_h:p2}%|{all_s:w2}|{all_x:p2}%",
    )
    paper.h("二、资金使用进度")
    paper.p(
        "债券资金全部由县财政拨至监管账户。截至2022年12月底累计支出{all_s:w2}万元，支出进度{all_x:p2}%，账户余额{rest:w2}万元（不含利息收入）。"
    )
    paper.centre("表2　分季度支出进度")
    paper.table(
        (10, 12, 12, 10),
        "季度|当季支出（万元）|累计支出（万元）|累计进度",
        *(f"{name}|{{q{n}:w2}}|{{c{n}:w2}}|{{c{n}_x:p2}}%" for n, name in enumerate(_QUARTERS, 1)),
    )
    paper.p(
        "污水处理厂二期设备采购合同价{deal:w2}万元，约定签约后支付30%（{d1:w2}万元）、设备到场支付50%（{d2:w2}万元）、调试合格支付17%（{d3:w2}万元）、质保期满支付3%（{d4:w2}万元）。前两笔{paid:w2}万元已付，占合同价的{paid_x:p1}%。",
    )
    paper.h("三、产出与效益")
    paper.p(
        "新建改建管网{km:n}公里，为年度计划{km_p:n}公里的{km_x:p2}%；改造检查井{wells:n}座；接户{homes:n}户，计划{homes_p:n}户，完成{homes_x:p2}%。厂区日均处理污水{load:n2}万吨，较2021年的{load_l:n2}万吨{yload:增加/减少}{yload.d:n2}万吨，现有设计能力为{cap_d:n2}万吨/日，负荷率{load_x:p1}%，二期投运后设计能力翻一番。",
    )
    paper.p(
        "施工高峰用工{jobs:n}人，本县籍{local:n}人，占{local_x:p1}%。沿线居民和商户受访{ask:n}人，认可{like:n}人，满意度{like_x:p1}%。"
    )
    paper.h("四、偿债能力")
    paper.p(
        "2022年应缴污水处理费{fee:w2}万元，实缴{fee_r:w2}万元，征缴率{fee_x:p2}%。据实施方案测算，债券存续期内项目净收益{gain:e4}亿元，应还本付息{debt:e4}亿元，本息覆盖倍数{cover:r2}倍，高于1.2倍的要求。",
    )
    paper.h("五、自评结论")
    paper.p(
        "自评得分{g_all:s1}分，其中决策{g0:s1z}分、过程{g1:s1z}分、产出{g2:s1z}分、效益{g3:s1z}分，等级为优。"
    )
    paper.table(
        (10, 8, 8, 8),
        "一级指标|权重|得分|得分率",
        *(
            f"{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{{r{n}:p2}}%"
            for n, name in enumerate(("决策", "过程", "产出", "效益"))
        ),
        "合计|{w_all:s0}|{g_all:s1z}|",
    )
    paper.h("六、问题和建议")
    paper.p(
        "污泥处置中心选址两次调整，开工晚于计划5个月，拉低了整体进度。建议县自然资源局于2023年3月前完成用地批复；县水务公司按季度报送支出计划，连续两个季度进度滞后的子项目调整债券用途。自评结果在县政府门户网站公开，作为下一批债券申报依据。"
    )
    return paper
