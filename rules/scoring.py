"""Recomputing a score form: totals, and the points that a stated method or a rule in force can support."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from corpus.document.evidence import Locator
from rules.facts.form import FormCell, IndicatorRow, ScoreForm
from rules.facts.targets import Comparison, Direction, compare, read_target
from rules.finding import Basis
from rules.pack import ActivePack
from rules.relations.relation import RelationKind, Verdict
from rules.relations.scores import FormTies
from rules.review import IndicatorScore, Scorecard
from rules.self_report import says_partial, says_unmet

_CENT = Decimal("0.01")
_DEDUCTION = re.compile(
    r"每(?:再)?(?P<way>降低|减少|下降|低于?|少|超过?|高于?|增加|多|提高)(?:目标值|指标值)?\s*(?P<step>\d+(?:\.\d+)?)\s*"
    r"(?P<unit>个?百分点|[%％]|个|项|次|天|人|家|件)?[，,]?\s*(?:相应)?扣(?:减|除)?\s*(?P<points>\d+(?:\.\d+)?)\s*分"
)


@dataclass(frozen=True, slots=True)
class Support:
    """The points that a method supports, both ends included, and the method in words."""

    low: Decimal
    high: Decimal
    method: str
    basis: tuple[Basis, ...]


def scorecard(form: ScoreForm, ties: FormTies, pack: ActivePack, locator: Locator) -> Scorecard:
    """Return the form row by row with the points that can be supported.

    The interval of the total is given only where every indicator has a method.
    """
    supports = [_execution_support(ties, pack), *(support(row, pack) for row in form.rows)]
    rows = [_execution_score(form, supports[0], locator)]
    rows += [_row_score(row, found, locator) for row, found in zip(form.rows, supports[1:], strict=True)]
    indicators = [row for row in rows if row is not None]
    judged = [
        found for found, row in zip(supports, rows, strict=True) if row is not None and found is not None
    ]
    whole = len(judged) == len(indicators)
    total = form.total_score.quantity if form.total_score is not None else None
    return Scorecard(
        indicators=tuple(indicators),
        self_total=None if total is None else total.plain(),
        recomputed_total=_recomputed(ties),
        suggested_low=_plain(sum((item.low for item in judged), Decimal(0))) if whole else None,
        suggested_high=_plain(sum((item.high for item in judged), Decimal(0))) if whole else None,
        grade=None if total is None or pack.grades is None else pack.grades.of(total.value),
    )


def support(row: IndicatorRow, pack: ActivePack) -> Support | None:
    """Return the points that the row's own standard, or else a rule in force, supports; None without one."""
    weight = row.weight.quantity.value if row.weight is not None and row.weight.quantity is not None else None
    if weight is None:
        return None
    comparison = compare(row, pack.words.get("inverse_names", ()))
    stated = _stated_deduction(row, weight, comparison)
    if stated is not None:
        return stated
    if comparison is not None:
        return _by_ratio(comparison, weight, pack)
    if row.target is not None and read_target(row.target.text) is not None:
        return None  # a measured indicator whose result is not given as a figure
    return _by_band(row, weight, pack)


def _stated_deduction(row: IndicatorRow, weight: Decimal, comparison: Comparison | None) -> Support | None:
    """Apply 每低 1 个百分点扣 0.5 分 as the form itself states it, by whole steps or in proportion."""
    text = " ".join(cell.text for cell in (row.standard, row.target) if cell is not None)
    found = _DEDUCTION.search(text)
    if found is None or comparison is None:
        return None
    missed = Decimal(0) if comparison.met else abs(comparison.actual - comparison.target)
    steps, points = missed / Decimal(found["step"]), Decimal(found["points"])
    low = max(weight - steps.to_integral_value(ROUND_CEILING) * points, Decimal(0))
    high = max(weight - steps.to_integral_value(ROUND_FLOOR) * points, Decimal(0))
    basis = (Basis(document="自评表所列评分标准", verified=True),)
    return Support(low, high, f"表内评分标准：{found[0]}", basis)


