"""A county committee's office, 2022: small money by sort (three kinds of trips and cars, purchases, assets), proposals and their answers."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(pay="586.42", day="92.36", meet="48.60", look="31.25", paper_="18.90", news="22.47")
    book.sum("base", "pay", "day")
    book.sum("proj", "meet", "look", "paper_", "news")
    book.sum("out", "base", "proj")
    book.wan(pay_b="590.00", day_b="104.80", proj_b="142.00")
    book.sum("base_b", "pay_b", "day_b")
    book.sum("plan", "base_b", "proj_b")
    for key, above, below in (
        ("pay", "pay", "pay_b"),
        ("day", "day", "day_b"),
        ("base", "base", "base_b"),
        ("proj", "proj", "proj_b"),
        ("out", "out", "plan"),
    ):
        book.rate(f"{key}_x", above, below)
    book.wan(start="812.45", more="36.20")
    book.sum("less", "start", "more", minus=("plan",))
    book.sum("plan", "start", "more", minus=("less",))
    book.wan(out_l="823.17")
    book.year("yout", "out", "out_l")
    book.sum("left", "plan", minus=("out",))
    book.wan(car="14.85", host="3.26", car_l="16.42", host_l="4.11", car_b="18.00", host_b="6.00")
    book.sum("three", "car", "host")
    book.sum("three_l", "car_l", "host_l")
    book.sum("three_b", "car_b", "host_b")
    for key in ("three", "car", "host"):
        book.year(f"y{key}", key, f"{key}_l")
        book.rate(f"{key}_x", key, f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(key,))
    book.count(cars=5, guests=296)
    book.average("per_car", "car", "cars")
    book.average("per_guest", "host", "guests")
    book.wan(good="12.63", serve="27.80")
    book.sum("buy", "good", "serve")
    book.rate("good_h", "good", "buy")
    book.wan(buy_b="42.00")
    book.rate("buy_x", "buy", "buy_b")
    book.wan(hall="268.35", veh="91.40", kit="74.18", desk="39.62", soft="6.50", dep="213.76")
    book.sum("fixed", "hall", "veh", "kit", "desk")
    book.sum("assets", "fixed", "soft")
    book.sum("net", "assets", minus=("dep",))
    book.rate("hall_h", "hall", "fixed")
    book.count(posts=31, admin=22, work=6, duty=1)
    book.sum("staff", "admin", "work", "duty")
    book.rate("staff_x", "staff", "posts")
    book.count(old=43, members=238, women=74, non=146)
    book.rate("women_h", "women", "members")
    book.rate("non_h", "non", "members")
    book.count(sent=187)
    book.count(filed=153)
    book.sum("turned", "sent", minus=("filed",))
    book.rate("filed_x", "filed", "sent")
    book.count(econ=58, live=61)
    book.sum("soc", "filed", minus=("econ", "live"))
    book.sum("filed", "econ", "live", "soc")
    book.rate("econ_h", "econ", "filed")
    book.rate("live_h", "live", "filed")
    book.rate("soc_h", "soc", "filed")
    book.count(a=97, b=43)
    book.sum("c", "filed", minus=("a", "b"))
    book.sum("filed", "a", "b", "c")
    book.rate("a_h", "a", "filed")
    book.count(very=112, good_n=36)
    book.sum("fair", "filed", minus=("very", "good_n"))
    book.sum("filed", "very", "good_n", "fair")
    book.sum("glad", "very", "good_n")
    book.rate("glad_x", "glad", "filed")
    book.count(tours=14, talks=9, watch=6, news_n=236, got=88)
    book.sum("acts", "tours", "talks", "watch")
    book.rate("got_x", "got", "news_n")
    book.count(news_l=198)
    book.year("ynews", "news_n", "news_l")
    book.count(w1=10, w2=20, w3=40, w4=30, g1="9.6", g2="19", g3="38.5", g4="28.6")
    for end in "wg":
        book.sum(f"{end}0", *(f"{end}{n}" for n in range(1, 5)))
    book.sum("off", "w0", minus=("g0",))
    book.sum("off1", "w1", minus=("g1",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("cppcc_office_2022", _books())
    paper.title("政协澄江县委员会办公室")
    paper.title("2022年度部门整体支出绩效自评情况报告")
    paper.p("县财政局：")
    paper.p("按照《关于开展2022年度绩效自评工作的通知》（澄财绩〔2023〕8号）要求，现将我办自评情况报告如下：")
    paper.h("一、基本情况")
    paper.p(
        "县政协设7个专门委员会，机关核定编制{posts:n}名，实有{staff:n}人，其中行政人员{admin:n}人，事业人员{work:n}人，工勤人员{duty:n}人，占编制的{staff_x:p1}%；另有离退休人员{old:n}人。本届委员{members:n}名，其中女委员{women:n}名，占{women_h:p1}%；非中共委员{non:n}名，占{non_h:p1}%。",
    )
    paper.h("二、资金情况")
    paper.h("（一）预算", 2)
    paper.p(
        "2022年年初预算{start:w2}万元，追加{more:w2}万元，财政统一压减{less:w2}万元，调整预算{plan:w2}万元：人员经费{pay_b:w2}万元，公用经费{day_b:w2}万元，项目经费{proj_b:w2}万元。",
    )
    paper.h("（二）支出", 2)
    paper.p(
        "全年支出{out:w2}万元，执行率{out_x:p2}%，结余{left:w2}万元由财政收回，支出较2021年{out_l:w2}万元{yout:增加/减少}{yout.d:w2}万元，{yout:增长/下降}{yout.g:p2}%。按类别：（1）基本支出{base:w2}万元，执行率{base_x:p2}%，其中人员经费{pay:w2}万元、公用经费{day:w2}万元，执行率分别为{pay_x:p2}%和{day_x:p2}%；（2）项目支出{proj:w2}万元，执行率{proj_x:p2}%，包括会议费{meet:w2}万元、视察调研费{look:w2}万元、提案办理费{paper_:w2}万元、文史宣传费{news:w2}万元。",
    )
    paper.h("（三）“三公”经费", 2)
    paper.table(
        (20, 10, 10, 10, 10, 10, 10, 10),
        "项目（万元）|2021年决算|2022年预算|2022年决算|比预算节约|占预算|比上年减少|下降幅度",
        "因公出国（境）费|0|0|0|0|—|0|—",
        "公务用车运行维护费|{car_l:w2}|{car_b:w2}|{car:w2}|{car_r:w2}|{car_x:p2}%|{ycar.d:w2}|{ycar.g:p2}%",
        "公务接待费|{host_l:w2}|{host_b:w2}|{host:w2}|{host_r:w2}|{host_x:p2}%|{yhost.d:w2}|{yhost.g:p2}%",
        "合计|{three_l:w2}|{three_b:w2}|{three:w2}|{three_r:w2}|{three_x:p2}%|{ythree.d:w2}|{ythree.g:p2}%",
    )
    paper.p(
        "公务用车保有量{cars:n}辆，车均运行维护费{per_car:w2}万元；国内公务接待38批次、{guests:n}人次，人均{per_guest:y0}元。",
    )
    paper.h("（四）政府采购和国有资产", 2)
    paper.p(
        "政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，完成{buy_x:p2}%，其中货物{good:w2}万元，占{good_h:p2}%，服务{serve:w2}万元，无工程采购。年末资产原值{assets:w2}万元，由固定资产{fixed:w2}万元和无形资产{soft:w2}万元组成；固定资产中，房屋{hall:w2}万元（{hall_h:p2}%），车辆{veh:w2}万元，通用设备{kit:w2}万元，家具用具{desk:w2}万元。累计折旧（摊销）{dep:w2}万元，资产净值{net:w2}万元。",
    )
    paper.h("三、履职成效")
    paper.p(
        "1、提案工作。五届一次会议以来收到提案{sent:n}件，立案{filed:n}件，立案率{filed_x:p1}%，{turned:n}件转为社情民意或退回。立案提案按内容分，经济建设类{econ:n}件、民生类{live:n}件、社会治理类{soc:n}件，分别占{econ_h:p1}%、{live_h:p1}%、{soc_h:p1}%；按办理结果分，已解决或基本解决（A类）{a:n}件，占{a_h:p1}%，列入计划解决（B类）{b:n}件，因条件限制暂不能解决（C类）{c:n}件；按委员评价分，很满意{very:n}件、满意{good_n:n}件、基本满意{fair:n}件，很满意和满意共{glad:n}件，满意率{glad_x:p1}%。",
    )
    paper.p(
        "2、调研视察。开展视察{tours:n}次、专题协商{talks:n}次、民主监督{watch:n}次，共{acts:n}次，形成调研报告11篇，县委、县政府主要领导批示8篇。",
    )
    paper.p(
        "3、社情民意。编报信息{news_n:n}条，比上年{news_l:n}条{ynews:增加/减少}{ynews.d:n}条，被市级以上采用{got:n}条，采用率{got_x:p1}%，其中省政协采用21条、全国政协采用2条。",
    )
    paper.h("四、自评结果")
    paper.p(
        "自评得分{g0:s1z}分（满分{w0:s0}分），其中预算执行{g1:s1z}分、运行管理{g2:s1z}分、履职产出{g3:s1z}分、效益与满意度{g4:s1z}分，对应分值分别为{w1:s0}分、{w2:s0}分、{w3:s0}分、{w4:s0}分。合计扣{off:s1z}分，其中预算执行扣{off1:s1z}分。"
    )
    paper.h("五、存在的问题及改进措施")
    paper.p(
        "会议费压减后项目经费执行偏低；提案承办单位答复质量不一。一是2023年起按上年实际执行数的八成安排会议费；二是由提案委于5月底前出台提案办理评价办法，办理情况纳入单位年度考核，占2分。自评结果将在县政协网站公开。"
    )
    return paper
