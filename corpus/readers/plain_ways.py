"""In which columns the pieces of a short row can stand: ways by kind, thinned by what full rows do in their columns.

A row is placed only where its figures stand in the same columns in all ways that are left; words that may stand in
several go as far right as they can without a gap, for it is the leading labels of a form that are merged downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from corpus.readers.plain_kinds import COLUMN_NUMBERS, TOTAL, Columns, Kind, kind_of, number

Way = tuple[int, ...]
Values = Mapping[int, Decimal]
Law = tuple[str, int, int, int]
"""A sum, its two parts, or a rate, its part and its base: how the columns of every full row hang together."""
_MOST_WAYS = 5000
_FEWEST_ROWS = 2
_HUNDRED = Decimal(100)


def ways_of(pieces: Sequence[str], columns: Columns) -> list[Way]:
    """Return all ways in which the kinds of the pieces fit the columns."""
    kinds = [kind_of(piece) for piece in pieces]
    total = TOTAL.fullmatch(pieces[0]) is not None
    found: list[Way] = []
    for way in _ways(kinds, columns, 0, 0, free=total):
        if len(found) > _MOST_WAYS:
            return []
        if not _is_counted(pieces, way, columns):
            continue
        if total or not columns.named or Kind.WORDS not in kinds or columns.name in way:
            found.append(way)
    return found


def _is_counted(pieces: Sequence[str], way: Way, columns: Columns) -> bool:
    """Say whether every label that has its number behind it has one."""
    texts = dict(zip(way, pieces, strict=True))
    return all(at - 1 not in texts or texts.get(at, "").isdecimal() for at in columns.counted)


def scored(pieces: Sequence[str], ways: Sequence[Way], columns: Columns, laws: Sequence[Law]) -> list[Way]:
    """Return the ways of a row of a form in which it has points and a score that is not above them, and breaks no law.

    That a row has both is no proof, for either can be left out; a figure that stands in for it rarely looks like one.
    """
    found: list[Way] = []
    for way in ways:
        values = values_of(pieces, way)
        points, score = (
            (values.get(at) for at in columns.filled) if len(columns.filled) == 2 else (None, None)
        )
        if points is not None and score is not None and score <= points:
            found.append(way)
    return [way for way in found if all(_keeps(law, values_of(pieces, way)) for law in laws)]


def _ways(kinds: Sequence[Kind], columns: Columns, at: int, start: int, *, free: bool) -> Iterator[Way]:
    """Yield the ways of the pieces from ``at`` on; the label of a total may stand in any leading column."""
    if at == len(kinds):
        yield ()
        return
    for column in range(start, columns.count - len(kinds) + at + 1):
        if kinds[at] in columns.kinds[column] or (free and at == 0 and column <= columns.name):
            for rest in _ways(kinds, columns, at + 1, column + 1, free=free):
                yield (column, *rest)


def settled(pieces: Sequence[str], ways: Sequence[Way]) -> Way | None:
    """Return the way of a row whose figures have one place each, None where one may stand in two columns."""
    if not any(map(_is_figure, pieces)) or len({figures_at(pieces, way) for way in ways}) != 1:
        return None
    whole = [way for way in ways if way[-1] - way[0] == len(way) - 1]
    return (whole or list(ways))[-1]


def figures_at(pieces: Sequence[str], way: Way) -> Way:
    """Return the columns of the pieces that hold figures, or begin with one."""
    return tuple(column for column, piece in zip(way, pieces, strict=True) if _is_figure(piece))


def _is_figure(piece: str) -> bool:
    return piece[0].isdigit() or kind_of(piece) not in (Kind.WORDS, Kind.BLANK)


def values_of(pieces: Sequence[str], way: Way) -> dict[int, Decimal]:
    """Return the values of a row by column."""
    return {c: value for c, piece in zip(way, pieces, strict=True) if (value := number(piece)) is not None}


def laws_of(rows: Sequence[Sequence[str]], columns: Columns) -> list[Law]:
    """Return the laws that all full rows keep, and two of them not by chance."""
    values = [values_of(row, tuple(range(len(row)))) for row in rows if row[0] not in COLUMN_NUMBERS]
    if len(values) < _FEWEST_ROWS:
        return []
    held = [c for c in range(columns.count) if sum(c in row for row in values) >= _FEWEST_ROWS]
    laws: list[Law] = []
    for whole in held:
        others = [c for c in held if c != whole]
        if whole not in columns.rates:
            laws += [("sum", whole, *two) for two in combinations(others, 2) if not columns.rates & set(two)]
        else:
            laws += [("rate", whole, *two) for two in permutations(others, 2) if not columns.rates & set(two)]
    return [law for law in laws if _is_kept(law, values)]


def _is_kept(law: Law, rows: Sequence[Values]) -> bool:
    kind, whole, one, other = law
    full = [row for row in rows if {whole, one, other} <= row.keys()]
    telling = [row for row in full if row[one] != row[other] and row[one] and row[other] and row[whole]]
    if kind == "rate":
        telling = [row for row in telling if row[whole] != _HUNDRED]
    return len(telling) >= _FEWEST_ROWS and all(_keeps(law, row) for row in full)


def _keeps(law: Law, row: Values) -> bool:
    """Say whether a row keeps a law, blanks counting as nothing."""
    kind, whole, one, other = law
    zero = Decimal(0)
    if kind == "rate":
        if whole not in row:
            return not (one in row and row.get(other))
        if not row.get(other):
            return False
        unit = Decimal(1).scaleb(int(row[whole].as_tuple().exponent))
        return abs(row.get(one, zero) * _HUNDRED / row[other] - row[whole]) * 2 <= unit
    return row.get(whole, zero) == row.get(one, zero) + row.get(other, zero)


def lawful(pieces: Sequence[str], ways: Sequence[Way], laws: Sequence[Law]) -> list[Way]:
    """Return the ways in which a row breaks no law and is seen to keep the most, at least one.

    That other ways break a law proves nothing: a figure that was left out breaks laws too.
    """
    values = {way: values_of(pieces, way) for way in ways}
    kept = [way for way in ways if all(_keeps(law, values[way]) for law in laws)]
    seen = {way: sum(set(law[1:]) <= values[way].keys() for law in laws) for way in kept}
    most = max(seen.values(), default=0)
    return [way for way in kept if seen[way] == most] if most else []
