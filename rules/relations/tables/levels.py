"""The levels of a table's rows: by subject code, by the numbers under 序号, by the numbering of labels, by 其中."""

from __future__ import annotations

import re

from rules.facts.labels import is_total_label
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal

_LEVELS = (
    re.compile(r"^[一二三四五六七八九十]+[、.．]"),
    re.compile(r"^[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"^\d+[、.．]"),
    re.compile(r"^[（(]\d+[）)]"),
)
INSIDE = 8
_ORDER = (
    re.compile(r"[一二三四五六七八九十]+[、.．]?"),
    re.compile(r"[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"\d+[、.．]?"),
    re.compile(r"[（(]\d+[）)]|\d+[.．]\d+"),
)
_OF_WHICH = re.compile(r"^其中[：:]?")


def level_of(label: str) -> int | None:
    """Return the depth that a label's own numbering gives it, INSIDE after 其中, None without any."""
    text = normal(label)
    if _OF_WHICH.match(text):
        return INSIDE
    return next((number for number, pattern in enumerate(_LEVELS, 1) if pattern.match(text)), None)


def label_of_total(row: RowReading) -> str | None:
    """Return the words that make a row a total; 二、支出合计 numbers a whole whose parts follow it."""
    labels = [label for label in row.labels if is_total_label(label) and level_of(label) is None]
    return normal(labels[0]) if labels else None


def levels_of(rows: list[RowReading]) -> list[int | None]:
    """Return each row's depth; rows without a number after 其中 belong to it until a numbered one."""
    if sum(row.code is not None for row in rows) >= 2:
        return [None if row.code is None else 20 + len(row.code) for row in rows]
    orders = [
        next((at for at, kind in enumerate(_ORDER, 1) if kind.fullmatch(row.number)), None) for row in rows
    ]
    if len(set(orders) - {None}) >= 2:
        return list(orders)
    levels: list[int | None] = []
    for row in rows:
        outer = any(_OF_WHICH.fullmatch(normal(label)) for label in row.labels[:-1])
        level = INSIDE if outer else level_of(row.label)
        inside = bool(levels) and levels[-1] == INSIDE
        levels.append(INSIDE if level is None and inside and not label_of_total(row) else level)
    return levels


def top_level(rows: list[RowReading]) -> list[RowReading]:
    """Leave out the rows that only break up the row above them."""
    levels = levels_of(rows)
    return [row for row, level in zip(rows, levels, strict=True) if level == levels[0]] if rows else []


def of_which_run(levels: list[int | None]) -> list[bool]:
    """Mark the leading rows that stand inside a 其中."""
    marks = []
    for level in levels:
        if level != INSIDE:
            break
        marks.append(True)
    return marks
