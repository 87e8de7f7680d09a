"""A foundation's grant to students, 2023: brackets of family income, grades of grant, donors, trend over four years; amounts in 元 and 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, bracket of yearly income a head, applied, granted, grant each (元).
_BRACKETS = (
    ("a", "6000元以下", 318, 318, "5000"),
    ("b", "6000元（含）至10000元", 427, 402, "4000"),
    ("c", "10000元（含）至15000元", 356, 271, "3000"),
    ("d", "15000元（含）以上", 164, 46, "2000"),
)
_TREND = (("20", 742, "268.30"), ("21", 815, "297.60"), ("22", 921, "356.90"))
_FROM = (("co", "企业捐赠", "240.00"), ("pe", "个人捐赠", "38.46"), ("ch", "慈善总会配套", "80.00"))


def _books() -> Book:
    book = Book()
    for k, _, asked, given, each in _BRACKETS:
        book.count(**{f"{k}_q": asked, f"{k}_n": given})
        book.yuan(**{f"{k}_e": each})
        book.product(f"{k}_m", f"{k}_e", f"{k}_n")
        book.rate(f"{k}_x", f"{k}_n", f"{k}_q")
    for end in "qnm":
        book.sum(f"s_{end}", *(f"{k}_{end}" for k, *_ in _BRACKETS))
    for k, *_ in _BRACKETS:
        book.rate(f"{k}_h", f"{k}_n", "s_n")
    book.rate("s_x", "s_n", "s_q")
    book.average("mean", "s_m", "s_n")
    book.sum("low_n", "a_n", "b_n")
    book.rate("low_h", "low_n", "s_n")
    book.sum("no", "s_q", minus=("s_n",))
    for k, number, money in _TREND:
        book.count(**{f"n{k}": number})
        book.wan(**{f"m{k}": money})
        book.average(f"e{k}", f"m{k}", f"n{k}")
    book.year("yn", "s_n", "n22")
    book.year("ym", "s_m", "m22")
    book.year("yl", "s_n", "n20")
    book.sum("four_n", "n20", "n21", "n22", "s_n")
    book.sum("four_m", "m20", "m21", "m22", "s_m")
    for k, _, money in _FROM:
        book.wan(**{f"f{k}": money})
    book.wan(fis="60.00")
    book.sum("gift", *(f"f{k}" for k, *_ in _FROM))
    book.sum("raised", "gift", "fis")
    book.rate("fis_h", "fis", "raised")
    book.rate("gift_h", "gift", "raised")
    book.wan(old="36.58", work="6.35")
    book.sum("pool", "old", "raised")
    book.sum("out", "s_m", "work")
    book.sum("rest", "pool", minus=("out",))
    book.rate("out_x", "out", "pool")
    book.rate("work_h", "work", "out")
    book.count(uni=592, coll=318, girl=561)
    book.sum("voc", "s_n", minus=("uni", "coll"))
    book.sum("s_n", "uni", "coll", "voc")
    book.sum("boy", "s_n", minus=("girl",))
    book.sum("s_n", "girl", "boy")
    book.rate("girl_h", "girl", "s_n")
    book.rate("uni_h", "uni", "s_n")
    book.count(call=260, sure=257, ask=200, yes=193)
    book.rate("sure_x", "sure", "call")
    book.rate("yes_x", "yes", "ask")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("tuition_grant_brackets_2023", _books())
    paper.title("“圆梦助学”困难学生资助资金2023年度绩效自评报告")
    paper.h("一、资金概况")
    paper.p(
        "“圆梦助学”资金由市慈善总会管理，市财政给予补助，用于资助当年考入高校的困难家庭学生。2023年筹集{raised:w2}万元，其中社会捐赠及配套{gift:w2}万元，占{gift_h:p1}%，市财政补助{fis:w2}万元，占{fis_h:p1}%。社会捐赠及配套包括：企业捐赠{fco:w2}万元、个人捐赠{fpe:w2}万元、慈善总会配套{fch:w2}万元。加上上年结转{old:w2}万元，全年可用资金{pool:w2}万元。"
    )
    paper.p(
        "个人捐赠中，单笔1000元以下的占九成以上；单笔最大为某企业捐赠的人民币壹佰贰拾万元整。根据捐赠协议，企业捐赠资金中不少于200万元须用于应届本科生。"
    )
    paper.h("二、资助标准和审核")
    paper.p(
        "资助按家庭年人均收入分四档：6000元以下每人{a_e:y0}元，6000元（含）至10000元每人{b_e:y0}元，10000元（含）至15000元每人{c_e:y0}元，15000元（含）以上但因病因灾致困的每人{d_e:y0}元。共收到申请{s_q:n}份，经村（社区）评议、乡镇初审、县级复审，批准{s_n:n}人，批准率{s_x:p1}%，未批准{no:n}人，主要原因是家庭收入或财产超过标准、材料不实、重复申请等。"
    )
    paper.centre("2023年分档资助情况")
    paper.table(
        (22, 10, 10, 10, 10, 12, 14),
        "家庭年人均收入|申请（人）|批准（人）|批准率|占资助人数|标准（元/人）|资助金额（元）",
        *(
            f"{name}|{{{k}_q:n}}|{{{k}_n:n}}|{{{k}_x:p1}}%|{{{k}_h:p1}}%|{{{k}_e:y0}}|{{{k}_m:y0}}"
            for k, name, *_ in _BRACKETS
        ),
        "合计|{s_q:n}|{s_n:n}|{s_x:p1}%|100.0%|—|{s_m:y0}",
    )
    paper.h("三、资金使用")
    paper.p(
        "全年支出{out:w2}万元，资金使用率{out_x:p1}%。其中发放助学金{s_m:w2}万元，工作经费{work:w2}万元，工作经费占支出的{work_h:p2}%，低于3%的上限。年末结余{rest:w2}万元，转入2024年继续使用。助学金于8月28日前全部通过“一卡通”发放到位，比要求提前3天。"
    )
    paper.h("四、产出和效果")
    paper.p(
        "（一）资助人数。全年资助{s_n:n}人，比2022年的{n22:n}人{yn:增加/减少}{yn.d:n}人，{yn:增长/下降}{yn.g:p1}%；资助金额比2022年的{m22:w2}万元{ym:增加/减少}{ym.d:w2}万元，{ym:增长/下降}{ym.g:p1}%；人均{mean:y0}元。与2020年相比，资助人数{yl:增长/减少}{yl.g:p1}%。四年累计资助{four_n:n}人次、{four_m:w2}万元。"
    )
    paper.table(
        (14, 12, 14, 14),
        "年度|资助人数（人）|资助金额（万元）|人均（元）",
        *(f"20{k}年|{{n{k}:n}}|{{m{k}:w2}}|{{e{k}:y0}}" for k, *_ in _TREND),
        "2023年|{s_n:n}|{s_m:w2}|{mean:y0}",
        "四年累计|{four_n:n}|{four_m:w2}|—",
    )
    paper.p(
        "（二）资助结构。按录取层次，本科{uni:n}人（占{uni_h:p1}%）、专科（高职）{coll:n}人、技师学院等{voc:n}人；按性别，女生{girl:n}人，占{girl_h:p1}%，男生{boy:n}人。收入在10000元以下的两档共{low_n:n}人，占{low_h:p1}%。脱贫户、低保户、孤儿、残疾人家庭学生分别有286人、341人、17人、74人，同一学生可能属于两类以上。"
    )
    paper.p(
        "（三）精准程度。电话回访{call:n}人，足额收到资助的{sure:n}人，占{sure_x:p1}%，另3人因银行卡号有误于9月补发。（四）满意度。抽样调查学生和家长{ask:n}人，满意{yes:n}人，满意度{yes_x:p1}%。"
    )
    paper.p(
        "（五）影响。2020年受助学生中已有近三成毕业就业，47人以志愿者身份回到项目。项目获第三届“江淮慈善奖”。"
    )
    paper.h("五、自评结论")
    paper.p("自评97分，等级为优。扣分3分：档次划分与低保标准衔接不够扣2分，宣传不足扣1分。")
    paper.h("六、问题与建议")
    paper.p(
        "第四档申请多、批准少，批准率只有{d_x:p1}%，建议2024年将该档条件写细，明确医疗自付费用超过3万元等可量化标准；最高一档标准由5000元提至6000元，预计增支30万元左右。"
    )
    return paper
