"""Ruling lines → grids: where the cells of the ruled tables of a page are. Geometry only, no text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf_page import Rule

_SAME_LINE = 1.2
_GAP = 4.0
_SHORTEST = 5.0
_TOUCH = 1.2
_CLUSTER = 2.6
_SEAM = (0.8, 4.0)
_REACH = 0.3
_WALL = 0.6
_OVERHANG = 8.0
_MOST_RULES = 1500


@dataclass(frozen=True, slots=True)
class Area:
    """One cell of a grid, merged ones once."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(slots=True)
class Grid:
    """A ruled table on one page. Shapes: one more edge than there are columns (``xs``) and rows (``ys``)."""

    xs: list[float]
    ys: list[float]
    areas: list[Area]

    def owners(self) -> dict[tuple[int, int], Area]:
        """Return for every place the cell that covers it."""
        return {
            (row, column): area
            for area in self.areas
            for row in range(area.row, area.row + area.row_span)
            for column in range(area.column, area.column + area.column_span)
        }


def grids_of(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    """Return the grids that horizontal and vertical rules form, from top to bottom, then left to right."""
    pieces = [rule for rule in down if rule.end - rule.start > _CLUSTER]
    found = [
        grid
        for rules in _connected(merged(across), merged(down))
        for part in _parted(*rules, pieces)
        if (grid := _grid(*part)) is not None
    ]
    found.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return found


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the pieces of each line: segments cell by cell, dashes, dots; drop what stays too short for a rule."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][-1].at <= _SAME_LINE / 2 and rule.at - lines[-1][0].at <= _SAME_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    found: list[Rule] = []
    for line in lines:
        line.sort(key=lambda rule: rule.start)
        at = sum(rule.at for rule in line) / len(line)
        start, end = line[0].start, line[0].end
        for rule in line[1:]:
            if rule.start - end <= _GAP:
                end = max(end, rule.end)
            else:
                found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the sets of rules that touch one another, each with both kinds."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = [rule.at for rule in across]
    for index, rule in enumerate(down, start=len(across)):
        first = bisect_left(heights, rule.start - _TOUCH)
        for other in range(first, bisect_right(heights, rule.end + _TOUCH)):
            if across[other].start - _TOUCH <= rule.at <= across[other].end + _TOUCH:
                parent[root(other)] = root(index)
    sets: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*across, *down]):
        sets.setdefault(root(index), ([], []))[0 if index < len(across) else 1].append(rule)
    # What has more rules than any table is a drawing.
    return [rules for rules in sets.values() if rules[0] and rules[1] and sum(map(len, rules)) <= _MOST_RULES]


def _parted(across: list[Rule], down: list[Rule], pieces: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Part two tables that stand one right below the other: two full rules and no vertical piece between them.

    A table with a double line inside looks alike, but its columns go on below.
    """
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    full = [r for r in across if r.start < left + _CLUSTER and r.end > right - _CLUSTER]
    for upper, lower in pairwise(full):
        seam = (upper.at + lower.at) / 2
        if not _SEAM[0] <= lower.at - upper.at <= _SEAM[1]:
            continue
        inside = (upper.at + _REACH, lower.at - _REACH)
        if any(r.start < inside[1] and r.end > inside[0] and left <= r.at <= right for r in pieces):
            continue
        above = [Rule(r.at, r.start, min(r.end, upper.at)) for r in down if r.start < upper.at - _CLUSTER]
        below = [Rule(r.at, max(r.start, lower.at), r.end) for r in down if r.end > lower.at + _CLUSTER]
        ends = {round(r.at) for r in above if r.end > upper.at - _CLUSTER}
        starts = {round(r.at) for r in below if r.start < lower.at + _CLUSTER}
        if above and below and ends != starts:
            rest = _parted([r for r in across if r.at > seam], below, pieces)
            return [([r for r in across if r.at < seam], above), *rest]
    return [(across, down)]


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    xs = _edges([rule.at for rule in down], [(r.start, r.end) for r in across])
    ys = _edges([rule.at for rule in across], [(r.start, r.end) for r in down])
    if len(xs) < 2 or len(ys) < 2:
        return None
    walls = _walls(down, xs, ys)
    floors = _walls(across, ys, xs)
    areas = _areas(len(ys) - 1, len(xs) - 1, walls, floors)
    return _without_idle_edges(Grid(xs, ys, areas))


def _edges(values: list[float], reaches: list[tuple[float, float]]) -> list[float]:
    """Cluster the coordinates of parallel rules (a double line is one edge).

    Where two or more rules of the other direction reach out further, the side is open and its edge is there.
    """
    edges = clustered(values, _CLUSTER)
    starts = sorted(start for start, _ in reaches)
    ends = sorted(end for _, end in reaches)
    if len(reaches) >= 2 and starts[1] < edges[0] - _OVERHANG:
        edges.insert(0, starts[0])
    if len(reaches) >= 2 and ends[-2] > edges[-1] + _OVERHANG:
        edges.append(ends[-1])
    return edges


def clustered(values: Iterable[float], tolerance: float) -> list[float]:
    """Return the means of values that lie together, in order."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _walls(rules: list[Rule], at: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Return the pairs (edge, stretch) that are ruled; outer edges always are."""
    found = {(edge, stretch) for edge in (0, len(at) - 1) for stretch in range(len(along) - 1)}
    for rule in rules:
        edge = min(range(len(at)), key=lambda index: abs(at[index] - rule.at))
        for stretch in range(len(along) - 1):
            start, end = along[stretch], along[stretch + 1]
            if min(end, rule.end) - max(start, rule.start) >= _WALL * (end - start):
                found.add((edge, stretch))
    return found


def _areas(rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]) -> list[Area]:
    """Grow every cell to the right, then downwards, as long as nothing is ruled between."""
    taken: set[tuple[int, int]] = set()
    found: list[Area] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < columns
                and (column + wide, row) not in walls
                and (row, column + wide) not in taken
            ):
                wide += 1
            high = 1
            while row + high < rows and _is_open(row + high, column, wide, walls, floors):
                high += 1
            found.append(Area(row, column, high, wide))
            taken.update((row + r, column + c) for r in range(high) for c in range(wide))
    return found


def _is_open(
    row: int, column: int, wide: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> bool:
    """Say whether a cell of this width goes on into the row: nothing ruled above or inside it there."""
    return not any((row, column + step) in floors for step in range(wide)) and not any(
        (column + step, row) in walls for step in range(1, wide)
    )


def _without_idle_edges(grid: Grid) -> Grid | None:
    """Drop edges at which no cell begins or ends."""
    rows = sorted({area.row for area in grid.areas})
    columns = sorted({area.column for area in grid.areas})
    areas = [
        Area(
            bisect_left(rows, area.row),
            bisect_left(columns, area.column),
            bisect_left(rows, area.row + area.row_span) - bisect_left(rows, area.row),
            bisect_left(columns, area.column + area.column_span) - bisect_left(columns, area.column),
        )
        for area in grid.areas
    ]
    if len(areas) < 2:
        return None  # a frame
    xs = [grid.xs[column] for column in columns] + [grid.xs[-1]]
    ys = [grid.ys[row] for row in rows] + [grid.ys[-1]]
    return Grid(xs, ys, areas)
