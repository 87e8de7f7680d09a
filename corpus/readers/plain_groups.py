"""Rows that are the parts of a row already placed: the one choice of their columns in which they add up to it.

Whose parts they are, codes say (20805 is of 208), or a row of totals below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from math import prod

from corpus.readers.plain_kinds import COLUMN_NUMBERS, TOTAL, Columns
from corpus.readers.plain_ways import Way, figures_at, values_of

_MOST_CHOICES = 4096
_CODE = range(3, 12)


def completed(
    rows: Sequence[Sequence[str]], ways: Sequence[Sequence[Way]], placed: Mapping[int, Way], columns: Columns
) -> dict[int, Way]:
    """Return ways for rows not yet placed, group by group, each group under its sum; none where two choices fit."""
    found = dict(placed)
    for whole, parts in _groups(rows):
        if whole not in found:
            continue
        open_rows = [at for at in parts if at not in found]
        sums = _sums(rows[whole], found[whole], columns)
        known = sums.keys() | columns.counted | set(range(columns.name + 1))
        choices = [[way for way in ways[at] if values_of(rows[at], way).keys() <= known] for at in open_rows]
        if not open_rows or not 0 < prod(map(len, choices)) <= _MOST_CHOICES:
            continue
        sure = [values_of(rows[at], found[at]) for at in parts if at in found]
        fits = [
            dict(zip(open_rows, choice, strict=True))
            for choice in product(*choices)
            if _adds_up(sums, [*sure, *map(values_of, (rows[at] for at in open_rows), choice)])
        ]
        figures = {tuple(figures_at(rows[at], way) for at, way in fit.items()) for fit in fits}
        if len(figures) == 1 and sums:
            found |= fits[-1]
    return {at: way for at, way in found.items() if at not in placed}


def _sums(row: Sequence[str], way: Way, columns: Columns) -> dict[int, Decimal]:
    values = values_of(row, way).items()
    left_out = columns.rates | columns.counted
    return {c: value for c, value in values if c > columns.name and c not in left_out}


def _adds_up(sums: Mapping[int, Decimal], parts: Sequence[Mapping[int, Decimal]]) -> bool:
    """Say whether parts add up in every column of their sum."""
    return all(
        sum((part.get(c, Decimal(0)) for part in parts), Decimal(0)) == value for c, value in sums.items()
    )


def _groups(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[int]]]:
    """Yield sums and their parts, the widest first: by codes, then totals below what they add up."""
    codes = {at: row[0] for at, row in enumerate(rows) if row[0].isdecimal() and len(row[0]) in _CODE}
    if codes:
        shortest = min(map(len, codes.values()))
        totals = [at for at, row in enumerate(rows) if TOTAL.fullmatch(row[0])]
        for total in totals[:1]:
            yield total, [at for at, code in codes.items() if len(code) == shortest]
        for whole, code in codes.items():
            below = {at: other for at, other in codes.items() if other != code and other.startswith(code)}
            longer = min(map(len, below.values()), default=0)
            yield whole, [at for at, other in below.items() if len(other) == longer]
        return
    start = 0
    for at, row in enumerate(rows):
        if (len(row) > 1 and TOTAL.fullmatch(row[0])) or row[0].endswith("合计"):
            yield at, [part for part in range(start, at) if rows[part][0] not in COLUMN_NUMBERS]
            start = at + 1
