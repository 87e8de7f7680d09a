"""An amount or a number grows by per cent, never by percentage points (增加 29.15 万元，增长 1.43 个百分点); what parts two
rates are points (82.6 %，较上年 79.4 % 提高 3.2 %)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT
from rules.relations.build import Relations
from rules.relations.changes.direction import COUNTED, is_change, is_held_against
from rules.relations.judging.judge import Operation, holds
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, same_unit

POINTS_OF_AMOUNT = "金额、数量的增减幅度以“%”表示，“个百分点”是两个比率之差"
POINTS_OF_RATE = "两个比率之差以“个百分点”表示"
_GROWS = re.compile(
    r"(?:同比|(?:[比较](?:上年|去年|20\d\d年)(?:同期|度)?))?(?:增长|上升|下降|提高|降低|减少|增加|增幅|降幅)(?:了|为|达)?"
)
_OF_RATE = re.compile(r"率|占比|比重|比例|份额|增速|进度|满意度|覆盖面|指数|%|％|百分")


def find_points_of_amounts(text: str, statement: Statement, relations: Relations) -> None:
    """Ask about points behind an amount or a number, where no rate was spoken of or the digits give the growth of it;
    and about per cent behind two rates whose difference the digits give."""
    for at, (before, change) in enumerate(pairwise(statement.own), start=1):
        if (
            before.range_end
            or before.sentence != change.sentence
            or not _GROWS.fullmatch(normal(change.lead))
        ):
            continue
        own = [m for m in statement.own[:at] if m.sentence == change.sentence and not m.range_end]
        if change.fact.kind is FactKind.POINTS and before.fact.kind in COUNTED:
            growth = next(_growths(own, before, change), None)
            beside = before.depth == change.depth and not _OF_RATE.search(_words_before(text, change))
            words = f"前列为{before.fact.quantity.words()}" if growth is None else growth
            if beside or growth is not None:
                _ask(before.fact, change.fact, words, POINTS_OF_AMOUNT, relations)
        elif change.fact.kind is FactKind.RATE and before.fact.kind is FactKind.RATE and len(own) > 1:
            difference = _difference(own[-2], before, change)
            if difference is not None:
                _ask(before.fact, change.fact, difference, POINTS_OF_RATE, relations)


def _ask(before: Fact, stated: Fact, words: str, likely: str, relations: Relations) -> None:
    judgement = Judgement(Verdict.UNDETERMINED, f"{words}；{likely}", likely=likely)
    relations.add(RelationKind.YOY, [before], stated, "增减幅度的单位", judgement)


def _growths(own: Sequence[Mention], before: Mention, points: Mention) -> Iterator[str]:
    """Yield in words what grows by the digits of the points: 较上年的 120 人增长 5, 比上年 120 人增加 6 人（增长 5）."""
    if points.fact.quantity.telling_digits < 2:
        return
    told = before.depth == points.depth and is_held_against(before)
    inside = is_change(before) and points.depth in (before.depth, before.depth + 1)
    for other in reversed(own[:-1]):
        if not same_unit(other.fact, before.fact) or not (told or inside):
            continue
        pair = [other.fact.quantity, before.fact.quantity]
        operation = Operation.YOY if told else Operation.RATIO
        turned = [*reversed(pair)]
        if operation is Operation.YOY and _gives(operation, pair, points.fact):
            yield f"（{pair[0].words()} − {pair[1].words()}）÷ {pair[1].words()} 为 {points.fact.quantity.plain()} %"
        elif operation is Operation.RATIO and _gives(operation, turned, points.fact):
            yield f"{turned[0].words()} ÷ {turned[1].words()} 为 {points.fact.quantity.plain()} %"


def _difference(now: Mention, base: Mention, change: Mention) -> str | None:
    """Return in words the difference of two rates that is printed as per cent, where it is not their growth."""
    if now.fact.kind is not FactKind.RATE or not is_held_against(base) or now.depth != base.depth:
        return None
    rates = [now.fact.quantity, base.fact.quantity]
    if change.fact.quantity.telling_digits < 2 or _gives(Operation.YOY, rates, change.fact):
        return None
    for one, other in (rates, [*reversed(rates)]):
        if holds(Operation.DIFFERENCE, [one, other], change.fact.quantity):
            return f"{one.words()} − {other.words()} 为 {change.fact.quantity.plain()} 个百分点"
    return None


def _gives(operation: Operation, operands: Sequence[Quantity], stated: Fact) -> bool:
    """Say whether a computation gives the digits of a figure, as per cent, up or down."""
    value = replace(stated.quantity, unit=PERCENT)
    return any(holds(operation, operands, one) for one in (value, replace(value, value=-value.value)))


def _words_before(text: str, points: Mention) -> str:
    return re.split("[。；;\n]", text[: points.fact.start])[-1]
