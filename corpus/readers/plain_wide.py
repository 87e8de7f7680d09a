"""Rows of a flattened table whose cells stand apart by wide gaps → the table again, also where cells were blank.

A piece of such a line is surely one cell; which one, blank and merged cells before it leave no trace of. A row is placed
by the kinds of its pieces, by what full rows do in their columns, or by sums; else it stays one cell across the table,
which is then marked as not whole, so that nothing is added up in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.document.raw import RawCell, RawTable, RawText
from corpus.readers.plain_groups import completed
from corpus.readers.plain_heads import head_cells
from corpus.readers.plain_kinds import COLUMN_NUMBERS, TOTAL, Columns, Kind, columns_of, kind_of
from corpus.readers.plain_scores import WIDE_GAP, pieces
from corpus.readers.plain_sums import added, parts_below
from corpus.readers.plain_ways import Way, lawful, laws_of, scored, settled, ways_of

_FEWEST_HEADS = 3
_MOST_HEADS = 2
_LONGEST_HEAD = 20
_LONGEST_LABEL = 24
_MOST_COLUMNS = 20
_MOST_LONE = 4
_MOST_PARTS = 12
_MOST_UNSURE = 24
"""Trying sums takes time; where more rows than this are in doubt, the table is not one that sums would settle."""
_NO_FIGURE = re.compile(r"(?:19|20)\d\d年|[A-Za-z]+\d+(?:\.\d+)?|[（(](?:满分|分值|权重)?\d{1,3}分[）)]")
"""A year, a name like PM2.5, and the points that a column of a form is out of: 得分（10分）."""
_SENTENCE = re.compile(r"[。；！？]")
_PROSE = re.compile(r"[。；！？]|(?<!其中)[：:](?!$)")
_POINTS = re.compile(r".*[（(]\d{1,3}(?:\.\d)?分[）)]|(?:产出|效益|满意度)指标|预算执行率?")
"""A label of the first level of a form: with the points of all that stands below it, or one of the usual three."""


@dataclass(slots=True)
class _Rows:
    """The rows of a table in the making: their pieces, and the way of each that is placed."""

    columns: Columns
    pieces: list[list[str]]
    ways: list[list[Way]] = field(default_factory=list)
    placed: dict[int, Way] = field(default_factory=dict)

    def settle(self, way_of: Callable[[int], Way | None]) -> None:
        """Place the rows that a proof places; those above count for those below."""
        for at in range(len(self.pieces)):
            if at not in self.placed and (way := way_of(at)) is not None:
                self.placed[at] = way

    def texts(self, at: int) -> dict[int, str]:
        return dict(zip(self.placed[at], self.pieces[at], strict=True))

    def above(self, at: int) -> list[dict[int, str]]:
        return [
            self.texts(number)
            for number in range(at)
            if number in self.placed and self.pieces[number][0] not in COLUMN_NUMBERS
        ]

    def first(self) -> int:
        """Return the first column that a row fills, those of sums excepted: labels of all rows may stand before it."""
        return min(
            (way[0] for at, way in self.placed.items() if not TOTAL.fullmatch(self.pieces[at][0])), default=0
        )


def is_wide(line: str, *, least: int = 2) -> bool:
    """Say whether the cells of a line stand apart by wide gaps."""
    return len(WIDE_GAP.split(line.strip())) >= least


def may_be_head(token: str) -> bool:
    """Say whether a piece can be the head of a column: short, no sentence, no figure but a year."""
    plain = _NO_FIGURE.sub("", token)
    return len(token) <= _LONGEST_HEAD and not (any(map(str.isdecimal, plain)) or _PROSE.search(token))


def wide_table(lines: Sequence[str], index: int) -> tuple[RawTable, int] | None:
    """Return the table whose heads begin here, and where it ends; None where there is none, or any doubt."""
    heads: list[list[str]] = []
    while index + len(heads) < len(lines) and len(heads) < _MOST_HEADS:
        tokens = pieces(lines[index + len(heads)])
        if len(tokens) < 2 or not is_wide(lines[index + len(heads)]):
            break
        if not all(map(may_be_head, tokens)):
            break
        heads.append(tokens)
    if not any(len(tokens) >= _FEWEST_HEADS for tokens in heads):
        return None
    for depth in range(len(heads), 0, -1):
        made = _below(heads[:depth], lines, index + depth)
        if made is not None:
            return made
    return None


def _below(heads: Sequence[Sequence[str]], lines: Sequence[str], first: int) -> tuple[RawTable, int] | None:
    end = _end(lines, first, len(heads[-1]))
    found = [pieces(line) for line in lines[first:end]]
    if not found or _are_heads(found[0]):
        return None
    columns = len(heads[0]) if len(heads) == 1 else max(map(len, found))
    if len(heads) == 1 and len(found[0]) == columns + 1:
        columns += 1
    stop = next((at for at, row in enumerate(found) if len(row) > columns), len(found))
    found, end = found[:stop], first + stop
    full = [row for row in found if len(row) == columns]
    made = head_cells(heads, columns, full)
    if not found or made is None or len(found[-1]) == 1:
        return None
    cells, lowest = made
    if not lowest[0] and len(full) < len(found):
        return None
    rows = _Rows(columns_of(lowest, full), found)
    _place(rows)
    figures = [row for at, row in enumerate(found) if at in rows.placed and len(row) > 1]
    if 3 * len(figures) < 2 * sum(len(row) > 1 for row in found):
        return None
    return _table(cells, len(heads), rows), end


def _is_words(tokens: Sequence[str], heads: int) -> bool:
    """Say whether a line holds no figure; a number before words alone is a heading, unless every head has its word."""
    return set(map(kind_of, tokens[len(tokens) < heads :])) == {Kind.WORDS}


def _are_heads(tokens: Sequence[str]) -> bool:
    """Say whether the only figures of a line are years within its words: one more line of heads, and no row."""
    return all(map(may_be_head, tokens)) and {kind_of(token) for token in tokens} == {Kind.WORDS, Kind.VALUE}


def _end(lines: Sequence[str], first: int, heads: int) -> int:
    """Return where the rows end: behind the last line of several cells with a figure among them."""
    end = at = first
    while at < len(lines) and at - end <= _MOST_LONE:
        tokens = pieces(lines[at])
        if len(tokens) == 1:
            if len(tokens[0]) > _LONGEST_LABEL or _SENTENCE.search(tokens[0]):
                break
        elif not is_wide(lines[at]) or len(tokens) > _MOST_COLUMNS or _is_words(tokens, heads):
            break
        else:
            end = at + 1
        at += 1
    return end


def _place(rows: _Rows) -> None:
    """Place every row that can be placed: full ones, by kind, by the laws of the columns, by sums."""
    columns = rows.columns
    for at, row in enumerate(rows.pieces):
        rows.ways.append([] if len(row) == 1 else ways_of(row, columns))
        if len(row) == columns.count:
            rows.placed[at] = tuple(range(columns.count))
        elif len(row) == 1 and kind_of(row[0]) is Kind.WORDS:
            rows.placed[at] = (0,)
        elif (way := settled(row, rows.ways[at])) is not None:
            rows.placed[at] = way
    laws = laws_of([row for row in rows.pieces if len(row) == columns.count], columns)
    rows.settle(lambda at: settled(rows.pieces[at], lawful(rows.pieces[at], rows.ways[at], laws)))
    _settle_sums(rows)
    rows.settle(lambda at: settled(rows.pieces[at], scored(rows.pieces[at], rows.ways[at], columns, laws)))
    _settle_sums(rows)  # of a form whose rows are placed by now
    rows.placed |= completed(rows.pieces, rows.ways, rows.placed, columns)
    _place_parts(rows)


def _settle_sums(rows: _Rows) -> None:
    if len(rows.pieces) - len(rows.placed) <= _MOST_UNSURE:
        rows.settle(lambda at: added(rows.pieces[at], rows.ways[at], rows.above(at), rows.columns))


def _place_parts(rows: _Rows) -> None:
    """Place rows of one length that follow one another and together are the last full row before them."""
    whole: int | None = None
    at = 0
    while at < len(rows.pieces):
        if at in rows.placed:
            whole = at if len(rows.pieces[at]) == rows.columns.count else whole
            at += 1
            continue
        end = _end_of_kind(rows, at)
        step = 1
        for stop in range(at + 2, end + 1) if whole is not None else ():
            way = parts_below(rows.pieces[at:stop], rows.ways[at], rows.texts(whole or 0), rows.columns)
            if way is not None:
                rows.placed |= dict.fromkeys(range(at, stop), way)
                step = stop - at
                break
        at += step


def _end_of_kind(rows: _Rows, at: int) -> int:
    """Return the end of the rows that are not placed and hold the same kinds of pieces as this one."""
    kinds = list(map(kind_of, rows.pieces[at]))
    end = at
    while end < min(len(rows.pieces), at + _MOST_PARTS) and end not in rows.placed:
        if list(map(kind_of, rows.pieces[end])) != kinds:
            break
        end += 1
    return end


def _labelled(rows: _Rows, at: int) -> dict[int, str]:
    """Return the texts of a placed row; the label of a total stands at the head of all or of its group."""
    texts = rows.texts(at)
    label, name = min(texts), rows.columns.name
    if TOTAL.fullmatch(texts[label]) or texts[label] in COLUMN_NUMBERS:
        of_all = (
            texts[label] in COLUMN_NUMBERS
            or texts[label].startswith(("总", "全"))
            or (at == len(rows.pieces) - 1 and not texts[label].startswith("小"))
        )
        return {0 if of_all else min(1, name): texts.pop(label), **texts}
    if 0 < label < name + (at == 0) and _POINTS.fullmatch(texts[label]):
        return {rows.first(): texts.pop(label), **texts}
    return texts


def _table(heads: Sequence[RawCell], depth: int, rows: _Rows) -> RawTable:
    texts = [_labelled(rows, at) if at in rows.placed else None for at in range(len(rows.pieces))]
    cells = list(heads)
    for at, row in enumerate(texts):
        if row is None:
            line = "  ".join(rows.pieces[at])
            cells.append(RawCell(depth + at, 0, 1, rows.columns.count, RawText(line)))
            continue
        for column, text in sorted(row.items()):
            high = _height(texts, at, column) if column <= max(rows.columns.name - 1, 0) else 1
            cells.append(RawCell(depth + at, column, high, 1, RawText(text)))
    late = texts[0] is not None and 0 not in texts[0] and any(row and 0 in row for row in texts[1:])
    lost = late and any(row and 0 in row and not TOTAL.fullmatch(row[0]) for row in texts[1:])
    partial = lost or any(row is None for row in texts)
    count = depth + len(texts)
    numbered = rows.pieces[0][0] in COLUMN_NUMBERS
    return RawTable(count, rows.columns.count, tuple(cells), header_rows=depth + numbered, partial=partial)


def _height(rows: Sequence[dict[int, str] | None], at: int, column: int) -> int:
    """Return how many rows a label stands beside: those below it that leave its column and all before it blank."""
    end = at + 1
    while end < len(rows):
        row = rows[end]
        if row is None or min(row) <= column:
            break
        end += 1
    return end - at