def _by_ratio(comparison: Comparison, weight: Decimal, pack: ActivePack) -> Support | None:
    """Full marks when the target is met, else by the ratio; for a limit exceeded, by each formula in use."""
    if pack.scoring is None:
        return None
    basis = pack.scoring.basis
    if comparison.met:
        return Support(weight, weight, "定量：达到年度指标值得满分", basis)
    target, actual = comparison.target, comparison.actual
    if comparison.direction is Direction.UP:
        if target <= 0 or actual < 0:
            return None
        points = weight * actual / target
        return Support(points, points, "定量：完成值÷指标值×分值", basis)
    if target <= 0:
        return Support(Decimal(0), Decimal(0), "定量：指标值为 0，超过即不得分", basis)
    ways = [_INVERSE[name](target, actual) * weight for name in pack.scoring.inverse]
    return Support(min(ways), max(ways), "定量（反向）：通行算式不止一种，取其范围", basis)


_INVERSE = {
    "target_over_actual": lambda target, actual: target / actual,
    "excess_share": lambda target, actual: max(1 - (actual - target) / target, Decimal(0)),
}


def _by_band(row: IndicatorRow, weight: Decimal, pack: ActivePack) -> Support | None:
    """Choose the band of a qualitative indicator by the report's own words about what was achieved."""
    if pack.bands is None or row.actual is None:
        return None
    met, partial = pack.bands.met * weight, pack.bands.partial * weight
    if says_unmet(row.actual.text, pack):
        return Support(partial, met, "定性三档：表述对应“部分达成”档（不到上限）", pack.bands.basis)
    if says_partial(row.actual.text, pack):
        return Support(partial, weight, "定性三档：表述介于“部分达成”与“达成”之间", pack.bands.basis)
    return Support(met, weight, "定性三档：表述对应“达成”档", pack.bands.basis)


def _execution_support(ties: FormTies, pack: ActivePack) -> Support | None:
    """Return weight × rate for the block of budget execution, from the relation that was judged on it."""
    for relation in ties.relations:
        expected = relation.judgement.expected
        if relation.kind is RelationKind.SCORE_VS_RULE and expected is not None:
            basis = pack.execution.basis if pack.execution is not None else ()
            if relation.verdict is Verdict.IMPOSSIBLE:
                basis = (Basis(document="自评表所列计分办法", verified=True),)
            return Support(Decimal(expected), Decimal(expected), "执行率：分值×执行率，以分值封顶", basis)
    return None


def _execution_score(form: ScoreForm, found: Support | None, locator: Locator) -> IndicatorScore | None:
    block = form.execution
    if block is None or block.weight is None:
        return None
    row = IndicatorRow(
        level1="预算执行",
        level2=None,
        name="预算执行率",
        title="预算执行率",
        target=None,
        actual=block.rate,
        weight=block.weight,
        score=block.score,
        reason=None,
    )
    return _row_score(row, found, locator)


def _row_score(row: IndicatorRow, found: Support | None, locator: Locator) -> IndicatorScore:
    cell = row.score or row.weight or row.actual or row.target
    return IndicatorScore(
        name=row.title or row.name or "（未写名称）",
        level1=row.level1,
        level2=row.level2,
        target=_text(row.target),
        actual=_text(row.actual),
        weight=_figure(row.weight),
        self_score=_figure(row.score),
        reason=_text(row.reason),
        evidence=None if cell is None else cell.evidence(locator),
        suggested_low=None if found is None else _plain(found.low),
        suggested_high=None if found is None else _plain(found.high),
        method=None if found is None else found.method,
        basis=() if found is None else found.basis,
    )


def _recomputed(ties: FormTies) -> str | None:
    """Return the sum of the scores that make up the total, where each of them can be read."""
    values = [fact.quantity for fact in ties.scores if fact is not None]
    if not values or len(values) < len(ties.scores):
        return None
    total = sum((value.value for value in values), Decimal(0))
    return f"{total:.{max(max(value.precision, 0) for value in values)}f}"


def _text(cell: FormCell | None) -> str | None:
    return None if cell is None else cell.text


def _figure(cell: FormCell | None) -> str | None:
    return None if cell is None or cell.quantity is None else cell.quantity.plain()


def _plain(value: Decimal) -> str:
    return f"{value.quantize(_CENT, ROUND_HALF_UP):f}"
