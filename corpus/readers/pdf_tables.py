"""Parts of tables → whole tables, over a page break: repeated heads dropped, broken rows and merged cells joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document.model import ReadMode
from corpus.document.raw import RawCell, RawTable
from corpus.readers.pdf_cells import Part, PartCell
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_rows import Row
from corpus.readers.pdf_rules import clustered

_SAME_EDGE = 3.0
_COMMON_EDGES = 0.6
_MOST_HEADS = 6
_FEWEST_LINES = 3
_FEWEST_SAME_HEADS = 4
_FIGURE = re.compile(r"[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


def continues(part: Part, following: Part) -> bool:
    """Say whether a part at the head of a page can go on with the table at the foot of the page before."""
    if part.aligned or following.aligned:
        return part.aligned and following.aligned and columns_agree(part, following)
    if abs(part.xs[0] - following.xs[0]) > _SAME_EDGE or abs(part.xs[-1] - following.xs[-1]) > _SAME_EDGE:
        return False
    fewer, more = sorted((part.xs, following.xs), key=len)
    common = sum(any(abs(x - other) <= _SAME_EDGE for other in more) for x in fewer[1:-1])
    return common >= _COMMON_EDGES * len(fewer[1:-1])


def columns_agree(part: Part, following: Part) -> bool:
    """Say whether two parts have the same columns; those of words have no exact edges, their middles must do."""
    if len(part.xs) != len(following.xs):
        return False
    middles = [(left + right) / 2 for left, right in pairwise(following.xs)]
    return all(
        left < middle < right for (left, right), middle in zip(pairwise(part.xs), middles, strict=True)
    )


def begins_above(rows: Sequence[Row], above: Sequence[Line]) -> bool:
    """Say whether a table at the head of a page goes on with rows that were not read as one: it has no heads, or theirs.

    ``above`` are the last lines of the page before, in no table.
    """
    if rows[0].has_figures:
        return rows[0].lines[0].page.number > 1
    text = "".join("".join(line.text.split()) for line in above)
    words = [piece.text for row in rows for piece in row.pieces if not row.has_figures][:_FEWEST_SAME_HEADS]
    return len(words) == _FEWEST_SAME_HEADS and sum(word in text for word in words) * 2 > len(words)


def table_of(parts: Sequence[Part]) -> RawTable:
    """Return the table that stands on consecutive pages in these parts."""
    edges = parts[0].xs if parts[0].aligned else clustered([x for part in parts for x in part.xs], _SAME_EDGE)
    columns = len(edges) - 1
    cells, rows, heads = _on_edges(parts[0], edges), parts[0].rows, 0
    for part in parts[1:]:
        below = _on_edges(part, edges)
        repeated, first = _repeated_rows(cells, rows, below, part.rows)
        heads = max(heads, repeated if first == 0 else 0)
        below = [replace(cell, row=cell.row - repeated) for cell in below if cell.row >= repeated]
        rows = _append(cells, rows, below, part.rows - repeated)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    raw = [_raw(cell, parts[0].page.number) for cell in cells]
    if parts[0].page.read is ReadMode.OCR:
        raw = _with_dashes(raw)
    return RawTable(
        rows=rows,
        columns=columns,
        cells=tuple(raw),
        page=parts[0].page.number,
        header_rows=heads or None,
        uncertain_spans=any(part.uncertain_spans for part in parts) or parts[0].goes_on,
    )


def _raw(cell: PartCell, page: int) -> RawCell:
    return RawCell(
        cell.row,
        cell.column,
        cell.row_span,
        cell.column_span,
        cell.body(),
        cell.lines[0].page.number if cell.lines else page,
    )


def _with_dashes(cells: Sequence[RawCell]) -> list[RawCell]:
    """Return the cells with 一 as the dash that it is where several of a row hold nothing else, or figures do above it."""
    ones = [cell for cell in cells if cell.body.text in ("一", "一一")]
    figures = {cell.column for cell in cells if _FIGURE.fullmatch(cell.body.text)}
    rows = Counter(cell.row for cell in ones)
    dashes = {id(cell) for cell in ones if rows[cell.row] > 1 or cell.column in figures}
    return [
        replace(cell, body=replace(cell.body, text="—" * len(cell.body.text))) if id(cell) in dashes else cell
        for cell in cells
    ]


def _on_edges(part: Part, edges: Sequence[float]) -> list[PartCell]:
    """Return the cells of a part with columns counted on the edges of the whole table."""

    def index(x: float) -> int:
        return min(range(len(edges)), key=lambda edge: abs(edges[edge] - x))

    columns = [index(x) for x in part.xs]
    return [
        replace(
            cell,
            column=columns[cell.column],
            column_span=columns[cell.column + cell.column_span] - columns[cell.column],
        )
        for cell in part.cells
    ]


def _repeated_rows(
    cells: Sequence[PartCell], rows: int, below: Sequence[PartCell], rows_below: int
) -> tuple[int, int]:
    """Return how many rows at the head of a part repeat earlier ones as heads, and where those begin."""
    mine = [_signature(below, row) for row in range(min(rows_below, _MOST_HEADS))]
    best = (0, 0)
    for first in range(rows):
        count = 0
        while (
            count < min(len(mine), rows_below - 1)
            and first + count < rows
            and mine[count] == _signature(cells, first + count)
        ):
            count += 1
        while count and any(row_end > count for row_end in _ends(below, count)):
            count -= 1  # a head is repeated whole
        if count > best[0] and _reads_as_head(mine[:count], first):
            best = (count, first)
    return best


def _signature(cells: Sequence[PartCell], row: int) -> tuple[tuple[int, int, int, str], ...]:
    found = ((c.column, c.column_span, c.row_span, c.text) for c in cells if c.row == row)
    return tuple(sorted(found))


def _ends(cells: Sequence[PartCell], count: int) -> list[int]:
    return [cell.end for cell in cells if cell.row < count]


def _reads_as_head(rows: Sequence[tuple[tuple[int, int, int, str], ...]], first: int) -> bool:
    texts = [text for row in rows for *_, text in row if text]
    labels = [text for text in texts if not any(char.isdigit() for char in text)]
    return bool(texts) and (first == 0 or (len(texts) >= 2 and len(labels) == len(texts)))


def _append(cells: list[PartCell], rows: int, below: list[PartCell], rows_below: int) -> int:
    """Add the rows of the next page; return how many rows the table has then."""
    first = sorted((cell for cell in below if cell.row == 0), key=lambda cell: cell.column)
    ending = {(cell.column, cell.column_span): cell for cell in cells if cell.end == rows}
    above = [ending.get((cell.column, cell.column_span)) for cell in first]
    broken = _is_broken_row(first, above)
    shift = rows - 1 if broken else rows
    going_on = set(range(len(first))) if broken else _going_on(first, above, [*cells, *below])
    for index, cell in enumerate(first):
        upper = above[index]
        if upper is not None and index in going_on:
            upper.row_span = shift + cell.end - upper.row
            upper.lines += cell.lines
    gone = {id(first[index]) for index in going_on}
    cells += [replace(cell, row=cell.row + shift) for cell in below if id(cell) not in gone]
    return shift + rows_below


def _is_broken_row(first: Sequence[PartCell], above: Sequence[PartCell | None]) -> bool:
    """Say whether the first row of a page is the rest of a row that did not fit on the page before.

    Then every text in it goes on from a full line above (or from nothing), and what was complete is blank. Short
    words that fill a narrow column look alike: so one text must be longer than two lines, or most cells blank.
    """
    longest = complete = going_on = 0
    for cell, upper in zip(first, above, strict=True):
        if upper is None:
            return False
        if cell.lines and upper.lines:
            if upper.fits(upper.lines[-1], cell.lines[0]) or _two_figures(upper.text, cell.text):
                return False
            longest = max(longest, len(cell.lines) + len(upper.lines))
            going_on += 1
        elif upper.lines:
            complete += 1
    mostly_blank = complete > max(going_on, 1) and not first[0].lines
    return complete > 0 and (longest >= _FEWEST_LINES or (longest > 0 and mostly_blank))


def _two_figures(first: str, second: str) -> bool:
    """Say whether two cells hold a figure each, and not one figure that was broken."""
    return all(_FIGURE.fullmatch(text) for text in (first, second)) and not _FIGURE.fullmatch(first + second)


def _going_on(
    first: Sequence[PartCell], above: Sequence[PartCell | None], cells: Sequence[PartCell]
) -> set[int]:
    """Return which cells of the first row are the lower part of a merged cell on the page before.

    They are blank; a blank cell that may be a value of its own (one row high, behind a text) stays one.
    """
    found: set[int] = set()
    if not any(cell.lines for cell in first):
        return found
    spanning = {cell.column for cell in cells if cell.row_span > 1}
    leading = True
    for index, (cell, upper) in enumerate(zip(first, above, strict=True)):
        leading = leading and not cell.lines
        if upper is None or cell.lines or not upper.lines:
            continue
        both = cell.row_span > 1 and upper.row_span > 1
        label = cell.column in spanning or index - 1 in found
        if both or (leading and (cell.row_span > 1 or upper.row_span > 1 or label)):
            found.add(index)
    return found
