"""A county's vocational training under 稳就业, 2020: parallel lists, partial sums, ranges, levels of certificate, moneys by fund."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, kind of people, trained, certified, in work, subsidy (元).
_KINDS = (
    ("emp", "企业职工", 3862, 3417, 3862, "2896500"),
    ("mig", "农村转移劳动力", 2145, 1806, 1523, "2359500"),
    ("uni", "高校毕业生", 316, 284, 251, "410800"),
    ("job", "登记失业人员", 874, 742, 538, "1005100"),
    ("poor", "贫困劳动力", 658, 611, 496, "855400"),
)
_SCHOOLS = (
    ("a", "县职教中心", 2684),
    ("b", "宏达技校", 1937),
    ("c", "新起点培训学校", 1426),
    ("d", "企业自主", 1808),
)


def _books() -> Book:
    book = Book()
    for k, _, trained, cert, work, sub in _KINDS:
        book.count(**{f"{k}_t": trained, f"{k}_c": cert, f"{k}_w": work})
        book.yuan(**{f"{k}_m": sub})
        book.rate(f"{k}_cx", f"{k}_c", f"{k}_t")
        book.rate(f"{k}_wx", f"{k}_w", f"{k}_t")
        book.average(f"{k}_e", f"{k}_m", f"{k}_t")
    for end in "tcwm":
        book.sum(f"s_{end}", *(f"{k}_{end}" for k, *_ in _KINDS))
    book.rate("s_cx", "s_c", "s_t")
    book.rate("s_wx", "s_w", "s_t")
    book.average("s_e", "s_m", "s_t")
    for k, *_ in _KINDS:
        book.rate(f"{k}_h", f"{k}_t", "s_t")
    book.count(goal=7500, t_l=5210)
    book.rate("goal_x", "s_t", "goal")
    book.year("yt", "s_t", "t_l")
    book.sum("four_w", "mig_w", "uni_w", "job_w", "poor_w")
    book.sum("four_t", "mig_t", "uni_t", "job_t", "poor_t")
    book.rate("four_x", "four_w", "four_t")
    for k, _, trained in _SCHOOLS:
        book.count(**{f"o{k}": trained})
        book.rate(f"o{k}_h", f"o{k}", "s_t")
    book.ties.append(Tie("sum", "s_t", tuple(f"o{k}" for k, *_ in _SCHOOLS)))
    book.sum("top", "oa", "ob")
    book.rate("top_h", "top", "s_t")
    book.count(l5=3986, l4=2248, l3=412)
    book.sum("spec", "s_c", minus=("l5", "l4", "l3"))
    book.ties.append(Tie("sum", "s_c", ("l5", "l4", "l3", "spec")))
    book.sum("skill", "l5", "l4", "l3")
    book.yuan(life="936500", lodge="284700", check="118000")
    book.sum("three", "life", "lodge", "check")
    book.sum("use", "s_m", "three")
    book.yuan(up="6500000", fund="1800000", pov="900000")
    book.sum("come", "up", "fund", "pov")
    book.rate("up_h", "up", "come")
    book.rate("fund_h", "fund", "come")
    book.rate("pov_h", "pov", "come")
    book.rate("use_x", "use", "come")
    book.sum("rest", "come", minus=("use",))
    book.rate("m_h", "s_m", "use")
    book.count(q1=12, q2=19, q3=38)
    book.count(q4=31)
    book.sum("class_n", "q1", "q2", "q3", "q4")
    book.sum("half", "q3", "q4")
    book.rate("half_h", "half", "class_n")
    book.count(spot=46, bad=3, call=500, true=493, glad=468)
    book.rate("bad_x", "bad", "spot")
    book.rate("true_x", "true", "call")
    book.rate("glad_x", "glad", "call")
    book.yuan(back="38640")
    book.count(pay_o=3120, pay_n=3465, un_n="3.12", un_l="3.46")
    book.year("yp", "pay_n", "pay_o")
    book.sum("un_d", "un_l", minus=("un_n",))
    book.count(m1="17.5", m2="21.6", m3="36", m4="18.3")
    book.sum("m", "m1", "m2", "m3", "m4")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("county_training_jobs_2020", _books())
    paper.title("罗田县2020年职业技能提升行动专项资金绩效自评报告")
    paper.h("一、项目基本情况")
    paper.p(
        "（一）资金来源。2020年职业技能提升行动资金共{come:y0}元，分别来源于失业保险基金提取的专账资金{up:y0}元、就业补助资金{fund:y0}元、扶贫资金{pov:y0}元，占比分别为{up_h:p2}%、{fund_h:p2}%、{pov_h:p2}%。（二）目标。完成各类补贴性培训{goal:n}人次，取证率85%以上，除企业职工外培训后就业率70%左右。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "全年支出{use:y0}元，占资金总额的{use_x:p2}%，结余{rest:y0}元结转使用。其中：培训补贴{s_m:y0}元，占支出的{m_h:p2}%；生活费补贴{life:y0}元、食宿交通补贴{lodge:y0}元、鉴定补贴{check:y0}元，上述三项补贴合计{three:y0}元。对抽查发现的不实人次追回补贴{back:y0}元，已冲减支出，未在上述数字中单列。"
    )
    paper.h("三、产出情况")
    paper.p(
        "（一）培训人次。全年培训{s_t:n}人次，为目标的{goal_x:p2}%，较2019年的{t_l:n}人次{yt:增加/减少}{yt.d:n}人次，{yt:增长/下降}{yt.g:p2}%。企业职工、农村转移劳动力、高校毕业生、登记失业人员、贫困劳动力分别为{emp_t:n}人次、{mig_t:n}人次、{uni_t:n}人次、{job_t:n}人次、{poor_t:n}人次，分别占{emp_h:p2}%、{mig_h:p2}%、{uni_h:p2}%、{job_h:p2}%、{poor_h:p2}%。"
    )
    paper.centre("表1 分类培训情况")
    paper.table(
        (16, 9, 9, 10, 9, 10, 14, 12),
        "培训对象|培训人次|取证人次|取证率|就业人次|就业率|培训补贴（元）|人均补贴（元）",
        *(
            f"{name}|{{{k}_t:n}}|{{{k}_c:n}}|{{{k}_cx:p2}}%|{{{k}_w:n}}|{{{k}_wx:p2}}%|{{{k}_m:y0}}|{{{k}_e:y2}}"
            for k, name, *_ in _KINDS
        ),
        "合计|{s_t:n}|{s_c:n}|{s_cx:p2}%|{s_w:n}|{s_wx:p2}%|{s_m:y0}|{s_e:y2}",
    )
    paper.p(
        "（二）取证。取得证书{s_c:n}人次，取证率{s_cx:p2}%。其中职业技能等级证书{skill:n}人次（初级{l5:n}人次、中级{l4:n}人次、高级{l3:n}人次），专项职业能力证书{spec:n}人次。"
    )
    paper.p(
        "（三）培训机构。县职教中心培训{oa:n}人次（{oa_h:p2}%）、宏达技校{ob:n}人次（{ob_h:p2}%）、新起点培训学校{oc:n}人次（{oc_h:p2}%），企业自主培训{od:n}人次（{od_h:p2}%）。前两家合计{top:n}人次，占{top_h:p2}%，集中度较高。"
    )
    paper.p(
        "（四）进度。开班{class_n:n}期，一至四季度分别为{q1:n}期、{q2:n}期、{q3:n}期、{q4:n}期。受疫情影响，上半年以线上培训为主，下半年开班{half:n}期，占全年的{half_h:p2}%。每期培训5至20天，每班30至60人。"
    )
    paper.h("四、效果情况")
    paper.p(
        "（一）就业。农村转移劳动力等四类人员培训{four_t:n}人次，培训后就业{four_w:n}人次，就业率{four_x:p2}%，其中在县内就业的约六成。年末城镇登记失业率{un_n:n2}%，比年初的{un_l:n2}%下降{un_d:n2}个百分点。"
    )
    paper.p(
        "（二）增收。跟踪的200名转移劳动力，培训前月均工资{pay_o:n}元，培训后{pay_n:n}元，{yp:增加/减少}{yp.d:n}元，{yp:增幅/降幅}{yp.g:p2}%。（三）真实性和满意度。实地抽查{spot:n}个班，发现3个班考勤不实，占{bad_x:p2}%；电话抽查{call:n}人，信息真实的{true:n}人，真实率{true_x:p2}%，表示满意的{glad:n}人，满意度{glad_x:p2}%。"
    )
    paper.h("五、自评得分")
    paper.p(
        "投入{m1:s1z}分、过程{m2:s1z}分、产出{m3:s1z}分、效果{m4:s1z}分，总分{m:s1z}分，自评等级为“优”（90分以上）。"
    )
    paper.h("六、存在问题和改进")
    paper.p(
        "一是机构监管有薄弱环节，对考勤不实的3个班所在机构暂停承训资格半年；二是高技能培训少，高级证书占取证人次不到一成；三是结余较大，2021年将提高急需紧缺工种补贴标准10%—30%。以上由县人社局培训科牵头，2021年6月底前完成。"
    )
    return paper
