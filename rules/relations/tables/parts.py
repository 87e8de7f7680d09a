"""A row of a table that the rows below it break up: numbered rows, subject codes, 其中."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document.model import Table
from rules.facts.fact import Fact, FactKind
from rules.facts.labels import read_label
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal, vocabulary
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.levels import INSIDE, label_of_total, levels_of, of_which_run
from rules.relations.tables.sums import column_facts, columns_of_sums, is_same_sort, total_reading

_TELLING = 4


_YEARS_MONEY = re.compile("(?:年度|项目)?资金总额")
_SOURCE = re.compile(
    r"(?:其中[：:]?)?(?:(?:当年|本年)?(?:财政|预算)拨款(?:资金)?|上年(?:度)?结转(?:结余)?(?:资金)?|其他(?:资金|收入)?|(?:中央|省级?|市级?|县级?|地方)(?:财政)?资金|自筹资金)"
)
"""The rows below 年度资金总额 in the 自评表 are by the form all sources of the year's money."""
Facts = dict[tuple[int, int], Fact]

_FIRST = re.compile(r"[（(]?[一1](?!\d)[）)、.．]")
_MORE = re.compile(r"^[…\.·]{2,}$|^等$")


def parts_of_rows(table: Table, rows: list[RowReading], facts: Facts, relations: Relations) -> None:
    """A row followed by numbered rows or by 其中 is their whole."""
    levels = levels_of(rows)
    for index, row in enumerate(rows):
        if label_of_total(row):
            continue
        children, closed = _children(rows, levels, index)
        if not children:
            continue
        inside = levels[index + 1] in (INSIDE, None) and levels[index + 1] != levels[index]
        if inside:
            children, known = _listed(row, children, facts)
            closed = closed or known
        columns = columns_of_sums([row], facts)
        shown = {c for c in columns if _is_shown_whole(row, children, facts, c)}
        complete = closed and not _has_more(table, children)
        for column in columns:
            readings = _readings(row, children, facts, column, bool(shown - {column}), complete, inside)
            if readings and relations.choose(readings) is None and not inside:
                last = readings[-1]
                relations.check(
                    last.kind, last.operation, last.operands, last.stated, last.reason, open_ended=True
                )


def _readings(
    row: RowReading,
    children: list[RowReading],
    facts: Facts,
    column: int,
    shown: bool,
    complete: bool,
    inside: bool,
) -> list[Reading]:
    """Return what one column says of a row and the rows below it.

    ``shown``: another column shows that they are all of it; ``complete``: the list is known to have ended.
    """
    stated = facts[row.row, column]
    operands = [f for f in column_facts(children, facts, column) if is_same_sort(f, stated)]
    full = len(operands) == len(children)
    if shown and full:
        return [_sum(operands, stated, f"“{row.label}”下列各行为其全部（他列相符）", sure=True)]
    if operands and not full and _is_defined(stated, children):
        # 公车购置 without a figure in any year is nothing bought; in one column only it may have been left out.
        told = sum(bool(child.figures) for child in children)
        reason = f"“{row.label}”下列各行按定义为其全部（空栏为零）"
        return [_sum(operands, stated, reason, sure=len(operands) == told)]
    if not operands or (len(operands) == 1 and (inside or not complete)):
        return []
    known = _exhaustive(stated, operands) or (full and _are_sources(row, children, facts))
    reason = f"“{row.label}”下列各行为其分项"
    if len(children) == 1:
        return [_sum(operands, stated, reason)]
    if not inside or known:
        return [_sum(operands, stated, reason, sure=True, open_ended=not (complete and full) and not known)]
    # How far a 其中 reaches is not said: each stretch from its beginning may be all of the whole, the longest likeliest.
    counted = stated.quantity.counted
    reach = next(
        (n for n, f in enumerate(operands) if f.quantity.in_base > stated.quantity.in_base), len(operands)
    )
    return [
        _sum(operands[:count], stated, reason, open_ended=True, alarms=count == reach and not counted)
        for count in range(reach, 1, -1)
        if sum(1 for part in operands[:count] if part.quantity.value) > 1
    ]


def _sum(
    operands: Sequence[Fact],
    stated: Fact,
    reason: str,
    *,
    sure: bool = False,
    open_ended: bool = False,
    alarms: bool = True,
) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(operands),
        stated,
        reason,
        sure=sure,
        open_ended=open_ended,
        alarms=alarms,
    )


