"""Q09: one and the same reason copied into the rows of several deductions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import FormCell
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.wording import form_words, short

_SHORTEST = 6
_FEWEST = 3


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each reason that stands in three cells or more; a merged cell is one reason."""
    for form in context.forms:
        cells: dict[str, dict[int, FormCell]] = defaultdict(dict)
        for row in form.rows:
            if row.reason is not None and len(normal(row.reason.text)) >= _SHORTEST:
                cells[normal(row.reason.text)][row.reason.start] = row.reason
        for found in cells.values():
            places = list(found.values())
            if len(places) < _FEWEST:
                continue
            yield card("Q09").finding(
                content=(places[0].text, str(len(places))),
                message=(
                    f"{form_words(form)}有 {len(places)} 项指标的偏差原因同为“{short(places[0].text)}”。"
                    "请逐项写明各自的原因和改进措施。"
                ),
                reported=short(places[0].text),
                evidence=tuple(place.evidence(context.locator) for place in places),
            )
