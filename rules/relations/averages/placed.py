"""Averages and prices whose place leaves no other figures: a bracket behind number and amount, heads and months, stretches.

120 台 26.4 万元（均价 2200 元）; 36 名，每人每月 2400 元，按 12 个月计，共支出 103.68 万元; 432 万元，分 4 个季度，每季度 108 万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import count
from rules.relations.averages.words import COMPUTED, TOTALS, is_in, times_of, units_of
from rules.relations.build import Relations
from rules.relations.changes.direction import is_change
from rules.relations.changes.rate import LINK
from rules.relations.judging.judge import UNIT_SLIP, Operation, judge
from rules.relations.judging.one_slip import FITS, is_one_slip_away
from rules.relations.rates.operands import AVERAGE
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind, Verdict
from rules.relations.sentence import Statement, gap, same_unit

_PRICE = re.compile(
    "^(?:其中|采购|成交|合同|中标|折合|平均|综合|每[\u4e00-\u9fff])*(?:均价|单价|价格)(?:约)?为?$"
)
_UNIT_PRICE = re.compile(
    "^(?:采购|成交|合同|中标|结算|综合|含税)*(?:单价|(?P<mean>均价|平均单价))(?:约)?[为是]?$"
)
_COMES_TO = re.compile(
    "[，,]?(?:合同|采购|成交|中标|结算|实际|全年|资金|设备|印刷|购置|支付|支出|需|共计|合计|总计|小计|共|总|计)*"
    "(?:金额|总额|总价|价款?|费用?|货款|款|资金|支出|支付|合计|共计|总计|小计|计|共)(?:资金|金额)?[为是达]?"
)
"""All that may stand between a price and what it comes to: 共计支出, 合同金额; 另付安装费，合计 adds something."""
_EACH = re.compile(
    "^(?:等额|平均|均衡|计算|支付|拨付|分摊|折合|结算)*(?:平均)?(?:每一?个?(?P<per>季度|学期|月|天|日|周)|(?P<each>[月日季天周]))"
    "(?P<mean>均)?(?P<name>[\u4e00-\u9fff]{0,8})$"
)
_STRETCHES = {
    "季度": ("季度",),
    "季": ("季度",),
    "学期": ("学期",),
    "月": ("个月", "月"),
    "天": ("天", "日"),
    "日": ("天", "日"),
    "周": ("周",),
}
_WORDS_OF_MONTHS = {"全年": 12, "一年": 12, "半年": 6, "一季度": 3, "三季度": 3, "四季度": 3, "二季度": 3}
_STRETCH = re.compile(r"(?<!\d)(\d{1,2})月?份?[—－–~～至到\-]+(\d{1,2})月")
_IN_A_YEAR = {"月": (12, "个月"), "季度": (4, "个季度"), "季": (4, "个季度")}
_OF_YEAR = re.compile("全年(?!预算|计划)|(?:20\\d\\d年|本年|年度)(?!初|末|底|预算|计划)")
_BEFORE = 60
_HEADS = ("人", "名", "位", "个", "户", "岗")
_TAIL = re.compile("^(季度|学期|周|月)")


def find_placed_averages(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the averages and prices that stand right behind what they are of; ``text`` is the canonical text."""
    for statement in statements:
        for reading in (
            *_in_brackets(statement.own),
            *_in_rows(text, statement.own),
            *_by_heads(statement.own),
            *_by_stretches(statement.own),
        ):
            relations.choose([reading])
        _by_told_months(text, statement.own, relations)
        _by_year(statement.own, relations)


