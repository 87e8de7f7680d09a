"""Ordinals and dates as official documents write them: 第一百二十三条, 二〇二〇年二月二十五日."""

from __future__ import annotations

import datetime
import re
import unicodedata

DIGITS = "零〇一二三四五六七八九十百千0-9０-９"
"""The characters of an ordinal, for a character class."""

_VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SCALES = {"十": 10, "百": 100, "千": 1000}
DATE = re.compile(
    rf"(?P<year>(?:[12１２][{DIGITS}]{{3}}|[一二][零〇○O一二三四五六七八九]{{3}}))\s*年\s*"
    rf"(?P<month>[{DIGITS}]{{1,3}})\s*月\s*(?P<day>[{DIGITS}]{{1,4}})\s*日"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
)


def ordinal(text: str) -> int | None:
    """Return the value of 十四, 一百零二, １２; None for what is no ordinal."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.isdecimal():
        return int(plain)
    total, digit = 0, 0
    for char in plain:
        if char in _SCALES:
            total += (digit or 1) * _SCALES[char]
            digit = 0
        elif char in _VALUES:
            digit = _VALUES[char]
        else:
            return None
    return total + digit or None


def date_of(match: re.Match[str]) -> datetime.date | None:
    """Return the date that ``DATE`` matched, None where there is no such day."""
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        month, day = ordinal(match["month"]), ordinal(match["day"])
        return datetime.date(_year(match["year"]), month or 0, day or 0)
    except ValueError:
        return None


def _year(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text).replace("○", "〇").replace("O", "〇")
    return int("".join(char if char.isdecimal() else str(_VALUES[char]) for char in plain))
