"""Q22: measures are listed although the part on problems says that there are none."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import MEASURES, PROBLEMS, items_of, section_named
from rules.wording import short

_SHORTEST = 12


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint where problems are 无 and measures are not."""
    problems = section_named(context.document, PROBLEMS, MEASURES)
    measures = section_named(context.document, MEASURES, PROBLEMS)
    if problems is None or measures is None or not problems.body or not problems.says_nothing:
        return
    items = [item for item in items_of(measures) if len(item.text) >= _SHORTEST]
    if measures.says_nothing or not items:
        return
    yield card("Q22").finding(
        content=(problems.title, items[0].title),
        message=(
            f"“{short(problems.title, 24)}”写明没有问题，“{short(measures.title, 24)}”列有 {len(items)} 条措施。"
            "请写明各条措施针对什么问题。"
        ),
        reported=str(len(items)),
        evidence=(
            context.locator.evidence(measures.heading.start, measures.heading.end),
            context.locator.evidence(problems.body[0].start, problems.body[-1].end),
        ),
    )
