"""A county's note on mending unsafe homes, 2017: running text without a table, subsidies a class, rounded and hedged figures."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, class of households, mended, subsidy a household (元).
_KINDS = (
    ("poor", "建档立卡贫困户", 1268, "21000"),
    ("low", "低保户", 417, "18000"),
    ("alone", "分散供养特困人员", 186, "24000"),
    ("dis", "贫困残疾人家庭", 129, "18000"),
)


def _books() -> Book:
    book = Book()
    for key, _, homes, each in _KINDS:
        book.count(**{f"{key}_n": homes})
        book.yuan(**{f"{key}_e": each})
        book.product(f"{key}_m", f"{key}_e", f"{key}_n")
    book.sum("n", *(f"{key}_n" for key, *_ in _KINDS))
    book.sum("paid", *(f"{key}_m" for key, *_ in _KINDS))
    book.rate("poor_h", "poor_n", "n")
    book.average("per", "paid", "n")
    book.count(plan=2000)
    book.rate("n_x", "n", "plan")
    book.wan(state="2450.00", prov="980.00", cnty="720.00")
    book.sum("all", "state", "prov", "cnty")
    book.sum("left", "all", minus=("paid",))
    book.rate("paid_x", "paid", "all")
    book.rate("state_h", "state", "all")
    book.wan(last="3318.40")
    book.year("yall", "all", "last")
    book.count(c=1386, d=614, rebuilt=571, moved=43)
    book.sum("n", "c", "d")
    book.sum("d", "rebuilt", "moved")
    book.rate("c_h", "c", "n")
    book.count(towns=17, vills=213, done_oct=1894, done_dec=106)
    book.sum("n", "done_oct", "done_dec")
    book.rate("oct_x", "done_oct", "n")
    book.count(chk=320, pass_=311, mend=9, area="61.8", people=6482, poor_p=4017)
    book.sum("chk", "pass_", "mend")
    book.rate("pass_x", "pass_", "chk")
    book.average("per_p", "people", "n")
    book.count(asked=260, happy=243, files=2000, net=1976)
    book.rate("happy_x", "happy", "asked")
    book.rate("net_x", "net", "files")
    book.count(n16=1640)
    book.year("yn", "n", "n16")
    book.count(g1=19, g2="18.5", g3=34, g4="23.5", w1=20, w2=20, w3=35, w4=25)
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(1, 5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("county_housing_note_2017", _books())
    paper.title("关于2017年度农村危房改造补助资金绩效自评情况的报告")
    paper.p("市财政局：")
    paper.p(
        "按照《财政部关于印发〈预算绩效管理工作规划〉的通知》和市局布置，我县住建局会同财政局，对2017年度农村危房改造补助资金开展了绩效自评，现将有关情况报告如下。"
    )
    paper.h("一、基本情况")
    paper.p(
        "我县辖{towns:n}个乡镇、{vills:n}个行政村，2017年市下达危房改造任务{plan:n}户，较2016年的{n16:n}户{yn:增加/减少}{yn.d:n}户，{yn:增长/下降}{yn.g:p1}%。全年筹集补助资金{all:w0}万元，其中中央补助{state:w0}万元、省级补助{prov:w0}万元、县级配套{cnty:w0}万元，中央资金占近六成（{state_h:p1}%）。补助资金总量比2016年{last:w1}万元{yall:增长/下降}{yall.g:p1}%。",
    )
    paper.h("二、资金使用情况")
    paper.p(
        "补助资金通过“一卡通”直接发放到户。补助标准分类确定：建档立卡贫困户每户{poor_e:w1}万元，改造{poor_n:n}户，发放{poor_m:w1}万元；低保户每户{low_e:w1}万元，改造{low_n:n}户，发放{low_m:w1}万元；分散供养特困人员每户{alone_e:w1}万元，改造{alone_n:n}户，发放{alone_m:w1}万元；贫困残疾人家庭与低保户标准相同，改造{dis_n:n}户，发放{dis_m:w1}万元。",
    )
    paper.p(
        "四类对象共发放{paid:w1}万元，户均补助约{per:w2}万元，占筹集资金的{paid_x:p1}%。剩余{left:w1}万元结转2018年继续用于危房改造，县财政局已单独列账。"
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "（一）数量目标。实际改造{n:n}户，任务完成率{n_x:p0}%。按危险等级分，C级{c:n}户（占{c_h:p1}%）、D级{d:n}户；D级危房中原址重建{rebuilt:n}户，进城或集中安置{moved:n}户。四类对象中建档立卡贫困户占{poor_h:p1}%。"
    )
    paper.p(
        "（二）时效目标。10月底前竣工{done_oct:n}户，占任务数的{oct_x:p1}%，其余{done_dec:n}户受雨季影响，于12月20日前竣工。"
    )
    paper.p(
        "（三）质量目标。县级组织抽验{chk:n}户，一次合格{pass_:n}户，合格率{pass_x:p1}%；{mend:n}户存在圈梁配筋不足等问题，均已返工。重建户均建筑面积{area:n1}平方米。"
    )
    paper.p(
        "（四）效益目标。惠及群众{people:n}人，户均{per_p:r1}人，其中贫困人口4000余人。带动本地工匠近500人就业，人均增收5000元以上。"
    )
    paper.p(
        "（五）满意度目标。入户走访{asked:n}户，{happy:n}户表示满意，满意度{happy_x:p1}%。农户档案建档{files:n}份，录入全国信息系统{net:n}份，录入率{net_x:p1}%。"
    )
    paper.h("四、自评结果")
    paper.p(
        "经自评，项目得分{g:s1}分。投入指标满分{w1:s0}分，得{g1:s1z}分；过程指标满分{w2:s0}分，得{g2:s1z}分；产出指标满分{w3:s0}分，得{g3:s1z}分；效果指标满分{w4:s0}分，得{g4:s1z}分。"
    )
    paper.h("五、存在的问题")
    paper.p(
        "一是个别乡镇对象认定不够精准，公示时间不足7天；二是信息系统录入滞后，尚有少数农户未录入；三是特困群众自筹能力弱，超面积建房现象仍然存在，个别户面积超过100平方米。"
    )
    paper.h("六、下一步打算")
    paper.p(
        "一是由乡镇包片领导逐户复核对象，2018年3月底前完成；二是3月15日前补录全部农户档案；三是推广限面积的标准图集，推行“交钥匙”工程。自评情况已在县政府信息公开栏公示，并作为2018年资金分配的依据。"
    )
    paper.right("2018年2月26日")
    return paper
