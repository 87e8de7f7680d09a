"""收入 | 金额 | 支出 | 金额: both sides of a table of income and spending end in one 总计, which takes in what was carried over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rules.facts.fact import Fact
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

_GRAND = re.compile("(?:收入|支出|收支)?总计")
_INCOME, _SPENDING = re.compile("收入|拨款"), re.compile("支出")


def totals_of_both_sides(
    rows: Sequence[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """Assert that the 总计 of the side of income is that of the side of spending, column by column."""
    sides: dict[int, list[RowReading]] = defaultdict(list)
    for row in rows:
        sides[row.segment].append(row)
    by_row: dict[int, list[RowReading]] = defaultdict(list)
    for row in rows:
        if _GRAND.fullmatch(normal(row.label)):
            by_row[row.row].append(row)
    for totals in by_row.values():
        if len(totals) != len({row.segment for row in totals}) or len(totals) != 2:
            continue
        income, spending = totals
        if not _is_of(sides[income.segment], _INCOME) or not _is_of(sides[spending.segment], _SPENDING):
            continue
        left, right = (
            [facts[row.row, c] for c in sorted(row.figures) if (row.row, c) in facts] for row in totals
        )
        for one, other in zip(left, right, strict=False) if len(left) == len(right) else ():
            if one.quantity.unit == other.quantity.unit:
                reason = "收入总计＝支出总计"
                relations.choose([Reading(RelationKind.SUM, Operation.SUM, (one,), other, reason, sure=True)])


def _is_of(rows: Sequence[RowReading], word: re.Pattern[str]) -> bool:
    """Say whether the names of a side speak of income, or of spending."""
    return any(word.search(label) for row in rows for label in row.labels)
