"""What is left of a budget: 结余 = 预算 − 支出, less what was recalled in between where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.relations.balances.remainder_words import CARRIED, names_another
from rules.relations.build import BUDGETS
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, amounts, nearest

_SAVED = re.compile("节约|节省")
OF_SEVERAL = re.compile("合计|共计|总计|两项|累计")
_SPENT_OF_OLD = re.compile(
    r"(?:结转|结余)[^，。；]{0,6}(?:使用|用了|用完|用去|支出|消化|花)|(?:20\d\d年|上年|以前年度)[^，。；]{0,4}(?:结转|结余)[^，。；]{0,3}的"
)
"""结转资金当年使用, 2015 年结转的用了: what became of an old balance is no balance of this year."""
_MOST = 4


def is_surplus(mention: Mention) -> bool:
    """Say whether an amount is what is left of a budget, or what was saved of it."""
    if OF_SEVERAL.search(mention.lead):
        return False
    if mention.fact.measure == "surplus":
        return mention.own_measure and _SPENT_OF_OLD.search(mention.lead) is None
    return mention.fact.measure == "decrease" and _SAVED.search(mention.lead) is not None


def surplus_readings(mention: Mention, statement: Statement) -> Iterator[Reading]:
    """Yield the budgets and expenditures that the surplus may be the difference of, those that stand nearest first."""
    own = nearest(amounts(statement.own), mention)
    back = list(reversed(amounts(statement.before)))
    executed = [m for m in [*own, *back] if m.fact.measure == "executed" and not PRIOR.search(m.lead)]
    budgets = [m for m in [*own, *back] if m.fact.measure in BUDGETS]
    recalled = [
        m
        for m in own
        if m.fact.measure == "recalled" and m.statement == mention.statement and m.depth == mention.depth
    ]
    saved = mention.fact.measure != "surplus"
    for spent in executed[:_MOST]:
        for budget in budgets[:_MOST]:
            if not _one_thing(spent, budget) or names_another(mention, spent.fact, budget.fact):
                continue
            here = spent.statement == budget.statement == mention.statement
            clear = (
                spent is executed[0] and budget is budgets[0] and spent.depth == budget.depth == mention.depth
            )
            named = mention.fact.subject == spent.fact.subject == budget.fact.subject
            proven = not saved and not CARRIED.search(mention.lead) and not recalled
            reason = f"“{mention.fact.label}”＝预算－支出"
            pair = (budget.fact, spent.fact)
            sure = proven and here and clear and named
            yield Reading(
                RelationKind.DIFFERENCE, Operation.DIFFERENCE, pair, mention.fact, reason, sure=sure
            )
            for taken in recalled[:1]:
                terms = (*pair, taken.fact)
                yield Reading(
                    RelationKind.DIFFERENCE, Operation.DIFFERENCE, terms, mention.fact, f"{reason}－收回"
                )


def _one_thing(spent: Mention, budget: Mention) -> bool:
    """Leave out pairs that plainly speak of different things; 截至 12 月 31 日 and 调整后 are no things."""
    one, other = spent.fact.subject, budget.fact.subject
    known = {name for name in (one, other) if name in vocabulary().subjects and name != TOTAL}
    return one == other or not known
