"""A county's weather bureau, 2019: all money in 元 with separators, projects with reasons, plans against quantities."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: budget and payments in 元.
_PROJECTS = {
    "rain": ("人工影响天气作业", "900000.00", "862140.00"),
    "site": ("区域自动气象站建设维护", "385300.00", "318764.80"),
    "bolt": ("防雷减灾", "210000.00", "186500.00"),
    "show": ("气象科普宣传", "95000.00", "92387.45"),
}
_MARKS = {
    "in": ("投入", "预算编制与目标设定", "15", "15"),
    "run": ("过程", "预算执行", "10", "9.1"),
    "care": ("过程", "财务和资产管理", "15", "14"),
    "out": ("产出", "职责履行", "30", "28.5"),
    "eff": ("效果", "履职效益", "20", "19"),
    "mood": ("效果", "服务对象满意度", "10", "9.5"),
}


def _books() -> Book:
    book = Book()
    book.yuan(start="3862450.00", add_rain="260000.00", add_site="155300.00", back="48216.50")
    book.sum("add", "add_rain", "add_site")
    book.sum("full", "start", "add", minus=("back",))
    book.yuan(pay_b="2179233.50", off_b="460000.00", pay="1986324.17", off="412905.36", off_l="436582.90")
    for key, (_, budget, paid) in _PROJECTS.items():
        book.yuan(**{f"{key}_b": budget, key: paid})
        book.rate(f"{key}_x", key, f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(key,))
    for end in ("", "_b"):
        book.sum(f"basic{end}", f"pay{end}", f"off{end}")
        book.sum(f"proj{end}", *(f"{key}{end}" for key in _PROJECTS))
    book.sum("full", "basic_b", "proj_b")
    book.sum("proj_r", "proj_b", minus=("proj",))
    book.ties.append(Tie("sum", "proj_r", tuple(f"{key}_r" for key in _PROJECTS)))
    book.sum("paid", "basic", "proj")
    book.sum("rest", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.rate("off_x", "off", "off_b")
    book.rate("proj_x", "proj", "proj_b")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.yuan(paid_l="3705218.64", car="62480.00", car_l="68935.50", recv="8126.00", recv_l="9450.00")
    book.yuan(three_b="82000.00")
    book.sum("three", "car", "recv")
    book.sum("three_l", "car_l", "recv_l")
    for key in ("paid", "off", "car", "three"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.rate("three_x", "three", "three_b")
    book.yuan(good_l="5126384.20", bought="246800.00", scrap="87350.00")
    book.sum("good", "good_l", "bought", minus=("scrap",))
    _work(book)
    return book


def _work(book: Book) -> None:
    book.count(posts=21, staff=20)
    book.rate("staff_x", "staff", "posts")
    book.count(shots=162, run_p=24, run_d=27, run_l=22)
    book.yuan(shot="2650")
    book.product("shells", "shot", "shots")
    book.rate("shells_h", "shells", "rain")
    book.rate("run_x", "run_d", "run_p")
    book.year("y_run", "run_d", "run_l")
    book.count(new_p=6, new_d=5, firm_p=142, firm_d=138)
    book.rate("new_x", "new_d", "new_p")
    book.rate("firm_x", "firm_d", "firm_p")
    book.count(wet=21, bolts=26, wind=14, heat=12, warn_l=65)
    book.sum("warn", "wet", "bolts", "wind", "heat")
    book.year("y_warn", "warn", "warn_l")
    book.count(sure="0.874", sure_l="0.861")
    book.points("y_sure", "sure", "sure_l")
    book.count(sent=150, back_n=146, glad=139)
    book.rate("back_x", "back_n", "sent")
    book.rate("glad_x", "glad", "back_n")
    for key, (_, _, weight, got) in _MARKS.items():
        book.count(**{f"w_{key}": weight, f"g_{key}": got})
        book.sum(f"l_{key}", f"w_{key}", minus=(f"g_{key}",))
    for end in "wgl":
        book.sum(f"{end}_all", *(f"{end}_{key}" for key in _MARKS))
    book.ties.append(Tie("sum", "l_all", ("w_all",), ("g_all",)))
    book.ties.append(Tie("sum", "l_all", ("l_run", "l_care", "l_out", "l_eff", "l_mood")))
    book.ties.append(Tie("score", "g_run", ("w_run", "x")))
    book.ties.append(Tie("score", "g_mood", ("w_mood", "glad_x")))


def build() -> Paper:
    """Return the report."""
    paper = Paper("weather_county_2019", _books())
    paper.title("禾山县气象局2019年部门整体支出绩效自评报告")
    paper.p(
        "县财政局：按照《禾山县财政局关于开展2019年度县级部门整体支出绩效自评工作的通知》要求，我局成立了由局长任组长的自评小组，对2019年县级财政安排的全部资金开展了绩效自评，现报告如下（文中金额除注明外均以元为单位）。"
    )
    paper.h("一、部门概况")
    paper.p(
        "县气象局实行气象部门与地方政府双重领导、以气象部门领导为主的管理体制，内设办公室、气象台、防灾减灾股，另设地方气象事业机构县人工影响天气中心。主要承担全县天气预报预警、气候资源监测、人工影响天气和防雷安全监管等工作。"
    )
    paper.p("我局共有国家气象编制和地方编制{posts:n}个，2019年末在职{staff:n}人，在编率{staff_x:p2}%。")
    paper.h("二、部门财务情况")
    paper.p(
        "1.预算安排。县级财政年初批复我局预算{start:y2,}元，年中追加{add:y2,}元，分别用于人工增雨抗旱作业{add_rain:y2,}元、区域站设备更新{add_site:y2,}元；年底财政收回基本支出指标{back:y2,}元，调整后预算数为{full:y2,}元。"
    )
    paper.p(
        "2.预算执行。全年支出{paid:y2,}元，完成调整预算的{x:p2}%，比上年支出{paid_l:y2,}元多支{y_paid.d:y2,}元，增幅{y_paid.g:p2}%。结余{rest:y2,}元，已按规定交回县财政。按支出性质分：基本支出{basic:y2,}元，占{basic_h:p2}%；项目支出{proj:y2,}元，占{proj_h:p2}%。",
        "基本支出中人员支出{pay:y2,}元、公用支出{off:y2,}元。公用支出预算为{off_b:y2,}元，公用经费控制率{off_x:p2}%；公用支出比上年决算数{off_l:y2,}元下降{y_off.g:p2}%。",
    )
    paper.p("3.项目资金使用。项目支出共涉及4个项目，明细见下表。")
    paper.right("单位：元")
    paper.table(
        (14, 11, 11, 10, 8),
        "项目|预算数|支出数|结余数|执行率（%）",
        *(
            f"{name}|{{{k}_b:y2,}}|{{{k}:y2,}}|{{{k}_r:y2,}}|{{{k}_x:p2}}"
            for k, (name, *_) in _PROJECTS.items()
        ),
        "合　计|{proj_b:y2,}|{proj:y2,}|{proj_r:y2,}|{proj_x:p2}",
    )
    paper.p("区域自动气象站建设维护结余较多，原因是1个新建站点选址调整，设备款{site_r:y2,}元未能在年内支付。")
    paper.p(
        "4.“三公”经费。2019年支出{three:y2,}元，控制在预算{three_b:y2,}元以内，占预算的{three_x:p2}%，比2018年的{three_l:y2,}元{y_three:增加/减少}{y_three.d:y2,}元。其中公务用车运行维护费{car:y2,}元，较上年{car_l:y2,}元{y_car:增长/下降}{y_car.g:p2}%；",
        "公务接待费{recv:y2,}元。全年未安排因公出国（境），未购置公务用车。",
    )
    paper.p(
        "5.资产情况。固定资产原值年初为{good_l:y2,}元，本年购入{bought:y2,}元，报废处置{scrap:y2,}元，年末为{good:y2,}元，已全部纳入资产管理信息系统。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、职责履行和绩效")
    paper.p(
        "（一）人影作业服务抗旱。全年组织地面增雨（雪）防雹作业{run_d:n}次，年初计划{run_p:n}次，完成率{run_x:p2}%，比上年{run_l:n}次增加{y_run.d:n}次。消耗火箭弹{shots:n}枚，每枚{shot:y0}元，火箭弹支出{shells:y2,}元，占人工影响天气作业项目支出的{shells_h:p2}%。"
    )
    paper.p(
        "（二）预报预警及时准确。24小时晴雨预报准确率{sure:p1}%，较2018年的{sure_l:p1}%提高{y_sure:p1}个百分点。发布预警信号{warn:n}期，其中暴雨{wet:n}期、雷电{bolts:n}期、大风{wind:n}期、高温{heat:n}期，比上年{warn_l:n}期增加{y_warn.d:n}期。"
    )
    paper.p(
        "（三）站网建设稳步推进。计划更新区域自动气象站{new_p:n}个，完成{new_d:n}个，完成率{new_x:p2}%；原有站点正常运行，数据可用率达到99%以上。"
    )
    paper.p(
        "（四）防雷监管到位。应检防雷重点单位{firm_p:n}家，实际检查{firm_d:n}家，检查覆盖率{firm_x:p2}%，未发生雷击责任事故。"
    )
    paper.p(
        "（五）社会评价较好。向乡镇、合作社和农业大户发出调查问卷{sent:n}份，收回{back_n:n}份，回收率{back_x:p2}%；收回的问卷中评价满意和基本满意的{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("四、自评得分情况")
    paper.table(
        (8, 18, 7, 7),
        "类别|指标|分值|得分",
        *(
            f"{'^' if k in ('care', 'mood') else kind}|{name}|{{w_{k}:s0}}|{{g_{k}:s1z}}"
            for k, (kind, name, *_) in _MARKS.items()
        ),
        "合计|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p(
        "经综合评定，我局自评得分{g_all:s1z}分，共扣{l_all:s1z}分。扣分原因：预算执行率未达100%，扣{l_run:s1z}分；个别报废设备处置不及时，扣{l_care:s1z}分；站点更新和防雷检查未完成计划，扣{l_out:s1z}分；公众气象服务精细化程度不够，扣{l_eff:s1z}分；满意度扣{l_mood:s1z}分。"
    )
    paper.h("五、存在的主要问题")
    paper.p(
        "一是项目前期准备不充分，站点用地协调滞后，影响支付进度。二是专业技术人员偏少，人工影响天气中心人员一岗多责。"
    )
    paper.h("六、有关建议")
    paper.p(
        "建议财政部门将人工增雨抗旱作业经费列入年初预算，减少年中追加。我局将在2020年5月底前完成剩余1个站点的建设，并加快支付进度。"
    )
    paper.right("禾山县气象局")
    paper.right("2020年6月12日")
