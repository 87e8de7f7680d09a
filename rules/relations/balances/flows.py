"""Stocks and budgets on their way: 年初 + 来 − 去 = 年末, 年初预算 + 追加 − 收回 = 全年预算, over clauses and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from rules.facts.vocabulary import normal
from rules.relations.balances.budgets import from_budget, to_be_used
from rules.relations.balances.flow_roles import NET, Role
from rules.relations.balances.net_changes import SIGNS, net_sign
from rules.relations.balances.spoken import ends_formula, spoken, spoken_sign
from rules.relations.balances.steps import (
    FLOWS,
    MOST_FLOWS,
    Step,
    are_told_twice,
    formula,
    is_one_thing,
    is_told_through,
    moved,
    steps_of,
)
from rules.relations.build import BUDGETS, Relations
from rules.relations.reading import Reading
from rules.relations.sentence import Statement, same_unit

_MOVED_BY = {"added": Role.IN, "recalled": Role.OUT}
_COMPARED = re.compile("[较比与]|同比")
_WAYS = {Role.CLOSING: Role.OPENING, Role.ADJUSTED: Role.INITIAL}
_BARE_OPENING = re.compile("(?:上年末|上年底|去年末|去年底|年初|期初)(?:为|是|有|共)*")
_MOST_FREE = 4


def find_flows(text: str, statements: Sequence[Statement], relations: Relations) -> frozenset[str]:
    """Assert the ways of stocks and budgets; ``text`` is the canonical text of the document.

    Returns the ids of the figures at whose end a way was found.
    """
    ends: set[str] = set()
    for statement in statements:
        steps = steps_of(text, statement)
        number = statement.own[0].statement
        for step in steps:
            if step.mention.statement != number:
                continue
            alike = [s for s in steps if same_unit(s.mention.fact, step.mention.fact)]
            relations.choose(list(_told_from_end(step, alike)))
            relations.choose(list(_behind_end(step, alike)))
            if relations.choose(_readings(step, alike)) is not None:
                ends.add(step.mention.fact.id)
    return frozenset(ends)


def _readings(step: Step, alike: Sequence[Step]) -> list[Reading]:
    if ends_formula(step, alike):
        return list(spoken(step, alike))
    if step.role in _WAYS:
        found = [reading for reading in _ways(step, alike) if not _is_overdrawn(reading)]
        counted = step.mention.fact.quantity.counted
        # Small numbers meet by chance; where all that came and went is told, some of it is no reading.
        return [r for r in found if r.firm] or [r for r in found if r.sure and counted] or found
    return list(_net(step, alike)) if NET.search(step.mention.lead) else []


def _ways(step: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """Yield the ways that may end here, the likeliest first."""
    role = _WAYS[step.role] if step.role is not None else None
    starts = [s for s in alike if (s.role is role or _is_year_before(s, step)) and not s.in_list]
    starts = [s for s in starts if not spoken_sign(s)]  # 加上上年结转 A: it is added to another
    here = [s for s in starts if s.mention.statement == step.mention.statement]
    for start in [*reversed(here), *(s for s in reversed(starts) if s not in here)][:2]:
        yield from _way(start, step, alike, sure=len(starts) == 1)
    if not starts and step.role is Role.ADJUSTED:
        yield from to_be_used(step, alike)
        yield from from_budget(step, alike)


def _is_year_before(start: Step, end: Step) -> bool:
    """Say whether a figure is of the end of the year before: 2022 年底 A 人 … 2023 年底 B 人."""
    if start.role is not Role.CLOSING or end.role is not Role.CLOSING:
        return False
    period, now = start.mention.fact.period, end.mention.fact.period
    if period is None or now is None or period not in start.mention.lead:
        return False
    return int(period) + 1 == int(now)


def _told_from_end(start: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """年末 143 人。与年初的 142 人相比，新增 7 人，减少 6 人: the end stands in the statement before."""
    number = start.mention.statement
    own = [s for s in alike if s.mention.statement == number]
    ends = [s for s in alike if s.role is Role.CLOSING and s.mention.statement < number]
    if start.role is not Role.OPENING or any(s.role is Role.CLOSING for s in own) or not ends:
        return
    after = [s for s in own if s.mention.fact.start > start.mention.fact.start]
    for flows in (
        [s for s in after if s.role in FLOWS and not s.in_wide_list],
        [s for s in after if s.role in FLOWS and not s.in_list],
    ):
        if flows and len(flows) <= MOST_FLOWS:
            told = flows == [s for s in after if not s.in_wide_list]
            yield moved(start, flows, ends[-1], sure=told and len(ends) == 1)


def _behind_end(start: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """护林员 428 人，上年末为 413 人，新聘 36 人、解聘 21 人: the end without a word of time right before where it began."""
    at = alike.index(start)
    if not at or start.role is not Role.OPENING or not _BARE_OPENING.fullmatch(normal(start.mention.lead)):
        return
    end, after = alike[at - 1], alike[at + 1 :]
    flows = [s for s in after if s.mention.sentence == start.mention.sentence]
    told = {s.role for s in flows} == set(FLOWS) and not any(s.in_wide_list for s in (end, *flows))
    if (
        told
        and end.role is None
        and end.mention.sentence == start.mention.sentence
        and len(flows) <= MOST_FLOWS
    ):
        yield moved(start, flows, end, sure=True)


def _way(start: Step, end: Step, alike: Sequence[Step], *, sure: bool) -> Iterator[Reading]:
    first, last = sorted((start.mention.fact.start, end.mention.fact.start))
    others = [s for s in alike if s not in (start, end)]
    between = [s for s in others if first < s.mention.fact.start < last]
    nets = [s for s in others if s.role in (Role.NET_IN, Role.NET_OUT)]
    if nets and end.role is Role.CLOSING:
        clear = sure and len(nets) == 1 and start.mention.statement == end.mention.statement
        yield moved(start, nets[-1:], end, sure=clear)
    spoken = [s for s in between if NET.search(s.mention.lead) and not _COMPARED.search(s.mention.lead)]
    if len(spoken) == 1 and not any(_flows(s, end) for s in between):
        reason = "年末（调整后）＝年初＋净增减"
        here = start.mention.statement == end.mention.statement and is_one_thing([start, end])
        yield formula(
            [start, *spoken], [1, net_sign(spoken[0].mention)], end, sure=sure and here, reason=reason
        )
    flows = [s for s in between if _flows(s, end) and not s.in_wide_list]
    strict = [s for s in between if not s.in_wide_list]
    # What stands among those that came and went, under words that do not tell which way, went one of them.
    read = all(s.role is not None for s in strict) or end.role is not Role.CLOSING
    behind = [s for s in others if s.role in FLOWS and s.mention.fact.start > last and not s.in_list]
    sure_ends = sure and not flows
    sure = sure and not any(s.mention.statement == end.mention.statement for s in behind)
    if flows and len(flows) <= MOST_FLOWS:
        clear = sure and flows == strict and is_one_thing([start, *flows, end])
        clear = clear and not end.in_wide_list and not end.takes_in and not are_told_twice(flows)
        same = start.mention.statement == end.mention.statement
        way = moved(start, flows, end, sure=clear and (same or end.role is Role.ADJUSTED), alarms=read)
        yield replace(way, firm=way.sure and is_told_through(start, flows, end) and way.is_credible())
    for pool in (
        [s for s in between if _flows(s, end) and not s.in_list],
        [s for s in others if s.role in FLOWS and s.mention.statement == end.mention.statement],
    ):
        if pool and pool != flows and len(pool) <= MOST_FLOWS:
            whole = {s.mention.fact.start for s in pool} | {first, last}
            every = [s for s in others if first < s.mention.fact.start < last and not s.in_list]
            told = all(s.mention.fact.start in whole for s in every)
            same = start.mention.statement == end.mention.statement
            yield moved(start, pool, end, sure=sure and told and same and not flows, alarms=read)
    behind = [s for s in others if s.mention.fact.start > last and s.mention.sentence == end.mention.sentence]
    both = {s.role for s in behind} == set(FLOWS) and not any(s.in_wide_list for s in behind)
    if sure_ends and both and not strict and start.mention.sentence == end.mention.sentence:
        yield moved(start, behind, end, sure=len(behind) <= MOST_FLOWS)  # 年初 A，年末 B，招录 C，退休 D
    yield from _with_budget(start, end, between)
    yield from (replace(reading, alarms=read) for reading in _some(start, end, others))


def _some(start: Step, end: Step, others: Sequence[Step]) -> Iterator[Reading]:
    """Yield the ways by one inflow, one outflow, or one of each: most of what stands near may be said of other things."""
    ups = [s for s in reversed(others) if s.role is Role.IN][:_MOST_FREE]
    downs = [s for s in reversed(others) if s.role is Role.OUT][:_MOST_FREE]
    for up, down in product([*ups, None], [*downs, None]):
        steps = [s for s in (up, down) if s is not None]
        if steps:
            yield moved(start, steps, end, sure=False)


def _is_overdrawn(reading: Reading) -> bool:
    """Say whether more goes than was there: what came is told under another name (上年结转 A，本年预算 B，支出 C，结余 D)."""
    signed = zip(reading.signs, reading.operands, strict=True)
    return sum(sign * fact.quantity.in_base for sign, fact in signed) < 0 <= reading.stated.quantity.in_base


def _with_budget(start: Step, end: Step, between: Sequence[Step]) -> Iterator[Reading]:
    """上年结转 A，本年预算 B，支出 C，结余 D: the budget of the year is what came."""
    came = [s for s in between if s.role is None and s.mention.fact.measure in BUDGETS]
    gone = [s for s in between if s.role is Role.OUT]
    if end.role is Role.CLOSING and len(came) == 1 and gone and len(came) + len(gone) == len(between):
        yield moved(start, [replace(came[0], role=Role.IN), *gone], end, sure=False)


def _flows(step: Step, end: Step) -> bool:
    """Say whether a figure moves the stock; what was carried over is added to a budget as well."""
    return step.role in FLOWS or (step.role is Role.OPENING and end.role is Role.ADJUSTED)


def _net(step: Step, alike: Sequence[Step]) -> Iterator[Reading]:
    """追加 A、调减 B，净增 C: C = A − B, where nothing is compared with another year."""
    before = [s for s in alike if s.mention.fact.start < step.mention.fact.start and not s.in_list]
    here = [s for s in before if s.mention.sentence == step.mention.sentence]
    yield from _net_of([s for s in here if s.role in FLOWS], step)
    # 追加甲 A、乙 B；同时核减 C，净增 D: items that go on with the same verb, over a semicolon as well.
    told = [s for s in before if s.mention.statement == step.mention.statement]
    items = [replace(s, role=_MOVED_BY.get(s.mention.fact.measure or "", s.role)) for s in told]
    if len(items) > len(here) and all(s.role in FLOWS for s in items):
        yield from _net_of(items, step)


def _net_of(flows: Sequence[Step], step: Step) -> Iterator[Reading]:
    if len({s.role for s in flows}) < 2 or len(flows) > MOST_FLOWS:
        return
    signs = [net_sign(step.mention) * SIGNS[s.role] for s in flows if s.role is not None]
    yield formula(flows, signs, step, sure=True, reason="净增减＝增加数－减少数")
