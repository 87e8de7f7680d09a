"""A county forestry bureau, 2019: a budget raised, cut and recalled, wages of rangers, planting, trips and meals."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_PROJECTS = {
    "grain": ("退耕还林补助", "312.54"),
    "fire": ("森林防火", "148.90"),
    "pest": ("林业有害生物防治", "97.36"),
    "farm": ("国有林场管护", "452.70"),
}
_MARKS = (
    ("投入", (("绩效目标", 6, "5.5"), ("预算配置", 9, "9"))),
    ("过程", (("预算执行", 20, "17.6"), ("预算管理", 10, "10"), ("资产管理", 5, "5"))),
    ("产出", (("职责履行", 30, "29"),)),
    ("效果", (("履职效益", 20, "18.9"),)),
)


def _books() -> Book:
    book = Book()
    book.wan(bas_i="1286.40", pro_i="742.00", add="964.35", cut="38.00", back="46.27")
    book.sum("init", "bas_i", "pro_i")
    book.sum("final", "init", "add", minus=("cut", "back"))
    book.wan(pay="1058.62", fam="96.38", pub="118.45", pub_b="126.00")
    book.sum("basic", "pay", "fam", "pub")
    book.yuan(guard_each="10000")
    book.count(guards=386)
    book.product("guard", "guard_each", "guards")
    for key, (_, spent) in _PROJECTS.items():
        book.wan(**{key: spent})
    book.sum("proj", "guard", *_PROJECTS)
    book.sum("all", "basic", "proj")
    book.rate("all_x", "all", "final")
    book.sum("left", "final", minus=("all",))
    book.sum("pub_r", "pub_b", minus=("pub",))
    book.count(posts=96, adm=31, inst=56)
    book.sum("staff", "adm", "inst")
    book.rate("staff_x", "staff", "posts")
    book.average("pub_each", "pub", "staff")
    book.wan(car_b="12.00", eat_b="8.50", car="10.36", eat="6.72", car_l="11.94", eat_l="8.15")
    for end in ("_b", "", "_l"):
        book.sum(f"three{end}", f"car{end}", f"eat{end}")
    for key in ("car", "eat", "three"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.count(guests=612)
    book.average("eat_each", "eat", "guests")
    book.wan(buy_b="214.00", goods="52.10", works="98.00", serve="46.28")
    book.sum("buy", "goods", "works", "serve")
    book.rate("buy_x", "buy", "buy_b")
    book.count(plan=12500, man=6240, shut=4800, mend=1820)
    book.sum("tree", "man", "shut", "mend")
    book.rate("tree_x", "tree", "plan")
    book.count(fires=3, fires_l=7)
    book.year("y_fires", "fires", "fires_l")
    for n, (_, items) in enumerate(_MARKS):
        for m, (_, full, got) in enumerate(items):
            book.count(**{f"w{n}{m}": full})
            book.count(**{f"g{n}{m}": got})
        for end in "wg":
            book.sum(f"{end}{n}", *(f"{end}{n}{m}" for m in range(len(items))))
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(len(_MARKS))))
    book.sum("d", "w", minus=("g",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("forestry_county_2019", _books())
    paper.title("云台县林业局2019年度部门整体支出绩效自评报告")
    paper.h("一、部门基本情况")
    paper.p(
        "云台县林业局为县政府工作部门，主要承担造林绿化、森林资源保护、林业有害生物防治、国有林场管理等职能。局机关设6个股室，归口管理二级机构4个。全局编制{posts:n}名，2019年末实有在职人员{staff:n}人，",
        "其中行政人员{adm:n}人、事业人员{inst:n}人，在职人员控制率{staff_x:p2}%。",
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.h("（一）预算安排", 2)
    paper.p(
        "2019年年初部门预算{init:w2}万元，包括基本支出{bas_i:w2}万元和项目支出{pro_i:w2}万元。年度执行中，因上级林业专项下达追加{add:w2}万元，因机构改革人员转隶调减{cut:w2}万元，",
        "县财政收回存量资金{back:w2}万元，调整后预算为{final:w2}万元。",
    )
    paper.h("（二）预算执行", 2)
    paper.p(
        "全年支出{all:w2}万元，为调整后预算的{all_x:p2}%，年末结转{left:w2}万元。按支出性质划分，基本支出{basic:w2}万元；项目支出{proj:w2}万元。",
    )
    paper.p(
        "1、基本支出。工资福利支出{pay:w2}万元，对个人和家庭的补助{fam:w2}万元，公用经费{pub:w2}万元。公用经费比预算{pub_b:w2}万元节约{pub_r:w2}万元，按在职人数计算人均{pub_each:w2}万元。",
    )
    paper.p(
        "2、项目支出。生态护林员补助{guard:w2}万元（选聘护林员{guards:n}人，每人每年{guard_each:y0}元）；",
        "；".join(f"{name}{{{key}:w2}}万元" for key, (name, _) in _PROJECTS.items()),
        "。",
    )
    paper.h("（三）“三公”经费", 2)
    paper.p(
        "2019年“三公”经费支出{three:w2}万元，未超预算{three_b:w2}万元，较2018年的{three_l:w2}万元下降{y_three.g:p2}%。全年未安排因公出国（境）。公务接待{guests:n}人次，人均{eat_each:y2}元。各项费用见下表。",
    )
    paper.right("单位：万元")
    paper.table(
        (14, 9, 9, 9, 10),
        "项目|2018年决算|2019年预算|2019年决算|比上年减少",
        "公务用车运行维护费|{car_l:w2}|{car_b:w2}|{car:w2}|{y_car.d:w2}",
        "公务接待费|{eat_l:w2}|{eat_b:w2}|{eat:w2}|{y_eat.d:w2}",
        "合计|{three_l:w2}|{three_b:w2}|{three:w2}|{y_three.d:w2}",
    )
    paper.h("（四）政府采购", 2)
    paper.p(
        "政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，执行率{buy_x:p2}%。其中货物类{goods:w2}万元、工程类{works:w2}万元、服务类{serve:w2}万元。"
    )
    paper.h("三、部门整体支出绩效")
    paper.p(
        "一是国土绿化超额完成。年度造林任务{plan:n}亩，实际完成{tree:n}亩，完成率{tree_x:p2}%。其中人工造林{man:n}亩，封山育林{shut:n}亩，退化林修复{mend:n}亩。"
    )
    paper.p(
        "二是森林防火形势平稳。全年发生一般森林火灾{fires:n}起，较上年{fires_l:n}起{y_fires:增加/减少}{y_fires.d:n}起，未发生重大以上火灾。"
    )
    paper.p("三是资源管护责任落实。护林员网格化管护实现全覆盖，未发生重大毁林案件。")
    paper.h("四、自评结论")
    paper.p(
        "经综合评定，我局2019年度整体支出绩效自评得{g:s1z}分，扣{d:s1z}分，评价等次为“优”。得分情况如下："
    )
    rows = []
    for n, (name, items) in enumerate(_MARKS):
        for m, (item, *_) in enumerate(items):
            tail = "^|^" if m else f"{{w{n}:s0}}|{{g{n}:s1z}}"
            rows.append(f"{'^' if m else name}|{tail}|{item}|{{w{n}{m}:s0}}|{{g{n}{m}:s1z}}")
    paper.table(
        (9, 7, 7, 13, 7, 7),
        "一级指标|分值|得分|二级指标|分值|得分",
        *rows,
        "合计|{w:s0}|{g:s1z}|||",
    )
    paper.h("五、存在的主要问题")
    paper.p(
        "（一）预算执行不够均衡。部分上级专项下达较晚，年末结转{left:w2}万元。（二）绩效目标编制不够细化，个别指标未量化。"
    )
    paper.h("六、改进措施")
    paper.p(
        "（一）提前做好项目储备，专项资金下达后30日内分解到项目。（二）2020年6月底前由计财股牵头修订绩效指标库，做到可量化、可考核。"
    )
    paper.h("七、结果应用与公开")
    paper.p("本次自评结果作为编制2021年部门预算的依据，并在县政府门户网站公开。")
    return paper
