"""Funds for rural revival, 2022: townships by kinds of project, four levels of funds in batches, 亿元 in the opening."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Township: name, projects, planned and paid for industry, roads and water, homes and training (万元), households.
_TOWNS = {
    "a": ("青石镇", 14, "1286.40", "1254.18", "642.00", "613.75", "118.50", "118.50", 1842),
    "b": ("白马镇", 11, "934.75", "917.32", "588.30", "588.30", "96.20", "91.46", 1436),
    "c": ("双河乡", 9, "715.60", "660.94", "473.85", "452.10", "84.00", "84.00", 1073),
    "d": ("枫林乡", 8, "682.25", "682.25", "391.40", "366.28", "72.80", "70.35", 968),
    "e": ("大坝彝族乡", 12, "1024.00", "963.57", "715.25", "702.64", "135.70", "130.12", 1527),
    "f": ("石桥镇", 10, "863.20", "851.66", "504.60", "489.95", "91.20", "91.20", 1214),
}
_KINDS = {"i": "产业发展", "r": "基础设施", "h": "民生保障"}
_LEVELS = {
    "cen": ("中央", "5120.00"),
    "pro": ("省级", "2480.00"),
    "cit": ("市级", "860.00"),
}
_MARKS = (
    ("预算执行", "预算执行率", "10", "9.69"),
    ("产出指标", "实施项目数量", "10", "10"),
    ("产出指标", "新建产业基地面积", "10", "10"),
    ("产出指标", "硬化通村道路里程", "10", "9.56"),
    ("产出指标", "项目验收合格率", "10", "10"),
    ("产出指标", "项目完工及时率", "10", "9.06"),
    ("效益指标", "脱贫人口人均纯收入增速", "15", "15"),
    ("效益指标", "受益脱贫户数", "15", "14"),
    ("满意度指标", "受益群众满意度", "10", "9.55"),
)


def _towns(book: Book) -> None:
    for town, (_, projects, *amounts, homes) in _TOWNS.items():
        book.count(**{f"{town}_n": projects, f"{town}_o": homes})
        for place, kind in enumerate(_KINDS):
            plan, paid = amounts[2 * place : 2 * place + 2]
            book.wan(**{f"{town}{kind}_p": str(plan), f"{town}{kind}_s": str(paid)})
        for end in "ps":
            book.sum(f"{town}_{end}", *(f"{town}{kind}_{end}" for kind in _KINDS))
        book.rate(f"{town}_x", f"{town}_s", f"{town}_p")
        book.average(f"{town}_v", f"{town}_s", f"{town}_o")
    for end in "nops":
        book.sum(f"t_{end}", *(f"{town}_{end}" for town in _TOWNS))
    for kind in _KINDS:
        for end in "ps":
            book.sum(f"{kind}_{end}", *(f"{town}{kind}_{end}" for town in _TOWNS))
        book.sum(f"{kind}_l", f"{kind}_p", minus=(f"{kind}_s",))
        book.rate(f"{kind}_x", f"{kind}_s", f"{kind}_p")
        book.rate(f"{kind}_h", f"{kind}_p", "t_p")
    for end in "ps":
        book.ties.append(Tie("sum", f"t_{end}", tuple(f"{kind}_{end}" for kind in _KINDS)))
    book.sum("t_l", "t_p", minus=("t_s",))
    book.ties.append(Tie("sum", "t_l", tuple(f"{kind}_l" for kind in _KINDS)))
    book.rate("t_x", "t_s", "t_p")
    book.average("t_v", "t_s", "t_o")


def _funds(book: Book) -> None:
    levels = tuple(_LEVELS)
    for level, (_, total) in _LEVELS.items():
        book.wan(**{level: total})
    book.sum("cou", "t_p", minus=levels)
    book.sum("t_p", *levels, "cou")
    book.wan(cen_1="3600.00", pro_1="1850.00", cit_1="600.00", cou_1="500.00")
    book.wan(cen_s="4986.30", pro_s="2391.45", cit_s="829.50")
    book.sum("cou_s", "t_s", minus=("cen_s", "pro_s", "cit_s"))
    book.sum("t_s", "cen_s", "pro_s", "cit_s", "cou_s")
    for level in (*levels, "cou"):
        book.sum(f"{level}_2", level, minus=(f"{level}_1",))
        book.rate(f"{level}_x", f"{level}_s", level)
        book.rate(f"{level}_h", level, "t_p")
    for batch in "12":
        book.sum(f"t_{batch}", *(f"{level}_{batch}" for level in (*levels, "cou")))
    book.ties.append(Tie("sum", "t_p", ("t_1", "t_2")))
    book.wan(last="8964.20")
    book.year("yt", "t_p", "last")


def _books() -> Book:
    book = Book()
    _towns(book)
    _funds(book)
    book.count(done=58, base_p=6200, base_d=6485, road_p="42.50", road_d="40.62", folk=27850, firms=23)
    book.rate("done_x", "done", "t_n")
    book.rate("base_x", "base_d", "base_p")
    book.rate("road_x", "road_d", "road_p")
    book.average("per_folk", "t_s", "folk")
    book.yuan(pay="14826", pay_l="12987", rent="2180000", share="1537500")
    book.year("yp", "pay", "pay_l")
    book.sum("gain", "rent", "share")
    book.count(villages=41)
    book.average("per_village", "gain", "villages")
    book.count(risk=386, safe=331, train=1260, job=874)
    book.sum("still", "risk", minus=("safe",))
    book.rate("safe_x", "safe", "risk")
    book.rate("job_x", "job", "train")
    book.count(out=600, back=582, glad=556)
    book.rate("back_x", "back", "out")
    book.rate("glad_x", "glad", "back")
    for n, (_, _, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(1, 6)))
        book.sum(f"{end}_eff", f"{end}6", f"{end}7")
        book.sum(f"{end}_all", f"{end}0", f"{end}_out", f"{end}_eff", f"{end}8")
    for n, rate in ((0, "t_x"), (3, "road_x"), (5, "done_x"), (8, "glad_x")):
        book.ties.append(Tie("score", f"g{n}", (f"w{n}", rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("rural_revival_2022", _books(), styled=True)
    paper.title("永岭县2022年度财政衔接推进乡村振兴补助资金绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "2022年，全县统筹安排财政衔接推进乡村振兴补助资金{t_p:e4}亿元（{t_p:w2}万元），较2021年的{last:w2}万元{yt:增加/减少}{yt.d:w2}万元，{yt:增长/下降}{yt.g:p2}%，用于6个乡镇{t_n:n}个项目。",
    )
    paper.h("（一）资金来源", 2)
    paper.p(
        "按资金级次：中央资金{cen:w2}万元，占{cen_h:p2}%；省级资金{pro:w2}万元，占{pro_h:p2}%；市级资金{cit:w2}万元，占{cit_h:p2}%；县级资金{cou:w2}万元，占{cou_h:p2}%。分两批下达，第一批{t_1:w2}万元于3月底前下达，第二批{t_2:w2}万元于8月底前下达。"
    )
    paper.table(
        (8, 10, 10, 10, 10, 8),
        "资金级次|第一批|第二批|合计|已支出|支出进度",
        *(
            f"{name}|{{{k}_1:w2}}|{{{k}_2:w2}}|{{{k}:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%"
            for k, (name, _) in _LEVELS.items()
        ),
        "县级|{cou_1:w2}|{cou_2:w2}|{cou:w2}|{cou_s:w2}|{cou_x:p2}%",
        "总计|{t_1:w2}|{t_2:w2}|{t_p:w2}|{t_s:w2}|{t_x:p2}%",
    )
    paper.right("注：金额单位为万元")
    paper.h("（二）资金投向", 2)
    paper.p(
        "①产业发展{i_p:w2}万元，占资金总量的{i_h:p2}%，高于省定55%的要求；②基础设施{r_p:w2}万元，占{r_h:p2}%；③民生保障{h_p:w2}万元，占{h_h:p2}%。截至2022年末，共支出{t_s:w2}万元，支出进度{t_x:p2}%，",
        "结转下年{t_l:w2}万元。其中产业发展支出{i_s:w2}万元、基础设施支出{r_s:w2}万元、民生保障支出{h_s:w2}万元，支出进度分别为{i_x:p2}%、{r_x:p2}%、{h_x:p2}%；三类分别结转{i_l:w2}万元、{r_l:w2}万元、{h_l:w2}万元。",
    )
    paper.centre("永岭县2022年衔接资金分乡镇使用情况表（万元）")
    paper.table(
        (10, 8, 8, 8, 8, 7, 7, 9, 9, 7),
        "乡镇|产业发展|>|基础设施|>|民生保障|>|小计|>|进度（%）",
        "^|计划|支出|计划|支出|计划|支出|计划|支出|^",
        *(
            f"{row[0]}|"
            + "|".join(f"{{{t}{kind}_p:w2}}|{{{t}{kind}_s:w2}}" for kind in _KINDS)
            + f"|{{{t}_p:w2}}|{{{t}_s:w2}}|{{{t}_x:p2}}"
            for t, row in _TOWNS.items()
        ),
        "全县|{i_p:w2}|{i_s:w2}|{r_p:w2}|{r_s:w2}|{h_p:w2}|{h_s:w2}|{t_p:w2}|{t_s:w2}|{t_x:p2}",
        heads=2,
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("二、绩效目标完成情况")
    paper.h("（一）产出指标完成情况", 2)
    paper.p(
        "①数量指标。{t_n:n}个项目已完工{done:n}个，完工率{done_x:p2}%。新建特色产业基地{base_d:n}亩，目标值{base_p:n}亩，完成率{base_x:p2}%；硬化通村道路{road_d:n2}公里，目标值{road_p:n2}公里，完成率{road_x:p2}%。",
        "②质量指标。已完工项目验收合格率100%。③成本指标。按受益脱贫户计算，户均投入{t_v:y2}元。",
    )
    paper.table(
        (12, 9, 10, 12),
        "乡镇|项目数（个）|受益脱贫户（户）|户均投入（元/户）",
        *(f"{row[0]}|{{{t}_n:n}}|{{{t}_o:n}}|{{{t}_v:y2}}" for t, row in _TOWNS.items()),
        "全县|{t_n:n}|{t_o:n}|{t_v:y2}",
    )
    paper.h("（二）效益指标完成情况", 2)
    paper.p(
        "①经济效益。2022年脱贫人口人均纯收入{pay:n}元，较上年{pay_l:n}元增加{yp.d:n}元，增长{yp.g:p2}%。村集体经济获得租金{rent:w2}万元、入股分红{share:w2}万元，合计{gain:w2}万元，{villages:n}个受益村村均{per_village:w2}万元。",
        "②社会效益。受益脱贫人口{folk:n}人，人均投入{per_folk:y2}元；组织技能培训{train:n}人次，实现就业{job:n}人，培训就业率{job_x:p2}%。监测对象{risk:n}户，已消除风险{safe:n}户，风险消除率{safe_x:p2}%，未消除{still:n}户均落实帮扶措施。",
        "③可持续影响。培育龙头企业和合作社{firms:n}家。",
    )
    paper.h("（三）满意度指标完成情况", 2)
    paper.p(
        "入户发放调查表{out:n}份，收回{back:n}份，收回率{back_x:p2}%，收回的调查表中表示满意的{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("三、自评得分")
    paper.p(
        "自评总分{g_all:s2}分，其中预算执行{g0:s2}分、产出指标{g_out:s2}分、效益指标{g_eff:s2}分、满意度指标{g8:s2}分。"
    )
    actual = (
        "{t_x:p2}%",
        "{t_n:n}个",
        "{base_d:n}亩",
        "{road_d:n2}公里",
        "100%",
        "{done_x:p2}%",
        "{yp.g:p2}%",
        "{t_o:n}户",
        "{glad_x:p2}%",
    )
    aims = ("100%", "64个", "≥6200亩", "≥42.50公里", "100%", "100%", "≥10%", "≥8500户", "100%")
    rows = []
    for n, (kind, name, *_) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == kind else kind
        rows.append(f"{head}|{name}|{aims[n]}|{actual[n]}|{{w{n}:s0}}|{{g{n}:s2}}")
    paper.table(
        (9, 16, 9, 9, 6, 7),
        "一级指标|三级指标|年度指标值|实际完成值|分值|自评得分",
        *rows,
        "总分|>|>|>|{w_all:s0}|{g_all:s2}",
    )
    paper.h("四、偏离绩效目标的原因及改进措施")
    paper.p(
        "双河乡资金支出进度{c_x:p2}%，全县最慢，系肉牛养殖基地用地手续办理滞后；受益脱贫户未达8500户目标，系部分项目户次重复统计后核减。下一步：一是前置用地、环评手续，2023年第一季度完成项目招标；二是由县乡村振兴局按月调度，9月底支出进度达不到80%的乡镇收回资金统筹使用。"
    )
    paper.h("五、绩效自评结果拟应用和公开情况")
    paper.p("自评结果与2023年衔接资金分配挂钩，报告及自评表于2023年3月31日前在县政府网站公开。")
