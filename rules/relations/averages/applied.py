"""Standards of running text that the sentences behind them apply: 市级负担 5 元、县级负担 8 元 …，市级应承担 1970700 元.

Each standard has a name, and so has the amount that comes out of it; the number is the same for all, or stands right
before each amount. Where all of them but one show the number to the printed digit, the one that does not, by one slip, is
wrong; where they agree on another number, the number is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.averages.words import is_in, units_of
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import is_slip_of
from rules.relations.rates.operands import AVERAGE
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_FEWEST = 2
_TELLING = 3
_SHORTEST = 2
_GENERIC = re.compile(
    r"[^\u4e00-\u9fff]|财政|资金|标准|补助|补贴|负担|承担|安排|其中|据此|应|核[拨定发]|发放|支出|拨付|分别|执行|按|为|计|年"
)


_SAME = re.compile(
    r"(?:与|同|参照|比照|按照?|执行)(?P<name>[\u4e00-\u9fff]{2,10}?)的?(?:补助|补贴|救助|奖补|发放)?(?:的?标准)(?:相同|一致|一样|执行|发放|补助|补贴|给予|核发)?[，,]"
)
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Applied:
    """A standard just as printed, and the amount that its name is said of."""

    standard: Mention
    amount: Mention
    number: Mention | None
    """The number right before the amount, where one stands there."""


def find_applied_standards(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert what the standards of a statement give in the rest of their paragraph; ``text`` is the canonical text."""
    for at, statement in enumerate(statements):
        for reading in _by_reference(text, statement):
            relations.choose([reading])
        units, group = _standards(statement.own)
        if len(group) < _FEWEST:
            continue
        block = statement.own[0].block
        follow = [m for s in statements[at : at + 4] for m in s.own if m.block == block]
        follow = [m for m in follow if m.fact.start > group[-1].fact.start]
        told = list(_told(group, follow, units))
        if len(told) < _FEWEST:
            continue
        numbers = [m for m in follow if _is_number(m, units)]
        own = [one.number for one in told]
        if all(number is not None for number in own) and len({n.fact.id for n in own if n}) == len(told):
            _hold([(one, one.number) for one in told if one.number], relations)
            continue
        if own[0] is not None and all(number is None for number in own[1:]):
            _hold([(one, own[0]) for one in told], relations)
        elif all(number is None for number in own) and len(numbers) == 1:
            _hold([(one, numbers[0]) for one in told], relations)


def _by_reference(text: str, statement: Statement) -> Iterator[Reading]:
    """Yield 残疾人家庭与低保户标准相同，改造 129 户，发放 232.2 万元: the price is the one that the name was given before."""
    for number, amount in pairwise(statement.own):
        start = max(number.fact.start - _REACH, 0)
        clause = re.split("[。；;\n]", text[start : number.fact.start])[-1]
        named = _SAME.search(normal(clause))
        if named is None or amount.sentence != number.sentence or amount.fact.kind is not FactKind.AMOUNT:
            continue
        prices = {}
        for mention in (*statement.before, *statement.own):
            word = AVERAGE.search(normal(mention.lead))
            told = word is not None and word.group("per") and mention.fact.start < number.fact.start
            if word is not None and told and named["name"] in normal(mention.lead)[: word.start()]:
                prices[mention.fact.quantity.in_base] = (mention, units_of(word))
        if len(prices) != 1 or AVERAGE.search(normal(amount.lead)):
            continue
        price, units = next(iter(prices.values()))
        if _is_number(number, units) and amount.fact.quantity.hedge is Hedge.NONE:
            reading = _reading(_Applied(price, amount, number), number.fact)
            credible = reading.is_credible()
            yield replace(reading, sure=credible, firm=credible, alarms=credible)


