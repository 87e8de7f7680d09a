"""Text against text, and table against table: figures that are called by the same words in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rules.facts.fact import Fact, FactKind
from rules.numbers.quantity import Hedge
from rules.relations.repeats.cells import Site
from rules.relations.repeats.names import core, specific
from rules.relations.repeats.said import Said
from rules.relations.repeats.stage import agree
from rules.relations.repeats.ties import LIKELY, POSSIBLE, SURE, Tie

_OWN_NAME = 4
"""Characters from which on a name is hardly given to two things."""
_MOST = 8
_SEVERAL = 3
_TELLING = 3
_OF_PLACE = ("change_rate", "share")
_KINDS = (FactKind.AMOUNT, FactKind.COUNT, FactKind.RATE)

Called = tuple[str, str, str]
"""Name, unit (or what it measures) and year."""


def text_ties(said: Sequence[Said]) -> Iterator[Tie]:
    """Yield the ties between figures of the text that their own words call the same."""
    groups: dict[Called, list[Said]] = defaultdict(list)
    for item in said:
        name = core(item.fact.subject or "")
        mention = item.mention
        plain = item.fact.kind in _KINDS and item.fact.quantity.hedge is Hedge.NONE
        if plain and mention.own_subject and specific(name):
            groups[(name, _measured(item.fact), item.fact.period or "")].append(item)
    for (name, _, _), members in groups.items():
        several = len({item.fact.quantity.in_base for item in members}) >= _SEVERAL
        for one, other in combinations(members[:_MOST], 2):
            stage = agree(one.stage, other.stage)
            if several and one.fact.quantity.in_base != other.fact.quantity.in_base:
                continue  # three values are hardly one fact miswritten twice
            apart = one.mention.statement != other.mention.statement
            short = min(f.quantity.telling_digits for f in (one.fact, other.fact)) < _TELLING
            if one.fact.measure in _OF_PLACE and short:
                continue  # 下降 4 % of one place and 2 % of the next
            if _agree_by_width(one.fact, other.fact) and short:
                continue  # 专项债务 1 亿元 of one limit and 1.05 亿元 of the next
            if stage and apart and one.mention.narrowed == other.mention.narrowed:
                reason = f"正文两处“{name}”"
                yield Tie(one.fact, other.fact, _grade(name), stage, reason)


def cell_ties(sites: Sequence[Site]) -> Iterator[Tie]:
    """Yield the ties between figures of two tables whose rows and columns are called the same."""
    groups: dict[tuple[Called, str | None, object], list[Site]] = defaultdict(list)
    for site in sites:
        if site.names and site.fact.kind in _KINDS and specific(site.names[0]):
            called = (site.names[0], _measured(site.fact), site.fact.period or "")
            groups[(called, site.stage, (site.heads, site.subtotal))].append(site)
    for ((name, _, _), stage, _), members in groups.items():
        if len({site.table for site in members}) < len(members) or len(members) > _MOST:
            continue  # a name that one table has twice is no name of one thing
        for one, other in combinations(members, 2):
            sure = LIKELY if stage is not None else POSSIBLE
            yield Tie(one.fact, other.fact, _grade(name), sure, f"两表同名项目“{name}”")


def _agree_by_width(one: Fact, other: Fact) -> bool:
    """Say whether two amounts are printed to different places, so that the coarser goes with many others."""
    return one.kind is FactKind.AMOUNT and one.quantity.precision != other.quantity.precision


def _grade(name: str) -> int:
    return SURE if len(name) >= _OWN_NAME else LIKELY


def _measured(fact: Fact) -> str:
    unit = fact.quantity.unit
    if unit is None:
        return ""
    return unit.symbol if fact.kind is FactKind.COUNT else str(unit.dimension)
