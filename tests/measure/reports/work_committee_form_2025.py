"""A committee for the party's work in offices, 2025: one great form of the whole unit, with money by source and by kind, little prose."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_TASKS = {
    "t1": ("党员教育培训", "46.00", "45.20"),
    "t2": ("基层党建示范点创建", "60.00", "57.60"),
    "t3": ("“两优一先”表彰", "18.50", "18.50"),
    "t4": ("机关文体活动", "22.00", "19.36"),
    "t5": ("党员关爱帮扶", "15.00", "14.10"),
}
_MARKS = (
    ("产出指标", "数量指标", "举办党务干部培训班（期）", "6", "{class:n}", 10, "10"),
    ("^", "^", "培训党员（人次）", "≥900", "{men:n}", 10, "10"),
    ("^", "^", "创建示范点（个）", "12", "{spots:n}", 10, "9.17"),
    ("^", "质量指标", "培训合格率", "≥98%", "{pass_x:p1}%", 10, "10"),
    ("^", "时效指标", "党费收缴及时率", "100%", "{fee_x:p1}%", 10, "9.8"),
    ("效益指标", "社会效益指标", "机关党支部标准化达标率", "≥95%", "{std_x:p1}%", 20, "19.5"),
    ("^", "可持续影响指标", "长效机制建设", "健全", "基本健全", 10, "9"),
    ("满意度指标", "服务对象满意度", "机关党员满意度", "≥95%", "{glad_x:p1}%", 10, "10"),
)
_WHY = {2: "1个因合署搬迁顺延", 4: "2个单位跨月缴纳", 5: "部分支部待整顿提升", 6: "制度修订未完成"}


def _books() -> Book:
    book = Book()
    book.wan(pay_s="286.40", pay_b="298.75", pay_d="298.10", off_s="36.80", off_b="35.20", off_d="33.94")
    for key, (_, budget, paid) in _TASKS.items():
        book.wan(**{f"{key}_b": budget, f"{key}_d": paid})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_b")
    book.wan(proj_s="150.00")
    for end in "bd":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in _TASKS))
    for end in "sbd":
        book.sum(f"basic_{end}", f"pay_{end}", f"off_{end}")
        book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
    for key in ("pay", "off", "basic", "proj", "all"):
        book.rate(f"{key}_x", f"{key}_d", f"{key}_b")
    book.wan(prov_s="0", prov_b="11.50", prov_d="11.50")
    for end in "sbd":
        book.sum(f"city_{end}", f"all_{end}", minus=(f"prov_{end}",))
        book.ties.append(Tie("sum", f"all_{end}", (f"city_{end}", f"prov_{end}")))
    book.rate("city_x", "city_d", "city_b")
    book.rate("prov_x", "prov_d", "prov_b")
    book.sum("rest", "all_b", minus=("all_d",))
    book.wan(off_l="38.15", three="2.86", three_l="3.12", three_b="3.00", meet="1.94", study="45.20")
    book.year("yo", "off_d", "off_l")
    book.year("y3", "three", "three_l")
    book.rate("three_x", "three", "three_b")
    book.count(posts=18, staff=17, old=9)
    book.rate("staff_x", "staff", "posts")
    book.average("off_u", "off_d", "staff")
    book.count(**{"class": 6}, men=1026, ok=1014, spots=11, spots_p=12)
    book.average("men_u", "t1_d", "men")
    book.rate("pass_x", "ok", "men")
    book.rate("spots_x", "spots", "spots_p")
    book.count(org=102, org_fee=100, cells=486, std=468, party=7842, vote=612, glad=594)
    book.rate("fee_x", "org_fee", "org")
    book.rate("std_x", "std", "cells")
    book.rate("glad_x", "glad", "vote")
    book.count(aided=47)
    book.average("aid_u", "t5_d", "aided")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    book.count(w_do=10)
    book.score("g_do", "w_do", "all_x")
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", f"{end}5", f"{end}6")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}7")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(8)))))
    book.ties.append(Tie("score", "g2", ("w2", "spots_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("work_committee_form_2025", _books())
    paper.title("部门（单位）整体支出绩效自评表")
    paper.centre("（2025年度）")
    paper.right("金额单位：万元")
    rows = [
        f"{kind}|{sort}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}|{_WHY.get(n, '')}"
        for n, (kind, sort, name, aim, done, *_) in enumerate(_MARKS)
    ]
    tasks = [
        f"^|{name}|>|{{{k}_b:w2}}|{{{k}_d:w2}}|>|{{{k}_x:p2}}%|{'已完成' if k != 't2' else '完成11个'}"
        for k, (name, *_) in _TASKS.items()
    ]
    paper.table(
        (11, 13, 14, 11, 11, 8, 9, 12),
        "部门名称|中共嘉陵市委市直机关工作委员会|>|>|>|>|>|>",
        "部门整体资金|资金性质|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分",
        "^|资金总额|{all_s:w2}|{all_b:w2}|{all_d:w2}|{w_do:s0}|{all_x:p2}%|{g_do:s2}",
        "^|按来源：市级财政|{city_s:w2}|{city_b:w2}|{city_d:w2}|—|{city_x:p2}%|—",
        "^|　　　　省级专款|0.00|{prov_b:w2}|{prov_d:w2}|—|{prov_x:p2}%|—",
        "^|按类别：基本支出|{basic_s:w2}|{basic_b:w2}|{basic_d:w2}|—|{basic_x:p2}%|—",
        "^|　　　　项目支出|{proj_s:w2}|{proj_b:w2}|{proj_d:w2}|—|{proj_x:p2}%|—",
        "年度主要任务|任务名称|>|预算安排|实际使用|>|使用率|完成情况",
        *tasks,
        "^|合计|>|{proj_b:w2}|{proj_d:w2}|>|{proj_x:p2}%|",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2z}|",
        heads=0,
    )
    paper.centre("自评情况说明")
    paper.p("一、部门概况")
    paper.p(
        "市直机关工委为市委派出机构，行政编制{posts:n}名，实有{staff:n}名，在职人员控制率{staff_x:p2}%，退休{old:n}名。所属机关党组织{org:n}个，党支部{cells:n}个，党员{party:n}名。"
    )
    paper.p("二、预算执行")
    paper.p(
        "年初预算{all_s:w2}万元，年中因公务员职务职级晋升及省级党建专款下达，全年预算调整为{all_b:w2}万元，执行{all_d:w2}万元，执行率{all_x:p2}%，结余{rest:w2}万元。基本支出{basic_d:w2}万元，人员经费{pay_d:w2}万元（预算{pay_b:w2}万元，执行率{pay_x:p2}%），公用经费{off_d:w2}万元（预算{off_b:w2}万元，执行率{off_x:p2}%）。"
    )
    paper.p(
        "公用经费比2024年{off_l:w2}万元{yo:增加/减少}{yo.d:w2}万元，{yo:增长/下降}{yo.g:p2}%，在职人员人均公用经费{off_u:w2}万元。“三公”经费{three:w2}万元，占预算{three_b:w2}万元的{three_x:p2}%，比2024年{three_l:w2}万元{y3:增长/下降}{y3.g:p2}%，全部为公务用车运行维护费，连续三年只减不增。"
    )
    paper.p("三、任务完成和效果")
    paper.p(
        "培训：举办党务干部培训班{class:n}期，培训{men:n}人次，合格{ok:n}人次，合格率{pass_x:p1}%，人均培训费用{men_u:y2}元。示范点：计划创建{spots_p:n}个，建成{spots:n}个，完成率{spots_x:p2}%，1个因单位合署搬迁顺延。党费：{org:n}个党组织中按月足额收缴的有{org_fee:n}个，及时率{fee_x:p1}%。"
    )
    paper.p(
        "支部：达标{std:n}个，占{std_x:p1}%，其余列入2026年整顿提升。帮扶：慰问困难党员{aided:n}名，支出{t5_d:w2}万元，人均{aid_u:y0}元。满意度：{vote:n}名党员参加测评，{glad:n}名满意，满意度{glad_x:p1}%。"
    )
    paper.p("四、评分")
    paper.p(
        "自评总分{g_all:s2z}分，预算执行{g_do:s2}分，产出{g_out:s2z}分，效益{g_eff:s2z}分，满意度{g7:s2z}分，评定等次为“优”。"
    )
    paper.p("五、不足与改进")
    paper.p(
        "文体活动因场地维修取消一场，经费使用率不到九成；党费收缴有2个单位跨月。2026年拟将培训计划提前到3月下达，一季度末支付进度不低于20%、二季度末不低于50%。"
    )
    paper.p("填报人：刘敏　联系电话：0817-2600135　填报日期：2026-02-27")
    return paper
