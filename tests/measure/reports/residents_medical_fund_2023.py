"""A city's medical insurance fund for residents, 2023: contributions a head, two similar reimbursement rates, months in reserve."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, county, insured now, insured last year, fund paid for them (万元).
_COUNTIES = (
    ("c1", "临江区", 412380, 418926, "41862.37"),
    ("c2", "白石县", 563914, 571208, "52108.46"),
    ("c3", "古田县", 338702, 340115, "33917.05"),
    ("c4", "沙河县", 247619, 252840, "25640.78"),
)


def _books() -> Book:
    book = Book()
    _people(book)
    _income(book)
    _outgo(book)
    _use(book)
    _scores(book)
    return book


def _people(book: Book) -> None:
    for key, _, now, last, paid in _COUNTIES:
        book.yuan(**{f"{key}_n": str(now), f"{key}_l": str(last)})
        book.wan(**{f"{key}_s": paid})
        book.sum(f"{key}_d", f"{key}_n", minus=(f"{key}_l",))
        book.average(f"{key}_v", f"{key}_s", f"{key}_n")
    for end in "nlds":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _COUNTIES))
    book.year("yn", "all_n", "all_l")
    book.average("all_v", "all_s", "all_n")
    book.yuan(should="1591200", free="86417", poor="74208", poor_in="74208")
    book.rate("cover", "all_n", "should")
    book.sum("paying", "all_n", minus=("free",))
    book.rate("free_h", "free", "all_n")
    book.rate("poor_x", "poor_in", "poor")


def _income(book: Book) -> None:
    book.yuan(e_own="380", e_gov="640", e_own_l="350", e_gov_l="610")
    book.sum("e_all", "e_own", "e_gov")
    book.sum("e_all_l", "e_own_l", "e_gov_l")
    book.year("ye", "e_all", "e_all_l")
    book.rate("e_gov_h", "e_gov", "e_all")
    book.wan(
        own="55915.20",
        state="60012.64",
        prov="26840.00",
        city="6190.35",
        cnty="5988.10",
        int_="1874.26",
        oth="215.41",
    )
    book.sum("gov", "state", "prov", "city", "cnty")
    book.sum("inc", "own", "gov", "int_", "oth")
    book.wan(inc_b="154500.00", inc_l="146208.91")
    book.rate("inc_x", "inc", "inc_b")
    book.year("yinc", "inc", "inc_l")
    book.rate("gov_h", "gov", "inc")


def _outgo(book: Book) -> None:
    book.wan(out="26418.55", chron="11906.32", big="9382.14")
    book.sum("bed", "all_s", minus=("out", "chron", "big"))
    book.sum("all_s", "bed", "out", "chron", "big")
    for key in ("bed", "out", "chron", "big"):
        book.rate(f"{key}_h", key, "all_s")
    book.wan(exp_b="151200.00", exp_l="149873.60")
    book.rate("exp_x", "all_s", "exp_b")
    book.year("yexp", "all_s", "exp_l")
    book.sum("cur", "inc", minus=("all_s",))
    book.wan(open_="88412.07")
    book.sum("end", "open_", "cur")
    book.sum("end", "open_", "inc", minus=("all_s",))
    book.count(twelve=12)
    book.average("month", "all_s", "twelve")
    book.average("months", "end", "month")
    book.average("months_l", "open_", "month")


def _use(book: Book) -> None:
    book.count(stays=218436, days=1878550, local=187219)
    book.rate("stay_x", "stays", "all_n")
    book.average("los", "days", "stays")
    book.rate("local_x", "local", "stays")
    book.wan(cost="168204.90", scope="141706.32")
    book.rate("real_x", "bed", "cost")
    book.rate("pol_x", "bed", "scope")
    book.average("per_stay", "cost", "stays")
    book.average("per_bed", "bed", "stays")
    book.count(checked=486, found=92, deal=92, file=17)
    book.rate("found_x", "found", "checked")
    book.wan(back="1263.48", fine="318.70")
    book.sum("recov", "back", "fine")
    book.count(polled=1000, glad=927)
    book.rate("glad_x", "glad", "polled")


def _scores(book: Book) -> None:
    for n, (w, g) in enumerate(
        (("10", "10"), ("15", "14"), ("15", "15"), ("20", "18"), ("20", "19.5"), ("10", "8"), ("10", "9.5"))
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(7)))


def build() -> Paper:
    """Return the report."""
    paper = Paper("residents_medical_fund_2023", _books())
    paper.title("云浦市城乡居民基本医疗保险基金2023年度绩效自评报告")
    paper.centre("云浦市医疗保障局　2024年5月")
    paper.h("一、基金概况")
    paper.p(
        "2023年末全市参保{all_n:w2}万人，较2022年末的{all_l:w2}万人{yn:增加/减少}{yn.d:w2}万人，{yn:增长/下降}{yn.g:p2}%，应参保{should:w2}万人，参保率{cover:p2}%。财政全额或定额资助参保{free:n}人，占{free_h:p2}%；监测范围内困难群众{poor:n}人全部参保，参保率{poor_x:p0}%。",
    )
    paper.p(
        "筹资标准为每人每年{e_all:y0}元，个人缴费{e_own:y0}元、财政补助{e_gov:y0}元，财政补助占{e_gov_h:p1}%；2022年为{e_all_l:y0}元（个人{e_own_l:y0}元、财政{e_gov_l:y0}元），2023年提高{ye.d:y0}元，增幅{ye.g:p2}%。",
    )
    paper.h("二、基金收支")
    paper.p(
        "（一）收入。全年收入{inc:e2}亿元，完成预算{inc_b:e2}亿元的{inc_x:p2}%，比上年{inc_l:e2}亿元{yinc:增长/减少}{yinc.g:p2}%。其中：个人缴费收入{own:w2}万元，各级财政补助收入{gov:w2}万元（占总收入的{gov_h:p2}%），利息收入{int_:w2}万元，其他收入{oth:w2}万元。财政补助由中央{state:w2}万元、省级{prov:w2}万元、市级{city:w2}万元、县（区）级{cnty:w2}万元组成。",
    )
    paper.p(
        "（二）支出。全年支出{all_s:e2}亿元，为预算{exp_b:e2}亿元的{exp_x:p2}%，比上年{exp_l:e2}亿元{yexp:增长/减少}{yexp.g:p2}%。支出构成见表1。"
    )
    paper.centre("表1　待遇支出构成")
    paper.table(
        (16, 12, 10),
        "项目|金额（万元）|占比（%）",
        "住院待遇|{bed:w2}|{bed_h:p2}",
        "普通门诊统筹|{out:w2}|{out_h:p2}",
        "门诊慢特病|{chron:w2}|{chron_h:p2}",
        "大病保险|{big:w2}|{big_h:p2}",
        "合计|{all_s:w2}|100.00",
    )
    paper.p(
        "（三）结余。当期结余{cur:w2}万元，加上上年末滚存{open_:w2}万元，2023年末滚存结余{end:w2}万元。按2023年月均支出{month:w2}万元计，可支付{months:r1}个月，处于6至9个月的合理区间；同口径年初为{months_l:r1}个月。",
    )
    paper.h("三、绩效指标完成情况")
    paper.centre("表2　分县（区）参保和基金支出")
    paper.table(
        (10, 11, 11, 10, 12, 11),
        "县（区）|2023年参保（人）|2022年参保（人）|增减（人）|基金支出（万元）|人均支出（元）",
        *(
            f"{name}|{{{k}_n:y0}}|{{{k}_l:y0}}|{{{k}_d:y0}}|{{{k}_s:w2}}|{{{k}_v:y2}}"
            for k, name, *_ in _COUNTIES
        ),
        "全市|{all_n:y0}|{all_l:y0}|{all_d:y0}|{all_s:w2}|{all_v:y2}",
    )
    paper.p(
        "参保人员住院{stays:n}人次，住院率{stay_x:p2}%，在县域内就医{local:n}人次，占{local_x:p2}%，平均住院{los:n1}天。住院总费用{cost:w2}万元，次均费用{per_stay:y0}元，次均基金支付{per_bed:y0}元。住院政策范围内费用{scope:w2}万元，基金支付{bed:w2}万元，政策范围内报销比例{pol_x:p2}%，按总费用计算的实际报销比例{real_x:p2}%。",
    )
    paper.p(
        "开展定点医药机构专项检查{checked:n}家，查实违规{found:n}家，占{found_x:p2}%，全部作出处理，其中移送或立案{file:n}家；追回基金{back:w2}万元，收取违约金及行政罚款{fine:w2}万元，合计{recov:w2}万元。"
    )
    paper.p("电话调查参保人{polled:n}人，{glad:n}人表示满意或基本满意，满意度{glad_x:p1}%。")
    paper.h("四、自评结论")
    paper.p("综合得分{g_all:s1}分，评价等级“优”。扣分主要在征缴进度、住院控费和监管环节。")
    paper.table(
        (12, 18, 8, 8),
        "一级指标|二级指标|满分|自评得分",
        "基金管理|预算编制准确性|{w0:s0}|{g0:s1z}",
        "^|征缴与财政补助到位|{w1:s0}|{g1:s1z}",
        "^|待遇支付及时性|{w2:s0}|{g2:s1z}",
        "基金产出|住院控费|{w3:s0}|{g3:s1z}",
        "基金效益|待遇保障水平|{w4:s0}|{g4:s1z}",
        "^|基金监管|{w5:s0}|{g5:s1z}",
        "满意度|参保人满意度|{w6:s0}|{g6:s1z}",
        "合计|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.h("五、存在的问题及下一步安排")
    paper.p(
        "参保人数有所下降，省外务工人员在务工地参保增多；住院率仍高于全省平均水平。2024年将连续参保激励纳入县（区）考核，8月底前完成医保支付方式改革全覆盖，由待遇保障科牵头。绩效结果用于编制2025年基金预算，并随基金决算公开。"
    )
    return paper
