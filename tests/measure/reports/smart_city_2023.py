"""A city's digital government works, 2023: sub-projects with ceiling, contract and instalments over two years, months, online services."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Sub-project: name, ceiling, contract, paid in 2022, paid in 2023 (万元).
_PARTS = {
    "hub": ("城市运行一网统管平台", "1980.00", "1868.00", "560.40", "1027.40"),
    "data": ("公共数据共享交换平台", "760.00", "718.50", "215.55", "431.10"),
    "app": ("“惠民通”移动端升级", "420.00", "398.60", "0", "358.74"),
    "safe": ("网络安全态势感知", "335.00", "316.80", "95.04", "190.08"),
    "test": ("软件测评与监理服务", "96.00", "87.30", "17.46", "43.65"),
}
# Quarter: name, planned and actual spending (万元).
_TERMS = (
    ("一季度", "240.00", "118.42"),
    ("二季度", "560.00", "486.97"),
    ("三季度", "620.00", "655.30"),
    ("四季度", "780.00", None),
)
_CLOUD = (
    ("虚拟机（台）", 620, 487),
    ("内存（GB）", 9600, 7315),
    ("存储（TB）", 1450, 1206),
    ("互联网带宽（Mbps）", 2000, 1340),
)
_MARKS = (
    ("决策（{w_a:s0}分）", "立项规范性", 5, "5"),
    ("^", "绩效目标合理性", 5, "4"),
    ("^", "资金分配合理性", 5, "5"),
    ("过程（{w_b:s0}分）", "预算执行率", 10, "9.31"),
    ("^", "资金使用合规性", 8, "8"),
    ("^", "制度执行有效性", 7, "6.5"),
    ("产出（{w_c:s0}分）", "系统上线数量", 10, "8"),
    ("^", "一次验收通过率", 10, "10"),
    ("^", "建设及时性", 10, "8.5"),
    ("效益（{w_d:s0}分）", "事项网办率", 10, "10"),
    ("^", "数据共享成效", 10, "9"),
    ("^", "用户满意度", 10, "9.2"),
)


def _books() -> Book:
    book = Book()
    for key, (_, top, contract, before, now) in _PARTS.items():
        book.wan(**{f"{key}_t": top, f"{key}_c": contract, f"{key}_n": now})
        if before != "0":
            book.wan(**{f"{key}_o": before})
            book.sum(f"{key}_p", f"{key}_o", f"{key}_n")
        else:
            book.sum(f"{key}_p", f"{key}_n")
        book.sum(f"{key}_d", f"{key}_c", minus=(f"{key}_p",))
        book.rate(f"{key}_x", f"{key}_p", f"{key}_c")
    book.sum("all_o", *(f"{key}_o" for key in _PARTS if key != "app"))
    for end in "tcnpd":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _PARTS))
    book.ties.append(Tie("sum", "all_p", ("all_o", "all_n")))
    book.ties.append(Tie("sum", "all_d", ("all_c",), ("all_p",)))
    book.rate("all_x", "all_p", "all_c")
    book.sum("save", "all_t", minus=("all_c",))
    book.rate("save_x", "save", "all_t")
    book.rate("hub_h", "hub_c", "all_c")
    for n, (_, plan, real) in enumerate(_TERMS):
        book.wan(**{f"q{n}_b": plan})
        if real:
            book.wan(**{f"q{n}": real})
    book.sum("year_b", *(f"q{n}_b" for n in range(4)))
    book.sum("q3", "all_n", minus=("q0", "q1", "q2"))
    book.sum("all_n", *(f"q{n}" for n in range(4)))
    for n in range(4):
        book.rate(f"q{n}_x", f"q{n}", f"q{n}_b")
        book.rate(f"q{n}_h", f"q{n}", "all_n")
    book.rate("year_x", "all_n", "year_b")
    book.sum("year_r", "year_b", minus=("all_n",))
    book.sum("half", "q0", "q1")
    book.rate("half_x", "half", "year_b")
    book.wan(city="1500.00")
    book.sum("bond", "year_b", minus=("city",))
    book.sum("year_b", "city", "bond")
    _use(book)
    return book


def _use(book: Book) -> None:
    for n, (_, have, used) in enumerate(_CLOUD):
        book.count(**{f"c{n}_h": have, f"c{n}_u": used})
        book.sum(f"c{n}_f", f"c{n}_h", minus=(f"c{n}_u",))
        book.rate(f"c{n}_x", f"c{n}_u", f"c{n}_h")
    book.count(items=1864, net=1827, once=1752, net_l="0.9412")
    book.rate("net_x", "net", "items")
    book.rate("once_x", "once", "items")
    book.points("y_net", "net_x", "net_l")
    book.count(users="1864200", users_l="1523700", people="3215000")
    book.year("y_users", "users", "users_l")
    book.rate("cover", "users", "people")
    book.count(units=58, sets=3246, sets_l=2618)
    book.year("y_sets", "sets", "sets_l")
    book.average("sets_u", "sets", "units")
    book.count(calls="12846", closed="12583", hours="5.2", hours_l="7.6")
    book.rate("closed_x", "closed", "calls")
    book.sum("open", "calls", minus=("closed",))
    book.year("y_hours", "hours", "hours_l")
    book.count(plan_n=5, online=4, asked=520, very=331, quite=147)
    book.rate("online_x", "online", "plan_n")
    book.sum("glad", "very", "quite")
    book.rate("very_h", "very", "asked")
    book.rate("quite_h", "quite", "asked")
    book.rate("glad_x", "glad", "asked")
    book.ties.append(Tie("sum", "glad_x", ("very_h", "quite_h")))
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    parts = {"a": range(3), "b": range(3, 6), "c": range(6, 9), "d": range(9, 12)}
    for end in "wg":
        for part, numbers in parts.items():
            book.sum(f"{end}_{part}", *(f"{end}{n}" for n in numbers))
        book.sum(f"{end}_all", *(f"{end}_{part}" for part in parts))
        book.ties.append(Tie("sum", f"{end}_all", tuple(f"{end}{n}" for n in range(12))))
    for part in parts:
        book.rate(f"r_{part}", f"g_{part}", f"w_{part}")


def build() -> Paper:
    """Return the report."""
    paper = Paper("smart_city_2023", _books())
    paper.title("海沧门市数据资源管理局")
    paper.title("智慧城市（一期）建设项目2023年度绩效自评报告")
    paper.p(
        "根据市财政局关于开展2023年度市级项目支出绩效自评工作的通知要求，我局对智慧城市（一期）建设项目开展了绩效自评，现将有关情况报告如下。"
    )
    paper.h("一、项目概况")
    paper.p(
        "项目2022年6月开工，建设周期24个月，共{plan_n:n}个子项，招标控制价合计{all_t:w2}万元，合同总价{all_c:w2}万元，比控制价节约{save:w2}万元，节约率{save_x:p2}%。其中城市运行一网统管平台合同价{hub_c:w2}万元，占合同总价的{hub_h:p2}%。"
    )
    paper.p(
        "2023年度预算安排{year_b:w2}万元，资金来源为本级财力{city:w2}万元、地方政府一般债券{bond:w2}万元。"
    )
    paper.h("二、资金执行情况")
    paper.p(
        "2023年实际支付{all_n:w2}万元，预算执行率{year_x:p2}%，指标结余{year_r:w2}万元。加上2022年已支付的{all_o:w2}万元，开工以来累计支付{all_p:w2}万元，占合同总价的{all_x:p2}%，尚未支付{all_d:w2}万元。"
    )
    paper.centre("表一：各子项合同及付款情况（单位：万元）")
    paper.table(
        (20, 11, 11, 11, 11, 11, 11, 10),
        "子项名称|控制价|合同价|已付款|>|>|未付款|付款比例",
        "^|^|^|2022年|2023年|累计|^|^",
        *(
            f"{name}|{{{k}_t:w2}}|{{{k}_c:w2}}|{'—' if before == '0' else f'{{{k}_o:w2}}'}|{{{k}_n:w2}}|{{{k}_p:w2}}|{{{k}_d:w2}}|{{{k}_x:p1}}%"
            for k, (name, _, _, before, _) in _PARTS.items()
        ),
        "合计|{all_t:w2}|{all_c:w2}|{all_o:w2}|{all_n:w2}|{all_p:w2}|{all_d:w2}|{all_x:p1}%",
        heads=2,
    )
    paper.p(
        "从支出进度看，上半年支付{half:w2}万元，仅占全年预算的{half_x:p2}%，序时进度明显偏慢；四季度集中支付{q3:w2}万元，占全年支出的{q3_h:p2}%。"
    )
    paper.centre("表二：分季度支出计划与执行")
    paper.table(
        (16, 13, 13, 13, 13, 13),
        "项目|一季度|二季度|三季度|四季度|全年",
        "计划支出（万元）|{q0_b:w2}|{q1_b:w2}|{q2_b:w2}|{q3_b:w2}|{year_b:w2}",
        "实际支出（万元）|{q0:w2}|{q1:w2}|{q2:w2}|{q3:w2}|{all_n:w2}",
        "计划完成率|{q0_x:p2}%|{q1_x:p2}%|{q2_x:p2}%|{q3_x:p2}%|{year_x:p2}%",
        "占全年支出比重|{q0_h:p2}%|{q1_h:p2}%|{q2_h:p2}%|{q3_h:p2}%|100.00%",
    )
    _effects(paper)
    return paper


def _effects(paper: Paper) -> None:
    paper.h("三、项目产出和效益")
    paper.p(
        "1.系统建设。{plan_n:n}个子项中{online:n}个已上线运行，上线率{online_x:p0}%，软件测评服务随平台终验一并完成。政务云资源分配使用情况："
    )
    paper.table(
        (22, 12, 12, 12, 12),
        "资源类型|总量|已分配|剩余|分配率",
        *(
            f"{name}|{{c{n}_h:n}}|{{c{n}_u:n}}|{{c{n}_f:n}}|{{c{n}_x:p1}}%"
            for n, (name, *_) in enumerate(_CLOUD)
        ),
    )
    paper.p(
        "2.政务服务。全市依申请事项{items:n}项，实现全程网办{net:n}项，网办率{net_x:p2}%，比上年{net_l:p2}%{y_net:提高/下降}{y_net:p2}个百分点；“最多跑一次”事项{once:n}项，占{once_x:p2}%。“惠民通”注册用户{users:w2}万人，较年初的{users_l:w2}万人{y_users:增加/减少}{y_users.d:w2}万人，增幅{y_users.g:p2}%，相当于常住人口{people:w1}万人的{cover:p2}%。"
    )
    paper.p(
        "3.数据共享。平台接入单位{units:n}家，归集数据目录{sets:n}条，同比{y_sets:增加/减少}{y_sets.d:n}条（上年末{sets_l:n}条），家均{sets_u:n1}条。"
    )
    paper.p(
        "4.城市治理。一网统管平台全年受理事件{calls:n}件，办结{closed:n}件，办结率{closed_x:p2}%，在办{open:n}件；平均处置时长由{hours_l:n1}小时缩短至{hours:n1}小时，缩短{y_hours.d:n1}小时，缩短幅度{y_hours.g:p1}%。"
    )
    paper.p(
        "5.用户满意度。线上调查收到有效答卷{asked:n}份，非常满意{very:n}份、比较满意{quite:n}份，占比分别为{very_h:p2}%、{quite_h:p2}%，总体满意度{glad_x:p2}%。"
    )
    paper.h("四、自评结论")
    paper.p(
        "项目综合得分{g_all:s2z}分，评价结果为“优”。决策、过程、产出、效益得分分别为{g_a:s2z}分、{g_b:s2z}分、{g_c:s2z}分、{g_d:s2z}分，得分率依次为{r_a:p2}%、{r_b:p2}%、{r_c:p2}%和{r_d:p2}%。"
    )
    paper.table(
        (16, 22, 10, 10, 10),
        "一级指标|二级指标|权重|得分|得分率",
        *(f"{one}|{name}|{{w{n}:s0}}|{{g{n}:s2z}}|{{r{n}:p1}}%" for n, (one, name, *_) in enumerate(_MARKS)),
        "合计|>|{w_all:s0}|{g_all:s2z}|—",
    )
    paper.h("五、存在问题与建议")
    paper.p(
        "（一）需求变更较多，移动端升级较合同工期延后45天。（二）部分云资源分配后利用率不高，抽查的30台虚拟机中有8台CPU月均使用率低于10%。建议建立云资源按季回收机制，二期项目待一期终验后再行申报。"
    )
