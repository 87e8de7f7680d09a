"""A city's blood centre, 2024: donors by kind and group, litres and units, per mille, fees by product, equipment, 元 and 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_GROUPS = (("a", "A型", 18432), ("b", "B型", 16207), ("o", "O型", 22918), ("ab", "AB型", 5346))
# Key, product, units, price (元).
_GOODS = (
    ("red", "悬浮红细胞", 96420, "220"),
    ("plt", "单采血小板", 11863, "1400"),
    ("pls", "新鲜冰冻血浆", 78215, "80"),
    ("cry", "冷沉淀", 21640, "90"),
)
_COSTS = (
    ("kit", "采血和检测试剂耗材", "2386.40", "2318.57"),
    ("gift", "无偿献血者礼遇", "312.00", "306.25"),
    ("bus", "献血车和采血点运行", "428.50", "391.16"),
    ("lab", "核酸检测实验室改造", "560.00", "498.73"),
)


def _books() -> Book:
    book = Book()
    for key, _, number in _GROUPS:
        book.count(**{f"{key}_n": number})
    book.sum("donor", *(f"{key}_n" for key, *_ in _GROUPS))
    for key, *_ in _GROUPS:
        book.rate(f"{key}_h", f"{key}_n", "donor")
    book.count(first=24618)
    book.sum("again", "donor", minus=("first",))
    book.sum("donor", "first", "again")
    book.rate("again_h", "again", "donor")
    book.count(street=31864, group=23117)
    book.sum("plate", "donor", minus=("street", "group"))
    book.sum("donor", "street", "group", "plate")
    book.count(donor_l=60284)
    book.year("yd", "donor", "donor_l")
    book.count(u25=19863, u45=31240)
    book.sum("o45", "donor", minus=("u25", "u45"))
    book.sum("donor", "u25", "u45", "o45")
    for key, _, units, price in _GOODS:
        book.yuan(**{f"{key}_u": str(units), f"{key}_p": price})
        book.product(f"{key}_f", f"{key}_p", f"{key}_u")
    goods = [key for key, *_ in _GOODS]
    book.sum("fees", *(f"{key}_f" for key in goods))
    for key in goods:
        book.rate(f"{key}_h", f"{key}_f", "fees")
    for key, _, plan, spent in _COSTS:
        book.wan(**{f"{key}_b": plan, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    costs = [key for key, *_ in _COSTS]
    for end in "bsr":
        book.sum(f"c_{end}", *(f"{key}_{end}" for key in costs))
    book.rate("c_x", "c_s", "c_b")
    book.count(test="63548", bad="826", alt="412", hbv="203")
    book.sum("other_bad", "bad", minus=("alt", "hbv"))
    book.sum("bad", "alt", "hbv", "other_bad")
    book.rate("bad_x", "bad", "test")
    book.count(litre="21.86", litre_l="20.94")
    book.year("yl", "litre", "litre_l")
    book.count(staff=168, med=121)
    book.sum("adm", "staff", minus=("med",))
    book.sum("staff", "med", "adm")
    book.rate("med_h", "med", "staff")
    book.count(bus=9, points=6)
    book.sum("spots", "bus", "points")
    book.average("per_spot", "street", "spots")
    book.wan(pay="3214.36", run="286.91", run_b="312.00")
    book.sum("base", "pay", "run")
    book.sum("out", "base", "c_s")
    book.rate("run_x", "run", "run_b")
    book.rate("c_h", "c_s", "out")
    book.count(hos=62, hos_ok=60, don=800, don_ok=783)
    book.rate("hos_x", "hos_ok", "hos")
    book.rate("don_x", "don_ok", "don")
    book.wan(refund="186.42")
    book.count(refund_n=412)
    book.average("refund_v", "refund", "refund_n")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("blood_station_2024", _books())
    paper.title("市中心血站2024年度单位整体绩效自评报告")
    paper.h("一、单位基本情况")
    paper.p(
        "市中心血站承担全市6县（区）临床供血任务，服务人口518.64万人。职工{staff:n}人，其中卫生技术人员{med:n}人，占{med_h:p1}%，行政后勤人员{adm:n}人。设固定献血点{points:n}个、流动献血车{bus:n}辆，合计采血网点{spots:n}个。",
    )
    paper.h("二、资金安排和使用")
    paper.p(
        "2024年支出{out:w2}万元，其中基本支出{base:w2}万元（人员{pay:w2}万元，公用{run:w2}万元），项目支出{c_s:w2}万元，占{c_h:p2}%。公用经费控制数{run_b:w2}万元，控制率{run_x:p2}%。项目支出情况见下表。",
    )
    paper.right("单位：万元")
    paper.table(
        (24, 12, 12, 12, 12),
        "项目|预算金额|执行金额|结余|执行率%",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}" for k, name, *_ in _COSTS),
        "合计|{c_b:w2}|{c_s:w2}|{c_r:w2}|{c_x:p2}",
    )
    paper.p("供血收费实行收支两条线，全额上缴国库，2024年应收{fees:y0}元，按品种计算如下：")
    paper.table(
        (20, 14, 14, 18, 10),
        "血液品种|供应量（单位/治疗量）|单价（元）|收费（元）|占比",
        *(f"{name}|{{{k}_u:y0,}}|{{{k}_p:y0}}|{{{k}_f:y0,}}|{{{k}_h:p2}}%" for k, name, *_ in _GOODS),
        "合计|||{fees:y0,}|100.00%",
    )
    paper.h("三、产出指标完成情况")
    paper.p(
        "1.采血量。全年献血{donor:n}人次，比2023年{donor_l:n}人次{yd:增加/减少}{yd.d:n}人次，{yd:增长/下降}{yd.g:p2}%，千人口献血率达到12‰以上；采集全血{litre:n2}吨，比上年{litre_l:n2}吨{yl:增加/减少}{yl.d:n2}吨，{yl:增长/下降}{yl.g:p2}%。",
    )
    paper.p(
        "按血型分：A型{a_n:n}人次（{a_h:p1}%）、B型{b_n:n}人次（{b_h:p1}%）、O型{o_n:n}人次（{o_h:p1}%）、AB型{ab_n:n}人次（{ab_h:p1}%）；按献血次数分：初次献血{first:n}人次，重复献血{again:n}人次，重复献血者占{again_h:p1}%；按方式分：街头献血{street:n}人次、团体献血{group:n}人次、单采血小板{plate:n}人次，平均每个网点街头采血{per_spot:y0}人次；按年龄分：18—25岁{u25:n}人次，26—45岁{u45:n}人次，46岁及以上{o45:n}人次。",
    )
    paper.p(
        "2.血液检测。检测标本{test:n}份，不合格{bad:n}份，不合格率{bad_x:p2}%，其中ALT不合格{alt:n}份、HBsAg不合格{hbv:n}份、其他项目{other_bad:n}份。检测室间质评成绩为100分。",
    )
    paper.p("3.血液报废率为1.6‰，采血反应发生率低于3‰，均优于年度目标。")
    paper.h("四、效益和满意度")
    paper.p(
        "为{refund_n:n}名献血者及亲属直接报销用血费用{refund:w2}万元，人均{refund_v:y2}元。调查医院{hos:n}家，满意{hos_ok:n}家，满意度{hos_x:p1}%；调查献血者{don:n}名，满意{don_ok:n}名，满意度{don_x:p1}%。",
    )
    paper.h("五、自评结论")
    paper.p("自评得分97分，其中决策15分、过程19分、产出29分、效益34分。")
    paper.h("六、存在问题与改进")
    paper.p(
        "一是A型血季节性偏紧，1—2月库存仅够3天；二是实验室改造结算审计未完成，执行率不足九成。改进：2025年3月底前与高校建立应急献血队伍，由献血服务科负责；6月底前完成结算。自评结果报市卫健委和市财政局，并在官网公开。"
    )
    return paper
