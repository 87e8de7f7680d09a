"""Recomputing a score form: totals, and the points that a stated method or a rule in force can support."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from corpus.document.evidence import Locator
from rules.facts.form import ExecutionRow, FormCell, IndicatorRow, ScoreForm
from rules.facts.targets import Comparison, Direction, compare, read_target
from rules.finding import Basis
from rules.justify import needed
from rules.one_ticket import capped
from rules.pack import ActivePack
from rules.pack_scoring import Scoring
from rules.relations.relation import RelationKind, Verdict
from rules.relations.scores.scores import FormTies
from rules.scorecard import IndicatorScore, Scorecard
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
    rows = [_execution_score(form, supports[0], locator, pack)]
    rows += [
        _row_score(row, found, locator, pack) for row, found in zip(form.rows, supports[1:], strict=True)
    ]
    indicators = [row for row in rows if row is not None]
    judged = [
        found for found, row in zip(supports, rows, strict=True) if row is not None and found is not None
    ]
    whole = len(judged) == len(indicators)
    total = form.total_score.quantity if form.total_score is not None else None
    low, high = (
        _plain(sum(ends, Decimal(0))) for ends in ([s.low for s in judged], [s.high for s in judged])
    )
    grade = None if total is None or pack.grades is None else pack.grades.of(total.value)
    return Scorecard(
        indicators=tuple(indicators),
        self_total=None if total is None else total.plain(),
        recomputed_total=_recomputed(ties),
        suggested_low=low if whole else None,
        suggested_high=high if whole else None,
        judged_low=low if judged else None,
        judged_high=high if judged else None,
        unjudged=len(indicators) - len(judged),
        grade=grade,
        capped=capped(grade, locator.document, pack),
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
        if _is_far_over(comparison, pack.scoring):
            return _over_completed(weight, pack.scoring)
        return Support(weight, weight, "定量：达到年度指标值得满分", basis)
    target, actual = comparison.target, comparison.actual
    if comparison.direction is Direction.UP:
        if target <= 0 or actual < 0:
            return None
        if pack.scoring.pass_mark is not None and actual < pack.scoring.pass_mark * target:
            return Support(
                Decimal(0), Decimal(0), f"定量：完成不到 {_share(pack.scoring.pass_mark)}，不得分", basis
            )
        points = weight * actual / target
        return Support(points, points, "定量：完成值÷指标值×分值", basis)
    if target <= 0:
        return Support(Decimal(0), Decimal(0), "定量：指标值为 0，超过即不得分", basis)
    ways = [_INVERSE[name](target, actual) * weight for name in pack.scoring.inverse]
    return Support(min(ways), max(ways), "定量（反向）：通行算式不止一种，取其范围", basis)


def _is_far_over(comparison: Comparison, scoring: Scoring) -> bool:
    """Say whether a result lies so far above its target that the target counts as set too low."""
    limit = scoring.over_completion
    up = comparison.direction is Direction.UP and comparison.target > 0
    return limit is not None and up and comparison.actual > limit * comparison.target


def _over_completed(weight: Decimal, scoring: Scoring) -> Support:
    over = f"定量：完成超过指标值 {_share(scoring.over_completion or Decimal(0))}，视为指标值偏低"
    if scoring.over == "zero":
        return Support(Decimal(0), Decimal(0), f"{over}，不得分", scoring.basis)
    return Support(Decimal(0), weight, f"{over}，应适度调减（幅度未写明）", scoring.basis)


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
    """Return weight × rate for the block of budget execution, from the relation that was judged on it; else by steps."""
    steps = execution_by_steps(ties.form, pack)
    if steps is not None:
        return steps
    for relation in ties.relations:
        expected = relation.judgement.expected
        if relation.kind is RelationKind.SCORE_VS_RULE and expected is not None:
            basis = pack.execution.basis if pack.execution is not None else ()
            if relation.verdict is Verdict.IMPOSSIBLE:
                basis = (Basis(document="自评表所列计分办法", verified=True),)
            return Support(Decimal(expected), Decimal(expected), "执行率：分值×执行率，以分值封顶", basis)
    return None


def execution_by_steps(form: ScoreForm, pack: ActivePack) -> Support | None:
    """Return the points for budget execution by the steps of a pack; None where it has none or a figure is missing."""
    block, steps = form.execution, pack.execution.steps if pack.execution is not None else ()
    weight = block.weight.quantity if block is not None and block.weight is not None else None
    rate = _rate(block) if block is not None else None
    if not steps or weight is None or rate is None or pack.execution is None:
        return None
    step = next((item for item in steps if rate >= item.floor), None)
    points = Decimal(0) if step is None else weight.value * step.share
    words = "执行率：分段计分，"
    words += (
        "低于最低一段，不得分" if step is None else f"{_share(step.floor)} 以上得分值的 {_share(step.share)}"
    )
    return Support(points, points, words, pack.execution.basis)


def _rate(block: ExecutionRow) -> Decimal | None:
    """Return the rate of budget execution as a share: as printed, else of the two amounts."""
    if block.rate is not None and block.rate.quantity is not None:
        return block.rate.quantity.value / 100
    executed = block.executed.quantity if block.executed is not None else None
    budget = block.adjusted.quantity if block.adjusted is not None else None
    if executed is None or budget is None or budget.value <= 0:
        return None
    return executed.value / budget.value


def _share(value: Decimal) -> str:
    return f"{(value * 100).normalize():f} %"


def _execution_score(
    form: ScoreForm, found: Support | None, locator: Locator, pack: ActivePack
) -> IndicatorScore | None:
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
    return _row_score(row, found, locator, pack)


def _row_score(
    row: IndicatorRow, found: Support | None, locator: Locator, pack: ActivePack
) -> IndicatorScore:
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
        needed=None if found is None else needed(row, found, pack),
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
