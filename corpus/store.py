"""Documents and their chunks in the database: the source of truth, from which the index can always be rebuilt.

SQLite (write-ahead log) in the home folder by default, any database that SQLAlchemy speaks to by URL. A document is
written as ``pending``, indexed, then made ``ready``; nothing but ready documents is ever seen by a reader.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from corpus.errors import StoreError
from corpus.index.pieces import CHUNKING, Chunk
from corpus.migrations import upgrade
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
    storable,
)

__all__ = ["Entry", "Passage", "Store", "metadata"]

_IDS_AT_ONCE = 500


class Store:
    """The database; every method is one transaction. Raises: StoreError when the database cannot do its work."""

    def __init__(self, url: str) -> None:
        """Open the database and bring its tables up to date."""
        with _translated():
            self._engine = _engine(url)
            upgrade(self._engine)

    @classmethod
    def in_home(cls, home: Path, url: str | None = None) -> Store:
        """Open the database by URL, or the SQLite file of the home folder, which is made if need be."""
        if url is None:
            try:
                home.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(f"目录“{home}”不能建立（{error.strerror}）；请检查 JIHENG_HOME") from error
            url = f"sqlite:///{home / 'jiheng.db'}"
        return cls(url)

    @property
    def engine(self) -> sa.Engine:
        """Return the engine, for the other tables of the same database."""
        return self._engine

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

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

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with _translated(), self._engine.begin() as connection:
            yield connection


def _engine(url: str) -> sa.Engine:
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    # The wait comes first: switching to the log itself needs the file for a moment.
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn whatever the database raises into one line for the user."""
    try:
        yield
    except IntegrityError as error:
        raise StoreError("该文件正在由另一个进程导入，请稍后再试") from error
    except ImportError as error:
        raise StoreError(
            f"数据库的驱动程序没有安装（{error.name}）；PostgreSQL 用 pip install 'jiheng[postgres]' 安装，"
            "或检查 JIHENG_DATABASE_URL"
        ) from error
    except (SQLAlchemyError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(
            f"数据库不能完成操作（{reason}）；请检查磁盘空间、权限和 JIHENG_DATABASE_URL"
        ) from error
