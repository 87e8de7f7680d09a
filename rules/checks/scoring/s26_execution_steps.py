"""S26: the score of budget execution is not what the steps of a pack give."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.scoring import execution_by_steps
from rules.wording import form_words

_CENT = Decimal("0.01")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such form; where no steps are in force, S04 holds the product."""
    for form in context.forms:
        found = execution_by_steps(form, context.pack)
        score = form.execution.score if form.execution is not None else None
        if found is None or score is None or score.quantity is None:
            continue
        due = found.high.quantize(_CENT, ROUND_HALF_UP)
        if due == score.quantity.value.quantize(_CENT, ROUND_HALF_UP):
            continue
        points = score.quantity.plain()
        yield card("S26").finding(
            content=("预算执行率", points, f"{due:f}"),
            message=(
                f"{form_words(form)}预算执行率得分填 {points} 分，按分段计分办法应为 {due:f} 分"
                f"（{found.method}）。请核对计分。"
            ),
            basis=found.basis,
            reported=points,
            expected=f"{due:f}",
            derivation=found.method,
            evidence=(score.evidence(context.locator),),
        )
