"""A rural water station, 2020: households and persons, hours of supply, loss, quality by source, fees due and collected, debts cleared."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_SOURCES = (
    ("lake", "水库", 18, 46210, 172, 169),
    ("well", "机井", 41, 28935, 328, 312),
    ("spring", "山泉", 66, 15870, 396, 351),
)


def _books() -> Book:
    book = Book()
    for key, _, works, people, tests, good in _SOURCES:
        book.count(**{f"{key}_w": works, f"{key}_p": people, f"{key}_t": tests, f"{key}_g": good})
        book.rate(f"{key}_x", f"{key}_g", f"{key}_t")
    for end in "wptg":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _SOURCES))
    book.rate("all_x", "all_g", "all_t")
    book.rate("lake_h", "lake_p", "all_p")
    book.count(x_l="0.9142")
    book.points("xp", "all_x", "x_l")
    book.count(rural=96430, homes=25640, taps=24983)
    book.rate("cover", "all_p", "rural")
    book.rate("tap_x", "taps", "homes")
    book.count(made="412.80", sold="346.75")
    book.sum("lost", "made", minus=("sold",))
    book.rate("lost_x", "lost", "made")
    book.wan(due="589.48", got="531.26", old="86.40", old_g="41.75")
    book.rate("got_x", "got", "due")
    book.sum("owe", "due", minus=("got",))
    book.rate("old_x", "old_g", "old")
    book.sum("old_r", "old", minus=("old_g",))
    book.sum("debt", "owe", "old_r")
    book.wan(bud="760.00", fix="418.36", med="52.90", pay="196.48", test="38.72")
    book.sum("out", "fix", "med", "pay", "test")
    book.rate("out_x", "out", "bud")
    book.sum("left", "bud", minus=("out",))
    book.rate("fix_h", "fix", "out")
    book.count(jobs=286, day1=251, pipe="18.4", pipe_p="16.0", hours="23.2", hours_l="21.6", cut=9, cut_l=17)
    book.rate("day1_x", "day1", "jobs")
    book.rate("pipe_x", "pipe", "pipe_p")
    book.year("yh", "hours", "hours_l")
    book.year("ycut", "cut", "cut_l")
    book.count(poor=3126, poor_p=10248, ask=300, yes=279, no=6)
    book.average("poor_s", "poor_p", "poor")
    book.sum("mid", "ask", minus=("yes", "no"))
    book.sum("ask", "yes", "mid", "no")
    book.rate("yes_x", "yes", "ask")
    for n, (w, g) in enumerate((("10", "9.2"), ("25", "24"), ("25", "22.3"), ("30", "28"), ("10", "9.3"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("water_users_2020", _books())
    paper.title("梨树沟县农村供水总站2020年农村饮水安全维修养护资金绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "全县农村供水工程{all_w:n}处，供水人口{all_p:n}人，占农村常住人口{rural:n}人的{cover:p1}%；应通水{homes:n}户，已通自来水{taps:n}户，入户率{tap_x:p1}%。工程水源有水库、机井、山泉三类，其中水库水源供水人口占{lake_h:p1}%。"
    )
    paper.h("二、资金使用")
    paper.p(
        "2020年预算{bud:w2}万元，实际支出{out:w2}万元，支出率{out_x:p1}%，结转{left:w2}万元。支出中维修{fix:w2}万元（占{fix_h:p1}%）、消毒药剂{med:w2}万元、管水员报酬{pay:w2}万元、水质检测{test:w2}万元。"
    )
    paper.p(
        "水费方面，应收{due:w2}万元，实收{got:w2}万元，收缴率{got_x:p1}%，当年欠费{owe:w2}万元；清收往年陈欠{old_g:w2}万元，占年初陈欠{old:w2}万元的{old_x:p1}%，尚余陈欠{old_r:w2}万元。新旧欠费合计{debt:w2}万元。"
    )
    paper.h("三、绩效分析")
    paper.p(
        "（一）供水量。制水{made:n2}万立方米，售水{sold:n2}万立方米，产销差{lost:n2}万立方米，产销差率{lost_x:p1}%，高于15%的目标值。平均每日供水{hours:n1}小时，比2019年{yh:延长/缩短}{yh.d:n1}小时；计划外停水{cut:n}次，比2019年{ycut:增加/减少}{ycut.d:n}次（2019年{cut_l:n}次）。"
    )
    paper.p(
        "（二）水质。检测水样{all_t:n}份，合格{all_g:n}份，合格率{all_x:p2}%，比上年的{x_l:p2}%{xp:提高/降低}{xp:p2}个百分点，分水源情况见下表。"
    )
    paper.table(
        (10, 10, 12, 12, 12, 10),
        "水源|工程数（处）|供水人口（人）|检测水样（份）|合格水样（份）|合格率",
        *(
            f"{name}|{{{k}_w:n}}|{{{k}_p:n}}|{{{k}_t:n}}|{{{k}_g:n}}|{{{k}_x:p2}}%"
            for k, name, *_ in _SOURCES
        ),
        "合计|{all_w:n}|{all_p:n}|{all_t:n}|{all_g:n}|{all_x:p2}%",
    )
    paper.p(
        "（三）维修。接报修{jobs:n}起，24小时内修复{day1:n}起，及时率{day1_x:p1}%；更换管道{pipe:n1}公里，为计划{pipe_p:n1}公里的{pipe_x:p1}%。"
    )
    paper.p("（四）脱贫户供水。保障脱贫户{poor:n}户{poor_p:n}人，户均{poor_s:r1}人，饮水安全问题动态清零。")
    paper.p(
        "（五）满意度。入户询问{ask:n}户，满意{yes:n}户、基本满意{mid:n}户、不满意{no:n}户，满意率{yes_x:p1}%（不含基本满意）。"
    )
    paper.h("四、自评情况")
    paper.p(
        "自评{g_all:s1z}分，其中预算执行{g0:s1z}分、产出数量{g1:s1z}分、产出质量{g2:s1z}分、效益{g3:s1z}分、满意度{g4:s1z}分。"
    )
    paper.h("五、问题和建议")
    paper.p(
        "产销差率偏高，老旧管网占四成以上；山泉水源水质不稳。建议2021年投入不少于200万元更换管网，6月底前为12处山泉工程加装净化设备。自评结果在县水利局网站公开，并作为2021年资金分配依据。"
    )
    return paper
