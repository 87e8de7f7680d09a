"""Which documents a text says that it ends: 《……办法》（财预〔2011〕285号）同时废止."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.policies.numerals import DIGITS

_SENTENCE = re.compile(r"[^。；\n]+")
_ENDS = re.compile(r"(?:同时|予以|即行|一并|相应)?废止|停止(?:执行|施行)")
_NAMED = re.compile(r"《(?P<title>[^《》]{2,80})》(?:\s*[（(](?P<number>[^（）()]*号)[）)])?")
_NOT = re.compile(r"(?:不|未|尚未)(?:予)?废止|是否废止")
_MENTIONED = re.compile(rf"第[{DIGITS}]+条|有关规定|相关规定|部分条款")
"""Words after a title that say that only a part of it ends."""


def repeals(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield (title, number or None) of each document that the text ends as a whole."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        end = _ENDS.search(words)
        if end is None or _NOT.search(words):
            continue
        for named in _NAMED.finditer(words, 0, end.start()):
            if not _MENTIONED.match(words[named.end() :].lstrip("的")):
                number = named["number"]
                yield "".join(named["title"].split()), "".join(number.split()) if number else None
