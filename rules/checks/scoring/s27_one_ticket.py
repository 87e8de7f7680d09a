"""S27: the report admits what a one-ticket rule caps the grade for, and stands above that grade."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.one_ticket import admitted, is_better
from rules.wording import short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each rule of a pack whose words the running text admits."""
    grades, text = context.pack.grades, context.document.text
    totals = [form.total_score.quantity for form in context.forms if form.total_score is not None]
    total = next((item for item in totals if item is not None), None)
    earned = None if grades is None or total is None else grades.of(total.value)
    if grades is None or total is None or earned is None:
        return
    for veto, start, end in admitted(context.document, context.pack):
        if not is_better(earned, veto.grade, grades):
            continue
        yield card("S27").finding(
            content=(veto.name, text[start:end]),
            message=(
                f"报告写明“{short(text[start:end])}”，按“{veto.name}”一票否决的规定，等级不高于“{veto.grade}”；"
                f"自评 {total.plain()} 分，对应“{earned}”。请核对等级。"
            ),
            basis=veto.basis,
            reported=earned,
            expected=veto.grade,
            evidence=(context.locator.evidence(start, end),),
        )
