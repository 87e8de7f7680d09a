"""A soil survey as a research project, 2022 to 2024: contracts of unit price by quantity, samples planned and done, papers, cost a sample."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, work, unit, unit price (元), planned number, done number, paid (元).
_WORK = (
    ("pt", "表层样点调查采样", "个", "620", 4200, 4186, "2595320"),
    ("pr", "剖面样点调查采样", "个", "4800", 320, 318, "1450080"),
    ("sm", "样品制备", "份", "95", 4520, 4504, "427880"),
    ("ts", "理化性状检测", "份", "1150", 4520, 4504, "4920000"),
    ("bd", "容重测定", "组", "180", 1060, 1055, "189900"),
)
_YEARS = (("22", "1460000", "1384265.30"), ("23", "5200000", "4971804.70"), ("24", "3940000", "4035110.00"))


def _books() -> Book:
    book = Book()
    for k, _, _, each, plan, done, paid in _WORK:
        book.yuan(**{f"{k}_e": each, f"{k}_y": paid})
        book.count(**{f"{k}_p": plan, f"{k}_d": done})
        book.product(f"{k}_b", f"{k}_e", f"{k}_p")
        book.product(f"{k}_a", f"{k}_e", f"{k}_d")
        book.rate(f"{k}_x", f"{k}_d", f"{k}_p")
        book.sum(f"{k}_o", f"{k}_a", minus=(f"{k}_y",))
    for end in "bayo":
        book.sum(f"s_{end}", *(f"{k}_{end}" for k, *_ in _WORK))
    book.ties.append(Tie("sum", "s_o", ("s_a",), ("s_y",)))
    book.rate("s_yx", "s_y", "s_a")
    book.sum("spare", "s_b", minus=("s_a",))
    for k, budget, spent in _YEARS:
        book.yuan(**{f"b{k}": budget, f"u{k}": spent})
    book.sum("bud", *(f"b{k}" for k, *_ in _YEARS))
    book.sum("use", *(f"u{k}" for k, *_ in _YEARS))
    book.rate("use_x", "use", "bud")
    book.sum("left", "bud", minus=("use",))
    book.sum("self", "use", minus=("s_y",))
    book.yuan(travel="318640", meet="92450")
    book.sum("soft", "self", minus=("travel", "meet"))
    book.ties.append(Tie("sum", "self", ("travel", "meet", "soft")))
    book.rate("out_h", "s_y", "use")
    book.sum("smp_d", "pt_d", "pr_d")
    book.sum("smp_p", "pt_p", "pr_p")
    book.rate("smp_x", "smp_d", "smp_p")
    book.average("per", "use", "smp_d")
    book.count(chk=452, chk_ok=441, db=4504, maps=26, maps_p=24, paper_n=7, paper_p=5, core=3, patent=2)
    book.rate("chk_x", "chk_ok", "chk")
    book.rate("maps_x", "maps", "maps_p")
    book.count(org_n="24.86", org_l="22.41", ph_l="5.94", ph_n="5.61", acid_n=1362, acid_l=1058)
    book.year("yo", "org_n", "org_l")
    book.sum("dph", "ph_l", minus=("ph_n",))
    book.rate("acid_x", "acid_n", "pt_d")
    book.count(g0="9.8", g1="48.5", g2="28.2", g3="9.5")
    book.sum("g", "g0", "g1", "g2", "g3")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("soil_survey_cost_2024", _books(), styled=True)
    paper.title("省农业科学院土壤肥料研究所")
    paper.title("“红壤区耕地土壤质量调查与制图”专项绩效自评报告")
    paper.centre("（执行期2022年6月—2024年12月）")
    paper.h("1 专项概况")
    paper.p(
        "1.1立项情况。专项于2022年5月获批，执行期两年半，总经费{bud:y2,}元，分三年下达：2022年{b22:y0,}元、2023年{b23:y0,}元、2024年{b24:y0,}元。牵头单位为土壤肥料研究所，参加单位有省地质调查院、两所高校的资源环境学院和四个市级农科所。"
    )
    paper.p(
        "1.2任务目标。完成表层样点{pt_p:n}个、剖面样点{pr_p:n}个的调查采样和检测，编制土壤图件{maps_p:n}幅，发表论文不少于{paper_p:n}篇，申请专利2件以上。"
    )
    paper.h("2 经费使用")
    paper.p(
        "2.1总体情况。执行期内累计支出{use:y2,}元，经费执行率{use_x:p2}%，结余{left:y2,}元按规定留归项目组统筹使用。三年分别支出{u22:y2,}元、{u23:y2,}元、{u24:y2,}元，2024年支出大于当年下达数，系使用了前两年结转经费。"
    )
    paper.p(
        "2.2支出构成。委托业务费{s_y:y2,}元，占{out_h:p2}%；自行开支{self:y2,}元，其中差旅费{travel:y2,}元、会议和专家咨询费{meet:y2,}元、软件及图件编制费{soft:y2,}元。"
    )
    paper.p(
        "2.3委托任务结算。五项委托任务均按“单价×数量”签订合同，合同估算价{s_b:y0,}元，按实际完成量结算{s_a:y0,}元，比合同估算价少{spare:y0,}元；已支付{s_y:y0,}元，占结算价的{s_yx:p2}%，尚欠{s_o:y0,}元（质量保证金，2025年支付）。结算情况见表2-1。"
    )
    paper.centre("表2-1 委托任务合同与结算情况（金额：元）")
    paper.table(
        (18, 6, 9, 9, 13, 9, 13, 13, 11),
        "任务|单位|单价|合同数量|合同估算价|完成数量|结算价|已支付|未支付",
        *(
            f"{name}|{unit}|{{{k}_e:y0}}|{{{k}_p:n}}|{{{k}_b:y0}}|{{{k}_d:n}}|{{{k}_a:y0}}|{{{k}_y:y0}}|{{{k}_o:y0}}"
            for k, name, unit, *_ in _WORK
        ),
        "合计|||—|{s_b:y0}|—|{s_a:y0}|{s_y:y0}|{s_o:y0}",
    )
    paper.p(
        "注：样品制备份数含平行样和质控样以外的全部原始样品；容重测定每个剖面取3组以上，部分剖面石砾含量高未取。"
    )
    paper.h("3 任务完成情况")
    paper.p(
        "3.1调查采样。共完成样点{smp_d:n}个（表层{pt_d:n}个，剖面{pr_d:n}个），为计划{smp_p:n}个的{smp_x:p2}%。未完成的样点位于规划建设用地，经专家组同意核减。表层、剖面样点完成率分别为{pt_x:p2}%和{pr_x:p2}%。按累计支出计，每个样点综合成本{per:y2}元，全国同类地区为2200—2600元。"
    )
    paper.p(
        "3.2检测。检测样品{ts_d:n}份，入库数据{db:n}条。外部质控抽查{chk:n}份，合格{chk_ok:n}份，合格率{chk_x:p2}%，高于95%的要求。检测周期平均18天，较合同约定的25天缩短一周。"
    )
    paper.p(
        "3.3成果。编制图件{maps:n}幅，完成率{maps_x:p2}%；发表论文{paper_n:n}篇，其中核心期刊{core:n}篇，比目标多2篇；申请发明专利{patent:n}件。培养研究生9名，其中博士2名。"
    )
    paper.h("4 主要发现与效益")
    paper.p(
        "4.1与2007年测土配方调查相比，耕地有机质平均含量由{org_l:n2}克/千克{yo:提高/降低}到{org_n:n2}克/千克，{yo:增加/减少}{yo.d:n2}克/千克，{yo:增幅/降幅}{yo.g:p2}%；pH平均值由{ph_l:n2}降至{ph_n:n2}，下降{dph:n2}个单位。pH低于5.5的表层样点{acid_n:n}个，占{acid_x:p2}%，酸化趋势应引起重视。"
    )
    paper.p(
        "4.2成果已用于3个县的酸化耕地治理方案，推广面积11万亩，亩均增产30—45公斤。12个县（市、区）农业农村局对成果应用情况的评价中，10个为“好”，2个为“较好”。"
    )
    paper.h("5 自评结果")
    paper.p(
        "自评得分{g:s1z}分，其中经费执行{g0:s1z}分、产出{g1:s1z}分、效益{g2:s1z}分、满意度{g3:s1z}分，自评等级为优秀。"
    )
    paper.h("6 问题与建议")
    paper.p(
        "野外作业受汛期影响，2022年秋季采样仅完成年度计划的六成；委托检测合同尾款支付偏慢。建议今后同类专项执行期按三年安排，单价参照全国土壤普查预算标准动态调整。数据成果按保密规定分级共享。"
    )
    return paper
