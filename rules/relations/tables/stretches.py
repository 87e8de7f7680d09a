"""Rows that are stretches of a year: 其中：上半年 is 一季度 and 二季度, 一季度 is its months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.facts.fact import Fact
from rules.facts.labels import is_mean
from rules.facts.table_row import RowReading
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sums.spans import stretch_of
from rules.relations.tables.sums import SUMMED, is_same_sort

Facts = dict[tuple[int, int], Fact]
_Months = tuple[int, int]


def stretches(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert of every row the sum of the shorter stretches that it consists of, in the columns that add up elsewhere.

    A stock (期末人数) and a running total do not add up; a column that does is one where another stretch shows it.
    """
    spans = {row.row: span for row in rows if (span := stretch_of(row.label)) is not None}
    if len(set(spans.values())) != len(spans):
        return
    held = {row.row: row for row in rows}
    read = [
        _readings(held[number], [held[part] for part in parts], facts)
        for number, span in spans.items()
        if len(parts := _parts(span, {at: s for at, s in spans.items() if at != number})) > 1
    ]
    for readings in read:
        for column, reading in readings.items():
            others = [each[column] for each in read if each is not readings and column in each]
            beside = [r for c, r in readings.items() if c != column]
            shown = any(r.holds() for r in others) or (bool(beside) and all(r.holds() for r in beside))
            if shown:
                relations.choose([reading])


def _parts(span: _Months, others: Mapping[int, _Months]) -> list[int]:
    """Return the rows that make a stretch one after the other, the shortest there are; none where months are missing."""
    first, last = span
    found: list[int] = []
    while first <= last:
        begun = [(s[1], at) for at, s in others.items() if s[0] == first and s[1] <= last]
        if not begun:
            return []
        end, at = min(begun)
        found.append(at)
        first = end + 1
    return found


def _readings(whole: RowReading, parts: Sequence[RowReading], facts: Facts) -> dict[int, Reading]:
    """Return what each column says that adds up by its kind."""
    found = {}
    for column in sorted(whole.figures):
        own = [facts.get((row.row, column)) for row in (whole, *parts)]
        told = [fact for fact in own if fact is not None and fact.kind in SUMMED]
        if len(told) != len(own) or is_mean(whole.heads[column].words) or "累计" in whole.heads[column].words:
            continue
        if all(is_same_sort(fact, told[0]) for fact in told):
            reason = f"“{whole.label}”＝所含各时段之和"
            found[column] = Reading(
                RelationKind.SUM, Operation.SUM, tuple(told[1:]), told[0], reason, sure=True
            )
    return found
