"""A change and its rate in one sentence: 较上年 B 减少 D 万元，下降 R %. They speak of one base, in one direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.changes.direction import CHANGES as CHANGES
from rules.relations.changes.direction import is_change, is_change_rate, is_held_against, names_itself
from rules.relations.judging.judge import Operation, holds, judge
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, same_unit

PRIOR = re.compile(r"上年|去年|上一年|前一年|年初|期初|上期|同期|[较比]20\d\d年")
REVERSED = "增减方向用词与数字相反"
_REASON = "增减率＝增减额÷上年"
_TELLING = 3
LINK = re.compile(r"^(?:\s*/[一-鿿]{1,3})?\s*(?:[、和及与]|以及)")
_RISES = "(?:增加|增长|提高|提升|上升|上涨|扩大|延长|增|升)(?:到|至)|[增升]为"
_FALLS = "(?:减少|下降|降低|压减|压缩|缩减|缩小|缩短|减|降)(?:到|至)|[减降]为"
_TURNS = "变为|变成|变化为|变动为"
_THEN = r"(?:20\d\d年(?:度|末|底)?的?|目前的?|现在的?)?$"
REACHED = re.compile(rf"(?:{_RISES}|{_FALLS}|{_TURNS}){_THEN}")
_REACHED_UP = re.compile(rf"(?:{_RISES}){_THEN}")
_REACHED_DOWN = re.compile(rf"(?:{_FALLS}){_THEN}")
_YEAR = re.compile(r"20\d\d(?=年)")
_AGAINST = re.compile("[较比与同]")
_SAVED = re.compile("节约|节省|节支")
"""交易额下降 18.11 %，节约金额 9.91 亿元: what was saved of a price is no change that a fall before it is the rate of."""
_FROM = re.compile("由|从|上年|去年")


@dataclass(frozen=True, slots=True)
class Change:
    """An amount of change, the rate that goes with it, and last year's figure where the sentence gives it.

    ``place``: which it is in a row of how many changes.
    """

    amount: Mention
    rate: Mention
    base: Mention | None
    place: tuple[int, int] = (0, 1)

    def bears_out(self, now: Fact, base: Fact, down: bool) -> bool:
        """Say whether the change and its rate fit this year's or last year's figure, whatever the other is."""
        if len(_digits(self.rate.fact)) < _TELLING or not self.amount.fact.quantity.value:
            return False
        return self._of(base) or (same_unit(now, self.amount.fact) and self._from(now, down))

    def _of(self, base: Fact) -> bool:
        fact = self.amount.fact
        if not same_unit(base, fact) or not base.quantity.value:
            return False
        return holds(Operation.RATIO, [fact.quantity, base.quantity], _size(self.rate.fact))

    def _from(self, now: Fact, down: bool) -> bool:
        change, unit = self.amount.fact.quantity, now.quantity.unit
        if unit != change.unit:
            return False
        value = now.quantity.value + (change.value if down else -change.value)
        if value <= 0:
            return False
        base = replace(now.quantity, value=value)
        return holds(Operation.RATIO, [change, base], _size(self.rate.fact))


def _size(rate: Fact) -> Quantity:
    return replace(rate.quantity, value=abs(rate.quantity.value))


def _digits(fact: Fact) -> str:
    return fact.quantity.plain().replace(".", "").lstrip("-0")


def changes_with_rates(statement: Statement) -> list[Change]:
    """Return the changes of a statement that stand beside their rate: 减少 D 万元，下降 R %, or the other way round.

    Where as many rates follow a row of changes, they are dealt out in order: 减少 5 起、2 人，下降 29.4 %、40.0 %.
    """
    dealt = list(_dealt(statement))
    taken = {m.fact.id for change in dealt for m in (change.amount, change.rate)}
    found = []
    for at, pair in enumerate(pairwise(statement.own)):
        amount, rate = pair if is_change(pair[0]) else pair[::-1]
        free = taken.isdisjoint((amount.fact.id, rate.fact.id))
        if free and is_change(amount) and _is_rate_of(rate, amount) and not names_itself(pair[1]):
            found.append(Change(amount, rate, _base(statement.own, at, amount)))
    return [*dealt, *found]


def _is_rate_of(rate: Mention, amount: Mention) -> bool:
    return (
        rate.fact.kind is FactKind.RATE
        and is_change_rate(rate)
        and rate.sentence == amount.sentence
        and not rate.range_end
        and not (
            rate.fact.start < amount.fact.start
            and _SAVED.search(amount.lead)
            and not _SAVED.search(rate.lead)
        )
    )


def _are_rates_of(rates: Sequence[Mention], amount: Mention) -> bool:
    """Say whether a row of rates is of a row of changes; only its first need say so."""
    rest = [rate.fact.kind is FactKind.RATE and (is_change_rate(rate) or not rate.lead) for rate in rates[1:]]
    linked = all(LINK.search(rate.tail) for rate in rates[:-1])
    return bool(rates) and _is_rate_of(rates[0], amount) and linked and all(rest)


def _dealt(statement: Statement) -> Iterator[Change]:
    own = statement.own
    at = 0
    while at < len(own):
        count = _row(own, at, is_change)
        rates = own[at + count : at + 2 * count]
        if count >= 2 and len(rates) == count and _are_rates_of(rates, own[at]):
            yield from (Change(own[at + k], rates[k], None, (k, count)) for k in range(count))
            at += count
        at += max(count, 1)


def _row(own: Sequence[Mention], at: int, belongs: Callable[[Mention], bool]) -> int:
    """Return how many figures from one on are linked by 、 or 和 and are of the sort."""
    if not belongs(own[at]):
        return 0
    end = at + 1
    while end < len(own) and LINK.search(own[end - 1].tail) and (belongs(own[end]) or not own[end].lead):
        end += 1
    return end - at


def _base(own: Sequence[Mention], at: int, amount: Mention) -> Mention | None:
    """Return last year's figure: the one right before the change (较上年 B 减少 D), or in a bracket behind both."""
    before = own[at - 1] if at else None
    behind = own[at + 2] if at + 2 < len(own) else None
    dated = _year_before(own, own.index(amount))
    if dated is not None:
        return dated
    if before is not None and _is_base(before, amount) and before.depth == amount.depth:
        return before
    if behind is not None and _is_base(behind, amount) and behind.depth == amount.depth + 1:
        return behind if one_name(amount, behind) else None
    return None


