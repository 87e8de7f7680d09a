"""S21: a printed indicator that no usual formula gives from the report's own figures."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.indicators import wording
from rules.indicators.compute import in_unit
from rules.indicators.printed import Fit, printed_with


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one question for each such value, with what every convention gives."""
    for result, printed in printed_with(context.indicators, Fit.NONE):
        own = result.computed.own
        stated = printed.fact.quantity
        others = {
            item.reading: item.derivation
            for item in reversed(result.computed.worked)
            if item.reading and not item.mistaken
        }
        beside = "".join(f"；{name}：{words}" for name, words in reversed(others.items()))
        yield card("S21").finding(
            content=(result.indicator.id, stated.plain()),
            message=(
                f"{wording.place(printed)}为 {stated.words()}，按报告所列数"
                f"{'和各通行口径' if others else ''}计算均不相等：{wording.values(own, result.indicator.unit)}"
                f"{beside}。请说明计算口径和取数。"
            ),
            basis=result.indicator.basis,
            reported=stated.plain(),
            expected=in_unit(own[0].value, result.indicator.unit).split()[0] if len(own) == 1 else None,
            derivation=wording.values(own, result.indicator.unit),
            evidence=wording.evidence(result, printed),
        )
