"""A district's urban management bureau, 2021: amounts without zeros at the end, shares by 分别占, functional classes."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Functional class: adjusted budget and payments in 万元.
_CLASSES = {
    "town": ("城乡社区支出", "8836.5", "8512.36"),
    "soc": ("社会保障和就业支出", "415.2", "412.58"),
    "med": ("卫生健康支出", "192", "186.72"),
    "home": ("住房保障支出", "", "298.4"),
}
# Project: payments in 万元; the last is what is left.
_PROJECTS = {
    "clean": ("环卫作业市场化服务", "3862"),
    "green": ("园林绿化管护", "1124.8"),
    "road": ("市政设施维修", "618.35"),
    "law": ("执法保障", "332.49"),
    "city": ("文明城市创建", ""),
}
_MARKS = {
    "in": ("投入", "15", "15"),
    "mid": ("过程", "25", "23.8"),
    "out": ("产出", "30", "29.1"),
    "eff": ("效果", "30", "28.4"),
}


def _money(book: Book) -> None:
    book.wan(start="8650", up_clean="860", up_city="376.5", down="142.8")
    book.sum("up", "up_clean", "up_city")
    book.sum("net", "up", minus=("down",))
    book.sum("full", "start", "net")
    book.ties.append(Tie("sum", "full", ("start", "up"), ("down",)))
    book.rate("adj", "net", "start")
    for key, (_, budget, paid) in _CLASSES.items():
        if budget:
            book.wan(**{f"{key}_b": budget})
        else:
            book.sum(f"{key}_b", "full", minus=tuple(f"{k}_b" for k in _CLASSES if k != key))
        book.wan(**{key: paid})
        book.rate(f"{key}_x", key, f"{key}_b")
    book.sum("full", *(f"{key}_b" for key in _CLASSES))
    book.sum("paid", *_CLASSES)
    book.rate("x", "paid", "full")
    book.sum("rest", "full", minus=("paid",))
    book.wan(men="2846.15", off="318.27", off_b="345")
    book.sum("basic", "men", "off")
    book.sum("proj", "paid", minus=("basic",))
    book.sum("paid", "basic", "proj")
    for key, (_, paid) in _PROJECTS.items():
        if paid:
            book.wan(**{key: paid})
        else:
            book.sum(key, "proj", minus=tuple(k for k in _PROJECTS if k != key))
        book.rate(f"{key}_h", key, "proj")
    book.sum("proj", *_PROJECTS)
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.rate("off_x", "off", "off_b")
    book.wan(fix="42.6", fix_l="45.32", buy="18.9", buy_l="0", recv="0.85", recv_l="1.12", three_b="68")
    book.sum("three", "fix", "buy", "recv")
    book.sum("three_l", "fix_l", "recv_l")
    book.year("y_three", "three", "three_l")
    book.year("y_fix", "fix", "fix_l")
    book.year("y_recv", "recv", "recv_l")
    book.rate("three_x", "three", "three_b")
    book.wan(goods="86.4", works="602.18", serv="4216.5", small="4102.35")
    book.sum("bought", "goods", "works", "serv")
    book.rate("small_h", "small", "bought")


def _books() -> Book:
    book = Book()
    _money(book)
    book.count(p_all=125, s_all=119)
    book.rate("s_x", "s_all", "p_all")
    book.count(tons=128640, days=365, wc_1=12, wc_2=28, wc_3=6, plant_p=12000, plant_d=12450)
    book.average("per_day", "tons", "days")
    book.sum("wc", "wc_1", "wc_2", "wc_3")
    book.rate("plant_x", "plant_d", "plant_p")
    book.count(cases=1286, cases_l=1154, closed=1241, hot=38642, hot_d=37915, hot_l="0.9735")
    book.year("y_cases", "cases", "cases_l")
    book.rate("closed_x", "closed", "cases")
    book.wan(fine="86.74")
    book.average("per_case", "fine", "closed")
    book.rate("hot_x", "hot_d", "hot")
    book.points("y_hot", "hot_x", "hot_l")
    book.count(asked=500, good=327, fair=141)
    book.sum("bad", "asked", minus=("good", "fair"))
    book.sum("glad", "good", "fair")
    book.rate("glad_x", "glad", "asked")
    for key, (_, weight, got) in _MARKS.items():
        book.count(**{f"w_{key}": weight, f"g_{key}": got})
        book.rate(f"r_{key}", f"g_{key}", f"w_{key}")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}_{key}" for key in _MARKS))
    book.sum("lost", "w_all", minus=("g_all",))
    book.rate("r_all", "g_all", "w_all")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("urban_management_2021", _books())
    paper.title("关于2021年度部门整体支出绩效的自评报告")
    paper.centre("云湖区城市管理和综合执法局")
    paper.h("一、部门概况")
    paper.p(
        "区城管执法局负责全区市容环境卫生、园林绿化、市政设施管养和城市管理领域综合行政执法工作。机关设办公室、法制科、市容科、市政园林科等科室，所属单位有区城管执法大队、区环境卫生管理所和区园林所。"
    )
    paper.p("全局行政、参公和事业编制共{p_all:n}名，2021年底实有{s_all:n}人，人员控制率为{s_x:p1}%。")
    paper.h("二、部门整体支出管理及使用情况")
    paper.p(
        "（一）预算情况。年初预算{start:w2z}万元；执行中调增{up:w2z}万元，其中环卫作业市场化服务{up_clean:w2z}万元，文明城市创建{up_city:w2z}万元；调减{down:w2z}万元。调整预算数{full:w2z}万元，比年初净增加{net:w2z}万元，预算调整率{adj:p2}%。"
    )
    paper.p(
        "（二）支出情况。2021年度决算支出{paid:w2z}万元，占调整预算的{x:p2}%，未支出的{rest:w2z}万元年终全部由区财政收回。按功能分类，各科目支出见下表。"
    )
    paper.right("金额单位：万元")
    paper.table(
        (16, 10, 10, 9),
        "功能分类科目|调整预算数|决算数|完成比例",
        *(f"{name}|{{{k}_b:w2}}|{{{k}:w2}}|{{{k}_x:p2}}%" for k, (name, *_) in _CLASSES.items()),
        "总计|{full:w2}|{paid:w2}|{x:p2}%",
    )
    paper.p(
        "按支出用途，基本支出{basic:w2z}万元，项目支出{proj:w2z}万元，占比分别为{basic_h:p2}%和{proj_h:p2}%。基本支出包括人员经费{men:w2z}万元、公用经费{off:w2z}万元；公用经费年度预算{off_b:w2z}万元，公用经费控制率{off_x:p2}%。",
        "项目支出中环卫作业市场化服务、园林绿化管护、市政设施维修、执法保障、文明城市创建支出分别为{clean:w2z}万元、{green:w2z}万元、{road:w2z}万元、{law:w2z}万元和{city:w2z}万元，依次占项目支出的{clean_h:p2}%、{green_h:p2}%、{road_h:p2}%、{law_h:p2}%和{city_h:p2}%。",
    )
    paper.p(
        "（三）“三公”经费。全年支出{three:w2}万元，预算安排{three_b:w2z}万元，支出占预算的{three_x:p2}%；上年支出{three_l:w2}万元，同比{y_three:增加/减少}{y_three.d:w2}万元，主要是更新执法车1辆，发生购置费{buy:w2}万元，上年无此项支出。",
        "公务用车运行维护费{fix:w2}万元，上年{fix_l:w2}万元，同比{y_fix:增长/下降}{y_fix.g:p2}%；公务接待费{recv:w2}万元，上年{recv_l:w2}万元，同比{y_recv:增长/下降}{y_recv.g:p2}%；未安排因公出国（境）。",
    )
    paper.p(
        "（四）政府采购。采购总额{bought:w2z}万元，货物、工程、服务类分别为{goods:w2z}万元、{works:w2z}万元、{serv:w2z}万元，其中授予中小企业合同{small:w2z}万元，占{small_h:p2}%。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、部门绩效情况")
    paper.p(
        "环境卫生方面。全年清运生活垃圾{tons:n}吨，按{days:n}天计算，日均{per_day:n2}吨，全部进入焚烧厂无害化处理。管护公厕{wc:n}座（一类{wc_1:n}座、二类{wc_2:n}座、三类{wc_3:n}座），均免费开放。"
    )
    paper.p(
        "园林市政方面。计划补植绿地{plant_p:n}平方米，实际补植{plant_d:n}平方米，为计划的{plant_x:p2}%；对主次干道破损路面、井盖、路灯做到当日发现、当日处置。"
    )
    paper.p(
        "综合执法方面。全年立案查处{cases:n}件，比上年的{cases_l:n}件{y_cases:增加/减少}{y_cases.d:n}件，{y_cases:增长/下降}{y_cases.g:p2}%；其中办结{closed:n}件，办结率{closed_x:p2}%，罚没款{fine:w2z}万元，办结案件平均每件{per_case:y2}元。"
    )
    paper.p(
        "数字城管方面。受理案件{hot:n}件，结案{hot_d:n}件，结案率{hot_x:p2}%，比上年结案率{hot_l:p2}%{y_hot:提高/下降}{y_hot:p2}个百分点。"
    )
    paper.p(
        "社会满意度方面。第三方机构随机访问市民{asked:n}人，回答满意的{good:n}人、基本满意的{fair:n}人、不满意的{bad:n}人，满意和基本满意合计{glad:n}人，满意度{glad_x:p2}%。"
    )
    paper.h("四、自评得分")
    paper.table(
        (12, 8, 8, 9),
        "一级指标|分值|自评得分|得分率（%）",
        *(f"{name}|{{w_{k}:s0}}|{{g_{k}:s1z}}|{{r_{k}:p2}}" for k, (name, *_) in _MARKS.items()),
        "合计|{w_all:s0}|{g_all:s1z}|{r_all:p2}",
    )
    paper.p("自评总得分{g_all:s1z}分，扣{lost:s1z}分，评定为“优秀”。失分集中在过程和效果两类指标。")
    paper.h("五、存在的问题")
    paper.p(
        "1.预算编制的准确性有待提高，环卫市场化服务费年初未足额安排，年中调整数额较大。2.部分背街小巷保洁质量不高，市民投诉时有发生。3.项目绩效指标量化不够。"
    )
    paper.h("六、改进措施和建议")
    paper.p(
        "1.按合同约定的服务费金额足额编制下一年度预算。2.将背街小巷纳入环卫作业考核，考核结果与服务费支付挂钩。3.会同区财政局完善分行业绩效指标库。"
    )
    paper.right("2022年5月18日")
