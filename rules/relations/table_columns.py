"""Total columns of a table: 小计 or 合计 in the head is the sum of its sisters."""

from __future__ import annotations

from rules.facts.fact import Fact
from rules.facts.labels import is_total_label
from rules.facts.table_row import RowReading
from rules.relations.build import Relations
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind
from rules.relations.table_sums import SUMMED


def total_columns(row: RowReading, facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """小计 or 合计 in the head = its sisters under the same upper head, a group among them by its own 小计."""
    for column in row.figures:
        stated = facts.get((row.row, column))
        head = row.heads[column]
        if stated is None or stated.kind not in SUMMED or not is_total_label(head.leaf):
            continue
        sisters = [
            facts[row.row, other]
            for other in _sisters(row, column)
            if (row.row, other) in facts
            and facts[row.row, other].kind is stated.kind
            and facts[row.row, other].measure == stated.measure
        ]
        if len(sisters) >= 2:
            relations.check(
                RelationKind.SUM,
                Operation.SUM,
                sisters,
                stated,
                f"表头“{head.words}”＝同组各列之和",
            )


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
