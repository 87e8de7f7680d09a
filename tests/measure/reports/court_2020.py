"""A court, 2020: tables in 元, text in 万元, case counts by kind, per-judge averages, levels of subtotals, fines unspent."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_CASES = (
    ("civil", "民商事", "4216", "3908", "4065"),
    ("crime", "刑事", "386", "371", "412"),
    ("admin", "行政", "94", "97", "88"),
    ("exec", "执行", "2872", "2710", "2741"),
)
_COSTS = {
    "wage": ("工资福利支出", "21864302.75", "22010000.00"),
    "goods": ("商品和服务支出", "6428117.36", "6850000.00"),
    "home": ("对个人和家庭的补助", "1173920.50", "1180000.00"),
    "case": ("办案业务经费", "3962480.00", "4200000.00"),
    "gear": ("业务装备经费", "1748650.00", "2000000.00"),
    "site": ("审判法庭维修", "866200.00", "1300000.00"),
}


def _books() -> Book:
    book = Book()
    for key, (_, spent, budget) in _COSTS.items():
        book.yuan(**{key: spent, f"{key}_b": budget})
        book.sum(f"{key}_r", f"{key}_b", minus=(key,))
        book.rate(f"{key}_x", key, f"{key}_b")
    for end in ("", "_b", "_r"):
        book.sum(f"people{end}", f"wage{end}", f"home{end}")
        book.sum(f"basic{end}", f"people{end}", f"goods{end}")
        book.sum(f"proj{end}", f"case{end}", f"gear{end}", f"site{end}")
        book.sum(f"all{end}", f"basic{end}", f"proj{end}")
    for key in ("people", "basic", "proj", "all"):
        book.rate(f"{key}_x", key, f"{key}_b")
    for key, _, taken, last, closed in _CASES:
        book.count(**{key: taken, f"{key}_l": last, f"{key}_c": closed})
        book.year(f"y{key}", key, f"{key}_l")
        book.rate(f"{key}_cx", f"{key}_c", key)
    keys = [key for key, *_ in _CASES]
    book.sum("cases", *keys)
    book.sum("cases_l", *(f"{key}_l" for key in keys))
    book.sum("closed", *(f"{key}_c" for key in keys))
    book.year("ycases", "cases", "cases_l")
    book.rate("closed_x", "closed", "cases")
    book.sum("open", "cases", minus=("closed",))
    book.count(judges=42, aides=51, police=19, officers=23, posts=140, off=2, retired=68)
    book.sum("staff", "judges", "aides", "police", "officers")
    book.rate("staff_x", "staff", "posts")
    book.sum("old_people", "off", "retired")
    book.average("per_judge", "closed", "judges")
    book.average("per_case", "case", "closed")
    book.yuan(recv="12840.00", run="318650.20", recv_l="21506.00", run_l="346118.90")
    book.sum("three", "recv", "run")
    book.sum("three_l", "recv_l", "run_l")
    book.year("y3", "three", "three_l")
    book.year("yr", "recv", "recv_l")
    book.wan(claimed="18640.2210", paid="11873.5508")
    book.rate("paid_x", "paid", "claimed")
    book.count(w1=10, w2=10, w3=10, w4=10, w5=15, w6=15, w7=10, w8=10, w_exec=10)
    book.count(p1=10, p2="9.7", p3=10, p4="8.5", p5=15, p6="13.2", p7=10, p8="9.3", p_exec="9.4")
    book.sum("w_out", "w1", "w2", "w3", "w4")
    book.sum("p_out", "p1", "p2", "p3", "p4")
    book.sum("w_eff", "w5", "w6", "w7")
    book.sum("p_eff", "p5", "p6", "p7")
    book.sum("full", "w_exec", "w_out", "w_eff", "w8")
    book.sum("score", "p_exec", "p_out", "p_eff", "p8")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("court_2020", _books())
    paper.title("南河县人民法院部门整体支出绩效自评报告")
    paper.title("（2020年度）")
    paper.h("一、基本情况")
    paper.p(
        "南河县人民法院中央政法专项编制{posts:n}名，年末在编{staff:n}人，其中员额法官{judges:n}人、审判辅助人员{aides:n}人、司法警察{police:n}人、司法行政人员{officers:n}人，编制使用率{staff_x:p2}%。",
        "离退休人员{old_people:n}人（离休{off:n}人、退休{retired:n}人）。",
    )
    paper.h("二、部门预算执行情况")
    paper.p(
        "2020年部门预算{all_b:w2}万元，全年支出{all:w2}万元，预算执行率{all_x:p2}%，结转结余{all_r:w2}万元。其中，基本支出{basic:w2}万元，包括人员经费{people:w2}万元、公用经费{goods:w2}万元；",
        "项目支出{proj:w2}万元，包括办案业务经费{case:w2}万元、业务装备经费{gear:w2}万元、审判法庭维修{site:w2}万元。项目支出执行率{proj_x:p2}%，低于基本支出执行率（{basic_x:p2}%）。",
    )
    paper.centre("部门支出预算执行情况表")
    paper.right("单位：元")
    paper.table(
        (5, 14, 10, 10, 9, 7),
        "序号|项　目|预算数|支出数|结转结余|执行率(%)",
        "|总　计|{all_b:y2,}|{all:y2,}|{all_r:y2,}|{all_x:p2}",
        "一|基本支出|{basic_b:y2,}|{basic:y2,}|{basic_r:y2,}|{basic_x:p2}",
        "（一）|人员经费|{people_b:y2,}|{people:y2,}|{people_r:y2,}|{people_x:p2}",
        "1|工资福利支出|{wage_b:y2,}|{wage:y2,}|{wage_r:y2,}|{wage_x:p2}",
        "2|对个人和家庭的补助|{home_b:y2,}|{home:y2,}|{home_r:y2,}|{home_x:p2}",
        "（二）|公用经费|{goods_b:y2,}|{goods:y2,}|{goods_r:y2,}|{goods_x:p2}",
        "二|项目支出|{proj_b:y2,}|{proj:y2,}|{proj_r:y2,}|{proj_x:p2}",
        "1|办案业务经费|{case_b:y2,}|{case:y2,}|{case_r:y2,}|{case_x:p2}",
        "2|业务装备经费|{gear_b:y2,}|{gear:y2,}|{gear_r:y2,}|{gear_x:p2}",
        "3|审判法庭维修|{site_b:y2,}|{site:y2,}|{site_r:y2,}|{site_x:p2}",
    )
    paper.p(
        "“三公”经费支出{three:w2}万元，比上年{three_l:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:增长/下降}{y3.g:p2}%。其中公务用车运行维护费{run:w2}万元，公务接待费{recv:w2}万元，",
        "公务接待费比上年{recv_l:w2}万元{yr:增加/减少}{yr.d:w2}万元，{yr:增长/下降}{yr.g:p2}%。",
    )
    paper.h("三、履职情况")
    paper.p(
        "全年受理各类案件{cases:n}件，审执结{closed:n}件，结案率{closed_x:p2}%，未结{open:n}件，受理数比上年的{cases_l:n}件{ycases:上升/下降}{ycases.g:p2}%。法官人均结案{per_judge:n1}件，",
        "每件案件平均办案业务经费{per_case:y2}元。执行标的额{claimed:w2}万元，执行到位{paid:w2}万元，到位率{paid_x:p2}%。",
    )
    paper.table(
        (7, 8, 8, 8, 8, 8),
        "案件类型|2019年受理（件）|2020年受理（件）|同比（%）|结案（件）|结案率（%）",
        *(
            f"{name}|{{{key}_l:n}}|{{{key}:n}}|{'' if _books().up[f'y{key}'] else '-'}{{y{key}.g:p2}}|{{{key}_c:n}}|{{{key}_cx:p2}}"
            for key, name, *_ in _CASES
        ),
        "合计|{cases_l:n}|{cases:n}|{ycases.g:p2}|{closed:n}|{closed_x:p2}",
    )
    paper.h("四、自评得分")
    paper.p(
        "按照评分标准，我院自评总得分{score:s1z}分，其中产出指标{p_out:s1z}分，效益指标{p_eff:s1z}分，满意度指标{p8:s1z}分，预算执行率{p_exec:s1z}分。"
    )
    paper.centre("部门整体支出绩效自评表")
    paper.table(
        (8, 10, 14, 10, 5, 6),
        "一级指标|二级指标|三级指标|完成情况|分值|得分",
        "预算执行率（10分）|>|部门预算执行率|{all_x:p2}%|{w_exec:s0}|{p_exec:s1z}",
        "产出指标（40分）|数量指标|审执结案件数|{closed:n}件|{w1:s0}|{p1:s1z}",
        "^|质量指标|一审服判息诉率|89.40%|{w2:s0}|{p2:s1z}",
        "^|时效指标|法定审限内结案率|99.85%|{w3:s0}|{p3:s1z}",
        "^|成本指标|项目支出执行率|{proj_x:p2}%|{w4:s0}|{p4:s1z}",
        "^|小计|>|>|{w_out:s0}|{p_out:s1z}",
        "效益指标（40分）|社会效益|裁判文书上网率|100%|{w5:s0}|{p5:s1z}",
        "^|社会效益|执行标的到位率|{paid_x:p2}%|{w6:s0}|{p6:s1z}",
        "^|可持续影响|诉源治理机制建设|已建立|{w7:s0}|{p7:s1z}",
        "^|小计|>|>|{w_eff:s0}|{p_eff:s1z}",
        "满意度指标（10分）|服务对象满意度|当事人满意度|93.00%|{w8:s0}|{p8:s1z}",
        "总　分|>|>|>|{full:s0}|{score:s1z}",
    )
    paper.h("五、存在问题及下一步措施")
    paper.p(
        "存在问题：审判法庭维修项目因施工许可办理较晚，执行率仅{site_x:p2}%。下一步措施：提前办理施工手续，按季度安排用款计划，自评结果用于2022年预算编制并予以公开。"
    )
    return paper
