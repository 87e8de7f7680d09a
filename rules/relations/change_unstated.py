"""A change and its rate whose base is not printed: it follows from this year's figure and the change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.change_pairs import MOST, STAGES, is_prior
from rules.relations.judge import Operation, judge
from rules.relations.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, same_unit


def find_rate_of_change(
    mention: Mention, index: int, statement: Statement, down: bool, relations: Relations
) -> None:
    """The base is not stated: it follows from this year's figure and the change."""
    earlier = [m for m in statement.own[:index] if m.fact.kind in (FactKind.AMOUNT, FactKind.COUNT)]
    changes = [m for m in earlier if m.fact.measure in ("increase", "decrease")]
    if not changes or changes[-1].sentence != mention.sentence:
        return
    change = changes[-1].fact
    nows = [
        m.fact
        for m in reversed([*statement.before, *earlier])
        if m.fact.measure in STAGES and same_unit(m.fact, change) and not is_prior(m)
    ]
    for position, now in enumerate(nows[:MOST]):
        judgement = _judged_without_base(change.quantity, now.quantity, mention.fact.quantity, down)
        alone = position == 0 and len(nows) == 1 and now.subject == change.subject
        if judgement is not None and (judgement.verdict in FITS or alone):
            relations.add(
                RelationKind.YOY,
                [change, now],
                mention.fact,
                "增减率＝增减额÷上年（由本年与增减额推得）",
                judgement,
            )
            return


def _judged_without_base(change: Quantity, now: Quantity, rate: Quantity, down: bool) -> Judgement | None:
    if change.unit is None or now.unit != change.unit:
        return None
    value = now.value + (1 if down else -1) * change.value
    # The base is a sum of two rounded figures: one digit less of precision bounds it soundly.
    coarse = min(now.precision, change.precision)
    base = Quantity(value, change.unit, coarse, f"{value}", counted=now.counted and change.counted)
    judgement = judge(Operation.RATIO, [change, base], rate)
    if judgement.verdict is Verdict.IMPOSSIBLE and _fits_widened(change, base, rate):
        return replace(judgement, verdict=Verdict.ROUNDING, likely=None)
    return judgement


def _fits_widened(change: Quantity, base: Quantity, rate: Quantity) -> bool:
    if base.counted:
        return False
    unit = Decimal(1).scaleb(-base.precision)
    low, high = base.value - unit, base.value + unit
    half = unit / 2
    bounds = rate.interval()
    if low <= 0 or bounds.low is None or bounds.high is None:
        return True
    smallest, largest = (change.value - half) * 100 / high, (change.value + half) * 100 / low
    return smallest <= bounds.high and largest >= bounds.low
