"""Findings across documents that prove nothing and ask: one place for what they have in common."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document.evidence import Evidence
from rules.card import card
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding, Severity
from rules.relations.relation import Relation


def question(
    code: str,
    title: str,
    message: str,
    content: tuple[str, ...],
    evidence: Sequence[Evidence],
    *,
    relation: Relation | None = None,
    reported: str | None = None,
    expected: str | None = None,
    severity: Severity | None = None,
    disposition: Disposition | None = None,
) -> Finding:
    """Return a finding of one of the cards across documents, with the relation that it rests on."""
    return card(code).finding(
        content=content,
        title=title,
        message=message,
        evidence=tuple(evidence),
        verdict=None if relation is None else relation.verdict,
        derivation=None if relation is None else relation.judgement.derivation,
        related=() if relation is None else (relation.id,),
        suspects=() if relation is None else relation.facts,
        reported=reported,
        expected=expected,
        severity=severity,
        disposition=disposition,
    )


def evidence_of(*facts: Fact) -> tuple[Evidence, ...]:
    """Return where the facts stand, in their order."""
    return tuple(fact.evidence for fact in facts)
