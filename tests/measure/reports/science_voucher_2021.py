"""Innovation vouchers of a city, 2021: tables in 千元, text in 万元, issued against cashed by use and by district."""

from __future__ import annotations

from decimal import Decimal

from tests.measure.book import Book, Tie
from tests.measure.paper import Paper

# Use: name, vouchers issued, cashed (张), value issued, value cashed, contracts served (千元).
_USES = {
    "test": ("检验检测", "412", "386", "6180", "5742.6", "14356.5"),
    "plan": ("研发设计", "187", "161", "7480", "6318.4", "18053.2"),
    "tool": ("仪器设备共享", "236", "219", "2360", "2146.2", "5365.5"),
    "talk": ("科技咨询", "95", "74", "950", "702.8", "2008.0"),
}
# District: firms, value cashed (千元).
_PLACES = {
    "hi": ("高新区", "218", "7426.5"),
    "east": ("城东区", "96", "3158.2"),
    "west": ("城西区", "81", "2417.9"),
}
_MARKS = (
    ("产出", "创新券发放数量", "≥900张", "{n_i:n}张", "12", "12"),
    ("产出", "创新券兑付率（按张数）", "≥95%", "{n_x:p2}%", "12", "10.8"),
    ("产出", "兑付审核合规率", "100%", "100%", "10", "10"),
    ("产出", "兑付时限", "20个工作日", "18个工作日", "8", "8"),
    ("产出", "单张平均兑付额", "≤2万元", "{per:w2}万元", "8", "8"),
    ("效益", "带动企业研发投入", "≥3000万元", "{own:w2}万元", "10", "8.3"),
    ("效益", "新增专利申请", "≥300件", "{patent:n}件", "10", "10"),
    ("效益", "服务机构入库数", "≥120家", "{orgs:n}家", "10", "10"),
    ("满意度", "用券企业满意度", "≥95%", "{glad_x:p2}%", "10", "10"),
)


def _money(book: Book) -> None:
    for key, (_, issued, cashed, *amounts) in _USES.items():
        book.count(**{f"{key}_i": issued, f"{key}_c": cashed})
        book.rate(f"{key}_x", f"{key}_c", f"{key}_i")
        for end, amount in zip(("iv", "cv", "kv"), amounts, strict=True):
            book.yuan(**{f"{key}_{end}": f"{Decimal(amount) * 1000:f}"})
        book.rate(f"{key}_h", f"{key}_cv", f"{key}_kv")
    book.sum("n_i", *(f"{key}_i" for key in _USES))
    book.sum("n_c", *(f"{key}_c" for key in _USES))
    for end in ("iv", "cv", "kv"):
        book.sum(end, *(f"{key}_{end}" for key in _USES))
    book.rate("n_x", "n_c", "n_i")
    book.rate("h", "cv", "kv")
    book.sum("void", "n_i", minus=("n_c",))
    book.sum("own", "kv", minus=("cv",))
    book.average("per", "cv", "n_c")
    book.rate("v_x", "cv", "iv")
    book.wan(city="1200", dist="400", manage="24.60")
    book.sum("fund", "city", "dist")
    book.rate("city_h", "city", "fund")
    book.sum("spent", "cv", "manage")
    book.rate("fund_x", "spent", "fund")
    book.sum("rest", "fund", minus=("spent",))
    book.yuan(cv_l="12984600")
    book.count(n_cl=716)
    book.year("yv", "cv", "cv_l")
    book.year("yn", "n_c", "n_cl")


