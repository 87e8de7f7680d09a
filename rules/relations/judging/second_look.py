"""Before an alarm: may other figures have been meant? Then nothing is alleged.

A relation that fails is either a wrong figure or one that we hold against the wrong neighbours. In the second case the
right neighbour nearly always stands in the report, and with it the figures agree. So every failure is tried once more
with the other figures of its kind; where one of them fits, the failure is kept as not judged. A figure that is one slip
away from the one at hand is no other neighbour: it is the same fact, written rightly elsewhere. See decision 0011.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.relations.judging.one_slip import FITS
from rules.relations.judging.other import Other
from rules.relations.judging.other_figures import COMPUTED, OtherFigures, Sound
from rules.relations.judging.shapes import Shape, shape_of
from rules.relations.relation import Relation, Verdict

NAMESAKE = "疑似沿用了另一处的数，或两处口径不同"
"""What is said where one thing is told with two values, of which the other makes the relations hold."""


def second_look(
    relations: Sequence[Relation], facts: Mapping[str, Fact], firm: Collection[str] = ()
) -> tuple[Relation, ...]:
    """Return the relations; those that fail only because other figures may have been meant are not judged.

    ``firm`` are the ids of those whose words and place leave no others.
    """
    every = sorted(facts.values(), key=lambda fact: fact.start)
    shown = Counter(
        shape for r in relations if r.verdict in FITS and (shape := shape_of(r, facts)) is not None
    )
    sound = Sound.of(relations, facts)
    excused: dict[str, Sequence[Other]] = {}
    for relation in relations:
        if _is_alarm(relation) and relation.id not in firm:
            reach = _Reach.of(relation, facts, every, shown)
            others = list(OtherFigures(relation, sound, reach.every, settled=reach.settled).others())
            excused.update({relation.id: others} if others else {})
    witnessed = _witnessed(relations, excused)
    return tuple(
        _looked_at(relation, excused[relation.id], witnessed.get(relation.id))
        if relation.id in excused
        else relation
        for relation in relations
    )


def _witnessed(
    relations: Sequence[Relation], excused: Mapping[str, Sequence[Other]]
) -> Mapping[str, Other | None]:
    """Return what is asked about, by the relation that asks: a value that another passage gives a figure; None: no more.

    One relation may be held against the wrong figure. Where another, of other figures, asks for the same, or the other
    value bears the same name, it is rather that one thing has two values; that is asked once.
    """
    asking: dict[tuple[str, Decimal], list[tuple[Relation, Other]]] = defaultdict(list)
    for relation in relations:
        for other in excused.get(relation.id, ()):
            if other.instead_of is not None and (other.is_far or other.is_namesake):
                asking[other.instead_of.id, other.fact.quantity.in_base].append((relation, other))
    found: dict[str, Other | None] = {}
    for members in asking.values():
        first, other = members[0]
        apart = any(not set(first.facts) <= set(relation.facts) for relation, _ in members)
        alone = all(one.is_namesake for one in excused[first.id])
        if (apart or alone) and found.get(first.id) is None:
            found |= {relation.id: found.get(relation.id) for relation, _ in members}
            found[first.id] = other
    return found


@dataclass(frozen=True, slots=True)
class _Reach:
    """The figures that a failing relation may have meant; ``settled``: its parts are all that it has."""

    every: Sequence[Fact]
    settled: bool = False

    @classmethod
    def of(
        cls,
        relation: Relation,
        facts: Mapping[str, Fact],
        every: Sequence[Fact],
        shown: Mapping[Shape, int],
    ) -> _Reach:
        """Return the reach of a relation.

        Where other rows or columns of a table compute the same and hold, only figures of the same rows and things may have
        been meant, and no part is one too many.
        """
        shape = shape_of(relation, facts)
        if shape is None or not shown.get(shape):
            return cls(every)
        own = [facts[fact] for fact in relation.facts]
        rows, things = {f.evidence.row for f in own}, {f.subject for f in own}
        return cls([f for f in every if f.evidence.row in rows or f.subject in things], settled=True)


def _is_alarm(relation: Relation) -> bool:
    open_question = relation.verdict is Verdict.UNDETERMINED and relation.judgement.likely is not None
    computed = relation.operation in COMPUTED
    return (
        computed and relation.stated is not None and (relation.verdict is Verdict.IMPOSSIBLE or open_question)
    )


def _looked_at(relation: Relation, others: Sequence[Other], asked: Other | None) -> Relation:
    """Return a relation that other figures would mend as not judged; as a question where one thing has two values."""
    if asked is not None:
        words, likely = f"；另一处同名数字为{asked.fact.quantity.words()}，换作该数则相符", NAMESAKE
    else:
        printed = next((one for one in others if not one.is_namesake), others[0]).fact.quantity.words()
        words, likely = f"；换作{printed}则相符，不能断定所指，未作判断", None
    derivation = f"{relation.judgement.derivation}{words}"
    judgement = replace(
        relation.judgement, verdict=Verdict.UNDETERMINED, derivation=derivation, likely=likely
    )
    return replace(relation, judgement=judgement)
