"""Does rounding explain a figure: the values most in its favour that the report's figures can stand for."""

from __future__ import annotations

from assistant.answers.checking import answer_verify
from assistant.answers.desk import Desk
from assistant.answers.meant import candidates
from assistant.answers.reply import Reply
from assistant.answers.words import name_of
from assistant.lookup.computing import nearest_corner, ratio
from assistant.plan import About, Kind
from assistant.support import Origin
from rules.facts.fact import Fact
from rules.relations.relation import Relation, RelationKind, Verdict


def answer_rounding(desk: Desk) -> Reply:
    """Answer whether rounding explains a figure: take the values most in its favour that the report can stand for."""
    question = desk.question
    if not question.figures:
        return answer_verify(desk)
    facts = [fact for fact in candidates(desk, question.figures[0])]
    for fact in facts:
        for relation in desk.derivations(fact):
            reply = _rounded(desk, fact, relation)
            if reply is not None:
                return reply
    return answer_verify(desk)


def _rounded(desk: Desk, fact: Fact, relation: Relation) -> Reply | None:
    name = name_of(fact)
    reply = Reply(
        Kind.ROUNDING,
        about=About(
            Kind.ROUNDING, (fact.subject,) if fact.subject else (), fact.measure, wants=("rounding",)
        ),
    )
    findings = desk.findings_about([fact])
    if findings:
        reply.about = About(Kind.ROUNDING, reply.about.subjects, fact.measure, finding=findings[0].id)
    if relation.kind in (RelationKind.RATIO, RelationKind.SHARE) and len(relation.operands) == 2:
        top, base = (desk.tools.fact(operand) for operand in relation.operands)
        result = ratio(top, base, max(fact.quantity.precision, 0))
        corner = nearest_corner(top.quantity, base.quantity, fact.quantity.value, fact.quantity.precision)
        if result is None or corner is None:
            return None
        reply.add(
            f"{name}按所列的数计算为 {desk.amount(result, fact.subject, fact.measure)}（{desk.result(result, fact.subject, fact.measure)}），"
            f"报告为 {desk.figure(fact)}。"
        )
        reply.add(f"分子：{name_of(top)} {desk.figure(top)}；分母：{name_of(base)} {desk.figure(base)}。")
        words = desk.material.passage(
            corner.words(result.places), Origin.COMPUTED, None, corner.words(result.places)
        )
        if result.agrees(fact.quantity):
            reply.add(
                f"说得通：分子、分母都是取位后的数，取最有利的值算得 {words}，与报告的数相差在尾差以内。"
            )
        else:
            reply.add(
                f"说不通：分子、分母都取印出位数以内最有利的值，也只能算到 {words}，仍到不了报告的数。",
                "怎么填错的不作猜测，请单位核对分子、分母取数。",
            )
        return reply
    verdict = {
        Verdict.EXACT: "与所列各数一致，不需要用四舍五入解释",
        Verdict.ROUNDING: "说得通：差在尾差以内，不算错",
        Verdict.IMPOSSIBLE: "说不通：按印出位数取任何值都得不出报告的数",
    }.get(relation.verdict)
    if verdict is None:
        return None
    reply.add(
        f"{name}：{desk.material.derivation(relation, fact)}。",
        f"{verdict}。",
        f"位置：{desk.place(fact)}{desk.material.cite_fact(fact)}。",
    )
    return reply
