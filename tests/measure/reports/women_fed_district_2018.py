"""A district women's federation, 2018: a small budget told in prose, items of office costs, aid at a standard."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_OFFICE = {
    "paper": ("办公费", "5.36"),
    "print": ("印刷费", "3.12"),
    "trip": ("差旅费", "4.85"),
    "meet": ("会议费", "2.40"),
    "learn": ("培训费", "3.67"),
    "union": ("工会经费", "2.18"),
    "eat": ("公务接待费", "0.86"),
    "car": ("公务用车运行维护费", "2.15"),
    "rest": ("其他商品和服务支出", "1.24"),
}
_PROJECTS = {
    "play": ("妇女儿童活动阵地建设", "34.00", "31.20"),
    "home": ("家庭教育指导", "20.00", "18.46"),
    "law": ("妇女维权服务", "24.50", "22.90"),
}


def _books() -> Book:
    book = Book()
    book.wan(init="312.68", more="21.40", less="6.85")
    book.sum("final", "init", "more", minus=("less",))
    for key, (_, spent) in _OFFICE.items():
        book.wan(**{key: spent})
    book.sum("office", *_OFFICE)
    book.wan(pay="176.32", last="288.74")
    book.sum("basic", "pay", "office")
    book.yuan(std="10000")
    book.count(ill=36, ill_b=40)
    book.product("sick_s", "std", "ill")
    book.product("sick_b", "std", "ill_b")
    for key, (_, budget, spent) in _PROJECTS.items():
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
    for end in "bs":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in _PROJECTS), f"sick_{end}")
    for key in (*_PROJECTS, "sick", "proj"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("all", "basic", "proj_s")
    book.rate("all_x", "all", "final")
    book.sum("left", "final", minus=("all",))
    book.wan(back="12.60")
    book.sum("next", "left", minus=("back",))
    book.year("ya", "all", "last")
    book.wan(eat_b="1.50", eat_l="1.24", car_b="2.40", car_l="2.38")
    for end in ("", "_b", "_l"):
        book.sum(f"three{end}", f"eat{end}", f"car{end}")
    book.year("y3", "three", "three_l")
    book.rate("three_x", "three", "three_b")
    book.count(posts=9, staff=8)
    book.rate("staff_x", "staff", "posts")
    book.count(cases=173, marry=92, harm=38, goods=29, cases_l=161, shut=169)
    book.sum("other", "cases", minus=("marry", "harm", "goods"))
    book.sum("cases", "marry", "harm", "goods", "other")
    book.year("yc", "cases", "cases_l")
    book.rate("shut_x", "shut", "cases")
    book.count(talks_b=60, talks=64, heads=5120)
    book.rate("talks_x", "talks", "talks_b")
    book.average("talk_each", "heads", "talks")
    book.count(sent=200, back_n=194, very=138, fairly=49, poor=7)
    book.sum("back_n", "very", "fairly", "poor")
    book.sum("glad", "very", "fairly")
    book.rate("glad_x", "glad", "back_n")
    book.rate("back_x", "back_n", "sent")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("women_fed_district_2018", _books())
    paper.title("金湖区妇女联合会")
    paper.title("2018年部门整体支出绩效自评报告")
    paper.h("一、部门职责及人员")
    paper.p(
        "区妇联是区委领导下的群团组织，履行团结服务妇女、维护妇女儿童合法权益、推进家庭家教家风建设等职责。核定编制{posts:n}名，年末在职{staff:n}人，占编制的{staff_x:p2}%。"
    )
    paper.h("二、资金情况")
    paper.p(
        "2018年年初预算批复{init:w2}万元，年中增人增资等调增{more:w2}万元，压减一般性支出调减{less:w2}万元，全年预算{final:w2}万元。全年支出{all:w2}万元，预算执行率{all_x:p2}%，比2017年支出{last:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%。",
        "未支出的{left:w2}万元中，{back:w2}万元由区财政收回，其余{next:w2}万元结转2019年使用。",
    )
    paper.p(
        "（一）基本支出{basic:w2}万元。人员经费{pay:w2}万元；公用经费{office:w2}万元，分别为",
        "、".join(f"{name}{{{key}:w2}}万元" for key, (name, _) in _OFFICE.items()),
        "。",
    )
    paper.p(
        "（二）项目支出{proj_s:w2}万元，项目预算{proj_b:w2}万元，执行率{proj_x:p2}%。项目共4项，其中“两癌”贫困妇女救助按每人{std:y0}元的标准发放，预算救助{ill_b:n}人、{sick_b:w2}万元，实际救助{ill:n}人、{sick_s:w2}万元。"
    )
    paper.table(
        (15, 10, 10, 9, 14),
        "项目名称|全年预算（万元）|全年支出（万元）|执行率|未完成原因",
        "妇女儿童活动阵地建设|{play_b:w2}|{play_s:w2}|{play_x:p2}%|按合同留存质保金",
        "家庭教育指导|{home_b:w2}|{home_s:w2}|{home_x:p2}%|讲师课酬按实结算",
        "妇女维权服务|{law_b:w2}|{law_s:w2}|{law_x:p2}%|按实结算",
        "“两癌”贫困妇女救助|{sick_b:w2}|{sick_s:w2}|{sick_x:p2}%|符合条件人数少于预计",
        "合计|{proj_b:w2}|{proj_s:w2}|{proj_x:p2}%|",
    )
    paper.p(
        "（三）“三公”经费{three:w2}万元，为预算{three_b:w2}万元的{three_x:p2}%，较上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:增长/下降}{y3.g:p2}%。其中公务接待费{eat:w2}万元，公务用车运行维护费{car:w2}万元，无因公出国（境）费。"
    )
    paper.h("三、绩效完成情况")
    paper.p(
        "1．维权服务。受理妇女来信来访{cases:n}件，比上年{cases_l:n}件{yc:多/少}{yc.d:n}件。按类别分，婚姻家庭{marry:n}件、家庭暴力{harm:n}件、财产权益{goods:n}件、其他{other:n}件；办结{shut:n}件，办结率{shut_x:p2}%。"
    )
    paper.p(
        "2．家庭教育。计划举办讲座{talks_b:n}场，实际举办{talks:n}场，完成计划的{talks_x:p2}%，参加家长{heads:n}人次，场均{talk_each:n0}人次。"
    )
    paper.p(
        "3．满意度。向服务对象发放问卷{sent:n}份，收回{back_n:n}份，回收率{back_x:p2}%。选择“非常满意”{very:n}份、“满意”{fairly:n}份、“不满意”{poor:n}份，满意度（前两项合计{glad:n}份）为{glad_x:p2}%。"
    )
    paper.h("四、自评结论")
    paper.p("对照年度绩效目标，我会整体支出绩效自评等级为“优秀”。")
    paper.h("五、存在不足")
    paper.p("一是“两癌”救助需求测算不够准确。二是专职维权人员不足，个别案件办理跨年。")
    paper.h("六、下一步打算")
    paper.p(
        "一是编制预算前会同卫健部门核对筛查数据，使测算人数更接近实际。二是2019年3月底前聘请2名公益律师驻点，提高案件办结效率。"
    )
    paper.p("自评报告将在区政府网站公开，评价结果作为2020年度预算编制的重要参考。")
    return paper
