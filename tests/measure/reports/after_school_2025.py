"""A project's self-evaluation, 2025: after-school care, income from a standard for each pupil and from fees."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Stage: schools, pupils, taking part, exempt, public money and fee for each (元 a year).
_STAGES = {
    "pri": ("小学", 29, 24860, 23615, 862, "200", "480"),
    "jun": ("初中", 13, 13760, 12299, 424, "260", "600"),
}
_USES = {
    "own": ("教师课时补助", "2010.00", "1926.48"),
    "out": ("外聘人员劳务费", "240.00", "218.35"),
    "kit": ("课程资源及耗材", "180.00", "164.72"),
    "safe": ("水电及安保", "130.00", "121.90"),
}
_MARKS = {
    "a": ("决策", 15, "15.0"),
    "b": ("过程", 25, "23.6"),
    "c": ("产出", 35, "33.9"),
    "d": ("效益", 25, "24.3"),
}


def _books() -> Book:
    book = Book()
    for key, (_, schools, pupils, joined, free, each, fee) in _STAGES.items():
        book.count(**{f"{key}_n": schools, f"{key}_p": pupils, f"{key}_j": joined, f"{key}_f": free})
        book.yuan(**{f"{key}_e": each, f"{key}_c": fee})
        book.sum(f"{key}_y", f"{key}_j", minus=(f"{key}_f",))
        book.product(f"{key}_g", f"{key}_e", f"{key}_j")
        book.product(f"{key}_k", f"{key}_c", f"{key}_y")
    for end in "npjfygk":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _STAGES))
    for key in (*_STAGES, "all"):
        book.rate(f"{key}_x", f"{key}_j", f"{key}_p")
    book.sum("income", "all_g", "all_k")
    book.rate("g_h", "all_g", "income")
    book.rate("k_h", "all_k", "income")
    for key, (_, budget, spent) in _USES.items():
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_z", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"use_{end}", *(f"{key}_{end}" for key in _USES))
    book.rate("use_z", "use_s", "use_b")
    book.rate("own_h", "own_s", "use_s")
    book.sum("left", "income", minus=("use_s",))
    book.count(joined_l=34207, staff=2648, taught=2415, guest=312)
    book.year("yj", "all_j", "joined_l")
    book.rate("taught_x", "taught", "staff")
    book.sum("hands", "taught", "guest")
    book.average("own_each", "own_s", "taught")
    book.count(calls=47, calls_l=68, sent=3000, back=2914, glad=2763)
    book.year("yc", "calls", "calls_l")
    book.rate("back_x", "back", "sent")
    book.rate("glad_x", "glad", "back")
    for key, (_, full, got) in _MARKS.items():
        book.count(**{f"w_{key}": full})
        book.count(**{f"m_{key}": got})
        book.sum(f"l_{key}", f"w_{key}", minus=(f"m_{key}",))
    for end in "wml":
        book.sum(end, *(f"{end}_{key}" for key in _MARKS))
    book.sum("m", "w", minus=("l",))
    # Nothing was lost on the decision.
    book.sum("l", "l_b", "l_c", "l_d")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("after_school_2025", _books())
    paper.title("澄江新区教育局2025年度义务教育课后服务项目绩效自评报告")
    paper.h("1 项目概况")
    paper.p(
        "义务教育课后服务项目面向全区{all_n:n}所义务教育学校（小学{pri_n:n}所、初中{jun_n:n}所），按照“财政补一点、家长出一点”的办法筹措经费。财政补助标准为小学每生每年{pri_e:y0}元、初中每生每年{jun_e:y0}元；服务性收费标准为小学每生每年{pri_c:y0}元、初中每生每年{jun_c:y0}元，家庭经济困难学生免收。"
    )
    paper.h("2 绩效目标")
    paper.p("年度目标为：有需要的学生应服务尽服务，学生参与率不低于90%，家长满意度不低于90%。")
    paper.h("3 资金筹集与使用")
    paper.h("3.1 资金筹集", 2)
    paper.p(
        "全年筹集{income:w2}万元，财政补助{all_g:w2}万元，占{g_h:p2}%；服务性收费{all_k:w2}万元，占{k_h:p2}%。免收服务费学生{all_f:n}人，缴费学生{all_y:n}人。分学段情况见表3-1。"
    )
    paper.centre("表3-1 分学段学生人数及资金筹集情况")
    paper.table(
        (12, 10, 10, 10),
        "指标|小学|初中|合计",
        "在校学生（人）|{pri_p:n}|{jun_p:n}|{all_p:n}",
        "参加学生（人）|{pri_j:n}|{jun_j:n}|{all_j:n}",
        "其中：免收学生（人）|{pri_f:n}|{jun_f:n}|{all_f:n}",
        "　　　缴费学生（人）|{pri_y:n}|{jun_y:n}|{all_y:n}",
        "参与率|{pri_x:p2}%|{jun_x:p2}%|{all_x:p2}%",
        "财政补助（万元）|{pri_g:w2}|{jun_g:w2}|{all_g:w2}",
        "服务性收费（万元）|{pri_k:w2}|{jun_k:w2}|{all_k:w2}",
    )
    paper.h("3.2 资金使用", 2)
    paper.p(
        "项目支出预算{use_b:w2}万元，实际支出{use_s:w2}万元，预算执行率{use_z:p2}%。筹集资金扣除支出后结余{left:w2}万元，留存学校下学期用于课后服务。教师课时补助{own_s:w2}万元，占总支出的{own_h:p2}%，参与教师人均{own_each:y0}元。"
    )
    paper.centre("表3-2 项目支出明细表")
    paper.right("单位：万元")
    paper.table(
        (14, 10, 10, 9),
        "支出内容|预算数|实际支出|执行率",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_z:p2}}%" for k, (name, *_) in _USES.items()),
        "合计|{use_b:w2}|{use_s:w2}|{use_z:p2}%",
    )
    paper.h("4 绩效分析")
    paper.p(
        "4.1 服务覆盖。参加课后服务学生{all_j:n}人，参与率{all_x:p2}%，高于目标值；",
        "参加人数比上年（{joined_l:n}人）{yj:增长/下降}{yj.g:p2}%，{yj:增加/减少}{yj.d:n}人。",
    )
    paper.p(
        "4.2 师资保障。全区义务教育学校专任教师{staff:n}人，参与课后服务{taught:n}人，参与面{taught_x:p2}%；",
        "另外聘校外人员{guest:n}人，服务人员合计{hands:n}人。",
    )
    paper.p(
        "4.3 社会反响。受理家长投诉{calls:n}件，同比{yc:上升/下降}{yc.g:p2}%（2024年{calls_l:n}件）。",
        "网上问卷推送{sent:n}份，收到有效答卷{back:n}份，有效率{back_x:p2}%；对课后服务表示满意的{glad:n}份，家长满意度{glad_x:p2}%，高于目标值。",
    )
    paper.h("5 自评结论")
    paper.p(
        "项目自评满分{w:s0}分，得{m:s1}分，扣{l:s1}分，等级为“优”。决策{w_a:s0}分，得{m_a:s1}分，未扣分；过程{w_b:s0}分，得{m_b:s1}分，扣{l_b:s1}分；产出{w_c:s0}分，得{m_c:s1}分，扣{l_c:s1}分；效益{w_d:s0}分，得{m_d:s1}分，扣{l_d:s1}分。"
    )
    paper.h("6 存在的问题")
    paper.p("（1）初中参与率低于小学，毕业年级参与意愿不高。（2）外聘人员劳务费按学期结算，支付偏慢。")
    paper.h("7 改进措施")
    paper.p(
        "（1）2026年春季学期起在初中增设自主选修课程。（2）外聘人员劳务费改为按月结算。（3）本次自评结果与2026年补助资金分配挂钩，并在区管委会网站公开。"
    )
    return paper
