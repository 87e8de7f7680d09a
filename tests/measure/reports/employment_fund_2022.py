"""A city's employment fund, 2022: standards by person and month, groups with subtotals, honouring and carrying over."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Subsidy: name, approved heads and amount, paid (万元).
_SUBS = {
    "soc": ("灵活就业社保补贴", 6842, "2463.12", "2438.76"),
    "firm": ("单位吸纳社保补贴", 1375, "811.25", "790.08"),
    "post": ("公益性岗位补贴", 948, "1706.40", "1706.40"),
    "pro": ("就业见习补贴", 512, "460.80", "417.60"),
    "tr1": ("职业技能培训补贴", 3260, "489.00", "452.35"),
    "tr2": ("创业培训补贴", 840, "126.00", "118.50"),
    "one": ("一次性创业补贴", 196, "98.00", "95.50"),
}
_GROUPS = {
    "A": ("稳就业类", ("soc", "firm", "post", "pro")),
    "B": ("提能力类", ("tr1", "tr2")),
    "C": ("促创业类", ("one",)),
}


def _books() -> Book:
    book = Book()
    for key, (_, heads, passed, paid) in _SUBS.items():
        book.count(**{f"{key}_n": heads})
        book.wan(**{f"{key}_a": passed, f"{key}_p": paid})
        book.rate(f"{key}_x", f"{key}_p", f"{key}_a")
    for end in "nap":
        for group, (_, keys) in _GROUPS.items():
            if len(keys) > 1:
                book.sum(f"{group}_{end}", *(f"{key}_{end}" for key in keys))
        book.sum(f"all_{end}", f"A_{end}", f"B_{end}", f"one_{end}")
    for key in ("A", "B", "all"):
        book.rate(f"{key}_x", f"{key}_p", f"{key}_a")
    book.rate("A_h", "A_p", "all_p")
    book.wan(carry="614.38", cen="4312.00", pro="1286.00", cit="500.00")
    book.sum("new", "cen", "pro", "cit")
    book.sum("pool", "carry", "new")
    book.sum("left", "pool", minus=("all_p",))
    book.rate("left_x", "left", "pool")
    book.rate("use_x", "all_p", "pool")
    book.rate("cen_h", "cen", "new")
    book.sum("unpaid", "all_a", minus=("all_p",))
    book.count(city=41860, city_p=38000, again=9284, hard=3317, reg=8246, reg_j=7938)
    book.rate("city_x", "city", "city_p")
    book.rate("reg_x", "reg_j", "reg")
    book.count(must=4100, came=3986, passed=3741, hired=2958)
    book.rate("came_x", "came", "must")
    book.rate("passed_x", "passed", "came")
    book.rate("hired_x", "hired", "passed")
    book.count(j20=36420, j21=39155)
    book.year("y21", "j21", "j20")
    book.year("y22", "city", "j21")
    book.sum("three", "j20", "j21", "city")
    book.count(call=1000, ok=968, fit=917)
    book.rate("ok_x", "ok", "call")
    book.rate("fit_x", "fit", "ok")
    book.count(apps=11284, apps_t=11196)
    book.rate("apps_x", "apps_t", "apps")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("employment_fund_2022", _books(), styled=True)
    paper.title("滨州湾市人力资源和社会保障局")
    paper.title("2022年就业补助资金绩效自评报告")
    paper.h("一、资金总体情况")
    paper.p(
        "（一）资金来源。2022年全市新下达就业补助资金{new:w2}万元，含中央{cen:w2}万元（占{cen_h:p2}%）、省级{pro:w2}万元、市级{cit:w2}万元，加上年结转{carry:w2}万元，资金总盘子{pool:w2}万元。"
    )
    paper.p(
        "（二）资金支出。全年拨付各类补贴{all_p:w2}万元，资金使用率{use_x:p2}%；年末滚存结转{left:w2}万元，结转率{left_x:p2}%，符合省厅不超过15%的控制要求。稳就业类补贴拨付{A_p:w2}万元，占拨付总额的{A_h:p2}%。"
    )
    paper.p(
        "（三）补贴兑现。当年审核通过应兑现补贴{all_a:w2}万元，实际兑现{all_p:w2}万元，兑现率{all_x:p2}%，未兑现的{unpaid:w2}万元主要是第四季度就业见习、技能培训补贴，已于2023年1月发放。"
    )
    paper.centre("补贴审核与兑现情况表")
    rows = []
    for group, (label, keys) in _GROUPS.items():
        for n, key in enumerate(keys):
            rows.append(
                f"{'^' if n else label}|{_SUBS[key][0]}|{{{key}_n:n}}|{{{key}_a:w2}}|{{{key}_p:w2}}|{{{key}_x:p2}}"
            )
        if len(keys) > 1:
            rows.append(f"^|小计|{{{group}_n:n}}|{{{group}_a:w2}}|{{{group}_p:w2}}|{{{group}_x:p2}}")
    paper.table(
        (9, 15, 9, 10, 10, 9),
        "类别|补贴项目|享受人数（人）|审核金额（万元）|兑现金额（万元）|兑现率（%）",
        *rows,
        "总计|>|{all_n:n}|{all_a:w2}|{all_p:w2}|{all_x:p2}",
    )
    paper.p(
        "注：1.享受人数按补贴项目统计，同一人享受两项的重复计算；2.公益性岗位补贴标准为1500元/人·月，就业见习补贴标准为1500元/人·月（留用率高的另加300元）；3.审核金额不含以前年度补发。"
    )
    paper.h("二、绩效目标完成情况")
    paper.p(
        "1.数量指标。城镇新增就业{city:n}人，年度任务{city_p:n}人，完成率{city_x:p2}%；失业人员再就业{again:n}人，同时帮扶就业困难人员实现就业{hard:n}人。2020年新增就业{j20:n}人、2021年{j21:n}人、2022年{city:n}人，三年累计{three:n}人，后两年同比分别增长{y21.g:p2}%、{y22.g:p2}%。"
    )
    paper.p(
        "2.质量指标。应组织培训{must:n}人，实际参训{came:n}人，参训率{came_x:p2}%；考核合格{passed:n}人，合格率{passed_x:p2}%；合格学员中半年内实现就业{hired:n}人，就业率{hired_x:p2}%。离校未就业毕业生实名登记{reg:n}人，已就业或参加就业准备活动{reg_j:n}人，帮扶就业率{reg_x:p2}%。"
    )
    paper.p("3.时效指标。受理补贴申请{apps:n}笔，20个工作日内办结{apps_t:n}笔，按期办结率{apps_x:p2}%。")
    paper.p(
        "4.满意度指标。12333热线抽样回访补贴对象{call:n}人，接通且完成访问{ok:n}人，回访成功率{ok_x:p2}%；完成访问者中表示满意{fit:n}人，回访满意度{fit_x:p2}%。"
    )
    paper.h("三、主要问题")
    paper.p(
        "就业见习补贴兑现率{pro_x:p2}%，为各项最低，原因是见习单位按季申报、材料反复补正；结转资金仍有压缩空间。"
    )
    paper.h("四、改进措施")
    paper.p(
        "2023年3月起推行“免申即享”，由市就业服务中心按月比对社保数据；将绩效自评结果与县区资金分配挂钩，并在局网站公开。"
    )
    return paper
