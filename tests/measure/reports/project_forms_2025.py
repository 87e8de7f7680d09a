"""A town's three projects of 2025 on the printed form of 附件1, one below the other, with a short account before them."""

from __future__ import annotations

from typing import NamedTuple

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper


class _Row(NamedTuple):
    """An indicator: class, kind, name, target, actual, weight, points, reason."""

    one: str
    two: str
    name: str
    goal: str
    real: str
    weight: str
    points: str
    why: str = ""


# Key: name, unit, at the start, budget and spent of the year (万元), carried over: start, budget, spent.
_FORMS = {
    "a": (
        "农村人居环境整治",
        "镇规划建设办公室",
        ("280.00", "312.50", "298.74"),
        ("46.80", "46.80", "46.80"),
    ),
    "b": (
        "山塘清淤及渠系修复",
        "镇农业综合服务中心",
        ("165.00", "165.00", "139.28"),
        ("0.00", "0.00", "0.00"),
    ),
    "c": ("敬老院改造提升", "镇社会事务办公室", ("0.00", "92.40", "92.40"), ("58.35", "58.35", "51.06")),
}
_ROWS = {
    "a": (
        _Row("产出指标", "数量指标", "新建公厕", "8座", "8座", "10", "10"),
        _Row("产出指标", "数量指标", "清运存量垃圾", "≥3500吨", "{a_t:n}吨", "15", "15"),
        _Row("产出指标", "质量指标", "公厕验收合格率", "100%", "100%", "10", "10"),
        _Row("产出指标", "时效指标", "完工时间", "11月底前", "12月10日", "5", "3", "连续降雨"),
        _Row("产出指标", "成本指标", "垃圾清运单价", "≤260元/吨", "{a_u:y2}元/吨", "10", "10"),
        _Row("效益指标", "社会效益指标", "受益行政村", "14个", "14个", "15", "15"),
        _Row("效益指标", "可持续影响指标", "长效保洁机制", "建立", "基本建立", "15", "12", "2村未签约"),
        _Row("满意度指标", "服务对象满意度", "村民满意度", "≥90%", "{a_v:p1}%", "10", "10"),
    ),
    "b": (
        _Row("产出指标", "数量指标", "清淤山塘", "26口", "22口", "20", "16.92", "4口权属争议"),
        _Row("产出指标", "数量指标", "修复渠道", "11.5公里", "11.8公里", "15", "15"),
        _Row("产出指标", "质量指标", "一次验收合格率", "≥95%", "{b_q:p1}%", "10", "10"),
        _Row("产出指标", "成本指标", "清淤单价", "≤18元/立方米", "17.6元/立方米", "5", "5"),
        _Row("效益指标", "经济效益指标", "恢复灌溉面积", "2100亩", "1860亩", "20", "17.71", "同上"),
        _Row("效益指标", "生态效益指标", "蓄水能力提升", "明显", "较明显", "10", "8.5", "同上"),
        _Row("满意度指标", "服务对象满意度", "受益农户满意度", "≥92%", "{b_v:p1}%", "10", "10"),
    ),
    "c": (
        _Row("产出指标", "数量指标", "改造房间", "36间", "36间", "20", "20"),
        _Row("产出指标", "数量指标", "新增护理型床位", "40张", "44张", "15", "15"),
        _Row("产出指标", "时效指标", "交付使用", "10月", "10月", "15", "15"),
        _Row("效益指标", "社会效益指标", "床位入住率", "≥75%", "{c_o:p1}%", "20", "18.5", "冬季回家"),
        _Row("效益指标", "可持续影响指标", "运营机构引入", "引入", "引入", "10", "10"),
        _Row("满意度指标", "服务对象满意度", "入住老人满意度", "≥95%", "{c_v:p1}%", "10", "10"),
    ),
}


def _books() -> Book:
    book = Book()
    for key, (_, _, year, old) in _FORMS.items():
        for end, now, past in zip("ibs", year, old, strict=True):
            book.wan(**{f"{key}_{end}": now, f"{key}o_{end}": past})
            book.sum(f"{key}t_{end}", f"{key}_{end}", f"{key}o_{end}")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        if key != "b":
            book.rate(f"{key}o_x", f"{key}o_s", f"{key}o_b")
        book.rate(f"{key}t_x", f"{key}t_s", f"{key}t_b")
        book.count(**{f"{key}_w": 10})
        book.score(f"{key}_g", f"{key}_w", f"{key}t_x")
        book.values[f"{key}_g"] = round(book.values[f"{key}_g"], 2)
    for end in "ibs":
        book.sum(f"year_{end}", *(f"{key}_{end}" for key in _FORMS))
        book.sum(f"past_{end}", *(f"{key}o_{end}" for key in _FORMS))
        book.sum(f"all_{end}", *(f"{key}t_{end}" for key in _FORMS))
        book.sum(f"all_{end}", f"year_{end}", f"past_{end}")
    book.rate("all_x", "all_s", "all_b")
    book.sum("more", "all_b", minus=("all_i",))
    book.wan(a_more="32.50", c_more="92.40")
    book.ties.append(Tie("sum", "more", ("a_more", "c_more")))
    book.sum("left", "all_b", minus=("all_s",))
    book.yuan(a_cost="945360", a_t="3720")
    book.average("a_u", "a_cost", "a_t")
    book.count(av_n=150, av_y=141, bq_n=48, bq_y=46, bv_n=120, bv_y=113, cb=112, co=83, cv_n=80, cv_y=77)
    book.rate("a_v", "av_y", "av_n")
    book.rate("b_q", "bq_y", "bq_n")
    book.rate("b_v", "bv_y", "bv_n")
    book.rate("c_o", "co", "cb")
    book.rate("c_v", "cv_y", "cv_n")
    for key, rows in _ROWS.items():
        for n, row in enumerate(rows):
            book.count(**{f"{key}_w{n}": row.weight, f"{key}_g{n}": row.points})
        for end in "wg":
            book.sum(f"{key}_{end}all", f"{key}_{end}", *(f"{key}_{end}{n}" for n in range(len(rows))))
    book.sum("g_all", "a_gall", "b_gall", "c_gall")
    book.count(three=3)
    book.average("g_mean", "g_all", "three")
    return book


