"""A street's small projects, 2023: all amounts in 元, kinds in a merged column, plan against output, unit costs."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_Project = tuple[str, str, str, str, str]
# Kind: its name and its projects as key, name, budget at the start, change in the year, spent (元).
_KINDS: dict[str, tuple[str, tuple[_Project, ...]]] = {
    "soc": (
        "社会治理",
        (
            ("grid", "网格员补助", "806400.00", "0", "803600.00"),
            ("guard", "治安巡逻", "360000.00", "-24000.00", "335872.40"),
            ("legal", "社区法律顾问", "60000.00", "0", "60000.00"),
        ),
    ),
    "city": (
        "城市管理",
        (
            ("clean", "背街小巷保洁", "1248000.00", "96500.00", "1344500.00"),
            ("sort", "生活垃圾分类", "520000.00", "-61280.50", "458719.50"),
            ("fix", "小区零星维修", "640000.00", "182640.00", "809217.35"),
        ),
    ),
    "life": (
        "民生服务",
        (
            ("meal", "老年助餐", "275000.00", "0", "251344.00"),
            ("play", "群众文化活动", "150000.00", "-30000.00", "118365.00"),
            ("help", "志愿服务", "80000.00", "0", "76420.00"),
        ),
    ),
    "party": ("党建工作", (("hall", "党建阵地建设", "200000.00", "0", "200000.00"),)),
}
_OUTPUTS = (
    ("guard", "治安巡逻", "巡逻人次（人次）", 4380, 4205),
    ("clean", "背街小巷保洁", "保洁面积（平方米）", 186000, 186000),
    ("sort", "生活垃圾分类", "入户宣传（户）", 4800, 5126),
    ("fix", "小区零星维修", "维修点位（处）", 46, 52),
    ("meal", "老年助餐", "助餐人次（人次）", 30000, 31418),
    ("play", "群众文化活动", "活动场次（场）", 24, 20),
    ("help", "志愿服务", "服务场次（场）", 60, 58),
)
_WEIGHTS = {"x": "10", "clean": "10", "fix": "10", "play": "10", "help": "5", "good": "10", "time": "5"}
_POINTS = {
    "x": "9.9",
    "clean": "10",
    "fix": "10",
    "play": "8.33",
    "help": "4.83",
    "good": "10",
    "time": "4.5",
}


def _money(book: Book) -> None:
    keys: list[str] = []
    for kind, (_, projects) in _KINDS.items():
        own = [key for key, *_ in projects]
        for key, _, start, change, spent in projects:
            book.yuan(**{f"{key}_i": start, f"{key}_a": change, f"{key}_s": spent})
            book.sum(f"{key}_b", f"{key}_i", f"{key}_a")
            book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.count(**{f"{kind}_n": len(own)})
        for end in "bs":
            book.sum(f"{kind}_{end}", *(f"{key}_{end}" for key in own))
        keys += own
    for end in "iabs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
    for end in "bsn":
        if end == "n":
            book.count(all_n=len(keys))
        book.sum(f"all_{end}", *(f"{kind}_{end}" for kind in _KINDS))
    for kind in _KINDS:
        book.sum(f"{kind}_r", f"{kind}_b", minus=(f"{kind}_s",))
        book.rate(f"{kind}_x", f"{kind}_s", f"{kind}_b")
        book.rate(f"{kind}_h", f"{kind}_s", "all_s")
    book.sum("up", "clean_a", "fix_a")
    book.sum("down", minus=("guard_a", "sort_a", "play_a"))
    book.sum("net", "up", minus=("down",))
    book.sum("all_b", "all_i", "up", minus=("down",))
    book.sum("all_r", "all_b", minus=("all_s",))
    book.rate("all_x", "all_s", "all_b")


def _books() -> Book:
    book = Book()
    _money(book)
    for key, _, _, plan, done in _OUTPUTS:
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_p")
    for key in ("guard", "clean", "fix", "play"):
        book.average(f"{key}_u", f"{key}_s", f"{key}_d")
    book.yuan(grid_e="2800", meal_e="8")
    book.count(months=287)
    book.ties.append(Tie("product", "grid_s", ("grid_e", "months")))
    book.ties.append(Tie("product", "meal_s", ("meal_e", "meal_d")))
    book.count(sent=500, back=486, void=7, yes=451, fair=19, no=9, rows=312, calm=304)
    book.sum("valid", "back", minus=("void",))
    book.sum("valid", "yes", "fair", "no")
    book.rate("back_x", "back", "sent")
    book.rate("yes_x", "yes", "valid")
    book.rate("calm_x", "calm", "rows")
    for key in _WEIGHTS:
        book.count(**{f"w_{key}": _WEIGHTS[key], f"g_{key}": _POINTS[key]})
    book.count(w_calm=15, g_calm="14.5", w_long=15, g_long="13.5", w_yes=10, g_yes="9.42")
    for point, rate in (("x", "all_x"), ("play", "play_dx"), ("help", "help_dx"), ("yes", "yes_x")):
        book.ties.append(Tie("score", f"g_{point}", (f"w_{point}", rate)))
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}_{key}" for key in _WEIGHTS if key != "x"))
        book.sum(f"{end}_eff", f"{end}_calm", f"{end}_long")
        book.sum(f"{end}_all", f"{end}_x", f"{end}_out", f"{end}_eff", f"{end}_yes")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("street_projects_2023", _books())
    paper.title("锦屏区北苑街道办事处2023年度项目支出绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "2023年，北苑街道办事处使用一般公共预算资金实施项目{all_n:n}个，其中：社会治理类{soc_n:n}个、城市管理类{city_n:n}个、民生服务类{life_n:n}个、党建工作类{party_n:n}个。",
    )
    paper.p(
        "项目支出年初预算{all_i:y2}元。年中因老旧管网抢修、新增保洁路段，追加预算{up:y2}元，包括背街小巷保洁{clean_a:y2}元、小区零星维修{fix_a:y2}元；",
        "按照过紧日子要求压减预算{down:y2}元，包括治安巡逻{guard_a:y2a}元、生活垃圾分类{sort_a:y2a}元、群众文化活动{play_a:y2a}元。",
        "增减相抵，净增加{net:y2}元，调整后全年预算{all_b:y2}元。",
    )
    paper.h("二、项目资金使用情况")
    paper.p(
        "截至2023年12月31日，{all_n:n}个项目共支出{all_s:y2}元，总体执行率{all_x:p2}%，未使用的{all_r:y2}元由区财政收回。各项目预算安排及支出情况如下："
    )
    paper.centre("表一　项目预算及支出明细")
    paper.right("金额单位：元")
    rows = []
    for name, projects in _KINDS.values():
        for place, (key, title, *_) in enumerate(projects):
            head = "^" if place else name
            rows.append(
                f"{head}|{title}|{{{key}_i:y2,}}|{{{key}_a:y2,}}|{{{key}_b:y2,}}|{{{key}_s:y2,}}|{{{key}_x:p2}}"
            )
    paper.table(
        (7, 11, 11, 10, 11, 11, 7),
        "类别|项目名称|年初预算|预算调整|全年预算|实际支出|执行率%",
        *rows,
        "合　　计|>|{all_i:y2,}|{all_a:y2,}|{all_b:y2,}|{all_s:y2,}|{all_x:p2}",
    )
    paper.centre("表二　分类汇总")
    paper.table(
        (9, 6, 11, 11, 10, 8, 8),
        "类别|个数|全年预算（元）|支出（元）|结余（元）|执行率%|占总支出%",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_b:y2}}|{{{k}_s:y2}}|{{{k}_r:y2}}|{{{k}_x:p1}}|{{{k}_h:p1}}"
            for k, (name, _) in _KINDS.items()
        ),
        "合计|{all_n:n}|{all_b:y2}|{all_s:y2}|{all_r:y2}|{all_x:p1}|100.0",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、项目绩效完成情况")
    paper.p(
        "1.社会治理类。网格员补助每人每月{grid_e:y0}元，因1名网格员于12月离职，全年实际发放{months:n}人月，计{grid_s:y2}元。治安巡逻出动{guard_d:n}人次，平均每人次{guard_u:y2}元。",
        "全年排查矛盾纠纷{rows:n}件，成功化解{calm:n}件，化解率{calm_x:p2}%。",
    )
    paper.p(
        "2.城市管理类。背街小巷保洁面积{clean_d:n}平方米，每平方米年保洁成本{clean_u:y2}元。垃圾分类入户宣传{sort_d:n}户，为计划{sort_p:n}户的{sort_dx:p2}%。完成小区维修点位{fix_d:n}处，平均每处{fix_u:y2}元。"
    )
    paper.p(
        "3.民生服务类。助餐补贴每人次{meal_e:y0}元，全年助餐{meal_d:n}人次，补贴{meal_s:y2}元。举办群众文化活动{play_d:n}场，比计划的{play_p:n}场少，场均支出{play_u:y2}元。",
    )
    paper.centre("表三　主要数量指标完成情况")
    paper.table(
        (11, 14, 8, 8, 8),
        "项目|数量指标|计划数|实际数|完成率",
        *(f"{name}|{what}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_dx:p2}}%" for k, name, what, *_ in _OUTPUTS),
    )
    paper.p(
        "4.满意度。向辖区居民发放问卷{sent:n}份，回收{back:n}份，回收率{back_x:p1}%；剔除无效问卷{void:n}份后，有效问卷{valid:n}份，其中满意{yes:n}份、基本满意{fair:n}份、不满意{no:n}份，居民满意率{yes_x:p2}%。"
    )
    paper.h("四、自评得分情况")
    paper.p(
        "街道项目支出自评总分{g_all:s2}分：预算执行{g_x:s2z}分，产出指标{g_out:s2z}分，效益指标{g_eff:s2z}分，满意度指标{g_yes:s2z}分。"
    )
    paper.table(
        (8, 15, 6, 9, 9, 6, 10),
        "一级指标|三级指标|分值|目标值|实际值|得分|备注",
        "预算执行|资金执行率|{w_x:s0}|100%|{all_x:p2}%|{g_x:s2z}|按执行率计分",
        "产出|保洁面积|{w_clean:s0}|186000|{clean_d:n}|{g_clean:s2z}|",
        "^|维修点位|{w_fix:s0}|46|{fix_d:n}|{g_fix:s2z}|",
        "^|文化活动场次|{w_play:s0}|24|{play_d:n}|{g_play:s2z}|按完成率计分",
        "^|志愿服务场次|{w_help:s0}|60|{help_d:n}|{g_help:s2z}|按完成率计分",
        "^|维修验收合格率|{w_good:s0}|100%|100%|{g_good:s2z}|",
        "^|项目完成及时性|{w_time:s0}|及时|较及时|{g_time:s2z}|1个项目延期",
        "效益|矛盾纠纷化解率|{w_calm:s0}|≥98%|{calm_x:p2}%|{g_calm:s2z}|略低于目标",
        "^|长效管理机制|{w_long:s0}|健全|较健全|{g_long:s2z}|",
        "满意度|居民满意率|{w_yes:s0}|100%|{yes_x:p2}%|{g_yes:s2z}|按满意率计分",
        "合计|>|{w_all:s0}|||{g_all:s2z}|",
    )
    paper.h("五、存在的问题和改进建议")
    paper.p(
        "（一）个别项目执行偏慢。老年助餐项目受助餐点装修停业影响，执行率为{meal_x:p2}%。下一步由公共服务办督促运营单位恢复供餐，按季度开展执行监控。"
    )
    paper.p("（二）目标设置不够精准。文化活动场次安排偏多，2024年将结合上年完成情况合理确定目标值。")
    paper.p("本报告在区政府网站公开，自评结果与2025年项目预算安排挂钩。")
