"""A computation as a reviewer writes it: 12.35 ÷ 71.80 = 17.20 %（报告为 17.02 %）."""

from __future__ import annotations

from decimal import Decimal

from rules.numbers.quantity import Quantity
from rules.numbers.units import Unit
from rules.relations.judging.computation import SAME_UNIT, Computation, Operation
from rules.relations.relation import Verdict


def computation_words(computation: Computation) -> str:
    """Write the left side; a figure in another unit than the first keeps its own."""
    figures = computation.operands
    same = all(figure.unit == figures[0].unit for figure in figures)
    terms = [_term(figure, same) for figure in figures]
    if computation.operation is Operation.RATIO:
        return f"{terms[0]} ÷ {terms[1]}"
    if computation.operation is Operation.PART:
        return f"{terms[0]} ÷（{' + '.join(terms)}）"
    if computation.operation is Operation.YOY:
        return f"（{terms[0]} − {terms[1]}）÷ {terms[1]}"
    if computation.operation is Operation.PRODUCT:
        return " × ".join((figures[0].plain(), *(figure.words() for figure in figures[1:])))
    text = ""
    for sign, term in zip(computation.signs, terms, strict=True):
        text += (" + " if sign > 0 else " − ") + term if text else term if sign > 0 else f"−{term}"
    return text


def derivation(
    computation: Computation, stated: Quantity, verdict: Verdict, value: Decimal, expected: Decimal
) -> str:
    """Write the computation with its result and, where they differ, what the report says.

    Units: ``value`` (unrounded) and ``expected`` (as printed) are in the unit of the stated figure.
    """
    if computation.operation is Operation.DUPLICATE:
        return _two_statements(computation.operands[0], stated, verdict)
    if computation.operation is Operation.SUM and len(computation.operands) == 1:
        return _only_part(computation.operands[0], stated, verdict)
    left = computation_words(computation)
    said, due = with_minus(stated.words()), _with_unit(expected, stated.unit)
    if verdict is Verdict.EXACT:
        return f"{left} = {due}"
    if verdict is Verdict.ROUNDING and expected == stated.value and computation.operation in SAME_UNIT:
        return f"{left} = {_with_unit(value.normalize(), stated.unit)}（报告取位为 {said}）"
    if verdict is Verdict.ROUNDING and expected != stated.value:
        return f"{left} = {due}（报告为 {said}，尾差 {abs(expected - stated.value):f}）"
    if verdict is Verdict.CONVENTION:
        return f"{left} = {due}（报告为 {said}，为截尾取值）"
    return f"{left} = {due}（报告为 {said}）"


def _only_part(part: Quantity, whole: Quantity, verdict: Verdict) -> str:
    """Write a sum of one term: nothing is added up; what is more than its whole, or than the other total, is shown to be."""
    if verdict is Verdict.IMPOSSIBLE and part.in_base > whole.in_base:
        return f"{with_minus(part.words())} > {with_minus(whole.words())}"
    return _two_statements(part, whole, verdict)


def _two_statements(first: Quantity, stated: Quantity, verdict: Verdict) -> str:
    one, other = with_minus(first.words()), with_minus(stated.words())
    if verdict in (Verdict.EXACT, Verdict.ROUNDING):
        return f"两处均为 {other}" if one == other else f"{one} 即 {other}"
    cut = "（截尾取值）" if verdict is Verdict.CONVENTION else ""
    return f"一处为 {one}，一处为 {other}{cut}"


def with_minus(text: str) -> str:
    """Return the text with a proper minus sign."""
    return text.replace("-", "−")


def _term(figure: Quantity, same: bool) -> str:
    text = figure.plain() if same else figure.words()
    return f"（{with_minus(text)}）" if text.startswith("-") else text


def _with_unit(value: Decimal, unit: Unit | None) -> str:
    text = with_minus(f"{value:f}")
    return text if unit is None else f"{text} {unit.symbol}"
