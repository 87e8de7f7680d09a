"""Closed intervals of decimals: every true value that a printed figure or a computation on them allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class NotComputable:
    """A computation that has no result, with the reason in the user's language."""

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

    def __mul__(self, other: Interval) -> Interval:
        """Return every product, bounded by its four corners."""
        corners = [(a, b) for a in self._ends() for b in other._ends()]
        return Interval(
            _finite(min(_product(a, b, _DOWN) for a, b in corners)),
            _finite(max(_product(a, b, _UP) for a, b in corners)),
        )

    def __truediv__(self, other: Interval) -> Interval | NotComputable:
        """Return every quotient, bounded by its four corners; NotComputable where the divisor may be zero."""
        if other.contains(Decimal(0)):
            return NotComputable("分母可能为零")
        corners = [(a, b) for a in self._ends() for b in other._ends()]
        return Interval(
            _finite(min(end for a, b in corners for end in _quotients(a, b, _DOWN))),
            _finite(max(end for a, b in corners for end in _quotients(a, b, _UP))),
        )

    def scaled(self, factor: Decimal) -> Interval:
        """Return the interval times a positive factor."""
        return Interval(
            None if self.low is None else _DOWN.multiply(self.low, factor),
            None if self.high is None else _UP.multiply(self.high, factor),
        )

    def meets(self, other: Interval) -> bool:
        """Say whether some value lies in both."""
        above = self.high is None or other.low is None or self.high >= other.low
        below = self.low is None or other.high is None or self.low <= other.high
        return above and below

    def contains(self, value: Decimal) -> bool:
        """Say whether the value lies in the interval, ends included."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def _ends(self) -> tuple[Decimal, Decimal]:
        low = -_INFINITY if self.low is None else self.low
        return low, _INFINITY if self.high is None else self.high


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    result = Interval(Decimal(0), Decimal(0))
    for interval in intervals:
        result = result + interval
    return result


def _negated(end: Decimal | None) -> Decimal | None:
    return None if end is None else end.copy_negate()


def _finite(end: Decimal) -> Decimal | None:
    return None if end.is_infinite() else end


def _product(a: Decimal, b: Decimal, rounding: Context) -> Decimal:
    # Infinity stands for large finite values only, so zero times it is zero.
    return rounding.multiply(a, b) if a and b else Decimal(0)


def _quotients(a: Decimal, b: Decimal, rounding: Context) -> tuple[Decimal, ...]:
    """Return what the quotient comes to at a corner; between two open ends it runs from zero to infinity."""
    if a.is_infinite() and b.is_infinite():
        return Decimal(0), _INFINITY.copy_sign(a) * Decimal(1).copy_sign(b)
    return (Decimal(0),) if b.is_infinite() else (rounding.divide(a, b),)
