"""A county archive's scanning project, 2020: unit prices times pages, payments by instalments, all in 元 without commas."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Fonds: planned and done pages.
_FONDS = {
    "gov": ("县政府办公室", 412000, 412000),
    "land": ("土地房产", 286000, 271500),
    "civil": ("婚姻登记", 135000, 135000),
    "court": ("诉讼", 167000, 158200),
}
_MARKS = (
    ("项目决策", "立项规范性", "10", "10"),
    ("项目决策", "绩效目标合理性", "10", "9"),
    ("项目管理", "预算执行率", "10", "9.57"),
    ("项目管理", "制度执行有效性", "10", "9"),
    ("项目产出", "扫描任务完成率", "20", "19.53"),
    ("项目产出", "成品抽检合格率", "10", "10"),
    ("项目效果", "利用效率提升", "20", "19"),
    ("项目效果", "查档群众满意度", "10", "9.6"),
)


def _money(book: Book) -> None:
    book.yuan(own="650000.00", city="150000.00", price="0.52", label="0.08")
    book.sum("budget", "own", "city")
    for key, (_, plan, done) in _FONDS.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.product(f"{key}_m", "price", f"{key}_d")
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
    for end in "pd":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _FONDS))
    book.sum("scan", *(f"{key}_m" for key in _FONDS))
    book.ties.append(Tie("product", "scan", ("price", "all_d")))
    book.rate("all_x", "all_d", "all_p")
    book.product("index", "label", "all_d")
    book.yuan(disk="96400.00", watch="42500.00", meet="40680.00")
    book.sum("spent", "scan", "index", "disk", "watch", "meet")
    book.rate("x", "spent", "budget")
    book.sum("rest", "budget", minus=("spent",))
    book.sum("firm", "scan", "index")
    book.rate("firm_h", "firm", "spent")
    book.yuan(limit="620000.00", first="180000.00", second="240000.00")
    book.sum("third", "firm", minus=("first", "second"))
    book.sum("firm", "first", "second", "third")
    book.sum("under", "limit", minus=("firm",))
    book.rate("under_x", "under", "limit")
    book.sum("city_s", "city")
    book.sum("own_s", "spent", minus=("city_s",))
    book.sum("spent", "own_s", "city_s")
    book.rate("own_x", "own_s", "own")


def _work(book: Book) -> None:
    book.count(held=286412, held_l=279835, total_e=3258700)
    book.sum("new", "held", minus=("held_l",))
    book.sum("total_n", "total_e", "all_d")
    book.count(test=2400, pass_n=2387, seek=4826, seek_l=4135, wait=12, wait_l=35, sent=100, glad=96)
    book.sum("fail", "test", minus=("pass_n",))
    book.rate("pass_x", "pass_n", "test")
    book.year("y_seek", "seek", "seek_l")
    book.year("y_wait", "wait", "wait_l")
    book.rate("glad_x", "glad", "sent")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        for pair in range(4):
            book.sum(f"{end}_{pair}", f"{end}{2 * pair}", f"{end}{2 * pair + 1}")
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(8)))
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}_{pair}" for pair in range(4))))
    for n, rate in ((2, "x"), (4, "all_x"), (7, "glad_x")):
        book.ties.append(Tie("score", f"g{n}", (f"w{n}", rate)))


def _books() -> Book:
    book = Book()
    _money(book)
    _work(book)
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("archive_digitise_2020", _books())
    paper.title("清河县档案馆")
    paper.title("馆藏档案数字化项目支出绩效自评报告")
    paper.centre("（2020年度）")
    paper.h("一、项目概况")
    paper.p(
        "（一）立项背景。截至2019年末，县档案馆馆藏档案{held_l:n}卷（件），2020年接收进馆{new:n}卷（件），年末馆藏达{held:n}卷（件）。纸质档案查阅频繁、损耗较大，经县委常委会研究同意，实施馆藏档案数字化项目。"
    )
    paper.p(
        "（二）年度任务。2020年计划扫描档案{all_p:n}页，涉及4个全宗（类别），其中县政府办公室{gov_p:n}页、土地房产{land_p:n}页、婚姻登记{civil_p:n}页、诉讼{court_p:n}页。"
    )
    paper.p(
        "（三）预算安排。项目预算{budget:y2}元，其中县本级财政{own:y2}元、市级档案事业补助{city:y2}元，资金在2020年4月全部到位。"
    )
    paper.h("二、项目资金使用和管理情况")
    paper.p(
        "项目全年支出{spent:y2}元，预算执行率{x:p2}%，结余{rest:y2}元。从来源看，市级补助{city_s:y2}元全部支出完毕，县本级资金支出{own_s:y2}元，执行率{own_x:p2}%。从用途看，支付数字化加工服务费{firm:y2}元（占{firm_h:p2}%），购置存储设备{disk:y2}元，支付监理费{watch:y2}元，耗材及培训费{meet:y2}元。"
    )
    paper.p(
        "加工服务通过竞争性磋商采购，最高限价{limit:y2}元。合同按实际完成量结算，扫描及图像处理每页{price:y2}元，目录著录每页{label:y2}元。全年结算{all_d:n}页，其中扫描及图像处理费{scan:y2}元、目录著录费{index:y2}元，合计{firm:y2}元，低于最高限价{under:y2}元，节约率{under_x:p2}%。"
    )
    paper.p(
        "服务费分三次支付：合同签订后支付{first:y2}元，中期检查合格后支付{second:y2}元，验收合格后支付{third:y2}元，三次共支付{firm:y2}元。"
    )
    paper.h("三、项目组织实施情况")
    paper.p(
        "馆内成立数字化工作专班，实行档案出库、加工、质检、还库全流程登记，引入第三方监理驻场监督，未发生档案丢失、损毁和泄密事件。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("四、项目绩效情况")
    paper.p("1．产出数量。各类档案扫描完成情况及扫描及图像处理费如下：")
    paper.table(
        (14, 10, 10, 9, 12),
        "档案类别|计划数（页）|完成数（页）|完成率|扫描及图像处理费（元）",
        *(f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p2}}%|{{{k}_m:y2}}" for k, (name, *_) in _FONDS.items()),
        "合计|{all_p:n}|{all_d:n}|{all_x:p2}%|{scan:y2}",
    )
    paper.p(
        "年初馆藏档案数字化副本累计{total_e:n}页，加上本年完成的{all_d:n}页，年末累计{total_n:n}页。县政府办公室和婚姻登记两类完成全部计划，土地房产、诉讼两类因部分案卷破损需先行修裱，分别完成计划的{land_x:p2}%和{court_x:p2}%。"
    )
    paper.p(
        "2．产出质量。监理单位随机抽检{test:n}页，合格{pass_n:n}页，合格率{pass_x:p2}%，高于99%的目标；不合格的{fail:n}页均已返工。"
    )
    paper.p(
        "3．效果。全年接待查档{seek:n}人次，较2019年的{seek_l:n}人次{y_seek:增加/减少}{y_seek.d:n}人次，{y_seek:增长/下降}{y_seek.g:p2}%；平均查档用时由{wait_l:n}分钟缩短到{wait:n}分钟，缩短{y_wait.d:n}分钟。"
    )
    paper.p("4．满意度。现场发放并收回评议卡{sent:n}张，其中满意{glad:n}张，满意度{glad_x:p0}%。")
    paper.h("五、自评得分")
    paper.table(
        (10, 16, 8, 8),
        "一级指标|二级指标|权重|得分",
        *(
            f"{'^' if n % 2 else head}|{name}|{{w{n}:s0}}|{{g{n}:s2z}}"
            for n, (head, name, *_) in enumerate(_MARKS)
        ),
        "合计|>|{w_all:s0}|{g_all:s2z}",
    )
    paper.p(
        "项目自评{g_all:s2z}分，其中项目决策{g_0:s2z}分、项目管理{g_1:s2z}分、项目产出{g_2:s2z}分、项目效果{g_3:s2z}分，等级为优。"
    )
    paper.h("六、存在问题及建议")
    paper.p(
        "一是绩效目标设定偏粗，未将修裱时间纳入计划。二是存储设备异地备份尚未落实。建议2021年先修裱后扫描，并在年底前与邻县档案馆签订异地备份协议。"
    )
    paper.right("清河县档案馆")
    paper.right("2021年3月20日")
