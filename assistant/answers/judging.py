"""Questions that a report alone cannot settle (省下来的还是编大了), and what the report is: facts laid out, no verdict."""

from __future__ import annotations

import re

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.told import said, with_cause
from assistant.answers.words import named, place, thing
from assistant.labels import label
from assistant.lookup.computing import ratio
from assistant.plan import About, Kind
from assistant.support import Origin
from rules.facts.vocabulary import vocabulary
from rules.relations.relation import RelationKind

_STAGES = ("budget", "executed", "surplus")


def answer_judgement(desk: Desk) -> Reply:
    """Lay out figures, parts and the report's own words for both alternatives, and leave the verdict to a person."""
    question = desk.question
    subject = next((name for name in question.subjects if desk.statements.facts(name)), None)
    if subject is None:
        terms = list(question.terms)
        return refuse(desk, Kind.JUDGEMENT, "", nearest_sentences(desk, terms))
    reply = Reply(Kind.JUDGEMENT, about=About(Kind.JUDGEMENT, (subject,), "executed"))
    reply.add("报告本身不足以判断，程序不作定性；能列出的事实如下。")
    reply.add(desk.unknown_figures())
    for measure in _STAGES:
        found = desk.statements.best(subject, measure, None, question.fund)
        if found is not None:
            reply.add(f"{named(subject, measure)} {desk.stated(found)}。")
    _say_parts(desk, reply, subject)
    causes = with_cause(desk, [thing(subject), *question.terms], 0.2)
    words = set(vocabulary().subjects[subject].words) if subject in vocabulary().subjects else {subject}
    told = [hit for hit in causes if any(word in hit.sentence.folded for word in words)]
    told = told or [hit for hit in causes if hit.coverage >= 0.5]
    for hit in told[:2]:
        reply.add(f"报告自述，{said(desk, hit.sentence)}")
    if not told:
        reply.add("报告没有说明原因。")
    first, second = _alternatives(question.plain)
    if first and second:
        both = (desk.material.passage(first, Origin.QUESTION), desk.material.passage(second, Origin.QUESTION))
        reply.add(
            f"要分清您说的“{both[0]}”和“{both[1]}”，请单位提供预算编制依据、上年同口径预算数和实际业务量。"
        )
    return reply


def _say_parts(desk: Desk, reply: Reply, subject: str) -> None:
    """Add budget and execution of each part that the checker adds up, with the rate."""
    budget = desk.statements.best(subject, "budget")
    if budget is None:
        return
    sums = [r for fact in budget.facts for r in desk.derivations(fact, (RelationKind.SUM,))]
    for operand in sums[0].operands if sums else ():
        part = desk.tools.fact(operand)
        spent = desk.statements.best(part.subject, "executed") if part.subject else None
        if spent is None or part.subject is None:
            continue
        result = ratio(spent.fact, part)
        rate = (
            f"，预算执行率 {desk.amount(result, part.subject, 'execution_rate')}"
            if result is not None
            else ""
        )
        reply.add(
            f"其中{named(part.subject, 'budget')} {desk.figure(part)}，{thing(part.subject)}实际支出 {desk.figure(spent.fact)}{rate}。"
        )


def _alternatives(text: str) -> tuple[str, str]:
    found = re.search(r"是(?P<one>[^，。；]{1,24}?)还是(?P<other>[^，。；？?]{1,24})", text)
    return (found["one"], found["other"]) if found is not None else ("", "")


def answer_identity(desk: Desk) -> Reply:
    """Answer what report it is: unit, year, sort, pages."""
    review = desk.review
    reply = Reply(Kind.IDENTITY, about=About(Kind.IDENTITY))
    names = review.unit_name or "（单位未识别）"
    kind = label("document", review.kind)
    start = review.document.text.find(names)
    marker = ""
    if start >= 0:
        evidence = desk.material.places.evidence(start, start + len(names))
        marker = f"（{place(evidence)}）{desk.material.cite(evidence)}"
    year = f"{review.year} 年度" if review.year else "年度未识别的"
    reply.add(f"这是“{desk.material.passage(names, Origin.CITED)}”{marker}的 {year}{kind}。")
    pages = len(review.document.pages)
    if pages:
        reply.add(f"文件共有 {desk.material.counted(pages, '页', '文件共有的页数')}。")
    return reply
