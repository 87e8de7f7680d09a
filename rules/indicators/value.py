"""Formulas worked out: exact values, all that the printed digits allow, and units that must agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rules.indicators.formula import Binary, Call, Name, Negative, Node, Number, show
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Quantity
from rules.numbers.units import Dimension, Unit

Dims = tuple[tuple[str, int], ...]
"""What a value measures: base dimensions with their powers; empty for a pure number."""

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Value:
    """A value: exactly, as the figures are printed, and every value that the printed digits allow.

    Units: money in 元, rates as pure numbers (1 meaning 100 %), counts by their own symbol.
    """

    exact: Fraction
    span: Interval
    dims: Dims = ()


Outcome = Value | NotComputable
Lookup = Callable[[str], Outcome]
"""Gives the value of a name, or the reason why there is none."""


def value_of(quantity: Quantity) -> Value:
    """Return a printed figure as a value."""
    factor, dims = _scale(quantity.unit)
    return Value(Fraction(quantity.value) * Fraction(factor), quantity.interval().scaled(factor), dims)


def dims_of(unit: Unit | None) -> Dims:
    """Return what a unit measures."""
    return _scale(unit)[1]


def evaluate(node: Node, lookup: Lookup) -> Outcome:
    """Work a formula out; the first thing that has no value makes the whole not computable, with its reason."""
    match node:
        case Number(value, percent):
            number = value * _HUNDREDTH if percent else value
            return Value(Fraction(number), Interval(number, number))
        case Name(text):
            return lookup(text)
        case Negative(of):
            inner = evaluate(of, lookup)
            return inner if isinstance(inner, NotComputable) else Value(-inner.exact, -inner.span, inner.dims)
        case Binary(sign, left, right):
            first, second = evaluate(left, lookup), evaluate(right, lookup)
            if isinstance(first, NotComputable):
                return first
            if isinstance(second, NotComputable):
                return second
            return _joined(sign, first, second, node)
        case Call(function, arguments):
            values = [evaluate(argument, lookup) for argument in arguments]
            known = [value for value in values if isinstance(value, Value)]
            return _called(function, known) if len(known) == len(values) else _reason(values)


def _reason(values: list[Outcome]) -> NotComputable:
    return next(value for value in values if isinstance(value, NotComputable))


def _joined(sign: str, left: Value, right: Value, node: Binary) -> Outcome:
    if sign in "+−":
        if left.dims != right.dims:
            return NotComputable(f"“{show(node.left)}”与“{show(node.right)}”计量的不是同一种量，不能相加减")
        if sign == "+":
            return Value(left.exact + right.exact, left.span + right.span, left.dims)
        return Value(left.exact - right.exact, left.span - right.span, left.dims)
    if sign == "×":
        dims = _powers(left.dims, right.dims, 1)
        return Value(left.exact * right.exact, left.span * right.span, dims)
    if right.exact == 0:
        return NotComputable(f"分母“{show(node.right)}”为 0")
    span = left.span / right.span
    if isinstance(span, NotComputable):
        return NotComputable(f"分母“{show(node.right)}”按印出位数可能为 0")
    return Value(left.exact / right.exact, span, _powers(left.dims, right.dims, -1))


def _called(function: str, values: list[Value]) -> Outcome:
    if len({value.dims for value in values}) > 1:
        return NotComputable(f"{function} 的各项计量的不是同一种量，不能比较")
    dims, exact = values[0].dims, [value.exact for value in values]
    lows, highs = [value.span.low for value in values], [value.span.high for value in values]
    if function == "abs":
        return Value(abs(exact[0]), _absolute(values[0].span), dims)
    if function == "min":
        return Value(min(exact), Interval(_least(lows), _least_of_known(highs)), dims)
    return Value(max(exact), Interval(_most_of_known(lows), _most(highs)), dims)


def _absolute(span: Interval) -> Interval:
    if span.low is not None and span.low >= 0:
        return span
    if span.high is not None and span.high <= 0:
        return -span
    ends = None if span.low is None or span.high is None else max(-span.low, span.high)
    return Interval(Decimal(0), ends)


def _least(ends: list[Decimal | None]) -> Decimal | None:
    return None if None in ends else min(end for end in ends if end is not None)


def _most(ends: list[Decimal | None]) -> Decimal | None:
    return None if None in ends else max(end for end in ends if end is not None)


def _least_of_known(ends: list[Decimal | None]) -> Decimal | None:
    return min((end for end in ends if end is not None), default=None)


def _most_of_known(ends: list[Decimal | None]) -> Decimal | None:
    return max((end for end in ends if end is not None), default=None)


def _powers(left: Dims, right: Dims, sign: int) -> Dims:
    powers = dict(left)
    for name, power in right:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def _scale(unit: Unit | None) -> tuple[Decimal, Dims]:
    """Return by what a figure is multiplied, and what it measures."""
    if unit is None:
        return Decimal(1), ()
    match unit.dimension:
        case Dimension.MONEY:
            return unit.factor, (("money", 1),)
        case Dimension.RATE | Dimension.POINTS:
            return unit.factor * _HUNDREDTH, ()
        case Dimension.MULTIPLE:
            return Decimal(1), ()
        case _:
            return Decimal(1), ((f"{unit.dimension}:{unit.symbol}", 1),)
