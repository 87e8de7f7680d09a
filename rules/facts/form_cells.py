"""Cells of a form: from the grid of a table to text, figure and place."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document.model import Cell, Table
from rules.facts.form import FormCell
from rules.facts.form_heads import WITH_WEIGHT, CellPart, Column, Head, parted
from rules.numbers.numerals import parse_cell

_FIGURES = (Head.WEIGHT, Head.SCORE)
_LONGEST_FIGURE = 30
_WEIGHT = re.compile(r"[（(]\s*(?P<figure>\d{1,3}(?:\.\d+)?)\s*(?:分|%|％)?\s*[）)]")
_BEHIND = re.compile(
    r"(?<=.)\s*[（(]\s*(?:分值|权重|满分)?[：:]?\s*(?P<figure>\d{1,3}(?:\.\d+)?)\s*(?P<points>分)?\s*[）)]$"
)
_FEWEST_SHOWN = 3


class FormTable:
    """A table of a form with its grid and the name by which evidence cites it."""

    def __init__(self, table: Table, title: str | None) -> None:
        self.title = title
        self.grid = table.grid()
        self.columns = table.columns

    def pick(self, row: int, column: Column, label: str = "") -> FormCell | None:
        """Return the filled cell of a row under a column head, or None.

        A cell that is merged downwards counts for every row that it covers, but a weight or score only once.
        """
        for cell in self.grid[row][column.start : column.end]:
            if cell is None or not cell.text.strip():
                continue
            if column.head in _FIGURES and (cell.row != row or cell.column < column.start):
                continue
            found = self.cell(cell, label, column)
            return found if column.part is CellPart.WHOLE else self._part(found, column.part)
        return None

    def _part(self, cell: FormCell, part: CellPart) -> FormCell | None:
        """Return what stands before the weight in brackets at the end of a cell, or that weight."""
        found = _BEHIND.search(cell.text)
        if found is None:
            return cell if part is CellPart.BEFORE else None
        start, end = (0, found.start()) if part is CellPart.BEFORE else found.span("figure")
        text = cell.text[start:end]
        figure = parse_cell(text, None) if len(text) <= _LONGEST_FIGURE else None
        return replace(
            cell,
            text=text,
            start=cell.start + start,
            end=cell.start + end,
            quantity=None if figure is None else figure.quantity,
        )

    def with_shown_weights(self, head: int, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Part the column of targets or names whose cells end in points, 新建公厕（10分）, where none is headed 分值."""
        heads = {column.head for column in columns}
        if Head.WEIGHT in heads or not {Head.NAME, Head.SCORE} <= heads:
            return columns
        for column in columns:
            if column.head not in WITH_WEIGHT:
                continue
            cells = [self.pick(row, column) for row in range(head + 1, len(self.grid))]
            filled = [cell.text for cell in cells if cell is not None]
            shown = sum(
                (found := _BEHIND.search(text)) is not None and bool(found["points"]) for text in filled
            )
            if shown >= _FEWEST_SHOWN and shown * 4 >= len(filled) * 3:
                return parted(columns, column)
        return columns

    def cell(self, cell: Cell, label: str, column: Column) -> FormCell:
        """Return a cell of the grid with its figure, cited under a row label and a column head."""
        lead = len(cell.text) - len(cell.text.lstrip())
        text = cell.text.strip()
        figure = parse_cell(text, None) if len(text) <= _LONGEST_FIGURE else None
        start = cell.start + lead
        return FormCell(
            text=text,
            start=start,
            end=start + len(text),
            table=self.title,
            row=label,
            column=column.words,
            quantity=None if figure is None else figure.quantity,
        )

    def bracketed(self, cell: FormCell, label: str) -> FormCell | None:
        """Return the weight that a class states behind its name: 产出指标（50分）."""
        found = _WEIGHT.search(cell.text)
        figure = parse_cell(found["figure"], None) if found is not None else None
        if found is None or figure is None:
            return None
        return FormCell(
            text=found["figure"],
            start=cell.start + found.start("figure"),
            end=cell.start + found.end("figure"),
            table=self.title,
            row=label,
            column=cell.column,
            quantity=figure.quantity,
        )

    def headed_weight(self, row: int, columns: tuple[Column, ...]) -> FormCell | None:
        """Return the points that a head of the block of budget execution gives in brackets: 得分（满分10分）, 执行率（10分）."""
        for column in columns:
            head = self.grid[row][column.start]
            if (
                column.head in (Head.SCORE, Head.RATE)
                and head is not None
                and _BEHIND.search(head.text.strip())
            ):
                return self._part(self.cell(head, "预算执行率", column), CellPart.BRACKET)
        return None

    def filled(self, row: int) -> list[Cell]:
        """Return the distinct filled cells that begin in or reach into the row, left to right."""
        cells: list[Cell] = []
        for cell in self.grid[row]:
            if cell is not None and cell.text.strip() and cell not in cells:
                cells.append(cell)
        return cells

    def first_words(self, row: int) -> str | None:
        """Return the text of the first filled cell of the row."""
        cells = self.filled(row)
        return cells[0].text.strip() if cells else None
