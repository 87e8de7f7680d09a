"""What a relation computes from printed figures: on the digits, and on all that they can stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import reduce
from math import prod
from operator import mul

from rules.numbers.interval import Interval, NotComputable, total
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension, Unit

HUNDRED = Decimal(100)
_ONE = Interval(Decimal(1), Decimal(1))


class Operation(StrEnum):
    """What is computed from the operands; rates are in per cent."""

    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    YOY = "yoy"
    DUPLICATE = "duplicate"
    PRODUCT = "product"
    PART = "part"


SAME_UNIT = (Operation.SUM, Operation.DIFFERENCE, Operation.DUPLICATE)
RATES = (Operation.RATIO, Operation.YOY, Operation.PART)


@dataclass(frozen=True, slots=True)
class Computation:
    """An operation on printed figures. ``signs`` are those of the terms of a sum or difference.

    Units: results are in the base unit of the dimension (元 for money), those of ratio and yoy in per cent.
    """

    operation: Operation
    operands: tuple[Quantity, ...]
    signs: tuple[int, ...]

    def point(self) -> Decimal | NotComputable:
        """Compute on the printed digits."""
        values = [figure.value * factor_of(figure.unit) for figure in self.operands]
        if self.operation in SAME_UNIT:
            signed = (sign * value for sign, value in zip(self.signs, values, strict=True))
            return sum(signed, start=Decimal(0))
        if self.operation is Operation.PRODUCT:
            return prod(values) / self._percent()
        if isinstance(spread := self.spread(), NotComputable):
            return spread
        if self.operation is Operation.PART:
            return values[0] / sum(values) * HUNDRED
        top = values[0] - values[1] if self.operation is Operation.YOY else values[0]
        return top / values[1] * HUNDRED

    def spread(self, precision: int | None = None) -> Interval | NotComputable:
        """Bound the result over all values that print like the operands.

        ``precision`` narrows figures with fewer decimals than their siblings to that many. 约 does not widen a figure here:
        without bounds it would fit anything.
        """
        ends = [_interval(figure, precision).scaled(factor_of(figure.unit)) for figure in self.operands]
        if self.operation in SAME_UNIT:
            return total(end if sign > 0 else -end for sign, end in zip(self.signs, ends, strict=True))
        if self.operation is Operation.PRODUCT:
            return reduce(mul, ends).scaled(1 / self._percent())
        quotient = _of_all(ends) if self.operation is Operation.PART else ends[0] / ends[1]
        if isinstance(quotient, NotComputable):
            return quotient
        return (quotient - _ONE if self.operation is Operation.YOY else quotient).scaled(HUNDRED)

    def is_far_from(self, point: Decimal, stated: Quantity) -> bool:
        """Say whether a sum or difference misses the stated figure by more than all printed figures leave open.

        ``point`` is what the printed digits give. Cheaper than ``meets``, which decides on what is near.
        """
        figures = (*self.operands, stated)
        if self.operation not in SAME_UNIT or any(figure.hedge is not Hedge.NONE for figure in figures):
            return False
        open_left = sum(Decimal(1).scaleb(-figure.precision) * factor_of(figure.unit) for figure in figures)
        return abs(point - stated.value * factor_of(stated.unit)) > open_left

    def meets(self, stated: Quantity, scale: Decimal, precision: int | None = None) -> bool:
        """Say whether some values that print like the operands give one that prints like the stated figure.

        ``scale`` is one in the unit of the stated figure, in that of the computation; ``precision`` as for ``spread``.
        """
        spread = self.spread(precision)
        if isinstance(spread, NotComputable):
            return False
        among = precision is not None and is_coarse(stated, precision) and self.operation in SAME_UNIT
        plain = replace(stated, hedge=Hedge.NONE) if stated.hedge is Hedge.ABOUT else stated
        return spread.meets(plain.interval(precision if among else None).scaled(scale))

    def _percent(self) -> Decimal:
        """Return what a product is divided by: 100 for each rate in it."""
        rates = [
            figure for figure in self.operands if figure.unit and figure.unit.dimension is Dimension.RATE
        ]
        return HUNDRED ** len(rates)


def _of_all(ends: Sequence[Interval]) -> Interval | NotComputable:
    """Return the first over the sum of all: one over one and what the others are to it, so that it stands there once."""
    others = total(ends[1:]) / ends[0]
    return others if isinstance(others, NotComputable) else _ONE / (_ONE + others)


def _interval(figure: Quantity, precision: int | None) -> Interval:
    plain = replace(figure, hedge=Hedge.NONE) if figure.hedge is Hedge.ABOUT else figure
    return plain.interval(precision if precision is not None and is_coarse(figure, precision) else None)


def is_coarse(figure: Quantity, precision: int) -> bool:
    """Say whether a figure was printed with fewer decimals than its siblings though it is no count."""
    return not figure.counted and 0 <= figure.precision < precision


def is_whole(figure: Quantity) -> bool:
    """Say whether a figure was printed without decimals though it is no count."""
    return not figure.counted and figure.precision == 0


def factor_of(unit: Unit | None) -> Decimal:
    """Return the factor to the base unit; a bare number is taken as it is."""
    return Decimal(1) if unit is None else unit.factor


def places(figure: Quantity) -> int:
    """Return the decimals of a figure in its base unit: 1523.46 万元 is printed to hundreds of 元, −2."""
    return figure.precision - factor_of(figure.unit).adjusted()


def alike(figures: Sequence[Quantity]) -> tuple[Quantity, ...] | NotComputable:
    """Give figures without a unit that of their siblings, or say why the figures cannot be compared."""
    units = {figure.unit for figure in figures if figure.unit is not None}
    if len({_dimension(unit) for unit in units}) > 1:
        return NotComputable("计量单位不同类，不能相互核对")
    if not units or all(figure.unit is not None for figure in figures):
        return tuple(figures)
    if len({unit.factor for unit in units}) > 1:
        return NotComputable("有数未注明计量单位")
    unit = min(units, key=lambda known: known.symbol)
    exact = all(figure.counted for figure in figures if figure.unit is not None)
    return tuple(
        figure if figure.unit is not None else replace(figure, unit=unit, counted=exact and is_whole(figure))
        for figure in figures
    )


def _dimension(unit: Unit) -> Dimension:
    """百分点 is the difference of two rates."""
    return Dimension.RATE if unit.dimension is Dimension.POINTS else unit.dimension


def printed(value: Decimal, precision: int) -> Decimal:
    """Return the value rounded half up to the decimals; a negative precision rounds to tens, hundreds …"""
    return value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP)


def cut(value: Decimal, precision: int) -> Decimal:
    """Return the value with the digits behind the decimals cut off."""
    return value.quantize(Decimal(1).scaleb(-precision), ROUND_DOWN)
