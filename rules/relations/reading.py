"""One way to read what a sentence or table asserts, before it is judged: what it rests on and what it may allege."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.vocabulary import BUDGET_STAGES
from rules.numbers.interval import Interval
from rules.numbers.quantity import Hedge
from rules.relations.judging.computation import RATES, SAME_UNIT
from rules.relations.judging.judge import UNIT_SLIP, Operation, holds, judge
from rules.relations.judging.known_mistakes import is_known_mistake, is_point_misplaced
from rules.relations.judging.one_slip import explained_by_one_slip, is_one_slip_away, mending_values
from rules.relations.relation import Judgement, RelationKind

_FEWEST_PARTS = 3
_NEAR = Decimal("0.1")
"""Part of the larger of two figures within which they nearly agree."""
_DONE_OF = {
    "execution_rate": "executed",
    "execution_rate_initial": "executed",
    "control_rate": "executed",
    "arrival_rate": "received",
}
"""What stands above in a rate."""
_FINE = 2
_WORLDS = Decimal("1.5")
_WORLDS_OF_RATES = Decimal("1.45")
"""Figures that differ by more than this factor, with no slip to explain it, do not speak of the same things."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what a sentence or table asserts.

    ``sure``: the structure leaves no other reading, so that a failure is an error; a reading that rests on ellipsis
    alarms only where one slip explains the failure. ``open_ended``: the parts are not said to be all of the whole.
    ``alarms`` False: the reading is so loose that it can only show that the figures agree. ``convention`` names the
    other usual definition under which the reading computes (a rate over 年初预算). ``doubtful``: parts not said to be
    all of the whole are mostly told in full, so that a sum that differs is asked about. ``firm``: words and place both
    leave no other figures, so that a failure is an error however far the figures are apart.
    """

    kind: RelationKind
    operation: Operation
    operands: tuple[Fact, ...]
    stated: Fact
    reason: str
    signs: tuple[int, ...] = ()
    sure: bool = False
    open_ended: bool = False
    alarms: bool = True
    convention: str | None = None
    doubtful: bool = False
    firm: bool = False

    def silent(self) -> Reading:
        """Return the reading as one that accuses nobody: it can only show that its figures agree."""
        return replace(self, sure=False, firm=False, alarms=False)

    @property
    def figures(self) -> frozenset[str]:
        """Return the ids of all figures that take part."""
        return frozenset(fact.id for fact in (*self.operands, self.stated))

    def judge(self) -> Judgement:
        """Hold the reading against the figures."""
        quantities = [fact.quantity for fact in self.operands]
        return judge(self.operation, quantities, self.stated.quantity, signs=self.signs or None)

    def holds(self) -> bool:
        """Say whether the reading simply holds."""
        quantities = [fact.quantity for fact in self.operands]
        return holds(self.operation, quantities, self.stated.quantity, signs=self.signs or None)

    def exceeds(self) -> bool:
        """Say whether parts add to more than their whole, which no further part can mend."""
        return self.operation is Operation.SUM and not is_below(self.operands, self.stated)

    def is_nearly_whole(self) -> bool:
        """Say whether counted parts, three or more, are most of their whole: hardly a list of examples."""
        counts = all(fact.quantity.counted for fact in (*self.operands, self.stated))
        if self.operation is not Operation.SUM or not counts or len(self.operands) < _FEWEST_PARTS:
            return False
        total = sum((fact.quantity.value for fact in self.operands), Decimal(0))
        return total * 5 >= self.stated.quantity.value * 4

    def is_possible(self) -> bool:
        """Say whether a rate can be of these figures: of a year that one of them is of, and of figures told exactly.

        上年结案率 is none of this year's cases, and 4000 余件 goes with any rate.
        """
        if self.operation in RATES and any(f.quantity.hedge is not Hedge.NONE for f in self.operands):
            return False
        if self._is_upside_down():
            return False
        years = {fact.period for fact in self.operands}
        if self.operation is Operation.RATIO and self._is_of_two_years(years):
            return False
        known = self.operation is Operation.RATIO and self.stated.period is not None and None not in years
        return not known or self.stated.period in years

    def _is_upside_down(self) -> bool:
        """Say whether a rate of execution would be the budget over what was spent, or one of arrival that over what arrived."""
        done = _DONE_OF.get(self.stated.measure or "") if self.operation is Operation.RATIO else None
        over, under = (fact.measure for fact in self.operands[:2]) if done else (None, None)
        return done is not None and under == done and over != done and over in BUDGET_STAGES

    def _is_of_two_years(self, years: set[str | None]) -> bool:
        """Say whether a number of one year would be a part of another year's: 28 个 of 2022 are none of the 29 of 2023."""
        counts = all(fact.kind is FactKind.COUNT for fact in self.operands)
        return self.kind is RelationKind.SHARE and counts and len(years - {None}) > 1

    def is_of_one_row(self) -> bool:
        """Say whether the heads of a table tell what is computed in one row of it: no words were read between its figures."""
        places = {(fact.evidence.table, fact.evidence.row) for fact in (*self.operands, self.stated)}
        return len(places) == 1 and None not in next(iter(places)) and self.operation is not Operation.SUM

    def is_credible(self) -> bool:
        """Say whether the failure can be one of the report: what is worlds apart, and no slip, was read wrongly."""
        judgement = self.judge()
        if judgement.expected is None or judgement.likely is not None:
            return True
        due, said = abs(Decimal(judgement.expected)), abs(self.stated.quantity.value)
        if max(due, said) <= (_WORLDS_OF_RATES if self.operation in RATES else _WORLDS) * min(due, said):
            return True
        largest = max(abs(fact.quantity.in_base) for fact in (*self.operands, self.stated))
        apart = abs(due - said) * self.stated.quantity.factor
        same = self.operation in SAME_UNIT and apart * 2 <= largest
        known = is_known_mistake(self.operation, [fact.quantity for fact in self.operands], due, said)
        return same or known or self.is_explained()

    def is_near(self) -> bool:
        """Say whether one slip explains the failure, or what is stated nearly is what comes out."""
        judgement = self.judge()
        if judgement.expected is None or judgement.likely is not None:
            return True
        due, said = abs(Decimal(judgement.expected)), abs(self.stated.quantity.value)
        return abs(due - said) <= _NEAR * max(due, said) or self.is_explained()

    def is_explained(self) -> bool:
        """Say whether one slip in one of the figures, short ones as well, explains the failure."""
        quantities = [fact.quantity for fact in self.operands]
        return explained_by_one_slip(
            self.operation, quantities, self.stated.quantity, signs=self.signs or None
        )

    def mending(self, fact: Fact) -> Interval | None:
        """Return the values of one of the figures, in its unit, under which the reading holds; None where unknown."""
        every = (*self.operands, self.stated)
        quantities = [one.quantity for one in self.operands]
        signs = self.signs or None
        at = next((n for n, one in enumerate(every) if one.id == fact.id), None)
        if at is None:
            return None
        return mending_values(self.operation, quantities, self.stated.quantity, at, signs=signs)

    def is_one_slip_away(self) -> bool:
        """Say whether one slip explains the failure."""
        quantities = [fact.quantity for fact in self.operands]
        return is_one_slip_away(self.operation, quantities, self.stated.quantity, signs=self.signs or None)

    def is_unit_slip(self) -> bool:
        """Say whether a sum or product fails only because one amount is in another unit than it says: 元 for 万元."""
        return self.operation in (Operation.SUM, Operation.PRODUCT) and self.judge().likely == UNIT_SLIP

    def is_known_mistake(self) -> bool:
        """Say whether a mistake that gives just the printed digits explains the failure: a rate upside down, a point misplaced.

        Only of rates to two decimals: others are met by chance.
        """
        judgement, stated = self.judge(), self.stated.quantity
        if judgement.expected is None or self.operation not in RATES or stated.precision < _FINE:
            return False
        due, said = abs(Decimal(judgement.expected)), abs(stated.value)
        quantities = [fact.quantity for fact in self.operands]
        return is_known_mistake(self.operation, quantities, due, said) or is_point_misplaced(due, said)


def is_below(operands: Sequence[Fact], stated: Fact) -> bool:
    """Say whether the parts add to less than the whole; all in base units."""
    total = sum((fact.quantity.in_base for fact in operands), start=Decimal(0))
    return total < stated.quantity.in_base
