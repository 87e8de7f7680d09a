"""A row of a table that the rows below it break up: numbered rows, subject codes, 其中."""

from __future__ import annotations

import re

from corpus.document.model import Table
from rules.facts.fact import Fact
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import vocabulary
from rules.relations.build import Reading, Relations
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind
from rules.relations.table_levels import INSIDE, label_of_total, level_of, levels_of, of_which_run
from rules.relations.table_sums import column_facts, columns_of_sums, is_same_sort, total_reading

_TELLING = 4


_MORE = re.compile(r"^[…\.·]{2,}$|^等$")


def parts_of_rows(
    table: Table, rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """A row followed by numbered rows or by 其中 is their whole."""
    for index, row in enumerate(rows):
        if label_of_total(row):
            continue
        children, closed = _children(rows, index)
        if not children:
            continue
        blank = _has_more(table, children)
        shown = [c for c in columns_of_sums([row], facts) if _is_shown_whole(row, children, facts, c)]
        for column in columns_of_sums([row], facts):
            stated = facts[row.row, column]
            operands = [f for f in column_facts(children, facts, column) if is_same_sort(f, stated)]
            if not operands or (len(operands) == 1 and not closed):
                continue
            if set(shown) - {column} and len(operands) == len(children) > 1:
                reading = Reading(
                    RelationKind.SUM,
                    Operation.SUM,
                    tuple(operands),
                    stated,
                    f"“{row.label}”下列各行为其全部（他列相符）",
                    sure=True,
                )
                relations.choose([reading])
                continue
            complete = closed and not blank and len(operands) == len(children)
            known = _exhaustive(stated, operands)
            if children[0].label and level_of(children[0].label) == INSIDE and not known:
                continue
            reason = f"“{row.label}”下列各行为其分项"
            listed = Reading(
                RelationKind.SUM,
                Operation.SUM,
                tuple(operands),
                stated,
                reason,
                sure=True,
                open_ended=not (complete or known),
            )
            if relations.choose([listed]) is None:
                relations.check(RelationKind.SUM, Operation.SUM, operands, stated, reason, open_ended=True)


def _is_shown_whole(
    row: RowReading, children: list[RowReading], facts: dict[tuple[int, int], Fact], column: int
) -> bool:
    """Say whether the parts are all of the row in a column, with figures long enough for it to tell."""
    reading = total_reading(row, children, facts, column, sure=False)
    if reading is None or len(reading.operands) != len(children) or len(children) < 2:
        return False
    telling = len(reading.stated.quantity.plain().replace(".", "").strip("-0")) >= _TELLING
    filled = sum(bool(part.quantity.value) for part in reading.operands)
    return telling and filled > 1 and reading.holds()


def _children(rows: list[RowReading], index: int) -> tuple[list[RowReading], bool]:
    """Return the rows that break up a row, and whether their list is known to be closed."""
    levels = levels_of(rows)
    own = levels[index]
    if index + 1 >= len(rows) or own == INSIDE or label_of_total(rows[index + 1]):
        return [], False
    first = levels[index + 1]
    if first == INSIDE:
        run = [
            row
            for row, level in zip(rows[index + 1 :], of_which_run(levels[index + 1 :]), strict=False)
            if level
        ]
        following = index + 1 + len(run)
        return run, following < len(rows) and levels[following] is not None
    if first is None or (own is not None and first <= own):
        return [], False
    children = []
    for row, level in zip(rows[index + 1 :], levels[index + 1 :], strict=True):
        if level == first:
            children.append(row)
        elif level is None or level < first:
            break
    return (children, True) if len(children) >= 2 else ([], False)


def _has_more(table: Table, children: list[RowReading]) -> bool:
    """Say whether a child without figures, or a row of dots, leaves the list open."""
    if any(not row.figures for row in children):
        return True
    numbers = range(children[0].row, children[-1].row + 2)
    return any(cell.row in numbers and _MORE.match(cell.text.strip()) for cell in table.cells)


def _exhaustive(stated: Fact, operands: list[Fact]) -> bool:
    names = {fact.subject for fact in operands}
    return any(set(parts) == names for parts in vocabulary().parts(stated.subject))
