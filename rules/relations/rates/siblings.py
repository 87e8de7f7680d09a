"""Rates that several things of a list have alike, each of what is its own: A 447.5，完成率 74.6 %；B 298.9，完成率 50.1 %.

What is told of the whole before the list (the plan for all, the budget of the whole) is then the base of none of them,
unless the others show that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.numbers.interval import Interval
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.sentence import Statement, comparable, same_unit

_ON_TIME = re.compile("按时|按期|及时|限时|如期|时限内|期限内")
_REFUSED = re.compile(r"不(?P<all>[\u4e00-\u9fff]{1,5})率[为达约是]*$")
_RECEIVED = re.compile("受理|提请|报请|接收|收到|移送|应[当该]?")
_FAIRLY = re.compile("(?:基本|较为?|比较)满意")
_BARE = re.compile("占比?[为达了]?|[分各]?占")
_OF_NAMED = re.compile(r"占[^，。；\d]{2,}的$")
_SAID = re.compile("(?:仅|约|已|为|达到?|是)+$")
_LATE = re.compile("超时|超期|逾期|延期|延时")
_NAME = re.compile(r"([\u4e00-\u9fff]{2,12})[\u4e00-\u9fff]{2}率[为达约是]*$")
_TELLING = 3
"""A rate of fewer digits is met by chance."""
_MOST_OF_SUM = 4
_AS_MANY_PARTS = 2
_SHORT = 2
_OF_ALL = re.compile(r"^(?:综合|合计|加权|总体|平均|两级|整体)(?:平均)?([\u4e00-\u9fff]{2})[率度]")
_OF_PART = re.compile(r"^(?:其中)?([\u4e00-\u9fff]{2,}?)([\u4e00-\u9fff]{2}率)[为达约是]*$")
_NARROWING = re.compile("(?:接通|回收|应答|应询|有效|到场|参训|抽[检查取样])率")
_LONG = 4


def quieted(readings: Sequence[Reading], rate: Mention, statement: Statement) -> list[Reading]:
    """Return the readings of a rate, those that fail as ones that accuse nobody where its list tells that its figures are others."""
    failing = any(not reading.holds() for reading in readings)
    of_others = failing and (
        is_of_sums(rate, statement) or _is_of_another_kind(rate, statement) or _is_of_all(rate, statement)
    )
    return [_quieted(reading, rate, statement, of_others=of_others) for reading in readings]


def _quieted(reading: Reading, rate: Mention, statement: Statement, *, of_others: bool) -> Reading:
    reading = _quiet_for_other_thing(_quiet_for_late(reading, rate, statement))
    reading = _quiet_for_refused(reading, rate)
    if not reading.holds() and (
        of_others or _is_of_part(rate, reading, statement) or _is_narrowed(rate, reading, statement)
    ):
        return reading.silent()
    return quiet_for_siblings(_quiet_for_fairly(reading, statement), rate, statement)


def quiet_for_siblings(reading: Reading, rate: Mention, statement: Statement) -> Reading:
    """Return a reading that accuses nobody where rates of the same words show that its whole is not the base of them.

    Only a part that has no base of its own beside it is looked at, and only others of which that is true as well.
    """
    if reading.operation is not Operation.RATIO or reading.holds():
        return reading
    part, whole = reading.operands
    if _goes_on_with_whole(rate, statement, whole):
        return reading.silent()
    if reading.firm:
        return reading
    if _alone_before(rate, statement, whole) != part or whole.start > part.start:
        return reading
    if _has_such_rate(whole, rate, statement):
        return reading.silent()
    for other, its in _siblings(rate, statement, whole):
        if _names_alone(whole, part, its):
            return reading  # 省级切块 is the base of 省级资金 and of no other
        beside = replace(reading, operands=(its, whole), stated=other.fact)
        if beside.holds():
            return reading
        if _meet(reading.mending(whole), beside.mending(whole)):
            return reading  # it is the whole that is wrong
        reading = reading.silent()
    return reading


def _goes_on_with_whole(rate: Mention, statement: Statement, whole: Fact) -> bool:
    """Say whether a share without words goes on with the whole that the words of the last one name: A，占总支出的 p %，B，占 q %.

    B is then hardly a share of A.
    """
    if _BARE.fullmatch(normal(rate.lead)) is None:
        return False
    before = statement.own[: statement.own.index(rate)]
    last = next((m for m in reversed(before) if m.fact.measure == "share" and m.depth == rate.depth), None)
    if last is None or _OF_NAMED.search(normal(last.lead)) is None:
        return False
    part = next((m for m in reversed(before[: before.index(last)]) if comparable(m.fact, whole)), None)
    return part is not None and part.fact.id == whole.id


def is_of_sums(rate: Mention, statement: Statement) -> bool:
    """Say whether a rate is just what several figures before it make together, in no relation of two of them.

    立案 652 件，上年未结 46 件，审结 663 件，结案率 94.99 %; 安排 A，支出 B；安排 C，支出 D；合计支出率.
    """
    stated = rate.fact.quantity
    if stated.telling_digits < _TELLING or not stated.precision:
        return False
    told = [
        m.fact
        for m in statement.own
        if m.fact.start < rate.fact.start
        and m.fact.kind in (FactKind.AMOUNT, FactKind.COUNT)
        and m.depth <= rate.depth
        and not m.range_end
    ][-2 * _MOST_OF_SUM :]
    parts_of: list[tuple[list[Fact], list[Fact]]] = []
    for part in told[-_AS_MANY_PARTS:]:
        pool = [f for f in told if f is not part and same_unit(f, part)]
        runs = [pool[at : at + n] for n in range(2, _MOST_OF_SUM + 1) for at in range(len(pool) - n + 1)]
        parts_of += [([part], run) for run in runs]
    alike = [f for f in told if told and same_unit(f, told[-1])]
    for n in range(2, _MOST_OF_SUM + 1):
        pairs = alike[-2 * n :]
        if len(pairs) == 2 * n:
            parts_of += [(pairs[1::2], pairs[::2]), (pairs[n:], pairs[:n])]
    for n in range(2, _MOST_OF_SUM):
        # 国家级 2 家、省级 12 家，占达标数的 16.28 %: both together are
        parts_of += [(alike[-n:], [f]) for f in alike[:-n]]
    half = Decimal(1).scaleb(-stated.precision) / 2
    printed = {f.quantity.in_base for f in told}
    for parts, wholes in parts_of:
        whole = sum((f.quantity.in_base for f in wholes), Decimal(0))
        if whole in printed and len(parts) == 1:
            continue  # 采购 A，节约 B of a budget: they make what is printed as well
        done = sum((f.quantity.in_base for f in parts), Decimal(0))
        if whole and abs(done / whole * HUNDRED - stated.value) <= half:
            return True
    return False


def _is_of_all(rate: Mention, statement: Statement) -> bool:
    """Say whether a rate is that of several things together, each of which the statement tells by itself: 综合使用率."""
    name = _OF_ALL.search(normal(rate.lead))
    if name is None:
        return False
    before = [m for m in statement.own if m.fact.start < rate.fact.start and name.group(1) in normal(m.lead)]
    rates = [m for m in before if m.fact.kind is FactKind.RATE]
    return bool(rates) or len(before) > 1


def _is_of_part(rate: Mention, reading: Reading, statement: Statement) -> bool:
    """Say whether a rate names a part of what its figures are of: 支出 A，支出率 p %，其中一标段支出率 q %、二标段支出率 r %."""
    at = statement.own.index(rate)
    opened = [m for m in statement.own[max(at - 2, 0) : at + 1] if m.lead.startswith("其中")]
    found = _OF_PART.search(normal(rate.lead).removeprefix("其中"))
    if found is None or not opened or any(m.fact.kind is not FactKind.RATE for m in opened):
        return False
    said = "".join(normal(fact.label) for fact in reading.operands)
    return found.group(1) not in said and found.group(2) == (
        _OF_PART.search(normal(opened[0].lead)) or found
    ).group(2)


def _is_narrowed(rate: Mention, reading: Reading, statement: Statement) -> bool:
    """Say whether not all of a whole may be what a rate is of: 回访 865 人，接通率 76.3 %，满意 632 人; 已重新发放 11 户."""
    part = reading.operands[0]
    if "重新" in normal(part.label) and "重新" not in rate.lead:
        return True
    first, last = sorted(fact.start for fact in reading.operands[:2]) if len(reading.operands) > 1 else (0, 0)
    between = [m for m in statement.own if first < m.fact.start < last and m.fact.kind is FactKind.RATE]
    whole = normal(min(reading.operands, key=lambda fact: fact.start).label)
    # 回访 600 户，接通 589 户，接通率 98.17 %，满意 562 户: how many could be reached is told.
    narrowing = [_NARROWING.search(m.lead) for m in between if m.fact.quantity.value < HUNDRED]
    return any(word is not None and word.group()[:-1] not in whole for word in narrowing)


def _is_of_another_kind(rate: Mention, statement: Statement) -> bool:
    """Say whether a rate names a thing of which only another kind is told: 履约保证金 …，投标保证金退还率."""
    name = _NAME.search(normal(rate.lead))
    if name is None or len(name.group(1)) < _LONG:
        return False
    words = "|".join(
        f"{normal(m.lead)}|{normal(m.tail)}" for m in statement.near if m.fact.start < rate.fact.start
    ).removesuffix(normal(rate.lead))
    kind, own = name.group(1)[-_SHORT - 1 :], name.group(1)[-_SHORT - 3 :]
    return kind in words and own not in words


def _quiet_for_other_thing(reading: Reading) -> Reading:
    """Return a reading that accuses nobody where a budget of one thing would be completed by what was spent of another."""
    names = {fact.subject for fact in reading.operands} - {None, TOTAL}
    others = len(names) > 1 and names <= set(vocabulary().subjects)
    of_budget = reading.operation is Operation.RATIO and reading.stated.measure == "execution_rate"
    return reading.silent() if others and of_budget else reading


def _quiet_for_refused(reading: Reading, rate: Mention) -> Reading:
    """Return a reading that accuses nobody where what was not done would be a rate of what was done.

    逮捕 25 人，不捕 24 人，不捕率 48.98 %: it is of both.
    """
    refused = _REFUSED.search(normal(rate.lead))
    if refused is None or reading.operation is not Operation.RATIO or reading.holds():
        return reading
    part, whole = (normal(fact.label) for fact in reading.operands)
    words = [word for word in (refused["all"], refused["all"][-1]) if word in whole]
    of_done = words and "不" in part and "不" not in whole and _RECEIVED.search(whole) is None
    return reading.silent() if of_done else reading


def _quiet_for_late(reading: Reading, rate: Mention, statement: Statement) -> Reading:
    """Return a reading that accuses nobody where a rate of all that was done leaves out what was done late.

    派单 601 件，按时结案 597 件，超时办理 4 件，结案率 100 %.
    """
    if reading.operation is not Operation.RATIO or _ON_TIME.search(normal(rate.lead)):
        return reading
    late = any(
        _LATE.search(m.lead) and m.fact.quantity.value and comparable(m.fact, reading.operands[0])
        for m in statement.near
    )
    if not late or _ON_TIME.search(normal(reading.operands[0].label)) is None:
        return reading
    return reading.silent()


def _quiet_for_fairly(reading: Reading, statement: Statement) -> Reading:
    """Return a reading that accuses nobody where those that are fairly content make the rate as well.

    满意率达 100 %（满意 144 件，基本满意 2 件）of 146 件.
    """
    part = reading.operands[0]
    if reading.operation is not Operation.RATIO or reading.holds() or "满意" not in part.label:
        return reading
    for fairly in statement.near:
        if _FAIRLY.search(normal(fairly.lead)) and comparable(fairly.fact, part) and fairly.fact != part:
            both = replace(
                part.quantity, value=part.quantity.value + fairly.fact.quantity.value, printed="合计"
            )
            if replace(reading, operands=(replace(part, quantity=both), reading.operands[1])).holds():
                return reading.silent()
    return reading


def _siblings(rate: Mention, statement: Statement, whole: Fact) -> Iterator[tuple[Mention, Fact]]:
    """Yield the other rates of the statement that have the same words, with what each is of."""
    for other in statement.own:
        if other is rate or other.fact.kind is not FactKind.RATE or not other.fact.quantity.value:
            continue
        if normal(other.lead) != normal(rate.lead) or other.depth != rate.depth:
            continue
        part = _alone_before(other, statement, whole)
        if part is not None and part.start > whole.start:
            yield other, part


def _alone_before(rate: Mention, statement: Statement, whole: Fact) -> Fact | None:
    """Return the one figure between a rate and the rate before it that may be of a whole."""
    at = statement.own.index(rate)
    found: list[Fact] = []
    for mention in reversed(statement.own[:at]):
        if mention.fact.kind is FactKind.RATE:
            break
        if comparable(mention.fact, whole):
            found.append(mention.fact)
    return found[0] if len(found) == 1 and found[0] is not whole else None


def _has_such_rate(whole: Fact, rate: Mention, statement: Statement) -> bool:
    """Say whether a figure has a rate of the same name right behind it: 已完成计划投资 A，投资完成率 71 %. 其中 B，完成率 82 %."""
    near = statement.near
    at = next((n for n, m in enumerate(near) if m.fact is whole), len(near))
    name = _SAID.sub("", normal(rate.lead))
    own = next((m for m in near[at + 1 : at + 2] if m.fact.kind is FactKind.RATE and m is not rate), None)
    return own is not None and bool(name) and _SAID.sub("", normal(own.lead)).endswith(name)


def _names_alone(whole: Fact, part: Fact, other: Fact) -> bool:
    """Say whether a whole shares a word with one part that the other part has not."""
    mine, its, base = (normal(fact.label) for fact in (part, other, whole))
    words = {mine[at : at + 2] for at in range(len(mine) - 1)}
    return any(word in base and word not in its for word in words)


def _meet(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and one.meets(other)
