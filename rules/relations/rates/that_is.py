"""A share with what it comes to right behind it: 合同总价 496 万元，首付 30 % 即 148.80 万元; 财政补贴 80 %，即 962.64 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.changes.direction import is_change
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import is_slip_of
from rules.relations.rates.operands import AVERAGE, Figures
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, same_unit

_THAT_IS = re.compile(r"[，,]?(?:即|也就是|合计?|计|折合|共计?|[（(]即)(?:为|是)?\s*")
_MOST = 4
_FEWEST_DIGITS = 4


def that_is(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what a share comes to over the amounts before it, the nearest first.

    A share that a contract or a rule sets is just what is printed: 5 % is not anything from 4.5 to 5.5.
    """
    at = next((n for n, m in enumerate(statement.own) if m.fact is rate.fact), None)
    part = statement.own[at + 1] if at is not None and at + 1 < len(statement.own) else None
    if part is None or part.fact.kind is not FactKind.AMOUNT or part.fact.quantity.hedge is not Hedge.NONE:
        return
    end = rate.fact.evidence.end or rate.fact.start
    if not _THAT_IS.fullmatch(figures.text[end : part.fact.start]) or is_change(rate):
        return
    exact = replace(rate.fact, quantity=replace(rate.fact.quantity, counted=True))
    pool = [*statement.before, *(m for m in statement.own if m.fact.start < rate.fact.start)]
    wholes = [
        m
        for m in reversed(pool)
        if same_unit(m.fact, part.fact)
        and m.fact.quantity.hedge is Hedge.NONE
        and not (m.depth > rate.depth or is_change(m) or AVERAGE.search(normal(m.lead)))
        and m.fact.quantity.in_base >= part.fact.quantity.in_base
    ]
    fine = part.fact.quantity.telling_digits >= _FEWEST_DIGITS
    for whole in wholes[:_MOST]:
        yield Reading(
            RelationKind.ARITHMETIC_OTHER,
            Operation.PRODUCT,
            (whole.fact, exact),
            part.fact,
            f"“{part.fact.label}”＝{whole.fact.label}×{rate.fact.quantity.printed}％",
            sure=fine and _is_slip(part, whole, rate),
            alarms=False,
        )


def _is_slip(part: Mention, whole: Mention, rate: Mention) -> bool:
    """Say whether one slip in what a share comes to parts it from what it should be."""
    said, share = part.fact.quantity, rate.fact.quantity.value / 100
    due = (whole.fact.quantity.in_base * share / said.factor).quantize(Decimal(1).scaleb(-said.precision))
    return is_slip_of(said, due)
