"""A project's self-evaluation, 2022: funds by source and county, physical works, cumulative against yearly amounts."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

COUNTIES = {
    "a": ("安和区", "3120.0000", "2986.4410", "86.4", "84.2"),
    "b": ("东坪县", "4380.0000", "4380.0000", "121.5", "121.5"),
    "c": ("石门岭县", "2765.5000", "2502.3867", "74.8", "70.1"),
    "d": ("白沙县", "1984.5000", "1733.0520", "52.3", "47.0"),
}


def _books() -> Book:
    book = Book()
    for key, (_, budget, spent, planned, built) in COUNTIES.items():
        book.wan(**{f"{key}_b": budget, f"{key}_s": spent})
        book.count(**{f"{key}_p": planned, f"{key}_k": built})
        book.sum(f"{key}_r", f"{key}_b", minus=(f"{key}_s",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    for end in "bspkr":
        book.sum(f"t_{end}", *(f"{key}_{end}" for key in COUNTIES))
    book.rate("t_x", "t_s", "t_b")
    book.rate("built", "t_k", "t_p")
    book.wan(central="6200.0000", province="3550.0000", city="1500.0000")
    book.sum("county", "t_b", minus=("central", "province", "city"))
    book.sum("t_b", "central", "province", "city", "county")
    for key in ("central", "province", "city", "county"):
        book.rate(f"{key}_h", key, "t_b")
    book.average("per_km", "t_s", "t_k")
    book.wan(ever_b="31860.0000", ever_s="28614.2200")
    book.rate("ever_x", "ever_s", "ever_b")
    book.count(roads=46, finished=41, building=4, waiting=1)
    book.sum("roads", "finished", "building", "waiting")
    book.rate("finish_rate", "finished", "roads")
    book.count(checked=41, passed=40)
    book.rate("pass_rate", "passed", "checked")
    book.count(sent=400, back=386, valid=380, happy=361)
    book.rate("back_rate", "back", "sent")
    book.rate("valid_rate", "valid", "back")
    book.rate("happy_rate", "happy", "valid")
    book.count(w_exec=10)
    book.score("s_exec", "w_exec", "t_x")
    book.count(w1=12, s1="11.20", w2=8, s2="7.84", w3=10, s3="9.50", w4=10, s4="8.00", w5=10, s5=10)
    book.count(w6=15, s6=15, w7=15, s7="13.50", w8=10, s8="10")
    # The execution score is printed with two decimals and added as printed.
    book.values["s_exec"] = book.values["s_exec"].quantize(book.values["s1"])
    rows = [str(n) for n in range(1, 9)]
    book.sum("full", "w_exec", *(f"w{n}" for n in rows))
    book.sum("score", "s_exec", *(f"s{n}" for n in rows))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("town_road_project", _books())
    paper.title("农村公路提质改造项目")
    paper.title("2022年度绩效自评报告")
    paper.centre("项目单位：南岭市交通运输局")
    paper.centre("主管部门：南岭市交通运输局")
    paper.centre("二〇二三年三月")
    paper.h("一、项目基本情况")
    paper.h("（一）项目概况", 2)
    paper.p(
        "为落实乡村振兴战略，南岭市自2020年起实施农村公路提质改造，实施周期为2020—2023年，规划总投资3.5亿元。截至2022年底，项目累计到位资金",
        "{ever_b:w2}万元，累计支出{ever_s:w2}万元，累计支付率{ever_x:p2}%。2022年度计划改造乡道、村道{roads:n}条，共{t_p:n1}公里，涉及4个县（区）。",
    )
    paper.h("（二）资金投入和使用情况", 2)
    paper.p(
        "2022年项目预算资金{t_b:w2}万元，按来源分：中央车购税补助{central:w2}万元，占{central_h:p2}%；省级补助{province:w2}万元，占{province_h:p2}%；",
        "市级配套{city:w2}万元，占{city_h:p2}%；县级自筹{county:w2}万元，占{county_h:p2}%。截至12月31日，实际支出{t_s:w2}万元，执行率{t_x:p2}%，",
        "结余{t_r:w2}万元，主要是石门岭县、白沙县部分路段因征地协调滞后未完工。",
    )
    paper.centre("2022年度分县（区）资金使用及完成情况表")
    paper.table(
        (8, 9, 9, 9, 7, 8, 8),
        "县（区）|预算数（万元）|支出数（万元）|结余（万元）|执行率（%）|计划里程（公里）|完成里程（公里）",
        "合计|{t_b:w2}|{t_s:w2}|{t_r:w2}|{t_x:p2}|{t_p:n1}|{t_k:n1}",
        *(
            f"{COUNTIES[k][0]}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_r:w2}}|{{{k}_x:p2}}|{{{k}_p:n1}}|{{{k}_k:n1}}"
            for k in COUNTIES
        ),
    )
    paper.h("二、绩效目标完成情况")
    paper.h("（一）产出指标", 2)
    paper.p(
        "1．数量。2022年计划改造农村公路{roads:n}条，其中完工{finished:n}条、在建{building:n}条、未开工{waiting:n}条，完工率{finish_rate:p2}%；",
        "完成改造里程{t_k:n1}公里，为计划{t_p:n1}公里的{built:p2}%。",
    )
    paper.p(
        "2．质量。对完工的{checked:n}条公路组织交工验收，一次性验收合格{passed:n}条，合格率{pass_rate:p2}%，低于100%的目标值，主要是1条村道路面平整度未达标，已返工。",
    )
    paper.p("3．成本。全年平均每公里改造成本{per_km:w2}万元，未超过36万元/公里的控制标准。")
    paper.h("（二）效益指标", 2)
    paper.p(
        "项目惠及沿线行政村118个、群众约21.6万人，新增客运班线9条，沿线农产品外运时间平均缩短20分钟以上。"
    )
    paper.h("（三）满意度指标", 2)
    paper.p(
        "面向沿线群众发放调查问卷{sent:n}份，收回{back:n}份，回收率{back_rate:p2}%；其中有效问卷{valid:n}份，有效率{valid_rate:p2}%。有效问卷中，",
        "满意和较满意的{happy:n}份，满意度{happy_rate:p2}%，达到≥90%的目标。",
    )
    paper.h("三、自评结论")
    paper.p("项目自评总分{score:s2}分，其中预算执行率得分{s_exec:s2}分，自评结论为“优”。")
    paper.centre("项目支出绩效自评表")
    paper.right("（2022年度）")
    paper.table(
        (6, 7, 13, 9, 9, 5, 6, 12),
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
        "预算执行|预算执行率|全年预算执行率|100%|{t_x:p2}%|{w_exec:s0}|{s_exec:s2}|征地滞后，加快推进",
        "产出指标|数量指标|改造公路条数|{roads:n}条|{finished:n}条|{w1:s0}|{s1:s2}|4条在建、1条未开工",
        "^|^|改造里程|{t_p:n1}公里|{t_k:n1}公里|{w2:s0}|{s2:s2}|同上",
        "^|质量指标|验收合格率|100%|{pass_rate:p2}%|{w3:s0}|{s3:s2}|1条村道返工",
        "^|时效指标|按期完工率|100%|{finish_rate:p2}%|{w4:s0}|{s4:s2}|征地协调滞后",
        "^|成本指标|每公里改造成本|≤36万元|{per_km:w2}万元|{w5:s0}|{s5:s2}|",
        "效益指标|社会效益指标|受益行政村个数|≥110个|118个|{w6:s0}|{s6:s2}|",
        "^|可持续影响指标|管养机制健全性|健全|较健全|{w7:s0}|{s7:s2}|部分村管养责任未落实，年内签订管养协议",
        "满意度指标|服务对象满意度指标|沿线群众满意度|≥90%|{happy_rate:p2}%|{w8:s0}|{s8:s2}|",
        "总分|>|>|>|>|{full:s0}|{score:s2}|",
    )
    paper.h("四、存在的问题及原因")
    paper.p(
        "（一）部分路段进度滞后。主要原因是征地拆迁协调难度大，县级配套资金到位较晚。（二）管养机制有待健全，部分村级管养责任尚未落实到人。"
    )
    paper.h("五、改进措施")
    paper.p(
        "（一）建立市县联动的征地协调机制，每月调度一次进度。（二）督促各县（区）于2023年6月底前与行政村签订管养协议。"
    )
    return paper
