"""What a specimen report is made of: blocks of text and figures, each printed figure in a named slot.

A slot names the fact that it states, so that a key can say where every statement of a fact stands, and a planted
slip can change exactly one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Style = Literal[
    "body", "cover_title", "cover_line", "centre", "caption", "unit", "annex", "note", "signature", "list"
]
Region = Literal["front", "body", "annex"]
Align = Literal["left", "centre"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One printed figure or word of direction: ``text`` as printed, ``unit`` the unit printed right behind it."""

    fact: str
    text: str
    unit: str = ""

    @property
    def printed(self) -> str:
        """Return what stands on the page."""
        return self.text + self.unit


Part = str | Slot


def plain(parts: tuple[Part, ...]) -> str:
    """Return the printed text of the parts."""
    return "".join(part if isinstance(part, str) else part.printed for part in parts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``name`` is the text that it was composed from, ``region`` where in the report it stands."""

    parts: tuple[Part, ...]
    style: Style = "body"
    name: str = ""
    region: Region = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number; ``level`` 1 is 一、, 2 is （一）, 3 is 1．, 4 is （1）."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its top left place; rows and columns count from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    parts: tuple[Part, ...]
    align: Align = "centre"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. Units: ``widths`` are shares of the text width. ``header_rows`` repeat on every page; ``dense`` rows are set tighter.
    The cells of ``label_column`` name their rows."""

    name: str
    rows: int
    widths: tuple[int, ...]
    cells: tuple[Cell, ...]
    header_rows: int = 1
    region: Region = "body"
    dense: bool = False
    title: str = ""
    label_column: int = 0

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return len(self.widths)

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers the place."""
        for cell in self.cells:
            if (
                cell.row <= row < cell.row + cell.row_span
                and cell.column <= column < cell.column + cell.column_span
            ):
                return cell
        return None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents page. ``shift`` is added to the true page number: 0 but for a planted slip."""

    text: str
    level: int
    heading: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents page; ``heading`` of an entry is the index of its heading among all headings."""

    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page; ``restart`` begins the printed page numbers at 1 there."""

    restart: bool = False


Block = Paragraph | Heading | Table | Contents | PageBreak


class Place(NamedTuple):
    """Where a slot stands: index of the block, index of the cell (None in a paragraph), index of the part."""

    block: int
    cell: int | None
    part: int


@dataclass(frozen=True)
class Report:
    """A composed report. ``context`` holds its names and years; ``blocks`` is in reading order."""

    blocks: tuple[Block, ...]
    context: dict[str, str] = field(default_factory=dict)

    def slots(self) -> Iterator[tuple[Place, Slot]]:
        """Yield every slot with its place, in reading order."""
        for number, block in enumerate(self.blocks):
            if isinstance(block, Paragraph):
                for index, part in enumerate(block.parts):
                    if isinstance(part, Slot):
                        yield Place(number, None, index), part
            elif isinstance(block, Table):
                for which, cell in enumerate(block.cells):
                    for index, part in enumerate(cell.parts):
                        if isinstance(part, Slot):
                            yield Place(number, which, index), part

    def statements(self, fact: str) -> list[tuple[Place, Slot]]:
        """Return all places that state the fact."""
        return [(place, slot) for place, slot in self.slots() if slot.fact == fact]

    def table(self, name: str) -> tuple[int, Table]:
        """Return a table and the index of its block. Raises: KeyError."""
        for number, block in enumerate(self.blocks):
            if isinstance(block, Table) and block.name == name:
                return number, block
        raise KeyError(name)

    def paragraph(self, name: str) -> tuple[int, Paragraph]:
        """Return a paragraph by the name of its text. Raises: KeyError."""
        for number, block in enumerate(self.blocks):
            if isinstance(block, Paragraph) and block.name == name:
                return number, block
        raise KeyError(name)

    def with_block(self, number: int, *blocks: Block) -> Report:
        """Return a report in which one block is replaced by any number of others."""
        return replace(self, blocks=(*self.blocks[:number], *blocks, *self.blocks[number + 1 :]))

    def with_part(self, place: Place, part: Part) -> Report:
        """Return a report in which exactly one part is replaced."""
        block = self.blocks[place.block]
        if isinstance(block, Paragraph):
            return self.with_block(place.block, replace(block, parts=_swap(block.parts, place.part, part)))
        if not isinstance(block, Table) or place.cell is None:
            raise KeyError(place)
        cell = block.cells[place.cell]
        changed = replace(cell, parts=_swap(cell.parts, place.part, part))
        cells = (*block.cells[: place.cell], changed, *block.cells[place.cell + 1 :])
        return self.with_block(place.block, replace(block, cells=cells))


def _swap(parts: tuple[Part, ...], index: int, part: Part) -> tuple[Part, ...]:
    return (*parts[:index], part, *parts[index + 1 :])
