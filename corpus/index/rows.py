"""Table rows → chunks: each row with its caption, its label and the heads of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document.evidence import Locator
from corpus.document.model import Block, Cell, Table
from corpus.index.pieces import TARGET, Chunk, ChunkKind, chunk_id, path_words, split

_NUMBER = re.compile(r"[-－+]?[\d０-９][\d０-９,，.．]*\s*[%％‰]?(?:[万亿]?元|分|人|个|项)?")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年度?")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\s*年?")
_LETTER = re.compile(r"[^\W\d_]")
_SHORT_HEAD = 14
_LABEL_CELLS = 3
_LABEL_LENGTH = 30

Row = list[Cell | None]


def row_chunks(block: Block, locator: Locator) -> Iterator[Chunk]:
    """Yield one chunk a row below the heads; a row of long cells is cut into several with the same label."""
    table = block.table
    if table is None:
        return
    grid = table.grid()
    heads = _stated_heads(table, grid)
    above = " | ".join(words for words in (path_words(block.section), _title(table)) if words)
    for number in range(table.header_rows, table.rows):
        row = grid[number]
        label = _label(row)
        for start, end, words in _pieces(row, number, heads, locator.document.text):
            text = " | ".join(part for part in (above, label) if part) + f"\n{words}"
            evidence = locator.evidence(start, end, table=table.caption, row=label)
            yield Chunk(chunk_id(locator.document, start, text), ChunkKind.ROW, text, evidence)
        heads = _band(row, number) or heads


def _title(table: Table) -> str:
    unit = f"（单位：{table.unit}）" if table.unit else ""
    return f"{table.caption or ''}{unit}"


def _distinct(row: Row) -> list[Cell]:
    """Return the filled cells of a row, a cell that covers several columns once."""
    cells: list[Cell] = []
    for cell in row:
        if cell is not None and cell.text.strip() and (not cells or cells[-1] is not cell):
            cells.append(cell)
    return cells


def _words(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _stated_heads(table: Table, grid: Sequence[Row]) -> dict[int, str]:
    """Return the head of each column, heads of several rows joined; a line over the whole width is none."""
    heads: dict[int, str] = {}
    for column in range(table.columns):
        names: list[str] = []
        for row in grid[: table.header_rows]:
            cell = row[column]
            if cell is not None and cell.column_span < table.columns and _words(cell) not in ("", *names):
                names.append(_words(cell))
        heads[column] = "·".join(names)
    return heads


def _band(row: Row, number: int) -> dict[int, str] | None:
    """Return the heads that a row inside a form gives to the rows below it, or None for a row of values."""
    cells = [cell for cell in _distinct(row) if cell.row == number]
    if len(cells) < 3 or not all(_is_head(_words(cell)) for cell in cells):
        return None
    return {
        column: _words(cell)
        for cell in cells
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _is_head(words: str) -> bool:
    """Say whether a cell may name a column: short, no figure but a year (2023年决算数), and more than a dash."""
    without_year = _YEAR.sub("", words)
    return (
        len(words) <= _SHORT_HEAD and not _NUMBER.search(without_year) and _LETTER.search(words) is not None
    )


def _label(row: Row) -> str | None:
    """Return the words in front of a row's first figure: the merged cells it stands under and its own name."""
    names: list[str] = []
    for cell in _distinct(row):
        words = _words(cell)
        year = _YEAR_ALONE.fullmatch(words) is not None and not names
        if not year and (_NUMBER.fullmatch(words) or not _LETTER.search(words)):
            if names:
                break
            continue
        names.append(words[:_LABEL_LENGTH])
        if len(names) == _LABEL_CELLS:
            break
    return " / ".join(names) or None


def _pieces(row: Row, number: int, heads: dict[int, str], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, words) of the row's own cells, neighbours together while they are short."""
    start, end, words = -1, -1, ""
    for cell in _distinct(row):
        if cell.row != number:
            continue
        head = heads.get(cell.column, "")
        if start >= 0 and cell.end - start > TARGET:
            yield start, end, words
            start, words = -1, ""
        if cell.end - cell.start > TARGET:
            for piece_start, piece_end in split(text, cell.start, cell.end):
                yield piece_start, piece_end, _pair(head, text[piece_start:piece_end])
            continue
        start = cell.start if start < 0 else start
        end = cell.end
        words += _pair(head, _words(cell)) + "；"
    if start >= 0:
        yield start, end, words


def _pair(head: str, words: str) -> str:
    return f"{head}={words}" if head and head != words else words
