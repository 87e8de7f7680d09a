"""A county tourism bureau, 2020: a long prose style of its own, comparisons with plan and last year, visitors in 万人次."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(year="1426.38", turned="138.62")
    book.sum("money", "year", "turned")
    book.wan(man="584.16", office="73.25")
    book.sum("keep", "man", "office")
    book.wan(ad="318.40", fest="146.75", village="205.00", relic="92.36", lib="64.81")
    book.sum("deal", "ad", "fest", "village", "relic", "lib")
    book.sum("used", "keep", "deal")
    book.sum("unused", "money", minus=("used",))
    book.rate("used_x", "used", "money")
    book.rate("keep_h", "keep", "used")
    book.rate("deal_h", "deal", "used")
    book.wan(used_l="1538.07", ad_l="402.15", office_l="81.90")
    book.year("yu", "used", "used_l")
    book.year("yad", "ad", "ad_l")
    book.year("yof", "office", "office_l")
    book.wan(car="5.18", meal="1.06", car_p="7.00", meal_p="2.50")
    book.sum("san", "car", "meal")
    book.sum("san_p", "car_p", "meal_p")
    book.rate("san_x", "san", "san_p")
    book.count(come="286.40", come_l="412.75", day="221.36")
    book.sum("night", "come", minus=("day",))
    book.sum("come", "day", "night")
    book.rate("night_x", "night", "come")
    book.year("yc", "come", "come_l")
    book.wan(earn="231800", earn_l="338400")
    book.year("ye", "earn", "earn_l")
    book.average("spend", "earn", "come")
    book.count(spots=23, a5=1, a4=6, a3=16, rooms=4860, hotels=58)
    book.sum("spots", "a5", "a4", "a3")
    book.count(plan=36, done=34, late=2)
    book.sum("plan", "done", "late")
    book.rate("done_x", "done", "plan")
    book.count(sent=350, back=332, yes=309)
    book.rate("back_x", "back", "sent")
    book.rate("yes_x", "yes", "back")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("tourism_county_2020", _books())
    paper.title("碧峰县文化旅游广电体育局")
    paper.title("2020年度部门整体支出绩效自评报告")
    paper.h("一、部门情况")
    paper.p(
        "全县共有A级景区{spots:n}家，其中5A级{a5:n}家、4A级{a4:n}家、3A级{a3:n}家；宾馆酒店{hotels:n}家，客房{rooms:n}间。"
    )
    paper.h("二、资金情况")
    paper.p(
        "全年可用资金{money:w2}万元，由当年预算{year:w2}万元和上年结转{turned:w2}万元两部分组成。全年共使用{used:w2}万元，使用率{used_x:p2}%，结存{unused:w2}万元。使用总额同2019年的{used_l:w2}万元比较，少支{yu.d:w2}万元，减幅{yu.g:p2}%，原因是受疫情影响节庆活动减少。",
    )
    paper.p(
        "从用途看，维持机构运转的基本支出{keep:w2}万元，占{keep_h:p2}%，含人员支出{man:w2}万元、公用支出{office:w2}万元；履行职能的项目支出{deal:w2}万元，占{deal_h:p2}%，含旅游宣传推广{ad:w2}万元、节会活动{fest:w2}万元、乡村旅游奖补{village:w2}万元、文物保护{relic:w2}万元、图书馆免费开放{lib:w2}万元。",
    )
    paper.p(
        "公用支出比2019年的{office_l:w2}万元压缩{yof.d:w2}万元，压缩比例{yof.g:p2}%；旅游宣传推广支出比2019年的{ad_l:w2}万元压缩{yad.d:w2}万元，压缩比例{yad.g:p2}%。“三公”经费预算{san_p:w2}万元，实际{san:w2}万元（用车{car:w2}万元、接待{meal:w2}万元），完成预算的{san_x:p2}%。",
    )
    paper.h("三、绩效情况")
    paper.p(
        "2020年全县接待游客{come:n2}万人次，比上年的{come_l:n2}万人次减少{yc.d:n2}万人次，下降{yc.g:p2}%，其中一日游游客{day:n2}万人次、过夜游客{night:n2}万人次，过夜游客占比{night_x:p2}%。实现旅游综合收入{earn:e2}亿元，比上年的{earn_l:e2}亿元减少{ye.d:e2}亿元，下降{ye.g:p2}%，游客人均消费约800元。",
    )
    paper.p(
        "年初确定重点工作{plan:n}项，完成{done:n}项，完成率{done_x:p2}%，另有{late:n}项顺延至2021年。游客满意度调查发出问卷{sent:n}份，收回{back:n}份，收回率{back_x:p2}%；满意问卷{yes:n}份，满意度{yes_x:p2}%。",
    )
    paper.h("四、问题及原因")
    paper.p("节会活动资金结存较多，原因是多项活动因疫情防控取消；乡村旅游奖补标准偏低，带动作用有限。")
    paper.h("五、整改打算")
    paper.p(
        "对确定不再举办的活动及时申请收回预算；修订乡村旅游奖补办法，2021年7月底前印发。自评结果用于2022年预算安排，并在政府网站公开。"
    )
    return paper
