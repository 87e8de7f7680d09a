"""A county procuratorate, 2022: cases by business, rates of sub-groups, what is asked and followed, small project money in 万元 with four decimals."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_MONEY = (
    ("wage", "工资福利支出", "1346.2815", "1338.0462"),
    ("goods", "商品和服务支出", "286.5000", "271.3948"),
    ("help", "对个人和家庭的补助", "58.1240", "57.9016"),
)
_TASKS = (
    ("case", "办案业务费", "196.0000", "188.4275"),
    ("tech", "检务信息化", "84.0000", "79.8600"),
    ("aid", "国家司法救助金", "40.0000", "36.5000"),
)


def _books() -> Book:
    book = Book()
    for key, _, plan, out in (*_MONEY, *_TASKS):
        book.wan(**{f"{key}_b": plan, f"{key}_c": out})
    for end in "bc":
        book.sum(f"basic_{end}", *(f"{k}_{end}" for k, *_ in _MONEY))
        book.sum(f"proj_{end}", *(f"{k}_{end}" for k, *_ in _TASKS))
        book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
    for key in ("basic", "proj", "all", "case", "tech", "aid"):
        book.rate(f"{key}_x", f"{key}_c", f"{key}_b")
    book.sum("left", "all_b", minus=("all_c",))
    book.count(ask=214, ask_p=301, yes=126, yes_p=168, sue=386, sue_p=542, sue_l=431)
    book.year("ysue", "sue", "sue_l")
    book.count(leave_p=143)
    book.sum("end_p", "sue_p", "leave_p")
    book.rate("leave_x", "leave_p", "end_p")
    book.count(admit=612, fixed=497, taken=482)
    book.rate("admit_x", "admit", "end_p")
    book.rate("fixed_x", "fixed", "admit")
    book.rate("taken_x", "taken", "fixed")
    book.count(civ=41, adm=63, pub=58)
    book.sum("cpa", "civ", "adm", "pub")
    book.count(notice=46, reply=44)
    book.rate("reply_x", "reply", "notice")
    book.count(h1=173, h2=208, letters_l=417)
    book.sum("letters", "h1", "h2")
    book.year("ylet", "letters", "letters_l")
    book.count(helped=17)
    book.wan(tri_car="38.6000", tri_car_l="42.1500", tri_eat="1.2480", tri_eat_l="1.6030")
    book.sum("tri", "tri_car", "tri_eat")
    book.sum("tri_l", "tri_car_l", "tri_eat_l")
    for key in ("tri", "tri_car", "tri_eat"):
        book.year(f"y{key}", key, f"{key}_l")
    book.count(w1=15, w2=25, w3=35, w4=25, g1=15, g2="23.5", g3="33.5", g4=24)
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(1, 5)))
    for n in range(1, 5):
        book.sum(f"c{n}", f"w{n}", minus=(f"g{n}",))
    book.sum("c", "w", minus=("g",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("procuratorate_2022", _books())
    paper.title("岚桥县人民检察院")
    paper.title("2022年度部门整体支出绩效自评报告")
    paper.h("一、部门基本情况")
    paper.p(
        "本院设第一至第五检察部、办公室、政治部、检务督察部8个内设机构，派驻检察室2个。中央政法专项编制58名，实有干警54人，其中员额检察官19人、检察官助理14人、书记员6人、司法警察等；聘用制书记员21人不占编制。"
    )
    paper.h("二、部门整体支出情况")
    paper.p(
        "2022年部门预算{all_b:w4}万元，其中基本支出{basic_b:w4}万元，项目支出{proj_b:w4}万元。全年支出{all_c:w4}万元，完成预算的{all_x:p2}%；基本支出{basic_c:w4}万元，完成{basic_x:p2}%；项目支出{proj_c:w4}万元，完成{proj_x:p2}%。年末结余{left:w4}万元，由财政收回。"
    )
    paper.p("项目支出的具体情况如下：")
    paper.table(
        (18, 14, 14, 12), "项目名称|预算（万元）|支出（万元）|完成（%）",
        *(f"{name}|{{{k}_b:w4}}|{{{k}_c:w4}}|{{{k}_x:p2}}" for k, name, *_ in _TASKS),
        "项目合计|{proj_b:w4}|{proj_c:w4}|{proj_x:p2}",
    )  # fmt: skip
    paper.p(
        "“三公”经费支出{tri:w4}万元（上年{tri_l:w4}万元），{ytri:增长/下降}{ytri.g:p2}%：公务用车运行维护费{tri_car:w4}万元（上年{tri_car_l:w4}万元），公务接待费{tri_eat:w4}万元（上年{tri_eat_l:w4}万元），分别{ytri_car:增长/下降}{ytri_car.g:p2}%、{ytri_eat:增长/下降}{ytri_eat.g:p2}%；未安排因公出国（境）和公务用车购置。公务接待26批次、184人次。执法执勤用车11辆，年初12辆，报废1辆。"
    )
    paper.h("三、部门整体绩效实现情况")
    paper.h("（一）刑事检察", 2)
    paper.p(
        "受理审查逮捕案件{ask:n}件{ask_p:n}人，批准和决定逮捕{yes:n}件{yes_p:n}人，其余作出不捕决定、公安撤回或尚在办理。审查起诉案件审结{end_p:n}人，其中提起公诉{sue:n}件{sue_p:n}人，不起诉{leave_p:n}人，不起诉率{leave_x:p2}%。起诉件数比上年的{sue_l:n}件{ysue:增加/减少}{ysue.d:n}件，{ysue:上升/下降}{ysue.g:p2}%。",
        "起诉人员中，电信网络诈骗及关联犯罪129人、危险驾驶138人、盗窃74人、毒品犯罪12人；未成年人9人，女性61人，累犯47人。",
    )
    paper.p(
        "适用认罪认罚从宽制度{admit:n}人，适用率{admit_x:p2}%；提出确定刑量刑建议{fixed:n}人，占适用人数的{fixed_x:p2}%，法院采纳{taken:n}人，采纳率{taken_x:p2}%。诉前羁押率由上年的31.4%降至24.9%，降低6.5个百分点；12月当月为22.8%。案-件比1∶1.17（上年1∶1.36）。"
    )
    paper.h("（二）民事、行政和公益诉讼检察", 2)
    paper.p(
        "办理民事、行政、公益诉讼检察案件{cpa:n}件，其中民事{civ:n}件、行政{adm:n}件、公益诉讼{pub:n}件。发出检察建议{notice:n}份，到年末收到回复{reply:n}份，回复率{reply_x:p2}%；2份未到回复期。公益诉讼案件中，生态环境领域23件、食药安全领域14件、国有财产保护3件等；督促清理垃圾1860吨，修复林地42.5亩，追回国有财产损失及补缴费用212.3万元（其中历年欠缴人防费145万元）。"
    )
    paper.h("（三）控告申诉和司法救助", 2)
    paper.p(
        "接收群众信访{letters:n}件（上半年{h1:n}件，下半年{h2:n}件），同比{ylet:上升/下降}{ylet.g:p2}%，7日内程序回复率100%，3个月内办理结果答复率98.2%。救助{helped:n}人，发放救助金{aid_c:w4}万元，最高一人5万元，最低一人0.5万元。"
    )
    paper.h("（四）社会评价", 2)
    paper.p(
        "县人大常委会对检察工作满意度测评，应到27人，实到24人，满意23票，基本满意1票。全省政法满意度调查本县检察机关96.41分，高于全市平均水平0.87分。"
    )
    paper.h("四、自评结论")
    paper.p("按照县财政局下发的评分标准，自评得分{g:s1}分，等级为“优”，共扣{c:s1z}分。")
    paper.table(
        (14, 8, 8, 8, 28), "一级指标|标准分|扣分|自评分|扣分说明",
        "投入|{w1:s0}|0|{g1:s1}|无",
        "过程|{w2:s0}|{c2:s1}|{g2:s1}|执行率扣0.5分；资产盘点不及时扣1分",
        "产出|{w3:s0}|{c3:s1}|{g3:s1}|检察建议回复率扣0.5分，信息化项目验收迟于计划2个月扣1分",
        "效果|{w4:s0}|{c4:s1}|{g4:s1}|信访答复率未达100%，扣1分",
        "合计|{w:s0}|{c:s1}|{g:s1}|",
    )  # fmt: skip
    paper.h("五、存在的主要问题")
    paper.p(
        "一是项目验收滞后，检务信息化三季度末执行率只有38.1%；二是司法救助金结余3.5万元，救助线索摸排不够。"
    )
    paper.h("六、改进措施和有关建议")
    paper.p(
        "2023年由办公室按季通报项目进度，二、三季度末分别达到50%和75%；第五检察部每月与县民政局、县妇联等会商一次，全年救助不少于20人。自评结果在本院门户网站公开，并用于2024年预算编制。"
    )
    return paper
