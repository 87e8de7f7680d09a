"""What S02 and S03 share: one finding for the sums of a form that one slip has broken."""

from __future__ import annotations

from rules.card import card
from rules.finding import Finding
from rules.relations.relation import RelationKind
from rules.relations.scores.cause import Cause
from rules.relations.scores.scores import FormTies
from rules.wording import form_words


def sum_finding(code: str, kind: RelationKind, noun: str, ties: FormTies, cause: Cause) -> Finding:
    """Return the finding of a rule on sums of a kind. ``noun`` is what is added: 得分 or 分值."""
    relation = next(item for item in cause.relations if item.kind is kind)
    stated = ties.fact(relation.stated or "")
    total = relation.judgement.expected or ""
    reported, expected, suspect = stated.quantity.plain(), total, ""
    if cause.culprit is not None and cause.culprit != stated.id and cause.implied is not None:
        fact = ties.fact(cause.culprit)
        reported, expected = fact.quantity.plain(), f"{cause.implied:f}"
        suspect = f"疑似“{fact.subject}”{noun} {reported} 分有误，按其余各数推算为 {expected} 分。"
    return card(code).finding(
        content=(stated.subject or "", stated.quantity.plain(), total),
        message=(
            f"{form_words(ties.form)}“{stated.subject}”{noun}填 {stated.quantity.plain()} 分，"
            f"所列 {len(relation.operands)} 项{noun}相加为 {total} 分。{suspect}请核对后统一。"
        ),
        verdict=relation.verdict,
        reported=reported,
        expected=expected,
        derivation=relation.judgement.derivation,
        evidence=(stated.evidence, *(ties.fact(operand).evidence for operand in relation.operands)),
        culprit=cause.culprit,
        suspects=cause.suspects,
        related=tuple(item.id for item in cause.relations),
    )
