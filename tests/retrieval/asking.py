"""Each question asked in each way, and at which place the first passage stands that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.lookup.further_words import further_words
from corpus.found import Hit
from corpus.index.search import no_expansion
from corpus.library import Library
from tests.retrieval.questions import POLICIES, Question

DEEP = 100
"""Passages that are looked at for each question."""

WAYS = ("vectors", "keywords", "fused")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the rank of its first answer by way, None where it is not among the first ``DEEP``."""

    question: Question
    expanded: bool
    ranks: dict[str, int | None]
    first: tuple[str, ...]


def ask(
    library: Library, hashes: dict[str, str], asked: Iterable[Question], *, expanded: bool
) -> list[Asked]:
    """Ask all questions, with or without further words from the vocabulary."""
    library.index.expand = further_words if expanded else no_expansion
    return [_ask(library, hashes, question, expanded) for question in asked]


def _ask(library: Library, hashes: dict[str, str], question: Question, expanded: bool) -> Asked:
    report = None if question.source == POLICIES else hashes[question.source]
    hits = library.search(question.text, DEEP, report=report).hits
    ordered = {
        "fused": hits,
        "vectors": sorted((h for h in hits if h.similarity is not None), key=lambda h: -(h.similarity or 0)),
        "keywords": sorted((h for h in hits if h.keyword is not None), key=lambda h: -(h.keyword or 0)),
    }
    ranks = {way: _rank(question, ordered[way]) for way in WAYS}
    first = tuple(
        f"{h.entry.title[:20]} {h.article or ''} {' '.join(h.evidence.quote.split())[:50]}" for h in hits[:5]
    )
    return Asked(question, expanded, ranks, first)


def _rank(question: Question, hits: Sequence[Hit]) -> int | None:
    return next((at for at, hit in enumerate(hits, 1) if question.is_answered_by(hit)), None)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of questions whose answer stands first, among the first five, and the mean reciprocal rank."""

    asked: int
    first: float
    five: float
    reciprocal: float


def score(asked: Sequence[Asked], way: str) -> Score:
    """Return the score of one way over these questions."""
    ranks = [one.ranks[way] for one in asked]
    count = len(ranks) or 1
    return Score(
        len(ranks),
        sum(rank == 1 for rank in ranks) / count,
        sum(rank is not None and rank <= 5 for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank is not None) / count,
    )
