"""Lines of a table without vertical rules → its columns, heads and rows; a head over several columns spans them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.readers.pdf_cells import PADDING, Part, PartCell
from corpus.readers.pdf_heads import head_cells, places_of
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_page import Page, Rule
from corpus.readers.pdf_rows import Row, split_at

_GAP = 2.0
_CLOSER = 0.8
_MOST_HEADS = 6


def part_of_rows(
    page: Page, rows: Sequence[Row], rules: Sequence[float], partial: Sequence[Rule], *, fewest: int = 2
) -> Part | None:
    """Return the table that these lines are, or None where they fall into no columns.

    Shapes: ``rules`` are the heights of the horizontal rules from the top one to the bottom one, or empty;
    ``partial`` are rules below some of the heads only.
    """
    columns = _columns(rows) or _columns([row for row in rows if row.has_figures])
    if len(columns) < 2 or len(rows) < fewest:
        return None
    rows = [split_at(row, gutters_between(columns)) for row in rows]
    heads = _count_heads(rows, rules)
    cells, depth = head_cells(rows[:heads], columns, partial, _between(rows[heads:]))
    body = _body(rows[heads:], rules, len(columns))
    for number, group in enumerate(body, start=depth):
        cells += _cells(group, number, columns)
    for cell in cells:  # the column is as wide as its longest line
        cell.width = columns[cell.column + cell.column_span - 1][1] - columns[cell.column][0] + PADDING
    total = depth + len(body)
    top = min([*(row.top for row in rows), *rules[:1]])
    bottom = max([*(row.bottom for row in rows), *rules[-1:]])
    xs = _edges(columns)
    return Part(page, xs, total, top, bottom, _filled(cells, total, len(columns)), aligned=True)


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


def gutters_between(columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the stretches of width between neighbouring columns."""
    return [(left[1], right[0]) for left, right in pairwise(columns)]


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
            middle = (piece.x0 + piece.x1) / 2
            shared = [min(x1, piece.x1) - max(x0, piece.x0) for x0, x1 in columns]
            best = max(range(len(columns)), key=lambda n: (shared[n], -abs(sum(columns[n]) / 2 - middle)))
            held.setdefault(best, []).extend(piece.lines)
    return [
        PartCell(number, column, 1, 1, 0.0, sorted(lines, key=lambda line: (line.top, line.x0)))
        for column, lines in sorted(held.items())
    ]


def _filled(cells: list[PartCell], rows: int, columns: int) -> list[PartCell]:
    """Add the cells that hold nothing."""
    taken = {place for cell in cells for place in places_of(cell)}
    blank = [(r, c) for r in range(rows) for c in range(columns) if (r, c) not in taken]
    cells = cells + [PartCell(r, c, 1, 1, 0.0) for r, c in blank]
    return sorted(cells, key=lambda cell: (cell.row, cell.column))
