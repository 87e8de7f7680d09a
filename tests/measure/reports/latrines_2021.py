"""A county's household toilets renewed, 2021: households by town and by kind, a grant of so much a household, counts to date."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Town: name, planned, built, passed.
_TOWNS = {
    "a": ("白石镇", 620, 631, 618),
    "b": ("青龙镇", 540, 527, 519),
    "c": ("马田乡", 385, 385, 380),
    "d": ("双塘乡", 410, 396, 396),
    "e": ("古城街道", 245, 261, 257),
}
_KINDS = {"three": ("三格化粪池式", 1574), "pipe": ("完整下水道水冲式", 486), "dry": ("双坑交替式", None)}
_LEVELS = {"cen": ("中央财政", "1500000"), "pro": ("省级财政", "1100000"), "cty": ("县级财政", "1804000")}
_MARKS = (
    ("产出", "改厕户数", "2200户", "{built:n}户", 20, "20"),
    ("产出", "验收合格率", "≥98%", "{pass_x:p2}%", 15, "15"),
    ("产出", "完成时间", "2021年11月底", "2021年12月中旬", 10, "8"),
    ("产出", "户均奖补标准", "2000元/户", "2000元/户", 10, "10"),
    ("效益", "卫生厕所普及率", "≥90%", "{cover:p2}%", 15, "14.5"),
    ("效益", "粪污资源化利用率", "≥85%", "{waste_x:p2}%", 10, "10"),
    ("效益", "管护机制", "建立", "基本建立", 10, "8"),
    ("满意度", "农户满意度", "≥90%", "{glad_x:p2}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    book.yuan(each="2000", each_c="800", each_p="500")
    book.sum("each_x", "each", minus=("each_c", "each_p"))
    for key, (_, plan, built, passed) in _TOWNS.items():
        book.count(**{f"{key}_n": plan, f"{key}_b": built, f"{key}_p": passed})
        book.rate(f"{key}_x", f"{key}_b", f"{key}_n")
        book.rate(f"{key}_y", f"{key}_p", f"{key}_b")
        book.product(f"{key}_g", "each", f"{key}_p")
    book.sum("plan", *(f"{key}_n" for key in _TOWNS))
    book.sum("built", *(f"{key}_b" for key in _TOWNS))
    book.sum("passed", *(f"{key}_p" for key in _TOWNS))
    book.sum("grant", *(f"{key}_g" for key in _TOWNS))
    book.rate("plan_x", "built", "plan")
    book.rate("pass_x", "passed", "built")
    book.product("grant_2", "each", "passed")
    book.sum("bad", "built", minus=("passed",))
    for key, (_, number) in _KINDS.items():
        if number:
            book.count(**{key: number})
    book.sum("dry", "passed", minus=("three", "pipe"))
    book.sum("passed", *_KINDS)
    for key in _KINDS:
        book.rate(f"{key}_h", key, "passed")
    for key, (_, amount) in _LEVELS.items():
        book.yuan(**{key: amount})
    book.sum("fund", *_LEVELS)
    for key in _LEVELS:
        book.rate(f"{key}_h", key, "fund")
    book.rate("used_x", "grant", "fund")
    book.sum("left", "fund", minus=("grant",))
    book.count(q1=0, q2=486, q3=1298)
    book.sum("m3", "q3", minus=("q2",))
    book.sum("m4", "built", minus=("q3",))
    book.sum("done", "q2", "m3", "m4")
    book.ties.append(book.ties[-1].__class__("sum", "built", ("q2", "m3", "m4")))
    book.rate("q2_x", "q2", "built")
    book.rate("q3_x", "q3", "built")
    _village(book)
    return book


def _village(book: Book) -> None:
    book.count(homes=41260, good_l=35014)
    book.sum("good", "good_l", "passed")
    book.rate("cover", "good", "homes")
    book.rate("cover_l", "good_l", "homes")
    book.points("y_cover", "cover", "cover_l")
    book.count(ton=9840, used_t=8610, sites=12)
    book.rate("waste_x", "used_t", "ton")
    book.average("ton_u", "ton", "sites")
    book.count(villages=86, whole=31)
    book.rate("whole_x", "whole", "villages")
    book.count(check=230, check_ok=226)
    book.rate("check_h", "check", "built")
    book.rate("check_x", "check_ok", "check")
    book.count(asked=150, glad=141, soso=7)
    book.rate("glad_x", "glad", "asked")
    book.sum("cross", "asked", minus=("glad", "soso"))
    book.sum("asked", "glad", "soso", "cross")
    book.count(w8=10)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w_{n}": weight, f"g_{n}": got})
    del book.values["w8"]
    book.sum("w_all", *(f"w_{n}" for n in range(8)))
    book.sum("g_all", *(f"g_{n}" for n in range(8)))
    book.sum("lost", "w_all", minus=("g_all",))


def build() -> Paper:
    """Return the report."""
    paper = Paper("latrines_2021", _books())
    paper.title("南桥县2021年农村户用卫生厕所改造项目")
    paper.title("绩效自评报告")
    paper.right("县农业农村局　2022年3月")
    paper.h("一、项目概况")
    paper.p(
        "农村户厕改造列入2021年全县十大民生实事。按照“先建后补、以奖代补”原则，对验收合格的农户每户奖补{each:y0}元，其中中央财政承担{each_c:y0}元、省级财政承担{each_p:y0}元、县级财政承担{each_x:y0}元。年度任务为改造{plan:n}户，涉及4个乡镇和1个街道。"
    )
    paper.p(
        "2021年共筹集奖补资金{fund:y0}元。中央财政{cen:y0}元，占{cen_h:p2}%；省级财政{pro:y0}元，占{pro_h:p2}%；县级财政{cty:y0}元，占{cty_h:p2}%。资金于当年9月底前全部下达到位。"
    )
    paper.h("二、项目实施情况")
    paper.p(
        "全年开工并完成改厕{built:n}户，任务完成率{plan_x:p2}%。分时段看，一季度为摸底阶段，未开工；到二季度末累计完成{q2:n}户，到三季度末累计完成{q3:n}户，占全年完成数的比重分别为{q2_x:p2}%和{q3_x:p2}%；三季度当季完成{m3:n}户，四季度当季完成{m4:n}户。"
    )
    paper.p(
        "经村级自验、乡镇初验、县级抽验，合格{passed:n}户，合格率{pass_x:p2}%，另有{bad:n}户因化粪池渗漏、管道反坡等问题未通过验收，正在整改。县级抽验{check:n}户，抽验比例{check_h:p2}%，抽验合格{check_ok:n}户。"
    )
    paper.table(
        (13, 9, 9, 10, 9, 10, 14),
        "乡镇（街道）|计划户数|完成户数|完成率（%）|合格户数|合格率（%）|奖补资金（元）",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_b:n}}|{{{k}_x:p2}}|{{{k}_p:n}}|{{{k}_y:p2}}|{{{k}_g:y0}}"
            for k, (name, *_) in _TOWNS.items()
        ),
        "全县合计|{plan:n}|{built:n}|{plan_x:p2}|{passed:n}|{pass_x:p2}|{grant:y0}",
    )
    paper.p("注：奖补资金按合格户数乘以每户{each:y0}元计算；未通过验收的户整改合格后由2022年资金安排。")
    paper.p(
        "从厕所类型看，合格户中三格化粪池式{three:n}户，占{three_h:p2}%；完整下水道水冲式{pipe:n}户，占{pipe_h:p2}%；双坑交替式{dry:n}户，占{dry_h:p2}%。"
    )
    paper.h("三、资金支出情况")
    paper.p(
        "截至2021年12月31日，通过“一卡通”向{passed:n}户农户发放奖补资金{grant:y0}元，资金使用率{used_x:p2}%，结余{left:y0}元，全部为县级资金，已报县财政局统筹用于未验收户。"
    )
    _effects(paper)
    return paper


def _effects(paper: Paper) -> None:
    paper.h("四、项目绩效情况")
    paper.p(
        "（一）卫生厕所普及率提升。全县农村常住户{homes:n}户，年末使用卫生厕所的{good:n}户，普及率{cover:p2}%，比2020年末的{cover_l:p2}%（{good_l:n}户）{y_cover:提高/降低}{y_cover:p2}个百分点。{villages:n}个行政村中有{whole:n}个实现整村推进，占{whole_x:p2}%。"
    )
    paper.p(
        "（二）粪污得到有效利用。建成粪污集中处理点{sites:n}处，全年收集粪污{ton:n}吨，平均每处{ton_u:n0}吨，还田利用{used_t:n}吨，资源化利用率{waste_x:p2}%。"
    )
    paper.p(
        "（三）农户比较满意。入户走访{asked:n}户，满意的{glad:n}户、基本满意的{soso:n}户、不满意的{cross:n}户，满意度{glad_x:p2}%。"
    )
    paper.h("五、自评打分情况")
    paper.p("根据评分标准，本项目自评{g_all:s1z}分，评价等级“优”。")
    paper.table(
        (9, 18, 15, 17, 8, 8),
        "类别|指标|目标值|完成值|权重|得分",
        *(
            f"{kind}|{name}|{aim}|{done}|{{w_{n}:s0}}|{{g_{n}:s1z}}"
            for n, (kind, name, aim, done, *_) in enumerate(_MARKS)
        ),
        "总分|>|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p(
        "扣分共{lost:s1z}分：受8月份持续降雨影响，完工时间较计划推迟约半个月，扣2分；卫生厕所普及率虽达标但2个乡镇低于90%，扣0.5分；管护经费未全部落实，扣2分。"
    )
    paper.h("六、主要问题和整改意见")
    paper.p(
        "一是青龙镇、双塘乡完成户数低于计划，原因是部分农户外出务工、改厕意愿不强。二是后期抽粪费用偏高，每户每次约80元。下一步按每3—5个村配1台吸粪车的标准完善服务，并将管护经费纳入2022年县级预算。"
    )
