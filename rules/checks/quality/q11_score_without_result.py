"""Q11: points for an indicator whose result was not filled in."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import is_nothing
from rules.wording import row_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator; where hardly any result is filled the form has no such column."""
    for scored in context.scored_rows:
        rows = scored.form.rows
        filled = sum(row.actual is not None and not is_nothing(row.actual.text) for row in rows)
        blank = scored.row.actual is None
        if not blank or scored.points.value <= 0 or filled * 2 < len(rows):
            continue
        points = scored.points.plain()
        yield card("Q11").finding(
            content=(scored.row.name, scored.row.title, points),
            message=f"{row_words(scored.form, scored.row)}实际完成值为空，自评 {points} 分。请补填完成情况及佐证材料。",
            reported=points,
            evidence=(scored.score.evidence(context.locator),),
        )
