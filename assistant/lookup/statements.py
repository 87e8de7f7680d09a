"""Which figures does the report state of a thing, and where: facts by subject, stage, period and fund, alike ones joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from assistant.figures import Figure
from rules.facts.fact import Fact, FactKind, Where
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension, Unit
from rules.relations.judging.computation import factor_of
from rules.review import Review

TOTALS = frozenset({TOTAL, "整体支出", "部门整体支出", "年度资金总额"})
BUDGETS = ("adjusted_budget", "budget", "initial_budget")
SAME_STAGE: dict[str, tuple[str, ...]] = {
    "budget": BUDGETS,
    "adjusted_budget": ("adjusted_budget", "budget"),
    "initial_budget": ("initial_budget",),
}
"""Stages that may stand for one another: 预算 is whichever the report gives."""

_MONEY = frozenset({*BUDGETS, "executed", "surplus", "added", "recalled", "budget_adjustment", "received"})
"""Stages that only money has: 回收 566 份 is no budget taken back."""

_ROWS_OF_SCORES = frozenset({FactKind.WEIGHT, FactKind.SCORE, FactKind.TARGET})
_PLACES = (Where.TEXT, Where.ANNEX, Where.TABLE)
_SUM_ROW = ("小计", "合计", "总计")


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one thing, with every place that states it, running text first."""

    facts: tuple[Fact, ...]

    @property
    def fact(self) -> Fact:
        """Return the fact that is cited first."""
        return self.facts[0]

    @property
    def value(self) -> Decimal:
        """Return the value in the base unit."""
        return base_value(self.fact)

    @property
    def fund(self) -> str | None:
        """Return the fund that some place names."""
        return next((fact.scope for fact in self.facts if fact.scope is not None), None)


def base_value(fact: Fact) -> Decimal:
    """Return the value in the base unit of its dimension (元 for money)."""
    return fact.quantity.value * factor_of(fact.quantity.unit)


class Statements:
    """All statements of one review."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.year = review.year
        self.prior_year = str(int(review.year) - 1) if review.year and review.year.isdigit() else None

    def period(self, name: str | None) -> str | None:
        """Return the year of a period: ``prior``, ``current`` or a year; of None, the report's."""
        return {None: self.year, "current": self.year, "prior": self.prior_year}.get(name, name)

    def facts(
        self,
        subject: str | None = None,
        measures: Iterable[str | None] | None = None,
        period: str | None = None,
        fund: str | None = None,
    ) -> list[Fact]:
        """Return the facts of a thing and stage; ``period`` as asked, where None is the report's year."""
        wanted = None if measures is None else set(measures)
        year = self.period(period)
        return [
            fact
            for fact in self.review.facts
            if (subject is None or self.is_of(fact, subject))
            and (wanted is None or fact.measure in wanted)
            and (fact.period in (year, None) or year is None)
            and (fund is None or fact.scope in (fund, None))
            and (wanted is not None or fact.kind not in _ROWS_OF_SCORES)
            and (fact.measure not in _MONEY or fact.kind is FactKind.AMOUNT)
        ]

    def is_of(self, fact: Fact, subject: str) -> bool:
        """Say whether a fact is of the thing; a row of sums that names nothing is a grand total of its fund."""
        if subject in TOTALS:
            label = f"{fact.label}{fact.evidence.row or ''}"
            unnamed = (
                fact.subject is None and fact.scope is not None and any(word in label for word in _SUM_ROW)
            )
            return fact.subject in TOTALS or unnamed
        return fact.subject == subject

    def grouped(self, facts: Sequence[Fact]) -> list[Statement]:
        """Join facts of equal value whose funds do not contradict; the first place in reading order leads."""
        groups: list[list[Fact]] = []
        for fact in sorted(facts, key=lambda fact: (_PLACES.index(fact.where), fact.start)):
            for group in groups:
                if _joins(group, fact):
                    group.append(fact)
                    break
            else:
                groups.append([fact])
        return [Statement(tuple(group)) for group in groups]

    def stated(
        self,
        subject: str | None,
        measure: str,
        period: str | None = None,
        fund: str | None = None,
    ) -> list[Statement]:
        """Return what the report states of a thing at a stage; of a budget the stage that comes nearest to the words."""
        for name in SAME_STAGE.get(measure, (measure,)):
            exact = [
                fact
                for fact in self.facts(subject, (name,), period, fund)
                if fact.quantity.hedge is Hedge.NONE
            ]
            if measure == "budget" and name != "initial_budget":
                exact = [
                    fact
                    for fact in self.facts(subject, ("adjusted_budget", "budget"), period, fund)
                    if fact.quantity.hedge is Hedge.NONE
                ]
            if exact:
                return self.grouped(exact)
        return []

    def best(
        self, subject: str | None, measure: str, period: str | None = None, fund: str | None = None
    ) -> Statement | None:
        """Return the statement with most places."""
        found = self.stated(subject, measure, period, fund)
        return max(found, key=lambda one: len(one.facts), default=None)

    def equal_to(self, figure: Figure) -> list[Fact]:
        """Return the facts that print the figure, or that it rounds or cuts (831 万 for 831.24 万元)."""
        exact = [fact for fact in self.review.facts if _same(fact, figure)]
        return exact or [fact for fact in self.review.facts if _roughly(fact, figure)]

    def subjects(self, measure: str) -> Iterator[tuple[str, Fact]]:
        """Yield every thing that has a fact of the measure in the report's year, each once."""
        seen: set[str] = set()
        for fact in self.facts(None, (measure,)):
            if fact.subject is not None and fact.subject not in seen and fact.quantity.hedge is Hedge.NONE:
                seen.add(fact.subject)
                yield fact.subject, fact


