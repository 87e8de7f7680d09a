"""Q03: 基本完成 or the like as the actual value, with full marks."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import read_target
from rules.finding import Finding
from rules.self_report import says_partial, says_unmet
from rules.wording import row_words, short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such indicator; where the target is a figure, Q04 speaks instead."""
    for scored in context.scored_rows:
        row = scored.row
        if row.actual is None or not scored.is_full:
            continue
        if row.target is not None and read_target(row.target.text) is not None:
            continue
        span = says_partial(row.actual.text, context.pack)
        if span is None or says_unmet(row.actual.text, context.pack) is not None:
            continue
        words, points = row.actual.text[span[0] : span[1]], scored.points.plain()
        yield card("Q03").finding(
            content=(row.name, row.title, words, points),
            message=(
                f"{row_words(scored.form, row)}实际完成值为“{short(words)}”，自评 {points} 分，为满分。"
                "建议写明完成到什么程度。"
            ),
            reported=points,
            evidence=(row.actual.evidence(context.locator, *span), scored.score.evidence(context.locator)),
        )
