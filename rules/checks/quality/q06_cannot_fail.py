"""Q06: a target that any result meets: ≥0, or ≤100 % of something that cannot exceed 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import IndicatorRow
from rules.facts.targets import Direction, read_target
from rules.finding import Finding
from rules.numbers.units import Dimension
from rules.wording import row_words, short

_BOUNDED = re.compile(
    r"(?:满意度|满意率|合格率|覆盖率|达标率|及时率|优良率|办结率|通过率|普及率|准确率|完好率)"
)
_WHOLE = Decimal(100)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such target."""
    for form, row in context.rows:
        if row.target is None or not _is_always_met(row):
            continue
        yield card("Q06").finding(
            content=(row.name, row.title, row.target.text),
            message=f"{row_words(form, row)}年度指标值“{short(row.target.text)}”怎样都能达到，起不到衡量作用。请重设指标值。",
            reported=short(row.target.text),
            evidence=(row.target.evidence(context.locator),),
        )


def _is_always_met(row: IndicatorRow) -> bool:
    target = read_target(row.target.text) if row.target is not None else None
    if target is None or target.strict:
        return False
    unit, value = target.quantity.unit, target.quantity.value
    if target.direction is Direction.UP:
        return value <= 0
    rate = unit is not None and unit.dimension is Dimension.RATE
    return (
        target.direction is Direction.DOWN
        and rate
        and value >= _WHOLE
        and _BOUNDED.search(row.name) is not None
    )
