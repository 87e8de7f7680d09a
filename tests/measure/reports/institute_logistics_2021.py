"""A provincial institute's service centre, 2021: income against plan, spending by quarter as it adds up, energy."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Quarter: staff, running, repairs, projects (万元).
_QUARTERS = {
    "q1": ("一季度", "168.4", "62.7", "8.5", "21.6"),
    "q2": ("二季度", "171.9", "74.2", "26.3", "88.4"),
    "q3": ("三季度", "170.6", "91.8", "47.1", "132.5"),
    "q4": ("四季度", "203.5", "83.6", "39.4", "146.2"),
}
_USES = ("pay", "run", "fix", "job")
_INCOME = {
    "fisc": ("财政补助收入", "812.0", "846.5"),
    "work": ("事业收入", "540.0", "498.3"),
    "rent": ("资产出租收入（已缴专户后返还）", "126.0", "118.9"),
    "misc": ("其他收入", "35.0", "41.7"),
}
_REPAIRS = {
    "roof": ("屋面防水", 14, 14),
    "pipe": ("给排水管网", 22, 20),
    "wire": ("电气线路", 18, 17),
    "lift": ("电梯", 6, 6),
}


def _books() -> Book:
    book = Book()
    for key, (_, *row) in _QUARTERS.items():
        for use, amount in zip(_USES, row, strict=True):
            book.wan(**{f"{key}_{use}": amount})
        book.sum(key, *(f"{key}_{use}" for use in _USES))
    for use in _USES:
        book.sum(use, *(f"{key}_{use}" for key in _QUARTERS))
    book.sum("all", *_USES)
    book.sum("all", *_QUARTERS)
    book.wan(bud="1640.0")
    book.sum("c1", "q1")
    book.sum("c2", "c1", "q2")
    book.sum("c3", "c2", "q3")
    book.sum("c4", "c3", "q4")
    book.sum("c4", *_QUARTERS)
    for n in range(1, 5):
        book.rate(f"c{n}_x", f"c{n}", "bud")
    book.rate("all_x", "all", "bud")
    for key, (_, plan, got) in _INCOME.items():
        book.wan(**{f"{key}_p": plan, f"{key}_g": got})
    for end in "pg":
        book.sum(f"inc_{end}", *(f"{key}_{end}" for key in _INCOME))
    for key in (*_INCOME, "inc"):
        book.rate(f"{key}_x", f"{key}_g", f"{key}_p")
    book.wan(old="236.8")
    book.sum("new", "old", "inc_g", minus=("all",))
    book.wan(
        inc_l="1462.6", power="214.6", water="46.3", gas="38.5", power_l="231.2", water_l="45.1", gas_l="41.8"
    )
    book.year("yi", "inc_g", "inc_l")
    for end in ("", "_l"):
        book.sum(f"heat{end}", f"power{end}", f"water{end}", f"gas{end}")
    for key in ("power", "water", "gas", "heat"):
        book.year(f"y_{key}", key, f"{key}_l")
    book.count(area=68400)
    book.average("heat_each", "heat", "area")
    for key, (_, due, done) in _REPAIRS.items():
        book.count(**{f"{key}_n": due, f"{key}_d": done})
    for end in "nd":
        book.sum(f"rep_{end}", *(f"{key}_{end}" for key in _REPAIRS))
    book.rate("rep_x", "rep_d", "rep_n")
    book.count(posts=74, own=58, hired=83)
    book.sum("staff", "own", "hired")
    book.rate("own_x", "own", "posts")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("institute_logistics_2021", _books(), styled=True)
    paper.title("关于省农业科学院后勤服务中心2021年度单位整体支出绩效自评的报告")
    paper.p("省财政厅：")
    paper.p("按照省级预算绩效管理工作安排，我中心对2021年度整体支出开展了绩效自评，现将有关情况报告如下。")
    paper.h("一、单位概况")
    paper.p(
        "中心为省农业科学院所属公益二类事业单位，承担院区物业、餐饮、水电气保障、房屋维修和资产出租管理。事业编制{posts:n}名，在编{own:n}人，编制使用率{own_x:p1}%；另有聘用人员{hired:n}人，在编与聘用人员合计{staff:n}人。"
    )
    paper.h("二、收入完成情况")
    paper.p(
        "2021年收入预算{inc_p:w1}万元，实际完成{inc_g:w1}万元，完成率{inc_x:p1}%，较2020年的{inc_l:w1}万元{yi:增加/减少}{yi.d:w1}万元，{yi:增长/下降}{yi.g:p1}%。事业收入完成{work_g:w1}万元，仅为预算{work_p:w1}万元的{work_x:p1}%，主要是受疫情影响会议接待减少。"
    )
    paper.table(
        (20, 10, 10),
        "收入来源|预算（万元）|完成（万元）",
        *(f"{name}|{{{k}_p:w1}}|{{{k}_g:w1}}" for k, (name, *_) in _INCOME.items()),
        "收入合计|{inc_p:w1}|{inc_g:w1}",
    )
    paper.h("三、支出进度情况")
    paper.p(
        "全年支出预算（含动用上年结转）{bud:w1}万元，实际支出{all:w1}万元，执行率{all_x:p1}%。按用途分：人员支出{pay:w1}万元；日常运行支出{run:w1}万元；零星维修支出{fix:w1}万元；专项项目支出{job:w1}万元。",
        "截至6月底累计支出{c2:w1}万元，累计执行率{c2_x:p1}%；截至9月底累计支出{c3:w1}万元，累计执行率{c3_x:p1}%。",
    )
    paper.centre("2021年分季度支出进度表（单位：万元）")
    paper.table(
        (9, 9, 9, 9, 9, 9, 9),
        "时间|人员支出|日常运行|零星维修|专项项目|当季合计|累计支出",
        *(
            f"{name}|{{{k}_pay:w1}}|{{{k}_run:w1}}|{{{k}_fix:w1}}|{{{k}_job:w1}}|{{{k}:w1}}|{{c{n}:w1}}"
            for n, (k, (name, *_)) in enumerate(_QUARTERS.items(), 1)
        ),
        "全年|{pay:w1}|{run:w1}|{fix:w1}|{job:w1}|{all:w1}|—",
    )
    paper.p(
        "年初结转结余{old:w1}万元，本年收入{inc_g:w1}万元，本年支出{all:w1}万元，年末结转结余{new:w1}万元，主要是跨年执行的食堂改造项目。"
    )
    paper.h("四、履职绩效")
    paper.p(
        "（一）能源保障。全年水电气费{heat:w1}万元，比上年{heat_l:w1}万元{y_heat:增加/减少}{y_heat.d:w1}万元，其中电费{power:w1}万元、水费{water:w1}万元、燃气费{gas:w1}万元，电费同比{y_power:上升/下降}{y_power.g:p1}%、水费同比{y_water:上升/下降}{y_water.g:p1}%、燃气费同比{y_gas:上升/下降}{y_gas.g:p1}%",
        "（上年电费{power_l:w1}万元、水费{water_l:w1}万元、燃气费{gas_l:w1}万元）。按供能建筑面积{area:n}平方米计算，每平方米{heat_each:y1}元。",
    )
    paper.p(
        "（二）房屋维修。年度计划维修{rep_n:n}处，完成{rep_d:n}处，完成率{rep_x:p1}%。已完成的包括",
        "、".join(f"{name}{{{key}_d:n}}处" for key, (name, *_) in _REPAIRS.items()),
        "。",
    )
    paper.h("五、自评结论及结果应用")
    paper.p("自评得分93.5分，等级为“优”。自评结果已反馈各业务科，作为2023年预算编制的依据，并按规定公开。")
    paper.h("六、存在问题")
    paper.p(
        "1.支出进度前低后高，一季度累计执行率仅{c1_x:p1}%。2.事业收入未完成预算，创收渠道单一。3.个别维修因管线图纸缺失未能按期完成。"
    )
    paper.h("七、改进措施")
    paper.p(
        "1.提前半年完成项目招标文件编制，做到一季度开工。2.拓展院外物业服务，2022年签约不少于3个新客户。3.组织补测院区管线，2022年6月底前完成余下维修任务。"
    )
    paper.right("2022年4月18日")
    return paper
