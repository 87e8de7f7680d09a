"""A county bureau for veterans, 2021, in the classic outline: people by kind of benefit, projects in bands, two annexes."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Project: name, budget of the whole year, spent (万元).
_PROJECTS = {
    "pref": ("优抚对象抚恤和生活补助", "3486.70", "3486.70"),
    "army": ("义务兵家庭优待金", "864.00", "864.00"),
    "job": ("自主就业退役士兵一次性经济补助", "946.50", "912.35"),
    "serve": ("退役军人服务体系建设", "286.40", "254.18"),
    "stone": ("烈士纪念设施修缮", "348.60", "271.06"),
    "help": ("困难退役军人帮扶援助", "168.00", "168.00"),
    "visit": ("走访慰问", "113.20", "113.20"),
}
_BASIC = {
    "wage": ("工资福利支出", "398.40", "392.77"),
    "home": ("对个人和家庭的补助", "33.26", "33.26"),
    "off": ("商品和服务支出", "67.47", "61.93"),
}
_PEOPLE = {
    "hurt": ("伤残人员", 318, 311),
    "kin": ("“三属”人员", 47, 49),
    "old": ("在乡复员军人", 26, 31),
    "ill": ("带病回乡退伍军人", 605, 612),
    "war": ("参战参试退役人员", 1248, 1259),
    "farm": ("60周岁以上农村籍退役士兵", 2176, 2048),
    "son": ("60周岁以上烈士子女", 112, 108),
}
_MARKS = (
    ("产出指标（50分）", "数量指标", "享受定期抚恤补助人数", "4500人", "{men:n}人", 10, "10", ""),
    ("^", "^", "走访慰问人次", "1200人次", "{calls:n}人次", 5, "5", ""),
    ("^", "^", "修缮烈士纪念设施", "{site_p:n}处", "{site_d:n}处", 10, "8.33", "1处因雨季延后开工"),
    ("^", "质量指标", "抚恤补助社会化发放率", "100%", "100%", 10, "10", ""),
    ("^", "时效指标", "资金发放及时率", "100%", "100%", 10, "10", ""),
    ("^", "成本指标", "“三公”经费变动", "只减不增", "减少{y3.d:w2}万元", 5, "5", ""),
    (
        "效益指标（30分）",
        "社会效益指标",
        "信访事项化解率",
        "≥98%",
        "{calm_x:p2}%",
        15,
        "14.3",
        "历史遗留问题化解难",
    ),
    ("^", "可持续影响指标", "三级服务站点覆盖率", "100%", "100%", 15, "15", ""),
    (
        "满意度指标（10分）",
        "服务对象满意度指标",
        "服务对象满意度",
        "100%",
        "{glad_x:p2}%",
        10,
        "9.43",
        "宣传不够",
    ),
)


def _money(book: Book) -> None:
    book.yuan(army_e="30000")
    book.count(army_n=288)
    book.product("army_s", "army_e", "army_n")
    book.sum("army_b", "army_s")
    for table, total in ((_PROJECTS, "proj"), (_BASIC, "basic")):
        for key, (_, budget, spent) in table.items():
            if key != "army":
                book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
            book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        for end in "bs":
            book.sum(f"{total}_{end}", *(f"{key}_{end}" for key in table))
        book.rate(f"{total}_x", f"{total}_s", f"{total}_b")
    for end in "bs":
        book.sum(f"staff_{end}", f"wage_{end}", f"home_{end}")
        book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
        book.ties.append(Tie("sum", f"basic_{end}", (f"staff_{end}", f"off_{end}")))
    book.rate("all_x", "all_s", "all_b")
    book.rate("basic_h", "basic_s", "all_s")
    book.rate("proj_h", "proj_s", "all_s")
    book.wan(carry="213.46", up_add="1502.40", own_add="373.22", back="58.90")
    book.sum("add", "up_add", "own_add")
    book.sum("start", "all_b", "back", minus=("carry", "add"))
    book.sum("all_b", "start", "carry", "add", minus=("back",))
    book.sum("rest", "all_b", minus=("all_s",))
    book.sum("rest_b", "basic_b", minus=("basic_s",))
    book.sum("rest_p", "proj_b", minus=("proj_s",))
    book.sum("rest", "rest_b", "rest_p")
    book.wan(basic_l="476.80", proj_l="5612.47", office_l="64.58")
    book.sum("all_l", "basic_l", "proj_l")
    book.year("ya", "all_s", "all_l")
    book.year("yo", "off_s", "office_l")
    book.sum("pj_other_s", "job_s", "serve_s", "stone_s")


def _costs(book: Book) -> None:
    book.wan(car_l="5.66", recv_l="2.96", car_b="6.00", recv_b="3.00", car_s="5.17", recv_s="2.18")
    for end in "lbs":
        book.sum(f"three_{end}", f"car_{end}", f"recv_{end}")
    book.year("y3", "three_s", "three_l")
    book.year("yr", "recv_s", "recv_l")
    book.rate("three_x", "three_s", "three_b")
    book.sum("three_r", "three_b", minus=("three_s",))
    book.count(cars=2, meals=36, guests=247)
    book.average("per_car", "car_s", "cars")
    book.average("per_guest", "recv_s", "guests")
    book.wan(buy_b="128.60", goods="46.20", works="42.40", serv="32.75")
    book.sum("buy", "goods", "works", "serv")
    book.rate("buy_x", "buy", "buy_b")
    book.wan(flow="312.55", fixed="1486.20", soft="63.65", asset_l="1795.38")
    book.sum("asset", "flow", "fixed", "soft")
    book.year("ys", "asset", "asset_l")


def _books() -> Book:
    book = Book()
    book.count(adm_p=14, inst_p=22, adm=13, inst=20)
    book.sum("posts", "adm_p", "inst_p")
    book.sum("staff", "adm", "inst")
    book.rate("staff_x", "staff", "posts")
    _money(book)
    _costs(book)
    for key, (_, now, last) in _PEOPLE.items():
        book.count(**{f"{key}_n": now, f"{key}_nl": last})
    book.sum("men", *(f"{key}_n" for key in _PEOPLE))
    book.sum("men_l", *(f"{key}_nl" for key in _PEOPLE))
    book.year("ym", "men", "men_l")
    book.year("yf", "farm_n", "farm_nl")
    book.average("per_man", "pref_s", "men")
    book.count(left=124, site_p=6, site_d=5, calls=1286, cases=91, calm=86, poor=412)
    book.average("per_left", "job_s", "left")
    book.rate("site_x", "site_d", "site_p")
    book.rate("calm_x", "calm", "cases")
    book.average("per_poor", "help_s", "poor")
    book.count(sent=200, valid=192, glad=181)
    book.rate("valid_x", "valid", "sent")
    book.rate("glad_x", "glad", "valid")
    book.count(w_do=10, g_do="9.77")
    for n, (*_, weight, got, _why) in enumerate(_MARKS):
        book.count(**{f"w{n}": str(weight), f"g{n}": str(got)})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(6)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in (6, 7)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}8")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(9)))))
    book.sum("lost", "w_all", minus=("g_all",))
    for points, most, rate in (("g_do", "w_do", "all_x"), ("g2", "w2", "site_x"), ("g8", "w8", "glad_x")):
        book.ties.append(Tie("score", points, (most, rate)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("veterans_affairs_2021", _books())
    paper.title("松源县退役军人事务局")
    paper.title("2021年度部门整体支出绩效自评报告")
    paper.p(
        "根据《松源县财政局关于开展2022年度预算绩效自评工作的通知》（松财绩〔2022〕5号）要求，我局对2021年度部门整体支出进行了绩效自评，现报告如下："
    )
    paper.h("一、部门（单位）基本情况")
    paper.p(
        "（一）职能职责。贯彻执行退役军人思想政治、管理保障和安置优抚等工作的方针政策和法律法规；负责军队转业干部、退役士兵的移交安置和就业创业扶持；负责伤病残退役军人服务管理和抚恤工作；指导全县拥军优属工作；承担烈士褒扬、纪念设施管理保护等工作。"
    )
    paper.p(
        "（二）机构设置及人员情况。局机关内设办公室、安置股、优抚股3个股室，下设县退役军人服务中心和县烈士陵园管理所2个事业单位，均纳入部门预算编制范围。",
        "核定编制{posts:n}名，其中行政编制{adm_p:n}名、事业编制{inst_p:n}名；年末实有在职人员{staff:n}人，其中行政{adm:n}人、事业{inst:n}人，在职人员控制率{staff_x:p2}%。",
    )
    _spending(paper)
    _effects(paper)
    _annexes(paper)
    return paper


def _spending(paper: Paper) -> None:
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2021年年初预算{start:w2}万元，上年结转{carry:w2}万元，年中追加{add:w2}万元（其中中央和省级专项{up_add:w2}万元、县级{own_add:w2}万元），财政收回{back:w2}万元，全年预算{all_b:w2}万元。",
        "全年实际支出{all_s:w2}万元，预算执行率{all_x:p2}%，比2020年支出{all_l:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%。年末结转结余{rest:w2}万元，其中基本支出{rest_b:w2}万元、项目支出{rest_p:w2}万元。",
    )
    paper.h("（一）基本支出情况", 2)
    paper.p(
        "基本支出{basic_s:w2}万元，占总支出的{basic_h:p2}%。其中：人员经费{staff_s:w2}万元，包括工资福利支出{wage_s:w2}万元、对个人和家庭的补助{home_s:w2}万元；公用经费{off_s:w2}万元，较上年的{office_l:w2}万元{yo:增加/减少}{yo.d:w2}万元，公用经费预算{off_b:w2}万元，控制率{off_x:p2}%。",
    )
    paper.p(
        "“三公”经费支出{three_s:w2}万元，为预算{three_b:w2}万元的{three_x:p2}%，比上年{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%。公务接待费{recv_s:w2}万元，比上年{recv_l:w2}万元{yr:增加/减少}{yr.d:w2}万元，全年接待{meals:n}批次{guests:n}人次，人均{per_guest:y2}元；",
        "公务用车运行维护费{car_s:w2}万元，保有车辆{cars:n}辆，车均{per_car:w2}万元；无因公出国（境）费用，未购置公务用车。",
    )
    paper.h("（二）项目支出情况", 2)
    paper.p(
        "项目支出{proj_s:w2}万元，占总支出的{proj_h:p2}%，执行率{proj_x:p2}%。从执行进度看，优抚对象抚恤和生活补助、义务兵家庭优待金、困难退役军人帮扶援助、走访慰问4个项目执行率为100%；自主就业退役士兵一次性经济补助执行率在90%以上；",
        "退役军人服务体系建设、烈士纪念设施修缮2个项目执行率低于90%。上述执行率未达100%的3个项目共支出{pj_other_s:w2}万元。各项目预算及执行情况见表1。",
    )
    paper.centre("表1　2021年度项目支出情况表")
    paper.right("单位：万元")
    paper.table(
        (5, 20, 10, 10, 9),
        "序号|项目名称|全年预算数|实际支出数|执行率",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%"
            for n, (k, (name, *_)) in enumerate(_PROJECTS.items(), 1)
        ),
        "合计|>|{proj_b:w2}|{proj_s:w2}|{proj_x:p2}%",
    )
    paper.h("（三）政府采购和资产管理情况", 2)
    paper.p(
        "全年政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元（货物类{goods:w2}万元，工程类{works:w2}万元，服务类{serv:w2}万元），采购执行率{buy_x:p2}%。",
        "年末资产总额{asset:w2}万元，较年初{asset_l:w2}万元{ys:增加/减少}{ys.d:w2}万元，由流动资产{flow:w2}万元、固定资产净值{fixed:w2}万元和无形资产净值{soft:w2}万元构成。",
    )
    paper.h("三、政府性基金预算支出情况")
    paper.p("2021年度我局无政府性基金预算支出。")
    paper.h("四、国有资本经营预算支出情况")
    paper.p("2021年度我局无国有资本经营预算支出。")
    paper.h("五、社会保险基金预算支出情况")
    paper.p("2021年度我局无社会保险基金预算支出。")


def _effects(paper: Paper) -> None:
    paper.h("六、部门整体支出绩效情况")
    paper.p(
        "（一）评价得分。对照指标体系，我局2021年度部门整体支出绩效自评得分{g_all:s2}分，评价等级为“优”。"
    )
    paper.p("（二）主要绩效。")
    paper.p(
        "1.优抚政策全面落实。全年为{men:n}名优抚对象发放抚恤和生活补助{pref_s:w2}万元，人均{per_man:y2}元，发放对象比上年{men_l:n}人{ym:增加/减少}{ym.d:n}人。按身份类别分，",
        "；".join(f"{name}{{{k}_n:n}}人" for k, (name, *_) in _PEOPLE.items()),
        "。其中60周岁以上农村籍退役士兵增加较多，比上年{farm_nl:n}人{yf:增加/减少}{yf.d:n}人。",
    )
    paper.p(
        "2.安置保障有力。按每户每年{army_e:y0}元的标准，为{army_n:n}户义务兵家庭发放优待金{army_s:w2}万元；为{left:n}名自主就业退役士兵发放一次性经济补助{job_s:w2}万元，人均{per_left:y2}元。"
    )
    paper.p(
        "3.褒扬纪念扎实推进。计划修缮烈士纪念设施{site_p:n}处，实际完成{site_d:n}处，完成率{site_x:p2}%，余下1处因雨季施工条件不具备，顺延实施，已于2022年4月完工。"
    )
    paper.p(
        "4.服务体系更加健全。全县设立县、乡镇、村（社区）三级服务站点，覆盖率100%。走访慰问{calls:n}人次；帮扶困难退役军人{poor:n}人次，支出{help_s:w2}万元，人次均{per_poor:y2}元；受理信访事项{cases:n}件，化解{calm:n}件，化解率{calm_x:p2}%。"
    )
    paper.p(
        "5.服务对象满意。发放调查问卷{sent:n}份，收回有效问卷{valid:n}份，有效率{valid_x:p2}%；表示满意的{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("七、存在的问题及原因分析")
    paper.p(
        "一是部分项目执行进度偏慢。烈士纪念设施修缮项目执行率仅{stone_x:p2}%，主要原因是前期勘察设计时间较长。二是历史遗留问题化解难度大，仍有5件信访事项未化解。三是政策宣传覆盖面不够，个别服务对象对政策不了解。"
    )
    paper.h("八、下一步改进措施")
    paper.p(
        "一是提前谋划项目。修缮类项目在上一年度11月底前完成勘察设计，由优抚股按月调度进度。二是落实领导包案，2022年底前逐件化解剩余信访事项。三是结合“八一”、烈士纪念日等节点开展政策宣讲，全年不少于6场。"
    )
    paper.h("九、部门整体支出绩效自评结果拟应用和公开情况")
    paper.p("自评结果作为编制2023年部门预算的参考依据，并于2022年8月底前在县人民政府门户网站公开。")
    paper.h("十、其他需要说明的情况")
    paper.p("无。")


def _annexes(paper: Paper) -> None:
    paper.p("附件1")
    paper.centre("2021年度部门整体支出绩效评价基础数据表")
    paper.table(
        (16, 10, 11, 10),
        "财政供养人员情况|编制数|2021年实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况（万元）|2020年决算数|2021年预算数|2021年决算数",
        "三公经费|{three_l:w2}|{three_b:w2}|{three_s:w2}",
        "　1、公务用车购置和维护经费|{car_l:w2}|{car_b:w2}|{car_s:w2}",
        "　　其中：公车购置|0.00|0.00|0.00",
        "　　　　　公车运行维护|{car_l:w2}|{car_b:w2}|{car_s:w2}",
        "　2、出国经费|0.00|0.00|0.00",
        "　3、公务接待|{recv_l:w2}|{recv_b:w2}|{recv_s:w2}",
        "项目支出|{proj_l:w2}|{proj_b:w2}|{proj_s:w2}",
        "公用经费|{office_l:w2}|{off_b:w2}|{off_s:w2}",
        "政府采购金额|——|{buy_b:w2}|{buy:w2}",
        "部门基本支出|{basic_l:w2}|{basic_b:w2}|{basic_s:w2}",
        "楼堂馆所控制情况|无|无|无",
        "厉行节约保障措施|修订机关财务管理制度，严格接待审批|>|>",
        heads=0,
    )
    paper.p("说明：“公用经费”填报基本支出中的商品和服务支出；2021年预算数按全年预算数填列。")
    paper.p("附件2")
    paper.centre("2021年度部门整体支出绩效自评表")
    rows = [
        f"{kind}|{sort}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}|{why}"
        for n, (kind, sort, name, aim, done, _, _, why) in enumerate(_MARKS)
    ]
    paper.table(
        (9, 9, 12, 9, 10, 6, 7, 12),
        "预算部门名称|>|松源县退役军人事务局|>|>|>|>|>",
        "年度预算申请（万元）|>||年初预算数|全年预算数|全年执行数|分值|执行率及得分",
        "^|>|年度资金总额|{start:w2}|{all_b:w2}|{all_s:w2}|{w_do:s0}|{all_x:p2}%，得{g_do:s2z}分",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析",
        *rows,
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2z}|共扣{lost:s2z}分",
        heads=0,
    )
    paper.p("填表人：李  蓉　填报日期：2022年6月20日　联系电话：0743-4225188　单位负责人签字：")