def _in_brackets(own: Sequence[Mention]) -> Iterator[Reading]:
    """Yield number and amount right before a bracket that gives nothing but their price."""
    for at in range(2, len(own)):
        price, (first, second) = own[at], own[at - 2 : at]
        alone = not any(m.depth and m.parent == price.parent for m in own[at + 1 : at + 2])
        outside = first.depth == second.depth == price.depth - 1
        if not (alone and outside and first.sentence == second.sentence == price.sentence):
            continue
        number, amount = (first, second) if first.fact.kind is FactKind.COUNT else (second, first)
        if number.fact.kind is not FactKind.COUNT or not same_unit(amount.fact, price.fact):
            continue
        before = own[at - 3] if at > 2 else None
        one_of_many = (
            before is not None
            and LINK.search(before.tail) is not None
            and before.fact.kind is first.fact.kind
        )
        priced = price.fact.kind is FactKind.AMOUNT and _PRICE.match(normal(price.lead)) is not None
        alike = not one_of_many and not TOTALS.search(normal(amount.lead))
        if priced and alike and _are_plain(number, amount, price):
            yield _reading((_rounded(price.fact), number.fact), amount.fact, sure=True)


def _in_rows(text: str, own: Sequence[Mention]) -> Iterator[Reading]:
    """Yield a number, its price right behind it, and what both come to: 平板电脑 240 台，单价 3200 元，合计 76.80 万元.

    The only price and, before it, the only number of the sentence: else the amount is that of several things.
    """
    for at in range(1, len(own) - 1):
        number, price, amount = own[at - 1 : at + 2]
        word = _UNIT_PRICE.match(normal(price.lead))
        if word is None or price.fact.kind is not FactKind.AMOUNT or number.fact.kind is not FactKind.COUNT:
            continue
        here = [m for m in own if m.sentence == price.sentence]
        others = [m for m in here if m is not price and (AVERAGE.search(m.lead) or "价" in m.lead)]
        counts = [m for m in here if m.fact.kind is FactKind.COUNT and m.fact.start < amount.fact.start]
        level = number.sentence == price.sentence == amount.sentence and number.depth == amount.depth
        comes_to = _COMES_TO.fullmatch(normal(gap(text, price, amount)))
        alike = level and same_unit(amount.fact, price.fact) and comes_to is not None
        if alike and counts == [number] and not others and _are_plain(number, price, amount):
            fact = _rounded(price.fact) if word["mean"] else _exact(price.fact)
            reading = _reading((fact, number.fact), amount.fact, sure=True)
            sure = reading.is_credible()
            yield replace(reading, sure=sure, firm=sure)


def _by_heads(own: Sequence[Mention]) -> Iterator[Reading]:
    """Yield a price a head and month with the heads, the months, and what both or all three give."""
    for at, price in enumerate(own):
        word = AVERAGE.search(normal(price.lead))
        if (
            price.fact.kind is not FactKind.AMOUNT
            or word is None
            or not word.group("per")
            or not times_of(word)
        ):
            continue
        for start in (at - 1, at):
            row = own[max(start, 0) : max(start, 0) + 5]
            reading = _of_row(row, price, word)
            if start >= 0 and reading is not None:
                yield reading
                break


def _of_row(row: Sequence[Mention], price: Mention, word: re.Match[str]) -> Reading | None:
    """Return what a row of figures around a price says: heads, price, months in any order, then what they give."""
    if any(m.sentence != price.sentence or m.depth != price.depth for m in row[:4]) or len(row) < 4:
        return None
    rest = [m for m in row[:3] if m is not price]
    times = [m for m in rest if _unit(m) in times_of(word)]
    heads = [
        m
        for m in rest
        if m not in times and m.fact.kind is FactKind.COUNT and is_in(_unit(m), _heads_of(word))
    ]
    result = row[3]
    if price not in row[:3] or len(times) != 1 or len(heads) != 1 or not _are_plain(*heads, *times, result):
        return None
    months = _exact(times[0].fact)
    if is_in(_unit(result), units_of(word)) and result.fact.kind is FactKind.COUNT:
        return _reading((heads[0].fact, months), result.fact, sure=True)
    if not same_unit(result.fact, price.fact) or AVERAGE.search(normal(result.lead)):
        return None
    reading = _reading((_exact(price.fact), heads[0].fact, months), result.fact, sure=False)
    computed = COMPUTED.search(normal(result.lead)) is not None
    alarms = computed or not _is_of_fewer_times(reading)
    return replace(reading, sure=computed and reading.is_credible(), alarms=alarms)


