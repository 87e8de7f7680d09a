"""A third party on a city's home care for the old, 2024: city and districts, weighted satisfaction, rates on several bases."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, district, aged 60 and over (万人), served, visits (人次), city money, own money, spent (万元).
_PARTS = (
    ("x", "西城新区", "6.84", 4126, 148536, "412.00", "290.00", "681.47"),
    ("d", "东湖区", "9.27", 5873, 205555, "586.00", "351.60", "902.38"),
    ("g", "高岭县", "11.05", 3964, 118920, "494.00", "148.20", "571.06"),
    ("q", "清溪县", "7.62", 2830, 84900, "368.00", "110.40", "463.92"),
)
_GROUPS = (
    ("old", "接受服务老人", 640, 607, "0.5"),
    ("kin", "家属", 320, 289, "0.3"),
    ("staff", "一线护理员", 160, 134, "0.2"),
)
_AREAS = (
    ("决策", (("项目立项", "6", "6"), ("绩效目标", "6", "5"), ("资金投入", "8", "7.2"))),
    ("过程", (("资金管理", "10", "9.1"), ("组织实施", "10", "8.4"))),
    ("产出", (("服务数量", "16", "15.3"), ("服务质量", "12", "10.6"), ("服务时效", "7", "6.5"))),
    ("效益", (("社会效益", "15", "13.2"), ("满意度", "10", "9.1"))),
)


def _books() -> Book:
    book = Book()
    for key, _, old, served, visits, city, own, spent in _PARTS:
        book.count(**{f"{key}_n": served, f"{key}_v": visits})
        book.yuan(**{f"{key}_o": str(int(float(old) * 10000 + 0.5))})
        book.wan(**{f"{key}_c": city, f"{key}_w": own, f"{key}_s": spent})
        book.sum(f"{key}_b", f"{key}_c", f"{key}_w")
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
        book.average(f"{key}_u", f"{key}_s", f"{key}_v")
        book.rate(f"{key}_k", f"{key}_n", f"{key}_o")
    keys = [key for key, *_ in _PARTS]
    for end in "onvcwbs":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in keys))
    book.sum("all_b", "all_c", "all_w")
    book.rate("all_x", "all_s", "all_b")
    book.average("all_u", "all_s", "all_v")
    book.rate("all_k", "all_n", "all_o")
    book.average("vis", "all_v", "all_n")
    book.wan(own="246.50", own_s="238.92", carry="63.40")
    book.sum("tot_b", "all_b", "own")
    book.sum("tot_s", "all_s", "own_s")
    book.rate("tot_x", "tot_s", "tot_b")
    book.rate("own_x", "own_s", "own")
    book.sum("city_b", "all_c", "own")
    book.rate("city_h", "city_b", "tot_b")
    book.sum("left", "tot_b", minus=("tot_s",))
    book.wan(back="31.85")
    book.sum("keep", "left", minus=("back",))
    for key, _, asked, glad, weight in _GROUPS:
        book.count(**{f"{key}_a": asked, f"{key}_g": glad, f"{key}_p": weight})
        book.rate(f"{key}_r", f"{key}_g", f"{key}_a")
        book.product(f"{key}_z", f"{key}_r", f"{key}_p")
    book.sum("weighed", *(f"{key}_z" for key, *_ in _GROUPS))
    book.sum("asked", *(f"{key}_a" for key, *_ in _GROUPS))
    book.count(can=2418, semi=9236)
    book.sum("well", "all_n", minus=("can", "semi"))
    book.sum("all_n", "can", "semi", "well")
    book.rate("can_h", "can", "all_n")
    book.count(
        work=1284,
        cert=1137,
        long=418,
        seen=96,
        full=81,
        late=9,
        miss=6,
        call="6482",
        in15="6189",
        live=87,
        five=23,
    )
    book.rate("cert_x", "cert", "work")
    book.average("load", "all_n", "work")
    book.sum("seen", "full", "late", "miss")
    book.rate("full_x", "full", "seen")
    book.rate("in15_x", "in15", "call")
    book.count(site=214, site_p=220, site_l=176, night=63)
    book.rate("site_x", "site", "site_p")
    book.year("ysite", "site", "site_l")
    book.rate("night_x", "night", "site")
    n = 0
    for m, (_, rows) in enumerate(_AREAS):
        own: list[int] = []
        for _, weight, points in rows:
            book.count(**{f"w{n}": weight, f"g{n}": points})
            own.append(n)
            n += 1
        for end in "wg":
            book.sum(f"{end}a{m}", *(f"{end}{i}" for i in own))
        book.rate(f"qa{m}", f"ga{m}", f"wa{m}")
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}a{m}" for m in range(4)))
        book.sum(f"{end}_all", *(f"{end}{i}" for i in range(n)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("elderly_care_evaluation_2024", _books(), styled=True)
    paper.title("衡川市居家和社区养老服务补贴项目绩效评价报告")
    paper.centre("（评价年度：2024年）")
    paper.h("摘　要")
    paper.p(
        "受衡川市财政局委托，评价组对2024年居家和社区养老服务补贴项目进行评价。项目总预算{tot_b:w2}万元，其中市级资金{city_b:w2}万元，占{city_h:p2}%；实际支出{tot_s:w2}万元，预算执行率{tot_x:p2}%。评价得分{g_all:s1}分，评价等级为“优”。"
    )
    paper.h("1　项目概况")
    paper.h("1.1　资金", 2)
    paper.p(
        "市级资金分两部分：市本级直接列支{own:w2}万元，用于平台运维和第三方监管；补助县区{all_c:w2}万元。县区自行配套{all_w:w2}万元，县区可用资金共{all_b:w2}万元。"
    )
    paper.h("1.2　对象", 2)
    paper.p(
        "全市60周岁以上老年人{all_o:w2}万人。2024年享受补贴服务的老人{all_n:n}人，占老年人口的{all_k:p2}%，其中失能{can:n}人（占{can_h:p2}%）、半失能{semi:n}人、其他高龄独居老人{well:n}人。"
    )
    paper.h("2　资金使用")
    paper.p(
        "市本级支出{own_s:w2}万元，执行率{own_x:p2}%；县区支出{all_s:w2}万元，执行率{all_x:p2}%。全口径结余{left:w2}万元，其中收回市财政{back:w2}万元，留县区下年使用{keep:w2}万元。"
    )
    paper.centre("表1　县区资金与服务情况")
    paper.right("金额单位：万元")
    paper.table(
        (9, 8, 8, 9, 8, 8, 9, 9, 9, 9),
        "县区|市级补助|县区配套|资金合计|实际支出|执行率|服务人数（人）|服务人次|次均支出（元）|覆盖率",
        *(
            f"{name}|{{{k}_c:w2}}|{{{k}_w:w2}}|{{{k}_b:w2}}|{{{k}_s:w2}}|{{{k}_x:p2}}%|{{{k}_n:n}}|{{{k}_v:n}}|{{{k}_u:y2}}|{{{k}_k:p2}}%"
            for k, name, *_ in _PARTS
        ),
        "合计|{all_c:w2}|{all_w:w2}|{all_b:w2}|{all_s:w2}|{all_x:p2}%|{all_n:n}|{all_v:n}|{all_u:y2}|{all_k:p2}%",
    )
    paper.p("注：覆盖率＝服务人数÷60周岁以上老年人口；次均支出＝实际支出÷服务人次，不含市本级支出。")
    paper.h("3　绩效分析")
    paper.h("3.1　产出", 2)
    paper.p(
        "（1）服务量。提供上门服务{all_v:n}人次，人均{vis:r1}次，次均支出{all_u:y2}元。建成社区养老服务站点{site:n}个，完成计划（{site_p:n}个）的{site_x:p2}%，比上年末净增{ysite.d:n}个（上年末{site_l:n}个），其中提供夜间照护的{night:n}个，占{night_x:p2}%。"
    )
    paper.p(
        "（2）队伍。在册护理员{work:n}人，持证{cert:n}人，持证率{cert_x:p2}%，平均每名护理员服务老人{load:r1}人；从业3年以上的{long:n}人。"
    )
    paper.p(
        "（3）质量与时效。评价组抽查服务记录{seen:n}份，要素完整、时长达标{full:n}份，达标率{full_x:p2}%；时长不足{late:n}份，无老人或家属签字{miss:n}份。平台紧急呼叫{call:n}次，15分钟内响应{in15:n}次，及时响应率{in15_x:p2}%。"
    )
    paper.h("3.2　效益", 2)
    paper.p(
        "共调查{asked:n}人，按对象加权计算综合满意度：{old_a:n}名老人中{old_g:n}人满意（{old_r:p2}%，权重50%），{kin_a:n}名家属中{kin_g:n}人满意（{kin_r:p2}%，权重30%），{staff_a:n}名护理员中{staff_g:n}人满意（{staff_r:p2}%，权重20%），综合满意度{weighed:p2}%。",
    )
    paper.h("4　评价结论")
    paper.centre("表2　得分情况")
    rows = []
    n = 0
    for m, (area, own) in enumerate(_AREAS):
        for k, (name, *_) in enumerate(own):
            head = f"{area}|" if k == 0 else "^|"
            tail = f"{{ga{m}:s1z}}|{{qa{m}:p1}}%" if k == 0 else "^|^"
            rows.append(
                f"{head}{{wa{m}:s0}}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{tail}"
                if k == 0
                else f"^|^|{name}|{{w{n}:s0}}|{{g{n}:s1z}}|{tail}"
            )
            n += 1
    paper.table(
        (9, 8, 13, 8, 8, 9, 9),
        "一级指标|权重|二级指标|权重|得分|一级得分|得分率",
        *rows,
        "合计|{w_all:s0}||{w_all:s0}|{g_all:s1z}|{g_all:s1z}|",
    )
    paper.p(
        "决策、过程、产出、效益得分率分别为{qa0:p1}%、{qa1:p1}%、{qa2:p1}%、{qa3:p1}%，过程管理和服务质量是短板。"
    )
    paper.h("5　问题与建议")
    paper.p(
        "5.1　县区配套差异大，高岭县、清溪县配套比例仅为市级补助的三成，建议将配套到位率作为下年分配因素。5.2　服务时长监管不严，",
        "建议市民政局2025年6月底前启用定位打卡。5.3　站点夜间照护能力不足，建议对开展夜间服务的站点每个奖补3万元。",
        "评价结果经市政府同意后公开，并与2026年预算挂钩。",
    )
    return paper
