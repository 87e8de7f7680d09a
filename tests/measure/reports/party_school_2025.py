"""A city party school, 2025: classes, trainees and trainee days, costs by standard, annexes with six decimals."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Kind of class: name, classes planned and held, trainees, trainee days, spent (万元).
_CLASSES = {
    "main": ("主体班次", 14, 14, 812, 13476, "384.266"),
    "topic": ("专题研讨班", 10, 9, 586, 2930, "87.435"),
    "new": ("公务员初任培训班", 2, 2, 143, 1716, "46.8472"),
    "base": ("村（社区）党组织书记轮训班", 6, 7, 1064, 3192, "79.165"),
}
# Line of the first annex: name, final 2024, budget 2025, final 2025 (万元).
_PROJECTS = {
    "teach": ("1.干部教育培训", "571.284530", "640.000000", "597.713200"),
    "study": ("2.科研咨政", "38.415600", "45.000000", "43.206850"),
    "smart": ("3.智慧校园建设", "0", "186.500000", "162.748000"),
    "mend": ("4.学员宿舍修缮", "92.670000", "118.000000", "112.359415"),
}
_OFFICE = {
    "desk": ("其中：办公经费", "21.336420", "24.000000", "22.071835"),
    "power": ("　　　水费、电费、差旅费", "88.905137", "86.000000", "84.550262"),
    "meet": ("　　　会议费、培训费", "9.764000", "9.500000", "8.213600"),
    "rest": ("　　　其他", "64.118250", "65.500000", "63.427948"),
}
_MARKS = (
    ("产出指标", "数量指标", "举办培训班次", "32期", "{all_held:n}期", 10, "10"),
    ("^", "^", "培训学员人数", "≥2500人", "{all_men:n}人", 10, "10"),
    ("^", "^", "立项市级以上课题", "{topics_p:n}项", "{topics:n}项", 5, "4.5"),
    ("^", "质量指标", "学员结业率", "100%", "{out_x:p2}%", 10, "10"),
    ("^", "时效指标", "智慧校园项目完工时间", "2025年10月底前", "2025年12月", 5, "3"),
    ("^", "成本指标", "主体班人均日培训成本", "≤300元", "{main_u:y2}元", 10, "10"),
    ("效益指标", "社会效益指标", "咨政报告被采纳率", "≥60%", "{used_x:p2}%", 15, "15"),
    ("^", "可持续影响指标", "师资队伍结构", "持续优化", "较好", 15, "13"),
    ("满意度指标", "服务对象满意度", "学员评教满意率", "≥95%", "{glad_x:p2}%", 10, "10"),
)


def _classes(book: Book) -> None:
    for key, (_, plan, held, men, days, spent) in _CLASSES.items():
        book.count(**{f"{key}_plan": plan, f"{key}_held": held, f"{key}_men": men, f"{key}_days": days})
        book.wan(**{f"{key}_cost": spent})
        book.average(f"{key}_u", f"{key}_cost", f"{key}_days")
    for end in ("plan", "held", "men", "days", "cost"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _CLASSES))
    book.average("all_u", "all_cost", "all_days")
    for key in (*_CLASSES, "all"):
        book.rate(f"{key}_px", f"{key}_held", f"{key}_plan")
    book.count(men_l=2394, days_l=20258, out=2605)
    book.year("ym", "all_men", "men_l")
    book.year("yd", "all_days", "days_l")
    book.rate("out_x", "out", "all_men")


def _money(book: Book) -> None:
    for table, total in ((_PROJECTS, "proj"), (_OFFICE, "office")):
        for key, (_, last, plan, now) in table.items():
            if key == "teach":
                # Training by class makes up the project, so that both are one figure.
                book.wan(teach_l=last, teach_b=plan)
                book.sum("teach_s", "all_cost")
            else:
                book.wan(**{f"{key}_l": last, f"{key}_b": plan, f"{key}_s": now})
            book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        for end in "lbs":
            book.sum(f"{total}_{end}", *(f"{key}_{end}" for key in table))
    book.wan(pay_l="1486.225310", pay_b="1532.640000", pay_s="1521.907726")
    for end in "lbs":
        book.sum(f"basic_{end}", f"pay_{end}", f"office_{end}")
        book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
        book.ties.append(Tie("sum", f"all_{end}", (f"pay_{end}", f"office_{end}", f"proj_{end}")))
    for key in ("pay", "office", "basic", "proj", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("rest", "all_b", minus=("all_s",))
    book.year("ya", "all_s", "all_l")
    book.year("yt", "teach_s", "teach_l")
    book.rate("basic_h", "basic_s", "all_s")
    book.rate("proj_h", "proj_s", "all_s")


def _books() -> Book:
    book = Book()
    book.count(posts=78, staff=71, teachers=39, prof=8, assoc=15)
    book.rate("staff_x", "staff", "posts")
    book.rate("teach_h", "teachers", "staff")
    book.sum("senior", "prof", "assoc")
    book.rate("senior_h", "senior", "teachers")
    _classes(book)
    _money(book)
    book.wan(
        car_l="7.152800",
        recv_l="1.864000",
        car_b="7.200000",
        recv_b="1.800000",
        car_s="6.903415",
        recv_s="1.427600",
    )
    for end in "lbs":
        book.sum(f"three_{end}", f"car_{end}", f"recv_{end}")
    book.rate("three_x", "three_s", "three_b")
    book.year("y3", "three_s", "three_l")
    book.wan(deal="178.200000", buy_b="247.300000", buy="236.085000")
    book.sum("saved", "smart_b", minus=("deal",))
    book.sum("owed", "deal", minus=("smart_s",))
    book.rate("paid_x", "smart_s", "deal")
    book.rate("buy_x", "buy", "buy_b")
    book.count(topics_p=20, topics=18, papers=47, given=32, used=23, by_prov=4)
    book.rate("topics_x", "topics", "topics_p")
    book.rate("used_x", "used", "given")
    book.sum("by_city", "used", minus=("by_prov",))
    book.sum("used", "by_prov", "by_city")
    book.count(votes=2481, good=2422)
    book.rate("votes_x", "votes", "all_men")
    book.rate("glad_x", "good", "votes")
    book.count(w_do=10, g_do="9.66")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": str(weight), f"g{n}": str(got)})
        book.sum(f"c{n}", f"w{n}", minus=(f"g{n}",))
    book.sum("c_do", "w_do", minus=("g_do",))
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(6)))
        book.sum(f"{end}_eff", f"{end}6", f"{end}7")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(9)))))
    book.sum("lost", "w_all", minus=("g_all",))
    book.sum("lost", "c_do", "c2", "c4", "c7")
    book.ties.append(Tie("score", "g_do", ("w_do", "all_x")))
    book.ties.append(Tie("score", "g2", ("w2", "topics_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("party_school_2025", _books(), styled=True)
    paper.title("中共安澜市委党校（安澜市行政学院）")
    paper.title("2025年度部门整体支出绩效自评报告")
    paper.h("一、部门（单位）基本情况")
    paper.p(
        "市委党校是市委直属的公益一类事业单位，正处级，与市行政学院实行“一个机构、两块牌子”，设教务科、科研科、学员科、行政科等9个科室。核定编制{posts:n}名，在职{staff:n}人，在职人员控制率{staff_x:p2}%；",
        "专职教师{teachers:n}人，占在职人员的{teach_h:p2}%，其中教授{prof:n}人、副教授{assoc:n}人，高级职称教师{senior:n}人，占专职教师的{senior_h:p2}%。",
    )
    _spending(paper)
    _effects(paper)
    _annexes(paper)
    return paper


def _spending(paper: Paper) -> None:
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2025年一般公共预算支出预算{all_b:w2}万元，决算{all_s:w2}万元，预算执行率{all_x:p2}%，与2024年决算{all_l:w2}万元相比{ya:增加/减少}{ya.d:w2}万元，{ya:上升/下降}{ya.g:p2}%；年末未执行指标{rest:w2}万元，全部交回市财政。"
    )
    paper.h("（一）基本支出", 2)
    paper.p(
        "基本支出{basic_s:w2}万元，占总支出{basic_h:p2}%，其中人员经费预算{pay_b:w2}万元、支出{pay_s:w2}万元（执行率{pay_x:p2}%），公用经费预算{office_b:w2}万元、支出{office_s:w2}万元（公用经费控制率{office_x:p2}%）。“三公”经费{three_s:w2}万元，比2024年{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%，",
        "控制率{three_x:p2}%，其中公务用车运行维护费{car_s:w2}万元、公务接待费{recv_s:w2}万元。",
    )
    paper.h("（二）项目支出", 2)
    paper.p(
        "项目支出{proj_s:w2}万元，占总支出{proj_h:p2}%，执行率{proj_x:p2}%。按执行率由高到低依次为：科研咨政{study_x:p2}%、学员宿舍修缮{mend_x:p2}%、干部教育培训{teach_x:p2}%、智慧校园建设{smart_x:p2}%。",
        "智慧校园建设预算{smart_b:w2}万元，公开招标后签订合同{deal:w2}万元，节约{saved:w2}万元；按合同进度已支付{smart_s:w2}万元，占合同价款的{paid_x:p2}%，余{owed:w2}万元验收满一年后支付，列入2026年预算。",
    )
    paper.p("全年政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，政府采购执行率{buy_x:p2}%。")
    paper.h("三、政府性基金预算支出情况")
    paper.p("无。")
    paper.h("四、国有资本经营预算支出情况")
    paper.p("无。")
    paper.h("五、社会保险基金预算支出情况")
    paper.p("无。")


def _effects(paper: Paper) -> None:
    paper.h("六、部门整体支出绩效情况")
    paper.p(
        "（一）教学培训。全年举办各类培训班{all_held:n}期（计划{all_plan:n}期），培训学员{all_men:n}人，同比{ym:增长/下降}{ym.g:p2}%（2024年为{men_l:n}人）；培训总量{all_days:n}人天，比2024年的{days_l:n}人天{yd:增加/减少}{yd.d:n}人天。",
        "考核合格准予结业{out:n}人，结业率{out_x:p2}%。培训支出{all_cost:w2}万元，人均每天{all_u:y2}元，其中主体班次{main_u:y2}元，控制在300元的标准以内。",
    )
    paper.centre("2025年各类班次培训情况")
    paper.table(
        (18, 8, 8, 9, 10, 11, 11),
        "班次类别|计划期数|实际期数|学员（人）|人天数|支出（万元）|人天成本（元）",
        *(
            f"{name}|{{{k}_plan:n}}|{{{k}_held:n}}|{{{k}_men:n}}|{{{k}_days:n}}|{{{k}_cost:w2}}|{{{k}_u:y2}}"
            for k, (name, *_) in _CLASSES.items()
        ),
        "合计|{all_plan:n}|{all_held:n}|{all_men:n}|{all_days:n}|{all_cost:w2}|{all_u:y2}",
    )
    paper.p(
        "（二）科研咨政。立项市级以上课题{topics:n}项，年度目标{topics_p:n}项，完成率{topics_x:p2}%；报送咨政报告{given:n}篇，被采纳或获领导批示{used:n}篇（省级{by_prov:n}篇、市级{by_city:n}篇），采纳率{used_x:p2}%。"
    )
    paper.p(
        "（三）学员评价。{all_men:n}名学员中有{votes:n}人参加网上评教，参评率{votes_x:p2}%，评价为“满意”以上的{good:n}人，满意率{glad_x:p2}%。"
    )
    paper.p(
        "（四）自评结果。自评总分{g_all:s2}分，等级“优”。其中：预算执行得{g_do:s2z}分，产出指标得{g_out:s2z}分，效益指标得{g_eff:s2z}分，满意度指标得{g8:s2z}分。共扣{lost:s2}分：预算执行扣{c_do:s2}分，课题立项未达目标扣{c2:s2z}分，智慧校园项目延期扣{c4:s2z}分，师资队伍结构不够合理扣{c7:s2z}分。"
    )
    paper.h("七、存在的问题及原因分析")
    paper.p(
        "（一）项目实施进度滞后。智慧校园建设项目因招标文件两次修改，比计划推迟2个月完工。（二）专题研讨班计划{topic_plan:n}期，实际举办{topic_held:n}期，1期因授课专家行程调整取消。（三）35岁以下青年教师偏少，后备力量不足。"
    )
    paper.h("八、下一步改进措施")
    paper.p(
        "（一）对50万元以上的项目实行“一项目一方案”，由行政科在预算批复后1个月内完成采购需求论证。（二）建立授课专家备选库，每个专题备选专家不少于2名。（三）2026年公开招聘青年教师3名。"
    )
    paper.h("九、部门整体支出绩效自评结果拟应用和公开情况")
    paper.p(
        "自评结果与2027年项目预算申报挂钩，执行率低于90%的项目原则上不予增加预算。自评报告随部门决算公开。"
    )


def _annexes(paper: Paper) -> None:
    def lines(table: dict[str, tuple[str, str, str, str]]) -> list[str]:
        return [f"{row[0]}|{{{k}_l:w6}}|{{{k}_b:w6}}|{{{k}_s:w6}}" for k, row in table.items()]

    paper.p("附件1")
    paper.centre("部门整体支出绩效评价基础数据表")
    paper.table(
        (17, 11, 12, 11),
        "财政供养人员情况（人）|编制数|2025年实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况（万元）|2024年决算数|2025年预算数|2025年决算数",
        "三公经费|{three_l:w6}|{three_b:w6}|{three_s:w6}",
        "　1.公务用车购置和维护经费|{car_l:w6}|{car_b:w6}|{car_s:w6}",
        "　2.出国经费|0|0|0",
        "　3.公务接待|{recv_l:w6}|{recv_b:w6}|{recv_s:w6}",
        "项目支出|{proj_l:w6}|{proj_b:w6}|{proj_s:w6}",
        *lines(_PROJECTS),
        "公用经费|{office_l:w6}|{office_b:w6}|{office_s:w6}",
        *lines(_OFFICE),
        "部门基本支出|{basic_l:w6}|{basic_b:w6}|{basic_s:w6}",
        "厉行节约保障措施|健全内控制度，教学楼、宿舍楼实行分项计量|>|>",
        heads=0,
    )
    paper.p("附件2")
    paper.centre("部门整体支出绩效自评表")
    rows = [
        f"{kind}|{sort}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}"
        for n, (kind, sort, name, aim, done, *_) in enumerate(_MARKS)
    ]
    paper.table(
        (8, 10, 13, 11, 10, 6, 7),
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "预算执行|>|预算执行率|100%|{all_x:p2}%|{w_do:s0}|{g_do:s2z}",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2z}",
    )
    paper.p("填表人：王  倩　填报日期：2026年3月18日　联系电话：13800000000　单位负责人签字：")
