"""Between which two figures a change lies: this year's and last year's, in the statement, before it, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal, vocabulary
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.changes.direction import (
    CHANGES,
    COUNTED,
    is_change,
    is_change_rate,
    is_changing,
    is_figure,
    is_held_against,
    names_itself,
)
from rules.relations.changes.rate import LINK, PRIOR, REACHED, one_name
from rules.relations.sentence import Statement, is_base, of_kind, same_unit

MOST = 5
PLANNED = re.compile("计划|目标|任务")
_INITIAL = re.compile(r"(?<![较比与])年初(?:部门)?(?:预算|批复|安排|下达)")
"""为年初预算 B 的 80 %: a plan of this year, unless it is what the change is held against."""
_CARRIED = re.compile("(?:上年|年初)度?(?:财政拨款|非财政拨款|项目)?(?:结转|结余|滚存)")
"""What is carried over from last year is an amount of this one: 上年结转 190.89 万元，较上年减少 7.63 万元."""
_HELD_TO_PLAN = re.compile(
    r"[较比与](?![^，。；]{0,4}(?:上年|去年|20\d\d))[^，。；]{0,6}预算数?(?:相比)?[^，。；\d]{0,6}$"
)
_HELD = re.compile("[较比]|同比")
_HELD_TO_BEFORE = re.compile(
    r"[较比](?!上年|去年|同期|20\d\d)[^，。；\d]{0,6}[时前初来](?:相比)?[^，。；\d]{1,4}$"
)
"""由 A 增加到 B，比建区时多 C: against what it began with."""
_NAMED = re.compile(r"[较比](?P<base>[^，。；的]{2,8}?)(?:[多少][^，。；]{0,4}|增加|减少|提高|下降)了?$")
_OF_A_YEAR = re.compile(r"(?:上年|去年|上一年|20\d\d年)")
_HELD_WORDS = re.compile("[较比与]|同期")
_BEFORE = re.compile(
    r"^(?:其中)?(?P<event>[\u4e00-\u9fff]{2,8}?)(?<![之以此目])前(?![\d一二三四五六七八九十两期])"
)
_PART = re.compile("[（(]?(?:含|其中|包括)")
_THIS_YEAR = re.compile(r"本年|今年|当年")


@dataclass(frozen=True, slots=True)
class Pair:
    """This year's figure and last year's. ``sure``: both stand in the statement and nothing else can be meant.

    ``loose``: last year's figure was said of something in a statement before; it can only show that the figures agree.
    ``close``: both stand in the sentence of the change, each the nearest of its sort. ``here``: both stand in its statement.
    ``told``: the base stands beside the change or under its year, but this year's figure need not stand in its sentence.
    ``beside``: figure, last year's figure and change stand in one run of words that names nothing else.
    """

    now: Fact
    base: Fact
    sure: bool
    agreed: bool = False
    loose: bool = False
    close: bool = False
    here: bool = False
    told: bool = False
    beside: bool = False


def only_compares(mention: Mention) -> bool:
    """Say whether a figure is there to be compared with: a change, last year's figure, or the plan that a rate is of."""
    return is_change(mention) or is_change_rate(mention) or is_prior(mention) or is_base(mention)


def is_prior(mention: Mention, year: str | None = None) -> bool:
    """Say whether a figure is last year's, or what the year began with, by its own words."""
    if is_change(mention) or (mention.depth and _PART.match(mention.opening)):
        return False  # 项目 15 个（含 2023 年转列 5 个）: a part of what stands before
    dated = (
        year is not None and mention.fact.period == str(int(year) - 1) and mention.fact.period in mention.lead
    )
    beside = mention.depth > 0 and mention.lead.endswith(("同比", "环比"))
    return (
        dated
        or beside
        or is_held_against(mention)
        or bool(PRIOR.search(_CARRIED.sub("", _INITIAL.sub("", normal(mention.lead)))))
    )


def priors_of(own: Sequence[Mention], year: str | None) -> frozenset[str]:
    """Return the ids of last year's figures of a statement.

    （上年事故 17 起、死亡 5 人）: what a bracket or a row linked by 、 goes on with is of the year that it began with.
    """
    found: set[str] = set()
    before: Mention | None = None
    for mention in own:
        if is_prior(mention, year):
            found.add(mention.fact.id)
        elif before is not None and before.fact.id in found and _goes_with(mention):
            together = mention.depth == before.depth and mention.parent == before.parent
            goes_on = mention.depth > 0 or LINK.search(before.tail) is not None
            if together and goes_on and not _THIS_YEAR.search(mention.lead):
                found.add(mention.fact.id)
        before = mention
    return frozenset(found)


def _goes_with(mention: Mention) -> bool:
    return is_figure(mention) or (mention.fact.kind is FactKind.RATE and not is_change_rate(mention))


