"""Tables → score forms: rows with target, actual, weight, score and reason, wherever the heads stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from corpus.document.evidence import Locator
from corpus.document.model import Block, Cell, Document
from rules.facts.form import ExecutionRow, FormCell, IndicatorRow, ScoreForm
from rules.facts.form_cells import FormTable
from rules.facts.form_heads import Column, Head, columns_of, is_execution_head, is_indicator_head
from rules.facts.form_part import FormPart, read_part

_FOLD = re.compile(r"[\s　:：]+")
_ANNEX = re.compile(r"附\s*[件表]\s*(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})?")
_MONEY_HEADS = re.compile(
    r"预算数.*执行数.*分值.*得分|(?:资金|预算|支出).*[\t ]\d{1,2}(?:\.\d+)?[\t ]+\d{1,2}(?:\.\d+)?(?![\d.])"
)
_MONEY_TOTAL = re.compile(r"(?:年度|项目)?(?:部门)?(?:整体)?(?:支出)?(?:资金|预算)?(?:总额|合计|总计|总金额)")

_MONEY_ROW = re.compile("资金|预算|支出|经费|执行")
_MOST_OF_MONEY = 20
"""Points: what a form gives for the execution of the budget is hardly more."""


@dataclass
class _Draft:
    part: FormPart
    execution: ExecutionRow | None
    title: str | None
    annex: str | None
    partial: bool


def find_score_forms(document: Document, locator: Locator) -> list[ScoreForm]:
    """Return the score forms of a document in reading order.

    A form may be one table or several: the block of budget execution in a table of its own before the
    indicators, and indicators that go on in a further table with its heads repeated, until a row of totals.
    """
    drafts: list[_Draft] = []
    execution: ExecutionRow | None = None
    loose = False  # the heads of budget execution stand in lines that were not read as a table
    for block in document.blocks:
        if block.table is None:
            loose = loose or _MONEY_HEADS.search(document.text, block.start, block.end) is not None
            continue
        table = FormTable(block.table, _title(block))
        found, parts = _read_table(table)
        execution = found or execution
        for part in parts:
            if drafts and found is None and _continues(drafts[-1].part, part):
                drafts[-1].part = drafts[-1].part.joined(part)
                drafts[-1].partial = drafts[-1].partial or block.table.partial
            else:
                partial = block.table.partial or (loose and execution is None)
                drafts.append(_Draft(part, execution, table.title, _annex(block), partial))
                execution, loose = None, False
    return [_form(draft) for draft in drafts]


def _read_table(table: FormTable) -> tuple[ExecutionRow | None, list[FormPart]]:
    execution: ExecutionRow | None = None
    parts: list[FormPart] = []
    row = 0
    while row < len(table.grid):
        columns = table.with_shown_weights(row, columns_of(table.grid[row]))
        if is_indicator_head(columns):
            execution = execution or _unheaded(table, columns, row)
            part, row = read_part(table, columns, row + 1)
            if part.rows:
                parts.append(part)
            continue
        if execution is None and is_execution_head(columns):
            execution = _execution(table, columns, row + 1)
        row += 1
    return execution, parts


def _execution(table: FormTable, columns: tuple[Column, ...], first: int) -> ExecutionRow | None:
    """Return the row of the whole year's money below the heads: 年度资金总额, else the first filled."""
    money = [column for column in columns if column.head in (Head.INITIAL, Head.ADJUSTED, Head.EXECUTED)]
    filled: list[int] = []
    for row in range(first, min(first + 6, len(table.grid))):
        if any((cell := table.pick(row, column)) and cell.quantity for column in money):
            filled.append(row)
    named = [row for row in filled if _is_money_total(table.grid[row])]
    if not filled:
        return None
    row = (named or filled)[0]
    label = "年度资金总额" if named else (table.first_words(row) or "资金总额")
    cells = {column.head: table.pick(row, column, label) for column in columns}
    if cells.get(Head.WEIGHT) is None:
        cells[Head.WEIGHT] = table.headed_weight(first - 1, columns)
    return ExecutionRow(
        initial=cells.get(Head.INITIAL),
        adjusted=cells.get(Head.ADJUSTED),
        executed=cells.get(Head.EXECUTED),
        weight=cells.get(Head.WEIGHT),
        rate=cells.get(Head.RATE),
        score=cells.get(Head.SCORE),
    )


def _unheaded(table: FormTable, columns: tuple[Column, ...], head: int) -> ExecutionRow | None:
    """Return the row of money above the heads of the indicators whose weight and score stand in their columns.

    年度资金（万元） | 预算：120.00 | 支出：118.32 | 10 | 9.86: its own heads are left out, or stand in its cells.
    """
    own = {column.head: column for column in columns}
    for row in range(head):
        weight, score = (table.pick(row, own[head], "预算执行率") for head in (Head.WEIGHT, Head.SCORE))
        if weight is None or score is None or weight.quantity is None or score.quantity is None:
            continue
        points = 0 <= score.quantity.value <= weight.quantity.value <= _MOST_OF_MONEY
        if points and _MONEY_ROW.search(_FOLD.sub("", table.first_words(row) or "")):
            return ExecutionRow(None, None, None, weight, None, score)
    return None


def _is_money_total(row: list[Cell | None]) -> bool:
    return any(cell is not None and _MONEY_TOTAL.fullmatch(_FOLD.sub("", cell.text)) for cell in row)


def _continues(before: FormPart, after: FormPart) -> bool:
    """Say whether a part goes on with the one before: no total yet, the same heads, no class begun anew."""
    if before.closed or before.heads != after.heads:
        return False
    first, last = after.rows[0].level1, before.rows[-1].level1
    return first is None or first == last or first not in {row.level1 for row in before.rows}


def _form(draft: _Draft) -> ScoreForm:
    part = draft.part
    names = Counter(row.name for row in part.rows)
    return ScoreForm(
        title=draft.title,
        annex=draft.annex,
        rows=tuple(_titled(row, names[row.name] > 1) for row in part.rows),
        classes=part.classes,
        execution=draft.execution,
        total_weight=part.weight,
        total_score=part.score,
        has_reasons=Head.REASON in part.heads,
        notes=part.notes,
        partial=draft.partial,
    )


def _titled(row: IndicatorRow, repeated: bool) -> IndicatorRow:
    """Name the row by its target where several rows share one name, so that a reader can tell them apart."""
    target = _FOLD.sub("", row.target.text) if row.target is not None else ""
    title = target[:24] if target and (repeated or not row.name) else row.name
    return replace(
        row,
        title=title,
        target=_labelled(row.target, title),
        actual=_labelled(row.actual, title),
        weight=_labelled(row.weight, title),
        score=_labelled(row.score, title),
        reason=_labelled(row.reason, title),
        standard=_labelled(row.standard, title),
    )


def _labelled(cell: FormCell | None, label: str) -> FormCell | None:
    return None if cell is None else replace(cell, row=label)


def _annex(block: Block) -> str | None:
    found = _ANNEX.match(block.section[0].strip()) if block.section else None
    return None if found is None else _FOLD.sub("", found[0])


def _title(block: Block) -> str | None:
    if block.table is not None and block.table.caption:
        return block.table.caption
    return block.section[-1] if block.section else None
