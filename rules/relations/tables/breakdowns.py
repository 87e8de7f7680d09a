"""Rows of a form that break up the year's money: 按收入性质分：一般公共预算 …, 按支出性质分：基本支出 …

Each group breaks up the same total; the form may state several (年度资金总额, 收入合计), so the columns say which it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.sums import column_facts, columns_of_sums, is_same_sort

Facts = dict[tuple[int, int], Fact]

_GROUP = re.compile(r"^(?:其中[：:]?)?[（(]?[一二三四12]?[）)]?[、.]?按.{2,8}(?:分类?|划分)(?!配)")
_WHOLE = re.compile(r"总额|总计|合计|总收入|总支出|收入总|支出总|总金额")
_MOST = 8


def breakdown_rows(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert that the rows of each group add up to a total above them, in every column that both have."""
    marks = [at for at, row in enumerate(rows) if _is_group(row)]
    if not marks:
        return
    wholes = [row for row in rows[: marks[0]] if _WHOLE.search(normal(row.label)) and row.figures]
    for number, at in enumerate(marks):
        end = marks[number + 1] if number + 1 < len(marks) else min(at + _MOST, len(rows))
        group = [row for row in rows[at:end] if row.figures]
        lengths = [len(group)] if number + 1 < len(marks) else list(range(len(group), 1, -1))
        _assert(group, lengths, wholes, facts, relations)


def _is_group(row: RowReading) -> bool:
    return any(_GROUP.match(normal(label)) for label in row.labels)


def _assert(
    group: Sequence[RowReading],
    lengths: Sequence[int],
    wholes: Sequence[RowReading],
    facts: Facts,
    relations: Relations,
) -> None:
    options = [
        {
            column: reading
            for column in columns_of_sums([whole], facts)
            if (reading := _reading(group[:length], whole, column, facts))
        }
        for whole in reversed(wholes)
        for length in lengths
    ]
    options = [option for option in options if option]
    if not options:
        return
    fitting = [sum(reading.holds() for reading in option.values()) for option in options]
    best = max(range(len(options)), key=lambda at: (fitting[at], -at))
    sure = fitting[best] > 0 or len(options) == 1
    for reading in options[best].values():
        relations.choose([reading if sure else _unsure(reading)])


def _reading(group: Sequence[RowReading], whole: RowReading, column: int, facts: Facts) -> Reading | None:
    stated = facts[whole.row, column]
    parts = [fact for fact in column_facts(group, facts, column) if is_same_sort(fact, stated)]
    if len(parts) < 2 or len(parts) < len(group) - 1:
        return None
    reason = f"“{group[0].label}”等各行之和＝{whole.label}"
    return Reading(RelationKind.SUM, Operation.SUM, tuple(parts), stated, reason, sure=True)


def _unsure(reading: Reading) -> Reading:
    return Reading(reading.kind, reading.operation, reading.operands, reading.stated, reading.reason)
