"""Shares whose part the place alone tells: right behind 其中 and its whole, or in the bracket behind the share."""

from __future__ import annotations

import re

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.changes.pairs import only_compares
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, same_unit

OF_WHICH = re.compile("其中|内有")
_THE_SAME = re.compile("该|此|其(?!中|[他它余])|这")
_IN_ALL = re.compile("(?:总数|总量|总额|总人数|人数|数量|总计|合计|数)$")


def inside(rate: Mention, statement: Statement, words: str) -> Reading | None:
    """车辆 925 辆，其中新能源车 214 辆，占 p %: the figure behind 其中 over the one before it, only its own rate between.

    Where words name the whole (占受益学生的 p %), the thing they end with stands beside that figure: 12822 名学生.
    """
    at = statement.own.index(rate)
    if at < 2 or rate.fact.measure != "share":
        return None
    part = statement.own[at - 1]
    every = [m for m in statement.own[: at - 1] if m.fact.kind is not FactKind.RATE]
    told = ([m for m in every if m.depth <= part.depth and not only_compares(m)] or every)[-2:]
    if not told:
        return None
    whole = told[-1]
    # 建成站点 214 个，比上年净增 38 个，其中 …: what is only compared, and the rate of a plan, is passed by
    between = statement.own[statement.own.index(whole) + 1 : at - 1]
    next_to = bool(_THE_SAME.match(words)) or all(
        m.depth > part.depth or only_compares(m) or m.lead == "的" for m in between
    )
    beside = told[0] if len(told) == 2 else whole
    if (
        beside.tail.startswith("、")
        and same_unit(beside.fact, part.fact)
        and not same_unit(whole.fact, part.fact)
    ):
        whole = beside  # 外宾 126 批、1842 人次，其中副部级 31 批，占 …
    here = {rate.sentence, part.sentence, whole.sentence} == {rate.sentence}
    if not here or not OF_WHICH.match(part.lead) or whole.depth != part.depth or rate.depth < part.depth:
        return None
    if not comparable_loosely(whole.fact, part.fact) or whole.range_end or part.range_end:
        return None
    thing = _IN_ALL.sub("", words)[-2:]
    named = len(thing) > 1 and thing in f"{normal(whole.lead)}|{normal(whole.tail)}"
    if words and not named and not _THE_SAME.match(words):
        return None
    reason = f"“{part.fact.label}”占“{whole.fact.label}”的比重"
    pair = (part.fact, whole.fact)
    return Reading(RelationKind.SHARE, Operation.RATIO, pair, rate.fact, reason, sure=next_to)


def told_behind(rate: Mention, statement: Statement) -> Fact | None:
    """Return the figure that alone fills a bracket right behind a share: 单缴存职工占 58.32 %（5024 笔）."""
    at = statement.own.index(rate)
    told, after = [*statement.own[at + 1 : at + 3], None, None][:2]
    if told is None or told.depth != rate.depth + 1 or told.sentence != rate.sentence:
        return None
    alone = after is None or after.depth <= rate.depth or after.parent != told.parent
    plain = not normal(told.lead) and not normal(told.tail) and not told.range_end
    counted = told.fact.kind in (FactKind.AMOUNT, FactKind.COUNT) and told.fact.quantity.hedge is Hedge.NONE
    return told.fact if alone and plain and counted else None


def comparable_loosely(one: Fact, other: Fact) -> bool:
    """Money with money, and counts with counts: 143 人 of 208 份 is a share too."""
    return same_unit(one, other) or one.kind is other.kind is FactKind.COUNT
