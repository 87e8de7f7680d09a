"""Lines of a table without vertical rules → its columns, heads and rows; a head over several columns spans them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.readers.pdf_cells import PADDING, Part, PartCell
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_page import Page, Rule
from corpus.readers.pdf_rows import Row, split_at

_GAP = 2.0
_OFF_CENTRE = 0.7
_CLOSER = 0.8
_MOST_HEADS = 6
_LEVEL = 0.3


@dataclass(slots=True)
class _Span:
    """A head: the columns that it stands over, its lines, and how many wider heads stand above it."""

    first: int
    last: int
    lines: list[Line] = field(default_factory=list)
    level: int = 0


def part_of_rows(
    page: Page, rows: Sequence[Row], rules: Sequence[float], partial: Sequence[Rule], *, fewest: int = 2
) -> Part | None:
    """Return the table that these lines are, or None where they fall into no columns.

    Shapes: ``rules`` are the heights of the horizontal rules from the top one to the bottom one, or empty;
    ``partial`` are rules below some of the heads only.
    """
    columns = _columns(rows)
    if len(columns) < 2 or len(rows) < fewest:
        return None
    rows = [split_at(row, gutters_between(columns)) for row in rows]
    heads = _count_heads(rows, rules)
    cells, depth = _heads(rows[:heads], columns, partial)
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


def _heads(
    rows: Sequence[Row], columns: Sequence[tuple[float, float]], partial: Sequence[Rule]
) -> tuple[list[PartCell], int]:
    """Return the cells of the heads and how many rows they make."""
    pieces = sorted(
        (p for row in rows for piece in row.pieces for p in piece.lines), key=lambda p: (p.top, p.x0)
    )
    spans: list[_Span] = []
    reaches = _reaches(pieces, columns, partial)
    for piece, (first, last) in zip(pieces, reaches, strict=True):
        same = next((s for s in spans if (s.first, s.last) == (first, last)), None)
        if same is not None:
            same.lines.append(piece)
        else:
            spans.append(_Span(first, last, [piece]))
    for span in spans:
        wider = [o for o in spans if o.first <= span.first and o.last >= span.last and o is not span]
        span.level = len(wider)
    depth = 1 + max((span.level for span in spans), default=-1)
    cells: list[PartCell] = []
    for span in spans:
        wide = span.last - span.first + 1
        has_below = any(o.first >= span.first and o.last <= span.last and o.level > span.level for o in spans)
        high = 1 if has_below else depth - span.level
        cells.append(PartCell(span.level, span.first, high, wide, 0.0, span.lines))
    return _apart(cells), depth


def _reaches(
    pieces: Sequence[Line], columns: Sequence[tuple[float, float]], partial: Sequence[Rule]
) -> list[tuple[int, int]]:
    """Return the columns that every head stands over, the lowest heads first settled. Shapes: from top to bottom."""
    found: dict[int, tuple[int, int]] = {}
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        below = [n for n in range(index + 1, len(pieces)) if pieces[n].top > piece.bottom - 1]
        beside = [p for p in pieces if p is not piece and abs(p.top - piece.top) < piece.size]
        under = [pieces[n] for n in below]
        reach = _underlined(piece, columns, [*under, *beside], partial)
        if reach is None:
            reach = _range(piece, columns, under)
            right_below = next((pieces[n] for n in below if set(_span(found[n])) & set(_span(reach))), piece)
            next_row = [n for n in below if abs(pieces[n].top - right_below.top) < _LEVEL * piece.size]
            deeper = {column for n in below if n not in next_row for column in _span(found[n])}
            rivals = [p for p in beside if any(p.x0 < q.x1 and q.x0 < p.x1 for q in under)]
            groups = [found[n] for n in next_row if _is_nearest(piece, pieces[n], rivals)]
            parted = [group for group in groups if deeper & set(_span(group))]
            reach = _over(piece, reach, sorted(set(parted or groups)), columns)
        found[index] = reach
    return [found[index] for index in range(len(pieces))]


def _span(reach: tuple[int, int]) -> range:
    return range(reach[0], reach[1] + 1)


def _is_nearest(piece: Line, lower: Line, rivals: Sequence[Line]) -> bool:
    middle = (lower.x0 + lower.x1) / 2
    distance = abs((piece.x0 + piece.x1) / 2 - middle)
    return all(
        abs((other.x0 + other.x1) / 2 - middle) > distance
        for other in rivals
        if abs(other.top - piece.top) < _LEVEL * piece.size
    )


def _over(
    piece: Line,
    reach: tuple[int, int],
    groups: Sequence[tuple[int, int]],
    columns: Sequence[tuple[float, float]],
) -> tuple[int, int]:
    """Return the widest run of heads right below in whose middle a head stands, else its own ``reach``.

    The heads below are at one height: were this one the first line of a taller head, those beside it would be set in
    the middle, not beside its last line.
    """
    middle, near = (piece.x0 + piece.x1) / 2, _OFF_CENTRE * piece.size
    best = reach
    for start, group in enumerate(groups):
        end = group[0] - 1
        for other in groups[start:]:
            if other[0] != end + 1:
                break
            end = other[1]
            centred = abs((columns[group[0]][0] + columns[end][1]) / 2 - middle) <= near
            if centred and group[0] <= reach[0] and end >= reach[1] and end - group[0] > best[1] - best[0]:
                best = (group[0], end)
    return best


def _apart(cells: list[PartCell]) -> list[PartCell]:
    """Keep what does not overlap: a head whose reach was judged wrongly is cut to its first column."""
    found: list[PartCell] = []
    taken: set[tuple[int, int]] = set()
    for cell in sorted(cells, key=lambda c: (-c.column_span, c.row, c.column)):
        places = _places(cell)
        if places & taken:
            cell.row_span = cell.column_span = 1
            places = _places(cell)
            if places & taken:
                other = next(c for c in found if places & _places(c))
                other.lines += cell.lines
                continue
        taken |= places
        found.append(cell)
    return found


def _places(cell: PartCell) -> set[tuple[int, int]]:
    return {(cell.row + r, cell.column + c) for r in range(cell.row_span) for c in range(cell.column_span)}


def _underlined(
    piece: Line, columns: Sequence[tuple[float, float]], below: Sequence[Line], partial: Sequence[Rule]
) -> tuple[int, int] | None:
    """Return the columns that a rule right below a head stands over, or None where there is no such rule.

    ``below`` are the heads beside and below it; a rule that stands under two of them says nothing.
    """
    for rule in partial:
        over = [n for n, (x0, x1) in enumerate(columns) if rule.start < (x0 + x1) / 2 < rule.end]
        near = piece.bottom - 2 <= rule.at <= piece.bottom + 2 * piece.size
        between = any(p.bottom - 2 < rule.at and p.x1 > rule.start and p.x0 < rule.end for p in below)
        if over and near and not between and rule.start - 1 <= piece.x0 and piece.x1 <= rule.end + 1:
            return over[0], over[-1]
    return None


def _range(piece: Line, columns: Sequence[tuple[float, float]], below: Sequence[Line]) -> tuple[int, int]:
    """Return the first and the last column that a head stands over.

    It stands over more columns than it touches where words below it stand under its sides and it is in their middle.
    """
    touched = [n for n, (x0, x1) in enumerate(columns) if min(x1, piece.x1) - max(x0, piece.x0) > 0]
    middle = (piece.x0 + piece.x1) / 2
    nearest = min(range(len(columns)), key=lambda n: abs(sum(columns[n]) / 2 - middle))
    first, last = (touched[0], touched[-1]) if touched else (nearest, nearest)
    under = {n for n, column in enumerate(columns) for p in below if p.x0 < column[1] and p.x1 > column[0]}
    off = abs((columns[first][0] + columns[last][1]) / 2 - middle)
    near = _OFF_CENTRE * piece.size
    if first != last or off <= near:
        return first, last
    ranges = [
        (max(distance, near), right - left, left, right)
        for left in range(first + 1)
        for right in range(last, len(columns))
        if left < right and set(range(left, right + 1)) <= under
        if (distance := abs((columns[left][0] + columns[right][1]) / 2 - middle)) < off - 1
    ]
    return min(ranges)[2:] if ranges else (first, last)


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
    taken = {place for cell in cells for place in _places(cell)}
    blank = [(r, c) for r in range(rows) for c in range(columns) if (r, c) not in taken]
    cells = cells + [PartCell(r, c, 1, 1, 0.0) for r, c in blank]
    return sorted(cells, key=lambda cell: (cell.row, cell.column))
