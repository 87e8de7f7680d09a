"""Paper → XLSX as units send it: the running text a paragraph a cell, each table on a sheet of its own."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.measure.paper import Grid, Line, Order, Paper

_NUMBER = re.compile(r"-?(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d+))?(%?)")
_LONGEST_NUMBER = 15
_PERCENT = Decimal(100)
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*")
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_TEXT_WIDTH = 90
_THIN = Side(style="thin")
_RULED = Border(_THIN, _THIN, _THIN, _THIN)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the numbers of the blocks that stand as lines on it, and that of its table."""

    name: str
    lines: tuple[int, ...]
    grid: int | None = None


def sheets_of(paper: Paper) -> list[Sheet]:
    """Return the sheets: the running text, then every table below the caption and the unit that stand right above it.

    A heading that has nothing but tables below it goes along with the first of them.
    """
    found: list[Sheet] = []
    taken: set[int] = set()
    names = {"正文"}
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Grid):
            first = number
            while first and (_is_caption(paper, first - 1) or _heads_only_tables(paper, first - 1)):
                first -= 1
            above = tuple(range(first, number))
            taken.update(above)
            name = _unused(_name(paper, above, number), names)
            names.add(name)
            found.append(Sheet(name, above, number))
    prose = [n for n, block in enumerate(paper.blocks) if isinstance(block, Line) and n not in taken]
    return [Sheet("正文", tuple(prose)), *found]


def order_of_sheets(paper: Paper) -> Order:
    """Return the order in which the workbook gives the blocks, with the names of the sheets, which are read as text."""
    order: list[int | str] = []
    for sheet in sheets_of(paper):
        order += [sheet.name, *sheet.lines, *(() if sheet.grid is None else (sheet.grid,))]
    return order


def _is_caption(paper: Paper, number: int) -> bool:
    block = paper.blocks[number]
    return isinstance(block, Line) and not block.level and block.set in ("centre", "right")


def _heads_only_tables(paper: Paper, number: int) -> bool:
    head = paper.blocks[number]
    if not (isinstance(head, Line) and head.level):
        return False
    for block in paper.blocks[number + 1 :]:
        if isinstance(block, Line) and block.set == "body":
            return bool(block.level) and block.level <= head.level
    return True


def _name(paper: Paper, above: tuple[int, ...], grid: int) -> str:
    """Name a sheet by the caption of its table, else by the heading that it stood under."""
    lines = [(n, block) for n, block in enumerate(paper.blocks[:grid]) if isinstance(block, Line)]
    captions = [line for n, line in lines if n in above and line.set == "centre" and not line.body.slots]
    headings = [line for _, line in lines if line.level and not line.body.slots]
    chosen = captions[:1] or headings[-1:]
    words = _NUMBERED.sub("", chosen[0].body.text) if chosen else "附表"
    return _UNFIT.sub("", words).strip()[:_LONGEST_NAME]


def _unused(name: str, names: set[str]) -> str:
    number, tried = 1, name
    while tried in names:
        number += 1
        tried = f"{name[: _LONGEST_NAME - 5]} ({number})"
    return tried


def to_xlsx(paper: Paper) -> bytes:
    """Write a workbook; what is a number to the reader of a table is stored as one, under a format that prints it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets_of(paper):
        page = book.create_sheet(sheet.name)
        lines = [block for n in sheet.lines if isinstance(block := paper.blocks[n], Line)]
        grid = None if sheet.grid is None else paper.blocks[sheet.grid]
        if isinstance(grid, Grid):
            _lay_table(page, lines, grid)
        else:
            _lay_prose(page, lines)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _lay_prose(page: Worksheet, lines: list[Line]) -> None:
    page.column_dimensions["A"].width = _TEXT_WIDTH
    for row, line in enumerate(lines, start=1):
        _lay_line(page, row, line)


def _lay_line(page: Worksheet, row: int, line: Line) -> None:
    cell = page.cell(row, 1)
    cell.value = line.body.text
    cell.font = Font(bold=bool(line.level) or line.set in ("title", "centre"))
    side = {"title": "center", "centre": "center", "right": "right"}.get(line.set, "left")
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=line.set == "body")


def _lay_table(page: Worksheet, lines: list[Line], grid: Grid) -> None:
    """Lay a table below its caption and unit, each of which is one merged cell as wide as the table."""
    wide = len(grid.widths)
    for column, width in enumerate(grid.widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width * 1.6
    for row, line in enumerate(lines, start=1):
        _lay_line(page, row, line)
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=wide)
    top = len(lines) + 1
    for cell in grid.cells:
        row, column = top + cell.row, 1 + cell.column
        target = page.cell(row, column)
        if cell.body.text:
            target.value, target.number_format = stored(cell.body.text)
        head = cell.row < grid.heads
        target.font = Font(bold=head)
        target.alignment = Alignment(horizontal="center" if head else None, vertical="center", wrap_text=True)
        target.border = _RULED
        if cell.row_span > 1 or cell.column_span > 1:
            page.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )


def stored(text: str) -> tuple[str | int | float, str]:
    """Return what a cell stores for a printed text, and its number format; words are stored as they are."""
    found = _NUMBER.fullmatch(text)
    if found is None or sum(char.isdigit() for char in text) > _LONGEST_NUMBER:
        return text, "General"
    whole, decimals, percent = found.groups()
    code = "#,##0" if "," in whole else "0"
    code += f".{'0' * len(decimals)}" if decimals else ""
    value = Decimal(text.replace(",", "").rstrip("%"))
    if percent:
        value /= _PERCENT
    # A workbook stores binary numbers only; its reader goes by their shortest decimal text.
    return (float(value) if percent or decimals else int(value)), code + percent
