"""Printed lines → paragraphs: a line that ends short of the margin ends one, an indent begins one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.document.headings import numbered
from corpus.document.raw import RawParagraph
from corpus.readers.pdf_lines import Line, joined, would_fit

_NEAR = 2.5
_INDENT = 0.8
_SAME_INDENT = 0.5
_CENTRED = 0.8
_SET_IN = 3.0
_OTHER_SIZE = 0.15
_APART = 1.7
_HALF = 0.5
_MOSTLY = 0.7
_RAGGED = 2.0
"""How far, in letters, lines end from one another where no word may be broken."""
_ENTRY = re.compile(
    r".*?(?:(?:[.．·•・]\s*){4,}|(?:[…⋯‥]\s*){2,})[-—–]?\s*(?:[0-9０-９]{1,4}|[ivxIVX]{1,5})\s*[-—–]?"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area of a page. Units: points; ``pitch`` is the usual distance of lines, ``indent`` that of paragraphs."""

    left: float
    right: float
    pitch: float
    indent: float


def frames(pages: Sequence[Sequence[Line]]) -> list[Frame]:
    """Return the frame of every page, from its own lines and, where these are few, from those of all pages."""
    every = [line for lines in pages for line in lines]
    whole = _margins(every)
    steps = [
        round(below.top - line.top, 1)
        for lines in pages
        for line, below in pairwise(lines)
        if below.top - line.top < 4 * line.size
    ]
    pitch = Counter(steps).most_common(1)[0][0] if steps else 0.0
    found: list[tuple[float, float]] = [_margins(lines, whole) for lines in pages]
    indents = Counter(
        round((line.x0 - left) / line.size * 2) / 2
        for lines, (left, right) in zip(pages, found, strict=True)
        for line in lines
        if right - line.x1 < 2 * line.size and 1 <= (line.x0 - left) / line.size <= 4
    )
    indent = indents.most_common(1)[0][0] if indents else 0.0
    return [Frame(left, right, pitch, indent) for left, right in found]


def _margins(lines: Sequence[Line], fallback: tuple[float, float] | None = None) -> tuple[float, float]:
    """Return the outermost left edge that several lines share, and the right edge that most lines share.

    Lines reach out over the right one where a mark of punctuation hangs into the margin.
    """
    if fallback is None:
        fallback = _outermost(lines)
    wide = fallback[1] - fallback[0]
    left, right = _leftmost(sorted(line.x0 for line in lines)), _commonest(sorted(line.x1 for line in lines))
    if left is None or right is None or right - left < 0.9 * wide:
        return fallback
    return left, right


def _outermost(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the edges that the text reaches; a line alone that reaches further is a title wider than the text."""
    lefts = sorted(line.x0 for line in lines)
    rights = sorted((line.x1 for line in lines), reverse=True)
    sizes = Counter(line.size for line in lines)
    ragged = _RAGGED * (sizes.most_common(1)[0][0] if sizes else 0.0)
    enough = max(2, len(lines) // 20)
    reached = (far for far, near in zip(rights, rights[enough - 1 :], strict=False) if far - near <= ragged)
    left = _leftmost(lefts)
    left = min(lefts, default=0.0) if left is None else left
    furthest = max(rights, default=0.0)
    right = next(reached, furthest)
    # Where the others end far short of it, the lone line is the only full one of a short text.
    return left, right if right - left >= _MOSTLY * (furthest - left) else furthest


def _leftmost(values: Sequence[float]) -> float | None:
    enough = max(2, len(values) // 20)
    for index, value in enumerate(values[: len(values) - enough + 1]):
        if values[index + enough - 1] - value <= _NEAR:
            return value
    return None


def _commonest(values: Sequence[float]) -> float | None:
    """Return the largest of the values of the fullest window; None where no three lie together."""
    best, found, start = 2, None, 0
    for end, value in enumerate(values):
        while value - values[start] > _NEAR:
            start += 1
        if end - start + 1 >= max(best, 3):
            best, found = end - start + 1, value
    return found


@dataclass(slots=True)
class Builder:
    """Gathers lines into paragraphs, over page breaks too."""

    found: list[RawParagraph] = field(default_factory=list)
    _held: list[tuple[Line, Frame]] = field(default_factory=list)

    def add(self, line: Line, frame: Frame) -> RawParagraph | None:
        """Take the next line; return the paragraph that it ends, if any."""
        done = None
        if self._held and not self._goes_on(line, frame):
            done = self.close()
        self._held.append((line, frame))
        return done

    def close(self) -> RawParagraph | None:
        """End the paragraph at hand and return it."""
        if not self._held:
            return None
        held, self._held = self._held, []
        lines = [line for line, _ in held]
        return RawParagraph(
            joined(lines),
            page=lines[0].page.number,
            contents=_ENTRY.fullmatch(lines[-1].text) is not None,
            centred=all(_is_centred(line, frame) for line, frame in held),
        )

    def _goes_on(self, line: Line, frame: Frame) -> bool:
        last, last_frame = self._held[-1]
        if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
            return False
        if line.page is last.page and line.top - last.top > _APART * max(frame.pitch, last.size):
            return False
        if _ENTRY.fullmatch(last.text):
            return False
        if _ENTRY.fullmatch(line.text):
            return _is_head_of_entry(last, last_frame) and numbered(line.text) is None
        if would_fit(last, line, last_frame.right - last.x1):
            return False
        return self._indent_goes_on(line, frame)

    def _indent_goes_on(self, line: Line, frame: Frame) -> bool:
        here = (line.x0 - frame.left) / line.size
        last, last_frame = self._held[-1]
        before = (last.x0 - last_frame.left) / last.size
        if _is_centred(line, frame) and _is_centred(last, last_frame):
            return True
        if len(self._held) > 1:
            return abs(here - before) <= _SAME_INDENT
        if here < before - _SAME_INDENT or abs(here) <= _SAME_INDENT:
            return True
        return abs(here - frame.indent) > _SAME_INDENT and here < _SET_IN


def _is_centred(line: Line, frame: Frame) -> bool:
    left, right = line.x0 - frame.left, frame.right - line.x1
    return abs(left - right) <= _CENTRED * line.size and left >= _SET_IN * line.size


def _is_head_of_entry(line: Line, frame: Frame) -> bool:
    """Say whether a line may be the first half of a contents entry; those are broken well before the margin."""
    wide = line.width > _HALF * (frame.right - frame.left)
    return wide and (numbered(line.text) is not None or not _is_centred(line, frame))
