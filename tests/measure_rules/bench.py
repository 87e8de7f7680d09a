"""Planting one rule error after another in clean reports, and what the review says that it did not say before."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rules.engine import review
from rules.finding import Finding, Severity
from tests.measure_rules.draft import Draft
from tests.measure_rules.plants import PLANTS, Planted
from tests.measure_rules.reports import BUILDERS, HELD_BACK


@dataclass(frozen=True, slots=True)
class Outcome:
    """One plant on one report: the new findings, and whether the rule spoke."""

    report: str
    planted: Planted
    new: tuple[Finding, ...]

    @property
    def caught(self) -> bool:
        """Say whether the rule has a new finding."""
        return any(finding.rule == self.planted.code for finding in self.new)

    @property
    def others(self) -> tuple[Finding, ...]:
        """Return the new findings of rules that have no reason to speak: false alarms."""
        right = {self.planted.code, *self.planted.also}
        return tuple(finding for finding in self.new if finding.rule not in right)

    @property
    def alone(self) -> bool:
        """Say whether the rule caught it and no other did."""
        return self.caught and {finding.rule for finding in self.new} == {self.planted.code}


def findings(draft: Draft, format: str = "docx") -> tuple[Finding, ...]:
    """Return the findings on a draft."""
    return review(draft.document(format), region=draft.region).findings


def outcomes(
    name: str, *, seed: int = 0, rounds: int = 1, format: str = "docx", only: str | None = None
) -> Iterator[Outcome]:
    """Plant every rule error on a clean report, ``rounds`` times with other words and places.

    ``only`` takes the plants of one rule.
    """
    clean = BUILDERS[name]()
    before = _before(name, format)
    for planted in PLANTS:
        if only is not None and planted.code != only:
            continue
        for turn in range(rounds):
            draft = clean.copy()
            if planted.plant(draft, random.Random(f"{name}/{planted.name}/{seed}/{turn}")):
                new = tuple(f for f in findings(draft, format) if f.id not in before)
                yield Outcome(name, planted, new)


@cache
def _before(name: str, format: str) -> frozenset[str]:
    """Return the ids of the findings on a clean report."""
    return frozenset(finding.id for finding in findings(BUILDERS[name](), format))


def loud(name: str, format: str = "docx") -> list[Finding]:
    """Return the errors and warnings on a clean report."""
    return [f for f in findings(BUILDERS[name](), format) if f.severity is not Severity.INFO]


def measured(found: list[Outcome]) -> tuple[int, int, int]:
    """Return how many plants there were, how many were caught, and how many findings were false alarms."""
    return len(found), sum(o.caught for o in found), sum(len(o.others) for o in found)


__all__ = ["HELD_BACK", "Outcome", "findings", "loud", "measured", "outcomes"]
