"""A central school, 2018: every amount in 元 with separators, funds by head and stage, old outline, three years."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, school, pupils in autumn, boarders, teachers.
_SCHOOLS = (
    ("m", "中心小学校本部", 1246, 312, 68),
    ("h", "红星教学点", 184, 96, 13),
    ("t", "桐林完小", 527, 208, 31),
    ("y", "沿河完小", 463, 174, 28),
)
_USES = (
    ("off", "办公费", "286,410.50"),
    ("wat", "水电费", "213,768.20"),
    ("fix", "维修（护）费", "402,155.00"),
    ("trn", "培训费", "98,634.00"),
    ("buy", "图书及教学设备购置", "517,902.60"),
)


def _books() -> Book:
    book = Book()
    for key, _, pupils, beds, teachers in _SCHOOLS:
        book.count(**{f"{key}_n": pupils, f"{key}_j": beds, f"{key}_q": teachers})
        book.average(f"{key}_r", f"{key}_n", f"{key}_q")
        book.rate(f"{key}_jh", f"{key}_j", f"{key}_n")
    for end in "njq":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _SCHOOLS))
    book.average("all_r", "all_n", "all_q")
    book.rate("all_jh", "all_j", "all_n")
    book.yuan(e_n="650", e_j="200", e_d="0")
    book.product("pub_n", "e_n", "all_n")
    book.product("pub_j", "e_j", "all_j")
    book.sum("pub", "pub_n", "pub_j")
    book.yuan(poor="486000", food="1548160", fee="92870.45", pay="14826350.00")
    book.count(poor_n=972, food_n=2420, food_d=160)
    book.yuan(poor_e="500", food_e="4")
    book.count(meals=387040)
    book.ties.append(Tie("product", "poor", ("poor_e", "poor_n")))
    book.ties.append(Tie("product", "food", ("food_e", "meals")))
    for key, _, text in _USES:
        book.yuan(**{key: text.replace(",", "")})
    book.sum("use5", *(key for key, *_ in _USES))
    book.yuan(use="1710000.00")
    book.sum("rest", "use", minus=("use5",))
    book.sum("use", *(key for key, *_ in _USES), "rest")
    for key in (*(key for key, *_ in _USES), "rest"):
        book.rate(f"{key}_h", key, "use")
    book.sum("save", "pub", minus=("use",))
    book.rate("use_x", "use", "pub")
    book.average("use_p", "use", "all_n")
    book.sum("inc", "pub", "poor", "food", "pay")
    book.sum("out", "use", "poor", "food", "pay")
    book.rate("out_x", "out", "inc")
    book.sum("left", "inc", minus=("out",))
    book.yuan(out16="15983420.60", out17="17240915.35")
    book.year("y17", "out17", "out16")
    book.year("y18", "out", "out17")
    book.rate("pay_h", "pay", "out")
    book.rate("trn_x", "trn", "pub_n")
    book.count(end=386, go=386, grade=1820, pass_=1763, good=1094, book="61428", pc=214)
    book.rate("pass_x", "pass_", "grade")
    book.rate("good_x", "good", "grade")
    book.average("book_p", "book", "all_n")
    book.average("pc_p", "all_n", "pc")
    book.count(par=600, par_r=574, par_y=541, kid=300, kid_y=288)
    book.rate("par_rx", "par_r", "par")
    book.rate("par_x", "par_y", "par_r")
    book.rate("kid_x", "kid_y", "kid")
    for n, (w, g) in enumerate((("15", "14"), ("25", "23"), ("35", "33.5"), ("25", "24"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(4)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("central_school_yuan_2018", _books())
    paper.title("杨柳镇中心小学2018年部门整体支出绩效评价自评报告")
    paper.h("一、学校概况")
    paper.p(
        "我校由校本部、2所完小和1个教学点组成，实行统一核算。2018年秋季在校学生{all_n:n}人，其中寄宿生{all_j:n}人，占{all_jh:p1}%；专任教师{all_q:n}人，生师比{all_r:r1}∶1。",
    )
    paper.centre("表1　各校（点）学生与教师")
    paper.table(
        (14, 10, 10, 10, 10, 10),
        "学校|学生数（人）|寄宿生（人）|寄宿比例|教师数（人）|生师比",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_j:n}}|{{{k}_jh:p1}}%|{{{k}_q:n}}|{{{k}_r:r1}}"
            for k, name, *_ in _SCHOOLS
        ),
        "全校|{all_n:n}|{all_j:n}|{all_jh:p1}%|{all_q:n}|{all_r:r1}",
    )
    paper.h("二、收入与支出")
    paper.p(
        "（一）全年财政拨款收入{inc:y2,}元。其中：人员经费{pay:y2,}元；公用经费{pub:y2,}元；营养改善计划{food:y2,}元；家庭经济困难学生生活补助{poor:y2,}元。"
    )
    paper.p(
        "公用经费按在校生人数和标准核拨：基准定额每生每年{e_n:y0}元，核拨{pub_n:y2,}元；寄宿生另按每生每年{e_j:y0}元增拨{pub_j:y2,}元。营养餐每餐{food_e:y0}元",
        "，全年供餐{meals:n}人次（按出勤供餐，故少于在校生数乘以供餐天数）；生活补助每生全年{poor_e:y0}元，资助{poor_n:n}人。",
    )
    paper.p(
        "（二）全年支出{out:y2,}元，占财政拨款收入的{out_x:p2}%，结余{left:y2,}元，全部为公用经费结余。近三年支出分别为{out16:y2,}元、{out17:y2,}元、{out:y2,}元，2017年比2016年{y17:增长/下降}{y17.g:p2}%，2018年比2017年{y18:增长/下降}{y18.g:p2}%。人员经费占总支出的{pay_h:p2}%。"
    )
    paper.p(
        "（三）公用经费支出{use:y2,}元，执行率{use_x:p2}%，生均{use_p:y2}元，节余{save:y2,}元。其中教师培训费占基准定额公用经费的{trn_x:p2}%，符合不低于5%的规定要求。"
    )
    paper.centre("表2　公用经费支出明细")
    paper.right("单位：元")
    paper.table(
        (6, 18, 14, 10),
        "序号|支出项目|金额|比重（%）",
        *(f"{n}|{name}|{{{k}:y2,}}|{{{k}_h:p2}}" for n, (k, name, _) in enumerate(_USES, 1)),
        "6|其他|{rest:y2,}|{rest_h:p2}",
        "合计|>|{use:y2,}|100.00",
    )
    paper.h("三、绩效情况")
    paper.p(
        "1.办学条件。年末图书{book:n}册，生均{book_p:r1}册；学生用计算机{pc:n}台，平均每{pc_p:r1}名学生1台。"
    )
    paper.p(
        "2.教育质量。六年级毕业{end:n}人，全部升入初中。期末抽考{grade:n}人，及格{pass_:n}人，及格率{pass_x:p1}%；优秀{good:n}人，优秀率{good_x:p1}%。"
    )
    paper.p(
        "3.社会评价。发放家长问卷{par:n}份，收回{par_r:n}份，收回率{par_rx:p1}%，满意{par_y:n}份，家长满意率{par_x:p1}%；在四至六年级学生中随机抽取{kid:n}人座谈，{kid_y:n}人喜欢学校供餐，占{kid_x:p1}%。"
    )
    paper.h("四、自评结果")
    paper.p(
        "自评总分{g:s1}分：投入{g0:s1z}分（满分{w0:s0}分），过程{g1:s1z}分（满分{w1:s0}分），产出{g2:s1z}分（满分{w2:s0}分），效果{g3:s1z}分（满分{w3:s0}分）。"
    )
    paper.h("五、存在的不足")
    paper.p(
        "一是红星教学点学生少、生均运行成本高；二是维修资金需求大，校舍老化；三是预算编制对学生人数变动估计不足，公用经费有结余。"
    )
    paper.h("六、改进措施")
    paper.p(
        "2019年春季起按月核对学籍，8月底前完成红星教学点与桐林完小的资源整合论证；后勤处建立维修台账，优先安排安全隐患。本报告在学校公开栏及镇政府网站公示，自评结果作为2020年预算编制的依据。"
    )
    return paper
