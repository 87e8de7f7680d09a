"""The rows under one header row of a score form, to the row of totals or the end of the table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.document.model import Cell
from rules.facts.form import FormCell, FormClass, IndicatorRow
from rules.facts.form_cells import FormTable
from rules.facts.form_heads import Column, Head, columns_of, is_execution_head, is_indicator_head

_FOLD = re.compile(r"[\s　:：]+")
_TOTAL = re.compile(r"(?:自评)?(?:总分|总计|合计|总得分|合计得分|总分值)(?:值|数)?(?:[（(].*[）)])?")
_SUBTOTAL = re.compile(r".{0,12}小计(?:[（(].*[）)])?")
_HINT = re.compile(r"[（(]\s*\d[^）)]*[）)]|\s*\d+(?:\.\d+)?\s*分?$")


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form, or the piece of one that stands in one table. ``closed``: the row of totals has been read."""

    heads: frozenset[Head]
    rows: tuple[IndicatorRow, ...]
    classes: tuple[FormClass, ...]
    weight: FormCell | None
    score: FormCell | None
    closed: bool
    notes: tuple[str, ...]

    def joined(self, after: FormPart) -> FormPart:
        """Return this part with the one that goes on after it in a further table."""
        shift = len(self.rows)
        moved = tuple(replace(item, rows=tuple(row + shift for row in item.rows)) for item in after.classes)
        last = self.rows[-1]
        rows = tuple(_inherit(row, last) if row.level1 is None else row for row in after.rows)
        return FormPart(
            heads=self.heads,
            rows=self.rows + rows,
            classes=_merged(self.classes + moved),
            weight=after.weight,
            score=after.score,
            closed=after.closed,
            notes=self.notes + after.notes,
        )


def _inherit(row: IndicatorRow, last: IndicatorRow) -> IndicatorRow:
    return replace(row, level1=last.level1, level2=row.level2 or last.level2)


def _merged(classes: tuple[FormClass, ...]) -> tuple[FormClass, ...]:
    """Join the halves of a class that goes over into a further table under the same name and weight."""
    found: list[FormClass] = []
    for item in classes:
        twin = next((c for c in found if (c.name, c.level) == (item.name, item.level)), None)
        if twin is None or item.rows == ():
            found.append(item)
        else:
            found[found.index(twin)] = replace(twin, rows=twin.rows + item.rows)
    return tuple(found)


def read_part(table: FormTable, columns: tuple[Column, ...], first: int) -> tuple[FormPart, int]:
    """Read the rows from ``first`` on under the heads. Returns the part and the first row not read."""
    reader = _PartReader(table, columns)
    row = first
    while row < len(table.grid):
        heads = columns_of(table.grid[row])
        if is_indicator_head(heads):
            if {head.head for head in heads} != {head.head for head in columns}:
                break
        elif is_execution_head(heads):
            break
        elif reader.total(row):
            row += 1
            break
        else:
            reader.take(row)
        row += 1
    return reader.part(), row