def _standards(own: Sequence[Mention]) -> tuple[tuple[str, ...], list[Mention]]:
    """Return what the standards of a statement are paid for, and those that have names: of each kind, or by who pays."""
    units: tuple[str, ...] = ()
    found: list[Mention] = []
    for mention in own:
        if mention.fact.kind is not FactKind.AMOUNT or mention.fact.quantity.hedge is not Hedge.NONE:
            continue
        word = AVERAGE.search(normal(mention.lead))
        if word is not None and word.group("per"):
            units = _units(word)
            found = [m for m in found if AVERAGE.search(normal(m.lead))]
        elif not found or mention.sentence != found[0].sentence:
            break
        if _name(mention):
            found.append(mention)
    part = [m for m in found if not AVERAGE.search(normal(m.lead))]
    return units, part if len(part) > 1 else [m for m in found if m not in part]


def _units(word: re.Match[str]) -> tuple[str, ...]:
    plain = AVERAGE.search(f"每{word.group('per')}")
    yearly = word.group("month") in (None, "年") and plain is not None
    return (*units_of(word), *(units_of(plain) if yearly and plain is not None else ()))


def _name(mention: Mention) -> str:
    """Return what a standard or an amount is called, without what all of them are called."""
    words = normal(mention.lead)
    word = AVERAGE.search(words)
    return _GENERIC.sub("", words if word is None else words[: word.start()])


def _told(group: Sequence[Mention], follow: Sequence[Mention], units: tuple[str, ...]) -> Iterator[_Applied]:
    """Yield each standard with the only amount behind it that is called like it and like no other."""
    names = [_name(m) for m in group]
    for standard, name in zip(group, names, strict=True):
        others = [other for other in names if other != name]
        found = []
        for at, amount in enumerate(follow):
            before = follow[at - 1] if at else None
            number = before if before is not None and _is_number(before, units) else None
            if number is not None and number.sentence != amount.sentence:
                number = None
            called = _name(amount) or (_name(number) if number is not None and not amount.own_subject else "")
            if number is not None and not _is_called(called, name, others):
                called = _name(number)
            paid = amount.fact.kind is FactKind.AMOUNT and amount.fact.quantity.hedge is Hedge.NONE
            if paid and not AVERAGE.search(normal(amount.lead)) and _is_called(called, name, others):
                found.append(_Applied(standard, amount, number))
        if len(found) == 1:
            yield found[0]


def _is_called(words: str, name: str, others: Sequence[str]) -> bool:
    if len(name) < _SHORTEST or not words or any(other.startswith(name) for other in others):
        return False
    return words.startswith(name)


def _is_number(mention: Mention, units: tuple[str, ...]) -> bool:
    unit = mention.fact.quantity.unit
    plain = mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return plain and mention.fact.kind is FactKind.COUNT and unit is not None and is_in(unit.symbol, units)


def _hold(told: Sequence[tuple[_Applied, Mention]], relations: Relations) -> None:
    readings = [_reading(one, number.fact) for one, number in told]
    fitting = [r for r in readings if r.holds()]
    if fitting and len(fitting) >= len(readings) - 1:
        if all(reading.stated.quantity.telling_digits >= _TELLING for reading in fitting):
            for reading in readings:
                explained = reading.is_explained()
                relations.choose([replace(reading, sure=explained, firm=explained)])
        return
    number = told[0][1].fact
    wanted = {
        r.stated.quantity.in_base / r.operands[0].quantity.in_base
        for r in readings
        if r.operands[0].quantity.value
    }
    shared = len({n.fact.id for _, n in told}) == 1
    if (
        not fitting
        and shared
        and len(wanted) == 1
        and is_slip_of(number.quantity, wanted.pop() / number.quantity.factor)
    ):
        for reading in readings:
            relations.choose([replace(reading, sure=True, firm=True)])


def _reading(one: _Applied, number: Fact) -> Reading:
    standard = one.standard.fact
    return Reading(
        RelationKind.ARITHMETIC_OTHER,
        Operation.PRODUCT,
        (replace(standard, quantity=replace(standard.quantity, counted=True)), number),
        one.amount.fact,
        f"“{standard.label}”×{number.label}＝{one.amount.fact.label}（所列各项标准均如此）",
        alarms=False,
    )
