"""What the sums of a table are read from: the facts of a column, and a row as the sum of others in it."""

from __future__ import annotations

from collections.abc import Iterable

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

SUMMED = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER, FactKind.WEIGHT, FactKind.SCORE)


def column_facts(rows: Iterable[RowReading], facts: dict[tuple[int, int], Fact], column: int) -> list[Fact]:
    return [facts[row.row, column] for row in rows if (row.row, column) in facts]


def columns_of_sums(rows: Iterable[RowReading], facts: dict[tuple[int, int], Fact]) -> list[int]:
    return sorted(
        {c for row in rows for c in row.figures if (f := facts.get((row.row, c))) and f.kind in SUMMED}
    )


def total_reading(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int, *, sure: bool
) -> Reading | None:
    stated = facts[total.row, column]
    listed = [row for row in rows if row.figures]
    operands = [f for f in column_facts(listed, facts, column) if is_same_sort(f, stated)]
    if len(operands) < 2 and len(listed) > 1:
        return None
    return Reading(
        RelationKind.SUM, Operation.SUM, tuple(operands), stated, f"{total.label}＝上列各行之和", sure=sure
    )


def single_part(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int
) -> Reading | None:
    """Return a total as the only figure of its column; that the other rows are blank leaves it unsure."""
    stated = facts[total.row, column]
    operands = [f for f in column_facts(rows, facts, column) if is_same_sort(f, stated)]
    if len(operands) != 1:
        return None
    return Reading(RelationKind.SUM, Operation.SUM, tuple(operands), stated, f"{total.label}＝上列各行之和")


def fits_total(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int
) -> bool:
    reading = total_reading(total, rows, facts, column, sure=False)
    return reading is not None and reading.holds()


def is_same_sort(fact: Fact, other: Fact) -> bool:
    mine, its = fact.quantity.unit, other.quantity.unit
    if mine is None or its is None:
        return mine is its
    return mine.dimension is its.dimension
