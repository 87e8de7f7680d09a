"""A city's public rental housing, 2023: rents due and got by quarter, money carried over and used up, dwellings by estate."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Estate: name, flats, let, rent due, rent got (元).
_ESTATES = {
    "a": ("锦绣家园", 1260, 1218, "2938400", "2871650"),
    "b": ("康宁小区", 846, 829, "1927500", "1896320"),
    "c": ("望江苑", 1532, 1447, "3386200", "3175480"),
    "d": ("北郊产业园公寓", 480, 431, "1156800", "1098350"),
}
_USES = {
    "care": ("物业服务费", "286.00", "281.42"),
    "fix": ("房屋及设施维修", "540.00", "507.36"),
    "lift": ("电梯更新改造", "320.00", "248.90"),
    "staff": ("运营管理人员经费", "168.00", "165.74"),
    "sys": ("智能门禁系统", "95.00", "95.00"),
}
_QUARTERS = {"1": "198.63", "2": "342.18", "3": "287.45"}


def _books() -> Book:
    book = Book()
    for key, (_, flats, let, due, got) in _ESTATES.items():
        book.count(**{f"{key}_n": flats, f"{key}_let": let})
        book.yuan(**{f"{key}_due": due, f"{key}_got": got})
        book.sum(f"{key}_free", f"{key}_n", minus=(f"{key}_let",))
        book.sum(f"{key}_owe", f"{key}_due", minus=(f"{key}_got",))
        book.rate(f"{key}_lx", f"{key}_let", f"{key}_n")
        book.rate(f"{key}_gx", f"{key}_got", f"{key}_due")
    for end in ("n", "let", "free", "due", "got", "owe"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _ESTATES))
    book.sum("all_free", "all_n", minus=("all_let",))
    book.sum("all_owe", "all_due", minus=("all_got",))
    book.rate("let_x", "all_let", "all_n")
    book.rate("got_x", "all_got", "all_due")
    book.yuan(got_l="8527340")
    book.year("yg", "all_got", "got_l")
    book.count(got_lx="0.9534")
    book.points("ygx", "got_x", "got_lx")
    for key, (_, budget, paid) in _USES.items():
        book.wan(**{f"{key}_b": budget, f"{key}_p": paid})
        book.rate(f"{key}_x", f"{key}_p", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_p",))
    for end in "bpr":
        book.sum(f"u_{end}", *(f"{key}_{end}" for key in _USES))
    book.rate("x", "u_p", "u_b")
    book.sum("u_r", "u_b", minus=("u_p",))
    book.wan(old="126.50")
    book.sum("new", "u_b", minus=("old",))
    book.sum("u_b", "new", "old")
    book.wan(now="1172.74")
    book.sum("old_p", "u_p", minus=("now",))
    book.sum("u_p", "now", "old_p")
    book.rate("now_x", "now", "new")
    book.rate("old_x", "old_p", "old")
    for key, amount in _QUARTERS.items():
        book.wan(**{f"q{key}": amount})
    book.sum("q4", "u_p", minus=("q1", "q2", "q3"))
    book.sum("u_p", "q1", "q2", "q3", "q4")
    book.sum("half", "q1", "q2")
    book.sum("nine", "half", "q3")
    for key in ("half", "nine"):
        book.rate(f"{key}_x", key, "u_b")
    for key in "1234":
        book.rate(f"q{key}_h", f"q{key}", "u_p")
    _work(book)
    return book


def _work(book: Book) -> None:
    book.count(asked_for=1342, ok=1187, low=764, new_c=268)
    book.sum("no", "asked_for", minus=("ok",))
    book.sum("young", "ok", minus=("low", "new_c"))
    book.sum("ok", "low", "new_c", "young")
    book.rate("ok_x", "ok", "asked_for")
    book.count(orders=4286, fast=4093, orders_l=4731)
    book.rate("fast_x", "fast", "orders")
    book.year("yo", "orders", "orders_l")
    book.count(lifts=16, hung=12)
    book.rate("hung_x", "hung", "lifts")
    book.average("care_u", "care_p", "all_let")
    book.count(quit=97, sub_n=312)
    book.yuan(sub="1497600")
    book.average("sub_u", "sub", "sub_n")
    book.count(seen=640, glad=589, seen_o="0.912")
    book.rate("glad_x", "glad", "seen")
    book.points("ym", "glad_x", "seen_o")
    marks = (
        ("资金执行", 10, None),
        ("数量", 20, "18.5"),
        ("质量", 15, "15"),
        ("时效", 10, "7.5"),
        ("成本", 5, "5"),
        ("社会效益", 20, "19"),
        ("可持续影响", 10, "10"),
        ("满意度", 10, "10"),
    )
    for n, (_, weight, got) in enumerate(marks):
        book.count(**{f"w{n}": weight})
        if got:
            book.count(**{f"g{n}": got})
        else:
            book.score(f"g{n}", f"w{n}", "x")
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(1, 5)))
        book.sum(f"{end}_eff", f"{end}5", f"{end}6")
        book.sum(f"{end}_all", f"{end}0", f"{end}_out", f"{end}_eff", f"{end}7")
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}{n}" for n in range(8))))


def build() -> Paper:
    """Return the report."""
    paper = Paper("public_housing_2023", _books(), styled=True)
    paper.title("公共租赁住房运营管理项目2023年度绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "（一）项目概况。市住房保障服务中心负责4个集中公租房小区的配租、租金收缴、维修养护，共有房源{all_n:n}套。2023年末已配租{all_let:n}套，空置{all_free:n}套，出租率{let_x:p2}%，高于90%的考核线。"
    )
    paper.p(
        "（二）预算安排及执行。2023年项目预算{u_b:w2}万元，由当年预算{new:w2}万元和上年结转{old:w2}万元构成。全年支出{u_p:w2}万元，预算执行率{x:p2}%，结余{u_r:w2}万元。其中当年预算支出{now:w2}万元，执行率{now_x:p2}%；结转资金支出{old_p:w2}万元，执行率{old_x:p2}%。"
    )
    paper.p(
        "按季度看，一季度支出{q1:w2}万元，占全年支出的{q1_h:p2}%；二季度{q2:w2}万元，占{q2_h:p2}%；三季度{q3:w2}万元，占{q3_h:p2}%；四季度{q4:w2}万元，占{q4_h:p2}%。截至6月底累计支出{half:w2}万元，进度{half_x:p2}%；截至9月底累计支出{nine:w2}万元，进度{nine_x:p2}%，慢于序时进度。"
    )
    paper.centre("项目资金使用明细（万元）")
    paper.table(
        (18, 11, 11, 10, 9),
        "用途|预算|支出|结余|执行率（%）",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_p:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}" for k, (name, *_) in _USES.items()),
        "合计|{u_b:w2}|{u_p:w2}|{u_r:w2}|{x:p2}",
    )
    paper.p(
        "结余最多的是电梯更新改造（{lift_r:w2}万元），因4部电梯的生产排期推至2024年1月，按合同尚未达到付款节点。"
    )
    paper.h("二、租金收缴情况（收支两条线）")
    paper.p(
        "公租房租金属政府非税收入，全额缴入国库，不抵顶支出。2023年应收租金{all_due:w2}万元，实收{all_got:w2}万元，收缴率{got_x:p2}%，比2022年的{got_lx:p2}%{ygx:提高/降低}{ygx:p2}个百分点；实收数比2022年的{got_l:w2}万元{yg:增收/减收}{yg.d:w2}万元，{yg:增长/下降}{yg.g:p2}%。欠缴{all_owe:w2}万元，其中望江苑{c_owe:w2}万元，正逐户催缴。"
    )
    paper.right("单位：套、元")
    paper.table(
        (14, 8, 8, 8, 9, 12, 12, 11, 9),
        "小区|房源|已出租|空置|出租率|应收租金|实收租金|欠缴|收缴率",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_let:n}}|{{{k}_free:n}}|{{{k}_lx:p2}}%|{{{k}_due:y0,}}|{{{k}_got:y0,}}|{{{k}_owe:y0,}}|{{{k}_gx:p2}}%"
            for k, (name, *_) in _ESTATES.items()
        ),
        "合计|{all_n:n}|{all_let:n}|{all_free:n}|{let_x:p2}%|{all_due:y0,}|{all_got:y0,}|{all_owe:y0,}|{got_x:p2}%",
    )
    _effects(paper)
    return paper


def _effects(paper: Paper) -> None:
    paper.h("三、绩效目标完成情况分析")
    paper.p(
        "1.配租公平。全年受理申请{asked_for:n}户，审核通过{ok:n}户，通过率{ok_x:p2}%，不符合条件{no:n}户。通过的家庭中：城镇低收入家庭{low:n}户，新就业职工{new_c:n}户，青年人才和外来务工人员{young:n}户。清退不再符合条件的租户{quit:n}户。"
    )
    paper.p(
        "2.维修及时。受理报修{orders:n}单，比上年（{orders_l:n}单）{yo:增加/减少}{yo.d:n}单；48小时内处理完毕{fast:n}单，及时率{fast_x:p2}%。"
    )
    paper.p("3.电梯更新。计划更新{lifts:n}部，当年投入使用{hung:n}部，完成率{hung_x:p2}%。")
    paper.p(
        "4.成本控制。按已出租套数测算，物业服务费每套每年{care_u:y2}元。另对{sub_n:n}户低保家庭减免租金{sub:w2}万元，户均{sub_u:y0}元，减免部分不计入应收租金。"
    )
    paper.p(
        "5.满意度。随机访谈住户{seen:n}户，满意{glad:n}户，满意率{glad_x:p1}%，较上年的{seen_o:p1}%{ym:上升/下降}{ym:p1}个百分点。"
    )
    paper.centre("项目支出绩效自评表（2023年度）")
    paper.table(
        (13, 13, 11, 11, 11, 7, 8, 8),
        "项目资金（万元）|资金来源|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "^|年度资金总额|{new:w2}|{u_b:w2}|{u_p:w2}|{w0:s0}|{x:p2}%|{g0:s2}",
        "^|其中：当年财政拨款|{new:w2}|{new:w2}|{now:w2}|—|{now_x:p2}%|—",
        "^|上年结转资金|—|{old:w2}|{old_p:w2}|—|{old_x:p2}%|—",
        "一级指标|二级指标|三级指标|指标值|完成值|分值|偏差原因|得分",
        "产出指标|数量指标|出租率|≥90%|{let_x:p2}%|{w1:s0}|空置房源位置偏远|{g1:s1z}",
        "^|质量指标|维修验收合格率|100%|100%|{w2:s0}||{g2:s1z}",
        "^|时效指标|电梯更新完成时间|12月底前|完成{hung_x:p0}%|{w3:s0}|生产排期推迟|{g3:s1z}",
        "^|成本指标|每套物业服务费|≤750元|{care_u:y2}元|{w4:s0}||{g4:s1z}",
        "效益指标|社会效益|保障家庭数|≥3800户|{all_let:n}户|{w5:s0}|青年人才覆盖不够|{g5:s1z}",
        "^|可持续影响|制度健全性|健全|健全|{w6:s0}||{g6:s1z}",
        "满意度指标|服务对象满意度|租户满意率|≥90%|{glad_x:p1}%|{w7:s0}||{g7:s1z}",
        "总分|>|>|>|>|{w_all:s0}||{g_all:s2}",
    )
    paper.p(
        "综上，项目自评得分{g_all:s2}分，为“优”。产出指标{g_out:s1}分（满分{w_out:s0}分），效益指标{g_eff:s1}分（满分{w_eff:s0}分）。"
    )
    paper.h("四、主要问题及改进")
    paper.p(
        "北郊产业园公寓空置率超过一成；部分租户拖欠租金6个月以上。下一步将每季度公布欠租名单，2024年内完成剩余4部电梯更新，收缴率目标定为98%。"
    )
    paper.right("市住房保障服务中心")
