"""Is a relation that fails one slip of the pen away from holding? Corroboration for a reading that is not certain.

A relation read from running text may be broken because the report is wrong, or because we misread the sentence. A
misreading gives figures that have nothing to do with one another; a slip leaves all digits but one. So a reading that
rests on ellipsis raises an alarm only where one wrong digit, two changed over, or a lost one explains the failure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension
from rules.relations.computation import HUNDRED, RATES, SAME_UNIT, Operation, factor_of
from rules.relations.relation import Verdict

FITS = (Verdict.EXACT, Verdict.ROUNDING)
"""The verdicts under which a relation simply holds."""

_FEWEST_DIGITS = 4
_FEWEST_OF_SUSPECTS = 1
_MOST_OPERANDS = 14
_FINE_RATE = 2
_ONE = Interval(Decimal(1), Decimal(1))


def is_one_slip_away(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    *,
    signs: Sequence[int] | None = None,
) -> bool:
    """Say whether changing one figure by one slip makes the relation hold.

    Units: any, as in ``judge``. Figures of fewer than four digits are left alone: any two differ by one slip.
    """
    figures = (*operands, stated)
    if operation in RATES and stated.precision < _FINE_RATE:
        # A rate to whole per cents is met by chance too often; one that lost its last digit was finer.
        implied = _implied(operation, operands, stated, signs, len(operands))
        return stated.precision == _FINE_RATE - 1 and implied is not None and _lost_last(stated, implied)
    if len(operands) > _MOST_OPERANDS or any(figure.hedge is not Hedge.NONE for figure in figures):
        return False
    return any(
        _is_reached(figure, implied)
        for index, figure in enumerate(figures)
        if (implied := _implied(operation, operands, stated, signs, index)) is not None
    )


def mended_by_one_slip(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    index: int,
    *,
    signs: Sequence[int] | None = None,
) -> bool:
    """Say whether one slip in one of the figures (the one after the operands is the stated) explains the failure.

    Short figures count as well: this weighs suspects of a failure that is certain, and never makes one.
    """
    figure = (*operands, stated)[index]
    implied = _implied(operation, operands, stated, signs, index)
    return implied is not None and _is_reached(figure, implied, fewest=_FEWEST_OF_SUSPECTS)


def mending_values(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    index: int,
    *,
    signs: Sequence[int] | None = None,
) -> Interval | None:
    """Return the values of one figure, in its own unit, under which the relation holds; ``index`` as above."""
    found = _implied(operation, operands, stated, signs, index)
    return None if found is None else found.scaled(1 / factor_of((*operands, stated)[index].unit))


def _lost_last(rate: Quantity, implied: Interval) -> bool:
    """Say whether a rate with one decimal is one with two of which a digit was lost: 87.5 from 87.25."""
    places = rate.precision + 1
    digits = f"{abs(rate.value):.{rate.precision}f}".replace(".", "")
    half = Decimal(5).scaleb(-places - 1)
    if len(digits.lstrip("0")) < _FEWEST_DIGITS - 1:
        return False
    lost = {
        Decimal(text).scaleb(-places).copy_sign(rate.value)
        for text in _lost(digits, len(digits) - rate.precision, len(digits))
    } - {rate.value}
    return any(Interval(value - half, value + half).meets(implied) for value in lost)


def slip_between(one: Quantity, other: Quantity) -> bool:
    """Say whether one figure is the other with one slip, both long enough for it to tell."""
    return is_one_slip_away(Operation.DUPLICATE, [one], other)


def is_slip_of(figure: Quantity, value: Decimal) -> bool:
    """Say whether one slip turns the value, in the unit of the figure, into what is printed; short figures count too."""
    exact = value * factor_of(figure.unit)
    return _is_reached(figure, Interval(exact, exact), fewest=_FEWEST_OF_SUSPECTS)


def reached_by_one_slip(figure: Quantity, wanted: Interval) -> bool:
    """Say whether one slip turns one of the values, in base units, into what is printed; short figures do not count."""
    return _is_reached(figure, wanted)


def _range(figure: Quantity) -> Interval:
    return figure.interval().scaled(factor_of(figure.unit))


def _implied(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    signs: Sequence[int] | None,
    index: int,
) -> Interval | None:
    """Return the values of one figure, in base units, under which the relation holds; None where there are none.

    ``index`` counts the operands; the one after the last is the stated figure.
    """
    ranges = [_range(figure) for figure in operands]
    if operation in SAME_UNIT:
        return _implied_term(ranges, _range(stated), _signs(operation, len(operands), signs), index)
    if operation is Operation.PRODUCT:
        return _implied_factor(operands, _range(stated), index)
    if operation not in RATES or len(operands) != 2:
        return None
    rate = _range(stated).scaled(1 / HUNDRED)
    rate = rate + _ONE if operation is Operation.YOY else rate
    found: Interval | NotComputable
    if index == 0:
        found = rate * ranges[1]
    elif index == 1:
        found = ranges[0] / rate
    else:
        found = ranges[0] / ranges[1]
        if not isinstance(found, NotComputable):
            found = (found - _ONE if operation is Operation.YOY else found).scaled(HUNDRED)
    return None if isinstance(found, NotComputable) else found


def _implied_factor(operands: Sequence[Quantity], stated: Interval, index: int) -> Interval | None:
    """Return one factor of an average times a number; a weight times a rate is judged elsewhere."""
    if len(operands) != 2 or any(f.unit is not None and f.unit.dimension is Dimension.RATE for f in operands):
        return None
    first, second = _range(operands[0]), _range(operands[1])
    found = first * second if index == 2 else stated / (second if index == 0 else first)
    return None if isinstance(found, NotComputable) else found


def _signs(operation: Operation, count: int, signs: Sequence[int] | None) -> Sequence[int]:
    if signs:
        return signs
    return [-1 if operation is Operation.DIFFERENCE and at else 1 for at in range(count)]


def _implied_term(ranges: Sequence[Interval], stated: Interval, signs: Sequence[int], index: int) -> Interval:
    result = Interval(Decimal(0), Decimal(0)) if index == len(ranges) else stated
    for at, (term, sign) in enumerate(zip(ranges, signs, strict=True)):
        if index == len(ranges):
            result = result + term if sign > 0 else result - term
        elif at != index:
            result = result - term if sign > 0 else result + term
    return result if index == len(ranges) or signs[index] > 0 else -result


def _is_reached(figure: Quantity, implied: Interval, fewest: int = _FEWEST_DIGITS) -> bool:
    """Say whether a figure that prints as the implied value becomes the printed one by one slip."""
    factor = factor_of(figure.unit)
    for value, places in _variants(abs(figure.value), max(figure.precision, 0), fewest):
        half = Decimal(0) if figure.counted else Decimal(5).scaleb(-places - 1)
        signed = value.copy_sign(figure.value)
        if Interval((signed - half) * factor, (signed + half) * factor).meets(implied):
            return True
    return False


@lru_cache(maxsize=4096)
def _variants(value: Decimal, places: int, fewest: int) -> tuple[tuple[Decimal, int], ...]:
    """Return every value that one slip turns into the printed one, each with its decimals."""
    digits = f"{value:.{places}f}".replace(".", "")
    told = len(digits.lstrip("0"))
    if told < fewest - 1:
        return ()
    # A figure that lost a digit had one more, so that one of three digits tells as much as another of four.
    found = {text: places for text in _neighbours(digits)} if told >= fewest else {}
    whole = len(digits) - places
    longer = {(text, places): None for text in _lost(digits, 0, whole)}
    if places:
        longer |= {(text, places + 1): None for text in _lost(digits, whole, len(digits))}
    found.pop(digits, None)
    every = [*found.items(), *longer]
    return tuple((Decimal(text).scaleb(-decimals), decimals) for text, decimals in every)


def _neighbours(digits: str) -> Iterator[str]:
    """Yield one digit changed, and two neighbours changed over."""
    for at, own in enumerate(digits):
        for digit in "0123456789":
            if digit != own:
                yield digits[:at] + digit + digits[at + 1 :]
    for at in range(len(digits) - 1):
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _lost(digits: str, first: int, last: int) -> Iterator[str]:
    """Yield what the printed digits may have been before one of them was lost between two places, ends included."""
    for at in range(first, last + 1):
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at:]


def is_shift(one: Quantity, other: Quantity) -> bool:
    """Say whether two amounts have the same digits and differ by a power of ten: a point or a unit misplaced."""
    first, second = one.value * factor_of(one.unit), other.value * factor_of(other.unit)
    if not first or not second or len(f"{abs(one.value)}".replace(".", "").strip("0")) < _FEWEST_DIGITS:
        return False
    same = first.normalize().as_tuple().digits == second.normalize().as_tuple().digits
    return same and first.adjusted() != second.adjusted()
