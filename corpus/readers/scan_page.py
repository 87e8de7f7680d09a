"""A page image → glyphs and ruling lines as if from a PDF, so that paragraphs and tables come about in one way."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from corpus.document.model import ReadMode
from corpus.readers.pdf_page import Page, Rule
from corpus.readers.pdf_rules import grids_of
from corpus.readers.scan import Box, Reading, found_boxes, read_boxes
from corpus.readers.scan_glyphs import glyphs_of, leader_dots, sizes_of
from corpus.readers.scan_image import DARK, Gray, ruled, straightened, tilt_of
from corpus.readers.scan_lines import DPI

_POINT = 72 / DPI
_FEWESTDARK = 14
_INSET = 5
_TALL = 1.6
_LIKELY = 0.75
_REACH = 0.05
_TOUCH = 3.0
_NEAR = 20
_STEP = 0.8
_FAINT = 180
_FEWEST_COLUMNS = 5
_MOST_STEPS = 3


@dataclass(slots=True)
class _Attempt:
    """The image of a page set upright and straight, with what was found on it."""

    turn: int
    tilt: float
    image: Gray
    across: list[Rule]
    down: list[Rule]
    boxes: list[Box]
    leaders: list[Rule] = field(default_factory=list)
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
    sizes = sizes_of(found.readings)
    for reading, size in zip(found.readings, sizes, strict=True):
        page.glyphs += glyphs_of(found.image, reading, size)
    page.glyphs += leader_dots(found.leaders, page.glyphs)


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
    leaders = [rule for rule in across if _is_leader(rule, down, boxes)]
    across = [rule for rule in across if rule not in leaders]
    return _Attempt(turn, tilt, lines.image, across, down, boxes, leaders)


def _is_leader(rule: Rule, down: Sequence[Rule], boxes: Sequence[Box]) -> bool:
    """Say whether a level line runs between words of one line: dots of a contents page, a blank to be filled in."""
    if any(_touches(other, [rule]) for other in down):
        return False
    at, start, end = (value / _POINT for value in rule)
    return any(
        top < at < bottom and (0 <= start - right + _NEAR < 3 * _NEAR or 0 <= left - end + _NEAR < 3 * _NEAR)
        for left, top, right, bottom in boxes
    )


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
    boxes = _cells_apart(_reaching_out(attempt.image, attempt.boxes), attempt.down)
    boxes = _characters_apart(attempt.image, boxes)
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


def _reaching_out(image: Gray, boxes: Sequence[Box]) -> list[Box]:
    """Widen stretches to the ink right beside them: the detector passes over a 一 at the end of a line."""
    found: list[Box] = []
    for box in boxes:
        beside = [
            other
            for other in boxes
            if other is not box and min(box[3], other[3]) - max(box[1], other[1]) > 0.3 * (box[3] - box[1])
        ]
        for _ in range(_MOST_STEPS):
            wider = _widened(image, box, beside)
            if wider == box:
                break
            box = wider
        found.append(box)
    return found


def _widened(image: Gray, box: Box, beside: Sequence[Box]) -> Box:
    """Return a box with the ink that stands less than a letter to its left and right, up to the next box."""
    left, top, right, bottom = box
    step, shy = round(_STEP * (bottom - top)), round(0.2 * (bottom - top))
    low = max([left - step, 0, *(other[2] for other in beside if other[2] <= left + _INSET)])
    high = min([right + step, image.shape[1], *(o[0] for o in beside if o[0] >= right - _INSET)])
    inked = np.asarray((image[top + shy : bottom - shy] < _FAINT).any(axis=0))
    before, after = np.flatnonzero(inked[min(low, left) : left]), np.flatnonzero(inked[right:high])
    if len(before) >= _FEWEST_COLUMNS:
        left = max(min(low, left) + int(before[0]) - 2, 0)
    if len(after) >= _FEWEST_COLUMNS:
        right = min(right + int(after[-1]) + 3, high)
    return left, top, right, bottom


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
    inked = (image[top:bottom, left:right] < DARK).sum(axis=1) > 0
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
            ink = image[inside[1] : inside[3], inside[0] : inside[2]] < DARK
            if ink.sum() < _FEWESTDARK:
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
