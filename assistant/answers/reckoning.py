"""Sums and alternatives that a question states itself: does it add up, which of two figures is it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.counts import quoted
from assistant.answers.desk import Desk
from assistant.answers.meant import TWICE, candidates
from assistant.answers.reply import Reply
from assistant.answers.words import label, name_of
from assistant.lookup.computing import total
from assistant.plan import About, Kind
from assistant.question import ways
from rules.facts.fact import Fact, FactKind
from rules.relations.relation import Relation, Verdict


def answer_arithmetic(desk: Desk) -> Reply:
    """Answer 甲加乙不等于丙啊: whether the figures of the question are the report's, and whether their sum is a rounding."""
    question = desk.question
    found = [desk.statements.equal_to(figure) for figure in question.figures]
    relation = _joining(desk, found)
    if relation is None:
        return _own_sum(desk, found)
    stated = desk.tools.fact(relation.stated or "")
    reply = Reply(
        Kind.ARITHMETIC,
        about=About(Kind.ARITHMETIC, (stated.subject,) if stated.subject else (), stated.measure),
    )
    operands = [desk.tools.fact(operand) for operand in relation.operands]
    reply.add(f"{_verdict_head(relation)}。{name_of(stated)}：{desk.material.derivation(relation, stated)}。")
    reply.add(
        "所涉的数："
        + "；".join(f"{name_of(fact)} {desk.figure(fact)}" for fact in (*operands, stated))
        + f"（{desk.place(stated)}）。"
    )
    if relation.verdict is Verdict.ROUNDING:
        reply.add(
            "各数都是取位后的数，相加后的差没有超出取位造成的范围，未取位的数可以使等式成立，所以属尾差，不算错，也不写进审核意见。"
        )
    found_card = desk.card("A01")
    if found_card is not None:
        shown, marker = found_card
        reply.add(f"依据：规则卡 {shown.code}“{shown.title}”{marker}。")
    return reply


def _verdict_head(relation: Relation) -> str:
    return {
        Verdict.EXACT: "等式成立",
        Verdict.ROUNDING: "属尾差，不算错",
        Verdict.CONVENTION: "按另一种取位或口径才成立",
        Verdict.IMPOSSIBLE: "不成立，应请单位核对",
        Verdict.UNDETERMINED: "口径未说明，不能判定",
    }[relation.verdict]


def _joining(desk: Desk, found: Sequence[Sequence[Fact]]) -> Relation | None:
    """Return the relation whose stated figure is the last of the question and whose operands are the others."""
    last = {fact.id for fact in found[-1]}
    others = [{fact.id for fact in facts} for facts in found[:-1]]
    best: Relation | None = None
    for relation in desk.review.relations:
        operands = set(relation.operands)
        joins = relation.stated in last and all(group & operands for group in others)
        decides = best is None or relation.verdict is not Verdict.UNDETERMINED
        if joins and decides and len(operands) == len(others):
            best = relation
    return best


def _own_sum(desk: Desk, found: Sequence[Sequence[Fact]]) -> Reply:
    """Compute what the question adds up from the report's figures, where no relation joins them."""
    reply = Reply(Kind.ARITHMETIC, about=About(Kind.ARITHMETIC))
    if not all(found[:-1]) or len(found) < 3:
        missing = next((at for at, facts in enumerate(found) if not facts), 0)
        reply.answered = False
        return reply.add(f"{desk.echo(missing)} 在报告中没有出现，不能核这个算式。")
    facts = [group[0] for group in found[:-1]]
    result = total(facts, _signs(desk))
    if result is None:
        reply.answered = False
        return reply.add("这几个数计量单位不同，不能相加。")
    reply.add(f"报告没有说这几个数有加减关系；单就数字计算：{desk.result(result, None, None)}。")
    stated = found[-1][0] if found[-1] else None
    if stated is not None:
        fits = result.agrees(stated.quantity)
        reply.add(f"报告为 {desk.figure(stated)}，{'差在尾差以内' if fits else '两者不相等'}。")
    return reply


def _signs(desk: Desk) -> list[int]:
    question, minus = desk.question, ways()["operators"]["minus"]
    signs = [1]
    for one, other in zip(question.figures, question.figures[1:-1], strict=False):
        between = question.plain[one.end : other.start]
        signs.append(-1 if any(word in between for word in minus) else 1)
    return signs


def answer_which(desk: Desk) -> Reply:
    """Answer 到底是甲还是乙: what each figure is of, and the computation that joins them where there is one."""
    question = desk.question
    found = [candidates(desk, figure) for figure in question.figures[:2]]
    if not all(found):
        missing = next(at for at, facts in enumerate(found) if not facts)
        reply = Reply(Kind.WHICH, answered=any(found), about=About(Kind.WHICH, question.subjects[:1]))
        reply.add(f"{desk.echo(missing)} 在报告中没有出现。")
        for facts in found:
            reply.add(quoted(desk, facts[0]) if facts else "")
        return reply
    relation = _between(desk, *found)
    first, second = found[0][0], found[1][0]
    reply = Reply(
        Kind.WHICH, about=About(Kind.WHICH, (first.subject,) if first.subject else (), first.measure)
    )
    if relation is not None and relation.kind not in TWICE:
        reply.add("不矛盾，是同一事项在不同时点或口径下的数：")
    elif relation is not None or (first.subject, first.measure, first.scope) == (
        second.subject,
        second.measure,
        second.scope,
    ):
        reply.add("说的是同一事实，数值不一致；以哪个为准由单位核对账表后确定：")
    else:
        reply.add("各数的口径不同：")
    for facts in found:
        fact = facts[0]
        when = name_of(fact) if fact.kind is FactKind.RATE else label(fact)
        reply.add(f"{when} {desk.stated(desk.statements.grouped(facts)[0])}。")
    if relation is not None and relation.kind not in TWICE:
        stated = desk.tools.fact(relation.stated or "")
        reply.add(f"算式：{desk.material.derivation(relation, stated)}。")
        others = [desk.tools.fact(i) for i in relation.operands if i not in {f.id for g in found for f in g}]
        for fact in others:
            reply.add(f"其中{name_of(fact)} {desk.figure(fact)}（{desk.place(fact)}）。")
    return reply


def _between(desk: Desk, first: Sequence[Fact], second: Sequence[Fact]) -> Relation | None:
    one, other = {fact.id for fact in first}, {fact.id for fact in second}
    joined = [r for r in desk.review.relations if one & set(r.facts) and other & set(r.facts)]
    return min(joined, key=lambda r: r.kind in TWICE, default=None)
