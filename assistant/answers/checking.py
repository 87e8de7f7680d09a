"""Is a figure right: what the checker says of a figure that a question names, or of a thing whose figure it does not."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.deriving import explain
from assistant.answers.desk import Desk
from assistant.answers.figures import answer_figure
from assistant.answers.meant import SCORES, TWICE, candidates
from assistant.answers.reply import Reply
from assistant.answers.scores import answer_score
from assistant.answers.words import name_of
from assistant.lookup.statements import Statement
from assistant.plan import About, Kind
from assistant.question import dimension_of
from assistant.support import Origin
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.numbers.units import Dimension
from rules.relations.relation import Relation, RelationKind, Verdict

_RATES = (Dimension.RATE, Dimension.POINTS)


def answer_verify(desk: Desk) -> Reply:
    """Answer 对不对 of a figure that the question names, or of a thing whose figure it does not."""
    question = desk.question
    if not question.figures:
        return _verify_named(desk)
    facts = candidates(desk, question.figures[0])
    if not facts:
        return _not_stated(desk)
    fact = _checked_first(desk, facts)
    same = [one for one in facts if (one.subject, one.measure) == (fact.subject, fact.measure)]
    reply = Reply(Kind.VERIFY)
    reply.about = About(
        Kind.VERIFY,
        (fact.subject,) if fact.subject else (),
        fact.measure,
        wants=("verify",),
    )
    statements = desk.statements.grouped(same)
    reply.add(f"报告所列{name_of(fact)}为 {desk.stated(statements[0])}。")
    findings = desk.findings_about(same)
    counted = [relation for one in same for relation in desk.derivations(one, (RelationKind.COUNT,))]
    if counted:
        _say_count(desk, reply, counted[0])
    else:
        _say_relations(desk, reply, same, fact)
    _say_findings(desk, reply, findings)
    if findings:
        reply.about = About(
            Kind.VERIFY, reply.about.subjects, fact.measure, finding=findings[0].id, wants=("verify",)
        )
    return reply


def _checked_first(desk: Desk, facts: Sequence[Fact]) -> Fact:
    """Return the fact that a finding or a computation is about, else the first."""
    for fact in facts:
        if desk.findings_about([fact]):
            return fact
    return next((fact for fact in facts if desk.derivations(fact)), facts[0])


def _say_relations(desk: Desk, reply: Reply, facts: Sequence[Fact], fact: Fact) -> None:
    """Say what the computation gives, with its parts; of figures that nothing computes, whether all places agree."""
    before = len(reply.lines)
    if fact.subject is not None and fact.quantity.unit is not None and fact.quantity.unit.dimension in _RATES:
        explain(desk, reply, [Statement(tuple(facts))], fact.subject, fact.measure)
    if len(reply.lines) == before:
        for relation in [r for one in facts for r in desk.derivations(one)][:2]:
            reply.add(f"复算：{desk.material.derivation(relation, fact)}，{_verdict(relation)}。")
    elsewhere = [r for r in desk.review.relations if fact.id in r.facts and r.kind in TWICE]
    unequal = [r for r in elsewhere if r.verdict not in (Verdict.EXACT, Verdict.ROUNDING)]
    if unequal:
        reply.add(f"{name_of(fact)}还有不同数值：{desk.material.derivation(unequal[0], fact)}。")
    elif elsewhere and len(reply.lines) == before:
        reply.add("报告中各处对这个数的表述一致；没有可以复算它的分项，是否与账表一致未作核实。")
    if len(reply.lines) == before:
        reply.add("报告中没有可以复算这个数的分子、分母或分项，程序不能判断对错。")


def _verdict(relation: Relation) -> str:
    return {
        Verdict.EXACT: "与报告一致",
        Verdict.ROUNDING: "属尾差，不算错",
        Verdict.CONVENTION: "按另一种取位或口径才成立",
        Verdict.IMPOSSIBLE: "不成立",
        Verdict.UNDETERMINED: "口径未说明，不能判定",
    }[relation.verdict]


def _say_count(desk: Desk, reply: Reply, relation: Relation) -> None:
    reply.add(
        f"按文中列示计数：{desk.material.derivation(relation, desk.tools.fact(relation.stated or ''))}，{_verdict(relation)}。"
    )


def _say_findings(desk: Desk, reply: Reply, findings: Sequence[Finding]) -> None:
    for finding in findings[:1]:
        advice = finding.suggestion
        if advice:
            reply.add(f"建议：{desk.material.passage(advice.rstrip('。'), Origin.COMPUTED, None, advice)}。")
        found = desk.card(finding.rule)
        if found is not None:
            shown, marker = found
            reply.add(f"依据：规则卡 {shown.code}“{shown.title}”{marker}。")


def _verify_named(desk: Desk) -> Reply:
    """Answer 控制率算得对吗: what is stated, recomputed."""
    reply = answer_figure(desk)
    facts = [
        fact
        for subject in desk.question.subjects[:1]
        for measure in desk.question.measures[:1]
        for fact in desk.statements.facts(subject, (measure,))
    ]
    if reply.answered:
        reply.kind = Kind.VERIFY
        _say_findings(desk, reply, desk.findings_about(facts))
    return reply


def _not_stated(desk: Desk) -> Reply:
    """Say that a figure of the question is not in the report, and what the report has instead."""
    question = desk.question
    reply = Reply(
        Kind.VERIFY,
        about=About(Kind.VERIFY, question.subjects[:1], question.measures[0] if question.measures else None),
    )
    subject = question.subjects[0] if question.subjects else None
    measure = question.measures[0] if question.measures else None
    found = (
        desk.statements.stated(subject, measure, question.period, question.fund)
        if subject and measure
        else []
    )
    reply.add(f"{desk.echo()} {'不是报告所列的数' if found else '在报告中没有出现'}。")
    if not found and subject:
        figure = question.figures[0]
        alike = [
            fact
            for fact in desk.statements.facts(subject)
            if dimension_of(figure.unit) in (None, dimension_of(fact.quantity.unit))
        ]
        found = desk.statements.grouped(alike)[:3]
    reply.answered = bool(found)
    if measure in SCORES and not found:
        told = answer_score(desk)
        reply.answered = told.answered
        reply.add(*told.lines)
    for statement in found[:3]:
        name = name_of(statement.fact)
        reply.add(f"报告所列{name}为 {desk.stated(statement)}。")
    return reply
