"""Which fact, relation or finding a question means by a figure: of its things and stages first."""

from __future__ import annotations

from decimal import Decimal

from assistant.answers.desk import Desk
from assistant.figures import Figure
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.relations.relation import RelationKind

TWICE = frozenset(
    {RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX, RelationKind.UNIT}
)
"""Kinds of relation that hold two statements of one figure against one another."""


def candidates(desk: Desk, figure: Figure) -> list[Fact]:
    """Return the facts that a figure of the question can mean: of its things and stages first."""
    question = desk.question
    equal = desk.statements.equal_to(figure)
    of_thing = [
        fact for fact in equal if any(desk.statements.is_of(fact, name) for name in question.subjects)
    ]
    equal = of_thing or ([] if question.subjects and not _is_generic(desk) else equal)
    stages = {name for measure in question.measures for name in (measure, *SCORES.get(measure, ()))}
    of_stage = [fact for fact in equal if fact.measure in stages]
    return of_stage or ([] if stages & set(SCORES["score"]) else equal)


SCORES = {"score": ("score", "self_score", "total_score"), "weight": ("weight", "total_weight")}
"""Stages of the score form that one word of a question may mean."""


def _is_generic(desk: Desk) -> bool:
    """Say whether the things that a question names are mere kinds (项目) that counts are made of."""
    return all(not desk.statements.facts(name) for name in desk.question.subjects) or any(
        len(name) <= 2 and name in ("项目", "指标", "单位", "部门") for name in desk.question.subjects
    )


def gap_of(finding: Finding) -> Decimal | None:
    try:
        return abs(Decimal(finding.expected or "") - Decimal(finding.reported or ""))
    except ArithmeticError:
        return None


def meant_finding(desk: Desk) -> Finding | None:
    """Return the finding that a question means: the last one spoken of, one of that gap, or one about its thing."""
    question = desk.question
    held = {finding.id: finding for finding in desk.review.findings}
    asked = {figure.value for figure in question.figures}
    if desk.before.finding in held and (
        not asked or gap_of(held[desk.before.finding]) in asked or not question.figures
    ):
        return held[desk.before.finding]
    by_gap = [
        finding for finding in desk.review.findings if (gap := gap_of(finding)) is not None and gap in asked
    ]
    facts = [
        fact
        for subject in question.subjects
        for fact in desk.statements.facts(subject, question.measures or None)
    ]
    about = desk.findings_about(facts)
    both = [finding for finding in by_gap if finding in about]
    if both or (by_gap and not question.subjects):
        return (both or by_gap)[0]
    if about:
        return about[0]
    return held.get(desk.before.finding or "")
