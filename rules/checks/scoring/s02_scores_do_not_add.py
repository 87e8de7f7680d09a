"""S02: the scores of a form do not add to the subtotal or total that it states."""

from __future__ import annotations

from collections.abc import Iterable

from rules.check import CheckContext
from rules.checks.scoring.sums import sum_finding
from rules.finding import Finding
from rules.relations.relation import RelationKind

_ELSEWHERE = (
    RelationKind.WEIGHT_SUM,
    RelationKind.SCORE_EXCEEDS_WEIGHT,
    RelationKind.SCORE_VS_RULE,
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each slip that shows only in sums of scores."""
    for ties, causes in zip(context.ties, context.causes, strict=True):
        for cause in causes:
            if cause.concerns(RelationKind.SCORE_SUM) and not cause.concerns(*_ELSEWHERE):
                yield sum_finding("S02", RelationKind.SCORE_SUM, "得分", ties, cause)
