"""A district's waste sorting, 2024: tons by kind and half-year, sites by sort, a contract by the ton, shares in points, streets."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, street, households, covered, tons of kitchen waste, score.
_STREETS = (
    ("p", "平江街道", 28416, 28102, "6218.4", "93.6"),
    ("q", "清泉街道", 35720, 34986, "7845.2", "90.1"),
    ("r", "荣湾街道", 19305, 19305, "4120.7", "96.2"),
    ("t", "天心桥镇", 12864, 11790, "1987.3", "84.5"),
)
# Key, kind, first half, second half, last year (吨).
_KINDS = (
    ("k", "厨余垃圾", "9784.3", "10387.3", "16452.8"),
    ("h", "有害垃圾", "12.6", "14.9", "22.1"),
    ("c", "可回收物", "8412.5", "9630.2", "15386.4"),
    ("o", "其他垃圾", "31845.0", "30216.8", "68940.5"),
)


def _books() -> Book:
    book = Book()
    for key, _, homes, covered, tons, _ in _STREETS:
        book.count(**{f"{key}_n": homes, f"{key}_c": covered, f"{key}_t": tons})
        book.rate(f"{key}_x", f"{key}_c", f"{key}_n")
    for end in "nct":
        book.sum(f"d_{end}", *(f"{s[0]}_{end}" for s in _STREETS))
    book.rate("d_x", "d_c", "d_n")
    for key, _, one, two, last in _KINDS:
        book.count(**{f"{key}_1": one, f"{key}_2": two, f"{key}_l": last})
        book.sum(f"{key}_y", f"{key}_1", f"{key}_2")
        book.year(f"y{key}", f"{key}_y", f"{key}_l")
    for end in "12ly":
        book.sum(f"w_{end}", *(f"{k[0]}_{end}" for k in _KINDS))
    book.sum("k_y", *(f"{s[0]}_t" for s in _STREETS))
    book.year("yw", "w_y", "w_l")
    for key, *_ in _KINDS:
        book.rate(f"{key}_h", f"{key}_y", "w_y")
    book.rate("k_hl", "k_l", "w_l")
    book.points("dk", "k_h", "k_hl")
    book.rate("c_hl", "c_l", "w_l")
    book.points("dc", "c_h", "c_hl")
    book.count(days=366)
    book.average("per_day", "w_y", "days")
    book.wan(haul="742.35", site="412.35", lead="538.20", talk="46.18", check="30.00")
    book.sum("out", "haul", "site", "lead", "talk", "check")
    book.wan(plan="1860.00")
    book.rate("out_x", "out", "plan")
    book.sum("left", "plan", minus=("out",))
    book.rate("haul_h", "haul", "out")
    book.wan(city="600.00")
    book.sum("dist", "plan", minus=("city",))
    book.sum("plan", "city", "dist")
    book.rate("city_h", "city", "plan")
    book.count(room=214, pavil=386, move=25)
    book.sum("spots", "room", "pavil", "move")
    book.count(new=68, mend=41)
    book.sum("built", "new", "mend")
    book.count(full=152, part=196)
    book.sum("guide", "full", "part")
    book.average("per_guide", "d_c", "guide")
    book.count(fix=1286, fixed=1251)
    book.rate("fix_x", "fixed", "fix")
    book.count(fine_p=62, fine_f=19)
    book.sum("fines", "fine_p", "fine_f")
    book.yuan(fine_m="48350")
    book.average("fine_v", "fine_m", "fines")
    book.count(q=1000, a=964, g=871)
    book.rate("a_x", "a", "q")
    book.rate("g_x", "g", "a")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("waste_sorting_2024", _books(), styled=True)
    paper.title("2024年生活垃圾分类专项资金绩效自评报告")
    paper.right("区城市管理局　2025年3月")
    paper.h("1 项目基本情况")
    paper.p(
        "项目覆盖3个街道1个镇{d_n:n}户，已开展分类{d_c:n}户，覆盖率{d_x:p2}%。2024年安排专项资金{plan:w2}万元，市级补助{city:w2}万元，占{city_h:p1}%，区级配套{dist:w2}万元。",
    )
    paper.h("2 资金使用情况")
    paper.p(
        "专项资金支出{out:w2}万元，执行率{out_x:p2}%，余{left:w2}万元。",
        "具体构成：收运费{haul:w2}万元，占{haul_h:p2}%；投放点建设改造{site:w2}万元；",
        "桶边督导{lead:w2}万元；宣传{talk:w2}万元；第三方考评{check:w2}万元。厨余垃圾收运合同单价390元/吨，四季度费用于次年1月结算。",
    )
    paper.h("3 产出情况")
    paper.p(
        "3.1 分类收运量。全年清运四类垃圾{w_y:n1}吨，日均{per_day:n1}吨，较2023年{w_l:n1}吨{yw:增加/减少}{yw.d:n1}吨，{yw:上升/下降}{yw.g:p2}%。",
        "其中厨余垃圾占{k_h:p2}%，比上年{dk:提高/降低}{dk:p2}个百分点；",
        "可回收物占{c_h:p2}%，比上年{dc:提高/降低}{dc:p2}个百分点。",
    )
    paper.centre("表1 生活垃圾分类收运量（吨）")
    paper.table(
        (12, 11, 11, 12, 12, 10, 10),
        "类别|2024年|>|>|2023年|增减率|占比",
        "^|上半年|下半年|全年|^|（%）|（%）",
        *(
            f"{name}|{{{k}_1:n1}}|{{{k}_2:n1}}|{{{k}_y:n1}}|{{{k}_l:n1}}|"
            + ("-" if float(one) + float(two) < float(last) else "")
            + f"{{y{k}.g:p2}}|{{{k}_h:p2}}"
            for k, name, one, two, last in _KINDS
        ),
        "合计|{w_1:n1}|{w_2:n1}|{w_y:n1}|{w_l:n1}|-{yw.g:p2}|100.00",
        heads=2,
    )
    paper.p(
        "3.2 设施。年末有分类投放点{spots:n}处，分为投放房{room:n}处、投放亭{pavil:n}处、移动点{move:n}处。",
        "当年新建{new:n}处、改造{mend:n}处，共{built:n}处，超过年度计划（100处）。",
    )
    paper.p(
        "3.3 督导。桶边督导员{guide:n}名（专职{full:n}名、兼职{part:n}名），人均负责{per_guide:y0}户。",
        "全年发现问题{fix:n}个，整改{fixed:n}个，整改率{fix_x:p2}%。对单位和个人分别立案处罚{fine_f:n}起、{fine_p:n}起，共{fines:n}起，",
        "罚款{fine_m:y0}元，平均每起{fine_v:y0}元。",
    )
    paper.h("4 效果情况")
    paper.p(
        "4.1 各街道（镇）情况见表2。2024年全市分类考核中我区列第3名，比上年前移2位。",
        "4.2 满意度：入户调查{q:n}户，有效问卷{a:n}份，",
        "有效率{a_x:p1}%，满意{g:n}份，满意率{g_x:p1}%。",
    )
    paper.centre("表2 各街道（镇）分类覆盖及考评得分")
    paper.table(
        (14, 12, 14, 12, 16, 12),
        "街道（镇）|总户数|已覆盖户数|覆盖率（%）|厨余垃圾收运量（吨）|考评得分",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_c:n}}|{{{k}_x:p2}}|{{{k}_t:n1}}|{s}"
            for k, name, _, _, _, s in _STREETS
        ),
        "全区|{d_n:n}|{d_c:n}|{d_x:p2}|{d_t:n1}|—",
    )
    paper.h("5 自评结论、问题及改进")
    paper.p(
        "项目自评95分。天心桥镇覆盖率偏低，镇区以外尚未铺开；厨余垃圾含杂率仍在8%左右，高于5%的控制目标。2025年6月底前完成镇区以外全覆盖，由区分类办负责；将考评得分与街道补助挂钩，低于85分的扣减10%。自评结果已在区政府网站公开。"
    )
    return paper
