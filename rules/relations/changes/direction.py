"""Which figures are changes, and which way they go: 减少 5 起, 净增 2314 户, 比上年多 3 人, 下降 4.40 %."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import BUDGET_MOVES, normal
from rules.numbers.quantity import Quantity
from rules.numbers.units import Dimension

CHANGES = ("increase", "decrease")
COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
"""The measures of amounts that are themselves what came or went."""
_FALLS = "减少|下降|降低|节约|节省|压缩|压减|压降|缩减|减幅|降幅|少支出|下滑|减支|节支|减收|减产|回落|净减|缩短|缩小"
_RISES = "净增|增加|增长|上升|上涨|提高|增幅|涨幅|升幅|多支出|提升|增支|增收|增产|增多|攀升|延长|扩大"
DOWN = re.compile(_FALLS)
UP = re.compile(_RISES)
_MORE = re.compile(r"(?:[较比][^，。；]{1,10}?|^还?)(?:多|高|快)(?:支出|收入|完成|[支收用花])?了?$")
_LESS = re.compile(r"(?:[较比][^，。；]{1,10}?|^还?)(?:少|低|慢)(?:支出|收入|完成|[支收用花])?了?$")
_ENDS = re.compile(rf"(?:{_FALLS}|{_RISES})(?:了|约|近|幅度?)?$")
_HELD = re.compile(r"[较比与同和][^，。；、]{0,12}$")
_AGAINST = re.compile(rf"^(?:的|数|相比|比较|对比)?(?:净)?(?:{_FALLS}|{_RISES}|[多少]$|相比|比较|对比|新增$)")
_NO_NAME = re.compile(
    rf"{_FALLS}|{_RISES}|新增|[较比与同和]|上年末?|去年|年初|相|度|平均|每[\u4e00-\u9fff]|[户人亩]均"
)
_NEUTRAL = re.compile("(?:增减|变动|变化)(?:率|幅度?|比例)(?:为|达)?$")
_TO = re.compile(r"(?:减少|下降|降低|压减|增加|增长|上升|提高|提升)(?:到|至|为)$")


def is_change(mention: Mention) -> bool:
    """Say whether an amount or a number is one of change."""
    if not is_changing(mention.fact):
        return False
    lead = normal(mention.lead)
    if _ENDS.search(lead) or _MORE.search(lead) or _LESS.search(lead):
        return True
    return mention.fact.measure in CHANGES and bool(DOWN.search(lead) or UP.search(lead))


def is_changing(fact: Fact) -> bool:
    """Say whether a figure is of a kind that changes: money, things, times; a bare number is not."""
    timed = fact.quantity.unit is not None and fact.quantity.unit.dimension is Dimension.TIME
    return fact.kind in COUNTED or (fact.kind is FactKind.OTHER and timed)


def is_figure(mention: Mention) -> bool:
    """Say whether an amount or number is itself no change: 新增就业 420 人 is one of this year, 增加 20 人 is not."""
    if not is_changing(mention.fact) or mention.range_end:
        return False
    return not is_change(mention) and mention.fact.measure not in BUDGET_MOVES


def is_held_against(mention: Mention) -> bool:
    """Say whether a figure is what a change is held against: 较预算数 45 万元节约 …, 与计划 28 场相比."""
    return _HELD.search(normal(mention.lead)) is not None and _AGAINST.search(mention.tail) is not None


def names_itself(mention: Mention) -> bool:
    """Say whether a change has a thing of its own: 较上年增产 names none, 公用经费减少 does."""
    if not mention.own_subject:
        return False
    return len(_NO_NAME.sub("", mention.fact.subject or "")) > 1


def is_change_rate(mention: Mention) -> bool:
    """Say whether a rate, or a multiple, is one of change."""
    if mention.fact.kind is FactKind.MULTIPLE:
        return UP.search(normal(mention.lead)) is not None
    if mention.fact.kind is not FactKind.RATE:
        return False
    return mention.fact.measure == "change_rate" or _ENDS.search(normal(mention.lead)) is not None


def is_neutral(mention: Mention) -> bool:
    """Say whether a rate is called one of change without a word of which way: 变动率为 -8.23 %."""
    return mention.fact.kind is FactKind.RATE and _NEUTRAL.search(normal(mention.lead)) is not None


def direction(mention: Mention) -> bool | None:
    """Return True for a fall, False for a rise, None where the figure is no change."""
    if mention.fact.kind is not FactKind.POINTS and not is_change(mention) and not is_change_rate(mention):
        return None
    lead = normal(mention.lead)
    if _TO.search(lead):
        return None
    down = max((found.start() for found in (*DOWN.finditer(lead), *_LESS.finditer(lead))), default=-1)
    up = max((found.start() for found in (*UP.finditer(lead), *_MORE.finditer(lead))), default=-1)
    return None if down == up == -1 else down > up


def signed(quantity: Quantity, down: bool) -> Quantity:
    """Return a change with the sign that its word says, where its digits do not."""
    return quantity if not down or quantity.value < 0 else replace(quantity, value=-quantity.value)
