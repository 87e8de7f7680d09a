"""A department's published budget, 2025: income and spending side by side, 三公 over two years, growth "to" and "by"."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(fin="3268.42", special="150.00", own="96.50", carried="218.77")
    book.sum("year_in", "fin", "special", "own")
    book.sum("all", "year_in", "carried")
    book.wan(wage="1486.33", home="172.08", goods="264.19", gear="18.00")
    book.sum("people", "wage", "home")
    book.sum("public", "goods", "gear")
    book.sum("basic", "people", "public")
    book.wan(exam="612.00", skill="548.90", job="430.69")
    book.sum("rest", "all", minus=("basic", "exam", "skill", "job"))
    book.sum("proj", "exam", "skill", "job", "rest")
    book.sum("all", "basic", "proj")
    book.rate("basic_h", "basic", "all")
    book.rate("proj_h", "proj", "all")
    book.wan(c208="3015.26", c210="188.41")
    book.sum("c221", "all", minus=("c208", "c210"))
    book.sum("all", "c208", "c210", "c221")
    for code in ("208", "210", "221"):
        book.rate(f"h{code}", f"c{code}", "all")
    book.wan(all_l="3590.18", fin_l="3126.00", proj_l="1694.87", public_l="297.44")
    book.year("ya", "all", "all_l")
    book.year("yf", "fin", "fin_l")
    book.year("yp", "proj", "proj_l")
    book.year("yu", "public", "public_l")
    book.wan(
        out="6.00", buy="0", run="14.50", recv="5.20", out_l="0", buy_l="18.00", run_l="16.00", recv_l="5.20"
    )
    for end in ("", "_l"):
        book.sum(f"car{end}", f"buy{end}", f"run{end}")
        book.sum(f"three{end}", f"out{end}", f"car{end}", f"recv{end}")
    book.year("y3", "three", "three_l")
    book.year("yc", "car", "car_l")
    book.year("yr", "run", "run_l")
    book.wan(b_goods="84.60", b_work="0", b_serv="392.40")
    book.sum("bought", "b_goods", "b_serv")
    book.count(cars=5, car_a=1, car_b=3, car_c=1)
    book.sum("cars", "car_a", "car_b", "car_c")
    book.count(programs=11)
    book.wan(goal="1810.36")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("budget_disclosure_2025", _books(), styled=True)
    paper.title("江北市人力资源和社会保障局")
    paper.title("2025年部门预算公开说明")
    paper.h("一、部门基本情况")
    paper.p("本部门内设机构15个，所属事业单位6个，全部纳入2025年部门预算编制范围。")
    paper.h("二、部门收支总体情况")
    paper.p(
        "2025年收入预算{all:w2}万元，其中：一般公共预算拨款{fin:w2}万元，财政专户管理资金{special:w2}万元，其他收入{own:w2}万元，上年结转结余{carried:w2}万元。收入预算较上年{ya:增加/减少}",
        "{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%；一般公共预算拨款由上年的{fin_l:w2}万元{yf:增长/下降}到{fin:w2}万元，{yf:增长/下降}了{yf.g:p2}%。",
    )
    paper.p(
        "2025年支出预算{all:w2}万元，按支出性质划分，基本支出{basic:w2}万元，占{basic_h:p2}%；项目支出{proj:w2}万元，占{proj_h:p2}%。按功能分类科目划分，社会保障和就业支出{c208:w2}万元，",
        "占{h208:p2}%；卫生健康支出{c210:w2}万元，占{h210:p2}%；住房保障支出{c221:w2}万元，占{h221:p2}%。",
    )
    paper.centre("表1　部门收支总表")
    paper.right("单位：万元")
    paper.table(
        (13, 8, 13, 8),
        "收　　入|>|支　　出|>",
        "项　目|预算数|项　目|预算数",
        "一、一般公共预算拨款收入|{fin:w2}|一、社会保障和就业支出|{c208:w2}",
        "二、政府性基金预算拨款收入||二、卫生健康支出|{c210:w2}",
        "三、财政专户管理资金收入|{special:w2}|三、住房保障支出|{c221:w2}",
        "四、其他收入|{own:w2}||",
        "本年收入合计|{year_in:w2}|本年支出合计|{all:w2}",
        "上年结转结余|{carried:w2}|年终结转结余|",
        "收入总计|{all:w2}|支出总计|{all:w2}",
        heads=2,
    )
    paper.h("三、基本支出情况")
    paper.p(
        "基本支出{basic:w2}万元。其中：人员经费{people:w2}万元，包括工资福利支出{wage:w2}万元、对个人和家庭的补助{home:w2}万元；公用经费{public:w2}万元，包括商品和服务支出{goods:w2}万元、",
        "资本性支出{gear:w2}万元。公用经费较上年{public_l:w2}万元{yu:增加/减少}{yu.d:w2}万元，{yu:增长/下降}{yu.g:p2}%。",
    )
    paper.h("四、项目支出情况")
    paper.p(
        "项目支出{proj:w2}万元，较上年{proj_l:w2}万元{yp:增加/减少}{yp.d:w2}万元，{yp:增长/下降}{yp.g:p2}%，主要包括：人事考试考务费{exam:w2}万元，职业技能提升行动{skill:w2}万元，就业创业服务补助{job:w2}万元等。",
    )
    paper.h("五、“三公”经费预算情况")
    paper.p(
        "2025年“三公”经费预算数为{three:w2}万元，其中因公出国（境）费{out:w2}万元，公务用车购置及运行费{car:w2}万元（其中：公务用车购置费0.00万元，公务用车运行费{run:w2}万元），公务接待费{recv:w2}万元。",
        "较2024年预算{y3:增加/减少}{y3.d:w2}万元，{y3:增长/下降}{y3.g:p2}%，其中公务用车运行费{yr:增加/减少}{yr.d:w2}万元，公务接待费与上年持平，主要原因是2024年安排了更新购置公务用车1辆。",
    )
    paper.centre("表2　一般公共预算“三公”经费预算表")
    paper.right("单位：万元")
    paper.table(
        (16, 9, 9),
        "项目|2024年预算数|2025年预算数",
        "因公出国（境）费|0.00|{out:w2}",
        "公务用车购置及运行费|{car_l:w2}|{car:w2}",
        "其中：公务用车购置费|{buy_l:w2}|0.00",
        "公务用车运行费|{run_l:w2}|{run:w2}",
        "公务接待费|{recv_l:w2}|{recv:w2}",
        "合计|{three_l:w2}|{three:w2}",
    )
    paper.h("六、其他重要事项说明")
    paper.p(
        "（一）政府采购预算{bought:w2}万元，其中货物类{b_goods:w2}万元、服务类{b_serv:w2}万元，无工程类采购。（二）截至2024年12月31日，共有车辆{cars:n}辆，其中机要通信用车{car_a:n}辆、",
        "应急保障用车{car_b:n}辆、其他用车{car_c:n}辆。（三）2025年{programs:n}个项目实行绩效目标管理，涉及一般公共预算当年拨款{goal:w2}万元。",
    )
    return paper
