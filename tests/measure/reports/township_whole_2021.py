"""A township, 2021, of the plain kind: functions, budget and accounts by kind, projects, people, livelihood counts."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_KINDS = (
    ("gen", "一般公共服务支出", "712.36", "768.24"),
    ("cul", "文化旅游体育与传媒支出", "28.40", "26.15"),
    ("soc", "社会保障和就业支出", "164.58", "171.93"),
    ("hea", "卫生健康支出", "63.27", "66.08"),
    ("env", "节能环保支出", "0.00", "45.00"),
    ("com", "城乡社区支出", "52.00", "138.62"),
    ("agr", "农林水支出", "846.91", "1203.47"),
    ("hou", "住房保障支出", "71.35", "70.88"),
)
_PROJECTS = (
    ("road", "村组道路硬化", "186.00", "186.00"),
    ("lamp", "太阳能路灯安装", "42.50", "40.38"),
    ("toilet", "户厕改造奖补", "96.40", "88.20"),
    ("clean", "农村环境卫生保洁", "118.80", "118.80"),
    ("flood", "水毁工程修复", "65.00", "61.74"),
)


def _books() -> Book:
    book = Book()
    for k, _, budget, spent in _KINDS:
        book.wan(**{f"{k}_b": budget, f"{k}_s": spent})
    for end in "bs":
        book.sum(f"t_{end}", *(f"{k}_{end}" for k, *_ in _KINDS))
    book.year("yt", "t_s", "t_b")
    for k, *_ in _KINDS:
        book.rate(f"{k}_h", f"{k}_s", "t_s")
    book.wan(car="5.62", eat="1.87", car_b="6.00", eat_b="3.00", car_l="5.94", eat_l="2.26")
    book.sum("three", "car", "eat")
    book.sum("three_b", "car_b", "eat_b")
    book.sum("three_l", "car_l", "eat_l")
    book.year("y3", "three", "three_l")
    book.rate("x3", "three", "three_b")
    book.wan(man="863.49", pub="147.26")
    book.sum("base", "man", "pub")
    book.sum("proj", "t_s", minus=("base",))
    book.ties.append(Tie("sum", "t_s", ("base", "proj")))
    book.rate("base_h", "base", "t_s")
    book.rate("proj_h", "proj", "t_s")
    for k, _, budget, spent in _PROJECTS:
        book.wan(**{f"p{k}_b": budget, f"p{k}_s": spent})
        book.rate(f"p{k}_x", f"p{k}_s", f"p{k}_b")
    for end in "bs":
        book.sum(f"five_{end}", *(f"p{k}_{end}" for k, *_ in _PROJECTS))
    book.rate("five_x", "five_s", "five_b")
    book.count(seat=38, adm=21, pubw=43, pubh=39)
    book.count(admh=20)
    book.sum("post", "adm", "pubw")
    book.sum("staff", "admh", "pubh")
    book.rate("staff_x", "staff", "post")
    book.count(low=214, low_p=387, poor=62, poor_p=65, aid=41)
    book.wan(low_m="148.27", poor_m="52.73", aid_m="16.40")
    book.sum("help", "low_m", "poor_m", "aid_m")
    book.yuan(aid_e="4000")
    book.product("aid_m2", "aid_e", "aid")
    del book.values["aid_m2"]
    book.ties[-1] = Tie("product", "aid_m", ("aid_e", "aid"))
    book.count(lights=186, km="9.3", toilets=441, days=365)
    book.yuan(toilet_e="2000", road_e="200000")
    book.ties.append(Tie("product", "ptoilet_s", ("toilet_e", "toilets")))
    book.ties.append(Tie("product", "proad_s", ("road_e", "km")))
    book.count(ask=280, glad=261, so=14)
    book.sum("bad", "ask", minus=("glad", "so"))
    book.sum("ask", "glad", "so", "bad")
    book.sum("pos", "glad", "so")
    book.rate("ask_x", "pos", "ask")
    book.count(m0="18.5", m1="27", m2="28.6", m3="19")
    book.sum("m", "m0", "m1", "m2", "m3")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("township_whole_2021", _books())
    paper.title("石门乡人民政府2021年度部门整体支出绩效评价自评报告")
    paper.h("一、部门概况")
    paper.p(
        "（一）基本情况。石门乡辖14个行政村、1个社区，总面积136平方公里，户籍人口2.18万人。乡政府内设党政办公室、经济发展办公室、社会事务办公室等6个机构，下设农业综合服务中心等5个事业单位。核定编制{post:n}名，其中行政编制{adm:n}名、事业编制{pubw:n}名；实有在职人员{staff:n}人，其中行政{admh:n}人、事业{pubh:n}人，在职人员控制率{staff_x:p2}%。另有退休人员{seat:n}人。"
    )
    paper.p(
        "（二）年度主要任务。巩固拓展脱贫攻坚成果同乡村振兴有效衔接；推进农村人居环境整治；抓好粮食生产，全年粮食播种面积不少于1.86万亩；完成县委、县政府交办的其他任务。"
    )
    paper.h("二、部门整体支出管理及使用情况")
    paper.p(
        "2021年年初预算{t_b:w2}万元，全年实际支出{t_s:w2}万元，较年初预算{yt:增加/减少}{yt.d:w2}万元，{yt:增长/下降}{yt.g:p2}%，主要是年中下达的上级专项资金。按功能分类的支出情况如下表。"
    )
    paper.right("单位：万元")
    paper.table(
        (24, 13, 13, 10),
        "功能分类科目|年初预算|实际支出|占比（%）",
        *(f"{name}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_h:p2}}" for k, name, *_ in _KINDS),
        "合　计|{t_b:w2}|{t_s:w2}|100.00",
    )
    paper.p(
        "（一）基本支出。全年基本支出{base:w2}万元，占总支出的{base_h:p2}%，其中人员经费{man:w2}万元，日常公用经费{pub:w2}万元。"
    )
    paper.p(
        "（二）“三公”经费。2021年“三公”经费预算{three_b:w2}万元，实际支出{three:w2}万元，完成预算的{x3:p2}%，比上年{y3:增加/减少}{y3.d:w2}万元，{y3:上升/下降}{y3.g:p2}%。其中：公务用车运行维护费{car:w2}万元，上年{car_l:w2}万元；公务接待费{eat:w2}万元，上年{eat_l:w2}万元，全年接待38批次312人次。上年“三公”经费合计{three_l:w2}万元。"
    )
    paper.p(
        "（三）项目支出。全年项目支出{proj:w2}万元，占总支出的{proj_h:p2}%。其中重点项目5个，预算{five_b:w2}万元，支出{five_s:w2}万元，执行率{five_x:p2}%，具体为：",
        "；".join(
            f"{name}预算{{p{k}_b:w2}}万元，支出{{p{k}_s:w2}}万元，执行率{{p{k}_x:p2}}%"
            for k, name, *_ in _PROJECTS
        ),
        "。",
    )
    paper.h("三、部门整体支出绩效情况")
    paper.p(
        "1.基础设施不断完善。硬化村组道路{km:n1}公里，按每公里{road_e:w1z}万元的标准奖补；安装太阳能路灯{lights:n}盏，超过180盏的目标；改造户厕{toilets:n}户，每户补助{toilet_e:y0}元，为计划482户的九成以上；修复水毁堤防7处、渠道2.6公里。"
    )
    paper.p(
        "2.民生保障扎实有力。全年发放民政资金{help:w2}万元，其中农村低保{low:n}户{low_p:n}人，发放低保金{low_m:w2}万元；特困供养{poor:n}户{poor_p:n}人，发放{poor_m:w2}万元；临时救助{aid:n}人次，人均{aid_e:y0}元，发放{aid_m:w2}万元。城乡居民医保参保率97.6%，养老保险参保率96%。"
    )
    paper.p(
        "3.环境卫生持续改善。聘用保洁员66名，每人每月1500元，全年{days:n}天保洁，清运垃圾约2300吨，日均6吨多。乡域内3条主要河流水质全部达到Ⅲ类以上。"
    )
    paper.p(
        "4.群众满意度。随机走访群众{ask:n}人，其中满意{glad:n}人，基本满意{so:n}人，不满意{bad:n}人，满意和基本满意合计{pos:n}人，满意度{ask_x:p2}%。"
    )
    paper.h("四、自评结论")
    paper.p(
        "对照评价指标，自评{m:s1z}分，其中投入{m0:s1z}分、过程{m1:s1z}分、产出{m2:s1z}分、效果{m3:s1z}分，等次为“优”。"
    )
    paper.h("五、存在的主要问题")
    paper.p(
        "一是预算编制不够精准，年初预算与实际支出差异较大，农林水支出尤为突出，年初只安排{agr_b:w2}万元，实际支出{agr_s:w2}万元；二是户厕改造进度滞后，41户因外出务工未能改造；三是资产管理有待加强。"
    )
    paper.h("六、改进措施和有关建议")
    paper.p(
        "由财政所牵头，在编制2022年预算时将可预见的上级专项纳入；6月底前完成剩余41户改造；年内完成固定资产清查。建议县财政加大对乡镇运转经费的保障力度，按人均公用经费不低于4万元安排。"
    )
    paper.right("石门乡人民政府")
    paper.right("2022年3月15日")
    return paper