class _PartReader:
    """Collects the rows of one part; merged or blank class cells are carried down."""

    def __init__(self, table: FormTable, columns: tuple[Column, ...]) -> None:
        self.table = table
        self.columns = columns
        self.by_head: dict[Head, Column] = {
            column.head: column for column in columns if column.head is not Head.WEIGHT
        }
        weights = [column for column in columns if column.head is Head.WEIGHT]
        self.by_head[Head.WEIGHT] = weights[-1]
        self.class_weights = _class_weight_columns(columns, weights[:-1])
        self.rows: list[IndicatorRow] = []
        self.classes: list[FormClass] = []
        self.names: dict[Head, str | None] = {Head.LEVEL1: None, Head.LEVEL2: None, Head.NAME: None}
        self.since_subtotal: list[int] = []
        self.weight: FormCell | None = None
        self.score: FormCell | None = None
        self.closed = False
        self.notes: list[str] = []

    def total(self, row: int) -> bool:
        """Take the row as the row of totals if it is one."""
        filled = self.table.filled(row)
        if not filled or not _TOTAL.fullmatch(_FOLD.sub("", filled[0].text)):
            return False
        label = filled[0].text.strip()
        self.weight = self.table.pick(row, self.by_head[Head.WEIGHT], label)
        self.score = self.table.pick(row, self.by_head[Head.SCORE], label)
        if self.weight is None and self.score is None:
            self._loose_totals(filled[1:], label)
        if self.weight is None:
            self.weight = self.table.bracketed(
                self.table.cell(filled[0], label, self.by_head[Head.WEIGHT]), label
            )
        self.closed = True
        return True

    def _loose_totals(self, cells: list[Cell], label: str) -> None:
        """Totals not under their heads: the only figure is the score, of two the first is the weight."""
        figures = [
            cell
            for cell in (self.table.cell(cell, label, self.by_head[Head.SCORE]) for cell in cells)
            if cell.quantity is not None
        ]
        if figures:
            self.score = figures[-1] if len(figures) <= 2 else None
            self.weight = figures[0] if len(figures) == 2 else None

    def take(self, row: int) -> None:
        """Take an indicator, a subtotal or a remark."""
        filled = self.table.filled(row)
        if not filled:
            return
        if len(filled) == 1 and filled[0].column_span * 2 > self.table.columns:
            self.notes.append(filled[0].text.strip())
            return
        if any(_SUBTOTAL.fullmatch(_FOLD.sub("", cell.text)) for cell in filled[:3]):
            self._subtotal(row)
            return
        self._names(row)
        cells = {head: self._pick(row, head) for head in _VALUES}
        if not any(cells[head] for head in (Head.TARGET, Head.ACTUAL, Head.WEIGHT, Head.SCORE)):
            return
        name = self.names[Head.NAME] or ""
        self.rows.append(
            IndicatorRow(
                level1=self.names[Head.LEVEL1],
                level2=self.names[Head.LEVEL2],
                name=name,
                title=name,
                target=cells[Head.TARGET],
                actual=cells[Head.ACTUAL],
                weight=cells[Head.WEIGHT],
                score=cells[Head.SCORE],
                reason=cells[Head.REASON],
                standard=cells[Head.STANDARD],
                remark=cells[Head.REMARK],
            )
        )
        self.since_subtotal.append(len(self.rows) - 1)

    def _pick(self, row: int, head: Head) -> FormCell | None:
        column = self.by_head.get(head)
        return None if column is None else self.table.pick(row, column)

    def _names(self, row: int) -> None:
        """Settle class and name of the row; a blank cell below a filled one means the same again."""
        for head, below in ((Head.LEVEL1, (Head.LEVEL2, Head.NAME)), (Head.LEVEL2, (Head.NAME,))):
            cell = self._pick(row, head)
            name = _FOLD.sub("", _HINT.sub("", cell.text)) if cell is not None else None
            if cell is None or name == self.names[head]:
                continue
            self.names[head] = name
            self.names |= dict.fromkeys(below)
            self._class(row, head, cell, name or "")
        cell = self._pick(row, Head.NAME)
        if cell is not None:
            self.names[Head.NAME] = cell.text.strip()

    def _class(self, row: int, head: Head, cell: FormCell, name: str) -> None:
        """Note a class that states its weight, in brackets behind its name or in a column of its own."""
        column = self.class_weights.get(head)
        weight = self.table.pick(row, column, name) if column is not None else None
        weight = weight or self.table.bracketed(cell, name)
        if weight is not None and weight.quantity is not None:
            level = 1 if head is Head.LEVEL1 else 2
            self.classes.append(FormClass(name, level, (), weight))

    def _subtotal(self, row: int) -> None:
        label = self.table.first_words(row) or "小计"
        name = f"{self.names[Head.LEVEL1] or ''}小计"
        weight = self.table.pick(row, self.by_head[Head.WEIGHT], label)
        score = self.table.pick(row, self.by_head[Head.SCORE], label)
        own = self.names[Head.LEVEL1]
        named = [at for at in self.since_subtotal if self.rows[at].level1 == own]
        self.classes.append(FormClass(name, 1, tuple(named or self.since_subtotal), weight, score))
        self.since_subtotal = []

    def part(self) -> FormPart:
        """Return what was collected."""
        return FormPart(
            heads=frozenset(column.head for column in self.columns),
            rows=tuple(self.rows),
            classes=tuple(self._with_rows(item) for item in self.classes),
            weight=self.weight,
            score=self.score,
            closed=self.closed,
            notes=tuple(self.notes),
        )

    def _with_rows(self, item: FormClass) -> FormClass:
        if item.rows:
            return item
        return replace(
            item,
            rows=tuple(
                index
                for index, row in enumerate(self.rows)
                if item.name == (row.level1 if item.level == 1 else row.level2)
            ),
        )


_VALUES = (Head.TARGET, Head.ACTUAL, Head.WEIGHT, Head.SCORE, Head.REASON, Head.STANDARD, Head.REMARK)


def _class_weight_columns(columns: tuple[Column, ...], weights: list[Column]) -> dict[Head, Column]:
    """Pair each further weight column with the class column to its left (一级指标 | 分值 | 二级指标 | …)."""
    paired: dict[Head, Column] = {}
    for weight in weights:
        left = [c for c in columns if c.start < weight.start and c.head in (Head.LEVEL1, Head.LEVEL2)]
        if left:
            paired[max(left, key=lambda column: column.start).head] = weight
    return paired
