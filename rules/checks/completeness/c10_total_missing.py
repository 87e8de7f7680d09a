"""C10: a form that is scored row by row and has no total."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import ScoreForm
from rules.finding import Finding
from rules.wording import form_words

_FEWEST = 3
_WHOLE = Decimal(100)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each form whose rows are scored and whose total is blank or absent.

    Rows whose weights do not make up 100 may be a part of a form, whose total stands elsewhere.
    """
    for form in context.forms:
        scores = [row.score for row in form.rows if row.score is not None and row.score.quantity is not None]
        if form.total_score is not None or len(scores) < _FEWEST or _weights(form) != _WHOLE:
            continue
        yield card("C10").finding(
            content=(form.title or "", str(len(scores))),
            message=f"{form_words(form)}各项已打分（{len(scores)} 项），未填总分。请补填总分，并与正文所写自评得分核对。",
            evidence=(scores[-1].evidence(context.locator),),
        )


def _weights(form: ScoreForm) -> Decimal:
    cells = [row.weight for row in form.rows]
    if form.execution is not None:
        cells.append(form.execution.weight)
    return sum(
        (cell.quantity.value for cell in cells if cell is not None and cell.quantity is not None), Decimal(0)
    )
