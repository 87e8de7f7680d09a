"""What a reader hands to ``corpus.document.structure``: text with places, before headings and offsets are settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corpus.document.model import Aside, Origin, PageInfo, ReadIssue


class Place(NamedTuple):
    """Where one character is printed. Units: PDF points from the top left corner of the page.

    ``confidence`` in 0…1 says how surely the character was recognised in an image.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RawText:
    """A piece of text. Shapes: ``places`` has one entry a character (None where unknown), or is empty."""

    text: str
    places: tuple[Place | None, ...] = ()


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph, its wrapped lines already joined.

    ``style_level`` is the heading level that the file itself states (style or outline level), ``contents`` marks an
    entry that the file itself states to be of the table of contents, ``centred`` a line set in the middle.
    """

    body: RawText
    page: int | None = None
    style_level: int | None = None
    contents: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell, merged ones once at their top left place."""

    row: int
    column: int
    row_span: int
    column_span: int
    body: RawText
    page: int | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """A whole table, over all its pages; ``header_rows`` where the file states it, else None.

    ``partial`` says that rows or columns of it are hidden and not among the cells, ``uncertain_spans`` that it is not
    certain which rows its merged labels cover.
    """

    rows: int
    columns: int
    cells: tuple[RawCell, ...]
    page: int | None = None
    header_rows: int | None = None
    partial: bool = False
    uncertain_spans: bool = False


@dataclass(frozen=True, slots=True)
class RawDocument:
    """All that a reader found, in reading order."""

    blocks: tuple[RawParagraph | RawTable, ...]
    pages: tuple[PageInfo, ...] = ()
    furniture: tuple[tuple[int, str], ...] = ()
    issues: tuple[ReadIssue, ...] = ()
    asides: tuple[Aside, ...] = ()
