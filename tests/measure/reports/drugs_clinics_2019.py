"""A county's grants for essential drugs, 2019: old outline of projects, townships by source of money, sales without mark-up."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Hospital: name, village clinics, central, provincial, county money, paid to it (万元).
_TOWNS = {
    "a": ("城关镇卫生院", 21, "38.60", "15.44", "9.65", "63.69"),
    "b": ("龙潭乡卫生院", 14, "26.35", "10.54", "6.59", "43.48"),
    "c": ("黄沙镇中心卫生院", 18, "33.12", "13.25", "8.28", "54.65"),
    "d": ("石门乡卫生院", 9, "16.48", "6.59", "4.12", "24.50"),
    "e": ("太平镇卫生院", 16, "29.70", "11.88", "7.43", "47.26"),
}


def _books() -> Book:
    book = Book()
    for key, (_, n, cen, prov, county, paid) in _TOWNS.items():
        book.count(**{f"{key}_n": n})
        book.wan(**{f"{key}_c": cen, f"{key}_p": prov, f"{key}_x": county, f"{key}_out": paid})
        book.sum(f"{key}_all", f"{key}_c", f"{key}_p", f"{key}_x")
        book.rate(f"{key}_r", f"{key}_out", f"{key}_all")
        book.sum(f"{key}_left", f"{key}_all", minus=(f"{key}_out",))
    for end in ("n", "c", "p", "x", "all", "out", "left"):
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in _TOWNS))
    book.ties.append(Tie("sum", "t_all", ("t_c", "t_p", "t_x")))
    book.rate("t_r", "t_out", "t_all")
    for end in "cpx":
        book.rate(f"{end}_h", f"t_{end}", "t_all")
    book.wan(old="31.74", cut="2.16")
    book.sum("can", "old", "t_all")
    book.sum("t_left", "t_all", minus=("t_out",))
    book.wan(old_out="31.74")
    book.sum("spent", "t_out", "old_out")
    book.rate("spent_r", "spent", "can")
    book.wan(hosp="162.40")
    book.sum("vill", "t_out", minus=("hosp",))
    book.sum("t_out", "hosp", "vill")
    book.rate("vill_h", "vill", "t_out")
    book.average("vill_u", "vill", "t_n")
    book.wan(sale="1846.52", sale_l="1973.08", hosp_s="1327.40", buy="1802.65")
    book.sum("vill_s", "sale", minus=("hosp_s",))
    book.sum("sale", "hosp_s", "vill_s")
    book.year("ys", "sale", "sale_l")
    book.wan(ess="1218.90")
    book.rate("ess_h", "ess", "buy")
    book.count(seen=286540, seen_l=271325, seen_in=9846)
    book.year("yv", "seen", "seen_l")
    book.yuan(fee="16418742", fee_in="12307500")
    book.average("fee_u", "fee", "seen")
    book.average("fee_in_u", "fee_in", "seen_in")
    book.count(kinds=520, used=486, docs=124, trained=118)
    book.rate("kind_x", "used", "kinds")
    book.rate("train_x", "trained", "docs")
    book.count(rx=1000, good=937)
    book.rate("rx_x", "good", "rx")
    book.count(asked=300, glad=281)
    book.rate("glad_x", "glad", "asked")
    for n, (weight, got) in enumerate(((20, "20"), (25, "23.5"), (35, "33"), (20, "19"))):
        book.count(**{f"w{n}": weight, f"g{n}": got})
        book.sum(f"l{n}", f"w{n}", minus=(f"g{n}",))
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(4)))
    book.sum("lost", "w_all", minus=("g_all",))
    book.ties.append(Tie("sum", "lost", ("l1", "l2", "l3")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("drugs_clinics_2019", _books())
    paper.title("2019年度基本药物制度补助资金项目支出绩效自评报告")
    paper.h("一、项目概况")
    paper.p(
        "1、项目单位基本情况。县卫生健康局负责全县卫生健康行政管理，下辖乡镇卫生院5所，一体化管理村卫生室{t_n:n}所。2、项目主要内容。对实施国家基本药物制度、药品零差率销售的乡镇卫生院和村卫生室给予补助，政策依据为国办发〔2013〕14号文件。"
    )
    paper.p(
        "3、项目绩效目标。乡镇卫生院和村卫生室基本药物制度覆盖率达100%；村卫生室补助拨付到位率不低于95%；群众满意度90%以上。"
    )
    paper.h("二、项目资金使用及管理情况")
    paper.p(
        "1、资金到位。2019年下达我县补助资金{t_all:w2}万元，其中：中央财政{t_c:w2}万元，占{c_h:p1}%；省级财政{t_p:w2}万元，占{p_h:p1}%；县级配套{t_x:w2}万元，占{x_h:p1}%。三级资金均于当年9月前到位，到位率100%。加上2018年结转{old:w2}万元，全年可用资金{can:w2}万元。"
    )
    paper.p(
        "2、资金使用。上年结转资金{old_out:w2}万元已于一季度全部用于兑付2018年考核尾款；当年资金拨付{t_out:w2}万元，拨付率{t_r:p2}%，尚有{t_left:w2}万元待年度考核后于2020年拨付。全年累计拨付{spent:w2}万元，占可用资金的{spent_r:p2}%。"
    )
    paper.p(
        "当年拨付的资金中，卫生院留用{hosp:w2}万元，村卫生室{vill:w2}万元，村级占{vill_h:p1}%，平均每所村卫生室{vill_u:w2}万元，符合“不低于三成补助村级”的规定。各单位资金分配和拨付情况列表如下："
    )
    paper.right("单位：万元")
    paper.table(
        (18, 8, 9, 9, 9, 9, 9, 9, 9),
        "单位|村卫生室（所）|下达补助资金|>|>|>|实际拨付|未拨付|拨付率",
        "^|^|中央|省级|县级|小计|^|^|^",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_c:w2}}|{{{k}_p:w2}}|{{{k}_x:w2}}|{{{k}_all:w2}}|{{{k}_out:w2}}|{{{k}_left:w2}}|{{{k}_r:p1}}%"
            for k, (name, *_) in _TOWNS.items()
        ),
        "合　计|{t_n:n}|{t_c:w2}|{t_p:w2}|{t_x:w2}|{t_all:w2}|{t_out:w2}|{t_left:w2}|{t_r:p1}%",
        heads=2,
    )
    paper.p("3、资金管理。补助资金专账核算、专款专用，县卫健局会同县财政局每半年检查一次，未发现挤占挪用。")
    paper.h("三、项目组织实施情况")
    paper.p(
        "全县配备和使用基本药物目录内药品{used:n}种，占2018年版国家目录应配备品种（结合本地用药确定为{kinds:n}种）的{kind_x:p1}%。2019年通过省药品集中采购平台采购药品{buy:w2}万元，其中基本药物{ess:w2}万元，占{ess_h:p1}%。"
    )
    paper.p(
        "药品销售额（零差率）{sale:w2}万元，较2018年的{sale_l:w2}万元{ys:增加/减少}{ys.d:w2}万元，{ys:增长/下降}{ys.g:p1}%，其中卫生院{hosp_s:w2}万元、村卫生室{vill_s:w2}万元。医务人员{docs:n}人中有{trained:n}人参加合理用药培训，参训率{train_x:p1}%。"
    )
    paper.h("四、项目绩效情况")
    paper.p(
        "（一）群众就医负担减轻。乡镇卫生院门急诊{seen:n}人次，比上年{seen_l:n}人次{yv:增加/减少}{yv.d:n}人次；门急诊收入{fee:w2}万元，次均费用{fee_u:y2}元。住院{seen_in:n}人次，住院收入{fee_in:w2}万元，次均住院费用{fee_in_u:y2}元，低于全市1380元的平均水平。"
    )
    paper.p(
        "（二）用药更加规范。抽查门诊处方{rx:n}张，合理处方{good:n}张，合理率{rx_x:p1}%；抗菌药物使用率18.6%，较国家规定的20%上限低1.4个百分点。"
    )
    paper.p("（三）群众比较满意。入户调查{asked:n}人，{glad:n}人表示满意，满意度为{glad_x:p1}%。")
    paper.h("五、综合评价结论")
    paper.p(
        "项目自评总分{g_all:s1}分，其中：项目决策{g0:s1z}分（满分{w0:s0}分）、项目管理{g1:s1z}分（满分{w1:s0}分）、项目产出{g2:s1z}分（满分{w2:s0}分）、项目效果{g3:s1z}分（满分{w3:s0}分）。扣{lost:s1}分，其中管理扣{l1:s1z}分、产出扣{l2:s1z}分、效果扣{l3:s1z}分。"
    )
    paper.h("六、存在的问题")
    paper.p(
        "石门、太平等乡镇村医考核滞后，拨付率低于其他乡镇；个别村卫生室仅备药80余种，不能满足需要。全县65岁以上村医占比约35%，后继乏人。"
    )
    paper.right("县卫生健康局　　二〇二〇年四月十日")
    return paper
