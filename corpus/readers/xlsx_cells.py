"""The cells of a sheet as printed: value by its display format, formula beside it, hidden ones apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.utils.datetime import from_excel
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.document.model import Origin
from corpus.readers.xlsx_format import CHINESE_DATES, GENERAL, shown_date, shown_number, shown_text
from corpus.readers.xlsx_sums import Sums

_WHITE = ("FFFFFFFF", "00FFFFFF")


@dataclass(slots=True)
class SheetCell:
    """A cell that prints something, or a merged area; rows and columns count from 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    origin: Origin
    figure: bool


@dataclass(slots=True)
class Found:
    """What a sheet holds: visible cells, and what is to be told of it; ``hidden`` are (what, text), ``gaps`` their places."""

    cells: list[SheetCell] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    summed: list[str] = field(default_factory=list)
    unsaved: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    comments: int = 0


class SheetReader:
    """Reads one sheet from the workbook as typed (formulas) and the workbook as saved (their results)."""

    def __init__(self, book: Workbook, typed: Worksheet, saved: Worksheet) -> None:
        self._epoch = book.epoch
        self._typed = typed
        self._saved = saved
        self._spans = {
            (area.min_row, area.min_col): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
            for area in typed.merged_cells.ranges
        }
        self._rows = {n for n, row in typed.row_dimensions.items() if row.hidden}
        self._columns = {
            n
            for column in typed.column_dimensions.values()
            if column.hidden
            for n in range(column.min or 0, (column.max or -1) + 1)
        }
        self._sums = Sums(typed, saved)

    def everything(self) -> str:
        """Return all that the sheet prints, as lines of cells."""
        found = self.read(apart=False)
        rows: dict[int, list[str]] = {}
        for cell in found.cells:
            rows.setdefault(cell.row, []).append(cell.text)
        return "\n".join("\t".join(rows[row]) for row in sorted(rows))

    def read(self, *, apart: bool = True) -> Found:
        """Return the cells in reading order; hidden ones are set apart unless asked not to."""
        found = Found()
        hidden: dict[str, list[str]] = {}
        for cell in _existing(self._typed):
            found.comments += cell.comment is not None
            if cell.value is None:
                continue
            text = self._printed(cell, found)
            reason = self._hidden(cell, text) if apart else None
            if reason is not None:
                hidden.setdefault(reason, []).append(text or str(cell.value))
                found.gaps.append((cell.row, cell.column))
            elif text:
                found.cells.append(self._cell(cell, text))
        found.hidden = [(what, "\t".join(texts)) for what, texts in hidden.items()]
        return found

    def _cell(self, cell: Cell, text: str) -> SheetCell:
        rows, columns = self._spans.get((cell.row, cell.column), (1, 1))
        formula = _formula(cell)
        origin = Origin(f"{self._typed.title}!{cell.coordinate}", formula)
        figure = isinstance(self._value(cell), int | float)
        return SheetCell(cell.row, cell.column, rows, columns, text, origin, figure)

    def _printed(self, cell: Cell, found: Found) -> str:
        value = self._value(cell)
        if _formula(cell) is not None and value is None:
            total = self._sums.of(cell.row, cell.column)
            (found.unsaved if total is None else found.summed).append(cell.coordinate)
            return "" if total is None else shown_number(total, _format(cell))
        if cell.data_type == "e" or (isinstance(value, str) and value in _ERRORS):
            found.errors.append(f"{cell.coordinate} {value}")
        return self._shown(cell, value)

    def _value(self, cell: Cell) -> Any:
        return self._saved.cell(cell.row, cell.column).value

    def _shown(self, cell: Cell, value: Any) -> str:
        code = _format(cell)
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, int | float):
            chinese = CHINESE_DATES.get(_format_id(cell))
            if chinese is not None:
                moment = from_excel(value, self._epoch)
                return shown_date(moment, chinese) if moment is not None else ""
            number = as_decimal(value)
            return str(value) if number is None else shown_number(number, code)
        if isinstance(value, datetime | date | time | timedelta):
            return shown_date(value, code)
        return "" if value is None else shown_text(str(value), code).strip()

    def _hidden(self, cell: Cell, text: str) -> str | None:
        """Say what hides a cell, or None for one that a reader of the sheet sees."""
        if cell.row in self._rows:
            return "隐藏的行"
        if cell.column in self._columns:
            return "隐藏的列"
        if not text and isinstance(cell.value, int | float) and ";" in _format(cell):
            return "以格式隐藏的数"
        colour = cell.font.color if cell.font is not None else None
        white = colour is not None and (
            colour.rgb in _WHITE or (colour.type == "theme" and colour.theme == 0)
        )
        filled = cell.fill is not None and cell.fill.fill_type is not None
        return "白色文字" if white and not filled else None


def _existing(sheet: Worksheet) -> list[Cell]:
    """Return the cells that the file holds, in reading order.

    openpyxl's own walk makes a cell for every place up to the farthest one, of which there may be 17 billion.
    """
    held: dict[tuple[int, int], Any] = getattr(sheet, "_cells", {})
    return [held[place] for place in sorted(held) if isinstance(held[place], Cell)]


_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


def as_decimal(value: int | float) -> Decimal | None:
    """Return the stored number by its shortest decimal text; None for what is no number (infinite)."""
    try:
        number = Decimal(repr(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _formula(cell: Cell) -> str | None:
    if cell.data_type != "f":
        return None
    text = getattr(cell.value, "text", cell.value)  # an array formula is an object
    return str(text)


def _format(cell: Cell) -> str:
    return str(cell.number_format or GENERAL)


def _format_id(cell: Cell) -> int:
    """openpyxl has no public name for the number by which a cell refers to its format."""
    style: Any = getattr(cell, "_style", None)
    return 0 if style is None else int(style.numFmtId)
