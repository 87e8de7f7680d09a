"""S06: points taken off an indicator, and no reason given although the form has a column for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import FormCell
from rules.finding import Finding
from rules.wording import row_words

_NOTHING = re.compile(r"[-—－–/／\\无]*[。.]?")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each deduction whose reason is blank."""
    for scored in context.scored_rows:
        row = scored.row
        if not scored.form.has_reasons or not _is_blank(row.reason) or scored.is_full:
            continue
        points, most = scored.points.plain(), scored.most.plain()
        yield card("S06").finding(
            content=(row.name, row.title, points, most),
            message=(
                f"{row_words(scored.form, row)}分值 {most} 分，自评 {points} 分，偏差原因栏为空。"
                "请补填扣分原因。"
            ),
            reported=points,
            derivation=f"{most} − {points} = {scored.most.value - scored.points.value:f} 分",
            evidence=(scored.score.evidence(context.locator), scored.weight.evidence(context.locator)),
        )


def _is_blank(reason: FormCell | None) -> bool:
    return reason is None or _NOTHING.fullmatch(reason.text) is not None
