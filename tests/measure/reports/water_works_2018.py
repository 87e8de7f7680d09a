"""County water works, 2018, evaluated: quantities of earth and concrete, contract against settlement, rates of points."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Part: name, unit, planned, done, estimate, contract, settled, paid (万元).
_PARTS = {
    "river": ("河道综合治理", "公里", "18.60", "18.60", "2480.00", "2316.45", "2268.13", "2154.72"),
    "canal": ("渠道防渗衬砌", "公里", "42.35", "40.80", "1365.00", "1287.66", "1241.90", "1179.81"),
    "pond": ("山塘除险加固", "座", "26", "26", "910.00", "868.24", "842.57", "800.44"),
    "pump": ("提灌泵站改造", "座", "9", "8", "486.00", "459.30", "412.18", "391.57"),
    "tap": ("农村集中供水", "处", "14", "14", "1759.00", "1668.52", "1633.06", "1551.41"),
}
# Earth dug, earth filled, concrete, masonry (立方米) for the parts that have them.
_EARTH = {
    "river": ("251830", "146275", "18640.5", "32716.8"),
    "canal": ("86412", "41208", "13925.2", "0"),
    "pond": ("63975", "52830", "4210.6", "7384.0"),
    "pump": ("9240", "6115", "2872.4", "1046.3"),
}
_MARKS = {
    "d": ("项目决策", (("立项规范性", "8", "8"), ("目标合理性", "6", "5"), ("资金分配", "6", "6"))),
    "m": ("项目管理", (("资金到位", "6", "5.73"), ("资金使用", "8", "7.5"), ("组织实施", "6", "5.5"))),
    "o": ("项目产出", (("完成数量", "12", "11.2"), ("工程质量", "10", "10"), ("完成时效", "8", "6.4"))),
    "e": (
        "项目效果",
        (("经济效益", "8", "7.6"), ("社会效益", "12", "11.4"), ("受益群众满意度", "10", "9.2")),
    ),
}


def _money(book: Book) -> None:
    for key, (_, _, plan, done, *amounts) in _PARTS.items():
        book.count(**{f"{key}_q": plan, f"{key}_d": done})
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_q")
        book.sum(f"{key}_lack", f"{key}_q", minus=(f"{key}_d",))
        for end, amount in zip("ecsp", amounts, strict=True):
            book.wan(**{f"{key}_{end}": amount})
        book.sum(f"{key}_cut", f"{key}_c", minus=(f"{key}_s",))
        book.sum(f"{key}_due", f"{key}_s", minus=(f"{key}_p",))
    for end in ("e", "c", "s", "p", "cut", "due"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _PARTS))
    book.ties.append(Tie("sum", "all_cut", ("all_c",), ("all_s",)))
    book.ties.append(Tie("sum", "all_due", ("all_s",), ("all_p",)))
    book.rate("cut_x", "all_cut", "all_c")
    book.rate("pay_x", "all_p", "all_s")
    book.sum("saved", "all_e", minus=("all_c",))
    book.wan(cent="3500.00", prov="1800.00", got_county="1380.00")
    book.sum("got_cent", "cent")
    book.sum("got_prov", "prov")
    book.sum("county", "all_e", minus=("cent", "prov"))
    book.sum("all_e", "cent", "prov", "county")
    book.sum("got", "got_cent", "got_prov", "got_county")
    book.wan(use_cent="3412.60", use_prov="1655.00")
    book.sum("use_county", "all_p", minus=("use_cent", "use_prov"))
    book.sum("all_p", "use_cent", "use_prov", "use_county")
    for level in ("cent", "prov", "county"):
        book.rate(f"{level}_gx", f"got_{level}", level)
        book.rate(f"{level}_ux", f"use_{level}", f"got_{level}")
    book.rate("got_x", "got", "all_e")
    book.rate("use_x", "all_p", "got")
    book.sum("short", "all_e", minus=("got",))
    book.sum("left", "got", minus=("all_p",))


def _works(book: Book) -> None:
    for key, amounts in _EARTH.items():
        for end, amount in zip(("dig", "fill", "mix", "wall"), amounts, strict=True):
            if amount != "0":
                book.count(**{f"{key}_{end}": amount})
    for end in ("dig", "fill", "mix", "wall"):
        parts = [f"{key}_{end}" for key in _EARTH if f"{key}_{end}" in book.values]
        book.sum(f"all_{end}", *parts)
    book.sum("spoil", "all_dig", minus=("all_fill",))
    book.count(new_p=3200, new_d=3150, more_p=12600, more_d=12840, save=8460)
    book.rate("new_x", "new_d", "new_p")
    book.rate("more_x", "more_d", "more_p")
    book.sum("land_p", "new_p", "more_p")
    book.sum("land_d", "new_d", "more_d")
    book.rate("land_x", "land_d", "land_p")
    book.count(poor=2874, school=1936, other=16650, homes=5218)
    book.sum("folk", "poor", "school", "other")
    book.average("tap_each", "tap_s", "folk")
    book.average("river_each", "river_s", "river_d")
    book.average("pond_each", "pond_s", "pond_d")
    book.count(asked=320, very=198, some=96, not_=26)
    book.sum("asked", "very", "some", "not_")
    book.sum("glad", "very", "some")
    book.rate("glad_x", "glad", "asked")
    book.count(lots=7, checked=412, passed=407, top=163)
    book.rate("passed_x", "passed", "checked")
    book.rate("top_x", "top", "checked")


def _books() -> Book:
    book = Book()
    _money(book)
    _works(book)
    for key, (_, items) in _MARKS.items():
        for n, (_, weight, got) in enumerate(items):
            book.count(**{f"w{key}{n}": weight, f"g{key}{n}": got})
            book.rate(f"x{key}{n}", f"g{key}{n}", f"w{key}{n}")
        for end in "wg":
            book.sum(f"{end}{key}", *(f"{end}{key}{n}" for n in range(len(items))))
        book.rate(f"x{key}", f"g{key}", f"w{key}")
    for end in "wg":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    book.rate("gx", "g", "w")
    book.ties.append(Tie("score", "gm0", ("wm0", "got_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("water_works_2018", _books())
    paper.title("澄溪县2018年度农田水利及农村饮水安全工程项目绩效评价报告")
    paper.p(
        "受澄溪县财政局委托，评价组于2019年4月8日至5月20日对县水利局组织实施的2018年度农田水利及农村饮水安全工程项目进行了绩效评价。现将有关情况报告如下："
    )
    paper.h("一、项目概况")
    paper.h("1.1 建设内容", 2)
    paper.p(
        "项目批复建设内容为：治理河道{river_q:n2}公里，衬砌渠道{canal_q:n2}公里，除险加固山塘{pond_q:n}座，改造提灌泵站{pump_q:n}座，新建和改扩建农村集中供水工程{tap_q:n}处。项目分{lots:n}个标段公开招标。",
    )
    paper.h("1.2 投资及资金来源", 2)
    paper.p(
        "项目批复概算总投资{all_e:w2}万元，资金来源为中央补助{cent:w2}万元、省级配套{prov:w2}万元、县级自筹{county:w2}万元。中标合同总价{all_c:w2}万元，较概算节约{saved:w2}万元。",
    )
    paper.h("二、项目资金情况分析")
    paper.h("2.1 资金到位情况", 2)
    paper.p(
        "截至评价日，累计到位资金{got:w2}万元，到位率{got_x:p2}%，尚有{short:w2}万元县级自筹资金未到位。",
        "分级次看，中央、省级资金到位率均为100%，县级自筹到位{got_county:w2}万元，到位率{county_gx:p2}%。",
    )
    paper.h("2.2 资金使用情况", 2)
    paper.p(
        "累计支付工程款{all_p:w2}万元，占到位资金的{use_x:p2}%，账面结存{left:w2}万元。支付款项中，使用中央资金{use_cent:w2}万元、省级资金{use_prov:w2}万元、县级资金{use_county:w2}万元。",
    )
    paper.centre("表2-1 项目资金到位及使用情况")
    paper.right("（金额单位：万元）")
    paper.table(
        (10, 10, 10, 8, 10, 8),
        "资金级次|计划投入|实际到位|到位率|累计支付|支付率",
        "中央补助|{cent:w2}|{got_cent:w2}|{cent_gx:p2}%|{use_cent:w2}|{cent_ux:p2}%",
        "省级配套|{prov:w2}|{got_prov:w2}|{prov_gx:p2}%|{use_prov:w2}|{prov_ux:p2}%",
        "县级自筹|{county:w2}|{got_county:w2}|{county_gx:p2}%|{use_county:w2}|{county_ux:p2}%",
        "合计|{all_e:w2}|{got:w2}|{got_x:p2}%|{all_p:w2}|{use_x:p2}%",
    )
    paper.h("2.3 工程结算情况", 2)
    paper.p(
        "经县政府投资审计中心审定，项目结算总价{all_s:w2}万元，较合同总价审减{all_cut:w2}万元，审减率{cut_x:p2}%。已支付工程款占审定金额的{pay_x:p2}%，余{all_due:w2}万元为质量保证金及尾款。",
    )
    paper.centre("表2-2 工程结算及付款情况")
    paper.right("（金额单位：万元）")
    paper.table(
        (12, 9, 9, 9, 8, 9, 8),
        "单项工程|概算投资|合同价|审定价|审减额|已付款|未付款",
        *(
            f"{name}|{{{k}_e:w2}}|{{{k}_c:w2}}|{{{k}_s:w2}}|{{{k}_cut:w2}}|{{{k}_p:w2}}|{{{k}_due:w2}}"
            for k, (name, *_) in _PARTS.items()
        ),
        "合计|{all_e:w2}|{all_c:w2}|{all_s:w2}|{all_cut:w2}|{all_p:w2}|{all_due:w2}",
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、项目绩效分析")
    paper.h("3.1 产出分析", 2)
    units = {key: (name, unit, ("n2" if unit == "公里" else "n")) for key, (name, unit, *_) in _PARTS.items()}
    paper.centre("表3-1 建设任务完成情况")
    paper.table(
        (14, 7, 9, 9, 9),
        "单项工程|单位|批复任务|完成任务|完成率",
        *(f"{a}|{u}|{{{k}_q:{f}}}|{{{k}_d:{f}}}|{{{k}_dx:p2}}%" for k, (a, u, f) in units.items()),
    )
    paper.p(
        "渠道衬砌少完成{canal_lack:n2}公里，系线路优化；{pump_q:n}座泵站中有1座因用地纠纷未开工，实际完成{pump_d:n}座。河道治理每公里造价{river_each:w2}万元，山塘加固每座造价{pond_each:w2}万元。",
        "全部工程共完成土方开挖{all_dig:n}立方米、土方回填{all_fill:n}立方米，弃土{spoil:n}立方米；浇筑混凝土{all_mix:n1}立方米，浆砌石{all_wall:n1}立方米。",
    )
    paper.centre("表3-2 主要工程量")
    paper.right("单位：立方米")
    paper.table(
        (14, 9, 9, 9, 9),
        "单项工程|土方开挖|土方回填|混凝土|浆砌石",
        *(
            f"{_PARTS[k][0]}|{{{k}_dig:n}}|{{{k}_fill:n}}|{{{k}_mix:n1}}|"
            + ("/" if row[3] == "0" else f"{{{k}_wall:n1}}")
            for k, row in _EARTH.items()
        ),
        "合计|{all_dig:n}|{all_fill:n}|{all_mix:n1}|{all_wall:n1}",
    )
    paper.p(
        "工程质量方面，共评定单元工程{checked:n}个，合格{passed:n}个，一次验收合格率{passed_x:p2}%；其中优良{top:n}个，优良率{top_x:p2}%。"
    )
    paper.h("3.2 效果分析", 2)
    paper.p(
        "（1）新增灌溉面积{new_d:n}亩（目标{new_p:n}亩），完成率{new_x:p2}%；改善灌溉面积{more_d:n}亩（目标{more_p:n}亩），完成率{more_x:p2}%。两项合计{land_d:n}亩，为目标{land_p:n}亩的{land_x:p2}%。"
    )
    paper.p(
        "（2）农村集中供水受益人口{folk:n}人，其中建档立卡贫困人口{poor:n}人、学校师生{school:n}人、其他群众{other:n}人，人均投资{tap_each:y2}元（按审定价）。"
    )
    paper.p(
        "（3）入户调查{asked:n}户，非常满意{very:n}户、比较满意{some:n}户、不满意{not_:n}户，群众满意度{glad_x:p2}%。"
    )
    paper.h("四、评价结论")
    paper.p(
        "综合评价得分{g:s2}分，评价等级为“优”。其中项目决策{gd:s2z}分，项目管理{gm:s2z}分，项目产出{go:s2z}分，项目效果{ge:s2z}分；得分率最低的是项目产出中的完成时效（{xo2:p1}%）。",
    )
    rows = []
    for key, (name, items) in _MARKS.items():
        for n, (item, *_) in enumerate(items):
            head = ("^|^" if n else f"{name}|{{x{key}:p1}}%").split("|")
            rows.append(f"{head[0]}|{item}|{{w{key}{n}:s0}}|{{g{key}{n}:s2z}}|{{x{key}{n}:p1}}%|{head[1]}")
    paper.table(
        (9, 12, 6, 7, 9, 10),
        "一级指标|二级指标|分值|得分|得分率|一级指标得分率",
        *rows,
        "合计|>|{w:s0}|{g:s2z}|{gx:p1}%|",
    )
    paper.h("五、存在的问题")
    paper.p(
        "一是县级自筹资金到位不及时，缺口{short:w2}万元；二是1座泵站未按期完工；三是部分供水工程水费收缴机制未建立。"
    )
    paper.h("六、有关建议")
    paper.p(
        "建议县财政局2019年9月底前补足县级自筹资金；县水利局会同乡镇协调解决泵站用地，2019年底前完工；县供水公司按“补偿成本、公平负担”原则合理确定水价。评价结果作为2020年度同类项目安排的重要依据，并向社会公开。"
    )
