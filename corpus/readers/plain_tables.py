"""Rows of a flattened table, one a line → the table again, where heads and figures leave no doubt of its columns.

Blank cells leave no trace in a line. A row shorter than the others is placed only where its figures fit the columns in
one way; else it stays one cell across the table, which is then marked as not whole, so that nothing is added up in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from corpus.document.raw import RawCell, RawParagraph, RawTable, RawText
from corpus.document.table_heads import is_figure
from corpus.readers.plain_scores import WIDE_GAP, pieces, score_table
from corpus.readers.plain_tabs import tabbed_table
from corpus.readers.plain_wide import wide_table

_BLANKS = ("-", "—", "——", "–", "－", "/")
_FEWEST = 3
_MOST_HEADS = 2
_LONGEST_HEAD = 20
_LONGEST_LABEL = 24
_MOST_COLUMNS = 20
_MOST_LONE = 4
_MOST_WAYS = 2000
_YEAR = re.compile(r"(?:19|20)\d\d年")
_NAMES_LABELS = re.compile("项目|名称|类别|分类|指标|单位|内容|事项|科目|地区|年[份度]|序号")
_ITEM = re.compile(r"其中|[0-9（(一二三四五六七八九十]")
_TOTAL = re.compile("合计|总计|小计|总额")
_SENTENCE = re.compile(r"[。；！？]")
_PROSE = re.compile(r"[。；！？：]")


@dataclass(slots=True)
class _Table:
    """A table in the making: heads, and rows as texts by column; a row of one text at -1 stands across it."""

    heads: list[RawCell]
    depth: int
    columns: int
    rows: list[dict[int, str]]
    partial: bool = False

    def raw(self) -> RawTable:
        cells = list(self.heads)
        for number, row in enumerate(self.rows, start=self.depth):
            for column, text in sorted(row.items()):
                wide = self.columns if column < 0 else 1
                high = self._height(number - self.depth) if column == 0 else 1
                cells.append(RawCell(number, max(column, 0), high, wide, RawText(text)))
        rows = self.depth + len(self.rows)
        return RawTable(rows, self.columns, tuple(cells), header_rows=self.depth, partial=self.partial)

    def _height(self, at: int) -> int:
        """Return how many rows a label in the first column stands beside: those below it that leave the column blank."""
        end = at + 1
        while end < len(self.rows) and 0 not in self.rows[end] and -1 not in self.rows[end]:
            end += 1
        return end - at


def rebuilt(paragraphs: Sequence[str]) -> list[RawParagraph | RawTable]:
    """Return the paragraphs, with tables in place of the lines that were their rows."""
    found: list[RawParagraph | RawTable] = []
    index = 0
    while index < len(paragraphs):
        whole = next(
            (there for read in (tabbed_table, wide_table, score_table) if (there := read(paragraphs, index))),
            None,
        )
        made = _table_at(paragraphs, index) if whole is None else None
        if whole is not None:
            table, index = whole
            found.append(table)
        elif made is not None:
            found.append(made[0].raw())
            index = made[1]
        else:
            found.append(RawParagraph(RawText(paragraphs[index].strip())))
            index += 1
    return found


def _table_at(paragraphs: Sequence[str], index: int) -> tuple[_Table, int] | None:
    """Return the table whose heads begin here, and where it ends; None where there is none, or any doubt."""
    heads: list[list[str]] = []
    while index + len(heads) < len(paragraphs) and len(heads) < _MOST_HEADS:
        tokens = pieces(paragraphs[index + len(heads)])
        if len(tokens) < _FEWEST or not all(map(_may_be_head, tokens)):
            break
        heads.append(tokens)
    for depth in range(len(heads), 0, -1):
        made = _below(heads[:depth], paragraphs, index + depth)
        if made is not None:
            return made
    return None


def _may_be_head(token: str) -> bool:
    plain = _YEAR.sub("", token)
    return (
        len(token) <= _LONGEST_HEAD and not any(char.isdigit() for char in plain) and not _PROSE.search(token)
    )


def _below(
    heads: Sequence[Sequence[str]], paragraphs: Sequence[str], first: int
) -> tuple[_Table, int] | None:
    """Return the table that these heads have below them: the rows of one length, and what fits between them."""
    if first >= len(paragraphs) or not _is_row(row := pieces(paragraphs[first]), _is_wide(paragraphs[first])):
        return None
    columns = len(row)
    cells = _heads(heads, columns, labelled=not is_figure(row[0]))
    if cells is None:
        return None
    end = _end(paragraphs, first, columns)
    if not cells[0].body.text and not all(len(pieces(line)) == columns for line in paragraphs[first:end]):
        return None
    full = [tokens for line in paragraphs[first:end] if len(tokens := pieces(line)) == columns]
    table = _Table(cells, len(heads), columns, [])
    for number, line in enumerate(paragraphs[first:end], start=first):
        row_of = _placed(pieces(line), full, columns)
        if row_of and 0 not in row_of and _is_grand_total(row_of, last=number == end - 1):
            row_of = {0: row_of.pop(min(row_of)), **row_of}
        table.partial = table.partial or row_of is None
        table.rows.append({-1: line} if row_of is None else row_of)
    if table.rows and 0 not in table.rows[0] and -1 not in table.rows[0]:
        table.partial = (
            True  # labels of groups that stand in the middle of them: which rows they hold is not known
        )
    if end < len(paragraphs) and len(rest := pieces(paragraphs[end])) > 1:
        part_of_sum = _ITEM.match(rest[0]) or any(_TOTAL.search(row.get(0, "")) for row in table.rows)
        cut_short = bool(part_of_sum) and _is_row(rest, _is_wide(paragraphs[end]))
        table.partial = table.partial or cut_short
    return table, end


def _is_grand_total(row: dict[int, str], *, last: bool) -> bool:
    """Say whether a row is the total of all; its label stands across the first columns."""
    label = row[min(row)]
    return label.startswith("总") or (last and label.endswith("合计"))


def _is_wide(line: str) -> bool:
    return len(WIDE_GAP.split(line.strip())) > 1


def _is_row(tokens: Sequence[str], wide: bool) -> bool:
    """Say whether a line is a label and figures; in cells that stand apart there may be words too."""
    values = [is_figure(token) or token in _BLANKS for token in tokens[1:]]
    return len(tokens) <= _MOST_COLUMNS and (any(values) if wide else all(values))


def _end(paragraphs: Sequence[str], first: int, columns: int) -> int:
    """Return where the rows end: behind the last one that is whole, or placed without doubt."""
    end = at = first
    full: list[list[str]] = []
    while at < len(paragraphs) and at - end <= _MOST_LONE:
        tokens, wide = pieces(paragraphs[at]), _is_wide(paragraphs[at])
        if len(tokens) == columns and _is_row(tokens, wide):
            full.append(tokens)
            end = at + 1
        elif len(tokens) == 1:
            if len(tokens[0]) > _LONGEST_LABEL or _SENTENCE.search(tokens[0]):
                break
        elif len(tokens) > columns or not _is_row(tokens, wide):
            break
        elif _placed(tokens, full, columns) is not None:
            end = at + 1
        at += 1
    return end


def _placed(tokens: Sequence[str], full: Sequence[Sequence[str]], columns: int) -> dict[int, str] | None:
    """Return the texts of a row by column, None where its figures may stand in more columns than one."""
    if len(tokens) == columns:
        return dict(enumerate(tokens))
    if len(tokens) == 1:
        return {0: tokens[0]}
    if comb(columns, len(tokens)) > _MOST_WAYS:
        return None
    figures = [_is_value(token) for token in tokens]
    kinds = [Counter(_is_value(row[column]) for row in full) for column in range(columns)]
    ways = [
        way
        for way in combinations(range(columns), len(tokens))
        if all(kinds[column][figure] for column, figure in zip(way, figures, strict=True))
        # A row begins with its label, and labels fill their column: 下降 among figures makes no column of labels.
        and (figures[0] or not kinds[way[0]][True])
    ]
    where = {tuple(c for c, figure in zip(way, figures, strict=True) if figure) for way in ways}
    if len(where) != 1 or not any(figures):
        return None
    return dict(zip(ways[-1], tokens, strict=True))


def _is_value(token: str) -> bool:
    return is_figure(token) or token in _BLANKS


def _heads(heads: Sequence[Sequence[str]], columns: int, *, labelled: bool) -> list[RawCell] | None:
    """Return the cells of the heads; an upper row stands evenly over the lower one, or the columns are in doubt."""
    if len(heads) == 1:
        lowest = list(heads[0])
        if labelled and len(lowest) == columns - 1 and not _NAMES_LABELS.search(lowest[0]):
            lowest = ["", *lowest]
        return _in_row(0, lowest) if len(lowest) == columns else None
    upper, lower = heads
    for before, behind in ((0, 0), (1, 0), (1, 1)):
        groups = len(upper) - before - behind
        if (before and not labelled) or groups < 1 or len(lower) != columns - before - behind:
            continue
        wide, rest = divmod(len(lower), groups)
        periodic = all(lower[n] == lower[n % wide] for n in range(len(lower))) if wide else False
        if rest or wide < 2 or (before and not periodic) or (not before and labelled):
            continue
        cells = [RawCell(0, 0, 2, 1, RawText(upper[0]))] if before else []
        cells += [RawCell(0, before + n * wide, 1, wide, RawText(upper[before + n])) for n in range(groups)]
        cells += [RawCell(0, columns - 1, 2, 1, RawText(upper[-1]))] if behind else []
        return cells + [RawCell(1, before + n, 1, 1, RawText(text)) for n, text in enumerate(lower)]
    return None


def _in_row(row: int, texts: Sequence[str]) -> list[RawCell]:
    return [RawCell(row, column, 1, 1, RawText(text)) for column, text in enumerate(texts)]
