"""A city's rehabilitation centre for the disabled, 2023: bands of execution, annex of base data, bases of service in prose."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: budget and payments in 万元; the last budget is what is left of the whole.
_PROJECTS = {
    "kid": ("残疾儿童康复救助", "842.00", "835.60"),
    "aid": ("辅助器具适配服务", "326.00", "298.44"),
    "kit": ("康复设备购置", "285.00", "241.37"),
    "sch": ("康复人才培训", "68.00", "68.00"),
    "run": ("康复场所运行维护", "", "179.12"),
}


def _money(book: Book) -> None:
    book.wan(start="2864.30", carry="126.45", add_p="205.00", add_c="113.20", back="42.55")
    book.sum("add", "add_p", "add_c")
    book.sum("full_b", "start", "carry", "add", minus=("back",))
    book.wan(wage_b="1325.60", wage="1312.48", home_b="48.30", home="47.95", off_b="186.50", off="171.26")
    parts = ("wage", "home", "off")
    for end in ("", "_b"):
        book.sum(f"basic{end}", *(f"{part}{end}" for part in parts))
        book.sum(f"men{end}", "wage" + end, "home" + end)
    book.sum("proj_b", "full_b", minus=("basic_b",))
    book.sum("full_b", "basic_b", "proj_b")
    for key, (_, budget, paid) in _PROJECTS.items():
        if budget:
            book.wan(**{f"{key}_b": budget})
        else:
            book.sum(f"{key}_b", "proj_b", minus=tuple(f"{k}_b" for k in _PROJECTS if k != key))
        book.wan(**{key: paid})
        book.rate(f"{key}_x", key, f"{key}_b")
    for end in ("", "_b"):
        book.sum(f"proj{end}", *(f"{key}{end}" for key in _PROJECTS))
    book.sum("full", "basic", "proj")
    for key in ("basic", "proj", "full", "off"):
        book.rate(f"{key}_x", key, f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(key,))
    book.ties.append(Tie("sum", "full_r", ("basic_r", "proj_r")))
    book.rate("basic_h", "basic", "full")
    book.rate("proj_h", "proj", "full")
    book.wan(full_l="3018.72", off_l="182.90", proj_l="1496.85")
    book.sum("basic_l", "full_l", minus=("proj_l",))
    book.sum("full_l", "basic_l", "proj_l")
    book.year("y_full", "full", "full_l")
    book.year("y_off", "off", "off_l")
    book.year("y_proj", "proj", "proj_l")
    book.wan(car_l="9.86", car_b="10.00", car="9.12", recv_l="1.35", recv_b="1.50", recv="0.94")
    for end in ("", "_l", "_b"):
        book.sum(f"three{end}", f"car{end}", f"recv{end}")
    book.year("y_three", "three", "three_l")
    book.rate("three_x", "three", "three_b")


def _work(book: Book) -> None:
    book.count(posts=92, staff=88)
    book.rate("staff_x", "staff", "posts")
    book.count(b_all=1, b_high=3, b_low=1)
    book.sum("b_n", "b_all", "b_high", "b_low")
    book.count(deaf=148, mind=216, auti=187, limb=97, kids_l=593)
    book.sum("kids", "deaf", "mind", "auti", "limb")
    book.year("y_kids", "kids", "kids_l")
    book.average("per_kid", "kid", "kids")
    book.count(tool_p=1500, tool_d=1420, into=93, tested=648, well=602)
    book.rate("tool_x", "tool_d", "tool_p")
    book.average("per_tool", "aid", "tool_d")
    book.rate("well_x", "well", "tested")
    book.sum("kids", "tested")
    book.count(kit_p=12, kit_d=10)
    book.sum("kit_left", "kit_p", minus=("kit_d",))
    book.rate("kit_n_x", "kit_d", "kit_p")
    book.count(sent=300, ok=288, glad=277)
    book.rate("ok_x", "ok", "sent")
    book.rate("glad_x", "glad", "ok")
    book.count(w_do=10, g_do="9.66", w_out=50, g_out="47.80", w_eff=30, g_eff=30, w_mood=10, g_mood=10)
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}_{key}" for key in ("do", "out", "eff", "mood")))
    book.count(l_tool="0.53", l_kit="1.67")
    book.sum("l_do", "w_do", minus=("g_do",))
    book.sum("l_out", "l_tool", "l_kit")
    book.ties.append(Tie("sum", "l_out", ("w_out",), ("g_out",)))
    book.sum("l_all", "l_do", "l_tool", "l_kit")
    book.ties.append(Tie("sum", "l_all", ("w_all",), ("g_all",)))
    book.ties.append(Tie("score", "g_do", ("w_do", "full_x")))


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("rehab_centre_2023", _books(), styled=True)
    paper.title("临溪市残疾人康复中心")
    paper.title("2023年度部门整体支出绩效自评报告")
    paper.h("一、单位基本情况")
    paper.p(
        "临溪市残疾人康复中心为市残联所属公益一类事业单位，承担全市残疾人康复服务、康复技术指导、辅助器具适配和康复人才培养任务，内设综合科、儿童康复科、成人康复科、辅具服务科、培训科5个科室。",
        "核定事业编制{posts:n}名，2023年末在编人员{staff:n}人，编制控制率{staff_x:p2}%。",
    )
    _spending(paper)
    _results(paper)
    _annexes(paper)
    return paper


def _spending(paper: Paper) -> None:
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2023年年初预算批复{start:w2}万元，上年结转{carry:w2}万元，年度执行中追加{add:w2}万元（省级残疾人事业补助{add_p:w2}万元，市级{add_c:w2}万元），财政收回{back:w2}万元，全年预算数{full_b:w2}万元；决算支出{full:w2}万元，",
        "预算执行率{full_x:p2}%，较2022年{full_l:w2}万元{y_full:增加/减少}{y_full.d:w2}万元（{y_full:增长/下降}{y_full.g:p2}%）；年末结转{full_r:w2}万元，其中基本支出结转{basic_r:w2}万元、项目支出结转{proj_r:w2}万元。",
    )
    paper.h("（一）基本支出情况", 2)
    paper.p(
        "基本支出{basic:w2}万元，占支出总额的{basic_h:p2}%，其中工资福利支出{wage:w2}万元、对个人和家庭的补助{home:w2}万元、商品和服务支出{off:w2}万元。商品和服务支出（公用经费）预算{off_b:w2}万元，控制率{off_x:p2}%，比上年{y_off:增加/减少}{y_off.d:w2}万元。"
    )
    paper.p(
        "“三公”经费决算{three:w2}万元，为预算数{three_b:w2}万元的{three_x:p2}%，同比{y_three:上升/下降}{y_three.g:p2}%。其中公务用车运行维护费{car:w2}万元，公务接待费{recv:w2}万元，因公出国（境）费为零。"
    )
    paper.h("（二）项目支出情况", 2)
    paper.p(
        "项目支出{proj:w2}万元，占支出总额的{proj_h:p2}%，较上年{y_proj:增加/减少}{y_proj.d:w2}万元，预算执行率{proj_x:p2}%。{b_n:n}个项目中，执行率100%的{b_all:n}个，90%（含）至100%的{b_high:n}个，低于90%的{b_low:n}个（康复设备购置，执行率{kit_x:p2}%）。"
    )
    paper.centre("项目支出执行情况表（万元）")
    paper.table(
        (16, 10, 10, 9),
        "项目名称|全年预算|决算支出|执行率",
        *(f"{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_x:p2}}%" for k, (name, *_) in _PROJECTS.items()),
        "小计|{proj_b:w2}|{proj:w2}|{proj_x:p2}%",
    )
    paper.h("三、政府性基金预算等其他预算支出情况")
    paper.p("2023年度无政府性基金预算、国有资本经营预算和社会保险基金预算支出。")


def _results(paper: Paper) -> None:
    paper.h("四、部门整体支出绩效情况")
    paper.p(
        "一是儿童康复应救尽救。全年救助残疾儿童{kids:n}人，比上年{kids_l:n}人{y_kids:增加/减少}{y_kids.d:n}人，其中听力言语类{deaf:n}人、智力类{mind:n}人、孤独症类{auti:n}人、肢体类{limb:n}人；支出{kid:w2}万元，人均{per_kid:y2}元。经年末评估，{tested:n}名儿童中康复有效{well:n}人，有效率{well_x:p2}%；{into:n}名儿童康复后进入普通学校或幼儿园就读。"
    )
    paper.p(
        "二是辅具适配精准服务。计划适配辅助器具{tool_p:n}件，实际适配{tool_d:n}件，完成率{tool_x:p2}%，件均支出{per_tool:y2}元。"
    )
    paper.p(
        "三是设备更新有序推进。计划购置康复设备{kit_p:n}台（套），年内到货验收{kit_d:n}台（套），到货率{kit_n_x:p2}%，其余{kit_left:n}台（套）进口设备因生产周期延长，于2024年2月到货。"
    )
    paper.p("四是人才培训提质增效。全年举办康复技术培训班8期，线上线下同步开设家长课堂。")
    paper.p(
        "五是服务对象总体满意。发放问卷{sent:n}份，回收有效问卷{ok:n}份，有效回收率{ok_x:p2}%，其中表示满意{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.p(
        "自评满分{w_all:s0}分，实得{g_all:s2}分，等级为优。其中：预算执行率{w_do:s0}分，得{g_do:s2}分；产出指标{w_out:s0}分，得{g_out:s2}分；效益指标{w_eff:s0}分，得{g_eff:s0}分；满意度指标{w_mood:s0}分，得{g_mood:s0}分。"
    )
    paper.h("五、存在的问题及原因分析")
    paper.p(
        "自评共扣{l_all:s2}分：预算执行率扣{l_do:s2}分，系设备尾款未付；产出指标扣{l_out:s2}分，其中辅助器具适配数量扣{l_tool:s2}分，系部分对象申请后放弃，设备到货扣{l_kit:s2}分，系进口设备延期。"
    )
    paper.h("六、下一步改进措施")
    paper.p(
        "一是设备采购在第一季度启动，优先选用供货周期可控的产品；二是辅具适配前入户核实需求，由辅具服务科建立台账。"
    )
    paper.h("七、绩效自评结果拟应用和公开情况")
    paper.p("自评结果作为2025年项目预算安排的重要参考，于2024年9月在市残联网站公开。")


def _annexes(paper: Paper) -> None:
    paper.p("附件")
    paper.centre("部门整体支出绩效评价基础数据表")
    paper.table(
        (16, 10, 10, 10),
        "财政供养人员情况（人）|编制数|2023年实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况（万元）|2022年决算数|2023年预算数|2023年决算数",
        "三公经费|{three_l:w2}|{three_b:w2}|{three:w2}",
        "公用经费|{off_l:w2}|{off_b:w2}|{off:w2}",
        "项目支出|{proj_l:w2}|{proj_b:w2}|{proj:w2}",
        heads=0,
    )
