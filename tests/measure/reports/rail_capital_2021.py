"""A province's share of railway capital, 2021: 亿元 in the text, 万元 in the tables, heads of two levels, lines by shareholders."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, line, total investment, capital ratio (%), province's capital due, paid till 2020, plan 2021, paid 2021, cities' paid 2021 (万元).
_LINES = (
    ("ha", "合安高铁", "3345000", "50", "585400", "521600", "63800", "63800", "28400"),
    ("ji", "江北城际", "1862000", "60", "446900", "180500", "124000", "116300", "52600"),
    ("wu", "皖赣扩能", "968000", "55", "213000", "168200", "44800", "44800", "17900"),
    ("xu", "徐淮货运", "524000", "40", "73400", "12000", "36500", "27100", "9800"),
)


def _books() -> Book:
    book = Book()
    for k, _, inv, ratio, due, old, plan, now, city in _LINES:
        book.wan(
            **{f"{k}_i": inv, f"{k}_d": due, f"{k}_o": old, f"{k}_p": plan, f"{k}_n": now, f"{k}_c": city}
        )
        book.count(**{f"{k}_r": str(int(ratio) / 100)})
        book.product(f"{k}_k", f"{k}_i", f"{k}_r")
        book.sum(f"{k}_a", f"{k}_o", f"{k}_n")
        book.rate(f"{k}_x", f"{k}_n", f"{k}_p")
        book.rate(f"{k}_ax", f"{k}_a", f"{k}_d")
        book.sum(f"{k}_l", f"{k}_d", minus=(f"{k}_a",))
        book.sum(f"{k}_b", f"{k}_n", f"{k}_c")
    for end in "ikdopnalcb":
        book.sum(f"t_{end}", *(f"{k}_{end}" for k, *_ in _LINES))
    book.ties.append(Tie("sum", "t_a", ("t_o", "t_n")))
    book.ties.append(Tie("sum", "t_b", ("t_n", "t_c")))
    book.ties.append(Tie("sum", "t_l", ("t_d",), ("t_a",)))
    book.rate("t_x", "t_n", "t_p")
    book.rate("t_ax", "t_a", "t_d")
    book.rate("t_h", "t_d", "t_k")
    book.sum("t_m", "t_p", minus=("t_n",))
    book.wan(gov="120000", bond="95000")
    book.sum("co", "t_n", minus=("gov", "bond"))
    book.ties.append(Tie("sum", "t_n", ("gov", "bond", "co")))
    for k in ("gov", "bond", "co"):
        book.rate(f"{k}_h", k, "t_n")
    book.wan(inv_p="860000", inv_n="893400", inv_l="812600")
    book.rate("inv_x", "inv_n", "inv_p")
    book.year("yi", "inv_n", "inv_l")
    book.count(km=2132, fast=1126, km_n=176)
    book.sum("km_l", "km", minus=("km_n",))
    book.rate("fast_h", "fast", "km")
    book.sum("slow", "km", minus=("fast",))
    book.count(pas="7384.5", pas_l="5912.8", ton="1.36", ton_l="1.29", land="18640", land_d="17985")
    book.year("ypas", "pas", "pas_l")
    book.year("yton", "ton", "ton_l")
    book.rate("land_x", "land_d", "land")
    for n, (w, g) in enumerate((("15", "14.5"), ("25", "22.8"), ("35", "32.6"), ("25", "23.5"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("rail_capital_2021", _books(), styled=True)
    paper.title("省级铁路建设资本金2021年度绩效评价报告")
    paper.h("一、基本情况")
    paper.p(
        "省级铁路建设资本金用于履行省方出资义务。2021年在建的4个项目总投资{t_i:e2}亿元，项目资本金{t_k:e2}亿元，其中省级应出资{t_d:e2}亿元，占项目资本金的{t_h:p2}%，其余由国铁集团、沿线市和社会投资人承担。截至2020年底省级累计出资{t_o:e2}亿元。"
    )
    paper.p(
        "2021年省级计划出资{t_p:e2}亿元，实际出资{t_n:e2}亿元，完成计划的{t_x:p2}%，少出资{t_m:e2}亿元，均为项目用款进度原因。资金来源：一般公共预算安排{gov:e2}亿元，占{gov_h:p2}%；政府专项债券{bond:e2}亿元，占{bond_h:p2}%；省铁路投资公司自筹{co:e2}亿元，占{co_h:p2}%。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "（一）分项目出资。四个项目2021年分别出资{ha_n:e2}亿元、{ji_n:e2}亿元、{wu_n:e2}亿元和{xu_n:e2}亿元，计划完成率分别为{ha_x:p2}%、{ji_x:p2}%、{wu_x:p2}%和{xu_x:p2}%。截至2021年底省级累计出资{t_a:e2}亿元，占应出资额的{t_ax:p2}%，剩余{t_l:e2}亿元按工程进度在2022年至2025年安排。"
    )
    paper.centre("表1 省级资本金出资情况表")
    paper.right("单位：万元")
    paper.table(
        (11, 12, 12, 11, 11, 11, 11, 9, 12, 9),
        "项目|总投资|资本金|省级出资|>|>|>|>|>|>",
        "^|^|^|应出资|2020年底累计|2021年|>|>|2021年底累计|>",
        "^|^|^|^|^|计划|实际|完成率|金额|进度",
        *(
            f"{name}|{{{k}_i:w0}}|{{{k}_k:w0}}|{{{k}_d:w0}}|{{{k}_o:w0}}|{{{k}_p:w0}}|{{{k}_n:w0}}|{{{k}_x:p2}}%|{{{k}_a:w0}}|{{{k}_ax:p2}}%"
            for k, name, *_ in _LINES
        ),
        "合计|{t_i:w0}|{t_k:w0}|{t_d:w0}|{t_o:w0}|{t_p:w0}|{t_n:w0}|{t_x:p2}%|{t_a:w0}|{t_ax:p2}%",
        heads=3,
    )
    paper.p(
        "（二）沿线市出资。2021年沿线市同步出资{t_c:w0}万元，省市两级合计出资{t_b:w0}万元，其中江北城际{ji_b:w0}万元（省级{ji_n:w0}万元、市级{ji_c:w0}万元），占比最大。合安高铁、皖赣扩能、徐淮货运省市合计分别为{ha_b:w0}万元、{wu_b:w0}万元、{xu_b:w0}万元。"
    )
    paper.h("三、绩效情况")
    paper.p(
        "（一）建设投资。2021年全省铁路完成投资{inv_n:e2}亿元，为年度计划{inv_p:e2}亿元的{inv_x:p2}%，比上年{inv_l:e2}亿元{yi:增长/下降}{yi.g:p2}%。其中上述4个项目完成约占六成。征地拆迁方面，应交地{land:n}亩，实际交地{land_d:n}亩，交地率{land_x:p2}%。"
    )
    paper.p(
        "（二）路网规模。年末参与出资线路运营里程{km:n}公里，当年新增{km_n:n}公里，上年末为{km_l:n}公里；其中高铁{fast:n}公里，占{fast_h:p2}%，普速{slow:n}公里。规划到2025年，全省高铁里程力争超过3000公里。"
    )
    paper.p(
        "（三）运输效益。发送旅客{pas:n1}万人次，比上年{pas_l:n1}万人次{ypas:增长/下降}{ypas.g:p2}%；货物发送量{ton:n2}亿吨，上年{ton_l:n2}亿吨，{yton:增长/下降}{yton.g:p2}%。合安高铁开通后，两地间最短旅行时间由2小时12分缩短至1小时20分左右。"
    )
    paper.h("四、评价结论")
    paper.p(
        "综合得分{g:s1z}分，等级为“优”。决策、过程、产出、效益分别得{g0:s1z}分、{g1:s1z}分、{g2:s1z}分、{g3:s1z}分，得分率分别为{r0:p2}%、{r1:p2}%、{r2:p2}%、{r3:p2}%。"
    )
    paper.table(
        (16, 12, 12, 14),
        "一级指标|分值|得分|得分率",
        *(
            f"{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{{r{n}:p2}}%"
            for n, name in enumerate(("决策", "过程", "产出", "效益"))
        ),
        "合计|{w:s0}|{g:s1z}|—",
    )
    paper.h("五、存在问题和建议")
    paper.p(
        "一是徐淮货运项目出资完成率只有{xu_x:p2}%，前期用地组卷滞后；二是省铁路投资公司自筹比例偏高，资产负债率由58.3%升至61.7%；三是“一项目一策”收益分析不够。建议省财政厅完善出资计划动态调整机制，对连续两年完成率低于80%的项目，暂缓安排新的出资。"
    )
    return paper
