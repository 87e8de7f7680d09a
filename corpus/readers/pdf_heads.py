"""Heads of a table without vertical rules: which columns each stands over, and how many rows they make.

Words that were broken over lines within one head stand closer than two rows of the table do. Then the lowest heads are
settled first: a head above stands over the widest run of those right below it in whose middle it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.readers.pdf_cells import PartCell
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_page import Rule
from corpus.readers.pdf_rows import Piece, Row

_OFF_CENTRE = 0.7
_CLOSER = 0.8
_WRAPPED = 0.5
_LEVEL = 0.3

Reach = tuple[int, int]
"""The first and the last column that a head stands over."""


@dataclass(slots=True)
class _Span:
    """A head: the columns that it stands over, its lines, and how many heads stand above it."""

    first: int
    last: int
    lines: list[Line] = field(default_factory=list)
    level: int = 0

    def holds(self, other: _Span) -> bool:
        """Say whether another head stands within the columns of this one."""
        return self.first <= other.first and self.last >= other.last


def head_cells(
    rows: Sequence[Row],
    columns: Sequence[tuple[float, float]],
    partial: Sequence[Rule],
    between: float,
) -> tuple[list[PartCell], int]:
    """Return the cells of the heads and how many rows they make.

    Shapes: ``columns`` are the stretches of width that the rows below fill; ``partial`` are rules below some of the
    heads only; ``between`` is the least distance of two rows of the table, 0 where it is not known.
    """
    pieces = _blocks((line for row in rows for piece in row.pieces for line in piece.lines), between)
    spans: list[_Span] = []
    for piece, (first, last) in zip(pieces, _reaches(pieces, columns, partial, between), strict=True):
        same = next((s for s in reversed(spans) if (s.first, s.last) == (first, last)), None)
        if same is not None and not _are_rows(same.lines[-1].bottom, piece, between):
            same.lines += piece.lines
        else:
            spans.append(_Span(first, last, list(piece.lines)))
    for at, span in enumerate(spans):
        span.level = sum(
            other.holds(span) and (n < at or not span.holds(other))
            for n, other in enumerate(spans)
            if n != at
        )
    depth = 1 + max((span.level for span in spans), default=-1)
    cells: list[PartCell] = []
    for span in spans:
        has_below = any(span.holds(other) and other.level > span.level for other in spans)
        high = 1 if has_below else depth - span.level
        cells.append(PartCell(span.level, span.first, high, span.last - span.first + 1, 0.0, span.lines))
    return _apart(cells), depth


def _are_rows(bottom: float, lower: Piece, between: float) -> bool:
    """Say whether a head stands as far below another as the rows of the table are apart, and not only wrapped."""
    return between > _LEVEL * lower.size and lower.top - bottom >= _CLOSER * between


def _blocks(lines: Iterable[Line], between: float) -> list[Piece]:
    """Return the heads from top to bottom, those that were broken over close lines put together."""
    found: list[Piece] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        close = min(_CLOSER * between, _WRAPPED * line.size)
        above = next((n for n, piece in enumerate(found) if _goes_on(piece, line, close)), None)
        if above is None:
            found.append(Piece((line,), line.x0, line.x1))
        else:
            upper = found[above]
            found[above] = Piece((*upper.lines, line), min(upper.x0, line.x0), max(upper.x1, line.x1))
    return sorted(found, key=lambda piece: (piece.top, piece.x0))


def _goes_on(upper: Piece, line: Line, close: float) -> bool:
    last = upper.lines[-1]
    off = min(abs((last.x0 + last.x1) - (line.x0 + line.x1)) / 2, abs(last.x0 - line.x0))
    return -_LEVEL * line.size <= line.top - last.bottom < close and off < _LEVEL * line.size


def _reaches(
    pieces: Sequence[Piece], columns: Sequence[tuple[float, float]], partial: Sequence[Rule], between: float
) -> list[Reach]:
    """Return the columns that every head stands over, the lowest heads first settled. Shapes: from top to bottom."""
    least = min([between, *_gaps(pieces)]) * _CLOSER - 1
    found: dict[int, Reach] = {}
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        below = [n for n in range(index + 1, len(pieces)) if pieces[n].top - piece.bottom > least]
        beside = [p for p in pieces if p is not piece and abs(p.top - piece.top) < piece.size]
        under = [pieces[n] for n in below]
        reach = _underlined(piece, columns, [*under, *beside], partial)
        if reach is None:
            level = [n for n in range(index + 1, len(pieces)) if n not in below]
            taken = {column for n in level for column in _span(found[n])}
            rivals = [p for p in beside if any(p.x0 < q.x1 and q.x0 < p.x1 for q in under)]
            groups = [n for n in _topmost(below, found) if not taken & set(_span(found[n]))]
            groups = [n for n in groups if _is_nearest(piece, pieces[n], rivals)]
            reach = _range(piece, columns, under)
            reach = _over(piece, reach, _hanging(groups, below, pieces, found), columns)
        found[index] = _set_left(index, pieces, found, reach, below)
    return [found[index] for index in range(len(pieces))]


def _set_left(
    index: int, pieces: Sequence[Piece], found: dict[int, Reach], reach: Reach, below: Sequence[int]
) -> Reach:
    """Return the reach of a head that is set at the left of its columns: up to the next that has a head above it.

    What stands as high as the head right below this one, with none above it, would hang in the air.
    """
    piece = pieces[index]
    first = next((n for n in below if set(_span(found[n])) & set(_span(reach))), None)
    near = _LEVEL * piece.size
    if first is None or found[first][0] != reach[0] or abs(pieces[first].x0 - piece.x0) > near:
        return reach
    beside = [p for p in pieces if p.top - piece.bottom < 0 and p.x0 > piece.x0]
    end = min((p.x0 for p in beside), default=float("inf"))
    last = reach[1]
    tops = {column: n for n in sorted(below, reverse=True) for column in _span(found[n])}
    while (n := tops.get(last + 1)) is not None and pieces[n].x1 < end:
        if abs(pieces[n].middle - pieces[first].middle) > near:
            break
        last = found[n][1]
    return reach[0], last


def _gaps(pieces: Sequence[Piece]) -> list[float]:
    """Return the distances of heads that stand one right below the other."""
    return [
        lower.top - upper.bottom
        for upper in pieces
        for lower in pieces
        if lower.top >= upper.bottom and upper.x0 < lower.x1 and lower.x0 < upper.x1
    ]


def _topmost(below: Sequence[int], found: dict[int, Reach]) -> list[int]:
    """Return of the heads below one those that have no other between them and it."""
    taken: set[int] = set()
    first: list[int] = []
    for n in below:
        if not taken & set(_span(found[n])):
            first.append(n)
        taken |= set(_span(found[n]))
    return first


def _hanging(
    groups: Sequence[int], below: Sequence[int], pieces: Sequence[Piece], found: dict[int, Reach]
) -> list[Reach]:
    """Return of the heads that may stand below one those that surely stand below some head.

    Where heads are of three rows, one beside them is set in the middle of them all, at the height of the second row;
    what belongs to that row has heads below it, or is set lower. Where nothing tells them apart, it is all of them.
    """
    highest = min((pieces[n].middle for n in groups), default=0.0)
    sure = [
        n
        for n in groups
        if pieces[n].middle > highest + _LEVEL * pieces[n].size
        or any(m != n and set(_span(found[m])) <= set(_span(found[n])) for m in below)
    ]
    return sorted({found[n] for n in sure or groups})


def _span(reach: Reach) -> range:
    return range(reach[0], reach[1] + 1)


def _is_nearest(piece: Piece, lower: Piece, rivals: Sequence[Piece]) -> bool:
    middle = (lower.x0 + lower.x1) / 2
    distance = abs((piece.x0 + piece.x1) / 2 - middle)
    return all(
        abs((other.x0 + other.x1) / 2 - middle) > distance
        for other in rivals
        if abs(other.top - piece.top) < _LEVEL * piece.size
    )


def _over(
    piece: Piece,
    reach: Reach,
    groups: Sequence[Reach],
    columns: Sequence[tuple[float, float]],
) -> Reach:
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
        places = places_of(cell)
        if places & taken:
            cell.row_span = cell.column_span = 1
            places = places_of(cell)
            if places & taken:
                other = next(c for c in found if places & places_of(c))
                other.lines += cell.lines
                continue
        taken |= places
        found.append(cell)
    return found


def places_of(cell: PartCell) -> set[tuple[int, int]]:
    return {(cell.row + r, cell.column + c) for r in range(cell.row_span) for c in range(cell.column_span)}


def _underlined(
    piece: Piece, columns: Sequence[tuple[float, float]], below: Sequence[Piece], partial: Sequence[Rule]
) -> Reach | None:
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


def _range(piece: Piece, columns: Sequence[tuple[float, float]], below: Sequence[Piece]) -> Reach:
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
    set_left = abs(columns[first][0] - piece.x0) <= _LEVEL * piece.size
    if first != last or off <= near or set_left:
        return first, last
    ranges = [
        (max(distance, near), right - left, left, right)
        for left in range(first + 1)
        for right in range(last, len(columns))
        if left < right and set(range(left, right + 1)) <= under
        if (distance := abs((columns[left][0] + columns[right][1]) / 2 - middle)) < off - 1
    ]
    return min(ranges)[2:] if ranges else (first, last)
