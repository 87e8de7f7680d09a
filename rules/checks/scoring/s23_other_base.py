"""S23: a printed indicator that comes of another base year, or of accounts in the place of budgets."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.indicators import wording
from rules.indicators.compute import TURNED
from rules.indicators.printed import Fit, printed_with


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each value that a slip known to the pack gives and the formula does not."""
    for result, printed in printed_with(context.indicators, Fit.MISTAKEN):
        by, stated = printed.by, printed.fact.quantity
        if by is None or by.reading == TURNED:
            continue
        own = result.computed.own
        why_not = f"{result.computed.why_not}，无从复算。" if result.computed.why_not else ""
        due = f"按该算式为 {wording.shown(result, own[0])}。" if len(own) == 1 else why_not
        yield card("S23").finding(
            content=(result.indicator.id, stated.plain(), by.reading or ""),
            message=(
                f"{wording.place(printed)}为 {stated.words()}，是{by.reading}算得的（{by.derivation}）；"
                f"该指标算式为 {wording.formula(result)}{wording.source(result, context.pack)}。{due}"
                "请说明取数口径。"
            ),
            basis=result.indicator.basis,
            reported=stated.plain(),
            expected=wording.shown(result, own[0]).split()[0] if len(own) == 1 else None,
            derivation=by.derivation,
            evidence=wording.evidence(result, printed),
        )
