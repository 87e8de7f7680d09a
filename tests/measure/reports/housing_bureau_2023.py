"""A county housing bureau, 2023: three budgets with lawfully different totals, a project list, shares one by one."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_FUND = (
    ("sewer", "城区雨污分流改造", "4200.00", "3865.41"),
    ("road", "南环路东延", "6800.00", "6800.00"),
    ("park", "滨河公园二期", "1950.00", "1204.36"),
    ("lamp", "城区路灯节能改造", "640.00", "612.88"),
)
_GENERAL = (
    ("danger", "农村危房改造", "860.00", "851.20"),
    ("rent", "公租房租赁补贴", "318.50", "318.50"),
    ("check", "房屋安全排查", "96.00", "74.15"),
    ("plan", "城市体检及规划编制", "150.00", "60.00"),
)


def _books() -> Book:
    book = Book()
    for key, _, budget, spent in (*_FUND, *_GENERAL):
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    for area, items in (("fund", _FUND), ("gp", _GENERAL)):
        for end in "bsr":
            book.sum(f"{area}_{end}", *(f"{key}_{end}" for key, *_ in items))
        book.rate(f"{area}_x", f"{area}_s", f"{area}_b")
        for key, *_ in items:
            book.rate(f"{key}_h", f"{key}_s", f"{area}_s")
    book.wan(pay_b="912.64", pub_b="118.20", pay_s="905.37", pub_s="96.45")
    book.sum("basic_b", "pay_b", "pub_b")
    book.sum("basic_s", "pay_s", "pub_s")
    book.rate("basic_x", "basic_s", "basic_b")
    book.rate("pay_x", "pay_s", "pay_b")
    book.rate("pub_x", "pub_s", "pub_b")
    book.sum("gen_b", "basic_b", "gp_b")
    book.sum("gen_s", "basic_s", "gp_s")
    book.rate("gen_x", "gen_s", "gen_b")
    book.sum("gen_r", "gen_b", minus=("gen_s",))
    book.wan(cap_b="45.00", cap_s="45.00")
    book.sum("all_b", "gen_b", "fund_b", "cap_b")
    book.sum("all_s", "gen_s", "fund_s", "cap_s")
    book.sum("all_r", "all_b", minus=("all_s",))
    book.rate("all_x", "all_s", "all_b")
    for key in ("gen", "fund", "cap"):
        book.rate(f"{key}_ah", f"{key}_s", "all_s")
    book.sum("proj_b", "gp_b", "fund_b", "cap_b")
    book.sum("proj_s", "gp_s", "fund_s", "cap_s")
    book.sum("proj_r", "gp_r", "fund_r")
    book.rate("proj_x", "proj_s", "proj_b")
    book.count(projects=9, full=3, high=3, mid=1, low=2)
    book.sum("projects", "full", "high", "mid", "low")
    book.wan(gen_last="2461.18", fund_last="11036.70")
    book.year("yg", "gen_s", "gen_last")
    book.year("yf", "fund_s", "fund_last")
    book.count(homes=428, homes_b=430, rents=1315, rents_last=1402, houses=36214, risky=57, fixed=41)
    book.rate("homes_x", "homes", "homes_b")
    book.year("yr", "rents", "rents_last")
    book.average("per_home", "danger_s", "homes")
    book.average("per_rent", "rent_s", "rents")
    book.rate("fixed_x", "fixed", "risky")
    book.sum("unfixed", "risky", minus=("fixed",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("housing_bureau_2023", _books())
    paper.title("平桥县住房和城乡建设局")
    paper.title("2023年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p("县住建局负责全县城镇建设、住房保障、建筑业和房地产业管理等工作，内设10个股室，下辖事业单位4个。")
    paper.h("二、预算执行情况")
    paper.p(
        "2023年部门支出预算总额{all_b:w2}万元，实际支出{all_s:w2}万元，总执行率{all_x:p2}%，年末结转{all_r:w2}万元。实际支出中，一般公共预算、政府性基金预算、国有资本经营预算",
        "分别为{gen_s:w2}万元、{fund_s:w2}万元、{cap_s:w2}万元，各占{gen_ah:p2}%、{fund_ah:p2}%、{cap_ah:p2}%。",
    )
    paper.h("（一）一般公共预算", 2)
    paper.p(
        "一般公共预算支出预算{gen_b:w2}万元，支出{gen_s:w2}万元，执行率{gen_x:p2}%，结转{gen_r:w2}万元，支出比上年{gen_last:w2}万元{yg:增加/减少}{yg.d:w2}万元（{yg:增长/下降}{yg.g:p2}%）。",
        "其中，基本支出{basic_s:w2}万元（人员经费{pay_s:w2}万元、公用经费{pub_s:w2}万元），项目支出{gp_s:w2}万元。",
    )
    paper.p(
        "项目支出由农村危房改造{danger_s:w2}万元、公租房租赁补贴{rent_s:w2}万元、房屋安全排查{check_s:w2}万元和城市体检及规划编制{plan_s:w2}万元构成，",
        "占比依次为{danger_h:p2}%、{rent_h:p2}%、{check_h:p2}%、{plan_h:p2}%。",
    )
    paper.h("（二）政府性基金预算", 2)
    paper.p(
        "政府性基金预算支出预算{fund_b:w2}万元，支出{fund_s:w2}万元，执行率{fund_x:p2}%，结转{fund_r:w2}万元。支出较上年{fund_last:w2}万元增长{yf.g:p2}%，增加{yf.d:w2}万元，",
        "全部为城建项目支出，主要用于南环路东延{road_s:w2}万元、城区雨污分流改造{sewer_s:w2}万元等。",
    )
    paper.h("（三）国有资本经营预算", 2)
    paper.p("国有资本经营预算安排{cap_b:w2}万元，用于县属建筑企业改制，已全部支出。")
    paper.h("（四）项目支出明细", 2)
    paper.p(
        "全部项目共{projects:n}个，预算{proj_b:w2}万元，支出{proj_s:w2}万元，执行率{proj_x:p2}%。按执行率分组：100%的{full:n}个，80%（含）至100%的{high:n}个，70%（含）至80%的{mid:n}个，",
        "70%以下的{low:n}个，为滨河公园二期（{park_x:p2}%）、城市体检及规划编制（{plan_x:p2}%）。",
    )
    paper.centre("项目支出明细表")
    paper.right("单位：万元")
    rows = ["资金性质|项目名称|预算数|支出数|结转|执行率"]
    for area, name, items in (("gp", "一般公共预算", _GENERAL), ("fund", "政府性基金预算", _FUND)):
        for number, (key, title, *_) in enumerate(items):
            left = "" if _books().values[f"{key}_r"] == 0 else f"{{{key}_r:w2}}"
            rows.append(
                f"{name if number == 0 else '^'}|{title}|{{{key}_b:w2}}|{{{key}_s:w2}}|{left}|{{{key}_x:p2}}%"
            )
        rows.append(f"^|小计|{{{area}_b:w2}}|{{{area}_s:w2}}|{{{area}_r:w2}}|{{{area}_x:p2}}%")
    rows.append("国有资本经营预算|县属建筑企业改制|{cap_b:w2}|{cap_s:w2}||100.00%")
    rows.append("合计|>|{proj_b:w2}|{proj_s:w2}|{proj_r:w2}|{proj_x:p2}%")
    paper.table((9, 14, 8, 8, 8, 7), *rows)
    paper.h("（五）基本支出控制", 2)
    paper.table(
        (8, 8, 8, 8),
        "类别|预算（万元）|决算（万元）|控制率",
        "人员经费|{pay_b:w2}|{pay_s:w2}|{pay_x:p2}%",
        "公用经费|{pub_b:w2}|{pub_s:w2}|{pub_x:p2}%",
        "基本支出合计|{basic_b:w2}|{basic_s:w2}|{basic_x:p2}%",
    )
    paper.h("三、主要绩效")
    paper.p(
        "农村危房改造计划{homes_b:n}户，完成{homes:n}户，完成率{homes_x:p2}%，户均补助{per_home:w2}万元。发放公租房租赁补贴{rents:n}户，比上年{rents_last:n}户{yr:增加/减少}{yr.d:n}户，",
        "{yr:增长/下降}{yr.g:p2}%，户均{per_rent:y2}元。排查房屋{houses:n}栋，发现D级危房{risky:n}栋，已整治{fixed:n}栋，整治率{fixed_x:p2}%，尚有{unfixed:n}栋正在整治。",
    )
    paper.h("四、自评结果")
    paper.p(
        "对照年初目标，部门整体支出绩效自评为“良”。自评结果将与下年度预算安排挂钩，并于2024年6月底前公开。"
    )
    paper.h("五、问题与措施")
    paper.p("问题：滨河公园二期受征拆影响进度滞后，城市体检成果验收跨年，资金未能支付。")
    paper.p(
        "措施：对滨河公园二期实行挂图作战，2024年9月底前完成征拆；城市体检成果2024年3月底前验收并支付尾款。"
    )
    return paper
