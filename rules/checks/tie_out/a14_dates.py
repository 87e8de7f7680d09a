"""A14: a period that ends before it begins, or a form filled in before the year that it reports on was over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding

_DATE = r"((?:19|20)\d{2})\s*(?:年|[./-])\s*(\d{1,2})\s*(?:月|[./-])\s*(?:(\d{1,2})\s*日?)?"
_PERIOD = re.compile(rf"{_DATE}\s*(?:至|到|—|－|~|～|-)\s*{_DATE}")
_FILLED_IN = re.compile(
    rf"(?:填[报表](?:日期|时间)\s*[:：]?|(?:报告|报送|编制|自评)(?:完成)?(?:日期|时间)\s*[:：])\s*{_DATE}"
)
"""An indicator may be called 报送时间, 改造完成时间, with a day in the cell beside it."""


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one question for each period the wrong way round and for each date of filling in that is too early."""
    text = context.document.text
    for match in _PERIOD.finditer(text):
        begin, end = _date(match.groups()[:3]), _date(match.groups()[3:])
        if begin is not None and end is not None and begin > end:
            yield _finding(context, match, f"起止日期“{match.group()}”前晚后早。请核对后更正。")
    for match in _FILLED_IN.finditer(text):
        filled = _date(match.groups())
        if (
            filled is not None
            and context.year is not None
            and filled.year <= int(context.year)
            and filled.month < 12
        ):
            told = f"“{' '.join(match.group().split())}”早于报告年度（{context.year} 年）结束。"
            yield _finding(context, match, f"{told}请核对填报日期或报告年度。")


def _date(parts: tuple[str | None, ...]) -> date | None:
    year, month, day = (int(part) if part else 1 for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _finding(context: CheckContext, match: re.Match[str], message: str) -> Finding:
    words = " ".join(match.group().split())
    return card("A14").finding(
        content=(words,),
        message=message,
        reported=words,
        evidence=(context.locator.evidence(match.start(), match.end()),),
    )
