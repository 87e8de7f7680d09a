"""On which printed page each heading lands, estimated from the lines that a word processor would set.

A DOCX has no pages of its own; the contents page of a specimen needs numbers that a word processor comes near to.
Units: PDF points.
"""

from __future__ import annotations

import unicodedata
from math import ceil

from assistant.specimens.blocks import Block, Heading, PageBreak, Paragraph, Report, Table, plain

PAGE_HEIGHT = 637.8
TEXT_WIDTH = 442.2
BODY_SIZE, BODY_LEADING = 16.0, 28.9
CELL_SIZE, CELL_LEADING, CELL_MARGIN = 10.5, 15.6, 10.8


def estimated_pages(report: Report) -> dict[int, str]:
    """Return the printed page of each heading by its number, as the contents page wants it."""
    found: dict[int, str] = {}
    page, used, heading = 1, 0.0, 0
    for block in report.blocks:
        if isinstance(block, PageBreak):
            page, used = (1, 0.0) if block.restart else (page + 1, 0.0)
            continue
        if isinstance(block, Heading):
            if used + 2 * BODY_LEADING > PAGE_HEIGHT:
                page, used = page + 1, 0.0
            found[heading] = str(page)
            heading += 1
        for height in _heights(block):
            if used + height > PAGE_HEIGHT:
                page, used = page + 1, 0.0
            used += height
    return found


def _heights(block: Block) -> list[float]:
    """Return the heights of the lines or rows that a page break does not tear apart."""
    if isinstance(block, Heading):
        return [BODY_LEADING]
    if isinstance(block, Paragraph):
        lines = _lines(plain(block.parts), BODY_SIZE, TEXT_WIDTH, indent=2 * BODY_SIZE)
        return [BODY_LEADING] * lines
    if isinstance(block, Table):
        return [_row(block, row) for row in range(block.rows)]
    return []


def _row(table: Table, row: int) -> float:
    share = TEXT_WIDTH / sum(table.widths)
    lines = 1
    for cell in table.cells:
        if cell.row == row and cell.row_span == 1:
            width = sum(table.widths[cell.column : cell.column + cell.column_span]) * share - CELL_MARGIN
            lines = max(lines, _lines(plain(cell.parts), CELL_SIZE, width))
    return lines * CELL_LEADING


def _lines(text: str, size: float, width: float, indent: float = 0.0) -> int:
    length = sum(size if unicodedata.east_asian_width(char) in "WFA" else size / 2 for char in text)
    return max(ceil((length + indent) / width), 1)
