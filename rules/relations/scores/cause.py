"""Which one figure of a score form explains several broken relations, so that one slip is one finding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rules.relations.judging.leads import Leads
from rules.relations.judging.one_slip import is_slip_of
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.relations.scores.scores import FormTies

SUMS = (RelationKind.SCORE_SUM, RelationKind.WEIGHT_SUM)
_MOST_SUSPECTS = 8


@dataclass(frozen=True, slots=True)
class Cause:
    """Broken relations with one origin; ``implied`` is the value of the culprit that would mend them all."""

    relations: tuple[Relation, ...]
    culprit: str | None = None
    implied: Decimal | None = None
    suspects: tuple[str, ...] = ()

    def concerns(self, *kinds: RelationKind) -> bool:
        """Say whether a relation of one of these kinds is among the broken ones."""
        return any(relation.kind in kinds for relation in self.relations)


def causes_of(ties: FormTies, leads: Leads) -> tuple[Cause, ...]:
    """Group the broken relations of a form by origin; sums come first in each group.

    ``leads`` are those of the whole report, the facts of the form among its facts.
    """
    sums = list(ties.broken(*SUMS))
    single = [r for r in ties.relations if r.kind not in SUMS and _is_doubtful(r)]
    found: list[Cause] = []
    for relation in list(single):
        cause = _mended_by_one(ties, relation, sums)
        if cause is not None and relation in single:
            cause = _with_others(ties, cause, single)
            found.append(cause)
            sums = [item for item in sums if item not in cause.relations]
            single = [item for item in single if item not in cause.relations]
    for kind in SUMS:
        found += _sums_alone(ties, [item for item in sums if item.kind is kind], leads)
    return (*found, *(Cause((item,)) for item in single if item.verdict is Verdict.IMPOSSIBLE))


def _is_doubtful(relation: Relation) -> bool:
    """Say whether a relation is broken, or would be if the form stated its method of scoring."""
    doubtful = relation.verdict is Verdict.UNDETERMINED and relation.judgement.expected is not None
    return doubtful or relation.verdict is Verdict.IMPOSSIBLE


def _mended_by_one(ties: FormTies, relation: Relation, sums: list[Relation]) -> Cause | None:
    """Find a figure of the relation whose correction mends it and all the broken sums around it."""
    for fact_id in relation.facts:
        value = _implied(ties, fact_id, sums)
        if value is not None and _mends(ties, relation, fact_id, value):
            mended = tuple(item for item in sums if fact_id in item.facts)
            return Cause((*mended, relation), fact_id, value)
    return None


def _with_others(ties: FormTies, cause: Cause, single: list[Relation]) -> Cause:
    """Add the further single relations that the same correction mends."""
    if cause.culprit is None or cause.implied is None:
        return cause
    more = [
        item
        for item in single
        if item not in cause.relations and _mends(ties, item, cause.culprit, cause.implied)
    ]
    return Cause((*cause.relations, *more), cause.culprit, cause.implied)


def _sums_alone(ties: FormTies, sums: list[Relation], leads: Leads) -> list[Cause]:
    """Join broken sums that one figure explains; keep them apart where none does."""
    if not sums:
        return []
    every = dict.fromkeys(fact_id for relation in sums for fact_id in relation.facts)
    values = {
        fact_id: value
        for fact_id in every
        if all(fact_id in relation.facts for relation in sums)
        and (value := _implied(ties, fact_id, sums)) is not None
        and _is_lawful(ties, fact_id, value)
    }
    slipped = [fact_id for fact_id, value in values.items() if is_slip_of(ties.fact(fact_id).quantity, value)]
    if len(slipped) > 1:
        left = list(leads.narrowed(slipped, sums))
        slipped = left if len(left) == 1 else [*left, *(fact for fact in slipped if fact not in left)]
    likely = slipped if len(slipped) == 1 else list(values)
    if len(likely) == 1:
        return [Cause(tuple(sums), likely[0], values[likely[0]], (likely[0],))]
    if values:
        suspects = tuple(dict.fromkeys((*slipped, *values)))
        return [Cause(tuple(sums), suspects=suspects if len(suspects) <= _MOST_SUSPECTS else tuple(slipped))]
    return [Cause((relation,)) for relation in sums]


def _is_lawful(ties: FormTies, fact_id: str, value: Decimal) -> bool:
    """Say whether a form may state the value: no points below nothing, none above the weight of their row."""
    rows = [
        relation
        for relation in ties.relations
        if relation.kind is RelationKind.SCORE_EXCEEDS_WEIGHT and fact_id in relation.facts
    ]
    return value >= 0 and all(_mends(ties, relation, fact_id, value) for relation in rows)


def _implied(ties: FormTies, fact_id: str, sums: list[Relation]) -> Decimal | None:
    """Return the value by which all broken sums with the fact would hold, or None if there is no such value.

    A fact that stands in a sum that holds cannot be the slip.
    """
    if any(
        fact_id in relation.facts
        for relation in ties.relations
        if relation.kind in SUMS and relation.verdict in (Verdict.EXACT, Verdict.ROUNDING)
    ):
        return None
    values = {_value_in(ties, fact_id, relation) for relation in sums if fact_id in relation.facts}
    return values.pop() if len(values) == 1 else None


def _value_in(ties: FormTies, fact_id: str, relation: Relation) -> Decimal:
    total = sum((ties.fact(operand).quantity.value for operand in relation.operands), Decimal(0))
    if fact_id == relation.stated:
        return total
    stated = ties.fact(relation.stated or "").quantity.value
    return ties.fact(fact_id).quantity.value + stated - total


def _mends(ties: FormTies, relation: Relation, fact_id: str, value: Decimal) -> bool:
    """Say whether the relation would hold with another value of the fact."""
    if fact_id not in relation.facts or relation.stated is None:
        return False
    weight_id, score_id = relation.operands[0], relation.stated
    weight = value if fact_id == weight_id else ties.fact(weight_id).quantity.value
    score = value if fact_id == score_id else ties.fact(score_id).quantity.value
    if relation.kind is RelationKind.SCORE_EXCEEDS_WEIGHT:
        return 0 <= score <= weight
    expected = relation.judgement.expected
    return (
        relation.kind is RelationKind.SCORE_VS_RULE
        and fact_id == score_id
        and expected is not None
        and abs(Decimal(expected) - score) <= Decimal("0.05")
    )
