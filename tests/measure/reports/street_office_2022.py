"""A street office, 2022: text in 万元 with one decimal, headers with the unit before the figure, funds side by side."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_LINES = (
    ("general", "一般公共预算拨款", "4862.4", "5318.7", "5206.3"),
    ("fund", "政府性基金预算拨款", "0", "1240.0", "986.5"),
    ("capital", "国有资本经营预算拨款", "0", "25.6", "25.6"),
    ("other", "其他资金", "180.0", "212.9", "198.1"),
)
_WORKS = (
    ("safe", "平安建设及网格化管理", "412.0", "405.8"),
    ("clean", "市容环境卫生", "876.5", "861.4"),
    ("aged", "居家养老服务", "238.0", "214.7"),
    ("old", "老旧小区改造", "1240.0", "986.5"),
    ("party", "社区党组织服务群众", "165.0", "165.0"),
)


def _books() -> Book:
    book = Book()
    for key, _, start, full, spent in _LINES:
        book.wan(**{f"{key}_i": start, f"{key}_b": full, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "ibs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _LINES))
    book.rate("all_x", "all_s", "all_b")
    book.sum("added", "all_b", minus=("all_i",))
    book.sum("rest", "all_b", minus=("all_s",))
    for key, _, full, spent in _WORKS:
        book.wan(**{f"{key}_wb": full, f"{key}_ws": spent})
        book.rate(f"{key}_wx", f"{key}_ws", f"{key}_wb")
    book.sum("works_b", *(f"{key}_wb" for key, *_ in _WORKS))
    book.sum("works_s", *(f"{key}_ws" for key, *_ in _WORKS))
    book.rate("works_x", "works_s", "works_b")
    book.sum("basic_b", "all_b", minus=("works_b",))
    book.sum("basic_s", "all_s", minus=("works_s",))
    book.rate("basic_x", "basic_s", "basic_b")
    book.wan(general_last="4987.2", fund_last="1322.8")
    book.year("yg", "general_s", "general_last")
    book.year("yf", "fund_s", "fund_last")
    book.wan(recv="0.8", run="9.4", recv_last="1.3", run_last="10.1", recv_b="2.0", run_b="12.0")
    book.sum("three", "recv", "run")
    book.sum("three_last", "recv_last", "run_last")
    book.sum("three_b", "recv_b", "run_b")
    book.year("y3", "three", "three_last")
    book.rate("three_x", "three", "three_b")
    book.count(homes=1286, done_homes=1052, people=83460, communities=9)
    book.rate("homes_x", "done_homes", "homes")
    book.average("per_home", "old_ws", "done_homes")
    book.average("per_head", "clean_ws", "people")
    book.wan(asset_then="2316.4", asset_new="148.2", asset_out="63.9")
    book.sum("asset", "asset_then", "asset_new", minus=("asset_out",))
    book.count(calls=3712, solved=3658)
    book.rate("solved_x", "solved", "calls")
    book.count(calls_last=3240)
    book.year("yc", "calls", "calls_last")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("street_office_2022", _books(), styled=True)
    paper.title("望江区临港街道办事处2022年度部门整体绩效自评报告")
    paper.h("一、基本情况")
    paper.p(
        "临港街道下辖{communities:n}个社区，常住人口{people:n}人。街道设党政综合办公室、党群工作办公室、公共管理办公室、公共服务办公室、公共安全办公室等6个内设机构。"
    )
    paper.h("二、资金情况")
    paper.h("（一）预算安排", 2)
    paper.p(
        "2022年年初预算{all_i:w1}万元，其中一般公共预算{general_i:w1}万元、其他资金{other_i:w1}万元。年中追加{added:w1}万元后，全年预算为{all_b:w1}万元，其中：",
        "一般公共预算{general_b:w1}万元，政府性基金预算{fund_b:w1}万元，国有资本经营预算{capital_b:w1}万元，其他资金{other_b:w1}万元。",
    )
    paper.h("（二）预算执行", 2)
    paper.p(
        "全年执行{all_s:w1}万元，执行率{all_x:p1}%，年末结余{rest:w1}万元。分资金性质看，一般公共预算支出{general_s:w1}万元，比上年的{general_last:w1}万元",
        "{yg:增加/减少}{yg.d:w1}万元，{yg:增长/下降}{yg.g:p1}%；政府性基金支出{fund_s:w1}万元，比上年的{fund_last:w1}万元{yf:增加/减少}{yf.d:w1}万元，",
        "{yf:增长/下降}{yf.g:p1}%；国有资本经营预算支出{capital_s:w1}万元；其他资金支出{other_s:w1}万元。",
    )
    paper.p(
        "按支出性质分，基本支出{basic_s:w1}万元，执行率{basic_x:p1}%；项目支出{works_s:w1}万元，执行率{works_x:p1}%。",
    )
    paper.table(
        (12, 8, 8, 8, 8),
        "资金来源|年初预算（万元）|全年预算（万元）|全年执行（万元）|执行率（%）",
        "年度资金总额|{all_i:w1}|{all_b:w1}|{all_s:w1}|{all_x:p1}",
        *(
            f"{'其中：' if key == 'general' else '　　　'}{name}|{{{key}_i:w1}}|{{{key}_b:w1}}|{{{key}_s:w1}}|{{{key}_x:p1}}"
            for key, name, *_ in _LINES
        ),
    )
    paper.h("（三）重点项目", 2)
    paper.p("街道2022年实施重点项目5个，明细如下：")
    paper.table(
        (10, 8, 8, 7, 14),
        "项目|预算 万元|支出 万元|执行率|主要产出",
        "平安建设及网格化管理|{safe_wb:w1}|{safe_ws:w1}|{safe_wx:p1}%|网格112个",
        "市容环境卫生|{clean_wb:w1}|{clean_ws:w1}|{clean_wx:p1}%|清扫面积138万平方米",
        "居家养老服务|{aged_wb:w1}|{aged_ws:w1}|{aged_wx:p1}%|服务老人2600余人",
        "老旧小区改造|{old_wb:w1}|{old_ws:w1}|{old_wx:p1}%|完工{done_homes:n}户",
        "社区党组织服务群众|{party_wb:w1}|{party_ws:w1}|{party_wx:p1}%|9个社区",
        "小计|{works_b:w1}|{works_s:w1}|{works_x:p1}%|",
    )
    paper.h("（四）“三公”经费", 2)
    paper.p(
        "“三公”经费预算{three_b:w1}万元，支出{three:w1}万元，为预算的{three_x:p1}%。与上年{three_last:w1}万元相比，{y3:增加/减少}{y3.d:w1}万元，",
        "{y3:上升/下降}{y3.g:p1}%。公务接待费、公务用车运行维护费分别为{recv:w1}万元、{run:w1}万元，上年分别为{recv_last:w1}万元、{run_last:w1}万元。",
    )
    paper.h("（五）资产管理", 2)
    paper.p(
        "年初固定资产原值{asset_then:w1}万元，本年增加{asset_new:w1}万元，处置报废{asset_out:w1}万元，年末固定资产原值{asset:w1}万元。"
    )
    paper.h("三、绩效目标完成情况")
    paper.p(
        "一是老旧小区改造。计划改造{homes:n}户，已完工{done_homes:n}户，完成率{homes_x:p1}%，户均财政投入{per_home:y0}元。",
        "二是市容环境。按常住人口计算，人均清扫保洁经费{per_head:y1}元。",
        "三是诉求办理。全年受理12345热线工单{calls:n}件，比上年{yc:增加/减少}{yc.d:n}件，{yc:增长/下降}{yc.g:p1}%（上年{calls_last:n}件），办结{solved:n}件，办结率{solved_x:p1}%。",
    )
    paper.h("四、存在问题及改进措施")
    paper.p(
        "（一）存在问题。老旧小区改造受居民意见统一难等影响，资金执行率为{old_wx:p1}%，低于街道平均水平。"
    )
    paper.p(
        "（二）改进措施。2023年由公共管理办公室牵头，对未完工小区逐户上门征求意见，6月底前完成剩余户数改造。"
    )
    return paper
