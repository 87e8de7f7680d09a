"""A labour arbitration court, 2021: cases carried in, taken, closed and left; money won; shares of closed and of all; scores by rate."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_KINDS = (
    ("wage", "劳动报酬", 1286),
    ("hurt", "工伤待遇", 412),
    ("end", "解除终止合同", 537),
    ("ins", "社会保险", 146),
)


def _books() -> Book:
    book = Book()
    for key, _, cases in _KINDS:
        book.count(**{f"{key}_n": cases})
    book.count(oth=93, open_=184)
    book.sum("took", *(f"{key}_n" for key, *_ in _KINDS), "oth")
    for key, *_ in _KINDS:
        book.rate(f"{key}_h", f"{key}_n", "took")
    book.count(med=1398, jud=724, drop=351)
    book.sum("closed", "med", "jud", "drop")
    book.sum("all_n", "open_", "took")
    book.sum("left", "all_n", minus=("closed",))
    book.rate("closed_x", "closed", "all_n")
    book.rate("med_x", "med", "closed")
    book.count(final=486, suit=138, kept=121, intime=2431, el=612)
    book.rate("final_x", "final", "jud")
    book.rate("suit_x", "suit", "jud")
    book.rate("kept_x", "kept", "suit")
    book.rate("intime_x", "intime", "closed")
    book.rate("el_x", "el", "took")
    book.count(took_l=2318, people=3142, group=17, group_p=684)
    book.year("yt", "took", "took_l")
    book.wan(won="4286.35", won_l="3817.60")
    book.year("yw", "won", "won_l")
    book.average("won_c", "won", "closed")
    book.count(days="28.6", days_l="33.1", arb=16, part=22)
    book.year("yd", "days", "days_l")
    book.average("load", "closed", "arb")
    book.wan(b1="68.00", s1="64.86", b2="45.00", s2="45.00", b3="32.00", s3="21.74")
    for end in "bs":
        book.sum(f"{end}_all", f"{end}1", f"{end}2", f"{end}3")
    for n in (1, 2, 3):
        book.rate(f"x{n}", f"s{n}", f"b{n}")
    book.rate("x_all", "s_all", "b_all")
    book.sum("rest", "b_all", minus=("s_all",))
    book.count(ask=200, a=164, b=27, c=7, d=2)
    book.sum("ask", "a", "b", "c", "d")
    book.sum("ab", "a", "b")
    book.rate("ab_x", "ab", "ask")
    book.count(w1=10, w2=25, w3=25, w4=30, w5=10)
    book.score("p1", "w1", "x_all")
    book.values["p1"] = round(book.values["p1"], 2)
    book.count(p2=25, p3="23.4", p4="27.5")
    book.score("p5", "w5", "ab_x")
    book.values["p5"] = round(book.values["p5"], 2)
    for end in "wp":
        book.sum(f"{end}", *(f"{end}{n}" for n in range(1, 6)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("law_court_points_2021", _books())
    paper.title("宁江市劳动人事争议仲裁院2021年度办案专项绩效自评报告")
    paper.h("一、单位与项目概况")
    paper.p(
        "仲裁院有专职仲裁员{arb:n}人、兼职仲裁员{part:n}人。办案专项分为办案经费、兼职仲裁员补助、智慧仲裁庭三个子项，预算{b_all:w2}万元。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "三个子项支出{s_all:w2}万元，执行率{x_all:p2}%，结余{rest:w2}万元：办案经费支出{s1:w2}万元、执行率{x1:p2}%，兼职仲裁员补助支出{s2:w2}万元、执行率{x2:p2}%，智慧仲裁庭支出{s3:w2}万元、执行率{x3:p2}%（设备招标延后）。三个子项预算分别为{b1:w2}万元、{b2:w2}万元、{b3:w2}万元。"
    )
    paper.h("三、绩效完成情况")
    paper.p(
        "1.案件数量。上年旧存{open_:n}件，当年立案{took:n}件，涉及劳动者{people:n}人，其中10人以上集体争议{group:n}件{group_p:n}人。立案数比上年{took_l:n}件{yt:增长/下降}{yt.g:p2}%。审结{closed:n}件，结案率{closed_x:p2}%（审结数与旧存、新收之和相比），年末未结{left:n}件。"
    )
    paper.p(
        "2.案件类型。立案案件中，劳动报酬{wage_n:n}件、占{wage_h:p2}%，工伤待遇{hurt_n:n}件、占{hurt_h:p2}%，解除终止合同{end_n:n}件、占{end_h:p2}%，社会保险{ins_n:n}件、占{ins_h:p2}%，其他{oth:n}件。"
    )
    paper.p(
        "3.结案方式。审结案件中，调解{med:n}件、裁决{jud:n}件、撤回及其他{drop:n}件，调解率{med_x:p2}%。裁决案件中终局裁决{final:n}件，终局裁决率{final_x:p2}%；向法院起诉{suit:n}件，起诉率{suit_x:p2}%，起诉案件中法院维持{kept:n}件，维持率{kept_x:p2}%。"
    )
    paper.p(
        "4.时效。法定审限内结案{intime:n}件，占审结数的{intime_x:p2}%；平均办案周期{days:n1}天，比上年{days_l:n1}天{yd:延长/缩短}{yd.d:n1}天。要素式审理适用{el:n}件，占立案数的{el_x:p2}%。专职仲裁员人均结案{load:r1}件。"
    )
    paper.p(
        "5.效益。为劳动者追回劳动报酬等{won:w2}万元，比上年{yw:增加/减少}{yw.d:w2}万元（上年{won_l:w2}万元），{yw:增长/下降}{yw.g:p2}%，平均每件{won_c:w2}万元。"
    )
    paper.p(
        "6.满意度。回访当事人{ask:n}人，满意{a:n}人、比较满意{b:n}人、一般{c:n}人、不满意{d:n}人，满意度按满意与比较满意之和计算为{ab_x:p2}%。"
    )
    paper.h("四、自评得分")
    paper.p("对照指标逐项评分，总分{p:s2z}分，等级为优。预算执行、满意度两项按实际比率乘以分值计算。")
    paper.table(
        (14, 12, 10, 10, 16),
        "一级指标|实际值|分值|得分|说明",
        "预算执行|{x_all:p2}%|{w1:s0}|{p1:s2z}|分值×执行率",
        "产出数量|审结{closed:n}件|{w2:s0}|{p2:s2z}|目标2300件",
        "产出质量|调解率{med_x:p2}%|{w3:s0}|{p3:s2z}|目标60%",
        "社会效益|明显|{w4:s0}|{p4:s2z}|集体争议未完全预防",
        "满意度|{ab_x:p2}%|{w5:s0}|{p5:s2z}|分值×满意度",
        "合计|—|{w:s0}|{p:s2z}|",
    )
    paper.h("五、存在的问题及措施")
    paper.p(
        "智慧仲裁庭建设滞后；调解率未达60%的目标。2022年5月前完成仲裁庭设备采购，推行乡镇调解员派驻。自评报告在局网站公开，结果与2022年项目预算挂钩。"
    )
    return paper
