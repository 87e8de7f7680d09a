"""A city's education department, 2019: department against bureau proper, units in a wide table, percentage points."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, unit, basic budget, basic spent, project budget, project spent (万元).
_UNITS = (
    ("a", "市教育局本级", "1862.35", "1810.47", "4215.00", "3846.92"),
    ("b", "市第一中学", "6240.18", "6198.33", "1320.50", "1287.06"),
    ("c", "市实验小学", "3417.62", "3417.62", "486.00", "471.35"),
    ("d", "市特殊教育学校", "918.44", "905.10", "265.40", "188.72"),
    ("e", "市教师发展中心", "1105.73", "1088.26", "742.00", "655.81"),
    ("f", "市招生考试院", "486.90", "479.02", "1180.00", "1102.64"),
)
_SPECIALS = (
    ("fix", "校舍维修改造", "2180.00", "1963.40"),
    ("net", "智慧校园建设（V2.3平台）", "1246.50", "1198.27"),
    ("meal", "学生营养改善", "965.40", "965.40"),
    ("exam", "各类考试考务", "1180.00", "1102.64"),
    ("teach", "教师培训", "742.00", "655.81"),
)


def _books() -> Book:
    book = Book()
    keys = [key for key, *_ in _UNITS]
    for key, _, *amounts in _UNITS:
        for end, amount in zip(("bb", "bs", "pb", "ps"), amounts, strict=True):
            book.wan(**{f"{key}_{end}": amount})
        book.sum(f"{key}_tb", f"{key}_bb", f"{key}_pb")
        book.sum(f"{key}_ts", f"{key}_bs", f"{key}_ps")
        book.rate(f"{key}_x", f"{key}_ts", f"{key}_tb")
    for end in ("bb", "bs", "pb", "ps", "tb", "ts"):
        book.sum(f"s_{end}", *(f"{key}_{end}" for key in keys))
    for kind in "bpt":
        book.rate(f"s_{kind}x", f"s_{kind}s", f"s_{kind}b")
    book.rate("a_bx", "a_bs", "a_bb")
    book.rate("a_px", "a_ps", "a_pb")
    book.wan(l_tb="20864.20", l_ts="19377.05")
    book.rate("l_tx", "l_ts", "l_tb")
    book.points("dx", "s_tx", "l_tx")
    book.year("yt", "s_ts", "l_ts")
    for key, _, budget, spent in _SPECIALS:
        book.wan(**{f"{key}_sb": budget, f"{key}_ss": spent})
        book.rate(f"{key}_sx", f"{key}_ss", f"{key}_sb")
    names = [key for key, *_ in _SPECIALS]
    book.sum("n_b", "s_pb", minus=tuple(f"{key}_sb" for key in names))
    book.sum("n_s", "s_ps", minus=tuple(f"{key}_ss" for key in names))
    book.sum("s_pb", *(f"{key}_sb" for key in names), "n_b")
    book.sum("s_ps", *(f"{key}_ss" for key in names), "n_s")
    book.rate("n_x", "n_s", "n_b")
    book.count(schools=18, kids=21460, kids_l=20975, teachers=1384, teachers_l=1351, posts=1426)
    book.year("yk", "kids", "kids_l")
    book.year("yt2", "teachers", "teachers_l")
    book.rate("posts_x", "teachers", "posts")
    book.average("per_kid", "meal_ss", "kids")
    book.average("ratio", "kids", "teachers")
    book.wan(
        three="38.42", three_b="52.00", three_l="41.87", a_three="12.16", a_three_b="16.00", a_three_l="13.05"
    )
    book.rate("three_x", "three", "three_b")
    book.rate("a_three_x", "a_three", "a_three_b")
    book.year("y3", "three", "three_l")
    book.year("ya3", "a_three", "a_three_l")
    book.count(pass_now="96.35", pass_then="94.80", pass_plan=95)
    for name in ("pass_now", "pass_then", "pass_plan"):
        book.values[name] /= 100
    book.points("dp", "pass_now", "pass_then")
    book.points("dq", "pass_now", "pass_plan")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("education_system_2019", _books(), styled=True)
    paper.title("长陵市教育局2019年度部门整体支出绩效自评报告")
    paper.p(
        "根据《长陵市财政局关于做好2019年度预算绩效自评工作的通知》（长财预〔2020〕18号），市教育局对本部门（含局本级和5个直属单位）2019年度整体支出开展了绩效自评。自评工作自2020年3月1日开始，4月20日结束。",
    )
    paper.h("一、部门概况")
    paper.p(
        "本部门包括局本级、市第一中学、市实验小学等6个预算单位，管理直属学校{schools:n}所，在校学生{kids:n}人，较上年{kids_l:n}人{yk:增加/减少}{yk.d:n}人，{yk:增长/下降}{yk.g:p2}%；核定教职工编制{posts:n}名，",
        "实有在编教职工{teachers:n}人，较上年{teachers_l:n}人{yt2:增加/减少}{yt2.d:n}人，编制使用率{posts_x:p2}%，生师比为{ratio:n2}:1。",
    )
    paper.h("二、预算执行情况")
    paper.h("（一）部门汇总情况", 2)
    paper.p(
        "2019年部门预算{s_tb:w2}万元，支出{s_ts:w2}万元，执行率{s_tx:p2}%，比上年的{l_tx:p2}%{dx:提高/下降}{dx:p2}个百分点。其中基本支出预算{s_bb:w2}万元，支出{s_bs:w2}万元，执行率{s_bx:p2}%；",
        "项目支出预算{s_pb:w2}万元，支出{s_ps:w2}万元，执行率{s_px:p2}%。支出总额较上年{l_ts:w2}万元{yt:增加/减少}{yt.d:w2}万元，{yt:增长/下降}{yt.g:p2}%。",
    )
    paper.h("（二）局本级情况", 2)
    paper.p(
        "局本级预算{a_tb:w2}万元，支出{a_ts:w2}万元，执行率{a_x:p2}%。其中基本支出{a_bs:w2}万元，执行率{a_bx:p2}%；项目支出{a_ps:w2}万元，执行率{a_px:p2}%，主要是校舍维修改造、学生营养改善等支出。",
    )
    paper.centre("表1　预算单位收支执行情况")
    paper.right("单位：万元")
    paper.table(
        (10, 7, 7, 7, 7, 7, 7, 6),
        "预算单位|基本支出|>|项目支出|>|支出合计|>|执行率（%）",
        "^|预算|决算|预算|决算|预算|决算|^",
        *(
            f"{name}|{{{k}_bb:w2}}|{{{k}_bs:w2}}|{{{k}_pb:w2}}|{{{k}_ps:w2}}|{{{k}_tb:w2}}|{{{k}_ts:w2}}|{{{k}_x:p2}}"
            for k, name, *_ in _UNITS
        ),
        "部门合计|{s_bb:w2}|{s_bs:w2}|{s_pb:w2}|{s_ps:w2}|{s_tb:w2}|{s_ts:w2}|{s_tx:p2}",
        heads=2,
    )
    paper.h("（三）项目支出情况", 2)
    paper.p(
        "项目支出按用途分为六类：校舍维修改造{fix_ss:w2}万元，智慧校园建设{net_ss:w2}万元，学生营养改善{meal_ss:w2}万元，各类考试考务{exam_ss:w2}万元，教师培训{teach_ss:w2}万元，其他项目{n_s:w2}万元。",
    )
    paper.centre("表2　项目支出分类执行情况")
    paper.table(
        (5, 16, 9, 9, 8),
        "序号|项目类别|预算（万元）|决算（万元）|执行率（%）",
        *(
            f"{n}|{name}|{{{k}_sb:w2}}|{{{k}_ss:w2}}|{{{k}_sx:p2}}"
            for n, (k, name, *_) in enumerate(_SPECIALS, 1)
        ),
        "6|其他项目|{n_b:w2}|{n_s:w2}|{n_x:p2}",
        "|合计|{s_pb:w2}|{s_ps:w2}|{s_px:p2}",
    )
    paper.h("（四）“三公”经费情况", 2)
    paper.p(
        "全部门“三公”经费预算{three_b:w2}万元，决算{three:w2}万元，控制率{three_x:p2}%，比上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:增长/下降}{y3.g:p2}%。其中局本级预算{a_three_b:w2}万元，决算{a_three:w2}万元，",
        "控制率{a_three_x:p2}%，比上年{a_three_l:w2}万元{ya3:增加/减少}{ya3.d:w2}万元，{ya3:增长/下降}{ya3.g:p2}%。",
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "普通高中学业水平考试合格率{pass_now:p2}%，比上年（{pass_then:p2}%）提高{dp:p2}个百分点，高于{pass_plan:p0}%的年度目标{dq:p2}个百分点。学生营养改善惠及全部在校学生{kids:n}人，人均{per_kid:y2}元。",
        "全年举办教师培训班30余期，培训教师超过5000人次，学员满意度在95%以上。",
    )
    paper.h("四、存在问题")
    paper.p("一是特殊教育学校项目执行进度慢，主要是康复设备采购流标。二是项目绩效目标与预算资金匹配度不高。")
    paper.h("五、整改措施")
    paper.p(
        "一是提前编制采购需求，6月底前完成年度采购任务的80%。二是由计财科会同各单位逐项修订2021年项目绩效目标。"
    )
    paper.h("六、自评结果应用")
    paper.p("将自评结果作为2021年项目预算安排的依据，并在局门户网站公开。")
    return paper
