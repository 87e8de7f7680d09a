"""A city's detoxification centre, 2022: 元 to the cent, functional classes in three columns, cost a head and a day."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Class: code and name, initial budget, adjusted budget, final (元).
_CLASSES = {
    "safe": ("204公共安全支出", "18462300.00", "19874162.40", "19562847.91"),
    "soc": ("208社会保障和就业支出", "2316540.00", "2405218.56", "2405218.56"),
    "med": ("210卫生健康支出", "986200.00", "1012874.30", "1008961.22"),
    "home": ("221住房保障支出", "1524360.00", "1524360.00", "1498725.00"),
}
_PROJECTS = {
    "food": ("戒毒人员伙食费", "1752000.00", "1689420.35"),
    "cure": ("戒毒人员医疗康复费", "860000.00", "838916.70"),
    "guard": ("安防设施升级改造", "2480000.00", "2319604.52"),
    "run": ("所政管理业务费", "640000.00", "625180.00"),
}
_MARKS = (
    ("产出指标", "数量指标", "收治戒毒人员", "≥400人", "{took:n}人", 15, "15"),
    ("^", "质量指标", "诊断评估合格率", "≥95%", "{pass_x:p2}%", 15, "15"),
    ("^", "时效指标", "安防改造完成时间", "2022年9月底", "2022年12月", 10, "8"),
    ("^", "成本指标", "公用经费控制率", "≤100%", "{off_x:p2}%", 10, "10"),
    ("效益指标", "社会效益指标", "安全生产责任事故", "0起", "0起", 15, "15"),
    ("^", "可持续影响指标", "后续照管衔接率", "≥90%", "{hand_x:p2}%", 15, "14"),
    ("满意度指标", "服务对象满意度指标", "家属满意度", "≥90%", "{glad_x:p2}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, start, full, paid) in _CLASSES.items():
        book.yuan(**{f"{key}_s": start, f"{key}_b": full, f"{key}_f": paid})
        book.rate(f"{key}_x", f"{key}_f", f"{key}_b")
    for end in "sbf":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _CLASSES))
    for key in _CLASSES:
        book.rate(f"{key}_h", f"{key}_f", "all_f")
    book.rate("all_x", "all_f", "all_b")
    book.sum("moved", "all_b", minus=("all_s",))
    book.sum("rest", "all_b", minus=("all_f",))
    book.rate("moved_x", "moved", "all_s")
    for key, (_, budget, paid) in _PROJECTS.items():
        book.yuan(**{f"{key}_b": budget, f"{key}_f": paid})
        book.rate(f"{key}_x", f"{key}_f", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_f",))
    for end in "bfr":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in _PROJECTS))
    book.sum("proj_r", "proj_b", minus=("proj_f",))
    book.rate("proj_x", "proj_f", "proj_b")
    book.sum("basic", "all_f", minus=("proj_f",))
    book.yuan(off="2184630.45", off_b="2260000.00")
    book.sum("pay", "basic", minus=("off",))
    book.sum("basic", "pay", "off")
    book.sum("all_f", "basic", "proj_f")
    book.rate("off_x", "off", "off_b")
    book.rate("basic_h", "basic", "all_f")
    book.rate("proj_h", "proj_f", "all_f")
    book.yuan(all_l="25306418.77", car="312846.20", car_l="358120.64", recv="6480.00", recv_l="11235.00")
    book.sum("three", "car", "recv")
    book.sum("three_l", "car_l", "recv_l")
    book.year("ya", "all_f", "all_l")
    book.year("y3", "three", "three_l")
    book.yuan(goods="1865200.00", works="2319604.52", serv="486300.00", buy_b="4820000.00")
    book.sum("buy", "goods", "works", "serv")
    book.rate("buy_x", "buy", "buy_b")
    _people(book)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    book.count(w_do=10)
    book.score("g_do", "w_do", "all_x")
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(4)))
        book.sum(f"{end}_eff", f"{end}4", f"{end}5")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}6")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(7)))))
    return book


def _people(book: Book) -> None:
    book.count(posts=126, staff=118, police=97, work=21, gone=34, aux=40)
    book.sum("staff", "police", "work")
    book.rate("staff_x", "staff", "posts")
    book.rate("police_h", "police", "staff")
    book.count(old_in=268, took=437, out=391, took_l=512)
    book.sum("left_in", "old_in", "took", minus=("out",))
    book.year("yt", "took", "took_l")
    book.count(mean=289)
    book.average("food_u", "food_f", "mean")
    book.average("cure_u", "cure_f", "mean")
    book.count(judged=391, passed=379, handed=358)
    book.rate("pass_x", "passed", "judged")
    book.rate("hand_x", "handed", "out")
    book.count(kin=220, glad=207)
    book.rate("glad_x", "glad", "kin")
    book.count(c1=46, c2=52, c3=38)
    book.sum("class", "c1", "c2", "c3")


def build() -> Paper:
    """Return the report."""
    paper = Paper("detox_centre_yuan_2022", _books(), styled=True)
    paper.title("2022年度部门整体绩效自评报告")
    paper.centre("（嘉林市强制隔离戒毒所）")
    paper.h("一、基本情况")
    paper.h("（一）机构人员", 2)
    paper.p(
        "我所核定政法专项编制和事业编制{posts:n}个，2022年12月31日实有在职人员{staff:n}人，为核定数的{staff_x:p2}%。在职人员中民警{police:n}人、职工{work:n}人，民警占{police_h:p2}%。另有辅警{aux:n}人、退休人员{gone:n}人。"
    )
    paper.h("（二）收治情况", 2)
    paper.p(
        "年初在所{old_in:n}人，全年新收{took:n}人，解除（含变更）{out:n}人，年末在所{left_in:n}人，全年日均在所{mean:n}人。新收人数比2021年的{took_l:n}人{yt:增加/减少}{yt.d:n}人，{yt:增长/下降}{yt.g:p2}%。根据《禁毒法》，强制隔离戒毒期限为二年，最长可延长一年。"
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.h("（一）预决算总体情况", 2)
    paper.p(
        "2022年财政拨款年初预算{all_s:y2,}元，调整预算{all_b:y2,}元，较年初增加{moved:y2,}元，增加部分占年初预算的{moved_x:p2}%，主要是下达安防升级改造和政策性增资。决算支出{all_f:y2,}元，预算完成率{all_x:p2}%，未支出指标{rest:y2,}元由财政收回。与上年决算{all_l:y2,}元相比，{ya:增加/减少}{ya.d:y2,}元，{ya:增长/下降}{ya.g:p2}%。"
    )
    paper.p("按支出功能分类，各类支出预决算情况见表1。")
    paper.centre("表1　财政拨款支出预决算对比表")
    paper.right("金额单位：人民币元")
    paper.table(
        (17, 12, 12, 12, 8, 8),
        "功能分类科目|年初预算|调整预算|决算数|完成预算%|占比%",
        *(
            f"{name}|{{{k}_s:y2,}}|{{{k}_b:y2,}}|{{{k}_f:y2,}}|{{{k}_x:p2}}|{{{k}_h:p2}}"
            for k, (name, *_) in _CLASSES.items()
        ),
        "合计|{all_s:y2,}|{all_b:y2,}|{all_f:y2,}|{all_x:p2}|100.00",
    )
    paper.h("（二）基本支出", 2)
    paper.p(
        "基本支出决算{basic:y2,}元，占总支出的{basic_h:p2}%。人员经费{pay:y2,}元，日常公用经费{off:y2,}元。日常公用经费年度预算安排{off_b:y2,}元，公用经费控制率{off_x:p2}%。"
    )
    paper.h("（三）项目支出", 2)
    paper.p(
        "项目支出决算{proj_f:y2,}元，占总支出的{proj_h:p2}%，共4个项目，预算{proj_b:y2,}元，执行率{proj_x:p2}%，结余{proj_r:y2,}元。"
    )
    paper.centre("表2　项目支出明细表")
    paper.right("金额单位：人民币元")
    paper.table(
        (5, 17, 12, 12, 11, 8),
        "序号|项目|预算金额|支出金额|结余金额|执行率",
        *(
            f"{n}|{name}|{{{k}_b:y2,}}|{{{k}_f:y2,}}|{{{k}_r:y2,}}|{{{k}_x:p2}}%"
            for n, (k, (name, *_)) in enumerate(_PROJECTS.items(), 1)
        ),
        "合计|>|{proj_b:y2,}|{proj_f:y2,}|{proj_r:y2,}|{proj_x:p2}%",
    )
    paper.p(
        "按日均在所人数计算，伙食费人均{food_u:y2,}元，医疗康复费人均{cure_u:y2,}元。伙食费执行国家规定的实物量标准。"
    )
    _rest(paper)
    return paper


def _rest(paper: Paper) -> None:
    paper.h("（四）“三公”经费和政府采购", 2)
    paper.p(
        "“三公”经费支出{three:y2,}元，同比{y3:增加/减少}{y3.d:y2,}元（2021年为{three_l:y2,}元），{y3:增长/下降}{y3.g:p2}%。公务用车运行维护费{car:y2,}元，2021年为{car_l:y2,}元；公务接待费{recv:y2,}元，2021年为{recv_l:y2,}元，接待9批次、81人次。"
    )
    paper.p(
        "政府采购支出总额{buy:y2,}元，包括货物{goods:y2,}元、工程{works:y2,}元、服务{serv:y2,}元，政府采购预算{buy_b:y2,}元，政府采购执行率{buy_x:p2}%。单价50万元以上通用设备1台（套）。"
    )
    paper.h("三、绩效目标实现情况")
    paper.p(
        "教育戒治扎实推进。全年开设课堂{class:n}期，其中法治教育{c1:n}期、心理矫治{c2:n}期、职业技能{c3:n}期。对解除人员开展诊断评估{judged:n}人，合格{passed:n}人，合格率{pass_x:p2}%；与社区衔接后续照管{handed:n}人，衔接率{hand_x:p2}%。连续12年实现“六无”目标。"
    )
    paper.p("抽取戒毒人员家属{kin:n}名进行电话回访，表示满意的{glad:n}名，满意率{glad_x:p2}%。")
    paper.centre("部门整体绩效自评表")
    paper.table(
        (9, 11, 14, 11, 11, 6, 7),
        "一级指标|二级指标|三级指标|年度指标值|完成值|分值|得分",
        "预算执行率|>|>|100%|{all_x:p2}%|{w_do:s0}|{g_do:s2}",
        *(
            f"{kind}|{sort}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s0}}"
            for n, (kind, sort, name, aim, done, *_) in enumerate(_MARKS)
        ),
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2}",
    )
    paper.p(
        "自评总得分{g_all:s2}分，等级为“优”。预算执行率得{g_do:s2}分，产出指标得{g_out:s0}分，效益指标得{g_eff:s0}分，满意度指标得{g6:s0}分。"
    )
    paper.h("四、存在的主要问题")
    paper.p(
        "安防设施升级改造受疫情封闭管理影响，施工人员入场受限，较计划推迟3个月，扣2分；个别解除人员户籍地与居住地不一致，衔接不畅，扣1分。"
    )
    paper.h("五、改进措施")
    paper.p("完善与街道（乡镇）的信息推送机制，力争2023年衔接率达到95%。")
    paper.right("2023年4月6日")
