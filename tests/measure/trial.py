"""One trial: a figure printed otherwise, reviewed, and what the review made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from corpus.document.model import Document
from rules.engine import review
from rules.finding import Finding, Severity
from rules.relations.relation import Relation, Verdict
from rules.review import Review
from tests.measure.slips import printed_otherwise

REAL = "real"
"""The format under which an outside document stands in the tables."""

LOST = "lost in reading"
"""Why a slip is not caught whose figure is not found again in the document read back from its file."""

HELD = (Verdict.EXACT, Verdict.ROUNDING, Verdict.CONVENTION)
LOUD = (Severity.ERROR, Severity.WARNING)
Mark = tuple[str, str, tuple[int, ...]]


class Slip(NamedTuple):
    """A figure to be printed otherwise. ``kinds`` are the ties that break; ``name`` says which figure it is.

    ``near`` is for a word of direction: a finding holds it if it holds a figure so close behind it. ``tied`` are the
    offsets of the figures that the key ties to it.
    """

    start: int
    end: int
    digits: str
    kinds: frozenset[str]
    name: str
    near: int = 0
    tied: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review made of a slip.

    ``level``: error, warning, info (only an informative finding holds the place) or missed. ``culprit``: right, wrong
    (another figure is named), first (the place is the first of the suspects), suspect (one of the others) or none. ``extra`` counts new loud findings that
    do not hold the place, ``tied`` those of them that name a figure tied to it, ``loud`` those that hold the place.
    ``bound``: the figure took part in a relation that held before the slip. ``why`` says of a slip that is not caught how far it came: unread (no fact
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
    bound: bool = False
    tied: int = 0

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
        self._inked = _inked(document.text)
        self._marks = {_mark(finding, self._inked) for finding in self.before.findings}

    def run(self, slip: Slip) -> Outcome:
        """Print one figure otherwise in the document as read, and review it again."""
        return self._judged(
            slip, printed_otherwise(self.document, slip.start, slip.end, slip.digits), slip.start
        )

    def run_file(self, slip: Slip, after: Document, start: int | None) -> Outcome:
        """Review a document read from a file with the slip; ``start`` is where the slip stands in it, None if lost."""
        if start is not None:
            return self._judged(slip, after, start)
        bound = bool(self._held(slip))
        return Outcome(slip, "missed", "none", 0, 0, "", _around(self.document.text, slip), LOST, bound)

    def _judged(self, slip: Slip, document: Document, start: int) -> Outcome:
        after = review(document)
        end = start + len(slip.digits)
        far = end + slip.near
        places = _Moved(_inked(document.text), end, len(slip.digits) - (slip.end - slip.start))
        fresh = [
            finding
            for finding in after.findings
            if finding.id not in self._known and _mark(finding, places) not in self._marks
        ]
        hits = [finding for finding in fresh if _holds(finding, start, far)]
        loud = [finding for finding in hits if finding.severity in LOUD]
        errors = [finding for finding in loud if finding.severity is Severity.ERROR]
        level = "error" if errors else "warning" if loud else "info" if hits else "missed"
        others = [f for f in fresh if f.severity in LOUD and f not in loud]
        tied = self._tied(slip)
        return Outcome(
            slip=slip,
            level=level,
            culprit=_culprit(after, loud, start, far),
            loud=len(loud),
            extra=len(others),
            words=" ‖ ".join(f"{f.rule} {f.message}" for f in (*loud, *others)),
            context=_around(self.document.text, slip),
            why="" if loud else self._why(slip, after, start, far),
            bound=bool(self._held(slip)),
            tied=sum(not tied.isdisjoint(_named(f, after, places)) for f in others),
        )

    def _held(self, slip: Slip) -> list[Relation]:
        """Return the relations that the figure took part in and that held before the slip."""
        facts = _facts_at(self.before, slip.start, slip.end + slip.near)
        return [r for r in self.before.relations if r.verdict in HELD and facts.intersection(r.facts)]

    def _tied(self, slip: Slip) -> set[int]:
        """Return the figures tied to the slipped one by the key or by a relation that held."""
        by_relation = {fact for relation in self._held(slip) for fact in relation.facts}
        starts = {fact.start for fact in self.before.facts if fact.id in by_relation}
        return {self._inked[start] for start in starts | slip.tied}

    def _why(self, slip: Slip, after: Review, start: int, end: int) -> str:
        if not _facts_at(self.before, slip.start, slip.end + slip.near):
            return "unread"
        held = self._held(slip)
        if not held:
            return "unbound"
        now = _facts_at(after, start, end)
        left = [r for r in after.relations if now.intersection(r.facts)]
        became = {str(relation.verdict) for relation in left} or {"gone"}
        return f"{'+'.join(sorted({str(r.kind) for r in held}))}: {'+'.join(sorted(became))}"


class _Moved:
    """Offsets after a slip → what they were before it, counted without white space, which may break elsewhere."""

    def __init__(self, inked: list[int], end: int, shift: int) -> None:
        self._inked, self._end, self._shift = inked, end, shift

    def __getitem__(self, offset: int) -> int:
        return self._inked[offset] - (self._shift if offset >= self._end else 0)


_Places = _Moved | list[int]


def _inked(text: str) -> list[int]:
    """Return for every offset how many characters other than white space stand before it."""
    return list(accumulate((not char.isspace() for char in text), initial=0))


def _facts_at(review: Review, start: int, end: int) -> set[str]:
    return {f.id for f in review.facts if f.start < end and start < (f.evidence.end or f.start)}


def _mark(finding: Finding, places: _Places) -> Mark:
    """Return what stays of a finding when a figure that it only mentions changes: rule and places."""
    at = sorted({places[e.start] for e in finding.evidence if e.start is not None})
    return finding.rule, finding.kind, tuple(at)


def _named(finding: Finding, after: Review, places: _Places) -> set[int]:
    """Return which figures a finding names: its culprit and suspects or, where it has none, all of its places."""
    ids = {finding.culprit, *finding.suspects}
    named = {places[fact.start] for fact in after.facts if fact.id in ids}
    return named or {places[e.start] for e in finding.evidence if e.start is not None}


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
        if any(there(fact) for fact in finding.suspects[:1]):
            found = "first"
        elif found != "first" and any(there(fact) for fact in finding.suspects):
            found = "suspect"
        elif finding.culprit is not None and found == "none":
            found = "wrong"
    return found


def _around(text: str, slip: Slip) -> str:
    before = text[max(0, slip.start - 46) : slip.start]
    return f"{before}[{text[slip.start : slip.end]}→{slip.digits}]{text[slip.end : slip.end + 16]}".replace(
        "\n", "⏎"
    ).replace("\t", "│")
