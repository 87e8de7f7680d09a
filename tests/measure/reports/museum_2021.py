"""A museum, 2021: visitors by quarter, purchases with prices, partial 其中 rows, hedged amounts, a deficit made good."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_QUARTERS = (
    ("1", "182640", "36.85"),
    ("2", "241305", "52.10"),
    ("3", "318722", "71.46"),
    ("4", "150918", "29.37"),
)
_GOODS = (
    ("case", "恒温恒湿展柜", "24", "38600"),
    ("lamp", "专业展陈灯具", "310", "1280"),
    ("alarm", "入侵报警探测器", "96", "745.50"),
    ("cart", "文物运输推车", "8", "5200"),
)


def _books() -> Book:
    book = Book()
    for key, people, money in _QUARTERS:
        book.count(**{f"n{key}": people})
        book.wan(**{f"m{key}": money})
    for end in "nm":
        book.sum(f"{end}h", f"{end}1", f"{end}2")
        book.sum(f"{end}a", *(f"{end}{key}" for key, *_ in _QUARTERS))
    for key, *_ in _QUARTERS:
        book.rate(f"p{key}", f"n{key}", "na")
    book.count(nl=812340)
    book.year("yn", "na", "nl")
    for key, _, number, price in _GOODS:
        book.count(**{f"{key}_n": number})
        book.yuan(**{f"{key}_p": price})
        book.product(f"{key}_m", f"{key}_p", f"{key}_n")
    book.sum("goods", *(f"{key}_m" for key, *_ in _GOODS))
    book.yuan(goods_b="1500000")
    book.sum("saved", "goods_b", minus=("goods",))
    book.rate("saved_x", "saved", "goods_b")
    book.wan(fin="1386.40", free="420.00", act="57.28")
    book.sum("income", "fin", "free", "ma", "act")
    book.wan(pay="768.35", run="512.94", show="386.20", relic="241.76", safe="163.08")
    book.sum("spent", "pay", "run", "show", "relic", "safe")
    book.sum("short", "spent", minus=("income",))
    book.wan(old="268.14")
    book.sum("left", "old", minus=("short",))
    for key in ("pay", "run", "show", "relic", "safe"):
        book.rate(f"{key}_h", key, "spent")
    book.count(total=38642, grade=2716, first=86, second=431)
    book.sum("third", "grade", minus=("first", "second"))
    book.sum("grade", "first", "second", "third")
    book.rate("grade_x", "grade", "total")
    book.count(fixed=214, digital=5380, shows=11, own=7)
    book.sum("guest", "shows", minus=("own",))
    book.sum("shows", "own", "guest")
    book.rate("digital_x", "digital", "total")
    book.average("per_head", "spent", "na")
    book.count(asked=800, real=786, very=512, good=231)
    book.sum("liked", "very", "good")
    book.rate("real_x", "real", "asked")
    book.rate("liked_x", "liked", "real")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("museum_2021", _books(), styled=True)
    paper.title("2021年度单位整体支出绩效自评报告")
    paper.centre("（越州博物馆）")
    paper.h("一、单位基本情况")
    paper.p(
        "越州博物馆成立于1958年，为国家一级博物馆，建筑面积2.8万平方米。馆藏文物{total:n}件（套），其中定级文物{grade:n}件（套），占{grade_x:p2}%；定级文物中一级{first:n}件、二级{second:n}件、三级{third:n}件。",
    )
    paper.h("二、年度收支")
    paper.p(
        "2021年总收入{income:w2}万元：财政基本拨款{fin:w2}万元、免费开放补助{free:w2}万元、特展门票收入{ma:w2}万元、文创及活动收入{act:w2}万元。总支出{spent:w2}万元，支出超过当年收入{short:w2}万元，由历年结余弥补；",
        "年初历年结余{old:w2}万元，弥补后结余{left:w2}万元。",
    )
    paper.p(
        "支出构成为：人员支出{pay:w2}万元，占{pay_h:p1}%；运行支出{run:w2}万元，占{run_h:p1}%；陈列展览{show:w2}万元，占{show_h:p1}%；文物保护{relic:w2}万元，占{relic_h:p1}%；安全防范{safe:w2}万元，占{safe_h:p1}%。",
        "按全年观众计算，人均支出{per_head:y2}元。",
    )
    paper.centre("支出情况表")
    paper.table(
        (14, 10, 10, 14),
        "支出项目|金额（万元）|占比（%）|备注",
        "总支出|{spent:w2}|100|",
        "人员支出|{pay:w2}|{pay_h:p1}|在编及编外人员",
        "运行支出|{run:w2}|{run_h:p1}|其中水电费118.6万元、物业费203万元",
        "陈列展览|{show:w2}|{show_h:p1}|",
        "文物保护|{relic:w2}|{relic_h:p1}|修复文物{fixed:n}件",
        "安全防范|{safe:w2}|{safe_h:p1}|",
    )
    paper.h("三、开放服务")
    paper.p(
        "全年接待观众{na:n}人次，比上年{nl:n}人次{yn:增加/减少}{yn.d:n}人次，{yn:增长/下降}{yn.g:p2}%，其中上半年{nh:n}人次。特展门票收入约{ma:w0}万元，其中三季度超过70万元。举办展览{shows:n}个，其中原创展览{own:n}个、引进展览{guest:n}个。",
    )
    paper.centre("分季度开放情况表")
    paper.table(
        (8, 10, 10, 10),
        "季度|观众（人次）|占全年（%）|特展收入（万元）",
        *(f"{'一二三四'[int(k) - 1]}季度|{{n{k}:n,}}|{{p{k}:p2}}|{{m{k}:w2}}" for k, *_ in _QUARTERS),
        "全年|{na:n,}|100.00|{ma:w2}",
        "其中：上半年|{nh:n,}||{mh:w2}",
    )
    paper.h("四、政府采购")
    paper.p(
        "展陈设备采购预算{goods_b:w2}万元，中标金额{goods:w2}万元，节约{saved:w2}万元，节约率{saved_x:p2}%。",
    )
    paper.table(
        (4, 13, 7, 9, 11),
        "序号|设备名称|数量|单价（元）|金额（元）",
        *(f"{n}|{name}|{{{k}_n:n}}|{{{k}_p:y2,}}|{{{k}_m:y2,}}" for n, (k, name, *_) in enumerate(_GOODS, 1)),
        "合计|>||—|{goods:y2,}",
    )
    paper.h("五、数字化与满意度")
    paper.p(
        "累计完成藏品数字化采集{digital:n}件（套），占馆藏总数的{digital_x:p2}%，较年度目标5000件超额完成。开展观众调查，回收问卷{asked:n}份，有效{real:n}份，有效率{real_x:p2}%；非常满意{very:n}份、满意{good:n}份，合计{liked:n}份，满意度{liked_x:p2}%（目标≥90%）。",
    )
    paper.h("六、存在的问题和改进措施")
    paper.p(
        "存在的问题：自有收入受客流影响波动大，当年收支存在缺口；藏品数字化比例偏低。改进措施：丰富文创产品，力争2022年文创收入达到80万元；制定三年数字化计划，每年完成不少于4000件。"
    )
    paper.h("七、结果应用")
    paper.p("自评结果提交馆长办公会研究，作为下年度内部预算分配依据，并在馆网站公开。")
    return paper
