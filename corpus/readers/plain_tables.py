"""Rows of a flattened table, one a line → the table again, where heads and figures leave no doubt of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document.raw import RawCell, RawParagraph, RawTable, RawText
from corpus.document.table_heads import is_figure

_BLANKS = ("-", "—", "–", "－", "/")
_FEWEST = 3
_MOST_HEADS = 2


def rebuilt(paragraphs: Sequence[str]) -> list[RawParagraph | RawTable]:
    """Return the paragraphs, with tables in place of the lines that were their rows."""
    found: list[RawParagraph | RawTable] = []
    index = 0
    while index < len(paragraphs):
        made = _table_at(paragraphs, index)
        if made is None:
            found.append(RawParagraph(RawText(paragraphs[index])))
            index += 1
        else:
            table, index = made
            found.append(table)
    return found


def _table_at(paragraphs: Sequence[str], index: int) -> tuple[RawTable, int] | None:
    """Return the table whose heads begin here, and where it ends; None where there is none, or any doubt."""
    heads: list[list[str]] = []
    while index + len(heads) < len(paragraphs) and len(heads) < _MOST_HEADS:
        tokens = paragraphs[index + len(heads)].split()
        if len(tokens) < _FEWEST or any(char.isdigit() for token in tokens for char in token):
            break
        heads.append(tokens)
    first = index + len(heads)
    rows: list[list[str]] = []
    while first + len(rows) < len(paragraphs) and _is_figures(paragraphs[first + len(rows)].split()):
        rows.append(paragraphs[first + len(rows)].split())
    if not heads or not rows or len({len(row) for row in rows}) != 1:
        return None
    columns = len(rows[0])
    cells = _heads(heads, columns, labelled=not is_figure(rows[0][0]))
    if cells is None:
        return None
    for number, row in enumerate(rows, start=len(heads)):
        cells += [RawCell(number, column, 1, 1, RawText(text)) for column, text in enumerate(row)]
    return RawTable(len(heads) + len(rows), columns, tuple(cells), header_rows=len(heads)), first + len(rows)


def _is_figures(tokens: Sequence[str]) -> bool:
    """Say whether a line is a label, or nothing, and figures."""
    return len(tokens) >= _FEWEST and all(is_figure(token) or token in _BLANKS for token in tokens[1:])


def _heads(heads: Sequence[Sequence[str]], columns: int, *, labelled: bool) -> list[RawCell] | None:
    """Return the cells of the heads; an upper row stands evenly over the lower one, or the columns are in doubt."""
    lowest = list(heads[-1])
    if labelled and len(lowest) == columns - 1:
        lowest = ["", *lowest]
    if len(lowest) != columns:
        return None
    cells = [RawCell(len(heads) - 1, column, 1, 1, RawText(text)) for column, text in enumerate(lowest)]
    if len(heads) == 2:
        upper = heads[0]
        wide, rest = divmod(columns, len(upper))
        if labelled or rest or wide < 2:
            return None
        cells = [RawCell(0, n * wide, 1, wide, RawText(text)) for n, text in enumerate(upper)] + cells
    return cells
