"""A district bureau, 2022: nested brackets, 其余 and 剩余, ranges, payments against budgets, 压减, 净增, full-width digits."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(start="4386.25", add="312.48", cut="96.70")
    book.sum("full", "start", "add", minus=("cut",))
    book.sum("net", "add", minus=("cut",))
    book.wan(wage="2488.16", office="286.44", retire="131.05")
    book.sum("basic", "wage", "office", "retire")
    book.wan(food="518.36", device="274.92", label="166.80", law="203.47", patent="88.15", elder="120.00")
    book.sum("proj", "food", "device", "label", "law", "patent", "elder")
    book.sum("paid", "basic", "proj")
    book.sum("rest", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.rate("adj", "net", "start")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.wan(half="2034.66", third="3178.90")
    book.rate("half_x", "half", "full")
    book.rate("third_x", "third", "full")
    book.wan(office_b="318.00", office_l="305.12")
    book.rate("office_x", "office", "office_b")
    book.year("yo", "office", "office_l")
    book.sum("office_r", "office_b", minus=("office",))
    book.count(batches=4860, ok=4771, shops=36218, shops_l=33904, new=4412, quit=2098)
    book.sum("bad", "batches", minus=("ok",))
    book.rate("ok_x", "ok", "batches")
    book.sum("shops", "shops_l", "new", minus=("quit",))
    book.year("ys", "shops", "shops_l")
    book.count(cases=386, small=214, heavy=57)
    book.sum("other_c", "cases", minus=("small", "heavy"))
    book.sum("cases", "small", "heavy", "other_c")
    book.wan(fine="482.6358", fine_l="517.2040")
    book.year("yf", "fine", "fine_l")
    book.average("per_case", "fine", "cases")
    book.count(calls=9215, done=9138, calls_l=10342)
    book.rate("done_x", "done", "calls")
    book.year("yc", "calls", "calls_l")
    book.wan(b_goods="126.40", b_serv="218.60", a_goods="119.85", a_serv="207.32")
    for side in "ba":
        book.sum(f"{side}_all", f"{side}_goods", f"{side}_serv")
    for kind in ("goods", "serv", "all"):
        book.sum(f"s_{kind}", f"b_{kind}", minus=(f"a_{kind}",))
        book.rate(f"r_{kind}", f"s_{kind}", f"b_{kind}")
    book.count(w1=20, w2=20, w3=40, w4=20, s1="18.75", s2="19.20", s3="37.60", s4="18.30")
    book.sum("w", "w1", "w2", "w3", "w4")
    book.sum("s", "s1", "s2", "s3", "s4")
    for n in "1234":
        book.rate(f"d{n}", f"s{n}", f"w{n}")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("market_bureau_2022", _books())
    paper.title("青湖区市场监督管理局")
    paper.title("2022年度部门整体支出绩效自评报告")
    paper.h("一、部门基本情况")
    paper.p("区市场监管局内设科室14个，下设市场监管所8个。投诉举报电话：12315。")
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "2022年年初部门预算{start:w2}万元，年中追加{add:w2}万元、调减{cut:w2}万元，净增{net:w2}万元（占年初预算的{adj:p2}%），调整后预算{full:w2}万元。截至6月30日支出{half:w2}万元，进度{half_x:p2}%；截至9月30日支出{third:w2}万元，",
        "进度{third_x:p2}%；截至12月31日全年支出{paid:w2}万元，进度{x:p2}%，剩余{rest:w2}万元由财政收回。",
    )
    paper.p(
        "全年支出包括基本支出{basic:w2}万元（占{basic_h:p2}%，其中工资福利支出{wage:w2}万元，商品和服务支出{office:w2}万元，对个人和家庭的补助{retire:w2}万元）和项目支出{proj:w2}万元（占{proj_h:p2}%，",
        "其中食品药品抽检{food:w2}万元，特种设备监管{device:w2}万元，标签标识及计量{label:w2}万元，执法办案{law:w2}万元，知识产权{patent:w2}万元，其余为消费维权{elder:w2}万元）。",
    )
    paper.p(
        "商品和服务支出预算{office_b:w2}万元，决算{office:w2}万元，控制率{office_x:p2}%，节余{office_r:w2}万元；与上年{office_l:w2}万元相比压减{yo.d:w2}万元，压减幅度{yo.g:p2}%。",
    )
    paper.h("三、政府采购情况")
    paper.right("单位：万元")
    paper.table(
        (8, 8, 8, 8, 8),
        "采购类别|采购预算|合同金额|节约资金|节约率",
        "货物|{b_goods:w2}|{a_goods:w2}|{s_goods:w2}|{r_goods:p2}%",
        "工程|—|—|—|—",
        "服务|{b_serv:w2}|{a_serv:w2}|{s_serv:w2}|{r_serv:p2}%",
        "合计|{b_all:w2}|{a_all:w2}|{s_all:w2}|{r_all:p2}%",
    )
    paper.p("全年政府采购预算{b_all:w2}万元，合同金额{a_all:w2}万元，节约{s_all:w2}万元，节约率{r_all:p2}%。")
    paper.h("四、部门整体绩效")
    paper.p(
        "1．市场主体。年末实有市场主体{shops:n}户，当年新登记{new:n}户，注销{quit:n}户，比年初{shops_l:n}户净增{ys.d:n}户，增幅{ys.g:p2}%。",
    )
    paper.p(
        "2．抽检。完成食品药品抽检{batches:n}批次，合格{ok:n}批次，合格率{ok_x:p2}%，不合格{bad:n}批次已全部依法处置。",
    )
    paper.p(
        "3．执法。查办案件{cases:n}件（简易程序{small:n}件、重大案件{heavy:n}件、其他普通程序{other_c:n}件），罚没入库{fine:w4}万元，比上年{fine_l:w4}万元{yf:增加/减少}{yf.d:w4}万元，{yf:增长/下降}{yf.g:p2}%，件均{per_case:w2}万元。",
    )
    paper.p(
        "4．维权。受理投诉举报{calls:n}件，同比{yc:增长/下降}{yc.g:p2}%（上年{calls_l:n}件），办结{done:n}件，办结率{done_x:p2}%，为消费者挽回经济损失200余万元。",
    )
    paper.h("五、自评得分")
    paper.table(
        (14, 8, 8, 8),
        "评价维度|权重|得分|得分率",
        "管理效率|{w1:s0}%|{s1:s2}|{d1:p2}%",
        "履职效能|{w2:s0}%|{s2:s2}|{d2:p2}%",
        "社会效应|{w3:s0}%|{s3:s2}|{d3:p2}%",
        "可持续发展能力|{w4:s0}%|{s4:s2}|{d4:p2}%",
        "合计|{w:s0}%|{s:s2}|",
    )
    paper.p(
        "综合得分{s:s2}分，自评等级为优。其中管理效率{s1:s2}分、履职效能{s2:s2}分、社会效应{s3:s2}分、可持续发展能力{s4:s2}分。"
    )
    paper.h("六、存在问题及原因")
    paper.p("一是预算调整较为频繁，主要是抽检任务由上级年中下达。二是个别指标缺乏可比数据。")
    paper.h("七、改进措施")
    paper.p(
        "一是与上级主管部门提前衔接抽检计划，将常规抽检足额编入年初预算。二是建立指标数据台账，按季更新。"
    )
    paper.h("八、结果应用与公开")
    paper.p("自评结果用于优化2024年预算安排，随同部门决算公开。")
    return paper
