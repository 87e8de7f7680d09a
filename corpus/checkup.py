"""Does the index say what the database says? And mending it: the index can always be made anew from the database."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.cards import CARD_KIND
from corpus.errors import StoreError
from corpus.index.search import Index, Progress
from corpus.store import Entry, Store

if TYPE_CHECKING:
    from corpus.index.dense import Dense

_STILL_AT_WORK = datetime.timedelta(hours=1)
"""On a server others may be importing at this moment: what was begun within this time is left alone."""


class Fault(StrEnum):
    """What can be wrong with a library."""

    UNFINISHED = "unfinished"
    """An import that was broken off; nobody ever sees it."""
    OLD_CUT = "old_cut"
    """A document cut by an older version; only importing its file again makes it new."""
    NO_VECTORS = "no_vectors"
    """A document that is found by keywords alone."""
    STRAY = "stray"
    """Vectors of what is not in the database."""
    OTHER_MODEL = "other_model"
    """A collection that another embedding model made, or that is compared in another space."""
    BROKEN = "broken"
    """An index that cannot be read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, of which document or collection, and whether it has been mended."""

    fault: Fault
    what: str
    count: int = 1
    mended: bool = False


@dataclass(frozen=True, slots=True)
class CheckUp:
    """The state of a library; ``documents`` leaves out the rule cards, which count on their own.

    ``vectors`` is None where there is no embedding model (``model`` None) or the index cannot be read.
    """

    documents: int
    cards: int
    passages: int
    vectors: int | None
    model: str | None
    problems: tuple[Problem, ...]


def check_up(store: Store, index: Index, *, repair: bool, progress: Progress | None = None) -> CheckUp:
    """Hold the index against the database, and with ``repair`` make it agree. Raises: StoreError."""
    problems = [*_unfinished(store, index, repair), *_old_cuts(store)]
    entries = store.entries()
    ids = {entry.sha256: store.chunk_ids(entry.sha256) for entry in entries}
    vectors: int | None = None
    if index.model is not None:
        problems += _broken(index, repair)
        if not problems or problems[-1].fault is not Fault.BROKEN or repair:
            check = _Vectors(store, index, entries, ids, repair=repair, progress=progress)
            problems += check.problems()
            vectors = check.count
    return CheckUp(
        documents=sum(entry.kind != CARD_KIND for entry in entries),
        cards=sum(entry.kind == CARD_KIND for entry in entries),
        passages=sum(map(len, ids.values())),
        vectors=vectors,
        model=index.model,
        problems=tuple(problems),
    )


def _unfinished(store: Store, index: Index, repair: bool) -> Iterator[Problem]:
    before = None if index.exclusive else datetime.datetime.now(datetime.UTC) - _STILL_AT_WORK
    for entry in store.pending(before):
        if repair:
            store.remove(entry.sha256)
        yield Problem(Fault.UNFINISHED, entry.title, mended=repair)


def _old_cuts(store: Store) -> Iterator[Problem]:
    for entry in store.cut_before():
        yield Problem(Fault.OLD_CUT, entry.title)


def _broken(index: Index, repair: bool) -> list[Problem]:
    """Open the index; where that fails, begin a new one if we may."""
    try:
        index.dense()
    except StoreError as error:
        if repair:
            index.renew()
        return [Problem(Fault.BROKEN, str(error), mended=repair)]
    return []


class _Vectors:
    """One pass over all collections."""

    def __init__(
        self,
        store: Store,
        index: Index,
        entries: list[Entry],
        ids: dict[str, list[str]],
        *,
        repair: bool,
        progress: Progress | None,
    ) -> None:
        dense = index.dense()
        assert dense is not None
        self.count = 0
        self._store = store
        self._index = index
        self._dense: Dense = dense
        self._ids = ids
        self._repair = repair
        self._progress = progress
        self._looked_at = 0
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._entries[entry.collection].append(entry)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong, mending it on the way where that is asked for."""
        for collection in self._dense.collections():
            if collection not in self._entries and self._dense.count(collection):
                if self._repair:
                    self._dense.drop(collection)
                yield Problem(Fault.STRAY, collection, mended=self._repair)
        for collection, entries in self._entries.items():
            yield from self._collection(collection, entries)

    def _collection(self, collection: str, entries: list[Entry]) -> Iterator[Problem]:
        fault = self._fault(collection)
        if fault is not None:
            if self._repair:
                self._dense.drop(collection)
            yield Problem(fault, collection, len(entries), mended=self._repair)
        held = self._dense.ids(collection) if fault is None else set[str]()
        wanted = {own for entry in entries for own in self._ids[entry.sha256]}
        if stray := held - wanted:
            if self._repair:
                self._dense.remove(collection, sorted(stray))
            yield Problem(Fault.STRAY, collection, len(stray), mended=self._repair)
        for entry in entries:
            self.count += len(held.intersection(self._ids[entry.sha256]))
            yield from self._document(entry, held, told=fault is not None)
            self._looked_at += len(self._ids[entry.sha256])
            self._tell(0)

    def _fault(self, collection: str) -> Fault | None:
        if not self._dense.fits(collection):
            return Fault.OTHER_MODEL
        try:
            self._dense.probe(collection)
        except StoreError:
            return Fault.BROKEN
        return None

    def _document(self, entry: Entry, held: set[str], *, told: bool) -> Iterator[Problem]:
        """Embed what has no vectors; what a fault of the whole collection has told is not told again."""
        missing = not held.issuperset(self._ids[entry.sha256])
        if missing and self._repair:
            made = self._embed(entry)
            self.count += len(self._ids[entry.sha256]) if made else 0
            if not told or not made:
                yield Problem(Fault.NO_VECTORS, entry.title, mended=made)
        elif missing and not told:
            yield Problem(Fault.NO_VECTORS, entry.title)
        elif not missing and entry.embedder != self._index.model:
            self._store.ready([entry.sha256], self._index.model)

    def _tell(self, more: int) -> None:
        """Say how many passages of all documents are done, those of the one at work included."""
        if self._progress is not None and self._repair:
            self._progress(self._looked_at + more, sum(map(len, self._ids.values())))

    def _embed(self, entry: Entry) -> bool:
        pieces = self._store.in_document(entry.sha256)
        model = self._index.add(entry.collection, pieces, lambda done, of: self._tell(done))
        self._store.ready([entry.sha256], model)
        return model is not None
