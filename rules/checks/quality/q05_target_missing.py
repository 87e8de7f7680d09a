"""Q05: an indicator with a weight and no target, in a form that otherwise has targets."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such indicator; a form without any target has another layout."""
    for form, row in context.rows:
        targets = any(other.target is not None for other in form.rows)
        if row.weight is None or row.target is not None or not targets:
            continue
        yield card("Q05").finding(
            content=(row.name, row.title),
            message=f"{row_words(form, row)}年度指标值为空，无法判断完成情况。请补填年度指标值。",
            evidence=(row.weight.evidence(context.locator),),
        )
