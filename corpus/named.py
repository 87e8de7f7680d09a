"""What a question names outright: documents by title or 文号, and articles; looked up exactly, not by resemblance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.policies.numerals import DIGITS, ordinal
from corpus.store import Entry
from corpus.validity import plain_number, plain_title

_ARTICLE = re.compile(
    rf"(?P<mark>第?)\s*(?P<number>[{DIGITS}]{{1,7}})\s*条(?P<inserted>之[一二三四五六七八九十])?"
)
_SHORTEST_TITLE = 3
_HIGHEST = 9999
_ONES = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: hashes of documents of the library, and articles as these print them (第四十二条)."""

    documents: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()


def named(query: str, entries: Iterable[Entry]) -> Named:
    """Return what the question names; a title inside a longer one that is named too does not count.

    42条 without 第 is an article only beside a document: on its own it counts things.
    """
    text = "".join(query.split())
    documents = frozenset(_documents(text, list(entries)))
    articles = [
        article(number, match["inserted"] or "")
        for match in _ARTICLE.finditer(text)
        if (match["mark"] or documents) and 0 < (number := ordinal(match["number"]) or 0) <= _HIGHEST
    ]
    return Named(documents, tuple(dict.fromkeys(articles)))


def _documents(text: str, entries: list[Entry]) -> Iterable[str]:
    titled = [(plain_title(entry.title), entry) for entry in entries if entry.kind in ("policy", "guide")]
    left = text
    for title in sorted({title for title, _ in titled}, key=len, reverse=True):
        if len(title) >= _SHORTEST_TITLE and title in left:
            left = left.replace(title, "\0")
            yield from (entry.sha256 for own, entry in titled if own == title)
    folded = plain_number(text)
    for _, entry in titled:
        if entry.number is not None and any(
            number and number in folded for number in map(plain_number, entry.number.split("，")[:1])
        ):
            yield entry.sha256


def article(number: int, inserted: str = "") -> str:
    """Return the name of an article of 1…9999 as official texts print it: 42 → 第四十二条."""
    digits = [int(char) for char in str(number)]
    words = ""
    for place, digit in enumerate(digits):
        scale = ("", "十", "百", "千")[len(digits) - 1 - place]
        if digit:
            words += _ONES[digit] + scale
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    if words.startswith("一十"):
        words = words[1:]
    return f"第{words}条{inserted}"
