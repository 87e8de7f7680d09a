"""Number formats of a workbook: what is printed for a stored value. Decimal text in, text out; no float is touched.

A report prints 82.13% where the file stores 0.82130000000000003: the printed digits are what can be checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache

GENERAL = "General"

CHINESE_DATES = {
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Formats that a Chinese Excel or WPS refers to by number alone, without writing them into the file."""

_SHORT_DATE = "mm-dd-yy"
_SIGNIFICANT = 15
_GENERAL_WIDTH = 11
_PRECISION = 60
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<power>[Ee][+-])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<elapsed>[hms]+)\]|\[[^\]]*\]'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<field>y+|m+|d+|h+|s+|a{3,4})|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts between semicolons; ``tokens`` are (kind, text) in order."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None

    def count(self, kind: str) -> int:
        """Return how many tokens of a kind there are."""
        return sum(name == kind for name, _ in self.tokens)


def shown_number(value: Decimal, code: str) -> str:
    """Return what a number format prints of a number; a format that prints nothing (;;;) gives "".

    Rounding is that of the programs: to 15 significant digits first, then half away from zero.
    """
    sections = _sections(code)
    section, signed = _chosen(sections, value)
    size = abs(value)
    sign = "-" if signed and value < 0 else ""
    if section.count("general"):
        body = "".join(_general(size) if kind == "general" else text for kind, text in section.tokens)
    elif section.count("power"):
        body = _scientific(section, size)
    elif section.count("digit"):
        body = _placed(section, size)
    else:
        body = "".join(text for kind, text in section.tokens if kind != "at")
        return _tidy(_general(size) if section.count("at") else body)
    return _tidy(sign + body)


def shown_text(text: str, code: str) -> str:
    """Return what a number format prints of words."""
    sections = _sections(code)
    section = sections[3] if len(sections) == 4 else sections[0]
    if not section.count("at"):
        return "" if len(sections) == 4 else text
    return "".join(text if kind == "at" else part for kind, part in section.tokens)


def shown_date(value: datetime | date | time | timedelta, code: str) -> str:
    """Return what a date format prints; a short date is that of a Chinese system (2024/4/17)."""
    code = "yyyy/m/d" if code == _SHORT_DATE else code.split(";")[0]
    if isinstance(value, timedelta):
        base, elapsed = datetime(1900, 1, 1) + value, value
    elif isinstance(value, time):
        base = datetime.combine(date(1900, 1, 1), value)
        elapsed = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    else:
        base = value if isinstance(value, datetime) else datetime.combine(value, time())
        elapsed = base - datetime(1899, 12, 30)
    return _tidy("".join(_date_parts(base, elapsed, code)))


def _tidy(text: str) -> str:
    return " ".join(text.split())


@cache
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[tuple[str, str]]] = [[]]
    conditions: list[tuple[str, Decimal] | None] = [None]
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or ""
        text = found[kind] if kind else ""
        if kind == "other" and text == ";":
            parts.append([])
            conditions.append(None)
        elif kind == "bracket":
            if condition := _CONDITION.fullmatch(text):
                conditions[-1] = (condition[1], Decimal(condition[2]))
            elif text.startswith("$"):
                parts[-1].append(("text", text[1:].split("-")[0]))
        elif kind in ("quoted", "escaped"):
            parts[-1].append(("text", text))
        elif kind == "other":
            parts[-1].append(("at" if text == "@" else "text", text))
        elif kind:
            parts[-1].append((kind, text))
    return tuple(
        _Section(tuple(tokens), condition) for tokens, condition in zip(parts, conditions, strict=True)
    )


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section, bool]:
    """Return the section for a value, and whether a minus sign is still to be put before it."""
    stated = [section for section in sections if section.condition is not None]
    if stated:
        for section in stated:
            if _holds(section, value):
                return section, True
        rest = [section for section in sections if section.condition is None]
        return (rest[0] if rest else sections[-1]), True
    numbers = sections[:3]
    if value < 0 and len(numbers) >= 2:
        return numbers[1], False
    if value == 0 and len(numbers) == 3:
        return numbers[2], False
    return numbers[0], True


def _holds(section: _Section, value: Decimal) -> bool:
    assert section.condition is not None
    sign, limit = section.condition
    return {
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
    }[sign]


def _rounded(value: Decimal, decimals: int) -> Decimal:
    with localcontext() as context:
        context.prec = _PRECISION
        context.rounding = ROUND_HALF_UP
        if value:
            value = value.quantize(Decimal(1).scaleb(value.adjusted() - _SIGNIFICANT + 1))
        return value.quantize(Decimal(1).scaleb(-decimals))


