"""Labels merged over rows in a table without rules: which rows each covers, from where its words stand.

A label set in the middle of its rows has the middle of the block that they make, one set at the top begins with the
first of them. So the rows are dealt out in order among the labels of a column, such that every label stands where it
must: there is hardly ever more than one way. Where there is none, or several, the ends of the labels are not certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from corpus.readers.pdf_lines import Line
from corpus.readers.plain_kinds import TOTAL

_WRAPPED = 0.5
_OFF = 0.25

Span = tuple[int, int]
"""The first row and the row behind the last one that a label covers."""


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of one cell, close below one another."""

    lines: tuple[Line, ...]

    @property
    def top(self) -> float:
        """Return the height of its top."""
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        """Return the height of its foot."""
        return self.lines[-1].bottom

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Return the place of its middle across the page."""
        return (min(line.x0 for line in self.lines) + max(line.x1 for line in self.lines)) / 2

    @property
    def is_total(self) -> bool:
        """Say whether its words name a total, which is one row."""
        return TOTAL.fullmatch("".join("".join(line.text.split()) for line in self.lines)) is not None


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the table by all but its merged labels: top and foot of its words, and whether it is a total."""

    top: float
    bottom: float
    is_total: bool = False

    def holds(self, label: Label) -> bool:
        """Say whether a label stands in the middle of the row."""
        return abs(self.middle - label.middle) <= _OFF * label.lines[0].size

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


Fits = Callable[[Label, int, int], bool]


Spans = list[tuple[Span, ...] | None]
"""The rows of every column's labels, None where they are not certain."""


class Above(NamedTuple):
    """What is above the first row: the foot of its heads, None where there are none; whether it may go on with a page."""

    foot: float | None
    open: bool


def labels_of(lines: Iterable[Line]) -> list[Label]:
    """Return the labels that the lines of one column make, from top to bottom."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        if found and line.top - found[-1][-1].bottom < _WRAPPED * line.size:
            found[-1].append(line)
        else:
            found.append([line])
    return [Label(tuple(each)) for each in found]


def spans_of(
    columns: Sequence[Sequence[Label]],
    taken: Sequence[set[int]],
    bands: Sequence[Band],
    above: Above,
    middle: bool | None,
) -> Spans:
    """Return for every column the rows that each of its labels covers, None for a column where that is not certain.

    ``taken`` are the rows in which a label over several columns stands, by column; ``middle`` says whether the other
    cells stand in the middle of their rows, or at the top, None where they do not show it. No label reaches over the
    end of one in the columns to its left.
    """
    centred = _settled(columns, taken, bands, above.open, _in_the_middle(bands, above.foot))
    at_top = _settled(columns, taken, bands, above.open, _at_the_top(bands))
    ways = [at_top, centred] if middle is False else [centred, at_top]
    complete = [way for way in ways if None not in way]
    if complete and (middle is not None or len(complete) == 1):
        return complete[0]
    return [
        found[0] if all(each == found[0] for each in found) else None
        for found in zip(*(complete or ways), strict=True)
    ]


def _settled(
    columns: Sequence[Sequence[Label]],
    taken: Sequence[set[int]],
    bands: Sequence[Band],
    is_open: bool,
    fits: Fits,
) -> Spans:
    edges = [(upper.bottom + lower.top) / 2 for upper, lower in pairwise(bands)]
    edges = [float("-inf"), *edges, float("inf")]
    ends = {0, len(bands)}
    found: Spans = []
    for number, (labels, rows) in enumerate(zip(columns, taken, strict=True)):
        spans: list[Span] = []
        blocks = sorted(ends | rows | {row + 1 for row in rows})
        for start, end in pairwise(blocks):
            inside = [label for label in labels if edges[start] <= label.middle < edges[end]]
            if not inside and (number or start in rows):
                continue
            way = _dealt(inside, bands, (start, end), fits, is_open and not start)
            if way is None:
                found.append(None)
                break
            spans += way
        else:
            found.append(tuple(spans))
            ends = {*blocks, *(at for span in spans for at in span)}
    return found


def _dealt(
    labels: Sequence[Label], bands: Sequence[Band], block: Span, fits: Fits, is_open: bool
) -> tuple[Span, ...] | None:
    """Return the one way to deal the rows of a block out among labels; None where there is none, or no one."""
    ways = list(islice(_ways(labels, bands, block, fits, is_open), 2))
    return ways[0] if len(ways) == 1 else None


def _ways(
    labels: Sequence[Label], bands: Sequence[Band], block: Span, fits: Fits, is_open: bool
) -> Iterator[tuple[Span, ...]]:
    """Yield the ways to deal rows out, from the first label on.

    A row of a total may have none; so may the first rows of all where a label on the page before may cover them.
    """
    start, end = block
    if not labels:
        if is_open or all(band.is_total for band in bands[start:end]):
            yield ()
        return
    for first in range(start, end):
        if not is_open and not all(band.is_total for band in bands[start:first]):
            return
        for stop in range(first + 1, end + 1 if not bands[first].is_total else first + 2):
            if fits(labels[0], first, stop):
                for rest in _ways(labels[1:], bands, (stop, end), fits, False):
                    yield ((first, stop), *rest)


def _in_the_middle(bands: Sequence[Band], head: float | None) -> Fits:
    """Return whether a label stands in the middle of rows. The line between two rows lies somewhere between them."""
    gaps = [lower.top - upper.bottom for upper, lower in pairwise(bands)]
    near, far = max(min(gaps, default=0.0), 0.0) / 2, max(gaps, default=0.0)
    above = far - near if head is None else min(bands[0].top - head - near, far)
    edges = [(bands[0].top - max(above, near), bands[0].top - near)]
    edges += [(upper.bottom + near, lower.top - near) for upper, lower in pairwise(bands)]
    edges += [(bands[-1].bottom + near, bands[-1].bottom + max(far - near, near))]

    def fits(label: Label, first: int, stop: int) -> bool:
        off = _OFF * label.lines[0].size
        if label.is_total and stop > first + 1:
            return False
        low, high = (edges[first][0] + edges[stop][0]) / 2, (edges[first][1] + edges[stop][1]) / 2
        inside = edges[first][0] - off <= label.top and label.bottom <= edges[stop][1] + off
        return inside and low - off <= label.middle <= high + off

    return fits


def _at_the_top(bands: Sequence[Band]) -> Fits:
    def fits(label: Label, first: int, stop: int) -> bool:
        off = _OFF * label.lines[0].size
        if label.is_total and stop > first + 1:
            return False
        totals = any(band.is_total for band in bands[first + 1 : stop])
        inside = not totals and (stop == len(bands) or label.bottom <= bands[stop].top + off)
        return inside and abs(label.top - bands[first].top) <= off

    return fits
