"""Budgets on their way without a 年初 of their own: 预算 A，调增 B，调整后 C; 当年预算 A，上年结转 B，可用资金 C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.vocabulary import normal
from rules.relations.balances.flow_roles import Role
from rules.relations.balances.steps import FLOWS, MOST_FLOWS, Step, formula, is_one_thing, moved
from rules.relations.build import BUDGETS
from rules.relations.reading import Reading

_TO_BE_USED = re.compile("可用(?:资金|财力|预算)|可支配(?:资金|财力)|资金(?:总量|总规模|总盘子)")


def from_budget(end: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """预算 A，调增 B，调减 C，调整后 D: a budget right before what was added to it is the one that was set first."""
    before = [s for s in alike[: alike.index(end)] if not s.in_wide_list]
    flows: list[Step] = []
    while before and before[-1].role in FLOWS:
        flows.insert(0, before.pop())
    if flows and before and before[-1].role is None and before[-1].mention.fact.measure == "budget":
        sentence = {s.mention.sentence for s in (before[-1], *flows, end)}
        sure = len(sentence) == 1 and is_one_thing([before[-1], end])
        if len(before) > 1 and before[-2].role is Role.OPENING:
            yield moved(before[-1], [before[-2], *flows], end, sure=sure)
        yield moved(before[-1], flows, end, sure=sure)


def to_be_used(end: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """当年预算 A，上年结转 B，可用资金 C: what is there to be used is what came in and what was left of the year before."""
    if not _TO_BE_USED.search(normal(end.mention.lead)):
        return
    before = alike[: alike.index(end)]
    told = [s for s in before if s.mention.sentence == end.mention.sentence]
    terms = _sources(told)
    if len(terms) < 2:  # 上年结转 A；本年收入 B，其中 …；可用资金 C
        told = [s for s in before if s.mention.statement == end.mention.statement and not s.in_wide_list]
        terms = _sources(told)
    if not 2 <= len(terms) <= MOST_FLOWS or not all(_is_source(s) for s in terms):
        return
    if [s.role for s in terms].count(Role.OPENING) == 1:
        yield formula(terms, [1] * len(terms), end, sure=terms == told, reason="可用资金＝当年安排＋上年结转")


def _sources(told: Sequence[Step]) -> list[Step]:
    """Return the figures outside lists from the first on that is a source."""
    terms = [s for s in told if not s.in_wide_list]
    while terms and not _is_source(terms[0]):
        terms.pop(0)
    return terms


def _is_source(step: Step) -> bool:
    """Say whether an amount is a budget, came in or was left of the year before."""
    came = step.mention.fact.measure in (*BUDGETS, "received")
    return step.role in (Role.OPENING, Role.IN) or (step.role in (None, Role.INITIAL) and came)
