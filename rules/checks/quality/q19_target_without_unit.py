"""Q19: a target that is a bare number, of which nothing says what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import FormCell, IndicatorRow
from rules.facts.targets import read_actual, read_target
from rules.finding import Finding
from rules.wording import row_words, short

_SAYS_WHAT = re.compile(
    r"[率度比值]$|数$|[数量]（|[（(][^）)]{1,4}[）)]$|得分|分数|指数|倍数|排名|名次|等级|数量|次数|面积|里程|金额|成本|总额"
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such indicator whose name does not say it either, nor its result."""
    for form, row in context.rows:
        if row.target is None or not _is_bare(row.target, row):
            continue
        yield card("Q19").finding(
            content=(row.name, row.title, row.target.text),
            message=f"{row_words(form, row)}年度指标值“{short(row.target.text)}”没有计量单位。请补充单位。",
            reported=short(row.target.text),
            evidence=(row.target.evidence(context.locator),),
        )


def _is_bare(target: FormCell, row: IndicatorRow) -> bool:
    read = read_target(target.text)
    if read is None or read.quantity.unit is not None or _SAYS_WHAT.search(row.name):
        return False
    actual = read_actual(row.actual.text) if row.actual is not None else None
    return actual is not None and actual.unit is None
