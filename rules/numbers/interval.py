"""Closed intervals of decimals: all true values that a printed figure, or a computation on such figures, allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class NotComputable:
    """A computation that has no bounded result, with the reason in the user's language."""

    reason: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; an end that is None is open to infinity. Ends are rounded outward, never inward."""

    low: Decimal | None
    high: Decimal | None

    def __neg__(self) -> Interval:
        return Interval(_negated(self.high), _negated(self.low))

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else _DOWN.add(self.low, other.low),
            None if self.high is None or other.high is None else _UP.add(self.high, other.high),
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Decimal) -> Interval:
        """Return the interval times a positive factor."""
        return Interval(
            None if self.low is None else _DOWN.multiply(self.low, factor),
            None if self.high is None else _UP.multiply(self.high, factor),
        )

    def __truediv__(self, other: Interval) -> Interval | NotComputable:
        """Return every quotient; the four corners bound it. A divisor that may be zero gives NotComputable."""
        if None in (other.low, other.high, self.low, self.high):
            return NotComputable("有约数，商没有界限")
        corners = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        if other.low is None or other.high is None or other.low <= 0 <= other.high:
            return NotComputable("分母可能为零")
        exact = [(a, b) for a, b in corners if a is not None and b is not None]
        return Interval(min(_DOWN.divide(a, b) for a, b in exact), max(_UP.divide(a, b) for a, b in exact))

    def times(self, other: Interval) -> Interval | NotComputable:
        """Return every product."""
        if None in (other.low, other.high, self.low, self.high):
            return NotComputable("有约数，积没有界限")
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        exact = [(a, b) for a, b in pairs if a is not None and b is not None]
        return Interval(min(_DOWN.multiply(a, b) for a, b in exact), max(_UP.multiply(a, b) for a, b in exact))

    def meets(self, other: Interval) -> bool:
        """Say whether some value lies in both."""
        above = self.high is None or other.low is None or self.high >= other.low
        below = self.low is None or other.high is None or self.low <= other.high
        return above and below

    def contains(self, value: Decimal) -> bool:
        """Say whether the value lies in the interval, ends included."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    result = Interval(Decimal(0), Decimal(0))
    for interval in intervals:
        result = result + interval
    return result


def _negated(end: Decimal | None) -> Decimal | None:
    return None if end is None else -end
