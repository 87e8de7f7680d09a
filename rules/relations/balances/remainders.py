"""What is left of a whole: 受理 A 件，审结 B 件，未结 C 件; 预算 A 万元，支付 B 万元，尚未支付 C 万元; 超支 C 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.balances.flow_roles import Role, role_of
from rules.relations.balances.left_of_rates import KnownRates, behind_rate, difference, known_rates
from rules.relations.balances.remainder_words import (
    BARE,
    CARRIED_ON,
    ENDS,
    IN_PART,
    OF_EARLIER,
    OVER,
    REST,
    SHORT,
    TO_DO,
    UNDER,
    is_actual,
    is_against_last_year,
    is_compared,
    is_done,
    is_plain,
    is_span,
    is_used,
    left_word,
    stem_of,
    words_of,
)
from rules.relations.balances.surpluses import OF_SEVERAL, is_surplus, surplus_readings
from rules.relations.build import Relations
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_things
from rules.relations.sums.nesting import listed

_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST_PARTS = 4
_MOST_WHOLES = 3
_MOST_PAIRS = 8


def find_remainders(
    text: str,
    statements: Sequence[Statement],
    facts: Sequence[Fact],
    known_ends: frozenset[str],
    relations: Relations,
) -> None:
    """Assert what is left; ``text`` is the canonical text of the document. The rates must have been found before.

    ``known_ends`` are the figures that were already found to end the way of a stock.
    """
    known = known_rates(facts, relations)
    for statement in statements:
        for mention in of_kind(statement.own, *_COUNTED):
            if (
                OF_SEVERAL.search(mention.lead)
                or mention.fact.id in known_ends
                or OF_EARLIER.search(normal(mention.lead))
                or role_of(mention) in (Role.NET_IN, Role.NET_OUT)
            ):
                continue
            readings: list[Reading] = []
            over = OVER.search(mention.lead) is not None
            under = UNDER.search(normal(mention.lead)) is not None
            if (
                not is_compared(mention)
                and not is_against_last_year(mention, statement)
                and (over or under or left_word(mention) is not None)
            ):
                readings += _left(text, mention, statement, known, over=over)
            if CARRIED_ON.fullmatch(normal(mention.lead)):
                readings += behind_rate(mention, statement, known, "", over=False)
            if mention.fact.kind is FactKind.AMOUNT and is_surplus(mention):
                readings += surplus_readings(mention, statement)
            if any(r.open_ended for r in readings) and _is_taken_behind(text, mention):
                readings = [replace(r, open_ended=False, doubtful=False) for r in readings]
            relations.choose(readings)


def _is_taken_behind(text: str, mention: Mention) -> bool:
    """Say whether the paragraph goes on to tell of what was taken back: 结转 A 万元。…，财政收回 B 万元."""
    end = mention.fact.evidence.end or mention.fact.start
    return re.search("收回|上缴|缴回|交回|退回|核减|统筹|盘活", text[end:].split("\n", 1)[0]) is not None


def _left(
    text: str, mention: Mention, statement: Statement, known: KnownRates, *, over: bool
) -> Iterator[Reading]:
    word = left_word(mention)
    stem = stem_of(word) if word is not None else ""
    nested = listed(text, statement.own, wide=True)
    inside = mention.fact.id in nested
    here = [m for m in _before(statement.own, mention) if inside or m.fact.id not in nested]
    if len(here) > 3 and _adds_up(here[1:-1], here[0]):
        here = [
            here[0],
            here[-1],
        ]  # 排查 326 户，C 级 218 户、D 级 108 户，已改造 302 户: the whole is told in parts first
    here = [m for m in here if not is_against_last_year(m, statement)]
    here = [m for m in here if not is_span(m)] or here
    pool = [*_before(statement.before, mention), *here]
    yield from behind_rate(mention, statement, known, stem, over=over)
    pairs = [
        (whole, done)
        for at, done in reversed(list(enumerate(pool)))
        for whole in list(reversed(pool[:at]))[:_MOST_WHOLES]
        if left_word(done) is None
        and not IN_PART.search(normal(done.lead))
        and (done.fact.kind is FactKind.COUNT or over or SHORT.search(mention.lead) or is_used(done, stem))
    ]
    pairs.sort(key=lambda pair: not is_done(pair[1], stem))
    if inside:  # 收入 A 万元，其中 …；支出 B 万元，其中 …，结余 C 万元
        outer = [m for m in _before(statement.own, mention) if m.fact.id not in nested][-2:]
        told = len(outer) == 2 and is_used(outer[1], stem) and left_word(outer[1]) is None
        pairs = [*([(outer[0], outer[1])] if told else []), *pairs]
    for whole, done in pairs[:_MOST_PAIRS]:
        clear = here == [whole, done] or (
            here[-2:] == [whole, done] and not over and _follows(whole, done, here)
        )
        # Of less than was done nothing is left: 截至9月30日支出 A，全年支出 B, of a budget told before.
        clear = clear and (over or whole.fact.quantity.in_base >= done.fact.quantity.in_base)
        plain = is_plain(mention, statement)
        bare = over or BARE.search(mention.lead) is not None
        deed = is_done(done, stem) or is_actual(done, mention, whole)
        clear = clear and plain and (deed if stem else bare and here == [whole, done])
        order = (done.fact, whole.fact) if over else (whole.fact, done.fact)
        # 完工 604 座，验收 478 座，未完工 19 座: what was done itself is no whole of which that was not done.
        of_deed = bool(stem) and is_done(whole, stem) and TO_DO.search(words_of(whole)) is None
        sure = clear and whole.depth == done.depth == mention.depth and not of_deed
        # 清偿 126 笔，其中民营企业 112 笔，剩余 5 笔: nothing of what was done is left beside one sort of it.
        sort = done.lead.startswith("其中") and is_used(whole, stem) and not is_used(done, stem)
        yield difference(mention, order, sure=sure and not sort, alarms=plain and not sort)
    yield from _before_done(mention, statement, here, stem)
    yield from _of_named_plan(mention, statement, here, stem, over=over)
    if not over:
        yield from _rest_of_which(mention, statement)
        yield from _of_several(mention, statement, here, pool, stem)


def _rest_of_which(mention: Mention, statement: Statement) -> Iterator[Reading]:
    """未支出的 A 万元中，B 万元收回，其余 C 万元结转: what stands behind 中 is all that A is made of."""
    if not REST.match(normal(mention.lead)):
        return
    before = [
        m
        for m in of_kind(statement.own, *_COUNTED)
        if m.fact.start < mention.fact.start
        and m.depth == mention.depth
        and same_things(m.fact, mention.fact)
    ]
    opened = [at for at, m in enumerate(before) if m.tail in ("中", "之中", "里", "当中")]
    if opened and opened[-1] + 1 < len(before):
        whole, parts = before[opened[-1]], [*before[opened[-1] + 1 :], mention]
        sure = len({m.sentence for m in (whole, *parts)}) == 1 and not any(
            is_compared(m) or is_base(m) for m in parts
        )
        facts = tuple(m.fact for m in parts)
        reason = f"“{whole.fact.label}”中的各项与“{mention.fact.label}”"
        yield Reading(RelationKind.SUM, Operation.SUM, facts, whole.fact, reason, sure=sure)


def _before_done(
    mention: Mention, statement: Statement, here: Sequence[Mention], stem: str
) -> Iterator[Reading]:
    """回收 212 份；剔除无效 4 份，有效 208 份: what is left out is told before what remains."""
    after = [
        m for m in statement.own if m.fact.start > mention.fact.start and same_things(m.fact, mention.fact)
    ]
    if not here or not after or not is_done(after[0], stem) or is_compared(after[0]) or left_word(after[0]):
        return
    order = (here[-1].fact, after[0].fact)
    near = after[0].sentence == mention.sentence and after[0].depth == here[-1].depth == mention.depth
    yield difference(mention, order, sure=near, alarms=True)


def _of_named_plan(
    mention: Mention, statement: Statement, here: Sequence[Mention], stem: str, *, over: bool
) -> Iterator[Reading]:
    """开工 86 个，占计划 92 个的 93.48 %；未开工 6 个: the plan stands behind what was done of it."""
    plans = [
        m
        for m in of_kind(statement.own, *_COUNTED)
        if is_base(m) and m.fact.start < mention.fact.start and same_things(m.fact, mention.fact)
    ]
    if len(plans) == 1 and len(here) == 1 and not PRIOR.search(plans[0].lead):
        plan, done = plans[0].fact, here[0].fact
        plain = is_plain(mention, statement)
        sure = plain and done.start < plan.start and (over or is_done(here[0], stem))
        order = (done, plan) if over else (plan, done)
        yield difference(mention, order, sure=sure, alarms=plain)


def _adds_up(parts: Sequence[Mention], whole: Mention) -> bool:
    return sum(m.fact.quantity.in_base for m in parts) == whole.fact.quantity.in_base


def _of_several(
    mention: Mention, statement: Statement, here: Sequence[Mention], pool: Sequence[Mention], stem: str
) -> Iterator[Reading]:
    """What was done is told in several figures (完工、在建), or the whole in two (新收、旧存)."""
    for count in range(2, min(_MOST_PARTS, len(pool) - 1) + 1):
        parts, whole = [*pool[-count:], mention], pool[-count - 1]
        reason = f"“{whole.fact.label}”＝已完成各项＋“{mention.fact.label}”"
        stages = (
            all(left_word(m) is not None for m in here[2:]) and ENDS.search(words_of(mention)) is not None
        )
        sure = pool[-count - 1 :] == list(here) and stages and is_plain(mention, statement)
        facts = tuple(m.fact for m in parts)
        told = all(is_done(m, stem) or left_word(m) is not None for m in parts[:-1])
        yield Reading(
            RelationKind.SUM, Operation.SUM, facts, whole.fact, reason, sure=sure, alarms=sure or told
        )
    if len(pool) > 2:
        facts = tuple(m.fact for m in pool[-3:])
        reason = f"“{mention.fact.label}”＝前两项之和－{facts[-1].label}"
        yield Reading(RelationKind.SUM, Operation.SUM, facts, mention.fact, reason, signs=(1, 1, -1))


def _follows(whole: Mention, done: Mention, here: Sequence[Mention]) -> bool:
    """Say whether a figure is no item of a row of equals, so that the next is said of it: 收回 388 份，有效 380 份."""
    before = here[-3]
    linked = before.tail.startswith(("、", "和", "及")) and before.sentence == whole.sentence
    enough = whole.fact.quantity.in_base >= done.fact.quantity.in_base > 0
    return enough and not linked and whole.sentence == done.sentence


def _before(mentions: Sequence[Mention], at: Mention) -> list[Mention]:
    """Return the figures before one that it may be what is left of."""
    return [
        m
        for m in of_kind(mentions, *_COUNTED)
        if m.fact.start < at.fact.start
        and (m.depth == 0 or m.parent == at.parent)
        and same_things(m.fact, at.fact)
        and not is_compared(m)
        and not is_base(m)
        and m.fact.quantity.hedge is Hedge.NONE
    ]
