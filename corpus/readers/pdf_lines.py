"""Glyphs → printed lines, and lines → running text: what one break in the text means is decided here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from corpus.document.raw import Place, RawText
from corpus.readers.pdf_page import Glyph, Page

_SAME_LINE = 0.5
_TWICE = 0.3
_WORD_GAP = 0.16
_WIDE_GAP = 0.9
_TAB_GAP = 3.0
_FIGURE_GAP = 0.2
_COLUMN_GAP = 0.2
_SLACK = 1.0
_LONGEST_FIGURE = 24
_OPENING = "（(《〈“‘「『【〔［[{"
_CLOSING = "，。；：！？、）》〉”’」』】〕］…—％%‰℃,.;:!?)]}"
_WHOLE_FIGURE = re.compile(r"(?:\d\.\d{1,4}|[%％])$")
_TOKEN = re.compile(r"[A-Za-z0-9.,%+\-/'&_:@]+")


@dataclass(slots=True)
class Line:
    """A printed line. Shapes: ``glyphs`` has one entry a character of ``text``, None for a space put in."""

    page: Page
    text: str
    glyphs: list[Glyph | None]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    spaced: bool = False
    _places: tuple[Place | None, ...] | None = field(default=None, repr=False)

    @property
    def width(self) -> float:
        """Return the width from the first to the last visible character."""
        return self.x1 - self.x0

    def raw(self) -> RawText:
        """Return the text with the place of every character."""
        place, number = self.page.place, self.page.number
        plain = self.page.turn == 0 and not self.page.tilt
        return RawText(
            self.text,
            tuple(
                None if g is None else Place(number, *g[1:5], g.confidence) if plain else place(g)
                for g in self.glyphs
            ),
        )


def lines_of(page: Page, glyphs: Sequence[Glyph]) -> list[Line]:
    """Return the printed lines from top to bottom; blank ones are left out."""
    rows: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        rows.setdefault((glyph.top, glyph.bottom), []).append(glyph)
    found: list[list[Glyph]] = []
    spans: list[tuple[float, float]] = []
    for (top, bottom), row in sorted(rows.items(), key=lambda item: sum(item[0])):
        for index in range(len(spans) - 1, max(len(spans) - 4, -1), -1):
            high, low = spans[index]
            if min(low, bottom) - max(high, top) > _SAME_LINE * min(low - high, bottom - top):
                found[index] += row
                if bottom - top > low - high:
                    spans[index] = (top, bottom)
                break
        else:
            found.append(list(row))
            spans.append((top, bottom))
    return [line for row in found if (line := _line(page, row)) is not None]


def _line(page: Page, row: list[Glyph]) -> Line | None:
    row.sort(key=itemgetter(1))
    seen = [index for index, glyph in enumerate(row) if not glyph.text.isspace()]
    if not seen:
        return None
    spaced = seen[-1] + 1 < len(row)
    row = row[seen[0] : seen[-1] + 1]
    size = max(glyph.bottom - glyph.top for glyph in row)
    chars: list[str] = []
    glyphs: list[Glyph | None] = []
    before = row[0]
    for glyph in row:
        text, x0 = glyph[0], glyph[1]
        if chars:
            gap = x0 - before.x1
            if gap < -_TWICE * (before.x1 - before.x0) and text == before.text and _is_again(before, glyph):
                continue  # bold made by printing twice
            if gap > _WORD_GAP * size and (space := _space(before.text, text, gap / size)):
                chars.append(space)
                glyphs.append(None)
        chars.append(text)
        glyphs.append(glyph)
        before = glyph
    top, bottom = min(map(attrgetter("top"), row)), max(map(attrgetter("bottom"), row))
    return Line(page, "".join(chars), glyphs, row[0].x0, top, before.x1, bottom, size, spaced)


def pieces_of(line: Line) -> list[Line]:
    """Return the pieces of a line that stand apart by more than words do: what may be cells of a row."""
    found: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if glyph is None or glyph.text.isspace():
            continue
        gap = (glyph.x0 - found[-1][-1].x1) / line.size if found else 0.0
        if found and gap <= _WIDE_GAP and not (gap > _FIGURE_GAP and _ends_figure(found[-1], glyph)):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [piece for row in found if (piece := _line(line.page, row)) is not None]


def _ends_figure(row: Sequence[Glyph], following: Glyph) -> bool:
    """Say whether a figure with its decimals is complete and another one begins: two cells set close."""
    if not (following.text.isdigit() or following.text in "-−+"):
        return False
    return _WHOLE_FIGURE.search("".join(glyph.text for glyph in row[-_LONGEST_FIGURE:])) is not None


def split_line(line: Line, gutters: Sequence[tuple[float, float]]) -> list[Line]:
    """Return the parts of a line where gaps between its letters lie between columns; ``gutters`` are (left, right)."""
    found: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if glyph is None or glyph.text.isspace():
            continue
        if found:
            left, right = found[-1][-1].x1, glyph.x0
            apart = right - left > _COLUMN_GAP * line.size
            if apart and any(right > g0 - _SLACK and left < g1 + _SLACK for g0, g1 in gutters):
                found.append([glyph])
                continue
            found[-1].append(glyph)
        else:
            found.append([glyph])
    if len(found) < 2:
        return [line]
    return [part for row in found if (part := _line(line.page, row)) is not None]


def joined_line(left: Line, right: Line) -> Line:
    """Return two pieces of one line as one word."""
    return Line(
        left.page,
        left.text + right.text,
        [*left.glyphs, *right.glyphs],
        left.x0,
        min(left.top, right.top),
        right.x1,
        max(left.bottom, right.bottom),
        max(left.size, right.size),
        right.spaced,
    )


def _is_again(before: Glyph, glyph: Glyph) -> bool:
    return glyph.x0 - before.x0 < _TWICE * (before.x1 - before.x0) and abs(glyph.top - before.top) < 2


def _space(before: str, after: str, gap: float) -> str:
    """Return what a gap of so many character widths stands for; between Chinese and Latin it is layout only."""
    if before.isspace() or after.isspace():
        return ""
    if gap > _TAB_GAP:
        return "\t"
    if gap > _WIDE_GAP:
        return " "
    return " " if _is_latin(before) and _is_latin(after) else ""


def _is_latin(char: str) -> bool:
    return char.isascii() or (char.isalpha() and unicodedata.east_asian_width(char) not in "WF")


def would_fit(line: Line, following: Line, room: float) -> bool:
    """Say whether the first piece of the following line had found room on this one: then the break is meant."""
    text = following.text
    end = 0
    while end < len(text) - 1 and text[end] in _OPENING:
        end += 1
    token = _TOKEN.match(text, end)
    end = token.end() if token else end + 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    last = next((glyph for glyph in reversed(following.glyphs[:end]) if glyph is not None), None)
    need = (last.x1 if last is not None else following.x1) - following.x0
    if line.text[-1].isascii() and text[0].isascii() and line.text[-1].isalnum() and text[0].isalnum():
        need += 0.25 * following.size
    return room >= need - 0.02 * following.size


def joined(lines: Iterable[Line], breaks: frozenset[int] = frozenset()) -> RawText:
    """Return the text of wrapped lines as one; a line whose index is in ``breaks`` begins a new line of text."""
    text: list[str] = []
    places: list[Place | None] = []
    before: Line | None = None
    for index, line in enumerate(lines):
        if before is not None:
            between = "\n" if index in breaks else _between(before, line)
            text.append(between)
            places += [None] * len(between)
        raw = line.raw()
        text.append(raw.text)
        places += raw.places
        before = line
    return RawText("".join(text), tuple(places))


def _between(before: Line, line: Line) -> str:
    """Two words of a Western language are parted; a figure broken over a line is one figure."""
    last, first = before.text[-1], line.text[0]
    if not (last.isascii() and first.isascii()) or last in "-/(":
        return ""
    words = last.isalpha() and first.isalpha()
    return " " if words or (before.spaced and (last.isalnum() or last in ".,;:)") and first.isalnum()) else ""
