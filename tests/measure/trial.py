"""One trial: a figure printed otherwise, reviewed, and what the review made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from corpus.document.model import Document
from rules.engine import review
from rules.finding import Finding, Severity
from rules.review import Review
from tests.measure.slips import printed_otherwise

REAL = "real"
"""The format under which an outside document stands in the tables."""

LOUD = (Severity.ERROR, Severity.WARNING)
Mark = tuple[str, str, tuple[int, ...]]


class Slip(NamedTuple):
    """A figure to be printed otherwise. ``kinds`` are the ties that break; ``name`` says which figure it is."""

    start: int
    end: int
    digits: str
    kinds: frozenset[str]
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review made of a slip.

    ``level``: error, warning, info (only an informative finding holds the place) or missed. ``culprit``: right, wrong
    (another figure is named), suspect (the place is among the suspects) or none. ``extra`` counts new loud findings that
    do not hold the place, ``loud`` those that do.
    """

    slip: Slip
    level: str
    culprit: str
    loud: int
    extra: int
    words: str
    context: str

    @property
    def caught(self) -> bool:
        """Say whether a loud finding holds the place."""
        return self.level in ("error", "warning")


class Trial:
    """A document and its review before any slip."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.before = review(document)
        self._known = {finding.id for finding in self.before.findings}
        self._marks = {_mark(finding, 0, 0) for finding in self.before.findings}

    def run(self, slip: Slip) -> Outcome:
        """Print one figure otherwise and review again."""
        after = review(printed_otherwise(self.document, slip.start, slip.end, slip.digits))
        end = slip.start + len(slip.digits)
        shift = end - slip.end
        fresh = [
            finding
            for finding in after.findings
            if finding.id not in self._known and _mark(finding, end, shift) not in self._marks
        ]
        hits = [finding for finding in fresh if _holds(finding, slip.start, end)]
        loud = [finding for finding in hits if finding.severity in LOUD]
        errors = [finding for finding in loud if finding.severity is Severity.ERROR]
        level = "error" if errors else "warning" if loud else "info" if hits else "missed"
        others = [f for f in fresh if f.severity in LOUD and f not in loud]
        return Outcome(
            slip=slip,
            level=level,
            culprit=_culprit(after, loud, slip.start, end),
            loud=len(loud),
            extra=len(others),
            words=" ‖ ".join(f"{f.rule} {f.message}" for f in (*loud, *others)),
            context=_around(self.document.text, slip),
        )


def _mark(finding: Finding, end: int, shift: int) -> Mark:
    """Return what stays of a finding when a figure that it only mentions changes: rule and places."""
    places = sorted(
        {e.start - (shift if e.start >= end else 0) for e in finding.evidence if e.start is not None}
    )
    return finding.rule, finding.kind, tuple(places)


def _holds(finding: Finding, start: int, end: int) -> bool:
    return any(
        e.start is not None and e.end is not None and e.start < end and start < e.end
        for e in finding.evidence
    )


def _culprit(after: Review, loud: Iterable[Finding], start: int, end: int) -> str:
    places = {fact.id: (fact.start, fact.evidence.end or fact.start) for fact in after.facts}

    def there(fact: str) -> bool:
        first, last = places.get(fact, (-1, -1))
        return first < end and start < last

    found = "none"
    for finding in loud:
        if finding.culprit is not None and there(finding.culprit):
            return "right"
        if any(there(fact) for fact in finding.suspects):
            found = "suspect"
        elif finding.culprit is not None and found == "none":
            found = "wrong"
    return found


def _around(text: str, slip: Slip) -> str:
    before = text[max(0, slip.start - 46) : slip.start]
    return f"{before}[{text[slip.start : slip.end]}→{slip.digits}]{text[slip.end : slip.end + 16]}".replace(
        "\n", "⏎"
    ).replace("\t", "│")
