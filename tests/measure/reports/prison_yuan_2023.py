"""A prison, 2023: 元 with separators, per mille, inmates in and out, staff by age and schooling, halves of the year, old outline."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, item, approved at the start, added, taken back, spent (元).
_ITEMS = (
    ("food", "罪犯生活经费", "9864000.00", "312000.00", "0.00", "10118436.55"),
    ("guard", "狱政管理经费", "4215600.00", "0.00", "186400.00", "3902771.40"),
    ("teach", "教育改造经费", "1386000.00", "0.00", "74500.00", "1247908.16"),
    ("sick", "罪犯医疗经费", "2940000.00", "268500.00", "0.00", "3171264.92"),
    ("wire", "技防设施运行维护", "1875000.00", "0.00", "0.00", "1638417.08"),
)
_SCORES = (
    ("投入", "目标设定", "绩效目标合理性", "5", "5"),
    ("投入", "预算配置", "在职人员控制率", "5", "5"),
    ("投入", "预算配置", "“三公经费”变动率", "5", "4.5"),
    ("过程", "预算执行", "预算完成率", "10", "9"),
    ("过程", "预算执行", "公用经费控制率", "5", "5"),
    ("过程", "预算管理", "资金使用合规性", "6", "6"),
    ("过程", "资产管理", "固定资产利用率", "4", "3.2"),
    ("产出", "职责履行", "监管安全", "15", "15"),
    ("产出", "职责履行", "教育改造质量", "15", "13.6"),
    ("效果", "社会效益", "重新犯罪率", "15", "14"),
    ("效果", "满意度", "罪犯亲属满意度", "15", "14.1"),
)
_AREAS = (("投入", (0, 1, 2)), ("过程", (3, 4, 5, 6)), ("产出", (7, 8)), ("效果", (9, 10)))


def _money(book: Book) -> None:
    for key, _, start, more, back, spent in _ITEMS:
        book.yuan(**{f"{key}_i": start, f"{key}_m": more, f"{key}_t": back, f"{key}_s": spent})
        book.sum(f"{key}_b", f"{key}_i", f"{key}_m", minus=(f"{key}_t",))
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    keys = [key for key, *_ in _ITEMS]
    for end in "imtbs":
        book.sum(f"proj_{end}", *(f"{key}_{end}" for key in keys))
    book.rate("proj_x", "proj_s", "proj_b")
    book.yuan(pay_b="78420500.00", pay_s="77936214.83", day_b="8160000.00", day_s="7418652.37")
    book.sum("base_b", "pay_b", "day_b")
    book.sum("base_s", "pay_s", "day_s")
    book.sum("all_b", "base_b", "proj_b")
    book.sum("all_s", "base_s", "proj_s")
    for key in ("pay", "day", "base", "all"):
        book.rate(f"{key}_x", f"{key}_s", f"{key}_b")
    book.sum("rest", "all_b", minus=("all_s",))
    book.rate("base_h", "base_s", "all_s")
    book.rate("proj_h", "proj_s", "all_s")
    book.yuan(day_l="7693140.25", run="386214.50", run_l="402918.77", recv="18640.00", recv_l="26355.00")
    book.year("yday", "day_s", "day_l")
    book.yuan(car="179800.00")
    book.sum("cars", "car", "run")
    book.sum("three", "cars", "recv")
    book.sum("three_l", "run_l", "recv_l")
    book.year("y3", "three", "three_l")
    book.year("yrun", "run", "run_l")
    book.year("yrecv", "recv", "recv_l")
    book.count(meals=212, guests=1864)
    book.average("per_guest", "recv", "guests")
    book.yuan(fixed="146820337.60", house="98214506.40", vehicle="4862190.00", gear="36218442.75")
    book.sum("odd", "fixed", minus=("house", "vehicle", "gear"))
    book.sum("fixed", "house", "vehicle", "gear", "odd")
    book.rate("house_h", "house", "fixed")


def _people(book: Book) -> None:
    book.count(posts=412, young=136, mid=171, old=82)
    book.sum("police", "young", "mid", "old")
    book.count(master=21, bach=287)
    book.sum("less", "police", minus=("master", "bach"))
    book.sum("police", "master", "bach", "less")
    book.rate("police_x", "police", "posts")
    book.rate("young_h", "young", "police")
    book.rate("bach_h", "bach", "police")
    book.count(women=58, party=331)
    book.rate("women_h", "women", "police")
    book.count(in0=2186, came=743, moved=36, freed=801, died=3, away=15)
    book.sum("in1", "in0", "came", "moved", minus=("freed", "died", "away"))
    book.count(mean=2171)
    book.average("per_food", "food_s", "mean")
    book.average("per_sick", "sick_s", "mean")
    book.count(cut1=214, cut2=198, bail1=9, bail2=14)
    book.sum("cut", "cut1", "cut2")
    book.sum("bail", "bail1", "bail2")
    book.count(breach=86, breach_l=119)
    book.year("ybreach", "breach", "breach_l")
    book.count(trade=620, trade_ok=571, read=94, read_ok=88)
    book.rate("trade_x", "trade_ok", "trade")
    book.rate("read_x", "read_ok", "read")
    book.count(talk=26052)
    book.average("per_talk", "talk", "mean")
    book.count(visits=9418, far=2237)
    book.sum("face", "visits", minus=("far",))
    book.sum("visits", "far", "face")
    book.rate("far_h", "far", "visits")
    book.count(sent=600, back=568, q1=341, q2=152, q3=53, q4=22)
    book.sum("back", "q1", "q2", "q3", "q4")
    book.sum("glad", "q1", "q2", "q3")
    book.rate("back_x", "back", "sent")
    book.rate("glad_x", "glad", "back")


def _books() -> Book:
    book = Book()
    _money(book)
    _people(book)
    for n, (*_, weight, points) in enumerate(_SCORES):
        book.count(**{f"w{n}": weight, f"g{n}": points})
    for end in "wg":
        for m, (_, parts) in enumerate(_AREAS):
            book.sum(f"{end}a{m}", *(f"{end}{n}" for n in parts))
        book.sum(f"{end}_all", *(f"{end}a{m}" for m in range(len(_AREAS))))
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(len(_SCORES))))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("prison_yuan_2023", _books())
    paper.title("白沙洲监狱")
    paper.title("2023年度部门整体支出绩效评价自评报告")
    paper.h("一、单位基本情况")
    paper.p(
        "白沙洲监狱始建于1958年，现为中度戒备监狱，内设科室14个、监区11个。核定政法专项编制{posts:n}名，2023年末在职民警{police:n}人，在编率{police_x:p1}%。",
        "从年龄看，35岁及以下{young:n}人，占{young_h:p1}%，36至50岁{mid:n}人，51岁及以上{old:n}人；从学历看，研究生{master:n}人，大学本科{bach:n}人（占{bach_h:p1}%），大专及以下{less:n}人。民警中有女民警{women:n}人，占{women_h:p1}%，中共党员{party:n}人。",
    )
    paper.p(
        "2022年末在押罪犯{in0:n}人，2023年新收押{came:n}人，外省调入{moved:n}人，刑满释放{freed:n}人，因病死亡{died:n}人，暂予监外执行{away:n}人，年末在押{in1:n}人，全年日均在押{mean:n}人。病亡率控制在2‰以内，未发生罪犯脱逃、重大狱内案件和安全生产事故。",
    )
    paper.h("二、投入：预算安排情况")
    paper.p(
        "经省财政厅批复并调整，2023年支出预算总额{all_b:y2,}元，其中基本支出{base_b:y2,}元（人员经费{pay_b:y2,}元、日常公用经费{day_b:y2,}元），项目支出{proj_b:y2,}元。项目支出年初预算{proj_i:y2,}元，年中追加{proj_m:y2,}元，收回{proj_t:y2,}元，追加的两项均为因在押人数变化按标准测算的经费。",
    )
    paper.h("三、过程：预算执行与管理情况")
    paper.p(
        "1.预算完成率。全年实际支出{all_s:y2,}元，预算完成率{all_x:p2}%，年末结余{rest:y2,}元。基本支出{base_s:y2,}元，完成率{base_x:p2}%，占总支出{base_h:p2}%；项目支出{proj_s:y2,}元，完成率{proj_x:p2}%，占总支出{proj_h:p2}%。",
    )
    paper.centre("项目支出预算调整与执行表")
    paper.right("金额单位：元")
    paper.table(
        (13, 11, 10, 10, 11, 11, 8),
        "项目|预算安排|>|>|>|实际支出|完成率",
        "^|年初预算|追加|收回|调整后预算|^|^",
        *(
            f"{name}|{{{k}_i:y2,}}|{{{k}_m:y2,}}|{{{k}_t:y2,}}|{{{k}_b:y2,}}|{{{k}_s:y2,}}|{{{k}_x:p2}}%"
            for k, name, *_ in _ITEMS
        ),
        "合计|{proj_i:y2,}|{proj_m:y2,}|{proj_t:y2,}|{proj_b:y2,}|{proj_s:y2,}|{proj_x:p2}%",
        heads=2,
    )
    paper.p(
        "2.公用经费控制率。日常公用经费支出{day_s:y2,}元，为预算的{day_x:p2}%，同上年{day_l:y2,}元相比{yday:增加/减少}{yday.d:y2,}元，{yday:增长/下降}{yday.g:p2}%。人员经费支出{pay_s:y2,}元，为预算的{pay_x:p2}%。",
    )
    paper.p(
        "3.“三公经费”变动率。2023年“三公”经费支出{three:y2,}元，上年为{three_l:y2,}元，{y3:增加/减少}{y3.d:y2,}元，变动率{y3.g:p2}%，原因是报废更新囚车1辆。分项看：公务用车购置及运行维护费{cars:y2,}元，包括购置费{car:y2,}元和运行维护费{run:y2,}元，运行维护费比上年的{run_l:y2,}元{yrun:增加/减少}{yrun.d:y2,}元，{yrun:上升/下降}{yrun.g:p2}%；公务接待费{recv:y2,}元，比上年的{recv_l:y2,}元{yrecv:增加/减少}{yrecv.d:y2,}元，{yrecv:上升/下降}{yrecv.g:p2}%，共接待{meals:n}批次{guests:n}人次，人均{per_guest:y0}元。",
    )
    paper.p(
        "4.资产管理。年末固定资产原值{fixed:y2,}元，其中房屋及构筑物{house:y2,}元（占{house_h:p1}%）、车辆{vehicle:y2,}元、设备{gear:y2,}元、家具及其他{odd:y2,}元。在用率95%以上，少量旧车床待报废。",
    )
    paper.h("四、产出：职责履行情况")
    paper.p(
        "（1）监管安全。连续12年实现“四无”。全年查处罪犯违规{breach:n}起，较上年{breach_l:n}起{ybreach:增加/减少}{ybreach.d:n}起，{ybreach:上升/下降}{ybreach.g:p1}%。"
    )
    paper.p(
        "（2）刑罚执行。提请减刑{cut:n}人，上、下半年分别为{cut1:n}人和{cut2:n}人；提请假释{bail:n}人，上半年{bail1:n}人，下半年{bail2:n}人。",
    )
    paper.p(
        "（3）教育改造。组织职业技能鉴定{trade:n}人，取得证书{trade_ok:n}人，获证率{trade_x:p1}%；应入扫盲班{read:n}人，脱盲{read_ok:n}人，脱盲率{read_x:p1}%。个别谈话教育{talk:n}人次，人均{per_talk:r0}次，达到每人每月1次的要求。",
    )
    paper.p(
        "（4）生活卫生。人均生活经费支出{per_food:y2,}元，人均医疗经费支出{per_sick:y2,}元，均按日均在押人数计算；伙食实物量达到部颁标准。",
    )
    paper.p(
        "（5）会见。办理会见{visits:n}人次，其中远程视频会见{far:n}人次，占{far_h:p1}%，现场会见{face:n}人次。"
    )
    paper.h("五、效果")
    paper.p(
        "省监狱管理局反馈，近三年刑释人员重新犯罪率为3.2%，低于5%的控制目标。向罪犯亲属发放问卷{sent:n}份，收回{back:n}份，回收率{back_x:p1}%；选择“很满意”{q1:n}份、“满意”{q2:n}份、“基本满意”{q3:n}份、“不满意”{q4:n}份，前三项合计{glad:n}份，满意度{glad_x:p1}%。",
    )
    paper.h("六、自评得分")
    rows = []
    for m, (area, parts) in enumerate(_AREAS):
        for n in parts:
            _, two, three, *_ = _SCORES[n]
            first = "^" if n != parts[0] else f"{area}（{{wa{m}:s0}}分）"
            second = "^" if n != parts[0] and _SCORES[n - 1][1] == two else two
            rows.append(f"{first}|{second}|{three}|{{w{n}:s0}}|{{g{n}:s1z}}")
    paper.p(
        "总分{w_all:s0}分，自评{g_all:s1z}分：投入{ga0:s1z}分，过程{ga1:s1z}分，产出{ga2:s1z}分，效果{ga3:s1z}分。"
    )
    paper.table(
        (14, 12, 18, 8, 8),
        "一级指标|二级指标|三级指标|分值|得分",
        *rows,
        "合计|>|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.h("七、存在的问题和改进措施")
    paper.p(
        "一是部分设备利用率不高；二是教育改造师资不足，外聘教师占比偏高。2024年计划投入120万元更新习艺设备，6月底前与市技工学校签订师资共享协议，由教育改造科落实，年底前考核。自评结果在门户网站公开。"
    )
    return paper
