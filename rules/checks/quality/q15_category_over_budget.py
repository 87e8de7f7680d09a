"""Q15: a row of a table in which more was spent than its budget."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rules.card import card
from rules.check import CheckContext
from rules.facts.fact import Fact, FactKind, Where
from rules.finding import Finding
from rules.numbers.units import convert
from rules.wording import page_words, short

_INCOME = re.compile(r"收入|结转|结余|拨款|资产|负债|合计|总计|小计|总额")
_WHOLE = re.compile("小计|合计|总[计额]")
_BUDGETS = ("adjusted_budget", "budget")
"""The stages with which spending is compared; more than the budget of the year's beginning may well be spent."""


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such row; rows of totals and of income are left out."""
    rows: dict[tuple[str | None, str, str | None], list[Fact]] = defaultdict(list)
    for fact in context.facts:
        label = fact.evidence.row
        if fact.kind is not FactKind.AMOUNT or fact.where is Where.TEXT or label is None:
            continue
        if not _INCOME.search(label):
            rows[fact.evidence.table, label, fact.period].append(fact)
    for (table, label, _), facts in rows.items():
        spent = [fact for fact in facts if fact.measure == "executed"]
        budget = next((found for name in _BUDGETS if (found := _budget(facts, name)) is not None), None)
        if len(spent) == 1 and budget is not None and _exceeds(spent[0], budget):
            yield _finding(context, table, label, spent[0], budget)


def _budget(facts: Sequence[Fact], stage: str) -> Fact | None:
    """Return the budget of a row: the only one of the stage, or of its several sources what they make together."""
    found = [fact for fact in facts if fact.measure == stage]
    if len(found) > 1:
        found = [fact for fact in found if _WHOLE.search(fact.evidence.column or "")]
    return found[0] if len(found) == 1 else None


def _exceeds(spent: Fact, budget: Fact) -> bool:
    if spent.quantity.unit is None or budget.quantity.unit is None:
        return False
    if spent.quantity.unit.dimension is not budget.quantity.unit.dimension:
        return False
    value = convert(spent.quantity.value, spent.quantity.unit, budget.quantity.unit)
    return value > budget.quantity.value


def _finding(context: CheckContext, table: str | None, label: str, spent: Fact, budget: Fact) -> Finding:
    place = page_words(spent.evidence)
    where = f"{table or '表中'}“{short(label, 24)}”" + (f"（{place}）" if place else "")
    return card("Q15").finding(
        content=(label, spent.quantity.plain(), budget.quantity.plain()),
        message=(
            f"{where}支出 {spent.quantity.words()}，大于所列预算 {budget.quantity.words()}。"
            "请说明资金来源和预算调整情况，或核对数据。"
        ),
        reported=spent.quantity.plain(),
        derivation=f"{spent.quantity.words()} > {budget.quantity.words()}",
        evidence=(spent.evidence, budget.evidence),
    )