def _general(value: Decimal) -> str:
    """As many digits as fit into the width that the programs give a number without a format."""
    whole = len(str(int(value)))
    rounded = _rounded(value, max(min(_GENERAL_WIDTH - 1 - whole, _GENERAL_WIDTH - 2), 0))
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scientific(section: _Section, value: Decimal) -> str:
    kinds = [kind for kind, _ in section.tokens]
    mantissa = section.tokens[: kinds.index("power")]
    decimals = 0
    if "point" in kinds[: len(mantissa)]:
        decimals = sum(kind == "digit" for kind, _ in mantissa[kinds.index("point") :])
    return f"{value:.{decimals}E}"


def _placed(section: _Section, value: Decimal) -> str:
    """Put the digits into the places of the section."""
    kinds = [kind for kind, _ in section.tokens]
    digits = [n for n, kind in enumerate(kinds) if kind == "digit"]
    point = next((n for n, kind in enumerate(kinds) if kind == "point"), len(kinds))
    before, after = [n for n in digits if n < point], [n for n in digits if n > point]
    scale = _trailing_commas(kinds, before) + _trailing_commas(kinds, after)
    grouped = bool(before) and "comma" in kinds[before[0] : before[-1]]
    with localcontext() as context:
        context.prec = _PRECISION
        value = value.scaleb(2 * section.count("percent") - 3 * scale)
    whole, _, rest = f"{_rounded(value, len(after)):f}".partition(".")
    whole = "" if whole == "0" else whole
    places = _whole_places(section, before, whole, grouped)
    kept = _fraction_places(section, after, rest)
    out: list[str] = []
    for n, (kind, text) in enumerate(section.tokens):
        if kind == "digit":
            out.append(places.get(n, "") if n < point else kept.get(n, ""))
        elif kind == "point":
            # A section without places before the point still prints the whole part.
            head = whole if not before else ""
            out.append(head + ("." if kept or not after else ""))
        elif kind == "percent":
            out.append("%")
        elif kind != "comma":
            out.append(text)
    return "".join(out)


def _trailing_commas(kinds: list[str], digits: list[int]) -> int:
    count = 0
    if digits:
        while digits[-1] + count + 1 < len(kinds) and kinds[digits[-1] + count + 1] == "comma":
            count += 1
    return count


def _whole_places(section: _Section, before: list[int], whole: str, grouped: bool) -> dict[int, str]:
    """Fill the places before the point from the right; the first takes all that is left."""
    places: dict[int, str] = {}
    left = list(whole)
    position = 0
    for n in reversed(before):
        taken = [left.pop()] if left else (["0"] if section.tokens[n][1] == "0" else [])
        if n == before[0]:
            taken = left + taken
            left = []
        shown = ""
        for digit in reversed(taken):
            if grouped and position and position % 3 == 0:
                shown = "," + shown
            shown = digit + shown
            position += 1
        places[n] = shown
    return places


def _fraction_places(section: _Section, after: list[int], rest: str) -> dict[int, str]:
    kept = dict(zip(after, rest, strict=True))
    for n in reversed(after):
        if section.tokens[n][1] == "0" or kept[n] != "0":
            break
        del kept[n]
    return kept


def _date_parts(base: datetime, elapsed: timedelta, code: str) -> list[str]:
    tokens = list(_DATE_TOKEN.finditer(code))
    half = any(token["half"] for token in tokens)
    parts: list[str] = []
    before = ""
    for index, token in enumerate(tokens):
        field = (token["field"] or "").lower()
        if field:
            following = next((t["field"].lower() for t in tokens[index + 1 :] if t["field"]), "")
            minutes = field[0] == "m" and (before.startswith("h") or following.startswith("s"))
            parts.append(_field(base, "n" + field if minutes else field, half))
            before = field
        elif token["elapsed"]:
            seconds = int(elapsed.total_seconds())
            unit = {"h": 3600, "m": 60, "s": 1}[token["elapsed"][0].lower()]
            parts.append(str(seconds // unit))
            before = token["elapsed"].lower()
        elif token["half"]:
            parts.append(("上午", "下午")[base.hour >= 12] if "午" in token["half"] else f"{base:%p}")
        else:
            parts.append(token["quoted"] or token["escaped"] or token["other"] or "")
    return parts


def _field(base: datetime, field: str, half: bool) -> str:
    kind, length = field[0], len(field)
    if kind == "y":
        return f"{base.year % 100:02d}" if length <= 2 else f"{base.year:04d}"
    if kind == "a":
        return ("星期" if length == 4 else "") + _WEEKDAYS[base.weekday()]
    if kind == "n":
        kind, length = "m", length - 1
        number = base.minute
    else:
        hour = (base.hour % 12 or 12) if half else base.hour
        number = {"m": base.month, "d": base.day, "h": hour, "s": base.second}[kind]
    if kind in "md" and length >= 3 and field[0] != "n":
        return f"{number}月" if kind == "m" else "星期" + _WEEKDAYS[base.weekday()]
    return f"{number:02d}" if length == 2 else str(number)
