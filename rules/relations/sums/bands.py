"""Counts by bands that leave no gap: 执行率 95%以上的 3 个，80%—95%的 2 个，80%以下的 1 个 are all of the 6."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

BANDS = "各分段的个数相加等于总数"
"""The reason of these relations, by which others know that the groups of a total were counted."""

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(?:[%％]|万元|元|岁|周岁|年|分|天|个?月)?")
_ABOVE = re.compile(r"以上|高于|超过|大于|不低于|不少于|≥|＞|>")
_BELOW = re.compile(r"以下|低于|不足|小于|未达|不到|以内|＜|<|≤")
_NONE = re.compile(r"未(?:执行|支出|支付|启动|实施|使用)")
_BRACKETS = re.compile(r"（[^（）]*）")
_LEAST = Decimal(-1)
_MOST = Decimal("Infinity")
_WHOLE_RATE = Decimal(100)
_THINGS = re.compile("项目|任务|工程|课题|指标|专项|事项|资金|预算单位")
"""What is sorted by rates of execution; a number of offices in the sentence before is not."""
_ITEM = re.compile("其中|包括|含")
_FEWEST, _MOST_WHOLES = 2, 3


@dataclass(frozen=True, slots=True)
class _Band:
    low: Decimal
    high: Decimal


def find_bands(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that the counts of bands without a gap make the count before them; ``text`` is the canonical text."""
    for statement in statements:
        counts = [m for m in of_kind(statement.own, FactKind.COUNT) if m.depth == 0]
        for run in _runs(text, counts):
            relations.choose(_readings(statement, run))


def _readings(statement: Statement, run: Sequence[Mention]) -> list[Reading]:
    """Return the readings that the bands make a count before them; sure of the nearest, if it is no part itself."""
    before = [
        m
        for m in of_kind(statement.near, FactKind.COUNT)
        if m.fact.start < run[0].fact.start and m.depth == 0 and same_unit(m.fact, run[0].fact)
    ]
    parts = tuple(m.fact for m in run)
    return [
        Reading(
            RelationKind.COUNT,
            Operation.SUM,
            parts,
            m.fact,
            BANDS,
            sure=not at and _is_whole(before, m) and (m.sentence == run[0].sentence or _is_of_things(m)),
        )
        for at, m in enumerate(list(reversed(before))[:_MOST_WHOLES])
    ]


def _is_whole(before: Sequence[Mention], whole: Mention) -> bool:
    """Say whether a count opens its sentence, so that it is no item of another list."""
    first = not any(m.sentence == whole.sentence and m.fact.start < whole.fact.start for m in before)
    return first and not _ITEM.search(whole.lead)


def _runs(text: str, counts: Sequence[Mention]) -> list[list[Mention]]:
    """Return the counts that follow one another each with its band, where the bands leave no gap."""
    runs: list[list[tuple[Mention, _Band]]] = [[]]
    for at, mention in enumerate(counts):
        before = counts[at - 1].fact if at else None
        start = mention.fact.start - 40 if before is None else (before.evidence.end or before.start)
        band = _band(text[max(start, 0) : mention.fact.start])
        if band is None or (runs[-1] and not same_unit(runs[-1][-1][0].fact, mention.fact)):
            runs.append([])
        if band is not None:
            runs[-1].append((mention, band))
    return [[m for m, _ in run] for run in runs if len(run) >= _FEWEST and _leave_no_gap([b for _, b in run])]


def _band(words: str) -> _Band | None:
    """Return the band that the words right before a count name; none where they name none."""
    clause = _BRACKETS.sub("", re.split(r"[，、；;：:。\n]", words)[-1])
    numbers = [Decimal(number) for number in _NUMBER.findall(clause)]
    if len(numbers) == 2 and numbers[0] < numbers[1]:
        return _Band(numbers[0], numbers[1])
    if not numbers and _NONE.search(clause):
        return _Band(Decimal(0), Decimal(0))
    if len(numbers) != 1:
        return None
    if _ABOVE.search(clause):
        return _Band(numbers[0], _MOST)
    if _BELOW.search(clause):
        return _Band(_LEAST, numbers[0])
    return _Band(numbers[0], numbers[0]) if re.search("[%％]的?$", clause) else None


def _leave_no_gap(bands: Sequence[_Band]) -> bool:
    ordered = sorted(bands, key=lambda band: (band.low, band.high))
    joined = all(one.high == other.low for one, other in pairwise(ordered))
    top = ordered[-1].high == _MOST or ordered[-1].high == _WHOLE_RATE
    return joined and top and ordered[0].low <= 0


def _is_of_things(whole: Mention) -> bool:
    return _THINGS.search(whole.lead + whole.tail) is not None
