"""Which one figure explains several broken relations: one wrong figure is one finding.

Of the facts in broken relations the one is held wrong that covers the most of them, with one value that would mend
them all, and that the fewest sound relations vouch for. Where several are alike they are suspects, and none is named
unless it alone is one slip of the pen away from what would mend them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.relations.changes.rate import REVERSED
from rules.relations.judging.computation import Operation
from rules.relations.judging.leads import Leads
from rules.relations.judging.linear import operation_of
from rules.relations.judging.of_relation import mending
from rules.relations.judging.one_slip import mended_by_one_slip
from rules.relations.judging.vouching import Vouching
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind, Verdict

_WELL_VOUCHED = 6
"""Two exact computations: a figure that they bear out is not held wrong while another of the relation has none."""


@dataclass(frozen=True, slots=True)
class Culprit:
    """Broken relations with one origin. ``culprit`` None: it cannot be singled out among ``suspects``, the likeliest first.

    ``implied`` is the value that mends the sums among them, in the unit printed, where there is one.
    """

    relations: tuple[Relation, ...]
    culprit: str | None
    suspects: tuple[str, ...]
    implied: Decimal | None = None


def find_culprits(
    relations: Sequence[Relation], facts: Mapping[str, Fact], readings: Sequence[Reading] = ()
) -> tuple[Culprit, ...]:
    """Group the relations that do not hold by the figure that explains them.

    ``readings`` are those of places of which none holds: they accuse nobody, but one may show which figure is wrong.
    """
    broken = [relation for relation in relations if relation.verdict is Verdict.IMPOSSIBLE]
    return _grouped(broken, Vouching(relations, facts), Leads(facts, relations, readings), facts)


class Suspicion:
    """Names the figures that would explain why single relations leave a question."""

    def __init__(
        self, relations: Sequence[Relation], facts: Mapping[str, Fact], readings: Sequence[Reading] = ()
    ) -> None:
        self._vouching, self._facts = Vouching(relations, facts), facts
        self._leads = Leads(facts, relations, readings)

    def of(self, relation: Relation) -> Culprit:
        """Return who is suspected behind one relation that leaves a question: all its figures where none stands out."""
        found = _grouped([relation], self._vouching, self._leads, self._facts)[0]
        slipped = tuple(fact for fact in relation.facts if _is_slip(fact, relation, self._facts))
        if found.culprit in (None, *slipped):
            return found
        return replace(found, culprit=None, suspects=slipped or relation.facts)


def _grouped(
    broken: list[Relation], vouching: Vouching, leads: Leads, facts: Mapping[str, Fact]
) -> tuple[Culprit, ...]:
    found: list[Culprit] = []
    while broken:
        ranks = {fact: _rank(fact, broken, vouching, facts) for relation in broken for fact in relation.facts}
        ranked = sorted(ranks, key=lambda fact: (ranks[fact], facts[fact].start))
        covered = tuple(relation for relation in broken if ranked[0] in relation.facts)
        tied = tuple(f for f in ranked if ranks[f] == ranks[ranked[0]] and _shares(f, covered))
        if all(relation.judgement.likely == REVERSED for relation in covered):
            tied = tuple(dict.fromkeys(relation.stated for relation in covered if relation.stated))
        slipped = [fact for fact in tied if all(_is_slip(fact, relation, facts) for relation in covered)]
        if len(tied) > 1 and len(slipped) > 1:
            left = leads.narrowed(slipped, covered)
            culprit = left[0] if len(left) == 1 else None
            slipped = [*left, *(fact for fact in slipped if fact not in left)]
        else:
            culprit = tied[0] if len(tied) == 1 else (slipped[0] if len(slipped) == 1 else None)
        suspects = tuple(dict.fromkeys((*slipped, *tied))) if culprit is None else ()
        found.append(Culprit(covered, culprit, suspects, _implied(culprit or ranked[0], covered, facts)))
        broken = [relation for relation in broken if relation not in covered]
    return tuple(found)


def _shares(fact: str, covered: Sequence[Relation]) -> bool:
    return all(fact in relation.facts for relation in covered)


def _is_slip(fact: str, relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether one slip of the pen in the fact mends the relation: 18.6 that was printed as 1.6."""
    operation = operation_of(relation)
    if operation is None or relation.stated is None or fact not in relation.facts:
        return False
    operands = [facts[operand].quantity for operand in relation.operands]
    stated = facts[relation.stated].quantity
    index = relation.facts.index(fact)
    options = [stated, replace(stated, value=-stated.value)] if operation is Operation.YOY else [stated]
    return any(
        mended_by_one_slip(operation, operands, option, index, signs=relation.signs or None)
        for option in options
    )


def _rank(
    fact: str, broken: Sequence[Relation], vouching: Vouching, facts: Mapping[str, Fact]
) -> tuple[int, int, int, int]:
    covered = [relation for relation in broken if fact in relation.facts]
    values = {value for relation in covered if (value := _mending(fact, relation, facts)) is not None}
    scattered = 1 if len(values) > 1 and not _near(values) else 0
    mended = None if scattered else next(iter(values), _of_rate(fact, covered, facts))
    support = vouching.weight(fact, mended)
    return (int(support >= _WELL_VOUCHED), -len(covered) + scattered, support, scattered)


def _of_rate(fact: str, covered: Sequence[Relation], facts: Mapping[str, Fact]) -> Decimal | None:
    """Return the value in the middle of those under which a broken rate or product would hold."""
    for relation in covered:
        found = mending(fact, relation, facts)
        if found is not None and found.low is not None and found.high is not None:
            return (found.low + found.high) / 2
    return None


def _near(values: set[Decimal]) -> bool:
    """Say whether the implied values are one up to rounding of a few last digits."""
    low, high = min(values), max(values)
    return high - low <= max(abs(high) / 10_000, Decimal("0.03"))


def _implied(fact: str, covered: Sequence[Relation], facts: Mapping[str, Fact]) -> Decimal | None:
    values = [value for relation in covered if (value := _mending(fact, relation, facts)) is not None]
    return values[0] if values and _near(set(values)) else None


def _mending(fact: str, relation: Relation, facts: Mapping[str, Fact]) -> Decimal | None:
    """Return the value of the fact, in its own unit, under which a sum, difference or repetition holds on the digits."""
    if relation.stated is None or not relation.operands:
        return None
    if relation.operation == "sum":
        signs = relation.signs or (1,) * len(relation.operands)
    elif relation.operation == "difference":
        signs = (1, *(-1,) * (len(relation.operands) - 1))
    elif relation.kind in (RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX):
        signs = (1,)
    else:
        return None
    total = Decimal(0)
    own_sign = -1
    for operand, sign in zip(relation.operands, signs, strict=True):
        if operand == fact:
            own_sign = sign
        else:
            total += sign * facts[operand].quantity.in_base
    if relation.stated == fact:
        return total / facts[fact].quantity.factor
    return own_sign * (facts[relation.stated].quantity.in_base - total) / facts[fact].quantity.factor
