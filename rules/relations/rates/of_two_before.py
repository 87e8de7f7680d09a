"""A rate named after the second of two figures before it: 发放 590 份，回收 566 份，回收率 r %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.changes.rate import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.rates.beside import named_by
from rules.relations.rates.executions import CARRIED, are_siblings
from rules.relations.rates.named_rates import is_said_whole
from rules.relations.rates.of_base import SAVED
from rules.relations.rates.operands import AVERAGE
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, comparable, of_kind

_LOOSE = re.compile("预|算|资金|支出|项目|部门|单位|整体|总体|年度|全年|执行")
"""What names no part: any amount is of a budget."""
_NAMED = re.compile(r"([\u4e00-\u9fff]{2,6})[率度](?:为|达到?|是|约)?$")
_ITEM = re.compile("其中|包括|含")
_NEXT = re.compile("[、和与及]")


def of_two_before(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """发放 590 份，回收 566 份，回收率 r %: two figures of one unit and the rate that is named after the second."""
    stem = _NAMED.search(normal(rate.lead))
    if stem is None or rate.depth:
        return
    pool = [m for m in _counted(statement.near) if m.depth == 0 and m.fact.start < rate.fact.start][-8:]
    carried = any(CARRIED.search(m.lead) for m in pool)
    here = [m for m in pool if m.statement == rate.statement]
    named = _named_after(stem.group(1), here)
    for part in [*reversed(named), *(m for m in reversed(pool) if m not in named)]:
        earlier = [m for m in here if comparable(m.fact, part.fact) and m.fact.start < part.fact.start]
        for whole in reversed(pool):
            if (
                whole is part
                or not comparable(part.fact, whole.fact)
                or whole.fact.start > part.fact.start + 40
                or (rate.fact.measure == "execution_rate" and are_siblings(part, whole))
            ):
                continue
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (part.fact, whole.fact),
                rate.fact,
                f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
                sure=not SAVED.search(rate.lead)
                and not carried
                and named_by(stem.group(1), part) is not None
                and (len(named) == 1 or part in here[-1:])
                and part in named
                and whole in earlier[-1:]
                and _follows(rate, whole, part, statement)
                and is_said_whole(rate, part.lead),
                alarms=not carried
                and (
                    (named == [part] and whole in (*earlier[-1:], *here[:1]))
                    or ([whole, part] == here[-2:] and _is_said_of(rate, whole, part))
                ),
            )


def _counted(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the amounts and counts that are no averages."""
    every = of_kind(mentions, FactKind.AMOUNT, FactKind.COUNT)
    return [m for m in every if AVERAGE.search(normal(m.lead)) is None]


def _follows(rate: Mention, whole: Mention, part: Mention, statement: Statement) -> bool:
    """Say whether part stands right behind whole in the statement of the rate, and the whole is no item beside others."""
    level = [m for m in statement.own if m.depth == rate.depth]
    together = whole in level and level.index(part) - level.index(whole) == 1
    together = together and rate.sentence == part.sentence == whole.sentence
    return together and not _ITEM.match(whole.lead) and not _NEXT.match(whole.tail)


def _is_said_of(rate: Mention, whole: Mention, part: Mention) -> bool:
    """Say whether a rate follows two figures of its own sentence, neither of them an amount of change."""
    return all(m.sentence == rate.sentence and m.fact.measure not in CHANGES for m in (whole, part))


def _named_after(stem: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the figures whose label says most of what a rate is named by: 正常运行 1187 个, 正常运行率."""
    for length in range(len(stem), 1, -1):
        for word in [stem[at : at + length] for at in range(len(stem) - length, -1, -1)]:
            if _LOOSE.search(word):
                continue
            found = [
                m
                for m in mentions
                if word in (label := normal(m.lead)) and not re.search(f"[不未]{word}", label)
            ]
            if found:
                return found
    word = stem[-2:]
    return [
        m
        for m in mentions
        if len(word) == 2
        and all(character in normal(m.lead) for character in word)
        and not re.search(f"[不未][{word}]", normal(m.lead))
    ]
