"""Q04: a target that is a figure, answered by words without any figure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import read_target
from rules.finding import Finding
from rules.wording import row_words, short

_FIGURE = re.compile(
    r"[\d０-９]|[一二三四五六七八九十百两]+(?:个|次|项|人|家|件|场|期|份|套|台)|百分之|全部|均已"
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such indicator; all of them fold into one line."""
    for form, row in context.rows:
        if row.target is None or row.actual is None or read_target(row.target.text) is None:
            continue
        if _FIGURE.search(row.actual.text):
            continue
        yield card("Q04").finding(
            content=(row.name, row.title, row.target.text, row.actual.text),
            message=(
                f"{row_words(form, row)}年度指标值为“{short(row.target.text)}”，"
                f"实际完成值“{short(row.actual.text)}”没有相应数值。建议补填实际完成的数值。"
            ),
            reported=short(row.actual.text),
            evidence=(row.actual.evidence(context.locator), row.target.evidence(context.locator)),
        )
