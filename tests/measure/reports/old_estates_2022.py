"""Renewal of old housing estates, 2022, evaluated by an outside team: estates, contracts, funds by level, questionnaires."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Estate: name, year built, homes, blocks, floor space (万平方米), contract, settled, paid (万元).
_ESTATES = {
    "a": ("纺织厂宿舍", 1986, 412, 11, "2.86", "786.40", "771.25", "732.69"),
    "b": ("化肥厂家属院", 1991, 356, 9, "2.41", "648.75", "655.30", "622.53"),
    "c": ("新华小区", 1994, 684, 18, "5.32", "1362.18", "1328.46", "1262.04"),
    "d": ("兴业里", 1997, 240, 6, "1.74", "455.60", "447.92", "425.52"),
    "e": ("粮食局家属院", 1988, 168, 5, "1.17", "327.45", "321.08", "305.03"),
}
# Source of funds: name, planned, arrived (万元).
_FUNDS = {
    "cent": ("中央补助资金", "1620.00", "1620.00"),
    "prov": ("省级奖补资金", "540.00", "540.00"),
    "bond": ("专项债券资金", "900.00", "900.00"),
    "town": ("区级财政配套", "560.00", "345.00"),
    "self": ("居民出资", "74.40", "71.28"),
}
_MARKS = {
    "d": ("决策", (("项目立项", "6", "6"), ("绩效目标", "6", "4.5"), ("资金投入", "6", "5.5"))),
    "p": ("过程", (("资金管理", "12", "10.41"), ("组织实施", "10", "8.5"))),
    "o": (
        "产出",
        (
            ("产出数量", "12", "11.6"),
            ("产出质量", "10", "9"),
            ("产出时效", "6", "4.8"),
            ("产出成本", "6", "6"),
        ),
    ),
    "e": ("效益", (("社会效益", "10", "9"), ("可持续影响", "6", "4"), ("满意度", "10", "8.85"))),
}
_ASKED = {
    "roof": ("屋面及外墙改造", 231, 46, 23),
    "pipe": ("给排水管网改造", 204, 62, 34),
    "park": ("停车位及道路", 161, 75, 64),
    "green": ("绿化和公共照明", 242, 41, 17),
}


def _money(book: Book) -> None:
    for key, (_, _, homes, blocks, space, deal, settled, paid) in _ESTATES.items():
        book.count(**{f"{key}_h": homes, f"{key}_n": blocks})
        book.count(**{f"{key}_m": space})
        book.wan(**{f"{key}_c": deal, f"{key}_s": settled, f"{key}_p": paid})
    for end in "hnmcsp":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key in _ESTATES))
    book.rate("all_x", "all_p", "all_s")
    book.sum("cut", "all_c", minus=("all_s",))
    book.rate("cut_x", "cut", "all_c")
    book.sum("due", "all_s", minus=("all_p",))
    book.sum("over_b", "b_s", minus=("b_c",))
    book.average("per_home", "all_s", "all_h")
    for key, (_, plan, got) in _FUNDS.items():
        book.wan(**{f"{key}_plan": plan})
        if plan == got:
            book.sum(f"{key}_got", f"{key}_plan")
        else:
            book.wan(**{f"{key}_got": str(got)})
        book.rate(f"{key}_gx", f"{key}_got", f"{key}_plan")
    for end in ("plan", "got"):
        book.sum(f"f_{end}", *(f"{key}_{end}" for key in _FUNDS))
    book.rate("f_gx", "f_got", "f_plan")
    book.sum("short", "f_plan", minus=("f_got",))
    book.sum("short_town", "town_plan", minus=("town_got",))
    book.sum("short_self", "self_plan", minus=("self_got",))
    book.sum("short", "short_town", "short_self")
    book.rate("use_x", "all_p", "f_got")
    book.sum("left", "f_got", minus=("all_p",))


def _works(book: Book) -> None:
    # Planned and done, by kind of work.
    book.count(roof_q=38600, roof_d=38600, wall_q=91200, wall_d=90450, pipe_q="24.60", pipe_d="24.60")
    book.count(lamp_q=310, lamp_d=326, park_q=640, park_d=583, lift_q=6, lift_d=4)
    for key in ("roof", "wall", "pipe", "lamp", "park", "lift"):
        book.rate(f"{key}_dx", f"{key}_d", f"{key}_q")
    book.sum("park_lack", "park_q", minus=("park_d",))
    book.count(lots=46, lots_ok=45)
    book.rate("lots_x", "lots_ok", "lots")
    for key, (_, yes, fair, no) in _ASKED.items():
        book.count(**{f"{key}_y": yes, f"{key}_f": fair, f"{key}_z": no})
        book.sum(f"{key}_v", f"{key}_y", f"{key}_f", f"{key}_z")
        book.sum(f"{key}_g", f"{key}_y", f"{key}_f")
        book.rate(f"{key}_vx", f"{key}_g", f"{key}_v")
    book.count(given=320, valid=300)
    for end in "yfzv":
        book.sum(f"ask_{end}", *(f"{key}_{end}" for key in _ASKED))
    book.sum("ask_g", "ask_y", "ask_f")
    book.ties.append(Tie("sum", "ask_v", ("ask_g", "ask_z")))
    book.rate("ask_x", "ask_g", "ask_v")
    book.rate("valid_x", "valid", "given")


def _books() -> Book:
    book = Book()
    _money(book)
    _works(book)
    for key, (_, items) in _MARKS.items():
        for n, (_, weight, got) in enumerate(items):
            book.count(**{f"w{key}{n}": str(weight), f"g{key}{n}": str(got)})
            book.rate(f"x{key}{n}", f"g{key}{n}", f"w{key}{n}")
        for end in "wg":
            book.sum(f"{end}{key}", *(f"{end}{key}{n}" for n in range(len(items))))
        book.rate(f"x{key}", f"g{key}", f"w{key}")
        book.sum(f"c{key}", f"w{key}", minus=(f"g{key}",))
    for end in "wgc":
        book.sum(end, *(f"{end}{key}" for key in _MARKS))
    book.ties.append(Tie("sum", "c", ("w",), ("g",)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("old_estates_2022", _books())
    paper.title("河埠区2022年度城镇老旧小区改造项目")
    paper.title("绩效评价报告")
    paper.right("评价机构：鲁信工程咨询有限公司")
    paper.right("二〇二三年七月")
    paper.h("摘　要")
    paper.p(
        "受河埠区财政局委托，我公司于2023年5月至7月对区住房和城乡建设局实施的2022年度城镇老旧小区改造项目开展绩效评价。项目计划投资{f_plan:w2}万元，实际到位{f_got:w2}万元，支出{all_p:w2}万元。综合得分{g:s2}分，评价等级为“良”。"
    )
    paper.h("一、基本情况")
    paper.p(
        "（一）项目背景。区政府将2000年底前建成的5个小区列入2022年改造计划，涉及居民{all_h:n}户、楼栋{all_n:n}栋、建筑面积{all_m:n2}万平方米。建成最早的是1986年的纺织厂宿舍，最晚的是1997年的兴业里。"
    )
    paper.p(
        "（二）资金安排。资金由五部分构成：中央补助资金{cent_plan:w2}万元、省级奖补资金{prov_plan:w2}万元、专项债券资金{bond_plan:w2}万元、区级财政配套{town_plan:w2}万元、居民出资{self_plan:w2}万元，合计{f_plan:w2}万元。"
    )
    paper.p(
        "（三）绩效目标。完成屋面防水{roof_q:n}平方米、外墙保温{wall_q:n}平方米、更新给排水管网{pipe_q:n2}公里、安装路灯{lamp_q:n}盏、增设停车位{park_q:n}个、加装电梯{lift_q:n}部；居民满意度达到90%以上。"
    )
    _findings(paper)
    _ending(paper)
    return paper


def _findings(paper: Paper) -> None:
    paper.h("二、资金到位和使用分析")
    paper.centre("表1 资金到位情况")
    paper.right("单位：万元、%")
    paper.table(
        (14, 11, 11, 9),
        "资金来源|计划|到位|到位率",
        *(f"{name}|{{{k}_plan:w2}}|{{{k}_got:w2}}|{{{k}_gx:p2}}" for k, (name, *_) in _FUNDS.items()),
        "合计|{f_plan:w2}|{f_got:w2}|{f_gx:p2}",
    )
    paper.p(
        "由表1可见，资金总体到位率{f_gx:p2}%，缺口{short:w2}万元，其中区级财政配套缺口{short_town:w2}万元，居民出资缺口{short_self:w2}万元。",
        "截至2023年6月30日，项目累计支付{all_p:w2}万元，占到位资金的{use_x:p2}%，结余{left:w2}万元存放于区住建局专户。",
    )
    paper.p(
        "5个小区施工合同价合计{all_c:w2}万元，经审计结算价{all_s:w2}万元，核减{cut:w2}万元，核减率{cut_x:p2}%；化肥厂家属院因增加化粪池清淤，结算价比合同价高出{over_b:w2}万元，已履行变更手续。已付款为结算价的{all_x:p2}%，尚有{due:w2}万元未付。户均改造成本{per_home:w2}万元。",
    )
    paper.centre("表2 各小区改造及付款情况")
    paper.right("单位：户、栋、万平方米、万元")
    paper.table(
        (13, 8, 7, 7, 8, 10, 10, 10),
        "小区名称|建成年份|户数|楼栋数|建筑面积|合同价|结算价|已付款",
        *(
            f"{name}|{built}|{{{k}_h:n}}|{{{k}_n:n}}|{{{k}_m:n2}}|{{{k}_c:w2}}|{{{k}_s:w2}}|{{{k}_p:w2}}"
            for k, (name, built, *_) in _ESTATES.items()
        ),
        "合计||{all_h:n}|{all_n:n}|{all_m:n2}|{all_c:w2}|{all_s:w2}|{all_p:w2}",
    )
    paper.h("三、绩效分析")
    paper.p(
        "1.产出数量。屋面防水完成{roof_d:n}平方米，外墙保温完成{wall_d:n}平方米，管网更新完成{pipe_d:n2}公里，完成率分别为{roof_dx:p2}%、{wall_dx:p2}%和{pipe_dx:p2}%；路灯安装{lamp_d:n}盏，超额完成，完成率{lamp_dx:p2}%；",
        "停车位增设{park_d:n}个，较目标少{park_lack:n}个，完成率{park_dx:p2}%；加装电梯{lift_d:n}部，完成率{lift_dx:p2}%，主要是低层住户意见不一。",
    )
    paper.p(
        "2.产出质量。抽查分项工程{lots:n}项，合格{lots_ok:n}项，合格率{lots_x:p2}%，不合格的1项为新华小区7号楼外墙保温层空鼓，已要求返工。3.产出时效。合同工期150天，5个小区中有2个逾期，分别逾期18天和31天。"
    )
    paper.p(
        "4.满意度。评价组发放问卷{given:n}份，收回有效问卷{valid:n}份，有效率{valid_x:p2}%。问卷就4类改造内容分别征求意见，满意率按“满意”和“基本满意”合计占比计算，综合满意率为{ask_x:p2}%，未达到90%的目标；停车位及道路满意率最低，为{park_vx:p2}%。",
    )
    paper.centre("表3 居民问卷统计")
    paper.table(
        (14, 8, 9, 10, 8, 8, 10),
        "改造内容|满意|基本满意|前两项合计|不满意|总计|满意率（%）",
        *(
            f"{name}|{{{k}_y:n}}|{{{k}_f:n}}|{{{k}_g:n}}|{{{k}_z:n}}|{{{k}_v:n}}|{{{k}_vx:p2}}"
            for k, (name, *_) in _ASKED.items()
        ),
        "合计|{ask_y:n}|{ask_f:n}|{ask_g:n}|{ask_z:n}|{ask_v:n}|{ask_x:p2}",
    )


def _ending(paper: Paper) -> None:
    paper.h("四、评价结论")
    paper.p(
        "项目综合得分{g:s2}分（满分{w:s0}分），扣{c:s2}分，其中决策类扣{cd:s2z}分、过程类扣{cp:s2z}分、产出类扣{co:s2z}分、效益类扣{ce:s2z}分。按照“90分以上为优、80至90分为良、60至80分为中、60分以下为差”的标准，评价等级为“良”。各指标得分见表4。",
    )
    paper.centre("表4 绩效评价得分表")
    rows = []
    for key, (name, items) in _MARKS.items():
        for n, (item, *_) in enumerate(items):
            rows.append(f"{'^' if n else name}|{item}|{{w{key}{n}:s0}}|{{g{key}{n}:s2z}}|{{x{key}{n}:p1}}%")
        rows.append(f"^|小计|{{w{key}:s0}}|{{g{key}:s2z}}|{{x{key}:p1}}%")
    paper.table((8, 14, 8, 8, 9), "一级指标|二级指标|分值|得分|得分率", *rows, "总计|>|{w:s0}|{g:s2}|")
    paper.h("五、存在的主要问题")
    paper.p(
        "（一）区级配套和居民出资落实不到位，到位率分别只有{town_gx:p2}%和{self_gx:p2}%。（二）绩效目标部分指标未量化，停车位、电梯目标脱离实际。（三）施工进度管理不严。（四）长效管护机制缺失，5个小区中仅新华小区选聘了物业服务企业。"
    )
    paper.h("六、有关建议")
    paper.p(
        "（一）区财政局于2023年10月底前将欠拨的配套资金拨付到位。（二）区住建局在立项前开展入户意愿调查，加装电梯须取得法定比例业主书面同意。（三）对逾期标段按合同约定每日万分之五收取违约金。（四）街道办事处指导尚未引入物业的小区于2023年底前成立业主委员会。"
    )
    paper.h("七、其他需要说明的问题")
    paper.p("本报告数据由项目单位提供并经评价组核实，评价基准日为2023年6月30日。")