def is_scoped(subject: str | None) -> bool:
    """Say whether figures of the thing differ lawfully from fund to fund."""
    return subject in TOTALS or vocabulary().is_scoped(subject)


def _joins(group: list[Fact], fact: Fact) -> bool:
    first = group[0]
    if base_value(first) != base_value(fact) or _dimension(first) is not _dimension(fact):
        return False
    if first.quantity.precision != fact.quantity.precision and first.quantity.unit == fact.quantity.unit:
        return False
    funds = {one.scope for one in (*group, fact) if one.scope is not None}
    return len(funds) <= 1 or not is_scoped(fact.subject)


def _dimension(fact: Fact) -> Dimension | None:
    return None if fact.quantity.unit is None else fact.quantity.unit.dimension


def _unit_fits(fact: Fact, unit: Unit | None) -> bool:
    if unit is None or fact.quantity.unit is None:
        return True
    kinds = {unit.dimension, fact.quantity.unit.dimension}
    if kinds == {Dimension.COUNT}:
        return unit.symbol == fact.quantity.unit.symbol or not unit.symbol
    return len(kinds) == 1 or kinds == {Dimension.RATE, Dimension.POINTS}


def _values(figure: Figure) -> tuple[Decimal, ...]:
    """Return what a figure may mean in base units: without a unit, itself or that many 万."""
    if figure.value is None:
        return ()
    if figure.unit is None:
        return (figure.value,)
    return (figure.value * figure.unit.factor,)


def _same(fact: Fact, figure: Figure) -> bool:
    if not _unit_fits(fact, figure.unit):
        return False
    if figure.unit is None:
        return figure.value in (fact.quantity.value, base_value(fact))
    return base_value(fact) in _values(figure)


def _roughly(fact: Fact, figure: Figure) -> bool:
    """Say whether the fact rounds or cuts to the figure, which has fewer digits than is printed."""
    if figure.value is None or figure.value == 0 or not _unit_fits(fact, figure.unit):
        return False
    factor = factor_of(fact.quantity.unit)
    asked = figure.value * factor_of(figure.unit)
    for scale in (Decimal(1), factor):
        value = fact.quantity.value * (factor if scale == 1 else 1)
        step = Decimal(1).scaleb(_last_place(asked))
        if value == asked:
            continue
        cut, rounded = (
            value.quantize(step, rounding) if step < abs(value) else None
            for rounding in (ROUND_DOWN, ROUND_HALF_UP)
        )
        if asked in (cut, rounded):
            return True
    return False


def _last_place(value: Decimal) -> int:
    """Return the exponent of the last digit that a figure gives: 8310000 is given to ten thousands."""
    normal = value.normalize().as_tuple().exponent
    return normal if isinstance(normal, int) else 0
