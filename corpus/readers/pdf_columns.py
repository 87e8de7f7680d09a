"""Lines of a table without vertical rules → its columns, heads and rows; a head over several columns spans them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document.table_heads import is_figure
from corpus.readers.pdf_cells import PADDING, Part, PartCell
from corpus.readers.pdf_heads import head_cells, places_of
from corpus.readers.pdf_labels import MergedLabels, column_of, merged_labels
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_merged import Above
from corpus.readers.pdf_page import Page, Rule
from corpus.readers.pdf_rows import Row, gutters_between, row_of, split_at
from corpus.readers.plain_kinds import TOTAL

_GAP = 2.0
_CLOSER = 0.8
_MOST_HEADS = 6
_RULES_OF_THREE = 3
_SAME_PLACE = 0.5
_FEWEST_CLASSES = 2
_WRAPPED = 0.5
_REST = re.compile("[0-9]{1,4}[%％]?")
_BROKEN = re.compile(r"[-−]?[0-9][0-9,]*\.[0-9]*")


def part_of_rows(
    page: Page,
    rows: Sequence[Row],
    rules: Sequence[float],
    partial: Sequence[Rule],
    *,
    fewest: int = 2,
    before: Part | None = None,
    at_head: bool = False,
) -> Part | None:
    """Return the table that these lines are, or None where they fall into no columns.

    Shapes: ``rules`` are the heights of the horizontal rules from the top one to the bottom one, or empty;
    ``partial`` are rules below some of the heads only; ``before`` is the table that these may go on with,
    ``at_head`` says that they are the first on their page.
    """
    rows = rows if rules else _whole(rows)
    columns = _columns_before(rows, before) if before is not None and rows[0].has_figures else []
    shown = _columns(rows) or _columns([row for row in rows if row.has_figures])
    headed = _columns_of_heads(rows)
    columns = columns or (headed if len(headed) > len(shown) else shown)
    if len(columns) < 2 or len(rows) < fewest:
        return None
    rows = [split_at(row, gutters_between(columns)) for row in rows]
    heads = _count_heads(rows, rules)
    merged = merged_labels(rows, heads, columns) if len(rules) <= _RULES_OF_THREE else MergedLabels(heads)
    heads = merged.heads
    cells, depth = head_cells(rows[:heads], columns, partial, _between(rows[heads:]))
    body = _body(merged.without(rows[heads:], columns), rules, len(columns) - len(merged.labels))
    for number, group in enumerate(body, start=depth):
        cells += _cells(group, number, columns)
    above = Above(rows[heads - 1].bottom if heads else None, open=at_head and page.number > 1)
    labels, sure = merged.cells(body, above, columns)
    labels = [replace(cell, row=cell.row + depth) for cell in labels]
    cells += labels
    if merged.labels:
        _widen_totals([cell for cell in cells if cell.row >= depth])
        _merge_beside(labels, [cell for cell in cells if cell.row >= depth], depth)
    for cell in cells:  # the column is as wide as its longest line
        cell.width = columns[cell.column + cell.column_span - 1][1] - columns[cell.column][0] + PADDING
    total = depth + len(body)
    top = min([*(row.top for row in rows), *rules[:1]])
    bottom = max([*(row.bottom for row in rows), *rules[-1:]])
    xs = _edges(columns)
    filled = _filled(cells, total, len(columns))
    goes_on = any(not cell.lines for cell in labels)
    return Part(page, xs, total, top, bottom, filled, aligned=True, uncertain_spans=not sure, goes_on=goes_on)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the stretches of width that the fullest rows fill, one a column."""
    if not rows:
        return []
    counts = Counter(len(row.pieces) for row in rows)
    often = [count for count, times in counts.items() if times >= 2]
    most = max(often or counts)
    spans = sorted((p.x0, p.x1) for row in rows if len(row.pieces) == most for p in row.pieces)
    found: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if found and x0 <= found[-1][1] + _GAP:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found if len(found) == most else []


