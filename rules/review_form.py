"""The quality of the self-evaluation itself, as a form for the reviewer: the evidence is filled in, the score is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rules.finding import Finding, Severity
from rules.pack import ActivePack
from rules.pack_model import ReviewItem


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of the form with the findings that speak to it."""

    item: ReviewItem
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a level."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def evidence(self) -> str:
        """Return the evidence in words: how many findings of which titles, or that the program has none."""
        if not self.item.rules:
            return f"程序不掌握，请看：{self.item.note}"
        titles = dict.fromkeys(finding.group or finding.title for finding in self.findings)
        if not titles:
            return "所查各项未见问题"
        return f"{len(self.findings)} 条：{'、'.join(titles)}"

    def as_json(self) -> dict[str, Any]:
        """Return the line as JSON; ``score`` is the reviewer's to give."""
        return {
            "id": self.item.id,
            "group": self.item.group,
            "title": self.item.title,
            "findings": [finding.id for finding in self.findings],
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "hints": self.count(Severity.INFO),
            "evidence": self.evidence,
            "note": self.item.note,
            "basis": [basis.as_json() for basis in self.item.basis],
            "score": None,
        }


def review_form(pack: ActivePack, findings: Sequence[Finding]) -> tuple[FormLine, ...]:
    """Return the form of the packs in force with the findings of a report."""
    return tuple(
        FormLine(item, tuple(f for f in findings if item.rules and f.rule.startswith(item.rules)))
        for item in pack.review_items
    )
