"""S13: the weights of a form make up a whole that is not 100."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import form_words

_FULL = Decimal(100)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each form whose stated total of weights is another, and is the sum of its weights."""
    for form in context.forms:
        total = form.total_weight
        if total is None or total.quantity is None or total.quantity.value == _FULL:
            continue
        cells = [row.weight for row in form.rows]
        if form.execution is not None:
            cells.append(form.execution.weight)
        values = [cell.quantity.value for cell in cells if cell is not None and cell.quantity is not None]
        if sum(values, Decimal(0)) != total.quantity.value:
            continue  # the sum itself is wrong: S03
        stated = total.quantity.plain()
        yield card("S13").finding(
            content=(stated,),
            message=f"{form_words(form)}总分值为 {stated} 分，不是 100 分。请核对各项分值；另有约定的，请注明依据。",
            reported=stated,
            expected="100",
            evidence=(total.evidence(context.locator),),
        )
