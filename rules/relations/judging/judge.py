"""One relation → its verdict: exact, rounding, convention, impossible or undetermined, with its derivation.

A printed figure stands for a closed interval; what the computation can give is held against what the stated
figure can mean. Sources: DESIGN section 5; the cases in ``tests/rules/cases/verdicts.json``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal, localcontext

from rules.numbers.interval import NotComputable
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import PERCENT, Dimension
from rules.relations.judging.computation import (
    HUNDRED,
    RATES,
    SAME_UNIT,
    Computation,
    alike,
    cut,
    factor_of,
    is_coarse,
    is_whole,
    places,
    printed,
)
from rules.relations.judging.computation import Operation as Operation
from rules.relations.judging.derivation import computation_words, derivation, with_minus
from rules.relations.judging.slips import TRUNCATED
from rules.relations.judging.unit_slip import is_unit_slip
from rules.relations.relation import Judgement, Verdict

TRUNCATION = "截尾（未四舍五入）"
WIDE_ONLY = "整数与带小数的数并列，只按整数的取位宽度才能成立"
UNIT_SLIP = "unit"
_ABOUT = "所报为约数，不能据以判断"

# Printed figures are added and multiplied exactly; a quotient is cut far below any printed digit.
_EXACT = Context(prec=150)
_FEW = 6
_TO_THE_CENT = 2


def judge(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    *,
    signs: Sequence[int] | None = None,
) -> Judgement:
    """Hold what the operands give against the stated figure.

    ``signs`` are those of the terms of a sum; a difference is the first less the rest; a ratio is the first
    over the second, yoy (first − second) over the second, a part the first over the sum of all, a product weight × rate.
    Units: any; money is converted. A figure without a unit has that of its siblings, a rate without one is in
    per cent, or else a plain number. Figures that measure different things are undetermined.
    """
    signs = tuple(signs or (_sign(operation, index) for index in range(len(operands))))
    with localcontext(_EXACT):
        found = _reconciled(Computation(operation, tuple(operands), signs), stated)
        if isinstance(found, NotComputable):
            return _undetermined(Computation(operation, tuple(operands), signs), stated, found.reason)
        if operation in RATES and stated.unit is None:
            return _bare_rate(*found)
        return _judged(*found)


def holds(
    operation: Operation,
    operands: Sequence[Quantity],
    stated: Quantity,
    *,
    signs: Sequence[int] | None = None,
    tight: bool = False,
) -> bool:
    """Say whether ``judge`` would find exact or rounding, without wording it: for the many readings that are tried.

    ``tight``: and what the operands can stand for gives but a few values of the stated figure's last digit.
    """
    signs = tuple(signs or (_sign(operation, index) for index in range(len(operands))))
    with localcontext(_EXACT):
        found = _reconciled(Computation(operation, tuple(operands), signs), stated)
        if isinstance(found, NotComputable):
            return False
        plain = (False, True) if operation in RATES and stated.unit is None else (False,)
        return any(_holds(*found, plain=each) for each in plain) and (not tight or _is_tight(*found))


def _is_tight(computation: Computation, stated: Quantity) -> bool:
    spread = computation.spread()
    if isinstance(spread, NotComputable) or spread.low is None or spread.high is None:
        return False
    last = Decimal(1).scaleb(-stated.precision) * _scale(computation.operation, stated, False)
    return spread.high - spread.low <= _FEW * last


def is_rounded_up(operation: Operation, operands: Sequence[Quantity], stated: Quantity) -> bool:
    """Say whether a rate is printed rounded where cutting off would have printed another: the report rounds."""
    signs = tuple(_sign(operation, index) for index in range(len(operands)))
    with localcontext(_EXACT):
        found = _reconciled(Computation(operation, tuple(operands), signs), stated)
        if isinstance(found, NotComputable) or operation not in RATES:
            return False
        point = found[0].point()
        if isinstance(point, NotComputable):
            return False
        value = point / _scale(operation, found[1], False)
        rounded = printed(value, stated.precision)
        return rounded == stated.value and cut(value, stated.precision) != rounded


def _holds(computation: Computation, stated: Quantity, *, plain: bool) -> bool:
    point = computation.point()
    if isinstance(point, NotComputable) or computation.is_far_from(point, stated):
        return False
    if computation.operation is Operation.DUPLICATE:
        found = _duplicate(computation.operands[0], stated)
    else:
        scale = _scale(computation.operation, stated, plain)
        value = point / scale
        found = _computed(computation, stated, value, printed(value, stated.precision), scale)
    return found.verdict in (Verdict.EXACT, Verdict.ROUNDING)


def _sign(operation: Operation, index: int) -> int:
    return -1 if operation is Operation.DIFFERENCE and index else 1


def _reconciled(computation: Computation, stated: Quantity) -> tuple[Computation, Quantity] | NotComputable:
    """Settle the units of a relation, or say why they do not go together."""
    if not computation.operands:
        return NotComputable("没有可计算的数")
    if computation.operation is Operation.PRODUCT:
        first, *others = computation.operands
        rest = [one if one.unit is not None else replace(one, unit=PERCENT) for one in others]
        settled = alike((first, stated))
        if isinstance(settled, NotComputable):
            return settled
        return replace(computation, operands=(settled[0], *rest)), settled[1]
    if computation.operation in RATES:
        if stated.unit is not None and stated.unit.dimension not in _RATE_DIMENSIONS:
            return NotComputable("所报数的计量单位不是比率")
        settled = alike(computation.operands)
        return (
            settled
            if isinstance(settled, NotComputable)
            else (replace(computation, operands=settled), stated)
        )
    settled = alike((*computation.operands, stated))
    if isinstance(settled, NotComputable):
        return settled
    return replace(computation, operands=settled[:-1]), settled[-1]


_RATE_DIMENSIONS = (Dimension.RATE, Dimension.POINTS, Dimension.MULTIPLE)


def _bare_rate(computation: Computation, stated: Quantity) -> Judgement:
    """Judge a rate without unit: in per cent as tables print it, or else a plain number (0.84)."""
    shown = _judged(computation, stated)
    if shown.verdict is not Verdict.IMPOSSIBLE:
        return shown
    plain = _judged(computation, stated, plain=True)
    return shown if plain.verdict is Verdict.IMPOSSIBLE else plain


def _scale(operation: Operation, stated: Quantity, plain: bool) -> Decimal:
    """Return what one in the unit of the stated figure is in the unit of the computation."""
    multiple = stated.unit is not None and stated.unit.dimension is Dimension.MULTIPLE
    return HUNDRED if plain or (multiple and operation in RATES) else factor_of(stated.unit)


def _judged(computation: Computation, stated: Quantity, plain: bool = False) -> Judgement:
    point = computation.point()
    if isinstance(point, NotComputable):
        return _undetermined(computation, stated, point.reason)
    scale = _scale(computation.operation, stated, plain)
    value = point / scale
    expected = printed(value, stated.precision)
    if computation.operation is Operation.DUPLICATE:
        found = _duplicate(computation.operands[0], stated)
    else:
        found = _computed(computation, stated, value, expected, scale)
    if found.verdict is Verdict.UNDETERMINED:
        return _undetermined(computation, stated, _ABOUT)
    likely = found.likely
    if found.verdict is Verdict.IMPOSSIBLE and likely is None and is_unit_slip(computation, stated, scale):
        likely = UNIT_SLIP
    words = derivation(computation, stated, found.verdict, value, expected)
    return Judgement(found.verdict, words, f"{expected:f}", found.convention, likely)


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: Verdict
    convention: str | None = None
    likely: str | None = None


def _computed(
    computation: Computation, stated: Quantity, value: Decimal, expected: Decimal, scale: Decimal
) -> _Found:
    holds = value == stated.value if computation.operation in SAME_UNIT else expected == stated.value
    if holds and all(figure.hedge is Hedge.NONE for figure in computation.operands):
        return _Found(Verdict.EXACT)
    finest = _finest(computation, stated)
    if computation.meets(stated, scale, finest):
        return _Found(Verdict.ROUNDING)
    if finest is not None and computation.meets(stated, scale):
        return _Found(Verdict.ROUNDING, likely=WIDE_ONLY)
    if any(figure.hedge is Hedge.ABOUT for figure in (*computation.operands, stated)):
        return _Found(Verdict.UNDETERMINED)
    if computation.operation not in SAME_UNIT and cut(value, stated.precision) == stated.value:
        return _Found(Verdict.CONVENTION, TRUNCATION)
    return _Found(Verdict.IMPOSSIBLE)


def _finest(computation: Computation, stated: Quantity) -> int | None:
    """Return the decimals that figures with fewer than their siblings were most likely meant at, None without such.

    Whole numbers among decimals are; a single 38.6 among two or more figures with two decimals is as well.
    """
    figures = [*computation.operands, *([stated] if computation.operation in SAME_UNIT else [])]
    if computation.operation is Operation.PRODUCT or len({factor_of(figure.unit) for figure in figures}) > 1:
        return None
    # Books are kept to the 分: a figure of two decimals beside finer ones was rounded, not cut short.
    finest = min(max((figure.precision for figure in figures if not figure.counted), default=0), _TO_THE_CENT)
    coarse = sum(is_coarse(figure, finest) for figure in figures)
    alone = coarse == 1 and len(figures) > 2
    return finest if finest >= 2 and (alone or any(is_whole(figure) for figure in figures)) else None


def _duplicate(first: Quantity, stated: Quantity) -> _Found:
    """Equal precision must be equal; a coarser statement must be the rounding of the finer."""
    if first.hedge is not Hedge.NONE or stated.hedge is not Hedge.NONE:
        return _hedged_duplicate(first, stated)
    first_places, stated_places = places(first), places(stated)
    fine, coarse = (first, stated) if first_places >= stated_places else (stated, first)
    value = fine.value * factor_of(fine.unit) / factor_of(coarse.unit)
    if printed(value, coarse.precision) == coarse.value:
        return _Found(Verdict.EXACT)
    if first_places != stated_places:
        is_cut = cut(value, coarse.precision) == coarse.value
        return _Found(Verdict.CONVENTION, TRUNCATION) if is_cut else _Found(Verdict.IMPOSSIBLE)
    # One unit of the last printed decimal is the usual trace of cutting off instead of rounding.
    one_off = stated.precision > 0 and abs(value - coarse.value) == Decimal(1).scaleb(-coarse.precision)
    return _Found(Verdict.IMPOSSIBLE, likely=TRUNCATED if one_off else None)


def _hedged_duplicate(first: Quantity, stated: Quantity) -> _Found:
    both = [figure.interval().scaled(factor_of(figure.unit)) for figure in (first, stated)]
    plain = [replace(f, hedge=Hedge.NONE).interval().scaled(factor_of(f.unit)) for f in (first, stated)]
    if plain[0].meets(plain[1]):
        return _Found(Verdict.ROUNDING)
    if Hedge.ABOUT in (first.hedge, stated.hedge):
        return _Found(Verdict.UNDETERMINED)
    return _Found(Verdict.ROUNDING if both[0].meets(both[1]) else Verdict.IMPOSSIBLE)


def _undetermined(computation: Computation, stated: Quantity, reason: str) -> Judgement:
    words = computation_words(computation) if computation.operands else ""
    if computation.operation is Operation.DUPLICATE:
        return Judgement(Verdict.UNDETERMINED, f"{words}，{with_minus(stated.words())}：{reason}")
    return Judgement(Verdict.UNDETERMINED, f"{words}：{reason}（报告为 {with_minus(stated.words())}）")
