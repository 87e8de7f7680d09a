"""How a table is to be read: which rows are heads, which columns are labels, what each column holds.

Forms change their heads half-way (附件1 has a head of persons and then one of money), so heads are settled row by row.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from corpus.document.model import Cell, Table
from rules.facts.label_pairs import is_pair_row, pairs_of, rows_of_pairs
from rules.facts.table_heads import ColumnType, Head, bracketed_unit, is_rate_of_budget, money_unit, type_of
from rules.facts.table_panels import is_name, panels
from rules.facts.table_row import RowReading
from rules.numbers.numerals import CellFigure, parse_cell
from rules.numbers.units import Dimension, Unit

_LONGEST_HEAD = 22
_NO_YEARS = re.compile(r"[均额费数价量款]$|投资|支出|收入|面积|金额|标准|[（(].{1,6}[）)]$")
_LONGEST_UNIT = 3
_COLUMN = 2
"""Figures from which on a column is one of figures."""
_OF_FORMS = (ColumnType.TARGET, ColumnType.ACTUAL, ColumnType.WEIGHT, ColumnType.SCORE)
"""Columns whose words name no row: a target in words, or one with its weight in brackets."""
_WHOSE = re.compile(
    r"(?:(?:一级)?(?:预算)?(?:部门|单位)|(?:实施|填报|主管|项目)(?:单位|部门)|项目|专项)(?:（[^）]*）)?(?:名称)?[：:]?"
)
_NOTHING = re.compile(r"[-—–－─/／\\]{1,3}|无|×")


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


def _is_title(cells: list[Cell]) -> bool:
    """Say whether a row only says whose form it is, 部门名称 | 某局 over the other columns: no head of any of them."""
    told = [cell for cell in cells if cell.text.strip()]
    return len(told) == 2 and told[1].column_span > 1 and _WHOSE.fullmatch(told[0].text.strip()) is not None


def read_rows(table: Table) -> list[RowReading]:
    """Return the rows below the heads, each with its heads, labels and figures (none for a blank row)."""
    grid = table.grid()
    unit = table_unit(table)
    heads: dict[int, list[Cell]] = {}
    rows: list[RowReading] = []
    pairs: list[RowReading] = []
    segment, fresh = 0, False
    for number, places in enumerate(grid):
        cells = _distinct(places)
        own = [cell for cell in cells if cell.row == number or cell.row_span == 1]
        figures = {
            cell.column: (cell, figure)
            for cell in own
            if cell.row == number and (figure := _figure(cell)) is not None
        }
        named = pairs_of(number, places, figures)
        if _is_title(cells):
            continue
        if is_pair_row(named, heads, table.header_rows, number):
            pairs += rows_of_pairs(number, places, named, figures, unit)
        elif number < table.header_rows or _is_head(own, bool(rows)):
            if not fresh:
                heads, segment, fresh = {}, segment + 1, True
            for column, cell in enumerate(places):
                if cell is not None and cell.text.strip() and cell not in heads.setdefault(column, []):
                    heads[column].append(cell)
        else:
            fresh = False
            if any(cell.text.strip() for cell in own):
                rows.append(_row(number, segment, places, heads, figures, unit))
    return [*(panel for part in panels(_with_year_like(rows)) for panel in _relabel(part)), *pairs]


def _with_year_like(rows: list[RowReading]) -> list[RowReading]:
    """Make 2084 a figure where most of its column are figures and the head speaks of no year."""
    filled = Counter((row.segment, column) for row in rows for column in row.figures)
    found = []
    for row in rows:
        late = {
            column: (cell, figure)
            for column, cell in row.texts.items()
            if cell.row == row.row  # a cell merged over several rows counts in the first
            and (filled[row.segment, column] >= _COLUMN or _NO_YEARS.search(row.heads[column].leaf))
            and not re.search("年度|年份|日期|时间", row.heads[column].words)
            and (figure := parse_cell(cell.text.strip(), None, year_like=True)) is not None
        }
        texts = {column: cell for column, cell in row.texts.items() if column not in late}
        found.append(replace(row, figures={**row.figures, **late}, texts=texts) if late else row)
    return found


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
            type=type_of(path),
            unit=next((u for text in reversed(path) if (u := bracketed_unit(text)) is not None), unit),
        )
    leaves = [head.leaf for head in named.values()]
    named |= {
        column: replace(head, type=ColumnType.RATE)
        for column, head in named.items()
        if is_rate_of_budget(head.leaf, leaves)
    }
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
            if column < max(limit, 1)
            and (row.heads[column].type is not ColumnType.SKIP or is_name(cell))
            and not _is_classifier(row.heads[column], cell)
        ]
        cells = [cell for cell in cells if row.heads[cell.column].type not in _OF_FORMS] or cells
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


def _is_classifier(head: Head, cell: Cell) -> bool:
    """Say whether a cell only names what the row's figures count: 座, 公里 under 单位."""
    return bool(re.fullmatch(r"(?:计量)?单位", head.leaf)) and len(cell.text.strip()) <= _LONGEST_UNIT


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


def _distinct(places: list[Cell | None]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in places:
        if cell is not None and (not cells or cells[-1] is not cell):
            cells.append(cell)
    return cells
