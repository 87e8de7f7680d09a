"""What the heads of a table say of each row: balances, rates, growth, scores, averages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import BUDGET_MOVES, normal
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation, holds, judge
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.averages import averages_of_row, leaf_of
from rules.relations.tables.balances import way_of

_OVER_BUDGET = re.compile(
    r"(?:实际|本年|全年)?(?:支出|决算|执行)?数?[占为](?:年初|全年|调整后?|本年|当年)?预算数?的?(?:比[例重]|百分比)?(?:[（(]?[%％][）)]?)?"
)
"""占预算, 支出占预算数（%）: what was spent over the budget of the row."""
_DONE = re.compile(r"(?:任务|目标|计划)?完成率(?:[（(]?[%％][）)]?)?")


def says_of_returns(rows: Sequence[RowReading]) -> bool:
    """Say whether a remark in a row tells that money went back: 收回 0.8 万元."""
    return any(_RETURNED.search(cell.text) for row in rows for cell in row.texts.values())


def row_formulas(
    row: RowReading, facts: dict[tuple[int, int], Fact], relations: Relations, *, returned: bool = False
) -> None:
    """Balances, rates and growth between the columns of one row, as their heads say.

    ``returned``: money went back that has no column, so that less may be left than was not spent.
    """
    own = [facts[row.row, column] for column in sorted(row.figures) if (row.row, column) in facts]
    formulas_between(own, f"“{row.label or '本行'}”一行", relations, way=way_of(row), returned=returned)


def formulas_between(
    own: list[Fact], where: str, relations: Relations, *, way: int | None = None, returned: bool = False
) -> None:
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
    if executed and budget and surplus and not returned:
        there = [*came, *(f for f in amounts if _AVAILABLE.search(normal(f.evidence.column or "")))]
        carried = next((f for f in amounts if _CARRIED.search(normal(f.evidence.column or ""))), None)
        _left(relations, budget, executed, surplus, there, _one(amounts, "recalled"), carried, where)
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
    averages_of_row(own, relations, where)


def _left(
    relations: Relations,
    budget: Fact,
    executed: Fact,
    surplus: Fact,
    came: Sequence[Fact],
    recalled: Fact | None,
    carried: Fact | None,
    where: str,
) -> None:
    """结余＝预算－支出, sure where only that may be; else what ``came`` or could be used less what was spent, less what was taken
    back as well, or more what was ``carried`` over from last year.
    """
    bases = [(budget, "预算"), *((fact, normal(fact.evidence.column or "到位资金")) for fact in came)]
    # What was taken back before the budget was moved is in it already.
    later = recalled is not None and recalled.quantity.value > 0 and recalled.start > budget.start
    taken = [recalled] if recalled is not None and later else []
    if not came and not taken and carried is None:
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
    if carried is not None:
        readings.append(
            Reading(
                RelationKind.DIFFERENCE,
                Operation.SUM,
                (carried, budget, executed),
                surplus,
                f"{where}：结余＝上年结转＋预算－支出",
                signs=(1, 1, -1),
            )
        )
    relations.choose(readings)


def _is_of_the_work(rate: Fact, before: Fact | None, own: Sequence[Fact]) -> bool:
    """Say whether a 完成率 is that of the work: behind what is counted, or beside a rate that says to be the money's."""
    if not _DONE.fullmatch(leaf_of(rate)):
        return False
    money = any(f.measure == "execution_rate" and not _DONE.fullmatch(leaf_of(f)) for f in own)
    return money or (before is not None and before.kind is FactKind.COUNT)


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


_RETURNED = re.compile("(?:收回|上缴|缴回|退回|交回|核销)[^，。；]{0,8}\\d")
_AVAILABLE = re.compile("可用|可支配|资金总[量额]|(?:预算|资金|收入)(?:合计|总计|小计)")
_CARRIED = re.compile("(?:上年|年初)度?(?:财政拨款|资金|项目)?(?:结转|结余)")
_OF_SPENT = re.compile("决算|支出|执行|实际")
_OF_BUDGET = re.compile("预算|批复|计划")
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
    pairs = list(_of_two_years(figures))
    for base, now in pairs:
        for fact in changes:
            if not _is_of_stage(
                fact, base.measure, alone=len(pairs) == 1 or _is_next(fact, now, own, changes)
            ):
                continue
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


def _of_two_years(figures: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield last year's and this year's figure of each stage that has just these two."""
    for measure in dict.fromkeys(f.measure for f in figures):
        same = [f for f in figures if f.measure == measure and f.period]
        periods = sorted({f.period or "" for f in same})
        if len(same) == len(periods) == 2 and int(periods[1]) - int(periods[0]) == 1:
            base, now = sorted(same, key=lambda f: f.period or "")
            yield base, now


def _is_of_stage(change: Fact, measure: str | None, *, alone: bool) -> bool:
    """Say whether the head of a change names the stage whose change it is (决算增减), or names none where but one may be meant."""
    head = normal(change.evidence.column or "")
    spent, planned = _OF_SPENT.search(head) is not None, _OF_BUDGET.search(head) is not None
    if spent == planned:
        return alone
    return (
        (spent and measure == "executed") or (planned and measure in BUDGETS) or (alone and measure is None)
    )


def _is_next(change: Fact, now: Fact, own: Sequence[Fact], changes: Sequence[Fact]) -> bool:
    """Say whether nothing but other changes stands between this year's figure and a change."""
    first, last = own.index(now), own.index(change)
    return first < last and all(fact in changes for fact in own[first + 1 : last])


def _is_fall(fact: Fact) -> bool:
    """Say whether the head itself says that the figure is a fall, so that it needs no sign: 下降幅度, 较上年减少."""
    head = normal((fact.evidence.column or "").split(" ")[-1])
    return _FALL.search(head) is not None and _RISE.search(head) is None
