"""A county's people's congress, 2018: prose of the old outline, money in 万元 with changing decimals, Chinese numerals, two years."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_SPECIAL = {
    "meet": ("人代会经费", "68.00", "66.43"),
    "rep": ("代表活动经费", "54.60", "52.18"),
    "look": ("执法检查和调研经费", "30.00", "27.95"),
    "site": ("人大代表联络站建设", "45.00", "38.40"),
}
_COST = {
    "print": ("办公印刷费", "24.36", "26.85"),
    "trip": ("差旅费", "18.42", "20.10"),
    "post": ("邮电费", "3.75", "3.92"),
    "water": ("水电费", "9.18", "8.64"),
    "bus": ("其他交通费用", "31.26", "30.48"),
}


def _books() -> Book:
    book = Book()
    for key, (_, now, last) in _COST.items():
        book.wan(**{key: now, f"{key}_l": last})
        book.sum(f"d_{key}", key, minus=(f"{key}_l",))
        book.year(f"y_{key}", key, f"{key}_l")
    book.sum("off", *_COST)
    book.sum("off_l", *(f"{key}_l" for key in _COST))
    book.sum("d_off", "off", minus=("off_l",))
    book.year("y_off", "off", "off_l")
    book.wan(wage="486.27", home_p="58.94", wage_l="452.90", home_pl="61.35")
    book.sum("pay", "wage", "home_p")
    book.sum("pay_l", "wage_l", "home_pl")
    for end in ("", "_l"):
        book.sum(f"basic{end}", f"pay{end}", f"off{end}")
    for key, (_, budget, paid) in _SPECIAL.items():
        book.wan(**{f"{key}_b": budget, f"{key}_p": paid})
        book.rate(f"{key}_x", f"{key}_p", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_p",))
    book.sum("proj_b", *(f"{key}_b" for key in _SPECIAL))
    book.sum("proj", *(f"{key}_p" for key in _SPECIAL))
    book.wan(proj_l="171.62", basic_b="640.50")
    book.sum("paid", "basic", "proj")
    book.sum("paid_l", "basic_l", "proj_l")
    book.sum("full", "basic_b", "proj_b")
    book.wan(start="792.10")
    book.sum("more", "full", minus=("start",))
    book.sum("full", "start", "more")
    book.sum("rest", "full", minus=("paid",))
    book.rate("x", "paid", "full")
    book.rate("more_x", "more", "start")
    book.rate("basic_h", "basic", "paid")
    book.rate("proj_h", "proj", "paid")
    book.rate("proj_x", "proj", "proj_b")
    for key in ("paid", "basic", "proj"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.wan(car="11.6", recv="3.47", car_l="13.2", recv_l="4.05", three_b="16.5")
    book.sum("three", "car", "recv")
    book.sum("three_l", "car_l", "recv_l")
    book.sum("save", "three_b", minus=("three",))
    for key in ("car", "recv", "three"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.wan(asset="386.52", fix="241.70", idle="0")
    book.sum("flow", "asset", minus=("fix",))
    book.sum("asset", "flow", "fix")
    _work(book)
    return book


def _work(book: Book) -> None:
    book.count(posts_a=32, posts_b=8, staff_a=31, staff_b=6, gone=28)
    book.sum("posts", "posts_a", "posts_b")
    book.sum("staff", "staff_a", "staff_b")
    book.rate("staff_x", "staff", "posts")
    book.count(reps=218, reps_in=206, cells=24, cells_p=26)
    book.rate("reps_x", "reps_in", "reps")
    book.rate("cells_x", "cells", "cells_p")
    book.average("cell_u", "site_p", "cells")
    book.average("rep_u", "rep_p", "reps")
    book.count(tips=137, done=104, plan=22, tips_l=129)
    book.sum("note", "tips", minus=("done", "plan"))
    book.sum("tips", "done", "plan", "note")
    book.rate("done_x", "done", "tips")
    book.year("y_tips", "tips", "tips_l")
    book.count(glad=128)
    book.rate("glad_x", "glad", "tips")
    book.count(marks="96.5", m1="19.5", m2="38", m3="39", f1=20, f2=40, f3=40)
    book.sum("marks", "m1", "m2", "m3")
    book.sum("f", "f1", "f2", "f3")


def build() -> Paper:
    """Return the report."""
    paper = Paper("peoples_congress_2018", _books())
    paper.title("泉水县人大常委会办公室")
    paper.title("2018年部门整体支出绩效自评报告")
    paper.h("一、部门基本情况")
    paper.p(
        "县人大常委会机关设一室六委。编制{posts:n}个，其中行政编制{posts_a:n}个、事业编制{posts_b:n}个；实有在职人员{staff:n}人（行政{staff_a:n}人、事业{staff_b:n}人），占编制的{staff_x:p1}%；离退休{gone:n}人。本届县人大代表{reps:n}名。"
    )
    paper.h("二、部门整体支出情况")
    paper.p(
        "2018年年初预算{start:w2}万元，追加{more:w2}万元，追加部分相当于年初预算的{more_x:p1}%，全年预算{full:w2}万元。实际支出{paid:w2}万元，预算完成率{x:p1}%，年末结余{rest:w2}万元。支出较上年{paid_l:w2}万元{y_paid:增加/减少}{y_paid.d:w2}万元，{y_paid:增长/下降}{y_paid.g:p1}%，主要是调整工资标准和建设联络站。"
    )
    paper.p(
        "（一）基本支出。全年基本支出{basic:w2}万元，占总支出的{basic_h:p1}%，比上年{basic_l:w2}万元{y_basic:增长/下降}{y_basic.g:p1}%。用于人员的支出{pay:w2}万元，即工资福利{wage:w2}万元、对个人和家庭补助{home_p:w2}万元；用于日常公用的支出{off:w2}万元，上年为{off_l:w2}万元，{y_off:增加/减少}{y_off.d:w2}万元。"
    )
    paper.right("单位：万元")
    paper.table(
        (16, 11, 11, 11, 10),
        "公用支出明细|2018年|2017年|增减|增减幅度",
        *(
            f"{name}|{{{k}:w2}}|{{{k}_l:w2}}|{{d_{k}:w2}}|{'-' if float(now) < float(last) else ''}{{y_{k}.g:p1}}%"
            for k, (name, now, last) in _COST.items()
        ),
        "合计|{off:w2}|{off_l:w2}|{d_off:w2}|-{y_off.g:p1}%",
    )
    paper.p(
        "（二）专项支出。全年专项支出{proj:w2}万元，占总支出的{proj_h:p1}%，比上年{proj_l:w2}万元{y_proj:增加/减少}{y_proj.d:w2}万元，专项预算{proj_b:w2}万元，执行率{proj_x:p1}%。",
        *(
            f"{name}预算{{{k}_b:w2}}万元，支出{{{k}_p:w2}}万元，执行率{{{k}_x:p1}}%，剩余{{{k}_r:w2}}万元{end}"
            for (k, (name, *_)), end in zip(_SPECIAL.items(), "；；；。", strict=True)
        ),
    )
    paper.p(
        "（三）“三公”经费。预算{three_b:w2}万元，实际支出{three:w2}万元，节约{save:w2}万元。比2017年{three_l:w2}万元{y_three:增加/减少}{y_three.d:w2}万元，{y_three:上升/下降}{y_three.g:p1}%。公务用车运行维护费{car:w1}万元，比2017年{car_l:w1}万元{y_car:上升/下降}{y_car.g:p1}%；公务接待费{recv:w2}万元，比2017年{recv_l:w2}万元{y_recv:上升/下降}{y_recv.g:p1}%，国内接待四十二批次。没有因公出国（境）支出。"
    )
    paper.p(
        "（四）资产。年末资产总额{asset:w2}万元，流动资产{flow:w2}万元，固定资产净值{fix:w2}万元。机关保留公务用车3辆，无闲置资产。"
    )
    paper.h("三、履职情况及成效")
    paper.p(
        "一年来，召开人代会一次、常委会会议八次、主任会议十五次，听取和审议专项工作报告二十三项，作出决议决定十一项，依法任免国家机关工作人员三十六人次。"
    )
    paper.p(
        "1.建议办理。县十七届人大三次会议以来共收到代表建议{tips:n}件，比上次会议{tips_l:n}件{y_tips:增加/减少}{y_tips.d:n}件。截至年底，已解决或基本解决{done:n}件，办成率{done_x:p1}%；列入计划逐步解决{plan:n}件；因条件限制作出说明{note:n}件。代表对办理结果满意{glad:n}件，满意率{glad_x:p1}%。"
    )
    paper.p(
        "2.代表联络。规划建设联络站{cells_p:n}个，建成{cells:n}个，完成{cells_x:p1}%，平均每站投入{cell_u:w2}万元。{reps_in:n}名代表编入联络站开展活动，入站率{reps_x:p1}%。按全体代表计算，代表活动经费每人{rep_u:y0}元（省定标准为每人每年不低于2000元）。"
    )
    paper.p(
        "3.监督实效。开展《环境保护法》《食品安全法》等五部法律法规执法检查，提出整改意见四十七条，已整改四十一条，整改率近九成。"
    )
    paper.h("四、自评得分")
    paper.p(
        "根据《泉水县部门整体支出绩效评价指标表》（满分{f:s0}分），我单位自评{marks:s1}分：投入{m1:s1z}分（分值{f1:s0}分）、过程{m2:s1z}分（分值{f2:s0}分）、产出及效果{m3:s1z}分（分值{f3:s0}分），自评等级为优。"
    )
    paper.h("五、存在的问题")
    paper.p(
        "一是联络站建设资金结余较多，两个站因选址未定没有开工；二是预算编制不够细，追加比例偏高；三是公车使用年限长，三辆车均超过八年，维修成本上升。"
    )
    paper.h("六、改进措施")
    paper.p(
        "2019年完成余下两个联络站建设，预计支出4万元左右；将预算追加率控制在5%以内；“三公”经费继续按5%压减。"
    )
    paper.right("2019年5月16日")
    return paper
