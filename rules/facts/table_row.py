"""One row of a table as it is read: its labels, the heads over its figures, and the figures themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document.model import Cell
from rules.facts.table_heads import Head
from rules.numbers.numerals import CellFigure
from rules.numbers.units import COUNT_SYMBOLS, MEASURES, Dimension, Unit, count


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row of figures: its labels (outermost first), the segment of heads it belongs to, its figures by column."""

    row: int
    segment: int
    labels: tuple[str, ...]
    label_cell: Cell | None
    heads: dict[int, Head]
    figures: dict[int, tuple[Cell, CellFigure]]
    texts: dict[int, Cell]
    code: str | None = None
    number: str = ""

    @property
    def counted_in(self) -> Unit | None:
        """Return the unit that a column 计量单位 gives the row's figures, where it is a classifier or a measure."""
        for column, cell in self.texts.items():
            word = cell.text.strip()
            known = word in COUNT_SYMBOLS or MEASURES.get(word, Dimension.TIME) is not Dimension.TIME
            if known and re.fullmatch(r"(?:计量)?单位", self.heads[column].leaf):
                return count(word)
        return None

    @property
    def label(self) -> str:
        """Return the innermost row label."""
        return self.labels[-1] if self.labels else ""
