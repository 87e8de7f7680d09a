"""Readings of an image → glyphs: every character with a box and a size, as a page of print has them."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from corpus.readers.pdf_page import Glyph, Rule
from corpus.readers.scan import Reading
from corpus.readers.scan_image import DARK, DPI, Gray

_POINT = 72 / DPI
_SAME_SIZE = 0.14
_NEAR = 20
_NARROW_GAP = 1.1
_WIDE_GAP = 0.55
_FULL_WIDTH = dict(zip("(),:;!?", "（），：；！？", strict=True))
_OPENING = "（《〈“‘「『【〔"
_CLOSING = "，。；：！？、）》〉”’」』】〕"


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…"


def size_of(reading: Reading) -> float:
    """Return the size of the letters in pixels, from the distance of their middles."""
    pairs = list(zip(reading.text, reading.middles, strict=True))
    wide = [b[1] - a[1] for a, b in pairwise(pairs) if _is_wide(a[0]) and _is_wide(b[0])]
    narrow = [2 * (b[1] - a[1]) for a, b in pairwise(pairs) if a[0].isdigit() and b[0].isdigit()]
    steps = wide if len(wide) >= 2 else narrow
    low, high = 0.45 * (reading.box[3] - reading.box[1]), 0.95 * (reading.box[3] - reading.box[1])
    if not steps:
        return (low + high) / 2
    usual = statistics.median(steps)
    # The model sees characters in columns some pixels wide: only the mean of many steps is exact.
    return min(max(statistics.fmean(s for s in steps if abs(s - usual) <= usual / 2), low), high)


def snapped(sizes: Sequence[float]) -> list[float]:
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
