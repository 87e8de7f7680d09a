"""A city's housing provident fund centre, 2020: funds in 亿元 to date and by year, loans by sort of buyer, gains shared out, own costs in 元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.yuan(pay="16842300.00", off="2315800.00", net="4180000.00", hall="2960000.00", audit="480000.00")
    book.yuan(
        pay_x="16715206.38", off_x="2214397.50", net_x="4046000.00", hall_x="2417350.00", audit_x="465000.00"
    )
    for end in ("", "_x"):
        book.sum(f"basic{end}", f"pay{end}", f"off{end}")
        book.sum(f"proj{end}", f"net{end}", f"hall{end}", f"audit{end}")
        book.sum(f"all{end}", f"basic{end}", f"proj{end}")
    for key in ("pay", "off", "basic", "net", "hall", "audit", "proj", "all"):
        book.rate(f"{key}_r", f"{key}_x", key)
    book.wan(
        dep="486215.00",
        dep_l="444807.00",
        out="321846.00",
        out_l="305172.00",
        tot_l="3375285.00",
        outs_l="2012607.00",
    )
    book.year("ydep", "dep", "dep_l")
    book.year("yout", "out", "out_l")
    book.sum("tot", "tot_l", "dep")
    book.sum("outs", "outs_l", "out")
    book.sum("bal", "tot", minus=("outs",))
    book.sum("bal_l", "tot_l", minus=("outs_l",))
    book.year("ytot", "tot", "tot_l")
    book.year("ybal", "bal", "bal_l")
    book.rate("out_r", "out", "dep")
    book.wan(live="259384.00")
    book.sum("other", "out", minus=("live",))
    book.rate("live_r", "live", "out")
    book.rate("other_r", "other", "out")
    book.count(loans=8614, loans_l=9027, single=5024, both=3555)
    book.sum("three", "loans", minus=("single", "both"))
    book.year("yloans", "loans", "loans_l")
    for key in ("single", "both", "three"):
        book.rate(f"{key}_r", key, "loans")
    book.wan(lent="314725.00", lent_l="322060.00", rest="1296840.00", late="272.34")
    book.year("ylent", "lent", "lent_l")
    book.average("each", "lent", "loans")
    book.rate("rest_r", "rest", "bal")
    book.wan(
        inc_loan="41286.15", inc_bank="6240.23", cost_dep="21468.80", cost_fee="1573.62", cost_else="339.08"
    )
    book.sum("inc", "inc_loan", "inc_bank")
    book.sum("cost", "cost_dep", "cost_fee", "cost_else")
    book.sum("gain", "inc", minus=("cost",))
    book.wan(risk="13886.93", mgmt="2678.00")
    book.sum("rent", "gain", minus=("risk", "mgmt"))
    book.sum("gain", "risk", "mgmt", "rent")
    book.count(h1=31842, h2=38216, web=41380)
    book.sum("deals", "h1", "h2")
    book.rate("web_r", "web", "deals")
    return book


_ROWS = (("pay", "人员经费"), ("off", "公用经费"), ("basic", "基本支出合计"), ("net", "信息系统升级及运维"),
         ("hall", "服务大厅适老化改造"), ("audit", "归集贷款业务审计"), ("proj", "项目支出合计"), ("all", "总计"))  # fmt: skip


def build() -> Paper:
    """Return the report."""
    paper = Paper("provident_fund_2020", _books())
    paper.title("栖云市住房公积金管理中心2020年度整体支出绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "中心为直属市政府、不以营利为目的的公益二类事业单位，设7个科和4个县（市）管理部，从业人员96人，其中在编71人，非在编25人。主要职责是编制、执行公积金归集使用计划，审批提取和贷款等。"
    )
    paper.p(
        "2020年新开户单位412家，净增单位286家；新开户职工2.31万人，净增职工1.12万人；实缴单位5316家，实缴职工26.48万人。当年缴存{dep:e2}亿元，同比{ydep:增长/下降}{ydep.g:p2}%。",
        "截至年末累计缴存总额{tot:e2}亿元，比上年末{ytot:增加/减少}{ytot.g:p2}%；缴存余额{bal:e2}亿元（上年末{bal_l:e2}亿元），{ybal:增长/下降}{ybal.g:p2}%。",
    )
    paper.h("二、预算执行及资金管理")
    paper.p(
        "管理费用由财政在增值收益中核拨。2020年部门预算{all:y2,}元，决算支出{all_x:y2,}元，执行率{all_r:p1}%。其中基本支出{basic_x:y2,}元，执行率{basic_r:p1}%；项目支出{proj_x:y2,}元，执行率{proj_r:p1}%，主要是服务大厅适老化改造（执行率{hall_r:p1}%）合同价256.00万元、结算审定241.735万元，低于预算。",
    )
    paper.right("金额：元　执行率：%")
    paper.table(
        (16, 14, 14, 8), "支出内容|年度预算|实际支出|执行率",
        *(f"{name}|{{{k}:y2,}}|{{{k}_x:y2,}}|{{{k}_r:p1}}" for k, name in _ROWS),
    )  # fmt: skip
    paper.h("三、绩效情况")
    paper.h("（一）提取", 2)
    paper.p(
        "当年提取{out:e2}亿元，同比{yout:增长/下降}{yout.g:p2}%；占当年缴存额的{out_r:p2}%。提取额中，住房消费提取占{live_r:p2}%，非住房消费提取占{other_r:p2}%，分别为{live:e2}亿元、{other:e2}亿元。累计提取总额{outs:e2}亿元。"
    )
    paper.h("（二）贷款", 2)
    paper.p(
        "当年发放个人住房贷款{loans:n}笔、{lent:e2}亿元（2019年{loans_l:n}笔、{lent_l:e2}亿元），笔数同比{yloans:增长/下降}{yloans.g:p2}%，金额同比{ylent:增长/下降}{ylent.g:p2}%，笔均{each:w2}万元。",
        "职工贷款笔数中，单缴存职工占{single_r:p2}%（{single:n}笔），双缴存职工占{both_r:p2}%（{both:n}笔），三人及以上缴存职工占{three_r:p2}%（{three:n}笔）。所购住房套数中，90（含）平方米以下占21.35%，90～144（含）平方米占70.48%，144平方米以上占8.17%；新房占72.6%。",
        "贷款职工中，30岁（含）以下占36.42%，首次申请贷款占88.91%，中低收入占97.05%。",
    )
    paper.p(
        "年末贷款余额{rest:e2}亿元，占缴存余额的{rest_r:p2}%，上年末为85.63%；逾期{late:w2}万元，逾期率0.21‰，低于1.5‰的控制目标。个人住房贷款市场占有率23.6%，比上年末下降1.8个百分点。"
    )
    paper.h("（三）增值收益及分配", 2)
    paper.p(
        "业务收入{inc:w2}万元，其中委托贷款利息{inc_loan:w2}万元、存款利息{inc_bank:w2}万元；业务支出{cost:w2}万元，其中支付职工利息{cost_dep:w2}万元、归集和委托贷款手续费{cost_fee:w2}万元、其他{cost_else:w2}万元。增值收益{gain:w2}万元。"
    )
    paper.centre("2020年增值收益分配表（万元）")
    paper.table((20, 12, 12), "分配去向|本年分配|年末滚存", "贷款风险准备金|{risk:w2}|98462.17", "管理费用|{mgmt:w2}|—",
                "城市廉租住房建设补充资金|{rent:w2}|76315.40", "合计|{gain:w2}|—")  # fmt: skip
    paper.p("本年上缴财政管理费用2505.00万元，为上年分配数；累计上缴城市廉租住房补充资金59842.66万元。")
    paper.h("（四）服务", 2)
    paper.p(
        "全年办理业务{deals:n}笔，上半年受疫情影响为{h1:n}笔，下半年{h2:n}笔；线上办结{web:n}笔，离柜率{web_r:p1}%，目标为55%以上。支持213家企业缓缴或降比，涉及职工1.36万人、金额4820万元，6月末到期后已补缴198家。好差评平台好评率99.7%，职工问卷满意度95.2%。"
    )
    paper.h("四、自评得分")
    paper.p(
        "自评96.7分，等次为优。投入与过程（满分30分）得28.7分，产出（满分40分）得39分，效果（满分30分）得29分。扣分情况：预算执行率10分扣0.3分，项目论证5分扣1分，线下窗口等候时间6分扣1分，社会知晓度5分扣1分。"
    )
    paper.h("五、存在问题")
    paper.p(
        "一是适老化改造论证偏粗，预算高出合同价40万元；二是灵活就业人员建缴少，新开户职工中仅占3.5%，距5%的计划有差距。"
    )
    paper.h("六、下一步打算")
    paper.p(
        "2021年由计划财务科牵头，5月底前出台项目概算编审办法；年内灵活就业人员新增建缴1500人，线上离柜率提高到65%，自评结果作为2022年预算安排的依据，并在中心网站公开。"
    )
    return paper
