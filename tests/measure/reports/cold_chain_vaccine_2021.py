"""A county's vaccination, 2021: doses and persons, coverage of groups that overlap, stock of vaccine, waste, fridges."""

from __future__ import annotations

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

_GROUPS = (
    ("a", "3至11岁", 61240, 58917, 55306),
    ("b", "12至17岁", 38615, 38102, 37648),
    ("c", "18至59岁", 318460, 306527, 299184),
    ("d", "60岁及以上", 97385, 84216, 79853),
)


def _books() -> Book:
    book = Book()
    for key, _, people, one, two in _GROUPS:
        book.count(**{f"{key}_n": people, f"{key}_1": one, f"{key}_2": two})
        book.rate(f"{key}_x", f"{key}_1", f"{key}_n")
        book.rate(f"{key}_y", f"{key}_2", f"{key}_n")
    for end in "n12":
        book.sum(f"all_{end}", *(f"{key}_{end}" for key, *_ in _GROUPS))
    book.rate("all_x", "all_1", "all_n")
    book.rate("all_y", "all_2", "all_n")
    book.count(more=116240)
    book.sum("dose", "all_1", "all_2", "more")
    book.count(open_=18420, got=1103600, out_=2416, waste=1287)
    book.sum("end", "open_", "got", minus=("dose", "out_", "waste"))
    book.count(used=0)
    book.rate("waste_x", "waste", "got")
    book.wan(all_b="2486.00", work="1842.37", cold="318.50", train="46.20", ad="62.18")
    book.sum("spent", "work", "cold", "train", "ad")
    book.rate("spent_x", "spent", "all_b")
    book.sum("left", "all_b", minus=("spent",))
    book.wan(up="1380.00", cnty="1106.00")
    book.ties.append(Tie("sum", "all_b", ("up", "cnty")))
    book.rate("up_h", "up", "all_b")
    book.average("per", "work", "dose")
    book.count(site=34, fridge=126, ok=121, chk=126, temp=8760, alarm=23)
    book.rate("fridge_x", "ok", "chk")
    book.count(aefi=186, serious=2)
    book.rate("aefi_x", "aefi", "dose")
    book.count(epi=14862, epi_d=14693, kid=3127, kid_d=3064)
    book.rate("epi_x", "epi_d", "epi")
    book.rate("kid_x", "kid_d", "kid")
    book.count(staff=412, trained=397, poll=520, glad=489)
    book.rate("trained_x", "trained", "staff")
    book.rate("glad_x", "glad", "poll")
    for n, (w, g) in enumerate(
        (("10", "9.1"), ("20", "20"), ("15", "13.5"), ("15", "15"), ("30", "27"), ("10", "9.4"))
    ):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(6)))
    book.values.pop("used")
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("cold_chain_vaccine_2021", _books())
    paper.title("云台县疾病预防控制中心2021年疫苗接种专项经费绩效自评报告")
    paper.h("一、基本概况")
    paper.p(
        "2021年专项预算{all_b:w2}万元，上级补助{up:w2}万元（{up_h:p2}%），县级安排{cnty:w2}万元。全县设接种门诊{site:n}家，配备医用冰箱{fridge:n}台，接种人员{staff:n}人，参加上岗培训{trained:n}人，培训率{trained_x:p2}%（其余为年末新入职人员）。"
    )
    paper.h("二、经费使用")
    paper.p(
        "支出{spent:w2}万元，执行率{spent_x:p2}%，包括接种劳务{work:w2}万元、冷链设备{cold:w2}万元、人员培训{train:w2}万元、宣传动员{ad:w2}万元；结余{left:w2}万元。按接种剂次平均，每剂劳务支出{per:y2}元。"
    )
    paper.h("三、目标完成情况")
    paper.p(
        "（一）新冠疫苗。全年接种{dose:n}剂次，其中第一剂{all_1:n}剂次、第二剂{all_2:n}剂次、加强针{more:n}剂次。3岁以上常住人口{all_n:n}人，第一剂覆盖率{all_x:p2}%，全程覆盖率{all_y:p2}%，分年龄情况见下表。"
    )
    paper.table(
        (12, 10, 11, 11, 11, 11),
        "年龄组|人口数（人）|第一剂（人）|第一剂覆盖率|全程接种（人）|全程覆盖率",
        *(
            f"{name}|{{{k}_n:n}}|{{{k}_1:n}}|{{{k}_x:p2}}%|{{{k}_2:n}}|{{{k}_y:p2}}%"
            for k, name, *_ in _GROUPS
        ),
        "合计|{all_n:n}|{all_1:n}|{all_x:p2}%|{all_2:n}|{all_y:p2}%",
    )
    paper.p(
        "（二）疫苗管理。年初库存{open_:n}剂，全年调入{got:n}剂，接种{dose:n}剂，调出{out_:n}剂，损耗{waste:n}剂，年末库存{end:n}剂，损耗率（按调入量计）{waste_x:p2}%。冷链抽检冰箱{chk:n}台，温度合格{ok:n}台，合格率{fridge_x:p2}%，全年温度异常报警23次，均在2小时内处置。"
    )
    paper.p(
        "（三）常规免疫。适龄儿童应种{epi:n}剂次，实种{epi_d:n}剂次，接种率{epi_x:p2}%；新入托入学儿童{kid:n}人，查验接种证齐全{kid_d:n}人，齐全率{kid_x:p2}%，不齐全的已全部补种。"
    )
    paper.p(
        "（四）安全性。报告疑似不良反应{aefi:n}例，报告率为每10万剂次17例左右，绝大多数为发热等一般反应，严重的{serious:n}例，经调查诊断与接种无关。"
    )
    paper.p("（五）满意度。在留观区访问受种者{poll:n}人，满意{glad:n}人，满意度{glad_x:p2}%。")
    paper.h("四、自评结果")
    paper.p("自评总分{g_all:s1z}分（满分{w_all:s0}分）。")
    paper.table(
        (12, 20, 8, 8),
        "一级指标|三级指标|分值|得分",
        "预算执行|预算执行率|{w0:s0}|{g0:s1z}",
        "产出|接种剂次|{w1:s0}|{g1:s1z}",
        "^|冷链温度合格率|{w2:s0}|{g2:s1z}",
        "^|疫苗损耗率|{w3:s0}|{g3:s1z}",
        "效益|人群全程覆盖率|{w4:s0}|{g4:s1z}",
        "满意度|受种者满意度|{w5:s0}|{g5:s1z}",
        "合计|>|{w_all:s0}|{g_all:s1z}",
    )
    paper.h("五、存在问题及下一步工作")
    paper.p(
        "60岁及以上老年人全程覆盖率不到83%，是短板；老旧冰箱故障多。2022年3月底前更新冰箱15台，由乡镇包户动员老年人接种。自评结果已在县政府网站公开，并作为2022年经费分配参考。"
    )
    return paper
