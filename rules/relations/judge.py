"""One relation → its verdict: exact, rounding, convention, impossible or undetermined, with the computation in words.

A printed figure stands for a closed interval; the interval of the computation is held against that of the stated
figure. Sources: DESIGN section 5; the cases in ``tests/rules/cases/verdicts.json``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from rules.errors import UnitMismatch
from rules.numbers.interval import Interval, NotComputable, total
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension, Unit
from rules.relations.relation import Judgement, Verdict
from rules.relations.slips import TRUNCATED

HUNDRED = Decimal(100)
TRUNCATION = "截尾（未四舍五入）"
WIDE_ONLY = "整数与带小数的数并列，只按整数的取位宽度才能成立"
UNIT_SLIP = "unit"


class Operation(StrEnum):
    """What is computed from the operands; rates are in per cent."""

    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    YOY = "yoy"
    DUPLICATE = "duplicate"
    PRODUCT = "product"


def judge(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    *,
    signs: Sequence[int] | None = None,
) -> Judgement:
    """Hold what the operands give against the stated figure.

    ``signs`` are those of the terms of a sum; a difference is the first less the rest; a ratio is the first over the
    second, yoy (first − second) over second, a product weight × rate.
    Raises: UnitMismatch if the terms of a sum measure different things.
    """
    point = _point(operation, operands, signs)
    if isinstance(point, NotComputable):
        words = _words(operation, operands, signs)
        return Judgement(Verdict.UNDETERMINED, f"{words}：{point.reason}（报告为 {stated.words()}）")
    scale = _factor(stated.unit) if operation in _SAME_UNIT else Decimal(1)
    value = point / scale
    expected = _printed(value, stated.precision)
    verdict, convention, likely = _verdict(operation, operands, stated, signs, value, scale)
    derivation = _derivation(operation, operands, stated, signs, expected, value, verdict)
    return Judgement(verdict, derivation, f"{expected:f}", convention, likely)


_SAME_UNIT = (Operation.SUM, Operation.DIFFERENCE, Operation.DUPLICATE)


def _factor(unit: Unit | None) -> Decimal:
    return Decimal(1) if unit is None else unit.factor


def _printed(value: Decimal, precision: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-max(precision, 0)), ROUND_HALF_UP)


def _signs(operation: Operation, operands: Sequence[Quantity], signs: Sequence[int] | None) -> list[int]:
    if signs is not None:
        return list(signs)
    return [1 if index == 0 or operation is not Operation.DIFFERENCE else -1 for index in range(len(operands))]


def _point(
    operation: Operation, operands: Sequence[Quantity], signs: Sequence[int] | None
) -> Decimal | NotComputable:
    """Compute on the printed digits; sums in the base unit, rates in per cent."""
    values = [q.value * _factor(q.unit) for q in operands]
    if operation in _SAME_UNIT:
        _hold_dimensions(operands)
        return sum(
            (sign * value for sign, value in zip(_signs(operation, operands, signs), values, strict=True)),
            start=Decimal(0),
        )
    if operation is Operation.PRODUCT:
        return values[0] * values[1] / HUNDRED
    _hold_dimensions(operands)
    if values[1] == 0 or isinstance(_spread(operation, operands, signs, None), NotComputable):
        return NotComputable("分母可能为零")
    base = values[1]
    top = values[0] - base if operation is Operation.YOY else values[0]
    return top / base * HUNDRED


def _hold_dimensions(operands: Sequence[Quantity]) -> None:
    kinds = {None if q.unit is None else q.unit.dimension for q in operands} - {None}
    if len(kinds) > 1:
        raise UnitMismatch("不同量纲的数不能相加减或相除")


def _spread(
    operation: Operation, operands: Sequence[Quantity], signs: Sequence[int] | None, precision: int | None
) -> Interval | NotComputable:
    """Bound the computation; ``precision`` is what integers among decimals are first tried at."""
    bounds = [
        q.interval(precision if precision is not None and q.precision < precision else None).scaled(_factor(q.unit))
        for q in operands
    ]
    if operation in _SAME_UNIT:
        return total(
            bound if sign > 0 else -bound
            for sign, bound in zip(_signs(operation, operands, signs), bounds, strict=True)
        )
    if operation is Operation.PRODUCT:
        product = bounds[0].times(bounds[1])
        return product if isinstance(product, NotComputable) else product.scaled(Decimal("0.01"))
    quotient = bounds[0] / bounds[1]
    if isinstance(quotient, NotComputable):
        return quotient
    if operation is Operation.YOY:
        one = Interval(Decimal(1), Decimal(1))
        quotient = quotient - one
    return quotient.scaled(HUNDRED)


def _verdict(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    signs: Sequence[int] | None,
    value: Decimal,
    scale: Decimal,
) -> tuple[Verdict, str | None, str | None]:
    if operation is Operation.DUPLICATE:
        return _duplicate(operands[0], stated, value)
    expected = _printed(value, stated.precision)
    holds = value == stated.value if operation in _SAME_UNIT else expected == stated.value
    finest = max([q.precision for q in (*operands, stated) if not q.counted], default=0)
    mixed = operation in _SAME_UNIT and any(_is_whole_among(q, finest) for q in (*operands, stated))
    if holds and not any(q.hedge is not Hedge.NONE for q in operands):
        return Verdict.EXACT, None, None
    narrow = _meets(operation, operands, stated, signs, scale, finest if mixed else None)
    if narrow:
        return Verdict.ROUNDING, None, None
    if mixed and _meets(operation, operands, stated, signs, scale, None):
        return Verdict.ROUNDING, None, WIDE_ONLY
    if operation in (Operation.RATIO, Operation.YOY, Operation.PRODUCT) and _is_cut_off(value, stated):
        return Verdict.CONVENTION, TRUNCATION, None
    return Verdict.IMPOSSIBLE, None, _unit_slip(operation, operands, stated, signs)


def _is_whole_among(quantity: Quantity, finest: int) -> bool:
    """An integer beside figures of two decimals was most likely meant at their precision."""
    return not quantity.counted and quantity.precision == 0 and finest >= 2


def _meets(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    signs: Sequence[int] | None,
    scale: Decimal,
    precision: int | None,
) -> bool:
    spread = _spread(operation, operands, signs, precision)
    if isinstance(spread, NotComputable):
        return False
    fine = precision if precision is not None and _is_whole_among(stated, precision) else None
    return spread.meets(stated.interval(fine).scaled(scale))


def _is_cut_off(value: Decimal, stated: Quantity) -> bool:
    return value.quantize(Decimal(1).scaleb(-max(stated.precision, 0)), ROUND_DOWN) == stated.value


def _duplicate(
    first: Quantity, stated: Quantity, value: Decimal
) -> tuple[Verdict, str | None, str | None]:
    """Equal precision must be equal; a coarser statement must be the rounding of the finer."""
    factor = _factor(first.unit) / _factor(stated.unit)
    # Decimals of the first figure once it is expressed in the unit of the second.
    carried = first.precision + max(-factor.adjusted(), 0) if factor < 1 else first.precision - factor.adjusted()
    if Hedge.NONE not in (first.hedge, stated.hedge) or first.hedge is not stated.hedge:
        meets = first.interval().scaled(factor).meets(stated.interval())
        return (Verdict.ROUNDING if meets else Verdict.IMPOSSIBLE), None, None
    if carried == stated.precision or first.counted:
        if value == stated.value:
            return Verdict.EXACT, None, None
        return Verdict.IMPOSSIBLE, None, TRUNCATED if _is_last_digit(value, stated) else None
    if carried > stated.precision:
        if _printed(value, stated.precision) == stated.value:
            return Verdict.EXACT, None, None
        if _is_cut_off(value, stated):
            return Verdict.CONVENTION, TRUNCATION, None
        return Verdict.IMPOSSIBLE, None, _factor_of_ten(value, stated.value)
    meets = first.interval().scaled(factor).meets(stated.interval())
    return (Verdict.EXACT if meets else Verdict.IMPOSSIBLE), None, None


def _is_last_digit(value: Decimal, stated: Quantity) -> bool:
    """One unit of the last printed digit below: the usual trace of cutting off instead of rounding."""
    return stated.precision > 0 and abs(value - stated.value) == Decimal(1).scaleb(-stated.precision)


def _factor_of_ten(value: Decimal, stated: Decimal) -> str | None:
    """Name the unit where only a power of ten between 元, 千元 and 万元 makes the figures fit."""
    if not value or not stated:
        return None
    ratio = value / stated
    near = Decimal(10) ** ratio.copy_abs().adjusted()
    for power in (near, near * 10):
        if power != 1 and abs(ratio / power - 1) < Decimal("0.0005"):
            return UNIT_SLIP
    return None


def _unit_slip(
    operation: Operation, operands: Sequence[Quantity], stated: Quantity, signs: Sequence[int] | None
) -> str | None:
    """Name the unit where the relation holds once one money figure is taken in 元 for 万元 or the other way round."""
    if operation not in (Operation.SUM, Operation.DIFFERENCE):
        return None
    if stated.unit is None or stated.unit.dimension is not Dimension.MONEY:
        return None
    point = _point(operation, operands, signs)
    if isinstance(point, NotComputable):
        return None
    ratio_of = point / _factor(stated.unit)
    for factor in (Decimal(10_000), Decimal(1000), Decimal("0.0001"), Decimal("0.001")):
        if stated.interval().scaled(factor).contains(ratio_of):
            return UNIT_SLIP
    return None


def _words(operation: Operation, operands: Sequence[Quantity], signs: Sequence[int] | None) -> str:
    """Write the computation as a reviewer does; a figure in another unit than the first keeps its own."""
    unit = operands[0].unit
    alike = all(q.unit == unit for q in operands)
    terms = [_term(q, alike) for q in operands]
    if operation is Operation.RATIO:
        return f"{terms[0]} ÷ {terms[1]}"
    if operation is Operation.YOY:
        return f"（{terms[0]} − {terms[1]}）÷ {terms[1]}"
    if operation is Operation.PRODUCT:
        return f"{terms[0]} × {operands[1].words()}"
    text = ""
    for sign, term in zip(_signs(operation, operands, signs), terms, strict=True):
        text += term if not text and sign > 0 else (" + " if sign > 0 else " − ") + term if text else f"−{term}"
    return text


def _term(quantity: Quantity, alike: bool) -> str:
    text = quantity.plain() if alike else quantity.words()
    return f"（−{text[1:]}）" if text.startswith("-") else text


def _with_unit(value: Decimal, unit: Unit | None) -> str:
    text = f"{value:f}".replace("-", "−")
    return text if unit is None else f"{text} {unit.symbol}"


def _derivation(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    signs: Sequence[int] | None,
    expected: Decimal,
    value: Decimal,
    verdict: Verdict,
) -> str:
    said = stated.words().replace("-", "−")
    if operation is Operation.DUPLICATE:
        if verdict is Verdict.EXACT:
            return f"两处均为 {said}" if operands[0].unit == stated.unit else f"{operands[0].words()} 即 {said}"
        return f"一处为 {operands[0].words()}，一处为 {said}"
    computed = f"{_words(operation, operands, signs)} = {_with_unit(expected, stated.unit)}"
    if verdict is Verdict.EXACT:
        return computed
    if verdict is Verdict.ROUNDING and expected == stated.value:
        return f"{_words(operation, operands, signs)} = {_with_unit(value.normalize(), stated.unit)}（报告取位为 {said}）"
    if verdict is Verdict.ROUNDING:
        return f"{computed}（报告为 {said}，尾差 {abs(expected - stated.value):f}，在四舍五入允许范围内）"
    if verdict is Verdict.CONVENTION:
        return f"{computed}（报告为 {said}，为截尾取值）"
    return f"{computed}（报告为 {said}）"
