"""A province's foreign affairs office, 2019: trips by sort and rank, visitors, dollars and euros at the day's rate, nested 其中, prose first."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, project, plan, spent (万元).
_ITEMS = (
    ("trip", "因公出国专项", "420.0", "386.4"),
    ("host", "外宾接待及礼宾", "265.0", "248.7"),
    ("fair", "友城交流大会", "680.0", "671.2"),
    ("aid", "境外公民保护", "90.0", "52.8"),
    ("talk", "外事翻译和出版", "75.0", "73.5"),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, spent in _ITEMS:
        book.wan(**{f"{key}_b": plan, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    keys = [key for key, *_ in _ITEMS]
    for end in "bsr":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("p_x", "p_s", "p_b")
    book.wan(pay="1042.6", pub="168.3", pub_l="181.7", pub_b="196.0")
    book.sum("base", "pay", "pub")
    book.sum("out", "base", "p_s")
    book.year("ypub", "pub", "pub_l")
    book.rate("pub_x", "pub", "pub_b")
    book.rate("p_h", "p_s", "out")
    book.wan(out_l="2574.9")
    book.year("yout", "out", "out_l")
    book.wan(air="142.8", stay="118.6", meal="71.3", gift="9.4")
    book.sum("misc", "trip_s", minus=("air", "stay", "meal", "gift"))
    book.sum("trip_s", "air", "stay", "meal", "gift", "misc")
    book.rate("air_h", "air", "trip_s")
    book.count(groups=43, heads=218, own=12, own_h=37)
    book.sum("oth", "groups", minus=("own",))
    book.sum("oth_h", "heads", minus=("own_h",))
    book.sum("groups", "own", "oth")
    book.sum("heads", "own_h", "oth_h")
    book.count(asia=17, eur=14, amer=6, afr=4)
    book.sum("ocea", "groups", minus=("asia", "eur", "amer", "afr"))
    book.sum("groups", "asia", "eur", "amer", "afr", "ocea")
    book.rate("asia_h", "asia", "groups")
    book.count(groups_l=51, heads_l=263)
    book.year("yg", "groups", "groups_l")
    book.year("yh", "heads", "heads_l")
    book.average("per_head", "trip_s", "heads")
    book.count(guest=126, guest_n=1842, high=31)
    book.average("per_guest", "host_s", "guest_n")
    book.rate("high_h", "high", "guest")
    book.wan(usd="8.5", eur_m="6.2")
    book.count(fx_u="6.8632", fx_e="7.7255")
    book.product("usd_y", "fx_u", "usd")
    book.product("eur_y", "fx_e", "eur_m")
    book.sum("abroad", "usd_y", "eur_y")
    book.count(sis=38, sis_new=3)
    book.sum("sis_l", "sis", minus=("sis_new",))
    book.sum("sis", "sis_l", "sis_new")
    book.count(prov=21)
    book.sum("city", "sis", minus=("prov",))
    book.sum("sis", "prov", "city")
    book.count(cases=94, closed=91)
    book.rate("closed_x", "closed", "cases")
    book.count(apec=386, apec_l=241)
    book.year("ya", "apec", "apec_l")
    book.count(q=200, a=193, ok=187)
    book.rate("a_x", "a", "q")
    book.rate("ok_x", "ok", "a")
    for n, (w, g) in enumerate((("15", "14.5"), ("25", "23"), ("30", "29.2"), ("30", "28.3"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    book.sum("g_all", *(f"g{n}" for n in range(4)))
    book.sum("w_all", *(f"w{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("foreign_affairs_2019", _books())
    paper.title("省人民政府外事办公室2019年度部门整体支出绩效自评报告")
    paper.h("一、总体评价")
    paper.p(
        "2019年，我办部门支出{out:w1}万元，比2018年的{out_l:w1}万元{yout:增加/减少}{yout.d:w1}万元，{yout:增长/下降}{yout.g:p1}%。按照投入（{w0:s0}分）、过程（{w1:s0}分）、产出（{w2:s0}分）、效果（{w3:s0}分）四个方面{w_all:s0}分的标准，自评得{g_all:s1z}分，四个方面依次得{g0:s1z}分、{g1:s1z}分、{g2:s1z}分、{g3:s1z}分。",
    )
    paper.h("二、支出情况")
    paper.p(
        "部门支出中，基本支出{base:w1}万元（人员经费{pay:w1}万元、公用经费{pub:w1}万元）；项目支出{p_s:w1}万元，占{p_h:p1}%。公用经费为预算{pub_b:w1}万元的{pub_x:p1}%，较上年{pub_l:w1}万元{ypub:上升/压缩}{ypub.g:p1}%。",
    )
    paper.centre("项目支出情况表（单位：万元）")
    paper.table(
        (8, 22, 12, 12, 12, 12),
        "序号|项目名称|预算|支出|结余|执行率（%）",
        *(
            f"{n}|{name}|{{{k}_b:w1}}|{{{k}_s:w1}}|{{{k}_r:w1}}|{{{k}_x:p1}}"
            for n, (k, name, *_) in enumerate(_ITEMS, 1)
        ),
        "合计|>|{p_b:w1}|{p_s:w1}|{p_r:w1}|{p_x:p1}",
    )
    paper.p(
        "其中，因公出国专项支出{trip_s:w1}万元，用于国际旅费{air:w1}万元（占{air_h:p1}%）、住宿费{stay:w1}万元、伙食公杂费{meal:w1}万元、对外礼品{gift:w1}万元、其他{misc:w1}万元；按出访人数平均，每人次{per_head:w2}万元。境外购汇支付会议和展位费8.5万美元、6.2万欧元，按付款日汇率1美元兑6.8632元、1欧元兑7.7255元，分别折合人民币{usd_y:w1}万元和{eur_y:w1}万元，合计{abroad:w1}万元。",
    )
    paper.h("三、主要产出")
    paper.p(
        "（一）出访管理。审批执行因公临时出国团组{groups:n}个、{heads:n}人次，比上年分别减少{yg.d:n}个、{yh.d:n}人次（2018年为{groups_l:n}个、{heads_l:n}人次），下降{yg.g:p1}%和{yh.g:p1}%。其中本办团组{own:n}个、{own_h:n}人次，其他单位团组{oth:n}个、{oth_h:n}人次。按出访地区分：亚洲{asia:n}个（占{asia_h:p1}%），欧洲{eur:n}个，美洲{amer:n}个，非洲{afr:n}个，大洋洲{ocea:n}个。",
    )
    paper.p(
        "（二）来访接待。接待外宾{guest:n}批、{guest_n:n}人次，其中副部级以上团组{high:n}批，占{high_h:p1}%，人均接待费{per_guest:y0}元。"
    )
    paper.p(
        "（三）友城工作。新结友好城市{sis_new:n}对，友城总数由{sis_l:n}对增至{sis:n}对，其中省级{prov:n}对、市（州）级{city:n}对。"
    )
    paper.p(
        "（四）领事保护。处置境外涉我省公民案（事）件{cases:n}起，办结{closed:n}起，办结率{closed_x:p1}%，协助公民412人次；办理APEC商务旅行卡{apec:n}张，比上年{apec_l:n}张{ya:增加/减少}{ya.d:n}张，{ya:增长/下降}{ya.g:p1}%。",
    )
    paper.h("四、效果")
    paper.p(
        "友城交流大会签约项目16个，协议金额23.6亿元，意向引资3.2亿美元。对出访团组和来访外宾发放中英文问卷{q:n}份，收回{a:n}份，回收率{a_x:p1}%，其中满意{ok:n}份，满意度{ok_x:p1}%，比95%的目标高1个多百分点。",
    )
    paper.h("五、问题和建议")
    paper.p(
        "境外公民保护经费按突发事件预留，执行率不到六成，建议2020年起改为据实结算；个别团组出访报告报送超过30日。下一步，3月底前由礼宾处制定团组回访办法，每季度通报一次。自评结果按规定公开，作为编制下年预算的参考。"
    )
    return paper
