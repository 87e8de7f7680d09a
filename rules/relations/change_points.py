"""Percentage points: the difference of two rates, or of a rate and the mark that it is held against."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.change_pairs import is_prior
from rules.relations.judge import Operation, judge
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_ABOVE = re.compile(r"(?:高于|低于|高出|超过|超出|优于)[^，。；]{0,8}$")


def find_points(mention: Mention, index: int, statement: Statement, down: bool, relations: Relations) -> None:
    """执行率 96.45 %，比上年的 92.87 % 提高 3.58 个百分点: the difference of the two rates before it."""
    rates = [m for m in statement.own[:index] if m.fact.kind is FactKind.RATE and not m.range_end]
    if len(rates) < 2 or not is_prior(rates[-1]):
        return
    now, base = rates[-2].fact, rates[-1].fact
    order = [base.quantity, now.quantity] if down else [now.quantity, base.quantity]
    judgement = judge(Operation.DIFFERENCE, order, mention.fact.quantity)
    relations.add(RelationKind.YOY, [now, base], mention.fact, "百分点＝两个比率之差", judgement)


def find_above(statement: Statement, relations: Relations) -> None:
    """合格率 96.35 %，高于 95 % 的目标 1.35 个百分点: the difference to the mark that is named before the points."""
    own = statement.own
    for at in range(1, len(own)):
        mark, points = own[at - 1], own[at]
        word = _ABOVE.search(mark.lead)
        rates = [
            m for m in own[: at - 1] if m.fact.kind is FactKind.RATE and not m.range_end and not is_prior(m)
        ]
        if (
            points.fact.kind is not FactKind.POINTS
            or mark.fact.kind is not FactKind.RATE
            or not word
            or not rates
        ):
            continue
        now, below = rates[-1].fact, word.group().startswith("低")
        exact = replace(
            mark.fact, quantity=replace(mark.fact.quantity, counted=True)
        )  # a mark is set, not measured
        order = [exact, now] if below else [now, exact]
        judgement = judge(Operation.DIFFERENCE, [fact.quantity for fact in order], points.fact.quantity)
        relations.add(
            RelationKind.DIFFERENCE,
            order,
            points.fact,
            "百分点＝两个比率之差",
            judgement,
            Operation.DIFFERENCE,
        )
