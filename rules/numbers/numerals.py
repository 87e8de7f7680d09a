"""Text → figures: every figure of a text as a token, and what looks like one but is none (dates, names …).

Full-width digits, thousands separators, Chinese numerals, hedges (约, 余, 以上) and ranges are read; offsets
are those of the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

import cn2an

from rules.numbers.patterns import CELL, FOLD, RANGE, RATIO, TOKEN
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import (
    DISCOUNT,
    MEASURES,
    MONEY_UNITS,
    PERCENT,
    PERMILLE,
    PERMILLE_POINT,
    POINT,
    SCORE,
    TENTH,
    TIMES,
    Dimension,
    Unit,
    count,
)


class TokenKind(StrEnum):
    """What a token is; only a ``quantity`` carries a figure that can be checked."""

    QUANTITY = "quantity"
    DATE = "date"
    YEAR = "year"
    NUMBER_OF_DOCUMENT = "number_of_document"
    ORDINAL = "ordinal"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, or something with digits that is none. ``range_end``: one end of a range such as 60%-70%."""

    start: int
    end: int
    kind: TokenKind
    quantity: Quantity | None = None
    range_end: bool = False


@dataclass(frozen=True, slots=True)
class CellFigure:
    """The figure that fills a cell; ``comparison`` is one of ≥ ≤ > < = where the cell states a limit."""

    quantity: Quantity
    comparison: str | None = None


_COMPARISONS = {
    **dict.fromkeys((">=", "不低于", "不少于", "大于等于", "以上", "及以上", "优于", "达到"), "≥"),
    **dict.fromkeys(("<=", "不超过", "不高于", "小于等于", "以下", "及以下", "以内"), "≤"),
    "＞": ">", "大于": ">", "＜": "<", "小于": "<", "＝": "=",
}  # fmt: skip
_HEDGES = {
    **dict.fromkeys(("约", "大约", "左右", "上下", "来"), Hedge.ABOUT),
    **dict.fromkeys(
        ("近", "将近", "接近", "不足", "不到", "以下", "及以下", "以内", "不超过", "不高于", "低于", "少于",
         "小于", "至多", "≤", "<", "＜"), Hedge.AT_MOST,
    ),
    **dict.fromkeys(
        ("超过", "超", "逾", "余", "多", "以上", "及以上", "不低于", "不少于", "高于", "多于", "大于", "至少", "突破",
         "≥", ">", "＞"), Hedge.AT_LEAST,
    ),
}  # fmt: skip
_COMPARING = ("超过", "超", "高于", "多于", "低于", "少于")
_NO_THINGS = ("%", "‰", "百分点", "个百分点", "千分点", "个千分点", "分", "倍")
_GOAL_BEHIND = re.compile("的(?:年度|全年|年初|既定|预定|预期)?(?:绩效)?(?:目标|计划)")
_DOING = re.compile("完成|实现|达到?|制定|设定|提出|不[能得]?$")
# No figure has so many characters; what has is a number of something, or damage.
_LONGEST = 40
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_MONEY = {unit.symbol: unit for unit in MONEY_UNITS}
_NAMED = {"%": PERCENT, "‰": PERMILLE, "分": SCORE, "倍": TIMES, "成": TENTH, "折": DISCOUNT}
_PARTS = {"百": PERCENT, "千": PERMILLE, "万": Unit("‱", Dimension.RATE, Decimal("0.01"))}


def tokens(text: str) -> list[Token]:
    """Return every figure of a running text in order; dates, names and ordinals are marked as such."""
    folded = text.translate(FOLD)
    return list(_with_ranges(folded, [_token(match) for match in TOKEN.finditer(folded)]))


