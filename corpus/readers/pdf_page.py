"""What stands on a page of a PDF: glyphs and ruling lines, upright, measured from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.document.raw import Place

UNREADABLE = "\ufffd"


class Glyph(NamedTuple):
    """One printed character. Units: points; ``turn`` counts quarter turns of the character itself, to the left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    turn: int = 0


class Rule(NamedTuple):
    """A straight ruling line: at one coordinate, from start to end on the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """One page. Shapes: ``across`` are horizontal rules (at = top), ``down`` vertical ones (at = x).

    ``turn`` counts the quarter turns to the left by which the text of the page stood when it was read; glyphs and
    rules are turned upright, and ``place`` leads back to where they are printed.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    turn: int = 0
    damaged: bool = False

    def place(self, glyph: Glyph) -> Place:
        """Return where a glyph is printed on the page as it is shown."""
        box = turned((glyph.x0, glyph.top, glyph.x1, glyph.bottom), self.turn, self.width, self.height)
        return Place(self.number, *box)


def turned(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """Return a box of the upright frame as it stands on a page of this size whose text is turned to the left."""
    x0, top, x1, bottom = box
    if turn == 1:
        return top, height - x1, bottom, height - x0
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 3:
        return width - bottom, x0, width - top, x1
    return box


def upright(page: Page) -> Page:
    """Turn a page whose text mostly stands on its side, so that its lines run from left to right."""
    counts = [0, 0, 0, 0]
    for glyph in page.glyphs:
        counts[glyph.turn] += 1
    turn = counts.index(max(counts))
    if turn == 0:
        return page
    back = (4 - turn) % 4
    size = (page.width, page.height) if turn == 2 else (page.height, page.width)

    def box(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        return turned((x0, top, x1, bottom), back, *size)

    page.glyphs = [Glyph(glyph.text, *box(*glyph[1:5]), (glyph.turn - turn) % 4) for glyph in page.glyphs]
    boxes = [box(rule.start, rule.at, rule.end, rule.at) for rule in page.across]
    boxes += [box(rule.at, rule.start, rule.at, rule.end) for rule in page.down]
    page.across = [Rule(top, x0, x1) for x0, top, x1, bottom in boxes if x1 - x0 > bottom - top]
    page.down = [Rule(x0, top, bottom) for x0, top, x1, bottom in boxes if x1 - x0 <= bottom - top]
    page.turn = turn
    return page
