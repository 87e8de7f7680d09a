"""A provincial institution, 2024: the new outline with both annexes; income by source, projects in bands."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, name, budget, spent (万元); in bands of execution.
_PROJECTS = (
    ("m1", "地质灾害监测预警网运行维护", "1286.4000", "1286.4000"),
    ("m2", "国家级地下水监测工程维护", "642.1500", "640.8732"),
    ("m3", "矿山地质环境动态监测", "415.0000", "402.3385"),
    ("m4", "省级地质资料馆库房改造", "380.0000", "341.6270"),
    ("m5", "风险调查评价（1:5万）", "968.2500", "823.0614"),
    ("m6", "地面沉降监测站点建设", "524.7000", "318.4455"),
    ("m7", "应急测绘装备购置", "205.0000", "96.3500"),
)
_ROWS: tuple[tuple[str, str, str, str, str, str, str, str], ...] = (
    # key, level 1, level 2, name, target, actual, weight, points
    ("q1", "产出指标", "数量指标", "监测站点正常运行数量", "≥1150个", "{sites_on:n}个", "8", "8"),
    ("q2", "^", "^", "完成1:5万风险调查图幅数", "12幅", "{maps:n}幅", "8", "7.33"),
    ("q3", "^", "质量指标", "监测数据有效率", "≥95%", "{data_x:p2}%", "9", "9"),
    ("q4", "^", "^", "成果报告优良率", "≥80%", "{fine_x:p2}%", "8", "8"),
    ("q5", "^", "时效指标", "预警信息发布及时率", "100%", "100%", "9", "9"),
    ("q6", "^", "成本指标", "公用经费控制率", "≤100%", "{pub_x:p2}%", "8", "8"),
    ("e1", "效益指标", "社会效益指标", "成功避险起数", "≥10起", "{escapes:n}起", "15", "15"),
    (
        "e2",
        "^",
        "可持续影响指标",
        "监测体系持续完善程度",
        "持续完善",
        "持续完善，个别站点设备老化",
        "15",
        "13.5",
    ),
    ("f1", "满意度指标", "服务对象满意度指标", "受威胁群众满意度", "≥90%", "{happy_x:p2}%", "10", "10"),
)


def _books() -> Book:
    book = Book()
    for key, _, budget, spent in _PROJECTS:
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    keys = [key for key, *_ in _PROJECTS]
    book.sum("proj_b", *(f"{key}_b" for key in keys))
    book.sum("proj_s", *(f"{key}_s" for key in keys))
    book.sum("proj_r", "proj_b", minus=("proj_s",))
    book.rate("proj_x", "proj_s", "proj_b")
    book.wan(pay_b="3216.4476", pub_b="402.5550", pay_s="3174.0163", pub_s="338.2147", pub_last="351.9062")
    book.sum("basic_b", "pay_b", "pub_b")
    book.sum("basic_s", "pay_s", "pub_s")
    book.sum("basic_r", "basic_b", minus=("basic_s",))
    book.rate("basic_x", "basic_s", "basic_b")
    book.rate("pay_x", "pay_s", "pay_b")
    book.rate("pub_x", "pub_s", "pub_b")
    book.year("yp", "pub_s", "pub_last")
    book.sum("all_b", "basic_b", "proj_b")
    book.sum("all_s", "basic_s", "proj_s")
    book.sum("all_r", "all_b", minus=("all_s",))
    book.rate("all_x", "all_s", "all_b")
    book.rate("basic_h", "basic_s", "all_s")
    book.rate("proj_h", "proj_s", "all_s")
    book.wan(other_b="145.0000", other_s="131.7243", old="612.3344")
    book.sum("gen_b", "all_b", minus=("other_b",))
    book.sum("gen_s", "all_s", minus=("other_s",))
    book.rate("gen_x", "gen_s", "gen_b")
    book.wan(added="287.4600", back="54.1200")
    book.sum("start", "all_b", "back", minus=("added",))
    book.sum("start_year", "start", minus=("old",))
    book.wan(add_pay="96.3100")
    book.sum("add_proj", "added", minus=("add_pay",))
    book.wan(
        recv="4.2630", run="18.7745", recv_b="8.0000", run_b="27.5000", recv_last="5.1160", run_last="21.0882"
    )
    book.sum("three", "recv", "run")
    book.sum("three_b", "recv_b", "run_b")
    book.sum("three_last", "recv_last", "run_last")
    book.sum("three_r", "three_b", minus=("three",))
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_last")
    book.count(posts=186, staff_then=178, hired=6, gone=9, off=4, retired=97)
    book.sum("staff", "staff_then", "hired", minus=("gone",))
    book.sum("old_people", "off", "retired")
    book.rate("staff_x", "staff", "posts")
    book.wan(buy_b="862.3500", buy_s="804.1180", small="613.2500")
    book.rate("buy_x", "buy_s", "buy_b")
    book.sum("buy_r", "buy_b", minus=("buy_s",))
    book.rate("small_x", "small", "buy_s")
    book.count(
        sites=1204, sites_on=1187, maps=11, data_all=86400, data_ok=84965, reports=15, fine=13, escapes=14
    )
    book.rate("site_x", "sites_on", "sites")
    book.rate("data_x", "data_ok", "data_all")
    book.rate("fine_x", "fine", "reports")
    book.count(asked=500, answered=478, happy=459)
    book.rate("answer_x", "answered", "asked")
    book.rate("happy_x", "happy", "answered")
    book.count(projects=7, p95=3, p80=2, p60=1, p_low=1, w_exec=10)
    book.sum("projects", "p95", "p80", "p60", "p_low")
    book.score("p_exec", "w_exec", "all_x")
    book.values["p_exec"] = round(book.values["p_exec"], 2)
    for key, *_, weight, points in _ROWS:
        book.count(**{f"{key}_w": weight, f"{key}_p": points})
    book.sum("w_all", "w_exec", *(f"{row[0]}_w" for row in _ROWS))
    book.sum("p_all", "p_exec", *(f"{row[0]}_p" for row in _ROWS))
    return book


def _annex_1(paper: Paper) -> None:
    paper.p("附件1")
    paper.centre("2024年度部门整体支出绩效评价基础数据表")
    paper.right("单位：万元、人")
    paper.table(
        (14, 9, 9, 9),
        "财政供养人员情况|编制数|2024年实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况|2023年决算数|2024年预算数|2024年决算数",
        "三公经费|{three_last:w2}|{three_b:w2}|{three:w2}",
        "1、公务用车购置和维护经费|{run_last:w2}|{run_b:w2}|{run:w2}",
        "其中：公车购置|||",
        "　　　公车运行维护|{run_last:w2}|{run_b:w2}|{run:w2}",
        "2、出国经费|||",
        "3、公务接待|{recv_last:w2}|{recv_b:w2}|{recv:w2}",
        "公用经费|{pub_last:w2}|{pub_b:w2}|{pub_s:w2}",
        "政府采购金额|——|{buy_b:w2}|{buy_s:w2}",
        heads=1,
    )


def _annex_2(paper: Paper) -> None:
    paper.p("附件2")
    paper.centre("2024年度部门整体支出绩效自评表")
    rows = [
        f"绩效指标|{level1}|{level2}|{name}|{target}|{actual}|{{{key}_w:s0}}|{{{key}_p:s2z}}|"
        + ("" if weight == points else "设备老化、天气影响，已列入2025年计划")
        for key, level1, level2, name, target, actual, weight, points in _ROWS
    ]
    paper.table(
        (6, 7, 7, 10, 8, 8, 6, 6, 9),
        "部门名称|省地质环境监测总站|>|>|>|>|>|>|>",
        "年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|",
        "^|年度资金总额|{start:w2}|{all_b:w2}|{all_s:w2}|{w_exec:s0}|{all_x:p2}%|{p_exec:s2}|",
        "^|按收入性质分：一般公共预算||{gen_b:w2}|{gen_s:w2}||||",
        "^|其他资金||{other_b:w2}|{other_s:w2}||||",
        "^|按支出性质分：基本支出||{basic_b:w2}|{basic_s:w2}||||",
        "^|项目支出||{proj_b:w2}|{proj_s:w2}||||",
        "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
        *("^" + row[4:] for row in rows),
        "总分|>|>|>|>|>|{w_all:s0}|{p_all:s2z}|",
        heads=0,
    )


def build() -> Paper:
    """Return the report."""
    paper = Paper("geology_station_2024", _books())
    paper.title("2024年度部门整体支出绩效自评报告")
    paper.centre("部门（单位）名称：省地质环境监测总站")
    paper.centre("2025年4月18日")
    paper.p(
        "为做好预算绩效管理工作，总站对照年初批复的绩效目标，对2024年1月1日至12月31日的部门整体支出开展了绩效自评，报告如下。"
    )
    paper.h("一、部门（单位）基本情况")
    paper.p(
        "总站系省自然资源厅所属公益一类事业单位，编制{posts:n}名。2024年初在职{staff_then:n}人，当年公开招聘{hired:n}人，退休及调出{gone:n}人，年末在职{staff:n}人，",
        "控制率{staff_x:p2}%。离休人员{off:n}人，退休人员{retired:n}人，离退休人员合计{old_people:n}人。",
    )
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2024年部门年初预算{start:w2}万元（含上年结转{old:w2}万元，当年年初批复{start_year:w2}万元）。执行中追加{added:w2}万元，其中追加人员经费{add_pay:w2}万元、",
        "追加项目经费{add_proj:w2}万元；年末收回{back:w2}万元。调整后全年预算{all_b:w2}万元，其中一般公共预算{gen_b:w2}万元，其他资金{other_b:w2}万元。",
    )
    paper.p(
        "全年总支出{all_s:w2}万元，总体执行率{all_x:p2}%，结转结余{all_r:w2}万元。其中一般公共预算支出{gen_s:w2}万元，执行率{gen_x:p2}%；",
        "其他资金支出{other_s:w2}万元。",
    )
    paper.h("（一）基本支出情况", 2)
    paper.p(
        "基本支出预算{basic_b:w2}万元，实际支出{basic_s:w2}万元，占总支出的{basic_h:p2}%，执行率{basic_x:p2}%，结余{basic_r:w2}万元。其中：人员经费预算{pay_b:w2}万元，",
        "支出{pay_s:w2}万元，执行率{pay_x:p2}%；公用经费预算{pub_b:w2}万元，支出{pub_s:w2}万元，执行率{pub_x:p2}%，较上年支出{pub_last:w2}万元压减{yp.d:w2}万元，降幅{yp.g:p2}%。",
    )
    paper.h("（二）项目支出情况", 2)
    paper.p(
        "项目支出预算{proj_b:w2}万元，实际支出{proj_s:w2}万元，占总支出的{proj_h:p2}%，执行率{proj_x:p2}%，结余{proj_r:w2}万元。2024年共安排项目{projects:n}个，其中执行率95%以上的{p95:n}个，",
        "80%—95%的{p80:n}个，60%—80%的{p60:n}个，60%以下的{p_low:n}个。执行率低于80%的项目为地面沉降监测站点建设（{m6_x:p2}%）和应急测绘装备购置（{m7_x:p2}%），",
        "前者因用地手续办理滞后，后者因设备进口周期较长。",
    )
    paper.centre("表1 项目支出执行明细表")
    paper.right("单位：万元")
    paper.table(
        (16, 9, 9, 8),
        "项目名称|全年预算数|全年执行数|执行率",
        *(f"{name}|{{{key}_b:w2}}|{{{key}_s:w2}}|{{{key}_x:p2}}%" for key, name, *_ in _PROJECTS),
        "总计|{proj_b:w2}|{proj_s:w2}|{proj_x:p2}%",
    )
    paper.h("（三）“三公”经费情况", 2)
    paper.p(
        "“三公”经费年度预算{three_b:w2}万元，实际支出{three:w2}万元，控制率{three_x:p2}%，结余{three_r:w2}万元。其中公务接待费{recv:w2}万元，公务用车运行维护费{run:w2}万元，",
        "无因公出国（境）费和公务用车购置费。“三公”经费较2023年的{three_last:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%。",
    )
    paper.h("三、政府性基金预算支出情况")
    paper.p("无。")
    paper.h("四、国有资本经营预算支出情况")
    paper.p("无。")
    paper.h("五、社会保险基金预算支出情况")
    paper.p("无。")
    paper.h("六、部门整体支出绩效情况")
    paper.p(
        "根据《部门整体支出绩效自评表》，2024年度自评得分{p_all:s2z}分，其中预算执行率得{p_exec:s2}分（满分{w_exec:s0}分）。",
    )
    paper.p(
        "1．运行成本。公用经费控制率{pub_x:p2}%，“三公”经费控制率{three_x:p2}%，在职人员控制率{staff_x:p2}%，均控制在100%以内。",
    )
    paper.p(
        "2．管理效率。政府采购预算{buy_b:w2}万元，实际采购{buy_s:w2}万元，采购执行率{buy_x:p2}%，节约资金{buy_r:w2}万元；授予中小企业合同金额{small:w2}万元，占采购金额的{small_x:p2}%。",
    )
    paper.p(
        "3．履职效能。运行各类监测站点{sites:n}个，正常运行{sites_on:n}个，正常运行率{site_x:p2}%；应采集监测数据{data_all:n}组，有效数据{data_ok:n}组，有效率{data_x:p2}%；",
        "完成1:5万风险调查{maps:n}幅，提交成果报告{reports:n}份，其中优良{fine:n}份，优良率{fine_x:p2}%。成功避险{escapes:n}起，避免伤亡300余人。",
    )
    paper.p(
        "4．满意度。向受威胁群众发放问卷{asked:n}份，收回{answered:n}份，回收率{answer_x:p2}%，满意{happy:n}份，满意度{happy_x:p2}%。",
    )
    paper.h("七、存在的问题及原因分析")
    paper.p(
        "一是部分项目执行进度偏慢，地面沉降监测站点建设项目受用地手续影响，年末仅执行{m6_s:w2}万元。二是部分监测站点设备超期服役，数据缺失时有发生。"
    )
    paper.h("八、下一步改进措施")
    paper.p(
        "一是对用地、进口设备等前置条件复杂的项目，提前一年启动手续办理，未落实的不安排当年资金。二是制定三年设备更新计划，优先更换运行超过8年的站点。"
    )
    paper.h("九、绩效自评结果拟应用和公开情况")
    paper.p("自评结果作为2026年预算安排的重要依据，并按规定在门户网站公开。")
    _annex_1(paper)
    _annex_2(paper)
    return paper
