"""A city's fund for small firms, 2024: kinds of support with firms and rates, districts by two years, leverage in 亿元."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Kind: name, firms, budget, paid (万元).
_KINDS = {
    "tech": ("技术改造设备补助", 64, "4200.00", "3986.50"),
    "spec": ("“专精特新”认定奖励", 118, "2340.00", "2340.00"),
    "loan": ("贷款贴息", 203, "1550.00", "1418.72"),
    "plat": ("公共服务平台建设", 9, "860.00", "792.40"),
    "show": ("参展补贴", 87, "330.00", "261.38"),
}
# District: name, 2023, 2024 (万元).
_DISTRICTS = {
    "e": ("东城区", "1812.40", "2146.30"),
    "w": ("西城区", "1405.25", "1387.62"),
    "h": ("高新区", "2764.80", "3158.94"),
    "l": ("临江县", "968.15", "1102.48"),
    "q": ("清河县", "1037.60", None),
}
_MARKS = (
    ("决策", "项目立项", 6, "6"),
    ("^", "绩效目标", 6, "5.5"),
    ("^", "资金投入", 8, "8"),
    ("过程", "资金管理", 10, "9.3"),
    ("^", "组织实施", 10, "9"),
    ("产出", "产出数量", 12, "11.6"),
    ("^", "产出质量", 8, "8"),
    ("^", "产出时效", 10, "8.5"),
    ("效益", "项目效益", 20, "18"),
    ("^", "满意度", 10, "9.6"),
)


def _books() -> Book:
    book = Book()
    for key, (_, firms, budget, paid) in _KINDS.items():
        book.count(**{f"{key}_n": firms})
        book.wan(**{f"{key}_b": budget, f"{key}_p": paid})
        book.rate(f"{key}_x", f"{key}_p", f"{key}_b")
        book.average(f"{key}_u", f"{key}_p", f"{key}_n")
    for end in "nbp":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _KINDS))
    book.rate("x", "all_p", "all_b")
    book.sum("rest", "all_b", minus=("all_p",))
    for key in _KINDS:
        book.rate(f"{key}_h", f"{key}_p", "all_p")
    book.wan(city_b="5600.00", prov_b="3680.00", prov_p="3512.86")
    book.sum("all_b", "city_b", "prov_b")
    book.sum("city_p", "all_p", minus=("prov_p",))
    book.sum("all_p", "city_p", "prov_p")
    book.rate("city_x", "city_p", "city_b")
    book.rate("prov_x", "prov_p", "prov_b")
    for key, (_, last, now) in _DISTRICTS.items():
        book.wan(**{f"d{key}_l": last})
        if now:
            book.wan(**{f"d{key}": now})
    book.sum("dq", "all_p", minus=("de", "dw", "dh", "dl"))
    book.sum("all_p", *(f"d{key}" for key in _DISTRICTS))
    book.sum("all_l", *(f"d{key}_l" for key in _DISTRICTS))
    for key in _DISTRICTS:
        book.year(f"y{key}", f"d{key}", f"d{key}_l")
        book.rate(f"d{key}_h", f"d{key}", "all_p")
    book.year("ya", "all_p", "all_l")
    _effects(book)
    return book


def _effects(book: Book) -> None:
    book.wan(inv="86400", inv_l="72150", eq="51230", loan_all="148600", loan_l="126300")
    book.year("yi", "inv", "inv_l")
    book.rate("eq_h", "eq", "inv")
    book.rate("lever", "inv", "tech_p")
    book.year("y_loan", "loan_all", "loan_l")
    book.count(spec_old=231)
    book.sum("spec_all", "spec_old", "spec_n")
    book.count(aim_n=110, prov_n=89)
    book.sum("nat_n", "spec_n", minus=("prov_n",))
    book.sum("spec_n", "prov_n", "nat_n")
    book.rate("aim_x", "spec_n", "aim_n")
    book.yuan(nat_u="500000", prov_u="100000")
    book.count(jobs_p=2000, jobs=2318, apply=562)
    book.rate("jobs_x", "jobs", "jobs_p")
    book.rate("pass_x", "all_n", "apply")
    book.sum("fail", "apply", minus=("all_n",))
    book.count(asked=400, got=386, glad=369)
    book.rate("got_x", "got", "asked")
    book.rate("glad_x", "glad", "got")
    for n, (_, _, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(f"{end}_a", f"{end}0", f"{end}1", f"{end}2")
        book.sum(f"{end}_b", f"{end}3", f"{end}4")
        book.sum(f"{end}_c", f"{end}5", f"{end}6", f"{end}7")
        book.sum(f"{end}_d", f"{end}8", f"{end}9")
        book.sum(f"{end}_all", *(f"{end}_{k}" for k in "abcd"))
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}{n}" for n in range(10))))
    for key in "abcd":
        book.rate(f"r_{key}", f"g_{key}", f"w_{key}")
    book.rate("r_all", "g_all", "w_all")


def build() -> Paper:
    """Return the report."""
    paper = Paper("smes_fund_2024", _books(), styled=True)
    paper.title("安平市2024年中小企业发展专项资金项目绩效自评报告")
    paper.h("一、项目基本情况")
    paper.h("（一）项目背景及主要内容", 2)
    paper.p(
        "为落实《中小企业促进法》第八条“国务院和县级以上地方人民政府应当安排中小企业发展专项资金”的要求，市工业和信息化局会同市财政局设立专项资金，实施期为2023—2025年，2024年支持技术改造、“专精特新”认定、贷款贴息、公共服务平台、参展补贴五个方向。"
    )
    paper.h("（二）资金投入与使用", 2)
    paper.p(
        "2024年专项资金预算{all_b:w0}万元，来源为市级财政{city_b:w0}万元和省级切块{prov_b:w0}万元，截至2024年12月31日全部到位。实际拨付企业{all_p:w2}万元，资金执行率{x:p2}%；市级资金拨付{city_p:w2}万元，执行率{city_x:p2}%；省级资金拨付{prov_p:w2}万元，执行率{prov_x:p2}%。未拨付的{rest:w2}万元按规定由财政统筹。"
    )
    paper.p("五个方向的资金使用情况见表1。")
    paper.centre("表1　分方向资金使用情况")
    paper.table(
        (17, 9, 11, 11, 9, 9, 11),
        "支持方向|企业数（家）|预算数（万元）|拨付数（万元）|执行率|占拨付总额|户均（万元）",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_b:w2}}|{{{k}_p:w2}}|{{{k}_x:p2}}%|{{{k}_h:p2}}%|{{{k}_u:w2}}"
            for k, (name, *_) in _KINDS.items()
        ),
        "合计|{all_n:n}|{all_b:w2}|{all_p:w2}|{x:p2}%|100%|—",
    )
    paper.p(
        "参展补贴执行率偏低，为{show_x:p2}%，系两场境外展会延期至2025年举办所致；贷款贴息执行率{loan_x:p2}%，原因是部分企业提前还款，贴息基数减少。"
    )
    paper.p(
        "分区域看，2024年拨付额居前的是高新区，{dh:w2}万元，占全市的{dh_h:p2}%；西城区{dw:w2}万元，较上年{yw:增加/减少}{yw.d:w2}万元。全市拨付总额较2023年（{all_l:w2}万元）{ya:增长/下降}{ya.g:p2}%。"
    )
    paper.centre("表2　分县区资金拨付情况（万元）")
    paper.table(
        (12, 12, 12, 10, 10),
        "县（区）|2023年|2024年|同比增幅|2024年占比",
        *(
            f"{name}|{{d{k}_l:w2}}|{{d{k}:w2}}|{'-' if k in 'wq' else ''}{{y{k}.g:p2}}%|{{d{k}_h:p2}}%"
            for k, (name, *_) in _DISTRICTS.items()
        ),
        "全市|{all_l:w2}|{all_p:w2}|{ya.g:p2}%|100%",
    )
    _analysis(paper)
    return paper


def _analysis(paper: Paper) -> None:
    paper.h("二、绩效分析")
    paper.p(
        "自评采用百分制，90分（含）以上为“优”、80分（含）至90分为“良”、60分（含）至80分为“中”。本项目得{g_all:s1z}分，评价等级为“优”，四类一级指标得分见表3。"
    )
    paper.centre("表3　指标得分汇总表")
    paper.table(
        (10, 14, 8, 8, 10),
        "一级指标|二级指标|权重|得分|得分率",
        *(
            f"{kind}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{{r{n}:p2}}%"
            for n, (kind, name, *_) in enumerate(_MARKS)
        ),
        "总计|>|{w_all:s0}|{g_all:s1z}|{r_all:p2}%",
    )
    paper.p(
        "决策类权重{w_a:s0}分，得{g_a:s1z}分，得分率{r_a:p2}%；过程类权重{w_b:s0}分，得{g_b:s1z}分，得分率{r_b:p2}%；产出类权重{w_c:s0}分，得{g_c:s1z}分，得分率{r_c:p2}%；效益类权重{w_d:s0}分，得{g_d:s1z}分，得分率{r_d:p2}%。"
    )
    paper.h("三、产出与效益")
    paper.p(
        "1.申报与审核。共受理{apply:n}家次企业申报，经专家评审、公示，{all_n:n}家次获得支持，通过率{pass_x:p2}%，未通过{fail:n}家次。"
    )
    paper.p(
        "2.梯度培育。新认定“专精特新”企业{spec_n:n}家，其中国家级专精特新“小巨人”{nat_n:n}家、省级{prov_n:n}家，年度目标{aim_n:n}家，完成率{aim_x:p2}%；加上往年认定的{spec_old:n}家，全市累计达到{spec_all:n}家。奖励标准为国家级一次性奖励不超过50万元、省级10万元。"
    )
    paper.p(
        "3.拉动投资。获得技改补助的企业完成投资{inv:e2}亿元，比2023年的{inv_l:e3}亿元{yi:增长/下降}{yi.g:p1}%，其中设备投资{eq:e3}亿元，占{eq_h:p1}%。每1元财政资金带动企业投资{lever:r2}元。"
    )
    paper.p(
        "4.缓解融资难。贴息贷款余额{loan_all:e2}亿元，同比{y_loan:增加/减少}{y_loan.d:e2}亿元，{y_loan:增长/下降}{y_loan.g:p1}%（上年同期{loan_l:e2}亿元）。贴息率不高于同期贷款市场报价利率的50%，单户最高80万元。"
    )
    paper.p("5.带动就业。受支持企业新增就业{jobs:n}人，为目标{jobs_p:n}人的{jobs_x:p1}%。")
    paper.p(
        "6.企业满意度。向受益企业发放问卷{asked:n}份，收回{got:n}份，回收率{got_x:p1}%，满意{glad:n}份，满意率{glad_x:p1}%。"
    )
    paper.h("四、存在问题及建议")
    paper.p(
        "一是拨付偏晚，四季度拨付占全年的近五成；二是绩效目标设置偏低，就业指标超额15%以上。建议2025年预算压减参展补贴至280万元左右，并将兑付时间提前到三季度。联系人：何工，0574-88123456。"
    )
