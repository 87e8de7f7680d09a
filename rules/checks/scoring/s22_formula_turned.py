"""S22: a printed indicator that comes of its formula turned upside down."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.indicators import wording
from rules.indicators.compute import TURNED
from rules.indicators.printed import Fit, printed_with


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each value that equals denominator over numerator and not the formula."""
    for result, printed in printed_with(context.indicators, Fit.MISTAKEN):
        by, stated = printed.by, printed.fact.quantity
        if by is None or by.reading != TURNED:
            continue
        own = result.computed.own
        due = f"按算式应为 {wording.shown(result, own[0])}。" if len(own) == 1 else ""
        yield card("S22").finding(
            content=(result.indicator.id, stated.plain()),
            message=(
                f"{wording.place(printed)}为 {stated.words()}，等于分子分母颠倒后的结果（{by.derivation}）。"
                f"{due}请核对算式。"
            ),
            basis=result.indicator.basis,
            reported=stated.plain(),
            expected=wording.shown(result, own[0]).split()[0] if len(own) == 1 else None,
            derivation=wording.values(own, result.indicator.unit),
            evidence=wording.evidence(result, printed),
        )
