"""A county library and its branches, 2017: books, readers, visits; rates over holders and residents; whole-number averages; old outline."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_BRANCHES = (
    ("hq", "总馆", 186420, 214306, 98615, "142.60"),
    ("e", "东山分馆", 28640, 46218, 21407, "26.35"),
    ("r", "沿河分馆", 31275, 52840, 19862, "27.90"),
    ("v", "农家书屋（62个）", 93000, 38750, 24180, "37.20"),
)


def _books() -> Book:
    book = Book()
    for key, _, books, visits, loans, paid in _BRANCHES:
        book.count(**{f"{key}_b": books, f"{key}_v": visits, f"{key}_l": loans})
        book.wan(**{f"{key}_s": paid})
        book.average(f"{key}_u", f"{key}_s", f"{key}_v")
    for end in "bvls":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _BRANCHES))
    book.average("all_u", "all_s", "all_v")
    book.yuan(people="486200", cards="38427", act="21916")
    book.average("books_p", "all_b", "people")
    book.rate("card_x", "cards", "people")
    book.rate("act_x", "act", "cards")
    book.average("loan_p", "all_l", "act")
    book.count(rooms=62, new_b=18640, buy=15200, gift=3440, days=318)
    book.average("room_b", "v_b", "rooms")
    book.sum("new_b", "buy", "gift")
    book.average("daily", "hq_v", "days")
    book.wan(bud="248.00", buy_m="41.04")
    book.rate("all_x", "all_s", "bud")
    book.sum("left", "bud", minus=("all_s",))
    book.average("price", "buy_m", "buy")
    book.count(act_n=126, lect=38, show=22, read=66, guests=18640, guests_p=15000)
    book.sum("act_n", "lect", "show", "read")
    book.rate("guests_x", "guests", "guests_p")
    book.average("per_a", "guests", "act_n")
    book.count(past_v=328640)
    book.year("yv", "all_v", "past_v")
    book.count(q=260, qa=251, qb=237)
    book.rate("qa_x", "qa", "q")
    book.rate("qb_x", "qb", "qa")
    for n, (w, g) in enumerate((("20", "18.5"), ("20", "19"), ("30", "28.5"), ("30", "27.2"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("reading_city_2017", _books())
    paper.title("凤鸣县图书馆2017年免费开放专项资金绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "全县公共图书馆服务体系由总馆1个、分馆2个、农家书屋{rooms:n}个组成，藏书{all_b:n}册，按常住人口{people:w2}万人计算，人均{books_p:r2}册。2017年新增藏书{new_b:n}册，其中购置{buy:n}册、受赠{gift:n}册；购书支出{buy_m:w2}万元，平均每册{price:y0}元。农家书屋平均每个藏书{room_b:y0}册。"
    )
    paper.h("二、资金使用及管理情况")
    paper.p(
        "专项资金预算{bud:w2}万元，支出{all_s:w2}万元，执行率{all_x:p1}%，结余{left:w2}万元。购书支出含在各馆支出之内。各馆支出和服务量如下表。"
    )
    paper.table(
        (14, 11, 11, 11, 11, 12),
        "馆别|藏书（册）|到馆（人次）|外借（册次）|支出（万元）|每人次支出（元）",
        *(
            f"{name}|{{{k}_b:n}}|{{{k}_v:n}}|{{{k}_l:n}}|{{{k}_s:w2}}|{{{k}_u:y2}}"
            for k, name, *_ in _BRANCHES
        ),
        "合计|{all_b:n}|{all_v:n}|{all_l:n}|{all_s:w2}|{all_u:y2}",
    )
    paper.h("三、项目绩效情况")
    paper.p(
        "1.服务数量。全年到馆{all_v:n}人次，比2016年的{past_v:n}人次{yv:增加/减少}{yv.d:n}人次，{yv:增长/下降}{yv.g:p1}%。总馆开馆{days:n}天，日均到馆{daily:y0}人次。外借{all_l:n}册次，当年有借阅记录的读者{act:n}人，人均外借{loan_p:r1}册次。"
    )
    paper.p(
        "2.办证。累计办证{cards:n}张，持证率{card_x:p1}%（按常住人口），年度活跃率{act_x:p1}%（按持证读者）。"
    )
    paper.p(
        "3.活动。举办各类活动{act_n:n}场，包括讲座{lect:n}场、展览{show:n}场、阅读推广{read:n}场，参与{guests:n}人次，场均{per_a:y0}人次，参与人次完成计划{guests_p:n}人次的{guests_x:p1}%。"
    )
    paper.p(
        "4.满意度。发放读者问卷{q:n}份，收回有效问卷{qa:n}份，有效率{qa_x:p1}%；其中满意{qb:n}份，满意率{qb_x:p1}%。"
    )
    paper.h("四、自评结果")
    paper.p(
        "得分{g_all:s1z}分。投入{g0:s1z}分（满分{w0:s0}分）；过程{g1:s1z}分（满分{w1:s0}分）；产出{g2:s1z}分（满分{w2:s0}分）；效果{g3:s1z}分（满分{w3:s0}分）。"
    )
    paper.h("五、主要问题和下一步打算")
    paper.p(
        "农家书屋利用率偏低，平均每个书屋年到馆仅600余人次；图书更新慢。2018年8月前完成20个书屋与总馆通借通还，清退破损图书约5000册。自评情况在县政府网站公开，作为安排2018年资金的依据。"
    )
    return paper
