"""A safety bureau's project of inspections, 2021: the score form stands first, the account after it takes up its lines."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# First, second, third, target, actual, weight, points.
_ROWS = (
    ("产出", "数量", "检查企业家次", "≥1200", "{vis:n}", "10", "10"),
    ("产出", "数量", "专家指导服务人次", "≥600", "{exp:n}", "8", "8"),
    ("产出", "质量", "隐患整改率", "≥98%", "{fix_x:p2}%", "12", "11.5"),
    ("产出", "质量", "一般程序案件办结率", "100%", "{end_x:p2}%", "8", "7.5"),
    ("产出", "时效", "举报核查按时办结率", "100%", "{rep_x:p2}%", "7", "7"),
    ("产出", "成本", "专家劳务费标准", "800元/人次", "{exp_e:y0}元/人次", "5", "5"),
    ("效益", "社会效益", "生产安全事故起数下降", "≥5%", "{acc.g:p2}%", "12", "12"),
    ("效益", "社会效益", "死亡人数下降", "≥5%", "{die.g:p2}%", "10", "9.2"),
    ("效益", "可持续影响", "标准化达标企业", "≥150家", "{std:n}家", "8", "8"),
    ("满意度", "服务对象", "企业满意度", "≥90%", "{sat_x:p2}%", "10", "9.6"),
)
# Key, sort of firm, firms, visits, dangers found, put right.
_SORTS = (
    ("chem", "危险化学品", 86, 412, 1365, 1352),
    ("mine", "非煤矿山", 23, 97, 318, 316),
    ("ind", "工贸行业", 364, 658, 1874, 1830),
    ("fire", "烟花爆竹", 58, 131, 206, 206),
)


def _books() -> Book:
    book = Book()
    for k, _, firms, visits, found, fixed in _SORTS:
        book.count(**{f"{k}_f": firms, f"{k}_v": visits, f"{k}_d": found, f"{k}_z": fixed})
        book.rate(f"{k}_x", f"{k}_z", f"{k}_d")
    for end, name in (("f", "firm"), ("v", "vis"), ("d", "found"), ("z", "fix")):
        book.sum(name, *(f"{k}_{end}" for k, *_ in _SORTS))
    book.rate("fix_x", "fix", "found")
    book.sum("open", "found", minus=("fix",))
    book.average("per", "found", "vis")
    book.count(exp=642)
    book.yuan(exp_e="800")
    book.product("exp_m", "exp_e", "exp")
    book.yuan(bud="1680000", bud_a="1860000", train="246800", gear="398500", prop="124700", send="186000")
    book.year("yb", "bud_a", "bud")
    book.sum("use", "exp_m", "train", "gear", "prop", "send")
    book.rate("use_x", "use", "bud_a")
    book.sum("rest", "bud_a", minus=("use",))
    book.rate("exp_h", "exp_m", "use")
    book.count(ten=10)
    book.score("ten_g", "ten", "use_x")
    book.values["ten_g"] = round(book.values["ten_g"], 2)
    book.count(case=168, end=164, case_l=142)
    book.rate("end_x", "end", "case")
    book.year("yc", "case", "case_l")
    book.sum("case_o", "case", minus=("end",))
    book.wan(fine="386.50", fine_l="342.80")
    book.year("yf", "fine", "fine_l")
    book.average("fine_e", "fine", "end")
    book.count(rep=73, rep_t=73, rep_y=49)
    book.rate("rep_x", "rep_t", "rep")
    book.rate("rep_h", "rep_y", "rep")
    book.count(acc_n=27, acc_l=32, die_n=19, die_l=21, hurt_n=14, hurt_l=18)
    for k in ("acc", "die", "hurt"):
        book.year(k, f"{k}_n", f"{k}_l")
    book.count(one=3, two=21, tre=139)
    book.sum("std", "one", "two", "tre")
    book.rate("tre_h", "tre", "std")
    book.count(class_n=18, pers=2640, pass_n=2571, sat=220, sat_y=211)
    book.rate("pass_x", "pass_n", "pers")
    book.rate("sat_x", "sat_y", "sat")
    book.average("train_e", "train", "pers")
    for n, row in enumerate(_ROWS):
        book.count(**{f"w{n}": row[5], f"g{n}": row[6]})
    for end in "wg":
        book.sum(end, "ten" if end == "w" else "ten_g", *(f"{end}{n}" for n in range(len(_ROWS))))
    book.sum("go", *(f"g{n}" for n in range(6)))
    book.sum("ge", "g6", "g7", "g8")
    book.sum("lost", "w", minus=("g",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("safety_score_first_2021", _books())
    paper.title("安全生产监管执法专项经费绩效自评报告")
    paper.centre("（2021年度）")
    paper.centre("项目支出绩效自评表")
    paper.right("单位：元")
    rows = [
        "项目名称|安全生产监管执法专项经费|>|>|>|项目负责人|执法大队大队长",
        "项目资金|预算数（调整后）|>|执行数|执行率|分值|得分",
        "^|{bud_a:y0}|>|{use:y0}|{use_x:p2}%|{ten:s0}|{ten_g:s2z}",
        "一级指标|二级指标|三级指标|目标值|完成值|分值|得分",
    ]
    one = two = ""
    for n, row in enumerate(_ROWS):
        head = "^" if row[0] == one else row[0]
        second = "^" if (row[0], row[1]) == (one, two) else row[1]
        one, two = row[0], row[1]
        rows.append(f"{head}|{second}|{row[2]}|{row[3]}|{row[4]}|{{w{n}:s0}}|{{g{n}:s1z}}")
    rows.append("总分|>|>|>|>|{w:s0}|{g:s2z}")
    paper.table((9, 11, 22, 14, 14, 8, 9), *rows, heads=0)
    paper.h("一、项目概况")
    paper.p(
        "安全生产监管执法专项经费2021年年初预算{bud:y0}元，8月追加{yb.d:y0}元用于购置执法记录仪等装备，调整后预算{bud_a:y0}元，比年初{yb:增长/下降}{yb.g:p2}%。全年支出{use:y0}元，执行率{use_x:p2}%，结余{rest:y0}元。"
    )
    paper.p(
        "支出明细：专家劳务费{exp_m:y0}元（{exp:n}人次，每人次{exp_e:y0}元），占{exp_h:p2}%；培训费{train:y0}元；执法装备购置费{gear:y0}元；宣传费{prop:y0}元；委托检测检验费{send:y0}元。"
    )
    paper.h("二、产出情况")
    paper.p(
        "（一）检查执法。列入监管的重点企业{firm:n}家，全年检查{vis:n}家次，发现隐患{found:n}项，平均每家次{per:r1}项，整改{fix:n}项，整改率{fix_x:p2}%，其余{open:n}项未到整改期限。分行业情况见附表。"
    )
    paper.centre("附表　分行业检查情况")
    paper.table(
        (16, 12, 12, 12, 12, 12),
        "行业|企业（家）|检查（家次）|发现隐患（项）|整改（项）|整改率",
        *(f"{name}|{{{k}_f:n}}|{{{k}_v:n}}|{{{k}_d:n}}|{{{k}_z:n}}|{{{k}_x:p2}}%" for k, name, *_ in _SORTS),
        "合计|{firm:n}|{vis:n}|{found:n}|{fix:n}|{fix_x:p2}%",
    )
    paper.p(
        "（二）行政处罚。立案{case:n}件，比上年{case_l:n}件{yc:增加/减少}{yc.d:n}件，{yc:增长/下降}{yc.g:p2}%；办结{end:n}件，办结率{end_x:p2}%，{case_o:n}件跨年办理。罚款{fine:w2}万元，上年{fine_l:w2}万元，{yf:增长/下降}{yf.g:p2}%，按办结案件平均每件{fine_e:w2}万元。其中事前立案占八成以上，责令停产停业整顿6家，关闭2家。"
    )
    paper.p(
        "（三）举报核查。受理举报{rep:n}件，按时办结{rep_t:n}件，其中查实{rep_y:n}件，查实率{rep_h:p2}%，兑现奖励3.6万元。（四）教育培训。举办“三项岗位人员”培训{class_n:n}期{pers:n}人，考核合格{pass_n:n}人，合格率{pass_x:p2}%，人均培训费{train_e:y2}元。"
    )
    paper.h("三、效益情况")
    paper.p(
        "2021年全区发生生产安全事故{acc_n:n}起、死亡{die_n:n}人、受伤{hurt_n:n}人，上年分别为{acc_l:n}起、{die_l:n}人、{hurt_l:n}人，分别{acc:上升/下降}{acc.g:p2}%、{die.g:p2}%和{hurt.g:p2}%，未发生较大以上事故。亿元GDP生产安全事故死亡率0.021，低于全市平均水平。"
    )
    paper.p(
        "年末有效期内的标准化达标企业{std:n}家，其中一级{one:n}家、二级{two:n}家、三级{tre:n}家，三级占{tre_h:p2}%。当年新创建28家。"
    )
    paper.p("向企业发放问卷{sat:n}份，全部收回，满意{sat_y:n}份，满意度{sat_x:p2}%。")
    paper.h("四、自评得分及扣分原因")
    paper.p(
        "自评得分{g:s2z}分，其中产出{go:s1z}分、效益{ge:s1z}分、满意度{g9:s1z}分、预算执行{ten_g:s2z}分。共扣{lost:s2z}分，主要是隐患整改率和案件办结率未达满分、死亡人数降幅评价从严。"
    )
    paper.h("五、问题及改进")
    paper.p(
        "工贸行业整改率{ind_x:p2}%，低于平均水平，由执法大队2022年一季度对逾期未改企业“回头看”；烟花爆竹零售点检查频次偏低，2022年提高到每季度1次以上。"
    )
    return paper
