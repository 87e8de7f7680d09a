"""How a table is to be read: which rows are heads, which columns are labels, what each column holds.

Forms change their heads half-way (附件1 has a head of persons and then one of money), so heads are settled row by row.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from corpus.document.model import Cell, Table
from rules.numbers.numerals import CellFigure, parse_cell
from rules.numbers.units import COUNT_SYMBOLS, MONEY_UNITS, PERCENT, Dimension, Unit, count

_UNIT_WORD = re.compile(
    r"[（(\[](?:单位[：:])?(亿元|百万元|万元|千元|元|%|％|‰|人|个|项|辆|次|家|户|分)[）)\]]"
)
_UNIT_BEHIND = re.compile(r"(?:\s|数|额|算|出|入|^)(亿元|百万元|万元|千元|元)$")
_STATED = re.compile(r"(亿元|百万元|万元|千元|元)")
_SKIPPED = re.compile(r"序号|编号|行次|科目编码|编码|代码|电话|日期|时间|年度$|备注|文号")
_LONGEST_HEAD = 22
_COLUMN = 2
"""Figures from which on a column is one of figures."""
_NOTHING = re.compile(r"[-—–－─/／\\]{1,3}|无|×")


class ColumnType:
    """What the figures of a column are; settled from its head, never from its position."""

    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"
    WEIGHT = "weight"
    SCORE = "score"
    TARGET = "target"
    ACTUAL = "actual"
    SKIP = "skip"
    OTHER = "other"


_TYPES = (
    (ColumnType.SKIP, _SKIPPED),
    (ColumnType.WEIGHT, re.compile(r"分值|权重|满分|标准分")),
    (ColumnType.SCORE, re.compile(r"得分|评分|自评分|扣分$|分数")),
    (ColumnType.TARGET, re.compile(r"指标值|目标值|年度目标|计划值|绩效目标$")),
    (ColumnType.ACTUAL, re.compile(r"完成值|实际值|完成情况|实现值")),
    (ColumnType.RATE, re.compile(r"率|占比|比重|比例|增幅|降幅|%|％")),
    (ColumnType.COUNT, re.compile(r"人数|编制数|数量|个数|（人）|\(人\)|（个）|（辆）")),
)


def money_unit(text: str) -> Unit | None:
    """Return the money unit that a head or a stated unit names (（万元）, 单位：元), if any."""
    found = _STATED.search(text)
    return next((unit for unit in MONEY_UNITS if found and unit.symbol == found.group(1)), None)


def bracketed_unit(text: str) -> Unit | None:
    """Return the unit that a head names in brackets: （万元）, （人）, （%）."""
    found = _UNIT_WORD.search(text) or _UNIT_BEHIND.search(text.strip())
    if found is None:
        return None
    word = found.group(1)
    if word in ("%", "％"):
        return PERCENT
    return money_unit(word) or count(word)


def column_type(head: str) -> str:
    """Return what a column with this head holds."""
    if re.search(r"率\s*(?:[（(][%％][）)]|[%％])?$", head) and not _SKIPPED.search(head):
        return ColumnType.RATE
    for name, pattern in _TYPES:
        if pattern.search(head):
            return name
    return ColumnType.OTHER


def _type_of(path: tuple[str, ...]) -> str:
    """Return what a column holds by its innermost head, or 编码 wherever it stands above."""
    if any(re.search("编码|代码", head) for head in path):
        return ColumnType.SKIP
    telling = [head for head in path if not re.fullmatch(r"栏\s*次", head)]
    return column_type(telling[-1] if telling else "")


@dataclass(frozen=True, slots=True)
class Head:
    """The head over one column for a stretch of rows. ``path`` runs from the outermost head to the leaf."""

    path: tuple[str, ...]
    group: tuple[str, ...]
    type: str
    unit: Unit | None

    @property
    def words(self) -> str:
        """Return the whole head as one label."""
        return " ".join(self.path)

    @property
    def leaf(self) -> str:
        """Return the innermost head."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row of figures: its labels (outermost first), the segment of heads it belongs to, its figures by column."""

    row: int
    segment: int
    labels: tuple[str, ...]
    label_cell: Cell | None
    heads: dict[int, Head]
    figures: dict[int, tuple[Cell, CellFigure]]
    texts: dict[int, Cell]
    code: str | None = None
    number: str = ""

    @property
    def counted_in(self) -> Unit | None:
        """Return the unit that a column 计量单位 gives the row's figures, where it is a classifier."""
        for column, cell in self.texts.items():
            if re.fullmatch(r"(?:计量)?单位", self.heads[column].leaf) and cell.text.strip() in COUNT_SYMBOLS:
                return count(cell.text.strip())
        return None

    @property
    def label(self) -> str:
        """Return the innermost row label."""
        return self.labels[-1] if self.labels else ""


