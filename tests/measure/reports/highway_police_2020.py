"""A motorway patrol, 2020: last year's columns with blanks and dashes, road claims settled and paid, stations in groups."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Post: road in km, claims, claimed, paid in (万元).
_POSTS = {
    "n": ("北岭大队", "86.4", "142", "318.64", "301.22"),
    "s": ("沙湾大队", "73.9", "118", "246.30", "239.58"),
    "t": ("塔山大队", "58.7", "65", "152.17", "128.40"),
}
# Use: this year, last year (万元); None where there was none.
_USES = {
    "man": ("人员经费", "1486.22", "1431.75"),
    "run": ("日常公用", "214.36", "238.90"),
    "fix": ("路产修复", "572.80", "604.18"),
    "car": ("巡查车辆购置", "118.60", None),
    "vir": ("疫情防控卡点", "46.75", None),
    "dome": ("治超站改造", None, "163.40"),
}


def _books() -> Book:
    book = Book()
    for key, (_, road, cases, claimed, paid) in _POSTS.items():
        book.count(**{f"{key}_k": road, f"{key}_n": cases})
        book.wan(**{f"{key}_c": claimed, f"{key}_p": paid})
    for end in "kncp":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _POSTS))
    for key in (*_POSTS, "all"):
        book.rate(f"{key}_x", f"{key}_p", f"{key}_c")
    book.sum("owed", "all_c", minus=("all_p",))
    for key, (_, now, last) in _USES.items():
        if now:
            book.wan(**{key: now})
        if last:
            book.wan(**{f"{key}_l": last})
        if now and last:
            book.year(f"y_{key}", key, f"{key}_l")
    book.sum("spent", *(key for key, row in _USES.items() if row[1]))
    book.sum("spent_l", *(f"{key}_l" for key, row in _USES.items() if row[2]))
    book.year("ys", "spent", "spent_l")
    book.wan(base="2240.00", more="286.50", cut="38.20")
    book.sum("plan", "base", "more", minus=("cut",))
    book.rate("plan_x", "spent", "plan")
    book.rate("man_h", "man", "spent")
    book.sum("left", "plan", minus=("spent",))
    book.count(post=96, men=91, cert=89, drill=88, shifts=4380, km=812640)
    book.rate("men_x", "men", "post")
    book.rate("cert_x", "cert", "men")
    book.rate("drill_x", "drill", "men")
    book.average("per_shift", "km", "shifts")
    book.average("per_km", "fix", "all_k")
    book.count(acc=1063, acc_h=1021, big=3862, over=127, sign=54, over_l=186)
    book.rate("acc_x", "acc_h", "acc")
    book.rate("over_x", "over", "big")
    book.year("y_over", "over", "over_l")
    book.count(ask=520, ask_v=498, ask_g=473)
    book.rate("ask_x", "ask_g", "ask_v")
    book.count(s1="14.6", s2="23.8", s3="38.5", s4="18.9", f1=15, f2=25, f3=40, f4=20)
    book.sum("s", "s1", "s2", "s3", "s4")
    book.sum("f", "f1", "f2", "f3", "f4")
    return book


def _change(key: str) -> str:
    """Return the cells of change and growth; what is new or gone has no growth."""
    _, now, last = _USES[key]
    if now and last:
        return f"{{y_{key}:+/-}}{{y_{key}.d:w2}}|{{y_{key}:+/-}}{{y_{key}.g:p2}}"
    return f"+{{{key}:w2}}|—" if now else f"-{{{key}_l:w2}}|—"


def build() -> Paper:
    """Return the report."""
    paper = Paper("highway_police_2020", _books())
    paper.title("省高速公路路政总队岭东支队2020年整体支出绩效自评报告")
    paper.h("一、支队概况")
    paper.p(
        "支队下设北岭、沙湾、塔山3个大队，管辖高速公路{all_k:n1}公里。核定编制{post:n}名，实有{men:n}人，编制满编率{men_x:p2}%；其中持行政执法证{cert:n}人，持证率{cert_x:p2}%，参加省总队秋季轮训{drill:n}人，参训率{drill_x:p2}%。"
    )
    paper.h("二、预算及支出")
    paper.p(
        "年初预算{base:w2}万元，追加{more:w2}万元（疫情防控、车辆更新），按过紧日子要求压减{cut:w2}万元，调整后预算{plan:w2}万元。全年支出{spent:w2}万元，预算完成率{plan_x:p2}%，年末余{left:w2}万元。",
        "支出总额比上年{ys:增加/减少}{ys.d:w2}万元（{ys:增长/下降}{ys.g:p2}%），人员经费占比达{man_h:p1}%。",
    )
    paper.right("单位：万元")
    rows = []
    for key, (name, now, last) in _USES.items():
        rows.append(
            f"{name}|{f'{{{key}:w2}}' if now else '—'}|{f'{{{key}_l:w2}}' if last else '—'}|{_change(key)}"
        )
    paper.table(
        (14, 10, 10, 10, 9),
        "项目|2020年支出|2019年支出|增减额|增减%",
        *rows,
        "合计|{spent:w2}|{spent_l:w2}|{ys:+/-}{ys.d:w2}|{ys:+/-}{ys.g:p2}",
    )
    paper.p("注：治超站改造2019年完工，2020年无支出；车辆购置、疫情卡点为本年新增，以上三项不计算增减幅度。")
    paper.h("三、履职情况")
    paper.p(
        "1.巡查管控。全年出动巡查{shifts:n}班次，巡查里程{km:n}公里，班均约{per_shift:r1}公里。路产修复支出折合每公里{per_km:w2}万元，低于3.00万元的控制标准。"
    )
    paper.p(
        "2.路产索赔。查处路产损坏案件{all_n:n}起，定损索赔{all_c:w2}万元，实际收回{all_p:w2}万元，索赔到账率{all_x:p2}%，尚欠{owed:w2}万元。塔山大队因两起货车自燃案进入诉讼，到账率只有{t_x:p2}%；沙湾大队最高，为{s_x:p2}%。"
    )
    paper.table(
        (10, 9, 8, 11, 11, 9, 12),
        "大队|管辖里程（公里）|案件（起）|定损索赔（万元）|实际收回（万元）|到账率|涉诉情况",
        "北岭大队|{n_k:n1}|{n_n:n}|{n_c:w2}|{n_p:w2}|{n_x:p2}%|无",
        "沙湾大队|{s_k:n1}|{s_n:n}|{s_c:w2}|{s_p:w2}|{s_x:p2}%|",
        "塔山大队|{t_k:n1}|{t_n:n}|{t_c:w2}|{t_p:w2}|{t_x:p2}%|2起在审",
        "支队合计|{all_k:n1}|{all_n:n}|{all_c:w2}|{all_p:w2}|{all_x:p2}%|2起",
    )
    paper.p(
        "3.应急与治超。接处突发事件{acc:n}起，30分钟内到场{acc_h:n}起，到场及时率{acc_x:p2}%。检测货车{big:n}辆次，查出超限{over:n}辆次，超限率{over_x:p2}%，超限车辆较2019年的{over_l:n}辆次减少{y_over.d:n}辆次。更新破损标志{sign:n}块。"
    )
    paper.p(
        "4.社会评价。在服务区随机访问司乘{ask:n}人，取得有效答复{ask_v:n}份，其中满意{ask_g:n}份，满意度{ask_x:p2}%。"
    )
    paper.h("四、自评结果")
    paper.p(
        "自评总得分{s:s1}分（满分{f:s0}分）：投入{s1:s1}分（满分{f1:s0}分）、过程{s2:s1}分（满分{f2:s0}分）、产出{s3:s1}分（满分{f3:s0}分）、效果{s4:s1}分（满分{f4:s0}分），评定等级为“优”。"
    )
    paper.h("五、问题与措施")
    paper.p(
        "索赔到账偏慢，个别保险公司理赔周期超过90天；公用经费压减后巡查车辆燃油保障偏紧。2021年与属地法庭建立速裁衔接，由法制科在每季末通报欠款清单；自评结果向社会公开。"
    )
    return paper
