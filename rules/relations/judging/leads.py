"""What else in the report points to one of several suspects that are alike, each one slip from what would mend the rest.

Four things do. What the report says in a place that was not judged may hold with the one mended, and with no other.
Full marks and shares add up to a hundred, so that a total of a hundred is right, and one that would be a hundred if it
were mended is not. A figure printed once more elsewhere is right, and one whose mended value is printed
elsewhere is wrong. And where all other figures of a sum end in zeros, the one that would end so as well is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.numbers.interval import Interval
from rules.numbers.quantity import Quantity
from rules.relations.judging.computation import HUNDRED, SAME_UNIT, Operation
from rules.relations.judging.of_relation import mending
from rules.relations.judging.one_slip import is_slip_of
from rules.relations.reading import Reading
from rules.relations.relation import Relation, Verdict

_OF_A_HUNDRED = (FactKind.WEIGHT, FactKind.RATE)
_TELLING = 4
"""Digits from which on a figure is hardly printed twice by chance."""
_FEWEST = 3
_NARROW = Decimal("0.02")
"""Part of a value that its bounds may differ by, for a place that asks for it to tell."""
_ZEROS = 3
"""Zeros at the ends of all figures but one and their total, from which on it is the way of the report, and no chance."""


class Leads:
    """The figures of a report by how they are printed, and what was said of them that was not judged.

    ``relations`` are all of the report, of which the open ones count; ``readings`` are those of places of which none holds.
    """

    def __init__(
        self,
        facts: Mapping[str, Fact],
        relations: Iterable[Relation] = (),
        readings: Iterable[Reading] = (),
    ) -> None:
        self._facts = facts
        self._open: dict[str, list[Relation | Reading]] = defaultdict(list)
        for relation in relations:
            if relation.verdict is Verdict.UNDETERMINED:
                for name in relation.facts:
                    self._open[name].append(relation)
        for reading in readings:
            for name in reading.figures:
                self._open[name].append(reading)
        self._printed: dict[tuple[object, int, Decimal], list[Fact]] = defaultdict(list)
        self._near: dict[tuple[object, int], list[Fact]] = defaultdict(list)
        for fact in facts.values():
            figure = fact.quantity
            self._printed[figure.unit, figure.precision, figure.value].append(fact)
            self._near[figure.unit, figure.precision].append(fact)

    def narrowed(self, suspects: Sequence[str], covered: Sequence[Relation]) -> Sequence[str]:
        """Return the suspects that are left, all of them where nothing points to fewer."""
        leads = (
            self._of_a_hundred,
            self._asked_for,
            self._printed_once_more,
            self._mended_elsewhere,
            self._out_of_round,
        )
        for lead in leads:
            left = lead(suspects, covered)
            suspects = left or suspects
            if len(suspects) == 1:
                break
        return suspects

    def _of_a_hundred(self, suspects: Sequence[str], covered: Sequence[Relation]) -> list[str]:
        for relation in covered:
            total = self._facts[relation.stated or relation.operands[0]]
            if relation.operation != Operation.SUM or total.kind not in _OF_A_HUNDRED:
                continue
            if total.quantity.value == HUNDRED:
                return [fact for fact in suspects if fact != total.id]
            mended = mending(total.id, relation, self._facts)
            if total.id in suspects and mended is not None and mended.contains(HUNDRED):
                return [total.id]
        return []

    def _asked_for(self, suspects: Sequence[str], covered: Sequence[Relation]) -> list[str]:
        mended = {fact: [mending(fact, relation, self._facts) for relation in covered] for fact in suspects}
        return [
            fact
            for fact in suspects
            if any(
                all(own is not None and own.meets(values) for own in mended[fact])
                for values in self._asked(fact, covered)
            )
        ]

    def _asked(self, name: str, covered: Sequence[Relation]) -> Iterator[Interval]:
        """Yield the values of a figure that places ask for which speak of other figures than the broken ones."""
        for place in self._open[name]:
            own = place.figures if isinstance(place, Reading) else frozenset(place.facts)
            if any(own <= set(relation.facts) or set(relation.facts) <= own for relation in covered):
                continue
            fact = self._facts[name]
            values = place.mending(fact) if isinstance(place, Reading) else mending(name, place, self._facts)
            if values is None or values.low is None or values.high is None:
                continue
            if values.high - values.low <= _NARROW * abs(values.low):
                yield values

    def _printed_once_more(self, suspects: Sequence[str], covered: Sequence[Relation]) -> list[str]:
        own = {fact for relation in covered for fact in relation.facts}
        return [fact for fact in suspects if not any(self._again(self._facts[fact], own))]

    def _again(self, fact: Fact, own: set[str]) -> Iterator[bool]:
        figure = fact.quantity
        for other in self._printed[figure.unit, figure.precision, figure.value]:
            if other.id not in own:
                yield figure.telling_digits >= _TELLING or _is_of_one_name(fact, other)

    def _mended_elsewhere(self, suspects: Sequence[str], covered: Sequence[Relation]) -> list[str]:
        own = {fact for relation in covered for fact in relation.facts}
        return [fact for fact in suspects if all(self._states(fact, relation, own) for relation in covered)]

    def _states(self, name: str, relation: Relation, own: set[str]) -> bool:
        """Say whether the report states elsewhere what would mend a relation."""
        fact, mended = self._facts[name], mending(name, relation, self._facts)
        if mended is None or mended.low is None or mended.high is None:
            return False
        return any(
            other.id not in own
            and mended.low <= other.quantity.value <= mended.high
            and is_slip_of(fact.quantity, other.quantity.value)
            and (other.quantity.telling_digits >= _TELLING or _is_of_one_name(fact, other))
            for other in self._near[fact.quantity.unit, fact.quantity.precision]
        )

    def _out_of_round(self, suspects: Sequence[str], covered: Sequence[Relation]) -> list[str]:
        return [fact for fact in suspects if all(self._is_out(fact, relation) for relation in covered)]

    def _is_out(self, name: str, relation: Relation) -> bool:
        """Say whether all others in a sum end in zeros that a figure does not end in, and would if it were mended."""
        figure, mended = self._facts[name].quantity, mending(name, relation, self._facts)
        if relation.operation not in SAME_UNIT or mended is None or mended.low is None or mended.high is None:
            return False
        others = [_zeros(self._facts[fact].quantity) for fact in relation.facts if fact != name]
        least = min(others)
        rounded = Decimal(1).scaleb(least - max(figure.precision, 0))
        told = least * (len(others) - 1) >= _ZEROS and _zeros(figure) < least
        return told and not (mended.low + mended.high) / 2 % rounded


def _is_of_one_name(one: Fact, other: Fact) -> bool:
    """Say whether two figures are called the same, at the same stage of the same year."""
    named = one.subject is not None and one.quantity.telling_digits >= _FEWEST
    return named and (one.subject, one.measure, one.period) == (other.subject, other.measure, other.period)


def _zeros(figure: Quantity) -> int:
    """Return how many zeros a figure ends in, as it is printed."""
    digits = f"{abs(figure.value):.{max(figure.precision, 0)}f}".replace(".", "")
    return len(digits) - len(digits.rstrip("0"))
