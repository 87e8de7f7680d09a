"""A county's hospital of Chinese medicine, 2022: a project of gear and rooms, years in columns, labels and values in pairs."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Gear: name, sets, price each, contract, paid (万元).
_GEAR = {
    "ct": ("64排螺旋CT", 1, "468.00", "468.00", "421.20"),
    "us": ("彩色多普勒超声诊断仪", 2, "128.50", "257.00", "257.00"),
    "brew": ("智能煎药机组", 3, "24.60", "73.80", "70.11"),
    "reh": ("康复训练系统", 4, "18.75", "75.00", "75.00"),
    "info": ("治未病健康管理平台", 1, "36.20", "36.20", "18.10"),
}
# Source: name, planned, arrived (万元).
_FUNDS = {
    "cen": ("中央财政补助", "600.00", "600.00"),
    "pro": ("省级财政补助", "200.00", "200.00"),
    "cty": ("县级财政配套", "240.00", "180.00"),
    "own": ("单位自筹", "160.00", "160.00"),
}
# Measure: 2020, 2021, 2022.
_YEARS = {
    "out": ("门急诊人次（人次）", 132608, 148275, 161930),
    "in": ("出院人次（人次）", 6842, 7519, 8106),
    "op": ("手术台次（台）", 1204, 1386, 1552),
}
_LINES = (
    ("产出指标", "数量指标", "购置设备台（套）数", "11台（套）", "{gear_n:n}台（套）", 10, "10"),
    ("^", "^", "改造业务用房面积", "2400㎡", "{room:n}㎡", 10, "10"),
    ("^", "质量指标", "设备验收合格率", "100%", "100%", 10, "10"),
    ("^", "时效指标", "设备安装完成时间", "10月底前", "11月15日", 10, "8"),
    ("^", "成本指标", "设备购置成本", "≤930万元", "{gear_c:w2}万元", 10, "10"),
    ("效益指标", "社会效益指标", "中医特色诊疗人次占比", "≥45%", "{tcm_x:p1}%", 15, "15"),
    ("^", "可持续影响指标", "新增中医专科", "2个", "1个", 15, "7.5"),
    ("满意度指标", "服务对象满意度指标", "患者满意度", "≥90%", "{glad_x:p1}%", 10, "10"),
)


def _books() -> Book:
    book = Book()
    for key, (_, sets, each, contract, paid) in _GEAR.items():
        book.count(**{f"{key}_n": sets})
        book.yuan(**{f"{key}_e": str(int(float(each) * 10000))})
        book.product(f"{key}_c", f"{key}_e", f"{key}_n")
        book.yuan(**{f"{key}_p": str(round(float(paid) * 10000))})
        book.rate(f"{key}_x", f"{key}_p", f"{key}_c")
        del contract
    for end in "ncp":
        book.sum(f"gear_{end}", *(f"{key}_{end}" for key in _GEAR))
    book.rate("gear_x", "gear_p", "gear_c")
    book.sum("gear_r", "gear_c", minus=("gear_p",))
    book.wan(gear_b="930.00")
    book.sum("gear_save", "gear_b", minus=("gear_c",))
    book.rate("save_x", "gear_save", "gear_b")
    for key, (_, plan, came) in _FUNDS.items():
        book.wan(**{f"{key}_b": plan, f"{key}_a": came})
        book.rate(f"{key}_y", f"{key}_a", f"{key}_b")
    for end in "ba":
        book.sum(f"fund_{end}", *(f"{key}_{end}" for key in _FUNDS))
    book.rate("fund_y", "fund_a", "fund_b")
    book.sum("gap", "cty_b", minus=("cty_a",))
    book.wan(work="214.36", teach="18.74")
    book.sum("used", "gear_p", "work", "teach")
    book.rate("used_x", "used", "fund_a")
    book.rate("used_y", "used", "fund_b")
    book.sum("over", "fund_a", minus=("used",))
    for key in ("gear_p", "work", "teach"):
        book.rate(f"{key}_h", key, "used")
    book.count(room=2430)
    book.average("room_u", "work", "room")
    _care(book)
    return book


def _care(book: Book) -> None:
    for key, (_, *years) in _YEARS.items():
        for end, number in zip("abc", years, strict=True):
            book.count(**{f"{key}{end}": number})
        book.year(f"y_{key}", f"{key}c", f"{key}b")
    book.count(tcm=78124)
    book.rate("tcm_x", "tcm", "outc")
    book.wan(
        reva="6240.18", revb="6873.52", revc="7419.86", druga="2418.07", drugb="2536.33", drugc="2604.37"
    )
    book.year("y_rev", "revc", "revb")
    for end in "abc":
        book.rate(f"share{end}", f"drug{end}", f"rev{end}")
    book.points("y_share", "sharec", "shareb")
    book.count(bedsa=260, bedsb=280, bedsc=300)
    book.year("y_beds", "bedsc", "bedsb")
    book.count(dayc=84302)
    book.average("stay", "dayc", "inc")
    book.count(asked=360, got=352, glad=331)
    book.rate("got_x", "got", "asked")
    book.rate("glad_x", "glad", "got")
    book.count(doc=186, tcmdoc=115, course=6, heads=214)
    book.rate("doc_x", "tcmdoc", "doc")
    book.count(w_do=10)
    book.score("g_do", "w_do", "used_x")
    book.values["g_do"] = round(book.values["g_do"], 1)
    for n, (*_, weight, got) in enumerate(_LINES):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", f"{end}5", f"{end}6")
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}7")
        book.ties.append(Tie("sum", f"{end}_all", (f"{end}_do", *(f"{end}{n}" for n in range(8)))))
    book.sum("lost", "w_all", minus=("g_all",))


def build() -> Paper:
    """Return the report."""
    paper = Paper("tcm_hospital_2022", _books())
    paper.title("石门坪县中医医院服务能力提升项目")
    paper.title("2022年度绩效自评报告")
    paper.h("一、项目基本情况")
    paper.p(
        "（一）项目背景。为补齐县级中医医院基础设施和诊疗设备短板，县卫生健康局2021年11月批复立项，由县中医医院组织实施，建设内容为购置医疗设备、改造门诊及康复业务用房、开展中医药适宜技术培训。"
    )
    paper.p(
        "（二）资金安排。项目计划总投资{fund_b:w2}万元，2022年实际到位{fund_a:w2}万元，到位率{fund_y:p2}%。县级配套资金计划{cty_b:w2}万元，到位{cty_a:w2}万元，尚缺{gap:w2}万元。"
    )
    paper.table(
        (20, 14, 14, 12),
        "资金来源|计划数（万元）|到位数（万元）|到位率（%）",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_a:w2}}|{{{k}_y:p2}}" for k, (name, *_) in _FUNDS.items()),
        "合计|{fund_b:w2}|{fund_a:w2}|{fund_y:p2}",
    )
    paper.h("二、资金使用及管理情况")
    paper.p(
        "截至2022年末，项目累计支出{used:w2}万元，占到位资金的{used_x:p2}%、占计划投资的{used_y:p2}%，未用资金{over:w2}万元结转下年。按用途分：设备购置{gear_p:w2}万元，占{gear_p_h:p2}%；业务用房改造{work:w2}万元，占{work_h:p2}%；人才培训{teach:w2}万元，占{teach_h:p2}%。"
    )
    paper.p(
        "设备采购通过公开招标和竞争性磋商实施，预算{gear_b:w2}万元，成交总价{gear_c:w2}万元，节约资金{gear_save:w2}万元，节支率{save_x:p2}%。已按合同约定支付{gear_p:w2}万元，付款比例{gear_x:p2}%，剩余{gear_r:w2}万元为质保金和平台尾款。"
    )
    paper.table(
        (22, 9, 11, 12, 12, 10),
        "设备名称|数量（台/套）|单价（万元）|合同价（万元）|已付款（万元）|付款比例",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_e:w2}}|{{{k}_c:w2}}|{{{k}_p:w2}}|{{{k}_x:p1}}%"
            for k, (name, *_) in _GEAR.items()
        ),
        "合计|{gear_n:n}|/|{gear_c:w2}|{gear_p:w2}|{gear_x:p1}%",
    )
    paper.p("业务用房改造面积{room:n}平方米，每平方米造价{room_u:y2}元，低于可研批复的900元控制价。")
    _effects(paper)
    return paper


def _effects(paper: Paper) -> None:
    paper.h("三、项目绩效完成情况")
    paper.p(
        "服务量稳步增长。2022年完成门急诊{outc:n}人次，同比{y_out:增长/下降}{y_out.g:p1}%，其中接受中医特色诊疗{tcm:n}人次，占{tcm_x:p1}%；出院{inc:n}人次，比上年{y_in:多/少}{y_in.d:n}人次；手术{opc:n}台次，同比{y_op:增长/下降}{y_op.g:p1}%。编制床位由{bedsb:n}张增至{bedsc:n}张。出院患者占用总床日{dayc:n}床日，平均住院日{stay:n1}天。"
    )
    paper.p(
        "收入结构持续优化。医疗收入{revc:w2}万元，较2021年{y_rev:增加/减少}{y_rev.d:w2}万元，其中药品收入{drugc:w2}万元，药占比{sharec:p1}%，同比{y_share:上升/下降}{y_share:p1}个百分点。"
    )
    paper.centre("近三年主要业务指标对比")
    paper.table(
        (20, 12, 12, 12, 12),
        "指标|2020年|2021年|2022年|2022年增长（%）",
        *(f"{name}|{{{k}a:n}}|{{{k}b:n}}|{{{k}c:n}}|{{y_{k}.g:p1}}" for k, (name, *_) in _YEARS.items()),
        "编制床位（张）|{bedsa:n}|{bedsb:n}|{bedsc:n}|{y_beds.g:p1}",
        "医疗收入（万元）|{reva:w2}|{revb:w2}|{revc:w2}|{y_rev.g:p1}",
        "其中：药品收入（万元）|{druga:w2}|{drugb:w2}|{drugc:w2}|—",
        "药占比（%）|{sharea:p1}|{shareb:p1}|{sharec:p1}|—",
    )
    paper.p(
        "人才队伍得到加强。执业（助理）医师{doc:n}名，中医类别医师{tcmdoc:n}名，占比{doc_x:p1}%；举办适宜技术培训{course:n}期，覆盖乡村医生{heads:n}人次。群众认可度提高。随机发放住院患者问卷{asked:n}份，收回{got:n}份，回收率{got_x:p1}%，其中表示满意的{glad:n}份，满意度{glad_x:p1}%。"
    )
    paper.h("四、自评结论")
    paper.p(
        "项目自评得分{g_all:s1z}分，等次为“良”，扣{lost:s1z}分。其中预算执行{g_do:s1z}分，产出指标{g_out:s1z}分，效益指标{g_eff:s1z}分，满意度指标{g7:s1z}分。"
    )
    paper.centre("项目支出绩效自评表")
    paper.table(
        (10, 12, 18, 12, 14, 7, 7),
        "项目名称|>|中医医院服务能力提升|>|主管部门|县卫生健康局|>",
        "实施单位|>|县中医医院|>|到位资金（万元）|{fund_a:w2}|>",
        "支出金额（万元）|>|{used:w2}|>|执行率|{used_x:p2}%|>",
        "一级指标|二级指标|三级指标|年度目标值|实际完成值|分值|得分",
        "预算执行|>|预算执行率|100%|{used_x:p2}%|{w_do:s0}|{g_do:s1z}",
        *(
            f"{one}|{two}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1z}}"
            for n, (one, two, name, aim, done, *_) in enumerate(_LINES)
        ),
        "合计|>|>|>|>|{w_all:s0}|{g_all:s1z}",
        heads=0,
    )
    paper.h("五、问题与建议")
    paper.p(
        "县级配套未足额到位，影响平台尾款支付；脾胃病科因学科带头人引进未果，新增专科只完成1个，扣7.5分；设备安装较计划晚半个月，扣2分。建议财政部门2023年一季度补足配套资金，医院加大柔性引才力度。"
    )
