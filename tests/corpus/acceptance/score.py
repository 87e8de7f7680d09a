"""How far a reading agrees with the key: cells, figures, headings, contents."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from corpus.document.model import Document
from tests.corpus.acceptance.keyed import (
    Grid,
    Keyed,
    WantedCell,
    read_contents,
    read_figures,
    read_grids,
    read_headings,
)


@dataclass
class Score:
    """Counts, which add up over files. ``wrong`` are figures read that the key does not hold; ``faults`` are lines."""

    cells: int = 0
    placed: int = 0
    whole: int = 0
    figures: int = 0
    found: int = 0
    wrong: int = 0
    titles: int = 0
    titled: int = 0
    faults: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in ("cells", "placed", "whole", "figures", "found", "wrong", "titles", "titled"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults += other.faults
        return self


def score(keyed: Keyed, document: Document) -> Score:
    """Hold a document as read against its key; a doubtful figure counts as not read."""
    made = scored(keyed, read_grids(document), read_figures(document, sure=False), read_figures(document))
    for what, wanted, got in (
        ("heading", keyed.headings, read_headings(document)),
        ("contents", keyed.contents, read_contents(document)),
    ):
        made.titles += len(wanted)
        made.titled += _in_order(wanted, got)
        made.faults += [
            f"{keyed.name}: {what} {line}"
            for line in _differences(wanted, got)
            if wanted or what == "contents"
        ]
    return made


def scored(
    keyed: Keyed, grids: Sequence[Grid], figures: list[str], sure: list[str], *, anywhere: bool = False
) -> Score:
    """Hold tables and figures against the key. ``sure`` are the figures of which the reader is certain.

    ``anywhere`` forgives lines around a table that were taken into it: places count from where most cells agree.
    """
    made = Score()
    _cells(keyed, grids, made, anywhere=anywhere)
    wanted = keyed.figures()
    made.figures = len(wanted)
    made.found = _in_order(wanted, sure)
    extra = Counter(sure) - Counter(wanted)
    made.wrong = extra.total()
    if figures != wanted:
        made.faults += [f"{keyed.name}: figures {line}" for line in _differences(wanted, figures)]
    if extra:
        made.faults.append(f"{keyed.name}: WRONG {dict(extra)}")
    return made


def _cells(keyed: Keyed, grids: Sequence[Grid], made: Score, *, anywhere: bool) -> None:
    """Hold each table of the key against the read table that shares most with it, no table twice."""
    pairs = _paired(keyed.grids, grids)
    for number, wanted in enumerate(keyed.grids):
        if number in keyed.uncounted:
            continue
        got = grids[pairs[number]] if number in pairs else ()
        if anywhere:
            got = _moved(got, wanted)
        places = {(cell.row, cell.column): cell for cell in got}
        made.cells += len(wanted)
        for cell in wanted:
            there = places.get((cell.row, cell.column))
            placed = there is not None and there.text == cell.text
            made.placed += placed
            made.whole += placed and there == cell
            if not placed or there != cell:
                made.faults.append(f"{keyed.name}: table {number} {tuple(cell)} is {there and tuple(there)}")
    if keyed.grids and len(grids) > len(pairs):
        made.faults.append(f"{keyed.name}: {len(grids) - len(pairs)} tables too many")


def _moved(got: Grid, wanted: Grid) -> Grid:
    """Return a table moved by the rows and columns that bring most of its cells to their places."""
    at = {cell.text: cell for cell in wanted}
    moves = Counter(
        (at[cell.text].row - cell.row, at[cell.text].column - cell.column) for cell in got if cell.text in at
    )
    down, right = moves.most_common(1)[0][0] if moves else (0, 0)
    return tuple(cell._replace(row=cell.row + down, column=cell.column + right) for cell in got)


def _paired(wanted: Sequence[Grid], grids: Sequence[Grid]) -> dict[int, int]:
    shared = sorted(
        (
            (-(Counter(c.text for c in one) & Counter(c.text for c in other)).total(), n, m)
            for n, one in enumerate(wanted)
            for m, other in enumerate(grids)
        ),
    )
    pairs: dict[int, int] = {}
    for count, n, m in shared:
        if count and n not in pairs and m not in pairs.values():
            pairs[n] = m
    return pairs


def _in_order(wanted: Sequence[Hashable], got: Sequence[Hashable]) -> int:
    matcher = difflib.SequenceMatcher(None, list(wanted), list(got), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _differences(wanted: Sequence[Hashable], got: Sequence[Hashable]) -> list[str]:
    matcher = difflib.SequenceMatcher(None, list(wanted), list(got), autojunk=False)
    return [
        f"{list(wanted[i1:i2])} read as {list(got[j1:j2])}"
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]


def misplaced(keyed: Keyed, grids: Sequence[Grid]) -> list[str]:
    """Return the figures that stand in another column than their own, whatever rows and columns were lost."""
    found: list[str] = []
    for wanted_at, got_at in _paired(keyed.grids, grids).items():
        wanted, got = _rows(_as_seen(keyed.grids[wanted_at])), _rows(grids[got_at])
        texts = {row: {cell.text for cell in cells} for row, cells in wanted.items()}
        twins = [
            (cell, [own.column for own in wanted[best] if own.text == cell.text])
            for cells in got.values()
            for best in [max(texts, key=lambda row: len(texts[row] & {cell.text for cell in cells}))]
            for cell in cells
            if cell.text[0].isdigit() and cell.column_span == 1
        ]
        moves = Counter(column - cell.column for cell, columns in twins for column in columns)
        right = moves.most_common(1)[0][0] if moves else 0
        found += [
            f"{keyed.name}: {tuple(cell)} belongs to {columns}"
            for cell, columns in twins
            if columns and cell.column + right not in columns
        ]
    return found


def _as_seen(cells: Grid) -> list[WantedCell]:
    """Return the cells in the columns that the print shows: where no cell begins, two are merged in every row."""
    begun = sorted({cell.column for cell in cells})
    return [cell._replace(column=begun.index(cell.column)) for cell in cells]


def _rows(cells: Sequence[WantedCell]) -> dict[int, list[WantedCell]]:
    rows: dict[int, list[WantedCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows
