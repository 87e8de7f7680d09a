"""Forms of label | value pairs: a 合计 among them, rates and balances between them, as their labels say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact
from rules.facts.label_pairs import PAIRS
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.sums import SUMMED

Facts = dict[tuple[int, int], Fact]

_TOTAL = re.compile(r"合计|总计|总数|总人数|总额|共计|小计")
_NO_PART = re.compile(r"编制|核定|上年|去年|年初|计划|离休|退休|其中|率|比|占")
"""Pairs that a total of what there is does not take in: posts are not persons, and 其中 is in what stands before it."""
_FEWEST = 2
_MOST = 6


def pair_sums(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """在岗人员合计 = 在职人员 + 临聘人员: a total among the pairs adds up those before it, or those behind it."""
    pairs = [(row, fact) for row in rows for column in row.figures if (fact := facts.get((row.row, column)))]
    pairs = [(row, fact) for row, fact in pairs if fact.kind in SUMMED]
    marks = [at for at, (row, _) in enumerate(pairs) if _TOTAL.search(normal(row.label))]
    for at in marks:
        stated = pairs[at][1]
        first = max((mark + 1 for mark in marks if mark < at), default=0)
        last = min((mark for mark in marks if mark > at), default=len(pairs))
        before = [fact for row, fact in pairs[first:at] if _is_part(row, fact, stated)]
        behind = [fact for row, fact in pairs[at + 1 : last] if _is_part(row, fact, stated)]
        relations.choose(
            [
                *_readings(before, stated, from_end=True, alone=not behind or not first),
                *_readings(behind, stated, from_end=False, alone=not before),
            ]
        )


def _is_part(row: RowReading, fact: Fact, stated: Fact) -> bool:
    mine, its = fact.quantity.unit, stated.quantity.unit
    if fact.kind is not stated.kind or (mine is None) != (its is None):
        return False
    if mine is not None and its is not None and (mine.dimension, mine.symbol) != (its.dimension, its.symbol):
        return False
    return not _NO_PART.search(normal(row.label))


def _readings(parts: Sequence[Fact], stated: Fact, *, from_end: bool, alone: bool) -> list[Reading]:
    """Return the stretches of pairs next to a total that it may add up, the whole of them first."""
    found = []
    for count in range(min(len(parts), _MOST), _FEWEST - 1, -1):
        stretch = tuple(parts[-count:] if from_end else parts[:count])
        found.append(
            Reading(
                RelationKind.SUM,
                Operation.SUM,
                stretch,
                stated,
                f"“{stated.evidence.row or stated.label}”为表中各项之和",
                sure=alone and count == len(parts) and _named_alike(stretch, stated),
            )
        )
    return found


def _named_alike(parts: Sequence[Fact], stated: Fact) -> bool:
    """Say whether part and whole are of one thing by their labels: 在职人员数, 临聘人员数, 在岗人员合计."""
    words = [
        re.findall(r"人员|人数|项目|资金|经费|车辆|资产|设备|面积|收入|支出", normal(f.label))
        for f in (*parts, stated)
    ]
    shared = set(words[0]).intersection(*words[1:])
    return bool(shared)


def is_pair(row: RowReading) -> bool:
    """Say whether a row is a pair of a form."""
    return row.segment == PAIRS
