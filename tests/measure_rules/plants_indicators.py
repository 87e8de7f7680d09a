"""Plants for the indicators of the common frameworks: values and formulas that are not theirs."""

from __future__ import annotations

import random
from decimal import Decimal

from tests.measure_rules.draft import Draft
from tests.measure_rules.planting import add, plant, rows_of


def _indicator(draft: Draft, rng: random.Random, name: str, target: str, actual: str) -> bool:
    """Make a measured row with full marks one of a framework's indicators."""
    if "整体" not in "".join(draft.cover):
        return False
    row = rng.choice(rows_of(draft, full=True, figures=True))
    row.name, row.target, row.actual = name, target, actual
    return True


def _two_budgets(draft: Draft, rng: random.Random) -> None:
    last = str(int(draft.year) - 1)
    add(draft, rng, f"{draft.year}年“三公”经费预算数8.00万元，{last}年“三公”经费预算数10.00万元。")


@plant("S21")
def value_of_nothing(draft: Draft, rng: random.Random) -> bool:
    _two_budgets(draft, rng)
    return _indicator(draft, rng, "三公经费变动率", "≤0%", rng.choice(["-35.00%", "-12.50%"]))


@plant("S22")
def value_upside_down(draft: Draft, rng: random.Random) -> bool:
    _two_budgets(draft, rng)
    return _indicator(draft, rng, "三公经费变动率", "≤0%", "-500.00%")


@plant("S23")
def accounts_for_budgets(draft: Draft, rng: random.Random) -> bool:
    last = str(int(draft.year) - 1)
    add(draft, rng, f"{draft.year}年“三公”经费决算数5.00万元，{last}年“三公”经费决算数8.00万元。")
    return _indicator(draft, rng, "三公经费变动率", "≤0%", "-37.50%")


@plant("S24")
def the_other_way(draft: Draft, rng: random.Random) -> bool:
    return _indicator(draft, rng, "三公经费控制率", "≥70%", "80%")


@plant("S25")
def another_convention(draft: Draft, rng: random.Random) -> bool:
    money = draft.money
    if money is None or money.initial == money.adjusted:
        return False
    rate = (Decimal(money.executed) / Decimal(money.initial) * 100).quantize(Decimal("0.01"))
    return _indicator(draft, rng, "预算完成率", "≥90%", f"{rate:f}%")


@plant("S28")
def formula_upside_down(draft: Draft, rng: random.Random) -> bool:
    if "整体" not in "".join(draft.cover):
        return False
    return add(
        draft,
        rng,
        "在职人员控制率＝编制数÷在职人员数×100%。",
        "公用经费控制率＝公用经费预算数/公用经费决算数×100%。",
        "三公经费变动率＝（三公经费决算数－上年三公经费决算数）÷上年三公经费决算数×100%。",
    )
