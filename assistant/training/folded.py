"""Texts compared as a reader compares them: blanks, full-width forms, quotation marks and separators do not count."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

_DROPPED = frozenset("“”\"'‘’＂|｜\u200b\u200c\u200d\ufeff")
_SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Folded:
    """A text folded for comparison, and where each character of it stands in the text."""

    source: str

    @cached_property
    def _pairs(self) -> tuple[str, tuple[int, ...]]:
        letters: list[str] = []
        places: list[int] = []
        for index, character in enumerate(self.source):
            for letter in unicodedata.normalize("NFKC", character).casefold():
                if not letter.isspace() and letter not in _DROPPED and character not in _DROPPED:
                    letters.append(letter)
                    places.append(index)
        text = "".join(letters)
        gone = {match.start() for match in _SEPARATOR.finditer(text)}
        kept = [index for index in range(len(text)) if index not in gone]
        return "".join(text[index] for index in kept), tuple(places[index] for index in kept)

    @property
    def text(self) -> str:
        """Return the folded text."""
        return self._pairs[0]

    def find(self, part: str, after: int = 0) -> tuple[int, int] | None:
        """Return where a folded part stands in the source, not before ``after``: start and end, or None."""
        text, places = self._pairs
        at = text.find(part, bisect_left(places, after)) if part else -1
        return None if at < 0 else (places[at], places[at + len(part) - 1] + 1)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a text folded for comparison."""
    return Folded(text).text
