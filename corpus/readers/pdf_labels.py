"""The labels at the left of a table without rules that some rows lack: taken out of its rows, and given back as merged cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.document.table_heads import is_figure
from corpus.readers.pdf_cells import PartCell
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_merged import Above, Band, Label, Spans, labels_of, spans_of
from corpus.readers.pdf_rows import Piece, Row, gutters_between, rows_of, split_at
from corpus.readers.plain_kinds import TOTAL

_CENTRED = 0.3
_OFF_CENTRE = 0.7
_FEWEST_CENTRED = 3
_MOSTLY = 0.6

Columns = Sequence[tuple[float, float]]


class _Wide(NamedTuple):
    """A label over several columns, in one row: the first and the last of them."""

    label: Label
    row: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MergedLabels:
    """The labels of the columns at the left whose cells cover several rows, by column, and how many lines are heads.

    Shapes: ``middles`` are the places of all words of a column, its head included.
    """

    heads: int
    labels: dict[int, list[Label]] = field(default_factory=dict)
    middles: dict[int, list[float]] = field(default_factory=dict)

    def without(self, rows: Sequence[Row], columns: Columns) -> Sequence[Row]:
        """Return the rows that are left without the lines of these labels, which may stand between two of them."""
        if not self.labels:
            return rows
        gone = {id(line) for each in self.labels.values() for label in each for line in label.lines}
        lines = [line for row in rows for piece in row.pieces for line in piece.lines if id(line) not in gone]
        left = rows_of(sorted(lines, key=lambda line: line.top + line.bottom))
        return [split_at(row, gutters_between(columns)) for row in left]

    def cells(
        self, body: Sequence[Sequence[Row]], above: Above, columns: Columns
    ) -> tuple[list[PartCell], bool]:
        """Return the labels as cells, and whether it is certain which rows each covers.

        A label of which it is not certain stands in the row that is nearest to it,
        as if nothing were merged.
        """
        if not self.labels or not body:
            return [], True
        totals = [label for each in self.labels.values() for label in each if label.is_total]
        bands = [_band(group, totals) for group in body]
        wide = self._wide(body, bands, columns)
        single = [[x for x in each if all(x is not w.label for w in wide)] for each in self.labels.values()]
        taken = [{w.row for w in wide if w.first <= column <= w.last} for column in self.labels]
        spans = self._spans(single, taken, bands, above, body, columns)
        cells = {
            (w.row, w.first): PartCell(w.row, w.first, 1, w.last - w.first + 1, 0.0, list(w.label.lines))
            for w in wide
        }
        for column, each, rows, found in zip(self.labels, single, taken, spans, strict=True):
            for number, label in enumerate(each):
                nearest = min(range(len(bands)), key=lambda n: abs(bands[n].middle - label.middle))
                first, stop = found[number] if found is not None else (nearest, nearest + 1)
                cells.setdefault(
                    (first, column), PartCell(first, column, stop - first, 1, 0.0)
                ).lines += label.lines
            first = found[0][0] if found else len(bands) if found is not None else 0
            ends = (n for n, band in enumerate(bands[:first]) if band.is_total or n in rows)
            if (leading := next(ends, first)) > 0:
                cells[0, column] = PartCell(0, column, leading, 1, 0.0)  # goes on from the page before
        return list(cells.values()), all(found is not None for found in spans)

    def _spans(
        self,
        labels: Sequence[Sequence[Label]],
        taken: Sequence[set[int]],
        bands: Sequence[Band],
        above: Above,
        body: Sequence[Sequence[Row]],
        columns: Columns,
    ) -> Spans:
        """Return the rows of every label by column: those above heads within the table stand by themselves."""
        middle = _in_the_middle(body, columns)
        at = [
            n
            for n, (group, band) in enumerate(zip(body, bands, strict=True))
            if not any(is_figure(piece.text) for row in group for piece in row.pieces)
            and len({column_of(piece, columns) for row in group for piece in row.pieces}) + len(labels)
            == len(columns)
            and all(any(band.holds(label) for label in each) for each in labels)
        ]
        if not at:
            return spans_of(labels, taken, bands, above, middle)
        found: Spans = [() for _ in labels]
        for start, stop in pairwise([0, at[-1], at[-1] + 1, len(bands)]):
            if start == stop:
                continue
            upper = bands[start - 1].bottom if start else float("-inf")
            lower = bands[stop].top if stop < len(bands) else float("inf")
            inside = [[label for label in each if upper < label.middle < lower] for each in labels]
            rows = [{row - start for row in each if start <= row < stop} for each in taken]
            over = Above(bands[start - 1].bottom, open=False) if start else above
            part = spans_of(inside, rows, bands[start:stop], over, middle)
            for column, spans in enumerate(part):
                own = found[column]
                if spans is None or own is None:
                    found[column] = None
                else:
                    found[column] = (*own, *((first + start, last + start) for first, last in spans))
        return found

    def _wide(self, body: Sequence[Sequence[Row]], bands: Sequence[Band], columns: Columns) -> list[_Wide]:
        """Return the labels that stand beside the middle of their column, in the middle of several that are else blank."""
        found: list[_Wide] = []
        for column, labels in self.labels.items():
            middle = median(self.middles[column])
            for label in labels:
                size = label.lines[0].size
                centred = sum(abs(other - middle) <= _CENTRED * size for other in self.middles[column])
                if centred < max(_FEWEST_CENTRED, _MOSTLY * len(self.middles[column])):
                    continue
                off = label.centre - middle
                row = next(
                    (n for n, b in enumerate(bands) if abs(b.middle - label.middle) <= _CENTRED * size), None
                )
                if abs(off) <= _OFF_CENTRE * size or row is None:
                    continue
                filled = {column_of(piece, columns) for each in body[row] for piece in each.pieces}
                filled |= {
                    other
                    for other, those in self.labels.items()
                    if any(abs(each.middle - label.middle) <= _CENTRED * size for each in those)
                    and other != column
                }
                reaches = _reaches(column, off > 0, filled, len(columns))
                if reaches:
                    best = min(
                        reaches, key=lambda r: abs((columns[r[0]][0] + columns[r[1]][1]) / 2 - label.centre)
                    )
                    found.append(_Wide(label, row, *best))
        return found


def _reaches(column: int, rightwards: bool, filled: set[int], count: int) -> list[tuple[int, int]]:
    """Return the runs of columns that begin or end with one and hold nothing else."""
    found: list[tuple[int, int]] = []
    for other in range(column + 1, count) if rightwards else range(column - 1, -1, -1):
        if other in filled:
            break
        found.append((min(column, other), max(column, other)))
    return found


def column_of(piece: Piece, columns: Columns) -> int:
    """Return the column that a piece stands in: the one it shares most with, else the nearest."""
    middle = (piece.x0 + piece.x1) / 2
    shared = [min(x1, piece.x1) - max(x0, piece.x0) for x0, x1 in columns]
    return max(range(len(columns)), key=lambda n: (shared[n], -abs(sum(columns[n]) / 2 - middle)))


def merged_labels(rows: Sequence[Row], heads: int, columns: Columns) -> MergedLabels:
    """Return the labels of the columns at the left that some rows of figures lack, and how many lines are heads.

    The first line of such a label may stand above the first row of figures, and is no head.
    """
    held: dict[int, list[Piece]] = {}
    for row in rows:
        for piece in row.pieces:
            held.setdefault(column_of(piece, columns), []).append(piece)
    figures = [row for row in rows[heads:] if row.has_figures]
    if not figures:
        return MergedLabels(heads)
    merged: list[int] = []
    for column in range(len(columns) - 1):
        filled = {id(piece) for piece in held.get(column, [])}
        if not all(any(id(piece) in filled for piece in row.pieces) for row in figures):
            merged.append(column)
        elif not all(is_figure(piece.text) for piece in held[column] if piece.top >= figures[0].top):
            break  # unless the rows are numbered
    if not merged or len(merged) + 1 >= len(columns):
        return MergedLabels(heads)
    labels: dict[int, list[Label]] = {}
    for column in merged:
        found = labels_of(line for piece in held.get(column, []) for line in piece.lines)
        labels[column] = [label for label in found if label.bottom > figures[0].top]
    below = {id(line) for each in labels.values() for label in each for line in label.lines}
    while heads and all(id(line) in below for piece in rows[heads - 1].pieces for line in piece.lines):
        heads -= 1
    middles = {c: [(piece.x0 + piece.x1) / 2 for piece in held.get(c, [])] for c in merged}
    return MergedLabels(heads, labels, middles)


def _band(group: Sequence[Row], totals: Sequence[Label]) -> Band:
    top, bottom = min(row.top for row in group), max(row.bottom for row in group)
    named = any(TOTAL.fullmatch("".join(row.pieces[0].text.split())) for row in group)
    return Band(top, bottom, named or any(top <= label.middle <= bottom for label in totals))


def _in_the_middle(body: Sequence[Sequence[Row]], columns: Columns) -> bool | None:
    """Say whether the shorter cells of a row stand in its middle, or at its top; None where no row tells."""
    votes: Counter[bool] = Counter()
    for group in body:
        held: dict[int, list[Line]] = {}
        for piece in (piece for row in group for piece in row.pieces):
            held.setdefault(column_of(piece, columns), []).extend(piece.lines)
        cells = [Label(tuple(sorted(lines, key=lambda line: line.top))) for lines in held.values()]
        highest = max(cells, key=lambda cell: cell.bottom - cell.top)
        for cell in cells:
            off = _CENTRED * cell.lines[0].size
            middle, top = abs(cell.middle - highest.middle) <= off, abs(cell.top - highest.top) <= off
            if middle != top:
                votes[middle] += 1
    return None if len(votes) != 1 else votes[True] > 0
