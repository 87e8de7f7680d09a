"""Changes of what the sentence before told: 支出 A，为预算的 72.9 %。与上年 B 相比，减少 C，下降 r %."""

from __future__ import annotations

from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.changes.direction import is_change, is_change_rate, is_figure, names_itself
from rules.relations.changes.pairs import PLANNED, is_prior
from rules.relations.sentence import Statement, is_base, same_things

_MOST_CHANGES = 2
"""An amount and its rate."""


def told_before(mention: Mention, base: Mention, statement: Statement) -> Mention | None:
    """Return this year's figure of a sentence that tells but last year's and how much that has changed; None if it may be another.

    The sentence before tells it, as the only figure of that sort that is neither planned nor last year's, or not at all.
    """
    own = [m for m in statement.own if m.sentence == mention.sentence]
    if own[0] is not base or base.depth or names_itself(base) or names_itself(mention):
        return None
    changes = [m for m in own if is_change(m) or is_change_rate(m)]
    kinds = [m.fact.kind is FactKind.RATE for m in changes]
    if len(own) != 1 + len(changes) or len(changes) > _MOST_CHANGES or len(set(kinds)) != len(kinds):
        return None
    last = [m for m in statement.before if m.statement == base.statement - 1 and m.block == base.block]
    told = _of_this_year([m for m in last if same_things(m.fact, base.fact) and not m.range_end])
    return told[0] if len(told) == 1 else None


def _of_this_year(figures: Sequence[Mention]) -> list[Mention]:
    if any(is_prior(m) or m.depth for m in figures):
        return []
    return [
        m
        for m in figures
        if is_figure(m)
        and not is_base(m)
        and m.fact.measure not in BUDGETS
        and not PLANNED.search(m.lead)
        and m.fact.quantity.hedge is Hedge.NONE
    ]
