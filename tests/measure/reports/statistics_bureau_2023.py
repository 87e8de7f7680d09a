"""A city bureau of statistics, 2023: the economic census carried over, changes by project, points taken off in prose."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: name, budget at the start, added, taken back, spent (万元).
_PROJECTS = {
    "census": ("第五次全国经济普查", "486.00", "120.00", "0", "538.46"),
    "home": ("住户调查一体化", "214.50", "0", "0", "209.83"),
    "sys": ("统计联网直报运维", "96.00", "0", "8.40", "87.60"),
    "help": ("基层统计辅助调查员补助", "172.80", "14.40", "0", "187.20"),
    "law": ("统计执法检查", "28.00", "0", "3.15", "22.91"),
    "book": ("统计年鉴编印及分析", "35.60", "0", "0", "34.75"),
}
_MARKS = (
    ("投入（10分）", "预算编制", "绩效目标合理性", 5, "5"),
    ("^", "预算配置", "在职人员控制率", 5, "5"),
    ("过程（40分）", "预算执行", "预算执行率", 10, "9.5"),
    ("^", "^", "预算调整率", 5, "3"),
    ("^", "^", "“三公”经费控制率", 5, "5"),
    ("^", "^", "政府采购执行率", 5, "4.5"),
    ("^", "预算管理", "管理制度健全性", 5, "5"),
    ("^", "^", "资金使用合规性", 5, "5"),
    ("^", "资产管理", "固定资产利用率", 5, "4.5"),
    ("产出（30分）", "职责履行", "重点工作完成率", 15, "14.5"),
    ("^", "^", "数据审核质量", 15, "15"),
    ("效果（20分）", "履职效益", "社会效益", 10, "9.5"),
    ("^", "^", "服务对象满意度", 10, "9"),
)
_OUT = {"投入": (0, 1), "过程": tuple(range(2, 9)), "产出": (9, 10), "效果": (11, 12)}


def _money(book: Book) -> None:
    for key, (_, start, add, back, spent) in _PROJECTS.items():
        book.wan(**{f"{key}_i": start, f"{key}_a": add, f"{key}_c": back})
        book.sum(f"{key}_b", f"{key}_i", f"{key}_a", minus=(f"{key}_c",))
        if key in ("sys", "help"):
            book.sum(f"{key}_s", f"{key}_b")
        else:
            book.wan(**{f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.wan(wage_i="1162.37", wage_a="68.24", off_i="118.50", off_a="4.60", wage_s="1226.58", off_s="112.09")
    for key in ("wage", "off"):
        book.sum(f"{key}_b", f"{key}_i", f"{key}_a")
    for end in "iacbs":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in _PROJECTS))
        if end != "c":
            book.sum(f"basic_{end}", f"wage_{end}", f"off_{end}")
            book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
    book.ties.append(Tie("sum", "proj_b", ("proj_i", "proj_a"), ("proj_c",)))
    book.ties.append(Tie("sum", "basic_b", ("basic_i", "basic_a")))
    book.ties.append(Tie("sum", "all_b", ("all_i", "all_a"), ("proj_c",)))
    book.ties.append(Tie("sum", "basic_b", ("wage_i", "wage_a", "off_i", "off_a")))
    book.ties.append(Tie("sum", "all_i", ("wage_i", "off_i", "proj_i")))
    book.ties.append(Tie("sum", "all_a", ("wage_a", "off_a", "proj_a")))
    book.ties.append(Tie("sum", "proj_a", ("census_a", "help_a")))
    book.ties.append(Tie("sum", "proj_c", ("sys_c", "law_c")))
    book.sum("net", "all_a", minus=("proj_c",))
    book.rate("net_x", "net", "all_i")
    for key in ("basic", "proj", "all", "off"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("rest", "all_b", minus=("all_s",))
    book.sum("rest_census", "census_b", minus=("census_s",))
    book.sum("rest_other", "rest", minus=("rest_census",))
    book.sum("rest", "rest_census", "rest_other")
    book.sum("big2", "census_s", "home_s")
    book.rate("big2_h", "big2", "proj_s")
    book.wan(last="2057.62", off_l="120.75", half="986.35")
    book.year("ya", "all_s", "last")
    book.year("yo", "off_s", "off_l")
    book.rate("half_x", "half", "all_b")


def _costs(book: Book) -> None:
    # Reception, use of cars, travel abroad: finals of 2022, budget and finals of 2023.
    book.wan(recv_l="3.42", car_l="12.86", out_l="0", recv_b="4.00", car_b="13.00", out_b="5.00")
    book.wan(recv_s="3.57", car_s="11.94", out_s="4.38")
    for end in "lbs":
        book.sum(f"three_{end}", f"recv_{end}", f"car_{end}", f"out_{end}")
    book.rate("three_x", "three_s", "three_b")
    for key in ("recv", "car", "three"):
        book.year(f"y{key}", f"{key}_s", f"{key}_l")
    book.wan(goods_b="86.00", goods="81.36", serv_b="154.00", serv="141.85")
    book.sum("buy_b", "goods_b", "serv_b")
    book.sum("buy", "goods", "serv")
    for key in ("goods", "serv", "buy"):
        book.rate(f"{key}_x", key, f"{key}_b")
    book.wan(fixed="934.18", used="868.79")
    book.rate("used_x", "used", "fixed")


def _books() -> Book:
    book = Book()
    book.count(civil_p=38, inst_p=24, civil=36, inst=22)
    book.sum("posts", "civil_p", "inst_p")
    book.sum("staff", "civil", "inst")
    book.rate("staff_x", "staff", "posts")
    _money(book)
    _costs(book)
    book.count(units=48216, legal=31874, branch=5209, solo=312640, took=1860, guide=412)
    book.sum("solo_all", "units", "solo")
    book.sum("shops", "units", minus=("legal", "branch"))
    book.sum("units", "legal", "branch", "shops")
    book.count(firms=2146, firms_l=1987, on_time=2139, jobs=26, jobs_d=25, check=120, fault=17)
    book.year("yf", "firms", "firms_l")
    book.rate("on_x", "on_time", "firms")
    book.rate("jobs_x", "jobs_d", "jobs")
    book.rate("fault_x", "fault", "check")
    book.count(homes=1320, town=760, essays=148, praised=31)
    book.sum("land", "homes", minus=("town",))
    book.sum("homes", "town", "land")
    book.count(asked=260, back=254, glad=231)
    book.rate("back_x", "back", "asked")
    book.rate("glad_x", "glad", "back")
    for n, (_, _, _, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": str(weight), f"g{n}": str(got)})
        book.sum(f"c{n}", f"w{n}", minus=(f"g{n}",))
    for end in "wgc":
        for n, parts in enumerate(_OUT.values()):
            book.sum(f"{end}_{n}", *(f"{end}{part}" for part in parts))
        book.sum(end, *(f"{end}_{n}" for n in range(4)))
        book.ties.append(Tie("sum", end, tuple(f"{end}{n}" for n in range(len(_MARKS)))))
    book.ties.append(Tie("sum", "c", ("w",), ("g",)))
    book.ties.append(Tie("sum", "c", ("c2", "c3", "c5", "c8", "c9", "c11", "c12")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("statistics_bureau_2023", _books())
    paper.title("云州市统计局2023年度部门整体支出绩效自评报告")
    paper.p(
        "为进一步加强财政支出管理，强化支出责任，按照《云州市财政局关于做好2024年市级预算绩效管理有关工作的通知》（云财函〔2024〕31号）精神，我局成立了以局长为组长的绩效自评工作小组，于2024年3月11日至4月10日开展自评。"
    )
    paper.h("一、部门概况")
    paper.p(
        "云州市统计局为市政府工作部门，设12个内设机构，下辖市普查中心、市社情民意调查中心2个公益一类事业单位，与局机关一并编报预算。人员编制{posts:n}名（行政{civil_p:n}名，事业{inst_p:n}名），实有{staff:n}人（行政{civil:n}人，事业{inst:n}人），在职人员控制率为{staff_x:p2}%。"
    )
    _spending(paper)
    _results(paper)
    return paper


def _spending(paper: Paper) -> None:
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "本部门2023年年初预算{all_i:w2}万元，执行中追加{all_a:w2}万元、收回{proj_c:w2}万元，净追加{net:w2}万元，预算调整率{net_x:p2}%，全年预算{all_b:w2}万元。截至6月末支出{half:w2}万元，序时进度{half_x:p2}%；截至12月末支出{all_s:w2}万元，执行率{all_x:p2}%，",
        "较2022年（{last:w2}万元）{ya:增加/减少}{ya.d:w2}万元，{ya:增幅/降幅}{ya.g:p2}%，主要是第五次全国经济普查进入清查登记阶段。未支出{rest:w2}万元，其中经济普查{rest_census:w2}万元结转2024年继续使用，其余{rest_other:w2}万元由市财政收回。",
    )
    paper.p(
        "1．基本支出全年预算{basic_b:w2}万元，实际支出{basic_s:w2}万元，执行率{basic_x:p2}%。人员经费年初预算{wage_i:w2}万元，因晋级晋档及抚恤金追加{wage_a:w2}万元，支出{wage_s:w2}万元；公用经费年初预算{off_i:w2}万元，追加{off_a:w2}万元，调整为{off_b:w2}万元，支出{off_s:w2}万元，公用经费控制率{off_x:p2}%，比上年的{off_l:w2}万元{yo:增长/下降}{yo.g:p2}%。",
    )
    paper.p(
        "2．项目支出{proj_s:w2}万元，执行率{proj_x:p2}%。其中，第五次全国经济普查和住户调查一体化两个项目合计支出{big2:w2}万元，占项目支出的{big2_h:p2}%。除第五次全国经济普查、统计执法检查以外，其他4个项目执行率均在97%以上。",
    )
    paper.centre("表一　项目支出预算执行情况")
    paper.right("金额单位：万元")
    paper.table(
        (17, 9, 8, 8, 9, 9, 8),
        "项　目|年初预算|本年追加|本年收回|全年预算|决算支出|执行率（%）",
        *(
            f"{name}|{{{k}_i:w2}}|"
            + (f"{{{k}_a:w2}}" if row[1] != "0" else "—")
            + "|"
            + (f"{{{k}_c:w2}}" if row[2] != "0" else "—")
            + f"|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}"
            for k, (name, *row) in _PROJECTS.items()
        ),
        "合　计|{proj_i:w2}|{proj_a:w2}|{proj_c:w2}|{proj_b:w2}|{proj_s:w2}|{proj_x:p2}",
    )
    paper.p(
        "3．“三公”经费。2023年预算安排{three_b:w2}万元，实际支出{three_s:w2}万元，“三公”经费控制率{three_x:p2}%；与2022年决算{three_l:w2}万元相比{ythree:增加/减少}{ythree.d:w2}万元，系恢复因公出国（境）任务，列支{out_s:w2}万元（上年未发生）。",
        "公务接待费{recv_s:w2}万元，同比{yrecv:增长/下降}{yrecv.g:p2}%；公务用车运行维护费{car_s:w2}万元，同比{ycar:增长/下降}{ycar.g:p2}%。",
    )
    paper.centre("表二　“三公”经费对比")
    paper.right("金额单位：万元")
    paper.table(
        (20, 10, 10, 10),
        "项　目|2022年决算|2023年预算|2023年决算",
        "因公出国（境）费|{out_l:w2}|{out_b:w2}|{out_s:w2}",
        "公务用车运行维护费|{car_l:w2}|{car_b:w2}|{car_s:w2}",
        "公务接待费|{recv_l:w2}|{recv_b:w2}|{recv_s:w2}",
        "合　计|{three_l:w2}|{three_b:w2}|{three_s:w2}",
    )
    paper.p(
        "4．政府采购与资产。政府采购预算{buy_b:w2}万元，实际执行{buy:w2}万元，执行率{buy_x:p2}%，其中货物采购预算{goods_b:w2}万元、执行{goods:w2}万元，服务采购预算{serv_b:w2}万元、执行{serv:w2}万元，执行率分别为{goods_x:p2}%、{serv_x:p2}%。年末固定资产原值{fixed:w2}万元，在用{used:w2}万元，利用率{used_x:p2}%。",
    )
    paper.h("三、政府性基金、国有资本经营、社会保险基金预算支出情况")
    paper.p("均无。")


def _results(paper: Paper) -> None:
    paper.h("四、部门整体支出绩效情况")
    paper.p(
        "（一）经济普查有序推进。选聘普查员{took:n}名、普查指导员{guide:n}名，共清查各类单位{units:n}个（法人单位{legal:n}个、产业活动单位{branch:n}个、其他单位{shops:n}个）、个体经营户{solo:n}个，单位和个体经营户总数为{solo_all:n}个。"
    )
    paper.p(
        "（二）联网直报质量提升。“四上”企业达{firms:n}家，比上年的{firms_l:n}家净增{yf.d:n}家，{yf:增长/下降}{yf.g:p2}%，年报按时上报{on_time:n}家，按时上报率{on_x:p2}%。"
    )
    paper.p(
        "（三）住户调查和统计服务。在网记账户{homes:n}户，分别为城镇{town:n}户、农村{land:n}户。撰写统计分析{essays:n}篇，获市领导批示{praised:n}篇。"
    )
    paper.p(
        "（四）统计执法从严。检查企业{check:n}家，发现有统计违法行为的{fault:n}家，占{fault_x:p2}%，均已立案查处。"
    )
    paper.p(
        "（五）年度重点工作{jobs:n}项，完成{jobs_d:n}项，完成率{jobs_x:p2}%，未完成的1项为投入产出调查平台验收。"
    )
    paper.p(
        "（六）社会评价。面向数据用户发出问卷{asked:n}份，收回{back:n}份，回收率{back_x:p2}%；满意{glad:n}份，满意率{glad_x:p2}%。"
    )
    paper.h("五、自评结论")
    paper.p(
        "经综合评定，2023年部门整体支出绩效自评得{g:s1}分，等级为“优”。投入、过程、产出、效果四个方面得分依次为{g_0:s1}分、{g_1:s1}分、{g_2:s1}分和{g_3:s1}分，详见附表。",
        "共扣{c:s1}分：预算执行率扣{c2:s1}分，预算调整率扣{c3:s1}分，政府采购执行率扣{c5:s1}分，固定资产利用率扣{c8:s1}分，重点工作完成率扣{c9:s1}分，社会效益扣{c11:s1}分，服务对象满意度扣{c12:s1}分。",
    )
    paper.h("六、存在的问题及原因分析")
    paper.p(
        "（一）预算编制的前瞻性不够，经济普查数据处理设备费用未列入年初预算，年中追加{census_a:w2}万元。（二）经济普查现场登记跨年度实施，部分劳动报酬需在登记验收后支付，执行率为{census_x:p2}%。（三）部分到期设备未及时处置，固定资产利用率不高。"
    )
    paper.h("七、下一步改进措施")
    paper.p(
        "（一）按普查周期编制分年度预算，把设备、培训、劳务等费用一次测算到位，办公室会同普查中心于2024年9月底前完成。（二）2024年5月底前完成登记验收，6月底前付清劳动报酬。（三）2024年7月开展资产清查，对达到报废年限的设备按程序处置。"
    )
    paper.h("八、自评结果拟应用和公开情况")
    paper.p("自评结果与2025年部门预算安排衔接，随2023年度部门决算在云州统计信息网公开。")
    paper.p("附表")
    paper.centre("部门整体支出绩效评价评分表")
    rows = [
        f"{kind}|{sort}|{name}|{{w{n}:s0}}|{{g{n}:s1}}" for n, (kind, sort, name, *_) in enumerate(_MARKS)
    ]
    paper.table(
        (11, 11, 18, 7, 8),
        "一级指标|二级指标|三级指标|分值|自评得分",
        *rows,
        "合　计|>|>|{w:s0}|{g:s1}",
    )
