"""Two counts side by side that a form tells again of the same things: 支撑 83 家省直单位、499 个业务系统.

The words before such figures differ, and so do the measure words (83 个, 83 家); the things that are counted, in their
order, are the same. Where one of the two counts agrees, the other is meant to; where neither does, it is another pair.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from rules.facts.fact import FactKind, Where
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import RelationKind
from rules.relations.repeats.repeats import asked

_THING = 3
"""So many letters of the thing that is counted tell it."""
_REASON = "表格再次写到正文所述的两项"

_Pair = tuple[Mention, Mention]


def find_counted_alike(extraction: Extraction, relations: Relations) -> None:
    """Hold the pairs of counts in forms and tables against the only such pair of the running text."""
    pairs: dict[tuple[str, str, str | None], dict[Where, list[_Pair]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one, other in pairwise(extraction.mentions):
        if one.sentence == other.sentence and _is_told(one) and _is_told(other):
            key = (_thing(one), _thing(other), one.fact.period)
            pairs[key][one.fact.where].append((one, other))
    for places in pairs.values():
        told = places[Where.TEXT]
        if len({_values(pair) for pair in told}) == 1:
            for pair in (*places[Where.ANNEX], *places[Where.TABLE]):
                _hold(told[0], pair, relations)


def _is_told(mention: Mention) -> bool:
    fact = mention.fact
    plain = fact.kind is FactKind.COUNT and fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return plain and len(_thing(mention)) == _THING


def _thing(mention: Mention) -> str:
    """Return the beginning of what is counted: 省直单位 behind 83 家."""
    return normal(mention.tail).rstrip("、，；。")[:_THING]


def _values(pair: _Pair) -> tuple[str, ...]:
    return tuple(mention.fact.quantity.plain() for mention in pair)


def _hold(told: _Pair, again: _Pair, relations: Relations) -> None:
    agreeing = sum(one == other for one, other in zip(_values(told), _values(again), strict=True))
    for one, other in zip(told, again, strict=True) if agreeing else ():
        judgement = judge(Operation.DUPLICATE, [one.fact.quantity], other.fact.quantity)
        if judgement.verdict not in FITS:
            judgement = asked(judgement, "表格与正文所述不一致")
        annex = other.fact.where is Where.ANNEX
        kind = RelationKind.TEXT_VS_ANNEX if annex else RelationKind.TEXT_VS_TABLE
        relations.add(kind, [one.fact], other.fact, _REASON, judgement)
