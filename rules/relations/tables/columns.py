"""Total columns of a table: 小计 or 合计 in the head is the sum of its sisters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact
from rules.facts.labels import is_total_label
from rules.facts.table_row import RowReading
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.sums import SUMMED

Facts = dict[tuple[int, int], Fact]

_FEWEST = 2
_FOLD = re.compile(r"\s+|[（(][^（）()]*[）)]$")
_ENDS_IN_TOTAL = re.compile(r"(?:合计|小计|总计|共计)(?:数|额|金额|人数)?$|^总[人分件户]?数$|^总分$")
_OF_ALL = re.compile(r"^全[省市县区州镇乡街院校局厅系园馆所]$|^全系统$|^全部$")
"""The whole unit beside its parts (本部, 分院, 全院): rows of averages stand in such a table as well."""


def total_columns(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """小计 or 合计 in the head = its sisters under the same upper head, a group among them by its own 小计.

    Which of the sisters it takes in the rows show: a number of items or a plan may stand among them.
    """
    for column in sorted({c for row in rows for c in row.figures}):
        lines = [row for row in rows if column in row.figures and (row.row, column) in facts]
        lines = [row for row in lines if facts[row.row, column].kind in SUMMED]
        head = _FOLD.sub("", lines[0].heads[column].leaf) if lines else ""
        of_all = _OF_ALL.search(head) is not None
        if not of_all and not _ENDS_IN_TOTAL.search(head):
            continue
        options = _options(lines, column, facts)
        fitting = [sum(_reads(row, column, taken, facts, holds=True) for row in lines) for taken in options]
        if not options:
            continue
        best = max(range(len(options)), key=lambda at: (fitting[at], -at))
        plain = is_total_label(lines[0].heads[column].leaf)
        if not plain and fitting[best] < (_FEWEST if of_all else 1):
            continue
        for row in lines:
            reading = _reading(row, column, options[best], facts)
            if reading is not None and not (of_all and _may_be_mean(reading)):
                relations.choose([reading])


def _may_be_mean(reading: Reading) -> bool:
    """Say whether the figure of the whole lies among those of its parts, as an average does."""
    return reading.stated.quantity.in_base < max(part.quantity.in_base for part in reading.operands)


def _options(lines: Sequence[RowReading], column: int, facts: Facts) -> list[tuple[int, ...]]:
    """Return the sets of columns that a total may add up: all its sisters, or those next to it on one side."""
    first = max(lines, key=lambda row: len(row.figures))
    kind = facts[first.row, column].kind
    sisters = [
        other
        for other in _sisters(first, column)
        if (first.row, other) in facts and facts[first.row, other].kind is kind
    ]
    left = [other for other in sisters if other < column]
    right = [other for other in sisters if other > column]
    runs = [left[at:] for at in range(len(left))] + [right[:count] for count in range(len(right), 0, -1)]
    every = [sisters, *runs] if is_total_label(first.heads[column].leaf) else runs
    return list(dict.fromkeys(tuple(option) for option in every if len(option) >= _FEWEST))


def _reads(row: RowReading, column: int, taken: Sequence[int], facts: Facts, *, holds: bool) -> bool:
    reading = _reading(row, column, taken, facts)
    return reading is not None and reading.holds() is holds


def _reading(row: RowReading, column: int, taken: Sequence[int], facts: Facts) -> Reading | None:
    stated = facts[row.row, column]
    parts = [facts[row.row, other] for other in taken if (row.row, other) in facts]
    parts = [fact for fact in parts if fact.kind is stated.kind and fact.measure == stated.measure]
    if len(parts) < _FEWEST:
        return None
    reason = f"表头“{row.heads[column].words}”＝同组各列之和"
    return Reading(RelationKind.SUM, Operation.SUM, tuple(parts), stated, reason, sure=True)


def _sisters(row: RowReading, column: int) -> list[int]:
    """Return the columns that a total column adds up: its sisters, and for a group below its 小计 or its leaves."""
    group = row.heads[column].group
    depth = len(group)
    found: list[int] = []
    inner: dict[str, list[int]] = {}
    for other in sorted(row.figures):
        path = row.heads[other].path
        if other == column or path[:depth] != group or len(path) <= depth:
            continue
        if len(path) == depth + 1:
            found.append(other)
        else:
            inner.setdefault(path[depth], []).append(other)
    for members in inner.values():
        totals = [other for other in members if is_total_label(row.heads[other].leaf)]
        found += totals[:1] if totals else members
    return found
