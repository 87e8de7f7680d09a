"""A funeral and charity office, 2024: services with reduced fees, wood and ash urns by kind, free against paid, repeated wholes."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

_FREE = (
    ("car", "遗体接运", 4218, "280"),
    ("cold", "冷藏存放", 3976, "210"),
    ("fire", "遗体火化", 4305, "320"),
    ("box", "骨灰寄存", 1860, "60"),
)
_QUARTERS = (("q1", 1236, 1198), ("q2", 1002, 1040), ("q3", 958, 981), ("q4", 1109, 1075))


def _books() -> Book:
    book = Book()
    for key, _, cases, each in _FREE:
        book.count(**{f"{key}_n": cases})
        book.yuan(**{f"{key}_e": each})
        book.product(f"{key}_m", f"{key}_e", f"{key}_n")
    book.sum("free", *(f"{key}_m" for key, *_ in _FREE))
    book.sum("times", *(f"{key}_n" for key, *_ in _FREE))
    book.average("per", "free", "fire_n")
    for key, now, last in _QUARTERS:
        book.count(**{f"{key}_n": now, f"{key}_l": last})
    book.sum("fire_n", *(f"{key}_n" for key, *_ in _QUARTERS))
    book.sum("fire_l", *(f"{key}_l" for key, *_ in _QUARTERS))
    book.year("yfire", "fire_n", "fire_l")
    book.sum("half", "q1_n", "q2_n")
    book.rate("half_h", "half", "fire_n")
    book.wan(bud="1420.00", pay="612.48", run="238.60")
    book.wan(eq="116.95")
    book.sum("out", "free", "pay", "run", "eq")
    book.rate("out_x", "out", "bud")
    book.sum("left", "bud", minus=("out",))
    book.rate("free_h", "free", "out")
    book.wan(inc="684.20", inc_l="712.65", land="402.30", urn="165.40")
    book.sum("etc", "inc", minus=("land", "urn"))
    book.sum("inc", "land", "urn", "etc")
    book.year("yinc", "inc", "inc_l")
    book.count(eco=732, tree=418, sea=96, wall=218)
    book.sum("eco", "tree", "sea", "wall")
    book.rate("eco_h", "eco", "fire_n")
    book.count(eco_l="0.1468")
    book.points("ecop", "eco_h", "eco_l")
    book.count(oven=6, new=2, dust="99.2", days=365, asked=320, good=306, comp=7)
    book.average("daily", "fire_n", "days")
    book.rate("good_x", "good", "asked")
    for n, (w, g) in enumerate((("10", "9.3"), ("30", "29"), ("20", "18.8"), ("30", "27.6"), ("10", "9.5"))):
        book.count(**{f"w{n}": w, f"g{n}": g})
    for end in "wg":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(5)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("charity_hall_2024", _books())
    paper.title("东屏县殡葬管理所2024年度惠民殡葬项目绩效自评报告")
    paper.h("一、项目基本情况")
    paper.p(
        "自2021年起，本县对户籍居民免除四项基本殡葬服务费。2024年项目预算{bud:w2}万元，资金由县级财政全额保障；殡仪馆现有火化炉{oven:n}台，其中{new:n}台为当年更新，尾气除尘效率由厂家标称不低于99%，实测{dust:n1}%。"
    )
    paper.h("二、资金使用情况")
    paper.p(
        "全年支出{out:w2}万元，执行率{out_x:p2}%，剩余{left:w2}万元。免除服务费{free:w2}万元，占支出的{free_h:p2}%；其余为聘用人员工资{pay:w2}万元、水电燃料{run:w2}万元、设备维护{eq:w2}万元。"
    )
    paper.centre("表1 四项免费服务结算情况")
    paper.table(
        (12, 10, 12, 12),
        "服务项目|数量（例）|单价（元/例）|结算金额（元）",
        *(f"{name}|{{{k}_n:n}}|{{{k}_e:y0}}|{{{k}_m:y0,}}" for k, name, *_ in _FREE),
        "合计|{times:n}|—|{free:y0,}",
    )
    paper.p(
        "注：同一逝者可同时享受多项服务，各项例数相加不等于逝者人数；按火化例数计算，平均每例免除{per:y0}元。"
    )
    paper.p(
        "另有经营服务收入{inc:w2}万元缴入国库，不在本项目支出内，较2023年{inc_l:w2}万元{yinc:增加/减少}{yinc.d:w2}万元，主要是公墓{land:w2}万元、骨灰盒{urn:w2}万元。"
    )
    paper.h("三、产出和效果")
    paper.p(
        "全年火化{fire_n:n}例，日均{daily:n1}例，比上年{fire_l:n}例{yfire:增加/减少}{yfire.d:n}例，{yfire:增长/下降}{yfire.g:p2}%。上半年{half:n}例，占全年{half_h:p2}%；四个季度分别为{q1_n:n}例、{q2_n:n}例、{q3_n:n}例、{q4_n:n}例，2023年同期分别为{q1_l:n}例、{q2_l:n}例、{q3_l:n}例、{q4_l:n}例。"
    )
    paper.p(
        "选择节地生态安葬的{eco:n}例，占火化例数{eco_h:p2}%，较上年{eco_l:p2}%{ecop:提高/下降}{ecop:p2}个百分点，其中树葬{tree:n}例、海葬{sea:n}例、壁葬{wall:n}例。"
    )
    paper.p(
        "电话抽样丧属{asked:n}户，满意{good:n}户，满意度{good_x:p2}%；受理投诉{comp:n}件，均在5个工作日内答复。"
    )
    paper.h("四、自评结论")
    paper.p(
        "自评{g_all:s1z}分（优）：预算执行{g0:s1z}分，产出数量{g1:s1z}分，产出质量{g2:s1z}分，效益{g3:s1z}分，满意度{g4:s1z}分。"
    )
    paper.table(
        (14, 10, 10, 10),
        "指标|分值|得分|评价依据",
        "预算执行|{w0:s0}|{g0:s1z}|{out_x:p2}%",
        "产出数量|{w1:s0}|{g1:s1z}|四项全免",
        "产出质量|{w2:s0}|{g2:s1z}|除尘达标",
        "效益|{w3:s0}|{g3:s1z}|生态安葬",
        "满意度|{w4:s0}|{g4:s1z}|{good_x:p2}%",
        "合计|{w_all:s0}|{g_all:s1z}|",
    )
    paper.h("五、存在的问题及改进措施")
    paper.p(
        "生态安葬占比仍不足两成，宣传不够；旧炉能耗高。2025年9月底前再更新火化炉2台，清明前后开展生态安葬宣传周。自评报告在县政府网公开，结果用于核定2026年预算。"
    )
    return paper
