"""S25: a printed indicator that follows another usual formula than the framework's."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.indicators import wording
from rules.indicators.printed import Fit, printed_with


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such value, and name both: a framework is a reference, nobody violates it."""
    for result, printed in printed_with(context.indicators, Fit.CONVENTION):
        by, own = printed.by, result.computed.own
        if by is None:
            continue
        beside = f"，计算为 {wording.values(own, result.indicator.unit)}" if own else ""
        yield card("S25").finding(
            content=(result.indicator.id, printed.fact.quantity.plain(), by.reading or ""),
            message=(
                f"{wording.place(printed)}为 {printed.fact.quantity.words()}，{by.reading}计算相符（{by.derivation}）；"
                f"另一口径为 {wording.formula(result)}{wording.source(result, context.pack)}{beside}。"
            ),
            basis=result.indicator.basis,
            reported=printed.fact.quantity.plain(),
            derivation=by.derivation,
            evidence=wording.evidence(result, printed),
        )
