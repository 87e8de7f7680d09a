"""A bonded zone's committee, 2022: trade in 亿元 and 亿美元, subsidies to firms, ranks, staff and firms, a list that is only a choice."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_AIDS = (
    ("log", "国际物流补贴", "1800.00", "1764.25", 38),
    ("rent", "厂房租金补贴", "960.00", "888.40", 52),
    ("ecom", "跨境电商奖励", "1250.00", "1250.00", 27),
    ("tech", "技术改造贴息", "640.00", "402.16", 9),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, paid, firms in _AIDS:
        book.wan(**{f"{key}_b": plan, f"{key}_s": paid})
        book.count(**{f"{key}_f": firms})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.average(f"{key}_v", f"{key}_s", f"{key}_f")
    for end in "bs":
        book.sum(f"aid_{end}", *(f"{key}_{end}" for key, *_ in _AIDS))
    book.rate("aid_x", "aid_s", "aid_b")
    book.count(firms=108, all_f=163)
    book.rate("firms_x", "firms", "all_f")
    book.average("aid_v", "aid_s", "firms")
    book.wan(base="1486.35", base_b="1512.00", infra="3275.80", infra_b="3600.00")
    book.sum("tot_s", "aid_s", "base", "infra")
    book.sum("tot_b", "aid_b", "base_b", "infra_b")
    book.rate("tot_x", "tot_s", "tot_b")
    book.sum("left", "tot_b", minus=("tot_s",))
    for key in ("base", "infra"):
        book.rate(f"{key}_x", key, f"{key}_b")
    book.wan(gen="6962.00", fund="2000.00", fund_s="1873.52")
    book.sum("more", "tot_b", minus=("gen", "fund"))
    book.sum("tot_b", "gen", "fund", "more")
    book.rate("fund_x", "fund_s", "fund")
    book.wan(imp="1236000", exp="2184000", imp_l="1158000", exp_l="1761000", goal="3200000")
    book.sum("trade", "imp", "exp")
    book.sum("trade_l", "imp_l", "exp_l")
    for key in ("imp", "exp", "trade"):
        book.year(f"y{key}", key, f"{key}_l")
    book.rate("exp_h", "exp", "trade")
    book.rate("goal_x", "trade", "goal")
    book.wan(ecom="864000", ecom_l="432500")
    book.rate("mecom", "ecom", "ecom_l")
    book.rate("ecom_h", "ecom", "trade")
    book.rate("lever", "trade", "aid_s")
    book.count(
        new=31,
        new_p=30,
        out=14,
        jobs=9416,
        jobs_l=8830,
        local=6524,
        clear="0.86",
        clear_l="1.24",
        bat=46218,
        fast=45130,
    )
    book.rate("new_x", "new", "new_p")
    book.year("yjobs", "jobs", "jobs_l")
    book.rate("local_h", "local", "jobs")
    book.year("yclear", "clear", "clear_l")
    book.rate("fast_x", "fast", "bat")
    book.sum("net", "new", minus=("out",))
    book.sum("last_f", "all_f", minus=("net",))
    book.sum("all_f", "last_f", "new", minus=("out",))
    book.count(back=120, ret=113, nice=106)
    book.rate("ret_x", "ret", "back")
    book.rate("nice_x", "nice", "ret")
    book.count(v1=71, v2=35, v3=5, v4=2)
    book.sum("ret", "v1", "v2", "v3", "v4")
    book.sum("nice", "v1", "v2")
    for n, (w, g) in enumerate(
        (("20", "19.4"), ("20", "18.6"), ("30", "28.2"), ("20", "18.9"), ("10", "9.4"))
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("customs_zone_2022", _books(), styled=True)
    paper.title("云港综合保税区管理委员会")
    paper.title("2022年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "综合保税区封关面积2.36平方公里，年初注册企业{last_f:n}家，年内新增{new:n}家、注销迁出{out:n}家，年末{all_f:n}家。新增企业数为计划{new_p:n}家的{new_x:p2}%。"
    )
    paper.h("二、预算及执行")
    paper.p(
        "2022年预算总额{tot_b:w2}万元，由一般公共预算{gen:w2}万元、政府性基金{fund:w2}万元和上年结转{more:w2}万元构成。支出{tot_s:w2}万元，完成预算的{tot_x:p2}%，其中政府性基金支出{fund_s:w2}万元，完成基金预算的{fund_x:p2}%；结余{left:w2}万元。"
    )
    paper.p(
        "按用途划分：基本支出{base:w2}万元（预算{base_b:w2}万元，执行率{base_x:p2}%）；园区基础设施维护{infra:w2}万元（预算{infra_b:w2}万元，执行率{infra_x:p2}%）；企业扶持{aid_s:w2}万元（预算{aid_b:w2}万元，执行率{aid_x:p2}%）。"
    )
    paper.centre("表1　企业扶持资金兑现情况")
    paper.table(
        (13, 10, 10, 8, 9, 12),
        "政策|预算（万元）|兑现（万元）|兑现率|企业数（家次）|平均每家次（万元）",
        *(
            f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%|{{{k}_f:n}}|{{{k}_v:w2}}"
            for k, name, *_ in _AIDS
        ),
        "合计|{aid_b:w2}|{aid_s:w2}|{aid_x:p2}%|—|—",
    )
    paper.p(
        "剔除重复享受后，实际受益企业{firms:n}家，占年末注册企业的{firms_x:p2}%，平均每家兑现{aid_v:w2}万元。兑现额较大的企业有三家，分别兑现612万元、430万元和287万元。"
    )
    paper.h("三、主要绩效")
    paper.p(
        "（一）外贸。进出口总值{trade:e1}亿元，同比{ytrade:增长/下降}{ytrade.g:p1}%，完成年度目标{goal:e0}亿元的{goal_x:p1}%；其中出口{exp:e1}亿元，同比{yexp:增长/下降}{yexp.g:p1}%，占总值的{exp_h:p1}%，进口{imp:e1}亿元，同比{yimp:增长/下降}{yimp.g:p1}%。2021年进出口、出口、进口分别为{trade_l:e1}亿元、{exp_l:e1}亿元、{imp_l:e1}亿元。"
    )
    paper.p(
        "跨境电商交易额{ecom:e1}亿元，相当于上年{ecom_l:e2}亿元的{mecom:r1}倍，占进出口总值{ecom_h:p1}%。每1元扶持资金对应进出口{lever:y0}元。进出口规模在全省4个综保区中排第2位。"
    )
    paper.p(
        "（二）通关。平均通关时间{clear:n2}小时，上年为{clear_l:n2}小时，压缩{yclear.g:p1}%；验放货物{bat:n}批，当日放行{fast:n}批，占{fast_x:p2}%。"
    )
    paper.p(
        "（三）就业。园区从业人员{jobs:n}人，比上年末{yjobs:增加/减少}{yjobs.d:n}人（上年末{jobs_l:n}人），本市户籍{local:n}人，占{local_h:p2}%。"
    )
    paper.p(
        "（四）满意度。面向企业发放问卷{back:n}份，收回{ret:n}份，收回率{ret_x:p2}%。收回问卷中“很满意”{v1:n}份、“满意”{v2:n}份、“一般”{v3:n}份、“不满意”{v4:n}份，“满意”及以上合计{nice:n}份，企业满意度{nice_x:p2}%。"
    )
    paper.h("四、自评得分")
    paper.p(
        "投入管理得{g0:s1z}分，预算执行得{g1:s1z}分，产出得{g2:s1z}分，效果得{g3:s1z}分，满意度得{g4:s1z}分，合计{g_all:s1z}分，评定等次为优。各项满分分别为{w0:s0}分、{w1:s0}分、{w2:s0}分、{w3:s0}分和{w4:s0}分。"
    )
    paper.h("五、存在的问题")
    paper.p("技术改造贴息兑现率仅六成多，原因是部分企业贷款合同不符合要求；跨境电商依赖少数平台企业。")
    paper.h("六、改进措施")
    paper.p(
        "2023年4月前修订贴息申报指南，经发局牵头组织不少于3场政策宣讲；引进跨境电商平台企业2家以上。本报告在管委会门户网站公开，自评结果与2023年政策资金规模挂钩。"
    )
    return paper
