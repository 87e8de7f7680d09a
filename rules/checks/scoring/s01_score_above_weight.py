"""S01: a score above the weight of its indicator, or below zero."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.relations.relation import RelationKind
from rules.relations.scores.cause import Cause
from rules.relations.scores.scores import FormTies
from rules.wording import form_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each score out of range; where the weight is the slip, S03 speaks."""
    for ties, causes in zip(context.ties, context.causes, strict=True):
        for cause in causes:
            if cause.concerns(RelationKind.SCORE_EXCEEDS_WEIGHT) and not cause.concerns(
                RelationKind.WEIGHT_SUM
            ):
                yield _finding(ties, cause)


def _finding(ties: FormTies, cause: Cause) -> Finding:
    relation = next(item for item in cause.relations if item.kind is RelationKind.SCORE_EXCEEDS_WEIGHT)
    weight, score = ties.fact(relation.operands[0]), ties.fact(relation.stated or "")
    points, most = score.quantity.plain(), weight.quantity.plain()
    # Nothing at all is what the rest gives where the total is wrong as well; no score is derived from it.
    derived = cause.implied if cause.implied else None
    implied = "" if derived is None else f"按总分和其余各项倒推，该项为 {derived:f} 分。"
    return card("S01").finding(
        content=(score.subject or "", points, most),
        message=(
            f"{form_words(ties.form)}“{score.subject}”自评 {points} 分，该项分值 {most} 分，"
            f"得分应在 0 分至 {most} 分之间。{implied}"
        ),
        verdict=relation.verdict,
        reported=points,
        expected=most if derived is None else f"{derived:f}",
        derivation=relation.judgement.derivation,
        evidence=(score.evidence, weight.evidence),
        culprit=cause.culprit or score.id,
        related=tuple(item.id for item in cause.relations),
    )
