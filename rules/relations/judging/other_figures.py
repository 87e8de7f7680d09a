"""With which other figures of the report does a failing relation hold? One put in, left out or added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.vocabulary import BUDGET_STAGES
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension
from rules.relations.judging.computation import RATES
from rules.relations.judging.judge import Operation, holds
from rules.relations.judging.one_slip import FITS, resembles, slip_between
from rules.relations.judging.other import NEAR, Other
from rules.relations.relation import Relation, RelationKind
from rules.relations.sentence import comparable, same_things

_FINE = 2
_FEWEST_DIGITS = 3
"""A shorter sum is met by chance."""
_MOST_PAIRS = 24
_BASES = (*BUDGET_STAGES, "received")


COMPUTED = tuple(operation for operation in Operation if operation is not Operation.DUPLICATE)
"""What gives a figure; that it is printed twice gives none."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What the relations that hold show of the figures.

    ``parts`` are those of each result, ``together`` the pairs that one computation holds, ``prices`` what is paid for each.
    """

    facts: Mapping[str, Fact]
    parts: Mapping[str, Sequence[Fact]]
    together: frozenset[frozenset[str]]
    prices: frozenset[str]

    @classmethod
    def of(cls, relations: Sequence[Relation], facts: Mapping[str, Fact]) -> Sound:
        """Gather what the relations show."""
        # Of several computations that give one figure the sum is kept: it tells what the figure is made of.
        held = sorted(
            (relation for relation in relations if relation.verdict in FITS),
            key=lambda relation: relation.operation == Operation.SUM,
        )
        parts = {
            r.stated: [facts[fact] for fact in r.operands]
            for r in held
            if r.stated is not None and r.operation in COMPUTED
        }
        pairs = (combinations((id, *(fact.id for fact in of)), 2) for id, of in parts.items())
        prices = frozenset(r.operands[0] for r in held if r.operation == Operation.PRODUCT)
        return cls(facts, parts, frozenset(frozenset(pair) for each in pairs for pair in each), prices)


class OtherFigures:
    """One failing relation and the figures that it might have meant; ``settled``: its parts are all that it has."""

    def __init__(self, relation: Relation, sound: Sound, within: Sequence[Fact], *, settled: bool) -> None:
        self.sound, self.kind, self.settled = sound, relation.kind, settled
        self.facts = sound.facts
        self.operation = Operation(relation.operation)
        self.operands = [self.facts[fact] for fact in relation.operands]
        self.stated = self.facts[relation.stated or ""]
        self.signs = list(relation.signs)
        self.own = [*self.operands, self.stated]
        own = set(relation.facts)
        self.every = [f for f in within if f.id not in own and f.quantity.hedge is Hedge.NONE]

    def others(self) -> Iterator[Other]:
        """Yield a figure with which the relation holds: one put in, left out or added."""
        if self.operation in RATES:
            yield from self._instead(everywhere=self.stated.quantity.precision >= _FINE)
            yield from self._pairs()
            yield from self._computed_elsewhere()
        elif self.operation is Operation.PRODUCT:
            yield from self._instead(everywhere=False)
            if self.stated.quantity.telling_digits > _FEWEST_DIGITS:
                yield from self._stated(everywhere=True)
        elif self.stated.quantity.telling_digits >= _FEWEST_DIGITS:
            yield from self._told_in_full()
            if not self.settled:
                yield from self._fewer()
            yield from self._turned()
            if len(self.operands) == 2:
                yield from self._instead(everywhere=True)
            if all(fact.where is Where.TEXT for fact in (*self.operands, self.stated)):
                yield from self._more()
                yield from self._stated()

    def _holds(self, operands: Sequence[Fact], stated: Fact, signs: Sequence[int] | None = None) -> bool:
        used = self.signs if signs is None else signs
        return holds(self.operation, [f.quantity for f in operands], stated.quantity, signs=used or None)

    def _instead(self, *, everywhere: bool) -> Iterator[Other]:
        for index, operand in enumerate(self.operands):
            for other in self._like(operand, everywhere=everywhere):
                if other.id in self.sound.prices:
                    continue  # an average or price of something else
                if self._holds([*self.operands[:index], other, *self.operands[index + 1 :]], self.stated):
                    yield Other(other, operand)

    def _computed_elsewhere(self) -> Iterator[Other]:
        """Yield the same rate where it comes out of figures of its own: 查档群众满意度 has a row in a table.

        The rate that is only printed again, in the table of the scores, comes out of nothing else; and what comes out of
        things of another kind, 执行率 of 万元 beside 办结率 of 件, or is the growth of another thing, is equal by chance.
        """
        for other in self.every:
            if other.quantity.unit != self.stated.quantity.unit:
                continue
            if self.kind is RelationKind.YOY and other.subject != self.stated.subject:
                continue
            parts = self.sound.parts.get(other.id, ())
            same = len(parts) > 1 and other.quantity.value == self.stated.quantity.value
            alike = same and any(same_things(part, operand) for part in parts for operand in self.operands)
            if alike and self._is_other(other):
                yield Other(other)

    def _is_other(self, rate: Fact) -> bool:
        """Say whether a rate is computed of other figures than these: not of one of them written rightly."""
        return not any(
            one.quantity.in_base == own.quantity.in_base or slip_between(one.quantity, own.quantity)
            for one in self.sound.parts[rate.id]
            for own in self.operands
        )

    def _pairs(self) -> Iterator[Other]:
        """Yield the first of two figures of the passage that give the rate: neither operand was meant."""
        if len(self.operands) != 2:
            return
        parts = [*self._like(self.operands[0], everywhere=False)][:_MOST_PAIRS]
        wholes = [*self._like(self.operands[1], everywhere=False)][:_MOST_PAIRS]
        for part in parts:
            for whole in wholes:
                if part is whole or not _tells(part, whole, self.stated):
                    continue
                if self._holds([part, whole], self.stated):
                    yield Other(part)

    def _stands_with(self, other: Fact) -> bool:
        """Say whether a figure stands in words, or in a table, as one of the own does."""
        return any(other.evidence.table == fact.evidence.table for fact in self.own)

    def _fewer(self) -> Iterator[Other]:
        """Yield a part that is none: without it, or without another one as well, the parts add up."""
        for left_out in (1, 2):
            if len(self.operands) - left_out < 2:
                return
            for gone in combinations(range(len(self.operands)), left_out):
                kept = [n for n in range(len(self.operands)) if n not in gone]
                signs = [self.signs[n] for n in kept] if self.signs else []
                operands = [self.operands[n] for n in kept]
                # Two parts that come near the difference by rounding are met by chance.
                exact = sum(f.quantity.in_base for f in operands) == self.stated.quantity.in_base
                if self._holds(operands, self.stated, signs) and (left_out == 1 or exact or signs):
                    yield Other(self.operands[gone[0]])

    def _told_in_full(self) -> Iterator[Other]:
        """Yield a further part of the same whole where the report tells all of them: 省级专项资金 3 万元 beside these."""
        if self.operation is not Operation.SUM or self.signs:
            return
        own = {fact.quantity.in_base for fact in self.operands}
        for id, parts in self.sound.parts.items():
            whole = self.facts[id].quantity
            values = {part.quantity.in_base for part in parts}
            if (
                whole.in_base == self.stated.quantity.in_base
                and len(own) == len(self.operands)
                and own < values
            ):
                yield from (Other(part) for part in parts if part.quantity.in_base not in own)

    def _turned(self) -> Iterator[Other]:
        """Yield a part that is taken off: one or two of them, as where a column of changes prints no signs."""
        if self.operation is not Operation.SUM or self.signs:
            return
        for count in (1, 2):
            for turned in combinations(range(len(self.operands)), count):
                signs = [-1 if n in turned else 1 for n in range(len(self.operands))]
                long = all(self.operands[n].quantity.telling_digits >= _FEWEST_DIGITS for n in turned)
                if long and self._holds(self.operands, self.stated, signs):
                    yield Other(self.operands[turned[0]])

    def _more(self) -> Iterator[Other]:
        """Yield a further part."""
        if self.operation is not Operation.SUM:
            return
        signs = [*self.signs, 1] if self.signs else []
        for other in self._like(self.operands[-1], everywhere=False):
            long = other.quantity.telling_digits >= _FEWEST_DIGITS
            one_unit = other.quantity.unit == self.operands[-1].quantity.unit
            if long and one_unit and self._holds([*self.operands, other], self.stated, signs):
                yield Other(other)

    def _stated(self, *, everywhere: bool = False) -> Iterator[Other]:
        """Yield another figure of the passage, or of the report, that the parts add up to."""
        for other in self._like(self.stated, everywhere=everywhere):
            if not self._is_result_of_others(other) and self._holds(self.operands, other):
                yield Other(other, self.stated)

    def _is_result_of_others(self, other: Fact) -> bool:
        """Say whether one of the operands, with others than these, gives a figure elsewhere: it is spoken for."""
        of = {fact.id for fact in self.sound.parts.get(other.id, ())}
        own = {fact.id for fact in self.operands}
        return bool(of & own) and of != own

    def _like(self, fact: Fact, *, everywhere: bool) -> Iterator[Fact]:
        """Yield the figures that might stand for one, those of the same passage only or all of the report."""
        mixed = self.operation is Operation.RATIO
        # A rate from afar is one of something else.
        rate = fact.quantity.unit is not None and fact.quantity.unit.dimension is Dimension.RATE
        known = {
            other.quantity.in_base
            for other in (*self.every, *self.own)
            if _is_same(fact, other) or self._is_other_year(fact, other)
        }
        for other in self.every:
            near = abs(other.start - self.stated.start) <= NEAR and self._stands_with(other)
            in_reach = near or (everywhere and not rate and _is_of_a_stage(fact, other))
            kindred = in_reach and _is_of_a_kind(fact, other, mixed=mixed)
            if not kindred or other.quantity.in_base in known:
                continue
            if not any(resembles(other.quantity, own.quantity) for own in self.own):
                yield other

    def _is_other_year(self, fact: Fact, other: Fact) -> bool:
        """Say whether a change is of one of two figures that are held against one another: only last year's is its base."""
        return self.kind is RelationKind.YOY and frozenset((fact.id, other.id)) in self.sound.together


