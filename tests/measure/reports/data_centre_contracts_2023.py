"""A city's data centre, 2023: contracts paid in instalments, plan and fact by quarter, points, before and after."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, contract, price, paid in earlier years, due this year, paid this year (万元).
_DEALS = (
    ("cloud", "政务云租用服务", "1860.00", "620.00", "620.00", "620.00"),
    ("net", "电子政务外网扩容", "975.00", "292.50", "487.50", "487.50"),
    ("data", "数据共享交换平台", "1238.00", "0.00", "742.80", "619.00"),
    ("safe", "等保测评与安全运维", "316.00", "0.00", "316.00", "316.00"),
    ("app", "“一网通办”移动端", "684.50", "205.35", "342.25", "273.80"),
)
_PLAN = ("15", "40", "70", "95")
_QUARTERS = ("386.42", "538.90", "611.73")


def _books() -> Book:
    book = Book()
    for key, _, price, before, due, paid in _DEALS:
        book.wan(**{f"{key}_c": price, f"{key}_f": before, f"{key}_d": due, f"{key}_p": paid})
        book.sum(f"{key}_t", f"{key}_f", f"{key}_p")
        book.rate(f"{key}_x", f"{key}_t", f"{key}_c")
        book.sum(f"{key}_r", f"{key}_c", minus=(f"{key}_t",))
        book.rate(f"{key}_y", f"{key}_p", f"{key}_d")
    for end in "cfdptr":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _DEALS))
    book.rate("all_x", "all_t", "all_c")
    book.rate("all_y", "all_p", "all_d")
    book.wan(oth="187.26", oth_b="203.00")
    book.sum("bud", "all_d", "oth_b")
    book.sum("exp", "all_p", "oth")
    book.rate("exp_x", "exp", "bud")
    book.sum("left", "bud", minus=("exp",))
    book.count(x_l="0.8972")
    book.points("xp", "exp_x", "x_l")
    for n, paid in enumerate(_QUARTERS, 1):
        book.wan(**{f"q{n}": paid})
    book.sum("q4", "exp", minus=("q1", "q2", "q3"))
    book.sum("exp", "q1", "q2", "q3", "q4")
    for n in range(1, 5):
        book.sum(f"a{n}", *(f"q{m}" for m in range(1, n + 1)))
        book.rate(f"a{n}_x", f"a{n}", "bud")
        book.values[f"pl{n}"] = book.values["bud"] * 0 + int(_PLAN[n - 1])
        book.values[f"pl{n}"] /= 100
        book.points(f"gap{n}", f"a{n}_x", f"pl{n}")
    _service(book)
    for n, (w, g) in enumerate(
        (
            ("10", "9.2"),
            ("10", "10"),
            ("10", "9"),
            ("15", "14.1"),
            ("15", "15"),
            ("10", "8"),
            ("20", "19"),
            ("10", "9.5"),
        )
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(8)))
    return book


def _service(book: Book) -> None:
    book.count(sys=146, cloud=131, cloud_l=104, unit=58, all_unit=61)
    book.rate("up_x", "cloud", "sys")
    book.year("ycloud", "cloud", "cloud_l")
    book.rate("unit_x", "unit", "all_unit")
    book.count(items=2186, online=2174, one=1653, phone=904, hall=12)
    book.sum("items", "online", "hall")
    book.rate("can_x", "online", "items")
    book.rate("one_x", "one", "items")
    book.rate("phone_x", "phone", "items")
    book.count(
        call="38642", call_l="21357", data="4.26", data_l="1.85", user="183.4", user_l="126.9", act="41.7"
    )
    book.year("ycall", "call", "call_l")
    book.rate("mdata", "data", "data_l")
    book.year("yuser", "user", "user_l")
    book.rate("act_x", "act", "user")
    book.count(evt=27, evt_l=35, hole=418, done=409)
    book.year("yevt", "evt", "evt_l")
    book.rate("done_x", "done", "hole")
    book.count(day0="9.5", day1="3.8", mat0="7.2", mat1="2.4")
    book.year("yday", "day1", "day0")
    book.year("ymat", "mat1", "mat0")
    book.count(votes="52418", v5="46903", v4="3871", v3="982", bad=662)
    book.sum("votes", "v5", "v4", "v3", "bad")
    book.sum("v45", "v5", "v4")
    book.rate("v45_x", "v45", "votes")
    book.wan(old="782.60", new="620.00")
    book.year("yold", "new", "old")
    book.ties.append(Tie("sum", "cloud_d", ("new",)))


def build() -> Paper:
    """Return the report."""
    paper = Paper("data_centre_contracts_2023", _books(), styled=True)
    paper.title("泽州市大数据中心")
    paper.title("2023年度信息化运维与建设专项绩效自评报告")
    paper.h("一、项目背景")
    paper.p(
        "专项由市财政一般公共预算安排，2023年预算{bud:w2}万元，其中合同应付款{all_d:w2}万元、机房电费等日常开支{oth_b:w2}万元。专项对应的在履行合同5份，合同总价{all_c:w2}万元。"
    )
    paper.h("二、资金执行")
    paper.p(
        "全年支出{exp:w2}万元，执行率{exp_x:p2}%，比上年（{x_l:p2}%）{xp:上升/回落}{xp:p2}个百分点，剩余指标{left:w2}万元由市财政收回。合同付款{all_p:w2}万元，占当年应付的{all_y:p2}%；日常开支{oth:w2}万元。",
    )
    paper.p(
        "从合同全周期看，截至年末累计付款{all_t:w2}万元（含以前年度{all_f:w2}万元），占合同总价{all_x:p2}%，待付{all_r:w2}万元。"
    )
    paper.centre("表1　合同付款台账（万元）")
    paper.table(
        (15, 9, 9, 9, 9, 9, 8, 9),
        "合同|合同价|以前年度已付|当年应付|当年实付|累计已付|付款进度|尚未支付",
        *(
            f"{name}|{{{k}_c:w2}}|{{{k}_f:w2}}|{{{k}_d:w2}}|{{{k}_p:w2}}|{{{k}_t:w2}}|{{{k}_x:p2}}%|{{{k}_r:w2}}"
            for k, name, *_ in _DEALS
        ),
        "合计|{all_c:w2}|{all_f:w2}|{all_d:w2}|{all_p:w2}|{all_t:w2}|{all_x:p2}%|{all_r:w2}",
    )
    paper.p(
        "数据共享交换平台因初验推迟一个月，应付的第二笔进度款只支付了一部分，实付为应付的{data_y:p2}%；“一网通办”移动端按考核结果扣减并缓付部分款项，实付为应付的{app_y:p2}%。其余三份合同按约足额支付。"
    )
    paper.centre("表2　支出计划与实际进度对照")
    paper.table(
        (10, 12, 12, 10, 10, 14),
        "季度|本季支出（万元）|累计支出（万元）|计划进度|实际进度|与计划相差（百分点）",
        *(
            f"{title}|{{q{n}:w2}}|{{a{n}:w2}}|{{pl{n}:p0}}%|{{a{n}_x:p2}}%|{'' if paper.book.up[f'gap{n}'] else '-'}{{gap{n}:p2}}"
            for n, title in enumerate(("一季度", "二季度", "三季度", "四季度"), 1)
        ),
    )
    paper.h("三、产出与效果")
    paper.p(
        "（一）集约化。全市非涉密业务系统{sys:n}个，上云{cloud:n}个，上云率{up_x:p2}%，比上年增加{ycloud.d:n}个（上年{cloud_l:n}个）；接入数据平台的市直单位{unit:n}家，占应接入{all_unit:n}家的{unit_x:p2}%。云资源统一议价后年租金由{old:w2}万元降为{new:w2}万元，{yold:上涨/降低}{yold.g:p2}%。",
    )
    paper.p(
        "（二）网上可办。市级依申请事项{items:n}项，网上可办{online:n}项，可办率{can_x:p2}%，仅限窗口办理{hall:n}项；“最多跑一次”事项{one:n}项，占{one_x:p2}%；移动端可办{phone:n}项，占{phone_x:p2}%。上述分类按不同维度统计，互有重叠。",
    )
    paper.p(
        "（三）数据共享。年接口调用{call:n}万次，同比{ycall:增长/下降}{ycall.g:p2}%（上年{call_l:n}万次）；归集数据{data:n2}亿条，是上年{data_l:n2}亿条的{mdata:r1}倍。移动端注册用户{user:n1}万人，较上年{user_l:n1}万人{yuser:增加/减少}{yuser.d:n1}万人；月活跃用户{act:n1}万人，活跃率{act_x:p2}%。",
    )
    paper.p(
        "（四）便民提速。抽样事项平均办理时长由{day0:n1}个工作日压缩至{day1:n1}个工作日，压缩{yday.g:p0}%；平均申请材料由{mat0:n1}份减至{mat1:n1}份，减少{ymat.g:p2}%。"
    )
    paper.p(
        "（五）安全。全年处置安全事件{evt:n}起，同比{yevt:增加/减少}{yevt.d:n}起（上年{evt_l:n}起）；通报漏洞{hole:n}个，按期整改{done:n}个，整改率{done_x:p2}%。"
    )
    paper.p(
        "（六）评价。“好差评”系统收到评价{votes:n}条：非常满意{v5:n}条、满意{v4:n}条、基本满意{v3:n}条、不满意和非常不满意{bad:n}条，满意及以上占{v45_x:p2}%。"
    )
    paper.h("四、自评得分")
    paper.table(
        (12, 18, 8, 8, 14),
        "一级指标|三级指标|分值|得分|扣分说明",
        "预算执行|预算执行率|{w0:s0}|{g0:s1z}|未达95%",
        "产出|政务云稳定运行|{w1:s0}|{g1:s1z}|",
        "^|合同按期履约|{w2:s0}|{g2:s1z}|1份推迟",
        "^|漏洞按期整改率|{w3:s0}|{g3:s1z}|9个超期",
        "^|数据接口调用量|{w4:s0}|{g4:s1z}|",
        "效益|移动端活跃度|{w5:s0}|{g5:s1z}|低于同类城市",
        "^|网上可办率|{w6:s0}|{g6:s1z}|12项仍限窗口",
        "满意度|好差评满意率|{w7:s0}|{g7:s1z}|差评整改滞后",
        "合计|>|{w_all:s0}|{g_all:s1z}|",
    )
    paper.p("对照评分细则，专项自评{g_all:s1z}分，等次为优。")
    paper.h("五、问题、措施与结果应用")
    paper.p(
        "支出进度前慢后快，前三季度均低于序时计划；移动端活跃用户占比不高。2024年由项目科按月通报付款节点，二季度前上线不少于120项高频服务。自评结果经市政府网站公开，并作为2024年运维定额核定的参考。"
    )
    return paper
