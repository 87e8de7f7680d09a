"""The document as read: ordered blocks over one canonical text, each with its place on the page.

Offsets are positions in ``Document.text``; boxes are in PDF points measured from the top left corner of the page.
``Document.text[start:end]`` is always the quote, whatever the format was.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is to a reader of the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CAPTION = "caption"
    CONTENTS = "contents"


class ReadMode(StrEnum):
    """How a page was read; the values are those of ``coverage.pages[].read``."""

    TEXT = "text"
    OCR = "ocr"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page. Units: PDF points from the top left corner; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    def as_list(self) -> list[float]:
        """Return ``[page, x0, top, x1, bottom]``, the form in which boxes leave the program."""
        return [self.page, round(self.x0, 2), round(self.top, 2), round(self.x1, 2), round(self.bottom, 2)]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of canonical text printed on one line.

    Shapes: ``edges`` holds the left edge of every character and the right edge of the last: ``end - start + 1``.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReadIssue:
    """Something that could not be read, or read only with doubt; shown to the user, never raised."""

    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of text that was read with less certainty than a figure needs. Units: ``confidence`` in 0…1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that the file holds and its printed page does not show (a hidden sheet, white words): no part of ``text``.

    ``where`` says in Chinese what hides it.
    """

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a cell of a workbook stands in its file: ``address`` is 收支表!B7; ``formula`` as typed, else None."""

    address: str
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell is one cell with spans, standing at its top left place."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    start: int
    end: int
    page: int | None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table over all its pages.

    Units: ``unit`` is the unit stated for the whole table (单位：万元), None where none is stated.
    Shapes: rows and columns count from 0; ``cells`` is ordered by row, then column; repeated header rows of later
    pages are left out. ``header_rows`` is the number of leading rows that are column heads (may be 0 for forms).
    ``partial`` says that rows or columns of it are hidden and not among the cells: totals may hold more than is seen.
    ``uncertain_spans`` says that it is not certain which rows its merged labels cover: a row may be of another class.
    """

    index: int
    caption: str | None
    unit: str | None
    rows: int
    columns: int
    header_rows: int
    cells: tuple[Cell, ...]
    partial: bool = False
    uncertain_spans: bool = False

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers the place, merged cells included, or None for a hole."""
        for cell in self.cells:
            if (
                cell.row <= row < cell.row + cell.row_span
                and cell.column <= column < cell.column + cell.column_span
            ):
                return cell
        return None

    def grid(self) -> list[list[Cell | None]]:
        """Return all places as rows of cells; a merged cell stands at every place that it covers."""
        places: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    places[row][column] = cell
        return places


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, table, caption or contents entry.

    ``level`` is the depth of a heading (1 for 一、) or of a contents entry, else None. ``section`` is the path of the
    headings above, outermost first (for a heading: itself included). For a contents entry ``target`` is the printed
    page it names.
    """

    kind: BlockKind
    start: int
    end: int
    page: int | None
    section: tuple[str, ...] = ()
    level: int | None = None
    table: Table | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class PageInfo:
    """One physical page. Units: width and height in PDF points; ``confidence`` in 0…1 for OCR pages, else None."""

    number: int
    label: str | None
    width: float
    height: float
    read: ReadMode = ReadMode.TEXT
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read; immutable. Page furniture (numbers, running heads) is in ``furniture``, not in ``text``."""

    name: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...] = ()
    pages: tuple[PageInfo, ...] = ()
    furniture: tuple[tuple[int, str], ...] = ()
    issues: tuple[ReadIssue, ...] = field(default=())
    doubtful: tuple[Doubt, ...] = ()
    asides: tuple[Aside, ...] = ()

    @property
    def ocr(self) -> bool:
        """Say whether any page was read from its image."""
        return any(page.read is ReadMode.OCR for page in self.pages)

    def doubt(self, start: int, end: int) -> float | None:
        """Return the lowest confidence of what is doubtful in a stretch of the text; None where nothing is.

        A figure with a doubt may support a warning, never an error.
        """
        index = bisect_right(self.doubtful, start, key=lambda doubt: doubt.end)
        lowest: float | None = None
        while index < len(self.doubtful) and self.doubtful[index].start < end:
            confidence = self.doubtful[index].confidence
            lowest = confidence if lowest is None else min(lowest, confidence)
            index += 1
        return lowest

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return all tables in reading order."""
        return tuple(block.table for block in self.blocks if block.table is not None)
