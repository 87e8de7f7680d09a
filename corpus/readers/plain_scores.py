"""A flattened form of scored indicators → its rows again: weight and score of each, and what surely belongs to them.

Such a form is flattened cell by cell, long cells over many lines. Its rows end in weight and score; that every one was
found is proved by their sum, the printed total. Without that proof the lines stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from corpus.document.raw import RawCell, RawTable, RawText
from corpus.document.table_heads import SPACED_WORDS, is_figure

WIDE_GAP = re.compile(r"\s*(?:[\t\u3000]| {2,})\s*")
_APART = re.compile(r"\t| {2}")
_SET_WIDE = re.compile(r"(?<!\S)([\u4e00-\u9fff])\u3000+([\u4e00-\u9fff])(?!\S)")
"""A word of two characters set wide by full-width blanks, in a line whose cells are parted by others."""
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_VALUE = re.compile(r"[≥≤><＞＜=＝]?\s*[\d,]+(?:\.\d+)?\s*(?:%|％|‰|[\u4e00-\u9fff]{1,2})?")
_TOTAL = re.compile("总分|合计|总计|总得分")
_LEVEL = re.compile(
    r"(?:产出|效益|效果|满意度|成本|过程|投入|数量|质量|时效|经济成本|社会成本|生态环境成本|经济效益|社会效益|"
    r"生态效益|环境效益|可持续影响|服务对象满意度|社会公众满意度)指标(?:[（(]\d{1,3}分[）)])?"
)
_MOST_LINES = 600
_MOST_PIECES = 5
_FEWEST_ROWS = 4
_LONGEST_NAME = 30
_BACK = 80


def pieces(line: str) -> list[str]:
    """Return the cells of a line: parted by wide gaps where it has any, else by blanks."""
    parts = WIDE_GAP.split(
        _SET_WIDE.sub(r"\1\2", line.strip()) if _APART.search(line.strip()) else line.strip()
    )
    found: list[str] = []
    for part in parts if len(parts) > 1 else line.split():
        if found and found[-1] + part in SPACED_WORDS:
            found[-1] += part
        else:
            found.append(part)
    return found


@dataclass(slots=True)
class _Row:
    """A row: what stands before its figures, its values where they are two, weight and score, the reason behind."""

    labels: list[str]
    words: list[str]
    values: list[str]
    weight: str
    score: str
    named: bool
    reason: list[str] = field(default_factory=list)


def score_table(lines: Sequence[str], index: int) -> tuple[RawTable, int] | None:
    """Return the form whose heads begin here, and where it ends; None where there is none, or any doubt."""
    heads = pieces(lines[index])
    at = _weight_at(heads)
    if at is None or at < 3 or "指标" not in lines[index]:
        return None
    total = next(
        (n for n in range(index + 1, min(index + _MOST_LINES, len(lines))) if _total(lines[n])), None
    )
    if total is None:
        return None
    first = index + 1
    if len(heads) == at + 2:  # the last head over lines of its own
        while first < total and lines[first].startswith(("偏差", "原因", "及", "改进", "措施")):
            first += 1
        heads = [*heads, "".join(lines[index + 1 : first])] if first > index + 1 else heads
    rows, rest = _rows(lines[first:total])
    weight, score = pieces(lines[total])[1:3]
    missing = Decimal(weight) - sum((Decimal(row.weight) for row in rows), Decimal(0))
    if rest or len(rows) < _FEWEST_ROWS or (missing and missing not in _weights_above(lines, index)):
        return None
    return _table(heads, at, rows, (pieces(lines[total])[0], weight, score)), total + 1


def _weight_at(heads: Sequence[str]) -> int | None:
    for at, (head, following) in enumerate(pairwise(heads)):
        if head in ("分值", "权重", "标准分", "标准分值") and following.endswith("得分"):
            return at
    return None


def _total(line: str) -> bool:
    tokens = pieces(line)
    return len(tokens) == 3 and bool(_TOTAL.fullmatch(tokens[0])) and all(map(_NUMBER.fullmatch, tokens[1:]))


def _weights_above(lines: Sequence[str], index: int) -> set[Decimal]:
    """Return the weight of the row of funds above the form, which has heads of its own."""
    for at in range(index - 2, max(index - _BACK, -1), -1):
        heads, row = pieces(lines[at]), pieces(lines[at + 1])
        if "分值" not in heads or not heads[-1].endswith("得分") or not all(map(is_figure, row[1:])):
            continue
        shift = len(row) - len(heads)
        if shift in (0, 1) and _NUMBER.fullmatch(row[heads.index("分值") + shift]):
            return {Decimal(row[heads.index("分值") + shift])}
    return set()


def _rows(lines: Sequence[str]) -> tuple[list[_Row], bool]:
    """Return the rows, and whether a label stands behind the last of them, which then has no row."""
    found: list[_Row] = []
    held: list[str] = []
    for line in lines:
        tokens = pieces(line)
        if len(tokens) < 2 or not all(map(_NUMBER.fullmatch, tokens[-2:])):
            held.append(line)
            continue
        found.append(_row(held, tokens, found[-1] if found else None))
        held = []
    if found:
        found[-1].reason += held
    return found, any(map(_LEVEL.fullmatch, held))


def _row(held: Sequence[str], tokens: Sequence[str], before: _Row | None) -> _Row:
    before_figures = list(tokens[:-2])
    values = before_figures if len(before_figures) == 2 and all(map(_VALUE.fullmatch, before_figures)) else []
    reason, labels, words = _parted(held, before)
    if before is not None:
        before.reason += reason
    if not values:
        words = [*words, *before_figures]
    name = "".join(words)
    named = bool(values) and 0 < len(name) <= _LONGEST_NAME and "。" not in name
    return _Row(labels, words, values, tokens[-2], tokens[-1], named)


def _parted(held: Sequence[str], before: _Row | None) -> tuple[list[str], list[str], list[str]]:
    """Return the reason of the row before, the labels of levels, and the words of this row."""
    labels: list[str] = []
    start = end = 0
    index = 0
    while index < len(held):
        size = next((n for n in range(_MOST_PIECES, 0, -1) if _is_level(held[index : index + n])), 0)
        if size:
            start = index if not labels else start
            labels.append("".join(held[index : index + size]))
            end = index + size
        index += max(size, 1)
    if labels:
        return list(held[:start]), labels, list(held[end:])
    if before is not None and Decimal(before.score) < Decimal(before.weight):
        stops = [n + 1 for n, line in enumerate(held) if line.endswith("。")] or [0]
        stop = stops[-1] if stops[-1] < len(held) else stops[0]
        return list(held[:stop]), [], list(held[stop:])
    return [], [], list(held)


def _is_level(lines: Sequence[str]) -> bool:
    return bool(_LEVEL.fullmatch("".join("".join(lines).split())))


def _table(heads: Sequence[str], at: int, rows: Sequence[_Row], total: tuple[str, str, str]) -> RawTable:
    """Return the table: labels of levels as rows of their own, words that cannot be parted as one cell."""
    columns = len(heads)
    cells = [RawCell(0, column, 1, 1, RawText(head)) for column, head in enumerate(heads)]
    named = sum(row.named for row in rows)
    # Where target and result of some rows cannot be told from their words, no column is said to hold them all; where
    # this is so in most rows, a blank result is no sign of a result left out.
    if len(rows) > named >= len(rows) / 2:
        both = RawText(f"{heads[at - 2]} {heads[at - 1]}")
        cells[at - 2 : at] = [RawCell(0, at - 2, 1, 2, both)]
    number = 1
    for row in rows:
        if row.labels:
            cells.append(RawCell(number, 0, 1, columns, RawText(" ".join(row.labels))))
            number += 1
        if row.words:
            wide = 1 if row.named or named >= len(rows) / 2 else 2
            cells.append(RawCell(number, at - 3, 1, wide, RawText("".join(row.words))))
        for column, value in zip((at - 2, at - 1), row.values, strict=False):
            cells.append(RawCell(number, column, 1, 1, RawText(value)))
        cells.append(RawCell(number, at, 1, 1, RawText(row.weight)))
        cells.append(RawCell(number, at + 1, 1, 1, RawText(row.score)))
        if row.reason and columns > at + 2:
            cells.append(RawCell(number, at + 2, 1, columns - at - 2, RawText("".join(row.reason))))
        number += 1
    cells.append(RawCell(number, 0, 1, at, RawText(total[0])))
    cells += [RawCell(number, at + n, 1, 1, RawText(total[1 + n])) for n in range(2)]
    return RawTable(number + 1, columns, tuple(cells), header_rows=1)