def pairs_of(mention: Mention, index: int, statement: Statement, extraction: Extraction) -> Iterator[Pair]:
    """Yield the pairs that the change may lie between, the likeliest first."""
    year = extraction.year
    if is_of_a_year_before(mention, year):
        yield from _of_that_year(mention, statement)
        return
    before = priors_of(statement.own, year)
    yield from _reached(mention, index, statement.own)
    yield from _alone_in_statement(mention, statement, before)
    here = [m for m in statement.own if m is not mention and is_figure(m)]
    back = [m for m in statement.before if is_figure(m)]
    earlier = [m for m in reversed(here) if m.fact.start < mention.fact.start]
    later = [m for m in here if m.fact.start > mention.fact.start]
    section = [m for m in of_kind(statement.section, *COUNTED) if m.fact.subject == mention.fact.subject]
    near = [*earlier, *later, *reversed(back), *reversed([m for m in section if is_figure(m)])]
    last = [m for m in near if m.fact.id in before or is_prior(m, year)]
    nows = [m for m in near if m not in last and not PLANNED.search(m.lead) and not is_base(m)]
    yield from _against_plan(mention, nows, near)
    yield from _against_named(mention, statement.own)
    # 超 5000 万元，为 5172.36 万元: what is only bounded fits anything, and is passed over for what is not.
    nows = ([m for m in nows if m.fact.quantity.hedge is Hedge.NONE] or nows)[:MOST]
    priors = [m for m in last if not is_base(m)][:MOST]
    for base in priors:
        alike = [m for m in nows if same_unit(m.fact, base.fact)]
        for now in sorted(alike, key=lambda m: m.fact.measure != base.fact.measure):
            if base.depth > now.depth and not one_name(now, base):
                continue
            together = now in earlier and base.sentence == now.sentence == mention.sentence
            close = together and now is _first(alike, base) and base is priors[0]
            reached = now.fact.start > base.fact.start and REACHED.search(now.lead) is not None
            sure = close and base in earlier and (reached or _alone(base, mention, earlier))
            # 培训支出 A。会议费与上年 B 相比，减少 C: the sentence before told of something else.
            loose = base.statement != mention.statement or (
                now.statement != base.statement and not one_name(now, base)
            )
            here_too = not loose and now.statement == mention.statement
            yield Pair(now.fact, base.fact, sure, loose=loose, close=close, here=here_too)
    for now in nows:
        for base_fact in prior_of(now.fact, extraction):
            sure = now.own_subject and now.own_measure and now in earlier
            yield Pair(now.fact, base_fact, sure, loose=now.statement != mention.statement)
    for now_fact, base_fact in _both_elsewhere(mention, extraction):
        yield Pair(now_fact, base_fact, False)


def is_of_a_year_before(mention: Mention, year: str | None) -> bool:
    """Say whether a change is one that a year before brought (上年增幅), and not one against that year (较上年增长)."""
    period, lead = mention.fact.period, normal(mention.lead)
    before = year is not None and period is not None and int(period) < int(year)
    return before and _OF_A_YEAR.search(lead) is not None and _HELD_WORDS.search(lead) is None


def _of_that_year(mention: Mention, statement: Statement) -> Iterator[Pair]:
    """Yield the figures of that year and of the one before it, where the statement gives both."""
    period = mention.fact.period or ""
    figures = [m for m in statement.own if is_figure(m)]
    nows = [m for m in figures if m.fact.period == period]
    bases = [m for m in figures if m.fact.period == str(int(period) - 1)]
    for now, base in product(nows, bases):
        if same_unit(now.fact, base.fact):
            alone = len(nows) == len(bases) == 1
            yield Pair(now.fact, base.fact, sure=alone, close=alone, here=True)


def _against_plan(mention: Mention, nows: Sequence[Mention], near: Sequence[Mention]) -> Iterator[Pair]:
    """决算数比年初预算数增加 C: the plan that the words name, without its figure, and what was spent of the same thing."""
    if not _HELD_TO_PLAN.search(normal(mention.lead)):
        return
    stages = ("initial_budget",) if "年初" in mention.lead else BUDGETS
    plans = [m for m in near if m.fact.measure in stages and m.fact.start < mention.fact.start]
    spent = [m for m in nows if m.fact.measure == "executed" and m.fact.start < mention.fact.start]
    for base, now in product(plans[:2], spent[:2]):
        here = base.statement == now.statement == mention.statement
        alone = [m.statement for m in plans].count(mention.statement) == 1
        alone = alone and [m.statement for m in spent].count(mention.statement) == 1
        if same_unit(base.fact, now.fact):
            yield Pair(now.fact, base.fact, sure=here and alone, close=here and alone, here=here)


def named_base(mention: Mention) -> str | None:
    """Return what a change is held against where words alone name it: 下半年比上半年多支出."""
    found = _NAMED.search(normal(mention.lead))
    return found["base"] if found is not None and not PRIOR.search(found["base"]) else None


