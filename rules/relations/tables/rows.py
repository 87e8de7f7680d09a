"""What the heads of a table say of each row: balances, rates, growth, scores, averages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import BUDGET_MOVES, normal
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation, holds, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.balances import way_of

_OVER_BUDGET = re.compile(
    r"(?:实际|本年|全年)?(?:支出|决算|执行)?数?[占为](?:年初|全年|调整后?|本年|当年)?预算数?的?(?:比[例重]|百分比)?(?:[（(]?[%％][）)]?)?"
)
"""占预算, 支出占预算数（%）: what was spent over the budget of the row."""
_DONE = re.compile(r"(?:任务|目标|计划)?完成率(?:[（(]?[%％][）)]?)?")
_SHOWN = 2
"""Rows that show which columns an average is of."""


def row_formulas(row: RowReading, facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """Balances, rates and growth between the columns of one row, as their heads say."""
    own = [facts[row.row, column] for column in sorted(row.figures) if (row.row, column) in facts]
    formulas_between(own, f"“{row.label or '本行'}”一行", relations, way=way_of(row))


def formulas_between(own: list[Fact], where: str, relations: Relations, *, way: int | None = None) -> None:
    """Balances, rates and growth between figures of one thing, as their heads or labels say.

    ``way``: 1 or -1 where a word beside a change tells it to be an increase or a decrease, and no sign.
    """
    # A table that states no unit still says by its heads what is a budget and what was spent.
    amounts = [fact for fact in own if fact.kind in (FactKind.AMOUNT, FactKind.OTHER)]
    executed = _one(amounts, "executed")
    budget = next((f for name in BUDGETS if (f := _one(amounts, name))), None)
    surplus = _one(amounts, "surplus")
    received = _one(amounts, "received")
    # 预算数 | 到位数 | 支出数 | 结余: what is left may be of either, and so may the rate be.
    came = [received] if received and budget and received.quantity != budget.quantity else []
    if executed and budget and surplus:
        _left(relations, budget, executed, surplus, came, _one(amounts, "recalled"), where)
    _row_bridge(amounts, relations, where)
    for before, fact in pairwise([None, *own]):
        if fact is None or fact.kind is not FactKind.RATE or _is_of_the_work(fact, before, own):
            continue
        over_budget = _OVER_BUDGET.fullmatch(normal((fact.evidence.column or "").split(" ")[-1]))
        if (fact.measure in ("execution_rate", "control_rate") or over_budget) and executed and budget:
            others = [f for f in amounts if f.measure is None and f.period == executed.period] + came
            _rate(relations, executed, budget, others, fact, where)
        elif fact.measure == "control_rate":
            _staff_rate(relations, own, fact, where)
    _growth(own, relations, where, way)
    _averages(own, relations, where)


def _left(
    relations: Relations,
    budget: Fact,
    executed: Fact,
    surplus: Fact,
    came: Sequence[Fact],
    recalled: Fact | None,
    where: str,
) -> None:
    """结余＝预算－支出, or what came less what was spent, or less what was taken back as well: sure where only one may be."""
    bases = [(budget, "预算"), *((fact, "到位资金") for fact in came)]
    # What was taken back before the budget was moved is in it already.
    later = recalled is not None and recalled.quantity.value > 0 and recalled.start > budget.start
    taken = [recalled] if recalled is not None and later else []
    if not came and not taken:
        reason = f"{where}：结余＝预算－支出"
        relations.check(RelationKind.DIFFERENCE, Operation.DIFFERENCE, [budget, executed], surplus, reason)
        return
    readings = [
        Reading(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            (base, executed),
            surplus,
            f"{where}：结余＝{name}－支出",
        )
        for base, name in bases
    ]
    readings += [
        Reading(
            RelationKind.DIFFERENCE,
            Operation.SUM,
            (base, executed, back),
            surplus,
            f"{where}：结余＝{name}－支出－收回",
            signs=(1, -1, -1),
        )
        for base, name in bases
        for back in taken
    ]
    relations.choose(readings)


def _is_of_the_work(rate: Fact, before: Fact | None, own: Sequence[Fact]) -> bool:
    """Say whether a 完成率 is that of the work: behind what is counted, or beside a rate that says to be the money's."""
    if not _DONE.fullmatch(_leaf(rate)):
        return False
    money = any(f.measure == "execution_rate" and not _DONE.fullmatch(_leaf(f)) for f in own)
    return money or (before is not None and before.kind is FactKind.COUNT)


