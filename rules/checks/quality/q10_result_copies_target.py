"""Q10: results that repeat their targets word for word, in most indicators that are described in words."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import read_target
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.wording import form_words

_SHORTEST = 5
_FEWEST = 3


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for a form; a state in a word or two (健全) may well stand in both columns."""
    for form in context.forms:
        worded = [
            (row.target, row.actual)
            for row in form.rows
            if row.target is not None
            and row.actual is not None
            and len(normal(row.target.text)) >= _SHORTEST
            and read_target(row.target.text) is None
        ]
        copied = [actual for target, actual in worded if normal(target.text) == normal(actual.text)]
        if len(copied) < _FEWEST or len(copied) * 2 < len(worded):
            continue
        yield card("Q10").finding(
            content=tuple(cell.text for cell in copied),
            message=(
                f"{form_words(form)}以文字描述的 {len(worded)} 项指标中，有 {len(copied)} 项实际完成值与年度指标值逐字相同。"
                "建议写明实际做了什么、达到什么程度。"
            ),
            reported=str(len(copied)),
            evidence=tuple(cell.evidence(context.locator) for cell in copied),
        )
