"""S04: the score of budget execution is not weight × rate."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document.evidence import Evidence
from rules.card import card
from rules.check import CheckContext
from rules.finding import Disposition, Finding, Severity
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.relations.scores.cause import Cause
from rules.relations.scores.scores import FormTies
from rules.wording import form_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield a finding where no reading of the rate gives the score.

    It is an error where the form's own words or its total prove it; else bands that the form does not state
    may lie behind it, and the unit is asked.
    """
    for ties, causes in zip(context.ties, context.causes, strict=True):
        proved = [
            cause
            for cause in causes
            if cause.concerns(RelationKind.SCORE_VS_RULE)
            and not cause.concerns(RelationKind.WEIGHT_SUM, RelationKind.SCORE_EXCEEDS_WEIGHT)
        ]
        settled = {relation.id for cause in causes for relation in cause.relations}
        for cause in proved:
            yield _finding(context, ties, _relation(cause), cause)
        for relation in ties.relations:
            open_question = (
                relation.verdict is Verdict.UNDETERMINED and relation.judgement.expected is not None
            )
            if relation.kind is RelationKind.SCORE_VS_RULE and open_question and relation.id not in settled:
                yield _finding(context, ties, relation, None)


def _relation(cause: Cause) -> Relation:
    return next(relation for relation in cause.relations if relation.kind is RelationKind.SCORE_VS_RULE)


def _finding(context: CheckContext, ties: FormTies, relation: Relation, cause: Cause | None) -> Finding:
    rule = card("S04")
    score = ties.fact(relation.stated or "")
    expected = relation.judgement.expected or ""
    points = score.quantity.plain()
    total = (
        "" if cause is None or cause.implied is None else f"按总分和其余各项倒推，也为 {cause.implied:f} 分。"
    )
    asks = "" if cause is not None else "如采用分段计分，请注明办法。"
    return rule.finding(
        content=("预算执行率", points, expected),
        message=(
            f"{form_words(ties.form)}预算执行率得分填 {points} 分，"
            f"按分值乘执行率计算为 {expected} 分。{total}{asks}"
        ),
        verdict=relation.verdict if cause is None else Verdict.IMPOSSIBLE,
        severity=None if cause is None else Severity.ERROR,
        disposition=None if cause is None else Disposition.RETURN,
        basis=None if cause is None else (rule.own_basis,),
        reported=points,
        expected=expected,
        derivation=relation.judgement.derivation,
        evidence=(score.evidence, *_others(context, ties)),
        culprit=score.id if cause is not None else None,
        suspects=() if cause is not None else (score.id,),
        related=(relation.id,) if cause is None else tuple(item.id for item in cause.relations),
    )


def _others(context: CheckContext, ties: FormTies) -> tuple[Evidence, ...]:
    block = ties.form.execution
    if block is None:
        return ()
    return tuple(cell.evidence(context.locator) for cell in (block.weight, block.rate) if cell is not None)
