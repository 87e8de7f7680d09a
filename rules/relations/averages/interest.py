"""Interest of a whole year: 2021年发行债券 12000 万元，票面利率 3.42%; and, there or elsewhere, 2021年债券利息 410.40 万元.

A bond is known by the year or the batch that its amount is told by; one that was issued within the year, or pays every
half-year, bears less, so that only one slip is held against what is stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import is_slip_of
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, same_unit

_RATE = re.compile("(?:票面|发行|年|合同|贷款|中标)*利率(?:为|是)?$")
_INTEREST = re.compile("利息|付息")
_NAME = re.compile(r"20\d\d年|第[一二三四五六七八九十]+[批期次]|[一二三四五六七八九十]期|首[批期次]")
_LESS = re.compile("半年|季度|累计|自.{0,12}起|截至|贴息|存款|活期|逾期")
_MOST_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class _Bond:
    """What was borrowed, at which rate a year, and the year or batch that it is told by; empty where it is told by none."""

    amount: Fact
    rate: Fact
    name: str


def find_interest(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert what the bonds and loans of a report bear in a year."""
    bonds = [bond for statement in statements for bond in _bonds(statement.own)]
    for statement in statements if bonds else ():
        for mention in statement.own:
            found = list(_readings(mention, statement, bonds))
            if len(found) == 1:
                relations.choose(found)


def _bonds(own: Sequence[Mention]) -> Iterator[_Bond]:
    """Yield an amount with the rate right behind it; only its term may stand between."""
    for at, rate in enumerate(own):
        if rate.fact.kind is not FactKind.RATE or not _RATE.search(normal(rate.lead)):
            continue
        before = [m for m in own[max(at - _MOST_BETWEEN, 0) : at] if m.sentence == rate.sentence]
        amounts = [m for m in before if m.fact.kind is FactKind.AMOUNT]
        if amounts and amounts[-1].fact.quantity.hedge is Hedge.NONE:
            name = _NAME.search(normal(amounts[-1].lead))
            yield _Bond(amounts[-1].fact, rate.fact, name.group() if name is not None else "")


def _readings(mention: Mention, statement: Statement, bonds: Sequence[_Bond]) -> Iterator[Reading]:
    """Yield the bond whose interest an amount is: the one of its sentence, or the one of its name."""
    fact, lead = mention.fact, normal(mention.lead)
    if fact.kind is not FactKind.AMOUNT or fact.quantity.hedge is not Hedge.NONE or _LESS.search(lead):
        return
    here = {m.fact.id for m in statement.own if m.sentence == mention.sentence and m.fact.start < fact.start}
    own = [bond for bond in bonds if {bond.amount.id, bond.rate.id} <= here]
    said = _INTEREST.search(lead) is not None
    named = [bond for bond in bonds if bond.name and bond.name in lead and bond.amount.id != fact.id]
    dealt = any(_INTEREST.search(normal(m.lead)) for m in statement.own if m.sentence == mention.sentence)
    for bond in own if said and len(own) == 1 else named if said or (dealt and not own) else ():
        if same_unit(bond.amount, fact) and bond.rate.start != fact.start:
            rate = replace(bond.rate, quantity=replace(bond.rate.quantity, counted=True))
            reason = f"“{fact.label}”＝{bond.amount.label}×年利率 {bond.rate.quantity.printed}％"
            yield Reading(
                RelationKind.ARITHMETIC_OTHER,
                Operation.PRODUCT,
                (bond.amount, rate),
                fact,
                reason,
                sure=_is_slip(fact, bond),
                alarms=False,
            )


def _is_slip(stated: Fact, bond: _Bond) -> bool:
    """Say whether one slip in the interest parts it from that of a whole year."""
    said, share = stated.quantity, bond.rate.quantity.value / 100
    due = bond.amount.quantity.in_base * share / said.factor
    return is_slip_of(said, due.quantize(Decimal(1).scaleb(-said.precision)))
