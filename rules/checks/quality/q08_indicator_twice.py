"""Q08: one indicator set twice in one form: the same name, target and result, each with a weight."""

from __future__ import annotations

from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import IndicatorRow
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.wording import form_words, short


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each repetition; one name with two targets or results is two indicators."""
    for form in context.forms:
        seen: dict[tuple[str, ...], IndicatorRow] = {}
        for row in form.rows:
            if row.target is None or row.actual is None or row.weight is None or len(row.name) < 3:
                continue
            key = (normal(row.name), normal(row.target.text), normal(row.actual.text))
            first = seen.setdefault(key, row)
            if first is row or first.weight is None:
                continue
            yield card("Q08").finding(
                content=key,
                message=(
                    f"{form_words(form)}“{short(row.name, 24)}”（{short(row.target.text, 20)}）设了两次，"
                    "同一工作重复计分。请核对后合并，或写明两项的区别。"
                ),
                reported=short(row.name),
                evidence=(row.weight.evidence(context.locator), first.weight.evidence(context.locator)),
            )