def _against_named(mention: Mention, own: Sequence[Mention]) -> Iterator[Pair]:
    name = named_base(mention)
    if name is None or not is_changing(mention.fact):
        return
    earlier = [
        m
        for m in own
        if m.fact.start < mention.fact.start and is_figure(m) and same_unit(m.fact, mention.fact)
    ]
    bases = [m for m in earlier if name in normal(m.lead)]
    nows = [m for m in earlier if m not in bases and m.depth == mention.depth]
    if len(bases) == 1 and nows:
        yield Pair(nows[-1].fact, bases[0].fact, sure=len(nows) == 1, close=True, here=True)


def _reached(mention: Mention, index: int, own: Sequence[Mention]) -> Iterator[Pair]:
    """由 A 增至 B，增加 C: the last two figures of which one became the other."""
    before = _HELD_TO_BEFORE.search(mention.lead) is not None
    if _HELD.search(mention.lead) and not before:
        return  # 由 A 增至 B，较上年增加 C is held against another year
    for at in range(index - 1, 0, -1):
        base, now = own[at - 1], own[at]
        if now.sentence != mention.sentence:
            return
        if REACHED.search(now.lead) and same_unit(base.fact, now.fact) and base.sentence == now.sentence:
            alike = [m for m in own[at + 1 : index] if is_figure(m) and same_unit(m.fact, now.fact)]
            sure = not alike and (before or not names_itself(mention))
            yield Pair(now.fact, base.fact, sure=sure, close=not alike, here=True)
            return


def before_and_after(mention: Mention, index: int, own: Sequence[Mention]) -> Iterator[Pair]:
    """培训前月均工资 A，培训后 B，增加 C: what was measured before and after one event."""
    if _HELD.search(mention.lead):
        return
    for at in range(index - 1, 0, -1):
        base, now = own[at - 1], own[at]
        if now.sentence != mention.sentence:
            return
        event = _BEFORE.match(normal(base.lead))
        alike = same_unit(base.fact, now.fact) and base.sentence == now.sentence and base.depth == now.depth
        if event is not None and alike and normal(now.lead).startswith(f"{event['event'][-2:]}后"):
            between = [m for m in own[at + 1 : index] if is_figure(m) and same_unit(m.fact, now.fact)]
            yield Pair(now.fact, base.fact, sure=not between, close=not between, here=True)
            return


def _alone_in_statement(mention: Mention, statement: Statement, before: frozenset[str]) -> Iterator[Pair]:
    """Yield the only figures of their unit: 事故 12 起，减少 5 起；死亡 3 人，减少 2 人（上年事故 17 起、死亡 5 人）."""
    if not is_changing(mention.fact):
        return
    alike = [
        m
        for m in statement.own
        if not m.range_end and is_changing(m.fact) and same_unit(m.fact, mention.fact)
    ]
    figures = [m for m in alike if is_figure(m)]
    if len(alike) != len(figures) + 1 or len(figures) != 2 or mention in figures:
        return
    base = next((m for m in figures if m.fact.id in before), None)
    now = next((m for m in figures if m.fact.id not in before), None)
    if base is None or now is None or is_base(now) or now.fact.start > mention.fact.start:
        return
    if base.fact.start > mention.fact.start and base.depth > now.depth and one_name(now, base):
        close = now.sentence == mention.sentence
        yield Pair(now.fact, base.fact, sure=True, close=close, here=True)


def _alone(base: Mention, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Say whether no other figure but a change stands between last year's and the change that is said of it."""
    between = [m for m in earlier if m.fact.start > base.fact.start]
    return all(is_change(m) for m in between) and not names_itself(mention)


def _first(nows: Sequence[Mention], base: Mention) -> Mention | None:
    here = [m for m in nows if m.sentence == base.sentence]
    if len(here) == 1:
        return here[0]
    return next((m for m in nows if m.fact.measure == base.fact.measure), nows[0] if nows else None)


def prior_of(now: Fact, extraction: Extraction) -> list[Fact]:
    """Return last year's figure of the same thing, where the document gives one value for it."""
    year = now.period or extraction.year
    if year is None or now.subject is None or now.measure in CHANGES:
        return []  # 新增就业 has the measure of a change, and a change is not last year's figure
    found = [
        f
        for f in extraction.facts
        if f.kind is now.kind
        and (f.subject, f.measure, f.period) == (now.subject, now.measure, str(int(year) - 1))
        and (f.scope == now.scope or None in (f.scope, now.scope) or not vocabulary().is_scoped(f.subject))
    ]
    return found[:1] if len({f.quantity.value for f in found}) == 1 else []


def _both_elsewhere(mention: Mention, extraction: Extraction) -> Iterator[tuple[Fact, Fact]]:
    subject, year = mention.fact.subject, extraction.year
    if subject is None or year is None:
        return
    for fact in extraction.facts:
        if fact.subject == subject and fact.period == year and fact.measure in ("executed", "budget"):
            for base in prior_of(fact, extraction):
                yield fact, base
