"""Averages and prices that the words of a sentence assert: 人均 A 元 × 人数 = an amount, 每枚 P 元 × 枚数 = an amount.

The word of the average says what it is taken over (户均: 户); whom and what is meant is named by the words beside it
(户均补助, 按常住人口计算), by the thing that the sentence or its item is about (1．农村危房改造。…), or else stands nearest.
Every figure that may be meant leaves so many doubts: a reading without any is sure, one with a few may alarm where a
slip explains the failure, one with more can only show that the figures agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.averages.average import Average
from rules.relations.averages.operands import Candidate, numbers_of, steps_of, wholes_of
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import is_slip_of
from rules.relations.rates.operands import AVERAGE, Figures
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit
from rules.relations.sums.nesting import listed

_MOST = 60
_ALARMING = 2
"""So many doubts a reading may leave and still alarm where a slip explains the failure."""
_SHOWN = 2
"""So many other averages of one sort that a number gives make it the one that they are all taken over."""
_FINE = 80
"""What only rounds to a figure must lie so close to it that what it gives is not met by chance: one part in so many."""
_NARROW = 20
"""Number and amount leave a price so little room, of one step of its last digit, that none is met by chance."""
_TIMES = re.compile(
    r"(?:[一二三四五六七八九十两几多]|(?<!\d\d\d)\d)个?(?:次|遍|轮|年(?!度)|季|学期|批|期|月|茬)|(?:每|各|历|逐|分)(?:次|季|学期|批|期|月|天|日|茬)"
)
"""Words of a price that is paid more than once."""
_ALSO = re.compile("[含及等]|连同|加上|另|累计|奖励|配套|追加")
"""Words of an amount that is of more than a price."""
_ABOUT = Decimal("0.05")
"""A figure that is said to be about so much is not held wrong while it is so near."""


def find_averages(statements: Sequence[Statement], figures: Figures, relations: Relations) -> None:
    """Assert the averages and prices of running text."""
    shown: dict[str, dict[Decimal, list[Candidate]]] = defaultdict(lambda: defaultdict(list))
    left: list[tuple[Average, list[Reading]]] = []
    for average in _averages(statements, figures):
        steps = list(steps_of(average))
        for number, whole, sure in steps:
            step = _reading(average, number, whole, 0 if sure else 1)
            words = _up_to(average, whole)
            once = _TIMES.search(words) is None
            told = _priced(step) if sure and once else _unpaid(step, words)
            relations.choose([_quiet_for_others(told, average)])
        if steps:
            continue
        numbers = numbers_of(average)
        readings = list(_readings(average, numbers, wholes_of(average, numbers)))
        kept = next((reading for reading in readings if reading.holds()), None)
        if kept is not None and (row := _row_against(average, readings, kept)) is not None:
            relations.choose([_priced(row)])
            continue
        if kept is None:
            left.append((average, readings))
            continue
        relations.choose([kept])
        number = kept.operands[1]
        shown[average.sort][number.quantity.in_base] += [one for one in numbers if one.fact.id == number.id]
    for average, readings in left:
        others = [
            replace(found[0], doubts=0 if len(found) > _SHOWN else 1)
            for found in shown[average.sort].values()
            if len(found) >= _SHOWN and _is_of_scope(found[0], average)
        ]
        again = list(_readings(average, others, wholes_of(average, others)))
        every = readings if any(r.sure for r in readings) else [*again, *readings]
        if not average.is_about or not any(_is_near(reading) for reading in every):
            relations.choose(
                [_quiet_for_others(_in_a_row(average, reading), average) for reading in every[:_MOST]]
            )


def _quiet_for_others(reading: Reading, average: Average) -> Reading:
    """Return a reading that accuses nobody where other prices make the amount as well.

    共奖励 A 万元，其中个人每名 3000 元; 国家级每人 2 万元、省级每人 8000 元，共 B 万元; 每亩补助 400 元，本次每亩 300 元，发放 C 万元.
    """
    own, whole = average.mention, reading.stated
    number = next((m for m in average.statement.own if m.fact.id == reading.operands[1].id), own)
    paid = next((m for m in average.statement.own if m.fact.id == whole.id), own)
    if own.fact.start < number.fact.start < whole.start and number.lead.startswith("其中") and paid.lead:
        # 每册 35 元，其中少儿类 0.86 万册，电子资源费 26 万元
        return reading.silent()
    before = whole.start < own.fact.start
    if before:
        several = own.lead.startswith("其中")
    else:
        ahead = [m for m in average.statement.own if m.fact.start < whole.start and m is not own]
        money = [m for m in ahead if same_unit(m.fact, whole) and m.sentence == own.sentence]
        at = sum(m.fact.start < own.fact.start for m in money)
        others = [*money[max(at - 1, 0) : at], *(m for m in money[at:] if m.fact.id != own.fact.id)]
        found = [AVERAGE.search(normal(m.lead)) for m in others]
        several = any(word is not None and word.group() == average.sort for word in found)
    return reading.silent() if several else reading


def _row_against(average: Average, readings: Sequence[Reading], kept: Reading) -> Reading | None:
    """Return what stands in one row and fails, where it holds only with what belongs to another row or is told elsewhere.

    甲 40.98 万人次，每人次 1.00 元，计 42.60 万元 is not mended by a row of 乙 of the same price.
    """
    number, whole = kept.operands[1].id, kept.stated.id
    own = [m.fact.id for m in average.statement.own]
    other_row = any(
        (own[at], own[at + 2]) == (number, whole) and own[at + 1] != average.mention.fact.id
        for at in range(len(own) - 2)
    )
    elsewhere = number not in {m.fact.id for m in average.statement.near}
    rows = (r for r in readings if _is_row(average, r) and (other_row or r.stated == kept.stated))
    return next(rows, None) if other_row or elsewhere else None


def _is_row(average: Average, reading: Reading) -> bool:
    """Say whether number, price and amount stand in one row, and no other number of the unit before them in the sentence."""
    own = [m.fact for m in average.statement.own if m.sentence == average.mention.sentence]
    row = [reading.operands[1], average.mention.fact, reading.stated]
    at = next((n for n in range(len(own)) if [f.id for f in own[n : n + 3]] == [f.id for f in row]), None)
    # 新建 15 座，改建 8 座，每座 1 万元，支出 A: the amount may be of both.
    together = at is not None and not any(same_unit(fact, row[0]) for fact in own[:at])
    return reading.sure and average.is_price and together


def _in_a_row(average: Average, reading: Reading) -> Reading:
    """Make firm what stands in one row, the price in the middle: 残疾人 118.45 万人次，每人次补 1.00 元，计 118.45 万元."""
    if _is_row(average, reading):
        return _priced(reading)
    if average.is_set and _is_of_several_prices(average, reading):
        return reading.silent()
    if average.is_set and not reading.sure and reading.alarms:
        at_price = _at_its_price(reading)
        if _is_slip_of_price(at_price):
            return replace(at_price, sure=True)
        return replace(reading, alarms=at_price.is_one_slip_away())
    return reading


def _is_of_several_prices(average: Average, reading: Reading) -> bool:
    """Say whether an amount stands before several prices, and is of all of them: 支出 A 万元，其中口罩每只 0.5 元、防护服每套 68 元."""
    own = [m for m in average.statement.own if m.sentence == average.mention.sentence]
    behind = [m for m in own if m.fact.start > reading.stated.start]
    prices = [m for m in behind if AVERAGE.search(normal(m.lead)) is not None]
    return len(prices) > 1 and any(m.fact.id == average.mention.fact.id for m in prices)


def _priced(reading: Reading) -> Reading:
    """Make a price times its number firm where its failure is credible, and quiet where not.

    The price is just what is printed: taken as rounded, 8 元 would be a slip away from many an amount.
    """
    credible = _at_its_price(reading).is_credible()
    return replace(reading, sure=credible, firm=credible, alarms=credible)


def _unpaid(reading: Reading, words: str) -> Reading:
    """Let what need not have been paid in full alarm where one slip parts it from just its price.

    A short price tells as well, where number and amount leave hardly any other; and more than is due was not
    paid, where no ``words`` up to the amount say that it was paid for something else as well.
    """
    at_price = _at_its_price(reading)
    once = _TIMES.search(words) is None
    fine = once and all(_is_fine(fact) for fact in (reading.operands[1], reading.stated))
    more = _ALSO.search(words) is None and _is_more(at_price)
    return replace(at_price, alarms=fine, sure=fine and (more or _is_slip_of_price(at_price)))


def _up_to(average: Average, whole: Fact) -> str:
    """Return the words of the sentence up to an amount, but for those of the price itself."""
    before = average.figures.words_before(average.mention).removesuffix(average.mention.lead)
    end = average.mention.fact.evidence.end or average.mention.fact.start
    return f"{before}{average.figures.text[end : whole.start]}"


def _is_more(reading: Reading) -> bool:
    """Say whether an amount is more than its price times its number, however both were rounded."""
    due, paid = reading.mending(reading.stated), reading.stated.quantity.interval().low
    return due is not None and due.high is not None and paid is not None and paid > due.high


def _is_slip_of_price(reading: Reading) -> bool:
    price = reading.operands[0]
    wanted = reading.mending(price)
    if wanted is None or wanted.low is None or wanted.high is None:
        return False
    step = Decimal(1).scaleb(-price.quantity.precision)
    nearest = (wanted.low / step).to_integral_value(ROUND_CEILING) * step
    narrow = (wanted.high - wanted.low) * _NARROW <= step and nearest <= wanted.high
    return narrow and is_slip_of(price.quantity, nearest)


def _at_its_price(reading: Reading) -> Reading:
    """Return a reading with its price just as printed."""
    price, number = reading.operands
    exact = replace(price, quantity=replace(price.quantity, counted=True))
    return replace(reading, operands=(exact, number))


def _is_of_scope(number: Candidate, average: Average) -> bool:
    """Say whether a number is of the part of the unit that the average is said of, or that is of no part."""
    return average.scope is None or average.scope in number.operand.name


def _averages(statements: Sequence[Statement], figures: Figures) -> Iterator[Average]:
    for statement in statements:
        inside = listed(figures.text, statement.own, wide=True)
        for mention in of_kind(statement.own, FactKind.COUNT, FactKind.AMOUNT):
            word = AVERAGE.search(normal(mention.lead))
            hedge = mention.fact.quantity.hedge
            if word is not None and hedge in (Hedge.NONE, Hedge.ABOUT):
                yield Average(_rounded(mention), word, statement, figures, inside, hedge is Hedge.ABOUT)


def _rounded(mention: Mention) -> Mention:
    """Return an average as the rounded figure that it is, also where it counts heads or is said to be about so much."""
    quantity = replace(mention.fact.quantity, counted=False, hedge=Hedge.NONE)
    return replace(mention, fact=replace(mention.fact, quantity=quantity))


def _readings(
    average: Average, numbers: Sequence[Candidate], wholes: Sequence[Candidate]
) -> Iterator[Reading]:
    """Yield the average times each number as each amount, those with the fewest doubts first."""
    pairs = [(n, w) for w in wholes for n in numbers if n.fact.id != w.fact.id]
    for number, whole in sorted(pairs, key=lambda pair: pair[0].doubts + pair[1].doubts):
        yield _reading(average, number.fact, whole.fact, number.doubts + whole.doubts)


def _reading(average: Average, number: Fact, whole: Fact, doubts: int) -> Reading:
    own = average.mention.fact
    many = average.is_of_a_time
    telling = (number, whole) if average.is_set else (own, number, whole)  # a price is just what is printed
    return Reading(
        RelationKind.ARITHMETIC_OTHER,
        Operation.PRODUCT,
        (own, number),
        whole,
        f"“{own.label}”×{number.label}＝{whole.label}",
        sure=not doubts and not many,
        alarms=not many and doubts <= _ALARMING and (not doubts or all(_is_fine(fact) for fact in telling)),
    )


def _is_fine(fact: Fact) -> bool:
    """Say whether a figure has digits enough for what it gives to tell one amount from another: 0.54 has not."""
    ends = fact.quantity.interval()
    return ends.low is not None and ends.high is not None and (ends.high - ends.low) * _FINE <= ends.high


def _is_near(reading: Reading) -> bool:
    """Say whether a figure that is said to be about so much is."""
    average, number = (fact.quantity for fact in reading.operands)
    due, said = reading.stated.quantity.in_base, average.in_base * number.in_base
    return abs(due - said) <= _ABOUT * abs(due)
