"""The library: reports, policies, guides and rule cards, imported once, found by meaning and by words.

The database is the truth, the index its shadow: a document is written as pending, embedded, then made visible; where
it cannot be embedded it is found by keywords alone, which is said, until ``check`` with repair makes up for it.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Self

from corpus.cards import CARDS, CardText, card_chunks, card_entry
from corpus.checkup import CheckUp, check_up
from corpus.document.model import Document
from corpus.errors import InputError, StoreError
from corpus.found import Found, Hit
from corpus.index.chunks import chunk
from corpus.index.embeddings import Mask, no_mask, open_embedder
from corpus.index.pieces import Chunk
from corpus.index.search import Expansion, Index, Progress, Ranked, no_expansion
from corpus.policies.chunks import policy_chunks
from corpus.policies.marks import marks
from corpus.policies.reading import open_policy
from corpus.readers.guarded import open_guarded
from corpus.store import Entry, Passage, Store

__all__ = ["CardText", "CheckUp", "Entry", "Found", "Hit", "Library"]

COLLECTIONS = {"policy": "policies", "guide": "guides", "card": CARDS}
"""Where documents of a kind are indexed; every report has a collection of its own."""

MOST_REPORTS = 50
"""Reports that are searched together at most; each is a collection of its own."""


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
        mask: Mask = no_mask,
    ) -> Library:
        """Open the library of a home folder, which is made if need be.

        Raises: IndexBusy when another process has it open, StoreError when the database cannot be used, InputError
        for a setting that cannot be understood.
        """
        embedder = open_embedder(embeddings, embeddings_base_url, api_key, mask)
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
            title=marks(document).title,
        )
        return self._add(entry, document, {"name": document.name}, progress)

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
        stated = {"number": number, "effective": effective, "region": region}
        given = {name: value for name, value in stated.items() if value is not None}
        if kind == "report":
            entry = self.add_report(open_guarded(path), progress)
            return self._changed(entry, given)
        if kind not in ("policy", "guide"):
            raise InputError(f"资料类别“{kind}”不对；可用 policy、guide、report")
        document = open_policy(path)
        entry = Entry(
            sha256=document.sha256,
            name=document.name,
            kind=kind,
            collection=COLLECTIONS[kind],
            **{**asdict(marks(document)), **given},
        )
        return self._add(entry, document, {"name": document.name, **given}, progress)

    def add_cards(
        self, cards: Sequence[CardText], *, pack: str = "base", progress: Progress | None = None
    ) -> None:
        """Make these the rule cards of a pack: new and changed ones are taken in, those no longer there forgotten."""
        wanted = {entry.sha256: (entry, card) for card in cards for entry in [card_entry(card, pack)]}
        with self._adding:
            held = {entry.sha256: entry for entry in self.store.entries(["card"]) if entry.issuer == pack}
            for sha256 in held.keys() - wanted.keys():
                self._forget(held[sha256])
            pieces: list[Chunk] = []
            new = [sha256 for sha256 in wanted if sha256 not in held]
            for sha256 in new:
                entry, card = wanted[sha256]
                own = card_chunks(entry, card)
                self.store.remove(sha256)
                self.store.begin(entry, card.text, own)
                pieces.extend(own)
            if new:
                self.store.ready(new, self.index.add(CARDS, pieces, progress))

    def _add(
        self, entry: Entry, document: Document, given: dict[str, Any], progress: Progress | None
    ) -> Entry:
        """Take in a document; of one that is there, only what is ``given`` anew and lacking vectors is made good."""
        with self._adding:
            held = self.store.get(entry.sha256)
            if held is not None and held.kind == entry.kind and self.store.text(entry.sha256) is not None:
                if held.embedder is None and self.index.model is not None:
                    own = self.store.in_document(held.sha256)
                    held = replace(held, embedder=self.index.add(held.collection, own, progress))
                    self.store.ready([held.sha256], held.embedder)
                return self._changed(held, given)
            if held is not None:
                self._forget(held)
            report = entry.kind == "report"
            pieces = chunk(document) if report else policy_chunks(document, entry.title)
            self.store.remove(entry.sha256)
            self.store.begin(entry, document.text, pieces)
            self.store.ready([entry.sha256], self.index.add(entry.collection, pieces, progress))
            return self.store.get(entry.sha256) or entry

    def _changed(self, held: Entry, given: dict[str, Any]) -> Entry:
        new = {name: value for name, value in given.items() if value != getattr(held, name)}
        if new:
            self.store.change(held.sha256, **new)
        return replace(held, **new)

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
                    hits.append(_hit(len(hits) + 1, ranked, passage))
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

    def check(self, *, repair: bool = False, progress: Progress | None = None) -> CheckUp:
        """Hold the index against the database; with ``repair``, mend what can be mended. Raises: StoreError."""
        with self._adding:
            return check_up(self.store, self.index, repair=repair, progress=progress)

    def _forget(self, entry: Entry) -> None:
        """Take a document away, out of sight first: what is left behind in the index is never shown."""
        ids = self.store.chunk_ids(entry.sha256)
        self.store.remove(entry.sha256)
        if entry.kind == "report":
            self.index.drop(entry.collection)
        else:
            self.index.remove(entry.collection, ids)


def _hit(rank: int, ranked: Ranked, passage: Passage) -> Hit:
    return Hit(
        rank=rank,
        score=ranked.score,
        why=ranked.why,
        similarity=ranked.similarity,
        keyword=ranked.keyword,
        chunk=passage.chunk,
        entry=passage.entry,
    )