def _is_of_whole_times(price: Fact, amount: Fact) -> bool:
    """Say whether an amount is a price times a whole number: some heads were paid for fewer months than others."""
    ends, each = amount.quantity.interval().scaled(amount.quantity.factor), price.quantity.in_base
    if ends.low is None or ends.high is None or each <= 0:
        return True
    return (ends.low / each).to_integral_value(ROUND_CEILING) * each <= ends.high


def _is_of_fewer_times(reading: Reading) -> bool:
    """Say whether an amount was paid for some of the months: what is left of them is paid next year."""
    wanted = reading.mending(reading.operands[2])
    if wanted is None or wanted.low is None or wanted.high is None:
        return False
    times = wanted.low.to_integral_value(ROUND_CEILING)
    return times <= wanted.high and times < reading.operands[2].quantity.value


def _by_stretches(own: Sequence[Mention]) -> Iterator[Reading]:
    """Yield a whole, the stretches that it is divided into, and what falls to each: 12 个月平均每月 105382 人."""
    for at in range(2, len(own)):
        mean, rest = own[at], own[at - 2 : at]
        word = _EACH.match(normal(mean.lead))
        if (
            word is None
            or not (word["per"] or word["mean"])
            or any(m.depth or m.sentence != mean.sentence for m in (*rest, mean))
        ):
            continue
        units = _STRETCHES[word["per"] or word["each"]]
        times = [m for m in rest if _unit(m) in units or ((tail := _TAIL.match(m.tail)) and tail[1] in units)]
        wholes = [m for m in rest if m not in times]
        if len(times) != 1 or len(wholes) != 1 or not _are_plain(mean, *times, *wholes):
            continue
        whole, name = wholes[0], word["name"]
        symbol = _unit(whole)
        taken = same_unit(whole.fact, mean.fact) or symbol in (f"{_unit(mean)}月", f"{_unit(mean)}次")
        if taken and (not name or any(name[n : n + 2] in normal(whole.lead) for n in range(len(name) - 1))):
            yield _reading((_rounded(mean.fact), _exact(times[0].fact)), whole.fact, sure=True)


def _by_told_months(text: str, own: Sequence[Mention], relations: Relations) -> None:
    """Hold heads and a price a month against what they come to in months that words tell: 36 名，每人每月 2400 元，全年支出 ….

    Who came or went in the year was paid for fewer months, so that only one slip, or another unit, is held against it.
    """
    for at, price in enumerate(own):
        word = AVERAGE.search(normal(price.lead))
        if word is None or price.fact.kind is not FactKind.AMOUNT or not word.group("per"):
            continue
        if "个月" not in times_of(word):
            continue
        here = [m for m in own if m.sentence == price.sentence and m.depth == price.depth]
        amount = next((m for m in own[at + 1 :] if m in here and same_unit(m.fact, price.fact)), None)
        heads = [m for m in here if m.fact.kind is FactKind.COUNT and is_in(_unit(m), _heads_of(word))]
        told = [m for m in here if _unit(m) in times_of(word)]
        prices = [m for m in here if AVERAGE.search(normal(m.lead))]
        if (
            amount is None
            or len(heads) != 1
            or told
            or len(prices) != 1
            or not _are_plain(*heads, price, amount)
        ):
            continue
        if AVERAGE.search(normal(amount.lead)) or heads[0].fact.start > amount.fact.start:
            continue
        start = min(heads[0].fact.start, price.fact.start)
        months = _months(re.split("[。；;\n]", text[max(start - _BEFORE, 0) : amount.fact.start])[-1])
        if months is not None:
            fewer = _is_of_whole_times(price.fact, amount.fact)
            _hold(_exact(price.fact), heads[0].fact, (months, "个月"), amount.fact, relations, quiet=fewer)


