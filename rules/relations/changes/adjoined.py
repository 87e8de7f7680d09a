"""Figure, last year's figure and change in one run of words: 公务接待费 3.47 万元，比上年 4.05 万元下降 14.3 %.

Where the words between the three name nothing else and no figure of another thing precedes them untold, none but these
two can be what the change lies between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.changes.direction import is_change, is_change_rate, is_figure
from rules.relations.changes.pairs import Pair
from rules.relations.sentence import gap, is_base, same_things, same_unit

_BASE = re.compile(
    r"[\u4e00-\u9fff]{0,3}[，,]?(?:同比)?[比较与同](?:上年|去年|上一年|20\d\d年)度?(?:同期)?(?:的|决算数?|执行数?|支出数?|实际|金额)*"
)
"""All that stands between this year's figure and last year's; the first words are the rest of a unit (万标箱)."""
_CHANGE = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{0,2}?)(?:相比)?[，,]?(?:净)?(?:减少|下降|降低|压减|增加|增长|上升|上涨|提高|[多少]支?|[增降减涨]幅)(?:了|为|达)?"
)
_OTHERWISE = re.compile("口径|可比|剔除|扣除|不含|不计|均")
_PLANNED = re.compile("计划|目标|任务|预算|应")
_APART = Decimal("0.6")
"""Part of the larger by which the two figures differ at most, so that neither can be a total of which the other is a part."""


def first_beside(text: str, own: Sequence[Mention], index: int, pairs: Sequence[Pair]) -> list[Pair]:
    """Put first the pair that stands right before the change; nothing else is meant where one slip explains a failure."""
    beside = _adjoined(text, own, index)
    if beside is None:
        return list(pairs)
    now, base = (m.fact for m in beside)
    return [Pair(now, base, sure=True, close=True, here=True, beside=True), *pairs]


def _adjoined(text: str, own: Sequence[Mention], index: int) -> tuple[Mention, Mention] | None:
    """Return this year's figure and last year's, where they stand right before a change; None where they do not."""
    mention = own[index]
    at = index - 1
    if at > 1 and _is_companion(own[at], mention):
        at -= 1  # 比上年 B 减少 D，下降 R %
    if at < 1:
        return None
    now, base = own[at - 1], own[at]
    if any(m.sentence != mention.sentence or m.depth != mention.depth for m in (now, base)):
        return None
    changed = _CHANGE.fullmatch(normal(mention.lead))
    if changed is None or not _BASE.fullmatch(normal(gap(text, now, base))):
        return None
    if not normal(now.tail).startswith(changed["unit"]):
        return None
    told = text[max(now.fact.start - len(now.lead), 0) : mention.fact.start]
    if _OTHERWISE.search(told) or _PLANNED.search(now.lead):
        return None
    fit = all(is_figure(m) and not is_base(m) and m.fact.quantity.hedge is Hedge.NONE for m in (now, base))
    if not fit or now.fact.measure in BUDGETS or not same_things(now.fact, base.fact):
        return None
    mine, its = now.fact.quantity.in_base, base.fact.quantity.in_base
    near = abs(mine - its) <= _APART * max(mine, its)
    return (now, base) if near and _begins(own, now) else None


def _begins(own: Sequence[Mention], now: Mention) -> bool:
    """Say whether no figure of its kind stands before it in the sentence that the change may be of as well.

    受理 A 件、办结 B 件，比上年 C 件增加: which of them is not told; what has a change of its own is done with.
    """
    before = [m for m in own if m.sentence == now.sentence and m.fact.start < now.fact.start]
    before = [m for m in before if m.depth <= now.depth]
    alike = [at for at, m in enumerate(before) if is_figure(m) and same_unit(m.fact, now.fact)]
    return not alike or any(is_change(m) or is_change_rate(m) for m in before[alike[-1] :])


def _is_companion(one: Mention, mention: Mention) -> bool:
    """Say whether an amount of change stands right before its rate."""
    return mention.fact.kind is FactKind.RATE and is_change(one) and one.sentence == mention.sentence
