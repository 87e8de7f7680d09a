"""A figure told once more right behind it, in a bracket and rounded: 16500 亩（约 1.65 万亩）, 105382 人（约 10.54 万人）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import same_unit

_AGAIN = re.compile(r"[（(](?:大?约|合计?|折合|即|近)*\s*")
_SCALE = re.compile("^[百千万亿]+")
_CLOSED = re.compile(r"[）)]")
_LOOSE = Decimal("0.1")
"""What is told by two digits and 约 may be this far off."""
_FINE = 3
_KINDS = (FactKind.AMOUNT, FactKind.COUNT)


def find_rounded(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """Assert that a bracket with one figure, of the same in another order of magnitude, tells the one before it again."""
    for mention in mentions:
        if mention.parent is None or mention.fact.kind not in _KINDS or mention.range_end:
            continue
        whole = mentions[mention.parent]
        end = whole.fact.evidence.end or whole.fact.start
        behind = text[mention.fact.evidence.end or mention.fact.start :][:1]
        if not (_AGAIN.fullmatch(text[end : mention.fact.start]) and _CLOSED.match(behind)):
            continue
        if whole.fact.quantity.hedge is Hedge.NONE and _is_coarser(whole.fact, mention.fact):
            again = replace(mention.fact, quantity=replace(mention.fact.quantity, hedge=Hedge.NONE))
            reading = Reading(
                RelationKind.TEXT_VS_TEXT,
                Operation.DUPLICATE,
                (whole.fact,),
                again,
                f"“{whole.fact.label}”之后括号内的同一数",
                sure=not _is_loose(whole.fact, mention.fact),
                alarms=not _is_loose(whole.fact, mention.fact),
            )
            relations.choose([reading])


def _is_coarser(one: Fact, other: Fact) -> bool:
    """Say whether the second measures the same in a larger unit: 万亩 of 亩, 亿元 of 万元."""
    mine, its = one.quantity.unit, other.quantity.unit
    if mine is None or its is None or one.kind is not other.kind or its.factor <= mine.factor:
        return False
    return same_unit(one, other) or _SCALE.sub("", mine.symbol) == _SCALE.sub("", its.symbol)


def _is_loose(one: Fact, other: Fact) -> bool:
    """Say whether a rounded figure of few digits is near enough to be meant loosely."""
    digits = f"{abs(other.quantity.value):f}".replace(".", "").strip("0")
    far = abs(one.quantity.in_base - other.quantity.in_base)
    return len(digits) < _FINE and far <= _LOOSE * abs(one.quantity.in_base)
