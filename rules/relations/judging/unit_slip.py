"""Does a relation fail only because one amount is in another unit than it says: 元 for 万元?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Quantity
from rules.numbers.units import Dimension
from rules.relations.judging.computation import SAME_UNIT, Computation, Operation

# 元, 千元 and 万元 lie so many decimal places apart.
_UNIT_SHIFTS = (1, -1, 3, -3, 4, -4)
# Fewer digits than these agree by chance after a shift.
_TELLING = 100


def is_unit_slip(computation: Computation, stated: Quantity, scale: Decimal) -> bool:
    """Say whether the relation holds once one amount is taken in another of 元, 千元 and 万元."""
    if computation.operation in (*SAME_UNIT, Operation.PRODUCT) and _is_telling(stated):
        spread = computation.spread()
        ends = stated.interval().scaled(scale)
        # What comes out as nearly nothing is met by whatever is made small enough.
        if (
            not isinstance(spread, NotComputable)
            and _is_far_from_nothing(spread)
            and any(spread.meets(ends.scaled(Decimal(1).scaleb(shift))) for shift in _UNIT_SHIFTS)
        ):
            return True
    if computation.operation is Operation.DUPLICATE:
        return False
    figures = computation.operands
    # A figure that the shift makes vanish beside the stated one would fit whatever it is.
    least = _TELLING * scale.scaleb(-stated.precision) if computation.operation in SAME_UNIT else Decimal(0)
    for index, figure in enumerate(figures):
        if figure.unit is None or not _is_telling(figure):
            continue
        for shift in _UNIT_SHIFTS:
            unit = replace(figure.unit, factor=figure.unit.factor.scaleb(shift))
            if abs(figure.value) * unit.factor < least:
                continue
            shifted = (*figures[:index], replace(figure, unit=unit), *figures[index + 1 :])
            if replace(computation, operands=shifted).meets(stated, scale):
                return True
    return False


def _is_far_from_nothing(spread: Interval) -> bool:
    """Say whether an interval is narrow beside how far from nothing it lies."""
    if spread.low is None or spread.high is None:
        return False
    return min(abs(spread.low), abs(spread.high)) > spread.high - spread.low and spread.low * spread.high > 0


def _is_telling(figure: Quantity) -> bool:
    """Say whether a figure is an amount of money with enough digits to be recognised after a shift."""
    money = figure.unit is not None and figure.unit.dimension is Dimension.MONEY
    return money and abs(figure.value).scaleb(figure.precision) >= _TELLING
