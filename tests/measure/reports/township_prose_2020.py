"""A township, 2020: prose in 元 without tables; loose numbers, full-width signs, lists that do not exhaust."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.yuan(fin="14286530.42", up="2315000", self_="186420.75")
    book.sum("income", "fin", "up", "self_")
    book.yuan(
        pay="6842115.36",
        office="1318640.28",
        village="2460000",
        relief="1873254.50",
        road="3216800",
        other="645120.66",
    )
    book.sum("basic", "pay", "office")
    book.sum("proj", "village", "relief", "road", "other")
    book.sum("spent", "basic", "proj")
    book.sum("rest", "income", minus=("spent",))
    book.rate("x", "spent", "income")
    book.yuan(
        spent_l="15108823.94",
        office_l="1402218.60",
        recv="21860",
        recv_l="38745",
        car="46210.50",
        car_l="52608.30",
    )
    book.year("ys", "spent", "spent_l")
    book.year("yo", "office", "office_l")
    book.sum("three", "recv", "car")
    book.sum("three_l", "recv_l", "car_l")
    book.year("y3", "three", "three_l")
    book.year("yr", "recv", "recv_l")
    book.year("yc", "car", "car_l")
    book.count(posts=46, staff=43, cadre=25, career=18, villages=12, committees=1)
    book.sum("staff", "cadre", "career")
    book.sum("areas", "villages", "committees")
    book.count(poor=214, low=386, five=57)
    book.sum("helped", "poor", "low", "five")
    book.average("per_helped", "relief", "helped")
    book.count(length="18.6", part_1="7.2", part_2="6.9", part_3="4.5")
    book.sum("length", "part_1", "part_2", "part_3")
    book.count(asked=260, yes=247)
    book.rate("yes_x", "yes", "asked")
    book.yuan(each_village="205000")
    book.values["village"] = book.values["each_village"] * 12
    book.sum("proj_check", "village", "relief", "road", "other")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("township_prose_2020", _books())
    paper.title("石榴乡人民政府2020年部门整体支出绩效自评报告")
    paper.p(
        "石榴乡位于县城西南，距县城约28公里，总面积96平方公里，辖{villages:n}个行政村和{committees:n}个社区居委会，共{areas:n}个村（居），总人口2.1万余人。"
    )
    paper.p(
        "全乡核定编制{posts:n}名，实有在职干部职工{staff:n}名，其中行政人员{cadre:n}名，事业人员{career:n}名。"
    )
    paper.h("一、收支基本情况")
    paper.p(
        "（一）收入情况。2020年，全乡总收入为{income:y2}元，其中，财政拨款收入{fin:y2}元，上级补助收入{up:y0}元，自筹资金{self_:y2}元。",
    )
    paper.p(
        "（二）支出情况。2020年，全乡总支出为{spent:y2}元，占总收入的{x:p2}％，收支相抵结余{rest:y2}元。总支出比2019年的{spent_l:y2}元{ys:增加/减少}{ys.d:y2}元，{ys:增长/下降}{ys.g:p2}％。",
    )
    paper.p(
        "1．基本支出{basic:y2}元。其中：人员支出{pay:y2}元；日常公用支出{office:y2}元，比上年{office_l:y2}元{yo:增加/减少}{yo.d:y2}元，{yo:上升/下降}{yo.g:p2}％。"
    )
    paper.p(
        "2．项目支出{proj:y2}元。其中：村级组织运转经费{village:y0}元（每村{each_village:y0}元）；困难群众救助{relief:y2}元；农村道路建设{road:y0}元；其他项目{other:y2}元，主要是人居环境整治350000元、",
        "防汛抗旱120000元等。",
    )
    paper.p(
        "（三）“三公”经费。全年“三公”经费支出{three:y2}元，比上年{three_l:y2}元{y3:增加/减少}{y3.d:y2}元，{y3:上升/下降}{y3.g:p2}％。其中：公务接待费{recv:y2z}元，{yr:增加/减少}{yr.d:y2z}元，{yr:上升/下降}{yr.g:p2}％；",
        "公务用车运行维护费{car:y2}元，{yc:增加/减少}{yc.d:y2}元，{yc:上升/下降}{yc.g:p2}％。未发生因公出国（境）费用。",
    )
    paper.h("二、项目实施情况")
    paper.p(
        "1．困难群众救助。全年救助困难群众{helped:n}人，包括建档立卡贫困人口{poor:n}人、低保对象{low:n}人、特困供养人员{five:n}人，人均救助{per_helped:y2}元。",
    )
    paper.p(
        "2．农村道路建设。硬化村组道路{length:n1}公里，分三个标段实施：一标段{part_1:n1}公里，二标段{part_2:n1}公里，三标段{part_3:n1}公里，均已于2020年11月30日前完工并通过验收。",
    )
    paper.p(
        "3．服务对象满意度。随机走访群众{asked:n}人，满意的{yes:n}人，满意率{yes_x:p2}％，超过90％的目标。"
    )
    paper.h("三、自评结论")
    paper.p("对照指标体系，本单位自评得分95分，评价等级为优。")
    paper.h("四、问题与建议")
    paper.p(
        "存在的主要问题：上级补助资金下达较晚，年末支付压力大；项目档案收集不完整。改进措施：与县直部门对接，力争资金9月底前到位；明确专人管理项目档案，验收后15日内归档。自评结果按要求公开并应用于下年预算编制。"
    )
    return paper
