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
from corpus.finding import COLLECTIONS, DATED, Finder
from corpus.found import Found, Hit
from corpus.index.chunks import chunk
from corpus.index.embeddings import Mask, no_mask, open_embedder
from corpus.index.pieces import Chunk
from corpus.index.search import Expansion, Index, Progress, no_expansion
from corpus.index.vector_cache import FILE as VECTORS
from corpus.index.vector_cache import CachedEmbedder, VectorCache
from corpus.policies.chunks import policy_chunks
from corpus.policies.marks import marks
from corpus.policies.reading import open_policy
from corpus.readers.guarded import open_guarded
from corpus.store import Entry, Store

__all__ = ["CardText", "CheckUp", "Entry", "Found", "Hit", "Library"]

EDITABLE = ("title", "number", "issuer", "issued", "amended", "effective", "repealed", "region")
"""What a person may set over what was recognised."""


class Library:
    """What one home folder holds; owns its index for as long as it is open. Threads may share it."""

    def __init__(self, store: Store, index: Index, cache: VectorCache | None = None) -> None:
        self.store = store
        self.index = index
        self._cache = cache
        self._finder = Finder(store, index)
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
        cache = VectorCache(home / VECTORS)
        cached = None if embedder is None else CachedEmbedder(embedder, cache)
        try:
            index = Index(home, cached, store, chroma_url=chroma_url, expand=expand)
        except StoreError:
            store.close()
            raise
        return cls(store, index, cache)

    def close(self) -> None:
        """Let go of the index and the database."""
        self.index.close()
        self.store.close()
        if self._cache is not None:
            self._cache.close()

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
        self,
        query: str,
        k: int = 5,
        *,
        report: str | None = None,
        kinds: Iterable[str] | None = None,
        on: datetime.date | None = None,
        region: str | None = None,
    ) -> Found:
        """Return the k best passages for a question; what it names outright (title, 文号, article) comes first.

        ``kinds`` bounds where to look (None: policies, guides and cards); ``report`` is the hash of one report that
        is searched too. With ``report`` among the kinds, the newest reports are searched, at most ``MOST_REPORTS``.
        ``on`` keeps to policies and guides in force on that day, ``region`` to what holds there or everywhere.
        """
        where, note = self._finder.collections(report, kinds)
        return self._finder.search(query, k, where, note, on=on, region=region)

    def around(self, hit: Hit) -> tuple[Chunk, ...]:
        """Return what a hit is part of, itself included: the rows of its table, the pieces of its article or section."""
        return tuple(passage.chunk for passage in self.store.around(hit.chunk.id))

    # Keeping

    def entries(self, kinds: Iterable[str] | None = None) -> list[Entry]:
        """Return what the library holds (of these kinds), by kind and title."""
        return self.store.entries(kinds)

    def remove(self, identity: str) -> Entry:
        """Forget a document by its hash or any beginning of it that is unique. Raises: InputError."""
        entry = self._one(identity)
        with self._adding:
            self._forget(entry)
        return entry

    def _one(self, identity: str) -> Entry:
        found = [
            entry for entry in self.store.entries() if identity and entry.sha256.startswith(identity.lower())
        ]
        if not found:
            raise InputError(f"资料库中没有编号为“{identity}”的文档；编号见 jiheng corpus list")
        if len(found) > 1:
            raise InputError(
                f"编号“{identity}”对应 {len(found)} 份文档；请多写几位，编号见 jiheng corpus list"
            )
        return found[0]

    def edit(self, identity: str, **stated: Any) -> Entry:
        """Set what is known of a document: title, number, issuer, issued, amended, effective, repealed, region.

        Under a new title its passages are found and cited at once; they are embedded anew. Raises: InputError, StoreError.
        """
        unknown = stated.keys() - EDITABLE
        if unknown:
            raise InputError(f"不能修改“{'、'.join(sorted(unknown))}”；可用 {'、'.join(EDITABLE)}")
        held = self._one(identity)
        if held.kind == "card":
            raise InputError(f"“{held.title}”是规则卡，随规则包更新，不能修改")
        with self._adding:
            new = {name: value for name, value in stated.items() if value != getattr(held, name)}
            title = new.get("title")
            if new:
                self.store.change(held.sha256, **new)
            if title and held.kind in DATED:
                self.store.retitle(held.sha256, held.title, title)
                pieces = self.store.in_document(held.sha256)
                self.store.ready([held.sha256], self.index.add(held.collection, pieces))
            return self.store.get(held.sha256) or held

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
