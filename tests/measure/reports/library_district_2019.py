"""A district library, 2019: amounts in 元, list prices against prices paid by batch, deductions told in prose."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Batch: titles, volumes, list price and price paid (元).
_BATCHES = {
    "a": ("春季馆配", 3120, 8640, "302400.00", "221356.80"),
    "b": ("秋季馆配", 2486, 6915, "248940.00", "182226.10"),
    "c": ("读者荐购", 1204, 3010, "118620.00", "83337.45"),
}
_OFF = {"run": "0.9", "data": "1.5", "night": "1.2", "mood": "0.8"}


def _books() -> Book:
    book = Book()
    book.yuan(cen="600000", pro="280000", dis="420000", old="73518.40", claimed="1143201.40")
    book.sum("came", "cen", "pro", "dis")
    book.sum("usable", "came", "old")
    for key, (_, titles, volumes, listed, paid) in _BATCHES.items():
        book.count(**{f"{key}_t": titles, f"{key}_v": volumes})
        book.yuan(**{f"{key}_l": listed, f"{key}_p": paid})
    for end in "tvlp":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _BATCHES))
    for key in (*_BATCHES, "all"):
        book.rate(f"{key}_x", f"{key}_p", f"{key}_l")
        book.average(f"{key}_e", f"{key}_p", f"{key}_v")
    book.yuan(press="68412.00", digit="215000.00", acts="187634.80", power="142706.25", fix="96850.00")
    book.sum("spent", "all_p", "press", "digit", "acts", "power", "fix")
    book.sum("left", "usable", minus=("spent",))
    book.rate("spent_x", "spent", "usable")
    book.rate("left_x", "left", "usable")
    book.rate("claimed_x", "claimed", "spent")
    book.sum("open", "spent", minus=("claimed",))
    book.count(staff=37, women=26, young=15, grade=19, must=37, went=35)
    book.rate("women_h", "women", "staff")
    book.rate("went_x", "went", "must")
    book.count(l17=186420, l18=203758, l19=231964)
    book.year("y18", "l18", "l17")
    book.year("y19", "l19", "l18")
    book.values["pace"] = (book.values["l19"] / book.values["l17"]).sqrt() - 1
    book.count(folk=426000)
    book.average("per_folk", "l19", "folk")
    book.count(talks=32, shows=18, reads=74, aim=120, heads=18640, kids=11256)
    book.sum("events", "talks", "shows", "reads")
    book.rate("events_x", "events", "aim")
    book.average("per_event", "heads", "events")
    book.rate("kids_h", "kids", "heads")
    book.average("acts_each", "acts", "heads")
    book.count(out=800, valid=764, great=521, good=206, fair=31, bad=6)
    book.sum("back", "great", "good", "fair", "bad")
    book.sum("pleased", "great", "good")
    book.rate("pleased_x", "pleased", "valid")
    book.rate("valid_x", "valid", "out")
    book.count(full=100, **{f"o_{key}": points for key, points in _OFF.items()})
    book.sum("off", *(f"o_{key}" for key in _OFF))
    book.sum("got", "full", minus=("off",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("library_district_2019", _books(), styled=True)
    paper.title("临河区图书馆2019年度免费开放专项资金绩效自评报告")
    paper.h("一、单位与项目概况")
    paper.p(
        "区图书馆系区文化和旅游局下属公益一类事业单位，每周开放63小时。在编职工{staff:n}人，女职工{women:n}人（占{women_h:p1}%），35岁以下{young:n}人，同时具有中级以上职称的{grade:n}人。",
        "本年度应参加继续教育{must:n}人，实际参加{went:n}人，参训率{went_x:p2}%。",
    )
    paper.p(
        "2019年专项资金实际到账{came:y2,}元，为中央补助{cen:y2,}元、省级补助{pro:y2,}元、区级配套{dis:y2,}元三部分之和；连同上年结转{old:y2,}元，全年可用资金{usable:y2,}元。"
    )
    paper.h("二、资金管用情况")
    paper.p(
        "截至12月31日，累计列支{spent:y2,}元，支出率{spent_x:p2}%。具体去向：图书采购{all_p:y2,}元，报刊订阅{press:y2,}元，数字资源租用{digit:y2,}元，读者活动{acts:y2,}元，水电物业{power:y2,}元，设备维修{fix:y2,}元。",
        "余款{left:y2,}元按规定结转2020年继续使用，结转率{left_x:p2}%。已列支款项中，{claimed:y2,}元在年内向区会计核算中心报账，报账率{claimed_x:p2}%；尚有{open:y2,}元发票在途，于2020年1月补报。",
    )
    paper.centre("2019年图书采购分批次结算表")
    paper.table(
        (10, 7, 7, 10, 10, 8, 9),
        "批次|种数|册数|码洋（元）|实洋（元）|折扣率（%）|单册均价（元/册）",
        *(
            f"{row[0]}|{{{k}_t:n}}|{{{k}_v:n}}|{{{k}_l:y2,}}|{{{k}_p:y2,}}|{{{k}_x:p1}}|{{{k}_e:y2}}"
            for k, row in _BATCHES.items()
        ),
        "合计|{all_t:n}|{all_v:n}|{all_l:y2,}|{all_p:y2,}|{all_x:p1}|{all_e:y2}",
    )
    paper.p("注：折扣率=实洋÷码洋；读者荐购含“你选书我买单”线下书店直借。")
    paper.h("三、绩效目标实现情况")
    paper.p(
        "（一）服务总量。外借册次2017年{l17:n}、2018年{l18:n}、2019年{l19:n}，后两年增幅依次为{y18.g:p2}%和{y19.g:p2}%，其中2019年净增{y19.d:n}册次，三年间年均增长{pace:p2}%。按全区常住人口{folk:w1}万人计，2019年人均外借约{per_folk:r2}册次，居全市7个区第2位。"
    )
    paper.p(
        "（二）读者活动。举办公益讲座{talks:n}场、展览{shows:n}场、阅读推广{reads:n}场，共{events:n}场，超出{aim:n}场的年度计划，完成率{events_x:p2}%；吸引读者{heads:n}人次，平均每场约{per_event:r0}人次，",
        "少年儿童{kids:n}人次，占到{kids_h:p1}%。若按读者活动支出折算，每人次成本仅{acts_each:y2}元。",
    )
    paper.p(
        "（三）读者满意度。11月份向到馆读者发放问卷{out:n}份，有效问卷{valid:n}份（有效率{valid_x:p1}%）。其中选择“满意”{great:n}份、“较满意”{good:n}份、“一般”{fair:n}份、“不满意”{bad:n}份，",
        "满意度按（满意+较满意）÷有效问卷计算，即（{great:n}+{good:n}）÷{valid:n}，为{pleased_x:p2}%。",
    )
    paper.h("四、自评得分与扣分事由")
    paper.p(
        "对照区财政局下发的指标表（满分{full:s0}分），本项目自评{got:s1}分，共扣{off:s1}分：未全部支出，扣{o_run:s1}分；数字资源点击量未达目标，扣{o_data:s1}分；夜间开放天数不足，扣{o_night:s1}分；满意度与98%的目标尚有差距，扣{o_mood:s1}分。"
    )
    paper.h("五、问题与下步打算")
    paper.p(
        "一是数字资源宣传不够，知晓面窄；二是年底集中采购导致发票滞后。2020年拟将馆配招标提前至3月，由采编部按季与供应商对账；结果在馆内公告栏和区政府网站公开。"
    )
    return paper
