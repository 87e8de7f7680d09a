"""What an answer may say: figures with their origin, texts that may be repeated whole, citations, names."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from corpus.document.evidence import Evidence
from rules.numbers.quantity import Hedge
from rules.numbers.units import Unit


class Origin(StrEnum):
    """Where a figure comes from; the values are those of ``numbers[].origin``."""

    CITED = "cited"
    COMPUTED = "computed"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered piece of evidence. ``marker`` is ``[1]`` …; ``verified`` is None where it is no rule."""

    marker: str
    evidence: Evidence
    number: str | None = None
    article: str | None = None
    verified: bool | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the citation object of the contract."""
        return {
            "marker": self.marker,
            **self.evidence.as_json(),
            "number": self.number,
            "article": self.article,
            "verified": self.verified,
        }


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that may be said, and of what.

    ``subjects`` are the names under which its thing may be spoken of (empty: only the words of ``context`` name it),
    ``context`` the words that it stands among in its source, ``direction`` +1 or −1 where those say up or down.
    """

    value: Decimal
    unit: Unit | None
    origin: Origin
    subjects: frozenset[str] = frozenset()
    measure: str | None = None
    period: str | None = None
    scope: str | None = None
    context: str = ""
    direction: int = 0
    citation: str | None = None
    derivation: str | None = None
    hedge: Hedge = Hedge.NONE


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that may leave as it is: a derivation, a finding's message, the words of a card or of a source.

    ``subjects`` non-empty: the sentence around it must speak of one of them.
    """

    text: str
    origin: Origin
    citation: str | None = None
    derivation: str | None = None
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """What the question is about: what a sentence that names nothing speaks of."""

    subjects: tuple[str, ...] = ()
    measure: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Everything that one answer may use.

    ``names`` are names that hold numerals (“一网通办”, an indicator's or a document's); ``subjects`` all things that the
    report knows, also those that the answer may not speak of, so that a swap is seen; ``annexes`` the 附件 there are;
    ``sections`` how many chapters; ``year`` the report's, ``years`` those that it gives figures of.
    """

    claims: tuple[Claim, ...] = ()
    passages: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    names: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    annexes: frozenset[int] = frozenset()
    sections: int = 0
    year: str | None = None
    years: frozenset[str] = frozenset()
    topic: Topic = field(default_factory=Topic)

    def citation(self, marker: str) -> Citation | None:
        """Return the citation with the marker, if there is one."""
        return next((item for item in self.citations if item.marker == marker), None)


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of an answer with its origin: an item of ``numbers[]``."""

    text: str
    origin: Origin
    citation: str | None = None
    derivation: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the number object of the contract."""
        return {
            "text": self.text,
            "origin": str(self.origin),
            "citation": self.citation,
            "derivation": self.derivation,
        }
