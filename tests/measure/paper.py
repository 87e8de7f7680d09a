"""A measuring report as neutral blocks, from which every format is written: headings, lines, tables with spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
Order = Sequence[int | str]
"""The order in which a format gives the blocks, by their numbers; words between them are the format's own."""


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

    def pieces(self, order: Order | None = None) -> Iterator[tuple[Filled, int]]:
        """Yield every text in the order of the paper, with where it begins in ``text(order)``."""
        starts: dict[int, int] = {}
        length = 0
        for item in range(len(self.blocks)) if order is None else order:
            if isinstance(item, int):
                starts[item] = length
            length += len(self._of(item))
        for number, block in enumerate(self.blocks):
            at = starts[number]
            for body in bodies(block):
                yield body, at
                at += len(squeezed(body.text))

    def places(self, order: Order | None = None) -> list[Place]:
        """Return every printed figure, always in the order of the paper; only where it begins depends on ``order``."""
        return [
            Place(slot, at + len(squeezed(body.text[: slot.start])), body.text[slot.start : slot.end])
            for body, at in self.pieces(order)
            for slot in body.slots
        ]

    def turns(self, order: Order | None = None) -> list[tuple[Turn, int]]:
        """Return every word of direction with where it begins in ``text(order)``."""
        return [
            (turn, at + len(squeezed(body.text[: turn.start])))
            for body, at in self.pieces(order)
            for turn in body.turns
        ]

    def text(self, order: Order | None = None) -> str:
        """Return the whole text without white space."""
        return "".join(self._of(item) for item in (range(len(self.blocks)) if order is None else order))

    def _of(self, item: int | str) -> str:
        texts = [item] if isinstance(item, str) else [body.text for body in bodies(self.blocks[item])]
        return "".join(squeezed(text) for text in texts)

    def with_slip(self, number: int, digits: str) -> Paper:
        """Return the paper with other digits printed in one of its places; the books stay as they are."""
        left = number
        blocks: list[Block] = []
        for block in self.blocks:
            count = sum(len(body.slots) for body in bodies(block))
            blocks.append(_with_slip(block, left, digits) if 0 <= left < count else block)
            left -= count
        return replace(self, blocks=blocks)


def bodies(block: Block) -> list[Filled]:
    """Return the texts of a block in reading order, the cells of a table row by row."""
    if isinstance(block, Line):
        return [block.body]
    return [cell.body for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column))]


def _with_slip(block: Block, number: int, digits: str) -> Block:
    if isinstance(block, Line):
        return replace(block, body=_printed(block.body, number, digits))
    cells: list[Cell] = []
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        count = len(cell.body.slots)
        if 0 <= number < count:
            cell = replace(cell, body=_printed(cell.body, number, digits))
        number -= count
        cells.append(cell)
    return replace(block, cells=tuple(cells))


def _printed(body: Filled, number: int, digits: str) -> Filled:
    """Return a text with other digits in one slot; what stands behind moves along."""
    at = body.slots[number]
    shift = len(digits) - (at.end - at.start)

    def moved(offset: int) -> int:
        return offset + shift if offset >= at.end else offset

    slots = [replace(slot, start=moved(slot.start), end=moved(slot.end)) for slot in body.slots]
    turns = [replace(turn, start=moved(turn.start), end=moved(turn.end)) for turn in body.turns]
    text = body.text[: at.start] + digits + body.text[at.end :]
    return Filled(text, tuple(slots), tuple(turns))


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
