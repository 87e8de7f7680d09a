"""Three small rivers under repair, 2020 to 2022, in the outline of 财预〔2020〕10号: estimate, sources, arrived, paid, works planned and done."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Key, name, central, provincial, county money, paid till 2021, paid in 2022, length planned, length done (km), bank (m).
_RIVERS = (
    ("qx", "清溪河", "1716.00", "572.00", "572.00", "1462.30", "1098.64", "12.60", "12.60", 8430),
    ("lm", "龙门河", "1284.00", "428.00", "428.00", "1180.75", "764.21", "9.85", "9.85", 6215),
    ("bs", "白沙河", "936.00", "312.00", "312.00", "508.16", "621.09", "7.20", "6.10", 4370),
)
_MARKS = (
    ("项目决策", "立项依据充分性", "5", "5"),
    ("项目决策", "绩效目标合理性", "7", "6"),
    ("项目决策", "预算编制科学性", "8", "7"),
    ("项目过程", "资金到位率", "6", "6"),
    ("项目过程", "预算执行率", "8", "6.5"),
    ("项目过程", "资金使用合规性", "6", "5.5"),
    ("项目产出", "治理河长完成率", "12", "11.5"),
    ("项目产出", "工程质量合格率", "10", "10"),
    ("项目产出", "完成及时率", "8", "5"),
    ("项目效益", "防洪标准提升", "12", "11"),
    ("项目效益", "水土流失改善", "8", "7"),
    ("项目效益", "受益群众满意度", "10", "9.4"),
)
_GROUPS = {"a": (0, 1, 2), "b": (3, 4, 5), "c": (6, 7, 8), "d": (9, 10, 11)}


def _books() -> Book:
    book = Book()
    for k, _, cent, prov, dist, before, now, plan, done, bank in _RIVERS:
        book.wan(**{f"{k}_c": cent, f"{k}_v": prov, f"{k}_d": dist, f"{k}_o": before, f"{k}_n": now})
        book.sum(f"{k}_t", f"{k}_c", f"{k}_v", f"{k}_d")
        book.sum(f"{k}_p", f"{k}_o", f"{k}_n")
        book.rate(f"{k}_x", f"{k}_p", f"{k}_t")
        book.count(**{f"{k}_kp": plan, f"{k}_k": done, f"{k}_b": bank})
        book.rate(f"{k}_kx", f"{k}_k", f"{k}_kp")
    for end in ("c", "v", "d", "t", "o", "n", "p", "kp", "k", "b"):
        book.sum(f"s_{end}", *(f"{k}_{end}" for k, *_ in _RIVERS))
    book.ties.append(Tie("sum", "s_t", ("s_c", "s_v", "s_d")))
    book.ties.append(Tie("sum", "s_p", ("s_o", "s_n")))
    book.rate("s_x", "s_p", "s_t")
    book.rate("s_kx", "s_k", "s_kp")
    book.rate("c_h", "s_c", "s_t")
    book.sum("left", "s_t", minus=("s_p",))
    book.wan(late="94.00")
    book.sum("got", "s_t", minus=("late",))
    book.rate("got_x", "got", "s_t")
    book.rate("use_x", "s_p", "got")
    book.sum("stay", "got", minus=("s_p",))
    book.count(units=186, good=186, fine=112, sheet=240, back=232, glad=218)
    book.rate("fine_x", "fine", "units")
    book.rate("back_x", "back", "sheet")
    book.rate("glad_x", "glad", "back")
    book.count(people="5.86", field="3.42", tree=12400)
    for n, (_, _, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        for key, numbers in _GROUPS.items():
            book.sum(f"{end}{key}", *(f"{end}{n}" for n in numbers))
        book.sum(end, *(f"{end}{key}" for key in _GROUPS))
    for key in _GROUPS:
        book.rate(f"r{key}", f"g{key}", f"w{key}")
    book.sum("lost", "w", minus=("g",))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("small_river_2022", _books(), styled=True)
    paper.title("临泉县中小河流治理项目支出绩效评价报告")
    paper.centre("（2020—2022年）")
    paper.h("一、基本情况")
    paper.h("（一）项目概况", 2)
    paper.p(
        "中小河流治理项目包括清溪河、龙门河、白沙河三个子项目，经省水利厅、省财政厅批复，批复概算总投资{s_t:w2}万元，",
        "其中中央资金{s_c:w2}万元，占{c_h:p2}%；省级资金{s_v:w2}万元，县级配套{s_d:w2}万元。三个子项目概算分别为{qx_t:w2}万元、{lm_t:w2}万元和{bs_t:w2}万元。项目于2020年10月开工，计划2022年12月底前完工。",
    )
    paper.p(
        "主要建设内容为：治理河道{s_kp:n2}公里，新建及加固护岸，清淤疏浚，配套建设穿堤涵管21处、下河台阶46处，恢复机耕桥5座等。"
    )
    paper.h("（二）项目绩效目标", 2)
    paper.p(
        "总体目标：河道防洪标准由不足5年一遇提高到10年一遇，保护人口约5.9万人、耕地3.4万亩。年度目标：2022年完成剩余全部治理任务，工程质量合格率达到100%，群众满意度不低于90%。"
    )
    paper.h("二、绩效评价工作开展情况")
    paper.p(
        "本次评价以项目概算资金{s_t:w2}万元为对象，时段为2020年10月至2022年12月。评价采用比较法、因素分析法、公众评判法等，指标体系设一级指标4个、三级指标12个，总分100分。",
        "评价组于2023年3月6日至17日开展现场核查，抽查标段6个，占全部9个标段的三分之二。",
    )
    paper.h("三、综合评价情况及评价结论")
    paper.p(
        "经综合评价，项目得分{g:s1z}分，评价等级为“良”。其中：项目决策{ga:s1z}分，得分率{ra:p2}%；项目过程{gb:s1z}分，得分率{rb:p2}%；项目产出{gc:s1z}分，得分率{rc:p2}%；项目效益{gd:s1z}分，得分率{rd:p2}%。共扣{lost:s1z}分。"
    )
    rows = []
    for n, (kind, name, *_) in enumerate(_MARKS):
        key = next(k for k, v in _GROUPS.items() if n in v)
        head = "^" if n and _MARKS[n - 1][0] == kind else f"{kind}（{{w{key}:s0}}分）"
        rows.append(f"{head}|{name}|{{w{n}:s0}}|{{g{n}:s1z}}")
    paper.centre("表1　项目绩效评价评分表")
    paper.table((14, 18, 8, 8), "一级指标|三级指标|分值|得分", *rows, "合计|>|{w:s0}|{g:s1z}")
    paper.h("四、绩效评价指标分析")
    paper.p(
        "（一）项目决策情况。项目符合规划，程序完备。但白沙河子项目初步设计对征地难度估计不足，绩效目标未作相应调整，扣1分；预算编制细化不够，扣1分。"
    )
    paper.p(
        "（二）项目过程情况。截至2022年12月31日，资金到位{got:w2}万元，到位率{got_x:p2}%，尚有县级配套资金{late:w2}万元未到位。累计支付{s_p:w2}万元，占到位资金的{use_x:p2}%，占概算的{s_x:p2}%；到位资金结存{stay:w2}万元。分年度看，2020年和2021年支付{s_o:w2}万元，2022年支付{s_n:w2}万元。各子项目资金情况见表2。"
    )
    paper.centre("表2　各子项目资金情况表")
    paper.right("单位：万元")
    paper.table(
        (10, 11, 11, 11, 11, 11, 11, 11, 9),
        "子项目|批复概算|>|>|>|累计支付|>|>|支付率",
        "^|小计|中央|省级|县级|小计|2021年底前|2022年|^",
        *(
            f"{name}|{{{k}_t:w2}}|{{{k}_c:w2}}|{{{k}_v:w2}}|{{{k}_d:w2}}|{{{k}_p:w2}}|{{{k}_o:w2}}|{{{k}_n:w2}}|{{{k}_x:p2}}%"
            for k, name, *_ in _RIVERS
        ),
        "合计|{s_t:w2}|{s_c:w2}|{s_v:w2}|{s_d:w2}|{s_p:w2}|{s_o:w2}|{s_n:w2}|{s_x:p2}%",
        heads=2,
    )
    paper.p(
        "（三）项目产出情况。实际治理河道{s_k:n2}公里，完成率{s_kx:p2}%。其中清溪河、龙门河分别治理{qx_k:n2}公里、{lm_k:n2}公里，均按计划完成；白沙河治理{bs_k:n2}公里，为计划{bs_kp:n2}公里的{bs_kx:p2}%，剩余河段因青苗补偿未谈妥，推迟至2023年汛前实施。建成护岸{s_b:n}米，其中清溪河{qx_b:n}米，龙门河{lm_b:n}米，白沙河{bs_b:n}米。",
        "工程共划分单元工程{units:n}个，全部合格，其中优良{fine:n}个，优良率{fine_x:p2}%。",
    )
    paper.p(
        "（四）项目效益情况。项目实施后，保护人口{people:n2}万人、耕地{field:n2}万亩，沿河补植树木{tree:n}株。2022年6月18日遭遇6小时降雨132毫米的强降雨过程，已治理河段无漫堤。发放问卷{sheet:n}份，收回{back:n}份，回收率{back_x:p2}%，其中表示满意和基本满意的{glad:n}份，满意度{glad_x:p2}%。"
    )
    paper.h("五、主要经验及做法、存在的问题及原因分析")
    paper.p(
        "主要做法是成立由分管副县长任组长的领导小组，按月调度。存在的问题：一是县级配套不能按时到位；二是白沙河子项目未按期完工，支付率仅为{bs_x:p2}%，低于清溪河的{qx_x:p2}%；三是管护经费未落实，按每公里每年1.2万元测算，每年需30余万元。"
    )
    paper.h("六、有关建议")
    paper.p(
        "一是县财政局在2023年6月底前将欠拨的{late:w2}万元拨付到位；二是县水利局在2023年汛前完成白沙河剩余工程；三是将管护经费列入2024年部门预算。未支付的{left:w2}万元中含质量保证金，待缺陷责任期满后支付。"
    )
    paper.h("七、其他需要说明的问题")
    paper.p("评价结果拟在县政府门户网站公开，并作为2024年安排同类项目资金的依据。")
    return paper
