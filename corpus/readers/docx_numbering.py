"""Automatic list numbers of a DOCX: they are not in its text and are computed here as Word prints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.readers.docx_xml import Node, W, number, val

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"))
_ROMAN_LOW = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first value, number format, pattern such as ``（%1）``, what follows it."""

    start: int
    format: str
    text: str
    suffix: str
    decimal_only: bool
    restart: int | None


class Numbering:
    """Counts every numbered paragraph in reading order; ``prefix`` is called once for each."""

    def __init__(self, root: Node | None) -> None:
        self._abstract: dict[str, Node] = {}
        self._nums: dict[str, Node] = {}
        self._style_links: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        for node in () if root is None else root.iter(W + "abstractNum"):
            name = val(node, "abstractNumId") or ""
            self._abstract[name] = node
            if link := val(node.find(W + "styleLink")):
                self._style_links[link] = name
        for node in () if root is None else root.iter(W + "num"):
            self._nums[val(node, "numId") or ""] = node

    def prefix(self, num_id: str, level: int) -> str:
        """Return the printed number of the next paragraph of this list, with what follows; may be empty."""
        abstract = self._abstract_id(num_id)
        levels = self._levels_of(num_id)
        if abstract is None or level not in levels:
            return ""
        self._count(abstract, num_id, level, levels)
        return _printed(levels, level, self._counts[abstract])

    def _abstract_id(self, num_id: str) -> str | None:
        num = self._nums.get(num_id)
        name = val(num.find(W + "abstractNumId")) if num is not None else None
        node = self._abstract.get(name or "")
        if node is None or name is None:
            return None
        link = val(node.find(W + "numStyleLink"))
        return self._style_links.get(link or "", name)

    def _levels_of(self, num_id: str) -> dict[int, Level]:
        known = self._levels.get(num_id)
        if known is not None:
            return known
        levels: dict[int, Level] = {}
        abstract = self._abstract_id(num_id)
        if abstract is not None:
            levels = _levels_in(self._abstract[abstract])
            for override in self._nums[num_id].iter(W + "lvlOverride"):
                index = number(val(override, "ilvl")) or 0
                levels.update(_levels_in(override))
                start = number(val(override.find(W + "startOverride")))
                if start is not None and index in levels:
                    levels[index] = replace(levels[index], start=start)
        self._levels[num_id] = levels
        return levels

    def _count(self, abstract: str, num_id: str, level: int, levels: dict[int, Level]) -> None:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if self._restarts(num_id, level):
            counts[level] = None
        current = counts[level]
        counts[level] = levels[level].start if current is None else current + 1
        for upper in range(level):
            if counts[upper] is None and upper in levels:
                counts[upper] = levels[upper].start
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[deeper] = None

    def _restarts(self, num_id: str, level: int) -> bool:
        """A start override takes effect where its list first uses the level."""
        if (num_id, level) in self._started:
            return False
        self._started.add((num_id, level))
        return any(
            (number(val(override, "ilvl")) or 0) == level and override.find(W + "startOverride") is not None
            for override in self._nums[num_id].iter(W + "lvlOverride")
        )


def _levels_in(node: Node) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for child in node.iter(W + "lvl"):
        index = number(val(child, "ilvl"))
        start = number(val(child.find(W + "start")))
        if index is None or not 0 <= index < _LEVELS:
            continue
        found[index] = Level(
            start=0 if start is None else start,
            format=val(child.find(W + "numFmt")) or "decimal",
            text=val(child.find(W + "lvlText")) or "",
            suffix=val(child.find(W + "suff")) or "tab",
            decimal_only=child.find(W + "isLgl") is not None,
            restart=number(val(child.find(W + "lvlRestart"))),
        )
    return found


def _printed(levels: dict[int, Level], level: int, counts: list[int | None]) -> str:
    own = levels[level]
    if own.format == "bullet":
        return _PRIVATE.sub("", own.text)

    def place(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        value = counts[index] if index < _LEVELS else None
        if value is None or index not in levels:
            return ""
        return format_number(value, "decimal" if own.decimal_only else levels[index].format)

    text = re.sub(r"%([1-9])", place, own.text)
    # A full-width mark carries its own room; after an ASCII one the gap keeps number and words apart.
    return text + " " if text and own.suffix != "nothing" and text[-1].isascii() else text


def format_number(value: int, style: str) -> str:
    """Return a list number in a Word number format; an unknown format or a value beyond it gives digits."""
    if style == "none":
        return ""
    maker = _FORMATS.get(style)
    return maker(value) if maker is not None and value > 0 else str(value)


def chinese(value: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Return a number below 10,000 in words (十二, 一百零三); larger ones in digits."""
    if value >= 10_000:
        return str(value)
    words, gap = "", False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + digits[digit] + ("" if power == 0 else units[power - 1])
        gap = False
    return words[1:] if words.startswith("一十") else words


def _roman(value: int) -> str:
    words = ""
    for size, letters in (*_ROMAN, *_ROMAN_LOW):
        words += letters * (value // size)
        value %= size
    return words


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _from(first: str, most: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if value <= most else str(value)


def _circle(value: int) -> str:
    if value <= 20:
        return chr(ord("①") + value - 1)
    if value <= 35:
        return chr(ord("㉑") + value - 21)
    return chr(ord("㊱") + value - 36) if value <= 50 else str(value)


def _legal(value: int) -> str:
    return chinese(value, _LEGAL_DIGITS, "拾佰仟")


def _digit_words(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _digit_words,
    "japaneseDigitalTenThousand": _digit_words,
    "chineseLegalSimplified": _legal,
    "ideographTraditional": lambda value: _STEMS[value - 1] if value <= 10 else str(value),
    "ideographZodiac": lambda value: _BRANCHES[value - 1] if value <= 12 else str(value),
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalFullWidth2": lambda value: str(value).translate(_WIDE),
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
}
