"""The tables of the library, what a row of them is to the program, and the ways from one to the other."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from typing import Any

import sqlalchemy as sa

from corpus.database import storable
from corpus.document.evidence import Evidence
from corpus.document.model import Box
from corpus.index.pieces import Chunk, ChunkKind

PENDING, READY = "pending", "ready"
"""The states of a document: at work, seen by nobody; and visible."""

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
listed = [column for column in documents.c if column.name not in ("text", "chunking", "state")]
"""What is read of a document where it is only listed."""

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


STATED = tuple(field.name for field in fields(Entry) if field.name not in ("embedder", "added"))
"""What is known of a document when it comes."""


def neighbours(rows: list[Any], at: int) -> list[Any]:
    """Return the rows around one that belong to the same whole, which ends where another one begins."""

    def whole(row: Any) -> tuple[Any, ...]:
        return row["kind"], row["article"], row["section"], row["table_caption"]

    first = last = at
    while first > 0 and whole(rows[first - 1]) == whole(rows[at]):
        first -= 1
    while last + 1 < len(rows) and whole(rows[last + 1]) == whole(rows[at]):
        last += 1
    return rows[first : last + 1]


def joined() -> sa.Join:
    """Return chunks with the document of each."""
    return chunks.join(documents, chunks.c.document == documents.c.sha256)


def ready_in(collection: str) -> sa.ColumnElement[bool]:
    """Return the condition that a document is visible and in the collection."""
    return sa.and_(documents.c.collection == collection, documents.c.state == READY)


def passage_query() -> sa.Select[Any]:
    """Return the query of chunks with all that is listed of their documents, the latter as ``document_…``."""
    of_document = [column.label(f"document_{column.name}") for column in listed]
    return sa.select(chunks, *of_document).select_from(joined())


def chunk_row(sha256: str, ordinal: int, chunk: Chunk) -> dict[str, Any]:
    """Return a chunk as a row."""
    evidence = chunk.evidence
    return {
        "id": chunk.id,
        "document": sha256,
        "ordinal": ordinal,
        "kind": chunk.kind.value,
        "text": storable(chunk.text),
        "source": evidence.source,
        "quote": storable(evidence.quote),
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


def entry_of(row: Any, prefix: str = "") -> Entry:
    """Return the document of a row; ``prefix`` stands before its columns in a query of chunks."""
    added: datetime.datetime = row[f"{prefix}added"]
    # SQLite gives the time back without its zone, which is UTC.
    added = added if added.tzinfo else added.replace(tzinfo=datetime.UTC)
    stated = {name: row[prefix + name] for name in (*STATED, "embedder")}
    repeals = tuple((str(title), number) for title, number in stated.pop("repeals") or ())
    return Entry(**stated, repeals=repeals, added=added)


def passage_of(row: Any) -> Passage:
    """Return the chunk of a row of ``passage_query``, with its document."""
    entry = entry_of(row, "document_")
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
