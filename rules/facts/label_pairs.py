"""Forms of basic data: rows of label | value | label | value, where each figure is named by the cell at its left.

人员编制数 | 24 | 在职人员数 | 23 | 临聘人员数 | 12. Such a form has no heads: what stands above a figure is another value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document.model import Cell
from rules.facts.table_heads import SKIPPED, Head, bracketed_unit, type_of
from rules.facts.table_row import RowReading
from rules.numbers.numerals import CellFigure
from rules.numbers.units import Unit

PAIRS = 9000
"""From this segment on a row is one of a form of pairs."""
_FIGURE_HEAD = re.compile(
    r"[数额率量值分比]$|年$|预算|决算|支出|收入|金额|得分|合计|小计|总计|[%％]|[（(][^（）()]{1,4}[）)]$|年度|季度|月"
)
_FEWEST = 2


def pairs_of(
    number: int, places: Sequence[Cell | None], figures: dict[int, tuple[Cell, CellFigure]]
) -> list[tuple[Cell, int]]:
    """Return the label of every figure of a row, where each figure has a label of its own on its left; else nothing."""
    found: list[tuple[Cell, int]] = []
    named: set[int] = set()
    for column in sorted(figures):
        before = places[column - 1] if column else None
        if before is None or before.column in figures or not _is_label(before) or id(before) in named:
            return []
        if before.row != number:
            return []
        named.add(id(before))
        found.append((before, column))
    return found


def is_pair_row(
    pairs: Sequence[tuple[Cell, int]], heads: dict[int, list[Cell]], header_rows: int, number: int
) -> bool:
    """Say whether the labels of a row name its figures, rather than the heads above them."""
    if len(pairs) < _FEWEST:
        return False
    over = [cell.text.strip() for _, column in pairs for cell in heads.get(column, [])]
    if any(SKIPPED.search(words) for words in over):
        return False
    return number < header_rows or not any(_FIGURE_HEAD.search(words) for words in over)


def rows_of_pairs(
    number: int,
    places: Sequence[Cell | None],
    pairs: Sequence[tuple[Cell, int]],
    figures: dict[int, tuple[Cell, CellFigure]],
    unit: Unit | None,
) -> list[RowReading]:
    """Return one reading for each pair of a row."""
    found = []
    for label, column in pairs:
        words = label.text.strip()
        own = bracketed_unit(words)
        head = Head(path=(), group=(), type=type_of((words,)), unit=own or unit)
        blank = Head(path=(), group=(), type=head.type, unit=unit)
        found.append(
            RowReading(
                row=number,
                segment=PAIRS,
                labels=(words,),
                label_cell=label,
                heads={at: head if at == column else blank for at in range(len(places))},
                figures={column: figures[column]},
                texts={},
            )
        )
    return found


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return (
        2 <= len(text) <= 24
        and bool(re.search(r"[\u4e00-\u9fff]{2}", text))
        and not re.fullmatch(r"栏\s*次|行\s*次", text)
    )
