"""Q02: more problems listed than measures."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.kind import SELF_EVALUATIONS
from rules.sections import MEASURES, PROBLEMS, marked_items, section_named
from rules.wording import short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield a hint where the part on problems has more numbered items than that on measures.

    One measure may answer two problems: only a hint. Parts without numbered items are not compared, nor is one that
    joins problems and measures.
    """
    if context.kind not in SELF_EVALUATIONS:
        return
    problems = section_named(context.document, PROBLEMS, MEASURES)
    measures = section_named(context.document, MEASURES, PROBLEMS)
    if (
        problems is None
        or measures is None
        or max(problems.heading.level or 9, measures.heading.level or 9) > 1
    ):
        return
    listed, answered = marked_items(problems), marked_items(measures)
    if len(listed) < 2 or not answered or len(answered) >= len(listed):
        return
    names = "；".join(short(item.title, 24) for item in listed)
    yield card("Q02").finding(
        content=(names,),
        message=(
            f"“存在的问题”列 {len(listed)} 条，“改进措施”列 {len(answered)} 条。"
            "请核对每条问题是否都有对应措施。"
        ),
        reported=str(len(answered)),
        expected=str(len(listed)),
        evidence=tuple(
            context.locator.evidence(item.start, min(item.end, item.start + max(len(item.title), 1)))
            for item in listed
        ),
    )
