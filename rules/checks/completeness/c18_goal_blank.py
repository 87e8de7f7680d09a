"""C18: the form's place for the year's goal, or for what became of it, is blank."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import Cell, Table
from rules.card import card
from rules.check import CheckContext
from rules.facts.vocabulary import normal
from rules.finding import Finding

_GOAL = re.compile(r"^(?:预期目标|年初设定目标|年初目标|预期绩效目标)(?:（.*）)?$")
_RESULT = re.compile(r"^(?:目标)?实际完成情况(?:（.*）)?$")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each blank place; both stand side by side as heads, their text below."""
    for table in context.document.tables:
        for goal in (cell for cell in table.cells if _GOAL.match(normal(cell.text))):
            result = table.at(goal.row, goal.column + goal.column_span)
            if result is None or not _RESULT.match(normal(result.text)):
                continue
            yield from (_finding(context, head) for head in (goal, result) if _is_blank_below(table, head))


def _is_blank_below(table: Table, head: Cell) -> bool:
    below = table.at(head.row + head.row_span, head.column)
    return below is not None and not below.text.strip()


def _finding(context: CheckContext, head: Cell) -> Finding:
    name = normal(head.text)
    return card("C18").finding(
        content=(name,),
        message=f"自评表年度总体目标“{name}”一栏为空。请补填，并与批复的绩效目标表核对。",
        reported=name,
        evidence=(context.locator.evidence(head.start, head.end),),
    )
