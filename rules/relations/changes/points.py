"""Percentage points: the difference of two rates, or of a rate and the mark that it is held against."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.changes.direction import is_change_rate
from rules.relations.changes.pairs import is_prior, priors_of
from rules.relations.changes.rate import REACHED
from rules.relations.judging.judge import Operation, holds, judge
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_ABOVE = re.compile(r"(?:高于|低于|高出|超过|超出|优于)[^，。；]{0,8}$")


def find_points(
    mention: Mention, index: int, statement: Statement, down: bool, relations: Relations, year: str | None
) -> None:
    """执行率 96.45 %，比上年的 92.87 % 提高 3.58 个百分点: the difference of the two rates."""
    found = _two_rates(mention, index, statement, priors_of(statement.own, year))
    if found is None:
        return
    now, base = found
    others = [m.fact for m in _own_rates(mention, index, statement) if m.fact not in found]
    for one in (now, *reversed(others)):
        # 优良率 85.5 %，扣除沙尘后为 86.8 %，较上年（82.0 %）上升: of which of the two, only the digits can tell.
        order = [base, one] if down else [one, base]
        if holds(Operation.DIFFERENCE, [fact.quantity for fact in order], mention.fact.quantity):
            now = one
            break
    order = [base, now] if down else [now, base]
    judgement = judge(Operation.DIFFERENCE, [fact.quantity for fact in order], mention.fact.quantity)
    reason = "百分点＝两个比率之差"
    relations.add(RelationKind.YOY, order, mention.fact, reason, judgement, Operation.DIFFERENCE)


def _own_rates(mention: Mention, index: int, statement: Statement) -> list[Mention]:
    """Return the rates of the sentence before the points that are neither changes nor last year's."""
    return [
        m
        for m in statement.own[:index]
        if m.fact.kind is FactKind.RATE
        and m.sentence == mention.sentence
        and not (m.range_end or is_prior(m) or is_change_rate(m))
    ]


def _two_rates(
    mention: Mention, index: int, statement: Statement, before: frozenset[str]
) -> tuple[Fact, Fact] | None:
    """Return this year's rate and last year's: last year's stands before the points, before both, or in a bracket behind."""
    rates = [
        m
        for m in statement.own[:index]
        if m.fact.kind is FactKind.RATE and not m.range_end and not is_change_rate(m)
    ]
    if len(rates) > 1 and (is_prior(rates[-1]) or rates[-1].fact.id in before):
        return rates[-2].fact, rates[-1].fact
    after = statement.own[index + 1] if index + 1 < len(statement.own) else None
    behind = after is not None and after.fact.kind is FactKind.RATE and is_prior(after)
    if rates and after is not None and behind and after.depth == mention.depth + 1:
        return rates[-1].fact, after.fact
    if len(rates) < 2 or rates[-2].sentence != rates[-1].sentence or rates[-1].sentence != mention.sentence:
        return None
    compared = re.search("[较比]|同比", mention.lead) is not None
    reached = REACHED.search(rates[-1].lead) is not None and not compared
    return (rates[-1].fact, rates[-2].fact) if reached or is_prior(rates[-2]) else None


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
