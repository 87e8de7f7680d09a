"""A third party's evaluation of a special fund, 2023: 亿元 and 万元, prefectures, weights in per cent, scoring rates."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_PLACES = (
    ("a", "省本级", "21460", "21460", "38214"),
    ("b", "泽阳市", "15832", "15410", "46120"),
    ("c", "临川市", "12677", "12019", "37905"),
    ("d", "武关市", "9840", "9655", "29476"),
    ("e", "平江州", "18305", "16984", "58831"),
)
_MARKS = (
    ("决策", "项目立项", "5", "5"),
    ("^", "绩效目标", "6", "4.5"),
    ("^", "资金投入", "4", "4"),
    ("过程", "资金管理", "12", "10.62"),
    ("^", "组织实施", "8", "7"),
    ("产出", "产出数量", "15", "14.36"),
    ("^", "产出质量", "10", "9.5"),
    ("^", "产出时效", "10", "8.2"),
    ("效益", "项目效益", "20", "18.4"),
    ("^", "满意度", "10", "9.27"),
)
_GROUPS = {"决策": (0, 1, 2), "过程": (3, 4), "产出": (5, 6, 7), "效益": (8, 9)}


def _books() -> Book:
    book = Book()
    for key, _, sent, paid, heads in _PLACES:
        book.wan(**{f"{key}_b": sent, f"{key}_s": paid})
        book.count(**{f"{key}_n": heads})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.average(f"{key}_v", f"{key}_s", f"{key}_n")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    keys = [key for key, *_ in _PLACES]
    for end in "bsnr":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in keys))
        book.sum(f"u_{end}", *(f"{key}_{end}" for key in keys[1:]))
    for area in "tu":
        book.rate(f"{area}_x", f"{area}_s", f"{area}_b")
        book.average(f"{area}_v", f"{area}_s", f"{area}_n")
    book.wan(nation="46900")
    book.sum("prov", "t_b", minus=("nation",))
    book.rate("nation_h", "nation", "t_b")
    book.rate("prov_h", "prov", "t_b")
    book.wan(uni="32150", high="24386", voc="11472")
    book.sum("pre", "t_s", minus=("uni", "high", "voc"))
    for key in ("uni", "high", "voc", "pre"):
        book.rate(f"{key}_h", key, "t_s")
    book.wan(t_last="70236")
    book.year("yt", "t_s", "t_last")
    book.count(n_last=198327)
    book.year("yn", "t_n", "n_last")
    for n, (_, _, full, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": full, f"g{n}": got})
        book.rate(f"d{n}", f"g{n}", f"w{n}")
    for number, (_, items) in enumerate(_GROUPS.items()):
        book.sum(f"W{number}", *(f"w{n}" for n in items))
        book.sum(f"G{number}", *(f"g{n}" for n in items))
        book.rate(f"D{number}", f"G{number}", f"W{number}")
    book.sum("full", *(f"W{n}" for n in range(4)))
    book.sum("score", *(f"G{n}" for n in range(4)))
    book.rate("score_x", "score", "full")
    book.count(paper_out=3200, paper_in=3047, paper_ok=2986, happy=2768)
    book.rate("in_x", "paper_in", "paper_out")
    book.rate("ok_x", "paper_ok", "paper_in")
    book.rate("happy_x", "happy", "paper_ok")
    book.count(schools=64, sch_uni=12, sch_high=31, sch_voc=13, sch_pre=8)
    book.sum("schools", "sch_uni", "sch_high", "sch_voc", "sch_pre")
    return book


def _marks() -> list[str]:
    rows = ["一级指标|二级指标|权重|得分|得分率"]
    for number, (group, items) in enumerate(_GROUPS.items()):
        for n in items:
            first, name, *_ = _MARKS[n]
            rows.append(f"{first if first == '^' else group}|{name}|{{w{n}:s0}}%|{{g{n}:s2}}|{{d{n}:p2}}%")
        rows.append(f"小计|>|{{W{number}:s0}}%|{{G{number}:s2}}|{{D{number}:p2}}%")
    rows.append("合计|>|{full:s0}%|{score:s2}|{score_x:p2}%")
    return rows


def build() -> Paper:
    """Return the report."""
    paper = Paper("student_aid_evaluation", _books(), styled=True)
    paper.title("2023年度学生资助补助专项资金")
    paper.title("绩效评价报告")
    paper.centre("委托单位：省财政厅")
    paper.centre("评价机构：正衡会计师事务所（特殊普通合伙）")
    paper.centre("2024年8月")
    paper.h("摘要")
    paper.p(
        "2023年省级以上财政安排学生资助补助资金{t_b:e2}亿元，其中中央资金{nation:e2}亿元、省级资金{prov:e2}亿元，分别占{nation_h:p2}%和{prov_h:p2}%。截至2023年12月31日，",
        "实际发放{t_s:e2}亿元，惠及学生{t_n:n}人次，资金执行率{t_x:p2}%。评价综合得分{score:s2}分，等级为“良”偏上的“优”档（≥90分为优）。",
    )
    paper.h("一、项目概况")
    paper.h("（一）资金安排及分配", 2)
    paper.p(
        "专项资金共下达{t_b:w0}万元，其中省本级{a_b:w0}万元，四个市州{u_b:w0}万元。与2022年发放数{t_last:w0}万元相比，2023年发放{t_s:w0}万元，{yt:增加/减少}{yt.d:w0}万元，",
        "{yt:增长/下降}{yt.g:p2}%；受助学生由上年的{n_last:n}人次{yn:增加/减少}到{t_n:n}人次，{yn:增长/下降}{yn.g:p2}%。",
    )
    paper.p(
        "按学段分，高等教育{uni:w0}万元，占{uni_h:p2}%；普通高中{high:w0}万元，占{high_h:p2}%；中等职业教育{voc:w0}万元，占{voc_h:p2}%；学前教育{pre:w0}万元，占{pre_h:p2}%。",
    )
    paper.centre("表1-1　专项资金分地区执行情况")
    paper.table(
        (8, 9, 9, 8, 8, 9, 9),
        "地区|下达（万元）|发放（万元）|未发放（万元）|执行率|受助人次（人次）|人均（元）",
        *(
            f"{name}|{{{key}_b:w0,}}|{{{key}_s:w0,}}|{{{key}_r:w0,z}}|{{{key}_x:p2}}%|{{{key}_n:n,}}|{{{key}_v:y2,}}"
            for key, name, *_ in _PLACES
        ),
        "其中：市州小计|{u_b:w0,}|{u_s:w0,}|{u_r:w0,}|{u_x:p2}%|{u_n:n,}|{u_v:y2,}",
        "全省合计|{t_b:w0,}|{t_s:w0,}|{t_r:w0,}|{t_x:p2}%|{t_n:n,}|{t_v:y2,}",
    )
    paper.h("（二）评价工作开展情况", 2)
    paper.p(
        "评价组于2024年5月至7月现场抽查学校{schools:n}所，其中高校{sch_uni:n}所、普通高中{sch_high:n}所、中职学校{sch_voc:n}所、幼儿园{sch_pre:n}所，抽查资金占发放总额的三成以上。",
        "发放学生及家长问卷{paper_out:n}份，收回{paper_in:n}份，回收率{in_x:p2}%，有效问卷{paper_ok:n}份，有效率{ok_x:p2}%。",
    )
    paper.h("二、综合评价结论")
    paper.p(
        "综合得分{score:s2}分。其中，决策类得{G0:s2}分，得分率{D0:p2}%；过程类得{G1:s2}分，得分率{D1:p2}%；产出类得{G2:s2}分，得分率{D2:p2}%；效益类得{G3:s2}分，得分率{D3:p2}%。",
    )
    paper.centre("表2-1　综合评价得分表")
    paper.table((8, 12, 7, 7, 8), *_marks())
    paper.h("三、绩效评价分析")
    paper.p(
        "（一）执行率差异较大。省本级执行率为{a_x:p2}%，市州平均为{u_x:p2}%，其中平江州{e_x:p2}%，为各地最低，未发放{e_r:w0}万元，主要是受助学生信息核对滞后等原因。",
    )
    paper.p(
        "（二）满意度较高。有效问卷中满意的{happy:n}份，满意度{happy_x:p2}%，高于目标值（≥90%）。",
    )
    paper.h("四、存在的主要问题")
    paper.p("（一）部分地区发放不及时。（二）绩效目标未按学段细化，个别指标目标值设置偏低。")
    paper.h("五、有关建议")
    paper.p(
        "（一）建立学籍系统与资助系统信息比对机制，每学期开学后30日内完成受助对象认定。（二）分学段设置绩效目标，目标值参照上年完成值核定。"
    )
    paper.h("六、评价结果应用建议")
    paper.p("建议将评价结果与2025年资金分配挂钩，并在适当范围内公开。")
    return paper
