"""A county media centre, 2021: running text in 元 with few headings, and four tables gathered at the end."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_INCOME = (
    ("fin", "财政拨款收入", "13826450.18", "13105287.40"),
    ("biz", "事业收入（广告及宣传服务）", "2164380.00", "2487915.00"),
    ("oth", "其他收入", "58714.36", "41206.92"),
)
_SPENT = (
    ("wage", "工资福利支出", "8746218.33", "8513904.26"),
    ("goods", "商品和服务支出", "4518306.74", "4702851.19"),
    ("home", "对个人和家庭的补助", "312475.20", "298643.80"),
    ("cap", "资本性支出", "2286190.00", "1954700.00"),
)
_PROJECTS = (
    ("radio", "农村应急广播体系运行维护", "1450000", "1426580.00"),
    ("plat", "融媒体平台技术服务", "980000", "980000.00"),
    ("gear", "采编播设备更新", "2400000", "2286190.00"),
    ("news", "建党100周年主题宣传", "650000", "638412.50"),
    ("tower", "高山发射台站安全改造", "720000", "431965.00"),
)
_WORKS = (
    ("tv", "电视新闻播发", "条", 2600, 2738, 2651),
    ("rad", "广播新闻播发", "条", 1800, 1716, 1832),
    ("wx", "微信公众号推送", "条", 3200, 4087, 3340),
    ("vid", "短视频作品", "条", 900, 1264, 785),
)
_SCORES = (
    ("投入", "目标设定", "10", "9.5"),
    ("投入", "预算配置", "10", "10"),
    ("过程", "预算执行", "20", "17.4"),
    ("过程", "预算管理", "15", "14"),
    ("过程", "资产管理", "5", "4.8"),
    ("产出", "职责履行", "25", "24.1"),
    ("效果", "履职效益", "15", "13.9"),
)


def _books() -> Book:
    book = Book()
    for items, stem in ((_INCOME, "inc"), (_SPENT, "out")):
        for key, _, now, last in items:
            book.yuan(**{key: now, f"{key}_l": last})
            book.year(f"y{key}", key, f"{key}_l")
        for end in ("", "_l"):
            book.sum(f"{stem}{end}", *(f"{key}{end}" for key, *_ in items))
        for key, *_ in items:
            book.rate(f"{key}_h", key, stem)
        book.year(f"y{stem}", stem, f"{stem}_l")
    book.yuan(carried="346812.55")
    book.sum("left", "carried", "inc", minus=("out",))
    for key, _, budget, spent in _PROJECTS:
        book.yuan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key, *_ in _PROJECTS))
    book.rate("proj_x", "proj_s", "proj_b")
    book.sum("basic", "out", minus=("proj_s",))
    book.sum("out", "basic", "proj_s")
    book.rate("basic_h", "basic", "out")
    book.rate("proj_h", "proj_s", "out")
    book.yuan(start="14280000", more="2317300", full="16597300")
    book.sum("full", "start", "more")
    book.rate("more_x", "more", "start")
    book.rate("full_x", "out", "full")
    book.yuan(car="86417.30", recv="12860", car_l="93208.15", recv_l="17645")
    book.sum("three", "car", "recv")
    book.sum("three_l", "car_l", "recv_l")
    for key in ("car", "recv", "three"):
        book.year(f"y{key}", key, f"{key}_l")
    book.count(cars=4)
    book.average("per_car", "car", "cars")
    book.count(posts=72, inside=66, hired=28, old_people=19, editors=41, techs=17)
    book.sum("staff", "inside", "hired")
    book.rate("inside_x", "inside", "posts")
    book.sum("office", "inside", minus=("editors", "techs"))
    book.sum("inside", "editors", "techs", "office")
    _works(book)
    for n, (*_, weight, points) in enumerate(_SCORES):
        book.count(**{f"w{n}": weight, f"g{n}": points})
    for end in "wg":
        book.sum(f"{end}_in", f"{end}0", f"{end}1")
        book.sum(f"{end}_do", f"{end}2", f"{end}3", f"{end}4")
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_SCORES))))
        book.sum(f"{end}_all", f"{end}_in", f"{end}_do", f"{end}5", f"{end}6")
    return book


def _works(book: Book) -> None:
    for key, _, _, plan, done, last in _WORKS:
        book.count(**{f"{key}_p": plan, f"{key}_d": done, f"{key}_l": last})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.year(f"y{key}", f"{key}_d", f"{key}_l")
    for end in "pdl":
        book.sum(f"work_{end}", *(f"{key}_{end}" for key, *_ in _WORKS))
    book.rate("work_x", "work_d", "work_p")
    book.year("ywork", "work_d", "work_l")
    book.count(fans=286430, fans_l=241875, state=38, prov=126, city=417)
    book.year("yfans", "fans", "fans_l")
    book.sum("taken", "state", "prov", "city")
    book.count(horns=1846, on=1793, villages=213)
    book.rate("on_x", "on", "horns")


def _tables(paper: Paper) -> None:
    paper.centre("附表1　收入支出情况表")
    paper.right("单位：元")
    paper.table(
        (15, 11, 11, 11, 8),
        "项　　目|2021年决算|2020年决算|增减额|占比(%)",
        *(_money(paper.book, key, name) for key, name, *_ in _INCOME),
        f"本年收入合计|{{inc:y2}}|{{inc_l:y2}}|{_sign(paper.book, 'inc')}{{yinc.d:y2}}|100",
        *(_money(paper.book, key, name) for key, name, *_ in _SPENT),
        f"本年支出合计|{{out:y2}}|{{out_l:y2}}|{_sign(paper.book, 'out')}{{yout.d:y2}}|100",
    )
    paper.centre("附表2　项目支出明细表")
    paper.right("单位：元")
    paper.table(
        (5, 18, 11, 11, 9),
        "编号|项目名称|预算安排|实际支出|执行率(%)",
        *(
            f"{n:02d}|{name}|{{{k}_b:y2}}|{{{k}_s:y2}}|{{{k}_x:p1}}"
            for n, (k, name, *_) in enumerate(_PROJECTS, 1)
        ),
        "|合　计|{proj_b:y2}|{proj_s:y2}|{proj_x:p1}",
    )
    paper.centre("附表3　宣传任务完成情况表")
    paper.table(
        (14, 8, 8, 9, 8),
        "任务名称（单位）|年度计划|实际完成|完成比例|上年完成",
        *(
            f"{name}（{unit}）|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p1}}%|{{{k}_l:n}}"
            for k, name, unit, *_ in _WORKS
        ),
        "合计|{work_p:n}|{work_d:n}|{work_x:p1}%|{work_l:n}",
    )
    paper.centre("附表4　整体支出绩效自评打分表")
    paper.table(
        (9, 14, 8, 8),
        "一级指标|二级指标|分值|自评得分",
        *(
            f"{'^' if n and _SCORES[n - 1][0] == one else one}|{two}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, two, *_) in enumerate(_SCORES)
        ),
        "总　计|>|{w_all:s0}|{g_all:s1z}",
    )


def _money(book: Book, key: str, name: str) -> str:
    return f"{name}|{{{key}:y2}}|{{{key}_l:y2}}|{_sign(book, key)}{{y{key}.d:y2}}|{{{key}_h:p2}}"


def _sign(book: Book, key: str) -> str:
    return "" if book.up[f"y{key}"] else "-"


def build() -> Paper:
    """Return the report."""
    paper = Paper("media_centre_2021", _books())
    paper.title("松荫县融媒体中心2021年度整体支出绩效自评情况报告")
    paper.p("县财政局：")
    paper.p(
        "按照《关于开展2021年度财政支出绩效自评工作的通知》要求，我中心组织各部室对2021年度整体支出进行了认真自评，自评得分{g_all:s1z}分。现将有关情况报告如下："
    )
    paper.h("一、单位概况")
    paper.p(
        "县融媒体中心为县委直属公益一类事业单位，核定事业编制{posts:n}名。到2021年12月底，在编人员{inside:n}人，占编制数的{inside_x:p1}%，另有聘用人员{hired:n}人，共有干部职工{staff:n}人，退休人员{old_people:n}人。",
        "在编人员中，采编人员{editors:n}人，技术人员{techs:n}人，行政后勤人员{office:n}人。",
    )
    paper.h("二、资金收支及管理情况")
    paper.p(
        "1、预算安排。年初预算{start:y0}元，执行中追加{more:y0}元，追加部分相当于年初预算的{more_x:p1}%，调整后预算{full:y0}元。全年实际支出占调整后预算的{full_x:p1}%。"
    )
    paper.p(
        "2、收入。本年收入{inc:y2}元，比2020年的{inc_l:y2}元{yinc:增加/减少}{yinc.d:y2}元，{yinc:增长/下降}{yinc.g:p2}%。其中财政拨款收入{fin:y2}元，占{fin_h:p2}%；事业收入{biz:y2}元，占{biz_h:p2}%，受广告市场影响比上年{ybiz:增加/减少}{ybiz.d:y2}元，",
        "{ybiz:增长/下降}{ybiz.g:p2}%；其他收入{oth:y2}元，占{oth_h:p2}%。",
    )
    paper.p(
        "3、支出。本年支出{out:y2}元，比2020年的{out_l:y2}元{yout:增加/减少}{yout.d:y2}元，{yout:增长/下降}{yout.g:p2}%。其中，基本支出{basic:y2}元，占{basic_h:p2}%，项目支出{proj_s:y2}元，占{proj_h:p2}%。按经济分类，工资福利支出{wage:y2}元，商品和服务支出{goods:y2}元，",
        "对个人和家庭的补助{home:y2}元，资本性支出{cap:y2}元。",
    )
    paper.p("4、结转。上年结转{carried:y2}元，加本年收入、减本年支出后，年末滚存结转{left:y2}元。")
    paper.p(
        "5、“三公”经费。全年“三公”经费支出{three:y2}元，比上年的{three_l:y2}元{ythree:增加/减少}{ythree.d:y2}元，{ythree:上升/下降}{ythree.g:p2}%。其中：公务用车运行维护费{car:y2}元，上年{car_l:y2}元，{ycar:增加/减少}{ycar.d:y2}元，现有采访用车{cars:n}辆，单车平均{per_car:y2}元；",
        "公务接待费{recv:y2}元，上年{recv_l:y2}元，{yrecv:增加/减少}{yrecv.d:y2}元。没有发生因公出国（境）费用。",
    )
    paper.p(
        "6、项目资金。全年安排项目5个，预算{proj_b:y0}元，支出{proj_s:y2}元，执行率{proj_x:p1}%。从单个项目看，融媒体平台技术服务执行率{plat_x:p1}%，农村应急广播体系运行维护执行率{radio_x:p1}%，建党100周年主题宣传执行率{news_x:p1}%，采编播设备更新执行率{gear_x:p1}%，",
        "高山发射台站安全改造因大雪封山停工，只支出{tower_s:y2}元，执行率{tower_x:p1}%。",
    )
    paper.h("三、履职完成情况")
    paper.p(
        "全年计划播发各类新闻和作品{work_p:n}条，实际播发{work_d:n}条，为计划的{work_x:p1}%，比上年{work_l:n}条{ywork:增加/减少}{ywork.d:n}条，{ywork:增长/下降}{ywork.g:p1}%。一是传统媒体保持稳定，播发电视新闻{tv_d:n}条、广播新闻{rad_d:n}条，其中广播新闻因频率改版比计划的{rad_p:n}条略少。",
        "二是新媒体增长较快，推送微信公众号{wx_d:n}条，比上年增长{ywx.g:p1}%；制作短视频{vid_d:n}条，比上年增长{yvid.g:p1}%。三是用户规模扩大，各平台粉丝总数{fans:n}人，比上年底{fans_l:n}人净增{yfans.d:n}人，增幅{yfans.g:p1}%。",
        "四是外宣有突破，上级媒体采用稿件{taken:n}篇，其中中央级{state:n}篇、省级{prov:n}篇、市级{city:n}篇。五是应急广播终端{horns:n}个，正常在线{on:n}个，在线率{on_x:p1}%，覆盖{villages:n}个行政村。",
    )
    paper.h("四、自评得分情况")
    paper.p(
        "总分{w_all:s0}分，自评得{g_all:s1z}分，其中投入{g_in:s1z}分、过程{g_do:s1z}分、产出{g5:s1z}分、效果{g6:s1z}分。扣分主要是：项目执行率未达到95%，预算执行扣2.6分；广播新闻未完成计划，职责履行扣0.9分；其余为资料不够完整扣分。"
    )
    paper.h("五、存在的不足和今后打算")
    paper.p(
        "主要不足：事业收入下滑，自我造血能力弱；高山台站改造没有避开冰雪期，资金没有及时用出去。今后打算：拓展政务短视频和活动承办业务；室外工程一律在10月底前完工；自评结果作为2023年预算安排参考，并在县政府网站公开。"
    )
    paper.p("附表：1．收入支出情况表；2．项目支出明细表；3．宣传任务完成情况表；4．整体支出绩效自评打分表")
    paper.right("松荫县融媒体中心")
    paper.right("2022年3月28日")
    _tables(paper)
    return paper
