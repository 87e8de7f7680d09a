"""Rows of figures that are dealt out over years: 2016 年至 2018 年分别为 A、B 和 C, 近三年支出分别为 A、B、C."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.mention import Mention
from rules.relations.changes.rate import LINK
from rules.relations.sentence import same_unit

_RANGE = re.compile(r"(20\d\d)年?(?:至|到|[-—–~])(20\d\d)年")
_LISTED = re.compile(r"(20\d\d)年?(?:、20\d\d年?)*[、和与](20\d\d)年")
_LAST = re.compile("[近前这]([两三四五])年[^，。；]{0,12}(?:分别|依次|各)")
_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5}
_BACK = 40


def row_of_years(figures: Sequence[Mention], text: str, year: str | None) -> dict[str, Mention]:
    """Return the last row of figures dealt out over a stretch of years; ``year`` is that of the report, which 近三年 end with."""
    for at in range(len(figures) - 1, -1, -1):
        span = _span(
            re.split("[。；;\n]", text[max(figures[at].fact.start - _BACK, 0) : figures[at].fact.start])[-1],
            year,
        )
        if span is None:
            continue
        first, count = span
        row = figures[at : at + count]
        linked = all(LINK.search(m.tail) for m in row[:-1])
        if len(row) == count > 1 and linked and all(same_unit(m.fact, row[0].fact) for m in row):
            return {str(first + n): m for n, m in enumerate(row)}
    return {}


def _span(words: str, year: str | None) -> tuple[int, int] | None:
    """Return the first year that words deal figures out over, and how many years."""
    last = _LAST.search(words)
    if last is not None and year is not None:
        count = _COUNTS[last[1]]
        return int(year) - count + 1, count
    span = _RANGE.search(words) or _LISTED.search(words)
    return None if span is None else (int(span[1]), int(span[2]) - int(span[1]) + 1)
