"""How alike two texts are, by the pairs of characters that they share; whole per cents, no weights."""

from __future__ import annotations

import re
from collections import Counter

_PLAIN = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]+")


def pairs(text: str) -> Counter[str]:
    """Return the pairs of neighbouring characters of a text, punctuation left out."""
    plain = _PLAIN.sub("", text)
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1))


def alike(one: str, other: str) -> int:
    """Return how many in a hundred pairs of both texts are shared. Units: per cent, 0 to 100."""
    a, b = pairs(one), pairs(other)
    total = a.total() + b.total()
    return 200 * (a & b).total() // total if total else 0


def held_in(small: str, large: str) -> int:
    """Return how many in a hundred pairs of the first text stand in the second. Units: per cent."""
    a, b = pairs(small), pairs(large)
    return 100 * (a & b).total() // a.total() if a else 0
