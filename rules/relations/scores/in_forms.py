"""Relations inside forms: 按收入性质分, 按支出性质分 break up one of the totals above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document.model import Cell, Document, Table
from rules.facts.fact import Fact, FactKind
from rules.facts.mention import CellFact, Extraction, Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.relation import RelationKind, Verdict

_BREAKDOWN = re.compile(r"^按.{2,8}分(?:类)?$")
_TOTALS = ("executed", "adjusted_budget", "budget", "initial_budget")
_FITS = (Verdict.EXACT, Verdict.ROUNDING)


def find_in_forms(document: Document, extraction: Extraction, relations: Relations) -> None:
    """Assert what the breakdowns of a form say."""
    for table in document.tables:
        heads = [cell for cell in table.cells if _BREAKDOWN.match(normal(cell.text))]
        if not heads:
            continue
        totals = [c for c in extraction.cells if c.table == table.index and _is_total(c, heads[0])]
        inside = _by_cell(table, extraction.mentions)
        for head in heads:
            items = _items(head, heads, inside)
            if len(items) >= 2 and totals:
                _check(head, items, [cell.fact for cell in totals], relations)


def _is_total(cell: CellFact, head: Cell) -> bool:
    return cell.row < head.row and cell.fact.kind is FactKind.AMOUNT and cell.fact.measure in _TOTALS


def _by_cell(table: Table, mentions: Sequence[Mention]) -> list[tuple[Cell, Fact]]:
    found = []
    for mention in mentions:
        if mention.fact.kind is not FactKind.AMOUNT:
            continue
        for cell in table.cells:
            if cell.start <= mention.fact.start < cell.end:
                found.append((cell, mention.fact))
    return found


def _items(head: Cell, heads: list[Cell], inside: list[tuple[Cell, Fact]]) -> list[Fact]:
    """Return the figures below a breakdown's head: in its columns, down to the next head or words without a figure."""
    below = min((other.row for other in heads if other.row > head.row), default=10**6)
    return [
        fact
        for cell, fact in inside
        if head.row <= cell.row < below and head.column <= cell.column < head.column + head.column_span
    ]


def _check(head: Cell, items: list[Fact], totals: list[Fact], relations: Relations) -> None:
    quantities = [fact.quantity for fact in items]
    judged = [(judge(Operation.SUM, quantities, total.quantity), total) for total in totals]
    fitting = [total for judgement, total in judged if judgement.verdict in _FITS]
    reason = f"“{normal(head.text)}”各项之和＝年度资金总额"
    if fitting:
        relations.check(RelationKind.SUM, Operation.SUM, items, fitting[0], reason)
        return
    # The form does not say which of its totals is broken up: the nearest is asked about, none is called wrong.
    listed = sum((fact.quantity.value for fact in items), start=items[0].quantity.value * 0)
    judgement, total = min(judged, key=lambda pair: abs(pair[1].quantity.value - listed))
    question = replace(judgement, verdict=Verdict.UNDETERMINED, likely="分项之和与各总额均不相等")
    relations.add(RelationKind.SUM, items, total, reason, question)
