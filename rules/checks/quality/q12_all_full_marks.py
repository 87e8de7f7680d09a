"""Q12: full marks for everything, in a report that names problems."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import PROBLEMS, section_named
from rules.wording import form_words, short

_FEWEST = 5


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for a form in which each of five or more indicators has full marks."""
    part = section_named(context.document, PROBLEMS)
    if part is None or part.says_nothing:
        return
    for form in context.forms:
        scored = [item for item in context.scored_rows if item.form is form]
        total = form.total_score
        if len(scored) < _FEWEST or total is None or not all(item.is_full for item in scored):
            continue
        yield card("Q12").finding(
            content=(form.title or "", total.text),
            message=(
                f"{form_words(form)}{len(scored)} 项指标均为满分，而报告“{short(part.title, 24)}”列有问题。"
                "请核对所列问题是否应在相应指标中体现。"
            ),
            reported=total.text,
            evidence=(
                total.evidence(context.locator),
                context.locator.evidence(part.heading.start, part.heading.end),
            ),
        )
