"""A table of two sides (收入 | 金额 | 支出 | 金额) is two tables beside one another."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document.model import Cell
from rules.facts.table_heads import ColumnType
from rules.facts.table_row import RowReading

SIDES = 10
"""A segment of heads with sides is counted in tens: its sides are ten times its number, and one, two … more."""


def panels(rows: list[RowReading]) -> list[list[RowReading]]:
    """Cut a table of two sides (收入 | 金额 | 支出 | 金额) into one list of rows a side; the segments stay apart."""
    found: list[list[RowReading]] = []
    for segment in sorted({row.segment for row in rows}):
        own = [row for row in rows if row.segment == segment]
        edges = _edges(own)
        for side, (start, end) in enumerate(edges):
            found.append([_part_of(row, start, end, segment * SIDES + side) for row in own])
    return found


def _part_of(row: RowReading, start: int, end: int, segment: int) -> RowReading:
    inside = range(start, end)
    return replace(
        row,
        segment=segment,
        figures={c: f for c, f in row.figures.items() if c in inside},
        texts={c: t for c, t in row.texts.items() if c in inside},
    )


def _edges(rows: list[RowReading]) -> list[tuple[int, int]]:
    """Return the columns of each side: a second column of names between figures whose heads come again is an edge."""
    heads = rows[0].heads if rows else {}
    width = len(heads)
    filled = {c for row in rows for c in row.figures if row.heads[c].type is not ColumnType.SKIP}
    first = min(filled, default=width)
    for column in range(first + 1, width - 1):
        names = sum(bool(column in row.texts and is_name(row.texts[column])) for row in rows)
        left = {heads[c].leaf for c in filled if c < column}
        right = {heads[c].leaf for c in filled if c > column}
        if column not in filled and names >= max(2, len(rows) // 2) and right and right <= left:
            return [
                (0, column),
                *((a + column, b + column) for a, b in _edges([_cut(row, column) for row in rows])),
            ]
    return [(0, width)]


def _cut(row: RowReading, column: int) -> RowReading:
    return replace(
        row,
        heads={c - column: h for c, h in row.heads.items() if c >= column},
        figures={c - column: f for c, f in row.figures.items() if c >= column},
        texts={c - column: t for c, t in row.texts.items() if c >= column},
    )


def is_name(cell: Cell) -> bool:
    """Say whether a cell under 序号 is a name that was merged over it, as 合计 mostly is."""
    return bool(re.search(r"[\u4e00-\u9fff]{2}", cell.text)) and not re.fullmatch(
        r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?", cell.text.strip()
    )
