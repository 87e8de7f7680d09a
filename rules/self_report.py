"""What a report's own words admit: not reached, only partly reached; words that deny a fault do not count."""

from __future__ import annotations

import re
from functools import cache

from rules.pack import ActivePack

Span = tuple[int, int]
_CLAUSE_ENDS = "，,。；;！!\n"
_REACH = 8
"""How many characters before a word a denial (未发生, 不存在) can stand to take it back."""


def says_unmet(text: str, pack: ActivePack) -> Span | None:
    """Return the clause that says that something was not reached or not finished, or None.

    ``未发生…滞后`` and ``未完成的项目已…`` admit nothing.
    """
    before = pack.words.get("unmet_exempt_before", ())
    after = pack.words.get("unmet_exempt_after", ())
    for found in _any_of(pack.words.get("unmet", ())).finditer(text):
        clause = clause_at(text, found.start(), found.end())
        lead = text[max(clause[0], found.start() - _REACH) : found.start()]
        if any(word in lead for word in before) or text[found.end() : clause[1]].startswith(after or ("\0",)):
            continue
        return clause
    return None


def says_partial(text: str, pack: ActivePack) -> Span | None:
    """Return the clause that says that something was reached only on the whole or in part, or None."""
    return _first(text, pack.words.get("partial", ()))


def says_any(text: str, words: tuple[str, ...], pack: ActivePack) -> Span | None:
    """Return the clause that holds one of the plain words and does not deny it (未发现…, 不存在…), or None."""
    before = pack.words.get("unmet_exempt_before", ())
    for found in re.compile("|".join(re.escape(word) for word in words)).finditer(text):
        clause = clause_at(text, found.start(), found.end())
        if not any(word in text[max(clause[0], found.start() - _REACH) : found.start()] for word in before):
            return clause
    return None


def says_deviation(text: str, pack: ActivePack) -> Span | None:
    """Return the clause of a reason that speaks of a deviation, a delay or a shortfall, or None."""
    return says_unmet(text, pack) or _first(text, pack.words.get("deviation", ()))


def clause_at(text: str, start: int, end: int) -> Span:
    """Return the clause around a stretch, without the punctuation that ends it and white space around."""
    first = max((text.rfind(mark, 0, start) for mark in _CLAUSE_ENDS), default=-1) + 1
    ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, end)) >= 0]
    last = min(ends, default=len(text))
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _first(text: str, patterns: tuple[str, ...]) -> Span | None:
    found = _any_of(patterns).search(text)
    return None if found is None else clause_at(text, found.start(), found.end())


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for all; of none, one that never matches."""
    return re.compile("|".join(patterns) or r"(?!)")
