"""Findings: what is wrong, or to be asked, in a report, with proof, place and rule."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corpus.document.evidence import Evidence
from rules.relations.relation import Verdict


class Severity(StrEnum):
    """``error`` is provably wrong from the documents at hand, ``warning`` wants a person's look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Disposition(StrEnum):
    """What a reviewer does with a finding: 应修改, 请说明, 建议完善, 内部提示."""

    RETURN = "return"
    ASK = "ask"
    ADVISE = "advise"
    INTERNAL = "internal"


class Impact(StrEnum):
    """What a finding touches: the score, a published figure, or the wording only."""

    SCORE = "score"
    PUBLIC = "public"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Basis:
    """Why it is a rule. ``number`` is the 文号; ``verified`` is False until the article was held against the text."""

    document: str
    number: str | None = None
    article: str | None = None
    effective: str | None = None
    verified: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the basis object of the contract."""
        return {
            "document": self.document,
            "number": self.number,
            "article": self.article,
            "effective": self.effective,
            "verified": self.verified,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; the fields are those of the contract. One wrong figure is one finding."""

    id: str
    rule: str
    kind: str
    verdict: Verdict | None
    severity: Severity
    disposition: Disposition
    impact: Impact | None
    title: str
    message: str
    evidence: tuple[Evidence, ...]
    basis: tuple[Basis, ...]
    reported: str | None = None
    expected: str | None = None
    derivation: str | None = None
    suggestion: str | None = None
    culprit: str | None = None
    suspects: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    group: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the finding object of the contract."""
        return {
            "id": self.id,
            "rule": self.rule,
            "kind": self.kind,
            "verdict": self.verdict,
            "severity": self.severity,
            "disposition": self.disposition,
            "impact": self.impact,
            "group": self.group,
            "title": self.title,
            "message": self.message,
            "reported": self.reported,
            "expected": self.expected,
            "derivation": self.derivation,
            "evidence": [item.as_json() for item in self.evidence],
            "basis": [item.as_json() for item in self.basis],
            "suggestion": self.suggestion,
            "culprit": self.culprit,
            "suspects": list(self.suspects),
            "related": list(self.related),
        }


def fingerprint(rule: str, *content: str) -> str:
    """Return the id of a finding: a hash of rule and content, never of position, so that decisions survive."""
    text = "\x1f".join((rule, *("".join(part.split()) for part in content)))
    return f"{rule}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
