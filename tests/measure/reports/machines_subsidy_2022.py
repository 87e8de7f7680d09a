"""A county's grants for farm machines, 2022: sorts of machine by standard, townships, money left over years, steps in Chinese order."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Sort: name, machines, grant each, sold for (元).
_SORTS = {
    "trac": ("轮式拖拉机（100马力及以上）", 42, "38600", "6468000"),
    "rice": ("高速插秧机", 65, "28400", "6175000"),
    "cut": ("履带式谷物联合收割机", 38, "31500", "5206000"),
    "dry": ("谷物烘干机", 26, "42000", "4056000"),
    "fly": ("植保无人驾驶航空器", 57, "9000", "2394000"),
}
# Township: households, machines, grant comes from the sorts above; kept as counts of machines by sort.
_TOWNS = {
    "n": ("河口镇", 71, (18, 22, 11, 9, 21)),
    "s": ("沙坪镇", 58, (9, 17, 12, 6, 15)),
    "e": ("柳林乡", 40, (8, 14, 8, 5, 10)),
    "w": ("高桥镇", 34, (7, 12, 7, 6, 11)),
}


def _books() -> Book:
    book = Book()
    for key, (_, count, each, price) in _SORTS.items():
        book.count(**{f"{key}_n": count})
        book.yuan(**{f"{key}_e": each, f"{key}_v": price})
        book.product(f"{key}_s", f"{key}_e", f"{key}_n")
        book.rate(f"{key}_h", f"{key}_s", f"{key}_v")
    for end in "nsv":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _SORTS))
    book.rate("all_h", "all_s", "all_v")
    book.sum("own", "all_v", minus=("all_s",))
    for key, (_, homes, counts) in _TOWNS.items():
        book.count(**{f"{key}_f": homes, f"{key}_m": sum(counts)})
        grant = sum(n * int(sort[2]) for n, sort in zip(counts, _SORTS.values(), strict=True))
        book.yuan(**{f"{key}_g": str(grant)})
        book.rate(f"{key}_sh", f"{key}_g", "all_s")
    book.sum("homes", *(f"{key}_f" for key in _TOWNS))
    book.sum("all_n", *(f"{key}_m" for key in _TOWNS))
    book.sum("all_s", *(f"{key}_g" for key in _TOWNS))
    book.average("home_u", "all_s", "homes")
    book.yuan(cen="6200000", scrap_b="400000", old="853200", old_paid="853200", scrap="346800")
    book.sum("fund", "cen", "old", "scrap_b")
    book.yuan(cashed="5986400")
    book.sum("wait", "all_s", minus=("cashed",))
    book.rate("cash_x", "cashed", "all_s")
    book.sum("used", "cashed", "scrap")
    book.rate("used_x", "used", "fund")
    book.sum("over", "fund", minus=("used",))
    book.rate("scrap_x", "scrap", "scrap_b")
    book.yuan(used_l="5712300")
    book.year("yu", "used", "used_l")
    book.count(scrap_n=34, scrap_p=40, trac_out=21)
    book.sum("cut_out", "scrap_n", minus=("trac_out",))
    book.sum("scrap_n", "trac_out", "cut_out")
    book.average("scrap_u", "scrap", "scrap_n")
    book.rate("scrap_nx", "scrap_n", "scrap_p")
    _effects(book)
    return book


def _effects(book: Book) -> None:
    book.count(plan=220, power="28.64", power_l="27.31")
    book.rate("plan_x", "all_n", "plan")
    book.year("yp", "power", "power_l")
    book.count(field="412600", till="408300", sow="219500", reap="401800")
    for key in ("till", "sow", "reap"):
        book.rate(f"{key}_x", key, "field")
    book.count(all_now="0.836", all_l="0.812")
    book.points("ya", "all_now", "all_l")
    book.count(check=90, fit=90, asked=150, glad=144)
    book.rate("check_h", "check", "all_n")
    book.rate("glad_x", "glad", "asked")
    book.count(ap=203, ok=203, new_coop=18, coop_l=64)
    book.sum("coop", "coop_l", "new_coop")
    book.rate("coop_g", "new_coop", "coop_l")
    marks = ((10, None), (15, "15"), (10, "8.5"), (15, "15"), (10, "9"), (15, "15"), (15, "14"), (10, "9.5"))
    for n, (weight, got) in enumerate(marks):
        book.count(**{f"w{n}": weight})
        if got:
            book.count(**{f"g{n}": got})
        else:
            book.score("g0", "w0", "used_x")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(8)))
    book.sum("lost", "w_all", minus=("g_all",))


def build() -> Paper:
    """Return the report."""
    paper = Paper("machines_subsidy_2022", _books())
    paper.title("2022年度农机购置与应用补贴项目绩效自评报告")
    paper.right("衡山口县农业农村局")
    paper.h("一、项目概述")
    paper.p(
        "农机购置与应用补贴实行“自主购机、定额补贴、先购后补、县级结算、直补到卡（户）”。2022年可用资金{fund:y0,}元，由三部分组成：中央财政当年下达购置补贴{cen:y0,}元，上年结转{old:y0,}元，农机报废更新补贴{scrap_b:y0,}元。绩效目标：补贴机具{plan:n}台以上，报废{scrap_p:n}台，主要农作物综合机械化率达到83%以上，购机户满意度≥90%。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "（一）补贴申领。当年申领补贴机具{all_n:n}台，按定额应补{all_s:y0,}元，带动农户和合作社投入{own:y0,}元，机具销售总额{all_v:y0,}元，补贴占售价的{all_h:p1}%（规定一般不超过30%）。各类机具补贴见下表："
    )
    paper.table(
        (22, 8, 11, 13, 14, 9),
        "机具品目|台数|单台补贴（元）|补贴金额（元）|销售金额（元）|补贴占比",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_e:y0}}|{{{k}_s:y0}}|{{{k}_v:y0}}|{{{k}_h:p1}}%"
            for k, (name, *_) in _SORTS.items()
        ),
        "合计|{all_n:n}||{all_s:y0}|{all_v:y0}|{all_h:p1}%",
    )
    paper.p(
        "（二）资金兑付。截至2022年12月底，已兑付购置补贴{cashed:y0,}元，兑付率{cash_x:p1}%，待兑付{wait:y0,}元，均为11月以后受理、尚在公示期的申请；报废补贴兑付{scrap:y0,}元，占安排数的{scrap_x:p1}%。两项合计支出{used:w2}万元，占可用资金的{used_x:p2}%，同比{yu:增加/减少}{yu.d:w2}万元，{yu:增长/下降}{yu.g:p1}%（2021年支出{used_l:w2}万元）。年末结存{over:w2}万元，按规定结转下年。"
    )
    paper.p("（三）乡镇分布。四个乡镇受益户共{homes:n}户，户均获补{home_u:y0}元。")
    paper.table(
        (14, 12, 12, 16, 12),
        "乡镇|受益户数|机具台数|补贴金额（万元）|占全县比重（%）",
        *(f"{name}|{{{k}_f:n}}|{{{k}_m:n}}|{{{k}_g:w2}}|{{{k}_sh:p2}}" for k, (name, *_) in _TOWNS.items()),
        "全县|{homes:n}|{all_n:n}|{all_s:w2}|100.00",
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "第一，补贴任务超额完成。补贴机具{all_n:n}台，为目标{plan:n}台的{plan_x:p1}%。报废老旧农机{scrap_n:n}台，完成目标的{scrap_nx:p1}%，其中拖拉机{trac_out:n}台、联合收割机{cut_out:n}台，台均补贴{scrap_u:y0}元。"
    )
    paper.p(
        "第二，装备水平提高。全县农机总动力{power:r2}万千瓦，比上年{power_l:r2}万千瓦{yp:增加/减少}{yp.d:r2}万千瓦，{yp:增长/下降}{yp.g:p1}%。农作物播种面积{field:w2}万亩，其中机耕{till:w2}万亩、机播（插）{sow:w2}万亩、机收{reap:w2}万亩，机耕率、机播率、机收率分别为{till_x:p1}%、{sow_x:p1}%、{reap_x:p1}%。综合机械化率{all_now:p1}%，较2021年{all_l:p1}%{ya:提高/降低}{ya:p1}个百分点。"
    )
    paper.p(
        "第三，服务主体壮大。新增农机合作社{new_coop:n}家，总数由{coop_l:n}家增至{coop:n}家，增长{coop_g:p1}%。"
    )
    paper.p(
        "第四，监管到位。对补贴机具按不低于三分之一的比例抽查，实际核查{check:n}台，占{check_h:p1}%，“人机证”相符率100%。"
    )
    paper.p("第五，群众满意。电话回访购机户{asked:n}户，满意{glad:n}户，满意度{glad_x:p1}%。")
    paper.h("四、自评得分及扣分说明")
    paper.table(
        (12, 12, 18, 14, 14, 7, 8),
        "一级指标|二级指标|三级指标|目标|完成|分值|得分",
        "执行率|>|>|100%|{used_x:p2}%|{w0:s0}|{g0:s2}",
        "产出|数量|补贴机具台数|≥{plan:n}台|{all_n:n}台|{w1:s0}|{g1:s1z}",
        "^|^|报废农机台数|{scrap_p:n}台|{scrap_n:n}台|{w2:s0}|{g2:s1z}",
        "^|质量|机具核查相符率|100%|100%|{w3:s0}|{g3:s1z}",
        "^|时效|补贴兑付及时性|15个工作日内|少数超期|{w4:s0}|{g4:s1z}",
        "效益|社会效益|综合机械化率|≥83%|{all_now:p1}%|{w5:s0}|{g5:s1z}",
        "^|生态效益|老旧农机减排|有效|较好|{w6:s0}|{g6:s1z}",
        "满意度|服务对象|购机户满意度|≥90%|{glad_x:p1}%|{w7:s0}|{g7:s1z}",
        "总分|>|>|>|>|{w_all:s0}|{g_all:s2}",
    )
    paper.p(
        "项目自评总分{g_all:s2}分，等级“优”，合计扣{lost:s2}分。报废农机未达目标，主要是回收企业仅1家、网点不足；个别补贴兑付超过15个工作日。"
    )
    paper.h("五、存在问题及下一步工作")
    paper.p(
        "目前回收网点少、兑付公示周期偏长。下一步增加回收网点2个；公示期内同步复核，将兑付时间压缩到10个工作日；争取2023年机播率提高到55%左右。咨询电话：12316，监督电话0734-5812345。"
    )
    return paper
