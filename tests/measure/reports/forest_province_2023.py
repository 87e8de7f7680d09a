"""A province's forestry bureau, 2023: five-year series, 亿元 and 亩, shares of planting, transfers by level."""

from __future__ import annotations

from itertools import pairwise

from tests.measure.book import Book
from tests.measure.paper import Paper

_YEARS = ("19", "20", "21", "22", "23")
_SPENT = ("48216.35", "51087.62", "49733.08", "55190.44", "58642.71")
_PLANTED = ("126.40", "131.85", "128.10", "140.27", "146.93")


def _books() -> Book:
    book = Book()
    for year, spent, planted in zip(_YEARS, _SPENT, _PLANTED, strict=True):
        book.wan(**{f"s{year}": spent})
        book.count(**{f"a{year}": planted})
        book.average(f"u{year}", f"s{year}", f"a{year}")
    for last, year in pairwise(_YEARS):
        book.year(f"ys{year}", f"s{year}", f"s{last}")
        book.year(f"ya{year}", f"a{year}", f"a{last}")
    book.sum("s5", *(f"s{year}" for year in _YEARS))
    book.sum("a5", *(f"a{year}" for year in _YEARS))
    book.year("y5", "s23", "s19")
    book.wan(base="14218.66", tree="26530.00", fire="9846.25")
    book.sum("pest", "s23", minus=("base", "tree", "fire"))
    book.sum("s23", "base", "tree", "fire", "pest")
    book.sum("special", "tree", "fire", "pest")
    for key in ("base", "special"):
        book.rate(f"{key}_h", key, "s23")
    for key in ("tree", "fire", "pest"):
        book.rate(f"{key}_h", key, "special")
    book.wan(budget="61275.90")
    book.rate("x", "s23", "budget")
    book.sum("left", "budget", minus=("s23",))
    book.wan(own="9310.40", cities="11864.10")
    book.sum("counties", "tree", "fire", "pest", minus=("own", "cities"))
    book.sum("special", "own", "cities", "counties")
    book.count(new="82.31", closed="46.18")
    book.sum("better", "a23", minus=("new", "closed"))
    book.sum("a23", "new", "closed", "better")
    for key in ("new", "closed", "better"):
        book.rate(f"{key}_h", key, "a23")
    book.count(alive="135.76", fires=38, fires_l=52, burnt="126.5", burnt_l="214.8", spots=24, fine=22)
    book.rate("alive_x", "alive", "a23")
    book.year("yf", "fires", "fires_l")
    book.year("yb", "burnt", "burnt_l")
    book.rate("fine_x", "fine", "spots")
    book.count(cover_now="0.5986", cover_then="0.5972")
    book.points("dc", "cover_now", "cover_then")
    book.count(out=1500, back=1436, good=1352)
    book.rate("back_x", "back", "out")
    book.rate("good_x", "good", "back")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("forest_province_2023", _books(), styled=True)
    paper.title("省林业和草原局2023年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "省林业和草原局是省自然资源厅管理的副厅级机构，内设处室12个，直属单位17个，纳入2023年度部门预算管理的单位16个。"
    )
    paper.h("二、资金投入与使用")
    paper.p(
        "2023年部门预算{budget:e2}亿元，实际支出{s23:e2}亿元，预算执行率{x:p1}%，结余{left:w2}万元。实际支出{s23:w2}万元中，基本支出{base:w2}万元，占{base_h:p2}%；专项支出{special:w2}万元，占{special_h:p2}%。",
    )
    paper.p(
        "专项支出按用途分：造林绿化{tree:w2}万元、森林防火{fire:w2}万元、有害生物防治{pest:w2}万元，占专项支出的比重分别为{tree_h:p2}%、{fire_h:p2}%和{pest_h:p2}%。按使用层级分：省本级使用{own:w2}万元，下达市级{cities:w2}万元，",
        "下达县级{counties:w2}万元。",
    )
    paper.centre("表一　2019—2023年资金支出与营造林情况")
    paper.table(
        (8, 10, 8, 10, 8, 10),
        "年份|部门支出（万元）|增长（%）|营造林面积（万亩）|增长（%）|每亩支出（元）",
        "2019|{s19:w2}|—|{a19:n2}|—|" + "{u19:w2}",
        *(
            f"20{year}|{{s{year}:w2}}|{_sign('ys', year)}{{ys{year}.g:p2}}|{{a{year}:n2}}|{_sign('ya', year)}{{ya{year}.g:p2}}|{{u{year}:w2}}"
            for year in _YEARS[1:]
        ),
        "五年合计|{s5:w2}||{a5:n2}||",
    )
    paper.p(
        "五年来，部门支出由2019年的{s19:w2}万元增加到2023年的{s23:w2}万元，增长{y5.g:p2}%，五年累计支出{s5:w2}万元，累计完成营造林{a5:n2}万亩。其中2023年支出比2022年增加{ys23.d:w2}万元，增长{ys23.g:p2}%。",
    )
    paper.h("三、履职效益")
    paper.p(
        "（一）国土绿化。2023年完成营造林{a23:n2}万亩，比2022年的{a22:n2}万亩多{ya23.d:n2}万亩，其中人工造林{new:n2}万亩（占{new_h:p2}%）、封山育林{closed:n2}万亩（占{closed_h:p2}%）、退化林修复{better:n2}万亩（占{better_h:p2}%）。",
        "成活面积{alive:n2}万亩，成活率{alive_x:p2}%。森林覆盖率{cover_now:p2}%，比上年{cover_then:p2}%提高{dc:p2}个百分点。",
    )
    paper.p(
        "（二）森林防火。全年发生森林火灾{fires:n}起，比上年{fires_l:n}起减少{yf.d:n}起，下降{yf.g:p2}%；受害面积{burnt:n1}公顷，比上年{burnt_l:n1}公顷减少{yb.d:n1}公顷，下降{yb.g:p2}%，受害率远低于0.9‰的控制指标。",
    )
    paper.p(
        "（三）资金绩效。抽查专项资金项目{spots:n}个，评价等级为“良”以上的{fine:n}个，良好率{fine_x:p2}%。发放问卷{out:n}份，收回有效问卷{back:n}份，有效回收率{back_x:p2}%，其中满意{good:n}份，满意率{good_x:p2}%。"
    )
    paper.h("四、存在的问题及原因")
    paper.p("部分县造林地块落实难，资金下达至县后形成实际支出偏慢；防火视频监控维护经费保障不足。")
    paper.h("五、改进措施")
    paper.p("实行造林地块带图下达，10月底前完成下一年度地块落界；将监控维护经费纳入年初部门预算。")
    paper.h("六、自评结果应用")
    paper.p("自评结果与次年专项资金切块分配挂钩，按规定公开。")
    return paper


def _sign(stem: str, year: str) -> str:
    return "" if _books().up[f"{stem}{year}"] else "-"
