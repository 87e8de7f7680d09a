"""A page image → glyphs and ruling lines as if from a PDF, so that paragraphs and tables come about in one way."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from corpus.document.model import ReadMode
from corpus.readers.pdf_page import Glyph, Page, Rule
from corpus.readers.pdf_rules import grids_of
from corpus.readers.scan import Box, Reading, found_boxes, read_boxes
from corpus.readers.scan_image import DPI, Gray, ruled, straightened, tilt_of

_POINT = 72 / DPI
_DARK = 150
_FEWEST_DARK = 14
_INSET = 5
_TALL = 1.6
_SAME_SIZE = 0.14
_LIKELY = 0.75
_REACH = 0.05
_TOUCH = 3.0
_NARROW_GAP = 1.1
_WIDE_GAP = 0.55
_FULL_WIDTH = dict(zip("(),:;!?", "（），：；！？", strict=True))
_OPENING = "（《〈“‘「『【〔"
_CLOSING = "，。；：！？、）》〉”’」』】〕"


@dataclass(slots=True)
class _Attempt:
    """The image of a page set upright and straight, with what was found on it."""

    turn: int
    tilt: float
    image: Gray
    across: list[Rule]
    down: list[Rule]
    boxes: list[Box]
    readings: list[Reading] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """Return how surely its characters were recognised: poorly where it stands on its head."""
        values = [value for reading in self.readings for value in reading.confidences]
        return statistics.fmean(values) if values else 0.0


def read_image(image: Gray, page: Page, *, is_picture: bool) -> None:
    """Read the image of a page into its glyphs, and its rules where the page is nothing but a picture.

    Shapes: ``image`` at the resolution DPI, upright as the page is shown.
    """
    page.read = ReadMode.OCR
    page.glyphs, page.unseen, page.layer = [], [], []
    if is_picture:
        found = _upright(image)
        page.turn, page.tilt = found.turn, found.tilt
        page.across, page.down = found.across, found.down
    else:
        found = _Attempt(0, 0.0, image, page.across, page.down, found_boxes(image))
        _read(found)
    sizes = _snapped([_size(reading) for reading in found.readings])
    for reading, size in zip(found.readings, sizes, strict=True):
        page.glyphs += _glyphs(found.image, reading, size)


def _upright(image: Gray) -> _Attempt:
    """Return the page the right way up: sideways print shows by its shape, print on its head by poor reading."""
    first = _attempt(image, 0)
    tall = sum(bottom - top > _TALL * (right - left) for left, top, right, bottom in first.boxes)
    turns = (1, 3) if tall * 2 > len(first.boxes) else (0, 2)
    best: _Attempt | None = None
    for turn in turns:
        attempt = first if turn == 0 else _attempt(image, turn)
        _read(attempt)
        if best is None or attempt.confidence > best.confidence:
            best = attempt
        if attempt.confidence > _LIKELY or not attempt.boxes:
            break
    assert best is not None
    return best


def _attempt(image: Gray, turn: int) -> _Attempt:
    upright = np.ascontiguousarray(np.rot90(image, k=-turn)) if turn else image
    tilt = tilt_of(upright)
    lines = ruled(straightened(upright, tilt))
    boxes = found_boxes(lines.image)
    across = [
        rule for rule in lines.across if not _is_stroke((rule.start, rule.at, rule.end, rule.at), boxes)
    ]
    down = [
        rule
        for rule in lines.down
        if not _is_stroke((rule.at, rule.start, rule.at, rule.end), boxes) and _touches(rule, across) >= 2
    ]
    return _Attempt(turn, tilt, lines.image, across, down, boxes)


def _touches(rule: Rule, across: Sequence[Rule]) -> int:
    """Return how many level rules an upright one meets; strokes of letters above one another meet none."""
    return sum(
        rule.start - _TOUCH <= other.at <= rule.end + _TOUCH
        and other.start - _TOUCH <= rule.at <= other.end + _TOUCH
        for other in across
    )


def _is_stroke(line: tuple[float, float, float, float], boxes: Sequence[Box]) -> bool:
    """Say whether a line lies inside of print: it is part of a large letter, and rules nothing."""
    x0, y0, x1, y1 = (value / _POINT for value in line)
    for left, top, right, bottom in boxes:
        reach = _REACH * (bottom - top)
        if left - reach <= x0 and x1 <= right + reach and top - reach <= y0 and y1 <= bottom + reach:
            return True
    return False


def _read(attempt: _Attempt) -> None:
    boxes = _characters_apart(attempt.image, _cells_apart(attempt.boxes, attempt.down))
    boxes += _overlooked(attempt.image, boxes, attempt.across, attempt.down)
    attempt.readings = read_boxes(attempt.image, boxes)


# Where print stands


def _cells_apart(boxes: Sequence[Box], down: Sequence[Rule]) -> list[Box]:
    """Cut stretches of print that run over an upright rule: cells are cells."""
    found: list[Box] = []
    for left, top, right, bottom in boxes:
        cuts = [left, right]
        for rule in down:
            at = round(rule.at / _POINT)
            shared = min(bottom, rule.end / _POINT) - max(top, rule.start / _POINT)
            if left + _INSET < at < right - _INSET and shared > 0.6 * (bottom - top):
                cuts.append(at)
        for a, b in pairwise(sorted(cuts)):
            if b - a > 2 * _INSET:
                found.append((a, top, b, bottom))
    return found


def _characters_apart(image: Gray, boxes: Sequence[Box]) -> list[Box]:
    """Cut tall stretches, which are words set downwards or lines taken together, into the lines they are."""
    heights = [bottom - top for left, top, right, bottom in boxes if bottom - top <= right - left]
    usual = statistics.median(heights) if heights else 40
    found: list[Box] = []
    for box in boxes:
        left, top, right, bottom = box
        if bottom - top > _TALL * (right - left) and bottom - top > _TALL * usual:
            found += _lines_of(image, box, min(right - left, usual))
        else:
            found.append(box)
    return found


def _lines_of(image: Gray, box: Box, size: float) -> list[Box]:
    left, top, right, bottom = box
    inked = (image[top:bottom, left:right] < _DARK).sum(axis=1) > 0
    found: list[tuple[int, int]] = []
    for start, end in _runs(inked):
        if found and end - found[-1][0] <= 1.1 * size:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [(left, max(top + a - 3, 0), right, top + b + 3) for a, b in found]


def _runs(flags: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _overlooked(image: Gray, boxes: Sequence[Box], across: Sequence[Rule], down: Sequence[Rule]) -> list[Box]:
    """Return stretches for cells that hold ink and that the detector passed over: single digits, mostly."""
    found: list[Box] = []
    for grid in grids_of(across, down):
        for area in grid.areas:
            left, right = (round(grid.xs[n] / _POINT) for n in (area.column, area.column + area.column_span))
            top, bottom = (round(grid.ys[n] / _POINT) for n in (area.row, area.row + area.row_span))
            inside = (left + _INSET, top + _INSET, right - _INSET, bottom - _INSET)
            if any(_overlap(box, inside) for box in boxes):
                continue
            ink = image[inside[1] : inside[3], inside[0] : inside[2]] < _DARK
            if ink.sum() < _FEWEST_DARK:
                continue
            rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
            found.append(
                (
                    max(inside[0] + int(columns[0]) - 4, 0),
                    max(inside[1] + int(rows[0]) - 4, 0),
                    inside[0] + int(columns[-1]) + 5,
                    inside[1] + int(rows[-1]) + 5,
                )
            )
    return found


def _overlap(box: Box, other: Box) -> bool:
    return (
        min(box[2], other[2]) - max(box[0], other[0]) > 2
        and min(box[3], other[3]) - max(box[1], other[1]) > 2
    )


# Characters with places


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…"


def _size(reading: Reading) -> float:
    """Return the size of the letters in pixels, from the distance of their middles."""
    pairs = list(zip(reading.text, reading.middles, strict=True))
    wide = [b[1] - a[1] for a, b in pairwise(pairs) if _is_wide(a[0]) and _is_wide(b[0])]
    narrow = [2 * (b[1] - a[1]) for a, b in pairwise(pairs) if a[0].isdigit() and b[0].isdigit()]
    steps = wide if len(wide) >= 2 else narrow
    low, high = 0.45 * (reading.box[3] - reading.box[1]), 0.95 * (reading.box[3] - reading.box[1])
    return min(max(statistics.median(steps), low), high) if steps else (low + high) / 2


def _snapped(sizes: Sequence[float]) -> list[float]:
    """Give sizes that are nearly the same the same value: print knows few sizes on one page."""
    order = sorted(range(len(sizes)), key=lambda n: sizes[n])
    found = list(sizes)
    group: list[int] = []
    for n in [*order, None]:
        if group and (n is None or sizes[n] > (1 + _SAME_SIZE) * sizes[group[0]]):
            middle = statistics.median(sizes[m] for m in group)
            for m in group:
                found[m] = middle
            group = []
        if n is not None:
            group.append(n)
    return found


def _glyphs(image: Gray, reading: Reading, size: float) -> list[Glyph]:
    left, top, right, bottom = reading.box
    inked = np.flatnonzero((image[top:bottom, left:right] < _DARK).sum(axis=0) > 1)
    first, last = (left + int(inked[0]), left + int(inked[-1]) + 1) if len(inked) else (left, right)
    text = _full_width(reading.text)
    middle = (top + bottom) / 2
    edges = _edges(text, reading.middles, size, first, last)
    return [
        Glyph(
            char,
            x0 * _POINT,
            (middle - size / 2) * _POINT,
            x1 * _POINT,
            (middle + size / 2) * _POINT,
            0,
            confidence,
        )
        for char, (x0, x1), confidence in zip(text, edges, reading.confidences, strict=True)
    ]


def _full_width(text: str) -> str:
    """Give marks beside Chinese their full width again, which the model often reads as narrow ones."""
    found: list[str] = []
    for n, char in enumerate(text):
        around = text[max(n - 1, 0) : n] + text[n + 1 : n + 2]
        chinese = any("\u4e00" <= other <= "\u9fff" for other in around)
        found.append(_FULL_WIDTH[char] if char in _FULL_WIDTH and chinese else char)
    return "".join(found)


def _edges(
    text: str, middles: Sequence[float], size: float, first: float, last: float
) -> list[tuple[float, float]]:
    """Return left and right of every character: those of narrow ones touch, so that no figure falls apart."""
    half = [size / 2 if _is_wide(char) else size / 4 for char in text]
    starts = [middle - wide for middle, wide in zip(middles, half, strict=True)]
    ends = [middle + wide for middle, wide in zip(middles, half, strict=True)]
    for n in range(len(text) - 1):
        narrow = not _is_wide(text[n]) and not _is_wide(text[n + 1])
        reach = _NARROW_GAP if narrow else _WIDE_GAP
        near = middles[n + 1] - middles[n] < half[n] + half[n + 1] + reach * size
        if ends[n] > starts[n + 1] or near:
            ends[n] = starts[n + 1] = (middles[n] + half[n] + middles[n + 1] - half[n + 1]) / 2
    starts[0], ends[-1] = first, last
    if len(text) > 1:  # the ink of a bracket or a full stop fills only half of its place
        if text[0] in _OPENING:
            starts[0] = min(first, ends[0] - size)
        if text[-1] in _CLOSING:
            ends[-1] = max(last, starts[-1] + size)
    return [(min(a, b - 0.1), b) for a, b in zip(starts, ends, strict=True)]
