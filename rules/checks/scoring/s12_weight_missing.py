"""S12: an indicator with a score and no weight, in a form whose other indicators have weights."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator."""
    for form, row in context.rows:
        weighted = sum(other.weight is not None for other in form.rows)
        if row.weight is not None or row.score is None or row.score.quantity is None:
            continue
        if weighted * 2 < len(form.rows):
            continue
        points = row.score.quantity.plain()
        yield card("S12").finding(
            content=(row.name, row.title, points),
            message=f"{row_words(form, row)}自评 {points} 分，分值为空。请补填分值并核对总分值。",
            reported=points,
            evidence=(row.score.evidence(context.locator),),
        )
