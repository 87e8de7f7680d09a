"""A change held against the pairs of figures that it may lie between, and the one of them that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.changes.direction import signed
from rules.relations.changes.later import AMOUNT_REASON, RATE_REASON
from rules.relations.changes.pairs import Pair
from rules.relations.changes.rate import REVERSED
from rules.relations.judging.judge import WIDE_ONLY, Operation, judge
from rules.relations.judging.one_slip import FITS, explained_by_one_slip, is_one_slip_away
from rules.relations.reading import Reading
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import is_of_scale, same_things

_USUAL = 2


def keep_amount(mention: Mention, pairs: Sequence[Pair], down: bool, relations: Relations) -> bool:
    """Keep the pair that an amount of change lies between, and say whether there was one. ``down``: it fell."""
    fact = mention.fact
    judged = []
    for pair in pairs:
        if same_things(pair.now, fact) and is_of_scale(fact, pair.now):
            order = [pair.base, pair.now] if down else [pair.now, pair.base]
            whole = _are_whole_days(mention, pair)
            order, stated = [_counted(f) for f in order] if whole else order, fact.quantity
            stated = replace(stated, counted=True) if whole else stated
            judged.append(_judged(pair, order, Operation.DIFFERENCE, stated, order[::-1], stated))
    return _keep(fact, judged, AMOUNT_REASON, relations)


def keep_rate(mention: Mention, pairs: Sequence[Pair], down: bool, relations: Relations) -> bool:
    """Keep the pair that a rate of change lies between, and say whether there was one. ``down``: it fell."""
    fact = mention.fact
    stated, other = signed(fact.quantity, down), signed(fact.quantity, not down)
    judged = []
    for pair in pairs:
        if same_things(pair.now, pair.base):
            order = [pair.now, pair.base]
            judged.append(_judged(pair, order, Operation.YOY, stated, order, other))
    return _keep(fact, judged, RATE_REASON, relations)


def _are_whole_days(mention: Mention, pair: Pair) -> bool:
    """Say whether a change is between days that were counted: 优良天数 284 天; 平均 12 天 was rounded."""
    facts = (mention.fact, pair.now, pair.base)
    days = all(f.quantity.unit is not None and f.quantity.unit.symbol == "天" for f in facts)
    words = "".join((normal(mention.lead), *(f.label for f in facts)))
    return days and all(f.quantity.precision == 0 for f in facts) and "均" not in words


def _counted(fact: Fact) -> Fact:
    return replace(fact, quantity=replace(fact.quantity, counted=True))


@dataclass(frozen=True, slots=True)
class _Judged:
    """A pair held against a change: as it is said, with the opposite word, and whether one slip would mend it."""

    pair: Pair
    operands: Sequence[Fact]
    operation: Operation
    said: Judgement
    opposite: Judgement
    near: bool
    stated: Quantity


def _judged(
    pair: Pair,
    order: Sequence[Fact],
    operation: Operation,
    stated: Quantity,
    turned: Sequence[Fact],
    otherwise: Quantity,
) -> _Judged:
    quantities = [fact.quantity for fact in order]
    return _Judged(
        pair,
        order,
        operation,
        _fine_enough(judge(operation, quantities, stated), quantities, stated),
        judge(operation, [fact.quantity for fact in turned], otherwise),
        is_one_slip_away(operation, quantities, stated),
        stated,
    )


def _fine_enough(judgement: Judgement, operands: Sequence[Quantity], stated: Quantity) -> Judgement:
    """Pass a change told to two decimals between figures told to six: it was rounded on purpose, and no digit is lost."""
    finer = all(figure.precision >= stated.precision for figure in operands)
    if judgement.likely == WIDE_ONLY and stated.precision >= _USUAL and finer:
        return replace(judgement, likely=None)
    return judgement


def _keep(fact: Fact, judged: Sequence[_Judged], reason: str, relations: Relations) -> bool:
    """Keep the pair that fits; else the one that fits with the opposite word; else a sure one, or one slip away."""
    wrong = [item for item in judged if item.said.verdict is Verdict.IMPOSSIBLE and not item.pair.loose]
    # Where words leave but one pair beside the change, figures of other statements are no other reading of it.
    certain = [item for item in judged if item.pair.sure and item.pair.close]
    allowed = [item for item in judged if item.pair.here] if certain else judged
    # A plan in whole 万元 is met by anything near it, which shows nothing of what the change is between.
    allowed = [item for item in allowed if item.pair.sure or item.said.likely != WIDE_ONLY]
    fits = next((item for item in allowed if item.said.verdict in FITS), None)
    turned = next((i for i in wrong if i.opposite.verdict in FITS and fact.quantity.value), None)
    sure = next((item for item in wrong if (item.pair.sure and _is_credible(item, fact)) or item.near), None)
    kept = fits or turned or sure
    beside = next((item for item in wrong if item.pair.beside and _is_slipped(item, fact)), None)
    kept = beside or kept
    if kept is None:
        return False
    opposite = kept.opposite.verdict in FITS and kept is not fits and kept.said.verdict not in FITS
    judgement = replace(kept.said, likely=REVERSED) if opposite and fact.quantity.value else kept.said
    relation = relations.add(RelationKind.YOY, kept.operands, fact, reason, judgement, kept.operation)
    # One run of words names the three, so that no other figures can have been meant.
    relations.firm.update([relation.id] if kept is beside or (kept.pair.beside and kept in wrong) else [])
    return True


def _is_slipped(item: _Judged, fact: Fact) -> bool:
    """Say whether one slip, or the opposite word, explains why figures right before the change do not fit."""
    if item.opposite.verdict in FITS and fact.quantity.value:
        return True
    figures = [one.quantity for one in item.operands]
    return item.near or explained_by_one_slip(item.operation, figures, item.stated)


def _is_credible(item: _Judged, fact: Fact) -> bool:
    """Say whether figures of other sentences can be what the change lies between, though they do not fit."""
    if not item.pair.told:
        return True
    stated = replace(fact, quantity=item.stated)
    return Reading(RelationKind.YOY, item.operation, tuple(item.operands), stated, "").is_credible()
