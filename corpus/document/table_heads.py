"""How many leading rows of a table are column heads."""

from __future__ import annotations

import re
import unicodedata

from corpus.document.raw import RawCell, RawTable

_FIGURE = re.compile(
    r"[¥￥]?[(（]?[-−+＋]?[\d,，\s]*\d(?:\.\d+)?[)）]?\s*"
    r"(?:%|‰|亿元|百万元|万元|千元|元|分|人|个|项|次|家|户|辆|台|套|万|亿)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d\s*年?度?")
SPACED_WORDS = frozenset(
    ("合计", "总计", "小计", "总分", "项目", "科目", "单位", "名称", "备注", "类别", "金额", "指标")
)
"""Words of two characters that are often set wide, as in 合　计, and are one word all the same."""

_LONGEST_HEAD = 30
_MOST = 5


def header_rows(table: RawTable) -> int:
    """Return the stated number, else the leading rows of short labels that stand above figures.

    A table without any figure gives 0: there is nothing that its heads would have to explain to a checker.
    """
    if table.header_rows is not None and 0 < table.header_rows < table.rows:
        return table.header_rows
    rows: dict[int, list[RawCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    if not any(is_figure(cell.body.text) for cell in table.cells):
        return 0
    count = reach = 0
    while count < min(_MOST, table.rows - 1):
        cells = rows.get(count, [])
        over_heads = _is_over_all(cells, table) and _is_head(rows.get(count + 1, []), below_head=False)
        if not (over_heads or _is_head(cells, below_head=count < reach) or _is_column_numbers(cells, count)):
            break
        reach = max([reach, *(cell.row + cell.row_span for cell in cells if cell.column > 0)])
        count += 1
    return count


def is_figure(text: str) -> bool:
    """Say whether a cell is one figure, a year excepted."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(_FIGURE.fullmatch(plain)) and not _YEAR.fullmatch(plain)


def _is_head(cells: list[RawCell], *, below_head: bool) -> bool:
    labels = [cell.body.text for cell in cells if cell.body.text]
    if not labels:
        return below_head
    if any(is_figure(label) or len(label) > _LONGEST_HEAD for label in labels):
        return False
    return len(labels) >= 2 or below_head


def _is_over_all(cells: list[RawCell], table: RawTable) -> bool:
    """Say whether a row is one label over the whole table: 预算数 above the heads of its columns."""
    return len(cells) == 1 and cells[0].column_span == table.columns and _is_label(cells[0].body.text)


def _is_label(text: str) -> bool:
    return bool(text) and not is_figure(text) and len(text) <= _LONGEST_HEAD


def _is_column_numbers(cells: list[RawCell], row: int) -> bool:
    """The row 栏次 | 1 | 2 | 3 of statutory forms."""
    labels = [unicodedata.normalize("NFKC", cell.body.text).strip() for cell in cells if cell.body.text]
    figures = [label for label in labels if label.isdecimal()]
    words = [label for label in labels if not label.isdecimal()]
    counted = [str(number) for number in range(1, len(figures) + 1)]
    return (
        row > 0
        and len(figures) >= 2
        and figures == counted
        and all(word in ("栏次", "行次") for word in words)
    )
