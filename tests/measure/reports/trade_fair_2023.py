"""A provincial trade fair, 2023: costs against income, exhibitors, deals in 亿元, leverage 1∶n, against an earlier fair."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_COSTS = (
    ("hall", "场馆租赁与特装", "2360.00", "2248.75", "1986.40"),
    ("guest", "嘉宾邀请与接待", "780.00", "716.32", "842.15"),
    ("ad", "宣传推广", "540.00", "538.90", "467.30"),
    ("safe", "安保与医疗保障", "412.00", "398.64", "305.80"),
    ("ops", "组织运营服务", "668.00", "651.17", "598.25"),
)
_AREAS = (
    ("智能制造", 286, 24800, "68.42"),
    ("现代农业", 213, 15600, "21.37"),
    ("绿色能源", 167, 14200, "53.18"),
    ("文旅消费", 198, 12900, "9.76"),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, paid, before in _COSTS:
        book.wan(**{f"{key}_b": plan, f"{key}_s": paid, f"{key}_l": before})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.year(f"y{key}", f"{key}_s", f"{key}_l")
    for end in "bsl":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _COSTS))
    book.rate("all_x", "all_s", "all_b")
    book.year("yall", "all_s", "all_l")
    book.sum("left", "all_b", minus=("all_s",))
    book.wan(fin="3200.00", booth="1126.80", spon="318.50", tick="114.70")
    book.sum("mkt", "booth", "spon", "tick")
    book.sum("inc", "fin", "mkt")
    book.sum("over", "inc", minus=("all_s",))
    book.rate("fin_h", "fin", "inc")
    book.rate("mkt_h", "mkt", "inc")
    book.wan(mkt_l="873.60")
    book.year("ymkt", "mkt", "mkt_l")
    for n, (_, firms, area, deal) in enumerate(_AREAS):
        book.count(**{f"f{n}": firms, f"s{n}": area})
        book.wan(**{f"v{n}": str(int(float(deal) * 10000 + 0.5))})
    for end in "fsv":
        book.sum(f"{end}t", *(f"{end}{n}" for n in range(4)))
    for n in range(4):
        book.rate(f"h{n}", f"v{n}", "vt")
    book.count(out=94, top=37, ft_l=752, st_l="58300", vis="186400", vis_l="164200", pro="41200", days=4)
    book.rate("out_h", "out", "ft")
    book.year("yf", "ft", "ft_l")
    book.year("ys", "st", "st_l")
    book.year("yv", "vis", "vis_l")
    book.rate("pro_h", "pro", "vis")
    book.average("daily", "vis", "days")
    book.average("cost_m", "all_s", "st")
    book.count(sign=126, land=41, start=29)
    book.rate("land_x", "land", "sign")
    book.rate("start_x", "start", "land")
    book.wan(inv="2846000", inv_l="2103000", paid="387500")
    book.year("yinv", "inv", "inv_l")
    book.rate("paid_x", "paid", "inv")
    book.rate("lever", "vt", "fin")
    book.wan(spend="38260.00")
    book.average("spend_p", "spend", "vis")
    book.count(sent=500, got=463, good=428, buy=260, buy_y=233, res=1000, res_y=918)
    book.rate("got_x", "got", "sent")
    book.rate("good_x", "good", "got")
    book.rate("buy_x", "buy_y", "buy")
    book.rate("res_x", "res_y", "res")
    book.count(media=312, read="2.86", read_l="1.94", clean=36, cent=28)
    book.rate("mread", "read", "read_l")
    book.year("yread", "read", "read_l")
    book.ties.append(Tie("change", "yf.d", ("ft",), ("ft_l",)))
    for n, (w, g) in enumerate((("15", "14.5"), ("20", "18.2"), ("35", "33.6"), ("30", "25.9"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
        book.sum(f"k{n}", f"w{n}", minus=(f"g{n}",))
    for end in "wgk":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("trade_fair_2023", _books())
    paper.title("第八届中部开放合作博览会经费绩效自评报告")
    paper.right("编报单位：省会展事务中心")
    paper.h("一、基本情况")
    paper.p(
        "博览会每两年一届，第八届于2023年9月举办，展期{days:n}天，上一届（第七届）于2021年举办。本届参展企业{ft:n}家，展览面积{st:n}平方米；收入总额{inc:w2}万元，由财政拨款{fin:w2}万元和市场化收入{mkt:w2}万元构成，占比分别为{fin_h:p2}%和{mkt_h:p2}%。"
    )
    paper.h("二、收支情况")
    paper.p(
        "（一）收入。市场化收入包括展位费{booth:w2}万元、冠名赞助{spon:w2}万元、门票{tick:w2}万元，比上届{mkt_l:w2}万元{ymkt:增长/下降}{ymkt.g:p2}%。"
    )
    paper.p(
        "（二）支出。支出预算{all_b:w2}万元，实际支出{all_s:w2}万元，执行率{all_x:p2}%，节约{left:w2}万元；与上届{all_l:w2}万元相比{yall:增加/减少}{yall.d:w2}万元，{yall:增长/下降}{yall.g:p2}%。收支相抵，结余{over:w2}万元，按规定上缴省财政。每平方米展览面积的办展支出为{cost_m:y0}元。",
    )
    paper.centre("表1　支出预算执行与上届对比（万元）")
    paper.table(
        (15, 10, 10, 9, 10, 11),
        "项目|预算|本届支出|执行率|上届支出|比上届增减",
        *(
            f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%|{{{k}_l:w2}}|{'' if paper.book.up[f'y{k}'] else '-'}{{y{k}.g:p2}}%"
            for k, name, *_ in _COSTS
        ),
        "合计|{all_b:w2}|{all_s:w2}|{all_x:p2}%|{all_l:w2}|{yall.g:p2}%",
    )
    paper.h("三、办展成效")
    paper.p(
        "1.规模。参展企业{ft:n}家，比上届（{ft_l:n}家）{yf:增加/减少}{yf.d:n}家，其中境外企业{out:n}家，占{out_h:p2}%，世界500强及行业龙头{top:n}家。展览面积比上届{st_l:n}平方米{ys:扩大/缩小}{ys.g:p2}%。入场{vis:n}人次，日均{daily:n}人次，比上届{vis_l:n}人次{yv:增长/下降}{yv.g:p2}%，其中专业观众{pro:n}人次，占{pro_h:p2}%。",
    )
    paper.p("2.成交。现场意向成交{vt:e2}亿元，每1元财政拨款带动意向成交{lever:y0}元，各展区情况见表2。")
    paper.centre("表2　各展区参展与意向成交")
    paper.table(
        (12, 12, 14, 14, 10),
        "展区|参展企业（家）|展览面积（平方米）|意向成交额（亿元）|占比",
        *(f"{name}|{{f{n}:n}}|{{s{n}:n}}|{{v{n}:e2}}|{{h{n}:p2}}%" for n, (name, *_) in enumerate(_AREAS)),
        "合计|{ft:n}|{st:n}|{vt:e2}|100.00%",
    )
    paper.p(
        "3.招商。签约项目{sign:n}个，协议投资{inv:e1}亿元，上届为{inv_l:e1}亿元，{yinv:增长/下降}{yinv.g:p2}%。截至2024年3月，完成注册的{land:n}个，注册率{land_x:p2}%；已开工{start:n}个，占注册项目的{start_x:p2}%；到位资金{paid:e2}亿元，占协议投资的{paid_x:p2}%。",
    )
    paper.p(
        "4.带动。展期拉动住宿、餐饮、交通等直接消费{spend:e2}亿元，折合每人次{spend_p:y0}元。媒体报道阅读量{read:n2}亿次，为上届{read_l:n2}亿次的{mread:r2}倍，即增长{yread.g:p0}%。"
    )
    paper.p(
        "5.满意度。参展商问卷发出{sent:n}份，收回{got:n}份，收回率{got_x:p2}%，满意{good:n}份，满意度{good_x:p2}%；采购商电话回访{buy:n}家，满意{buy_y:n}家，满意度{buy_x:p2}%；市民网络调查{res:n}人，支持续办{res_y:n}人，支持率{res_x:p2}%。"
    )
    paper.h("四、自评结论")
    paper.p("自评得分{g_all:s1z}分，扣{k_all:s1z}分，等级为“优”。")
    paper.table(
        (12, 10, 10, 10, 20),
        "一级指标|分值|得分|扣分|主要扣分原因",
        "决策|{w0:s0}|{g0:s1z}|{k0:s1z}|目标未细化到展区",
        "过程|{w1:s0}|{g1:s1z}|{k1:s1z}|部分合同签订滞后",
        "产出|{w2:s0}|{g2:s1z}|{k2:s1z}|境外企业占比未达12%",
        "效益|{w3:s0}|{g3:s1z}|{k3:s1z}|签约项目落地偏慢",
        "合计|{w_all:s0}|{g_all:s1z}|{k_all:s1z}|",
    )
    paper.h("五、存在问题和改进方向")
    paper.p(
        "一是签约项目转化周期长，注册后开工不足；二是接待标准执行偏松的苗头已纠正，接待支出较上届明显下降；三是门票收入占比低。下一步由招商处按季度调度签约项目，2024年底前开工率提高到85%以上；第九届展位市场化招展比例不低于50%。自评报告在中心网站公开，作为第九届预算核定依据。"
    )
    return paper
