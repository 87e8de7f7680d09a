"""What stands on a page of a PDF: glyphs and ruling lines, upright, measured from the top left corner."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.document.model import ReadMode
from corpus.document.raw import Place

UNREADABLE = "\ufffd"


class Glyph(NamedTuple):
    """One printed character. Units: points; ``turn`` counts quarter turns of the character itself, to the left;
    ``confidence`` in 0…1, 1 where the file itself states the character."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    turn: int = 0
    confidence: float = 1.0


class Rule(NamedTuple):
    """A straight ruling line: at one coordinate, from start to end on the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """One page. Shapes: ``across`` are horizontal rules (at = top), ``down`` vertical ones (at = x).

    ``turn`` counts the quarter turns to the left by which the text of the page stood when it was read; glyphs and
    rules are turned upright, and ``place`` leads back to where they are printed. ``unseen`` are characters that the
    page does not show (white, tiny), ``layer`` those drawn invisibly, as scanners lay them over their image;
    ``pictures`` are boxes; ``drawn`` says that lines or areas are drawn; ``why`` a page was not read.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    unseen: list[Glyph] = field(default_factory=list)
    layer: list[Glyph] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    tilt: float = 0.0
    turn: int = 0
    damaged: bool = False
    drawn: bool = False
    read: ReadMode = ReadMode.TEXT
    why: str = ""

    def place(self, glyph: Glyph) -> Place:
        """Return where a glyph is printed on the page as it is shown."""
        box = glyph[1:5]
        if self.tilt:
            box = _tilted(box, self.tilt, *self.upright_size)
        return Place(self.number, *turned(box, self.turn, self.width, self.height), glyph.confidence)

    @property
    def pictured(self) -> float:
        """Return the share of the page that its largest picture covers."""
        shown = [
            max(min(x1, self.width) - max(x0, 0), 0) * max(min(y1, self.height) - max(y0, 0), 0)
            for x0, y0, x1, y1 in self.pictures
        ]
        return max(shown, default=0.0) / (self.width * self.height or 1.0)

    @property
    def upright_size(self) -> tuple[float, float]:
        """Return width and height of the page with its text upright."""
        return (self.width, self.height) if self.turn % 2 == 0 else (self.height, self.width)


def _tilted(
    box: tuple[float, float, float, float], tilt: float, width: float, height: float
) -> tuple[float, float, float, float]:
    """Return a box of a straightened page as it stands on the page as it was scanned, turned about its middle."""
    x, y = (box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2
    dx = x * math.cos(tilt) - y * math.sin(tilt) - x
    dy = x * math.sin(tilt) + y * math.cos(tilt) - y
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


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

    page.glyphs = [
        Glyph(glyph.text, *box(*glyph[1:5]), (glyph.turn - turn) % 4, glyph.confidence)
        for glyph in page.glyphs
    ]
    boxes = [box(rule.start, rule.at, rule.end, rule.at) for rule in page.across]
    boxes += [box(rule.at, rule.start, rule.at, rule.end) for rule in page.down]
    page.across = [Rule(top, x0, x1) for x0, top, x1, bottom in boxes if x1 - x0 > bottom - top]
    page.down = [Rule(x0, top, bottom) for x0, top, x1, bottom in boxes if x1 - x0 <= bottom - top]
    page.turn = turn
    return page
