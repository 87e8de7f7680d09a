"""A city's emergency broadcast centre, 2024: prose in 万元 and tables in 元, assets, speakers by district."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_KINDS = {
    "pay": ("工资福利支出", "3862450.00", "3841276.35"),
    "use": ("商品和服务支出", "2147300.00", "1986542.18"),
    "aid": ("对个人和家庭的补助", "126800.00", "126800.00"),
    "cap": ("资本性支出", "4580000.00", "4127960.70"),
}
_AREAS = {
    "a": ("新城区", 620, 620, 611),
    "b": ("河西区", 540, 540, 528),
    "c": ("临江县", 710, 702, 689),
    "d": ("北固县", 530, 524, 506),
}
_ASSETS = {
    "cash": ("流动资产", "1246310.52", "1003784.16"),
    "fix": ("固定资产净值", "8317604.90", "11268432.75"),
    "soft": ("无形资产净值", "463900.00", "392150.00"),
}


def _books() -> Book:
    book = Book()
    for key, (_, budget, spent) in _KINDS.items():
        book.yuan(**{f"{key}_b": budget, f"{key}_s": spent})
    for end in "bs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _KINDS))
    for key in (*_KINDS, "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    book.yuan(carry="862400.00", fisc="8854150.00", up="1000000.00")
    book.sum("inc", "fisc", "up")
    book.sum("has", "carry", "inc")
    book.sum("rest", "has", minus=("all_s",))
    book.sum("rest", "all_b", minus=("all_s",))
    book.yuan(back="118470.27")
    book.sum("next", "rest", minus=("back",))
    book.yuan(last="9215837.44")
    book.year("ya", "all_s", "last")
    for key, (_, then, now) in _ASSETS.items():
        book.yuan(**{f"{key}_l": then, f"{key}_n": now})
    for end in "ln":
        book.sum(f"sum_{end}", *(f"{key}_{end}" for key in _ASSETS))
    for key in (*_ASSETS, "sum"):
        book.year(f"y_{key}", f"{key}_n", f"{key}_l")
    for key, (_, plan, done, alive) in _AREAS.items():
        book.count(**{f"{key}_p": plan, f"{key}_d": done, f"{key}_o": alive})
    for end in "pdo":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _AREAS))
    for key in (*_AREAS, "t"):
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_p")
        book.rate(f"{key}_ox", f"{key}_o", f"{key}_d")
    book.sum("short", "t_p", minus=("t_d",))
    book.count(msgs=1864, weather=1127, flood=214, fire=365, drill=158)
    book.sum("msgs", "weather", "flood", "fire", "drill")
    book.count(in_time=1851, w_a=10, w_b=50, w_c=30, w_d=10, g_b="47.4", g_c="28.5", g_d="9.2")
    book.rate("time_x", "in_time", "msgs")
    book.score("g_a", "w_a", "all_x")
    # The score of execution is added as printed.
    book.values["g_a"] = book.values["g_a"].quantize(book.values["g_b"])
    for end in "abcd":
        book.sum(f"l_{end}", f"w_{end}", minus=(f"g_{end}",))
    book.sum("w", "w_a", "w_b", "w_c", "w_d")
    book.sum("g", "g_a", "g_b", "g_c", "g_d")
    book.sum("lost", "l_a", "l_b", "l_c", "l_d")
    book.sum("g", "w", minus=("lost",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("broadcast_centre_2024", _books(), styled=True)
    paper.title("楚阳市应急广播中心")
    paper.title("2024年度部门整体支出绩效自评报告")
    paper.h("第一部分　单位概况")
    paper.p(
        "楚阳市应急广播中心是市广播电视局下属公益一类事业单位，负责全市应急广播体系的建设、运行和信息播发。内设综合科、技术科、播发科3个科室。"
    )
    paper.h("第二部分　收支情况")
    paper.p(
        "上年结转{carry:w2}万元；本年收入{inc:w2}万元，其中财政拨款{fisc:w2}万元、上级补助收入{up:w2}万元；全年可用资金{has:w2}万元。本年支出{all_s:w2}万元，同比{ya:增加/减少}{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%（上年支出{last:w2}万元）。",
        "年末剩余{rest:w2}万元，由财政收回{back:w2}万元，结转下年{next:w2}万元。",
    )
    paper.p(
        "支出预算{all_b:w2}万元，预算执行率{all_x:p2}%。从经济分类看，对个人和家庭的补助已全额支付；资本性支出执行率{cap_x:p2}%，结余{cap_r:w2}万元，主要为终端设备质保金尚未到期。"
    )
    paper.centre("表一　支出预算执行情况（按经济分类）")
    paper.right("金额单位：元")
    paper.table(
        (13, 12, 12, 8),
        "经济分类|预算数|决算数|执行率",
        *(f"{name}|{{{k}_b:y2,}}|{{{k}_s:y2,}}|{{{k}_x:p2}}%" for k, (name, *_) in _KINDS.items()),
        "合计|{all_b:y2,}|{all_s:y2,}|{all_x:p2}%",
    )
    paper.h("第三部分　资产情况")
    paper.p(
        "2024年末资产总额{sum_n:w2}万元，比年初{sum_l:w2}万元增加{y_sum.d:w2}万元，增长{y_sum.g:p2}%，主要是新建终端验收后转入固定资产。"
    )
    paper.centre("表二　资产变动表")
    paper.right("金额单位：元")
    rows = [
        f"{name}|{{{k}_l:y2,}}|{{{k}_n:y2,}}|{{y_{k}:增加/减少}}|{{y_{k}.d:y2,}}"
        for k, (name, *_) in _ASSETS.items()
    ]
    paper.table(
        (12, 12, 12, 7, 12),
        "资产类别|年初数|年末数|增减方向|变动额",
        *rows,
        "资产总计|{sum_l:y2,}|{sum_n:y2,}|{y_sum:增加/减少}|{y_sum.d:y2,}",
    )
    paper.h("第四部分　绩效目标完成情况")
    paper.p(
        "1.终端建设。全年计划安装应急广播终端{t_p:n}套，实际安装{t_d:n}套，完成率{t_dx:p2}%，差{short:n}套未装，均因农村电网改造暂缓。年末在线{t_o:n}套，在线率{t_ox:p2}%。"
    )
    paper.centre("表三　各县（区）终端安装及在线情况")
    paper.table(
        (12, 10, 10, 10),
        "县（区）|计划安装（套）|实际安装（套）|年末在线（套）",
        *(f"{name}|{{{k}_p:n}}|{{{k}_d:n}}|{{{k}_o:n}}" for k, (name, *_) in _AREAS.items()),
        "全市|{t_p:n}|{t_d:n}|{t_o:n}",
    )
    paper.p(
        "2.信息播发。全年播发应急信息{msgs:n}条，其中气象预警{weather:n}条、防汛调度{flood:n}条、森林防火{fire:n}条、应急演练{drill:n}条；在规定时限内播发{in_time:n}条，及时率{time_x:p2}%。"
    )
    paper.h("第五部分　自评得分")
    paper.p(
        "自评总分{g:s1}分，共扣{lost:s1}分。具体为：预算执行{w_a:s0}分得{g_a:s1}分，扣{l_a:s1}分；产出指标{w_b:s0}分得{g_b:s1}分，扣{l_b:s1}分；效益指标{w_c:s0}分得{g_c:s1}分，扣{l_c:s1}分；满意度指标{w_d:s0}分得{g_d:s1}分，扣{l_d:s1}分。自评等级为“优”。"
    )
    paper.h("第六部分　存在的问题")
    paper.p("一是终端安装尚未全部到位，临江县、北固县完成率低于100%。二是个别终端受雷击影响离线时间较长。")
    paper.h("第七部分　改进措施")
    paper.p(
        "一是会同供电部门排定计划，2025年5月底前装完剩余终端。二是为山区终端加装防雷模块，离线超过24小时的由技术科上门处置。"
    )
    paper.h("第八部分　结果应用")
    paper.p("自评结果报市财政局备案，作为2026年预算安排的参考，并随部门决算公开。")
    return paper
