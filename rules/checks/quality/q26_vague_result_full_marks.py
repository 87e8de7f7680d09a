"""Q26: a result that is only praise (较好, 有所提升), with full marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import read_target
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.self_report import says_partial
from rules.wording import row_words, short

_VAGUE = re.compile(
    r"较好|较高|良好|有所(?:提升|提高|改善|增强|增长|好转|优化)|(?:明显|显著|进一步|稳步|持续|不断|逐步|大幅|有效|切实)(?:地)?"
    r"(?:提升|提高|改善|增强|优化|促进|推动|加强|好转)|成效(?:显著|明显)|效果(?:显著|明显)"
)
_FIGURE = re.compile(r"[\d０-９]|[一二三四五六七八九十百千万]+[个次项人家件场期份套台户]")
_LONGEST = 24
"""A longer text tells more than praise."""


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such indicator; a measured one is Q04's, 基本完成 is Q03's."""
    for scored in context.scored_rows:
        actual, target = scored.row.actual, scored.row.target
        if actual is None or not scored.is_full or len(normal(actual.text)) > _LONGEST:
            continue
        if _FIGURE.search(actual.text) or says_partial(actual.text, context.pack) is not None:
            continue
        found = _VAGUE.search(actual.text)
        if found is None or (target is not None and read_target(target.text) is not None):
            continue
        points = scored.points.plain()
        yield card("Q26").finding(
            content=(scored.row.name, scored.row.title, actual.text, points),
            message=(
                f"{row_words(scored.form, scored.row)}实际完成值只写“{short(actual.text)}”，自评 {points} 分，为满分。"
                "建议写明做了什么、好在哪里、以何为证。"
            ),
            reported=short(actual.text),
            evidence=(actual.evidence(context.locator), scored.score.evidence(context.locator)),
        )
