"""A county bureau, 2020: the self score comes first; text in 万元 with two decimals, few small tables."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.wan(fin="612.3745", other="18.2010", old="43.6125")
    book.sum("bud", "fin", "other", "old")
    book.wan(wage="318.4672", goods="96.2208", home="21.7731")
    book.sum("basic", "wage", "goods", "home")
    book.wan(p_eng="86.2000", p_eco="24.5544", p_data="37.9061", p_train="8.4410")
    book.sum("proj", "p_eng", "p_eco", "p_data", "p_train")
    book.sum("spent", "basic", "proj")
    book.sum("rest", "bud", minus=("spent",))
    book.rate("exec", "spent", "bud")
    book.rate("basic_share", "basic", "spent")
    book.rate("proj_share", "proj", "spent")
    book.wan(last_spent="562.1896")
    book.year("y", "spent", "last_spent")
    book.wan(c_recv="2.1530", c_car="3.9860", c_buy="0", c_out="0")
    book.sum("three", "c_recv", "c_car")
    book.wan(b_recv="3.0000", b_car="4.5000")
    book.sum("b_three", "b_recv", "b_car")
    book.rate("three_rate", "three", "b_three")
    book.wan(l_recv="2.8740", l_car="4.1125")
    book.sum("l_three", "l_recv", "l_car")
    book.year("ty", "three", "l_three")
    book.year("ry", "c_recv", "l_recv")
    book.year("cy", "c_car", "l_car")
    book.count(posts=32, staff_then=29, joined=3, left=2, retired=17)
    book.sum("staff", "staff_then", "joined", minus=("left",))
    book.rate("control", "staff", "posts")
    book.count(a_total=24, a_fin=7, a_eco=9, a_inv=5, a_track=3)
    book.sum("a_total", "a_fin", "a_eco", "a_inv", "a_track")
    book.wan(found="3865.4200", handed="412.7600", cut="1238.0500", fixed="2214.6100")
    book.sum("found", "handed", "cut", "fixed")
    book.count(advice=87, taken=82, sent=60, back=57, good=55)
    book.rate("taken_rate", "taken", "advice")
    book.rate("back_rate", "back", "sent")
    book.rate("good_rate", "good", "back")
    book.count(w_in=15, w_pro=25, w_out=30, w_eff=30)
    book.sum("w_all", "w_in", "w_pro", "w_out", "w_eff")
    book.count(s_in="14", s_pro="23.5", s_out="29", s_eff="29")
    book.sum("score", "s_in", "s_pro", "s_out", "s_eff")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("county_audit", _books())
    paper.title("临溪县审计局2020年度部门整体支出绩效自评报告")
    paper.p(
        "根据《临溪县财政局关于开展2020年度部门整体支出绩效自评工作的通知》（临财绩〔2021〕3号）要求，我局组织人员对本部门",
        "2020年度整体支出绩效开展了自评，现将有关情况报告如下。",
    )
    paper.h("一、自评得分情况")
    paper.p(
        "经自评，我局2020年度部门整体支出绩效得分{score:s1z}分，自评等级为“优秀”。其中：投入类指标得{s_in:s1z}分（满分{w_in:s0}分），",
        "过程类指标得{s_pro:s1z}分（满分{w_pro:s0}分），产出类指标得{s_out:s1z}分（满分{w_out:s0}分），效果类指标得{s_eff:s1z}分（满分{w_eff:s0}分）。",
    )
    paper.h("二、部门概况")
    paper.h("（一）机构人员", 2)
    paper.p(
        "县审计局为县政府工作部门，内设办公室、财政审计股、经济责任审计股、政府投资审计股、法规审理股等5个股室，下设政府投资审计中心1个",
        "事业单位，均纳入本次自评范围。全局核定编制{posts:n}名，年初在职{staff_then:n}人，年内新录用公务员{joined:n}人，调出{left:n}人，",
        "年末实有在职人员{staff:n}人，在职人员控制率为{control:p2}%；另有退休人员{retired:n}人。联系电话0731-8230116。",
    )
    paper.h("（二）主要职责", 2)
    paper.p(
        "主管全县审计工作，对县级预算执行情况和其他财政收支、乡镇财政决算、县属国有企业以及党政主要领导干部经济责任等事项进行审计监督，"
        "承担县委审计委员会办公室日常工作，完成县委、县政府交办的其他任务。"
    )
    paper.h("三、部门收支情况")
    paper.h("（一）收入预算", 2)
    paper.p(
        "2020年我局全年预算收入{bud:w2}万元，包括当年财政拨款{fin:w2}万元、其他收入{other:w2}万元和上年结转{old:w2}万元。",
    )
    paper.h("（二）支出情况", 2)
    paper.p(
        "全年实际支出{spent:w2}万元，预算执行率{exec:p2}%，年末结转结余{rest:w2}万元。与上年支出{last_spent:w2}万元相比，{y:增加/减少}",
        "{y.d:w2}万元，{y:增幅/降幅}为{y.g:p2}%，主要是新增金审三期系统建设等支出。",
    )
    paper.p(
        "1．基本支出{basic:w2}万元，占全年支出的{basic_share:p2}%，其中工资福利支出{wage:w2}万元，商品和服务支出{goods:w2}万元，",
        "对个人和家庭的补助{home:w2}万元。",
    )
    paper.p(
        "2．项目支出{proj:w2}万元，占{proj_share:p2}%，共安排4个项目：政府投资审计聘请中介机构经费{p_eng:w2}万元，经济责任审计专项{p_eco:w2}万元，",
        "金审三期及数据分析{p_data:w2}万元，审计业务培训{p_train:w2}万元。",
    )
    paper.h("（三）“三公”经费", 2)
    paper.p(
        "2020年“三公”经费支出{three:w2}万元，为预算{b_three:w2}万元的{three_rate:p2}%，比上年的{l_three:w2}万元{ty:增加/减少}{ty.d:w2}万元，",
        "{ty:增长/下降}{ty.g:p2}%。其中：公务接待费{c_recv:w2}万元，较上年{ry:增加/减少}{ry.d:w2}万元，{ry:增长/下降}{ry.g:p2}%；公务用车运行维护费",
        "{c_car:w2}万元，较上年{cy:增加/减少}{cy.d:w2}万元，{cy:增长/下降}{cy.g:p2}%。全年未安排因公出国（境）和公务用车购置。",
    )
    paper.centre("“三公”经费预决算对比表")
    paper.right("单位：万元")
    paper.table(
        (10, 6, 6, 6),
        "项　目|上年决算|本年预算|本年决算",
        "合　计|{l_three:w2}|{b_three:w2}|{three:w2}",
        "因公出国（境）费|—|—|—",
        "公务接待费|{l_recv:w2}|{b_recv:w2}|{c_recv:w2}",
        "公务用车购置费|—|—|—",
        "公务用车运行维护费|{l_car:w2}|{b_car:w2}|{c_car:w2}",
    )
    paper.h("四、绩效目标完成情况")
    paper.p(
        "全年共完成审计（调查）项目{a_total:n}个，其中财政收支审计{a_fin:n}个，经济责任审计{a_eco:n}个，政府投资审计{a_inv:n}个，重大政策措施",
        "落实情况跟踪审计{a_track:n}个，完成年度计划22个的109.09%。查出主要问题金额{found:w2}万元，已上缴财政{handed:w2}万元，核减工程造价",
        "{cut:w2}万元，纠正其他违规资金{fixed:w2}万元。提出审计建议{advice:n}条，被采纳{taken:n}条，采纳率{taken_rate:p2}%。",
    )
    paper.p(
        "向被审计单位发放满意度调查问卷{sent:n}份，收回有效问卷{back:n}份，回收率{back_rate:p1}%，表示满意的{good:n}份，满意度为{good_rate:p2}%，",
        "高于95%的目标值。",
    )
    paper.h("五、评分汇总")
    paper.table(
        (6, 16, 6, 6, 20),
        "序号|评价内容|标准分|自评分|扣分原因",
        "1|投入（目标设定、预算配置）|{w_in:s0}|{s_in:s1z}|个别绩效指标不够细化，扣1分",
        "2|过程（预算执行、预算管理、资产管理）|{w_pro:s0}|{s_pro:s1z}|年末有结转结余，扣1.5分",
        "3|产出（职责履行）|{w_out:s0}|{s_out:s1z}|1个项目审计报告出具超期，扣1分",
        "4|效果（履职效益）|{w_eff:s0}|{s_eff:s1z}|审计建议未全部采纳，扣1分",
        "合计|>|{w_all:s0}|{score:s1z}|",
    )
    paper.h("六、存在的问题")
    paper.p(
        "一是绩效指标设置还不够细化，部分指标量化程度不高。二是政府投资审计项目结算进度受建设单位送审影响，经费支付较为集中。"
    )
    paper.h("七、下一步改进措施")
    paper.p(
        "一是编制下一年度预算时同步细化绩效指标，明确指标值的取数来源。二是会同财政部门建立中介机构费用按季结算机制，均衡支出进度。"
    )
    paper.right("临溪县审计局")
    paper.right("2021年4月12日")
    return paper
