"""Documents and their chunks in the database: the source of truth, from which the index can always be rebuilt.

A document is written as ``pending``, indexed, then made ``ready``; nothing but ready documents is ever seen by a
reader.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from corpus.database import Database, storable
from corpus.index.pieces import CHUNKING, Chunk
from corpus.store_tables import (
    PENDING,
    READY,
    STATED,
    Entry,
    Passage,
    chunk_row,
    chunks,
    documents,
    entry_of,
    joined,
    listed,
    metadata,
    neighbours,
    passage_of,
    passage_query,
    ready_in,
)

__all__ = ["Entry", "Passage", "Store", "metadata"]

_IDS_AT_ONCE = 500


class Store(Database):
    """The library's part of the database; every method is one transaction. Raises: StoreError where it fails."""

    taken = "该文件正在由另一个进程导入，请稍后再试"

    def begin(self, entry: Entry, text: str, cut: Sequence[Chunk]) -> None:
        """Write a document and its chunks as pending. Raises: StoreError where the document is already there."""
        row = {
            **{name: storable(value) for name in STATED if (value := getattr(entry, name)) not in (None, ())},
            "text": storable(text),
            "chunking": CHUNKING,
            "state": PENDING,
            "added": datetime.datetime.now(datetime.UTC),
        }
        with self._transaction() as connection:
            connection.execute(documents.insert(), row)
            if cut:
                connection.execute(
                    chunks.insert(), [chunk_row(entry.sha256, at, chunk) for at, chunk in enumerate(cut)]
                )

    def ready(self, done: Iterable[str], embedder: str | None) -> None:
        """Make documents visible, all at once; ``embedder`` names the model of their vectors, if they have any."""
        with self._transaction() as connection:
            for sha256 in done:
                row = documents.update().where(documents.c.sha256 == sha256)
                connection.execute(row.values(state=READY, embedder=embedder))

    def remove(self, sha256: str) -> None:
        """Forget a document and its chunks; one that is not there is no error."""
        with self._transaction() as connection:
            connection.execute(chunks.delete().where(chunks.c.document == sha256))
            connection.execute(documents.delete().where(documents.c.sha256 == sha256))

    def change(self, sha256: str, **stated: Any) -> None:
        """Set what is known of a document: its name, number, dates, region."""
        with self._transaction() as connection:
            connection.execute(documents.update().where(documents.c.sha256 == sha256).values(**stated))

    def retitle(self, sha256: str, old: str, new: str) -> None:
        """Put a new title in front of the words by which a document's chunks are found."""
        with self._transaction() as connection:
            query = sa.select(chunks.c.id, chunks.c.text).where(chunks.c.document == sha256)
            for row in connection.execute(query).all():
                if row.text.startswith(old):
                    changed = chunks.update().where(chunks.c.id == row.id)
                    connection.execute(changed.values(text=storable(new + row.text[len(old) :])))
            # A new day of arrival: rankers know by it that texts have changed.
            now = datetime.datetime.now(datetime.UTC)
            connection.execute(documents.update().where(documents.c.sha256 == sha256).values(added=now))

    def pending(self, before: datetime.datetime | None = None) -> list[Entry]:
        """Return the documents whose import did not end, begun before the time where one is given."""
        query = sa.select(*listed).where(documents.c.state == PENDING)
        with self._transaction() as connection:
            entries = [entry_of(row) for row in connection.execute(query).mappings()]
        return [entry for entry in entries if before is None or (entry.added and entry.added < before)]

    def entries(self, kinds: Iterable[str] | None = None) -> list[Entry]:
        """Return the documents of these kinds (None: of all), by kind and title."""
        query = sa.select(*listed).where(documents.c.state == READY)
        if kinds is not None:
            query = query.where(documents.c.kind.in_(list(kinds)))
        with self._transaction() as connection:
            rows = connection.execute(query.order_by(documents.c.kind, documents.c.title)).mappings()
            return [entry_of(row) for row in rows]

    def get(self, sha256: str) -> Entry | None:
        """Return a document, or None where there is none of this content."""
        query = sa.select(*listed).where(documents.c.state == READY, documents.c.sha256 == sha256)
        with self._transaction() as connection:
            row = connection.execute(query).mappings().first()
        return entry_of(row) if row is not None else None

    def text(self, sha256: str) -> str | None:
        """Return the canonical text, or None where the document is not there or was cut by an older version."""
        query = sa.select(documents.c.text).where(
            documents.c.state == READY, documents.c.sha256 == sha256, documents.c.chunking == CHUNKING
        )
        with self._transaction() as connection:
            return connection.execute(query).scalar()

    def chunk_ids(self, sha256: str) -> list[str]:
        """Return the ids of a document's chunks in order, pending ones too."""
        query = sa.select(chunks.c.id).where(chunks.c.document == sha256).order_by(chunks.c.ordinal)
        with self._transaction() as connection:
            return list(connection.execute(query).scalars())

    def collections(self) -> list[str]:
        """Return the names of all collections that hold something."""
        query = sa.select(documents.c.collection).where(documents.c.state == READY).distinct()
        with self._transaction() as connection:
            return sorted(connection.execute(query).scalars())

    def without_vectors(self, collections: Sequence[str], embedder: str) -> int:
        """Return how many of the collections' documents have no vectors of this model."""
        query = sa.select(sa.func.count()).where(
            documents.c.collection.in_(collections),
            documents.c.state == READY,
            documents.c.embedder.is_distinct_from(embedder),
        )
        with self._transaction() as connection:
            return connection.execute(query).scalar_one()

    def revisions(self, collections: Sequence[str]) -> dict[str, str]:
        """Return for each collection a mark that changes whenever its texts change; none for an empty one."""
        query = (
            sa.select(
                documents.c.collection,
                sa.func.count(),
                sa.func.max(documents.c.added),
                sa.func.min(documents.c.sha256),
                sa.func.max(documents.c.sha256),
            )
            .where(documents.c.collection.in_(collections), documents.c.state == READY)
            .group_by(documents.c.collection)
        )
        with self._transaction() as connection:
            return {row[0]: repr(tuple(row[1:])) for row in connection.execute(query)}

    def texts(self, collection: str) -> tuple[list[str], list[str]]:
        """Return ids and texts of the collection's ready chunks."""
        query = sa.select(chunks.c.id, chunks.c.text).select_from(joined()).where(ready_in(collection))
        with self._transaction() as connection:
            rows = connection.execute(query.order_by(chunks.c.document, chunks.c.ordinal)).all()
        return [row.id for row in rows], [row.text for row in rows]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the ready chunks of these ids; an id that is not there is left out."""
        found: dict[str, Passage] = {}
        with self._transaction() as connection:
            for at in range(0, len(ids), _IDS_AT_ONCE):
                wanted = chunks.c.id.in_(ids[at : at + _IDS_AT_ONCE])
                query = passage_query().where(wanted, documents.c.state == READY)
                found.update({row["id"]: passage_of(row) for row in connection.execute(query).mappings()})
        return found

    def documents_of(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the hash of the ready document of each chunk; an id that is not there is left out."""
        found: dict[str, str] = {}
        with self._transaction() as connection:
            for at in range(0, len(ids), _IDS_AT_ONCE):
                wanted = chunks.c.id.in_(ids[at : at + _IDS_AT_ONCE])
                query = sa.select(chunks.c.id, chunks.c.document).select_from(joined())
                rows = connection.execute(query.where(wanted, documents.c.state == READY))
                found.update({row.id: row.document for row in rows})
        return found

    def in_articles(self, sha256s: Iterable[str], articles: Sequence[str]) -> dict[str, str]:
        """Return chunk id → document of the chunks that stand in these articles of these documents, in order."""
        query = (
            sa.select(chunks.c.id, chunks.c.document)
            .select_from(joined())
            .where(
                chunks.c.document.in_(list(sha256s)),
                chunks.c.article.in_(articles),
                documents.c.state == READY,
            )
            .order_by(chunks.c.document, chunks.c.ordinal)
        )
        with self._transaction() as connection:
            return {row.id: row.document for row in connection.execute(query)}

    def around(self, chunk: str) -> list[Passage]:
        """Return what a hit is part of: all rows of its table, all of its article, else its section; itself where alone.

        Rows of a table stand one after the other under one caption and heading.
        """
        with self._transaction() as connection:
            own = connection.execute(sa.select(chunks).where(chunks.c.id == chunk)).mappings().first()
            if own is None:
                return []
            query = passage_query().where(chunks.c.document == own["document"], documents.c.state == READY)
            rows = list(connection.execute(query.order_by(chunks.c.ordinal)).mappings())
        at = next((number for number, row in enumerate(rows) if row["id"] == chunk), None)
        return [] if at is None else [passage_of(row) for row in neighbours(rows, at)]

    def in_document(self, sha256: str) -> list[Chunk]:
        """Return all chunks of a document in order, to index them anew."""
        query = passage_query().where(chunks.c.document == sha256).order_by(chunks.c.ordinal)
        with self._transaction() as connection:
            return [passage_of(row).chunk for row in connection.execute(query).mappings()]

    def cut_before(self) -> list[Entry]:
        """Return the documents that an older version of the program cut into chunks."""
        query = sa.select(*listed).where(documents.c.state == READY, documents.c.chunking != CHUNKING)
        with self._transaction() as connection:
            return [entry_of(row) for row in connection.execute(query).mappings()]
