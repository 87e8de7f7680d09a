"""A county land bureau, 2022: hectares in the table and 亩 in the text, land sold by use, goals with signs and units apart."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, project, size and new farmland in hectares, budget and spent (万元).
_LAND = (
    ("s1", "龙塘镇土地综合整治", "186.42", "14.87", "1680.00", "1592.36"),
    ("s2", "河口乡旱改水", "64.90", "5.13", "735.00", "735.00"),
    ("s3", "石坪镇宜耕后备资源开发", "41.28", "36.54", "590.00", "468.72"),
    ("s4", "南坡废弃矿山生态修复", "28.66", "6.02", "860.00", "517.45"),
)
# Key, use, parcels, area in 亩, starting and final price (万元).
_SALES = (
    ("live", "住宅用地", 6, "214.38", "38650.00", "41920.00"),
    ("shop", "商服用地", 4, "58.71", "9430.00", "9615.00"),
    ("work", "工业用地", 17, "702.45", "14280.00", "14280.00"),
)
# Key, third-level indicator, sign, target, unit, done, weight, points.
_GOALS = (
    ("产出指标", "数量指标", "新增耕地面积", "≥", "900", "亩", "{land_nm:n2}", "12", "12"),
    ("^", "^", "土地供应宗数", "≥", "30", "宗", "{sale_c:n}", "10", "9"),
    ("^", "^", "地质灾害隐患点巡查覆盖率", "=", "100", "%", "100", "8", "8"),
    ("^", "质量指标", "不动产登记一次办结率", "≥", "98", "%", "{once_x:p2}", "10", "9.6"),
    ("^", "时效指标", "项目资金支付进度", "≥", "90", "%", "{land_x:p2}", "10", "8.5"),
    ("效益指标", "经济效益指标", "土地出让价款", "≥", "6.5", "亿元", "{sale_f:e2}", "15", "15"),
    ("^", "生态效益指标", "废弃矿山修复面积", "≥", "400", "亩", "{s4_m:n2}", "15", "15"),
    ("满意度指标", "服务对象满意度", "办事群众满意度", "≥", "95", "%", "{glad_x:p2}", "10", "9.1"),
)


def _books() -> Book:
    book = Book()
    book.count(k=15)
    for key, _, size, new, budget, spent in _LAND:
        book.count(**{f"{key}_a": size, f"{key}_n": new})
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.rate(f"{key}_y", f"{key}_n", f"{key}_a")
    for end in "anbs":
        book.sum(f"land_{end}", *(f"{key}_{end}" for key, *_ in _LAND))
    book.rate("land_x", "land_s", "land_b")
    book.rate("land_y", "land_n", "land_a")
    for name, size in (("land_am", "land_a"), ("land_nm", "land_n"), ("s3_m", "s3_n"), ("s4_m", "s4_a")):
        book.product(name, size, "k")
    book.average("land_v", "land_s", "land_am")
    for key, _, parcels, area, first, final in _SALES:
        book.count(**{f"{key}_c": parcels})
        book.count(**{f"{key}_a": area})
        book.wan(**{f"{key}_i": first, f"{key}_f": final})
        book.average(f"{key}_v", f"{key}_f", f"{key}_a")
        book.year(f"y{key}", f"{key}_f", f"{key}_i")
    for end in "caif":
        book.sum(f"sale_{end}", *(f"{key}_{end}" for key, *_ in _SALES))
    book.average("sale_v", "sale_f", "sale_a")
    book.year("ysale", "sale_f", "sale_i")
    book.rate("live_h", "live_f", "sale_f")
    book.wan(sale_l="78215.00")
    book.year("yl", "sale_f", "sale_l")
    _money(book)
    book.count(
        cert=18642, cert_l=17908, once=18391, spots=73, legal=46, fixed=21, sent=260, back=252, glad=241
    )
    book.year("ycert", "cert", "cert_l")
    book.rate("once_x", "once", "cert")
    book.sum("illegal", "spots", minus=("legal",))
    book.sum("open", "illegal", minus=("fixed",))
    book.rate("fixed_x", "fixed", "illegal")
    book.rate("glad_x", "glad", "back")
    book.rate("back_x", "back", "sent")
    for n, (*_, weight, points) in enumerate(_GOALS):
        book.count(**{f"w{n}": weight, f"g{n}": points})
    book.count(we=10, ge="9.4")
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", f"{end}5", f"{end}6")
        book.sum(f"{end}_all", f"{end}e", f"{end}_out", f"{end}_eff", f"{end}7")
        book.sum(f"{end}_all", f"{end}e", *(f"{end}{n}" for n in range(8)))
    return book


def _money(book: Book) -> None:
    book.wan(pay="1426.73", day="168.94", home="37.20", routine="642.85", carried="508.30", start="5120.00")
    book.sum("basic", "pay", "day", "home")
    book.sum("proj", "land_s", "routine")
    book.sum("out", "basic", "proj")
    book.wan(gen="2318.40", fund="3094.52", other="41.66")
    book.sum("income", "gen", "fund", "other")
    book.sum("full", "carried", "income")
    book.sum("end", "full", minus=("out",))
    book.rate("out_x", "out", "full")
    book.sum("more", "full", minus=("start",))
    book.sum("full", "start", "more")
    for key in ("gen", "fund", "other"):
        book.rate(f"{key}_h", key, "income")
    book.rate("basic_h", "basic", "out")
    book.rate("proj_h", "proj", "out")
    book.wan(three="31.46", three_l="33.90", three_b="36.00", recv="4.17", recv_l="5.22")
    book.sum("car", "three", minus=("recv",))
    book.sum("three", "car", "recv")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "three_l")
    book.year("yrecv", "recv", "recv_l")
    book.count(posts_a=28, posts_i=79, staff_a=27, staff_i=72)
    book.sum("posts", "posts_a", "posts_i")
    book.sum("staff", "staff_a", "staff_i")
    book.rate("staff_x", "staff", "posts")


def _goals(paper: Paper) -> None:
    paper.centre("表三　绩效指标完成及得分情况")
    paper.table(
        (9, 10, 14, 4, 6, 5, 8, 5, 5),
        "一级指标|二级指标|三级指标|性质|指标值|单位|完成值|分值|得分",
        "预算执行|预算执行|预算执行率|=|100|%|{out_x:p2}|{we:s0}|{ge:s1z}",
        *(
            f"{one}|{two}|{three}|{sign}|{target}|{unit}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, two, three, sign, target, unit, done, *_) in enumerate(_GOALS)
        ),
        "总得分|>|>|>|>|>|>|{w_all:s0}|{g_all:s1z}",
    )


def build() -> Paper:
    """Return the report."""
    paper = Paper("land_bureau_2022", _books())
    paper.title("云溪县自然资源局")
    paper.title("2022年度部门整体支出及土地整治项目绩效自评报告")
    paper.h("一、绩效自评工作情况")
    paper.p(
        "2023年2月20日，我局成立由局长任组长的自评工作组，采取查阅账簿、现场核查与问卷调查相结合的方式，对2022年度部门整体支出和4个土地整治修复项目一并开展自评，综合得分{g_all:s1z}分。"
    )
    paper.h("二、部门基本情况")
    paper.p(
        "人员编制共{posts:n}名，其中行政编制{posts_a:n}名、事业编制{posts_i:n}名。年末在岗{staff:n}人（行政{staff_a:n}人、事业{staff_i:n}人），为编制总数的{staff_x:p2}%。"
    )
    paper.h("三、收入支出情况")
    paper.p(
        "（一）预算及收入。年初预算{start:w2}万元，调整后{full:w2}万元，净增{more:w2}万元，增加部分主要是新增建设用地土地有偿使用费。调整后预算由上年结转{carried:w2}万元和本年收入{income:w2}万元组成；本年收入中，一般公共预算拨款{gen:w2}万元，占{gen_h:p2}%，政府性基金拨款{fund:w2}万元，占{fund_h:p2}%，",
        "其他收入{other:w2}万元，占{other_h:p2}%。",
    )
    paper.p(
        "（二）支出。全年支出{out:w2}万元，占调整后预算的{out_x:p2}%，结转下年{end:w2}万元。基本支出{basic:w2}万元（占{basic_h:p2}%），其中人员经费{pay:w2}万元、公用经费{day:w2}万元、对个人和家庭的补助{home:w2}万元；项目支出{proj:w2}万元（占{proj_h:p2}%），其中土地整治修复项目{land_s:w2}万元、日常业务项目{routine:w2}万元。",
    )
    paper.p(
        "（三）“三公”经费。预算控制数{three_b:w2}万元，实际支出{three:w2}万元，为控制数的{three_x:p2}%，比2021年{three_l:w2}万元少支出{y3.d:w2}万元，下降{y3.g:p2}%。公务用车运行维护费{car:w2}万元；公务接待费{recv:w2}万元，比2021年{recv_l:w2}万元少支出{yrecv.d:w2}万元，下降{yrecv.g:p2}%。"
    )
    paper.h("四、土地整治修复项目情况")
    paper.p(
        "4个项目建设规模{land_a:n2}公顷（折合{land_am:n2}亩，1公顷按{k:n}亩折算，下同），新增耕地{land_n:n2}公顷（折合{land_nm:n2}亩），新增耕地率{land_y:p2}%。项目预算{land_b:w2}万元，实际支出{land_s:w2}万元，支付进度{land_x:p2}%，平均每亩支出{land_v:y2}元。",
        "其中，石坪镇宜耕后备资源开发新增耕地{s3_n:n2}公顷，折合{s3_m:n2}亩；南坡废弃矿山修复{s4_a:n2}公顷，折合{s4_m:n2}亩。",
    )
    paper.centre("表一　土地整治修复项目实施情况")
    paper.table(
        (15, 8, 8, 9, 9, 9, 9),
        "项目名称|建设规模（公顷）|新增耕地（公顷）|新增耕地率（%）|预算（万元）|支出（万元）|支付进度（%）",
        *(
            f"{name}|{{{k}_a:n2}}|{{{k}_n:n2}}|{{{k}_y:p2}}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}"
            for k, name, *_ in _LAND
        ),
        "合　计|{land_a:n2}|{land_n:n2}|{land_y:p2}|{land_b:w2}|{land_s:w2}|{land_x:p2}",
    )
    paper.h("五、履职成效")
    paper.p(
        "（一）要素保障。全年出让土地{sale_c:n}宗{sale_a:n2}亩，成交价款{sale_f:e2}亿元，比上年{sale_l:e2}亿元{yl:增长/下降}{yl.g:p2}%，较起始价溢价{ysale.d:w2}万元，溢价率{ysale.g:p2}%。其中住宅用地成交价款占{live_h:p2}%，亩均{live_v:w2}万元。"
    )
    paper.centre("表二　国有建设用地使用权出让情况")
    paper.table(
        (9, 6, 9, 10, 10, 9, 8),
        "用途|宗数|面积（亩）|起始价（万元）|成交价（万元）|亩均价（万元）|溢价率",
        *(
            f"{name}|{{{k}_c:n}}|{{{k}_a:n2}}|{{{k}_i:w2}}|{{{k}_f:w2}}|{{{k}_v:w2}}|"
            + ("0" if first == final else f"{{y{k}.g:p2}}%")
            for k, name, _, _, first, final in _SALES
        ),
        "小计|{sale_c:n}|{sale_a:n2}|{sale_i:w2}|{sale_f:w2}|{sale_v:w2}|{ysale.g:p2}%",
    )
    paper.p(
        "（二）登记服务。办理不动产登记{cert:n}件，比上年{cert_l:n}件多办{ycert.d:n}件，增长{ycert.g:p2}%；一次办结{once:n}件，一次办结率{once_x:p2}%。"
    )
    paper.p(
        "（三）执法监督。核查卫片图斑{spots:n}个，其中合法图斑{legal:n}个、违法图斑{illegal:n}个；违法图斑整改到位{fixed:n}个，整改率{fixed_x:p2}%，其余{open:n}个正在立案查处。"
    )
    paper.p(
        "（四）群众评价。发出调查表{sent:n}份，收回{back:n}份，收回率{back_x:p2}%，满意的{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("六、评分结果")
    paper.p(
        "对照绩效指标逐项评分，预算执行得{ge:s1z}分（分值{we:s0}分），产出指标得{g_out:s1z}分（分值{w_out:s0}分），效益指标得{g_eff:s1z}分（分值{w_eff:s0}分），满意度指标得{g7:s1z}分（分值{w7:s0}分），合计{g_all:s1z}分。"
    )
    _goals(paper)
    paper.h("七、存在问题及改进措施")
    paper.p(
        "存在问题：南坡废弃矿山生态修复项目因设计变更，支付进度只有{s4_x:p2}%；受市场影响，土地供应宗数未达到目标。改进措施：建立项目月调度制度，设计变更须在开工前完成；提前发布供地计划，做好土地推介。"
    )
    paper.h("八、结果应用和公开")
    paper.p("自评结果作为2024年安排土地整治项目的依据，6月底前在县政府网站公开，接受社会监督。")
    return paper
