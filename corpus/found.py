"""What a search brings back: passages with their place, their document, and why they were found."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from corpus.document.evidence import Evidence
from corpus.index.pieces import Chunk
from corpus.store import Entry
from corpus.validity import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. ``rank`` counts from 1, ``score`` is in 0…1, ``why`` says what brought it here.

    ``score`` only orders the hits of one question: the best is near 1 however far off it is. ``similarity`` (cosine) and
    ``keyword`` (BM25) are what it is made of, None where that method did not find the passage.
    """

    rank: int
    score: float
    why: str
    similarity: float | None
    keyword: float | None
    chunk: Chunk
    entry: Entry
    span: Span | None = None
    """From when to when the document is in force; None where it has no such thing (reports, cards)."""
    named: bool = False
    """Whether the question names the document or the article outright."""

    @property
    def evidence(self) -> Evidence:
        """Return the quote and its place."""
        return self.chunk.evidence

    @property
    def article(self) -> str | None:
        """Return the article that the passage stands in (第十四条), None where the document has none."""
        return self.chunk.article

    def as_json(self) -> dict[str, Any]:
        """Return the hit of the contract."""
        return {
            "rank": self.rank,
            "score": round(self.score, 4),
            **self.evidence.as_json(),
            "number": self.entry.number,
            "article": self.article,
            "effective": _iso(self.entry.effective),
            "id": self.entry.id,
            "kind": self.entry.kind,
            "region": self.entry.region,
            "until": _iso(self.span.until if self.span else None),
            "replaced_by": self.span.by if self.span else None,
            "why": self.why,
        }


def _iso(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a question, best first; ``note`` says in Chinese what was not looked at and why, else None."""

    query: str
    hits: tuple[Hit, ...]
    note: str | None = None
    left_out: int = 0
    """Documents that were not searched since they were not in force on the day, or do not hold in the region."""

    def as_json(self) -> dict[str, Any]:
        """Return the search of the contract."""
        return {
            "schema": "jiheng.search/1",
            "query": self.query,
            "hits": [hit.as_json() for hit in self.hits],
            "note": self.note,
        }