def table_unit(table: Table) -> Unit | None:
    """Return the money unit of the table: stated, or the only one that its cells name in brackets."""
    if table.unit is not None:
        return money_unit(table.unit)
    named = {
        unit.symbol: unit
        for cell in table.cells
        if len(cell.text) <= _LONGEST_HEAD
        and (unit := bracketed_unit(cell.text)) is not None
        and unit.dimension is Dimension.MONEY
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _figure(cell: Cell) -> CellFigure | None:
    text = cell.text.strip()
    return parse_cell(text, None) if text and len(text) <= 30 else None


def _is_head(cells: list[Cell], seen: bool) -> bool:
    """A head row holds no figure but years, and at least two short labels."""
    if any(_figure(cell) is not None or _NOTHING.fullmatch(cell.text.strip()) for cell in cells):
        return False
    labels = [cell for cell in cells if cell.text.strip()]
    short = [cell for cell in labels if len(cell.text.strip()) <= _LONGEST_HEAD]
    return len(short) >= 2 and len(short) == len(labels)


def read_rows(table: Table) -> list[RowReading]:
    """Return the rows below the heads, each with its heads, labels and figures (none for a blank row)."""
    grid = table.grid()
    unit = table_unit(table)
    heads: dict[int, list[Cell]] = {}
    rows: list[RowReading] = []
    segment, fresh = 0, False
    for number, places in enumerate(grid):
        cells = _distinct(places)
        own = [cell for cell in cells if cell.row == number or cell.row_span == 1]
        if number < table.header_rows or _is_head(own, bool(rows)):
            if not fresh:
                heads, segment, fresh = {}, segment + 1, True
            for column, cell in enumerate(places):
                if cell is not None and cell.text.strip() and cell not in heads.setdefault(column, []):
                    heads[column].append(cell)
            continue
        figures = {
            cell.column: (cell, figure)
            for cell in own
            if cell.row == number and (figure := _figure(cell)) is not None
        }
        fresh = False
        if any(cell.text.strip() for cell in own):
            rows.append(_row(number, segment, places, heads, figures, unit))
    return [panel for part in _panels(_with_year_like(rows)) for panel in _relabel(part)]


def _with_year_like(rows: list[RowReading]) -> list[RowReading]:
    """Make 2084 a figure where most of its column are figures and the head speaks of no year."""
    filled = Counter((row.segment, column) for row in rows for column in row.figures)
    found = []
    for row in rows:
        late = {
            column: (cell, figure)
            for column, cell in row.texts.items()
            if filled[row.segment, column] >= _COLUMN
            and not re.search("年度|年份|日期|时间", row.heads[column].words)
            and (figure := parse_cell(cell.text.strip(), None, year_like=True)) is not None
        }
        texts = {column: cell for column, cell in row.texts.items() if column not in late}
        found.append(replace(row, figures={**row.figures, **late}, texts=texts) if late else row)
    return found


def _panels(rows: list[RowReading]) -> list[list[RowReading]]:
    """Cut a table of two sides (收入 | 金额 | 支出 | 金额) into one list of rows a side; the segments stay apart."""
    found: list[list[RowReading]] = []
    for segment in sorted({row.segment for row in rows}):
        own = [row for row in rows if row.segment == segment]
        edges = _edges(own)
        for side, (start, end) in enumerate(edges):
            found.append([_part_of(row, start, end, segment * 10 + side) for row in own])
    return found


def _part_of(row: RowReading, start: int, end: int, segment: int) -> RowReading:
    inside = range(start, end)
    return replace(
        row,
        segment=segment,
        figures={c: f for c, f in row.figures.items() if c in inside},
        texts={c: t for c, t in row.texts.items() if c in inside},
    )


def _edges(rows: list[RowReading]) -> list[tuple[int, int]]:
    """Return the columns of each side: a second column of names between figures whose heads come again is an edge."""
    heads = rows[0].heads if rows else {}
    width = len(heads)
    filled = {c for row in rows for c in row.figures if row.heads[c].type is not ColumnType.SKIP}
    first = min(filled, default=width)
    for column in range(first + 1, width - 1):
        names = sum(bool(column in row.texts and _is_name(row.texts[column])) for row in rows)
        left = {heads[c].leaf for c in filled if c < column}
        right = {heads[c].leaf for c in filled if c > column}
        if column not in filled and names >= max(2, len(rows) // 2) and right and right <= left:
            return [
                (0, column),
                *((a + column, b + column) for a, b in _edges([_cut(row, column) for row in rows])),
            ]
    return [(0, width)]


def _cut(row: RowReading, column: int) -> RowReading:
    return replace(
        row,
        heads={c - column: h for c, h in row.heads.items() if c >= column},
        figures={c - column: f for c, f in row.figures.items() if c >= column},
        texts={c - column: t for c, t in row.texts.items() if c >= column},
    )


def _row(
    number: int,
    segment: int,
    places: list[Cell | None],
    heads: dict[int, list[Cell]],
    figures: dict[int, tuple[Cell, CellFigure]],
    unit: Unit | None,
) -> RowReading:
    named: dict[int, Head] = {}
    for column in range(len(places)):
        path = tuple(cell.text.strip() for cell in heads.get(column, []))
        named[column] = Head(
            path=path,
            group=path[:-1],
            type=_type_of(path),
            unit=next((u for text in reversed(path) if (u := bracketed_unit(text)) is not None), unit),
        )
    texts = {
        cell.column: cell for cell in _distinct(places) if cell.text.strip() and cell.column not in figures
    }
    return RowReading(number, segment, (), None, named, figures, texts)


def _relabel(rows: list[RowReading]) -> list[RowReading]:
    """Give each row its labels: the texts left of the first column that holds figures in its segment."""
    first: dict[int, int] = {}
    for row in rows:
        columns = [c for c in row.figures if row.heads[c].type is not ColumnType.SKIP]
        if columns:
            first[row.segment] = min([first.get(row.segment, 10**6), *columns])
    labelled = []
    for row in rows:
        limit = first.get(row.segment, 0)
        cells = [
            cell
            for column, cell in sorted(row.texts.items())
            if column < max(limit, 1) and (row.heads[column].type is not ColumnType.SKIP or _is_name(cell))
        ]
        labelled.append(
            replace(
                row,
                labels=tuple(cell.text.strip() for cell in cells),
                label_cell=cells[-1] if cells else None,
                figures={c: f for c, f in row.figures.items() if row.heads[c].type is not ColumnType.SKIP},
                code=_code(row),
                number=_number(row),
            )
        )
    return labelled


def _number(row: RowReading) -> str:
    """Return what stands under 序号: 一, （一）, 1, 1.1."""
    for column, head in row.heads.items():
        if re.search("序号|编号", head.words):
            cell = row.figures[column][0] if column in row.figures else row.texts.get(column)
            return "" if cell is None else cell.text.strip()
    return ""


def _code(row: RowReading) -> str | None:
    """Return the subject code of a row (201, 20126, 2012601), which tells its level."""
    for column, head in row.heads.items():
        if not re.search("编码|代码|科目", head.words):
            continue
        cell = row.figures[column][0] if column in row.figures else row.texts.get(column)
        if cell is not None and (found := re.match(r"\d{3}(?:\d\d){0,2}(?!\d)", cell.text.strip())):
            return found.group()
    return None


def _is_name(cell: Cell) -> bool:
    """Say whether a cell under 序号 is a name that was merged over it, as 合计 mostly is."""
    return bool(re.search(r"[\u4e00-\u9fff]{2}", cell.text)) and not re.fullmatch(
        r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?", cell.text.strip()
    )


def _distinct(places: list[Cell | None]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in places:
        if cell is not None and (not cells or cells[-1] is not cell):
            cells.append(cell)
    return cells
