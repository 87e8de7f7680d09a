"""A file with the exact content that it was made from: the key against which a reader is held."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.document.model import BlockKind, Document
from tests.corpus.pdf_files import Form

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?%?")


class WantedCell(NamedTuple):
    """A cell at its top left place; text without white space."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str


Grid = tuple[WantedCell, ...]
"""The cells of one table that hold text."""


@dataclass
class Keyed:
    """A file and its key. ``kind`` is how its tables are drawn or the format, the line under which it is counted.

    Shapes: ``texts`` holds every paragraph and cell in reading order; ``headings`` (level, title); ``contents``
    (title, printed page); all without white space. ``uncounted`` numbers tables that are drawn in another way.
    """

    name: str
    kind: str
    format: str
    data: bytes = b""
    grids: list[Grid] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    contents: list[tuple[str, str]] = field(default_factory=list)
    uncounted: set[int] = field(default_factory=set)

    def figures(self) -> list[str]:
        """Return every figure of the key in reading order."""
        return [figure for text in self.texts for figure, _ in figures_of(text)]

    def add_grid(self, form: Form) -> None:
        """Take a table into the key."""
        cells = sorted(form.cells, key=lambda cell: (cell[0], cell[1]))
        self.grids.append(grid(cells))
        self.texts += [squeezed(cell[4]) for cell in cells]


def grid(cells: Sequence[tuple[int, int, int, int, str]]) -> Grid:
    """Return the cells that hold text."""
    return tuple(WantedCell(*cell[:4], text) for cell in cells if (text := squeezed(cell[4])))


def squeezed(text: str) -> str:
    """Return a text without white space, full-width forms made plain."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def figures_of(text: str) -> Iterator[tuple[str, int]]:
    """Yield every figure with where it begins."""
    for found in FIGURE.finditer(text):
        yield found.group(), found.start()


def read_grids(document: Document) -> list[Grid]:
    """Return the tables of a document as read, in the shape of the key."""
    return [
        grid([(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells])
        for table in document.tables
    ]


def read_figures(document: Document, *, sure: bool = True) -> list[str]:
    """Return the figures of a document but for those of its contents page; ``sure`` leaves out the doubtful ones."""
    found: list[str] = []
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        text = unicodedata.normalize("NFKC", document.text[block.start : block.end])
        plain = len(text) == block.end - block.start
        for figure, at in figures_of(text):
            start = block.start + at
            if sure and plain and document.doubt(start, start + len(figure)) is not None:
                continue
            found.append(figure)
    return found


def read_headings(document: Document) -> list[tuple[int, str]]:
    """Return depth and title of every heading."""
    return [
        (len(block.section), squeezed(document.text[block.start : block.end]))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]


def read_contents(document: Document) -> list[tuple[str, str]]:
    """Return title and printed page of every entry of the contents page."""
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            text = squeezed(document.text[block.start : block.end])
            target = block.target or ""
            found.append((text.removesuffix(target).rstrip(".·…"), target))
    return found
