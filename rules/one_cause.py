"""One wrong figure is one finding: what further findings say of the same figure becomes evidence of the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.finding import Finding, Severity
from rules.relations.relation import Relation

_SUMS = ("S02", "S03")
_WITHOUT_REASON = "S06"
_TURNED = "S22"
_INDICATORS = ("S21", "S22")
_ON_FIGURES = ("A", "S", "Q13", "Q14", "Q15")
"""Rules whose findings are about figures: one figure held wrong explains all that is said of it."""


class _Blame:
    """Which figures each finding speaks of."""

    def __init__(self, relations: Sequence[Relation], facts: Mapping[str, Fact]) -> None:
        self._relations = {relation.id: relation.facts for relation in relations}
        self._starts = {fact.start: fact.id for fact in facts.values()}

    def facts(self, finding: Finding) -> set[str]:
        """Return the facts of a finding: those of its relations, else those that its evidence quotes."""
        found = {fact for relation in finding.related for fact in self._relations.get(relation, ())}
        if not found:
            found = {
                self._starts[e.start]
                for e in finding.evidence
                if e.start in self._starts and e.source == "report"
            }
        return found

    def first(self, finding: Finding) -> str | None:
        """Return the fact that the first evidence of a finding quotes: the one to be mended."""
        return self._starts.get(finding.evidence[0].start or -1) if finding.evidence else None

    @staticmethod
    def blamed(finding: Finding) -> set[str]:
        """Return the culprit of a finding, or its suspects."""
        return {finding.culprit} if finding.culprit else set(finding.suspects)


def merged(
    findings: Sequence[Finding], relations: Sequence[Relation], facts: Mapping[str, Fact]
) -> list[Finding]:
    """Join the findings that one figure explains.

    An error owns what else is said of its culprit or suspects; a broken sum of scores owns the deduction without
    reason that is just as large; and questions about one figure are one question.
    """
    blame = _Blame(relations, facts)
    kept = list(findings)
    for owner in [f for f in findings if f.severity is Severity.ERROR and blame.blamed(f)]:
        if owner in kept:
            kept = _absorbed(kept, owner, [f for f in kept if _is_owned(f, owner, blame)])
    for owner in [f for f in kept if f.rule in _SUMS]:
        same = [
            f for f in kept if f.rule == _WITHOUT_REASON and _gap(f) is not None and _gap(f) == _gap(owner)
        ]
        kept = _absorbed(kept, owner, same[:1])
    return _indicators(_questions(kept, blame), blame)


def _indicators(kept: list[Finding], blame: _Blame) -> list[Finding]:
    """Let a question about a figure own what an indicator's formula has to say of it."""
    for owner in [f for f in kept if f.severity is Severity.WARNING and f.rule.startswith("A") and f.related]:
        about = blame.facts(owner)
        same = [f for f in kept if f.rule in _INDICATORS and blame.first(f) in about]
        current = next((f for f in kept if f.id == owner.id), owner)
        kept = _absorbed(kept, current, same)
    return kept


def _is_owned(finding: Finding, owner: Finding, blame: _Blame) -> bool:
    if finding is owner or not finding.rule.startswith(_ON_FIGURES):
        return False
    about = blame.facts(finding)
    if finding.severity is Severity.ERROR:
        # Another error goes along only where it cannot name a figure of its own.
        return finding.culprit is None and bool(about & blame.blamed(owner)) and owner.culprit is not None
    return bool(about & blame.blamed(owner))


def _absorbed(kept: list[Finding], owner: Finding, others: Sequence[Finding]) -> list[Finding]:
    """Return the findings with some of them taken into one, which keeps its words and learns the likely cause."""
    if not others:
        return kept
    turned = next((f for f in others if f.rule == _TURNED and f.reported == owner.reported), None)
    joined = replace(
        owner,
        message=owner.message if turned is None else f"{owner.message}可能的原因：分子分母颠倒。",
        related=tuple(dict.fromkeys((*owner.related, *(r for f in others for r in f.related)))),
        evidence=tuple(dict.fromkeys((*owner.evidence, *(e for f in others for e in f.evidence)))),
    )
    return [joined if f is owner else f for f in kept if f not in others]


def _gap(finding: Finding) -> Decimal | None:
    """Return by how much a sum of scores is off, or how much was taken off an indicator."""
    if finding.rule == _WITHOUT_REASON:
        words = (finding.derivation or "").rpartition("= ")[2].split()
        return abs(Decimal(words[0])) if words else None
    if finding.reported is None or finding.expected is None:
        return None
    return abs(Decimal(finding.reported) - Decimal(finding.expected))


def _questions(kept: list[Finding], blame: _Blame) -> list[Finding]:
    """Join the questions that share a figure into the first of them."""
    while True:
        asked = [f for f in kept if f.severity is Severity.WARNING and f.rule.startswith("A") and f.related]
        votes = Counter(fact for f in asked for fact in blame.facts(f))
        shared = [fact for fact, count in votes.most_common() if count >= 2]
        if not shared:
            return kept
        group = [f for f in asked if shared[0] in blame.facts(f)]
        kept = _absorbed(kept, group[0], group[1:])
