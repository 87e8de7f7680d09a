"""A lake county's ban on fishing, 2021, evaluated: boats and nets bought back, standards over three years, work found anew, money in 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_BOATS = (("a", "铁质机动船", 146, "28000"), ("b", "木质机动船", 82, "16500"), ("c", "非机动船", 107, "6000"))
_YEARS = (
    ("19", "2019年", "1860.00", "1742.50"),
    ("20", "2020年", "2415.00", "2386.30"),
    ("21", "2021年", "1328.00", "1254.86"),
)


def _books() -> Book:
    book = Book()
    for key, _, boats, fee in _BOATS:
        book.count(**{f"b{key}": boats})
        book.yuan(**{f"f{key}": fee})
        book.product(f"m{key}", f"f{key}", f"b{key}")
    book.sum("boats", *(f"b{k}" for k, *_ in _BOATS))
    book.sum("money", *(f"m{k}" for k, *_ in _BOATS))
    for key, _, come, gone in _YEARS:
        book.wan(**{f"in{key}": come, f"out{key}": gone})
        book.sum(f"left{key}", f"in{key}", minus=(f"out{key}",))
        book.rate(f"x{key}", f"out{key}", f"in{key}")
    for end in ("in", "out", "left"):
        book.sum(end, *(f"{end}{k}" for k, *_ in _YEARS))
    book.rate("x", "out", "in")
    book.wan(cent="620.00", prov="380.00", live="486.72", insure="318.40", guard="265.74", edu="72.00")
    book.sum("own", "in21", minus=("cent", "prov"))
    book.sum("in21", "cent", "prov", "own")
    book.sum("law", "out21", minus=("live", "insure", "guard", "edu"))
    book.sum("out21", "live", "insure", "guard", "edu", "law")
    book.count(homes=418, heads=892, hands=613, firm=204, post=131, self_=187, far=76)
    book.sum("found", "firm", "post", "self_", "far")
    book.sum("idle", "hands", minus=("found",))
    book.rate("found_x", "found", "hands")
    book.count(cases=37, cases_l=52, people=49, nets=186, nets_l=341)
    book.year("yc", "cases", "cases_l")
    book.year("yn", "nets", "nets_l")
    book.count(w1=20, w2=20, w3=30, w4=30, g1="18.6", g2="17.2", g3="27.5", g4="28.1")
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(1, 5)))
    for n in range(1, 5):
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    book.rate("r", "g", "w")
    book.count(ask=240, valid=232, glad=214)
    book.rate("glad_x", "glad", "valid")
    book.rate("valid_x", "valid", "ask")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("fishing_ban_2021", _books(), styled=True)
    paper.title("鹭洲县重点水域禁捕退捕补偿补助项目支出绩效评价报告")
    paper.centre("（2021年度）")
    paper.h("一、项目基本情况")
    paper.h("（一）项目背景", 2)
    paper.p(
        "按照“十年禁渔”部署，我县2019年起对鹭湖及其入江水道实施禁捕。经核定建档立卡退捕渔民{homes:n}户{heads:n}人，其中持证渔民326户，低保户41户、脱贫户57户（二者有重叠）。三年累计回收渔船{boats:n}艘，网具9.6万件。"
    )
    paper.h("（二）绩效目标", 2)
    paper.p(
        "2021年目标：退捕渔民转产就业率不低于95%，养老保险应保尽保，非法捕捞案件数下降20%以上，渔民满意度90%以上。到2022年底建成鹭湖智慧渔政监控点30处（2021年计划18处，实际建成20处）。"
    )
    paper.h("二、项目资金情况")
    paper.p(
        "2021年到位资金{in21:w2}万元，其中中央{cent:w2}万元、省级{prov:w2}万元、县级配套{own:w2}万元；当年支出{out21:w2}万元，预算执行率{x21:p2}%。项目实施以来，三年累计到位{in:w2}万元，累计支出{out:w2}万元，累计执行率{x:p2}%，各年结余均由财政收回统筹。"
    )
    paper.centre("表1 分年度资金到位及支出情况")
    paper.right("单位：万元、%")
    paper.table(
        (10, 12, 12, 12, 10), "年度|到位|支出|结余|执行率",
        *(f"{y}|{{in{k}:w2}}|{{out{k}:w2}}|{{left{k}:w2}}|{{x{k}:p2}}" for k, y, *_ in _YEARS),
        "累计|{in:w2}|{out:w2}|{left:w2}|{x:p2}",
    )  # fmt: skip
    paper.p(
        "2021年支出中，渔民过渡期生活补助{live:w2}万元、养老保险缴费补贴{insure:w2}万元、护渔员工资及社保{guard:w2}万元、技能培训{edu:w2}万元、渔政执法装备及监控{law:w2}万元。监控设备采购合同118.60万元，结算112.00万元，款项付清，质保金5.60万元以银行保函代替。"
    )
    paper.h("三、绩效评价结论")
    paper.p(
        "评价总得分{g:s1}分，等级为“优”。四个一级指标得分率分别为：决策{r1:p1}%、过程{r2:p1}%、产出{r3:p1}%、效益{r4:p1}%。"
    )
    paper.table(
        (12, 8, 8, 8, 26), "一级指标|权重|得分|得分率|主要扣分点",
        "决策|{w1:s0}|{g1:s1}|{r1:p1}%|绩效指标不够细化，扣1.4分",
        "过程|{w2:s0}|{g2:s1}|{r2:p1}%|执行率扣0.6分，县级配套到位滞后一个季度扣2.2分",
        "产出|{w3:s0}|{g3:s1}|{r3:p1}%|网具处置不及时等扣2.5分",
        "效益|{w4:s0}|{g4:s1}|{r4:p1}%|转产稳定性不足扣1.5分，满意度等扣0.4分",
        "合计|{w:s0}|{g:s1}|{r:p1}%|共扣8.6分",
    )  # fmt: skip
    paper.h("四、绩效指标分析")
    paper.h("（一）产出情况", 2)
    paper.p("渔船回收补偿在2019、2020两年完成，按船型定额补偿，合计{money:w2}万元，2021年不再发生。")
    paper.centre("表2 渔船回收补偿情况")
    paper.table(
        (14, 10, 14, 14), "船型|数量（艘）|补偿标准（元/艘）|补偿金额（元）",
        *(f"{name}|{{b{k}:n}}|{{f{k}:y0}}|{{m{k}:y0}}" for k, name, *_ in _BOATS),
        "合计|{boats:n}|—|{money:y0}",
    )  # fmt: skip
    paper.p(
        "另有“三无”船只拆解64艘，不予补偿，每艘给予拆解工时费300元。护渔员在岗62名（上年58名），人均月工资3300元。"
    )
    paper.h("（二）效益情况", 2)
    paper.p(
        "退捕渔民中有劳动能力和就业意愿的{hands:n}人，已转产就业{found:n}人，转产就业率{found_x:p2}%，其中企业吸纳{firm:n}人、公益性岗位{post:n}人、自主创业{self_:n}人、外出务工{far:n}人；未就业{idle:n}人均已纳入帮扶台账。已就业人员中签订一年以上合同的189人，人均月收入3260元，较退捕前的2980元增加280元。",
        "应参保715人全部参保，其中享受缴费补贴602人，已到龄领取待遇113人。",
    )
    paper.p(
        "全年查处非法捕捞案件{cases:n}起（2020年{cases_l:n}起），同比{yc:上升/下降}{yc.g:p1}%；涉案{people:n}人，其中移送司法11起15人；收缴网具{nets:n}张，同比{yn:增加/减少}{yn.d:n}张。监测到鱼类48种，比禁捕前增加7种，江豚年内出现19次、最多一次6头。"
    )
    paper.p(
        "发放问卷{ask:n}份，收回有效问卷{valid:n}份，有效率{valid_x:p1}%，表示满意的{glad:n}份，满意度{glad_x:p1}%。按乡镇看，最高的为97.4%，最低的为86.3%。"
    )
    paper.h("五、存在的问题")
    paper.p(
        "一是转产就业稳定性不够，公益性岗位占已就业人数的两成以上；二是县级配套滞后，6月底仅到位104万元。"
    )
    paper.h("六、有关建议")
    paper.p(
        "由县农业农村局会同县人社局，2022年9月底前对未就业人员逐人落实岗位；县财政局在一季度内拨付配套资金，比例不低于60%。评价结果与2023年预算挂钩，并依法公开。"
    )
    return paper
