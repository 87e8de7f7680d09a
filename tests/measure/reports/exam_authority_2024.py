"""A province's examinations authority, 2024: exams across the columns, fees by standard, costs a candidate, places and papers."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Exam: name, entered, sat, fee each (元), passed or taken.
_EXAMS = {
    "uni": ("普通高考", 386420, 371863, "120", 318406),
    "adult": ("成人高考", 92415, 78630, "95", 64218),
    "self": ("自学考试（科次）", 164380, 121944, "40", 83127),
    "teach": ("教师资格笔试", 128706, 104252, "140", 41388),
}
# Use: name, budget, spent (万元).
_USES = {
    "set": ("命题制卷", "2860.00", "2791.35"),
    "move": ("试卷运送与保密", "1240.00", "1198.62"),
    "hold": ("考务组织与考点补助", "9650.00", "9312.48"),
    "mark": ("评卷", "5480.00", "5466.90"),
    "net": ("报名及信息系统运维", "1320.00", "1177.25"),
}
_MARKS = (
    ("产出", "数量", "组织考试场次", "4类", "4类", 10, "10"),
    ("^", "质量", "试卷差错率", "0", "0", 15, "15"),
    ("^", "^", "评卷误差复核率", "≥99.9%", "{right:p2}%", 10, "10"),
    ("^", "时效", "成绩公布时间", "6月25日前", "6月24日", 10, "10"),
    ("^", "成本", "考生人均成本", "≤275元", "{cost_u:y2}元", 5, "5"),
    ("效益", "社会效益", "重大舆情及失泄密事件", "0起", "0起", 15, "15"),
    ("^", "^", "标准化考点占比", "≥98%", "{std_x:p2}%", 10, "9.2"),
    ("^", "可持续影响", "题库建设", "完善", "逐步完善", 5, "4"),
    ("满意度", "服务对象", "考生满意度", "≥90%", "{glad_x:p2}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, entered, sat, fee, passed) in _EXAMS.items():
        book.count(**{f"{key}_n": entered, f"{key}_s": sat, f"{key}_g": passed})
        book.yuan(**{f"{key}_e": fee})
        book.product(f"{key}_v", f"{key}_e", f"{key}_n")
        book.sum(f"{key}_m", f"{key}_n", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_m", f"{key}_n")
        book.rate(f"{key}_y", f"{key}_g", f"{key}_s")
    for end in "nsmvg":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _EXAMS))
    book.ties.append(Tie("sum", "all_m", ("all_n",), ("all_s",)))
    book.rate("all_x", "all_m", "all_n")
    book.rate("uni_h", "uni_n", "all_n")
    book.count(uni_l=371285, all_l="748620")
    book.year("y_uni", "uni_n", "uni_l")
    book.year("y_all", "all_n", "all_l")
    for key, (_, budget, spent) in _USES.items():
        book.wan(**{f"{key}_b": budget, f"{key}_p": spent})
        book.rate(f"{key}_z", f"{key}_p", f"{key}_b")
    for end in "bp":
        book.sum(f"use_{end}", *(f"{key}_{end}" for key in _USES))
    for key in _USES:
        book.rate(f"{key}_h", f"{key}_p", "use_p")
    book.rate("use_z", "use_p", "use_b")
    book.sum("rest", "use_b", minus=("use_p",))
    book.average("cost_u", "use_p", "all_n")
    book.wan(last="18862.40", fee_b="9200.00")
    book.year("y_use", "use_p", "last")
    book.sum("gen_b", "use_b", minus=("fee_b",))
    book.sum("use_b", "fee_b", "gen_b")
    book.rate("fee_h", "fee_b", "use_b")
    book.rate("fee_x", "all_v", "use_p")
    book.wan(sub="6842.16")
    book.sum("own", "hold_p", minus=("sub",))
    book.sum("hold_p", "sub", "own")
    book.rate("sub_h", "sub", "hold_p")
    _places(book)
    return book


def _places(book: Book) -> None:
    book.count(cities=14, spots=612, std=605, rooms=12946, watch=31482)
    book.rate("std_x", "std", "spots")
    book.sum("nstd", "spots", minus=("std",))
    book.average("rooms_u", "rooms", "spots")
    book.average("watch_u", "watch", "rooms")
    book.count(judges=4860, papers="1487452", papers_l="1436910", again=1052, right="0.9996")
    book.average("papers_u", "papers", "judges")
    book.year("y_papers", "papers", "papers_l")
    book.wan(judge_s="3742.20")
    book.average("judge_u", "judge_s", "judges")
    book.rate("judge_h", "judge_s", "mark_p")
    book.count(cheat=87, cheat_l=126)
    book.year("y_cheat", "cheat", "cheat_l")
    book.count(sys_n=5, up_h="8757.4", all_h="8784")
    book.rate("up_x", "up_h", "all_h")
    book.count(calls=56218, got=54877, asked=2000, back=1936, glad=1824)
    book.rate("got_x", "got", "calls")
    book.rate("back_x", "back", "asked")
    book.rate("glad_x", "glad", "back")
    book.count(w_do=10)
    book.score("g_do", "w_do", "use_z")
    book.values["g_do"] = round(book.values["g_do"], 2)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(5, 8)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(9)))))
    book.sum("lost", "w_all", minus=("g_all",))


def _across(label: str, end: str, unit: str, tail: str) -> str:
    return f"{label}|" + "|".join(f"{{{key}_{end}:{unit}}}" for key in _EXAMS) + f"|{tail}"


def build() -> Paper:
    """Return the report."""
    paper = Paper("exam_authority_2024", _books(), styled=True)
    paper.title("省教育考试院2024年度国家教育考试专项经费绩效自评报告")
    paper.h("一、项目总体情况")
    paper.p(
        "国家教育考试专项经费用于保障普通高考、成人高考、自学考试和教师资格笔试4类考试的命题、考务、评卷等工作。2024年预算{use_b:w2}万元，其中考试费收入安排{fee_b:w2}万元，占{fee_h:p2}%，一般公共预算安排{gen_b:w2}万元。"
    )
    paper.p(
        "年度绩效目标：平稳组织4类考试，服务考生不少于75万人次，试卷差错率为零，标准化考点占比98%以上，不发生重大舆情和失泄密事件，考生满意度90%以上。"
    )
    paper.h("二、绩效目标实现情况")
    paper.p(
        "1.报考规模创新高。2024年4类考试报考合计{all_n:n}人次，较2023年的{all_l:n}人次{y_all:增加/减少}{y_all.d:n}人次，{y_all:增长/减少}{y_all.g:p2}%；其中高考报名{uni_n:n}人，占{uni_h:p2}%，较上年{y_uni:增加/减少}{y_uni.d:n}人（上年{uni_l:n}人）。实际参考{all_s:n}人次，缺考{all_m:n}人次，缺考率{all_x:p2}%。缺考率最高的是自学考试，达{self_x:p2}%。"
    )
    paper.centre("表1　各类考试报考及收费情况")
    paper.table(
        (16, 12, 12, 14, 14, 13),
        "项目|普通高考|成人高考|自学考试（科次）|教师资格笔试|合计",
        _across("报考人数（人次）", "n", "n", "{all_n:n}"),
        _across("实考人数（人次）", "s", "n", "{all_s:n}"),
        _across("缺考人数（人次）", "m", "n", "{all_m:n}"),
        _across("缺考率（%）", "x", "p2", "{all_x:p2}"),
        _across("录取（合格）人数", "g", "n", "{all_g:n}"),
        _across("占实考比例（%）", "y", "p2", "—"),
        _across("收费标准（元/人·次）", "e", "y0", "—"),
        _across("考试费收入（万元）", "v", "w2", "{all_v:w2}"),
    )
    paper.p("注：教师资格笔试按人次收费；录取（合格）人数中自学考试为单科合格科次。")
    paper.p(
        "2.考务组织平稳有序。全省{cities:n}个市州设考点{spots:n}个，其中标准化考点{std:n}个，占{std_x:p2}%，未达标{nstd:n}个；启用考场{rooms:n}个，平均每考点{rooms_u:n1}个考场；选派监考员{watch:n}人次，平均每考场{watch_u:n2}人次。查处违规违纪考生{cheat:n}人，比上年的{cheat_l:n}人{y_cheat:增加/减少}{y_cheat.d:n}人，{y_cheat:上升/下降}{y_cheat.g:p2}%。"
    )
    paper.p(
        "3.评卷公平准确。高考评卷教师{judges:n}名，评阅试卷{papers:w4}万份，同比{y_papers:增加/减少}{y_papers.d:w4}万份（2023年{papers_l:w4}万份），人均评阅{papers_u:n1}份；受理成绩复核申请{again:n}人，复核准确率{right:p2}%。"
    )
    paper.p(
        "4.服务保障有力。{sys_n:n}套信息系统全年正常运行{up_h:n1}小时，按全年{all_h:n}小时计算，可用率{up_x:p2}%。考试服务热线呼入{calls:n}次，接通{got:n}次，接通率{got_x:p2}%。"
    )
    _money(paper)
    return paper


def _money(paper: Paper) -> None:
    paper.h("三、资金使用情况")
    paper.p(
        "截至2024年12月31日，专项经费支出{use_p:e4}亿元（{use_p:w2}万元），执行率{use_z:p2}%，指标结余{rest:w2}万元。较2023年支出{last:w2}万元{y_use:增加/减少}{y_use.d:w2}万元，{y_use:增长/下降}{y_use.g:p2}%。按报考人次计算，人均成本{cost_u:y2}元。当年实现考试费收入{all_v:w2}万元，相当于支出的{fee_x:p2}%。"
    )
    paper.centre("表2　专项经费支出明细")
    paper.right("单位：万元、%")
    paper.table(
        (6, 22, 14, 14, 12, 12),
        "序号|支出内容|预算数|决算数|完成预算|占总支出",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_p:w2}}|{{{k}_z:p2}}|{{{k}_h:p2}}"
            for n, (k, (name, *_)) in enumerate(_USES.items(), 1)
        ),
        "|合　计|{use_b:w2}|{use_p:w2}|{use_z:p2}|100.00",
    )
    paper.p(
        "考务组织与考点补助{hold_p:w2}万元，占总支出的近半数（{hold_h:p2}%），其中下拨市州考点补助{sub:w2}万元，占该项支出的{sub_h:p2}%，院本级列支{own:w2}万元。评卷支出{mark_p:w2}万元中，评卷教师劳务费{judge_s:w2}万元，占{judge_h:p2}%，人均{judge_u:y0}元。"
    )
    paper.h("四、满意度调查情况")
    paper.p(
        "委托第三方向考生发放电子问卷{asked:n}份，回收{back:n}份，回收率{back_x:p2}%，其中满意{glad:n}份，考生满意度{glad_x:p2}%。"
    )
    paper.h("五、自评结果")
    paper.p(
        "根据评分规则，项目自评得分{g_all:s2z}分，较满分少{lost:s2z}分，自评等级为优。具体为：预算执行{g_do:s2z}分，产出指标{g_out:s2z}分（满分{w_out:s0}分），效益指标{g_eff:s2z}分（满分{w_eff:s0}分），满意度指标{g8:s2z}分。"
    )
    paper.table(
        (9, 11, 18, 12, 12, 7, 8),
        "一级指标|二级指标|三级指标|年度指标值|完成值|分值|得分",
        "预算执行|>|执行率|100%|{use_z:p2}%|{w_do:s0}|{g_do:s2z}",
        *(
            f"{one}|{two}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}"
            for n, (one, two, name, aim, done, *_) in enumerate(_MARKS)
        ),
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2z}",
    )
    paper.h("六、偏差分析及整改")
    paper.p(
        "信息系统运维执行率{net_z:p2}%，因等级保护测评改由省大数据中心统一组织，节约经费。7个考点尚未完成标准化改造，已督促相关县市在2025年5月底前完成。题库建设进度不及预期，2025年拟投入200万元左右，新增试题约3000道。"
    )
