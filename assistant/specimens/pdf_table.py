"""A ruled table that breaks between rows: merged cells end at the page and go on blank on the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from assistant.specimens.blocks import Cell, Table, plain
from assistant.specimens.typeset import Line, break_lines

FONT, SIZE, LEADING, PAD = "song", 10.5, 15.0, 4.0
DENSE_LEADING, DENSE_PAD = 14.0, 3.0


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell with its lines. ``shown`` is False for what a merged cell goes on as after a page break."""

    cell: Cell
    lines: tuple[Line, ...]


class RuledTable(Flowable):  # type: ignore[misc]
    """A table of the report. Units: points; ``width`` is that of the text."""

    def __init__(self, table: Table, width: float, put_text: Callable[..., None]) -> None:
        """Measure the rows."""
        super().__init__()
        self.table, self.width, self.put_text = table, width, put_text
        self.leading = DENSE_LEADING if table.dense else LEADING
        self.pad = DENSE_PAD if table.dense else PAD
        scale = width / sum(table.widths)
        self.edges = [0.0]
        for share in table.widths:
            self.edges.append(self.edges[-1] + share * scale)
        self.boxes = [self._box(cell) for cell in table.cells]
        self.heights = self._heights()

    def _box(self, cell: Cell) -> _Box:
        measure = self.edges[cell.column + cell.column_span] - self.edges[cell.column] - 2 * PAD
        width_of = partial(pdfmetrics.stringWidth, fontName=FONT, fontSize=SIZE)
        text = plain(cell.parts)
        return _Box(cell, tuple(break_lines(text, measure, width_of)) if text else ())

    def _heights(self) -> list[float]:
        heights = [self.leading + 2 * self.pad] * self.table.rows
        for box in sorted(self.boxes, key=lambda box: box.cell.row_span):
            cell = box.cell
            inside = range(cell.row, cell.row + cell.row_span)
            lacking = len(box.lines) * self.leading + 2 * self.pad - sum(heights[row] for row in inside)
            if lacking > 0 and cell.row_span <= 3:
                for row in inside:
                    heights[row] += lacking / cell.row_span
        return heights

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, sum(self.heights)

    def split(self, available_width: float, available_height: float) -> list[RuledTable]:
        """Return the rows that fit and the rest, with the head rows repeated."""
        used, rows = 0.0, 0
        while rows < self.table.rows and used + self.heights[rows] <= available_height:
            used += self.heights[rows]
            rows += 1
        head = self.table.header_rows
        if rows <= head or rows >= self.table.rows:
            return []
        first = replace(self.table, rows=rows, cells=_clipped(self.table.cells, 0, rows, 0, text=True))
        repeated = _clipped(self.table.cells, 0, head, 0, text=True)
        rest = _clipped(self.table.cells, rows, self.table.rows, head, text=False)
        second = replace(self.table, rows=self.table.rows - rows + head, cells=_joined(repeated, rest))
        return [RuledTable(part, self.width, self.put_text) for part in (first, second)]

    def draw(self) -> None:
        """Print rules and text."""
        canvas: Any = self.canv
        canvas.setLineWidth(0.6)
        tops = [sum(self.heights)]
        for height in self.heights:
            tops.append(tops[-1] - height)
        for box in self.boxes:
            cell = box.cell
            x0, x1 = self.edges[cell.column], self.edges[cell.column + cell.column_span]
            top, bottom = tops[cell.row], tops[cell.row + cell.row_span]
            canvas.rect(x0, bottom, x1 - x0, top - bottom)
            y = (top + bottom + len(box.lines) * self.leading) / 2
            for number, line in enumerate(box.lines):
                shift = (x1 - x0 - line.width) / 2 if cell.align == "centre" else PAD
                self.put_text(canvas, x0 + shift, y - number * self.leading - 11.5, line.text, FONT, SIZE)


def _clipped(cells: tuple[Cell, ...], start: int, end: int, shift: int, *, text: bool) -> tuple[Cell, ...]:
    """Return what of the cells stands in the rows, moved up; what began above them goes on blank."""
    found: list[Cell] = []
    for cell in cells:
        first, last = max(cell.row, start), min(cell.row + cell.row_span, end)
        if first >= last:
            continue
        keeps = text or cell.row >= start
        parts = cell.parts if keeps else ()
        found.append(replace(cell, row=first - start + shift, row_span=last - first, parts=parts))
    return tuple(found)


def _joined(head: tuple[Cell, ...], rest: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Join repeated head rows and rest; a cell merged over both (绩效指标) stays one."""
    joined = list(rest)
    for cell in head:
        below = cell.row + cell.row_span
        match = next(
            (
                other
                for other in joined
                if other.row == below
                and other.column == cell.column
                and not other.parts
                and other.column == 0
            ),
            None,
        )
        if match is not None and cell.column_span == match.column_span:
            joined[joined.index(match)] = replace(
                match, row=cell.row, row_span=cell.row_span + match.row_span, parts=()
            )
        else:
            joined.append(cell)
    return tuple(sorted(joined, key=lambda cell: (cell.row, cell.column)))
