"""Grids and glyphs → the part of a table that stands on one page, every cell with its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from corpus.document.raw import RawText
from corpus.readers.pdf_lines import Line, joined, lines_of, would_fit
from corpus.readers.pdf_page import Glyph, Page
from corpus.readers.pdf_rules import Area, Grid, grids_of

PADDING = 12.0


@dataclass(slots=True)
class PartCell:
    """A cell while its table is put together; ``width`` is that between its rules."""

    row: int
    column: int
    row_span: int
    column_span: int
    width: float
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text without any white space, for comparing."""
        return "".join("".join(line.text.split()) for line in self.lines)

    @property
    def end(self) -> int:
        """Return the row below the cell."""
        return self.row + self.row_span

    def fits(self, line: Line, following: Line) -> bool:
        """Say whether the line break between two lines of the cell is meant, and not only a wrapped line."""
        return would_fit(line, following, self.width - PADDING - line.width)

    def body(self) -> RawText:
        """Return the running text; a column of single characters is one vertical word."""
        if all(len(line.text) == 1 for line in self.lines):
            return joined(self.lines)
        pairs = zip(self.lines, self.lines[1:], strict=False)
        breaks = {n for n, (line, below) in enumerate(pairs, start=1) if self.fits(line, below)}
        return joined(self.lines, frozenset(n for n in breaks if not self._in_running_text(n, breaks)))

    def _in_running_text(self, at: int, breaks: set[int]) -> bool:
        """Say whether wrapped lines surround a break and no mark precedes it: some programs break so at random."""
        wrapped = 1 < at < len(self.lines) - 1 and at - 1 not in breaks and at + 1 not in breaks
        return wrapped and self.lines[at - 1].text[-1].isalnum() and self.lines[at].text[0].isalnum()


@dataclass(slots=True)
class Part:
    """What of a table stands on one page. Shapes: ``xs`` has one more edge than there are columns.

    ``aligned`` says that no rules but the places of the words themselves part the columns, ``uncertain_spans`` that
    it is not certain which rows its merged labels cover, ``goes_on`` that a label on the page before covers its first.
    """

    page: Page
    xs: list[float]
    rows: int
    top: float
    bottom: float
    cells: list[PartCell]
    aligned: bool = False
    uncertain_spans: bool = False
    goes_on: bool = False

    def of_row(self, row: int) -> list[PartCell]:
        """Return the cells that begin in a row, from left to right."""
        return sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column)


def parts_of(page: Page) -> tuple[list[Part], list[Glyph]]:
    """Return the ruled tables of a page and the glyphs that stand outside of them."""
    grids = grids_of(page.across, page.down)
    if not grids:
        return [], page.glyphs
    inside: list[list[Glyph]] = [[] for _ in grids]
    rest: list[Glyph] = []
    smallest_first = sorted(range(len(grids)), key=lambda index: _size(grids[index]))
    for glyph in page.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for index in smallest_first:
            grid = grids[index]
            if grid.xs[0] <= x <= grid.xs[-1] and grid.ys[0] <= y <= grid.ys[-1]:
                inside[index].append(glyph)
                break
        else:
            rest.append(glyph)
    parts: list[Part] = []
    for grid, glyphs in zip(grids, inside, strict=True):
        part = _part(page, grid, glyphs)
        if len(part.xs) > 2 and any(cell.lines for cell in part.cells):
            parts.append(part)
        else:
            rest += glyphs  # a frame around text, or a drawing
    return parts, rest


def _size(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _part(page: Page, grid: Grid, glyphs: list[Glyph]) -> Part:
    owners = grid.owners()
    held: dict[Area, list[Glyph]] = {}
    last_row, last_column = len(grid.ys) - 2, len(grid.xs) - 2
    for glyph in glyphs:
        row = min(bisect_right(grid.ys, (glyph.top + glyph.bottom) / 2) - 1, last_row)
        column = min(bisect_right(grid.xs, (glyph.x0 + glyph.x1) / 2) - 1, last_column)
        held.setdefault(owners[row, column], []).append(glyph)
    cells = [
        PartCell(
            area.row,
            area.column,
            area.row_span,
            area.column_span,
            grid.xs[area.column + area.column_span] - grid.xs[area.column],
            lines_of(page, held.get(area, [])),
        )
        for area in grid.areas
    ]
    return Part(page, grid.xs, len(grid.ys) - 1, grid.ys[0], grid.ys[-1], cells)
