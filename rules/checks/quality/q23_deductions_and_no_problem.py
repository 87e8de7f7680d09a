"""Q23: points were taken off, and the part on problems says that there are none."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import MEASURES, PROBLEMS, section_named
from rules.wording import short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding that names the indicators with deductions."""
    problems = section_named(context.document, PROBLEMS, MEASURES)
    if problems is None or not problems.body or not problems.says_nothing:
        return
    deducted = [scored for scored in context.scored_rows if not scored.is_full]
    if not deducted:
        return
    names = "、".join(f"“{short(scored.row.title, 16)}”" for scored in deducted[:3])
    more = f"等 {len(deducted)} 项" if len(deducted) > 3 else ""
    yield card("Q23").finding(
        content=(problems.title, *(scored.row.title for scored in deducted)),
        message=f"自评表中{names}{more}有扣分，“{short(problems.title, 24)}”写明没有问题。请补写扣分所反映的问题和改进措施。",
        evidence=(
            context.locator.evidence(problems.body[0].start, problems.body[-1].end),
            *(scored.score.evidence(context.locator) for scored in deducted[:3]),
        ),
    )
