"""A measuring report as neutral blocks, from which every format is written: headings, lines, tables with spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tests.measure.book import Book, Filled, Slot, Turn

Set = Literal["body", "centre", "right", "title"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or, with a level, a heading; ``set`` is how it stands on the page."""

    body: Filled
    level: int = 0
    set: Set = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its top left place; rows and columns count from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    body: Filled


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. Units: ``widths`` are shares of the text width; ``heads`` rows repeat on every page."""

    widths: tuple[int, ...]
    cells: tuple[Cell, ...]
    heads: int

    @property
    def rows(self) -> int:
        """Return the number of rows."""
        return max(cell.row + cell.row_span for cell in self.cells)


Block = Line | Grid


class Place(NamedTuple):
    """One printed figure: where its text begins in ``Paper.text()`` with white space taken out, and its digits."""

    slot: Slot
    start: int
    text: str


@dataclass
class Paper:
    """A report in the making. ``styled`` headings carry Word's heading styles, else they are only bold.

    ``false_alarms`` names findings that are right on this report although it is clean: rule codes with a reason.
    """

    name: str
    book: Book
    styled: bool = False
    blocks: list[Block] = field(default_factory=list)
    expected: dict[str, str] = field(default_factory=dict)

    def title(self, text: str) -> None:
        """Add a line of the cover."""
        self.blocks.append(Line(self.book.fill(text), set="title"))

    def centre(self, text: str) -> None:
        """Add a line in the middle: a caption."""
        self.blocks.append(Line(self.book.fill(text), set="centre"))

    def right(self, text: str) -> None:
        """Add a line at the right margin: the unit of a table, a signature."""
        self.blocks.append(Line(self.book.fill(text), set="right"))

    def h(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self.blocks.append(Line(self.book.fill(text), level=level))

    def p(self, *texts: str) -> None:
        """Add a paragraph; its pieces are joined."""
        self.blocks.append(Line(self.book.fill("".join(texts))))

    def table(self, widths: Sequence[int], *rows: str, heads: int = 1) -> None:
        """Add a table from rows of cells parted by |; > belongs to the cell at its left, ^ to the one above."""
        places = [[text.strip() for text in row.split("|")] for row in rows]
        cells: list[Cell] = []
        for r, row in enumerate(places):
            if len(row) != len(widths):
                raise ValueError(f"{self.name}: {len(row)} cells instead of {len(widths)} in {rows[r]}")
            for c, text in enumerate(row):
                if text in (">", "^"):
                    continue
                wide = next((n for n in range(1, len(row) - c) if row[c + n] != ">"), len(row) - c)
                high = next(
                    (n for n in range(1, len(places) - r) if places[r + n][c] != "^"), len(places) - r
                )
                cells.append(Cell(r, c, high, wide, self.book.fill(text)))
        self.blocks.append(Grid(tuple(widths), tuple(cells), heads))

    def bodies(self) -> Iterator[Filled]:
        """Yield every text in reading order, the cells of a table row by row."""
        for block in self.blocks:
            if isinstance(block, Grid):
                for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
                    yield cell.body
            else:
                yield block.body

    def places(self) -> list[Place]:
        """Return every printed figure in reading order."""
        found: list[Place] = []
        length = 0
        for body in self.bodies():
            for slot in body.slots:
                before = len(squeezed(body.text[: slot.start]))
                found.append(Place(slot, length + before, body.text[slot.start : slot.end]))
            length += len(squeezed(body.text))
        return found

    def turns(self) -> list[tuple[Turn, int]]:
        """Return every word of direction with where it begins in ``text()``."""
        found: list[tuple[Turn, int]] = []
        length = 0
        for body in self.bodies():
            found += [(turn, length + len(squeezed(body.text[: turn.start]))) for turn in body.turns]
            length += len(squeezed(body.text))
        return found

    def text(self) -> str:
        """Return the whole text without white space."""
        return "".join(squeezed(body.text) for body in self.bodies())


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
