"""A northern county's clean heating, 2019, evaluated: households by way of heating, two heating seasons, arrears, samples, tables in 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Way of heating: name, target (户), done (户), subsidy for the device and for the season (元/户).
_WAYS = (
    ("gas", "气代煤", 6800, 6942, "2700", "960"),
    ("ele", "电代煤", 2400, 2315, "7400", "1200"),
    ("bio", "生物质炉具", 1500, 1528, "1800", "300"),
)
_TOWNS = (("wei", "渭阳镇", 120, 113), ("bei", "北坡乡", 90, 82), ("shi", "石门镇", 90, 86))


def _books() -> Book:
    book = Book()
    for key, _, aim, done, device, season in _WAYS:
        book.count(**{f"{key}_a": aim, f"{key}_d": done})
        book.yuan(**{f"{key}_f": device, f"{key}_s": season})
        book.rate(f"{key}_x", f"{key}_d", f"{key}_a")
        book.product(f"{key}_m", f"{key}_f", f"{key}_d")
        book.product(f"{key}_k", f"{key}_s", f"{key}_d")
    for end in "admk":
        book.sum(f"all_{end}", *(f"{k}_{end}" for k, *_ in _WAYS))
    book.rate("all_x", "all_d", "all_a")
    book.count(three=26000, first=7840)
    book.sum("cum", "first", "all_d")
    book.rate("cum_x", "cum", "three")
    book.sum("need", "all_m", "all_k")
    book.wan(cent="2200.00", prov="900.00", city="600.00")
    book.wan(county="1050.00")
    book.sum("come", "cent", "prov", "city", "county")
    book.wan(device="3610.00", fuel="905.62", check="48.50")
    book.sum("paid", "device", "fuel", "check")
    book.rate("paid_x", "paid", "come")
    book.sum("keep", "come", minus=("paid",))
    book.sum("owe", "all_m", minus=("device",))
    book.sum("owe_k", "all_k", minus=("fuel",))
    book.rate("cent_r", "cent", "come")
    book.rate("county_r", "county", "come")
    for key, _, sent, glad in _TOWNS:
        book.count(**{f"{key}_q": sent, f"{key}_g": glad})
        book.rate(f"{key}_gx", f"{key}_g", f"{key}_q")
    for end in "qg":
        book.sum(f"all_{end}", *(f"{k}_{end}" for k, *_ in _TOWNS))
    book.rate("all_gx", "all_g", "all_q")
    book.count(pm="58", pm_l="66", good=241, good_l=223)
    book.year("ypm", "pm", "pm_l")
    book.year("ygood", "good", "good_l")
    book.count(coal="3.15")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("clean_heating_2019", _books())
    paper.title("泾岭县冬季清洁取暖项目绩效评价报告")
    paper.right("评价机构：泾岭县财政绩效评价中心")
    paper.h("一、项目概况")
    paper.p(
        "我县2018年列入北方地区冬季清洁取暖试点县，三年（2018—2020年）计划改造农户{three:n}户，2018年完成{first:n}户。2019年计划改造{all_a:n}户，实际完成{all_d:n}户，完成率{all_x:p2}%，至此累计完成{cum:n}户，占三年计划的{cum_x:p2}%。",
        "改造户中，气代煤{gas_d:n}户、电代煤{ele_d:n}户、生物质炉具{bio_d:n}户；脱贫户1126户、五保户87户优先安排。",
    )
    paper.p(
        "评价期为2019年1月1日至12月31日，涉及2018—2019年（后半段）和2019—2020年（前半段）两个采暖季，运行补贴按2019—2020年采暖季核算。"
    )
    paper.h("二、资金安排与使用")
    paper.p(
        "2019年到位资金{come:w2}万元，其中：中央{cent:w2}万元，占{cent_r:p2}%；省级{prov:w2}万元；市级{city:w2}万元；县级{county:w2}万元，占{county_r:p2}%。截至年末支出{paid:w2}万元，支出率{paid_x:p2}%，结转{keep:w2}万元。",
        "支出构成为：设备购置补贴{device:w2}万元，运行补贴{fuel:w2}万元，第三方核查等费用{check:w2}万元。",
    )
    paper.p(
        "按补贴标准测算，本年完成户应付设备购置补贴{all_m:w2}万元、一个采暖季运行补贴{all_k:w2}万元，共需{need:w2}万元。设备购置补贴尚欠企业{owe:w2}万元，待质量核查后支付；运行补贴已预拨{fuel:w2}万元，其余{owe_k:w2}万元在2020年3月停暖后结算。"
    )
    paper.centre("表1 改造任务及补贴测算表")
    paper.table(
        (12, 9, 9, 10, 12, 12, 12), "方式|目标（户）|完成（户）|完成率（%）|购置补贴标准（元/户）|运行补贴标准（元/户）|应付购置补贴（万元）",
        *(f"{name}|{{{k}_a:n}}|{{{k}_d:n}}|{{{k}_x:p2}}|{{{k}_f:y0}}|{{{k}_s:y0}}|{{{k}_m:w2}}" for k, name, *_ in _WAYS),
        "小计|{all_a:n}|{all_d:n}|{all_x:p2}|/|/|{all_m:w2}",
    )  # fmt: skip
    paper.h("三、绩效评价情况")
    paper.h("（一）评价得分", 2)
    paper.p(
        "综合评分87.4分，评价等级为“良”。决策类指标满分15分，得13.5分；过程类指标满分25分，得21.2分；产出类指标满分35分，得30.9分；效益类指标满分25分，得21.8分。预算执行率满分5分，按比例得4.8分；电代煤完成率未达标，扣1.1分；资金拨付及时性满分4分，只得1.5分。"
    )
    paper.h("（二）产出", 2)
    paper.p(
        "1. 质量。验收合格率100%；抽查燃气壁挂炉300台，一级能效的264台，二级能效的36台，返修9台。",
        "2. 时效。10月31日前完成9870户，11月15日供暖前全部完成。",
        "3. 成本。气代煤户均投资6150元，其中财政2700元、企业让利850元、农户自筹2600元。",
    )
    paper.h("（三）效益", 2)
    paper.p(
        "全年PM2.5平均浓度{pm:n}微克/立方米（目标60），同比{ypm:上升/下降}{ypm.g:p2}%；优良天数{good:n}天，较2018年{ygood:增加/减少}{ygood.d:n}天。改造户年减少散煤{coal:n2}万吨。测算农户一个采暖季取暖支出平均2140元，补贴后1222元，散煤取暖为1450元。"
    )
    paper.centre("表2 农户满意度抽样情况")
    paper.table(
        (14, 12, 12, 12), "乡镇|调查户数|满意户数|满意率",
        *(f"{name}|{{{k}_q:n}}|{{{k}_g:n}}|{{{k}_gx:p2}}%" for k, name, *_ in _TOWNS),
        "合计|{all_q:n}|{all_g:n}|{all_gx:p2}%",
    )  # fmt: skip
    paper.p(
        "受访农户反映的问题依次为：运行费用高（占31.0%）、补贴到账慢（占22.7%）、停电停气（占9.3%）等，部分农户反映两个以上问题，36.7%的农户未反映问题。"
    )
    paper.h("四、主要问题")
    paper.p(
        "一是购置补贴拨付慢，年末支出率虽高但欠付企业款项较大；二是电代煤进度欠85户，原因是2个村农网改造推迟；三是部分农户返煤，抽查300户发现11户，返煤率3.67%。"
    )
    paper.h("五、建议")
    paper.p(
        "县发改局会同县财政局于2020年5月底前付清欠款；国网泾岭公司2020年8月底前完成农网改造；乡镇每月巡查，返煤率控制在2%以内。评价结果在县政府门户网站公开，作为2021年预算安排的重要依据。"
    )
    return paper
