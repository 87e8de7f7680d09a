"""A petition bureau, 2019: small money, many visits and letters, percentages of percentages, months, repeats, first-time cases."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_WAYS = (
    ("let", "来信", 1268, 1431),
    ("vis", "来访", 2754, 3192),
    ("net", "网上信访", 4926, 3870),
    ("tel", "电话", 1837, 1654),
)
_ITEMS = (
    ("run", "信访大厅运行", "86.00", "84.37"),
    ("law", "律师驻点服务", "36.00", "36.00"),
    ("aid", "特殊疑难信访救助", "120.00", "97.50"),
    ("sys", "信息系统运维", "28.50", "28.13"),
    ("back", "劝返接返", "65.00", "41.86"),
)


def _books() -> Book:
    book = Book()
    for key, _, now, last in _WAYS:
        book.count(**{f"{key}_n": now, f"{key}_l": last})
        book.year(f"y{key}", f"{key}_n", f"{key}_l")
    for end in "nl":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _WAYS))
    book.year("yall", "all_n", "all_l")
    for key, *_ in _WAYS:
        book.rate(f"{key}_h", f"{key}_n", "all_n")
    for key, _, plan, paid in _ITEMS:
        book.wan(**{f"{key}_b": plan, f"{key}_s": paid})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bs":
        book.sum(f"p_{end}", *(f"{key}_{end}" for key, *_ in _ITEMS))
    book.rate("p_x", "p_s", "p_b")
    book.wan(base_b="498.60", base_s="493.28")
    book.rate("base_x", "base_s", "base_b")
    for end in "bs":
        book.sum(f"t_{end}", f"p_{end}", f"base_{end}")
    book.rate("t_x", "t_s", "t_b")
    book.sum("left", "t_b", minus=("t_s",))
    book.count(first=7246, again=3539, due=6981, reg=7132, acc=6904, done=6871)
    book.sum("all_n", "first", "again")
    book.rate("first_h", "first", "all_n")
    book.rate("reg_x", "acc", "reg")
    book.rate("done_x", "done", "due")
    book.sum("over", "due", minus=("done",))
    book.count(old=86, old_d=71, lead=24, lead_c=312, lead_d=268, people=1954, people_l=2386)
    book.rate("old_x", "old_d", "old")
    book.sum("old_r", "old", minus=("old_d",))
    book.rate("lead_x", "lead_d", "lead_c")
    book.year("yp", "people", "people_l")
    book.count(help_=52, rate_n=3816, rate_y=3602, unit_n=3610, unit_y=3321)
    book.average("aid_p", "aid_s", "help_")
    book.rate("rate_x", "rate_y", "rate_n")
    book.rate("unit_x", "unit_y", "unit_n")
    for n, (w, g) in enumerate((("10", "9.3"), ("30", "28.6"), ("20", "18"), ("30", "27.5"), ("10", "9"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("petition_bureau_2019", _books())
    paper.title("清源市信访局2019年度部门整体支出绩效自评报告")
    paper.h("一、部门情况")
    paper.p("市信访局为市政府工作部门，内设5个科，下属信访投诉受理中心1个，在职28人。")
    paper.h("二、预算执行情况")
    paper.p(
        "2019年预算{t_b:w2}万元，支出{t_s:w2}万元，预算执行率{t_x:p1}%，结余{left:w2}万元。其中基本支出{base_s:w2}万元（执行率{base_x:p1}%），项目支出{p_s:w2}万元（执行率{p_x:p1}%）。"
    )
    paper.right("单位：万元")
    paper.table(
        (18, 10, 10, 9),
        "项目|预算数|支出数|执行率",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p1}}%" for k, name, *_ in _ITEMS),
        "项目支出小计|{p_b:w2}|{p_s:w2}|{p_x:p1}%",
    )
    paper.p("劝返接返项目执行率低，是因进京非正常上访人次同比减少近半，属于政策目标实现带来的节约。")
    paper.h("三、履职效果")
    paper.p(
        "全年受理群众信访{all_n:n}件次，同比{yall:上升/下降}{yall.g:p1}%（2018年{all_l:n}件次）。初次信访{first:n}件次，占{first_h:p1}%，重复信访{again:n}件次。四种渠道情况如下："
    )
    paper.table(
        (12, 10, 10, 10, 10),
        "渠道|2019年（件次）|2018年（件次）|同比±%|占比%",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_l:n}}|{'+' if paper.book.up[f'y{k}'] else '-'}{{y{k}.g:p1}}|{{{k}_h:p1}}"
            for k, name, *_ in _WAYS
        ),
        "合计|{all_n:n}|{all_l:n}|" + "{yall.g:p1}|100",
    )
    paper.p(
        "初次信访事项中应登记{reg:n}件，按期受理{acc:n}件，按期受理率{reg_x:p1}%；应于年内办结{due:n}件，按期办结{done:n}件，按期办结率{done_x:p1}%，超期{over:n}件。来访涉及{people:n}批次，比上年{people_l:n}批次{yp:增加/减少}{yp.d:n}批次。"
    )
    paper.p(
        "年初梳理信访积案{old:n}件，化解{old_d:n}件，化解率{old_x:p1}%，剩余{old_r:n}件转入2020年包案范围。市级领导接访{lead:n}次，接待群众{lead_c:n}批，当年化解{lead_d:n}批，化解率{lead_x:p1}%。发放特殊疑难救助{aid_s:w2}万元，救助{help_:n}人，人均{aid_p:w2}万元。"
    )
    paper.p(
        "群众满意度评价系统数据：对信访部门评价{rate_n:n}件，满意{rate_y:n}件，满意率{rate_x:p1}%；对责任单位评价{unit_n:n}件，满意{unit_y:n}件，满意率{unit_x:p1}%。"
    )
    paper.h("四、自评得分")
    paper.p(
        "总分{g_all:s1z}分。预算执行{w0:s0}分，得{g0:s1z}分；产出数量质量{w1:s0}分，得{g1:s1z}分；产出时效{w2:s0}分，得{g2:s1z}分；效益{w3:s0}分，得{g3:s1z}分；满意度{w4:s0}分，得{g4:s1z}分。"
    )
    paper.h("五、问题及改进措施")
    paper.p(
        "重复信访仍占三成以上，积案化解进入深水区；救助资金审批链条长。2020年建立首接首办终身负责机制，积案由市领导包案，6月底前再化解不少于8件。自评结果在部门网站公开并用于2021年预算编制。"
    )
    return paper
