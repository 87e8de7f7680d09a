"""Does the program itself find in an exercise what was planted, all of it, and nothing else? Only then is it set.

A trainee is graded against the key, so the key must be right: what the checkers cannot find in the report they could
not defend either, and a finding that nothing planted explains would be a fault of the exercise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.training.folded import fold
from assistant.training.key import Item, Place
from corpus.document.evidence import Evidence
from corpus.readers.opening import read_bytes
from rules.engine import review
from rules.finding import Finding, Severity

ADVISED = ("vague_target", "problem_without_measure")
"""Kinds whose rules only advise: a finding of any severity counts."""

ARITHMETIC = (
    "sum", "difference", "ratio", "share", "yoy", "unit", "arithmetic_other", "text_vs_text", "text_vs_table",
    "text_vs_annex", "toc_vs_body", "count", "date_order", "score_sum", "weight_sum",
)  # fmt: skip
"""Kinds of findings of which a clean report has neither errors nor warnings (CONTRACT)."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What the checkers make of a report: the planted errors they miss, and findings that nothing planted explains."""

    missed: tuple[Item, ...]
    false: tuple[Finding, ...]
    warned: tuple[Finding, ...]

    @property
    def proven(self) -> bool:
        """Say whether exactly the planted errors were found."""
        return not (self.missed or self.false or self.warned)


def trial(report: bytes, items: Sequence[Item]) -> Trial:
    """Review ``report`` (a DOCX) and hold the findings against the key's items."""
    found = review(read_bytes(report, "report.docx")).findings
    grave = [finding for finding in found if finding.severity is not Severity.INFO]
    missed = [item for item in items if not any(_is_of(f, item) for f in _pool(item, found, grave))]
    other = [f for f in grave if not any(_is_of(f, item) for item in items)]
    return Trial(
        missed=tuple(missed),
        false=tuple(f for f in other if f.severity is Severity.ERROR),
        warned=tuple(f for f in other if f.severity is Severity.WARNING and f.kind in ARITHMETIC),
    )


def _pool(item: Item, found: Sequence[Finding], grave: Sequence[Finding]) -> Sequence[Finding]:
    return found if item.planted.kind in ADVISED else grave


def _is_of(finding: Finding, item: Item) -> bool:
    return _holds(finding, item) or _names(finding, item)


def _overlaps(evidence: Evidence, place: Place) -> bool:
    if evidence.start is None or evidence.end is None or place.start is None or place.end is None:
        return fold(place.quote) in fold(evidence.quote)
    return place.start < evidence.end and evidence.start < place.end


def _holds(finding: Finding, item: Item) -> bool:
    """Say whether a finding's evidence holds the place of a planted error; what is missing has none of its own."""
    own = item.places if item.planted.reported == "（缺）" else item.places[:1]
    return any(_overlaps(evidence, place) for evidence in finding.evidence for place in own)


def _names(finding: Finding, item: Item) -> bool:
    """Say whether a finding at a place that speaks against a planted error names one of its two figures."""
    figures = {fold(item.planted.reported), fold(item.planted.expected)}
    told = {fold(text or "") for text in (finding.reported, finding.expected)}
    near = any(_overlaps(evidence, place) for evidence in finding.evidence for place in item.places)
    return near and bool(figures & told)
