"""Is a relation that fails one slip of the pen away from holding? Corroboration for a reading that is not certain.

A relation read from running text may be broken because the report is wrong, or because we misread the sentence. A
misreading gives figures that have nothing to do with one another; a slip leaves all digits but one. So a reading that
rests on ellipsis raises an alarm only where one wrong digit, two changed over, or a lost one explains the failure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import reduce
from operator import mul

from rules.numbers.interval import Interval, NotComputable, total
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension
from rules.relations.judging.computation import HUNDRED, RATES, SAME_UNIT, Operation, factor_of
from rules.relations.judging.misprints import has_lost, is_changed, longer_by_one, neighbours
from rules.relations.relation import Verdict

FITS = (Verdict.EXACT, Verdict.ROUNDING)
"""The verdicts under which a relation simply holds."""

_FEWEST_DIGITS = 4
_FEWEST_WHERE_NARROW = 2
_FEWEST_OF_SUSPECTS = 1
_SLIPS_A_DIGIT = 12
"""About so many figures are one slip away from another, for each of its digits."""
_BY_CHANCE = Decimal("0.05")
"""How often one of the figures of a sum may be met by chance and still tell."""
_MOST_OPERANDS = 14
_FINE_RATE = 2
_WIDE = Decimal("0.001")
_FEW = 64
"""So many values in question are tried one by one."""
_ONE = Interval(Decimal(1), Decimal(1))


def is_one_slip_away(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    *,
    signs: Sequence[int] | None = None,
) -> bool:
    """Say whether changing one figure by one slip makes the relation hold.

    Units: any, as in ``judge``. Figures of fewer than four digits are left alone, any two differ by one slip; but for
    terms that are small beside their sum, which are hardly met by chance: 2415 and 321 make 2727 if 312 was meant.
    """
    figures = (*operands, stated)
    if operation in RATES and stated.precision < _FINE_RATE:
        # A rate to whole per cents is met by chance too often; one that lost its last digit was finer.
        implied = _implied(operation, operands, stated, signs, len(operands))
        return stated.precision == _FINE_RATE - 1 and implied is not None and _lost_last(stated, implied)
    if len(operands) > _MOST_OPERANDS or any(figure.hedge is not Hedge.NONE for figure in figures):
        return False
    added = operation in SAME_UNIT
    return any(
        _is_reached(
            figure,
            implied,
            _FEWEST_WHERE_NARROW if added and _is_narrow(figure, implied, figures) else _FEWEST_DIGITS,
            finer=_may_have_been_finer(figure, figures, operation),
        )
        for index, figure in enumerate(figures)
        if (implied := _implied(operation, operands, stated, signs, index)) is not None
        and not (operation in RATES and index < len(operands) and _is_wide(implied))
    )


def _is_wide(implied: Interval) -> bool:
    """Say whether a rate leaves one of its figures so much room that a slip of it is met by chance: 6.56 %."""
    if implied.low is None or implied.high is None:
        return True
    return implied.high - implied.low > _WIDE * max(abs(implied.low), abs(implied.high))


def _is_narrow(figure: Quantity, implied: Interval, figures: Sequence[Quantity]) -> bool:
    """Say whether one of the figures a slip away from a short term of a sum hardly ever lies where it has to by chance."""
    if implied.low is None or implied.high is None:
        return False
    step = Decimal(1).scaleb(-figure.precision) * factor_of(figure.unit)
    width = implied.high - implied.low
    width = max(width, step) if figure.counted else width + step
    largest = max(abs(one.value) * factor_of(one.unit) for one in figures)
    digits = len(figure.plain().replace(".", "").lstrip("-0"))
    return width * _SLIPS_A_DIGIT * digits * len(figures) <= _BY_CHANCE * largest


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


def explained_by_one_slip(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    *,
    signs: Sequence[int] | None = None,
) -> bool:
    """Say whether one slip in any of the figures, short ones as well, explains the failure."""
    return any(
        mended_by_one_slip(operation, operands, stated, index, signs=signs)
        for index in range(len(operands) + 1)
    )


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
    behind = len(digits) - rate.precision
    longer = (text for text in longer_by_one(digits) if has_lost(text, digits, behind, len(digits)))
    lost = {Decimal(text).scaleb(-places).copy_sign(rate.value) for text in longer} - {rate.value}
    return any(Interval(value - half, value + half).meets(implied) for value in lost)


def slip_between(one: Quantity, other: Quantity) -> bool:
    """Say whether one figure is the other with one slip, both long enough for it to tell."""
    return is_one_slip_away(Operation.DUPLICATE, [one], other)


def resembles(one: Quantity, other: Quantity) -> bool:
    """Say whether one figure may be the other miswritten, either way round, or is equal to it; short figures count too."""
    if one.in_base == other.in_base:
        return True
    return is_slip_of(one, other.in_base / one.factor) or is_slip_of(other, one.in_base / other.factor)


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
    if operation is Operation.PART:
        return _implied_part(ranges, _range(stated).scaled(1 / HUNDRED), index)
    if operation not in RATES or len(operands) != 2:
        return None
    scale = Decimal(1) if _is_plain(operands, stated) else HUNDRED
    rate = _range(stated).scaled(1 / scale)
    rate = rate + _ONE if operation is Operation.YOY else rate
    found: Interval | NotComputable
    if index == 0:
        found = rate * ranges[1]
    elif index == 1:
        found = ranges[0] / rate
    else:
        found = ranges[0] / ranges[1]
        if not isinstance(found, NotComputable):
            found = (found - _ONE if operation is Operation.YOY else found).scaled(scale)
    return None if isinstance(found, NotComputable) else found


def _implied_part(ranges: Sequence[Interval], rate: Interval, index: int) -> Interval | None:
    """Return one figure of a rate in per cent of the first over all of them; the rate is given as a plain number."""
    if index == len(ranges):
        others = total(ranges[1:]) / ranges[0]
        found = others if isinstance(others, NotComputable) else _ONE / (_ONE + others)
        return None if isinstance(found, NotComputable) else found.scaled(HUNDRED)
    if index:
        whole = ranges[0] / rate
        known = total([*ranges[:index], *ranges[index + 1 :]])
        return None if isinstance(whole, NotComputable) else whole - known
    rest = total(ranges[1:])
    back = _ONE / rate
    odds = back if isinstance(back, NotComputable) else rest / (back - _ONE)
    return None if isinstance(odds, NotComputable) else odds


def _is_plain(operands: Sequence[Quantity], stated: Quantity) -> bool:
    """Say whether a quotient is printed as a plain number (生师比 20.62, 3.5 倍), not in per cent."""
    if stated.unit is not None:
        return stated.unit.dimension is Dimension.MULTIPLE
    above, below = (figure.value * factor_of(figure.unit) for figure in operands[:2])
    if not below:
        return False
    return abs(above / below - stated.value) < abs(above / below * HUNDRED - stated.value)


def _implied_factor(operands: Sequence[Quantity], stated: Interval, index: int) -> Interval | None:
    """Return one factor of an average times a number; a weight times a rate is judged elsewhere."""
    rates = any(figure.unit is not None and figure.unit.dimension is Dimension.RATE for figure in operands)
    if rates or len(operands) < 2:
        return None
    others = reduce(mul, (_range(figure) for at, figure in enumerate(operands) if at != index))
    found = others if index == len(operands) else stated / others
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


def _may_have_been_finer(figure: Quantity, figures: Sequence[Quantity], operation: Operation) -> bool:
    """Say whether a figure may have lost a decimal: in a sum of figures with two decimals none had three."""
    if operation not in SAME_UNIT:
        return True
    return any(other.precision > figure.precision or other.unit != figure.unit for other in figures)


def _is_reached(
    figure: Quantity, implied: Interval, fewest: int = _FEWEST_DIGITS, *, finer: bool = True
) -> bool:
    """Say whether a figure that prints as the implied value becomes the printed one by one slip.

    ``finer``: it may have had one decimal more.
    """
    places = max(figure.precision, 0)
    digits = f"{abs(figure.value):.{places}f}".replace(".", "")
    told = len(digits.lstrip("0"))
    if told < fewest - 1:
        return False
    own = -implied if figure.value.is_signed() else implied
    own = own.scaled(1 / factor_of(figure.unit))
    whole = len(digits) - places
    # A figure that lost a digit had one more, so that one of three digits tells as much as another of four.
    if told >= fewest and any(is_changed(t, digits) for t in _prints(own, places, digits, 0, figure.counted)):
        return True
    if any(has_lost(text, digits, 0, whole) for text in _prints(own, places, digits, 1, figure.counted)):
        return True
    more = _prints(own, places + 1, digits, 1, figure.counted) if places and finer else ()
    return any(has_lost(text, digits, whole, len(digits)) for text in more)


def _prints(values: Interval, places: int, digits: str, more: int, counted: bool) -> Iterator[str]:
    """Yield the digits of the figures with so many decimals that print one of the values, ``more`` than the digits given.

    Where the values leave too many, only those are tried that one slip turns into these digits.
    """
    half = Decimal(0) if counted else Decimal("0.5")
    length = len(digits) + more
    least, most = Decimal(0), Decimal(10) ** length - 1
    low = least if values.low is None else values.low.scaleb(places) - half
    high = most if values.high is None else values.high.scaleb(places) + half
    first = int(max(low, least).to_integral_value(ROUND_CEILING))
    last = int(min(high, most).to_integral_value(ROUND_FLOOR))
    if last - first < _FEW:
        yield from (f"{value:0{length}d}" for value in range(first, last + 1))
    else:
        options = longer_by_one(digits) if more else neighbours(digits)
        yield from (text for text in options if first <= int(text) <= last)


def is_shift(one: Quantity, other: Quantity) -> bool:
    """Say whether two amounts have the same digits and differ by a power of ten: a point or a unit misplaced."""
    first, second = one.value * factor_of(one.unit), other.value * factor_of(other.unit)
    if not first or not second or len(f"{abs(one.value)}".replace(".", "").strip("0")) < _FEWEST_DIGITS:
        return False
    same = first.normalize().as_tuple().digits == second.normalize().as_tuple().digits
    return same and first.adjusted() != second.adjusted()
