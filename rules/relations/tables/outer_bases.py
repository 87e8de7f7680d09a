"""Columns of rates over one figure that stands elsewhere: 累计进度 of the quarters over the year's budget, 占比 of a whole.

The whole has no cell beside the rates, but the rows show it: where all of them but one are rates of the same figure of
the report, with more digits than chance gives, that figure is what the column is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

Facts = dict[tuple[int, int], Fact]

_OF_ONE = re.compile(r"进度|占|比重|比例|完成率|执行率|支付率|拨付率")
_PLANNED = re.compile("目标|计划|要求|应")
_FEWEST_ROWS = 3
_FEWEST_DIGITS = 8
"""Digits that must fit in all, beyond which no figure of a report is by chance the whole of a column."""
_FEWEST_OF_BASE = 4
"""Digits, zeros at the end too, from which on an amount goes with no rates but its own."""
_WHOLES = (FactKind.AMOUNT, FactKind.COUNT)


def rates_of_outer_bases(
    rows: Sequence[RowReading], facts: Facts, every: Sequence[Fact], relations: Relations
) -> None:
    """Hold the rates of a column against the figure of the report that all rows but one show to be their base."""
    for column in sorted({c for row in rows for c in row.figures}):
        lines = [row for row in rows if (row.row, column) in facts]
        rates = [facts[row.row, column] for row in lines]
        if len(rates) < _FEWEST_ROWS or any(
            f.kind is not FactKind.RATE or relations.is_computed(f) for f in rates
        ):
            continue
        head = normal(lines[0].heads[column].words)
        if not _OF_ONE.search(head) or _PLANNED.search(head):
            continue
        for parts in _parts(lines, column, facts):
            base = _base(parts, rates, every)
            if base is not None:
                for reading in _readings(parts, rates, base):
                    _assert(reading, relations)
                break


def _assert(reading: Reading, relations: Relations) -> None:
    if reading.operands[1].kind is not FactKind.OTHER:
        relations.choose([reading])
    elif reading.holds() or reading.sure:
        # A base without a unit is money in the unit of its parts here only: nothing else is to be computed with it.
        operands, judgement = list(reading.operands), reading.judge()
        relations.add(reading.kind, operands, reading.stated, reading.reason, judgement)


def _parts(rows: Sequence[RowReading], column: int, facts: Facts) -> Iterator[list[Fact]]:
    """Yield the columns that the rates may be of, the nearest first."""
    for other in sorted({c for row in rows for c in row.figures} - {column}, key=lambda c: abs(c - column)):
        found = [facts[row.row, other] for row in rows if (row.row, other) in facts]
        if len(found) == len(rows) and all(fact.kind in _WHOLES for fact in found):
            yield found


def _base(parts: Sequence[Fact], rates: Sequence[Fact], every: Sequence[Fact]) -> Fact | None:
    """Return the only figure that all of the rates but one are over, None where several would do."""
    own = {fact.id for fact in (*parts, *rates)}
    found: dict[Decimal, Fact] = {}
    for one in every:
        if one.id in own or not _is_like(one, parts[0]):
            continue
        unit = one.quantity.unit or parts[0].quantity.unit
        fact = replace(one, quantity=replace(one.quantity, unit=unit))
        held = [r for r in _readings(parts, rates, fact) if r.holds()]
        digits = sum(reading.stated.quantity.telling_digits for reading in held)
        if len(held) >= max(len(parts) - 1, _FEWEST_ROWS - 1) and digits >= _FEWEST_DIGITS:
            found.setdefault(fact.quantity.in_base, fact)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_like(fact: Fact, part: Fact) -> bool:
    """Say whether a figure measures the same as a part, exactly and with digits enough.

    A cell of a table that states no unit may be money with decimals as well.
    """
    mine, its = fact.quantity.unit, part.quantity.unit
    if mine is None:
        bare = fact.kind is FactKind.OTHER and fact.evidence.table is not None and fact.quantity.precision > 0
        if not bare or part.kind is not FactKind.AMOUNT:
            return False
    elif its is None or mine.dimension is not its.dimension or fact.kind is not part.kind:
        return False
    return fact.quantity.hedge is Hedge.NONE and (
        fact.quantity.counted or len(fact.quantity.plain().replace(".", "").lstrip("0")) >= _FEWEST_OF_BASE
    )


def _readings(parts: Sequence[Fact], rates: Sequence[Fact], base: Fact) -> Iterator[Reading]:
    for part, rate in zip(parts, rates, strict=True):
        reading = Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (part, base),
            rate,
            f"“{part.evidence.row or '本行'}”一行：{rate.evidence.column}＝{part.evidence.column}÷{base.quantity.words()}（其余各行均如此）",
        )
        yield replace(reading, sure=reading.is_explained())
