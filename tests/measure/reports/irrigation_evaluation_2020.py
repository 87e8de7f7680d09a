"""A third party's evaluation of water-saving irrigation, 2020: decimal outline, 亩, designed and built areas, sampled sites."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, district, designed and built area (亩), budget, contract, settled (万元).
_AREAS = (
    ("n", "北沟灌区", "12600", "12600", "1512.00", "1463.28", "1441.57"),
    ("h", "禾丰灌区", "9800", "9240", "1127.00", "1096.40", "1052.16"),
    ("l", "柳林提灌站", "6400", "6400", "896.00", "874.90", "874.90"),
    ("s", "三道湾片区", "4200", "3185", "546.00", "531.77", "402.85"),
)
# Area, item, weight, points.
_MARKS = (
    ("A", "立项规范性", "5", "5"),
    ("A", "绩效目标合理性", "5", "4"),
    ("A", "资金投入科学性", "5", "4.5"),
    ("B", "资金管理", "12", "10.68"),
    ("B", "组织实施", "13", "10.5"),
    ("C", "产出数量", "15", "14.28"),
    ("C", "产出质量", "8", "7.35"),
    ("C", "产出时效", "5", "3"),
    ("C", "产出成本", "7", "7"),
    ("D", "节水与增产", "13", "11.5"),
    ("D", "管护长效", "7", "4.2"),
    ("D", "满意度", "5", "4.61"),
)
_TITLES = {"A": "决策", "B": "过程", "C": "产出", "D": "效益"}


def _books() -> Book:
    book = Book()
    for key, _, plan, done, budget, deal, spent in _AREAS:
        book.count(**{f"{key}_p": plan, f"{key}_d": done})
        book.wan(**{f"{key}_b": budget, f"{key}_c": deal, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_p")
        book.average(f"{key}_u", f"{key}_s", f"{key}_d")
        book.average(f"{key}_v", f"{key}_b", f"{key}_p")
    keys = [key for key, *_ in _AREAS]
    for end in "pdbcs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("all_x", "all_d", "all_p")
    book.average("all_u", "all_s", "all_d")
    book.average("all_v", "all_b", "all_p")
    book.rate("deal_x", "all_c", "all_b")
    book.sum("saved", "all_b", minus=("all_c",))
    book.wan(other="163.80", other_s="160.42", old="214.36", new="3850.00")
    book.sum("fund", "old", "new")
    book.sum("use_b", "all_b", "other")
    book.sum("use_s", "all_s", "other_s")
    book.rate("use_x", "use_s", "fund")
    book.sum("left", "fund", minus=("use_s",))
    book.rate("old_h", "old", "fund")
    _field(book)
    for n, (*_, weight, points) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": points})
        book.rate(f"q{n}", f"g{n}", f"w{n}")
    for end in "wg":
        for area in _TITLES:
            book.sum(f"{end}{area}", *(f"{end}{n}" for n, mark in enumerate(_MARKS) if mark[0] == area))
        book.sum(f"{end}_all", *(f"{end}{area}" for area in _TITLES))
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_MARKS))))
    for area in _TITLES:
        book.rate(f"q{area}", f"g{area}", f"w{area}")
    return book


def _field(book: Book) -> None:
    book.count(seen=48, sound=41, leak=4, idle=3, pumps=126, run=117, deal_seen=12, late=5)
    book.sum("seen", "sound", "leak", "idle")
    book.rate("sound_x", "sound", "seen")
    book.rate("run_x", "run", "pumps")
    book.rate("late_x", "late", "deal_seen")
    book.count(m_old="465", m_new="318", y_old="512.4", y_new="574.6")
    book.year("ym", "m_new", "m_old")
    book.year("yy", "y_new", "y_old")
    book.count(k_old="0.512", k_new="0.647")
    book.year("yk", "k_new", "k_old")
    book.count(water="462.02")
    book.count(forms=360, bad=17, v1=188, v2=128, v3=22, v4=5)
    book.sum("valid", "forms", minus=("bad",))
    book.sum("valid", "v1", "v2", "v3", "v4")
    book.rate("valid_x", "valid", "forms")
    book.sum("glad", "v1", "v2")
    book.rate("glad_x", "glad", "valid")
    book.count(vil=31, vil_x=19)
    book.rate("keep_x", "vil_x", "vil")
    book.count(talks=26, off=9, farm=17)
    book.sum("talks", "off", "farm")


def build() -> Paper:
    """Return the report."""
    paper = Paper("irrigation_evaluation_2020", _books(), styled=True)
    paper.title("平川区2020年度高效节水灌溉项目")
    paper.title("财政支出绩效评价报告")
    paper.centre("委托方：平川区财政局　　受托方：立衡咨询有限责任公司")
    paper.h("1　项目概况")
    paper.h("1.1　背景与内容", 2)
    paper.p(
        "平川区年降水量不足400毫米，农业用水供需矛盾突出。区水务局于2020年实施高效节水灌溉项目，在4个片区铺设滴灌、喷灌和低压管道，设计面积{all_p:n}亩。"
    )
    paper.h("1.2　资金投入", 2)
    paper.p(
        "项目可用资金{fund:w2}万元，由上年结转{old:w2}万元（占{old_h:p2}%）和当年预算{new:w2}万元构成。工程部分安排{all_b:w2}万元，亩均投资控制数{all_v:y0}元；设计、监理、招标代理等其他费用安排{other:w2}万元，工程与其他费用预算合计{use_b:w2}万元，高于可用资金的部分由招标节余弥补。",
    )
    paper.h("2　评价工作情况")
    paper.p(
        "评价组于2021年4月赴4个片区现场核查，抽查田间工程{seen:n}处，调阅合同{deal_seen:n}份，访谈{talks:n}人（管理人员{off:n}人、农户{farm:n}人），发放农户问卷{forms:n}份，剔除无效{bad:n}份，有效{valid:n}份，有效率{valid_x:p2}%。"
    )
    paper.h("3　资金使用分析")
    paper.h("3.1　总体执行", 2)
    paper.p(
        "截至评价基准日（2020年12月31日），实际支出{use_s:w2}万元，其中工程{all_s:w2}万元、其他费用{other_s:w2}万元，资金执行率{use_x:p2}%（以可用资金为分母），账面余额{left:w2}万元。工程合同总价{all_c:w2}万元，为工程预算的{deal_x:p2}%，招标节约{saved:w2}万元。",
    )
    paper.h("3.2　片区执行", 2)
    paper.centre("表3-1　各片区建设任务与投资完成表")
    paper.table(
        (11, 8, 8, 8, 9, 9, 9, 8, 8),
        "片区|设计面积（亩）|建成面积（亩）|完成率（%）|预算（万元）|合同价（万元）|结算（万元）|亩均控制数（元）|亩均实际（元）",
        *(
            f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_x:p2}}|{{{k}_b:w2}}|{{{k}_c:w2}}|{{{k}_s:w2}}|{{{k}_v:y2}}|{{{k}_u:y2}}"
            for k, name, *_ in _AREAS
        ),
        "合计|{all_p:n}|{all_d:n}|{all_x:p2}|{all_b:w2}|{all_c:w2}|{all_s:w2}|{all_v:y2}|{all_u:y2}",
    )
    paper.p("注：亩均控制数按设计面积计算，亩均实际按建成面积计算，二者分母不同。")
    paper.h("4　绩效分析")
    paper.h("4.1　产出", 2)
    paper.p(
        "4.1.1　数量。建成{all_d:n}亩，完成率{all_x:p2}%，缺口集中在三道湾片区（土地流转合同纠纷）和禾丰灌区（穿越铁路段未获批复）。"
    )
    paper.p(
        "4.1.2　质量。抽查的{seen:n}处田间工程中，完好{sound:n}处，完好率{sound_x:p2}%；{leak:n}处存在管道渗漏，{idle:n}处闲置未用。",
        "配套水泵{pumps:n}台（套），正常运行{run:n}台（套），占{run_x:p2}%。",
    )
    paper.p(
        "4.1.3　时效。抽查的{deal_seen:n}份合同中有{late:n}份逾期完工，逾期比例{late_x:p2}%，最长逾期71天。"
    )
    paper.h("4.2　效益", 2)
    paper.p(
        "4.2.1　节水增产。监测点亩均灌溉用水量由{m_old:n}立方米降至{m_new:n}立方米，{ym:上升/下降}{ym.g:p2}%；",
        "玉米亩产由{y_old:n1}公斤提高到{y_new:n1}公斤，增产{yy.d:n1}公斤，增幅{yy.g:p2}%；灌溉水有效利用系数由{k_old:n3}提高到{k_new:n3}，",
        "提高{yk.d:n3}。",
    )
    paper.p(
        "4.2.2　管护。涉及的{vil:n}个村中，{vil_x:n}个村签订了管护协议，签约率{keep_x:p2}%，其余村管护责任主体未落实。"
    )
    paper.p(
        "4.2.3　满意度。有效问卷中，非常满意{v1:n}份、满意{v2:n}份、一般{v3:n}份、不满意{v4:n}份，满意度（非常满意与满意之和）{glad_x:p2}%。"
    )
    paper.h("5　评价结论")
    paper.p(
        "综合得分{g_all:s2}分，等级“良”。决策类{gA:s2z}分（得分率{qA:p2}%），过程类{gB:s2z}分（得分率{qB:p2}%），产出类{gC:s2z}分（得分率{qC:p2}%），效益类{gD:s2z}分（得分率{qD:p2}%）。"
    )
    paper.centre("表5-1　评分汇总表")
    rows = []
    for area, title in _TITLES.items():
        own = [n for n, mark in enumerate(_MARKS) if mark[0] == area]
        for n in own:
            first = f"{area} {title}（{{w{area}:s0}}）" if n == own[0] else "^"
            rows.append(
                f"{first}|{area}{n - own[0] + 1} {_MARKS[n][1]}|{{w{n}:s0}}|{{g{n}:s2z}}|{{q{n}:p2}}%"
            )
    paper.table(
        (12, 16, 7, 7, 9),
        "一级指标|二级指标|权重|得分|得分率",
        *rows,
        "合计|>|{w_all:s0}|{g_all:s2z}|",
    )
    paper.h("6　存在问题")
    paper.p(
        "6.1　前期论证不足。三道湾片区在土地流转未落实时即安排投资，建成面积仅为设计的七成多。6.2　管护机制缺失，设施闲置。",
        "6.3　资金结转与新增预算叠加，年末仍有余额。",
    )
    paper.h("7　建议")
    paper.p(
        "7.1　区水务局应将土地落实情况作为立项前置条件。7.2　镇政府于2021年6月底前督促12个村补签管护协议。7.3　区财政局将项目余额收回统筹，",
        "并在安排2022年预算时应用评价结果；评价报告在区政府网站公开。",
    )
    return paper
