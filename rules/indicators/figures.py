"""The figures of one report by the names that formulas use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rules.facts.fact import Fact, FactKind
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.indicators.soundness import unit_named
from rules.indicators.value import Value, dims_of, value_of
from rules.numbers.units import Dimension
from rules.pack_model import Term

_SUM = re.compile(r"(?:小计|合计|总计)$")
_CHANGES = ("increase", "decrease")


@dataclass(frozen=True)
class Figures:
    """The facts of a report of a year, and the terms by which formulas ask for them."""

    facts: Sequence[Fact]
    terms: Mapping[str, Term]
    year: str | None

    def scopes(self, names: Iterable[str]) -> tuple[str | None, ...]:
        """Return the funds for which any of the figures is stated, and None for all that name no fund."""
        found = [fact.scope for name in names for fact in self._of(name)]
        return tuple(dict.fromkeys((*sorted({scope for scope in found if scope}), None)))

    def named(self, name: str, scope: str | None) -> tuple[Fact, ...]:
        """Return the statements of a figure for a fund, one for each value, by the preferred stage.

        What is stated without a fund stands for every fund that has no figure of its own.
        """
        term = self.term(name)
        if term is None:
            return ()
        for stage in term.stages or (None,):
            held = [fact for fact in self._of(name) if stage is None or fact.measure == stage]
            mine = [fact for fact in held if fact.scope == scope] or [f for f in held if f.scope is None]
            if mine:
                return _different(mine, term)
        return ()

    def value(self, name: str, fact: Fact) -> Value:
        """Return a figure as a value; a count counts what the term says (项 and 个 are one)."""
        value, term = value_of(fact.quantity), self.term(name)
        unit = fact.quantity.unit
        if term is not None and unit is not None and unit.dimension is Dimension.COUNT:
            return Value(value.exact, value.span, dims_of(unit_named(term.unit)))
        return value

    def term(self, name: str) -> Term | None:
        """Return the term of a name; an identifier (三公经费.executed.prior@一般公共预算) makes its own."""
        if name in self.terms:
            return self.terms[name]
        plain, _, _ = name.partition("@")
        parts = plain.split(".")
        if len(parts) < 2:
            return None
        return Term(
            name=name,
            subject=parts[0],
            stages=(parts[1],),
            year=-1 if len(parts) == 3 else 0,
            unit="万元",
        )

    def _of(self, name: str) -> list[Fact]:
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    @cached_property
    def _found(self) -> dict[str, list[Fact]]:
        return {}

    def _find(self, name: str) -> list[Fact]:
        term = self.term(name)
        if term is None:
            return []
        period = None if self.year is None else str(int(self.year) + term.year)
        fund = name.partition("@")[2]
        return [
            fact
            for fact in self._by_subject.get(normal(term.subject), ())
            if (fact.period == period or (fact.period is None and not term.year))
            and (not term.stages or fact.measure in term.stages)
            and (term.stages or fact.measure not in _CHANGES)
            and _measures_like(fact, term)
            and (not fund or fact.scope == fund)
        ]

    @cached_property
    def _by_subject(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            if fact.kind not in (FactKind.AMOUNT, FactKind.COUNT, FactKind.RATE):
                continue
            subject = fact.subject or (TOTAL if self._is_total(fact) else None)
            if subject is not None:
                found.setdefault(normal(subject), []).append(fact)
        return found

    def _is_total(self, fact: Fact) -> bool:
        """Say whether a nameless sum stands beside the parts that make up the grand total, at the same stage."""
        if not _SUM.search(normal(fact.label)):
            return False
        beside = {
            other.subject
            for other in self.facts
            if other.evidence.table is not None
            and (other.evidence.table, other.measure, other.period, other.scope)
            == (fact.evidence.table, fact.measure, fact.period, fact.scope)
        }
        return any(beside.issuperset(parts) for parts in vocabulary().parts(TOTAL))


def _measures_like(fact: Fact, term: Term) -> bool:
    unit, wanted = fact.quantity.unit, unit_named(term.unit)
    return unit is not None and unit.dimension is wanted.dimension


def _different(facts: Sequence[Fact], term: Term) -> tuple[Fact, ...]:
    """Return one fact for each value, the most exactly printed of equals."""
    found: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: -fact.quantity.precision):
        span = value_of(fact.quantity).span
        if not any(value_of(other.quantity).span.meets(span) for other in found):
            found.append(fact)
    return tuple(found)
