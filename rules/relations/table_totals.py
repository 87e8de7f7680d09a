"""Sums that the structure of a table asserts: total rows, numbered parts, 其中, and total columns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import Table
from rules.facts.fact import Fact, FactKind
from rules.facts.labels import is_total_label
from rules.facts.table_layout import RowReading
from rules.facts.vocabulary import normal, vocabulary
from rules.relations.build import Reading, Relations
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind
from rules.relations.table_levels import INSIDE, label_of_total, level_of, levels_of, of_which_run, top_level

_MOST_PARTS = 15
_TELLING = 4
_AVERAGE = re.compile("人均|户均|均价|平均|单价|单位成本")
_WHOLE = re.compile(
    r"(?:全年|全部|总)(?:收入|支出|预算|决算|资金|经费|数)?|全[省市县区州镇乡]|支出总额|收入总额"
)
_MORE = re.compile(r"^[…\.·]{2,}$|^等$")
SUMMED = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER, FactKind.WEIGHT, FactKind.SCORE)


def _column_facts(rows: Iterable[RowReading], facts: dict[tuple[int, int], Fact], column: int) -> list[Fact]:
    return [facts[row.row, column] for row in rows if (row.row, column) in facts]


def _columns(rows: Iterable[RowReading], facts: dict[tuple[int, int], Fact]) -> list[int]:
    return sorted(
        {c for row in rows for c in row.figures if (f := facts.get((row.row, c))) and f.kind in SUMMED}
    )


def total_rows(rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """合计 = the rows above (or below, where it stands first); 小计 = the rows since the last; 总计 = 合计 and what follows."""
    if not rows:
        return
    if label_of_total(rows[0]) and not any(label_of_total(row) for row in rows[1:]):
        _assert_total(rows[0], rows[1:], facts, relations)
        return
    pending: list[RowReading] = []
    subtotals: list[RowReading] = []
    grand = [row for row in rows if "总计" in (label_of_total(row) or "")]
    led: list[RowReading] = []
    leads = any(
        _shown_to_lead(rows, at, facts)
        for at, row in enumerate(rows)
        if "小计" in (label_of_total(row) or "")
    )
    for at, row in enumerate(rows):
        label = label_of_total(row)
        if label is None:
            if row not in led:
                pending.append(row)
        elif "小计" in label and (following := _led_by(rows, at) or (_below(rows, at) if leads else [])):
            _assert_total(row, following, facts, relations)
            subtotals.append(row)
            led = following
        elif "小计" in label:
            _assert_total(row, pending, facts, relations)
            subtotals.append(row)
            pending = []
        else:
            _assert_total(row, [*subtotals, *pending], facts, relations)
            subtotals = [row] if grand and row is not grand[-1] else []
            pending = []


def whole_rows(rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """全年, 总支出: a row that names a whole without 合计, where at least one column bears that out."""
    if any(label_of_total(row) for row in rows):
        return
    marked = [at for at, row in enumerate(rows) if _WHOLE.fullmatch(normal(row.label))]
    for at in marked:
        above = rows[(max((m for m in marked if m < at), default=-1) + 1) : at]
        below = rows[at + 1 : min((m for m in marked if m > at), default=len(rows))]
        for parts in (above, below):
            if len(parts) >= 2:
                _assert_total(rows[at], parts, facts, relations, named=False)


def _led_by(rows: list[RowReading], at: int) -> list[RowReading]:
    """Return the rows that a 小计 at the head of its group adds up: those of its merged cell, where none stands above."""
    group = rows[at].labels[:-1]
    if not group or (at and rows[at - 1].labels[:-1] == group):
        return []
    following = []
    for row in rows[at + 1 :]:
        if row.labels[: len(group)] != group or label_of_total(row):
            break
        following.append(row)
    return following if len(following) >= 2 else []


def _below(rows: list[RowReading], at: int) -> list[RowReading]:
    """Return the rows below a 小计, up to the next total."""
    stop = next((n for n in range(at + 1, len(rows)) if label_of_total(rows[n])), len(rows))
    return rows[at + 1 : stop]


def _shown_to_lead(rows: list[RowReading], at: int, facts: dict[tuple[int, int], Fact]) -> bool:
    """Say whether a 小计 is in some column the sum of the rows below it, and in none of those above: the table's way."""
    start = next((n + 1 for n in range(at - 1, -1, -1) if label_of_total(rows[n])), 0)
    columns = _columns([rows[at]], facts)
    fits = [
        any(len(parts) > 1 and _fits_total(rows[at], parts, facts, column) for column in columns)
        for parts in (rows[start:at], _below(rows, at))
    ]
    return fits == [False, True]


