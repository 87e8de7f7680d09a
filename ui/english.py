"""The one-line messages of the packages below in English.

They are raised in Chinese by packages that know nothing of languages; ``english.toml`` holds each as a pattern with
slots, and what it is in English. A line that is not there stays as it is.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from assistant.labels import Language

_CHINESE = re.compile("[\u4e00-\u9fff]")
_SLOT = re.compile(r"\{(\d?)\}")
_PARTS = {"；": "; ", "、": ", "}
"""What parts the members of a slot that holds several, and the same in English."""


def told(error: Exception, lang: Language) -> str:
    """Return what a person is told of a failure: one line in their language."""
    line = " ".join(str(error).split())
    return in_english(line) if lang == "en" else line


def in_english(line: str) -> str:
    """Return the line in English, with what its slots hold in English too where that is known."""
    for pattern, english in _patterns():
        found = pattern.fullmatch(line)
        if found is not None:
            return _filled(english, [_slot(text) for text in found.groups()])
    return line


def _slot(text: str) -> str:
    whole = in_english(text)
    if whole != text:
        return whole
    for mark, english in _PARTS.items():
        if mark in text:
            return english.join(in_english(part) for part in text.split(mark))
    return text


@cache
def lines() -> dict[str, str]:
    """Return every line with its slots, Chinese to English."""
    pairs = tomllib.loads((files("ui") / "english.toml").read_text(encoding="utf-8"))["lines"]
    return dict(pairs)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the lines as patterns, those with the most words of their own first."""
    ordered = sorted(lines().items(), key=lambda pair: -len(pair[0].replace("{}", "")))
    return tuple(
        (re.compile("(.*?)".join(re.escape(piece) for piece in chinese.split("{}"))), english)
        for chinese, english in ordered
    )


def _filled(english: str, values: list[str]) -> str:
    """Fill the slots in their order, or by their number; other braces are text."""
    given = iter(values)
    return _SLOT.sub(lambda slot: values[int(slot[1])] if slot[1] else next(given), english)
