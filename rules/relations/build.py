"""Collects the relations that a document asserts, each judged once."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import Fact
from rules.facts.vocabulary import BUDGET_STAGES, normal
from rules.relations.judging.computation import RATES
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading, is_below
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict

BUDGETS = BUDGET_STAGES


_SHOWN = 3
"""Sentences of one make that hold, from which on one that does not is held wrong."""
_ENDING = 3
_UNSAID = {
    Operation.SUM: "分项未说明列全",
    Operation.DIFFERENCE: "未说明是否另有收回、上缴",
    Operation.PRODUCT: "未说明是否另有减免、调整",
}
LEFT_UNSAID = "疑似笔误，或另有去向未列"
PRICE_UNSAID = "疑似笔误，或另有减免、调整未列"
_EITHER = {
    Operation.SUM: "疑似笔误，或另有分项未列",
    Operation.DIFFERENCE: LEFT_UNSAID,
    Operation.PRODUCT: PRICE_UNSAID,
}
"""What a question leaves open, and what may explain it, by what is computed."""
_TRIED_FOR_SLIPS = 4
"""How many of the likeliest readings may alarm by a slip: the more are tried, the likelier one is met by chance."""


def relation_id(kind: str, facts: Sequence[Fact]) -> str:
    """Return the id of a relation: what must agree, by what kind of reason."""
    text = "|".join((kind, *(fact.id for fact in facts)))
    return f"r-{hashlib.sha256(text.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Failed:
    """Readings of one place none of which holds, those that may alarm, and the relation that was kept of them if any."""

    readings: tuple[Reading, ...]
    kept: Relation | None


class Relations:
    """The relations asserted so far, in order, one for one set of facts and operation.

    ``firm`` are the ids of those that words and place leave no other figures for, ``slipped`` those of the sure rates
    that fail by one slip: a sum may also leave out a round part, but two other figures that happen to give a rate are
    found in any long paragraph.
    """

    def __init__(self) -> None:
        self._items: dict[tuple[str, frozenset[str], str | None], Relation] = {}
        self._left: list[tuple[Reading, ...]] = []
        self._failed: list[Failed] = []
        self._facts: dict[str, Fact] = {}
        self._stating: dict[str, list[Relation]] = defaultdict(list)
        self.firm: set[str] = set()
        self.slipped: set[str] = set()

    @property
    def items(self) -> tuple[Relation, ...]:
        """Return all relations in the order in which they were asserted."""
        return tuple(self._items.values())

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Return the figures that take part in what was asserted, by id."""
        return self._facts

    @property
    def failed(self) -> tuple[Failed, ...]:
        """Return the places of which no reading holds, but for those whose words leave no doubt."""
        return tuple(self._failed)

    def instead(self, failed: Failed, reading: Reading) -> None:
        """Hold the report to another of the readings of a place than the one that was kept."""
        for key in [key for key, relation in self._items.items() if relation is failed.kept]:
            del self._items[key]
        for stating in self._stating.values():
            stating[:] = [relation for relation in stating if relation is not failed.kept]
        self._check(reading)

    def stating(self, fact: Fact) -> Sequence[Relation]:
        """Return the relations whose result a figure is."""
        return self._stating.get(fact.id, ())

    def is_computed(self, fact: Fact) -> bool:
        """Say whether something gives a figure."""
        return any(relation.operands for relation in self.stating(fact))

    def check(
        self,
        kind: RelationKind,
        operation: Operation,
        operands: Sequence[Fact],
        stated: Fact,
        reason: str,
        *,
        signs: Sequence[int] | None = None,
        open_ended: bool = False,
    ) -> Relation:
        """Judge one relation and keep it. ``open_ended``: a smaller sum only says that the list is not complete."""
        key = (str(operation), frozenset(fact.id for fact in operands), stated.id)
        if key in self._items:
            return self._items[key]
        judgement = judge(operation, [fact.quantity for fact in operands], stated.quantity, signs=signs)
        if open_ended and judgement.verdict is Verdict.IMPOSSIBLE and is_below(operands, stated):
            judgement = replace(
                judgement,
                verdict=Verdict.UNDETERMINED,
                derivation=f"{judgement.derivation}；分项未说明列全",
                likely=None,
            )
        return self._keep(key, kind, operands, stated, reason, judgement, tuple(signs or ()), str(operation))

    def choose(self, readings: Iterable[Reading]) -> Relation | None:
        """Keep the first reading that holds; else the first sure one, else one that a single slip explains.

        The readings are those that words and structure allow, the likeliest first. Where none is kept, the sentence
        was not understood well enough to say anything.
        """
        allowed = [r for r in readings if len(set(r.operands)) == len(r.operands) and r.is_possible()]
        # What is a convention by one reading of these figures is none the less one where another comes upon them.
        usual = {r.figures: r.convention for r in allowed if r.convention is not None}
        allowed = [replace(r, convention=usual.get(r.figures)) for r in allowed]
        for reading in sorted(allowed, key=lambda reading: reading.convention is not None):
            if reading.holds():
                if reading.convention is None:
                    return self._check(reading)
                other = replace(reading.judge(), verdict=Verdict.CONVENTION, convention=reading.convention)
                return self.add(reading.kind, list(reading.operands), reading.stated, reading.reason, other)
        kept = self._alarm(allowed)
        if kept is None or kept.id not in self.firm:
            may = tuple(r for r in allowed if r.alarms and not r.open_ended and r.convention is None)
            self._failed.append(Failed(may[:_TRIED_FOR_SLIPS], kept))
        return kept

    def _alarm(self, allowed: Sequence[Reading]) -> Relation | None:
        """Keep the reading, of those that fail, that the report is held to; None where none may alarm."""
        certain = [r for r in allowed if r.sure and (not r.open_ended or r.exceeds())]
        for reading in certain:
            if reading.firm or reading.is_of_one_row() or reading.is_credible():
                return self._held_to(reading, allowed)
        for reading in allowed:
            full = reading.doubtful or reading.is_nearly_whole()
            if reading.open_ended and reading.alarms and full and reading.is_credible():
                return self._ask(reading)
        slipped = self._slipped(allowed)
        if slipped is not None:
            return self._ask(slipped) if slipped.open_ended else self._check(slipped)
        left = (r for r in allowed if r.alarms and not r.open_ended and r.convention is None)
        self._left.append(tuple(reading for reading in left if reading.is_credible()))
        for reading in certain[:1]:
            self._doubt(reading)
        return None

    def _held_to(self, certain: Reading, allowed: Sequence[Reading]) -> Relation:
        """Keep a reading that is sure, unless it lies far off with no slip in it, and one slip explains another."""
        slipped = None if certain.firm or certain.is_near() else self._slipped(allowed)
        kept = self._check(certain if slipped is None or slipped.open_ended else slipped)
        self.firm.update([kept.id] if certain.firm else [])
        if certain.operation in RATES and certain.is_one_slip_away():
            self.slipped.add(kept.id)
        return kept

    def _slipped(self, allowed: Sequence[Reading]) -> Reading | None:
        """Return the likeliest of the readings that may alarm and fail by one slip."""
        tried: dict[tuple[Fact, ...], Reading] = {}
        for reading in allowed:
            if reading.alarms:
                tried.setdefault((*reading.operands, reading.stated), reading)
        likeliest = list(tried.values())[:_TRIED_FOR_SLIPS]
        # Of a list that need not be all, one part ten times as large is met by chance.
        return next(
            (
                r
                for r in likeliest
                if r.is_one_slip_away() or r.is_known_mistake() or (r.is_unit_slip() and not r.open_ended)
            ),
            None,
        )

    def settle(self, order: Mapping[str, int]) -> None:
        """Assert of the sentences that were left what the report's own way of writing shows.

        ``order`` numbers the figures of running text. Where the same words stand in the same order around figures that
        hold elsewhere in the report, again and again, a sentence of that make that does not hold is wrong.
        """
        makes = Counter(
            make
            for relation in self.items
            if relation.verdict in FITS and (make := self._make_of(relation, order)) is not None
        )
        left = [
            (make, reading) for readings in self._left for make, reading in self._made(readings, order)[:1]
        ]
        failing = Counter(make for make, _ in left)
        for make, reading in left:
            if makes[make] >= _SHOWN and failing[make] * 5 <= makes[make] + 4:
                self._check(reading)

    def _made(self, readings: Sequence[Reading], order: Mapping[str, int]) -> list[tuple[_Make, Reading]]:
        found = [(_make(r.operation, r.operands, r.stated, r.signs, order), r) for r in readings]
        return [(make, reading) for make, reading in found if make is not None]

    def _make_of(self, relation: Relation, order: Mapping[str, int]) -> _Make | None:
        if relation.operation not in tuple(Operation) or relation.stated is None:
            return None
        operands = [self._facts[fact] for fact in relation.operands]
        operation = Operation(relation.operation)
        return _make(operation, operands, self._facts[relation.stated], relation.signs, order)

    def _check(self, reading: Reading) -> Relation:
        return self.check(
            reading.kind,
            reading.operation,
            reading.operands,
            reading.stated,
            reading.reason,
            signs=reading.signs or None,
        )

    def _doubt(self, reading: Reading) -> None:
        """Keep a reading whose figures are worlds apart as not judged: who reads on sees what was not understood."""
        judgement = reading.judge()
        unread = replace(
            judgement,
            verdict=Verdict.UNDETERMINED,
            derivation=f"{judgement.derivation}；相差悬殊，不能断定所指为同一组数，未作判断",
            likely=None,
        )
        operands, signs = list(reading.operands), reading.signs
        self.add(reading.kind, operands, reading.stated, reading.reason, unread, reading.operation, signs)

    def _ask(self, reading: Reading) -> Relation:
        """Keep what is not said in full but fails: a list that misses its whole, a remainder, a row like others; no proof."""
        key = (str(reading.operation), frozenset(f.id for f in reading.operands), reading.stated.id)
        if key in self._items:
            return self._items[key]  # it was asserted on better grounds
        judgement = reading.judge()
        question = replace(
            judgement,
            verdict=Verdict.UNDETERMINED,
            derivation=f"{judgement.derivation}；{_UNSAID.get(reading.operation, _UNSAID[Operation.SUM])}",
            likely=judgement.likely or _EITHER.get(reading.operation, _EITHER[Operation.SUM]),
        )
        return self.add(
            reading.kind,
            list(reading.operands),
            reading.stated,
            reading.reason,
            question,
            reading.operation,
            reading.signs,
        )

    def add(
        self,
        kind: RelationKind,
        operands: Sequence[Fact],
        stated: Fact | None,
        reason: str,
        judgement: Judgement,
        operation: Operation | None = None,
        signs: tuple[int, ...] = (),
    ) -> Relation:
        """Keep a relation that was judged elsewhere; ``operation`` is what was computed, where it was one of these."""
        key = (
            f"{kind}:{reason}",
            frozenset(fact.id for fact in operands),
            None if stated is None else stated.id,
        )
        if key in self._items:
            return self._items[key]
        return self._keep(key, kind, operands, stated, reason, judgement, signs, str(operation or ""))

    def _keep(
        self,
        key: tuple[str, frozenset[str], str | None],
        kind: RelationKind,
        operands: Sequence[Fact],
        stated: Fact | None,
        reason: str,
        judgement: Judgement,
        signs: tuple[int, ...],
        operation: str = "",
    ) -> Relation:
        every = list(operands) if stated is None else [*operands, stated]
        self._facts.update((fact.id, fact) for fact in every)
        relation = Relation(
            id=relation_id(str(kind) + key[0], every),
            kind=kind,
            operands=tuple(fact.id for fact in operands),
            stated=None if stated is None else stated.id,
            reason=reason,
            judgement=judgement,
            signs=signs,
            operation=operation,
        )
        self._items[key] = relation
        if stated is not None:
            self._stating[stated.id].append(relation)
        return relation


_Make = tuple[Operation, tuple[int, ...], tuple[int, ...], str | None, str, tuple[str | None, ...]]


def _make(
    operation: Operation,
    operands: Sequence[Fact],
    stated: Fact,
    signs: Sequence[int],
    order: Mapping[str, int],
) -> _Make | None:
    """Return how a sentence is made: what is computed, and where its figures stand to one another under which words."""
    if any(fact.id not in order for fact in (*operands, stated)):
        return None
    here = order[stated.id]
    places = tuple(order[fact.id] - here for fact in operands)
    words = normal(stated.label)[-_ENDING:]
    return (operation, places, tuple(signs), stated.measure, words, tuple(fact.measure for fact in operands))
