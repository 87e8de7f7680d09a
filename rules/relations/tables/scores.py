"""Rows of a table of scores: 分值 − 扣分 = 得分, 得分率 = 得分 ÷ 分值, and the 得分率 of a class over all its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.levels import label_of_total

Facts = dict[tuple[int, int], Fact]

_COMPUTED = 2
_MOST_ROWS = 8
_SCORED = (FactKind.SCORE, FactKind.WEIGHT)

_OF_CLASS = re.compile(r"^(?:一级|二级|类别|大类|分类|维度|本类|小计)")
"""Heads of what is given once for a whole class of rows."""


def score_rows(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert what the columns of scores say of each row, and what a cell over several rows says of them together."""
    for row in rows:
        own = {c: facts[row.row, c] for c in sorted(row.figures) if (row.row, c) in facts}
        single = {c: fact for c, fact in own.items() if not _is_of_class(row, c)}
        weights = [f for f in single.values() if f.kind is FactKind.WEIGHT]
        scores = [f for f in single.values() if f.kind is FactKind.SCORE and not is_deduction(f)]
        if len(weights) == len(scores) == 1:
            _one_row(list(single.values()), weights[0], scores[0], row.label, relations)
        for column, fact in own.items():
            rated = fact.kind is not FactKind.RATE or "得分率" in normal(row.heads[column].words)
            if rated and _is_of_class(row, column):
                _whole_class(rows, row, column, fact, facts, relations)
    _classes_of_one_row(rows, facts, relations)


def _classes_of_one_row(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Hold the score of a class of one row against it, where its column gives classes of several rows too: 一级得分."""
    for column in sorted(
        {c for row in rows for c in row.figures if _OF_CLASS.match(normal(row.heads[c].leaf))}
    ):
        told = [row for row in rows if (row.row, column) in facts and not label_of_total(row)]
        merged = [row for row in told if row.figures[column][0].row_span > 1]
        if len(merged) < _COMPUTED or not all(relations.stating(facts[r.row, column]) for r in merged):
            continue
        for row in told:
            stated = facts[row.row, column]
            inner = [{c: facts[row.row, c] for c in row.figures if c != column and (row.row, c) in facts}]
            parts = _column_of(inner, stated.kind)
            if row not in merged and stated.kind in _SCORED and len(parts) == 1:
                reason = f"“{row.labels[0]}”＝所含一行"
                relations.choose(
                    [Reading(RelationKind.SUM, Operation.SUM, tuple(parts), stated, reason, sure=True)]
                )


def exact_score(fact: Fact) -> Fact:
    """Return points printed with no more than one decimal as exact: points are awarded, only hundredths are computed."""
    if fact.kind not in (FactKind.WEIGHT, FactKind.SCORE) or fact.quantity.precision >= _COMPUTED:
        return fact
    return replace(fact, quantity=replace(fact.quantity, counted=True))


def is_deduction(fact: Fact) -> bool:
    """Say whether a score is what was taken off: 扣分."""
    return bool(re.search("扣分|扣减|失分", normal(fact.evidence.column or "")))


def _is_of_class(row: RowReading, column: int) -> bool:
    return row.figures[column][0].row_span > 1 or bool(_OF_CLASS.match(normal(row.heads[column].leaf)))


def _one_row(own: Sequence[Fact], weight: Fact, score: Fact, label: str, relations: Relations) -> None:
    where = f"“{label or '本行'}”一行"
    deductions = [f for f in own if f.kind is FactKind.SCORE and is_deduction(f)]
    if len(deductions) == 1:
        taken = Reading(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            (weight, deductions[0]),
            score,
            f"{where}：得分＝分值－扣分",
            # Some forms print what is taken off as a negative figure.
            signs=(1, 1) if deductions[0].quantity.value < 0 else (),
            sure=True,
        )
        if taken.signs:
            taken = Reading(
                taken.kind, Operation.SUM, taken.operands, score, taken.reason, signs=(1, 1), sure=True
            )
        relations.choose([taken])
    for fact in own:
        if fact.kind is FactKind.RATE and "得分率" in normal(fact.evidence.column or ""):
            relations.check(
                RelationKind.RATIO, Operation.RATIO, [score, weight], fact, f"{where}：得分率＝得分÷分值"
            )


def _whole_class(
    rows: Sequence[RowReading],
    first: RowReading,
    column: int,
    stated: Fact,
    facts: Facts,
    relations: Relations,
) -> None:
    """A 得分率, score or weight that is merged over the rows of a class."""
    cell = first.figures[column][0]
    covered = [row for row in rows if cell.row <= row.row < cell.row + cell.row_span]
    if _class_of(covered, column, stated, facts, relations, sure=False):
        return
    # A file may not say which cells are merged, or a page may part them: any stretch of rows around may be the class.
    at = rows.index(first)
    for size in range(1, _MOST_ROWS + 1):
        for start in range(max(at - size + 1, 0), at + 1):
            if _class_of(rows[start : start + size], column, stated, facts, relations, sure=False):
                return
    if cell.row_span > 1:
        _class_of(covered, column, stated, facts, relations, sure=True)


def _class_of(
    covered: Sequence[RowReading],
    column: int,
    stated: Fact,
    facts: Facts,
    relations: Relations,
    *,
    sure: bool,
) -> bool:
    """Hold what is given for a class against its rows; where the rows are a guess, only what holds is kept."""
    inner = [
        {c: facts[row.row, c] for c in row.figures if (row.row, c) in facts and not _is_of_class(row, c)}
        for row in covered
    ]
    weights, scores = _column_of(inner, FactKind.WEIGHT), _column_of(inner, FactKind.SCORE)
    name = covered[0].labels[0] if covered[0].labels else covered[0].label
    if stated.kind is FactKind.RATE and weights and scores:
        judgement = judge(Operation.RATIO, [_total(scores), _total(weights)], stated.quantity)
        reason = f"“{name}”得分率＝各行得分之和÷各行分值之和"
        if sure or (judgement.verdict in FITS and judgement.likely is None):
            relations.add(RelationKind.RATIO, [*scores, *weights], stated, reason, judgement)
            return True
    parts = scores if stated.kind is FactKind.SCORE and not is_deduction(stated) else weights
    if stated.kind not in (FactKind.SCORE, FactKind.WEIGHT) or len(parts) < 2:
        return False
    reading = Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(parts),
        stated,
        f"“{name}”＝所含各行之和",
        sure=sure,
        alarms=sure,
    )
    return relations.choose([reading]) is not None


def _column_of(inner: Sequence[dict[int, Fact]], kind: FactKind) -> list[Fact]:
    """Return the figures of the kind, one a row; nothing where a row has none or several."""
    found = [[f for f in line.values() if f.kind is kind and not is_deduction(f)] for line in inner]
    return [line[0] for line in found] if all(len(line) == 1 for line in found) else []


def _total(facts: Sequence[Fact]) -> Quantity:
    first = facts[0].quantity
    value = sum((fact.quantity.value for fact in facts), Decimal(0))
    precision = max(fact.quantity.precision for fact in facts)
    return Quantity(value, first.unit, precision, f"{value}", counted=all(f.quantity.counted for f in facts))
