"""A long list set in two columns of one page (科目 | 金额 | 科目 | 金额): its total at the end adds up both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rules.facts.fact import Fact
from rules.facts.table_panels import SIDES
from rules.facts.table_row import RowReading
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.levels import label_of_total
from rules.relations.tables.sums import SUMMED

Facts = dict[tuple[int, int], Fact]


def wrapped_totals(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> list[RowReading]:
    """Hold the only total of a wrapped list against the rows of all its sides; return the other rows."""
    sides: dict[int, list[list[RowReading]]] = defaultdict(list)
    for segment in sorted({row.segment for row in rows}):
        sides[segment // SIDES].append([row for row in rows if row.segment == segment])
    left = list(rows)
    for panels in sides.values():
        total = _only_total(panels)
        if total is None:
            continue
        parts = [_figures(row, facts) for panel in panels for row in panel if row is not total]
        own = [_figures(row, facts) for row in panels[-1] if row is not total]
        for at, stated in enumerate(_figures(total, facts)):
            readings = [_reading(each, at, stated, sure=each is parts) for each in (parts, own)]
            relations.choose([reading for reading in readings if reading is not None])
        left.remove(total)
    return left


def _only_total(panels: list[list[RowReading]]) -> RowReading | None:
    """Return the last row of the last side, where it is the only total and all sides name their rows by the same head."""
    if len(panels) == 1 or len({_name_head(row) for panel in panels for row in panel if row.figures}) != 1:
        return None
    totals = [row for panel in panels for row in panel if label_of_total(row) is not None]
    return totals[0] if len(totals) == 1 and totals[0] is panels[-1][-1] else None


def _name_head(row: RowReading) -> str | None:
    head = None if row.label_cell is None else row.heads.get(row.label_cell.column)
    return None if head is None else head.leaf


def _figures(row: RowReading, facts: Facts) -> list[Fact]:
    return [fact for column in sorted(row.figures) if (fact := facts.get((row.row, column))) is not None]


def _reading(parts: Sequence[Sequence[Fact]], at: int, stated: Fact, *, sure: bool) -> Reading | None:
    operands = tuple(row[at] for row in parts if len(row) > at and row[at].kind is stated.kind)
    if stated.kind not in SUMMED or len(operands) < 2:
        return None
    where = f"“{stated.evidence.row or '合计'}”为两栏各项之和"
    return Reading(RelationKind.SUM, Operation.SUM, operands, stated, where, sure=sure)
