"""What is left over as a rate of what there was: 拨付 6019.19 万元，使用率 89.67 %；年末结转 693.19 万元，结转率 10.33 %.

What there was is the figure of the report that what was spent and what is left make to the digit. A rate of what is left
may also be of the income of a year, so that only one slip is alleged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import Figures
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, amounts, same_unit

_RATE = re.compile(r"(?:资金|预算|年末|年度)*(?:(?:结转|结余|结存)和?)+(?:资金)?率(?:仅|约|为|达到?|是)*")
_LEFT = re.compile("结转|结余|结存|余款|剩余|未使用|未支出")
_NOT_OF_YEAR = re.compile("上年|年初|以前年度|其中")
_SPENT = re.compile("支出|拨付|支付|列支|使用|执行|兑付|发放")
_FEWEST_DIGITS = 4


def of_left(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what is left, told right before its rate, over the whole that it makes with what was spent before."""
    if _RATE.fullmatch(normal(rate.lead)) is None or rate.depth:
        return
    told = [m for m in amounts(statement.near, 0) if m.fact.start < rate.fact.start and _fits(m)]
    if len(told) < 2 or told[-1].sentence != rate.sentence:
        return
    left = told[-1]
    words = normal(f"{left.lead}{left.tail}")
    if _LEFT.search(words) is None or _NOT_OF_YEAR.search(words):
        return
    for spent in reversed(told[:-1]):
        if _SPENT.search(normal(spent.lead)) is None or not same_unit(spent.fact, left.fact):
            continue
        made = spent.fact.quantity.in_base + left.fact.quantity.in_base
        wholes = [
            fact
            for fact in figures.facts
            if fact.quantity.in_base == made
            and same_unit(fact, left.fact)
            and fact.quantity.hedge is Hedge.NONE
            and fact.period in (None, rate.fact.period)
        ]
        for whole in wholes[:1]:
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (left.fact, whole),
                rate.fact,
                f"“{rate.fact.label}”＝{left.fact.label}÷{whole.label}",
            )
            return


def _fits(mention: Mention) -> bool:
    quantity = mention.fact.quantity
    exact = quantity.hedge is Hedge.NONE and not mention.range_end
    return mention.fact.kind is FactKind.AMOUNT and exact and quantity.telling_digits >= _FEWEST_DIGITS
