"""What is left behind a rate: 支付 B，支付率 R，尚未支付 C. The rate says of what, and C is left of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.balances.remainder_words import (
    CARRIED,
    OF_BUDGET,
    is_against_last_year,
    is_compared,
    is_done,
    is_plain,
    names_another,
    words_of,
)
from rules.relations.build import BUDGETS, Relations
from rules.relations.changes.direction import is_change_rate
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.judge import WIDE_ONLY, Operation, holds
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind
from rules.relations.sentence import Statement, same_things

_ACCOUNT = re.compile("专户|账户|银行|监管|共管|专账")
_FINE = 2
"""Decimals of a rate from which on hardly another amount gives it."""
_SAYS_LEFT = re.compile("(?:剩余|结余|节余|余额|结存)(?:资金|金额|数)?$")
_CARRIED_BARE = re.compile(
    "(?:年末|年底|年终|期末)?(?:资金|指标)?(?:结转|结余|节余)*(?:至|到)?(?:下年度?|次年|资金|使用)*(?:共|计|为)?"
)
_TAKEN_BACK = re.compile("收回|上缴|缴回|交回|退回|核减|注销|清理|统筹|盘活|其中|各|个")
_OF_INCOME = re.compile(
    "(?:占|完成|为|达到)[^，。；]*(?:收入|预算|概算|合同|任务|计划|投资|指标|资金|目标|审定|[总中成]?[标交]?[价额]|结算|发行)"
)


@dataclass(frozen=True, slots=True)
class KnownRates:
    """The rates that hold, by the id of the rate, all facts of the document by their ids, and the sums asserted."""

    rates: Mapping[str, Relation]
    facts: Mapping[str, Fact]
    sums: Sequence[Relation]


def known_rates(facts: Sequence[Fact], relations: Relations) -> KnownRates:
    """Return the rates that hold among the relations asserted so far."""
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
    return KnownRates(
        rates, every, [r for r in relations.items if r.operation == Operation.SUM and not r.signs]
    )


def behind_rate(
    mention: Mention, statement: Statement, known: KnownRates, stem: str, *, over: bool
) -> Iterator[Reading]:
    """Yield what the rate before a remainder says: 支付 B，支付率 R，尚未支付 C: the rate says of what, and the remainder behind it is of the same."""
    earlier, rate = _rate_before(mention, statement, known)
    pair = None if rate is None else _pair_of(rate, earlier, known)
    if rate is None or pair is None:
        return
    part, whole = pair
    split = {fact for r in known.sums if r.stated == part.id for fact in r.operands}
    if mention.fact.id in split:
        return  # 拨付 A，为预算 B 的 93 %，其中中央 C，其余 D: what is left of A
    between = [
        m
        for m in earlier
        if m.fact.start > rate.fact.start
        and same_things(m.fact, mention.fact)
        and not is_compared(m)
        and not is_against_last_year(m, statement)
        and m.fact.id not in split
        and not (m.parent is not None and m.depth > mention.depth)
    ]
    pool = [*earlier, *statement.near] if stem else earlier
    done = next((m for m in pool if m.fact.id == part.id), None)
    if whole.measure == "executed":
        return  # 占总支出的 37 %: of what was spent nothing is left
    if done is None or between or not same_things(part, mention.fact) or not same_things(whole, mention.fact):
        return
    plain = is_plain(mention, statement)
    # 剩余 A 万元结转下年: what is behind the figure only says what becomes of it, unless more becomes of more.
    after = [m for m in statement.own if m.fact.start > mention.fact.start and m.sentence == mention.sentence]
    parted = any(same_things(m.fact, mention.fact) for m in after)
    says_left = _SAYS_LEFT.search(normal(mention.lead)) is not None and not parted
    words = normal(mention.lead) if says_left else words_of(mention)
    whole_left = not CARRIED.search(words) and "回" not in words
    # An account bears interest, which is spent of nothing.
    whole_left = whole_left and not _ACCOUNT.search(mention.lead)
    sure = plain and whole_left and (not stem or over or is_done(done, stem))
    order = (part, whole) if over else (whole, part)
    reading = difference(mention, order, sure=sure and rate.fact.id in known.rates, alarms=plain)
    if plain and not reading.sure and not parted and _is_all_left(mention, rate, statement, known):
        reading = replace(reading, open_ended=True, doubtful=reading.alarms)
    if reading.judge().likely != WIDE_ONLY:  # a whole in full 万元 leaves no remainder to the digit
        yield reading


def _is_all_left(mention: Mention, rate: Mention, statement: Statement, known: KnownRates) -> bool:
    """Say whether what was carried over is likely all that was left of a budget: nobody is told to have taken any of it back."""
    taken = any(_TAKEN_BACK.search(normal(m.lead) + normal(m.tail)) for m in statement.near)
    return (
        _CARRIED_BARE.fullmatch(normal(mention.lead)) is not None and _is_of_budget(rate, known) and not taken
    )


def _pair_of(rate: Mention, earlier: Sequence[Mention], known: KnownRates) -> tuple[Fact, Fact] | None:
    """Return the figures that a rate is of: those of its relation, else what stands right before it and the one figure it shows.

    支出 227.29 万元，执行率 82.35 %: but one amount of the report is the whole that gives the rate to the last digit.
    """
    relation = known.rates.get(rate.fact.id)
    if relation is not None:
        part, *wholes = (known.facts[fact] for fact in relation.operands)
        return (part, wholes[0]) if len(wholes) == 1 else None
    before = [m for m in earlier if m.fact.start < rate.fact.start and m.depth == rate.depth]
    if rate.fact.quantity.precision < _FINE or not before or before[-1].sentence != rate.sentence:
        return None
    done = before[-1]
    if done.fact.kind is not FactKind.AMOUNT or is_compared(done) or done.fact.quantity.in_base <= 0:
        return None
    fit = [
        fact
        for fact in known.facts.values()
        if same_things(fact, done.fact)
        and fact.quantity.in_base > done.fact.quantity.in_base
        and holds(Operation.RATIO, [done.fact.quantity, fact.quantity], rate.fact.quantity)
    ]
    return (done.fact, fit[0]) if len({fact.quantity.in_base for fact in fit}) == 1 else None


def _rate_before(
    mention: Mention, statement: Statement, known: KnownRates
) -> tuple[Sequence[Mention], Mention | None]:
    """Return what stands before a remainder, and the rate that says of what it is left.

    That is the last rate before it, rates of change aside. What is left of a whole budget may open a statement of its
    own (支出 B，执行率 R，…。年末结余 C): then the statement before tells it, whatever shares it goes on to name.
    """
    own = [m for m in statement.own if m.fact.start < mention.fact.start]
    of_budget = OF_BUDGET.fullmatch(normal(mention.lead)) is not None
    if not own and of_budget and statement.before:
        last = statement.before[-1].statement
        earlier = [m for m in statement.before if m.statement == last]
    else:
        first = next(m for m in statement.own if m.sentence == mention.sentence)
        sentences = {mention.sentence, mention.sentence - 1} if first is mention else {mention.sentence}
        earlier = [m for m in own if m.sentence in sentences or (of_budget and not m.depth)]
    rates = [m for m in earlier if m.fact.kind is FactKind.RATE and not is_change_rate(m)]
    while rates and (_is_of_other_things(rates[-1], mention, known) or _is_aside(rates[-1], mention)):
        rates.pop()
    if of_budget:
        rates = [m for m in rates if m.depth == mention.depth and _is_of_budget(m, known)] or rates[-1:]
        return earlier, rates[-1] if len(rates) == 1 else _of_the_whole(mention, rates, known)
    return earlier, rates[-1] if rates else None


def _is_aside(rate: Mention, mention: Mention) -> bool:
    """Say whether a rate is only one that another is held against: 执行率 92.33 %，比上年（89.72 %）上升."""
    return rate.depth > mention.depth or PRIOR.search(rate.lead) is not None


def _of_the_whole(mention: Mention, rates: Sequence[Mention], known: KnownRates) -> Mention | None:
    """Return the rate of a budget that the budgets of all the other rates make up; None where there is none.

    In a sentence with one of the rates, or of projects alone, the remainder is hardly that of the whole.
    """
    if "项目" in mention.lead or any(m.sentence == mention.sentence for m in rates):
        return None
    budgets = {m.fact.id: known.rates[m.fact.id].operands[1] for m in rates if m.fact.id in known.rates}
    for rate in rates:
        whole = budgets.get(rate.fact.id)
        others = {budget for fact, budget in budgets.items() if fact != rate.fact.id}
        if len(budgets) == len(rates) and any(
            sum_.stated == whole and sum_.verdict in FITS and others <= set(sum_.operands)
            for sum_ in known.sums
        ):
            return rate
    return None


def _is_of_budget(rate: Mention, known: KnownRates) -> bool:
    """Say whether a rate is known to be of what was spent of a budget or of what came in."""
    relation = known.rates.get(rate.fact.id)
    if relation is None or len(relation.operands) != 2:
        return False
    part, whole = (known.facts[fact] for fact in relation.operands)
    return whole.measure in BUDGETS and part.measure in ("executed", None)


def _is_of_other_things(rate: Mention, mention: Mention, known: KnownRates) -> bool:
    """Say whether a rate is known to be of figures in another unit: 兑付率 by money beside one by vouchers."""
    relation = known.rates.get(rate.fact.id)
    return relation is not None and not same_things(known.facts[relation.operands[0]], mention.fact)


def difference(mention: Mention, order: tuple[Fact, Fact], *, sure: bool, alarms: bool) -> Reading:
    """Return the reading that a remainder is the first of two figures less the second."""
    above, below = order
    named = not names_another(mention, above, below)
    return Reading(
        RelationKind.DIFFERENCE,
        Operation.DIFFERENCE,
        order,
        mention.fact,
        f"“{mention.fact.label}”＝{above.label}－{below.label}",
        sure=sure and named,
        alarms=alarms and named,
    )
