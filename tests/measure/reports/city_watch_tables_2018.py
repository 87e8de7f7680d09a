"""A body of forms, 2018: cover facts, staff, budget and scores all in tables, little prose; amounts in 元 and 万元."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper


def _books() -> Book:
    book = Book()
    book.yuan(fin_16="3186240.00", fin_17="3420815.50", fin_18="3714602.30")
    book.yuan(oth_16="24000.00", oth_17="0", oth_18="36500.00")
    for year in ("16", "17", "18"):
        book.sum(f"in_{year}", f"fin_{year}", f"oth_{year}")
    book.yuan(pay_16="1486230.15", pay_17="1603417.40", pay_18="1718044.92")
    book.yuan(pub_16="402117.60", pub_17="377926.35", pub_18="361280.08")
    book.yuan(pro_16="1280450.00", pro_17="1425006.00", pro_18="1602955.50")
    for year in ("16", "17", "18"):
        book.sum(f"bas_{year}", f"pay_{year}", f"pub_{year}")
        book.sum(f"out_{year}", f"bas_{year}", f"pro_{year}")
        book.sum(f"end_{year}", f"in_{year}", minus=(f"out_{year}",))
    book.year("y", "out_18", "out_17")
    book.year("yp", "pub_18", "pub_17")
    book.rate("x", "out_18", "in_18")
    book.count(posts=24, staff=23, temp=12, retired=6)
    book.sum("people", "staff", "temp")
    book.yuan(cam="964200.00", hot="418755.50", fix="220000.00")
    book.sum("pro_18", "cam", "hot", "fix")
    book.yuan(cam_b="980000.00", hot_b="450000.00", fix_b="220000.00")
    book.sum("pro_b", "cam_b", "hot_b", "fix_b")
    for key in ("cam", "hot", "fix"):
        book.rate(f"{key}_x", key, f"{key}_b")
    book.rate("pro_x", "pro_18", "pro_b")
    book.count(cases=28640, closed=27912, cases_last=25317)
    book.rate("close_x", "closed", "cases")
    book.year("yc", "cases", "cases_last")
    weights = {"a": "15", "b": "40", "c": "25", "d": "20"}
    points = {"a": "14.5", "b": "37.8", "c": "24.2", "d": "18.9"}
    for key in weights:
        book.count(**{f"w{key}": weights[key], f"s{key}": points[key]})
        book.sum(f"k{key}", f"w{key}", minus=(f"s{key}",))
    book.sum("full", *(f"w{key}" for key in weights))
    book.sum("score", *(f"s{key}" for key in weights))
    book.sum("lost", *(f"k{key}" for key in weights))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("city_watch_tables_2018", _books())
    paper.title("财政支出绩效评价报告（自评）")
    paper.centre("评价类型：部门整体支出绩效自评")
    paper.table(
        (8, 14, 8, 14),
        "部门名称|鹿城市城市管理监督指挥中心|预算编码|118003",
        "评价方式|部门（单位）自评|评价机构|自评工作小组",
        "联系人|本单位办公室|联系电话|0738-8324410",
        "报告日期|2019年3月28日|评价年度|2018年度",
        heads=0,
    )
    paper.h("一、部门（单位）基本概况")
    paper.table(
        (10, 6, 10, 6, 10, 6),
        "人员编制数（名）|{posts:n}|在职人员数（名）|{staff:n}|临聘人员数（名）|{temp:n}",
        "在岗人员合计（名）|{people:n}|退休人员数（名）|{retired:n}|内设机构数（个）|5",
        "职能职责|负责数字城管平台运行，受理、派遣、督办城市管理问题，对各责任单位履职情况进行考核评价。|>|>|>|>",
        "年度主要工作|受理案件{cases:n}件，结案{closed:n}件，结案率{close_x:p2}%；受理量比上年{cases_last:n}件{yc:增加/减少}{yc.d:n}件，{yc:增长/下降}{yc.g:p2}%。|>|>|>|>",
        heads=0,
    )
    paper.h("二、部门整体收支情况")
    paper.right("单位：元")
    paper.table(
        (12, 10, 10, 10),
        "项　目|2016年|2017年|2018年",
        "一、收入合计|{in_16:y2,}|{in_17:y2,}|{in_18:y2,}",
        "1．财政拨款|{fin_16:y2,}|{fin_17:y2,}|{fin_18:y2,}",
        "2．其他收入|{oth_16:y2,}|—|{oth_18:y2,}",
        "二、支出合计|{out_16:y2,}|{out_17:y2,}|{out_18:y2,}",
        "（一）基本支出|{bas_16:y2,}|{bas_17:y2,}|{bas_18:y2,}",
        "1．人员经费|{pay_16:y2,}|{pay_17:y2,}|{pay_18:y2,}",
        "2．公用经费|{pub_16:y2,}|{pub_17:y2,}|{pub_18:y2,}",
        "（二）项目支出|{pro_16:y2,}|{pro_17:y2,}|{pro_18:y2,}",
        "三、当年收支结余|{end_16:y2,}|{end_17:y2,}|{end_18:y2,}",
    )
    paper.p(
        "说明：2018年支出{out_18:w2}万元，较2017年{out_17:w2}万元{y:增加/减少}{y.d:w2}万元，{y:增长/下降}{y.g:p2}%，支出占当年收入的{x:p2}%；",
        "公用经费{pub_18:w2}万元，较上年减少{yp.d:w2}万元，下降{yp.g:p2}%。",
    )
    paper.h("三、项目支出情况")
    paper.right("单位：元")
    paper.table(
        (4, 14, 10, 10, 7),
        "序号|项目名称|预算安排|实际支出|支出进度",
        "1|视频监控租赁|{cam_b:y2,}|{cam:y2,}|{cam_x:p2}%",
        "2|热线坐席外包|{hot_b:y2,}|{hot:y2,}|{hot_x:p2}%",
        "3|系统维护|{fix_b:y2,}|{fix:y2,}|{fix_x:p2}%",
        "合计|>|{pro_b:y2,}|{pro_18:y2,}|{pro_x:p2}%",
    )
    paper.h("四、绩效自评得分")
    paper.table(
        (8, 6, 6, 6, 18),
        "一级指标|标准分值|扣分|自评得分|扣分说明",
        "投入|{wa:s0}|{ka:s1z}|{sa:s1}|绩效目标细化程度不够",
        "过程|{wb:s0}|{kb:s1z}|{sb:s1}|项目资金支付进度未达序时",
        "产出|{wc:s0}|{kc:s1z}|{sc:s1}|部分案件超期结案",
        "效果|{wd:s0}|{kd:s1z}|{sd:s1}|群众知晓率有待提高",
        "合计|{full:s0}|{lost:s1z}|{score:s1}|自评等级：优",
    )
    paper.h("五、存在的问题和改进措施")
    paper.table(
        (10, 30),
        "存在的问题|案件派遣后部分责任单位处置超期，结案率未达98%的目标；热线坐席外包结算资料报送不及时，影响支付进度。",
        "改进措施|每月通报超期案件，纳入责任单位年度考核；与外包单位约定每季度首月10日前报送结算资料，逾期顺延支付。",
        heads=0,
    )
    return paper
