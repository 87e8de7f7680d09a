"""Short rows whose figures are sums: of the rows above them, of some of these, or together of the row before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from corpus.readers.plain_kinds import TOTAL, Columns, Kind, kind_of, number
from corpus.readers.plain_ways import Way, settled, values_of

Row = Mapping[int, str]
_FEWEST_DIGITS = 3
_SURE_DIGITS = 5
_MOST_ROWS = 24
_TOP = re.compile("[一二三四五六七八九十]{1,3}、")


def added(pieces: Sequence[str], ways: Sequence[Way], above: Sequence[Row], columns: Columns) -> Way | None:
    """Return the way in which the figures of a row are sums of the rows above it; None where that settles nothing."""
    rows = [_numbers(row) for row in above]
    if TOTAL.fullmatch(pieces[0]):
        totals = list(_totals(above, rows, columns))
        digits = {way: max(_matched(pieces, way, sums) for sums in totals) for way in ways}
        most = max(digits.values(), default=(0, 0))
        sure = most[0] >= _SURE_DIGITS
        return settled(pieces, [way for way in ways if digits[way] == most]) if sure else None
    parts = list(_parts(rows[-_MOST_ROWS:], columns))
    found = {way for way in ways if any(_is_whole(pieces, way, sums, columns) for sums in parts)}
    return settled(pieces, [way for way in ways if way in found])


def _numbers(row: Row) -> dict[int, Decimal]:
    return {c: value for c, text in row.items() if c >= 0 and (value := number(text)) is not None}


def _sums(rows: Sequence[Mapping[int, Decimal]], columns: Columns) -> dict[int, Decimal]:
    """Return the sums of the columns that have two figures to add; rates are not added."""
    found: dict[int, Decimal] = {}
    for column in set(range(columns.count)) - columns.rates:
        terms = [row[column] for row in rows if row.get(column)]
        if len(terms) > 1:
            found[column] = sum(terms, Decimal(0))
    return found


def _totals(
    above: Sequence[Row], rows: Sequence[Mapping[int, Decimal]], columns: Columns
) -> Iterator[dict[int, Decimal]]:
    """Yield what a row of totals may hold: all rows, those since the last total, the totals, the rows of 一、二、."""
    labels = [row[min(row)] for row in above]
    totals = [at for at, label in enumerate(labels) if TOTAL.fullmatch(label)]
    plain = [at for at in range(len(rows)) if at not in totals]
    last = totals[-1] if totals else -1
    for chosen in (
        plain,
        [at for at in plain if at > last],
        totals,
        [at for at in plain if _TOP.match(labels[at])],
    ):
        yield _sums([rows[at] for at in chosen], columns)


def _parts(rows: Sequence[Mapping[int, Decimal]], columns: Columns) -> Iterator[dict[int, Decimal]]:
    """Yield the sums of rows that follow one another, and the differences of two rows."""
    for start in range(len(rows)):
        for end in range(start + 2, len(rows) + 1):
            yield _sums(rows[start:end], columns)
        for other in range(start + 1, len(rows)):
            both = rows[start].keys() & rows[other].keys() - columns.rates
            yield {column: rows[start][column] - rows[other][column] for column in both}


def _matched(pieces: Sequence[str], way: Way, sums: Mapping[int, Decimal]) -> tuple[int, int]:
    """Return how many digits of a row are those of sums, and how many of its figures are, short ones (100) as well."""
    values = values_of(pieces, way)
    digits = [_digits(value) for c, value in values.items() if sums.get(c) == value]
    return sum(count for count in digits if count >= _FEWEST_DIGITS), len(digits)


def _is_whole(pieces: Sequence[str], way: Way, sums: Mapping[int, Decimal], columns: Columns) -> bool:
    """Say whether every figure of a row but rates is a sum, and two are, or one too long for chance."""
    values = {
        c: value
        for c, piece in zip(way, pieces, strict=True)
        if kind_of(piece) is Kind.NUMBER and (value := number(piece)) is not None and c not in columns.rates
    }
    if len(values) < sum(kind_of(piece) is Kind.NUMBER for piece in pieces) or not values:
        return False
    digits = [_digits(value) for value in values.values()]
    if min(digits) < _FEWEST_DIGITS or (len(digits) == 1 and digits[0] < _SURE_DIGITS):
        return False
    return all(sums.get(c) == value for c, value in values.items())


def _digits(value: Decimal) -> int:
    return len(str(abs(value)).replace(".", "").strip("0"))


def parts_below(
    rows: Sequence[Sequence[str]], ways: Sequence[Way], above: Row, columns: Columns
) -> Way | None:
    """Return the way in which rows of one length together are the row above them, None where there is none or two.

    Their figures may be rounded, each by half of its last digit.
    """
    whole = _numbers(above)
    found = []
    for way in ways:
        sums = _sums([values_of(row, way) for row in rows], columns)
        if len(sums) < sum(kind_of(piece) is Kind.NUMBER for piece in rows[0]) or not sums:
            continue
        if any(_digits(value) < _FEWEST_DIGITS for value in sums.values()):
            continue
        if all(c in whole and abs(whole[c] - value) <= _slack(value, len(rows)) for c, value in sums.items()):
            found.append(way)
    return settled(rows[0], found)


def _slack(value: Decimal, count: int) -> Decimal:
    exponent = int(value.as_tuple().exponent)
    return Decimal(count).scaleb(exponent) / 2 if exponent < 0 else Decimal(0)