def _form(paper: Paper, number: int, key: str) -> None:
    name, office, *_ = _FORMS[key]
    paper.centre(f"附件1-{number}　项目支出绩效自评表")
    paper.centre("（2025年度）　　　　　　　　　　金额单位：万元")

    def money(title: str, stem: str, last: str) -> str:
        rate = "—" if paper.book.values[f"{stem}_b"] == 0 else f"{{{stem}_x:p2}}%"
        return f"^|{title}|>|{{{stem}_i:w2}}|{{{stem}_b:w2}}|{{{stem}_s:w2}}|{rate}|{last}"

    rows = [
        f"项目名称|{name}|>|>|>|>|>|>",
        f"主管部门|松坪镇人民政府|>|>|实施单位|{office}|>|>",
        "项目资金|类　别|>|年初预算数|全年预算数|全年执行数|执行率|得分（满分{" + key + "_w:s0}分）",
        money("年度资金总额", f"{key}t", f"{{{key}_g:s2}}"),
        money("其中：当年财政拨款", key, "—"),
        money("上年结转资金", f"{key}o", "—"),
        "绩效指标|一级指标|二级指标|三级指标|年度指标值（分值）|实际完成值|得分|偏差原因",
    ]
    seen_one = seen_two = ""
    for n, row in enumerate(_ROWS[key]):
        one = "^" if row.one == seen_one else row.one
        two = "^" if (row.one, row.two) == (seen_one, seen_two) else row.two
        seen_one, seen_two = row.one, row.two
        rows.append(
            f"^|{one}|{two}|{row.name}|{row.goal}（{{{key}_w{n}:s0}}分）|{row.real}|{{{key}_g{n}:s2z}}|{row.why}"
        )
    rows.append(f"总分（{{{key}_wall:s0}}分）|>|>|>|>|>|{{{key}_gall:s2z}}|")
    paper.table((8, 9, 10, 14, 13, 12, 8, 12), *rows, heads=0)


def build() -> Paper:
    """Return the report."""
    paper = Paper("project_forms_2025", _books())
    paper.title("松坪镇2025年度项目支出绩效自评情况汇总说明")
    paper.p(
        "按照县财政局《关于开展2025年度预算绩效自评工作的通知》，松坪镇对预算安排50万元以上的3个项目开展了自评，现说明如下，各项目自评表附后。"
    )
    paper.h("一、项目概况和资金情况")
    paper.p(
        "3个项目年初预算{all_i:w2}万元（当年拨款{year_i:w2}万元、上年结转{past_i:w2}万元），年中追加{more:w2}万元，其中人居环境整治{a_more:w2}万元、敬老院改造{c_more:w2}万元，全年预算{all_b:w2}万元；全年执行{all_s:w2}万元，执行率{all_x:p2}%，未执行{left:w2}万元。",
    )
    paper.p(
        "当年拨款部分预算{year_b:w2}万元、执行{year_s:w2}万元；上年结转部分预算{past_b:w2}万元、执行{past_s:w2}万元。"
    )
    paper.h("二、绩效完成情况")
    paper.p(
        "人居环境整治清运存量垃圾{a_t:n}吨，清运费{a_cost:y0}元，每吨{a_u:y2}元；随机询问村民{av_n:n}人，满意{av_y:n}人，满意度{a_v:p1}%。山塘渠系项目划分{bq_n:n}个单元工程，一次验收合格{bq_y:n}个，合格率{b_q:p1}%；询问受益农户{bv_n:n}户，满意{bv_y:n}户，满意度{b_v:p1}%。敬老院年末设床{cb:n}张，入住{co:n}人，入住率{c_o:p1}%；访谈老人及家属{cv_n:n}人，满意{cv_y:n}人，满意度{c_v:p1}%。",
    )
    paper.h("三、自评得分")
    paper.p(
        "{three:n}个项目分别得{a_gall:s2z}分、{b_gall:s2z}分、{c_gall:s2z}分，平均{g_mean:n2}分。除山塘清淤因权属争议未足额完成外，其余数量目标均已实现。"
    )
    paper.h("四、问题与整改")
    paper.p(
        "山塘权属争议调处滞后，2026年3月底前由司法所牵头调处完毕，未执行资金按规定交回县财政。自评表同步在县政府网站“松坪镇”专栏公开。"
    )
    for number, key in enumerate(_FORMS, 1):
        _form(paper, number, key)
    return paper
