"""A city bureau, 2018: the old outline 投入/过程/产出/效果; tables in 元 with separators, text in 万元; deductions."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.yuan(wage="8461237.55", goods="1735218.40", home="962043.18", capital="148600.00")
    book.sum("basic", "wage", "goods", "home", "capital")
    book.yuan(
        plan="12000000.00",
        platform="3450000.00",
        patent="1286470.00",
        popular="842915.60",
        talent="2010000.00",
    )
    book.sum("proj", "plan", "platform", "patent", "popular", "talent")
    book.sum("spent", "basic", "proj")
    book.yuan(b_basic="11406300.00", b_proj="20540000.00")
    book.sum("b_start", "b_basic", "b_proj")
    book.yuan(add_basic="186420.00", add_proj="800000.00")
    book.sum("add", "add_basic", "add_proj")
    book.sum("b_all", "b_start", "add")
    book.sum("a_basic", "b_basic", "add_basic")
    book.sum("a_proj", "b_proj", "add_proj")
    book.sum("b_all", "a_basic", "a_proj")
    book.rate("done", "spent", "b_all")
    book.rate("adjust", "add", "b_start")
    book.rate("done_basic", "basic", "a_basic")
    book.rate("done_proj", "proj", "a_proj")
    book.sum("left", "b_all", minus=("spent",))
    book.sum("left_basic", "a_basic", minus=("basic",))
    book.sum("left_proj", "a_proj", minus=("proj",))
    book.rate("left_rate", "left", "b_all")
    book.yuan(pub="1735218.40", pub_b="1820000.00")
    book.rate("pub_rate", "pub", "pub_b")
    book.yuan(out="0", recv="46280.00", carbuy="0", carrun="72415.30")
    book.sum("three", "out", "recv", "carrun")
    book.yuan(b_recv="65000.00", b_carrun="80000.00")
    book.sum("b_three", "b_recv", "b_carrun")
    book.yuan(b_three_last="158000.00")
    book.year("tb", "b_three", "b_three_last")
    book.rate("three_rate", "three", "b_three")
    book.count(posts=58, staff=55)
    book.rate("control", "staff", "posts")
    book.yuan(buy_b="1460000.00", buy="1312800.00")
    book.rate("buy_rate", "buy", "buy_b")
    for stem, weights in _FORM.items():
        for number, (weight, got, _, _) in enumerate(weights):
            book.count(**{f"{stem}{number}_w": weight, f"{stem}{number}_s": got})
        book.sum(f"{stem}_w", *(f"{stem}{n}_w" for n in range(len(weights))))
        book.sum(f"{stem}_s", *(f"{stem}{n}_s" for n in range(len(weights))))
    book.sum("full", *(f"{stem}_w" for stem in _FORM))
    book.sum("score", *(f"{stem}_s" for stem in _FORM))
    return book


_FORM: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "i": (
        ("3", "3", "绩效目标合理性", ""),
        ("4", "3", "绩效指标明确性", "个别指标未细化，扣1分"),
        ("5", "5", "在职人员控制率", ""),
        ("3", "3", "“三公经费”变动率", ""),
    ),
    "p": (
        ("6", "5", "预算完成率", "未达100%，按标准扣1分"),
        ("4", "2.5", "预算调整率", "年中有追加，扣1.5分"),
        ("4", "4", "公用经费控制率", ""),
        ("6", "6", "“三公经费”控制率", ""),
        ("5", "4.5", "政府采购执行率", "采购执行率低于100%，扣0.5分"),
        ("8", "8", "管理制度健全性", ""),
        ("7", "7", "资金使用合规性", ""),
    ),
    "o": (
        ("10", "10", "实际完成率", ""),
        ("8", "7.5", "完成及时率", "科普活动周推迟举办，扣0.5分"),
        ("7", "7", "质量达标率", ""),
    ),
    "e": (
        ("8", "7.5", "经济效益", "技术合同成交额增幅回落，扣0.5分"),
        ("7", "7", "社会效益", ""),
        ("5", "5", "社会公众或服务对象满意度", ""),
    ),
}
_NAMES = {"i": "投入", "p": "过程", "o": "产出", "e": "效果"}


def _form_rows() -> list[str]:
    rows = ["一级指标|三级指标|分值|得分|扣分原因"]
    for stem, items in _FORM.items():
        for number, (_, _, name, why) in enumerate(items):
            head = f"{_NAMES[stem]}（{{{stem}_w:s0}}分）" if number == 0 else "^"
            rows.append(f"{head}|{name}|{{{stem}{number}_w:s0}}|{{{stem}{number}_s:s1z}}|{why}")
        rows.append(f"^|小计|{{{stem}_w:s0}}|{{{stem}_s:s1z}}|")
    rows.append("总分|>|{full:s0}|{score:s1z}|")
    return rows


def build() -> Paper:
    """Return the report."""
    paper = Paper("city_science_2018", _books(), styled=True)
    paper.title("2018年度部门整体支出绩效评价自评报告")
    paper.centre("部门名称：江陵市科学技术局（盖章）")
    paper.centre("预算编码：103001")
    paper.centre("评价方式：部门（单位）绩效自评")
    paper.centre("报告日期：2019年5月6日")
    paper.h("一、部门概况")
    paper.p(
        "市科学技术局是主管全市科技工作的市政府工作部门，内设7个科室，所属二级预算单位2个，即市生产力促进中心、市科技信息研究所。",
        "截至2018年底，编制{posts:n}人，实有在职人员{staff:n}人。",
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.h("（一）基本支出", 2)
    paper.p(
        "2018年基本支出决算数为{basic:w2}万元，是指为保障机构正常运转、完成日常工作任务而发生的各项支出，包括：工资福利支出{wage:w2}万元、",
        "商品和服务支出{goods:w2}万元、对个人和家庭的补助支出{home:w2}万元以及其他资本性支出{capital:w2}万元。",
    )
    paper.h("（二）专项支出", 2)
    paper.p(
        "2018年专项支出{proj:w2}万元，用于应用技术研究与开发、创新平台、知识产权、科学普及等方面。其中：市级科技计划项目经费{plan:w2}万元，",
        "创新平台建设补助{platform:w2}万元，专利资助及维权{patent:w2}万元，科普活动{popular:w2}万元，引进科技人才奖励{talent:w2}万元。",
    )
    paper.centre("表1 部门整体支出情况表")
    paper.right("单位：元")
    paper.table(
        (9, 9, 8, 9, 9, 8, 6),
        "项目|年初预算|年中追加|调整后预算|决算数|结余|完成率",
        "基本支出|{b_basic:y2,}|{add_basic:y2,}|{a_basic:y2,}|{basic:y2,}|{left_basic:y2,}|{done_basic:p2}%",
        "项目支出|{b_proj:y2,}|{add_proj:y2,}|{a_proj:y2,}|{proj:y2,}|{left_proj:y2,}|{done_proj:p2}%",
        "合计|{b_start:y2,}|{add:y2,}|{b_all:y2,}|{spent:y2,}|{left:y2,}|{done:p2}%",
    )
    paper.centre("表2 项目支出明细表")
    paper.right("单位：元")
    paper.table(
        (3, 14, 8, 10),
        "序号|项目名称|支出金额|资金用途",
        "1|市级科技计划项目|{plan:y2,}|支持企业、高校科研项目46项",
        "2|创新平台建设|{platform:y2,}|新认定市级工程技术研究中心9家",
        "3|专利资助及维权|{patent:y2,}|资助授权发明专利",
        "4|科普活动|{popular:y2,}|科技活动周等",
        "5|人才引进奖励|{talent:y2,}|兑现2017年度奖励",
        "合计|>|{proj:y2,}|",
    )
    paper.h("三、部门整体支出绩效情况")
    paper.h("（一）投入", 2)
    paper.p(
        "1．在职人员控制率＝（在职人员数/编制数）×100%＝（{staff:n}/{posts:n}）×100%＝{control:p2}%，未超过100%，得5分。",
    )
    paper.p(
        "2．“三公经费”变动率＝（本年度“三公经费”预算数－上年度“三公经费”预算数）/上年度“三公经费”预算数×100%。本年度预算数{b_three:w2}万元，",
        "上年度预算数{b_three_last:w2}万元，{tb:增加/减少}{tb.d:w2}万元，变动率为-{tb.g:p2}%。",
    )
    paper.h("（二）过程", 2)
    paper.p("1．预算完成率。预算数{b_all:w2}万元，实际完成{spent:w2}万元，完成率{done:p2}%。")
    paper.p(
        "2．预算调整率。年初预算{b_start:w2}万元，年中追加{add:w2}万元，预算调整率{adjust:p2}%，追加原因为政策性增资和省级配套科技项目。"
    )
    paper.p("3．结转结余。年末结转结余{left:w2}万元，结转结余率{left_rate:p2}%。")
    paper.p("4．公用经费控制率。公用经费预算{pub_b:w2}万元，实际支出{pub:w2}万元，控制率{pub_rate:p2}%。")
    paper.p(
        "5．“三公经费”控制率。全年“三公经费”预算{b_three:w2}万元，实际支出{three:w2}万元（公务接待费{recv:w2}万元，公务用车运行维护费{carrun:w2}万元，",
        "无因公出国费用和公务用车购置费用），控制率{three_rate:p2}%。",
    )
    paper.p("6．政府采购执行率。政府采购预算{buy_b:w2}万元，实际采购{buy:w2}万元，执行率{buy_rate:p2}%。")
    paper.h("（三）产出及效果", 2)
    paper.p(
        "全年组织实施市级科技计划项目46项，新增高新技术企业31家，累计达到127家；技术合同成交额突破6.2亿元，较上年增长8.6%；专利申请量"
        "超过1500件。举办科普活动20余场次，参与群众3万多人次。"
    )
    paper.h("四、评分情况")
    paper.p("对照评价指标体系，2018年度部门整体支出绩效自评得分为{score:s1z}分，评价等次为优。具体见下表。")
    paper.centre("部门整体支出绩效评价评分表")
    paper.table((7, 12, 5, 5, 16), *_form_rows())
    paper.h("五、存在的主要问题")
    paper.p("（一）预算编制的前瞻性不够，年中追加较多。（二）部分科技项目验收滞后，尾款支付不及时。")
    paper.h("六、改进措施和有关建议")
    paper.p(
        "（一）提前开展下年度项目征集和论证，减少年中追加。（二）建立项目验收台账，按季通报验收进度，及时拨付尾款。"
    )
    return paper
