"""A14: a period that ends before it begins, or a form or report dated before the year that it reports on was over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding

_DATE = r"((?:19|20)\d{2})\s*(?:年|[./-])\s*(\d{1,2})\s*(?:月|[./-])\s*(?:(\d{1,2})\s*日?)?"
_PERIOD = re.compile(rf"{_DATE}\s*(?:至|到|—|－|~|～|-)\s*{_DATE}")
_FILLED_IN = re.compile(
    rf"(?:填[报表](?:日期|时间)\s*[:：]?|(?:报告|报送|编制|自评)(?:完成)?(?:日期|时间)\s*[:：])\s*{_DATE}"
)
"""An indicator may be called 报送时间, 改造完成时间, with a day in the cell beside it."""
_SIGNED = re.compile(rf"\s*{_DATE}\s*")
_SIGNER = re.compile(
    r"[^\d，。；：|\t]{2,28}(?:[局委办部厅院校站所会队馆处室社公司府团]|中心|法庭|医院|大学|学校)(?:（[^）]{1,8}）)?"
)
_ANNEX = re.compile(r"附\s*[件表]\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?")
_LAST_LINES = 4
"""A report ends with its signer and date, before its annexes."""
_YEAR_ENDS = 12


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one question for each period the wrong way round and for each date of filling in that is too early."""
    text = context.document.text
    for match in _PERIOD.finditer(text):
        begin, end = _date(match.groups()[:3]), _date(match.groups()[3:])
        if begin is not None and end is not None and begin > end:
            yield _finding(context, match, f"起止日期“{match.group()}”前晚后早。请核对后更正。")
    for match in _FILLED_IN.finditer(text):
        filled = _date(match.groups())
        if filled is not None and _is_before(filled, context.year):
            yield _too_early(context, match, "填报日期")
    signed = _signed(text)
    early = None if signed is None else _date(signed.groups())
    if signed is not None and early is not None and _is_before(early, context.year):
        yield _too_early(context, signed, "落款日期")


def _is_before(day: date, year: str | None) -> bool:
    """Say whether a day is before the end of the year, of which the last month is near enough."""
    return year is not None and (day.year, day.month) < (int(year), _YEAR_ENDS)


def _signed(text: str) -> re.Match[str] | None:
    """Return the date below the signer at the end of the report, before its annexes."""
    lines = [match for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    end = next((at for at, line in enumerate(lines) if at and _ANNEX.fullmatch(line.group().strip())), None)
    last = lines[:end][-_LAST_LINES:]
    for above, line in pairwise(last):
        found = _SIGNED.fullmatch(text, line.start(), line.end())
        if found is not None and found.group(3) and _SIGNER.fullmatch(above.group().strip()):
            return found
    return None


def _too_early(context: CheckContext, match: re.Match[str], which: str) -> Finding:
    told = f"“{' '.join(match.group().split())}”早于报告年度（{context.year} 年）结束。"
    return _finding(context, match, f"{told}请核对{which}或报告年度。")


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
