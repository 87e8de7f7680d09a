"""A city bureau, 2023: one total in three classifications, a carry-over equation, quarters that accumulate, a bonus."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_QUARTERS = (("q1", "一季度", "612.40"), ("q2", "上半年", "1985.36"), ("q3", "前三季度", "3720.18"))
_FUNCTION = (
    ("214", "交通运输支出", ""),
    ("208", "社会保障和就业支出", "286.41"),
    ("210", "卫生健康支出", "97.63"),
    ("221", "住房保障支出", "158.20"),
)
_ECONOMIC = (
    ("pay", "工资福利支出", "1642.85"),
    ("goods", "商品和服务支出", "1873.92"),
    ("home", "对个人和家庭的补助", "104.37"),
    ("cap", "资本性支出", ""),
)
_PROJECTS = (
    ("bus", "公交运营补贴", "980.00", "980.00"),
    ("road", "普通国省道养护", "1650.00", "1588.46"),
    ("rule", "交通执法及治超", "320.00", "274.80"),
    ("port", "渡口渡船安全", "85.00", "85.00"),
    ("smart", "智慧交通平台二期", "460.00", "231.17"),
)


def _books() -> Book:
    book = Book()
    for key, _, budget, spent in _PROJECTS:
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
    keys = [key for key, *_ in _PROJECTS]
    for end in "bsr":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("proj_x", "proj_s", "proj_b")
    book.wan(staff_b="1795.20", staff_s="1768.14", day_b="236.50", day_s="201.88")
    for end in "bs":
        book.sum(f"basic_{end}", f"staff_{end}", f"day_{end}")
        book.sum(f"all_{end}", f"basic_{end}", f"proj_{end}")
    for key in ("staff", "day", "basic", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for name, parts, rest in (("f", _FUNCTION, "214"), ("e", _ECONOMIC, "cap")):
        for key, _, text in parts:
            if text:
                book.wan(**{f"{name}_{key}": text})
        others = [f"{name}_{key}" for key, _, text in parts if text]
        book.sum(f"{name}_{rest}", "all_s", minus=tuple(others))
        book.sum("all_s", *(f"{name}_{key}" for key, *_ in parts))
        for key, *_ in parts:
            book.rate(f"{name}_{key}_h", f"{name}_{key}", "all_s")
    book.wan(carried="214.66", given="4986.30", other="38.55")
    book.sum("income", "given", "other")
    book.sum("end", "carried", "income", minus=("all_s",))
    for key, _, text in _QUARTERS:
        book.wan(**{key: text})
        book.rate(f"{key}_x", key, "all_b")
    book.wan(
        out="4.60",
        run="18.92",
        recv="2.35",
        run_b="24.00",
        recv_b="4.00",
        out_b="5.00",
        l_run="21.07",
        l_recv="3.18",
    )
    book.sum("three", "out", "run", "recv")
    book.sum("three_b", "out_b", "run_b", "recv_b")
    book.sum("l_three", "l_run", "l_recv")
    book.rate("three_x", "three", "three_b")
    book.year("y3", "three", "l_three")
    book.year("yr", "run", "l_run")
    book.year("yv", "recv", "l_recv")
    book.count(
        cars=9,
        lines=46,
        buses=512,
        green=438,
        trips="38264500",
        trips_l="36910200",
        km="1286.4",
        good="1173.2",
    )
    book.rate("green_x", "green", "buses")
    book.year("yt", "trips", "trips_l")
    book.rate("good_x", "good", "km")
    book.count(s1="18", s2="23.2", s3="33.1", s4="18.6", bonus=1, w1=20, w2=25, w3=35, w4=20)
    book.sum("full", "w1", "w2", "w3", "w4")
    book.sum("raw", "s1", "s2", "s3", "s4")
    book.sum("score", "raw", "bonus")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("transport_bureau_2023", _books())
    paper.title("安澜市交通运输局")
    paper.title("2023年度部门整体支出绩效自评报告")
    paper.h("一、部门概况")
    paper.p(
        "市交通运输局为正处级机构，内设机构11个，下设事业单位5个。按照“十四五”规划，2021—2025年计划完成交通建设投资120亿元以上，其中2023年度目标为不低于25亿元。"
    )
    paper.p(
        "现行公用经费定额为行政人员每人每年2.2万元、事业人员每人每年1.6万元；工会经费按工资总额的2%计提。保有公务用车{cars:n}辆。"
    )
    paper.h("二、部门收支情况")
    paper.p(
        "（一）收入。全年收入{income:w2}万元，其中财政拨款{given:w2}万元、其他收入{other:w2}万元。加上年初结转{carried:w2}万元，减去全年支出{all_s:w2}万元，年末结转{end:w2}万元。",
    )
    paper.p(
        "（二）支出。全年支出预算{all_b:w2}万元，支出{all_s:w2}万元，执行率{all_x:p2}%。分季度看，一季度末累计支出{q1:w2}万元，执行率{q1_x:p2}%；上半年累计支出{q2:w2}万元，执行率{q2_x:p2}%；",
        "前三季度累计支出{q3:w2}万元，执行率{q3_x:p2}%，四季度支付较为集中。",
    )
    paper.p(
        "1．按支出功能分类，"
        + "，".join(f"{name}{{f_{key}:w2}}万元、占{{f_{key}_h:p2}}%" for key, name, _ in _FUNCTION)
        + "。"
    )
    paper.p(
        "2．按支出经济分类，"
        + "；".join(f"{name}{{e_{key}:w2}}万元（占比{{e_{key}_h:p2}}%）" for key, name, _ in _ECONOMIC)
        + "。"
    )
    paper.p(
        "3．按支出性质分类，基本支出{basic_s:w2}万元，执行率{basic_x:p2}%；项目支出{proj_s:w2}万元，执行率{proj_x:p2}%。"
    )
    paper.centre("表1 部门预算执行总体情况")
    paper.right("单位：万元")
    paper.table(
        (12, 9, 9, 9, 8),
        "支出类别|预算数|一季度累计|全年支出|执行率",
        "一、基本支出|{basic_b:w2}|—|{basic_s:w2}|{basic_x:p2}%",
        "（一）人员经费|{staff_b:w2}|—|{staff_s:w2}|{staff_x:p2}%",
        "（二）日常公用经费|{day_b:w2}|—|{day_s:w2}|{day_x:p2}%",
        "二、项目支出|{proj_b:w2}|—|{proj_s:w2}|{proj_x:p2}%",
        "其中：公交运营补贴|{bus_b:w2}|—|{bus_s:w2}|{bus_x:p2}%",
        "普通国省道养护|{road_b:w2}|—|{road_s:w2}|{road_x:p2}%",
        "支出总计|{all_b:w2}|{q1:w2}|{all_s:w2}|{all_x:p2}%",
    )
    paper.centre("表2 项目支出明细")
    paper.right("单位：万元")
    paper.table(
        (4, 14, 9, 9, 9, 8),
        "序号|项目|预算|支出|结余|执行率",
        *(
            f"{n}|{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|"
            + ("0" if b == s else f"{{{k}_r:w2}}")
            + f"|{{{k}_x:p2}}%"
            for n, (k, name, b, s) in enumerate(_PROJECTS, 1)
        ),
        "合计|>|{proj_b:w2}|{proj_s:w2}|{proj_r:w2}|{proj_x:p2}%",
        "注：智慧交通平台二期为跨年项目，总投资1280万元，2022年已支付396万元。|>|>|>|>|>",
    )
    paper.h("三、“三公”经费")
    paper.p(
        "2023年“三公”经费支出{three:w2}万元，占预算{three_b:w2}万元的{three_x:p2}%，比2022年的{l_three:w2}万元{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%，主要是2023年恢复因公出国。其中：因公出国（境）{out:w2}万元（上年为0）；",
        "公务用车运行维护费{run:w2}万元，比上年{yr:增加/减少}{yr.d:w2}万元；公务接待费{recv:w2}万元，比上年{yv:增加/减少}{yv.d:w2}万元。",
    )
    paper.h("四、履职效能")
    paper.p(
        "公交线路{lines:n}条，公交车{buses:n}辆，其中新能源车{green:n}辆，占{green_x:p2}%；全年客运量{trips:n}人次，较上年{trips_l:n}人次{yt:增长/下降}{yt.g:p2}%，相当于日均10万人次左右。",
        "列养普通国省道{km:n1}公里，优良路段{good:n1}公里，优良路率{good_x:p2}%，高于省定90%的标准。",
    )
    paper.h("五、自评得分")
    paper.p("基础得分{raw:s1z}分，另因获评全国绿色出行城市加{bonus:n}分，自评总得分{score:s1z}分。")
    paper.table(
        (12, 8, 8, 20),
        "评价内容|标准分|自评分|说明",
        "预算管理|{w1:s0}|{s1:s1z}|执行率未达98%，扣2分",
        "运行成本|{w2:s0}|{s2:s1z}|公用经费压减未达目标，扣1.8分",
        "履职效能|{w3:s0}|{s3:s1z}|智慧交通平台未按期验收，扣1.9分",
        "社会评价|{w4:s0}|{s4:s1z}|公交准点率满意度偏低，扣1.4分",
        "小计|{full:s0}|{raw:s1z}|",
        "加分项|—|{bonus:n}|全国绿色出行城市",
        "合计|{full:s0}|{score:s1z}|",
    )
    paper.h("六、存在的问题")
    paper.p("智慧交通平台二期项目受数据共享接口调整影响，执行率仅{smart_x:p2}%；四季度集中支付现象仍较突出。")
    paper.h("七、改进措施")
    paper.p(
        "对跨年信息化项目按里程碑编制年度预算，每季度末通报支付进度，低于序时进度10个百分点以上的约谈责任科室。"
    )
    paper.h("八、自评结果应用")
    paper.p("结果报送市财政局，作为安排2025年预算的依据，并于2024年6月28日在局门户网站公开。")
    return paper
