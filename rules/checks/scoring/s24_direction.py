"""S24: the target of an indicator looks the other way: ≥ where less is better, ≤ where more is."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import Direction, read_target
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.pack_model import Indicator
from rules.wording import row_words

_DOWN = {"at_most": "不超过", "low": "越低越好"}
_UP = {"at_least": "不低于", "high": "越高越好"}


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each row whose name is an indicator in force and whose sign contradicts it."""
    named = {
        name: result.indicator
        for result in context.indicators
        for name in (result.indicator.name, *result.indicator.aliases)
    }
    for form, row in context.rows:
        indicator = named.get(normal(row.name))
        target = read_target(row.target.text) if row.target is not None else None
        if indicator is None or target is None or row.target is None:
            continue
        words = _against(indicator, target.direction)
        if words is None:
            continue
        yield card("S24").finding(
            content=(indicator.id, row.target.text),
            message=(
                f"{row_words(form, row)}年度指标值为“{row.target.text}”，该指标一般{words}。"
                "请核对指标值的方向。"
            ),
            basis=indicator.basis,
            reported=row.target.text,
            evidence=(row.target.evidence(context.locator),),
        )


def _against(indicator: Indicator, stated: Direction) -> str | None:
    """Return how the indicator is usually judged where the stated sign says the contrary."""
    if stated is Direction.UP:
        return _DOWN.get(indicator.direction)
    return _UP.get(indicator.direction) if stated is Direction.DOWN else None
