"""A district legal aid centre, 2021: cases by sort over two years, classes of clients that overlap, fees a case, answers by line."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, sort, cases last year, cases, closed, fee a case (元).
_SORTS = (
    ("civ", "民事", 612, 684, 641, "1500"),
    ("cri", "刑事", 438, 417, 409, "2000"),
    ("adm", "行政", 17, 22, 19, "1800"),
)


def _books() -> Book:
    book = Book()
    for key, _, last, now, closed, fee in _SORTS:
        book.count(**{f"{key}_l": last, f"{key}_n": now, f"{key}_c": closed})
        book.yuan(**{f"{key}_f": fee})
        book.product(f"{key}_m", f"{key}_f", f"{key}_c")
        book.year(f"y{key}", f"{key}_n", f"{key}_l")
    for end in "lncm":
        book.sum(f"s_{end}", *(f"{key}_{end}" for key, *_ in _SORTS))
    book.year("ys", "s_n", "s_l")
    for key, *_ in _SORTS:
        book.rate(f"{key}_h", f"{key}_n", "s_n")
    book.rate("s_x", "s_c", "s_n")
    book.sum("s_o", "s_n", minus=("s_c",))
    book.count(work=326, women=291, young=104, old=158, vet=12)
    book.rate("work_h", "work", "s_n")
    book.rate("women_h", "women", "s_n")
    book.yuan(note="36500", train="28240", post="64900", other="7346")
    book.sum("out", "s_m", "note", "train", "post", "other")
    book.yuan(plan="2320000", plan_l="2180000")
    book.rate("out_x", "out", "plan")
    book.sum("left", "plan", minus=("out",))
    book.year("yp", "plan", "plan_l")
    book.yuan(cent="650000", prov="420000")
    book.sum("dist", "plan", minus=("cent", "prov"))
    book.sum("plan", "cent", "prov", "dist")
    book.rate("cent_h", "cent", "plan")
    book.count(call=4826, visit=2154, net=1371)
    book.sum("ask", "call", "visit", "net")
    book.rate("call_h", "call", "ask")
    book.rate("visit_h", "visit", "ask")
    book.rate("net_h", "net", "ask")
    book.count(law=46, stub=23, vol=58)
    book.sum("helpers", "law", "stub", "vol")
    book.average("per", "s_n", "law")
    book.wan(won="1862.47", won_l="1530.92")
    book.year("ywon", "won", "won_l")
    book.count(rev=120, fine=41, good=66)
    book.sum("pass_", "rev", minus=("fine", "good"))
    book.sum("rev", "fine", "good", "pass_")
    book.rate("fine_x", "fine", "rev")
    book.count(back=380, very=342, just=29)
    book.sum("glad", "very", "just")
    book.rate("glad_x", "glad", "back")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("legal_aid_2021", _books())
    paper.title("青原区法律援助中心办案经费项目支出绩效自评报告")
    paper.centre("（2021年度）")
    paper.h("一、项目概况")
    paper.p(
        "法律援助办案经费是省对县转移支付与区级财政共同负担的经常性项目，2021年预算{plan:y0}元，较2020年的{plan_l:y0}元{yp:增加/减少}{yp.d:y0}元，{yp:增长/下降}{yp.g:p1}%。",
        "从来源看，中央补助{cent:y0}元（占{cent_h:p1}%）、省级补助{prov:y0}元、区级安排{dist:y0}元。",
        "项目绩效目标为：办理法律援助案件1000件以上，受援人满意度不低于90%，咨询解答不少于8000人次。",
    )
    paper.h("二、资金使用情况")
    paper.p(
        "截至2021年12月31日，支出{out:y0}元，预算执行率{out_x:p1}%，剩余{left:y0}元结转2022年。其中：办案补贴{s_m:y0}元，公证及鉴定费{note:y0}元，业务培训费{train:y0}元，值班律师岗位补贴{post:y0}元，其他{other:y0}元。",
        "办案补贴在结案后按件发放，民事{civ_f:y0}元/件、刑事{cri_f:y0}元/件、行政{adm_f:y0}元/件（2022年起拟分别提高到1800元、2400元和2200元）。",
    )
    paper.centre("表1 2021年案件及办案补贴情况")
    paper.table(
        (10, 12, 12, 12, 12, 14, 14),
        "类别|2020年受理（件）|2021年受理（件）|占比（%）|2021年结案（件）|补贴标准（元/件）|办案补贴（元）",
        *(
            f"{name}|{{{k}_l:n}}|{{{k}_n:n}}|{{{k}_h:p1}}|{{{k}_c:n}}|{{{k}_f:y0}}|{{{k}_m:y0}}"
            for k, name, *_ in _SORTS
        ),
        "合计|{s_l:n}|{s_n:n}|100.0|{s_c:n}|—|{s_m:y0}",
    )
    paper.h("三、项目绩效")
    paper.p(
        "（一）办案数量。全年受理法律援助案件{s_n:n}件，同比{ys:增加/减少}{ys.d:n}件（2020年{s_l:n}件），{ys:增长/下降}{ys.g:p1}%，其中民事案件{civ_n:n}件，比上年{yciv:增加/减少}{yciv.d:n}件，刑事案件{cri_n:n}件，比上年{ycri:增加/减少}{ycri.d:n}件。",
        "当年结案{s_c:n}件，结案率{s_x:p1}%，未结{s_o:n}件转入2022年办理。",
    )
    paper.p(
        "受援人中，农民工{work:n}人，占{work_h:p1}%；妇女{women:n}人，占{women_h:p1}%；未成年人{young:n}人，老年人{old:n}人，退役军人{vet:n}人。因部分受援人同时具有多重身份，上述人数存在交叉。",
    )
    paper.p(
        "（二）咨询解答。接待来电咨询{call:n}人次、来访{visit:n}人次、网络{net:n}人次，合计{ask:n}人次，三种方式分别占{call_h:p1}%、{visit_h:p1}%、{net_h:p1}%。12348热线每日9时至17时值守，平均等待不到30秒。",
    )
    paper.p(
        "（三）队伍。现有法律援助人员{helpers:n}人：执业律师{law:n}人、基层法律服务工作者{stub:n}人、志愿者{vol:n}人；按执业律师计，人均受理{per:r1}件。",
    )
    paper.p(
        "（四）质量。组织同行评估{rev:n}卷，评为优秀{fine:n}卷、良好{good:n}卷、合格{pass_:n}卷，优秀率{fine_x:p1}%。（五）效益。为受援人取得或挽回利益{won:w2}万元，上年为{won_l:w2}万元，{ywon:增长/下降}{ywon.g:p1}%。",
    )
    paper.p(
        "（六）满意度。对受援人回访{back:n}人，非常满意{very:n}人，满意{just:n}人，二者相加{glad:n}人，满意度{glad_x:p1}%，比目标值高7个百分点以上。",
    )
    paper.h("四、自评结果和问题")
    paper.p(
        "自评96.5分，等级为优。扣分主要在预算执行（扣1.5分）和案卷归档（扣2分）。问题：刑事全覆盖后值班律师不足，2021年12月案件占全年的近两成，年底集中结案。"
    )
    paper.h("五、改进措施")
    paper.p(
        "2022年3月底前由中心办公室建立按月结案通报制度；新招募律师10名以上；上半年归档率力争达到95%。自评结果在区政府网站公开，并作为2023年预算的参考。"
    )
    return paper
