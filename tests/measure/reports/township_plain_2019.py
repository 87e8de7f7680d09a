"""A township, 2019: a short plain report, hardly a table, whole 万元 and two decimals side by side, income and outlay in prose."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(grant="1426.38", fund="215.00", other="38.62", old="54.17")
    book.sum("come", "grant", "fund", "other")
    book.sum("have", "come", "old")
    book.wan(wage="613.25", office="148.90", person="87.36")
    book.sum("basic", "wage", "office", "person")
    book.wan(road="286.40", clean="132.75", poor="174.50", party="45.80", safe="28.60", flood="36.00")
    book.sum("proj", "road", "clean", "poor", "party", "safe", "flood")
    book.sum("out", "basic", "proj")
    book.sum("end", "have", minus=("out",))
    book.rate("basic_h", "basic", "out")
    book.rate("proj_h", "proj", "out")
    book.rate("x", "out", "have")
    book.wan(start="1268.40", add="412.85")
    book.sum("plan", "start", "add")
    book.rate("plan_x", "out", "plan")
    book.wan(guest_b="12.00", guest="7.36", guest_l="10.92", car_b="10.00", car="8.74", car_l="9.15")
    book.sum("two_b", "guest_b", "car_b")
    book.sum("two", "guest", "car")
    book.sum("two_l", "guest_l", "car_l")
    book.year("y2", "two", "two_l")
    book.rate("two_x", "two", "two_b")
    book.count(roads="12.6", road_n=5, doors=4862, sorted=4510, poor_n=186, out_n=171, fields=2140, homes=23)
    book.rate("sorted_x", "sorted", "doors")
    book.sum("poor_r", "poor_n", minus=("out_n",))
    book.rate("out_x", "out_n", "poor_n")
    book.average("road_each", "road", "roads")
    book.count(villages=14, town=1, staff=52, civil=23, public=29)
    book.sum("staff", "civil", "public")
    book.sum("places", "villages", "town")
    book.count(calls=268, closed=259)
    book.sum("hang", "calls", minus=("closed",))
    book.rate("closed_x", "closed", "calls")
    book.count(s1="9", s2="27", s3="36.5", s4="19", w1=10, w2=30, w3=40, w4=20)
    book.sum("s", "s1", "s2", "s3", "s4")
    book.sum("w", "w1", "w2", "w3", "w4")
    book.sum("k", "w", minus=("s",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("township_plain_2019", _books())
    paper.title("石桥铺镇2019年度整体支出绩效自评报告")
    paper.p("县财政局：")
    paper.p("按照县财政局有关要求，我镇对2019年整体支出情况进行了认真自评，现报告如下。")
    paper.h("一、基本情况")
    paper.p(
        "石桥铺镇辖{places:n}个村（居），其中行政村{villages:n}个、居委会{town:n}个。镇机关现有在职干部职工{staff:n}人，其中行政人员{civil:n}人，",
        "事业人员{public:n}人。",
    )
    paper.h("二、收入支出情况")
    paper.p("2019年年初预算{start:w2}万元，年中追加{add:w2}万元，调整后预算{plan:w2}万元。")
    paper.p(
        "全年总收入{come:w2}万元，其中财政拨款{grant:w2}万元，政府性基金{fund:w2}万元，其他收入{other:w2}万元；加上年结转{old:w2}万元，全年可用财力{have:w2}",
        "万元。",
    )
    paper.p(
        "全年总支出{out:w2}万元，占可用财力的{x:p2}%，年终结余{end:w2}万元。其中基本支出{basic:w2}万元，占总支出的{basic_h:p2}%，包括工资福利支出{wage:w2}",
        "万元、商品服务支出{office:w2}万元、对个人和家庭补助{person:w2}万元；项目支出{proj:w2}万元，占{proj_h:p2}%，包括村组道路建设{road:w2}万元、",
        "环境卫生整治{clean:w2}万元、扶贫支出{poor:w2}万元、党建经费{party:w2}万元、安全生产{safe:w2}万元、防汛抗旱{flood:w2}万元。",
    )
    paper.p(
        "公务接待费和公车运行费预算{two_b:w0}万元，实际支出{two:w2}万元，为预算的{two_x:p1}%，比上年{two_l:w2}万元减少{y2.d:w2}万元，下降{y2.g:p1}%。",
        "其中公务接待费{guest:w2}万元（上年{guest_l:w2}万元），公车运行费{car:w2}万元（上年{car_l:w2}万元）。",
    )
    paper.h("三、取得的成效")
    paper.p(
        "一是基础设施更加完善。硬化村组道路{road_n:n}条{roads:n1}公里，投入资金{road:w2}万元，每公里投入{road_each:w2}万元。二是人居环境持续改善。",
        "全镇{doors:n}户农户中，实行垃圾分类的{sorted:n}户，占{sorted_x:p1}%。三是脱贫攻坚成效明显。年初未脱贫{poor_n:n}人，当年脱贫{out_n:n}人，",
        "脱贫率{out_x:p1}%，剩余{poor_r:n}人落实了兜底保障。四是群众诉求及时处理。受理12345热线转办件{calls:n}件，办结{closed:n}件，办结率{closed_x:p1}%",
        "，正在办理{hang:n}件。",
    )
    paper.h("四、自评得分")
    paper.p(
        "自评得分{s:s1}分（满分{w:s0}分），扣{k:s1}分。其中投入{w1:s0}分，得{s1:s0}分；过程{w2:s0}分，得{s2:s0}分；产出{w3:s0}分，得{s3:s1}分；",
        "效果{w4:s0}分，得{s4:s0}分。",
    )
    paper.h("五、存在的问题")
    paper.p("一是预算编制不够细，年中追加较多；二是财务人员业务水平有待提高；三是村级资金使用监管力度不够。")
    paper.h("六、下步打算")
    paper.p(
        "一是提高预算编制的准确性，减少年中追加；二是组织财务人员参加县里的业务培训；三是每半年对村级账目检查一次。"
    )
    paper.right("石桥铺镇人民政府")
    paper.right("2020年4月10日")
    return paper
