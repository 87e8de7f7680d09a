"""The library: reports, policies, guides and rule cards, imported once, found by meaning and by words.

The database is the truth, the index its shadow: a document is written as pending, embedded, then made visible; where
it cannot be embedded it is found by keywords alone, which is said, until ``check`` with repair makes up for it.
"""

from __future__ import annotations

import datetime
import hashlib
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from corpus.document.evidence import Evidence
from corpus.document.model import Document
from corpus.errors import InputError, StoreError
from corpus.index.chunks import chunk
from corpus.index.embeddings import open_embedder
from corpus.index.pieces import Chunk, ChunkKind, split
from corpus.index.search import Expansion, Index, Progress, no_expansion
from corpus.readers.opening import open_document
from corpus.store import Entry, Store

KINDS = ("policy", "guide", "report", "card")
COLLECTIONS = {"policy": "policies", "guide": "guides", "card": "cards"}
MOST_REPORTS = 50
"""Reports that are searched together at most; each is a collection of its own."""


@dataclass(frozen=True, slots=True)
class CardText:
    """A rule card in our own words, to be found and cited as one (规则卡（非原文）), never as the policy itself.

    ``code`` tells the cards of one pack apart; ``number`` and ``article`` name what the card rests on.
    """

    code: str
    title: str
    text: str
    number: str | None = None
    article: str | None = None
    effective: datetime.date | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. ``rank`` counts from 1, ``score`` is in 0…1, ``why`` says what brought it here."""

    rank: int
    score: float
    why: str
    chunk: Chunk
    entry: Entry

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
            "effective": None if self.entry.effective is None else self.entry.effective.isoformat(),
            "id": self.entry.id,
            "kind": self.entry.kind,
            "region": self.entry.region,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a question, best first; ``note`` says in Chinese what was not looked at and why, else None."""

    query: str
    hits: tuple[Hit, ...]
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the search of the contract."""
        return {
            "schema": "jiheng.search/1",
            "query": self.query,
            "hits": [hit.as_json() for hit in self.hits],
            "note": self.note,
        }


class Library:
    """What one home folder holds; owns its index for as long as it is open. Threads may share it."""

    def __init__(self, store: Store, index: Index) -> None:
        self.store = store
        self.index = index
        self._adding = threading.Lock()

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        database_url: str | None = None,
        chroma_url: str | None = None,
        embeddings: str = "builtin",
        embeddings_base_url: str | None = None,
        api_key: str | None = None,
        expand: Expansion = no_expansion,
    ) -> Library:
        """Open the library of a home folder, which is made if need be.

        Raises: IndexBusy when another process has it open, StoreError when the database cannot be used, InputError
        for a setting that cannot be understood.
        """
        embedder = open_embedder(embeddings, embeddings_base_url, api_key)
        store = Store.in_home(home, database_url)
        try:
            index = Index(home, embedder, store, chroma_url=chroma_url, expand=expand)
        except StoreError:
            store.close()
            raise
        return cls(store, index)

    def close(self) -> None:
        """Let go of the index and the database."""
        self.index.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        self.close()

    # Adding

    def add_report(self, document: Document, progress: Progress | None = None) -> Entry:
        """Take in a report as read; one that is there already costs nothing. Raises: StoreError."""
        entry = Entry(
            sha256=document.sha256,
            name=document.name,
            kind="report",
            collection=f"report-{document.sha256[:32]}",
            title=_title(document),
        )
        return self._add(entry, document.text, chunk(document), progress)

    def add_file(
        self,
        path: str | Path,
        *,
        kind: str = "policy",
        number: str | None = None,
        effective: datetime.date | None = None,
        region: str | None = None,
        progress: Progress | None = None,
    ) -> Entry:
        """Take in a file: a policy or guide by its articles, a report as ``add_report`` does.

        Number, date and region stand over what the text itself states. Raises: InputError, StoreError.
        """
        document = open_document(path)
        if kind == "report":
            return self.add_report(document, progress)
        if kind not in COLLECTIONS:
            raise InputError(f"资料类别“{kind}”不对；可用 policy、guide、report")
        entry = Entry(
            sha256=document.sha256,
            name=document.name,
            kind=kind,
            collection=COLLECTIONS[kind],
            title=_title(document),
            number=number,
            effective=effective,
            region=region,
        )
        return self._add(
            entry, document.text, [_as_policy(piece, entry) for piece in chunk(document)], progress
        )

    def add_cards(
        self, cards: Sequence[CardText], *, pack: str = "base", progress: Progress | None = None
    ) -> None:
        """Make these the rule cards of a pack: new and changed ones are taken in, those no longer there forgotten."""
        wanted = {_card_hash(card, pack): card for card in cards}
        with self._adding:
            held = {entry.sha256: entry for entry in self.store.entries(["card"]) if entry.issuer == pack}
            for sha256 in held.keys() - wanted.keys():
                self._forget(held[sha256])
            new = {sha256: card for sha256, card in wanted.items() if sha256 not in held}
            if not new:
                return
            pieces: list[Chunk] = []
            for sha256, card in new.items():
                entry = _card_entry(sha256, card, pack)
                own = _card_chunks(entry, card)
                self.store.remove(sha256)
                self.store.begin(entry, card.text, own)
                pieces.extend(own)
            self.store.ready(new, self.index.add(COLLECTIONS["card"], pieces, progress))

    def _add(self, entry: Entry, text: str, pieces: Sequence[Chunk], progress: Progress | None) -> Entry:
        with self._adding:
            held = self.store.get(entry.sha256)
            if held is not None and held.kind == entry.kind and self.store.text(entry.sha256) is not None:
                return self._refreshed(held, entry, pieces, progress)
            if held is not None:
                self._forget(held)
            self.store.remove(entry.sha256)
            self.store.begin(entry, text, pieces)
            self.store.ready([entry.sha256], self.index.add(entry.collection, pieces, progress))
        added = self.store.get(entry.sha256)
        assert added is not None
        return added

    def _refreshed(
        self, held: Entry, entry: Entry, pieces: Sequence[Chunk], progress: Progress | None
    ) -> Entry:
        """Return a document that is there, with what is newly stated of it, and with vectors if it had none."""
        stated = {
            name: value
            for name in ("name", "number", "effective", "region")
            if (value := getattr(entry, name)) is not None and value != getattr(held, name)
        }
        if stated:
            self.store.change(held.sha256, **stated)
        embedder = held.embedder
        if embedder is None and self.index.model is not None:
            embedder = self.index.add(held.collection, pieces, progress)
            self.store.ready([held.sha256], embedder)
        return replace(held, **stated, embedder=embedder)

    # Finding

    def search(
        self, query: str, k: int = 5, *, report: str | None = None, kinds: Iterable[str] | None = None
    ) -> Found:
        """Return the k best passages for a question.

        ``kinds`` bounds where to look (None: policies, guides and cards); ``report`` is the hash of one report that
        is searched too. With ``report`` among the kinds, the newest reports are searched, at most MOST_REPORTS.
        """
        collections, note = self._collections(report, kinds)
        ranking = self.index.search(query, collections)
        notes = [note, ranking.note or self._lacking(collections)]
        hits: list[Hit] = []
        for at in range(0, len(ranking.ranked), 2 * k):
            part = ranking.ranked[at : at + 2 * k]
            passages = self.store.passages([ranked.id for ranked in part])
            for ranked in part:
                if ranked.id in passages and len(hits) < k:
                    passage = passages[ranked.id]
                    hits.append(Hit(len(hits) + 1, ranked.score, ranked.why, passage.chunk, passage.entry))
            if len(hits) == k:
                break
        return Found(query, tuple(hits), "；".join(words for words in notes if words) or None)

    def _collections(self, report: str | None, kinds: Iterable[str] | None) -> tuple[list[str], str | None]:
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

    def _lacking(self, collections: Sequence[str]) -> str | None:
        if self.index.model is None or not (
            lacking := self.store.without_vectors(collections, self.index.model)
        ):
            return None
        return f"{lacking} 份文档还没有向量，只按关键词检索；补建：jiheng corpus check --repair"

    # Keeping

    def entries(self, kinds: Iterable[str] | None = None) -> list[Entry]:
        """Return what the library holds (of these kinds), by kind and title."""
        return self.store.entries(kinds)

    def remove(self, identity: str) -> Entry:
        """Forget a document by its hash or any beginning of it that is unique. Raises: InputError."""
        found = [
            entry for entry in self.store.entries() if identity and entry.sha256.startswith(identity.lower())
        ]
        if not found:
            raise InputError(f"资料库中没有编号为“{identity}”的文档；编号见 jiheng corpus list")
        if len(found) > 1:
            raise InputError(
                f"编号“{identity}”对应 {len(found)} 份文档；请多写几位，编号见 jiheng corpus list"
            )
        with self._adding:
            self._forget(found[0])
        return found[0]

    def _forget(self, entry: Entry) -> None:
        """Take a document away, out of sight first: what is left behind in the index is never shown."""
        ids = self.store.chunk_ids(entry.sha256)
        self.store.remove(entry.sha256)
        if entry.kind == "report":
            self.index.drop(entry.collection)
        else:
            self.index.remove(entry.collection, ids)


def _title(document: Document) -> str:
    first = document.text.strip().split("\n")[0]
    return first[:80]


def _as_policy(piece: Chunk, entry: Entry) -> Chunk:
    return replace(piece, evidence=replace(piece.evidence, source="policy", document=entry.title))


def _card_hash(card: CardText, pack: str) -> str:
    return hashlib.sha256(f"card\0{pack}\0{card!r}".encode("utf-8", "replace")).hexdigest()


def _card_entry(sha256: str, card: CardText, pack: str) -> Entry:
    return Entry(
        sha256=sha256,
        name=card.code,
        kind="card",
        collection=COLLECTIONS["card"],
        title=f"规则卡 {card.code} {card.title}",
        number=card.number,
        issuer=pack,
        effective=card.effective,
        region=card.region,
    )


def _card_chunks(entry: Entry, card: CardText) -> list[Chunk]:
    chunks = []
    for start, end in split(card.text, 0, len(card.text)):
        evidence = Evidence("card", entry.title, card.text[start:end], start=start, end=end)
        own = hashlib.sha256(f"{entry.sha256}\0{start}".encode()).hexdigest()[:32]
        text = f"{card.code} {card.title}\n{evidence.quote}"
        chunks.append(Chunk(own, ChunkKind.CARD, text, evidence, card.article))
    return chunks
