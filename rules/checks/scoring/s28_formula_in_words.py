"""S28: a formula that the report writes out is another than the indicator's: upside down, or of another year."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Disposition, Finding, Severity
from rules.indicators.formula import parse, show
from rules.indicators.stated import Said, stated_formulas
from rules.wording import short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such formula; another usual convention is only a hint."""
    for item in stated_formulas(context.document, context.indicators, context.pack.terms):
        convention = item.said is Said.CONVENTION
        standing = context.pack.standing_of(item.indicator.basis[0].number)
        only = "（参考性框架，仅供参照）" if standing != "binding" else ""
        yield card("S28").finding(
            content=(item.indicator.id, item.text),
            message=(
                f"“{item.indicator.name}”的算式写为“{short(item.text)}”，{item.reading}；"
                f"该指标算式为 {show(parse(item.indicator.formula or ''))}{only}。"
                f"{'请注明所用口径。' if convention else '请核对算式。'}"
            ),
            severity=Severity.INFO if convention else None,
            disposition=Disposition.INTERNAL if convention else None,
            basis=item.indicator.basis,
            reported=short(item.text),
            expected=show(parse(item.indicator.formula or "")),
            evidence=(context.locator.evidence(item.start, item.end),),
        )
