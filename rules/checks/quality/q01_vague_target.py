"""Q01: a target value that cannot be measured: words of improvement, no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words, short

_FIGURE = re.compile(r"[\d０-９]|[一二三四五六七八九十百千万两]+(?:个|次|项|人|家|件|场|期|份|套|台|%)")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such target; all of them fold into one line."""
    vague = context.pack.words.get("vague", ())
    for form, row in context.rows:
        if row.target is None or _FIGURE.search(row.target.text):
            continue
        word = next((word for word in vague if word in row.target.text), None)
        if word is None:
            continue
        yield card("Q01").finding(
            content=(row.name, row.title, row.target.text),
            message=(
                f"{row_words(form, row)}年度指标值“{short(row.target.text)}”没有可衡量的数值或标准"
                f"（用词“{word}”）。建议补充目标值及取值方式。"
            ),
            reported=short(row.target.text),
            evidence=(row.target.evidence(context.locator),),
        )