def _leaf(fact: Fact) -> str:
    return normal((fact.evidence.column or "").split(" ")[-1])


def _row_bridge(amounts: Sequence[Fact], relations: Relations, where: str) -> None:
    """年初预算 + 追加 − 收回 = 调整后预算, each a column of the row."""
    initial, adjusted = _one(amounts, "initial_budget"), _one(amounts, "adjusted_budget")
    if initial is None or adjusted is None:
        return
    moves = [f for f in amounts if f.measure in BUDGET_MOVES and f.period == initial.period]
    if not moves:
        return
    signs = (1, *(-1 if f.measure == "recalled" and f.quantity.value > 0 else 1 for f in moves))
    relations.choose(
        [
            Reading(
                RelationKind.SUM,
                Operation.SUM,
                (initial, *moves),
                adjusted,
                f"{where}：年初预算＋追加－收回＝调整后预算",
                signs=signs,
                sure=True,
            )
        ]
    )


def _rate(
    relations: Relations, executed: Fact, budget: Fact, others: Sequence[Fact], rate: Fact, where: str
) -> None:
    """Hold a rate against its likeliest base, unless a column whose head names no stage (全年可用) is the one that fits.

    What such a column is, all rows together show (``learned``). 年初预算 beside it is hardly what the rate is over.
    """
    fitting = [
        f for f in (budget, *others) if holds(Operation.RATIO, [executed.quantity, f.quantity], rate.quantity)
    ]
    if fitting and budget not in fitting:
        return
    reason = f"{where}：执行率＝支出÷预算"
    if not others or budget.measure != "initial_budget":
        relations.check(RelationKind.RATIO, Operation.RATIO, [executed, budget], rate, reason)
        return
    relations.choose([Reading(RelationKind.RATIO, Operation.RATIO, (executed, budget), rate, reason)])


def _one(facts: Sequence[Fact], measure: str) -> Fact | None:
    """Return the only fact of the measure for the latest period among the facts, or None."""
    found = [fact for fact in facts if fact.measure == measure]
    if not found:
        return None
    latest = max(fact.period or "" for fact in found)
    found = [fact for fact in found if (fact.period or "") == latest]
    return found[0] if len(found) == 1 else None


def _staff_rate(relations: Relations, own: list[Fact], rate: Fact, where: str) -> None:
    posts = [f for f in own if f.kind is FactKind.COUNT and "编制" in normal(f.label)]
    staff = [f for f in own if f.kind is FactKind.COUNT and re.search("在职|实有|实际", normal(f.label))]
    if len(posts) == 1 and len(staff) == 1:
        relations.check(
            RelationKind.RATIO,
            Operation.RATIO,
            [staff[0], posts[0]],
            rate,
            f"{where}：控制率＝在职人数÷编制数",
        )


_CHANGE = re.compile(
    r"增减|变动|增加额|差额|增长|增幅|同比|[降减跌]幅|下降幅度|[比较](?:上年|去年|\d{4}年)[^，。]{0,6}(?:增加|减少|下降)"
)
_FALL = re.compile("下降|减少|降低|压减|压缩|缩减|回落|[降减跌]幅")
_RISE = re.compile("[增升涨]")


