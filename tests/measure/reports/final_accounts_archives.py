"""A department's published final accounts, 2021: tables by subject code with levels, two sides side by side."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Subject code, name, total spent, basic part (万元); only the lowest level is entered.
_SUBJECTS = (
    ("2012601", "行政运行", "412.386712", "412.386712"),
    ("2012604", "档案馆", "186.204380", "0"),
    ("2012699", "其他档案事务支出", "73.515000", "0"),
    ("2080501", "行政单位离退休", "18.342600", "18.342600"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "46.718848", "46.718848"),
    ("2101101", "行政单位医疗", "21.095314", "21.095314"),
    ("2101103", "公务员医疗补助", "9.730122", "9.730122"),
    ("2210201", "住房公积金", "38.664900", "38.664900"),
)
_UPPER = {
    "201": ("一般公共服务支出", ("20126",)),
    "20126": ("档案事务", ("2012601", "2012604", "2012699")),
    "208": ("社会保障和就业支出", ("20805",)),
    "20805": ("行政事业单位养老支出", ("2080501", "2080505")),
    "210": ("卫生健康支出", ("21011",)),
    "21011": ("行政事业单位医疗", ("2101101", "2101103")),
    "221": ("住房保障支出", ("22102",)),
    "22102": ("住房改革支出", ("2210201",)),
}
_TOP = ("201", "208", "210", "221")


def _books() -> Book:
    book = Book()
    for code, _, total, basic in _SUBJECTS:
        book.wan(**{f"t{code}": total, f"b{code}": basic})
        book.sum(f"p{code}", f"t{code}", minus=(f"b{code}",))
    for code in ("20126", "20805", "21011", "22102", *_TOP):
        for side in "tbp":
            book.sum(f"{side}{code}", *(f"{side}{part}" for part in _UPPER[code][1]))
    for side in "tbp":
        book.sum(f"{side}0", *(f"{side}{code}" for code in _TOP))
    book.sum("t0", "b0", "p0")
    for code in _TOP:
        book.rate(f"h{code}", f"t{code}", "t0")
    book.rate("hb", "b0", "t0")
    book.rate("hp", "p0", "t0")
    book.wan(fin="798.412600", other="6.350000", carried="41.870500")
    book.sum("income", "fin", "other")
    book.sum("all", "income", "carried")
    book.sum("end", "all", minus=("t0",))
    book.rate("hf", "fin", "income")
    book.rate("ho", "other", "income")
    book.wan(all_last="872.931044", income_last="838.112000", t_last="831.060544")
    book.year("ya", "all", "all_last")
    book.year("yi", "income", "income_last")
    book.year("yt", "t0", "t_last")
    book.wan(staff_cost="478.200918", home_cost="14.225800")
    book.sum("people", "staff_cost", "home_cost")
    book.sum("public", "b0", minus=("people",))
    book.wan(recv="1.860000", run="5.412300", buy="17.980000")
    book.sum("car", "run", "buy")
    book.sum("three", "car", "recv")
    book.wan(b_recv="2.500000", b_run="6.000000", b_buy="18.000000")
    book.sum("b_car", "b_run", "b_buy")
    book.sum("b_three", "b_car", "b_recv")
    book.rate("x_three", "three", "b_three")
    book.rate("x_car", "car", "b_car")
    book.rate("x_recv", "recv", "b_recv")
    book.rate("h_car", "car", "three")
    book.rate("h_recv", "recv", "three")
    book.wan(three_last="8.015500")
    book.year("y3", "three", "three_last")
    book.count(times=21, guests=168)
    book.wan(public_last="52.614300")
    book.year("yp", "public", "public_last")
    book.wan(goods="64.352000", works="0", service="88.146000")
    book.sum("bought", "goods", "service")
    book.wan(small="97.480000")
    book.rate("h_small", "small", "bought")
    return book


def _by_subject() -> list[str]:
    rows = [
        "科目编码|科目名称|本年支出合计|基本支出|项目支出",
        "栏次|>|1|2|3",
        "合计|>|{t0:w2}|{b0:w2}|{p0:w2}",
    ]
    names = {code: name for code, name, *_ in _SUBJECTS} | {code: name for code, (name, _) in _UPPER.items()}

    def add(code: str) -> None:
        cells = (f"{{{side}{code}:w2}}" for side in "tbp")
        book = _books()
        shown = [c if book.values[f"{s}{code}"] else "" for s, c in zip("tbp", cells, strict=True)]
        rows.append("|".join((code, names[code], *shown)))
        for part in _UPPER.get(code, ("", ()))[1]:
            add(part)

    for code in _TOP:
        add(code)
    return rows


def build() -> Paper:
    """Return the report."""
    paper = Paper("final_accounts_archives", _books())
    paper.title("云岭市档案局")
    paper.title("2021年度部门决算公开说明")
    paper.h("第一部分 部门概况")
    paper.h("一、主要职能", 2)
    paper.p(
        "贯彻执行档案工作法律法规，负责全市档案事业的统筹规划和监督指导，依法接收、整理、保管和提供利用市级档案。"
    )
    paper.h("二、部门基本情况", 2)
    paper.p(
        "纳入2021年度部门决算编报的单位共2个，其中行政单位1个、参照公务员法管理的事业单位1个。年末实有车辆编制3辆，实有公务用车3辆。"
    )
    paper.h("第二部分 2021年度部门决算表")
    paper.centre("收入支出决算总表")
    paper.right("金额单位：万元")
    paper.table(
        (12, 4, 7, 14, 4, 7),
        "收入|>|>|支出|>|>",
        "项目|行次|决算数|项目（按功能分类）|行次|决算数",
        "一、财政拨款收入|1|{fin:w2}|一、一般公共服务支出|9|{t201:w2}",
        "二、上级补助收入|2||二、社会保障和就业支出|10|{t208:w2}",
        "三、事业收入|3||三、卫生健康支出|11|{t210:w2}",
        "四、其他收入|4|{other:w2}|四、住房保障支出|12|{t221:w2}",
        "本年收入合计|5|{income:w2}|本年支出合计|13|{t0:w2}",
        "使用非财政拨款结余|6||结余分配|14|",
        "年初结转和结余|7|{carried:w2}|年末结转和结余|15|{end:w2}",
        "总计|8|{all:w2}|总计|16|{all:w2}",
        heads=2,
    )
    paper.centre("支出决算表")
    paper.right("金额单位：万元")
    paper.table((8, 16, 9, 9, 9), *_by_subject(), heads=2)
    paper.centre("财政拨款“三公”经费支出决算表")
    paper.right("金额单位：万元")
    paper.table(
        (6, 7, 6, 8, 8, 6),
        "预算数|>|>|>|>|>",
        "合计|因公出国（境）费|公务用车购置及运行费|>|>|公务接待费",
        "^|^|小计|公务用车购置费|公务用车运行费|^",
        "{b_three:w2}|0.00|{b_car:w2}|{b_buy:w2}|{b_run:w2}|{b_recv:w2}",
        "决算数|>|>|>|>|>",
        "合计|因公出国（境）费|公务用车购置及运行费|>|>|公务接待费",
        "^|^|小计|公务用车购置费|公务用车运行费|^",
        "{three:w2}|0.00|{car:w2}|{buy:w2}|{run:w2}|{recv:w2}",
        heads=3,
    )
    paper.h("第三部分 2021年度部门决算情况说明")
    paper.h("一、收入支出决算总体情况说明", 2)
    paper.p(
        "2021年度收、支总计均为{all:w2}万元，与2020年度的{all_last:w2}万元相比，收、支总计各{ya:增加/减少}{ya.d:w2}万元，",
        "{ya:增长/下降}{ya.g:p2}%，主要原因是档案数字化项目经费调整。",
    )
    paper.h("二、收入决算情况说明", 2)
    paper.p(
        "本年收入合计{income:w2}万元，其中：财政拨款收入{fin:w2}万元，占{hf:p2}%；其他收入{other:w2}万元，占{ho:p2}%。较上年决算数{income_last:w2}万元",
        "{yi:增加/减少}{yi.d:w2}万元，{yi:增长/下降}{yi.g:p2}%。",
    )
    paper.h("三、支出决算情况说明", 2)
    paper.p(
        "本年支出合计{t0:w2}万元，其中：基本支出{b0:w2}万元，占{hb:p2}%；项目支出{p0:w2}万元，占{hp:p2}%。较上年{yt:增加/减少}{yt.d:w2}万元，",
        "{yt:增长/下降}{yt.g:p2}%（上年支出{t_last:w2}万元）。",
    )
    paper.p(
        "按功能分类科目，一般公共服务支出（类）{t201:w2}万元，占{h201:p2}%；社会保障和就业支出（类）{t208:w2}万元，占{h208:p2}%；",
        "卫生健康支出（类）{t210:w2}万元，占{h210:p2}%；住房保障支出（类）{t221:w2}万元，占{h221:p2}%。",
    )
    paper.h("四、基本支出决算情况说明", 2)
    paper.p(
        "2021年度基本支出{b0:w2}万元，其中：人员经费{people:w2}万元，主要包括基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费等；",
        "公用经费{public:w2}万元，主要包括办公费、印刷费、水费、电费、差旅费、劳务费等。",
    )
    paper.h("五、“三公”经费支出决算情况说明", 2)
    paper.p(
        "2021年度“三公”经费支出决算数为{three:w2}万元，完成预算{b_three:w2}万元的{x_three:p2}%，比上年{three_last:w2}万元{y3:增加/减少}{y3.d:w2}万元，",
        "{y3:增长/下降}{y3.g:p2}%，增加的主要原因是按规定更新公务用车1辆。",
    )
    paper.p(
        "其中：因公出国（境）费0.00万元，全年未安排出国（境）团组；公务用车购置及运行维护费{car:w2}万元，占{h_car:p2}%，完成预算的{x_car:p2}%，",
        "其中公务用车购置费{buy:w2}万元，购置公务用车1辆，公务用车运行维护费{run:w2}万元；公务接待费{recv:w2}万元，占{h_recv:p2}%，完成预算的{x_recv:p2}%，",
        "国内公务接待{times:n}批次、{guests:n}人次。",
    )
    paper.h("六、其他重要事项的情况说明", 2)
    paper.p(
        "（一）机关运行经费支出情况。2021年度机关运行经费支出{public:w2}万元，比上年{public_last:w2}万元{yp:增加/减少}{yp.d:w2}万元，{yp:增长/下降}",
        "{yp.g:p2}%，主要是落实过紧日子要求，压减一般性支出。",
    )
    paper.p(
        "（二）政府采购支出情况。2021年度政府采购支出总额{bought:w2}万元，其中：政府采购货物支出{goods:w2}万元、政府采购工程支出0.00万元、",
        "政府采购服务支出{service:w2}万元。授予中小企业合同金额{small:w2}万元，占政府采购支出总额的{h_small:p2}%。",
    )
    paper.h("第四部分 名词解释")
    paper.p(
        "一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。二、“三公”经费：指单位用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。"
    )
    return paper
