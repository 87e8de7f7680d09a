"""S07: a measured indicator that missed its target and still has full marks."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import compare
from rules.finding import Finding
from rules.scoring import support
from rules.wording import row_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator, with the points that a method supports."""
    inverse = context.pack.words.get("inverse_names", ())
    for scored in context.scored_rows:
        row = scored.row
        comparison = compare(row, inverse)
        if (
            comparison is None
            or comparison.met
            or not scored.is_full
            or row.target is None
            or row.actual is None
        ):
            continue
        found = support(row, context.pack)
        if found is not None and found.high >= scored.most.value:
            continue  # the form's own standard allows full marks all the same
        points, most = scored.points.plain(), scored.most.plain()
        reference = "" if found is None else f"按完成情况可支持的分值为 {found.high:.2f} 分（参考）。"
        yield card("S07").finding(
            content=(row.name, row.title, row.target.text, row.actual.text, points),
            message=(
                f"{row_words(scored.form, row)}年度指标值 {row.target.text}，"
                f"实际完成值 {row.actual.text}，未达目标；"
                f"自评 {points} 分，为满分 {most} 分。{reference}请说明该项计分办法。"
            ),
            basis=None if found is None else found.basis,
            reported=points,
            expected=None if found is None else f"{found.high:.2f}",
            derivation=None if found is None else found.method,
            evidence=(
                row.actual.evidence(context.locator),
                row.target.evidence(context.locator),
                scored.score.evidence(context.locator),
            ),
        )
