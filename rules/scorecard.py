"""The score form of a report, recomputed: one row and the whole, in the shape of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.document.evidence import Evidence
from rules.finding import Basis


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One row of the score form. Figures are plain decimal strings as printed; ``method`` None: no method stated.

    ``needed`` says what would justify a score that the method does not support.
    """

    name: str
    level1: str | None
    level2: str | None
    target: str | None
    actual: str | None
    weight: str | None
    self_score: str | None
    reason: str | None
    evidence: Evidence | None
    suggested_low: str | None = None
    suggested_high: str | None = None
    method: str | None = None
    basis: tuple[Basis, ...] = ()
    needed: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the indicator object of the contract."""
        return {
            "name": self.name,
            "level1": self.level1,
            "level2": self.level2,
            "target": self.target,
            "actual": self.actual,
            "weight": self.weight,
            "self_score": self.self_score,
            "suggested_low": self.suggested_low,
            "suggested_high": self.suggested_high,
            "method": self.method,
            "reason": self.reason,
            "needed": self.needed,
            "basis": [item.as_json() for item in self.basis],
            "evidence": None if self.evidence is None else self.evidence.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The score form, recomputed.

    ``judged_low`` and ``judged_high`` add up the rows that have a method, ``unjudged`` is the number of the others;
    where it is zero, they are the interval of the total. ``capped`` names the grade that a one-ticket rule leaves.
    """

    indicators: tuple[IndicatorScore, ...]
    self_total: str | None
    recomputed_total: str | None
    suggested_low: str | None = None
    suggested_high: str | None = None
    grade: str | None = None
    judged_low: str | None = None
    judged_high: str | None = None
    unjudged: int = 0
    capped: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the scorecard object of the contract."""
        return {
            "indicators": [item.as_json() for item in self.indicators],
            "self_total": self.self_total,
            "recomputed_total": self.recomputed_total,
            "suggested_low": self.suggested_low,
            "suggested_high": self.suggested_high,
            "grade": self.grade,
            "judged_low": self.judged_low,
            "judged_high": self.judged_high,
            "unjudged": self.unjudged,
            "capped": self.capped,
        }
