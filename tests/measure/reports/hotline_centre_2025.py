"""A city's 12345 hotline centre, 2025: calls by channel, sort and month, seats, rates to one decimal, a contract for the year."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_CHANNELS = (
    ("tel", "电话", 684213),
    ("app", "手机客户端", 96380),
    ("wx", "微信小程序", 71544),
    ("web", "网站", 18207),
    ("oth", "其他", 4932),
)
# Key, sort, orders, closed in time, glad of those called back, called back.
_SORTS = (
    ("city", "城乡建设", 68214, 67390, 21846, 23710),
    ("road", "交通出行", 41873, 41502, 13902, 14688),
    ("home", "住房物业", 53926, 52117, 15211, 18340),
    ("work", "劳动社保", 37440, 37288, 12645, 13206),
    ("rest", "其他类别", 60318, 59874, 19730, 21055),
)
_QUARTERS = (("q1", 62415), ("q2", 64980), ("q3", 71206))


def _books() -> Book:
    book = Book()
    for key, _, number in _CHANNELS:
        book.yuan(**{f"{key}_n": str(number)})
    book.sum("calls", *(f"{key}_n" for key, *_ in _CHANNELS))
    for key, *_ in _CHANNELS:
        book.rate(f"{key}_h", f"{key}_n", "calls")
    book.yuan(calls_l="801936")
    book.year("ycalls", "calls", "calls_l")
    for key, _, orders, closed, glad, back in _SORTS:
        book.yuan(
            **{f"{key}_o": str(orders), f"{key}_c": str(closed), f"{key}_g": str(glad), f"{key}_b": str(back)}
        )
        book.rate(f"{key}_cx", f"{key}_c", f"{key}_o")
        book.rate(f"{key}_gx", f"{key}_g", f"{key}_b")
    sorts = [key for key, *_ in _SORTS]
    for end in "ocgb":
        book.sum(f"s_{end}", *(f"{key}_{end}" for key in sorts))
    for key in sorts:
        book.rate(f"{key}_oh", f"{key}_o", "s_o")
    book.rate("s_cx", "s_c", "s_o")
    book.rate("s_gx", "s_g", "s_b")
    book.rate("back_x", "s_b", "s_c")
    book.yuan(dead="2000")
    book.sum("direct", "calls", minus=("s_o", "dead"))
    book.sum("calls", "direct", "s_o", "dead")
    book.rate("direct_h", "direct", "calls")
    for key, number in _QUARTERS:
        book.yuan(**{f"{key}_n": str(number)})
    book.sum("q4_n", "s_o", minus=tuple(f"{key}_n" for key, _ in _QUARTERS))
    book.sum("s_o", "q1_n", "q2_n", "q3_n", "q4_n")
    book.yuan(rung="702460")
    book.rate("rung_x", "tel_n", "rung")
    book.count(seats=168, days=365)
    book.average("per_day", "calls", "days")
    book.average("per_seat", "tel_n", "seats")
    book.count(senior=24, mid=61)
    book.sum("junior", "seats", minus=("senior", "mid"))
    book.sum("seats", "senior", "mid", "junior")
    book.rate("senior_h", "senior", "seats")
    book.wan(
        out_b="2480.00",
        out_s="2431.60",
        sys_b="640.00",
        sys_s="566.38",
        kb_b="85.00",
        kb_s="85.00",
        pub_b="46.00",
        pub_s="31.74",
    )
    for end in "bs":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key in ("out", "sys", "kb", "pub")))
    for key in ("out", "sys", "kb", "pub", "p"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.wan(pay_b="512.36", pay_s="508.91", day_b="68.40", day_s="59.22", day_l="61.85")
    book.sum("base_b", "pay_b", "day_b")
    book.sum("base_s", "pay_s", "day_s")
    book.sum("all_b", "base_b", "p_b")
    book.sum("all_s", "base_s", "p_s")
    for key in ("pay", "day", "base", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("all_r", "all_b", minus=("all_s",))
    book.year("yday", "day_s", "day_l")
    book.average("per_call", "all_s", "calls")
    book.count(staff=34, posts=36)
    book.rate("staff_x", "staff", "posts")
    book.count(kb="18432", kb_l="15206")
    book.year("ykb", "kb", "kb_l")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("hotline_centre_2025", _books(), styled=True)
    paper.title("市12345政务服务便民热线中心")
    paper.title("2025年度部门整体支出绩效自评报告")
    paper.right("2026年3月30日")
    paper.h("一、部门（单位）基本情况")
    paper.p(
        "中心为市政务服务数据管理局所属公益一类事业单位，编制{posts:n}名，年末在编{staff:n}人，控制率{staff_x:p1}%。话务服务向社会购买，合同约定坐席{seats:n}个，按星级分：高级坐席{senior:n}个（占{senior_h:p1}%）、中级坐席{mid:n}个、初级坐席{junior:n}个，7×24小时值守，联系电话12345。",
    )
    paper.h("二、一般公共预算支出情况")
    paper.p(
        "全年预算{all_b:w2}万元，支出{all_s:w2}万元，执行率{all_x:p1}%，结余{all_r:w2}万元。",
        "（一）基本支出预算{base_b:w2}万元，支出{base_s:w2}万元，执行率{base_x:p1}%，其中人员经费支出{pay_s:w2}万元、公用经费支出{day_s:w2}万元；公用经费比上年{day_l:w2}万元{yday:增加/压减}{yday.d:w2}万元，{yday:上升/下降}{yday.g:p1}%。",
    )
    paper.p("（二）项目支出预算{p_b:w2}万元，支出{p_s:w2}万元，执行率{p_x:p1}%，明细如下：")
    paper.right("单位：万元")
    paper.table(
        (22, 12, 12, 10, 24),
        "项目名称|预算数|执行数|执行率|备注",
        "热线话务外包|{out_b:w2}|{out_s:w2}|{out_x:p1}%|按月考核付费，12月服务费次年1月支付",
        "热线平台升级改造|{sys_b:w2}|{sys_s:w2}|{sys_x:p1}%|余款待终验",
        "知识库维护|{kb_b:w2}|{kb_s:w2}|{kb_x:p1}%|",
        "宣传推广|{pub_b:w2}|{pub_s:w2}|{pub_x:p1}%|厉行节约",
        "合计|{p_b:w2}|{p_s:w2}|{p_x:p1}%|",
    )
    paper.h("三、政府性基金、国有资本经营、社会保险基金预算支出情况")
    paper.p("本单位无上述预算支出。")
    paper.h("四、部门整体支出绩效情况")
    paper.h("（一）运行成本", 2)
    paper.p("公用经费控制率{day_x:p1}%，人员经费控制率{pay_x:p1}%；平均每件诉求成本{per_call:y2}元。")
    paper.h("（二）履职效能", 2)
    paper.p(
        "1. 受理。全年受理各渠道诉求{calls:w2}万件，较上年{calls_l:w2}万件{ycalls:增长/下降}{ycalls.g:p1}%，日均{per_day:y0}件。",
        "其中电话{tel_n:w2}万件，占{tel_h:p1}%；手机客户端{app_n:w2}万件，占{app_h:p1}%；微信小程序{wx_n:w2}万件，占{wx_h:p1}%；网站{web_n:w2}万件，占{web_h:p1}%；其他渠道{oth_n:w2}万件，占{oth_h:p1}%。",
    )
    paper.p(
        "2. 接通。呼入电话{rung:n}次，接通{tel_n:n}次，接通率{rung_x:p1}%，高于95%的目标；平均每个坐席年接听{per_seat:y0}次。",
    )
    paper.p(
        "3. 办理。受理的{calls:n}件诉求中，话务员直接答复{direct:n}件，占{direct_h:p1}%；",
        "形成工单转办{s_o:n}件；无效诉求{dead:n}件。工单按季度依次为{q1_n:n}件、{q2_n:n}件、{q3_n:n}件和{q4_n:n}件。按期办结{s_c:n}件，按期办结率{s_cx:p1}%；对办结工单回访{s_b:n}件，回访率{back_x:p1}%，满意{s_g:n}件，满意率{s_gx:p1}%。住房物业类满意率最低，仅{home_gx:p1}%。",
    )
    paper.centre("表2 分类别工单办理情况")
    paper.table(
        (12, 10, 9, 10, 10, 10, 10, 10),
        "诉求类别|工单量（件）|占比|按期办结（件）|按期办结率|回访（件）|满意（件）|满意率",
        *(
            f"{name}|{{{k}_o:n}}|{{{k}_oh:p1}}%|{{{k}_c:n}}|{{{k}_cx:p1}}%|{{{k}_b:n}}|{{{k}_g:n}}|{{{k}_gx:p1}}%"
            for k, name, *_ in _SORTS
        ),
        "总计|{s_o:n}|100.0%|{s_c:n}|{s_cx:p1}%|{s_b:n}|{s_g:n}|{s_gx:p1}%",
    )
    paper.p("4. 知识库。年末在库知识{kb:n}条，比年初{kb_l:n}条{ykb:增加/减少}{ykb.d:n}条。差错率低于3‰。")
    paper.h("（三）社会效应和满意度", 2)
    paper.p("全年上报民情专报48期，推动解决共性问题67个；在全国热线服务质量评测中获A+等级。")
    paper.h("五、自评得分")
    paper.p("整体支出绩效自评得分96.8分，等级“优”。")
    paper.h("六、存在的问题及原因分析")
    paper.p("一是物业类诉求重复率高；二是平台升级项目终验滞后，执行率不到九成。")
    paper.h("七、下一步改进措施")
    paper.p(
        "一是会同住建部门建立物业诉求联席会议，2026年6月底前把满意率提高到85%以上；二是平台建设科牵头，二季度完成终验并支付余款。自评结果应用于2027年预算编制，随决算公开。"
    )
    return paper
