"""A city's television station, 2023: tables in 千元, income of its own with a fall, hours by kind, ratings, staff by contract."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, source, budget, actual, last year (千元).
_INCOME = (
    ("fin", "财政补助收入", "38600", "38600", "36200"),
    ("ad", "广告收入", "42000", "33874", "45216"),
    ("net", "新媒体及活动收入", "16500", "19208", "13642"),
    ("rent", "房屋出租收入", "2800", "2465", "2465"),
    ("oth", "其他收入", "900", "1127", "854"),
)
# Key, cost, budget, actual (千元).
_COSTS = (
    ("man", "人员经费", "58400", "56912"),
    ("make", "节目制作与购置", "21600", "19483"),
    ("send", "发射传输与技术运维", "11250", "10876"),
    ("run", "日常运转", "6300", "5741"),
    ("fix", "设备更新", "3250", "2680"),
)
_HOURS = (
    ("news", "新闻资讯", 2146),
    ("life", "生活服务", 3287),
    ("play", "影视剧", 7904),
    ("sell", "广告", 1568),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, now, last in _INCOME:
        book.yuan(**{f"{key}_b": plan + "000", f"{key}_i": now + "000", f"{key}_l": last + "000"})
        book.rate(f"{key}_x", f"{key}_i", f"{key}_b")
        if now != last:
            book.year(f"y{key}", f"{key}_i", f"{key}_l")
    keys = [key for key, *_ in _INCOME]
    for end in "bil":
        book.sum(f"in_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("in_x", "in_i", "in_b")
    book.year("yin", "in_i", "in_l")
    for key in ("fin", "ad", "net"):
        book.rate(f"{key}_h", f"{key}_i", "in_i")
    book.rate("ad_hl", "ad_l", "in_l")
    book.points("dad", "ad_h", "ad_hl")
    for key, _, plan, now in _COSTS:
        book.yuan(**{f"{key}_b": plan + "000", f"{key}_s": now + "000"})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    costs = [key for key, *_ in _COSTS]
    for end in "bsr":
        book.sum(f"out_{end}", *(f"{key}_{end}" for key in costs))
    book.rate("out_x", "out_s", "out_b")
    for key in costs:
        book.rate(f"{key}_h", f"{key}_s", "out_s")
    book.sum("loss", "out_s", minus=("in_i",))
    book.sum("own", "in_i", minus=("fin_i",))
    book.rate("own_h", "own", "out_s")
    for key, _, hours in _HOURS:
        book.count(**{f"{key}_n": hours})
    book.count(hours=17520)
    book.sum("rest", "hours", minus=tuple(f"{key}_n" for key, *_ in _HOURS))
    book.sum("hours", *(f"{key}_n" for key, *_ in _HOURS), "rest")
    for key in ("news", "life", "play", "sell"):
        book.rate(f"{key}_t", f"{key}_n", "hours")
    book.count(first=1460, first_l=1512)
    book.year("yfirst", "first", "first_l")
    book.rate("first_h", "first", "hours")
    book.count(post=186, hire=143, send_n=27)
    book.sum("staff", "post", "hire", "send_n")
    book.count(young=118, high=39)
    book.rate("young_h", "young", "staff")
    book.rate("high_h", "high", "staff")
    book.average("per_man", "man_s", "staff")
    book.count(follow="3864200", follow_l="2917500")
    book.year("yfollow", "follow", "follow_l")
    book.count(prize=31, nat=2, prov=17, city=12)
    book.sum("prize", "nat", "prov", "city")
    book.count(poll=800, poll_a=263, poll_b=371, poll_c=128)
    book.sum("poll_ok", "poll_a", "poll_b", "poll_c")
    book.rate("poll_x", "poll_ok", "poll")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("tv_station_2023", _books(), styled=True)
    paper.title("临澧市广播电视台2023年度部门整体支出绩效自评报告")
    paper.h("第一部分　单位概况")
    paper.p(
        "我台为市委宣传部管理的公益二类事业单位，开办综合、都市2个电视频道和1个新媒体客户端，全年播出{hours:n}小时。年末从业人员{staff:n}人，其中在编{post:n}人、聘用{hire:n}人、劳务派遣{send_n:n}人；35岁以下{young:n}人，占{young_h:p1}%，副高以上职称{high:n}人，占{high_h:p1}%。",
    )
    paper.h("第二部分　收支与预算执行")
    paper.h("一、收入", 2)
    paper.p(
        "2023年实现收入{in_i:w2}万元，为预算{in_b:w2}万元的{in_x:p1}%，同比{yin:增加/减少}{yin.d:w2}万元（{yin:增长/下降}{yin.g:p1}%）。收入结构变化明显：广告收入{ad_i:w2}万元，比上年{ad_l:w2}万元{yad:增长/下降}{yad.g:p1}%，占总收入比重由上年的{ad_hl:p1}%变为{ad_h:p1}%，{dad:提高/下降}{dad:p1}个百分点；新媒体及活动收入{net_i:w2}万元，比上年{net_l:w2}万元{ynet:增长/下降}{ynet.g:p1}%，占{net_h:p1}%；财政补助收入{fin_i:w2}万元，占{fin_h:p1}%。",
    )
    paper.centre("表一　收入预算完成情况（金额单位：千元）")
    paper.table(
        (17, 11, 11, 10, 11),
        "收入来源|预算数|实际数|完成率|上年数",
        *(f"{name}|{{{k}_b:q0}}|{{{k}_i:q0}}|{{{k}_x:p1}}%|{{{k}_l:q0}}" for k, name, *_ in _INCOME),
        "合计|{in_b:q0}|{in_i:q0}|{in_x:p1}%|{in_l:q0}",
    )
    paper.h("二、支出", 2)
    paper.p(
        "全年支出{out_s:w2}万元，为预算{out_b:w2}万元的{out_x:p1}%，收支相抵，当年亏损{loss:w2}万元。自有收入（财政补助以外的收入）{own:w2}万元，相当于总支出的{own_h:p1}%。人员经费支出{man_s:w2}万元，人均{per_man:w2}万元。",
    )
    paper.centre("表二　支出预算执行情况（金额单位：千元）")
    paper.table(
        (17, 11, 11, 11, 10, 10),
        "支出类别|预算数|执行数|结余|执行率|占总支出",
        *(
            f"{name}|{{{k}_b:q0}}|{{{k}_s:q0}}|{{{k}_r:q0}}|{{{k}_x:p1}}%|{{{k}_h:p1}}%"
            for k, name, *_ in _COSTS
        ),
        "合计|{out_b:q0}|{out_s:q0}|{out_r:q0}|{out_x:p1}%|100.0%",
    )
    paper.h("第三部分　履职情况")
    paper.p(
        "（一）播出。两个频道全年播出{hours:n}小时，其中新闻资讯类{news_n:n}小时、生活服务类{life_n:n}小时、影视剧类{play_n:n}小时、广告类{sell_n:n}小时、其他{rest:n}小时，前四类占比分别为{news_t:p1}%、{life_t:p1}%、{play_t:p1}%、{sell_t:p1}%。自制节目首播{first:n}小时，较上年{first_l:n}小时{yfirst:增加/减少}{yfirst.d:n}小时，占播出时间的{first_h:p1}%。",
    )
    paper.p(
        "（二）安全播出。全年停播率为1.82秒/百小时，优于国家广电总局规定的4级保障要求，上年为2.46秒/百小时。"
    )
    paper.p(
        "（三）传播力。客户端和各平台账号粉丝总数{follow:w2}万，上年末为{follow_l:w2}万，{yfollow:增加/减少}{yfollow.d:w2}万，{yfollow:增长/下降}{yfollow.g:p1}%；《今晚八点》栏目收视率1.7%，居本地同时段第1位。",
    )
    paper.p("（四）精品创作。获奖作品{prize:n}件：国家级{nat:n}件，省级{prov:n}件，市级{city:n}件。")
    paper.p(
        "（五）满意度。电话访问观众{poll:n}人，评价“非常满意”{poll_a:n}人、“比较满意”{poll_b:n}人、“基本满意”{poll_c:n}人，三者共{poll_ok:n}人，满意率{poll_x:p1}%。",
    )
    paper.h("第四部分　自评结论与问题")
    paper.p(
        "自评得分91.5分，等级为“优”。主要问题是传统广告下滑较快；设备更新进度偏慢，部分高清摄像机超期使用。"
    )
    paper.p(
        "改进措施：2024年6月底前组建融媒经营公司，全年力争新媒体收入突破2200万元；由技术中心制定三年设备更新计划。评价结果报送市财政局，作为2025年预算编制参考，并在台官网公开。"
    )
    return paper
