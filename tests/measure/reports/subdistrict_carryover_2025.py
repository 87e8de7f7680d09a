"""A street's whole budget, 2025: three purses with carry-over, a bridge of additions and cuts, hotline calls, grids."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, purse, approved at the start, carried over, changed in the year, spent (万元).
_PURSES = (
    ("gen", "一般公共预算", "4862.31", "96.45", "317.54", "5103.28"),
    ("fund", "政府性基金预算", "318.00", "30.00", "0.00", "301.66"),
    ("cap", "国有资本经营预算", "12.60", "0.00", "-3.20", "9.40"),
)
_MARKS = (
    ("运行成本", "公用经费控制率", "≤100%", "{day_x:p2}%", "8", "8"),
    ("管理效率", "预算执行率", "≥95%", "{all_x:p2}%", "10", "10"),
    ("管理效率", "结转资金消化率", "100%", "{old_x:p2}%", "6", "5.6"),
    ("履职效能", "热线工单按期办结率", "≥99%", "{done_x:p2}%", "12", "12"),
    ("履职效能", "加装电梯台数", "12台", "9台", "10", "7.5"),
    ("履职效能", "网格巡查覆盖率", "100%", "100%", "14", "14"),
    ("社会效应", "万人警情数下降", "下降", "下降", "10", "10"),
    ("社会效应", "居民对街道工作满意度", "≥92%", "{nice_x:p2}%", "15", "15"),
    ("可持续性", "社会组织培育机制", "健全", "基本健全", "15", "12.5"),
)
_AREAS = (
    ("运行成本", (0,)),
    ("管理效率", (1, 2)),
    ("履职效能", (3, 4, 5)),
    ("社会效应", (6, 7)),
    ("可持续性", (8,)),
)


def _money(book: Book) -> None:
    for key, _, start, old, change, spent in _PURSES:
        book.wan(**{f"{key}_i": start, f"{key}_c": old, f"{key}_a": change})
        book.wan(**{f"{key}_s": spent})
        book.sum(f"{key}_b", f"{key}_i", f"{key}_c", f"{key}_a")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "icabs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _PURSES))
    book.rate("all_x", "all_s", "all_b")
    book.rate("all_y", "all_s", "all_i")
    book.sum("left", "all_b", minus=("all_s",))
    book.wan(lift="180.00", worker="152.80", flood="80.00", capcut="3.20")
    book.sum("more", "lift", "worker", "flood")
    book.sum("cut", "more", minus=("gen_a",))
    book.sum("gen_a", "more", minus=("cut",))
    book.wan(old_s="118.07")
    book.rate("old_x", "old_s", "all_c")
    book.wan(pay="2104.57", day="286.33", day_b="301.00")
    book.rate("day_x", "day", "day_b")
    book.sum("base", "pay", "day")
    book.sum("proj", "all_s", minus=("base",))
    book.sum("all_s", "base", "proj")
    book.rate("base_h", "base", "all_s")
    book.rate("proj_h", "proj", "all_s")
    book.wan(clean="1046.20", guard="588.35", party="214.90")
    book.sum("three", "clean", "guard", "party")
    book.rate("three_h", "three", "proj")
    book.wan(last="5288.92")
    book.year("yall", "all_s", "last")


def _work(book: Book) -> None:
    book.count(admin=37, inst=52, club=167, hired=23)
    book.sum("own", "admin", "inst")
    book.sum("heads", "own", "club", "hired")
    book.count(homes=31248, grids=86, gridmen=102)
    book.average("per_grid", "homes", "grids")
    book.average("per_man", "homes", "gridmen")
    book.count(calls=3912, done=3881, asked=2460, glad=2331, calls_l=4385)
    book.rate("done_x", "done", "calls")
    book.rate("asked_x", "asked", "done")
    book.rate("glad_x", "glad", "asked")
    book.year("ycall", "calls", "calls_l")
    book.count(q1=176, q2=168, q3=143, noise=1187, park=902, trash=655)
    book.rate("noise_h", "noise", "calls")
    book.count(out=420, back=407, nice=386)
    book.rate("back_x", "back", "out")
    book.rate("nice_x", "nice", "back")
    book.count(firms=60, firmok=57)
    book.rate("firm_x", "firmok", "firms")


def _scores(book: Book) -> None:
    for n, (*_, weight, points) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": points})
    for end in "wg":
        for m, (_, parts) in enumerate(_AREAS):
            book.sum(f"{end}a{m}", *(f"{end}{n}" for n in parts))
        book.sum(f"{end}_all", *(f"{end}a{m}" for m in range(len(_AREAS))))
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_MARKS))))
    book.sum("off", "w_all", minus=("g_all",))
    book.count(off_lift="2.5", off_soc="2.5", off_old="0.4")
    book.sum("off", "off_lift", "off_soc", "off_old")


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    _scores(book)
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("subdistrict_carryover_2025", _books(), styled=True)
    paper.title("青萝街道办事处2025年度部门整体支出绩效自评报告")
    paper.h("一、部门基本情况")
    paper.p(
        "青萝街道党工委、办事处内设8个办公室和3个中心，辖11个社区，有居民{homes:n}户，划分网格{grids:n}个，平均每个网格{per_grid:y0}户；专兼职网格员{gridmen:n}名，人均联系{per_man:y0}户。",
        "年末在岗行政人员{admin:n}人、事业人员{inst:n}人，合计{own:n}人；另有社区工作者{club:n}人、劳务派遣{hired:n}人，财政供养和聘用人员总数{heads:n}人。",
    )
    paper.h("二、预算安排与执行")
    paper.h("（一）收入预算的形成", 2)
    paper.p(
        "2025年年初批复预算{all_i:w2}万元，上年结转{all_c:w2}万元。一般公共预算年中追加三笔共{more:w2}万元：加装电梯财政补助{lift:w2}万元、社区工作者待遇提标{worker:w2}万元、防汛抢险{flood:w2}万元；",
        "同时核减{cut:w2}万元，净增{gen_a:w2}万元。国有资本经营预算调减{capcut:w2}万元。调整后可用资金总额{all_b:w2}万元（见表1）。",
    )
    paper.centre("表1　三本预算收支一览")
    paper.right("单位：万元")
    paper.table(
        (13, 10, 9, 9, 10, 10, 8),
        "资金性质|年初批复|上年结转|年中增减|全年可用|实际支出|执行率",
        *(
            f"{name}|{{{k}_i:w2}}|{{{k}_c:w2}}|{{{k}_a:w2}}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%"
            for k, name, *_ in _PURSES
        ),
        "合　计|{all_i:w2}|{all_c:w2}|{all_a:w2}|{all_b:w2}|{all_s:w2}|{all_x:p2}%",
    )
    paper.h("（二）支出情况", 2)
    paper.p(
        "全年支出{all_s:w2}万元，占全年可用资金的{all_x:p2}%；若以年初批复数为基数，则为{all_y:p2}%。与2024年{last:w2}万元相比，{yall:多支/少支}{yall.d:w2}万元，{yall:上升/下降}{yall.g:p2}%。年末未用完{left:w2}万元，由区财政统一清理。",
    )
    paper.p(
        "从结构看，基本支出{base:w2}万元，比重{base_h:p2}%，含人员经费{pay:w2}万元、公用经费{day:w2}万元（控制数{day_b:w2}万元，控制率{day_x:p2}%）；项目支出{proj:w2}万元，比重{proj_h:p2}%。项目支出中金额居前的是市容保洁{clean:w2}万元、平安巡防{guard:w2}万元、党群阵地{party:w2}万元，三项共{three:w2}万元，占项目支出的{three_h:p2}%。",
    )
    paper.p("上年结转资金当年使用{old_s:w2}万元，消化率{old_x:p2}%，其余为未到付款节点的质保金。")
    paper.h("三、履职产出与效果")
    paper.p(
        "1.接诉即办。全年受理热线工单{calls:n}件，比2024年的{calls_l:n}件{ycall:增加/减少}{ycall.d:n}件，{ycall:上升/下降}{ycall.g:p2}%。按期办结{done:n}件，办结率{done_x:p2}%。诉求集中在噪声扰民（{noise:n}件，占{noise_h:p2}%）、停车（{park:n}件）、垃圾清运（{trash:n}件）等方面。",
        "对已办结工单抽取{asked:n}件回访，抽访比例{asked_x:p2}%，其中表示满意的{glad:n}件，满意率{glad_x:p2}%。",
    )
    paper.p(
        "2.基层治理。前三季度分别化解邻里纠纷{q1:n}件、{q2:n}件和{q3:n}件，第四季度起改由司法所统一登记。加装电梯计划12台，年内竣工9台，剩余3台因管线迁改延至2026年上半年。"
    )
    paper.p(
        "3.满意度。委托区社情民意中心开展调查，面向居民发放问卷{out:n}份，收回{back:n}份，回收率{back_x:p2}%，满意及以上{nice:n}份，居民满意度{nice_x:p2}%；走访辖区企业{firms:n}家，{firmok:n}家表示满意，企业满意度{firm_x:p2}%。",
    )
    paper.h("四、自评得分")
    paper.p(
        "对照指标体系逐项打分，得{g_all:s1z}分，扣{off:s1z}分：加装电梯未完成计划扣{off_lift:s1z}分，社会组织培育机制不够完善扣{off_soc:s1z}分，结转资金消化不足扣{off_old:s1z}分。"
    )
    paper.centre("表2　部门整体支出绩效自评表")
    rows = []
    for m, (area, parts) in enumerate(_AREAS):
        for n in parts:
            _, what, goal, real, *_ = _MARKS[n]
            one = "^" if n != parts[0] else f"{area}（{{wa{m}:s0}}分）"
            two = "^" if n != parts[0] else f"{{ga{m}:s1z}}"
            rows.append(f"{one}|{what}|{goal}|{real}|{{w{n}:s0}}|{{g{n}:s1z}}|{two}")
    paper.table(
        (11, 17, 8, 10, 6, 6, 9),
        "一级指标|三级指标|目标值|实际值|分值|得分|一级得分",
        *rows,
        "总分|>|>|>|{w_all:s0}|{g_all:s1z}|{g_all:s1z}",
    )
    paper.h("五、存在问题与改进")
    paper.p(
        "一是项目前期论证不充分，加装电梯意见征集反复。二是结转资金清理不及时。2026年一季度完成剩余电梯的管线方案会审，6月底前清理完毕两年以上结转资金，由财政所负责。"
    )
    paper.p("自评结果报区财政局备案，并随部门决算一并公开。")
    return paper
