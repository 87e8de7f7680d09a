"""Which of the known names somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def likely(name: str, known: Iterable[str]) -> list[str]:
    """Return up to three of the known names that are like a name."""
    return get_close_matches(name, list(known), 3)
