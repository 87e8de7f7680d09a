"""Q20: target and result in units that cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import read_actual, read_target
from rules.finding import Finding
from rules.numbers.quantity import Quantity
from rules.numbers.units import Dimension
from rules.wording import row_words


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each indicator with figures of two dimensions, or a rate against a bare number."""
    for form, row in context.rows:
        target = read_target(row.target.text) if row.target is not None else None
        actual = read_actual(row.actual.text) if row.actual is not None else None
        if target is None or actual is None or row.target is None or row.actual is None:
            continue
        if not _differ(target.quantity, actual):
            continue
        yield card("Q20").finding(
            content=(row.name, row.title, row.target.text, row.actual.text),
            message=(
                f"{row_words(form, row)}年度指标值 {row.target.text}，实际完成值 {row.actual.text}，"
                "计量单位不同，无法比较。请统一单位。"
            ),
            reported=row.actual.text,
            evidence=(row.actual.evidence(context.locator), row.target.evidence(context.locator)),
        )


def _differ(target: Quantity, actual: Quantity) -> bool:
    if target.unit is None or actual.unit is None:
        rate = target.unit or actual.unit
        return rate is not None and rate.dimension is Dimension.RATE
    return target.unit.dimension is not actual.unit.dimension
