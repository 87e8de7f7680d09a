"""Residents' pensions, 2025: persons or months times a standard, 亿元 and 万人 in the text, 元 in tables, quarters."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Payer: name, share of the monthly standard (元), budget (万元).
_PAYERS = {
    "cen": ("中央财政", "143", "18100.00"),
    "pro": ("省级财政", "22", "2790.00"),
    "cit": ("市级财政", "13", "1650.00"),
}
_QUARTERS = {
    "q1": ("一季度", 313268),
    "q2": ("二季度", 315402),
    "q3": ("三季度", 317126),
    "q4": ("四季度", 318788),
}
# Grade: paid in a year, persons, subsidy a person (元).
_GRADES = {
    "g1": ("200", 18460, "30"),
    "g2": ("500", 26315, "60"),
    "g3": ("1000", 14872, "100"),
    "g4": ("2000", 6934, "140"),
    "g5": ("3000", 3207, "180"),
    "g6": ("5000", 1146, "230"),
}
_OTHERS = {
    "age": ("高龄加发养老金", "700.00"),
    "fee": ("缴费补贴", "560.00"),
    "poor": ("困难群体代缴", "45.00"),
    "die": ("丧葬补助金", "760.00"),
}
_MARKS = {
    "x": ("资金管理", "预算执行率", "12.5", "12.46"),
    "use": ("资金管理", "资金使用合规性", "7.5", "7.5"),
    "head": ("产出", "月均领取待遇人数", "15", "15"),
    "rate": ("产出", "应参尽参率", "10", "9.72"),
    "time": ("产出", "养老金按时发放率", "15", "15"),
    "back": ("产出", "冒领资金追回率", "10", "9.41"),
    "life": ("效果", "老年居民基本生活保障", "20", "18"),
    "glad": ("满意度", "参保居民满意度", "10", "9.6"),
}


def _benefits(book: Book) -> None:
    for key, (_, months) in _QUARTERS.items():
        book.count(**{f"{key}_m": months})
    book.sum("m", *(f"{key}_m" for key in _QUARTERS))
    for key, (_, share, budget) in _PAYERS.items():
        book.yuan(**{f"{key}_e": share})
        book.wan(**{f"{key}_b": budget})
        book.product(key, f"{key}_e", "m")
    book.sum("e", *(f"{key}_e" for key in _PAYERS))
    for key in _QUARTERS:
        book.product(key, "e", f"{key}_m")
    book.sum("base", *_QUARTERS)
    book.ties.append(Tie("product", "base", ("e", "m")))
    book.ties.append(Tie("sum", "base", tuple(_PAYERS)))
    book.sum("base_b", *(f"{key}_b" for key in _PAYERS))
    book.count(twelve=12)
    book.average("heads", "m", "twelve")
    book.yuan(old_e="5", aged_e="10", poor_e="100")
    book.count(old_m=612340, aged_m=388215, low=2140, alone=386, weak=1725, dead=3412)
    book.product("old", "old_e", "old_m")
    book.product("aged", "aged_e", "aged_m")
    book.sum("age", "old", "aged")
    book.product("die_e", "e", "twelve")
    book.product("die", "die_e", "dead")
    book.sum("poor_n", "low", "alone", "weak")
    book.product("poor", "poor_e", "poor_n")


def _money(book: Book) -> None:
    for key, (grade, people, each) in _GRADES.items():
        book.yuan(**{f"{key}_g": grade, f"{key}_e": each})
        book.count(**{f"{key}_n": people})
        book.product(f"{key}_p", f"{key}_g", f"{key}_n")
        book.product(f"{key}_s", f"{key}_e", f"{key}_n")
    for end in "nps":
        book.sum(f"g_{end}", *(f"{key}_{end}" for key in _GRADES))
    book.sum("fee", "g_s")
    for key in _GRADES:
        book.rate(f"{key}_h", f"{key}_n", "g_n")
    for key, (_, budget) in _OTHERS.items():
        book.wan(**{f"{key}_b": budget})
    book.sum("all", "base", *_OTHERS)
    book.sum("all_b", "base_b", *(f"{key}_b" for key in _OTHERS))
    for key in (*_PAYERS, "base", *_OTHERS, "all"):
        book.sum(f"{key}_r", f"{key}_b", minus=(key,))
        book.rate(f"{key}_x", key, f"{key}_b")
    book.rate("base_h", "base", "all")
    book.wan(all_l="22864.35", own="1896.42")
    book.year("ya", "all", "all_l")
    book.sum("paid", "base", "age", "own")
    book.average("per_month", "paid", "m")
    book.average("per_fee", "g_p", "g_n")


def _books() -> Book:
    book = Book()
    _benefits(book)
    _money(book)
    book.count(retired=106310, idle=8420, due=195385, joined_l=188046)
    book.sum("paying", "g_n", "poor_n")
    book.sum("joined", "paying", "retired", "idle")
    book.rate("joined_x", "joined", "due")
    book.year("yj", "joined", "joined_l")
    book.count(doubt=1286, cleared=1239)
    book.sum("false", "doubt", minus=("cleared",))
    book.wan(taken="41.05", back="38.62")
    book.sum("open", "taken", minus=("back",))
    book.rate("back_x", "back", "taken")
    book.average("per_false", "taken", "false")
    book.count(calls=1200, got=1150, glad=1104)
    book.rate("got_x", "got", "calls")
    book.rate("glad_x", "glad", "got")
    for key, (_, _, weight, points) in _MARKS.items():
        book.count(**{f"w_{key}": weight, f"p_{key}": points})
    for end in "wp":
        book.sum(f"{end}_fund", f"{end}_x", f"{end}_use")
        book.sum(f"{end}_out", *(f"{end}_{key}" for key in ("head", "rate", "time", "back")))
        book.sum(f"{end}_all", f"{end}_fund", f"{end}_out", f"{end}_life", f"{end}_glad")
    for key, rate in (("x", "all_x"), ("back", "back_x"), ("glad", "glad_x"), ("rate", "joined_x")):
        book.ties.append(Tie("score", f"p_{key}", (f"w_{key}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("resident_pension_2025", _books())
    paper.title("2025年度城乡居民基本养老保险财政补助项目绩效自评报告")
    paper.centre("（云湖市人力资源和社会保障局）")
    paper.h("第一部分　项目概述")
    paper.p(
        "城乡居民基本养老保险基础养老金自2025年1月起调整为每人每月{e:y0}元，其中中央财政负担{cen_e:y0}元，省级财政负担{pro_e:y0}元，市级财政负担{cit_e:y0}元；65—74周岁老人每人每月加发{old_e:y0}元，75周岁及以上老人每人每月加发{aged_e:y0}元；",
        "参保人死亡的，按{twelve:n}个月基础养老金标准发放丧葬补助金，每人{die_e:y0}元；低保、特困和重度残疾人员按每人每年{poor_e:y0}元代缴保费。",
    )
    paper.p(
        "至2025年末，全市应参保{due:n}人，实际参保{joined:n}人，参保率{joined_x:p2}%，参保人数比上年末的{joined_l:n}人{yj:增加/减少}{yj.d:n}人，{yj:增长/下降}{yj.g:p2}%。参保人员中，当年缴费{paying:n}人（含政府代缴{poor_n:n}人），领取待遇{retired:n}人，暂停缴费{idle:n}人。",
    )
    paper.h("第二部分　资金安排与使用")
    paper.p(
        "2025年财政补助预算{all_b:e4}亿元，实际支出{all:e4}亿元，预算执行率{all_x:p2}%，比2024年的{all_l:e4}亿元{ya:增加/减少}{ya.d:e4}亿元，{ya:增长/下降}{ya.g:p2}%，增支主要由中央提高基础养老金最低标准带来；预算结余{all_r:w2}万元，按规定结转。",
        "支出构成为：基础养老金{base:w2}万元，占{base_h:p2}%；高龄加发养老金{age:w2}万元；缴费补贴{fee:w2}万元；困难群体代缴{poor:w2}万元；丧葬补助金{die:w2}万元。",
    )
    paper.centre("表1　财政补助资金预算执行情况")
    paper.right("单位：万元、%")
    paper.table(
        (16, 10, 10, 9, 8),
        "补助项目|预算数|执行数|结余数|执行率",
        "1.基础养老金|{base_b:w2}|{base:w2}|{base_r:w2}|{base_x:p2}",
        *(
            f"　其中：{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}"
            if k == "cen"
            else f"　　　　{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}"
            for k, (name, *_) in _PAYERS.items()
        ),
        *(
            f"{n}.{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}"
            for n, (k, (name, _)) in enumerate(_OTHERS.items(), 2)
        ),
        "合计|{all_b:w2}|{all:w2}|{all_r:w2}|{all_x:p2}",
    )
    _results(paper)
    _scores(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("第三部分　绩效目标实现情况")
    paper.p(
        "（1）养老金发放。全年发放基础养老金{m:n}人月，{twelve:n}个月平均每月{heads:n}人（约{heads:w2}万人），共{base:y0}元。65—74周岁加发{old_m:n}人月、{old:y0}元，75周岁及以上加发{aged_m:n}人月、{aged:y0}元，两项合计{age:y0}元。",
        "连同个人账户养老金{own:w2}万元，全年养老金支出{paid:w2}万元，每人月平均{per_month:y2}元。",
    )
    paper.centre("表2　基础养老金分季度发放情况")
    paper.table(
        (10, 12, 14, 16),
        "季度|发放人月|月标准（元/人）|发放金额（元）",
        *(f"{name}|{{{k}_m:n,}}|{{e:y0}}|{{{k}:y0,}}" for k, (name, _) in _QUARTERS.items()),
        "全年|{m:n,}|{e:y0}|{base:y0,}",
    )
    paper.p(
        "（2）缴费补贴。个人缴费{g_n:n}人，缴费总额{g_p:w2}万元，人均缴费{per_fee:y2}元，财政给予缴费补贴{g_s:w2}万元。选择200元、500元两个低档次的占比分别为{g1_h:p1}%和{g2_h:p1}%，选择5000元最高档次的仅占{g6_h:p1}%。",
    )
    paper.centre("表3　分档次缴费及补贴情况")
    paper.table(
        (10, 9, 13, 11, 12, 9),
        "缴费档次（元/年）|缴费人数|缴费金额（元）|补贴标准（元/人）|补贴金额（元）|人数占比",
        *(
            f"{{{k}_g:y0}}|{{{k}_n:n,}}|{{{k}_p:y0,}}|{{{k}_e:y0}}|{{{k}_s:y0,}}|{{{k}_h:p1}}%"
            for k in _GRADES
        ),
        "合计|{g_n:n,}|{g_p:y0,}|—|{g_s:y0,}|100.0%",
    )
    paper.p(
        "（3）困难代缴和丧葬补助。为低保对象{low:n}人、特困人员{alone:n}人、重度残疾人{weak:n}人代缴保费，共计{poor_n:n}人、{poor:y0}元；为{dead:n}名死亡参保人员发放丧葬补助金{die:y0}元。",
    )
    paper.p(
        "（4）基金监管。通过数据比对发现疑点信息{doubt:n}条，经核实排除{cleared:n}条，确认冒领{false:n}人，涉及金额{taken:w2}万元，人均{per_false:y2}元；已追回{back:w2}万元，追回率{back_x:p2}%，尚有{open:w2}万元正在追缴。",
    )
    paper.p(
        "（5）满意度。电话回访参保居民{calls:n}人，接受访问{got:n}人，应答率{got_x:p2}%，其中满意{glad:n}人，满意度{glad_x:p2}%。"
    )


def _scores(paper: Paper) -> None:
    paper.h("第四部分　自评结论")
    paper.p(
        "本项目自评得分{p_all:s2}分，评价等级“优”：资金管理{p_fund:s2}分（满分{w_fund:s1z}分），产出{p_out:s2}分（满分{w_out:s1z}分），效果{p_life:s2}分（满分{w_life:s1z}分），满意度{p_glad:s2}分（满分{w_glad:s1z}分）。"
    )
    done = {
        "x": ("100%", "{all_x:p2}%"),
        "use": ("合规", "合规"),
        "head": ("≥10.5万人", "{heads:n}人"),
        "rate": ("100%", "{joined_x:p2}%"),
        "time": ("100%", "100%"),
        "back": ("100%", "{back_x:p2}%"),
        "life": ("有效保障", "基本保障"),
        "glad": ("100%", "{glad_x:p2}%"),
    }
    rows, before = [], ""
    for n, (key, (kind, name, *_)) in enumerate(_MARKS.items(), 1):
        aim, now = done[key]
        head = "^" if kind == before else kind
        rows.append(f"{n}|{head}|{name}|{aim}|{now}|{{w_{key}:s1z}}|{{p_{key}:s2}}")
        before = kind
    paper.table(
        (5, 8, 16, 9, 9, 7, 8),
        "序号|一级指标|评价指标|目标值|完成值|权重分|自评得分",
        *rows,
        "合计|>|>|||{w_all:s1z}|{p_all:s2}",
    )
    paper.h("第五部分　问题和建议")
    paper.p(
        "问题：居民缴费档次偏低，人均缴费仅{per_fee:y2}元；死亡信息共享滞后，个别待遇停发不及时。建议：提高中高档次缴费补贴标准；与民政、公安、卫健部门按周交换死亡信息，由市社保中心2026年6月底前上线预警模块。本报告在市人社局网站公开，结果用于2027年预算编制。"
    )