def _books() -> Book:
    book = Book()
    _money(book)
    for key, (_, firms, cashed) in _PLACES.items():
        book.count(**{f"{key}_f": firms})
        book.yuan(**{f"{key}_v": f"{Decimal(cashed) * 1000:f}"})
    book.count(county_f=57, f=452)
    book.sum("f", *(f"{key}_f" for key in _PLACES), "county_f")
    book.sum("county_v", "cv", minus=tuple(f"{key}_v" for key in _PLACES))
    places = (*_PLACES, "county")
    book.ties.append(Tie("sum", "cv", tuple(f"{key}_v" for key in places)))
    for key in places:
        book.rate(f"{key}_h", f"{key}_v", "cv")
    book.average("f_v", "cv", "f")
    book.count(small=397, high=248, patent=346, model=189, orgs=128, orgs_l=109, ask=300, back=285, glad=277)
    book.sum("large", "f", minus=("small",))
    book.rate("small_h", "small", "f")
    book.rate("high_h", "high", "f")
    book.sum("invent", "patent", minus=("model",))
    book.year("yo", "orgs", "orgs_l")
    book.rate("back_x", "back", "ask")
    book.rate("glad_x", "glad", "back")
    book.count(w_do=10, g_do="9.5")
    for n, (*_, weight, got) in enumerate(_MARKS):
        book.count(**{f"w{n}": weight, f"g{n}": got})
    for end in "wg":
        book.sum(f"{end}_out", *(f"{end}{n}" for n in range(5)))
        book.sum(f"{end}_eff", *(f"{end}{n}" for n in range(5, 8)))
        book.sum(f"{end}_all", f"{end}_do", f"{end}_out", f"{end}_eff", f"{end}8")
    book.ties.append(Tie("score", "g_do", ("w_do", "fund_x")))
    book.ties.append(Tie("score", "g1", ("w1", "n_x")))
    book.ties.append(Tie("sum", "w_all", ("w_do", *(f"w{n}" for n in range(len(_MARKS))))))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("science_voucher_2021", _books())
    paper.title("海滨市2021年度科技创新券专项资金绩效自评报告")
    paper.right("市科学技术局　2022年3月")
    paper.h("1  专项资金概况")
    paper.p(
        "科技创新券用于补助科技型企业向高校院所、检测机构购买科技服务。2021年专项预算{fund:w0}万元，其中市级{city:w0}万元（占{city_h:p0}%），区县分担{dist:w0}万元，资金于当年全部到位。",
    )
    paper.h("2  资金使用情况")
    paper.p(
        "全年实际支出{spent:w2}万元，预算执行率{fund_x:p2}%，结余{rest:w2}万元。支出包括两部分：兑付创新券{cv:w2}万元，平台运维和审核管理费{manage:w2}万元。兑付金额较2020年的{cv_l:w2}万元{yv:增加/减少}{yv.d:w2}万元，{yv:增长/下降}{yv.g:p2}%。",
    )
    paper.p(
        "全年发放创新券{n_i:n}张，面额合计{iv:w2}万元；兑付{n_c:n}张，比2020年的{n_cl:n}张{yn:多/少}{yn.d:n}张。按张数计算的兑付率为{n_x:p2}%，按金额计算的兑付率为{v_x:p2}%；到期未兑付{void:n}张，已作废处理。",
    )
    paper.centre("表1  2021年创新券分用途发放兑付情况")
    paper.right("单位：张、千元")
    paper.table(
        (13, 8, 8, 9, 10, 10, 11, 10),
        "用途|发放张数|兑付张数|兑付率(张数)|发放面额|兑付金额|服务合同金额|兑付占合同比例",
        *(
            f"{name}|{{{k}_i:n}}|{{{k}_c:n}}|{{{k}_x:p1}}%|{{{k}_iv:q1}}|{{{k}_cv:q1}}|{{{k}_kv:q1}}|{{{k}_h:p1}}%"
            for k, (name, *_) in _USES.items()
        ),
        "合计|{n_i:n}|{n_c:n}|{n_x:p1}%|{iv:q1}|{cv:q1}|{kv:q1}|{h:p1}%",
    )
    paper.h("3  绩效目标完成情况")
    paper.p(
        "3.1 产出。平均每张兑付{per:w2}万元；用券企业{f:n}家，其中中小企业{small:n}家，占{small_h:p1}%，其他企业{large:n}家；",
        "用券企业中属于高新技术企业的{high:n}家，占{high_h:p1}%。",
        "户均获得兑付{f_v:w2}万元。分区域情况见表2。",
    )
    paper.centre("表2  分区域兑付情况")
    paper.right("单位：家、千元")
    paper.table(
        (13, 10, 11, 10),
        "区域|用券企业|兑付金额|占全市比重",
        *(f"{_place(k)}|{{{k}_f:n}}|{{{k}_v:q1}}|{{{k}_h:p1}}%" for k in (*_PLACES, "county")),
        "全市|{f:n}|{cv:q1}|100%",
    )
    paper.p(
        "3.2 效益。用券服务合同总额{kv:w2}万元，扣除创新券兑付{cv:w2}万元，企业自身投入{own:w2}万元；",
        "用券企业当年新增专利申请{patent:n}件（发明{invent:n}件、实用新型{model:n}件）；",
        "入库服务机构{orgs:n}家，比上年末的{orgs_l:n}家{yo:增加/减少}{yo.d:n}家。",
    )
    paper.p(
        "3.3 满意度。网上调查用券企业{ask:n}家，收到答卷{back:n}份，答卷率{back_x:p2}%；答卷企业中{glad:n}家表示满意，满意度{glad_x:p2}%。"
    )
    paper.h("4  自评得分")
    paper.p(
        "自评总分{g_all:s1}分，其中预算执行{g_do:s1}分、产出{g_out:s1}分、效益{g_eff:s1}分、满意度{g8:s1}分。预算执行得分按执行率折算，创新券兑付率得分按实际兑付率折算。"
    )
    rows = []
    for n, (kind, name, aim, done, *_) in enumerate(_MARKS):
        head = "^" if n and _MARKS[n - 1][0] == kind else kind
        rows.append(f"{head}|{name}|{aim}|{done}|{{w{n}:s0}}|{{g{n}:s1}}")
    paper.centre("表3  绩效自评得分表")
    paper.table(
        (9, 16, 10, 11, 6, 7),
        "一级指标|指标名称|目标值|实际值|分值|得分",
        "预算执行|预算执行率|100%|{fund_x:p2}%|{w_do:s0}|{g_do:s1}",
        *rows,
        "合计|>|>|>|{w_all:s0}|{g_all:s1}",
    )
    paper.h("5  问题与改进")
    paper.p(
        "主要问题：一是科技咨询类兑付率偏低，仅{talk_x:p1}%；二是企业自身投入未达3000万元目标，目标测算偏高。改进措施：2022年缩短券面有效期，按季度提醒到期，并根据近三年数据重新核定带动投入目标。"
    )
    return paper


def _place(key: str) -> str:
    return _PLACES[key][0] if key in _PLACES else "其他县（市）"