def _by_year(own: Sequence[Mention], relations: Relations) -> None:
    """Hold what falls to each month or quarter right behind what there was in the whole year: 全年 8640 车次，平均每月 720 车次.

    What ran for a part of the year only falls to fewer months, so that only one slip is held against it.
    """
    for whole, mean in pairwise(own):
        word = _EACH.match(normal(mean.lead))
        each = "" if word is None else word["per"] or word["each"]
        level = whole.sentence == mean.sentence and not whole.depth and not mean.depth
        if word is None or each not in _IN_A_YEAR or not (word["per"] or word["mean"]) or not level:
            continue
        alike = same_unit(whole.fact, mean.fact) and _are_plain(whole, mean) and not word["name"]
        if alike and _OF_YEAR.match(normal(whole.lead)):
            _hold(_rounded(mean.fact), None, _IN_A_YEAR[each], whole.fact, relations)


def _months(words: str) -> int | None:
    """Return how many months words tell of; None where they tell of none, or of several stretches."""
    found = {_WORDS_OF_MONTHS[word] for word in _WORDS_OF_MONTHS if word in normal(words)}
    for first, last in _STRETCH.findall(normal(words)):
        found.add(int(last) - int(first) + 1)
    return found.pop() if len(found) == 1 and min(found) > 0 else None


def _hold(
    price: Fact,
    heads: Fact | None,
    stretches: tuple[int, str],
    amount: Fact,
    relations: Relations,
    *,
    quiet: bool = False,
) -> None:
    """Keep that a price times heads and a number of months that no figure tells is an amount; or that it is but for one slip."""
    number, unit = stretches
    times = Quantity(Decimal(number), count(unit), 0, str(number), counted=True)
    facts = [price, *([heads] if heads is not None else [])]
    operands = [*(fact.quantity for fact in facts), times]
    judgement = judge(Operation.PRODUCT, operands, amount.quantity)
    slipped = not quiet and is_one_slip_away(Operation.PRODUCT, operands, amount.quantity)
    fits = judgement.verdict in FITS or judgement.likely == UNIT_SLIP or slipped
    if fits and judgement.verdict in (*FITS, Verdict.IMPOSSIBLE):
        words = f"×{heads.label}" if heads is not None else ""
        reason = f"“{price.label}”{words}×{number} {unit}＝{amount.label}"
        relations.add(RelationKind.ARITHMETIC_OTHER, facts, amount, reason, judgement)


def _heads_of(word: re.Match[str]) -> tuple[str, ...]:
    own = word.group("per")
    return ("人", "名", "位", "个") if own in ("人", "名", "生", "位") else (own,)


def _unit(mention: Mention) -> str:
    unit = mention.fact.quantity.unit
    return "" if unit is None else unit.symbol


def _are_plain(*mentions: Mention) -> bool:
    """Say whether the figures are told exactly, and are themselves no changes."""
    return not any(m.range_end or m.fact.quantity.hedge is not Hedge.NONE or is_change(m) for m in mentions)


def _exact(fact: Fact) -> Fact:
    return replace(fact, quantity=replace(fact.quantity, counted=True))


def _rounded(fact: Fact) -> Fact:
    return replace(fact, quantity=replace(fact.quantity, counted=False))


def _reading(operands: tuple[Fact, ...], stated: Fact, *, sure: bool) -> Reading:
    words = "×".join(f"“{operands[0].label}”" if not n else fact.label for n, fact in enumerate(operands))
    return Reading(
        RelationKind.ARITHMETIC_OTHER,
        Operation.PRODUCT,
        operands,
        stated,
        f"{words}＝{stated.label}",
        sure=sure,
    )