def follows_a_year(own: Sequence[Mention], index: int) -> bool:
    """Say whether a change, or the rate beside it, is told of the year after the figure before it."""
    beside = index > 0 and own[index].fact.kind is FactKind.RATE and is_change(own[index - 1])
    return _year_before(own, index - 1 if beside else index) is not None


def _year_before(own: Sequence[Mention], index: int) -> Mention | None:
    """Return the figure of a year right before a change of the next: 2022 年为 960 元（个人 350 元），2023 年提高 60 元."""
    change = own[index]
    year = _YEAR.search(change.lead)
    before = [m for m in own[:index] if m.depth <= change.depth and m.sentence == change.sentence][-1:]
    if year is None or not before or not is_change(change) or is_change(before[0]):
        return None
    last = _YEAR.findall(before[0].lead)
    follows = last[-1:] == [str(int(year.group()) - 1)] and same_unit(before[0].fact, change.fact)
    return before[0] if follows and not _AGAINST.search(change.lead) else None


def _is_dated(figure: Mention, change: Mention) -> bool:
    """Say whether a bracket behind a change gives a year before: 减少 29.65 万元（2016 年为 1370.78 万元）."""
    period, year = figure.fact.period, change.fact.period
    behind = figure.depth > change.depth and period is not None and period in figure.lead
    return behind and year is not None and int(period or 0) == int(year) - 1


def one_name(one: Mention, other: Mention) -> bool:
    """Say whether two figures are not named as different things: 安全事故 and 事故 share a word, 死亡 and 受伤 do not."""
    mine, its = one.fact.subject or "", other.fact.subject or ""
    if not mine or not names_itself(other) or len(mine) < 2:
        return True
    return any(mine[at : at + 2] in its for at in range(len(mine) - 1))


def _is_base(figure: Mention, change: Mention) -> bool:
    return (
        same_unit(figure.fact, change.fact)
        and not is_change(figure)
        and figure.sentence == change.sentence
        and (PRIOR.search(figure.lead) is not None or is_held_against(figure) or _is_dated(figure, change))
        and not figure.range_end
    )


def find_change_rates(change: Change, down: bool, rate_down: bool, relations: Relations) -> None:
    """Hold the change against its base and rate, and the two words of direction against one another.

    ``down``: the change is a fall; ``rate_down``: its rate is said to be one.
    """
    amount, rate = change.amount.fact, change.rate.fact
    if down is not rate_down and amount.quantity.value > 0 and rate.quantity.value > 0:
        words = ("减少", "增长") if down else ("增加", "下降")
        derivation = f"{words[0]} {amount.quantity.words()} 与{words[1]} {rate.quantity.words()} 方向相反（报告同一句）"
        relations.add(
            RelationKind.YOY,
            [amount],
            rate,
            "同一增减的额与率方向一致",
            Judgement(Verdict.IMPOSSIBLE, derivation, likely=REVERSED),
        )
    if change.base is None or not change.base.fact.quantity.value or rate.quantity.value < 0:
        return
    operands = [amount, change.base.fact]
    judgement = judge(Operation.RATIO, [fact.quantity for fact in operands], _size(rate))
    if judgement.verdict is not Verdict.UNDETERMINED:
        relations.add(RelationKind.YOY, operands, rate, _REASON, judgement, Operation.RATIO)


def find_reached(statement: Statement, relations: Relations) -> None:
    """由 A 增加到 B: the word must agree with the two figures."""
    for before, after in pairwise(statement.own):
        up, down = _REACHED_UP.search(after.lead), _REACHED_DOWN.search(after.lead)
        if not (up or down) or not _FROM.search(before.lead) or before.sentence != after.sentence:
            continue
        base, now = before.fact, after.fact
        if not same_unit(base, now) or base.quantity.unit != now.quantity.unit or before.range_end:
            continue
        then, here = base.quantity.value, now.quantity.value
        fits = here > then if up else here < then
        sign = "＞" if here > then else ("＝" if here == then else "＜")
        derivation = (
            f"{now.quantity.words()} {sign} {base.quantity.words()}（报告称{'增加' if up else '减少'}到）"
        )
        judgement = Judgement(
            Verdict.EXACT if fits else Verdict.IMPOSSIBLE, derivation, likely=None if fits else REVERSED
        )
        relations.add(RelationKind.YOY, [base], now, "增减方向用词与两个数字", judgement)
