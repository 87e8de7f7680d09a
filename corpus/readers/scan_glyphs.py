"""Readings of an image → glyphs: every character with a box and a size, as a page of print has them."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from corpus.readers.pdf_page import Glyph, Rule
from corpus.readers.scan import Reading
from corpus.readers.scan_image import DARK, Gray
from corpus.readers.scan_lines import DPI

_POINT = 72 / DPI
_SAME_SIZE = 0.15
_FEWEST_STEPS = 4
_NOT_FAR = 0.4
_NEAR = 20
_NARROW_GAP = 1.1
_WIDE_GAP = 0.55
_FULL_WIDTH = dict(zip("(),:;!?", "（），：；！？", strict=True))
_OPENED = re.compile(r"\((?=[^()（）]*）)")
_CLOSED = re.compile(r"(?<=（.)\)|(?<=（..)\)|(?<=（...)\)")
_OPENING = "（《〈“‘「『【〔"
_CLOSING = "，。；：！？、）》〉”’」』】〕"


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…"


def sizes_of(readings: Sequence[Reading]) -> list[float]:
    """Return the size of the letters of each stretch in pixels; print knows few sizes on one page.

    Where a stretch has too few Chinese characters to measure their distance, its height says which size it is.
    """
    measured = [_measured(reading) for reading in readings]
    heights = [reading.box[3] - reading.box[1] for reading in readings]
    shares = [size / height for size, height in zip(measured, heights, strict=True) if size is not None]
    share = min(max(statistics.median(shares), 0.45), 0.95) if shares else 0.7
    known = _clusters([size for size in measured if size is not None])
    sizes: list[float] = []
    for size, height in zip(measured, heights, strict=True):
        estimate = share * height if size is None else size
        near = min(known, key=lambda middle: abs(middle - estimate), default=estimate)
        reach = _SAME_SIZE if size is not None else _NOT_FAR
        sizes.append(near if abs(near - estimate) <= reach * near else estimate)
    return sizes


def _measured(reading: Reading) -> float | None:
    """Return the mean distance of the middles of neighbouring Chinese characters; None where there are few.

    The model sees characters in columns some pixels wide, so that only the mean of many is exact.
    """
    pairs = list(zip(reading.text, reading.middles, strict=True))
    steps = [b[1] - a[1] for a, b in pairwise(pairs) if _is_chinese(a[0]) and _is_chinese(b[0])]
    if len(steps) < _FEWEST_STEPS:
        return None
    usual = statistics.median(steps)
    return statistics.fmean(step for step in steps if abs(step - usual) <= usual / 2)


def _clusters(sizes: Sequence[float]) -> list[float]:
    """Return the middles of sizes that lie together."""
    groups: list[list[float]] = []
    for size in sorted(sizes):
        if groups and size <= (1 + _SAME_SIZE) * groups[-1][0]:
            groups[-1].append(size)
        else:
            groups.append([size])
    return [statistics.median(group) for group in groups]


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def glyphs_of(image: Gray, reading: Reading, size: float) -> list[Glyph]:
    left, top, right, bottom = reading.box
    inked = np.flatnonzero((image[top:bottom, left:right] < DARK).sum(axis=0) > 1)
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


def leader_dots(leaders: Sequence[Rule], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return two signs for each leader, which was taken out as a line, at the height of the words before it."""
    found: list[Glyph] = []
    for at, start, end in leaders:
        beside = [
            glyph for glyph in glyphs if glyph.top < at < glyph.bottom and glyph.x1 <= start + _NEAR * _POINT
        ]
        if beside:
            word = max(beside, key=lambda glyph: glyph.x1)
            left = max(start, word.x1)
            middle = (left + end) / 2
            found.append(Glyph("…", left, word.top, middle, word.bottom))
            found.append(Glyph("…", middle, word.top, end, word.bottom))
    return found


def _full_width(text: str) -> str:
    """Give marks beside Chinese their full width again, which the model often reads as narrow ones."""
    found: list[str] = []
    for n, char in enumerate(text):
        around = text[max(n - 1, 0) : n] + text[n + 1 : n + 2]
        chinese = any(_is_chinese(other) for other in around)
        found.append(_FULL_WIDTH[char] if char in _FULL_WIDTH and chinese else char)
    return _OPENED.sub("（", _CLOSED.sub("）", "".join(found)))


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
