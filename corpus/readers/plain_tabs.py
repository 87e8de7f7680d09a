"""Rows whose cells are parted by single tabs, as Word saves a table as text: blank cells keep their tabs, so all are sure.

Tabs set by hand to line words up are not told from these line by line; only where all rows have the same number of them,
heads included, does each stand for the edge of a column.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document.raw import RawCell, RawTable, RawText
from corpus.readers.plain_kinds import TOTAL, Kind, columns_of, kind_of

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_SOON = 10
"""Within so many rows a table has a figure, or no use is made of it."""
_LONGEST_HEAD = 20


def tabbed_table(lines: Sequence[str], index: int) -> tuple[RawTable, int] | None:
    """Return the table whose heads begin here, and where it ends; None where tabs do not part its columns."""
    rows: list[list[str]] = []
    for at in range(index, len(lines)):
        row = [text.strip() for text in lines[at].split("\t")]
        if len(row) < _FEWEST_COLUMNS or not any(row) or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
        if not _are_heads(rows[0]) or (len(rows) == _SOON and not _holds_figures(rows[1:])):
            return None
    end = index + len(rows)
    cut = end < len(lines) and "\t" in lines[end].strip()
    if len(rows) < _FEWEST_ROWS or cut or not _holds_figures(rows[1:]):
        return None
    full = [row for row in rows[1:] if all(row)]
    name = columns_of(rows[0], full).name if full else 0
    cells = [
        RawCell(
            at,
            column,
            _height(rows, at, column) if at and column <= max(name - 1, 0) else 1,
            1,
            RawText(text),
        )
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]
    return RawTable(len(rows), len(rows[0]), tuple(cells), header_rows=1), end


def _are_heads(cells: Sequence[str]) -> bool:
    named = all(cells[1:]) and len(set(cells)) == len(cells)
    return named and all(
        len(cell) <= _LONGEST_HEAD and kind_of(cell) in (Kind.WORDS, Kind.VALUE) for cell in cells
    )


def _holds_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether some column but the first holds figures, and no row is one cell of text alone."""
    figures = any(kind_of(cell) is not Kind.WORDS for row in rows for cell in row[1:] if cell)
    return figures and all(sum(map(bool, row)) > 1 or row[0] for row in rows)


def _height(rows: Sequence[Sequence[str]], at: int, column: int) -> int:
    """Return how many rows a label stands beside: those below it that leave its column and all before it blank."""
    if TOTAL.fullmatch(rows[at][column]):
        return 1
    end = at + 1
    while end < len(rows) and not any(rows[end][: column + 1]):
        end += 1
    return end - at
