"""One trial: a figure printed otherwise, reviewed, and what the review made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from corpus.document.model import Document
from rules.engine import review
from rules.finding import Finding, Severity
from rules.relations.relation import Verdict
from rules.review import Review
from tests.measure.slips import printed_otherwise

REAL = "real"
"""The format under which an outside document stands in the tables."""

HELD = (Verdict.EXACT, Verdict.ROUNDING, Verdict.CONVENTION)
LOUD = (Severity.ERROR, Severity.WARNING)
Mark = tuple[str, str, tuple[int, ...]]


class Slip(NamedTuple):
    """A figure to be printed otherwise. ``kinds`` are the ties that break; ``name`` says which figure it is.

    ``near`` is for a word of direction: a finding holds it if it holds a figure so close behind it.
    """

    start: int
    end: int
    digits: str
    kinds: frozenset[str]
    name: str
    near: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review made of a slip.

    ``level``: error, warning, info (only an informative finding holds the place) or missed. ``culprit``: right, wrong
    (another figure is named), suspect (the place is among the suspects) or none. ``extra`` counts new loud findings that
    do not hold the place, ``loud`` those that do. ``why`` says of a slip that is not caught how far it came: unread (no fact
    at the place), unbound (the fact was in no relation that held), else the kinds of relation it was in, and what became
    of them with the slip (gone: no relation holds the fact any more).
    """

    slip: Slip
    level: str
    culprit: str
    loud: int
    extra: int
    words: str
    context: str
    why: str = ""

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
        far = end + slip.near
        fresh = [
            finding
            for finding in after.findings
            if finding.id not in self._known and _mark(finding, end, shift) not in self._marks
        ]
        hits = [finding for finding in fresh if _holds(finding, slip.start, far)]
        loud = [finding for finding in hits if finding.severity in LOUD]
        errors = [finding for finding in loud if finding.severity is Severity.ERROR]
        level = "error" if errors else "warning" if loud else "info" if hits else "missed"
        others = [f for f in fresh if f.severity in LOUD and f not in loud]
        return Outcome(
            slip=slip,
            level=level,
            culprit=_culprit(after, loud, slip.start, far),
            loud=len(loud),
            extra=len(others),
            words=" ‖ ".join(f"{f.rule} {f.message}" for f in (*loud, *others)),
            context=_around(self.document.text, slip),
            why="" if loud else self._why(slip, after, far),
        )

    def _why(self, slip: Slip, after: Review, end: int) -> str:
        before = _facts_at(self.before, slip.start, slip.end + slip.near)
        if not before:
            return "unread"
        held = [r for r in self.before.relations if r.verdict in HELD and before.intersection(r.facts)]
        if not held:
            return "unbound"
        now = _facts_at(after, slip.start, end)
        left = [r for r in after.relations if now.intersection(r.facts)]
        became = {str(relation.verdict) for relation in left} or {"gone"}
        return f"{'+'.join(sorted({str(r.kind) for r in held}))}: {'+'.join(sorted(became))}"


def _facts_at(review: Review, start: int, end: int) -> set[str]:
    return {f.id for f in review.facts if f.start < end and start < (f.evidence.end or f.start)}


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
