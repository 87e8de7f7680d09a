"""Formulas that the rows of a table show themselves: a column that is A ÷ B, A − B or (A − B) ÷ B in all other rows.

Heads are not always words that we know (结案率, 进度, 同比). Where at least four rows and four fifths of all that can be
computed bear a formula out to the printed digit, it is the column's definition, and the row that breaks it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from rules.facts.fact import Fact, FactKind
from rules.facts.table_layout import RowReading
from rules.relations.build import Relations
from rules.relations.judge import Operation, judge
from rules.relations.one_slip import FITS
from rules.relations.relation import RelationKind, Verdict

_FEWEST_ROWS = 4
_MOST_COLUMNS = 10
_TELLING = 3
_FIGURES = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER, FactKind.RATE)
_KINDS = {
    Operation.RATIO: (RelationKind.RATIO, "÷"),
    Operation.DIFFERENCE: (RelationKind.DIFFERENCE, "－"),
    Operation.YOY: (RelationKind.YOY, "较"),
}

Row = dict[int, Fact]


def learned_formulas(
    rows: Sequence[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """Assert in every row what the other rows of a column show; columns that are computed already are left alone."""
    computed = {relation.stated for relation in relations.items if relation.operands}
    table = [{c: facts[row.row, c] for c in row.figures if (row.row, c) in facts} for row in rows]
    columns = sorted({column for row in table for column, fact in row.items() if fact.kind in _FIGURES})
    if len(columns) < 3 or len(columns) > _MOST_COLUMNS:
        return
    for column in columns:
        cells = [row[column] for row in table if column in row]
        if sum(fact.id in computed for fact in cells) * 2 > len(cells):
            continue
        formula = next(_formulas(table, column, columns), None)
        if formula is not None:
            _assert(table, column, *formula, relations)


def _formulas(
    table: Sequence[Row], column: int, columns: Sequence[int]
) -> Iterator[tuple[Operation, int, int]]:
    rate = any(row[column].kind is FactKind.RATE for row in table if column in row)
    for operation in (Operation.RATIO, Operation.YOY) if rate else (Operation.DIFFERENCE,):
        for first, second in permutations([c for c in columns if c != column], 2):
            held = [
                row for row in table if {column, first, second} <= row.keys() and _is_telling(row[column])
            ]
            fits = sum(_fits(row, column, operation, first, second) for row in held)
            if fits >= _FEWEST_ROWS and fits * 5 >= len(held) * 4:
                yield operation, first, second


def _is_telling(fact: Fact) -> bool:
    """Say whether a figure has enough digits not to fit by chance."""
    digits = fact.quantity.plain().replace(".", "").lstrip("-0")
    return len(digits) >= _TELLING and digits.rstrip("0") != "1"


def _fits(row: Row, column: int, operation: Operation, first: int, second: int) -> bool:
    return judge(operation, [row[first].quantity, row[second].quantity], row[column].quantity).verdict in FITS


def _assert(
    table: Sequence[Row], column: int, operation: Operation, first: int, second: int, relations: Relations
) -> None:
    kind, sign = _KINDS[operation]
    for row in table:
        if not {column, first, second} <= row.keys():
            continue
        a, b, stated = row[first], row[second], row[column]
        heads = (stated.evidence.column, a.evidence.column, sign, b.evidence.column)
        judgement = judge(operation, [a.quantity, b.quantity], stated.quantity)
        if judgement.verdict is not Verdict.UNDETERMINED:
            reason = f"本列其余各行均为“{heads[0]}＝{heads[1]}{heads[2]}{heads[3]}”"
            relations.check(kind, operation, [a, b], stated, reason)