def parse_cell(text: str, unit: Unit | None, *, year_like: bool = False) -> CellFigure | None:
    """Return the figure that fills a table cell, or None for words, blanks, dashes and years.

    ``unit`` is what the column states, for a figure that names none itself. A figure in brackets is negative.
    ``year_like``: 2084 is a figure here, because its column holds figures.
    """
    match = CELL.fullmatch(" ".join(text.translate(FOLD).split()))
    if match is None or bool(match["open"]) != bool(match["close"]) or len(match["number"]) > _LONGEST:
        return None
    number, bracketed = match["number"], match["open"] is not None
    if bracketed and number.isdigit():
        return None  # （1） numbers a row
    year = re.fullmatch(r"(?:19|20)\d{2}", number) and not match["scale"]
    if year and (match["unit"] == "年" or (match["unit"] is None and not year_like)):
        return None
    word = match["comparison"] or match["after"]
    hedge = _hedge(match["about"], match["odd"], "左右" if match["after"] == "左右" else None)
    negative = bracketed or match["sign"] in ("-", "负")
    quantity = _quantity(_digits(number), match["scale"], match["unit"], negative=negative, hedge=hedge)
    if quantity.unit is None and unit is not None:
        quantity = replace(quantity, unit=unit, counted=_is_counted(unit, quantity.precision, hedge))
    comparison = _COMPARISONS.get(word, word) if word and word != "左右" else None
    return CellFigure(quantity, comparison)


def _token(match: re.Match[str]) -> Token:
    for name in TokenKind:
        if name is not TokenKind.QUANTITY and match[name] is not None:
            start = match.start(name) + len(match[name]) - len(match[name].lstrip())
            return Token(start, match.end(name), name)
    if match["scales"] is not None:
        return _in_two_scales(match)
    if match["words"] is not None:
        return _in_words(match)
    if len(match["number"]) > _LONGEST:
        return Token(match.start("number"), match.end("number"), TokenKind.NAME)
    scale = (match["scale"] or "") + (match["scale2"] or "")
    hedge = _hedge(match["before"], match["odd"], match["after"])
    if match["before"] and not match["after"] and _is_goal(match):
        hedge = Hedge.NONE
    negative = match["sign"] is not None
    unit = match["unit"] or ("倍" if match["one"] and not scale else None)
    quantity = _quantity(_digits(match["number"]), scale, unit, negative=negative, hedge=hedge)
    start = next(match.start(name) for name in ("sign", "one", "number") if match[name] is not None)
    end = max(match.end(name) for name in ("number", "scale", "odd", "scale2", "unit"))
    return Token(start, end, TokenKind.QUANTITY, quantity)


def _hedge(before: str | None, odd: str | None, after: str | None) -> Hedge:
    """Return what the words around a figure make of it; what follows it weighs more."""
    return _HEDGES.get(after or odd or before or "", Hedge.NONE)


def _is_goal(match: re.Match[str]) -> bool:
    """Say whether what was done is held against a goal that is just that: 超过 500 人次的目标, not 完成超过 500 人次."""
    if match["before"] not in _COMPARING or match["odd"] is not None or match["unit"] in (None, *_NO_THINGS):
        return False
    doing = _DOING.search(match.string[max(match.start() - 4, 0) : match.start()])
    return doing is None and _GOAL_BEHIND.match(match.string, match.end()) is not None


def _digits(number: str) -> str:
    return re.sub(r"[,，\s]", "", number)


def _quantity(digits: str, scale: str | None, unit: str | None, *, negative: bool, hedge: Hedge) -> Quantity:
    precision = len(digits.partition(".")[2])
    value = -Decimal(digits) if negative and Decimal(digits) else Decimal(digits)
    found = _unit(scale or "", unit)
    return Quantity(value, found, precision, digits, hedge, _is_counted(found, precision, hedge))


def _is_counted(unit: Unit | None, precision: int, hedge: Hedge) -> bool:
    """A whole number of things is exact; of 万 things it was rounded, and a measure always is."""
    if unit is None or unit.dimension is not Dimension.COUNT or unit.symbol in MEASURES:
        return False
    return precision == 0 and hedge is Hedge.NONE and unit.factor == 1


def _unit(scale: str, symbol: str | None) -> Unit | None:
    if symbol == "元":
        named = _MONEY.get(f"{scale}元")
        return named or Unit(f"{scale}元", Dimension.MONEY, _factor(scale))
    if symbol is not None and symbol.endswith("百分点"):
        return POINT
    if symbol is not None and symbol.endswith("千分点"):
        return PERMILLE_POINT
    if symbol is None:
        return Unit(scale, Dimension.COUNT, _factor(scale)) if scale else None
    if symbol[0] in RATIO and not scale:
        return TIMES
    if symbol in _NAMED and not scale:
        return _NAMED[symbol]
    whole = count(symbol)
    return replace(whole, symbol=f"{scale}{symbol}", factor=_factor(scale)) if scale else whole


