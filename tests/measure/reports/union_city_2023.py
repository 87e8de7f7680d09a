"""A city's trade unions, 2023: incomes and outlays beside last year's, shares kept and handed up, gifts by standard."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_INCOMES = {
    "dues": ("拨缴经费收入", "6842.37", "6418.90"),
    "up": ("上级补助收入", "914.60", "782.15"),
    "gov": ("政府补助收入", "1260.00", "1310.00"),
    "oth": ("其他收入", "83.46", "97.28"),
}
_COSTS = {
    "act": ("职工活动组织支出", "1486.25", "1372.40"),
    "aid": ("职工服务支出", "2034.18", "1896.73"),
    "right": ("维权支出", "765.92", "804.36"),
    "work": ("业务支出", "618.40", "597.85"),
    "adm": ("行政支出", "2147.66", "2093.12"),
    "down": ("补助下级支出", "1352.00", "1408.50"),
    "cap": ("资本性支出", "214.37", "168.94"),
}
_MARKS = (
    ("产出指标（50分）", "数量指标", "新建基层工会", "≥300家", "{new:n}家", 15, "15"),
    ("^", "^", "送温暖慰问职工", "≥5000人", "{warm_n:n}人", 15, "15"),
    ("^", "质量指标", "集体合同签订率", "≥90%", "{deal_x:p1}%", 10, "9.5"),
    ("^", "时效指标", "劳动争议按期办结率", "100%", "{case_x:p1}%", 10, "9.2"),
    ("效益指标（30分）", "社会效益指标", "困难职工解困脱困", "有效", "达成预期", 30, "28"),
    ("满意度指标（10分）", "服务对象满意度", "职工满意度", "≥92%", "{glad_x:p1}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    for table, total in ((_INCOMES, "inc"), (_COSTS, "exp")):
        for key, (_, now, last) in table.items():
            book.wan(**{key: now, f"{key}_l": last})
            book.sum(f"d_{key}", key, minus=(f"{key}_l",))
            book.year(f"y_{key}", key, f"{key}_l")
        book.sum(total, *table)
        book.sum(f"{total}_l", *(f"{key}_l" for key in table))
        book.sum(f"d_{total}", total, minus=(f"{total}_l",))
        book.year(f"y_{total}", total, f"{total}_l")
    book.rate("dues_h", "dues", "inc")
    book.rate("aid_h", "aid", "exp")
    book.rate("adm_h", "adm", "exp")
    book.wan(old="2385.44")
    book.sum("left", "old", "inc", minus=("exp",))
    book.sum("year_left", "inc", minus=("exp",))
    book.wan(raised="30548.62", home="18329.17", prov="1527.43")
    book.sum("city", "raised", minus=("home", "prov"))
    book.sum("raised", "home", "prov", "city")
    for key in ("home", "prov", "city"):
        book.rate(f"{key}_h", key, "raised")
    book.wan(
        gov_b="1260.00", gov_p="1213.85", fiscal_b="318.00", fiscal_p="302.46", hard="942.00", hard_p="911.39"
    )
    book.sum("gov_b", "fiscal_b", "hard")
    book.sum("gov_p", "fiscal_p", "hard_p")
    book.sum("gov_r", "gov_b", minus=("gov_p",))
    for key, below in (("gov_p", "gov_b"), ("fiscal_p", "fiscal_b"), ("hard_p", "hard")):
        book.rate(f"{key}_x", key, below)
    _work(book)
    return book


def _work(book: Book) -> None:
    book.count(units=8642, units_l=8329, members=613750, members_l=598412, women=241186, farm=187340)
    book.sum("new", "units", minus=("units_l",))
    book.year("ym", "members", "members_l")
    book.rate("women_h", "women", "members")
    book.rate("farm_h", "farm", "members")
    book.count(warm_n=6120, warm_a=420, warm_b=1850)
    book.sum("warm_c", "warm_n", minus=("warm_a", "warm_b"))
    book.sum("warm_n", "warm_a", "warm_b", "warm_c")
    book.yuan(std_a="3000", std_b="1500", std_c="800")
    for key in "abc":
        book.product(f"sum_{key}", f"std_{key}", f"warm_{key}")
    book.sum("warm", "sum_a", "sum_b", "sum_c")
    book.average("warm_u", "warm", "warm_n")
    book.count(study_n=1246)
    book.yuan(study="3738000")
    book.average("study_u", "study", "study_n")
    book.count(firms=4126, deals=3924, covered=276)
    book.rate("deal_x", "deals", "firms")
    book.count(cases=437, done=402, agreed=316)
    book.rate("case_x", "done", "cases")
    book.rate("agree_x", "agreed", "done")
    book.yuan(got="18642000")
    book.count(votes=1860, glad=1757)
    book.rate("glad_x", "glad", "votes")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    book.count(w_do=10)
    book.score("g_do", "w_do", "gov_p_x")
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(4)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}4", f"{end}5")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(6)))))


def build() -> Paper:
    """Return the report."""
    paper = Paper("union_city_2023", _books())
    paper.title("云湖市总工会关于2023年度部门整体支出绩效的自评报告")
    paper.p(
        "市财政局：根据《关于开展2023年度市级预算绩效自评工作的通知》（云财绩〔2024〕3号），现将我会自评情况报告如下。"
    )
    paper.p("一、部门概况")
    paper.p(
        "（一）组织情况。全市基层工会组织{units:n}家（上年末{units_l:n}家），当年净增{new:n}家。会员{members:n}人，较上年末{members_l:n}人{ym:增加/减少}{ym.d:n}人，{ym:增长/下降}{ym.g:p2}%；其中女会员{women:n}人，占{women_h:p2}%，农民工会员{farm:n}人，占{farm_h:p2}%。"
    )
    paper.p(
        "（二）经费来源。我会经费由工会经费和财政补助组成。2023年全市税务代收和自收工会经费{raised:w2}万元，按比例返还基层{home:w2}万元（{home_h:p0}%），上解省总{prov:w2}万元（{prov_h:p0}%），市县两级留成{city:w2}万元（{city_h:p0}%）。"
    )
    paper.p("二、收支情况")
    paper.p(
        "2023年总收入{inc:w2}万元，比2022年{y_inc:增加/减少}{y_inc.d:w2}万元，{y_inc:增长/下降}{y_inc.g:p1}%；总支出{exp:w2}万元，比2022年{y_exp:增加/减少}{y_exp.d:w2}万元，{y_exp:增长/下降}{y_exp.g:p1}%；当年收支结余{year_left:w2}万元，加上年初滚存结余{old:w2}万元，累计结余{left:w2}万元。各项收支变动见下表。"
    )
    paper.right("单位：万元")
    paper.table(
        (16, 11, 11, 11, 9),
        "科目|2023年|2022年|增减额|增减%",
        "收入合计|{inc:w2}|{inc_l:w2}|{d_inc:w2}|{y_inc.g:p1}",
        *(
            f"{name}|{{{k}:w2}}|{{{k}_l:w2}}|{{d_{k}:w2}}|{'-' if float(now) < float(last) else ''}{{y_{k}.g:p1}}"
            for k, (name, now, last) in _INCOMES.items()
        ),
        "支出合计|{exp:w2}|{exp_l:w2}|{d_exp:w2}|{y_exp.g:p1}",
        *(
            f"{name}|{{{k}:w2}}|{{{k}_l:w2}}|{{d_{k}:w2}}|{'-' if float(now) < float(last) else ''}{{y_{k}.g:p1}}"
            for k, (name, now, last) in _COSTS.items()
        ),
    )
    paper.p(
        "从结构看，拨缴经费收入占总收入的{dues_h:p1}%；职工服务支出占总支出的{aid_h:p1}%，行政支出占{adm_h:p1}%，行政支出占比控制在25%的上限以内。"
    )
    paper.p(
        "财政补助方面，当年安排{gov_b:w2}万元，已用{gov_p:w2}万元，用款率{gov_p_x:p2}%，剩{gov_r:w2}万元。分项目看，劳模津贴补助{fiscal_b:w2}万元、用款{fiscal_p:w2}万元（{fiscal_p_x:p2}%）；困难职工帮扶{hard:w2}万元、用款{hard_p:w2}万元（{hard_p_x:p2}%）。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.p("三、绩效情况")
    paper.p(
        "（一）送温暖。元旦春节期间慰问职工{warm_n:n}人，发放慰问金{warm:w2}万元，人均{warm_u:y0}元。分三类：深度困难{warm_a:n}人，每人{std_a:y0}元，计{sum_a:w2}万元；相对困难{warm_b:n}人，每人{std_b:y0}元，计{sum_b:w2}万元；意外致困{warm_c:n}人，每人{std_c:y0}元，计{sum_c:w2}万元。"
    )
    paper.p(
        "（二）金秋助学。资助困难职工子女{study_n:n}名、{study:w1}万元，平均每名{study_u:y0}元。其中当年考入大学的新生不少于三成。"
    )
    paper.p(
        "（三）维权。应签订集体合同的企业{firms:n}家，已签订{deals:n}家，签订率{deal_x:p1}%。受理劳动争议{cases:n}件，按期办结{done:n}件，办结率{case_x:p1}%；办结案件中调解成功{agreed:n}件，占{agree_x:p1}%，为职工追回工资等1864.2万元。"
    )
    paper.p(
        "（四）满意度。线上调查有效样本{votes:n}个，满意{glad:n}个，职工满意度{glad_x:p1}%，比上年高出近2个百分点。"
    )
    paper.p("四、自评得分")
    paper.p("自评{g_all:s2}分。预算执行{g_do:s2}分、产出{g_out:s1}分、效益{g4:s0}分、满意度{g5:s0}分。")
    paper.table(
        (12, 10, 14, 10, 10, 6, 7),
        "一级指标|二级指标|三级指标|目标值|实际值|分值|得分",
        "预算执行（10分）|>|财政补助资金执行率|100%|{gov_p_x:p2}%|{w_do:s0}|{g_do:s2}",
        *(
            f"{kind}|{sort}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (kind, sort, name, aim, done, *_) in enumerate(_MARKS)
        ),
        "合计|>|>|>|>|{w_all:s0}|{g_all:s2}",
    )
    paper.p("五、存在问题及下步打算")
    paper.p(
        "一是财政补助用款不够均衡，前三季度不足六成；二是小微企业建会率偏低，全市25人以下企业约1.1万家，建会不到四成。2024年新建工会力争达到350家，困难职工帮扶资金6月底前支出过半、11月底前达到90%。"
    )
    paper.right("云湖市总工会　2024年3月20日")
