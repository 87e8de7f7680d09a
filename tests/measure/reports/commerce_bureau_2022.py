"""A county commerce bureau, 2022, the outline of Guangdong: targets against last year, funds to firms, quarters, efficiency in points."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Aim: name, unit, print, aim, done, last year.
_AIMS = {
    "a": ("社会消费品零售总额", "亿元", "n2", "118.50", "121.37", "113.86"),
    "b": ("外贸进出口总额", "亿元", "n2", "42.00", "39.68", "40.15"),
    "c": ("实际利用外资", "万美元", "n0", "1850", "1926", "1704"),
    "d": ("新增限额以上商贸企业", "家", "n0", "20", "24", "17"),
    "e": ("举办促消费活动", "场", "n0", "12", "15", "10"),
    "f": ("农村电商服务站点", "个", "n0", "160", "152", "138"),
}
# Policy: firms, applied, granted, paid (万元).
_GRANTS = {
    "g": ("限上企业培育奖励", "24", "265.00", "240.00", "240.00"),
    "h": ("外贸稳增长扶持", "31", "418.60", "386.45", "386.45"),
    "i": ("电商进农村综合示范", "9", "520.00", "472.30", "401.46"),
    "j": ("消费券发放及活动补助", "46", "300.00", "296.74", "296.74"),
    "k": ("展会参展补助", "38", "96.85", "82.17", "76.05"),
}
_POINTS = (
    ("履职效能", "整体效能", "部门整体绩效目标产出指标完成情况", "30", "28.50"),
    ("履职效能", "整体效能", "部门整体绩效目标效益指标完成情况", "20", "19.20"),
    ("管理效率", "预算编制", "新增预算事前绩效评估", "3", "3"),
    ("管理效率", "预算执行", "预算编制约束性", "5", "4.50"),
    ("管理效率", "预算执行", "财务管理合规性", "5", "5"),
    ("管理效率", "信息公开", "预决算及绩效信息公开", "5", "5"),
    ("管理效率", "绩效管理", "绩效管理制度建设及执行", "15", "14.20"),
    ("管理效率", "采购管理", "采购合规性与时效性", "7", "6.60"),
    ("管理效率", "资产管理", "资产配置、处置、盘活", "5", "4.80"),
    ("管理效率", "运行成本", "“三公”经费及日常公用经费控制", "5", "5"),
)


def _books() -> Book:
    book = Book()
    for key, (_, _, _, aim, done, last) in _AIMS.items():
        book.count(**{f"{key}_a": aim, f"{key}_d": done, f"{key}_l": last})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_a")
        book.year(f"{key}_y", f"{key}_d", f"{key}_l")
    for key, (_, firms, asked, given, paid) in _GRANTS.items():
        book.count(**{f"{key}_n": firms})
        book.wan(**{f"{key}_q": asked, f"{key}_g": given, f"{key}_p": paid})
        book.sum(f"{key}_r", f"{key}_g", minus=(f"{key}_p",))
        book.rate(f"{key}_v", f"{key}_p", f"{key}_g")
    for end in "nqgpr":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _GRANTS))
    book.rate("t_v", "t_p", "t_g")
    book.sum("nothing", "t_q", minus=("t_g",))
    book.rate("pass_h", "t_g", "t_q")
    book.wan(basic="786.42", proj="1612.35", basic_b="801.50", proj_b="1738.91")
    book.sum("out", "basic", "proj")
    book.sum("budget", "basic_b", "proj_b")
    book.sum("own_proj", "proj", minus=("t_p",))
    book.rate("x", "out", "budget")
    book.rate("basic_x", "basic", "basic_b")
    book.rate("proj_x", "proj", "proj_b")
    book.rate("basic_h", "basic", "out")
    book.rate("proj_h", "proj", "out")
    book.wan(q1="386.24", q2="562.18", q3="618.50")
    book.sum("q4", "out", minus=("q1", "q2", "q3"))
    book.sum("out", "q1", "q2", "q3", "q4")
    book.sum("half", "q1", "q2")
    book.rate("half_x", "half", "budget")
    book.wan(out_l="2216.70")
    book.year("yo", "out", "out_l")
    book.wan(trip_b="9.60", trip="5.28", trip_l="7.02")
    book.sum("trip_r", "trip_b", minus=("trip",))
    book.rate("trip_x", "trip", "trip_b")
    book.year("yt", "trip", "trip_l")
    book.wan(buy_b="186.30", buy="172.95", small="134.90")
    book.sum("buy_r", "buy_b", minus=("buy",))
    book.rate("buy_x", "buy_r", "buy_b")
    book.rate("small_h", "small", "buy")
    book.count(things=486, used=471)
    book.rate("used_x", "used", "things")
    book.wan(ticket="260.00", moved="3458.00")
    book.count(asked=60, content=57)
    book.rate("content_x", "content", "asked")
    for n, (*_, weight, got) in enumerate(_POINTS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_do", f"{end}0", f"{end}1")
        book.sum(f"{end}_run", *(f"{end}{n}" for n in range(2, 10)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_run")
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}{n}" for n in range(10))))
    book.rate("do_x", "g_do", "w_do")
    book.rate("run_x", "g_run", "w_run")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("commerce_bureau_2022", _books())
    paper.title("2022年部门整体支出绩效自评报告")
    paper.centre("部门名称：阳陂县商务局")
    paper.centre("填报日期：2023年7月10日")
    paper.h("一、部门基本情况")
    paper.h("（一）部门职能", 2)
    paper.p(
        "县商务局主要负责全县内外贸易、外商投资、市场体系建设、电子商务等工作，设4个职能股室，下设县商务服务中心。"
    )
    paper.h("（二）年度总体工作和重点工作任务", 2)
    paper.p(
        "2022年年度总体工作为稳外贸、稳外资、促消费，重点工作任务包括：培育限上企业、举办促消费活动、推进电商进农村、落实外贸扶持政策。"
    )
    paper.h("（三）部门整体支出绩效目标", 2)
    paper.p(
        "社会消费品零售总额达到{a_a:n2}亿元，外贸进出口总额{b_a:n2}亿元，实际利用外资{c_a:n}万美元，新增限额以上商贸企业{d_a:n}家，举办促消费活动{e_a:n}",
        "场，建成农村电商服务站点{f_a:n}个。",
    )
    paper.h("（四）部门整体支出情况（以决算数为统计口径）", 2)
    paper.p(
        "2022年我局全年预算{budget:w2}万元，决算支出{out:w2}万元，支出率{x:p2}%，比上年决算{out_l:w2}万元{yo:增长/下降}{yo.g:p2}%。按支出类型分，",
        "基本支出{basic:w2}万元，占{basic_h:p2}%，完成预算{basic_b:w2}万元的{basic_x:p2}%；项目支出{proj:w2}万元，占{proj_h:p2}%，完成预算{proj_b:w2}万元",
        "的{proj_x:p2}%。项目支出中，兑付企业扶持资金{t_p:w2}万元，其余{own_proj:w2}万元用于招商、市场监测等业务工作。",
    )
    paper.p(
        "分季度看，一季度支出{q1:w2}万元，二季度支出{q2:w2}万元，三季度支出{q3:w2}万元，四季度支出{q4:w2}万元；上半年支出{half:w2}万元，占全年预算的{hal",
        "f_x:p2}%。",
    )
    paper.h("二、绩效自评情况")
    paper.h("（一）自评结论", 2)
    paper.p(
        "经自评，我局2022年部门整体支出绩效得分为{g_all:s2}分，等级为优。其中履职效能得分{g_do:s2}分，得分率{do_x:p2}%；管理效率得分{g_run:s2}分，",
        "得分率{run_x:p2}%。",
    )
    paper.h("（二）履职效能分析", 2)
    paper.p(
        "1.消费市场稳步恢复。全县社会消费品零售总额{a_d:n2}亿元，同比{a_y:增长/下降}{a_y.g:p2}%，完成年度目标的{a_x:p2}%。举办“云购阳陂”等促消费活动{e",
        "_d:n}场，比上年{e_y:增加/减少}{e_y.d:n}场；发放消费券{ticket:w0}万元，带动消费{moved:w0}万元。",
    )
    paper.p(
        "2.外贸外资保持韧性。受国际市场需求减弱影响，外贸进出口总额{b_d:n2}亿元，同比{b_y:增长/下降}{b_y.g:p2}%，为目标的{b_x:p2}%，未完成年度目标；",
        "实际利用外资{c_d:n}万美元，同比{c_y:增长/下降}{c_y.g:p2}%，完成目标的{c_x:p2}%。",
    )
    paper.p("3.主体培育成效明显。新增限额以上商贸企业{d_d:n}家，超出目标值，完成率{d_x:p0}%。")
    paper.p(
        "4.农村电商持续推进。年末农村电商服务站点{f_d:n}个，比上年末的{f_l:n}个新增{f_y.d:n}个，完成目标的{f_x:p0}%，未达目标的原因是部分行政村无合适场所",
        "。",
    )
    paper.centre("绩效目标完成情况表")
    paper.table(
        (16, 8, 9, 9, 9, 9, 9),
        "指标名称|单位|2021年实绩|2022年目标|2022年实绩|完成率|同比增长",
        *(
            f"{name}|{unit}|{{{k}_l:{f}}}|{{{k}_a:{f}}}|{{{k}_d:{f}}}|{{{k}_x:p2}}%|"
            + ("-" if k == "b" else "")
            + f"{{{k}_y.g:p2}}%"
            for k, (name, unit, f, *_) in _AIMS.items()
        ),
    )
    paper.p(
        "5.扶持资金规范兑付。全年受理{t_n:n}家（次）企业申报，申报金额{t_q:w2}万元，经审核认定{t_g:w2}万元，核减{nothing:w2}万元，认定率{pass_h:p2}%；",
        "已兑付{t_p:w2}万元，兑付率{t_v:p2}%，未兑付{t_r:w2}万元。",
    )
    paper.centre("企业扶持资金兑付情况表（单位：万元）")
    paper.table(
        (17, 8, 10, 10, 10, 10, 9),
        "政策名称|企业家（次）|申报金额|认定金额|已兑付|未兑付|兑付率",
        "合计|{t_n:n}|{t_q:w2}|{t_g:w2}|{t_p:w2}|{t_r:w2}|{t_v:p2}%",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_q:w2}}|{{{k}_g:w2}}|{{{k}_p:w2}}|{{{k}_r:w2}}|{{{k}_v:p2}}%"
            for k, (name, *_) in _GRANTS.items()
        ),
    )
    paper.h("（三）管理效率分析", 2)
    paper.p(
        "1.采购管理。全年政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，节约{buy_r:w2}万元，节约率{buy_x:p2}%；授予中小企业合同{small:w2}万元，",
        "占实际采购金额的{small_h:p2}%。",
    )
    paper.p("2.资产管理。年末固定资产{things:n}件（套），在用{used:n}件（套），利用率{used_x:p2}%。")
    paper.p(
        "3.运行成本。“三公”经费预算{trip_b:w2}万元，实际支出{trip:w2}万元，为预算的{trip_x:p0}%，节约{trip_r:w2}万元；比上年的{trip_l:w2}万元{yt:上升/",
        "下降}{yt.g:p2}%。",
    )
    paper.p("4.满意度。随机回访受扶持企业{asked:n}家，满意{content:n}家，满意度{content_x:p0}%。")
    paper.centre("部门整体支出绩效自评评分表")
    rows = []
    for n, (first, second, third, *_) in enumerate(_POINTS):
        head = "^" if n and _POINTS[n - 1][0] == first else first
        middle = "^" if n and _POINTS[n - 1][:2] == (first, second) else second
        rows.append(f"{head}|{middle}|{third}|{{w{n}:s0}}|{{g{n}:s2z}}")
    paper.table(
        (10, 10, 24, 7, 7),
        "一级指标|二级指标|三级指标|分值|自评得分",
        *rows,
        "合计|>|>|{w_all:s0}|{g_all:s2}",
    )
    paper.h("三、部门整体支出绩效管理存在问题及改进意见")
    paper.p(
        "存在问题：一是外贸进出口目标未完成；二是电商进农村资金兑付率仅为{i_v:p2}%，{i_r:w2}万元因项目未验收尚未拨付。"
    )
    paper.p(
        "改进意见：一是组织企业参加境外展会，拓展东盟市场；二是加快电商项目验收，2023年9月底前完成资金兑付。"
    )
    return paper
