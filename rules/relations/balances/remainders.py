"""What is left of a whole: 受理 A 件，审结 B 件，未结 C 件; 预算 A 万元，支付 B 万元，尚未支付 C 万元; 超支 C 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.balances.flow_roles import Role, role_of
from rules.relations.balances.remainder_words import (
    BARE,
    ENDS,
    LOOSE,
    OVER,
    SHORT,
    UNDER,
    is_compared,
    is_done,
    is_used,
    left_word,
    stem_of,
    words_of,
)
from rules.relations.balances.surpluses import CARRIED, OF_SEVERAL, is_surplus, surplus_readings
from rules.relations.build import Relations
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit
from rules.relations.sums.nesting import listed

_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
_OF_INCOME = re.compile("占[^，。；]*(?:收入|预算|概算|合同|任务|计划|投资|指标|资金|目标)")
_MOST_PARTS = 4
_MOST_WHOLES = 3
_MOST_PAIRS = 8


@dataclass(frozen=True, slots=True)
class _Known:
    """The rates that hold, by the id of the rate, and all facts of the document by their ids."""

    rates: Mapping[str, Relation]
    facts: Mapping[str, Fact]


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
    every = {fact.id: fact for fact in facts}
    rates = {
        relation.stated: relation
        for relation in relations.items
        if relation.operation == Operation.RATIO
        and relation.verdict in FITS
        and relation.stated is not None
        and (
            relation.kind is RelationKind.RATIO
            or (relation.kind is RelationKind.SHARE and _OF_INCOME.search(every[relation.stated].label))
        )
    }
    known = _Known(rates, every)
    for statement in statements:
        for mention in of_kind(statement.own, *_COUNTED):
            if (
                OF_SEVERAL.search(mention.lead)
                or mention.fact.id in known_ends
                or role_of(mention) in (Role.NET_IN, Role.NET_OUT)
            ):
                continue
            readings: list[Reading] = []
            over = OVER.search(mention.lead) is not None
            under = UNDER.search(normal(mention.lead)) is not None
            if not is_compared(mention) and (over or under or left_word(mention) is not None):
                readings += _left(text, mention, statement, known, over=over)
            if mention.fact.kind is FactKind.AMOUNT and is_surplus(mention):
                readings += surplus_readings(mention, statement)
            relations.choose(readings)


def _left(
    text: str, mention: Mention, statement: Statement, known: _Known, *, over: bool
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
    pool = [*_before(statement.before, mention), *here]
    yield from _behind_rate(mention, statement, known, stem, over=over)
    pairs = [
        (whole, done)
        for at, done in reversed(list(enumerate(pool)))
        for whole in list(reversed(pool[:at]))[:_MOST_WHOLES]
        if done.fact.kind is FactKind.COUNT or over or SHORT.search(mention.lead) or is_used(done, stem)
    ]
    pairs.sort(key=lambda pair: not is_done(pair[1], stem))
    for whole, done in pairs[:_MOST_PAIRS]:
        clear = here == [whole, done] or (
            here[-2:] == [whole, done] and not over and _follows(whole, done, here)
        )
        plain = _is_plain(mention, statement)
        bare = over or BARE.search(mention.lead) is not None
        clear = clear and plain and (is_done(done, stem) if stem else bare and here == [whole, done])
        order = (done.fact, whole.fact) if over else (whole.fact, done.fact)
        sure = clear and whole.depth == done.depth == mention.depth
        yield _difference(mention, order, sure=sure, alarms=plain)
    yield from _before_done(mention, statement, here, stem)
    yield from _of_named_plan(mention, statement, here, stem, over=over)
    if not over:
        yield from _of_several(mention, statement, here, pool)


def _before_done(
    mention: Mention, statement: Statement, here: Sequence[Mention], stem: str
) -> Iterator[Reading]:
    """回收 212 份；剔除无效 4 份，有效 208 份: what is left out is told before what remains."""
    after = [
        m for m in statement.own if m.fact.start > mention.fact.start and same_unit(m.fact, mention.fact)
    ]
    if not here or not after or not is_done(after[0], stem) or is_compared(after[0]):
        return
    order = (here[-1].fact, after[0].fact)
    near = after[0].sentence == mention.sentence and after[0].depth == here[-1].depth == mention.depth
    yield _difference(mention, order, sure=near, alarms=True)


def _of_named_plan(
    mention: Mention, statement: Statement, here: Sequence[Mention], stem: str, *, over: bool
) -> Iterator[Reading]:
    """开工 86 个，占计划 92 个的 93.48 %；未开工 6 个: the plan stands behind what was done of it."""
    plans = [
        m
        for m in of_kind(statement.own, *_COUNTED)
        if is_base(m) and m.fact.start < mention.fact.start and same_unit(m.fact, mention.fact)
    ]
    if len(plans) == 1 and len(here) == 1 and not PRIOR.search(plans[0].lead):
        plan, done = plans[0].fact, here[0].fact
        plain = _is_plain(mention, statement)
        sure = plain and done.start < plan.start and (over or is_done(here[0], stem))
        order = (done, plan) if over else (plan, done)
        yield _difference(mention, order, sure=sure, alarms=plain)


def _adds_up(parts: Sequence[Mention], whole: Mention) -> bool:
    return sum(m.fact.quantity.in_base for m in parts) == whole.fact.quantity.in_base


def _of_several(
    mention: Mention, statement: Statement, here: Sequence[Mention], pool: Sequence[Mention]
) -> Iterator[Reading]:
    """What was done is told in several figures (完工、在建), or the whole in two (新收、旧存)."""
    for count in range(2, min(_MOST_PARTS, len(pool) - 1) + 1):
        parts, whole = [*pool[-count:], mention], pool[-count - 1]
        reason = f"“{whole.fact.label}”＝已完成各项＋“{mention.fact.label}”"
        stages = (
            all(left_word(m) is not None for m in here[2:]) and ENDS.search(words_of(mention)) is not None
        )
        sure = pool[-count - 1 :] == list(here) and stages and _is_plain(mention, statement)
        facts = tuple(m.fact for m in parts)
        yield Reading(RelationKind.SUM, Operation.SUM, facts, whole.fact, reason, sure=sure)
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
        and same_unit(m.fact, at.fact)
        and not is_compared(m)
        and not is_base(m)
        and m.fact.quantity.hedge is Hedge.NONE
    ]


def _is_plain(mention: Mention, statement: Statement) -> bool:
    """Say whether nothing else is left besides: 未开工 behind 在建 closes the list, 在建 does not."""
    after = [
        m for m in statement.own if m.fact.start > mention.fact.start and same_unit(m.fact, mention.fact)
    ]
    more = bool(after) and (left_word(after[0]) is not None or bool(CARRIED.search(words_of(after[0]))))
    return not more and not LOOSE.search(words_of(mention))


def _difference(mention: Mention, order: tuple[Fact, Fact], *, sure: bool, alarms: bool) -> Reading:
    above, below = order
    return Reading(
        RelationKind.DIFFERENCE,
        Operation.DIFFERENCE,
        order,
        mention.fact,
        f"“{mention.fact.label}”＝{above.label}－{below.label}",
        sure=sure,
        alarms=alarms,
    )


def _behind_rate(
    mention: Mention, statement: Statement, known: _Known, stem: str, *, over: bool
) -> Iterator[Reading]:
    """支付 B，支付率 R，尚未支付 C: the rate says of what, and the remainder behind it is of the same."""
    first = next(m for m in statement.own if m.sentence == mention.sentence)
    sentences = {mention.sentence, mention.sentence - 1} if first is mention else {mention.sentence}
    earlier = [m for m in statement.own if m.sentence in sentences and m.fact.start < mention.fact.start]
    rate = next((m for m in reversed(earlier) if m.fact.kind is FactKind.RATE), None)
    relation = known.rates.get(rate.fact.id) if rate is not None else None
    if rate is None or relation is None or len(relation.operands) != 2:
        return
    part, whole = (known.facts[fact] for fact in relation.operands)
    between = [m for m in earlier if m.fact.start > rate.fact.start and same_unit(m.fact, mention.fact)]
    done = next((m for m in earlier if m.fact.id == part.id), None)
    if whole.measure == "executed":
        return  # 占总支出的 37 %: of what was spent nothing is left
    if done is None or between or not same_unit(part, mention.fact) or not same_unit(whole, mention.fact):
        return
    plain = _is_plain(mention, statement)
    whole_left = not CARRIED.search(words_of(mention)) and "回" not in words_of(mention)
    sure = plain and whole_left and (not stem or over or is_done(done, stem))
    order = (part, whole) if over else (whole, part)
    yield _difference(mention, order, sure=sure, alarms=plain)
