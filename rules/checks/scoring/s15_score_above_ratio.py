"""S15: a measured indicator that missed its target, with far more points than its result in proportion."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import compare
from rules.finding import Finding
from rules.scoring import support
from rules.wording import row_words

_CENT = Decimal("0.01")
_ROOM = Decimal("0.10")
"""How far the score may lie above the proportion, as a share of the weight, before it is asked about."""
_OWN = "自评表所列评分标准"


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator; full marks are S07's, a standard printed in the form is S14's."""
    inverse = context.pack.words.get("inverse_names", ())
    for scored in context.scored_rows:
        row = scored.row
        comparison, found = compare(row, inverse), support(row, context.pack)
        if comparison is None or comparison.met or found is None or scored.is_full:
            continue
        beyond = scored.points.value - found.high > scored.most.value * _ROOM
        if not beyond or any(basis.document == _OWN for basis in found.basis):
            continue
        if row.target is None or row.actual is None:
            continue
        points, due = scored.points.plain(), f"{found.high.quantize(_CENT, ROUND_HALF_UP):f}"
        yield card("S15").finding(
            content=(row.name, row.title, row.target.text, row.actual.text, points),
            message=(
                f"{row_words(scored.form, row)}年度指标值 {row.target.text}，实际完成值 {row.actual.text}，"
                f"按完成比例可支持的分值为 {due} 分（参考），自评 {points} 分。请说明该项计分办法。"
            ),
            basis=found.basis,
            reported=points,
            expected=due,
            derivation=found.method,
            evidence=(
                scored.score.evidence(context.locator),
                row.actual.evidence(context.locator),
                row.target.evidence(context.locator),
            ),
        )