def _factor(scale: str) -> Decimal:
    return Decimal(1).scaleb(sum(_SCALES[character] for character in scale))


def _in_words(match: re.Match[str]) -> Token:
    """Read a figure in Chinese numerals; one that is not well formed is kept as a name, seen but not read."""
    start, end = match.span("words")
    share, tail = match["share"], match["tail"] or ""
    whole = match["chinese"] if share is None else share.partition("点")[0]
    tail = tail if share is None else share.partition("点")[2]
    value = chinese_value(whole, tail)
    if value is None:
        return Token(start, end, TokenKind.NAME)
    if share is not None:
        unit: Unit | None = _PARTS[match["parts"]]
    else:
        unit = _unit((match["cscale"] or "") + (match["cscale2"] or ""), match["cunit"])
    hedge = _HEDGES.get(match["codd"] or "", Hedge.NONE)
    counted = _is_counted(unit, len(tail), hedge)
    return Token(
        start, end, TokenKind.QUANTITY, Quantity(value, unit, len(tail), match["words"], hedge, counted)
    )


def _in_two_scales(match: re.Match[str]) -> Token:
    """Read 十二亿四千万元 as 12.4 亿元, printed as precisely as its last digit that is no zero, or as it is written out."""
    start, end = match.start("two"), match.end("scales")
    odd = re.search("[余多]", match["two"])
    high, low = re.split("[亿万]", re.sub("[余多]", "", match["two"]), maxsplit=1)
    scale = match["two"][len(high)]
    whole, rest = _part(high), _part(low)
    if whole is None or rest is None:
        return Token(start, end, TokenKind.NAME)
    shift = _SCALES[scale]
    value = (whole + rest.scaleb(-shift)).normalize()
    digits = re.search(r"\d{2,}", low)  # 1亿2000万元 goes to the last 万, 1亿2千万元 does not
    places = -int(value.as_tuple().exponent)
    precision = (4 if scale == "万" or low.endswith("万") else shift) if digits else max(places, 0)
    unit = _unit(scale, match["tunit"])
    hedge = _hedge(match["tbefore"], odd and odd.group(), match["todd"])
    quantity = Quantity(value.quantize(Decimal(1).scaleb(-precision)), unit, precision, match["two"], hedge)
    return Token(start, end, TokenKind.QUANTITY, quantity)


def _part(text: str) -> Decimal | None:
    """Return the value of one part of a figure in two scales, in Chinese numerals or in digits: 四千万, 2000万, 4千5百."""
    plain = text.lstrip("零")
    if not re.search("[0-9]", plain):
        return chinese_value(plain)
    found, total = Decimal(1), Decimal(0)
    if plain.endswith("万"):
        plain, found = plain[:-1], Decimal(10000)
    for digits, scale in re.findall(r"(\d+)([千百]?)", plain):
        total += Decimal(digits) * _factor(scale)
    return total * found


def chinese_value(whole: str, tail: str = "") -> Decimal | None:
    """Return the value of a Chinese numeral and the digits after its 点, or None if it is not well formed."""
    plain = whole.replace("两", "二").replace("〇", "零")
    if plain[:1] in "百千佰仟":
        plain = f"一{plain}"
    try:
        value = Decimal(str(cn2an.cn2an(plain, "smart")))
    except ValueError:
        return None
    decimals = "".join(
        str(int(cn2an.cn2an(character.replace("两", "二").replace("〇", "零")))) for character in tail
    )
    return value + Decimal(f"0.{decimals}") if decimals else value


def _with_ranges(text: str, found: list[Token]) -> Iterator[Token]:
    """Mark both ends of a range; a first end without a unit takes that of the second."""
    ends: set[int] = set()
    for index, (one, other) in enumerate(pairwise(found)):
        if one.quantity is None or other.quantity is None:
            continue
        between = text[one.end : other.start]
        minus = between == "" and text[other.start : other.start + 1] == "-"
        if (RANGE.fullmatch(between) and between.strip()) or minus:
            ends |= {index, index + 1}
    for index, token in enumerate(found):
        if index not in ends or token.quantity is None:
            yield token
            continue
        quantity = token.quantity
        if index + 1 in ends and quantity.unit is None and (after := found[index + 1].quantity) is not None:
            quantity = replace(quantity, unit=after.unit)
        yield replace(token, quantity=replace(quantity, value=abs(quantity.value)), range_end=True)
