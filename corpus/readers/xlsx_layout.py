"""The cells of a sheet → lines above, tables, lines below: parted by blank rows, a title being one cell alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document.captions import stated_unit
from corpus.document.raw import RawCell, RawParagraph, RawTable, RawText
from corpus.document.table_heads import is_figure
from corpus.errors import InputError
from corpus.readers.xlsx_cells import SheetCell

Blocks = list[RawParagraph | RawTable]
_MOST_PLACES = 400_000
_NOTE = ("注", "备注", "说明", "填表", "制表", "审核", "单位负责人", "联系")


@dataclass(slots=True)
class _Band:
    """Rows without a blank one between them."""

    cells: list[SheetCell]

    @property
    def top(self) -> int:
        return min(cell.row for cell in self.cells)

    @property
    def bottom(self) -> int:
        return max(cell.row + cell.row_span - 1 for cell in self.cells)

    @property
    def left(self) -> int:
        return min(cell.column for cell in self.cells)

    @property
    def right(self) -> int:
        return max(cell.column + cell.column_span - 1 for cell in self.cells)

    def row(self, number: int) -> list[SheetCell]:
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.column)

    def rows(self) -> list[int]:
        return sorted({cell.row for cell in self.cells})


def blocks_of(cells: Sequence[SheetCell], hidden: Sequence[tuple[int, int]] = ()) -> Blocks:
    """Return the paragraphs and tables of a sheet from top to bottom; ``hidden`` are the places of hidden cells."""
    found: Blocks = []
    held: _Band | None = None
    for band in _bands(cells, {row for row, _ in hidden}):
        above, table, below = _taken_apart(band)
        if held is not None and table is not None and not above and _goes_on(held, table):
            held.cells += table.cells
        else:
            found += _tables(held, hidden)
            found += above
            held = table
        if below:
            found += _tables(held, hidden)
            found += below
            held = None
    return found + _tables(held, hidden)


def _bands(cells: Sequence[SheetCell], hidden: set[int]) -> list[_Band]:
    found: list[_Band] = []
    low = 0
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        if found and cell.row <= _after(low, hidden):
            found[-1].cells.append(cell)
        else:
            found.append(_Band([cell]))
            low = 0
        low = max(low, cell.row + cell.row_span - 1)
    return found


def _after(number: int, hidden: set[int]) -> int:
    """Return the next row or column that is shown."""
    number += 1
    while number in hidden:
        number += 1
    return number


def _taken_apart(band: _Band) -> tuple[Blocks, _Band | None, Blocks]:
    """Part the lines above a table (its name, its unit) and below it (notes, signatures) from the table."""
    rows = band.rows()
    first, last = 0, len(rows)
    # What follows the line with the unit is the table: a head over all of it (预算数) is no title.
    unit = False
    while first < last and not unit and _is_line(band, rows[first], at_head=True):
        unit = any(stated_unit(cell.text) for cell in band.row(rows[first]))
        first += 1
    while last > first and _is_line(band, rows[last - 1], at_head=False):
        last -= 1
    above: Blocks = [_line(band, row) for row in rows[:first]]
    below: Blocks = [_line(band, row) for row in rows[last:]]
    inner = [cell for cell in band.cells if first < last and rows[first] <= cell.row <= rows[last - 1]]
    if not inner:
        return [*above, *below], None, []
    table = _Band(inner)
    if table.left == table.right or len(inner) == 1:
        return [*above, *(_line(table, row) for row in table.rows()), *below], None, []
    return above, table, below


def _is_line(band: _Band, row: int, *, at_head: bool) -> bool:
    """Say whether a row stands outside of the table: one cell alone, or a line that states the unit or who signs."""
    cells = band.row(row)
    if any(cell.row_span > 1 and cell.column_span < band.right - band.left + 1 for cell in cells):
        return False
    if any(c.row < row < c.row + c.row_span for c in band.cells) or any(cell.figure for cell in cells):
        return False
    stated = any(stated_unit(cell.text) for cell in cells)
    if at_head:
        return len(cells) == 1 or (
            stated and all("：" in c.text or ":" in c.text or len(cells) <= 3 for c in cells)
        )
    alone = len(cells) == 1 and (cells[0].column_span > 1 or cells[0].text.startswith(_NOTE))
    return alone or all("：" in cell.text or ":" in cell.text for cell in cells)


def _line(band: _Band, row: int) -> RawParagraph:
    cells = band.row(row)
    text = "\t".join(" ".join(cell.text.split("\n")) for cell in cells)
    wide = len(cells) == 1 and (cells[0].column_span > 1 or cells[0].column > band.left)
    return RawParagraph(RawText(text), centred=wide)


def _goes_on(before: _Band, band: _Band) -> bool:
    """Say whether a band after a blank row is more of the table above: its first row holds figures and no heads."""
    first = band.row(band.top)
    figures = sum(cell.figure or is_figure(cell.text) for cell in first)
    within = before.left <= band.left and band.right <= before.right
    return within and len(first) > 1 and figures * 2 >= len(first)


def _tables(band: _Band | None, hidden: Sequence[tuple[int, int]]) -> Blocks:
    """Return the tables that stand beside one another in a band, parted by a blank column."""
    if band is None:
        return []
    columns = sorted({n for cell in band.cells for n in range(cell.column, cell.column + cell.column_span)})
    groups: list[list[int]] = []
    unseen = {column for _, column in hidden}
    for column in columns:
        if groups and column <= _after(groups[-1][-1], unseen):
            groups[-1].append(column)
        else:
            groups.append([column])
    parts = [_Band([cell for cell in band.cells if group[0] <= cell.column <= group[-1]]) for group in groups]
    if len(parts) > 1 and all(_stands_alone(part) for part in parts):
        return [_table(part, hidden) for part in parts]
    return [_table(band, hidden)]


def _stands_alone(part: _Band) -> bool:
    words = sum(not cell.figure for cell in part.cells)
    return part.right > part.left and part.bottom > part.top and words >= 2


def _table(band: _Band, hidden: Sequence[tuple[int, int]]) -> RawTable:
    """Return a table of all places of a band; rows and columns in which nothing begins are left out."""
    rows = sorted({cell.row for cell in band.cells})
    columns = sorted({cell.column for cell in band.cells})
    if len(rows) * len(columns) > _MOST_PLACES:
        raise InputError(
            f"工作簿中有一个 {len(rows)} 行 {len(columns)} 列的表格，超出可处理的大小；请拆分或删去后再试"
        )
    cells: list[RawCell] = []
    taken: set[tuple[int, int]] = set()
    for cell in band.cells:
        row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        high = bisect_left(rows, cell.row + cell.row_span) - row
        wide = bisect_left(columns, cell.column + cell.column_span) - column
        cells.append(RawCell(row, column, high, wide, RawText(cell.text), origin=cell.origin))
        taken |= {(row + r, column + c) for r in range(high) for c in range(wide)}
    blank = [(r, c) for r in range(len(rows)) for c in range(len(columns)) if (r, c) not in taken]
    cells += [RawCell(row, column, 1, 1, RawText("")) for row, column in blank]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    partial = any(band.top <= r <= band.bottom and band.left <= c <= band.right for r, c in hidden)
    return RawTable(len(rows), len(columns), tuple(cells), partial=partial)
