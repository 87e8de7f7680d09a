"""C11: a form of outputs and benefits that has no budget execution in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.facts.form import ScoreForm
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.wording import form_words

_EXECUTION = re.compile(r"执行率|预算执行|执行情况|完成率|资金使用")
_BLOCK = re.compile(r"全年执行数.{0,8}|预算执行率.{0,8}|执行率得分")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each form of that shape without a block, a class or a row of budget execution.

    A table of its own with the year's execution, wherever it stands, is enough.
    """
    if any(_BLOCK.fullmatch(normal(cell.text)) for table in context.document.tables for cell in table.cells):
        return
    for form in context.forms:
        names = _names(form)
        # A table whose rows are the classes themselves sums up another form.
        above = names - {row.name for row in form.rows if not (row.level1 or row.level2)}
        shaped = any("产出" in name for name in above) and any("效益" in name for name in above)
        if (
            not shaped
            or form.partial
            or form.execution is not None
            or any(_EXECUTION.search(name) for name in names)
        ):
            continue
        cells = [row.weight for row in form.rows if row.weight is not None]
        yield card("C11").finding(
            content=(form.title or "自评表",),
            message=f"{form_words(form)}未见预算执行情况（预算数、执行数、执行率及得分）。请补填，或说明不设的依据。",
            expected="预算执行率",
            evidence=tuple(cell.evidence(context.locator) for cell in cells[:1]),
        )


def _names(form: ScoreForm) -> set[str]:
    rows = {part for row in form.rows for part in (row.level1, row.level2, row.name) if part}
    return rows | {item.name for item in form.classes}
