"""A county's school meals, 2018: a standard by the day and the year, towns in two groups, vouchers handed in late."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Town: schools, pupils, paid (元).
_TOWNS = {
    "c": ("城关镇", 6, 5284, "4197536.00"),
    "b": ("白沙镇", 9, 3617, "2859412.00"),
    "l": ("龙泉乡", 7, 1842, "1438920.00"),
    "m": ("马坪乡", 5, 1206, "951180.00"),
    "x": ("小河乡", 4, 873, "682560.00"),
}
_GROUPS = {"kit": ("食堂供餐", "cblm"), "firm": ("企业供餐", "x")}


def _books() -> Book:
    book = Book()
    book.yuan(day="4")
    book.count(days=200)
    book.product("std", "day", "days")
    for key, (_, schools, pupils, paid) in _TOWNS.items():
        book.count(**{f"{key}_n": schools, f"{key}_h": pupils})
        book.yuan(**{f"{key}_p": paid})
        book.product(f"{key}_d", "std", f"{key}_h")
    for end in "nhpd":
        book.sum(f"kit_{end}", *(f"{key}_{end}" for key in "cblm"))
        book.sum(f"all_{end}", f"kit_{end}", f"x_{end}")
    for key in (*_TOWNS, "kit", "all"):
        book.rate(f"{key}_x", f"{key}_p", f"{key}_d")
    book.ties.append(Tie("product", "all_d", ("std", "all_h")))
    book.sum("rest", "all_d", minus=("all_p",))
    book.rate("kit_s", "kit_n", "all_n")
    book.count(poor=2961)
    book.rate("poor_h", "poor", "all_h")
    book.yuan(gas="734150.00", wage="1362800.00", insure="168420.00")
    book.sum("local", "gas", "wage", "insure")
    book.yuan(vouch="8765320.00")
    book.rate("vouch_x", "vouch", "all_p")
    book.sum("vouch_l", "all_p", minus=("vouch",))
    book.yuan(rice="5.12", rice_g="5.60", oil="62.50", oil_g="68.00")
    for key in ("rice", "oil"):
        book.sum(f"{key}_d", f"{key}_g", minus=(key,))
        book.rate(f"{key}_x", f"{key}_d", f"{key}_g")
    book.count(cooks=108, cert=106)
    book.rate("cert_x", "cert", "cooks")
    book.count(tall_b="128.4", tall_g="127.6", tall_b0="126.9", tall_g0="126.3")
    book.year("yb", "tall_b", "tall_b0")
    book.year("yg", "tall_g", "tall_g0")
    book.count(anemia=318, anemia0=407, seen=6400)
    book.rate("anemia_x", "anemia", "seen")
    book.rate("anemia_0", "anemia0", "seen")
    book.points("d_anemia", "anemia_x", "anemia_0")
    book.count(out=1200, ret=1148, ok=1089)
    book.rate("ret_x", "ret", "out")
    book.rate("ok_x", "ok", "ret")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("school_meals_2018", _books(), styled=True)
    paper.title("麻岭县教育局关于2018年度农村义务教育学生营养改善计划膳食补助资金的绩效自评报告")
    paper.right("麻教字〔2019〕27号")
    paper.p("县财政局：现将我县2018年度营养改善计划膳食补助资金绩效自评情况报告如下，请审示。")
    paper.h("一、基本情况")
    paper.p(
        "我县自2012年3月起实施营养改善计划，2018年覆盖{all_n:n}所学校、{all_h:n}名学生，其中建档立卡贫困家庭学生{poor:n}名，占受益学生的{poor_h:p2}%。补助标准为每生每天{day:y0}元，全年按{days:n}天计，即每生每年{std:y0}元，据此应补{all_d:y2,}元。",
        "供餐形式以学校食堂供餐为主（{kit_n:n}所，占{kit_s:p2}%），小河乡{x_n:n}所教学点暂由企业供餐。",
    )
    paper.h("二、资金使用情况")
    paper.p(
        "全年实付膳食补助{all_p:y2,}元，占应补金额的{all_x:p2}%，差额{rest:y2,}元系学生病事假、转学等退餐形成，已冲抵2019年春季学期。学校凭票到县核算中心报账{vouch:y2,}元，报账率{vouch_x:p2}%，另有{vouch_l:y2,}元因供应商开票不及时未报。",
        "县级财政另行承担食堂运行费用{local:y2,}元（燃料水电{gas:y2,}元、工勤人员工资{wage:y2,}元、校方责任险{insure:y2,}元），不在膳食补助中开支。大宗食材统一招标，惠及近1.3万名学生：大米中标价{rice:y2}元/公斤，较物价部门指导价{rice_g:y2}元/公斤下浮{rice_x:p2}%；食用油（5升装）中标价{oil:y2}元/桶，指导价{oil_g:y2}元/桶，下浮率{oil_x:p2}%，每桶节约{oil_d:y2}元。",
    )
    paper.centre("2018年膳食补助分乡镇兑付表")
    paper.right("金额单位：元")
    rows = []
    for group, (label, towns) in _GROUPS.items():
        for n, key in enumerate(towns):
            head = "^" if n else label
            rows.append(
                f"{head}|{_TOWNS[key][0]}|{{{key}_n:n}}|{{{key}_h:n}}|800|{{{key}_d:y0,}}|{{{key}_p:y0,}}|{{{key}_x:p2}}%"
            )
        if group == "kit":
            rows.append("^|小计|{kit_n:n}|{kit_h:n}|—|{kit_d:y0,}|{kit_p:y0,}|{kit_x:p2}%")
    paper.table(
        (8, 8, 6, 7, 9, 11, 11, 9),
        "供餐形式|乡镇|学校（所）|学生（人）|标准（元/生·年）|应补|实付|兑付率",
        *rows,
        "合计|>|{all_n:n}|{all_h:n}||{all_d:y0,}|{all_p:y0,}|{all_x:p2}%",
    )
    paper.p("备注：应补=标准×学生数；学生数为春秋两季学籍平均数。")
    paper.h("三、目标完成及效果")
    paper.p(
        "1.食品安全。全县食堂从业人员{cooks:n}人，持健康证上岗{cert:n}人，持证率{cert_x:p2}%，未持证的2人已调离；全年未发生食品安全事故。"
    )
    paper.p(
        "2.体质改善。10岁男生平均身高由2017年的{tall_b0:n1}厘米增至{tall_b:n1}厘米，增加{yb.d:n1}厘米；女生由{tall_g0:n1}厘米增至{tall_g:n1}厘米，增加{yg.d:n1}厘米。",
        "两年均抽检{seen:n}人，检出贫血2017年{anemia0:n}人、2018年{anemia:n}人，检出率由{anemia_0:p2}%降为{anemia_x:p2}%，下降{d_anemia:p2}个百分点。",
    )
    paper.p(
        "3.满意度。向家长发放问卷{out:n}份，收回{ret:n}份，回收率{ret_x:p2}%；收回问卷中满意及基本满意{ok:n}份，家长满意度{ok_x:p2}%。"
    )
    paper.h("四、存在问题及建议")
    paper.p(
        "（一）龙泉乡兑付率{l_x:p2}%，低于全县平均水平，主要是寄宿生周末离校未及时核减供餐计划。（二）供应商开票滞后影响报账。建议2019年推行电子台账，由学生资助管理中心逐月核对。"
    )
    paper.right("麻岭县教育局")
    paper.right("2019年3月18日")
    return paper
