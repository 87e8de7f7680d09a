"""A county's association for science, 2022: small money in prose, income and outlay side by side, halls and talks by month."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_MARKS = (
    ("举办科普讲座", "60场", "{talk:n}场", 15, "15"),
    ("培训农技人员", "500人次", "{pupil:n}人次", 15, "15"),
    ("科普大篷车进校园", "24次", "{van:n}次", 10, "7.9"),
    ("资金支付及时性", "及时", "基本及时", 10, "9"),
    ("公民具备科学素质比例", "≥11%", "{lit:p2}%", 15, "15"),
    ("科普受众人数", "3万人次", "{crowd:w2}万人次", 15, "15"),
    ("公众满意度", "≥90%", "{glad_x:p1}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    book.wan(pay_b="128.46", run_b="14.30", proj_b="62.00", pay="134.12", run="13.55")
    book.wan(talk_s="18.42", base_s="21.00", van_s="6.37", net_s="9.80")
    book.sum("proj", "talk_s", "base_s", "van_s", "net_s")
    book.sum("basic", "pay", "run")
    book.sum("basic_b", "pay_b", "run_b")
    book.sum("start", "basic_b", "proj_b")
    book.sum("used", "basic", "proj")
    book.wan(add="11.90")
    book.sum("full", "start", "add")
    book.rate("full_x", "used", "full")
    book.sum("rest", "full", minus=("used",))
    book.rate("run_x", "run", "run_b")
    book.rate("proj_x", "proj", "proj_b")
    book.sum("proj_r", "proj_b", minus=("proj",))
    for key in ("basic", "proj"):
        book.rate(f"{key}_h", key, "used")
    book.wan(used_l="187.63", proj_l="51.24")
    book.year("yu", "used", "used_l")
    book.year("yp", "proj", "proj_l")
    book.wan(fin="202.16", up="10.50", old="6.84")
    book.sum("inc", "fin", "up")
    book.sum("has", "inc", "old")
    book.sum("keep", "has", minus=("used",))
    book.ties.append(Tie("sum", "has", ("used", "keep")))
    book.wan(eat_b="1.50", eat="0.63", eat_l="0.92", car_b="3.00", car="2.78", car_l="2.85")
    for end in ("", "_b", "_l"):
        book.sum(f"three{end}", f"eat{end}", f"car{end}")
    book.sum("three_s", "three_b", minus=("three",))
    book.year("y3", "three", "three_l")
    book.year("ye", "eat", "eat_l")
    book.count(times=7, guests=52)
    book.average("guest_u", "eat", "guests")
    book.wan(buy_b="12.00", goods="4.96", serv="6.24")
    book.sum("buy", "goods", "serv")
    book.rate("buy_x", "buy", "buy_b")
    _science(book)
    return book


def _science(book: Book) -> None:
    book.count(posts=9, staff=8, admin=5)
    book.sum("unit", "staff", minus=("admin",))
    book.sum("staff", "admin", "unit")
    book.count(talk_1=27, talk_2=38, school=29, village=22)
    book.sum("talk", "talk_1", "talk_2")
    book.sum("street", "talk", minus=("school", "village"))
    book.sum("talk", "school", "village", "street")
    book.count(talk_p=60, van=19, van_p=24, pupil=548, pupil_p=500, van_l=22)
    book.rate("talk_x", "talk", "talk_p")
    book.rate("van_x", "van", "van_p")
    book.rate("pupil_x", "pupil", "pupil_p")
    book.year("yv", "van", "van_l")
    book.average("talk_u", "talk_s", "talk")
    book.count(crowd=36200, crowd_l=31800)
    book.year("yc", "crowd", "crowd_l")
    book.count(lit="0.1164", lit_l="0.1052")
    book.points("yl", "lit", "lit_l")
    book.count(base_n=7, base_a=3, hall=4)
    book.yuan(base_ea="40000")
    book.product("base_as", "base_ea", "base_a")
    book.sum("base_bs", "base_s", minus=("base_as",))
    book.sum("base_s", "base_as", "base_bs")
    book.sum("base_m", "base_n", minus=("base_a",))
    book.sum("base_n", "base_a", "base_m")
    book.average("base_eb", "base_bs", "base_m")
    book.count(assoc=14, member=1326)
    book.average("member_u", "member", "assoc")
    book.count(post=412, read="865400")
    book.average("read_u", "read", "post")
    book.count(asked=80, glad=77)
    book.rate("glad_x", "glad", "asked")
    book.count(w_do=10)
    book.score("g_do", "w_do", "full_x")
    book.values["g_do"] = round(book.values["g_do"], 1)
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_all", f"{end}_do", *(f"{end}{n}" for n in range(7)))
    book.sum("lost", "w_all", minus=("g_all",))


def build() -> Paper:
    """Return the report."""
    paper = Paper("science_assoc_2022", _books())
    paper.title("平遥湾县科学技术协会2022年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "县科协是参照公务员法管理的群团机关，编制{posts:n}名，实有{staff:n}人（参公人员{admin:n}人，下属科技馆事业人员{unit:n}人）。联系指导县级学会（协会）{assoc:n}个，会员{member:n}人，平均每个学会有会员{member_u:n1}人。"
    )
    paper.h("二、部门整体支出情况")
    paper.p(
        "（一）预算情况。年初部门预算{start:w2}万元：基本支出{basic_b:w2}万元（工资福利等人员支出{pay_b:w2}万元、商品和服务支出{run_b:w2}万元），项目支出{proj_b:w2}万元。年中追加{add:w2}万元用于基础绩效奖，全年预算数{full:w2}万元。"
    )
    paper.p(
        "（二）收支情况。全年收入{inc:w2}万元，其中县财政拨款{fin:w2}万元，上级科协补助{up:w2}万元；加上年初结转{old:w2}万元，可用资金{has:w2}万元。全年支出{used:w2}万元，占全年预算数的{full_x:p2}%，年末结转{keep:w2}万元。"
    )
    paper.centre("2022年收支总表（万元）")
    paper.table(
        (20, 12, 20, 12),
        "收入项目|金额|支出项目|金额",
        "一、财政拨款收入|{fin:w2}|一、基本支出|{basic:w2}",
        "二、上级补助收入|{up:w2}|　　人员经费|{pay:w2}",
        "|| 　　公用经费|{run:w2}",
        "||二、项目支出|{proj:w2}",
        "本年收入合计|{inc:w2}|本年支出合计|{used:w2}",
        "年初结转和结余|{old:w2}|年末结转和结余|{keep:w2}",
        "总　计|{has:w2}|总　计|{has:w2}",
    )
    paper.p(
        "支出中，基本支出占{basic_h:p2}%，项目支出占{proj_h:p2}%。支出总额同比{yu:增加/减少}{yu.d:w2}万元，{yu:增长/下降}{yu.g:p2}%（2021年{used_l:w2}万元），主要是科普示范基地补助由市级下放到县级列支。公用经费控制率{run_x:p2}%。"
    )
    paper.p(
        "（三）“三公”经费。2022年支出{three:w2}万元，比年初预算{three_b:w2}万元少支{three_s:w2}万元，比2021年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元、{y3:上升/下降}{y3.g:p2}%。公务接待{times:n}批次{guests:n}人次，支出{eat:w2}万元，人均{guest_u:y2}元，较上年{ye:增加/减少}{ye.d:w2}万元（上年{eat_l:w2}万元，预算{eat_b:w2}万元）。公务用车运行费{car:w2}万元，预算{car_b:w2}万元，上年{car_l:w2}万元，保有车辆1辆，为科普大篷车。"
    )
    paper.p(
        "（四）政府采购。采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，为预算的{buy_x:p2}%，其中货物{goods:w2}万元、服务{serv:w2}万元，无工程类采购。"
    )
    paper.h("三、项目支出绩效")
    paper.p(
        "项目支出{proj:w2}万元，完成年初预算的{proj_x:p2}%，结余{proj_r:w2}万元，与上年的{proj_l:w2}万元相比{yp:增长/下降}{yp.g:p2}%。"
    )
    paper.p(
        "科普讲座支出{talk_s:w2}万元。举办讲座{talk:n}场，上半年{talk_1:n}场、下半年{talk_2:n}场，场均费用{talk_u:y2}元；按地点分，进学校{school:n}场、进乡村{village:n}场、进社区{street:n}场。年度计划{talk_p:n}场，完成率{talk_x:p1}%。"
    )
    paper.p(
        "科普示范基地补助支出{base_s:w2}万元，共{base_n:n}个基地。省级基地{base_a:n}个，每个补助{base_ea:w0}万元，计{base_as:w0}万元；县级基地{base_m:n}个，计{base_bs:w0}万元，平均每个{base_eb:w2}万元。"
    )
    paper.p(
        "科普大篷车运行支出{van_s:w2}万元，进校园{van:n}次，比上年的{van_l:n}次{yv:多/少}{yv.d:n}次，完成计划（{van_p:n}次）的{van_x:p1}%，主要是9—11月学校封闭管理。网络科普支出{net_s:w2}万元，发布推文{post:n}篇，总阅读量{read:w2}万次，篇均{read_u:n1}次。"
    )
    paper.p(
        "培训农技人员{pupil:n}人次，超过{pupil_p:n}人次的目标，完成{pupil_x:p1}%。科普活动受众{crowd:w2}万人次，较上年{crowd_l:w2}万人次{yc:增长/下降}{yc.g:p2}%。全县公民具备科学素质比例达到{lit:p2}%，较上次测评的{lit_l:p2}%{yl:提升/下降}{yl:p2}个百分点。现场发放问卷{asked:n}份，满意{glad:n}份，公众满意度{glad_x:p1}%。"
    )
    paper.h("四、自评得分")
    paper.table(
        (24, 13, 15, 8, 8),
        "评价指标|目标值|实际值|分值|得分",
        "预算执行率|≥95%|{full_x:p2}%|{w_do:s0}|{g_do:s1z}",
        *(f"{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}" for n, (name, aim, done, *_) in enumerate(_MARKS)),
        "合计|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.p("自评得分{g_all:s1z}分，扣分{lost:s1z}分。扣分项为预算执行率、大篷车进校园次数和资金支付及时性。")
    paper.h("五、存在问题及下步打算")
    paper.p(
        "人手偏紧，基层科协组织薄弱，11个乡镇中仅有4个配备专职干部。下一步争取每个乡镇明确1名科普员，2023年讲座场次提高到70场。"
    )
    return paper
