"""A question over the library: where to look, what is found there, and in which order it is shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from corpus.cards import CARDS
from corpus.found import Found, Hit
from corpus.index.search import CANDIDATES, Index, Ranked
from corpus.named import named
from corpus.placing import left_out, placed
from corpus.store import Entry, Passage, Store
from corpus.validity import Span, spans

COLLECTIONS = {"policy": "policies", "guide": "guides", "card": CARDS}
"""Where documents of a kind are indexed; every report has a collection of its own."""

DATED = ("policy", "guide")
"""Kinds of documents that are in force from one day to another."""

WIDER = 4
"""How many times more passages are looked at where some of them do not count."""

MOST_REPORTS = 50
"""Reports that are searched together at most; each is a collection of its own."""


class Finder:
    """Searches the index and looks up in the database what it brought."""

    def __init__(self, store: Store, index: Index) -> None:
        self.store = store
        self.index = index

    def collections(self, report: str | None, kinds: Iterable[str] | None) -> tuple[list[str], str | None]:
        """Return where to look, and in Chinese what is left out, else None."""
        wanted = set(COLLECTIONS if kinds is None else kinds)
        names = [COLLECTIONS[kind] for kind in COLLECTIONS if kind in wanted]
        note = None
        if report is not None:
            held = self.store.get(report)
            if held is None:
                note = "所指的报告不在资料库中，没有检索"
            else:
                names.append(held.collection)
        elif "report" in wanted:
            reports = sorted(self.store.entries(["report"]), key=lambda entry: str(entry.added), reverse=True)
            names.extend(entry.collection for entry in reports[:MOST_REPORTS])
            if len(reports) > MOST_REPORTS:
                note = f"报告共 {len(reports)} 份，只检索了最近的 {MOST_REPORTS} 份；可用 --report 指定一份"
        return list(dict.fromkeys(names)), note

    def search(
        self,
        query: str,
        k: int,
        collections: Sequence[str],
        note: str | None,
        *,
        on: datetime.date | None,
        region: str | None,
    ) -> Found:
        """Return the k best passages of the collections; ``note`` is what is to be said besides."""
        policies = [entry for entry in self.store.entries(DATED) if entry.collection in collections]
        periods = spans(policies)
        dropped = left_out(policies, periods, on=on, region=region)
        # Versions of one text are alike: those left out must not take the places of the one that counts.
        ranking = self.index.search(query, collections, CANDIDATES * (WIDER if dropped else 1))
        notes = [note, ranking.note or self._lacking(collections)]
        if dropped:
            notes.append(f"{len(dropped)} 份文件当时不在施行期内或不适用于该地区，没有检索")
        order = self._placed(query, ranking.ranked, policies, periods, dropped, today=on is None)
        passages = self.store.passages([ranked.id for ranked in order[: 2 * k]])
        hits = [
            _hit(rank, ranked, passages[ranked.id], periods)
            for rank, ranked in enumerate([one for one in order if one.id in passages][:k], start=1)
        ]
        note = "；".join(words for words in notes if words) or None
        return Found(query, tuple(hits), note, len(dropped))

    def _placed(
        self,
        query: str,
        ranked: Sequence[Ranked],
        policies: Sequence[Entry],
        periods: Mapping[str, Span],
        dropped: set[str],
        *,
        today: bool,
    ) -> Sequence[Ranked]:
        """Return the passages in order; where nothing is named, ended or left out, as they came."""
        day = datetime.date.today()
        ended = {own for own, span in periods.items() if today and not span.holds(day)}
        names = named(query, policies)
        if not (names.documents or ended or dropped):
            return ranked
        exact = self.store.in_articles(names.documents, names.articles) if names.articles else {}
        document_of = self.store.documents_of([one.id for one in ranked]) | exact
        return placed(ranked, document_of, names, list(exact), dropped=dropped, ended=ended)

    def _lacking(self, collections: Sequence[str]) -> str | None:
        if self.index.model is None or not (
            lacking := self.store.without_vectors(collections, self.index.model)
        ):
            return None
        return f"{lacking} 份文档还没有向量，只按关键词检索；补建：jiheng corpus check --repair"


def _hit(rank: int, ranked: Ranked, passage: Passage, periods: Mapping[str, Span]) -> Hit:
    return Hit(
        rank=rank,
        score=ranked.score,
        why=ranked.why,
        similarity=ranked.similarity,
        keyword=ranked.keyword,
        chunk=passage.chunk,
        entry=passage.entry,
        span=periods.get(passage.entry.sha256),
        named=ranked.named,
    )
