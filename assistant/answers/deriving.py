"""How a figure comes about: recomputed from its parts with their places, by the relation that checks it or by definition."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.answers.words import name_of, named, special, stages
from assistant.lookup.computing import Result, ratio
from assistant.lookup.statements import Statement, is_scoped
from rules.facts.fact import Fact
from rules.facts.vocabulary import TOTAL
from rules.relations.relation import RelationKind


def explain(
    desk: Desk, reply: Reply, found: Sequence[Statement], subject: str, measure: str | None
) -> Result | None:
    """Add how a figure comes about: the computation with its parts and their places, and the formula of the rule."""
    facts = [fact for statement in found for fact in statement.facts]
    result = _recomputed(desk, facts, subject, measure)
    said = False
    if result is not None:
        _say_result(desk, reply, result, facts, subject, measure)
    else:
        for fact in facts:
            for relation in desk.derivations(fact)[:2]:
                reply.add(f"算式：{desk.material.derivation(relation, fact)}。")
                said = True
            if said:
                break
        if not said and desk.question.wants_any("how"):
            say_without_parts(desk, reply, facts)
    if desk.question.wants_any("how") and (result is not None or said):
        reply.add(desk.rule_of(measure))
    return result


def say_without_parts(desk: Desk, reply: Reply, facts: Sequence[Fact]) -> None:
    """Tell what the review works out about figures whose parts the report does not give itself, or that it cannot."""
    findings = desk.findings_about(facts)
    for finding in findings[:1]:
        reply.add(f"审核时的复算：{desk.material.finding(finding).rstrip('。')}。")
    if not findings:
        reply.add("报告没有列出它的分子、分母或分项，程序不能复算。")


def _say_result(
    desk: Desk, reply: Reply, result: Result, facts: Sequence[Fact], subject: str, measure: str | None
) -> None:
    top, base = result.facts
    parts = "，".join(f"{name_of(fact)} {desk.figure(fact)}" for fact in (top, base))
    reply.add(f"算式：{desk.result(result, subject, measure)}。其中{parts}。")
    wrong = [
        fact
        for fact in facts
        if fact.quantity.value != result.value and fact.quantity.precision >= result.places
    ]
    if wrong:
        shown = desk.amount(result, subject, measure)
        name = named(subject, measure)
        reply.add(f"按算式，{name}应为 {shown}，与报告所列 {desk.figure(wrong[0])}不同。")


def _recomputed(desk: Desk, facts: Sequence[Fact], subject: str, measure: str | None) -> Result | None:
    """Recompute a rate from the operands of the relation that checks it, else from what its definition names."""
    for fact in facts:
        for relation in desk.derivations(fact, (RelationKind.RATIO, RelationKind.SHARE)):
            if len(relation.operands) == 2:
                top, base = (desk.tools.fact(operand) for operand in relation.operands)
                places = max(one.quantity.precision for one in facts)
                return ratio(top, base, max(places, 2))
    return computed_rate(desk, subject, measure)


def computed_rate(
    desk: Desk, subject: str, measure: str | None, fund: str | None = None, period: str | None = None
) -> Result | None:
    """Compute a rate of a thing from what its definition names; None where the report lacks a part of it."""
    own = special(subject, measure)
    if own is not None:
        if "base_subject" not in own:
            return None
        top = desk.statements.facts(own["top_subject"], (None,), period)
        base = desk.statements.facts(own["base_subject"], (None,), period)
        return ratio(top[0], base[0]) if top and base else None
    if measure == "share":
        return _share(desk, subject)
    rule = stages()["stage"].get(measure or "", {})
    if "top" not in rule:
        return None
    scope = fund or desk.question.fund
    for above in rule["top"]:
        for below in rule["base"]:
            one, other = (
                desk.statements.stated(subject, name, period or desk.question.period, scope)
                for name in (above, below)
            )
            pair = _same_fund(one, other, subject)
            if pair is not None:
                return ratio(*pair)
    return None


def _share(desk: Desk, subject: str) -> Result | None:
    """Compute the share of a thing in the grand total of its fund at the stage that the question names."""
    stage = next((name for name in desk.question.measures if name != "share"), "executed")
    parts = desk.statements.stated(subject, stage, desk.question.period, desk.question.fund)
    wholes = desk.statements.stated(TOTAL, stage, desk.question.period, desk.question.fund)
    for part in parts:
        for whole in wholes:
            if part.fund == whole.fund:
                return ratio(part.fact, whole.fact)
    return None


def _same_fund(
    tops: Sequence[Statement], bases: Sequence[Statement], subject: str
) -> tuple[Fact, Fact] | None:
    """Return a pair of statements of one fund: those of two funds are never divided by one another."""
    for top in tops:
        for base in bases:
            if top.fund == base.fund or not is_scoped(subject) or None in (top.fund, base.fund):
                return top.fact, base.fact
    return None