def _listed(row: RowReading, run: list[RowReading], facts: Facts) -> tuple[list[RowReading], bool]:
    """Return how far a 其中 reaches, and whether that is known: by what the parts are, or by what most columns show."""
    columns = columns_of_sums([row], facts)
    if _are_sources(row, run, facts):
        return run, True
    for count in range(2, len(run) + 1):
        for column in columns:
            operands = column_facts(run[:count], facts, column)
            if len(operands) == count and _exhaustive(facts[row.row, column], operands):
                return run[:count], True
    fitting = {
        count: sum(_is_shown_whole(row, run[:count], facts, column) for column in columns)
        for count in range(2, len(run) + 1)
    }
    best = max(fitting, key=lambda count: (fitting[count], -count), default=0)
    return (run[:best], False) if best and fitting[best] else (run, False)


def _are_sources(row: RowReading, children: list[RowReading], facts: Facts) -> bool:
    """Say whether the rows below 年度资金总额 are the sources that the form asks for, and make it up in some column."""
    named = _YEARS_MONEY.fullmatch(normal(row.label)) and len(children) > 1
    if not named or not all(_SOURCE.fullmatch(normal(part.label)) for part in children):
        return False
    read = [
        total_reading(row, children, facts, column, sure=False) for column in columns_of_sums([row], facts)
    ]
    return any(r is not None and len(r.operands) == len(children) and r.holds() for r in read)


def _is_shown_whole(row: RowReading, children: list[RowReading], facts: Facts, column: int) -> bool:
    """Say whether the parts are all of the row in a column, with figures long enough for it to tell."""
    reading = total_reading(row, children, facts, column, sure=False)
    if reading is None or len(reading.operands) != len(children) or len(children) < 2:
        return False
    digits = [
        len(f.quantity.plain().replace(".", "").strip("-0")) for f in (reading.stated, *reading.operands)
    ]
    # 762000.00 = 300000.00 + 462000.00: the parts tell as much as a longer whole.
    telling = digits[0] >= _TELLING or (digits[0] >= _TELLING - 1 and sum(digits) >= _TELLING + digits[0])
    filled = sum(bool(part.quantity.value) for part in reading.operands)
    return telling and filled > 1 and reading.holds()


def _children(rows: list[RowReading], levels: list[int | None], index: int) -> tuple[list[RowReading], bool]:
    """Return the rows that break up a row, and whether their list is known to be closed."""
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
    if first is None and own is not None:
        return _unnumbered(rows, levels, index)
    if first is None or (own is not None and first <= own):
        return [], False
    begins = _FIRST.match(normal(rows[index + 1].label)) is not None
    if own is None and not begins and any(level is not None and level <= first for level in levels[:index]):
        return [], False  # 三、 behind the unnumbered rows of 二、 is none of their parts
    children = []
    for row, level in zip(rows[index + 1 :], levels[index + 1 :], strict=True):
        if level == first:
            children.append(row)
        elif level is None or level < first:
            break
    # Only a subject code says of a single row that it is a part of the one above.
    return (children, True) if len(children) >= 2 or rows[index].code else ([], False)


def _unnumbered(
    rows: list[RowReading], levels: list[int | None], index: int
) -> tuple[list[RowReading], bool]:
    """Return the rows without a number behind a numbered one: 二、项目支出, then the projects, then 三、…"""
    run = []
    for row, level in zip(rows[index + 1 :], levels[index + 1 :], strict=True):
        if level is not None or label_of_total(row):
            break
        run.append(row)
    return (run, False) if len(run) >= 2 else ([], False)


def _has_more(table: Table, children: list[RowReading]) -> bool:
    """Say whether a child without figures, or a row of dots, leaves the list open."""
    if any(not row.figures for row in children):
        return True
    numbers = range(children[0].row, children[-1].row + 2)
    return any(cell.row in numbers and _MORE.match(cell.text.strip()) for cell in table.cells)


def _is_defined(stated: Fact, children: list[RowReading]) -> bool:
    """Say whether rows, empty ones as well, are by their names all that a known thing is made of."""
    names = {read_label(child.label, FactKind.AMOUNT, None).subject for child in children}
    return any(set(parts) == names for parts in vocabulary().parts(stated.subject))


def _exhaustive(stated: Fact, operands: list[Fact]) -> bool:
    names = {fact.subject for fact in operands}
    return any(set(parts) == names for parts in vocabulary().parts(stated.subject))
