"""Country cleaning by contract, 2016: a price a head by town, payment a quarter less what the marks take off, in 元."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Town: name, villages, people, cleaners, waste carried off (吨).
_TOWNS = {
    "a": ("城关镇", 42, 58316, 176, "9846.3"),
    "b": ("龙泉镇", 38, 41275, 128, "6310.8"),
    "c": ("石桥镇", 51, 46820, 145, "6982.5"),
    "d": ("马庄乡", 29, 23164, 74, "3105.2"),
    "e": ("大河乡", 33, 27495, 86, "3764.7"),
}
# Quarter: average marks, taken off for the marks, taken off for single cases (元).
_QUARTERS = (
    ("一季度", "88.6", "35000.00", "6400.00"),
    ("二季度", "91.3", "20000.00", "3800.00"),
    ("三季度", "86.9", "45000.00", "9200.00"),
    ("四季度", "93.5", "10000.00", "1600.00"),
)
_GOODS = (
    ("垃圾桶", "个", 6200, 6200, "165.00"),
    ("密闭式收集箱", "个", 180, 172, "4850.00"),
    ("压缩运输车", "辆", 12, 12, "318000.00"),
    ("电动保洁车", "辆", 420, 405, "3260.00"),
)


def _money(book: Book) -> None:
    book.yuan(each="36", each_up="10", each_town="8")
    book.sum("each_own", "each", minus=("each_up", "each_town"))
    book.sum("each", "each_up", "each_own", "each_town")
    for key, (_, villages, people, cleaners, waste) in _TOWNS.items():
        book.count(**{f"{key}_v": villages, f"{key}_p": people, f"{key}_c": cleaners})
        book.count(**{f"{key}_t": waste})
        book.product(f"{key}_fee", "each", f"{key}_p")
    for end in ("v", "p", "c", "t", "fee"):
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _TOWNS))
    book.ties.append(Tie("product", "all_fee", ("each", "all_p")))
    for level in ("up", "own", "town"):
        book.product(f"fee_{level}", f"each_{level}", "all_p")
    book.sum("all_fee", "fee_up", "fee_own", "fee_town")
    book.count(four=4)
    book.average("quarter", "all_fee", "four")
    for n, (_, marks, cut, single) in enumerate(_QUARTERS):
        book.count(**{f"m{n}": marks})
        book.yuan(**{f"cut{n}": cut, f"one{n}": single})
        book.sum(f"off{n}", f"cut{n}", f"one{n}")
        book.sum(f"pay{n}", "quarter", minus=(f"off{n}",))
    for end in ("cut", "one", "off", "pay"):
        book.sum(end, *(f"{end}{n}" for n in range(4)))
    book.ties.append(Tie("sum", "pay", ("all_fee",), ("off",)))
    book.rate("off_x", "off", "all_fee")
    book.rate("pay_x", "pay", "all_fee")
    book.sum("marks", "m0", "m1", "m2", "m3")
    book.average("mean", "marks", "four")


def _goods(book: Book) -> None:
    for n, (_, _, plan, done, price) in enumerate(_GOODS):
        book.count(**{f"q{n}": plan, f"d{n}": done})
        book.yuan(**{f"u{n}": price})
        book.rate(f"x{n}", f"d{n}", f"q{n}")
        book.product(f"s{n}", f"u{n}", f"d{n}")
    book.sum("goods", *(f"s{n}" for n in range(len(_GOODS))))
    book.yuan(goods_b="7200000.00")
    book.rate("goods_x", "goods", "goods_b")
    book.sum("goods_r", "goods_b", minus=("goods",))
    book.sum("full", "all_fee", "goods_b")
    book.sum("spent", "pay", "goods")
    book.rate("spent_x", "spent", "full")
    book.sum("rest", "full", minus=("spent",))
    book.sum("rest", "off", "goods_r")


def _books() -> Book:
    book = Book()
    _money(book)
    _goods(book)
    book.count(burn="27126.4", waste_l="26284.9", days=366, calls=214, shut=209, calls_l=305)
    book.sum("buried", "all_t", minus=("burn",))
    book.sum("all_t", "burn", "buried")
    book.rate("burn_h", "burn", "all_t")
    book.year("yw", "all_t", "waste_l")
    book.average("per_day", "all_t", "days")
    book.average("per_c", "all_p", "all_c")
    book.rate("shut_x", "shut", "calls")
    book.year("yc", "calls", "calls_l")
    book.count(clean_p=90, asked=500, very=287, well=148, so=51, bad=14)
    book.sum("asked", "very", "well", "so", "bad")
    book.sum("glad", "very", "well")
    book.rate("glad_x", "glad", "asked")
    for key in ("very", "well", "so", "bad"):
        book.rate(f"{key}_h", key, "asked")
    # Points: money, work, effect, content.
    for n, (weight, got) in enumerate((("20", "18.5"), ("40", "37.2"), ("30", "26"), ("10", "8.7"))):
        book.count(**{f"w{n}": str(weight), f"g{n}": str(got)})
    for end in "wg":
        book.sum(end, *(f"{end}{n}" for n in range(4)))
    book.ties.append(Tie("score", "g3", ("w3", "glad_x")))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("sanitation_2016", _books())
    paper.title("关于2016年度城乡环卫一体化项目支出的绩效自评报告")
    paper.h("一、项目基本情况")
    paper.p(
        "泽源县2016年1月起在5个乡镇推行城乡环卫一体化市场化运作，通过公开招标确定由绿洁环境服务有限公司承担清扫保洁和垃圾清运，合同期3年（2016年1月1日至2018年12月31日）。项目覆盖行政村{all_v:n}个、农村人口{all_p:n}人，公司聘用保洁员{all_c:n}人，平均每名保洁员服务{per_c:n1}人。"
    )
    paper.p(
        "项目主管单位为县综合行政执法局，2016年共安排资金{full:y2}元，一是市场化服务费{all_fee:y2}元，二是设施设备购置费{goods_b:y2}元。项目总体绩效目标：垃圾日产日清，无害化处理率100%，季度考核平均分达到{clean_p:n}分，群众满意度不低于85%。"
    )
    paper.h("二、资金安排和支付情况")
    paper.h("（一）服务费", 2)
    paper.p(
        "服务费按农村人口计算，中标价为每人每年{each:y0}元，由市级奖补{each_up:y0}元、县财政负担{each_own:y0}元、乡镇负担{each_town:y0}元，据此市级应承担{fee_up:y2}元、县级应承担{fee_own:y2}元、乡镇应承担{fee_town:y2}元，均已拨付到位。"
    )
    paper.centre("表一：各乡镇服务费及工作量")
    paper.table(
        (9, 9, 10, 10, 14, 11),
        "乡镇|行政村（个）|人口（人）|保洁员（人）|年服务费（元）|清运量（吨）",
        *(
            f"{name}|{{{k}_v:n}}|{{{k}_p:n,}}|{{{k}_c:n}}|{{{k}_fee:y2,}}|{{{k}_t:n1,}}"
            for k, (name, *_) in _TOWNS.items()
        ),
        "总计|{all_v:n}|{all_p:n,}|{all_c:n}|{all_fee:y2,}|{all_t:n1,}",
    )
    paper.p(
        "服务费分{four:n}个季度等额计算，每季度{quarter:y2}元，考核后支付。季度考核满分100分，95分（含）以上全额支付，低于95分的每低1分扣5000元（不足1分按1分计），另对媒体曝光、群众举报属实等问题单项扣款。",
        "全年因考核得分扣款{cut:y2}元，单项扣款{one:y2}元，合计{off:y2}元，占服务费的{off_x:p2}%；实际支付{pay:y2}元，支付率{pay_x:p2}%。",
    )
    paper.centre("表二：季度考核与付款")
    paper.right("金额单位：元")
    paper.table(
        (8, 9, 13, 11, 11, 11, 13),
        "季度|考核得分|应付服务费|得分扣款|单项扣款|扣款小计|实付服务费",
        *(
            f"{name}|{{m{n}:s1}}|{{quarter:y2,}}|{{cut{n}:y2,}}|{{one{n}:y2,}}|{{off{n}:y2,}}|{{pay{n}:y2,}}"
            for n, (name, *_) in enumerate(_QUARTERS)
        ),
        "全年||{all_fee:y2,}|{cut:y2,}|{one:y2,}|{off:y2,}|{pay:y2,}",
    )
    paper.h("（二）设施设备购置费", 2)
    paper.p(
        "预算{goods_b:y2}元，实际支出{goods:y2}元，执行率{goods_x:p2}%，结余{goods_r:y2}元，已缴回县财政。垃圾桶、压缩运输车按计划购齐；密闭式收集箱、电动保洁车因5个村合并设点，分别少购8个和15辆。"
    )
    paper.centre("表三：设施设备购置情况")
    paper.table(
        (14, 6, 9, 9, 10, 12, 13),
        "名称|单位|计划数量|实购数量|完成率|单价（元）|金额（元）",
        *(
            f"{name}|{unit}|{{q{n}:n}}|{{d{n}:n}}|{{x{n}:p2}}%|{{u{n}:y2,}}|{{s{n}:y2,}}"
            for n, (name, unit, *_) in enumerate(_GOODS)
        ),
        "合计|>|>|>|>|>|{goods:y2,}",
    )
    paper.p(
        "综上，项目全年共支出{spent:y2}元，占安排资金的{spent_x:p2}%，剩余{rest:y2}元（含考核扣款{off:y2}元）。"
    )
    _results(paper)
    return paper


def _results(paper: Paper) -> None:
    paper.h("三、项目绩效情况")
    paper.p(
        "1.垃圾收运。全年清运生活垃圾{all_t:n1}吨，较2015年的{waste_l:n1}吨{yw:增加/减少}{yw.d:n1}吨，{yw:增长/下降}{yw.g:p2}%；按全年{days:n}天计算，日均{per_day:n1}吨。焚烧发电处理{burn:n1}吨，占{burn_h:p2}%，卫生填埋{buried:n1}吨，无害化处理率100%。"
    )
    paper.p(
        "2.考核结果。四个季度考核得分分别为{m0:s1}分、{m1:s1}分、{m2:s1}分和{m3:s1}分，年平均{mean:s2}分，略高于{clean_p:n}分的目标；三季度得分最低，主要是汛期河道漂浮物清理不及时。"
    )
    paper.p(
        "3.群众诉求。“12345”热线受理环境卫生诉求{calls:n}件，同比{yc:增长/下降}{yc.g:p2}%（2015年为{calls_l:n}件），办结{shut:n}件，办结率{shut_x:p2}%。"
    )
    paper.p(
        "4.满意度。2016年12月在5个乡镇随机入户调查{asked:n}人，回答“很满意”“满意”“一般”“不满意”的分别为{very:n}人、{well:n}人、{so:n}人和{bad:n}人，占比分别为{very_h:p1}%、{well_h:p1}%、{so_h:p1}%和{bad_h:p1}%。前两项合计{glad:n}人，满意度{glad_x:p1}%。"
    )
    paper.h("四、自评得分")
    paper.p(
        "项目自评得分{g:s1}分（满分{w:s0}分）：资金管理{g0:s1}分（满分{w0:s0}分），产出指标{g1:s1}分（满分{w1:s0}分），效益指标{g2:s1}分（满分{w2:s0}分），满意度指标{g3:s1}分（满分{w3:s0}分，按调查满意度计分）。"
    )
    paper.h("五、存在问题及下步打算")
    paper.p(
        "主要问题：部分村庄保洁员年龄偏大，60岁以上的超过三成；垃圾源头分类尚未起步；考核以县级为主，乡镇参与不足。"
    )
    paper.p(
        "下步打算：一是督促公司在2017年6月底前调整不适岗保洁员；二是在城关镇、龙泉镇各选2个村开展垃圾分类试点；三是修订考核办法，将乡镇评分占比提高到30%，自2017年二季度起执行。"
    )
    paper.right("泽源县综合行政执法局　2017年2月20日")
