"""The value of a numeral however it is written: Arabic, Chinese in both scripts, or mixed (3千8百万, 七十八点七七)."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{character: value for value, character in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **{"○": 0, "两": 2, "俩": 2, "貳": 2, "參": 3, "仨": 3, "陸": 6},
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

NUMERALS = "".join((*_DIGITS, *_SMALL, *_LARGE, "廿卅"))
"""Every character that Chinese numerals are made of, 点 excepted."""

_ATOM = re.compile(
    rf"(?P<atom>\d*\.\d+|[0-9{''.join(_DIGITS)}]+)|(?P<small>[{''.join(_SMALL)}])|(?P<large>[{''.join(_LARGE)}])"
)
_POINT = re.compile(rf"(.+)点([0-9{''.join(_DIGITS)}]+)([{''.join(_LARGE)}]*)")

_ENGLISH = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|fou?rty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|[mb]illion|percent|half|third|quarter|dozen|double|triple|twice)s?\b",
    re.IGNORECASE,
)


def numeral_value(words: str) -> Decimal | None:
    """Return the value of a numeral, or None if the words are not one."""
    words = words.replace(",", "").replace("廿", "二十").replace("卅", "三十")
    if pointed := _POINT.fullmatch(words):
        whole = numeral_value(pointed[1])
        tail = Decimal("0." + _digits(pointed[2]))
        return None if whole is None else (whole + tail) * (numeral_value("一" + pointed[3]) or 1)
    total = section = Decimal(0)
    digit: Decimal | None = None
    last, at = 1, 0
    while match := _ATOM.match(words, at):
        at = match.end()
        if match["atom"]:
            if digit is not None:
                return None
            digit = Decimal(_digits(match["atom"]))
            last = last if digit else 1
        elif match["small"]:
            last = _SMALL[match["small"]]
            section += (Decimal(1) if digit is None else digit) * last
            digit = None
        else:
            last = _LARGE[match["large"]]
            bare = digit is None and not section and not total  # 万元 alone is one 万, 0 万 is none
            total = Decimal(last) if bare else (total + section + (digit or Decimal(0))) * last
            section, digit = Decimal(0), None
    if at != len(words) or not words:
        return None
    if digit is not None and digit < 10 and last > 10 and words[-1] in _DIGITS and words[-2:-1] != "零":
        digit = digit * last / 10  # 三万五 is 35,000: the digit that closes it counts in the place below
    return total + section + (digit or Decimal(0))


def _digits(text: str) -> str:
    return "".join(str(_DIGITS.get(character, character)) for character in text)


def english_numbers(written: str) -> list[tuple[int, int]]:
    """Return where English number words stand in a text as written (seventeen percent)."""
    return [match.span() for match in _ENGLISH.finditer(written)]
