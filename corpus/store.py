"""Documents and their chunks in the database: the source of truth, from which the index can always be rebuilt.

SQLite (write-ahead log) in the home folder by default, any database that SQLAlchemy speaks to by URL. A document is
written as ``pending``, indexed, then made ``ready``; nothing but ready documents is ever seen by a reader.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from corpus.document.evidence import Evidence
from corpus.document.model import Box
from corpus.errors import StoreError
from corpus.index.pieces import CHUNKING, Chunk, ChunkKind
from corpus.migrations import upgrade

PENDING, READY = "pending", "ready"
_IDS_AT_ONCE = 500

metadata = sa.MetaData()

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("collection", sa.String(64), nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("number", sa.Text),
    sa.Column("issuer", sa.Text),
    sa.Column("issued", sa.Date),
    sa.Column("amended", sa.Date),
    sa.Column("effective", sa.Date),
    sa.Column("region", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("chunking", sa.String(16), nullable=False),
    sa.Column("embedder", sa.Text),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("added", sa.DateTime(timezone=True), nullable=False),
    sa.Column("repeals", sa.JSON(none_as_null=True)),
    sa.Column("repealed", sa.Date),
)
_listed = [column for column in documents.c if column.name not in ("text", "chunking", "state")]

chunks = sa.Table(
    "chunks",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("document", sa.ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("source", sa.String(16), nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("section", sa.Text),
    sa.Column("article", sa.Text),
    sa.Column("page", sa.Integer),
    sa.Column("page_label", sa.Text),
    sa.Column("table_caption", sa.Text),
    sa.Column("row_label", sa.Text),
    sa.Column("boxes", sa.JSON(none_as_null=True)),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library; what it does not state itself is None.

    ``kind`` is policy, guide, report or card; ``name`` that of the file (of a card: its code), ``issuer`` who issued it
    (of a card: its pack). ``issued``, ``amended`` (the last time) and ``effective`` are the dates that the text states.
    ``repeals`` names (title, number or None) what the text says that it ends; ``repealed`` is the first day on which it is
    itself no longer in force, as far as a person has set one (see ``corpus.validity`` for what the library knows itself).
    ``embedder`` names the model that made its vectors, None where it has none and is found by keywords alone.
    """

    sha256: str
    name: str
    kind: str
    collection: str
    title: str
    number: str | None = None
    issuer: str | None = None
    issued: datetime.date | None = None
    amended: datetime.date | None = None
    effective: datetime.date | None = None
    region: str | None = None
    repeals: tuple[tuple[str, str | None], ...] = ()
    repealed: datetime.date | None = None
    embedder: str | None = None
    added: datetime.datetime | None = None

    @property
    def id(self) -> str:
        """Return the short id that people type; any unique beginning of the hash will do."""
        return self.sha256[:12]


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk with the document that it stands in."""

    chunk: Chunk
    entry: Entry


_STATED = tuple(field.name for field in fields(Entry) if field.name not in ("embedder", "added"))


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
            **{
                name: _storable(value)
                for name in _STATED
                if (value := getattr(entry, name)) not in (None, ())
            },
            "text": _storable(text),
            "chunking": CHUNKING,
            "state": PENDING,
            "added": datetime.datetime.now(datetime.UTC),
        }
        with self._transaction() as connection:
            connection.execute(documents.insert(), row)
            if cut:
                connection.execute(
                    chunks.insert(), [_row(entry.sha256, at, chunk) for at, chunk in enumerate(cut)]
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
                    connection.execute(changed.values(text=_storable(new + row.text[len(old) :])))
            # A new day of arrival: rankers know by it that texts have changed.
            now = datetime.datetime.now(datetime.UTC)
            connection.execute(documents.update().where(documents.c.sha256 == sha256).values(added=now))

    def pending(self, before: datetime.datetime | None = None) -> list[Entry]:
        """Return the documents whose import did not end, begun before the time where one is given."""
        query = sa.select(*_listed).where(documents.c.state == PENDING)
        with self._transaction() as connection:
            entries = [_entry(row) for row in connection.execute(query).mappings()]
        return [entry for entry in entries if before is None or (entry.added and entry.added < before)]

    def entries(self, kinds: Iterable[str] | None = None) -> list[Entry]:
        """Return the documents of these kinds (None: of all), by kind and title."""
        query = sa.select(*_listed).where(documents.c.state == READY)
        if kinds is not None:
            query = query.where(documents.c.kind.in_(list(kinds)))
        with self._transaction() as connection:
            rows = connection.execute(query.order_by(documents.c.kind, documents.c.title)).mappings()
            return [_entry(row) for row in rows]

    def get(self, sha256: str) -> Entry | None:
        """Return a document, or None where there is none of this content."""
        query = sa.select(*_listed).where(documents.c.state == READY, documents.c.sha256 == sha256)
        with self._transaction() as connection:
            row = connection.execute(query).mappings().first()
        return _entry(row) if row is not None else None

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
        query = sa.select(chunks.c.id, chunks.c.text).select_from(_joined()).where(_ready_in(collection))
        with self._transaction() as connection:
            rows = connection.execute(query.order_by(chunks.c.document, chunks.c.ordinal)).all()
        return [row.id for row in rows], [row.text for row in rows]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the ready chunks of these ids; an id that is not there is left out."""
        found: dict[str, Passage] = {}
        with self._transaction() as connection:
            for at in range(0, len(ids), _IDS_AT_ONCE):
                wanted = chunks.c.id.in_(ids[at : at + _IDS_AT_ONCE])
                query = _passage_query().where(wanted, documents.c.state == READY)
                found.update({row["id"]: _passage(row) for row in connection.execute(query).mappings()})
        return found

    def documents_of(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the hash of the ready document of each chunk; an id that is not there is left out."""
        found: dict[str, str] = {}
        with self._transaction() as connection:
            for at in range(0, len(ids), _IDS_AT_ONCE):
                wanted = chunks.c.id.in_(ids[at : at + _IDS_AT_ONCE])
                query = sa.select(chunks.c.id, chunks.c.document).select_from(_joined())
                rows = connection.execute(query.where(wanted, documents.c.state == READY))
                found.update({row.id: row.document for row in rows})
        return found

    def in_articles(self, sha256s: Iterable[str], articles: Sequence[str]) -> dict[str, str]:
        """Return chunk id → document of the chunks that stand in these articles of these documents, in order."""
        query = (
            sa.select(chunks.c.id, chunks.c.document)
            .select_from(_joined())
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
            query = _passage_query().where(chunks.c.document == own["document"], documents.c.state == READY)
            rows = list(connection.execute(query.order_by(chunks.c.ordinal)).mappings())
        at = next((number for number, row in enumerate(rows) if row["id"] == chunk), None)
        return [] if at is None else [_passage(row) for row in _neighbours(rows, at)]

    def in_document(self, sha256: str) -> list[Chunk]:
        """Return all chunks of a document in order, to index them anew."""
        query = _passage_query().where(chunks.c.document == sha256).order_by(chunks.c.ordinal)
        with self._transaction() as connection:
            return [_passage(row).chunk for row in connection.execute(query).mappings()]

    def cut_before(self) -> list[Entry]:
        """Return the documents that an older version of the program cut into chunks."""
        query = sa.select(*_listed).where(documents.c.state == READY, documents.c.chunking != CHUNKING)
        with self._transaction() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]

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


def _neighbours(rows: list[Any], at: int) -> list[Any]:
    """Return the rows around one that belong to the same whole, which ends where another one begins."""

    def whole(row: Any) -> tuple[Any, ...]:
        return row["kind"], row["article"], row["section"], row["table_caption"]

    first = last = at
    while first > 0 and whole(rows[first - 1]) == whole(rows[at]):
        first -= 1
    while last + 1 < len(rows) and whole(rows[last + 1]) == whole(rows[at]):
        last += 1
    return rows[first : last + 1]


def _joined() -> sa.Join:
    return chunks.join(documents, chunks.c.document == documents.c.sha256)


def _ready_in(collection: str) -> sa.ColumnElement[bool]:
    return sa.and_(documents.c.collection == collection, documents.c.state == READY)


def _passage_query() -> sa.Select[Any]:
    of_document = [column.label(f"document_{column.name}") for column in _listed]
    return sa.select(chunks, *of_document).select_from(_joined())


def _storable(value: Any) -> Any:
    """Return a text without what databases refuse, every character at its offset; anything else as it is."""
    if isinstance(value, tuple):
        return [[_storable(part) for part in row] for row in value]
    if not isinstance(value, str):
        return value
    return value.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _row(sha256: str, ordinal: int, chunk: Chunk) -> dict[str, Any]:
    evidence = chunk.evidence
    return {
        "id": chunk.id,
        "document": sha256,
        "ordinal": ordinal,
        "kind": chunk.kind.value,
        "text": _storable(chunk.text),
        "source": evidence.source,
        "quote": _storable(evidence.quote),
        "section": evidence.section,
        "article": chunk.article,
        "page": evidence.page,
        "page_label": evidence.page_label,
        "table_caption": evidence.table,
        "row_label": evidence.row,
        "boxes": None if evidence.boxes is None else [box.as_list() for box in evidence.boxes],
        "start": evidence.start,
        "end": evidence.end,
    }


def _entry(row: Any, prefix: str = "") -> Entry:
    added: datetime.datetime = row[f"{prefix}added"]
    # SQLite gives the time back without its zone, which is UTC.
    added = added if added.tzinfo else added.replace(tzinfo=datetime.UTC)
    stated = {name: row[prefix + name] for name in (*_STATED, "embedder")}
    repeals = tuple((str(title), number) for title, number in stated.pop("repeals") or ())
    return Entry(**stated, repeals=repeals, added=added)


def _passage(row: Any) -> Passage:
    entry = _entry(row, "document_")
    boxes = row["boxes"]
    evidence = Evidence(
        source=row["source"],
        document=entry.name if entry.kind == "report" else entry.title,
        quote=row["quote"],
        page=row["page"],
        page_label=row["page_label"],
        section=row["section"],
        table=row["table_caption"],
        row=row["row_label"],
        boxes=None if boxes is None else tuple(Box(int(box[0]), *box[1:]) for box in boxes),
        start=row["start"],
        end=row["end"],
    )
    chunk = Chunk(row["id"], ChunkKind(row["kind"]), row["text"], evidence, row["article"])
    return Passage(chunk, entry)


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
