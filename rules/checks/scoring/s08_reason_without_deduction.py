"""S08: a reason that speaks of a deviation beside full marks."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.self_report import says_deviation
from rules.wording import row_words, short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator."""
    for scored in context.scored_rows:
        row = scored.row
        if row.reason is None or not scored.is_full:
            continue
        span = says_deviation(row.reason.text, context.pack)
        if span is None:
            continue
        words, points = row.reason.text[span[0] : span[1]], scored.points.plain()
        yield card("S08").finding(
            content=(row.name, row.title, words, points),
            message=(
                f"{row_words(scored.form, row)}原因栏写“{short(words)}”，自评 {points} 分，为满分。"
                "请核对两者是否相称。"
            ),
            reported=points,
            evidence=(row.reason.evidence(context.locator, *span), scored.score.evidence(context.locator)),
        )