def _is_of_a_stage(one: Fact, other: Fact) -> bool:
    """Say whether a figure from afar is at the same stage: another budget for a budget; what has no stage goes with all."""
    stages = (one.measure, other.measure)
    return None in stages or stages[0] == stages[1] or all(stage in _BASES for stage in stages)


def _tells(part: Fact, whole: Fact, rate: Fact) -> bool:
    """Say whether two figures can be what a rate is of: things of one kind, and told so finely that chance gives no rate."""
    fine = all(f.quantity.counted or f.quantity.telling_digits >= _FEWEST_DIGITS for f in (part, whole))
    return fine and rate.quantity.telling_digits >= _FEWEST_DIGITS and comparable(part, whole)


def _is_same(one: Fact, other: Fact) -> bool:
    """Say whether two figures state the same thing and stage of the same year: one of them is wrong, and none another."""
    named = one.subject is not None and one.measure is not None
    return named and (one.subject, one.measure, one.period) == (other.subject, other.measure, other.period)


def _is_of_a_kind(one: Fact, other: Fact, *, mixed: bool) -> bool:
    """Say whether two figures count or measure the same: both money, both rates, or both so many people.

    ``mixed``: counts of any kind will do, as 277 家 of 285 份 that came back.
    """
    first, second = one.quantity.unit, other.quantity.unit
    if first is None or second is None or one.kind is FactKind.TARGET or other.kind is FactKind.TARGET:
        return False
    if first.dimension is Dimension.COUNT and not mixed:
        return second.symbol == first.symbol
    return second.dimension is first.dimension
