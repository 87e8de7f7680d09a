"""A quick search for true values that print as stated and satisfy every relation, without a solver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Context, Decimal, localcontext

from rules.relations.judging.linear import LinearFact, Row, components

_ROUNDS = 60
_PLACES = 12
_ONE = Decimal(1)
# Mending one row moves others a little: below this part of their intervals what is left counts for nothing.
_NOTHING = Decimal("0.001")


def witness(facts: Sequence[LinearFact], rows: Sequence[Row]) -> Mapping[str, Decimal] | None:
    """Return values inside all intervals that satisfy all rows (to a thousandth of the intervals), or None.

    None only says that none was found quickly. Statements of one fact share one value. The printed values are
    tried first; a row that they miss is mended by moving its values within their intervals, each by its
    share of the room there is.
    """
    if any(not row.terms for row in rows):
        return None
    name, bounds = _merged(facts, rows)
    if any(one.low is not None and one.high is not None and one.low > one.high for one in bounds.values()):
        return None
    merged = [_renamed(row, name) for row in rows if not _is_equality(row)]
    values = {one.id: middle(one) for one in bounds.values()}
    with localcontext(Context(prec=60)):
        widths = [_widths(row, bounds) for row in merged]
        for _ in range(_ROUNDS):
            missed = [
                (row, width)
                for row, width in zip(merged, widths, strict=True)
                if abs(miss(row, values)) > width * _NOTHING
            ]
            if not missed:
                return {fact.id: values[name[fact.id]] for fact in facts}
            if not all(_mend(row, values, bounds, width) for row, width in missed):
                return None
    return None


def _is_equality(row: Row) -> bool:
    """Say whether the row only says that two statements are of one value."""
    return row.low == row.high == 0 and sorted(value for _, value in row.terms) == [-_ONE, _ONE]


def _merged(facts: Sequence[LinearFact], rows: Sequence[Row]) -> tuple[dict[str, str], dict[str, LinearFact]]:
    """Return the name that each fact shares with those equal to it, and the values that suit them all."""
    groups = components([row for row in rows if _is_equality(row)])
    name = {fact.id: fact.id for fact in facts}
    for group in groups:
        members = frozenset(fact for row in group for fact in row.facts)
        name.update(dict.fromkeys(members, min(members)))
    bounds: dict[str, LinearFact] = {}
    for fact in facts:
        one = bounds.setdefault(name[fact.id], LinearFact(name[fact.id], None, None))
        low = max((end for end in (one.low, fact.low) if end is not None), default=None)
        high = min((end for end in (one.high, fact.high) if end is not None), default=None)
        bounds[one.id] = LinearFact(one.id, low, high)
    return name, bounds


def _renamed(row: Row, name: Mapping[str, str]) -> Row:
    terms: dict[str, Decimal] = {}
    for fact, coefficient in row.terms:
        terms[name[fact]] = terms.get(name[fact], Decimal(0)) + coefficient
    return replace(row, terms=tuple((fact, value) for fact, value in terms.items() if value))


def middle(fact: LinearFact) -> Decimal:
    """Return the middle of the interval, which is the printed value; of an open one its end."""
    if fact.low is None or fact.high is None:
        return fact.low or fact.high or Decimal(0)
    return (fact.low + fact.high) / 2


def miss(row: Row, values: Mapping[str, Decimal]) -> Decimal:
    """Return by how much the values fall short of the row (positive) or exceed it (negative), else zero."""
    total = sum((coefficient * values[fact] for fact, coefficient in row.terms), start=Decimal(0))
    if row.low is not None and total < row.low:
        return row.low - total
    if row.high is not None and total > row.high:
        return row.high - total
    return Decimal(0)


def _mend(row: Row, values: dict[str, Decimal], bounds: Mapping[str, LinearFact], width: Decimal) -> bool:
    """Move the facts of the row until it holds; False where their intervals leave no room for that."""
    short = miss(row, values)
    if abs(short) > width:
        return False
    if not short:
        return True
    rooms = {fact: _room(bounds[fact], values[fact], coefficient * short) for fact, coefficient in row.terms}
    reach = {fact: rooms[fact] * abs(coefficient) for fact, coefficient in row.terms}
    whole = sum(reach.values(), start=Decimal(0))
    if not whole:
        return True  # other rows have used the room up and may give it back
    short = short * min(Decimal(1), whole / abs(short))
    most = max(reach, key=lambda fact: reach[fact])
    coefficients = dict(row.terms)
    for fact, room in reach.items():
        if fact != most:
            values[fact] += round(short * room / whole / coefficients[fact], _PLACES)
    values[most] = _within(bounds[most], values[most] + miss(row, values) / coefficients[most])
    return True


def _within(fact: LinearFact, value: Decimal) -> Decimal:
    value = value if fact.low is None else max(fact.low, value)
    return value if fact.high is None else min(fact.high, value)


def _room(fact: LinearFact, value: Decimal, direction: Decimal) -> Decimal:
    """Return how far a value may move up (positive direction) or down."""
    end = fact.high if direction > 0 else fact.low
    return abs(value) + 1 if end is None else abs(end - value)


def _widths(row: Row, bounds: Mapping[str, LinearFact]) -> Decimal:
    """Return by how much the row can be moved at most; where an interval is open, by as much as its value."""
    total = Decimal(0)
    for name, coefficient in row.terms:
        fact = bounds[name]
        open_ended = fact.low is None or fact.high is None
        width = abs(middle(fact)) + 1 if open_ended else _room(fact, fact.low or Decimal(0), _ONE)
        total += abs(coefficient) * width
    return total
