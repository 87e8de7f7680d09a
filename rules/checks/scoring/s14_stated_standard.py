"""S14: a score that the form's own standard of scoring does not give."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.scoring import support
from rules.wording import row_words

_CENT = Decimal("0.01")
_OWN = "自评表所列评分标准"


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each score outside what the standard printed in the row allows."""
    for scored in context.scored_rows:
        found = support(scored.row, context.pack)
        if found is None or not any(basis.document == _OWN for basis in found.basis):
            continue
        low, high = (value.quantize(_CENT, ROUND_HALF_UP) for value in (found.low, found.high))
        if low <= scored.points.value <= high or scored.row.actual is None:
            continue
        points = scored.points.plain()
        due = f"{high:f}" if low == high else f"{low:f} 至 {high:f}"
        yield card("S14").finding(
            content=(scored.row.name, scored.row.title, scored.row.actual.text, points),
            message=(
                f"{row_words(scored.form, scored.row)}实际完成值 {scored.row.actual.text}，"
                f"按表内评分标准应得 {due} 分，自评 {points} 分。请核对计分。"
            ),
            basis=found.basis,
            reported=points,
            expected=due,
            derivation=found.method,
            evidence=(
                scored.score.evidence(context.locator),
                scored.row.actual.evidence(context.locator),
                scored.weight.evidence(context.locator),
            ),
        )
