"""Columns of running totals: 累计支出 is that of the row before and what this quarter spent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.facts.fact import Fact
from rules.facts.labels import is_total_label
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.sums import SUMMED

Facts = dict[tuple[int, int], Fact]

_RUNNING = re.compile("累计")
_STRETCH = re.compile(r"季度|月|旬|周|半年|年(?:度)?$|期|阶段|批")
_WHOLE = re.compile("全年|总")
_FIRST = re.compile(r"第?[一1]季|[一1]月|1[—~至-]3月|上半年")
_FEWEST_ROWS = 3
_SHOWN = 2
"""Steps that hold, from which on the others are steps as well; a wrong figure breaks two at most."""
_MOST_BROKEN = 2


def running_totals(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert each step of a column of running totals whose rows are stretches of time, where other steps hold."""
    rows = [
        row
        for row in rows
        if _STRETCH.search(row.label)
        and not is_total_label(row.label)
        and not _WHOLE.match(normal(row.label))
    ]
    for column in sorted({c for row in rows for c in row.figures}):
        if not all(column in row.heads and _RUNNING.search(row.heads[column].words) for row in rows):
            continue
        options = [list(_steps(rows, column, other, facts)) for other in _sisters(rows, column)]
        best = max(options, key=lambda steps: sum(step.holds() for step in steps), default=[])
        held = sum(step.holds() for step in best)
        if held >= _SHOWN and len(best) - held <= _MOST_BROKEN:
            for step in best:
                relations.choose([step])


def _sisters(rows: Sequence[RowReading], column: int) -> list[int]:
    """Return the columns that may tell what each row adds, the nearest first."""
    found = {c for row in rows for c in row.figures if c in row.heads}
    plain = [
        c for c in found if not any(_RUNNING.search(row.heads[c].words) for row in rows if c in row.heads)
    ]
    return sorted(plain, key=lambda c: (abs(c - column), c))


def _steps(rows: Sequence[RowReading], column: int, other: int, facts: Facts) -> Iterator[Reading]:
    told = [row for row in rows if (row.row, column) in facts and (row.row, other) in facts]
    if len(told) < _FEWEST_ROWS or len(told) < len(rows):
        return
    first = told[0]
    added, total = facts[first.row, other], facts[first.row, column]
    if added.kind not in SUMMED or added.kind is not total.kind:
        return
    opening = _step([added], total, first)
    # What stands behind the first stretch may have begun in earlier years.
    if opening.holds() or (_FIRST.match(normal(first.label)) and opening.is_explained()):
        yield opening
    for before, row in pairwise(told):
        yield _step([facts[before.row, column], facts[row.row, other]], facts[row.row, column], row)


def _step(parts: Sequence[Fact], total: Fact, row: RowReading) -> Reading:
    reason = (
        f"“{row.label}”一行：累计数＝上一行累计数＋本行数"
        if len(parts) > 1
        else f"“{row.label}”一行：首期累计数＝本行数"
    )
    return Reading(RelationKind.SUM, Operation.SUM, tuple(parts), total, reason, sure=True)
