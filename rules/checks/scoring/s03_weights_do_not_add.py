"""S03: the weights of a form do not add to their class, or the classes not to the total."""

from __future__ import annotations

from collections.abc import Iterable

from rules.check import CheckContext
from rules.checks.scoring.sums import sum_finding
from rules.finding import Finding
from rules.relations.relation import RelationKind


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each slip that shows in sums of weights."""
    for ties, causes in zip(context.ties, context.causes, strict=True):
        for cause in causes:
            if cause.concerns(RelationKind.WEIGHT_SUM):
                yield sum_finding("S03", RelationKind.WEIGHT_SUM, "分值", ties, cause)
