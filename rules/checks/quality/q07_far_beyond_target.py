"""Q07: a result so far beyond its target that the target may have been set too low, and no word about it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import Direction, compare
from rules.finding import Finding
from rules.sections import is_nothing
from rules.wording import row_words

_LIMIT = Decimal(130)
_SMALL, _SMALL_LIMIT = Decimal(10), Decimal(200)
_TENTH = Decimal("0.1")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator. Units: the limit is in percent of the target.

    Of a small target (2 or 3 of something) one more is a large share and says little: twice as much is asked about.
    """
    inverse = context.pack.words.get("inverse_names", ())
    own = context.pack.parameters.get("over_completion")
    limit = Decimal(str(card("Q07").data.get("above", _LIMIT))) if own is None else own.value
    for form, row in context.rows:
        comparison = compare(row, inverse)
        if comparison is None or comparison.direction is not Direction.UP or comparison.target <= 0:
            continue
        share = comparison.actual / comparison.target * 100
        explained = row.reason is not None and not is_nothing(row.reason.text)
        due = max(limit, _SMALL_LIMIT) if comparison.target < _SMALL else limit
        if share < due or explained or row.target is None or row.actual is None:
            continue
        shown = share.quantize(_TENTH, ROUND_HALF_UP)
        yield card("Q07").finding(
            content=(row.name, row.title, row.target.text, row.actual.text),
            message=(
                f"{row_words(form, row)}年度指标值 {row.target.text}，实际完成值 {row.actual.text}，"
                f"为指标值的 {shown:f} %，未说明原因。请分析是否指标值设定偏低。"
            ),
            basis=None if own is None else own.basis,
            reported=row.actual.text,
            derivation=f"{comparison.actual:f} ÷ {comparison.target:f} = {shown:f} %",
            evidence=(row.actual.evidence(context.locator), row.target.evidence(context.locator)),
        )
