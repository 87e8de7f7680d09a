"""The review of one report: everything found and everything looked at, in the shape of ``jiheng.review/1``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from corpus.document.model import Document
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.indicators.printed import IndicatorResult
from rules.indicators.report import result_json
from rules.others.check import Crossed
from rules.pack import ActivePack, in_force
from rules.relations.relation import Relation
from rules.review_form import review_form
from rules.scorecard import IndicatorScore as IndicatorScore
from rules.scorecard import Scorecard as Scorecard
from rules.suppression import Suppressed

SCHEMA = "jiheng.review/1"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at: ``unchecked`` pairs a fact id with the reason, ``not_held`` a kind with the lost checks."""

    figures: int
    checked: int
    unchecked: tuple[tuple[str, str], ...]
    not_held: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The whole review of one document. ``timing`` is in seconds: read, extract, check, total.

    ``pack`` is what was in force for it, ``indicators`` what its formulas give. ``facts`` and ``relations`` are those of
    the report itself; what joins it to other documents is in ``crossed``, ``suppressed`` what was decided not to raise.
    """

    document: Document
    kind: str
    unit_name: str | None
    year: str | None
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    relations: tuple[Relation, ...]
    coverage: Coverage
    scorecard: Scorecard | None
    timing: Mapping[str, float]
    indicators: tuple[IndicatorResult, ...] = ()
    pack: ActivePack = field(default_factory=partial(in_force, None))
    crossed: Crossed = field(default_factory=Crossed)
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def every_relation(self) -> tuple[Relation, ...]:
        """Return the relations of the report itself, then those across documents."""
        return (*self.relations, *self.crossed.relations)

    @property
    def every_fact(self) -> tuple[Fact, ...]:
        """Return the facts of the report, then those of other documents that take part in a relation."""
        return (*self.facts, *self.crossed.facts.values())

    def fact(self, fact_id: str) -> Fact:
        """Return the fact with the id. Raises: KeyError."""
        for fact in self.facts:
            if fact.id == fact_id:
                return fact
        return self.crossed.facts[fact_id]

    def as_json(self) -> dict[str, Any]:
        """Return the ``jiheng.review/1`` object."""
        document = self.document
        relations = self.every_relation
        return {
            "schema": SCHEMA,
            "document": {
                "name": document.name,
                "sha256": document.sha256,
                "format": document.format,
                "kind": self.kind,
                "pages": len(document.pages) or None,
                "unit_name": self.unit_name,
                "year": self.year,
                "packs": list(self.pack.names),
                "ocr": any(page.read == "ocr" for page in document.pages),
                "warnings": list(self.warnings),
            },
            "facts": [_fact_json(fact) for fact in self.every_fact],
            "findings": [finding.as_json() for finding in self.findings],
            "suppressed": [item.as_json() for item in self.suppressed],
            "relations": {
                "checked": len(relations),
                "by_verdict": dict(Counter(str(relation.verdict) for relation in relations)),
                "by_kind": dict(Counter(str(relation.kind) for relation in relations)),
                "items": [_relation_json(relation) for relation in relations],
            },
            "coverage": {
                "figures": self.coverage.figures,
                "checked": self.coverage.checked,
                "unchecked": [{"fact": fact, "reason": reason} for fact, reason in self.coverage.unchecked],
                "pages": [
                    {"page": page.number, "read": page.read, "confidence": page.confidence}
                    for page in document.pages
                ],
                "not_held": [
                    {"kind": kind, "checks": list(checks)} for kind, checks in self.coverage.not_held
                ],
                "held": self.crossed.as_json(),
            },
            "review_form": [line.as_json() for line in review_form(self.pack, self.findings)]
            if self.indicators
            else [],
            "indicators": [result_json(result) for result in self.indicators],
            "scorecard": None if self.scorecard is None else self.scorecard.as_json(),
            "timing": {key: round(seconds, 4) for key, seconds in self.timing.items()},
        }


def _fact_json(fact: Fact) -> dict[str, Any]:
    unit = fact.quantity.unit
    return {
        "id": fact.id,
        "label": fact.label,
        "subject": fact.subject,
        "measure": fact.measure,
        "period": fact.period,
        "scope": fact.scope,
        "value": fact.quantity.plain(),
        "unit": None if unit is None else unit.symbol,
        "precision": fact.quantity.precision,
        "kind": fact.kind,
        "where": fact.where,
        "evidence": fact.evidence.as_json(),
    }


def _relation_json(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "kind": relation.kind,
        "verdict": relation.verdict,
        "facts": list(relation.facts),
        "stated": relation.stated,
        "reason": relation.reason,
        "derivation": relation.judgement.derivation,
        "convention": relation.judgement.convention,
    }