def _assert_total(
    total: RowReading,
    parts: list[RowReading],
    facts: dict[tuple[int, int], Fact],
    relations: Relations,
    *,
    named: bool = True,
) -> None:
    """Hold a total row against its parts: the grouping of the rows above that most columns bear out.

    ``named``: its label says that it is one; another is taken for one only where a column shows it.
    """
    if len(parts) < 2:
        return
    columns = [c for c in _columns([total], facts) if not _AVERAGE.search(total.heads[c].words)]
    groupings = _groupings(parts, facts, columns)
    fitting = [{c for c in columns if _fits_total(total, rows, facts, c)} for rows in groupings]
    best = max(range(len(groupings)), key=lambda at: (len(fitting[at]), -at))
    clear = bool(fitting[best]) or (named and len(groupings) == 1)
    for column in columns:
        reading = _total_reading(total, groupings[best], facts, column, sure=clear)
        if reading is not None and (named or clear):
            relations.choose([reading])


def _total_reading(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int, *, sure: bool
) -> Reading | None:
    stated = facts[total.row, column]
    listed = [row for row in rows if row.figures]
    operands = [f for f in _column_facts(listed, facts, column) if _same_sort(f, stated)]
    if len(operands) < 2 and len(listed) > 1:
        return None
    return Reading(
        RelationKind.SUM, Operation.SUM, tuple(operands), stated, f"{total.label}＝上列各行之和", sure=sure
    )


def _fits_total(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int
) -> bool:
    reading = _total_reading(total, rows, facts, column, sure=False)
    return reading is not None and reading.holds()


def _groupings(
    rows: list[RowReading], facts: dict[tuple[int, int], Fact], columns: list[int]
) -> list[list[RowReading]]:
    """Return the sets of rows that a total may add up: the top level by numbering, all, or those that no row breaks up.

    Where only one is returned, nothing in the rows hints at levels.
    """
    found = [[*rows[:taken], *top_level(rows[taken:])]] if (taken := _subtotals(rows)) else [top_level(rows)]
    for other in (rows, _unbroken(rows, facts, columns)):
        if other not in found:
            found.append(other)
    return found


def _subtotals(rows: list[RowReading]) -> int:
    """Return how many subtotal rows lead the list; they have no level of their own."""
    return next((at for at, row in enumerate(rows) if not label_of_total(row)), len(rows))


def _unbroken(
    rows: list[RowReading], facts: dict[tuple[int, int], Fact], columns: list[int]
) -> list[RowReading]:
    """Leave out the rows that the row above them is the sum of in every column but one at most."""
    ends = list(range(1, len(rows) + 1))  # where the rows that break up each row end
    for at in range(len(rows) - 1, -1, -1):
        ends[at] = _end_of_parts(rows, at, ends, facts, columns)
    return _walk(rows, 0, len(rows), ends)


def _walk(rows: list[RowReading], start: int, stop: int, ends: list[int]) -> list[RowReading]:
    kept = []
    while start < stop:
        kept.append(rows[start])
        start = ends[start]
    return kept


def _end_of_parts(
    rows: list[RowReading],
    at: int,
    ends: list[int],
    facts: dict[tuple[int, int], Fact],
    columns: list[int],
) -> int:
    held = [c for c in columns if (rows[at].row, c) in facts]
    stop, parts = at + 1, 0
    while stop < len(rows) and parts < _MOST_PARTS:
        stop, parts = ends[stop], parts + 1
        if parts < 2:
            continue
        children = _walk(rows, at + 1, stop, ends)
        fits = sum(_fits_total(rows[at], children, facts, c) for c in held)
        if fits and fits >= len(held) - 1:
            return stop
    return at + 1


def _same_sort(fact: Fact, other: Fact) -> bool:
    mine, its = fact.quantity.unit, other.quantity.unit
    if mine is None or its is None:
        return mine is its
    return mine.dimension is its.dimension


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
        shown = [c for c in _columns([row], facts) if _is_shown_whole(row, children, facts, c)]
        for column in _columns([row], facts):
            stated = facts[row.row, column]
            operands = [f for f in _column_facts(children, facts, column) if _same_sort(f, stated)]
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
    reading = _total_reading(row, children, facts, column, sure=False)
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
