"""Shares that the words of a sentence assert: 占 X 的 p %, 占比 p %; and the sum of parts whose shares are all of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import read_label
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import Figures
from rules.relations.rates.shares_inside import OF_WHICH, comparable_loosely, inside, told_behind
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.relations.sentence import Statement, of_kind, same_unit

_FEWEST_BARE = 3
_AHEAD = 12
"""So many figures further up may be what a list of shares is of."""
_BARE_WORDS = ("占", "占比", "占比为", "占比达", "占了", "约占")
_TELLING = 3
"""A rate of fewer digits is met by chance."""
_BARE_SHARE = re.compile("(?:所占)?(?:比重|比例)")
_OF_ANY = ("比", "比重", "全部", "总数", "总额")
"""What names no whole: any total may be meant."""
_SHARE_OF = re.compile(r"占(?:到(?![位账])|了)?(.*?)(?:的|比重|比例|比|约|达|仅)*$")


def add_up(shares: Sequence[Relation], facts: Mapping[str, Fact], relations: Relations) -> None:
    """Where the shares of one whole add up to 100 %, the parts are all of it."""
    groups: dict[str, list[Relation]] = defaultdict(list)
    for share in shares:
        if share.stated is not None and len(share.operands) == 2:
            groups[share.operands[1]].append(share)
    for whole, members in groups.items():
        rates = [facts[share.stated].quantity for share in members if share.stated is not None]
        parts = [facts[share.operands[0]] for share in members]
        if len(members) < 2 or len({part.id for part in parts}) < len(parts):
            continue
        slack = sum((Decimal(1).scaleb(-rate.precision) / 2 for rate in rates), Decimal(0))
        if abs(sum((rate.value for rate in rates), Decimal(0)) - HUNDRED) > slack:
            continue
        if not all(same_unit(part, facts[whole]) for part in parts):
            continue
        # What the rounding of the shares leaves open may be a small part that is not listed.
        full, total = (
            facts[whole].quantity.in_base,
            sum((part.quantity.in_base for part in parts), Decimal(0)),
        )
        hidden = abs(full - total) <= full * slack / HUNDRED
        relations.choose(
            [
                Reading(
                    RelationKind.SUM,
                    Operation.SUM,
                    tuple(parts),
                    facts[whole],
                    f"各项占“{facts[whole].label}”的比重合计为 100 %",
                    sure=True,
                    open_ended=hidden,
                    alarms=False,
                )
            ]
        )


@dataclass(frozen=True, slots=True)
class Common:
    """The whole that shares of a statement fit; ``shown``: so many that the others are of the same for sure."""

    whole: Fact
    shown: bool
    afar: bool


def is_share(rate: Mention, statement: Statement) -> bool:
    """Say whether a rate is a share: by its words, or as one of several that stand alone in brackets (水电 28.64 万元（25.1 %）)."""
    if rate.fact.measure == "share":
        return True
    return _is_bare(rate) and sum(_is_bare(m) for m in statement.own) >= _FEWEST_BARE


def _is_bare(rate: Mention) -> bool:
    told = rate.fact.kind is FactKind.RATE and rate.depth > 0 and not rate.range_end
    return told and not normal(rate.lead) and not normal(rate.tail) and rate.opening in ("", "（", "(")


def common_whole(statement: Statement, figures: Figures, afar: Sequence[Fact]) -> Common | None:
    """Return the whole that the shares of a statement fit: the others are of the same.

    ``afar`` are budgets that the whole report is about.
    """
    votes: Counter[str] = Counter()
    wholes: dict[str, Fact] = {}
    ahead = _told_ahead(statement, figures)
    every = [m for m in statement.own if m.fact.kind is FactKind.RATE and not m.range_end]
    shares = [m for m in every if is_share(m, statement)]
    for mention in (m for m in shares if m.fact.quantity.value):  # nothing is 0 % of anything
        readings = share(mention, statement, figures.facts, None, (*afar, *ahead))
        fitting = next((r for r in readings if r.judge().verdict is Verdict.EXACT), None)
        telling = mention.fact.quantity.telling_digits >= _TELLING or len(shares) > 2
        if fitting is not None and telling:
            key = f"{fitting.operands[1].quantity.in_base.normalize()}"
            wholes.setdefault(key, fitting.operands[1])
            votes[key] += 1
    best = votes.most_common(2)
    if len(shares) < 2 or not best or (len(best) > 1 and best[0][1] == best[1][1] == 1):
        return None
    whole = wholes[best[0][0]]
    near = {m.fact.id for m in (*statement.section, *statement.near)}
    told = sum(m.fact.quantity.value != 0 for m in shares)
    if whole in ahead and whole not in afar and best[0][1] < max(_FEWEST_BARE - 1, told - 1):
        return None
    return Common(whole, best[0][1] >= 2, whole.id not in near)


def _told_ahead(statement: Statement, figures: Figures) -> tuple[Fact, ...]:
    """Return the figures that other sections told before a list of three or more bare shares, the nearest first.

    受理诉求 71184 件…二、分类：咨询类 33523 件，占 47.09 %；…: all shares but one have to fit the same of them.
    """
    bare = [m for m in statement.own if m.fact.measure == "share" and normal(m.lead) in _BARE_WORDS]
    if len(bare) < _FEWEST_BARE:
        return ()
    first = statement.own[0].fact
    before = [o.fact for o in figures.all_told() if o.fact.start < first.start]
    fitting = [f for f in before if same_unit(f, first) and f.quantity.hedge is Hedge.NONE]
    return tuple(reversed(fitting[-_AHEAD:]))


def share(
    rate: Mention,
    statement: Statement,
    facts: Sequence[Fact],
    common: Common | None,
    afar: Sequence[Fact] = (),
) -> Iterator[Reading]:
    """占 X 的 p %: the thing that is named, or the figure before, over X, or over what the list breaks up.

    ``common`` is the whole of the other shares in the statement, where they agree.
    """
    named = _SHARE_OF.search(normal(rate.lead))
    words = (named.group(1) if named else "").strip()
    pool = [
        m
        for m in of_kind([*statement.before, *statement.own], FactKind.AMOUNT, FactKind.COUNT)
        if m is not rate
    ]
    before = [m for m in pool if m.fact.start < rate.fact.start]
    told = told_behind(rate, statement)
    beside = told is not None and any(same_unit(told, m.fact) for m in (*statement.section, *before))
    parts = [told] if told is not None and beside else _parts(rate, before, facts)
    if (inner := inside(rate, statement, words)) is not None:
        yield inner
    before = [*of_kind(statement.section, FactKind.AMOUNT, FactKind.COUNT), *before]
    facts = [fact for fact in facts if fact.period in (None, rate.fact.period)]
    if (
        common is not None
        and parts
        and comparable_loosely(parts[0], common.whole)
        and not _of_other_years(parts[0], common.whole)
        and parts[0].id != common.whole.id
    ):
        own_name = len(normal(rate.lead).partition("占")[0]) >= 2
        behind = not words and not own_name and _stands_right_before(parts[0], rate, statement)
        yield Reading(
            RelationKind.SHARE,
            Operation.RATIO,
            (parts[0], common.whole),
            rate.fact,
            f"“{parts[0].label}”占“{common.whole.label}”的比重",
            sure=behind or (common.shown and not common.afar),
            firm=common.shown and behind,
            alarms=behind or common.shown,
        )
        if not words and common.shown:
            return  # the others say of what
    siblings = () if words and words not in _OF_ANY else _siblings(rate, statement)
    if apart := is_apart(rate, parts, statement):
        parts.sort(key=lambda part: part.measure != "executed")  # what stands first may be the budget
    for at, part in enumerate(parts[: 4 if words or apart else 1]):
        for order, whole in enumerate(_wholes(words, part, before, facts)[:14]):
            if whole.id in siblings:
                continue
            if whole is part or not comparable_loosely(whole, part) or whole.period != part.period:
                continue
            yield Reading(
                RelationKind.SHARE,
                Operation.RATIO,
                (part, whole),
                rate.fact,
                f"“{part.label}”占“{whole.label}”的比重",
                sure=at == order == 0 and bool(words) and _is_clear(part, whole, before),
                # A budget of one line is no share of all that was spent.
                alarms=not (part.measure in BUDGETS and whole.measure == "executed") and not (apart and at),
            )
    for whole in afar if parts and not words else ():
        if comparable_loosely(whole, parts[0]) and whole.id != parts[0].id:
            reason = f"“{parts[0].label}”占“{whole.label}”的比重"
            yield Reading(
                RelationKind.SHARE, Operation.RATIO, (parts[0], whole), rate.fact, reason, alarms=False
            )


def is_apart(rate: Mention, parts: Sequence[Fact], statement: Statement) -> bool:
    """Say whether the part of a share is told by its name alone and stands in other statements: 支出中，基本支出占 72.6 %."""
    return (
        rate.depth == 0
        and bool(parts)
        and not any(part.id == mention.fact.id for part in parts for mention in statement.own)
    )


def _siblings(rate: Mention, statement: Statement) -> set[str]:
    """Return the figures with a share of their own in the same words: A 1.40 万元，占 83 %；B 0.28 万元，占 17 %: B is not of A."""
    at = statement.own.index(rate)
    since = max((n for n, m in enumerate(statement.own[:at]) if OF_WHICH.search(m.lead)), default=0)
    return {
        part.fact.id
        for part, share in pairwise(statement.own[since:at])
        if share.fact.measure == "share" and share.lead == rate.lead and share.depth == rate.depth
    }


def _stands_right_before(part: Fact, rate: Mention, statement: Statement) -> bool:
    """Say whether the part is the last figure before a share that is not deeper in brackets."""
    earlier = [
        m for m in statement.own if m.fact.start < rate.fact.start and m.fact.kind is not FactKind.RATE
    ]
    level = [m for m in earlier if m.depth <= max(rate.depth - 1, 0) or m.depth == rate.depth == 0]
    return bool(level) and level[-1].fact.id == part.id


def _of_other_years(part: Fact, whole: Fact) -> bool:
    """上年药品收入 … 元，占 …: the whole that the shares of this year are of is another."""
    return part.period is not None and whole.period is not None and part.period != whole.period


def _is_clear(part: Fact, whole: Fact, before: Sequence[Mention]) -> bool:
    """Both stand in the statement, with one stage."""
    here = {m.fact.id for m in before}
    return part.id in here and whole.id in here and part.measure == whole.measure is not None


def _parts(rate: Mention, before: Sequence[Mention], facts: Sequence[Fact]) -> list[Fact]:
    own_name = _BARE_SHARE.sub("", normal(rate.lead).partition("占")[0])
    subject = vocabulary().subject(own_name)
    name = subject.name if subject is not None else own_name
    found: list[Fact] = []
    if len(name) >= 2:
        found = [m.fact for m in reversed(before) if m.fact.subject == name]
        found += [fact for fact in facts if fact.subject == name and fact.kind is FactKind.AMOUNT]
        return _different(found)
    same_depth = [m.fact for m in reversed(before) if m.depth == rate.depth]
    outside = next((m for m in reversed(before) if m.statement == rate.statement), None)
    if rate.depth and outside is not None and outside.depth == rate.depth - 1:
        return _different([outside.fact, *same_depth])  # A 万元（占比 p %）
    return _different(same_depth)


def _wholes(words: str, part: Fact, before: Sequence[Mention], facts: Sequence[Fact]) -> list[Fact]:
    near = [m.fact for m in before if m.fact.id != part.id]
    if words and words not in _OF_ANY:
        subject = vocabulary().subject(words)
        fund = vocabulary().fund(words)
        generic = (
            fund is not None or "总" in words or read_label(words, FactKind.AMOUNT, None).subject == TOTAL
        )
        name = subject.name if subject is not None else (TOTAL if generic else words)
        pool = [*reversed(near), *facts]
        found = [
            fact
            for fact in pool
            if (fact.subject == name or normal(fact.label).endswith(words)) and fact.id != part.id
        ]
        return _different([f for f in found if f.measure == part.measure] + found)
    alike = [fact for fact in near if fact.measure == part.measure and fact.subject != part.subject]
    return _different([*alike[:2], *reversed(alike), *near])


def _different(facts: Sequence[Fact]) -> list[Fact]:
    """Return one fact a value, in order."""
    found: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        unit = fact.quantity.unit
        found.setdefault((fact.quantity.plain(), unit.symbol if unit is not None else ""), fact)
    return list(found.values())
