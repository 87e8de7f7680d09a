"""Classes in tables of scores that are no whole form: 决策（18分）, 一级指标 | 分值 | 得分 | 二级指标 | 分值 | 得分.

The rows of a class are those that its cell covers, or down to the next class where nothing is merged. Classes vote: what
is held is borne out by all the others of the table but one at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.tables.levels import label_of_total
from rules.relations.tables.scores import is_deduction

Facts = dict[tuple[int, int], Fact]

_FEWEST_ROWS = 3
_SCORED = (FactKind.WEIGHT, FactKind.SCORE)
_OUTER = re.compile(r"^(?:一级|大类|类别|维度|模块|部分)")


def scores_within_weights(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert that no row scores more than it can, where that holds for all rows but one at most.

    A table may give scores of a hundred beside shares: then most rows break it.
    """
    found = [pair for row in rows if (pair := _pair(row, facts)) is not None]
    above = [(weight, score) for weight, score in found if not _is_within(weight, score)]
    if len(found) < _FEWEST_ROWS or len(above) > 1:
        return
    for weight, score in found:
        within = _is_within(weight, score)
        sign = "≤" if within else "不在 0 与分值之间："
        words = f"得分 {score.quantity.plain()} {sign} 分值 {weight.quantity.plain()}"
        verdict = Verdict.EXACT if within else Verdict.IMPOSSIBLE
        reason = f"“{score.evidence.row or '本行'}”一行：得分不高于分值"
        relations.add(RelationKind.SCORE_EXCEEDS_WEIGHT, [weight], score, reason, Judgement(verdict, words))


def _pair(row: RowReading, facts: Facts) -> tuple[Fact, Fact] | None:
    """Return weight and score of a row that has one of each, none of them of a whole class."""
    own = [
        facts[row.row, c]
        for c in row.figures
        if (row.row, c) in facts and facts[row.row, c].kind in _SCORED and row.figures[c][0].row_span == 1
    ]
    weights = [fact for fact in own if fact.kind is FactKind.WEIGHT]
    scores = [fact for fact in own if fact.kind is FactKind.SCORE]
    if len(weights) != 1 or len(scores) != 1 or is_deduction(scores[0]):
        return None
    return weights[0], scores[0]


def _is_within(weight: Fact, score: Fact) -> bool:
    return 0 <= score.quantity.value <= weight.quantity.value


def class_labels(
    rows: Sequence[RowReading], facts: Facts, mentions: Sequence[Mention], relations: Relations
) -> None:
    """Hold the points in the label of a class, 决策（18分）, against the weights of its rows."""
    groups: dict[str, list[RowReading]] = {}
    for row in rows:
        if len(row.labels) > 1 and not label_of_total(row):
            groups.setdefault(row.labels[0], []).append(row)
    readings = []
    for label, members in groups.items():
        cell = next((cell for cell in members[0].texts.values() if cell.text.strip() == label), None)
        inside = [m for m in mentions if cell is not None and cell.start <= m.fact.start < cell.end]
        columns = {c for row in members for c in row.figures if row.heads[c].type == "weight"}
        if len(inside) == 1 and inside[0].fact.kind in _SCORED and inside[0].depth and len(columns) == 1:
            parts = [facts[at] for row in members for c in columns if (at := (row.row, c)) in facts]
            if len(parts) == len(members):
                readings.append((tuple(parts), inside[0].fact, f"“{normal(label)}”＝所含各行分值之和"))
    _held_by_vote(readings, relations)


def nested_levels(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Hold the figures of outer classes against those of the inner ones beside them, which a table gives again."""
    sides: dict[int, list[RowReading]] = {}
    for row in rows:
        sides.setdefault(row.segment, []).append(row)
    for segment, outer in sides.items():
        inner = sides.get(segment + 1)
        if inner is None or segment // 10 != (segment + 1) // 10:
            continue
        spans = list(_spans(outer))
        if not _is_nested(outer, spans):
            continue
        for column, below in _same_heads(outer, inner, facts):
            readings = []
            for first, stop in spans:
                stated = facts.get((first.row, column))
                parts = [
                    facts[row.row, below]
                    for row in inner
                    if first.row <= row.row < stop and (row.row, below) in facts and not label_of_total(row)
                ]
                if stated is not None and parts:
                    readings.append((tuple(parts), stated, f"“{first.label}”＝所含各项之和"))
            _held_by_vote(readings, relations)


def _spans(outer: Sequence[RowReading]) -> Iterator[tuple[RowReading, int]]:
    """Yield the first row of each class and the row behind its last."""
    firsts = [row for row in outer if row.figures]
    for row, after in zip(firsts, [*firsts[1:], None], strict=True):
        if not label_of_total(row) and row.label_cell is not None:
            yield row, after.row if after is not None else outer[-1].row + 1


def _is_nested(outer: Sequence[RowReading], spans: Sequence[tuple[RowReading, int]]) -> bool:
    """Say whether the left side is of classes: its head says so, or its cells are merged over rows of the right."""
    heads = [head.leaf for head in outer[0].heads.values()] if outer else []
    named = bool(heads and _OUTER.match(normal(heads[0])))
    merged = any(cell.row_span > 1 for row, _ in spans for cell, _ in row.figures.values())
    return named or merged


def _same_heads(
    outer: Sequence[RowReading], inner: Sequence[RowReading], facts: Facts
) -> Iterator[tuple[int, int]]:
    """Yield the columns of scores and weights that both sides have."""
    left = sorted({c for row in outer for c in row.figures if _kind(row, c, facts) in _SCORED})
    right = sorted({c for row in inner for c in row.figures if _kind(row, c, facts) in _SCORED})
    for column in left:
        head = normal(outer[0].heads[column].leaf)
        same = [other for other in right if normal(inner[0].heads[other].leaf) == head]
        if len(same) == 1:
            yield column, same[0]


def _kind(row: RowReading, column: int, facts: Facts) -> FactKind | None:
    fact = facts.get((row.row, column))
    return None if fact is None or is_deduction(fact) else fact.kind


def _held_by_vote(readings: Sequence[tuple[tuple[Fact, ...], Fact, str]], relations: Relations) -> None:
    """Hold every class against its rows where all others hold but one at most, and more than one does."""
    read = [
        Reading(RelationKind.SUM, Operation.SUM, parts, stated, reason, sure=True)
        for parts, stated, reason in readings
    ]
    held = [reading for reading in read if reading.holds()]
    adding = any(len(reading.operands) > 1 for reading in held)
    if not adding or len(held) < max(2, len(read) - 1):
        return
    for reading in read:
        relations.choose([reading])
