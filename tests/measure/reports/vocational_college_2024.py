"""A vocational college, 2024: a short body with both annexes behind it, schools with students, figures per student."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# School: name, courses of study, first, second and third year, teachers, graduates, placed.
_SCHOOLS = {
    "mech": ("机电工程学院", 7, 986, 942, 917, 138, 905, 861),
    "info": ("信息工程学院", 6, 1124, 1075, 1032, 147, 1018, 953),
    "biz": ("商贸管理学院", 8, 873, 906, 934, 121, 926, 869),
    "care": ("医养健康学院", 5, 762, 718, 664, 104, 651, 630),
    "art": ("艺术设计学院", 4, 415, 438, 452, 66, 447, 402),
}
_YEARS = ("y1", "y2", "y3")
# Line of the first annex: name, final 2023, budget 2024, final 2024 (万元).
_COSTS = {
    "buy": ("　其中：公务用车购置", "0.00", "18.00", "17.68"),
    "drive": ("　　　　公务用车运行维护", "9.73", "10.00", "8.95"),
    "trip": ("2、出国（境）经费", "0.00", "6.00", "4.36"),
    "recv": ("3、公务接待费", "7.18", "7.00", "5.62"),
}
_PROJECTS = {
    "lab": ("1、实训基地建设", "1420.60", "1650.00", "1587.24"),
    "high": ("2、“双高”建设专项", "980.00", "1200.00", "1136.85"),
    "aid": ("3、学生资助", "1364.72", "1410.00", "1398.16"),
    "mend": ("4、校舍维修", "436.15", "380.00", "352.47"),
}
_OFFICE = {
    "desk": ("其中：办公费", "86.40", "90.00", "81.27"),
    "power": ("　　　水费、电费", "412.38", "430.00", "421.06"),
    "meet": ("　　　会议费、培训费", "95.64", "100.00", "88.93"),
    "work": ("　　　劳务费", "238.50", "240.00", "229.14"),
    "left": ("　　　其他公用支出", "1517.08", "1490.00", "1465.30"),
}
_MARKS = (
    ("产出指标（50分）", "数量指标", "全日制在校生人数", "≥12000人", "{all_st:n}人", "10", "10"),
    ("产出指标（50分）", "数量指标", "新增实训工位", "600个", "{seat_d:n}个", "10", "9.8"),
    ("产出指标（50分）", "数量指标", "社会培训人次", "9000人次", "{train_d:n}人次", "10", "10"),
    ("产出指标（50分）", "质量指标", "技能证书获取率", "≥85%", "{cert_x:p2}%", "10", "10"),
    ("产出指标（50分）", "时效指标", "项目按期完成率", "100%", "93.75%", "5", "4.5"),
    ("产出指标（50分）", "成本指标", "“三公”经费控制率", "≤100%", "{three_x:p2}%", "5", "5"),
    ("效益指标（30分）", "社会效益", "毕业去向落实率", "≥95%", "{all_jx:p2}%", "15", "14.2"),
    ("效益指标（30分）", "生态效益", "生均能耗下降", "下降", "下降", "5", "5"),
    ("效益指标（30分）", "可持续影响", "校企合作深度", "持续加强", "较强", "10", "9"),
    ("满意度（10分）", "满意度指标", "学生满意度", "≥95%", "{glad_x:p2}%", "10", "9.5"),
)


def _schools(book: Book) -> None:
    for key, (_, kinds, first, second, third, teachers, grads, placed) in _SCHOOLS.items():
        book.count(**{f"{key}_k": kinds, f"{key}_y1": first, f"{key}_y2": second, f"{key}_y3": third})
        book.count(**{f"{key}_t": teachers, f"{key}_g": grads, f"{key}_j": placed})
        book.sum(f"{key}_st", *(f"{key}_{year}" for year in _YEARS))
    for end in ("k", *_YEARS, "st", "t", "g", "j"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _SCHOOLS))
    book.ties.append(Tie("sum", "all_st", tuple(f"all_{year}" for year in _YEARS)))
    for key in (*_SCHOOLS, "all"):
        book.average(f"{key}_r", f"{key}_st", f"{key}_t")
        book.rate(f"{key}_jx", f"{key}_j", f"{key}_g")
    book.count(st_l=12106, jl="94.86", two=432)
    book.values["jl"] /= 100
    book.year("yst", "all_st", "st_l")
    book.points("dj", "all_jx", "jl")
    book.rate("two_x", "two", "all_t")


def _money(book: Book) -> None:
    book.wan(fin="15836.40", fee="7642.18", res="514.70", misc="386.25")
    book.sum("got", "fin", "fee", "res", "misc")
    for key in ("fin", "fee", "res", "misc"):
        book.rate(f"{key}_h", key, "got")
    for lines, total in ((_COSTS, "three"), (_PROJECTS, "proj"), (_OFFICE, "office")):
        for key, (_, last, plan, now) in lines.items():
            book.wan(**{f"{key}_l": last, f"{key}_b": plan, f"{key}_s": now})
        for end in "lbs":
            book.sum(f"{total}_{end}", *(f"{key}_{end}" for key in lines))
    book.sum("car_l", "buy_l", "drive_l")
    book.sum("car_b", "buy_b", "drive_b")
    book.sum("car_s", "buy_s", "drive_s")
    for end in "lbs":
        book.ties.append(Tie("sum", f"three_{end}", (f"car_{end}", f"trip_{end}", f"recv_{end}")))
    book.wan(pay_l="14328.60", pay_b="14980.00", pay_s="14912.73")
    for end in "lbs":
        book.sum(f"basic_{end}", f"pay_{end}", f"office_{end}")
        book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
    for key in ("basic", "proj", "all", "three"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.year("y3", "three_s", "three_l")
    book.year("ya", "all_s", "all_l")
    book.sum("rest", "got", minus=("all_s",))
    book.average("per_cost", "all_s", "all_st")
    book.average("per_fin", "fin", "all_st")
    book.wan(kit="18427.60", goods_b="1860.00", goods="1794.35")
    book.average("per_kit", "kit", "all_st")
    book.rate("goods_x", "goods", "goods_b")
    book.count(books=786420, room="214865.70")
    book.average("per_book", "books", "all_st")
    book.average("per_room", "room", "all_st")
    book.count(aided=4216)
    book.average("per_aid", "aid_s", "aided")


def _books() -> Book:
    book = Book()
    _schools(book)
    _money(book)
    book.count(posts=742, other=127)
    book.sum("staff", "all_t", "other")
    book.rate("staff_x", "staff", "posts")
    book.count(seat_p=600, seat_d=588, train_p=9000, train_d=9426, sat=3920, cert=3418)
    book.rate("seat_x", "seat_d", "seat_p")
    book.rate("train_x", "train_d", "train_p")
    book.rate("cert_x", "cert", "sat")
    book.count(sent=1500, glad=1425)
    book.rate("glad_x", "glad", "sent")
    book.count(w_do=10, g_do="9.86")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(6)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(6, 9)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}9")
    book.ties.append(Tie("score", "g_do", ("w_do", "all_x")))
    book.ties.append(Tie("score", "g1", ("w1", "seat_x")))
    book.ties.append(Tie("score", "g9", ("w9", "glad_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("vocational_college_2024", _books())
    paper.title("南岭职业技术学院")
    paper.title("2024年度部门整体支出绩效自评报告")
    paper.h("一、学院基本情况")
    paper.p(
        "南岭职业技术学院是全日制公办高等职业院校，设5个二级学院、{all_k:n}个招生专业。核定编制{posts:n}名，在职教职工{staff:n}人，其中专任教师{all_t:n}人、管理和教辅人员{other:n}人；专任教师中“双师型”教师{two:n}人，占{two_x:p2}%。",
        "全日制在校学生{all_st:n}人，比上年{st_l:n}人{yst:增加/减少}{yst.d:n}人，{yst:增长/下降}{yst.g:p2}%，一、二、三年级分别为{all_y1:n}人、{all_y2:n}人、{all_y3:n}人，生师比{all_r:n2}:1。",
    )
    paper.centre("各二级学院学生及教师情况")
    paper.table(
        (11, 6, 7, 7, 7, 8, 7, 7),
        "二级学院|专业数|一年级|二年级|三年级|在校生合计|专任教师|生师比",
        *(
            f"{name}|{{{k}_k:n}}|{{{k}_y1:n}}|{{{k}_y2:n}}|{{{k}_y3:n}}|{{{k}_st:n}}|{{{k}_t:n}}|{{{k}_r:n2}}"
            for k, (name, *_) in _SCHOOLS.items()
        ),
        "全院|{all_k:n}|{all_y1:n}|{all_y2:n}|{all_y3:n}|{all_st:n}|{all_t:n}|{all_r:n2}",
    )
    paper.h("二、一般公共预算支出等情况")
    paper.p(
        "（一）收入。2024年学院总收入{got:w2}万元。财政拨款{fin:w2}万元（占{fin_h:p2}%），教育收费{fee:w2}万元（占{fee_h:p2}%），科研收入{res:w2}万元（占{res_h:p2}%），其他收入{misc:w2}万元（占{misc_h:p2}%）。生均财政拨款{per_fin:y2}元。"
    )
    paper.p(
        "（二）支出。2024年预算支出{all_b:w2}万元，决算支出{all_s:w2}万元，预算执行率{all_x:p2}%，较2023年决算{all_l:w2}万元{ya:增加/减少}{ya.d:w2}万元，{ya:增长/下降}{ya.g:p2}%；收支相抵，年末结余{rest:w2}万元。生均支出{per_cost:y2}元。",
        "基本支出决算{basic_s:w2}万元，含人员经费{pay_s:w2}万元、公用经费{office_s:w2}万元，执行率{basic_x:p2}%；项目支出决算{proj_s:w2}万元，执行率{proj_x:p2}%。",
    )
    paper.p(
        "（三）“三公”经费。2024年“三公”经费预算{three_b:w2}万元，决算{three_s:w2}万元，控制率{three_x:p2}%，比2023年{y3:增加/减少}{y3.d:w2}万元，{y3:增长/下降}{y3.g:p2}%，系更新公务用车1辆，购置支出{buy_s:w2}万元。",
    )
    paper.p(
        "（四）资产和采购。年末教学科研仪器设备值{kit:w2}万元，生均{per_kit:y2}元；馆藏纸质图书{books:n}册，生均{per_book:n1}册；校舍建筑面积{room:n2}平方米，生均{per_room:n2}平方米。政府采购预算{goods_b:w2}万元，实际采购{goods:w2}万元，执行率{goods_x:p2}%。"
    )
    paper.h("三、部门整体支出绩效情况")
    paper.p(
        "1.人才培养。参加职业技能等级考核学生{sat:n}人，取得证书{cert:n}人，获取率{cert_x:p2}%。毕业生{all_g:n}人，落实去向{all_j:n}人，毕业去向落实率{all_jx:p2}%，较上年的{jl:p2}%{dj:提高/下降}{dj:p2}个百分点。",
        "2.办学条件。计划新增实训工位{seat_p:n}个，实际新增{seat_d:n}个，完成率{seat_x:p2}%。3.社会服务。完成社会培训{train_d:n}人次，为目标{train_p:n}人次的{train_x:p2}%。4.学生资助。资助困难学生{aided:n}人，人均{per_aid:y2}元。",
    )
    paper.centre("2024届毕业生去向落实情况")
    paper.table(
        (14, 10, 12, 10),
        "二级学院|毕业生数（人）|落实去向数（人）|落实率（%）",
        *(f"{name}|{{{k}_g:n}}|{{{k}_j:n}}|{{{k}_jx:p2}}" for k, (name, *_) in _SCHOOLS.items()),
        "全院|{all_g:n}|{all_j:n}|{all_jx:p2}",
    )
    paper.p("5.满意度。面向在校生发放问卷{sent:n}份并全部收回，满意{glad:n}份，学生满意度{glad_x:p2}%。")
    paper.p(
        "综合以上，学院自评得分{g_all:s2z}分，等次为“优”。其中预算执行{g_do:s2z}分、产出{g_out:s2z}分、效益{g_eff:s2z}分、满意度{g9:s2z}分。详见附件。"
    )
    paper.h("四、存在的问题及原因分析")
    paper.p(
        "一是毕业去向落实率有所下降，艺术设计学院落实率{art_jx:p2}%，为全院最低；二是项目支出进度前慢后快，上半年支出仅占三成左右。"
    )
    paper.h("五、下一步改进措施")
    paper.p(
        "一是由招生就业处牵头，2025年6月底前完成访企拓岗100家；二是每月通报项目支出进度，9月底低于75%的压减下年预算。"
    )
    paper.h("六、部门整体支出绩效自评结果拟应用和公开情况")
    paper.p("自评结果作为2026年校内预算分配的依据，随决算在学院网站公开。")
    _annexes(paper)
    return paper


def _annexes(paper: Paper) -> None:
    def lines(table: dict[str, tuple[str, str, str, str]]) -> list[str]:
        return [f"{row[0]}|{{{k}_l:w2}}|{{{k}_b:w2}}|{{{k}_s:w2}}" for k, row in table.items()]

    costs = lines(_COSTS)
    costs.insert(0, "1、公务用车购置和运行维护费|{car_l:w2}|{car_b:w2}|{car_s:w2}")
    paper.p("附件1")
    paper.centre("2024年度部门整体支出绩效评价基础数据表")
    paper.table(
        (14, 9, 10, 9),
        "财政供养人员情况（人）|编制数|2024年实际在职人数|控制率",
        "^|{posts:n}|{staff:n}|{staff_x:p2}%",
        "经费控制情况（万元）|2023年决算数|2024年预算数|2024年决算数",
        "三公经费|{three_l:w2}|{three_b:w2}|{three_s:w2}",
        *costs,
        "项目支出|{proj_l:w2}|{proj_b:w2}|{proj_s:w2}",
        *lines(_PROJECTS),
        "公用经费|{office_l:w2}|{office_b:w2}|{office_s:w2}",
        *lines(_OFFICE),
        "部门基本支出|{basic_l:w2}|{basic_b:w2}|{basic_s:w2}",
        "政府采购金额|——|{goods_b:w2}|{goods:w2}",
        "厉行节约保障措施|严格执行公务接待、公务用车管理办法，推行线上会议|>|>",
        heads=0,
    )
    paper.p(
        "说明：“项目支出”需要填报基本支出以外的所有项目支出情况，“公用经费”填报基本支出中的一般商品和服务支出。"
    )
    paper.p("附件2")
    paper.centre("2024年度部门整体支出绩效自评表")
    rows = []
    for n, (kind, sort, name, aim, done, *_) in enumerate(_MARKS):
        kind = "^" if n and _MARKS[n - 1][0] == kind else kind
        sort = "^" if n and _MARKS[n - 1][1] == sort else sort
        rows.append(f"{kind}|{sort}|{name}|>|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s2z}}")
    paper.table(
        (8, 7, 10, 8, 9, 9, 6, 6),
        "预算部门名称|>|南岭职业技术学院|>|>|>|>|>",
        "年度预算申请（万元）|>|项目|年初预算数|全年执行数|执行率|分值|得分",
        "^|^|年度资金总额|{all_b:w2}|{all_s:w2}|{all_x:p2}%|{w_do:s0}|{g_do:s2z}",
        "^|^|其中：基本支出|{basic_b:w2}|{basic_s:w2}|{basic_x:p2}%||",
        "^|^|项目支出|{proj_b:w2}|{proj_s:w2}|{proj_x:p2}%||",
        "一级指标|二级指标|三级指标|>|年度指标值|实际完成值|分值|得分",
        *rows,
        "总分|>|>|>|>|>|{w_all:s0}|{g_all:s2z}",
        heads=0,
    )
    paper.p("填表人：周  敏　填报日期：2025年4月15日　单位负责人签字：")