def _growth(own: list[Fact], relations: Relations, where: str, way: int | None) -> None:
    """This year's and last year's column, and what their difference and growth are said to be."""
    changes = [f for f in own if _CHANGE.search(normal(f.evidence.column or ""))]
    figures = [
        f for f in own if f not in changes and f.kind in (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER)
    ]
    for measure in dict.fromkeys(f.measure for f in figures):
        same = [f for f in figures if f.measure == measure and f.period]
        periods = sorted({f.period or "" for f in same})
        if len(same) != 2 or len(periods) != 2 or int(periods[1]) - int(periods[0]) != 1:
            continue
        base, now = sorted(same, key=lambda f: f.period or "")
        for fact in changes:
            unsigned = (way == -1 or _is_fall(fact)) and fact.quantity.value > 0
            if fact.kind is FactKind.RATE:
                reason = f"{where}：增减率＝（本年－上年）÷上年"
                if not unsigned:
                    relations.check(RelationKind.YOY, Operation.YOY, [now, base], fact, reason)
                    continue
                fallen = replace(fact.quantity, value=-fact.quantity.value)
                judgement = judge(Operation.YOY, [now.quantity, base.quantity], fallen)
                relations.add(RelationKind.YOY, [now, base], fact, reason, judgement, Operation.YOY)
            elif fact.kind is now.kind:
                relations.check(
                    RelationKind.DIFFERENCE,
                    Operation.DIFFERENCE,
                    [base, now] if unsigned else [now, base],
                    fact,
                    f"{where}：减少额＝上年－本年" if unsigned else f"{where}：增减额＝本年－上年",
                )


def _is_fall(fact: Fact) -> bool:
    """Say whether the head itself says that the figure is a fall, so that it needs no sign: 下降幅度, 较上年减少."""
    head = normal((fact.evidence.column or "").split(" ")[-1])
    return _FALL.search(head) is not None and _RISE.search(head) is None


def _averages(own: list[Fact], relations: Relations, where: str) -> None:
    """人均 × 人数 = the amount, where one column of the row fits."""
    counts = [f for f in own if f.kind is FactKind.COUNT]
    for fact in own:
        if fact.kind is not FactKind.AMOUNT or fact.quantity.hedge not in (Hedge.NONE, Hedge.ABOUT):
            continue  # 6000元以下 is a class, and no average
        if not re.search(
            r"[人户亩册件例次项条辆台生床门场里村校公]均|均价|平均|单价|标准(?!分)|每[人户亩册件例次项条辆台生床公]|单位成本|(?:人天|人日|人次|课时|公里)(?:成本|费用|支出|补[助贴]|投入)",
            normal(fact.evidence.column or ""),
        ):
            continue
        wholes = [whole for whole in own if whole.kind is FactKind.AMOUNT and whole is not fact]
        priced = (
            re.search("单价|标准", normal(fact.evidence.column or "")) and len(counts) == len(wholes) == 1
        )
        relations.choose(
            Reading(
                RelationKind.ARITHMETIC_OTHER,
                Operation.PRODUCT,
                (fact, number),
                whole,
                f"{where}：平均数×数量＝总额",
                sure=bool(priced and re.search("数量?$|人次$", normal(number.evidence.column or ""))),
            )
            for whole in wholes
            for number in counts
        )


def shown_averages(
    rows: Sequence[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """Hold the average of every row against the columns whose product gives it in two other rows or more."""
    places = {
        facts[row.row, c].id: (row.row, c) for row in rows for c in row.figures if (row.row, c) in facts
    }
    held: dict[tuple[int, ...], None] = {}
    for relation in relations.items:
        if relation.operation != Operation.PRODUCT or relation.verdict not in FITS:
            continue
        at = [places[fact] for fact in relation.facts if fact in places]
        whole = len(at) == len(relation.facts) and len({row for row, _ in at}) == 1
        if whole:
            held[tuple(column for _, column in at)] = None
    for columns in held:
        own = [row for row in rows if all((row.row, c) in facts for c in columns)]
        # 设计面积 and 建成面积 are equal in some rows: these hold over either.
        others = [row for row in own if not _average_of(row, columns, facts).holds()]
        if len(own) - len(others) < _SHOWN or len(others) != 1:
            continue
        rivals = [c for c in held if c != columns and (c[0], c[-1]) == (columns[0], columns[-1])]
        told = [c for c in rivals if all((others[0].row, at) in facts for at in c)]
        if not any(_average_of(others[0], c, facts).holds() for c in told):
            reading = _average_of(others[0], columns, facts)
            relations.choose([replace(reading, sure=reading.is_explained())])


def _average_of(row: RowReading, columns: Sequence[int], facts: dict[tuple[int, int], Fact]) -> Reading:
    each, number, amount = (facts[row.row, c] for c in columns)
    reason = f"“{row.label or '本行'}”一行：平均数×数量＝总额（其余各行均如此）"
    return Reading(RelationKind.ARITHMETIC_OTHER, Operation.PRODUCT, (each, number), amount, reason)
