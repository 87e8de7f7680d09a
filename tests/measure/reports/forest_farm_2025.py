"""A state forest farm, 2025: wages and planting, timber and cones sold, 亩 and 公顷, trees by kind, patrol by post, in 万元 with four decimals."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Item: name, budget, spent (万元).
_ITEMS = {
    "pay": ("职工工资及社会保险", "742.3600", "738.9142"),
    "run": ("日常公用支出", "58.2000", "55.6703"),
    "plant": ("国土绿化（造林抚育）", "365.0000", "341.2860"),
    "guard": ("天然林管护", "218.4000", "218.4000"),
    "fire": ("森林草原防灭火", "126.0000", "119.8524"),
    "pest": ("松材线虫病防控", "94.5000", "70.1136"),
}
_BASE, _PROJ = ("pay", "run"), ("plant", "guard", "fire", "pest")
# Compartment: name, planned planting, planted, survived, tended (亩).
_PLACES = {
    "n": ("大岭分场", 1200, 1236, 1105, 4600),
    "s": ("石门分场", 900, 900, 817, 3850),
    "w": ("云台分场", 700, 662, 586, 2940),
}
# Goods: name, quantity, unit, unit price, last year's takings (元).
_SOLD = {
    "wood": ("抚育间伐材", "2160", "立方米", "485", "986400"),
    "cone": ("松籽", "18.5", "吨", "21600", "342600"),
    "seed": ("绿化苗木", "46000", "株", "6.5", "331500"),
    "trip": ("森林康养门票", "12840", "人次", "30", "318900"),
}
_MARKS = (
    ("履职效能", "森林覆盖率", "≥92%", "{cover:p2}%", "10", "10"),
    ("履职效能", "造林合格率", "≥85%", "{live_x:p2}%", "10", "10"),
    ("履职效能", "森林火灾受害率", "≤0.9‰", "0", "10", "10"),
    ("履职效能", "疫木除治率", "100%", "{cut_x:p2}%", "10", "9.2"),
    ("管理效率", "预算编制质量", "规范", "较规范", "10", "9"),
    ("管理效率", "资产管理", "规范", "规范", "10", "10"),
    ("社会效应", "带动周边农户务工", "≥150人", "{hand:n}人", "10", "10"),
    ("社会效应", "职工满意度", "≥90%", "{glad_x:p2}%", "10", "9.5"),
    ("可持续发展", "科技支撑与智慧林场", "提升", "较好", "10", "9"),
)


def _books() -> Book:
    book = Book()
    for key, (_, budget, spent) in _ITEMS.items():
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    for end in "bsr":
        book.sum(f"base_{end}", *(f"{key}_{end}" for key in _BASE))
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in _PROJ))
        book.sum(f"all_{end}", f"base_{end}", f"proj_{end}")
    for key in ("base", "proj", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.rate("proj_h", "proj_s", "all_s")
    book.wan(grant="1286.5000", old="37.9600")
    book.sum("own", "all_b", minus=("grant", "old"))
    book.sum("all_b", "grant", "old", "own")
    for key, (_, plan, done, live, tend) in _PLACES.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done, f"{key}_l": live, f"{key}_t": tend})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.rate(f"{key}_y", f"{key}_l", f"{key}_d")
    for end in "pdlt":
        book.sum(f"f_{end}", *(f"{key}_{end}" for key in _PLACES))
    book.rate("f_x", "f_d", "f_p")
    book.rate("live_x", "f_l", "f_d")
    book.sum("work", "f_d", "f_t")
    book.average("mu_u", "plant_s", "work")
    book.wan(plant_a="148.3200")
    book.sum("plant_c", "plant_s", minus=("plant_a",))
    book.sum("plant_s", "plant_a", "plant_c")
    book.average("new_u", "plant_a", "f_d")
    book.average("tend_u", "plant_c", "f_t")
    for key, (_, amount, _, price, last) in _SOLD.items():
        book.count(**{f"{key}_n": amount})
        book.yuan(**{f"{key}_e": price, f"{key}_o": last})
        book.product(f"{key}_v", f"{key}_e", f"{key}_n")
        book.year(f"y_{key}", f"{key}_v", f"{key}_o")
    for end in "vo":
        book.sum(f"sold_{end}", *(f"{key}_{end}" for key in _SOLD))
    book.year("y_sold", "sold_v", "sold_o")
    book.rate("wood_h", "wood_v", "sold_v")
    _land(book)
    return book


def _land(book: Book) -> None:
    book.count(area=128600, wood=119840, good=86300)
    book.rate("cover", "wood", "area")
    book.rate("good_h", "good", "wood")
    book.sum("trade", "wood", minus=("good",))
    book.sum("wood", "good", "trade")
    book.count(stock="86.42", stock_o="84.95")
    book.year("y_stock", "stock", "stock_o")
    book.count(posts=26, walkers=52, km="31800")
    book.average("beat", "wood", "walkers")
    book.average("walk", "km", "walkers")
    book.count(sick=3260, cut=2999, sick_o=4185)
    book.rate("cut_x", "cut", "sick")
    book.sum("stay", "sick", minus=("cut",))
    book.year("y_sick", "sick", "sick_o")
    book.count(hand=186, women=73)
    book.rate("women_h", "women", "hand")
    book.yuan(wage="2678400")
    book.average("wage_u", "wage", "hand")
    book.count(staff=83, old_n=146, asked=78, glad=74)
    book.rate("glad_x", "glad", "asked")
    book.count(w9=10)
    book.score("g9", "w9", "all_x")
    book.values["g9"] = round(book.values["g9"], 1)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    parts = {"a": (0, 1, 2, 3), "b": (9, 4, 5), "c": (6, 7)}
    for end in "wg":
        for part, numbers in parts.items():
            book.sum(f"{end}_{part}", *(f"{end}{n}" for n in numbers))
        book.sum(f"{end}_all", f"{end}_a", f"{end}_b", f"{end}_c", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}{n}" for n in range(10))))


def build() -> Paper:
    """Return the report."""
    paper = Paper("forest_farm_2025", _books(), styled=True)
    paper.title("国有青峦林场")
    paper.title("2025年度单位整体绩效自评报告")
    paper.h("一、基本情况")
    paper.h("（一）单位职能", 2)
    paper.p(
        "国有青峦林场为县林业局所属公益一类事业单位，经营总面积{area:n}亩，其中有林地{wood:n}亩，森林覆盖率{cover:p2}%。有林地中公益林{good:n}亩，占{good_h:p2}%，商品林{trade:n}亩。活立木蓄积量{stock:n2}万立方米，比2024年末的{stock_o:n2}万立方米{y_stock:增加/减少}{y_stock.d:n2}万立方米，{y_stock:增长/降低}{y_stock.g:p2}%。现有在职职工{staff:n}人，退休人员{old_n:n}人。"
    )
    paper.h("（二）当年整体绩效目标", 2)
    paper.p(
        "完成人工造林{f_p:n}亩，森林抚育1.1万亩以上；造林合格率不低于85%；森林火灾受害率控制在0.9‰以内；疫木除治率达到100%；带动周边群众务工150人以上。"
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.p(
        "2025年单位预算{all_b:w4}万元，包括财政拨款{grant:w4}万元、上年结转{old:w4}万元、经营及其他收入安排{own:w4}万元。全年实际支出{all_s:w4}万元，总体执行率{all_x:p2}%；基本支出{base_s:w4}万元，执行率{base_x:p2}%，项目支出{proj_s:w4}万元，执行率{proj_x:p2}%，项目支出占总支出{proj_h:p2}%。未执行资金{all_r:w4}万元，其中松材线虫病防控项目{pest_r:w4}万元，系药剂采购流标所致。"
    )
    paper.centre("表1　2025年度预算执行情况表（单位：万元）")
    paper.table(
        (10, 20, 13, 13, 12, 10),
        "支出类型|支出项目|全年预算|实际支出|未执行数|执行率",
        "基本支出|职工工资及社会保险|{pay_b:w4}|{pay_s:w4}|{pay_r:w4}|{pay_x:p2}%",
        "^|日常公用支出|{run_b:w4}|{run_s:w4}|{run_r:w4}|{run_x:p2}%",
        "^|小计|{base_b:w4}|{base_s:w4}|{base_r:w4}|{base_x:p2}%",
        *(
            f"{'^' if n else '项目支出'}|{_ITEMS[k][0]}|{{{k}_b:w4}}|{{{k}_s:w4}}|{{{k}_r:w4}}|{{{k}_x:p2}}%"
            for n, k in enumerate(_PROJ)
        ),
        "^|小计|{proj_b:w4}|{proj_s:w4}|{proj_r:w4}|{proj_x:p2}%",
        "总计|>|{all_b:w4}|{all_s:w4}|{all_r:w4}|{all_x:p2}%",
    )
    paper.h("三、部门整体支出绩效情况")
    paper.h("（一）履职效能", 2)
    paper.p(
        "造林抚育。全年造林{f_d:n}亩，完成目标{f_x:p2}%，秋季验收成活合格{f_l:n}亩，合格率{live_x:p2}%；森林抚育{f_t:n}亩。造林抚育支出{plant_s:w4}万元，其中造林{plant_a:w4}万元，亩均{new_u:y2}元；抚育{plant_c:w4}万元，亩均{tend_u:y2}元。"
    )
    paper.table(
        (14, 10, 10, 10, 10, 10, 10),
        "分场|造林（亩）|>|>|>|合格率|抚育（亩）",
        "^|计划|完成|完成率|合格|^|^",
        *(
            f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p1}}%|{{{k}_l:n}}|{{{k}_y:p1}}%|{{{k}_t:n}}"
            for k, (name, *_) in _PLACES.items()
        ),
        "全场|{f_p:n}|{f_d:n}|{f_x:p1}%|{f_l:n}|{live_x:p1}%|{f_t:n}",
        heads=2,
    )
    paper.p(
        "森林管护。设管护站点{posts:n}个，护林员{walkers:n}名，人均管护有林地{beat:n1}亩，全年巡护里程{km:n}公里，人均{walk:n1}公里。全年未发生森林火灾。"
    )
    paper.p(
        "病虫害防控。普查发现病枯死松木{sick:n}株，比上年的{sick_o:n}株{y_sick:增加/减少}{y_sick.d:n}株，{y_sick:上升/下降}{y_sick.g:p2}%；清理除治{cut:n}株，除治率{cut_x:p2}%，其余{stay:n}株计划于2026年2月底前清理完毕。"
    )
    _rest(paper)
    return paper


def _rest(paper: Paper) -> None:
    paper.h("（二）经营收入", 2)
    paper.p(
        "全年经营收入{sold_v:y0}元，比上年{sold_o:y0}元{y_sold:增加/减少}{y_sold.d:y0}元，{y_sold:增长/下降}{y_sold.g:p2}%。间伐材收入{wood_v:y0}元，占{wood_h:p2}%；松籽因小年减产，收入{cone_v:y0}元；苗木销售{seed_n:w1}万株，均价{seed_e:y1}元。"
    )
    paper.table(
        (16, 11, 9, 11, 13, 13, 10),
        "产品|数量|单位|单价（元）|本年收入（元）|上年收入（元）|增减（%）",
        *(
            f"{name}|{{{k}_n:n{1 if '.' in amount else 0}}}|{unit}|{{{k}_e:y{1 if '.' in price else 0}}}|{{{k}_v:y0}}|{{{k}_o:y0}}|{_sign(k)}{{y_{k}.g:p2}}"
            for k, (name, amount, unit, price, _) in _SOLD.items()
        ),
        "合计||||{sold_v:y0}|{sold_o:y0}|{y_sold.g:p2}",
    )
    paper.h("（三）社会效应", 2)
    paper.p(
        "吸纳周边农户季节性务工{hand:n}人，其中妇女{women:n}人，占{women_h:p2}%，发放劳务报酬{wage:w2}万元，人均增收{wage_u:y0}元。对在职职工开展无记名测评，收回有效票{asked:n}张，满意票{glad:n}张，职工满意度{glad_x:p2}%。"
    )
    paper.h("（四）自评得分", 2)
    paper.table(
        (12, 22, 12, 12, 8, 8),
        "一级指标|二级指标|目标值|实际值|分值|得分",
        *(
            f"{'^' if n and _MARKS[n - 1][0] == one else one}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, name, aim, done, *_) in enumerate(_MARKS[:4])
        ),
        "管理效率|预算执行率|100%|{all_x:p2}%|{w9:s0}|{g9:s1z}",
        *(
            f"{'^' if _MARKS[n - 1][0] == one else one}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, name, aim, done, *_) in list(enumerate(_MARKS))[5:6]
        ),
        "^|预算编制质量|规范|较规范|{w4:s0}|{g4:s1z}",
        *(
            f"{'^' if _MARKS[n - 1][0] == one else one}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, name, aim, done, *_) in list(enumerate(_MARKS))[6:]
        ),
        "合计|>|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p(
        "按百分制计，自评总分{g_all:s1z}分，其中履职效能{g_a:s1z}分、管理效率{g_b:s1z}分、社会效应{g_c:s1z}分、可持续发展{g8:s1z}分。"
    )
    paper.h("四、存在问题及改进举措")
    paper.p(
        "云台分场因立地条件差，造林面积和合格率均低于其他分场，2026年春季安排补植约80亩；药剂采购一次流标后未及时重新组织，今后将采购启动时间提前至每年3月。"
    )


def _sign(key: str) -> str:
    """Return a minus where a product sold for less than in the year before."""
    _, amount, _, price, last = _SOLD[key]
    return "" if float(amount) * float(price) >= float(last) else "-"
