"""A province's drug authority, 2024: planned and taken samples by kind, three years in a sentence, fines on the way in."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Kind: planned and taken batches, faulty ones.
_KINDS = {
    "drug": ("药品", 4200, 4318, 37),
    "tool": ("医疗器械", 1150, 1162, 21),
    "face": ("化妆品", 1600, 1583, 44),
}
_USES = {
    "exam": ("抽检及检验", "2846.50", "2791.38"),
    "check": ("审评查验", "1320.00", "1187.64"),
    "net": ("智慧监管平台", "960.00", "742.15"),
    "other": ("宣传培训等", "373.50", "361.92"),
}


def _books() -> Book:
    book = Book()
    for key, (_, plan, done, bad) in _KINDS.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done, f"{key}_b": bad})
    for end in "pdb":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _KINDS))
    for key in (*_KINDS, "all"):
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.sum(f"{key}_g", f"{key}_d", minus=(f"{key}_b",))
        book.rate(f"{key}_gx", f"{key}_g", f"{key}_d")
    for key, (_, budget, spent) in _USES.items():
        book.wan(**{f"{key}_m": budget, f"{key}_s": spent})
        book.rate(f"{key}_sx", f"{key}_s", f"{key}_m")
    for end in "ms":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _USES))
    book.rate("t_sx", "t_s", "t_m")
    book.sum("back", "t_m", minus=("t_s",))
    book.rate("net_h", "net_s", "t_s")
    book.average("each", "exam_s", "all_d")
    book.count(f22=1284, f23=1437, f24=1691, in24=1652, in23=1413)
    book.year("y23", "f23", "f22")
    book.year("y24", "f24", "f23")
    book.count(lic=3862, lic_t=3855, lic_e=2974)
    book.rate("lic_x", "lic_t", "lic")
    book.rate("lic_ex", "lic_e", "lic")
    book.wan(fine="5172.36", paid="4806.90", fine_l="4688.20")
    book.rate("paid_x", "paid", "fine")
    book.sum("due", "fine", minus=("paid",))
    book.year("y_fine", "fine", "fine_l")
    book.count(site_a=286, site_b=198, site_c=128, third=41)
    book.sum("sites", "site_a", "site_b", "site_c")
    book.count(shut=1608, sent=46, flaw=1437, fixed=1426)
    book.rate("shut_x", "shut", "f24")
    book.rate("fixed_x", "fixed", "flaw")
    book.average("flaw_each", "flaw", "sites")
    book.count(q_all=2000, q_a=1326, q_b=548, q_c=97, q_d=29)
    book.sum("q_sum", "q_a", "q_b", "q_c", "q_d")
    book.sum("q_good", "q_a", "q_b")
    book.rate("q_x", "q_good", "q_sum")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("drug_province_2024", _books())
    paper.title("海宁省药品监督管理局2024年度药品监管专项绩效自评报告")
    paper.h("一、概述")
    paper.p(
        "本专项由省级财政全额保障，2024年年初预算{t_m:w2}万元，年中未作调整；实际支出{t_s:w2}万元，执行率{t_sx:p2}%，{back:w2}万元年末由财政收回。其中，智慧监管平台受信创适配影响，支出{net_s:w2}万元（占总支出{net_h:p2}%），执行率仅{net_sx:p2}%。"
    )
    paper.table(
        (12, 10, 10, 9, 16),
        "支出方向|预算数（万元）|执行数（万元）|执行率|备注",
        "抽检及检验|{exam_m:w2}|{exam_s:w2}|{exam_sx:p2}%|含购样费",
        "审评查验|{check_m:w2}|{check_s:w2}|{check_sx:p2}%|",
        "智慧监管平台|{net_m:w2}|{net_s:w2}|{net_sx:p2}%|合同尾款未到付款期",
        "宣传培训等|{other_m:w2}|{other_s:w2}|{other_sx:p2}%|",
        "总计|{t_m:w2}|{t_s:w2}|{t_sx:p2}%|",
    )
    paper.h("二、产出分析")
    paper.h("（一）监督抽检", 2)
    paper.p(
        "全年计划抽检{all_p:n}批次，实际{all_d:n}批次，任务完成率{all_x:p2}%；检出不合格{all_b:n}批次，总体合格率{all_gx:p2}%。化妆品实际抽样{face_d:n}批次，比计划略少，完成率{face_x:p2}%，主要是部分网售产品下架抽不到样。以抽检及检验支出测算，每批次成本{each:y0}元，控制在5000元以内。"
    )
    paper.table(
        (10, 9, 9, 9, 10, 9, 9),
        "品种|计划批次|实抽批次|完成率（%）|不合格批次|合格批次|合格率（%）",
        *(
            f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p2}}|{{{k}_b:n}}|{{{k}_g:n}}|{{{k}_gx:p2}}"
            for k, name in (*((k, row[0]) for k, row in _KINDS.items()), ("all", "合计"))
        ),
    )
    paper.p("注：合格率=合格批次/实抽批次×100%，不含补充检验方法研究样品。")
    paper.h("（二）行政审批", 2)
    paper.p(
        "受理行政许可{lic:n}件，承诺时限内办结{lic_t:n}件，按期办结率{lic_x:p2}%，另有7件因企业补正材料中止计时；全程网办{lic_e:n}件，网办率{lic_ex:p2}%。"
    )
    paper.h("（三）案件查办", 2)
    paper.p(
        "立案数2022年{f22:n}件、2023年{f23:n}件、2024年{f24:n}件，近两年分别增长{y23.g:p2}%、{y24.g:p2}%。2024年所立案件当年结案{shut:n}件，结案率{shut_x:p2}%，移送公安机关{sent:n}件。",
        "罚没决定金额超5000万元，为{fine:w2}万元，较上年（{fine_l:w2}万元）增长{y_fine.g:p2}%，已缴入国库{paid:w2}万元，入库率{paid_x:p2}%，未入库的{due:w2}万元均在分期或强制执行中。",
    )
    paper.h("（四）现场检查", 2)
    paper.p(
        "检查药品、医疗器械、化妆品生产企业{sites:n}家（药品{site_a:n}家、医疗器械{site_b:n}家（第三类{third:n}家）、化妆品{site_c:n}家），发现缺陷{flaw:n}项，平均每家{flaw_each:n1}项，到期复查已整改{fixed:n}项，整改到位率{fixed_x:p2}%。"
    )
    paper.h("三、社会评价")
    paper.p(
        "委托第三方调查公众{q_all:n}人，全部有效。对药品安全形势表示“放心”的{q_a:n}人，“比较放心”{q_b:n}人，“不太放心”{q_c:n}人，“不放心”{q_d:n}人，放心度（放心和比较放心人数占比）{q_x:p2}%，在全省12个安全类满意度中排第3位。"
    )
    paper.h("四、问题及整改")
    paper.p(
        "（1）平台建设进度慢，绩效目标设置偏高；（2）化妆品抽样计划与市场变化脱节。2025年4月底前由科技标准处完成平台初验，抽检计划改为半年滚动编制。自评结果作为2025年专项分配和2026年预算编制的参考，并在省局网站公开。"
    )
    return paper
