"""A county department in the style of Yunnan, 2023: summary first, method, conclusions by dimension, survey report."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Project, budget, spent (万元, six decimals as the finance system exports them).
_PROJECTS = (
    ("民族团结进步示范创建", "62.000000", "58.736214"),
    ("宗教场所安全管理补助", "35.400000", "35.400000"),
    ("党外代表人士培训", "18.000000", "11.284600"),
    ("侨务工作经费", "6.500000", "6.213058"),
    ("港澳台侨联络", "4.000000", "0"),
    ("少数民族发展资金", "120.000000", "114.905377"),
)
# Dimension, full points, points.
_DIMENSIONS = (
    ("决策", "20", "18.60"),
    ("过程", "25", "22.35"),
    ("产出", "30", "27.84"),
    ("效益", "25", "23.50"),
)


def _books() -> Book:
    book = Book()
    numbers = range(len(_PROJECTS))
    for n, (_, budget, spent) in enumerate(_PROJECTS):
        book.wan(**{f"b{n}": budget, f"s{n}": spent})
        book.sum(f"r{n}", f"b{n}", minus=(f"s{n}",))
        book.rate(f"x{n}", f"s{n}", f"b{n}")
    for end in "bsr":
        book.sum(f"{end}p", *(f"{end}{n}" for n in numbers))
    book.rate("xp", "sp", "bp")
    book.wan(bw="286.312540", bg="41.208800", sw="284.906172", sg="38.551940")
    book.sum("bb", "bw", "bg")
    book.sum("sb", "sw", "sg")
    book.sum("rb", "bb", minus=("sb",))
    book.rate("xb", "sb", "bb")
    book.sum("b", "bb", "bp")
    book.sum("s", "sb", "sp")
    book.sum("r", "b", minus=("s",))
    book.rate("x", "s", "b")
    book.rate("hb", "sb", "s")
    book.rate("hp", "sp", "s")
    for n, (_, full, got) in enumerate(_DIMENSIONS):
        book.count(**{f"w{n}": full, f"g{n}": got})
        book.rate(f"d{n}", f"g{n}", f"w{n}")
    book.sum("full", *(f"w{n}" for n in range(4)))
    book.sum("score", *(f"g{n}" for n in range(4)))
    book.count(sent=220, got=212, bad=4, very=143, quite=56, plain=7, not_=2)
    book.sum("valid", "got", minus=("bad",))
    book.sum("valid", "very", "quite", "plain", "not_")
    book.sum("pleased", "very", "quite")
    book.rate("got_rate", "got", "sent")
    book.rate("valid_rate", "valid", "got")
    for name in ("very", "quite", "plain", "not_", "pleased"):
        book.rate(f"{name}_h", name, "valid")
    book.count(admin=12, unit=6, worker=1)
    book.sum("posts", "admin", "unit", "worker")
    book.count(staff_a=11, staff_u=6, staff_w=1)
    book.sum("staff", "staff_a", "staff_u", "staff_w")
    book.count(sites=38, trained=412, classes=8)
    book.average("per_class", "trained", "classes")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("yunnan_united_front", _books())
    paper.title("中共沧源江县委统战部")
    paper.title("2023年度部门整体支出绩效自评报告")
    paper.h("摘　要")
    paper.p(
        "2023年部门预算总额{b:w2}万元，实际支出{s:w2}万元，预算执行率{x:p2}%。自评综合得分{score:s2}分，评价等级为“良”以上的“优”级（90分及以上为优）。",
        "决策、过程、产出、效益四个维度分别得{g0:s2}分、{g1:s2}分、{g2:s2}分、{g3:s2}分，得分率分别为{d0:p2}%、{d1:p2}%、{d2:p2}%、{d3:p2}%。",
    )
    paper.h("一、部门基本情况")
    paper.h("（一）部门概况", 2)
    paper.p(
        "县委统战部（加挂县民族宗教事务局、县政府侨务办公室牌子）核定编制{posts:n}名，其中行政编制{admin:n}名、事业编制{unit:n}名、工勤编制{worker:n}名；",
        "年末实有{staff:n}人，其中行政人员{staff_a:n}人、事业人员{staff_u:n}人、工勤人员{staff_w:n}人。",
    )
    paper.h("（二）部门预算及执行情况", 2)
    paper.p(
        "1．预算情况。2023年部门预算{b:w6}万元，其中：基本支出预算{bb:w6}万元，项目支出预算{bp:w6}万元。",
        "基本支出预算中，人员经费{bw:w6}万元，公用经费{bg:w6}万元。",
    )
    paper.p(
        "2．支出情况。全年支出{s:w6}万元，其中：基本支出{sb:w6}万元，占{hb:p2}%，执行率{xb:p2}%；项目支出{sp:w6}万元，占{hp:p2}%，执行率{xp:p2}%。",
        "基本支出中，人员经费{sw:w6}万元，公用经费{sg:w6}万元。年末未执行{r:w6}万元，其中基本支出{rb:w6}万元、项目支出{rp:w6}万元。",
    )
    paper.centre("表1　项目支出预算执行情况")
    paper.table(
        (4, 15, 10, 10, 10, 8),
        "序号|项目名称|预算数（万元）|支出数（万元）|未执行数（万元）|执行率",
        *(
            f"{n + 1}|{name}|{{b{n}:w6}}|{{s{n}:w6}}|{{r{n}:w6}}|"
            + ("—" if spent == "0" else f"{{x{n}:p2}}%")
            for n, (name, _, spent) in enumerate(_PROJECTS)
        ),
        "合　计|>|{bp:w6}|{sp:w6}|{rp:w6}|{xp:p2}%",
    )
    paper.p(
        "其中，港澳台侨联络项目因全年未组织出访团组，资金未使用；党外代表人士培训因压缩外出培训班次，执行率为{x2:p2}%。"
    )
    paper.h("二、绩效目标设立情况")
    paper.p(
        "部门整体绩效目标为：铸牢中华民族共同体意识，维护宗教领域和谐稳定；举办各类培训班≥8期，培训≥400人次；宗教活动场所安全检查覆盖率100%；服务对象满意度≥90%。"
    )
    paper.h("三、自评思路及过程")
    paper.p(
        "本次自评按照《云南省财政厅关于做好绩效自评工作的通知》要求，于2024年2月20日至3月15日开展，采用因素分析法、比较法和公众评判法。"
    )
    paper.h("四、绩效自评结论与分析")
    paper.p("经综合评定，部门整体支出绩效自评得分{score:s2}分。各维度得分情况见表2。")
    paper.centre("表2　自评得分情况")
    paper.table(
        (8, 8, 8, 8),
        "维度|分值|自评得分|得分率",
        *(f"{name}|{{w{n}:s0}}|{{g{n}:s2}}|{{d{n}:p2}}%" for n, (name, _, _) in enumerate(_DIMENSIONS)),
        "合计|{full:s0}|{score:s2}|{score:s2}%",
    )
    paper.h("（一）产出情况", 2)
    paper.p(
        "全年检查宗教活动场所{sites:n}处，覆盖率100%；举办党外人士、宗教教职人员等培训班{classes:n}期，培训{trained:n}人次，平均每期{per_class:n1}人次。"
    )
    paper.h("（二）满意度情况", 2)
    paper.p(
        "共发放问卷{sent:n}份，回收{got:n}份，回收率{got_rate:p2}%；剔除无效问卷{bad:n}份，有效问卷{valid:n}份，有效率{valid_rate:p2}%。其中：选择“非常满意”的",
        "{very:n}人，占{very_h:p2}%；“比较满意”的{quite:n}人，占{quite_h:p2}%；“一般”的{plain:n}人，占{plain_h:p2}%；“不满意”的{not_:n}人，占{not__h:p2}%。",
        "满意及以上合计{pleased:n}人，综合满意度{pleased_h:p2}%。",
    )
    paper.h("五、主要经验及做法")
    paper.p("坚持“花钱必问效”，将绩效目标分解到5个业务股室，按季度开展运行监控。")
    paper.h("六、存在问题")
    paper.p(
        "（一）部分项目预算执行率偏低，预算编制与工作计划衔接不够。（二）效益类指标以定性为主，佐证材料收集不及时。"
    )
    paper.h("七、改进措施及建议")
    paper.p(
        "（一）编制预算前由各股室逐项核定出访、培训计划，当年无法实施的不列预算。（二）年初同步制定佐证材料清单，按季归集。"
    )
    paper.h("八、自评结果应用")
    paper.p("自评结果作为编制2025年度预算的参考，并于2024年6月30日前随部门决算一并公开。")
    paper.p("附件：1．部门整体支出绩效自评情况表　2．满意度调查问卷分析报告")
    return paper
