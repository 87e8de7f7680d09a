"""A county hospital, 2023, in 元 with thousands separators: income, cost, cases, beds, drugs' share, equipment bought."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_INCOME = (
    ("out", "门急诊收入", "86325417.62", "79852306.18"),
    ("ward", "住院收入", "142768905.37", "138420117.54"),
    ("fin", "财政拨款收入", "18640000.00", "21375000.00"),
    ("oth", "其他收入", "3417826.05", "2986044.91"),
)
_COST = (
    ("sal", "人员经费", "98214376.40", "93467281.05"),
    ("drug", "药品费", "58371204.96", "60825519.73"),
    ("mat", "卫生材料费", "36950412.28", "35218840.66"),
    ("dep", "固定资产折旧费", "17436820.00", "16902475.00"),
    ("run", "其他费用", "28165933.71", "27794102.88"),
)
_GEAR = (
    ("ct", "64排CT", 1, "5860000"),
    ("us", "彩色超声诊断仪", 3, "985000"),
    ("mon", "心电监护仪", 24, "18600"),
    ("bed", "多功能病床", 60, "3850"),
)


def _books() -> Book:
    book = Book()
    for rows, total in ((_INCOME, "inc"), (_COST, "cost")):
        for k, _, now, last in rows:
            book.yuan(**{f"{k}_n": now, f"{k}_l": last})
            book.year(f"y_{k}", f"{k}_n", f"{k}_l")
        for end in "nl":
            book.sum(f"{total}_{end}", *(f"{k}_{end}" for k, *_ in rows))
        book.year(f"y_{total}", f"{total}_n", f"{total}_l")
        for k, *_ in rows:
            book.rate(f"h_{k}", f"{k}_n", f"{total}_n")
    book.sum("med_n", "out_n", "ward_n")
    book.sum("med_l", "out_l", "ward_l")
    book.sum("net", "inc_n", minus=("cost_n",))
    book.yuan(drug_in="57246318.40", drug_il="60173925.86")
    book.rate("dr_n", "drug_in", "med_n")
    book.rate("dr_l", "drug_il", "med_l")
    book.points("dr", "dr_n", "dr_l")
    book.count(v_n=412638, v_l=389214, d_n=21856, d_l=21307, days=168291, beds=520, ops=6342, ops34=3518)
    book.year("yv", "v_n", "v_l")
    book.year("yd", "d_n", "d_l")
    book.average("each_v", "out_n", "v_n")
    book.average("each_d", "ward_n", "d_n")
    book.average("stay", "days", "d_n")
    book.rate("ops_x", "ops34", "ops")
    book.count(stay_l="7.9")
    for k, _, number, price in _GEAR:
        book.count(**{f"{k}_q": number})
        book.yuan(**{f"{k}_e": price})
        book.product(f"{k}_t", f"{k}_e", f"{k}_q")
    book.sum("gear", *(f"{k}_t" for k, *_ in _GEAR))
    book.yuan(gear_b="9600000")
    book.sum("gear_s", "gear_b", minus=("gear",))
    book.rate("gear_x", "gear", "gear_b")
    book.yuan(cap="4600000", train="1280000")
    book.sum("sub", "fin_n", minus=("gear_b", "cap", "train"))
    book.sum("fin_n", "gear_b", "cap", "train", "sub")
    book.yuan(cap_s="4312650.00", train_s="1280000.00")
    book.sum("fin_s", "gear", "cap_s", "train_s", "sub")
    book.rate("fin_x", "fin_s", "fin_n")
    book.rate("cap_x", "cap_s", "cap")
    book.sum("fin_r", "fin_n", minus=("fin_s",))
    book.count(a_o=600, a_ok=563, a_i=400, a_iok=381)
    book.rate("a_ox", "a_ok", "a_o")
    book.rate("a_ix", "a_iok", "a_i")
    book.sum("a", "a_o", "a_i")
    book.sum("a_all", "a_ok", "a_iok")
    book.rate("a_x", "a_all", "a")
    book.count(g0="9.7", g1="38.5", g2="28", g3="9.4", g4="9")
    book.sum("g", "g0", "g1", "g2", "g3", "g4")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("county_hospital_yuan_2023", _books())
    paper.title("2023年度陵川县人民医院整体支出绩效自评报告")
    paper.p(
        "根据县财政局《关于开展2023年度预算绩效自评工作的通知》要求，我院认真组织开展了整体支出绩效自评，现将有关情况报告如下（除注明外，金额单位均为元）。"
    )
    paper.h("一、单位基本情况")
    paper.p(
        "我院为县属二级甲等综合医院，编制床位{beds:n}张，设临床科室26个、医技科室9个。年末在岗职工756人，其中高级职称92人、中级职称218人。"
    )
    paper.h("二、收支情况")
    paper.p(
        "2023年总收入{inc_n:y2,}元，较上年{inc_l:y2,}元{y_inc:增加/减少}{y_inc.d:y2,}元，{y_inc:增长/下降}{y_inc.g:p2}%；总费用{cost_n:y2,}元，较上年{y_cost:增长/下降}{y_cost.g:p2}%；收支结余{net:y2,}元。医疗收入{med_n:y2,}元，其中门急诊收入{out_n:y2,}元、住院收入{ward_n:y2,}元。详见表1。"
    )
    paper.centre("表1　2023年收支情况表（单位：元）")
    rows = []
    for title, data, total in (("收入", _INCOME, "inc"), ("费用", _COST, "cost")):
        for n, (k, name, *_) in enumerate(data):
            sign = "" if paper.book.up[f"y_{k}"] else "-"
            head = "^" if n else title
            rows.append(f"{head}|{name}|{{{k}_n:y2,}}|{{{k}_l:y2,}}|{sign}{{y_{k}.g:p2}}%|{{h_{k}:p2}}%")
        rows.append(f"^|小计|{{{total}_n:y2,}}|{{{total}_l:y2,}}|{{y_{total}.g:p2}}%|100.00%")
    paper.table((7, 16, 18, 18, 10, 10), "类别|项目|2023年|2022年|增长率|占比", *rows)
    paper.p("注：占比按本年数计算；“其他费用”包括水电、维修、物业等。")
    paper.h("三、财政拨款使用情况")
    paper.p(
        "财政拨款{fin_n:y2,}元，其中设备购置{gear_b:y2,}元、基本建设{cap:y2,}元、住院医师规范化培训{train:y2,}元、公共卫生补助{sub:y2,}元。全年使用{fin_s:y2,}元，使用率{fin_x:p2}%，未使用{fin_r:y2,}元，其中设备采购节约{gear_s:y2,}元。基本建设支出{cap_s:y2,}元，执行率{cap_x:p2}%；培训和公共卫生补助全部使用完毕。"
    )
    paper.p(
        "设备购置预算执行率{gear_x:p2}%，购置明细如下表。上述设备均通过公开招标或竞争性磋商采购，预算单价最高的64排CT预算为六百万元。"
    )
    paper.table(
        (18, 10, 14, 16),
        "设备名称|数量（台/张）|单价（元）|金额（元）",
        *(f"{name}|{{{k}_q:n}}|{{{k}_e:y2,}}|{{{k}_t:y2,}}" for k, name, *_ in _GEAR),
        "合计|—|—|{gear:y2,}",
    )
    paper.h("四、履职和绩效完成情况")
    paper.p(
        "（一）医疗服务量。全年门急诊{v_n:n}人次，较上年{v_l:n}人次{yv:增加/减少}{yv.d:n}人次，{yv:增长/下降}{yv.g:p2}%；出院{d_n:n}人次，较上年{yd:增加/减少}{yd.d:n}人次，{yd:增长/下降}{yd.g:p2}%（上年{d_l:n}人次）。出院患者占用总床日{days:n}天，平均住院日{stay:r1}天，上年为{stay_l:n1}天。"
    )
    paper.p(
        "（二）费用控制。门急诊次均费用{each_v:y2}元，出院患者次均费用{each_d:y2}元。药品收入{drug_in:y2,}元，占医疗收入的{dr_n:p2}%，上年药品收入{drug_il:y2,}元，占{dr_l:p2}%，药占比{dr:上升/下降}{dr:p2}个百分点。卫生材料收入增幅低于医疗收入增幅。"
    )
    paper.p(
        "（三）技术能力。全年手术{ops:n}台次，其中三、四级手术{ops34:n}台次，占{ops_x:p2}%，比年初目标50%高5个百分点以上。新开展新技术新项目14项，建成胸痛、卒中、创伤三大中心。DRG入组率98%以上，CMI值由0.82提高到0.86。"
    )
    paper.p(
        "（四）满意度。第三方调查{a:n}人，满意{a_all:n}人，满意度{a_x:p2}%。其中门诊患者{a_o:n}人，满意{a_ok:n}人，满意度{a_ox:p2}%；住院患者{a_i:n}人，满意{a_iok:n}人，满意度{a_ix:p2}%。"
    )
    paper.h("五、自评得分")
    paper.p(
        "自评得分{g:s1z}分：预算执行{g0:s1z}分（满分10分），产出指标{g1:s1z}分（满分40分），效益指标{g2:s1z}分（满分30分），满意度指标{g3:s1z}分（满分10分），管理指标{g4:s1z}分（满分10分）。"
    )
    paper.h("六、存在问题及下一步打算")
    paper.p(
        "一是医疗收入增长放缓，人员经费占总费用四成多；二是基建项目因设计变更进度滞后，287350.00元结转下年；三是成本核算到病种的工作刚起步。下一步，由财务科牵头，2024年9月底前完成病种成本核算试点10个以上。"
    )
    paper.right("陵川县人民医院")
    paper.right("2024年3月26日")
    return paper