def _columns_of_heads(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the columns below the heads of one line where no two rows below fill them all: labels cover several rows.

    What stands below a head is centred under it, or set at its left or right.
    """
    heads = [n for n, row in enumerate(rows[:-1]) if not row.has_figures and rows[n + 1].has_figures]
    if not heads:
        return []
    at = max(heads, key=lambda n: (len(rows[n].pieces), n))
    full = [row for n, row in enumerate(rows) if n != at and len(row.pieces) >= len(rows[at].pieces)]
    if len(full) > 1 or any(len(piece.lines) > 1 for piece in rows[at].pieces):
        return []
    spans = [(piece.x0, piece.x1) for piece in rows[at].pieces]
    found, filled = list(spans), set[int]()
    for piece in (piece for row in rows[at + 1 :] for piece in row.pieces):
        over = [n for n, (x0, x1) in enumerate(spans) if x0 < piece.x1 and piece.x0 < x1]
        if len(over) != 1:
            continue
        x0, x1 = spans[over[0]]
        near = _SAME_PLACE * piece.size
        if min(abs(piece.x0 - x0), abs(piece.x1 - x1), abs(piece.x0 + piece.x1 - x0 - x1) / 2) <= near:
            left, right = found[over[0]]
            found[over[0]] = min(left, piece.x0), max(right, piece.x1)
            filled.add(over[0])
    apart = all(right[0] - left[1] > _GAP for left, right in pairwise(found))
    return found if apart and len(filled) == len(found) else []


def _columns_before(rows: Sequence[Row], before: Part) -> list[tuple[float, float]]:
    """Return the columns of the table before where these rows have more than they show by themselves."""
    gutters = [(x - _GAP, x + _GAP) for x in before.xs[1:-1]]
    pieces = [piece for row in rows for piece in split_at(row, gutters).pieces]
    found: list[tuple[float, float]] = []
    for left, right in pairwise(before.xs):
        own = [
            p
            for p in pieces
            if left - p.size <= p.x0 and p.x1 <= right + p.size and left < (p.x0 + p.x1) / 2 < right
        ]
        found.append((min(p.x0 for p in own), max(p.x1 for p in own)) if own else (left + _GAP, right - _GAP))
    apart = all(right[0] - left[1] > _GAP for left, right in pairwise(found))
    return found if apart and len(found) > len(_columns(rows)) else []


def _edges(columns: Sequence[tuple[float, float]]) -> list[float]:
    between = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    return [columns[0][0], *between, columns[-1][1]]


def _count_heads(rows: Sequence[Row], rules: Sequence[float]) -> int:
    """Return how many leading lines are heads: those above the one rule that parts them, else those above figures."""
    first = next((n for n, row in enumerate(rows) if row.has_figures), None)
    if len(rules) == 3 or (len(rules) > 3 and first is None):
        above = sum(row.middle < rules[1] for row in rows)
        if 0 < above < len(rows) and (first is None or above <= first):
            return above
    return first if first is not None and first <= _MOST_HEADS else 0


def _between(rows: Sequence[Row]) -> float:
    """Return the least distance of two neighbouring rows of figures, 0 where there are no two."""
    gaps = [
        lower.top - upper.bottom for upper, lower in pairwise(rows) if upper.has_figures and lower.has_figures
    ]
    return max(min(gaps, default=0.0), 0.0)


def _body(rows: Sequence[Row], rules: Sequence[float], columns: int) -> list[list[Row]]:
    """Return the lines of every row: those between two rules where each row has its own, else by their distance."""
    if len(rules) > 3:
        bands = [[r for r in rows if upper <= r.middle <= lower] for upper, lower in pairwise(rules)]
        bands = [band for band in bands if band]
        if sum(map(len, bands)) == len(rows) and all(_is_one_row(band) for band in bands):
            return bands
    found: list[list[Row]] = []
    for index, row in enumerate(rows):
        if found and not _is_full(row, columns):
            above = row.top - rows[index - 1].bottom
            below = rows[index + 1].top - row.bottom if index + 1 < len(rows) else None
            if below is None or above < _CLOSER * below:
                found[-1].append(row)
                continue
        if found and not _is_full(found[-1][-1], columns) and len(found[-1]) == 1 and _is_full(row, columns):
            above = row.top - rows[index - 1].bottom
            before = rows[index - 1].top - rows[index - 2].bottom if index >= 2 else None
            if before is not None and above < _CLOSER * before:
                found[-1].append(row)
                continue
        found.append([row])
    return found


def _is_one_row(band: Sequence[Row]) -> bool:
    return sum(row.has_figures for row in band) <= 1


def _is_full(row: Row, columns: int) -> bool:
    return row.has_figures or len(row.pieces) * 2 > columns


def _cells(group: Sequence[Row], number: int, columns: Sequence[tuple[float, float]]) -> list[PartCell]:
    held: dict[int, list[Line]] = {}
    for row in group:
        for piece in row.pieces:
            held.setdefault(column_of(piece, columns), []).extend(piece.lines)
    return [
        PartCell(number, column, 1, 1, 0.0, sorted(lines, key=lambda line: (line.top, line.x0)))
        for column, lines in sorted(held.items())
    ]


def _widen_totals(cells: Sequence[PartCell]) -> None:
    """Let the words of a total stand over the columns to their left, where these hold nothing."""
    for cell in cells:
        if cell.column and cell.row_span == 1 and TOTAL.fullmatch(cell.text):
            beside = [c for c in cells if c.row <= cell.row < c.end and c.column < cell.column]
            first = max((c.column + c.column_span for c in beside), default=0)
            cell.column, cell.column_span = first, cell.column + cell.column_span - first


def _merge_beside(labels: Sequence[PartCell], cells: Sequence[PartCell], depth: int) -> None:
    """Merge the figures of whole classes further right, one for every label of several rows, as the labels are.

    Each stands in the first row of its label, or each in the middle one.
    """
    outer = min((cell.column for cell in labels), default=0)
    spans = [(cell.row, cell.end) for cell in labels if cell.column == outer and cell.lines]
    if sum(stop - first > 1 for first, stop in spans) < _FEWEST_CLASSES:
        return
    inner = max(cell.column + cell.column_span for cell in labels)
    for column in {cell.column for cell in cells if cell.column >= inner}:
        own = {cell.row: cell for cell in cells if cell.column == column and cell.lines}
        held = [[row for row in own if first <= row < stop] for first, stop in spans]
        if any(len(rows) != 1 for rows in held) or not all(is_figure(cell.text) for cell in own.values()):
            continue
        at_top = all(rows[0] == first for rows, (first, _) in zip(held, spans, strict=True))
        middle = all(2 * rows[0] == first + stop - 1 for rows, (first, stop) in zip(held, spans, strict=True))
        if at_top or middle:
            for rows, (first, stop) in zip(held, spans, strict=True):
                own[rows[0]].row, own[rows[0]].row_span = first, stop - first


def _whole(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, the figures whole that were broken over two close lines in narrow columns."""
    gaps = [lower.top - upper.bottom for upper, lower in pairwise(rows)]
    found: list[Row] = []
    for row in rows:
        if found and _goes_on(found[-1], row, max(gaps)):
            found[-1] = row_of((*found[-1].lines, *row.lines))
        else:
            found.append(row)
    return found


def _goes_on(upper: Row, row: Row, far: float) -> bool:
    gap = row.top - upper.bottom
    if gap >= _CLOSER * far or gap >= _WRAPPED * row.size or row.pieces[0].x0 < upper.pieces[0].x1:
        return False
    return all(
        _REST.fullmatch(piece.text)
        and any(_BROKEN.fullmatch(p.text) and p.x0 < piece.x1 and piece.x0 < p.x1 for p in upper.pieces)
        for piece in row.pieces
    )


def _filled(cells: list[PartCell], rows: int, columns: int) -> list[PartCell]:
    """Add the cells that hold nothing."""
    taken = {place for cell in cells for place in places_of(cell)}
    blank = [(r, c) for r in range(rows) for c in range(columns) if (r, c) not in taken]
    cells = cells + [PartCell(r, c, 1, 1, 0.0) for r, c in blank]
    return sorted(cells, key=lambda cell: (cell.row, cell.column))
