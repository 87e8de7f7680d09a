"""Columns of shares: 占比, 比重, 占总支出% give each row's part of a total row, in one of the columns of figures.

Which total and which column is not said by position: the amounts may stand beside 增减额 or 结余, a table may have a
total of income and one of spending. A column states the same of every row, so its rows vote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.table_heads import Head
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.numbers.units import Dimension
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.levels import label_of_total
from rules.relations.tables.sums import SUMMED, fits_total

_SHARE = re.compile(r"占比|比重|比例|构成|结构|^占|占.{0,12}[%％]")
_FEWEST = 2
_FEWEST_DIGITS = 6
"""Digits that must fit in all where no head says that a column is one of shares."""

Facts = dict[tuple[int, int], Fact]


def column_shares(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Hold every share against the total row and column that most rows of its section bear out."""
    totals = [row for row in rows if label_of_total(row)]
    if not totals:
        return
    for column in sorted({c for row in rows for c in row.figures if _is_share(row, c, facts)}):
        for section in _sections(rows, totals):
            _assert_shares(section, totals, column, facts, relations)


def _is_share(row: RowReading, column: int, facts: Facts) -> bool:
    fact = facts.get((row.row, column))
    if fact is None or fact.kind is not FactKind.RATE:
        return False
    return fact.measure == "share" or bool(_SHARE.search(normal(row.heads[column].leaf)))


def _sections(rows: Sequence[RowReading], totals: Sequence[RowReading]) -> list[list[RowReading]]:
    """Cut the rows behind each total, or before each where the first row is one; one list where no total repeats."""
    leading = rows[0] in totals
    found: list[list[RowReading]] = [[]]
    for row in rows:
        if row in totals and leading and found[-1]:
            found.append([])
        found[-1].append(row)
        if row in totals and not leading:
            found.append([])
    return [section for section in found if len(section) > 1]


def _assert_shares(
    section: Sequence[RowReading],
    totals: Sequence[RowReading],
    column: int,
    facts: Facts,
    relations: Relations,
) -> None:
    held = [row for row in section if _is_share(row, column, facts)]
    pairs = [
        (total, base)
        for total in _likeliest_first(totals, section)
        for base in _bases(total, column, facts)
        if any((row.row, base) in facts for row in held)
    ]
    read = [_readings(held, total, base, column, facts) for total, base in pairs]
    if not read:
        return
    fitting = [sum(reading.holds() for reading in readings.values()) for readings in read]
    best = max(range(len(read)), key=lambda at: (fitting[at], -at))
    if fitting[best] >= _FEWEST or len(read) == 1:
        for row in held:
            if row.row in read[best]:
                relations.choose([read[best][row.row]])
        _whole(held, pairs[best][0], pairs[best][1], column, facts, relations)
        return
    if fitting[best]:
        for row in held:
            if row.row in read[best]:
                relations.choose([_unsure(read[best][row.row])])


def _likeliest_first(totals: Sequence[RowReading], section: Sequence[RowReading]) -> list[RowReading]:
    own = [total for total in totals if total in section]
    return [*own, *(total for total in totals if total not in own)]


def _bases(total: RowReading, column: int, facts: Facts) -> list[int]:
    """Return the columns that the shares may be of: those that the head names first, then the nearest on the left."""
    filled = [c for c in total.figures if (total.row, c) in facts and facts[total.row, c].kind in SUMMED]
    named = [c for c in filled if _is_named(total.heads[column], total.heads[c])]
    left = [c for c in reversed(filled) if c < column]
    return list(dict.fromkeys([*named, *left, *filled]))


def _is_named(share: Head, base: Head) -> bool:
    """Say whether a head such as 占总支出% names the column 支出（元）."""
    word = re.search(r"占(?:全年|全部|总|本年|当年|合计)*([\u4e00-\u9fff]{2})", normal(share.leaf))
    return word is not None and word.group(1) in normal(base.words)


def _readings(
    held: Sequence[RowReading], total: RowReading, base: int, column: int, facts: Facts
) -> dict[int, Reading]:
    whole = facts[total.row, base]
    return {
        row.row: Reading(
            RelationKind.SHARE,
            Operation.RATIO,
            (facts[row.row, base], whole),
            facts[row.row, column],
            f"“{row.label}”占“{total.label}”的比重",
            sure=True,
        )
        for row in held
        if row is not total
        and (row.row, base) in facts
        and facts[row.row, base].kind is whole.kind
        and facts[row.row, base] != facts[row.row, column]
    }


def _unsure(reading: Reading) -> Reading:
    return Reading(reading.kind, reading.operation, reading.operands, reading.stated, reading.reason)


def _whole(
    held: Sequence[RowReading],
    total: RowReading,
    base: int,
    column: int,
    facts: Facts,
    relations: Relations,
) -> None:
    """The shares add up to that of the total row, where the amounts that they are of do."""
    parts = [row for row in held if row is not total and not label_of_total(row)]
    if total not in held or len(parts) < _FEWEST or not fits_total(total, parts, facts, base):
        return
    shares = tuple(facts[row.row, column] for row in parts)
    relations.choose(
        [
            Reading(
                RelationKind.SUM,
                Operation.SUM,
                shares,
                facts[total.row, column],
                f"{total.label}的比重＝各行比重之和",
                sure=True,
            )
        ]
    )


def shares_of_hundred(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """A column that gives every row's part of the total row: 占全年（%）, 比重."""
    columns = sorted({c for row in rows for c in row.figures if (row.row, c) in facts})
    for column in columns:
        held = [row for row in rows if (row.row, column) in facts]
        if not any(facts[row.row, column].kind is FactKind.RATE for row in held):
            continue
        if sum(relations.is_computed(facts[row.row, column]) for row in held) * 2 > len(held):
            continue
        for whole in held:
            found = _share_of(whole, held, column, columns, facts)
            if found:
                for reading in found:
                    relations.choose([reading])
                break


def _share_of(
    whole: RowReading,
    rows: Sequence[RowReading],
    column: int,
    columns: Sequence[int],
    facts: Facts,
) -> list[Reading]:
    """Return the shares in one row, where most rows bear them out; nothing where they do not."""
    full = facts[whole.row, column].quantity
    if full.unit is None or full.unit.dimension is not Dimension.RATE or full.value != 100:
        return []
    for base in columns:
        if (whole.row, base) not in facts or base == column:
            continue
        readings = [
            Reading(
                RelationKind.SHARE,
                Operation.RATIO,
                (facts[row.row, base], facts[whole.row, base]),
                facts[row.row, column],
                f"“{row.label}”占“{whole.label}”的比重",
                sure=True,
            )
            for row in rows
            if row is not whole and (row.row, base) in facts and not label_of_total(row)
        ]
        fitting = [r for r in readings if r.holds()]
        digits = sum(
            len(reading.stated.quantity.plain().replace(".", "").lstrip("-0")) for reading in fitting
        )
        if len(fitting) >= _FEWEST and digits >= _FEWEST_DIGITS:
            return readings if len(readings) - len(fitting) <= max(1, len(readings) // 5) else []
    return []
