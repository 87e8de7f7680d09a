"""Figures told by other words than the vocabulary's: by the words around them, or by their value."""

from __future__ import annotations

from assistant.answers.counts import distance, quoted, speaks_of
from assistant.answers.deriving import explain
from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.answers.told import answer_content
from assistant.answers.words import name_of
from assistant.disguise import plain
from assistant.lookup.statements import Statement
from assistant.plan import About, Kind
from rules.facts.fact import Fact, FactKind
from rules.relations.relation import RelationKind

_MOST = 2


def answer_described(desk: Desk) -> Reply:
    """Answer 数据目录有多少个 with the figure whose own clause holds the words of the question, else with sentences."""
    return described_exactly(desk) or answer_content(desk)


def described_exactly(desk: Desk) -> Reply | None:
    """Return the figure whose own clause holds every word of the question, or None."""
    terms = tuple(term for term in desk.question.terms if len(term) > 1)
    found = [fact for fact in desk.review.facts if _of_sort(desk, fact) and _leads(desk, fact, terms)]
    if not found:
        return None
    reply = Reply(Kind.FIGURE, about=About(Kind.FIGURE, desk.question.subjects[:1], wants=("amount",)))
    nearest = min(found, key=lambda fact: distance(desk, fact, terms))
    reply.add(quoted(desk, nearest))
    return reply


_OF_SCORES = frozenset({FactKind.WEIGHT, FactKind.SCORE, FactKind.TARGET})


def _of_sort(desk: Desk, fact: Fact) -> bool:
    return fact.kind is FactKind.COUNT if desk.question.counts else fact.kind not in _OF_SCORES


def _leads(desk: Desk, fact: Fact, terms: tuple[str, ...]) -> bool:
    """Say whether the words right before the figure hold the terms; a row of a table by its label."""
    if not terms:
        return False
    if fact.evidence.table is not None:
        return speaks_of(desk, fact, terms)
    lead = plain(f"{desk.material.places.lead(fact.evidence, 40)}{fact.label}").text
    return all(term in lead for term in terms)


def answer_of_figure(desk: Desk) -> Reply:
    """Answer 50.09 怎么来的, 24331.55 是什么数: what the figure is of, where it stands, how it comes about."""
    question = desk.question
    facts = [fact for figure in question.figures[:1] for fact in desk.statements.equal_to(figure)]
    of_stage = [fact for fact in facts if fact.measure in question.measures]
    facts = of_stage or facts
    if not facts:
        reply = Reply(Kind.FIGURE, answered=False, about=About(Kind.FIGURE))
        return reply.add(f"{desk.echo()} 在报告中没有出现，不能作答。", "已查看：报告正文、表格、附件。")
    reply = Reply(Kind.FIGURE)
    seen: set[tuple[str | None, str | None]] = set()
    for statement in desk.statements.grouped(facts):
        fact = statement.fact
        if (fact.subject, fact.measure) in seen or len(seen) == _MOST + 1:
            continue
        seen.add((fact.subject, fact.measure))
        # A figure of last year says so; one without a year is read as this year's.
        other = fact.period is not None and fact.period.isdigit() and fact.period != desk.statements.year
        when = f"{fact.period} 年" if other else ""
        reply.add(f"{when}{name_of(fact) or '该数'} {desk.stated(statement)}。")
        if question.wants_any("how") or len(seen) == 1:
            _explain(desk, reply, statement)
    lead = facts[0]
    reply.about = About(Kind.FIGURE, (lead.subject,) if lead.subject else (), lead.measure, wants=("how",))
    return reply


def _explain(desk: Desk, reply: Reply, statement: Statement) -> None:
    fact = statement.fact
    if fact.kind is FactKind.RATE and fact.subject is not None:
        explain(desk, reply, [statement], fact.subject, fact.measure)
        return
    wanted = (RelationKind.DIFFERENCE, RelationKind.SUM, RelationKind.YOY, RelationKind.SHARE)
    found = [relation for one in statement.facts for relation in desk.derivations(one, wanted)]
    for relation in found[:2]:
        reply.add(f"{name_of(fact)}的算式：{desk.material.derivation(relation, fact)}。")
