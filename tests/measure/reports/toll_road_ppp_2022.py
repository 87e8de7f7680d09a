"""A PPP road of 2022: payment by availability and by a score, a coefficient, months, three sources, against the contract."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_MARKS = (
    ("路况水平", "30", "27.9"),
    ("日常养护", "25", "23.4"),
    ("应急保畅", "20", "18.6"),
    ("安全管理", "15", "14.2"),
    ("公众评价", "10", "9.1"),
)
_CARS = (("客车", "412.36", "386.20"), ("货车", "147.83", "151.72"), ("专项作业车", "6.41", "5.98"))


def _books() -> Book:
    book = Book()
    book.wan(build_="68400.00", gov="13680.00", loan="47880.00")
    book.sum("soc", "build_", minus=("gov", "loan"))
    book.sum("build_", "gov", "soc", "loan")
    for key in ("gov", "soc", "loan"):
        book.rate(f"{key}_h", key, "build_")
    book.wan(avail="5860.00", care="1240.00")
    book.count(coef="0.986", w_hang="0.3")
    for n, (_, weight, points) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": points})
        book.rate(f"r{n}", f"g{n}", f"w{n}")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_MARKS))))
    book.product("care_p", "coef", "care")
    book.sum("due", "avail", "care_p")
    book.wan(toll="1836.45")
    book.sum("gap", "due", minus=("toll",))
    book.wan(prov="1500.00", city="2200.00")
    book.sum("cnty", "gap", minus=("prov", "city"))
    book.sum("gap", "prov", "city", "cnty")
    book.wan(paid="4780.00")
    book.rate("paid_x", "paid", "gap")
    book.sum("owe", "gap", minus=("paid",))
    book.wan(toll_l="1792.80", toll_b="2150.00")
    book.year("ytoll", "toll", "toll_l")
    book.rate("toll_x", "toll", "toll_b")
    for n, (_, now, last) in enumerate(_CARS):
        book.count(**{f"c{n}": now, f"l{n}": last})
        book.year(f"yc{n}", f"c{n}", f"l{n}")
    for end in "cl":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(3)))
    book.year("yc", "c_all", "l_all")
    for n in range(3):
        book.rate(f"ch{n}", f"c{n}", "c_all")
    book.count(days=365, km="62.4", lanes="249.6", pqi="93.6", pqi_l="92.8", bridge=41, good=39)
    book.average("day", "c_all", "days")
    book.rate("good_x", "good", "bridge")
    book.year("ypqi", "pqi", "pqi_l")
    book.average("care_km", "care", "km")
    book.count(evt=318, in30=301, min_="21.6", min_l="24.9", hurt=14, hurt_l=19, ask=450, like=419)
    book.rate("in30_x", "in30", "evt")
    book.year("ymin", "min_", "min_l")
    book.year("yhurt", "hurt", "hurt_l")
    book.rate("like_x", "like", "ask")
    book.count(own=64, own_h=47)
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("toll_road_ppp_2022", _books(), styled=True)
    paper.title("临港大道PPP项目2022年度（运营期第三年）绩效评价报告")
    paper.h("一、项目概况")
    paper.p(
        "临港大道全长{km:n1}公里，折合单车道{lanes:n1}车道公里，采用BOT方式，运营期15年。批复总投资{build_:w0}万元，到位情况为：政府方资本金{gov:w0}万元，占{gov_h:p0}%；社会资本方资本金{soc:w0}万元，占{soc_h:p0}%；银行贷款{loan:w0}万元，占{loan_h:p0}%。"
    )
    paper.h("二、付费机制与资金使用")
    paper.p(
        "根据PPP合同，当年应付服务费由可用性服务费和运维服务费组成，其中运维服务费与绩效考核系数挂钩。2022年可用性服务费{avail:w2}万元；运维服务费基数{care:w2}万元，考核得分{g_all:s1}分，对应系数{coef:r3}，核定{care_p:w2}万元；两项合计{due:w2}万元。"
    )
    paper.p(
        "扣除项目公司通行费收入{toll:w2}万元后，可行性缺口补助为{gap:w2}万元，由省级补助{prov:w2}万元、市级财政{city:w2}万元、区级财政{cnty:w2}万元分担。截至2022年末实际支付{paid:w2}万元，支付率{paid_x:p2}%，尚有{owe:w2}万元结转2023年一季度支付。"
    )
    paper.p(
        "通行费收入较上年{toll_l:w2}万元{ytoll:增长/下降}{ytoll.g:p2}%，为可研预测{toll_b:w2}万元的{toll_x:p2}%，主要受货运量下滑影响。"
    )
    paper.h("三、绩效情况")
    paper.centre("表1 分车型通行量（万辆次）")
    paper.table(
        (12, 11, 11, 11, 11),
        "车型|2022年|2021年|增减率（%）|2022年占比（%）",
        *(
            f"{name}|{{c{n}:n2}}|{{l{n}:n2}}|{'' if paper.book.up[f'yc{n}'] else '-'}{{yc{n}.g:p2}}|{{ch{n}:p2}}"
            for n, (name, *_) in enumerate(_CARS)
        ),
        "合计|{c_all:n2}|{l_all:n2}|{yc.g:p2}|100.00",
    )
    paper.p(
        "全年通行{c_all:n2}万辆次，日均{day:n2}万辆次。路面技术状况指数（PQI）{pqi:n1}，较上年{ypqi:提高/下降}{ypqi.d:n1}；检测桥梁{bridge:n}座，一、二类桥梁{good:n}座，占{good_x:p2}%。按里程计，每公里运维服务费基数{care_km:w2}万元。"
    )
    paper.p(
        "处置突发事件{evt:n}起，30分钟内到场{in30:n}起，占{in30_x:p2}%；平均到场时间{min_:n1}分钟，比上年{ymin:延长/缩短}{ymin.d:n1}分钟。交通事故受伤{hurt:n}人，比上年{yhurt:增加/减少}{yhurt.d:n}人。"
    )
    paper.p(
        "拦访驾乘人员{ask:n}人，满意{like:n}人，满意度{like_x:p2}%。项目公司用工{own:n}人，其中养护工人{own_h:n}人。"
    )
    paper.centre("表2 运营期绩效考核得分")
    paper.table(
        (14, 10, 10, 10),
        "考核内容|标准分|考核得分|得分率",
        *(f"{name}|{{w{n}:s0}}|{{g{n}:s1}}|{{r{n}:p2}}%" for n, (name, *_) in enumerate(_MARKS)),
        "合计|{w_all:s0}|{g_all:s1}|—",
    )
    paper.p(
        "注：得分90分及以上且低于95分的，系数按（得分－90）×0.002＋0.98计算后保留三位小数，另因公众评价单项达到9分以上不再扣减。"
    )
    paper.h("四、存在的问题")
    paper.p(
        "一是货车通行量持续走低，通行费不及预期，政府补助压力加大；二是应急到场率尚未达到97%的合同目标；三是补助资金跨年支付。"
    )
    paper.h("五、有关建议")
    paper.p(
        "建议区交通局会同项目公司在2023年6月前增设2处应急驻点；区财政局将补助资金纳入中期财政规划，按季度支付。评价结果作为2022年度运维服务费结算依据，并在区政府网站公开。"
    )
    return paper
