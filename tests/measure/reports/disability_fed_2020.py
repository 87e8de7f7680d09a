"""A county federation of the disabled, 2020: prose in 元, annexes in 万元, standards by the month, a government fund."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project of the general budget: name, budget, spent (元); the two allowances follow from their standards.
_GENERAL = {
    "low": ("困难残疾人生活补贴", "2350000.00", ""),
    "care": ("重度残疾人护理补贴", "2600000.00", ""),
    "job": ("残疾人就业和培训", "468000.00", "431250.00"),
    "home": ("困难重度残疾人家庭无障碍改造", "480000.00", "480000.00"),
    "stay": ("托养服务（阳光家园计划）", "225000.00", "217500.00"),
}
_FUND = {
    "child": ("残疾儿童康复救助", "620000.00", "588400.00"),
    "tool": ("辅助器具适配", "146000.00", "139870.00"),
}
_BASIC = {
    "wage": ("868400.00", "859316.27"),
    "retire": ("47200.00", "46853.00"),
    "off": ("132000.00", "118764.35"),
}
_MARKS = (
    ("数量指标", "困难残疾人生活补贴发放", "≥38000人次", "{low_n:n}人次", 10, "10"),
    ("数量指标", "重度残疾人护理补贴发放", "≥46500人次", "{care_n:n}人次", 10, "10"),
    ("数量指标", "残疾儿童康复救助", "{child_p:n}名", "{child_n:n}名", 10, "9.55"),
    ("质量指标", "无障碍改造验收合格率", "100%", "100%", 10, "10"),
    ("时效指标", "补贴按月发放", "每月20日前", "有2个月推迟", 5, "4"),
    ("成本指标", "公用经费控制率", "≤100%", "{off_x:p2}%", 5, "5"),
    ("社会效益", "新增就业残疾人", "≥85人", "{work_n:n}人", 15, "15"),
    ("可持续影响", "残疾人基本信息动态更新率", "≥98%", "{info_x:p2}%", 15, "15"),
    ("满意度", "残疾人及家属满意度", "≥95%", "{glad_x:p2}%", 10, "9.4"),
)


def _money(book: Book) -> None:
    book.yuan(low_e="60", care_e="55")
    book.count(low_n=38412, care_n=46736)
    for key in ("low", "care"):
        book.product(f"{key}_s", f"{key}_e", f"{key}_n")
    for table, total in ((_GENERAL, "gen"), (_FUND, "fund")):
        for key, (_, budget, spent) in table.items():
            book.yuan(**{f"{key}_b": budget})
            if spent:
                book.yuan(**{f"{key}_s": spent})
            book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        for end in "bs":
            book.sum(f"{total}_{end}", *(f"{key}_{end}" for key in table))
        book.rate(f"{total}_x", f"{total}_s", f"{total}_b")
    for key, (budget, spent) in _BASIC.items():
        book.yuan(**{f"{key}_b": budget, f"{key}_s": spent})
    for end in "bs":
        book.sum(f"staff_{end}", f"wage_{end}", f"retire_{end}")
        book.sum(f"basic_{end}", f"staff_{end}", f"off_{end}")
        book.sum(f"pub_{end}", f"basic_{end}", f"gen_{end}")
        book.sum(f"all_{end}", f"pub_{end}", f"fund_{end}")
        book.sum(f"proj_{end}", f"gen_{end}", f"fund_{end}")
        book.ties.append(Tie("sum", f"basic_{end}", (f"wage_{end}", f"retire_{end}", f"off_{end}")))
        book.ties.append(Tie("sum", f"all_{end}", (f"basic_{end}", f"proj_{end}")))
        book.ties.append(Tie("sum", f"proj_{end}", tuple(f"{key}_{end}" for key in (*_GENERAL, *_FUND))))
    for key in ("off", "basic", "pub", "all", "proj"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("pub_r", "pub_b", minus=("pub_s",))
    book.sum("fund_r", "fund_b", minus=("fund_s",))
    book.rate("basic_h", "basic_s", "pub_s")
    book.rate("gen_h", "gen_s", "pub_s")
    book.yuan(first="6418600.00", cut="36000.00")
    book.sum("later", "pub_b", "cut", minus=("first",))
    book.sum("pub_b", "first", "later", minus=("cut",))
    book.yuan(
        recv_l="14380.00",
        recv_b="14000.00",
        recv="9126.00",
        car_l="32415.60",
        car_b="30000.00",
        car="27633.18",
    )
    book.sum("three_l", "recv_l", "car_l")
    book.sum("three_b", "recv_b", "car_b")
    book.sum("three", "recv", "car")
    for key in ("recv", "car", "three"):
        book.year(f"y{key}", key, f"{key}_l")
    book.rate("three_x", "three", "three_b")
    book.yuan(off_l="126903.80", basic_l="1003517.44", proj_l="6388274.00")


def _books() -> Book:
    book = Book()
    book.count(posts=11, staff=10)
    book.rate("staff_x", "staff", "posts")
    _money(book)
    book.count(held=11964, one=1487, two=3052, three_g=4216)
    book.sum("four", "held", minus=("one", "two", "three_g"))
    book.sum("held", "one", "two", "three_g", "four")
    book.sum("heavy", "one", "two")
    book.rate("heavy_h", "heavy", "held")
    book.count(child_p=44, child_n=42, homes=120, stays=145, tools=263, work_n=97, town=61, land=36)
    book.sum("work_n", "town", "land")
    book.rate("child_dx", "child_n", "child_p")
    book.yuan(home_e="4000", stay_e="1500")
    book.ties.append(Tie("product", "home_s", ("home_e", "homes")))
    book.ties.append(Tie("product", "stay_s", ("stay_e", "stays")))
    book.average("per_child", "child_s", "child_n")
    book.average("per_tool", "tool_s", "tools")
    book.count(info_d=11787)
    book.rate("info_x", "info_d", "held")
    book.count(back=150, very=108, well=33, so=7, bad=2)
    book.sum("back", "very", "well", "so", "bad")
    book.sum("glad", "very", "well")
    book.rate("glad_x", "glad", "back")
    book.count(w_do=10, g_do="9.77")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": str(weight), f"g{n}": str(got)})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(6)))
        book.sum(f"{end}_eff", f"{end}6", f"{end}7")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(9)))))
    for points, most, rate in (("g_do", "w_do", "all_x"), ("g2", "w2", "child_dx"), ("g8", "w8", "glad_x")):
        book.ties.append(Tie("score", points, (most, rate)))
    for n in (2, 4, 8):
        book.sum(f"c{n}", f"w{n}", minus=(f"g{n}",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("disability_fed_2020", _books(), styled=True)
    paper.title("乐溪县残疾人联合会2020年度整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "乐溪县残疾人联合会（以下简称县残联）是县委、县政府领导的群团组织，正科级，内设办公室、康复部、教就部，管理县残疾人劳动就业服务所1个二级机构（未独立核算）。",
        "编制{posts:n}名，年末在职{staff:n}人，控制率{staff_x:p2}%。全县持证残疾人{held:n}人，一级{one:n}人、二级{two:n}人、三级{three_g:n}人、四级{four:n}人，一、二级重度残疾人合计{heavy:n}人，占{heavy_h:p2}%。",
    )
    _spending(paper)
    _effects(paper)
    _annexes(paper)
    return paper


def _spending(paper: Paper) -> None:
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2020年一般公共预算年初安排{first:y2}元，年中追加{later:y2}元，按照压减一般性支出要求调减{cut:y2}元，调整后为{pub_b:y2}元；当年支出{pub_s:y2}元，执行率{pub_x:p2}%，指标结余{pub_r:y2}元由县财政收回。",
    )
    paper.p(
        "1.基本支出{basic_s:y2}元，占{basic_h:p2}%，用于保障机构正常运转。其中工资福利支出{wage_s:y2}元，对个人和家庭的补助{retire_s:y2}元，日常公用经费{off_s:y2}元。公用经费预算为{off_b:y2}元，控制率{off_x:p2}%。",
    )
    paper.p(
        "2.“三公”经费{three:y2}元，占预算{three_b:y2}元的{three_x:p2}%，比2019年的{three_l:y2}元{ythree:增加/减少}{ythree.d:y2}元，{ythree:增长/下降}{ythree.g:p2}%。具体为：公务接待费{recv:y2}元，比2019年{yrecv:增加/减少}{yrecv.d:y2}元；公务用车运行维护费{car:y2}元，比2019年{ycar:增加/减少}{ycar.d:y2}元。全年没有安排因公出国（境）和公务用车购置。",
    )
    paper.p(
        "3.项目支出{gen_s:y2}元，占{gen_h:p2}%。（1）困难残疾人生活补贴，标准为每人每月{low_e:y0}元，全年发放{low_n:n}人次，支出{low_s:y2}元；（2）重度残疾人护理补贴，标准为每人每月{care_e:y0}元，全年发放{care_n:n}人次，支出{care_s:y2}元；",
        "（3）残疾人就业和培训支出{job_s:y2}元，执行率{job_x:p2}%，受疫情影响1期电商培训班未能举办；（4）困难重度残疾人家庭无障碍改造{homes:n}户，每户补助{home_e:y0}元，支出{home_s:y2}元；（5）托养服务{stays:n}人，每人补助{stay_e:y0}元，支出{stay_s:y2}元。",
    )
    paper.h("三、政府性基金预算支出情况")
    paper.p(
        "2020年安排彩票公益金{fund_b:y2}元，支出{fund_s:y2}元，执行率{fund_x:p2}%，结转下年{fund_r:y2}元。其中：残疾儿童康复救助预算{child_b:y2}元，支出{child_s:y2}元，执行率{child_x:p2}%；辅助器具适配预算{tool_b:y2}元，支出{tool_s:y2}元，执行率{tool_x:p2}%。",
    )
    paper.h("四、国有资本经营预算支出情况")
    paper.p("本单位无此项支出。")
    paper.h("五、社会保险基金预算支出情况")
    paper.p("本单位无此项支出。")


def _effects(paper: Paper) -> None:
    paper.h("六、部门整体支出绩效情况")
    paper.p(
        "2020年，县残联全年预算（含政府性基金）{all_b:y2}元，支出{all_s:y2}元，总体执行率{all_x:p2}%。自评得{g_all:s2}分，等次为优。"
    )
    paper.p(
        "一是康复服务。年初计划救助残疾儿童{child_p:n}名，实际救助{child_n:n}名，完成{child_dx:p2}%，人均救助{per_child:y2}元；适配辅助器具{tools:n}件，平均每件{per_tool:y2}元。",
        "二是就业增收。新增残疾人就业{work_n:n}人，其中城镇就业{town:n}人，农村种养业就业{land:n}人。三是基础工作。对{held:n}名持证残疾人开展基本信息动态更新，完成入户登记{info_d:n}人，更新率{info_x:p2}%。",
    )
    paper.p(
        "四是满意度。2021年3月电话回访残疾人及家属{back:n}人，非常满意{very:n}人、满意{well:n}人、一般{so:n}人、不满意{bad:n}人，满意度（非常满意与满意合计）为{glad_x:p2}%。"
    )
    paper.p(
        "扣分情况：残疾儿童康复救助人数未达计划，按完成率计分，扣{c2:s2z}分；有2个月补贴发放推迟，扣{c4:s2z}分；满意度低于95%的目标值，按实际满意度计分，扣{c8:s2z}分；预算执行率未达100%，按比例得{g_do:s2}分。"
    )
    paper.h("七、存在的问题及原因分析")
    paper.p(
        "1.补贴动态管理不够及时。残疾人死亡、迁移、等级变更等信息共享滞后，2月和3月的补贴推迟到次月初发放。2.培训项目受疫情影响未按计划实施。3.康复机构力量薄弱，县内仅有1家定点机构。"
    )
    paper.h("八、下一步改进措施")
    paper.p(
        "1.由办公室与民政、公安、卫健部门每月25日前比对一次数据，做到应补尽补、应退尽退。2.采取线上线下结合方式，2021年10月底前补办电商培训班1期。3.2021年6月底前再引进1家康复定点机构。"
    )
    paper.h("九、绩效自评结果拟应用和公开情况")
    paper.p("自评结果报县财政局，与2022年预算安排挂钩；除涉密内容外，在县政府门户网站和本单位公示栏公开。")


def _annexes(paper: Paper) -> None:
    paper.p("附件1：")
    paper.centre("部门整体支出绩效评价基础数据表（2020年度）")
    paper.right("金额单位：万元")
    table = [
        f"　{name}|——|{{{k}_b:w2}}|{{{k}_s:w2}}" for k, (name, *_) in (*_GENERAL.items(), *_FUND.items())
    ]
    paper.table(
        (18, 9, 9, 9),
        "财政供养人员情况（人）|编制数|实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况|2019年决算数|2020年预算数|2020年决算数",
        "一、“三公”经费|{three_l:w2}|{three_b:w2}|{three:w2}",
        "　1.公务用车运行维护费|{car_l:w2}|{car_b:w2}|{car:w2}",
        "　2.因公出国（境）经费|0|0|0",
        "　3.公务接待费|{recv_l:w2}|{recv_b:w2}|{recv:w2}",
        "二、项目支出|{proj_l:w2}|{proj_b:w2}|{proj_s:w2}",
        *table,
        "三、公用经费|{off_l:w2}|{off_b:w2}|{off_s:w2}",
        "四、基本支出|{basic_l:w2}|{basic_b:w2}|{basic_s:w2}",
        heads=0,
    )
    paper.p("注：本表项目支出含政府性基金；2020年预算数为调整后预算数；2019年项目口径不同，明细不作对比。")
    paper.p("附件2：")
    paper.centre("部门整体支出绩效自评表（2020年度）")
    rows = [
        f"{kind}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}"
        for n, (kind, name, aim, done, *_) in enumerate(_MARKS)
    ]
    paper.table(
        (10, 17, 11, 11, 6, 7),
        "二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "预算执行|预算执行率|100%|{all_x:p2}%|{w_do:s0}|{g_do:s2z}",
        *rows,
        "总　　分|>|||{w_all:s0}|{g_all:s2z}",
    )
    paper.right("填报单位：乐溪县残疾人联合会")
    paper.right("2021年5月28日")
