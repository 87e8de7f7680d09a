"""Heads of a flattened table over one line or two → which columns each stands over; no cell where that is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from corpus.document.raw import RawCell, RawText
from corpus.readers.plain_kinds import number

_NAMES_LABELS = re.compile("项目|名称|类别|分类|指标|单位|内容|事项|科目|地区|年[份度]|序号")
_OF_WHICH = re.compile("其中[：:]?")
_SUM = re.compile("全年|累计|合计|小计|总计|总数")
_FEWEST_OF_SUM = 3
_RATE = re.compile("率|%|％|占比|比例|比重")

Groups = tuple[int, ...]
"""For every upper head how many columns it stands over; 0 marks one that goes on down beside the groups."""


def head_cells(
    heads: Sequence[Sequence[str]], columns: int, full: Sequence[Sequence[str]]
) -> tuple[list[RawCell], list[str]] | None:
    """Return the cells of the heads, and the lowest head of every column; None where these are in doubt.

    Shapes: ``full`` are rows that have a piece for each column.
    """
    if len(heads) == 1:
        lowest = list(heads[0])
        if len(lowest) == columns - 1 and not _NAMES_LABELS.search(lowest[0]):
            lowest = ["", *lowest]
        cells = [RawCell(0, column, 1, 1, RawText(text)) for column, text in enumerate(lowest)]
        return (cells, lowest) if len(lowest) == columns else None
    upper, lower = heads
    if len(lower) == columns:
        size, rest = divmod(columns, len(upper))
        twins = size > 1 and not rest and all(lower[at].startswith(lower[at % size]) for at in range(columns))
        return _cells(upper, lower, (size,) * len(upper)) if twins else None
    ways = list(_groupings(upper, lower, columns))
    for proved in (
        [groups for groups in ways if _is_even(groups, lower)],
        [groups for groups in ways if _has_sums(groups, lower, full)],
        [groups for groups in ways if _is_named(groups, upper, lower)],
    ):
        if proved:
            ways = [groups for groups in ways if groups in proved] or ways
    return _cells(upper, lower, ways[0]) if len(ways) == 1 else None


def _parted(groups: Groups, lower: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield for every group the number of its upper head, its first column, and its lower heads."""
    column = used = 0
    for at, size in enumerate(groups):
        if size:
            yield at, column, list(lower[used : used + size])
        used += size
        column += max(size, 1)


def _has_sums(groups: Groups, lower: Sequence[str], full: Sequence[Sequence[str]]) -> bool:
    """Say whether what is named a sum at an end of a group is the sum of the others, in all rows and not of zeros."""
    seen = False
    for _, first, names in _parted(groups, lower):
        for at in (0, len(names) - 1):
            if len(names) < _FEWEST_OF_SUM or not _SUM.fullmatch(names[at]):
                continue
            rows = [[number(text) for text in row[first : first + len(names)]] for row in full]
            values = [[value or Decimal(0) for value in row] for row in rows]
            if not all(2 * row[at] == sum(row, Decimal(0)) for row in values):
                return False
            seen = seen or any(sum(map(bool, row)) >= _FEWEST_OF_SUM for row in values)
    return seen


def _is_named(groups: Groups, upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Say whether every lower head that begins with an upper one stands below it, and there is such a head."""
    seen = False
    for at, _, names in _parted(groups, lower):
        for name in names:
            owners = {n for n, head in enumerate(upper) if len(head) > 1 and name.startswith(head)}
            if owners and at not in owners:
                return False
            seen = seen or bool(owners)
    return seen


def _groupings(upper: Sequence[str], lower: Sequence[str], columns: int) -> Iterator[Groups]:
    """Yield the ways in which the upper heads stand over the lower ones; the first head goes down beside them."""
    groups = len(upper) - (columns - len(lower))
    if not 1 <= groups < len(upper) or 2 * groups > len(lower):
        return
    for over in combinations(range(1, len(upper)), groups):
        if any(_OF_WHICH.fullmatch(head) and at not in over for at, head in enumerate(upper)):
            continue
        for sizes in _sizes(len(lower), groups):
            if not _repeats(lower, sizes):
                yield tuple(sizes[over.index(at)] if at in over else 0 for at in range(len(upper)))


def _sizes(count: int, groups: int) -> Iterator[Groups]:
    for breaks in combinations(range(2, count - 1), groups - 1):
        ends = (0, *breaks, count)
        sizes = tuple(end - start for start, end in pairwise(ends))
        if min(sizes) > 1:
            yield sizes


def _repeats(lower: Sequence[str], sizes: Groups) -> bool:
    """Say whether a group would hold one head twice."""
    start = 0
    for size in sizes:
        if len(set(lower[start : start + size])) < size:
            return True
        start += size
    return False


def _is_even(groups: Groups, lower: Sequence[str]) -> bool:
    """Say whether groups are of one size, and heads of rates stand in the same place of each and not in all places."""
    sizes = {size for size in groups if size}
    if len(sizes) != 1:
        return False
    size = sizes.pop()
    rates = [_RATE.search(head) is not None for head in lower]
    same = all(rates[at] == rates[at % size] for at in range(len(rates)))
    repeats = all(lower[at] == lower[at % size] for at in range(len(lower)))
    return len(lower) > size and (repeats or (same and 0 < sum(rates[:size]) < size))


def _cells(upper: Sequence[str], lower: Sequence[str], groups: Groups) -> tuple[list[RawCell], list[str]]:
    cells: list[RawCell] = []
    lowest: list[str] = []
    rest = list(lower)
    for head, size in zip(upper, groups, strict=True):
        at = len(lowest)
        cells.append(RawCell(0, at, 1 if size else 2, size or 1, RawText(head)))
        lowest += rest[:size] if size else [head]
        cells += [RawCell(1, at + n, 1, 1, RawText(text)) for n, text in enumerate(rest[:size])]
        del rest[:size]
    return cells, lowest
