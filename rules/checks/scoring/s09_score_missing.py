"""S09: an indicator with a weight and no score, in a form that is otherwise scored."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator; a form without any score is a blank form and no fault."""
    for form, row in context.rows:
        scored = any(other.score is not None for other in form.rows)
        if row.weight is None or row.weight.quantity is None or row.score is not None or not scored:
            continue
        most = row.weight.quantity.plain()
        yield card("S09").finding(
            content=(row.name, row.title, most),
            message=f"{row_words(form, row)}分值 {most} 分，自评得分为空。请补填得分并核对总分。",
            evidence=(row.weight.evidence(context.locator),),
        )
