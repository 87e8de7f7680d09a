"""A city's home for children without parents, 2024: children by sort and month, keep by the month, forms of label and value."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Sort: name, at the start, came, left.
_SORTS = {
    "orphan": ("孤儿", 64, 5, 9),
    "found": ("弃婴（童）", 83, 6, 11),
    "fact": ("事实无人抚养儿童", 17, 8, 4),
    "guard": ("临时监护儿童", 12, 27, 30),
}
# Project: name, budget, spent (元).
_PROJECTS = {
    "keep": ("孤残儿童基本生活保障", "4012800.00", "3921450.00"),
    "cure": ("儿童医疗康复", "1680000.00", "1624837.65"),
    "teach": ("特殊教育与技能培训", "720000.00", "689315.20"),
    "fix": ("儿童公寓楼消防改造", "960000.00", "928600.00"),
    "foster": ("家庭寄养补助", "518400.00", "518400.00"),
}
_MARKS = (
    ("履职效能", "儿童安全责任事故", "0起", "0起", 12, "12"),
    ("^", "康复有效率", "≥80%", "{heal_x:p1}%", 12, "12"),
    ("^", "适龄儿童入学率", "100%", "{school_x:p1}%", 10, "9.6"),
    ("^", "成年孤儿安置", "8人", "{settled:n}人", 8, "7"),
    ("管理效率", "政府采购执行率", "100%", "{buy_x:p1}%", 10, "9.5"),
    ("^", "资产账实相符率", "100%", "100%", 8, "8"),
    ("运行成本", "人均公用经费", "≤2.5万元", "{run_u:w2}万元", 10, "10"),
    ("可持续影响", "志愿服务机制", "健全", "健全", 10, "10"),
    ("满意度", "寄养家庭及社会公众满意度", "≥95%", "{glad_x:p1}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, old, came, gone) in _SORTS.items():
        book.count(**{f"{key}_o": old, f"{key}_c": came, f"{key}_g": gone})
        book.sum(f"{key}_e", f"{key}_o", f"{key}_c", minus=(f"{key}_g",))
    for end in "ocge":
        book.sum(f"kid_{end}", *(f"{key}_{end}" for key in _SORTS))
    book.ties.append(Tie("sum", "kid_e", ("kid_o", "kid_c"), ("kid_g",)))
    for key in _SORTS:
        book.rate(f"{key}_h", f"{key}_e", "kid_e")
    book.count(adopt=13, home=21, moved=12)
    book.sum("other", "kid_g", minus=("adopt", "home", "moved"))
    book.sum("kid_g", "adopt", "home", "moved", "other")
    for key, (_, budget, spent) in _PROJECTS.items():
        book.yuan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bsr":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in _PROJECTS))
    book.rate("proj_x", "proj_s", "proj_b")
    book.yuan(pay_b="6984200.00", pay_s="6951837.42", run_b="1380000.00", run_s="1294618.33")
    for end in "bs":
        book.sum(f"base_{end}", f"pay_{end}", f"run_{end}")
        book.sum(f"all_{end}", f"base_{end}", f"proj_{end}")
    for key in ("pay", "run", "base", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("all_r", "all_b", minus=("all_s",))
    book.yuan(fin="14860000.00", lot="1240000.00")
    book.sum("gift", "all_b", minus=("fin", "lot"))
    book.sum("all_b", "fin", "lot", "gift")
    book.yuan(carry_l="612480.35", back="246318.40")
    book.sum("carry", "all_r", minus=("back",))
    book.sum("all_r", "carry", "back")
    book.year("y_carry", "carry", "carry_l")
    book.yuan(std="1950", foster_std="1200")
    book.count(months=2011, foster_m=432, foster_n=36, year=12)
    book.product("keep_2", "std", "months")
    book.product("foster_2", "foster_std", "foster_m")
    book.ties += [
        Tie("product", "keep_s", ("std", "months")),
        Tie("product", "foster_s", ("foster_std", "foster_m")),
    ]
    _work(book)
    return book


def _work(book: Book) -> None:
    book.count(posts=96, staff=91, hired=48)
    book.sum("people", "staff", "hired")
    book.rate("posts_x", "staff", "posts")
    book.average("run_u", "run_s", "staff")
    book.count(nurses=62)
    book.rate("nurse_h", "nurses", "people")
    book.average("ratio", "kid_e", "nurses")
    book.count(heal=98, heal_ok=86, age=75, school=72, special=51, settled=7, settled_p=8)
    book.rate("heal_x", "heal_ok", "heal")
    book.rate("school_x", "school", "age")
    book.sum("common", "school", minus=("special",))
    book.sum("school", "special", "common")
    book.rate("settled_x", "settled", "settled_p")
    book.count(surgery=23, surgery_l=19, asked=180, glad=176)
    book.year("y_surgery", "surgery", "surgery_l")
    book.rate("glad_x", "glad", "asked")
    book.yuan(buy_b="1850000.00", goods="536240.00", works="928600.00", serv="292800.00")
    book.sum("buy", "goods", "works", "serv")
    book.rate("buy_x", "buy", "buy_b")
    book.yuan(asset_o="46218350.27", asset_up="1284360.00", asset_dn="317425.60", depr="15830264.19")
    book.sum("asset", "asset_o", "asset_up", minus=("asset_dn",))
    book.sum("net", "asset", minus=("depr",))
    book.count(w_do=10)
    book.score("g_do", "w_do", "all_x")
    book.values["g_do"] = round(book.values["g_do"], 1)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_a", *(f"{end}{n}" for n in range(4)))
        book.sum(f"{end}_b", f"{end}_do", f"{end}4", f"{end}5")
        book.sum(f"{end}_all", f"{end}_a", f"{end}_b", f"{end}6", f"{end}7", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(9)))))


def build() -> Paper:
    """Return the report."""
    paper = Paper("welfare_home_2024", _books(), styled=True)
    paper.title("汾源市儿童福利院2024年度整体绩效自评报告")
    paper.h("一、单位概况")
    paper.table(
        (14, 20, 14, 20),
        "单位名称|汾源市儿童福利院|主管部门|汾源市民政局",
        "核定编制（名）|{posts:n}|在编人数（人）|{staff:n}",
        "劳务派遣人员（人）|{hired:n}|实有人员合计（人）|{people:n}",
        "年末在院儿童（人）|{kid_e:n}|固定资产原值（元）|{asset:y2,}",
        "全年预算（元）|{all_b:y2,}|全年支出（元）|{all_s:y2,}",
        heads=0,
    )
    paper.p(
        "我院承担全市孤残儿童和困境儿童的养育、治疗、教育、康复工作。现有一线护理员{nurses:n}人，占全部人员的{nurse_h:p1}%，护理员与在院儿童之比为1∶{ratio:r2}。在编率{posts_x:p1}%。"
    )
    paper.p(
        "2024年初在院儿童{kid_o:n}人，年内新接收{kid_c:n}人，离院{kid_g:n}人，年末在院{kid_e:n}人。离院儿童中，被依法收养{adopt:n}人，回归原生家庭{home:n}人，转入其他机构{moved:n}人，成年安置及其他情形{other:n}人。各类儿童变动情况如下："
    )
    paper.table(
        (18, 10, 10, 10, 10, 12),
        "类别|年初人数|本年接收|本年离院|年末人数|年末占比（%）",
        *(
            f"{name}|{{{k}_o:n}}|{{{k}_c:n}}|{{{k}_g:n}}|{{{k}_e:n}}|{{{k}_h:p1}}"
            for k, (name, *_) in _SORTS.items()
        ),
        "总计|{kid_o:n}|{kid_c:n}|{kid_g:n}|{kid_e:n}|100.0",
    )
    paper.h("二、预算资金情况")
    paper.p(
        "2024年度全口径预算{all_b:y2,}元，其中财政拨款{fin:y2,}元、福利彩票公益金{lot:y2,}元、社会捐赠{gift:y2,}元。全年支出{all_s:y2,}元，预算执行率{all_x:p2}%。基本支出{base_s:y2,}元，执行率{base_x:p2}%，由人员经费{pay_s:y2,}元（执行率{pay_x:p2}%）和公用经费{run_s:y2,}元（执行率{run_x:p2}%）构成；项目支出{proj_s:y2,}元，执行率{proj_x:p2}%。"
    )
    paper.p(
        "年末未支出资金{all_r:y2,}元，其中财政收回{back:y2,}元，结转2025年使用{carry:y2,}元，比上年结转{carry_l:y2,}元{y_carry:增加/减少}{y_carry.d:y2,}元，{y_carry:增长/下降}{y_carry.g:p2}%。"
    )
    paper.right("单位：元")
    paper.table(
        (5, 20, 14, 14, 12, 9),
        "序号|项目名称|预算数|支出数|结余数|执行率",
        *(
            f"{n}|{name}|{{{k}_b:y2,}}|{{{k}_s:y2,}}|{{{k}_r:y2,}}|{{{k}_x:p2}}%"
            for n, (k, (name, *_)) in enumerate(_PROJECTS.items(), 1)
        ),
        "|项目支出小计|{proj_b:y2,}|{proj_s:y2,}|{proj_r:y2,}|{proj_x:p2}%",
    )
    paper.p(
        "基本生活保障按每人每月{std:y0}元执行，全年保障{months:n}人月，支出{keep_s:y2,}元；家庭寄养补助每人每月{foster_std:y0}元，{foster_n:n}名儿童全年在寄养家庭生活，合{foster_m:n}人月，支出{foster_s:y2,}元。"
    )
    _rest(paper)
    return paper


def _rest(paper: Paper) -> None:
    paper.h("三、资产与采购管理")
    paper.p(
        "年初固定资产原值{asset_o:y2,}元，本年新增{asset_up:y2,}元，报废处置{asset_dn:y2,}元，年末原值{asset:y2,}元，累计折旧{depr:y2,}元，净值{net:y2,}元。年底组织全面盘点，账实相符。"
    )
    paper.p(
        "全年政府采购预算{buy_b:y2,}元，实际采购{buy:y2,}元，执行率{buy_x:p1}%，其中：货物类{goods:y2,}元，工程类{works:y2,}元，服务类{serv:y2,}元，均授予中小微企业。"
    )
    paper.h("四、履职成效")
    paper.p(
        "养育照料更加精细。实行类家庭养育，组建类家庭12个。医疗康复更加专业，为{heal:n}名残疾儿童制定康复方案，经评估有效{heal_ok:n}名，有效率{heal_x:p1}%；实施“明天计划”手术{surgery:n}例，较2023年的{surgery_l:n}例{y_surgery:增加/减少}{y_surgery.d:n}例。"
    )
    paper.p(
        "教育安置更有保障。适龄儿童{age:n}人，入学{school:n}人，其中特殊教育学校及院内特教班{special:n}人、普通学校{common:n}人，入学率{school_x:p1}%，另外3名重度残疾儿童由教师送教上门。计划安置成年孤儿{settled_p:n}人，实际安置{settled:n}人，完成率{settled_x:p1}%。"
    )
    paper.p(
        "社会评价良好。向寄养家庭、志愿者及社会公众发放调查表{asked:n}份，全部收回，评价“满意”的{glad:n}份，满意度{glad_x:p1}%。"
    )
    paper.h("五、自评得分")
    paper.table(
        (12, 24, 12, 14, 8, 8),
        "一级指标|指标名称|目标值|完成值|分值|得分",
        *(
            f"{one}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, name, aim, done, *_) in enumerate(_MARKS[:4])
        ),
        "管理效率|预算执行率|100%|{all_x:p2}%|{w_do:s0}|{g_do:s1z}",
        *(
            f"{'^' if n == 4 else one}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, name, aim, done, *_) in enumerate(_MARKS[4:], 4)
        ),
        "合计|>|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p(
        "综合自评得{g_all:s1z}分，等级“优秀”。履职效能权重{w_a:s0}分，得{g_a:s1z}分；管理效率权重{w_b:s0}分，得{g_b:s1z}分；运行成本、可持续影响、满意度三项均得满分，各10分。"
    )
    paper.h("六、问题及改进")
    paper.p(
        "问题：护理员流动性较大，年内离职9人；消防改造项目因审图时间较长，3月才开工；1名成年孤儿因户籍问题未能落实公租房。改进：争取将护理员岗位津贴由每月300元提高到500元；协调公安、住建部门于2025年上半年解决安置遗留问题。"
    )
