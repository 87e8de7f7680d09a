"""A city health commission, 2024: the full outline with both annexes, 万元 with two decimals, planned against done."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_PROJECTS = (
    ("ph", "基本公共卫生服务补助", "9860.00", "9788.35"),
    ("fam", "计划生育家庭奖励扶助", "5412.60", "5377.92"),
    ("ref", "公立医院综合改革", "2400.00", "2150.00"),
    ("drug", "基本药物制度补助", "2130.00", "2130.00"),
    ("dis", "重大疾病与传染病防控", "1868.00", "1629.44"),
    ("tal", "卫生健康人才培养", "536.00", "412.71"),
    ("old", "老年健康与医养结合", "320.00", "208.36"),
)
_THREE = (
    ("car", "公务用车购置及运行维护费", "23.05", "26.00", "21.36"),
    ("recv", "公务接待费", "4.12", "6.00", "3.48"),
)
_ROWS = (
    ("产出指标（40分）", "数量指标", "65岁以上老年人健康体检", "≥18.5万人", "{exam:n}人", "8", "7.8"),
    ("^", "^", "适龄妇女“两癌”免费检查", "{scr_b:n}人", "{scr:n}人", "8", "8"),
    ("^", "^", "全科医生转岗培训", "{gp_doc_b:n}人", "{gp_doc:n}人", "6", "5.1"),
    ("^", "质量指标", "适龄儿童免疫规划接种率", "≥95%", "{vac_x:p2}%", "8", "8"),
    ("^", "时效指标", "补助资金拨付及时率", "100%", "90%", "5", "4.5"),
    ("^", "成本指标", "公用经费控制率", "≤100%", "{day_x:p2}%", "5", "5"),
    ("效益指标（40分）", "社会效益", "每千人口执业（助理）医师数", "≥3.3人", "3.41人", "15", "14.2"),
    ("^", "^", "县域内就诊率", "≥90%", "91.2%", "10", "10"),
    ("^", "可持续影响", "基层医疗服务能力提升", "明显", "较明显", "15", "13.6"),
    ("满意度指标（10分）", "满意度", "群众对卫生健康服务满意度", "≥90%", "{glad_x:p2}%", "10", "9.6"),
)


def _books() -> Book:
    book = Book()
    for key, _, budget, spent in (
        *_PROJECTS,
        ("pay", "", "4126.38", "4108.92"),
        ("day", "", "486.20", "452.67"),
    ):
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    for end in "bsr":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key, *_ in _PROJECTS))
        book.sum(f"basic_{end}", f"pay_{end}", f"day_{end}")
        book.sum(f"gen_{end}", f"basic_{end}", f"proj_{end}")
    book.sum("proj_r", *(f"{key}_r" for key, _, budget, spent in _PROJECTS if budget != spent))
    book.wan(fund_b="150.00", fund_s="118.60", lot_s="86.40")
    book.sum("fund_r", "fund_b", minus=("fund_s",))
    book.sum("deaf_s", "fund_s", minus=("lot_s",))
    book.sum("fund_s", "lot_s", "deaf_s")
    for end in "bsr":
        book.sum(f"all_{end}", f"gen_{end}", f"fund_{end}")
    for key in ("proj", "basic", "gen", "fund", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.rate("basic_h", "basic_s", "gen_s")
    book.rate("proj_h", "proj_s", "gen_s")
    book.wan(start="24860.00", carried="1135.40", cut="218.60", add_pay="312.55", gen_l="25388.17")
    book.sum("add", "gen_b", "cut", minus=("start", "carried"))
    book.sum("gen_b", "start", "carried", "add", minus=("cut",))
    book.sum("add_proj", "add", minus=("add_pay",))
    book.sum("add", "add_pay", "add_proj")
    book.year("yg", "gen_s", "gen_l")
    book.wan(day_l="478.92", back="96.31")
    book.year("yd", "day_s", "day_l")
    book.sum("next", "gen_r", minus=("back",))
    book.sum("gen_r", "back", "next")
    _controls(book)
    _outputs(book)
    book.count(projects=7, p_full=1, p_high=2, p_mid=2, p_low=2, w_exec=10)
    book.sum("projects", "p_full", "p_high", "p_mid", "p_low")
    book.score("g_exec", "w_exec", "all_x")
    book.values["g_exec"] = round(book.values["g_exec"], 2)
    for n, (*_, weight, points) in enumerate(_ROWS):
        book.count(**{f"w{n}": weight, f"g{n}": points})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(6)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(6, 9)))
        book.sum(f"{end}_all", f"{end}_exec", f"{end}_out", f"{end}_eff", f"{end}9")
        book.sum(f"{end}_all", f"{end}_exec", *(f"{end}{n}" for n in range(10)))
    return book


def _controls(book: Book) -> None:
    book.count(posts_a=68, posts_i=34, staff_a=64, staff_i=31, old_people=57)
    book.sum("posts", "posts_a", "posts_i")
    book.sum("staff", "staff_a", "staff_i")
    book.rate("staff_x", "staff", "posts")
    for key, _, last, budget, spent in _THREE:
        book.wan(**{f"{key}_l": last, f"{key}_b": budget, f"{key}_s": spent})
        book.year(f"y{key}", f"{key}_s", f"{key}_l")
    for end in "lbs":
        book.sum(f"three_{end}", f"car_{end}", f"recv_{end}")
    book.rate("three_x", "three_s", "three_b")
    book.year("y3", "three_s", "three_l")
    book.count(visits=32, guests=286)
    book.average("per_guest", "recv_s", "guests")
    book.wan(goods="318.46", serv="142.80", buy_b="486.00", small="401.15")
    book.sum("buy_s", "goods", "serv")
    book.rate("buy_x", "buy_s", "buy_b")
    book.rate("small_x", "small", "buy_s")
    book.wan(as_now="1268.44", as_fix="2937.18", as_imm="64.50", as_l="4102.75")
    book.sum("assets", "as_now", "as_fix", "as_imm")
    book.year("ya", "assets", "as_l")


def _outputs(book: Book) -> None:
    book.count(exam_b=185000, exam=181420, scr_b=42000, scr=43586, gp_doc_b=60, gp_doc=51)
    book.rate("exam_x", "exam", "exam_b")
    book.rate("scr_x", "scr", "scr_b")
    book.rate("gp_doc_x", "gp_doc", "gp_doc_b")
    book.count(due=96380, vac=94857, homes=31264, homes_l=30418, sent=600, good=582, glad=559)
    book.rate("vac_x", "vac", "due")
    book.year("yh", "homes", "homes_l")
    book.average("per_home", "fam_s", "homes")
    book.rate("good_x", "good", "sent")
    book.rate("glad_x", "glad", "good")


def _annexes(paper: Paper) -> None:
    paper.p("附件1")
    paper.centre("部门整体支出绩效评价基础数据表")
    paper.table(
        (14, 9, 9, 9),
        "财政供养人员情况（人）|编制数|2024年实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况（万元）|2023年决算数|2024年预算数|2024年决算数",
        "三公经费|{three_l:w2}|{three_b:w2}|{three_s:w2}",
        "1、公务用车购置和维护经费|{car_l:w2}|{car_b:w2}|{car_s:w2}",
        "其中：公车购置|0|0|0",
        "公车运行维护|{car_l:w2}|{car_b:w2}|{car_s:w2}",
        "2、出国经费|0|0|0",
        "3、公务接待|{recv_l:w2}|{recv_b:w2}|{recv_s:w2}",
        "公用经费|{day_l:w2}|{day_b:w2}|{day_s:w2}",
        "政府采购金额|——|{buy_b:w2}|{buy_s:w2}",
        "厉行节约保障措施|制定机关运行经费管理办法，会议、培训、接待实行事前审批。|>|>",
        "填表人：　　填报日期：2025年5月12日　　联系电话：|>|>|>",
    )
    paper.p("附件2")
    paper.centre("部门整体支出绩效自评表")
    paper.centre("（2024年度）")
    paper.table(
        (11, 9, 13, 10, 10, 6, 6),
        "预算执行|项目|年初预算数（万元）|全年预算数（万元）|全年执行数（万元）|分值|得分",
        "^|年度资金总额|——|{all_b:w2}|{all_s:w2}|{w_exec:s0}|{g_exec:s2}",
        "^|其中：一般公共预算|{start:w2}|{gen_b:w2}|{gen_s:w2}||",
        "^|政府性基金|——|{fund_b:w2}|{fund_s:w2}||",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        *(
            f"{one}|{two}|{three}|{target}|{actual}|{{w{n}:s0}}|{{g{n}:s2z}}"
            for n, (one, two, three, target, actual, *_) in enumerate(_ROWS)
        ),
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2}",
        heads=0,
    )


def build() -> Paper:
    """Return the report."""
    paper = Paper("health_commission_2024", _books(), styled=True)
    paper.title("棠溪市卫生健康委员会")
    paper.title("2024年度部门整体支出绩效自评报告")
    paper.h("一、部门基本情况")
    paper.p(
        "市卫生健康委内设科室16个，归口管理二级机构9个。核定编制{posts:n}名，其中行政编制{posts_a:n}名、事业编制{posts_i:n}名；2024年末实有在职人员{staff:n}人，其中行政人员{staff_a:n}人、事业人员{staff_i:n}人，",
        "在职人员控制率{staff_x:p2}%。离退休人员{old_people:n}人。",
    )
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2024年一般公共预算年初预算{start:w2}万元，上年结转{carried:w2}万元，年中追加{add:w2}万元（其中人员经费{add_pay:w2}万元、项目经费{add_proj:w2}万元），调减{cut:w2}万元，全年预算数为{gen_b:w2}万元。",
        "全年支出{gen_s:w2}万元，执行率{gen_x:p2}%，较上年支出{gen_l:w2}万元{yg:增加/减少}{yg.d:w2}万元，{yg:增长/下降}{yg.g:p2}%。年末未支出{gen_r:w2}万元，其中财政收回{back:w2}万元、结转下年{next:w2}万元。",
    )
    paper.h("（一）基本支出情况", 2)
    paper.p(
        "基本支出预算{basic_b:w2}万元，支出{basic_s:w2}万元，占一般公共预算支出的{basic_h:p2}%，执行率{basic_x:p2}%。其中：人员经费预算{pay_b:w2}万元，支出{pay_s:w2}万元，执行率{pay_x:p2}%；公用经费预算{day_b:w2}万元，支出{day_s:w2}万元，",
        "执行率{day_x:p2}%，比上年{day_l:w2}万元{yd:增加/减少}{yd.d:w2}万元，{yd:增长/下降}{yd.g:p2}%。",
    )
    paper.p(
        "“三公”经费预算{three_b:w2}万元，决算{three_s:w2}万元，控制率{three_x:p2}%，较上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%。其中公务用车运行维护费{car_s:w2}万元，较上年{ycar:增加/减少}{ycar.d:w2}万元；",
        "公务接待费{recv_s:w2}万元，较上年{yrecv:增加/减少}{yrecv.d:w2}万元，接待{visits:n}批次{guests:n}人次，人均{per_guest:y2}元；未发生因公出国（境）费和公务用车购置费。",
    )
    paper.h("（二）项目支出情况", 2)
    paper.p(
        "项目支出预算{proj_b:w2}万元，支出{proj_s:w2}万元，占一般公共预算支出的{proj_h:p2}%，执行率{proj_x:p2}%。共安排项目{projects:n}个，其中执行率100%的{p_full:n}个，90%（含）至100%的{p_high:n}个，80%（含）至90%的{p_mid:n}个，80%以下的{p_low:n}个。具体见下表。",
    )
    paper.centre("2024年项目支出情况表")
    paper.right("单位：万元")
    paper.table(
        (4, 16, 10, 10, 9, 8),
        "序号|项目名称|全年预算数|全年支出数|未支出数|执行率",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|"
            + ("0.00" if b == s else f"{{{k}_r:w2}}")
            + f"|{{{k}_x:p2}}%"
            for n, (k, name, b, s) in enumerate(_PROJECTS, 1)
        ),
        "合计|>|{proj_b:w2}|{proj_s:w2}|{proj_r:w2}|{proj_x:p2}%",
    )
    paper.h("三、政府性基金预算支出情况")
    paper.p(
        "政府性基金预算{fund_b:w2}万元，支出{fund_s:w2}万元，执行率{fund_x:p2}%，全部为彩票公益金支出，其中慢性病筛查{lot_s:w2}万元、新生儿听力筛查{deaf_s:w2}万元。两项预算合计{all_b:w2}万元，支出合计{all_s:w2}万元，执行率{all_x:p2}%。",
    )
    paper.h("四、国有资本经营预算支出情况")
    paper.p("我委2024年无国有资本经营预算支出。")
    paper.h("五、社会保险基金预算支出情况")
    paper.p("我委2024年无社会保险基金预算支出。")
    paper.h("六、部门整体支出绩效情况")
    paper.p(
        "（一）自评结论。2024年度部门整体支出绩效自评得分{g_all:s2}分，等级为“优”。其中预算执行{g_exec:s2}分，产出指标{g_out:s2z}分，效益指标{g_eff:s2z}分，满意度指标{g9:s2z}分。",
    )
    paper.p(
        "（二）产出情况。全年计划为65岁以上老年人体检{exam_b:n}人，实际完成{exam:n}人，完成率{exam_x:p2}%；计划开展“两癌”免费检查{scr_b:n}人，实际完成{scr:n}人，完成率{scr_x:p2}%；计划培训转岗全科医生{gp_doc_b:n}人，实际完成{gp_doc:n}人，完成率{gp_doc_x:p2}%。",
        "应接种国家免疫规划疫苗{due:n}剂次，实际接种{vac:n}剂次，接种率{vac_x:p2}%。",
    )
    paper.p(
        "（三）效益情况。发放计划生育家庭奖励扶助资金{fam_s:w2}万元，惠及家庭{homes:n}户，户均{per_home:y2}元，受益户数比上年{homes_l:n}户{yh:增加/减少}{yh.d:n}户，{yh:增长/下降}{yh.g:p2}%。",
    )
    paper.p(
        "（四）满意度情况。发放调查问卷{sent:n}份，收回有效问卷{good:n}份，有效率{good_x:p2}%，其中表示满意和基本满意的{glad:n}份，满意度{glad_x:p2}%。",
    )
    paper.p(
        "（五）采购与资产管理情况。政府采购预算{buy_b:w2}万元，实际采购{buy_s:w2}万元，其中货物{goods:w2}万元、服务{serv:w2}万元，采购执行率{buy_x:p2}%；授予中小企业合同{small:w2}万元，占采购金额的{small_x:p2}%。年末资产总额{assets:w2}万元，",
        "其中流动资产{as_now:w2}万元、固定资产净值{as_fix:w2}万元、无形资产{as_imm:w2}万元，比年初{as_l:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%。",
    )
    paper.h("七、存在的问题及原因分析")
    paper.p(
        "一是部分项目执行率偏低。老年健康与医养结合项目受社会办机构验收滞后影响，执行率仅{old_x:p2}%；卫生健康人才培养项目因参训人员不足，执行率为{tal_x:p2}%。二是补助资金拨付不够及时，基层机构考核结果确认周期较长。"
    )
    paper.h("八、下一步改进措施")
    paper.p(
        "一是将医养结合机构验收前移至每年9月底前完成；二是按“先预拨、后结算”方式拨付基层补助资金，6月底前预拨比例不低于70%。"
    )
    paper.h("九、部门整体支出绩效自评结果拟应用和公开情况")
    paper.p("自评结果拟作为2026年部门预算编制和二级机构经费分配的依据，并随2024年度部门决算一并公开。")
    _annexes(paper)
    return paper
