"""What a report prints for an indicator, held against what its figures give by every reading of the formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.facts.fact import Fact, FactKind
from rules.facts.vocabulary import normal
from rules.indicators.compute import Computed, Worked, compute
from rules.indicators.figures import Figures
from rules.indicators.formula import names_of, parse
from rules.numbers.quantity import Hedge
from rules.pack import ActivePack
from rules.pack_model import Indicator

_QUOTES = re.compile("[“”\"'‘’「」《》]")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
_GOAL = re.compile("指标值|目标值|年初目标|计划值|分值|得分|权重")


class Fit(StrEnum):
    """Which reading of a formula gives the printed value."""

    OWN = "own"
    CONVENTION = "convention"
    MISTAKEN = "mistaken"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed value of an indicator; ``by`` is the way to work it out that gives it, None of none."""

    fact: Fact
    fit: Fit
    by: Worked | None


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """An indicator in one report: worked out, and every value that the report prints for it."""

    computed: Computed
    printed: tuple[Printed, ...]

    @property
    def indicator(self) -> Indicator:
        """Return the definition."""
        return self.computed.indicator


def indicator_results(
    pack: ActivePack, facts: Sequence[Fact], kind: str, year: str | None
) -> tuple[IndicatorResult, ...]:
    """Return every indicator in force that has a formula and holds for the kind of report."""
    figures = Figures(facts, pack.terms, year)
    named = {key: item for item in pack.indicators for key in (item.id, item.name)}
    held = [item for item in pack.indicators if kind in item.kinds and item.formula is not None]
    names = {_folded(name): item.id for item in held for name in (item.name, *item.aliases)}
    printed: dict[str, list[Fact]] = {}
    for fact in facts:
        found = _indicator_of(fact, names, year)
        if found is not None:
            printed.setdefault(found, []).append(fact)
    results = []
    for item in held:
        computed = compute(item, figures, named)
        subjects = _subjects(item, figures)
        values = [
            _judged(computed, fact)
            for fact in printed.get(item.id, ())
            if fact.subject in subjects or _has_own_row(fact, item)
        ]
        results.append(IndicatorResult(computed, tuple(values)))
    return tuple(results)


def _judged(computed: Computed, fact: Fact) -> Printed:
    by = computed.fitting(fact.quantity)
    if by is not None:
        fit = Fit.OWN if by.reading is None else Fit.MISTAKEN if by.mistaken else Fit.CONVENTION
        return Printed(fact, fit, by)
    settled = _is_settled(computed) and _has_its_fund(computed, fact)
    return Printed(fact, Fit.NONE if settled else Fit.UNKNOWN, None)


def _has_its_fund(computed: Computed, fact: Fact) -> bool:
    """Say whether the own formula was worked out from figures of the fund that the value is printed for."""
    return fact.scope is None or any(
        all(used.scope == fact.scope for used in item.facts) for item in computed.own
    )


def _is_settled(computed: Computed) -> bool:
    """Say whether the own formula gives one value for each fund: only then can a printed one be none of them."""
    funds = [item.scope for item in computed.own]
    return bool(funds) and len(set(funds)) == len(funds)


def _indicator_of(fact: Fact, names: dict[str, str], year: str | None) -> str | None:
    """Return the id of the indicator that a rate is printed for, by its row or the end of its label."""
    if fact.kind is not FactKind.RATE or fact.quantity.hedge is not Hedge.NONE:
        return None
    if fact.period not in (None, year) or _GOAL.search(fact.evidence.column or ""):
        return None
    row = _folded(fact.evidence.row or "")
    if row in names:
        return names[row]
    label = _folded(fact.label)
    ends = [name for name in names if label.endswith(name)]
    return names[max(ends, key=len)] if ends else None


def _has_own_row(fact: Fact, indicator: Indicator) -> bool:
    names = {_folded(name) for name in (indicator.name, *indicator.aliases)}
    return _folded(fact.evidence.row or "") in names


def _subjects(indicator: Indicator, figures: Figures) -> set[str]:
    terms = (figures.term(name) for name in names_of(parse(indicator.formula or "")))
    return {term.subject for term in terms if term is not None}


def _folded(text: str) -> str:
    """Return a name without quotation marks and without a remark in brackets at its end."""
    return _BRACKETED.sub("", _QUOTES.sub("", normal(text)))


def printed_with(results: Sequence[IndicatorResult], fit: Fit) -> Iterator[tuple[IndicatorResult, Printed]]:
    """Yield what is printed with a certain fit, each indicator with its printed value."""
    for result in results:
        for item in result.printed:
            if item.fit is fit:
                yield result, item
