"""Text → figures: every figure of a text as a token, and everything that looks like one but is not (dates, names …).

Full-width digits, thousands separators, Chinese numerals, hedges (约, 余, 以上) and ranges are read; offsets are those of
the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import cn2an

from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import (
    COUNT_SYMBOLS,
    MONEY_UNITS,
    PERCENT,
    PERMILLE,
    POINT,
    SCORE,
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


# One character for one character, so that offsets stay.
_FOLD = str.maketrans("０１２３４５６７８９．％﹪－﹣−＋", "0123456789.%%---+")

_NUMBER = r"(?:\d{1,3}(?:\s?[,，]\s?\d{3})+(?![\d])|\d+)(?:\.\d+)?"
_CLASSIFIERS = "|".join(sorted((s for s in COUNT_SYMBOLS if s != "个百分点"), key=len, reverse=True))
_OTHER_UNITS = r"平方米|平方公里|公里|千米|公顷|小时|分钟|个月|㎡|亩|吨|米|天|核|GB|TB|MB"
_UNIT = (
    rf"个?百分点|[%‰]|元|分(?![别析类期为成段配布项解工管支行局校散赛层级])|倍|(?:{_OTHER_UNITS})(?![A-Za-z])|(?:{_CLASSIFIERS})"
)
_BEFORE = r"约|近(?!年|期|日|似)|超过|超|逾|不足|不到|不低于|不少于|不超过|不高于|至少|[≥≤＞＜><]\s?"
_AFTER = r"以上|以下|左右|以内|余|多(?!个|项|家|种)"
_CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+"
_FIGURE = (
    rf"(?:(?P<before>{_BEFORE})\s*)?(?P<sign>(?<![\d%\w元人个])-\s?)?(?P<number>{_NUMBER})"
    rf"\s*(?P<scale>千万|百万|万|亿|千(?=元))?(?P<odd>余|多(?=[万亿元%]|{_CLASSIFIERS}))?\s*(?P<scale2>万|亿)?\s*(?P<unit>{_UNIT})?\s*(?P<after>{_AFTER})?"
)
_WORDS = (
    rf"百分之(?P<percent>{_CHINESE}(?:点{_CHINESE})?)"
    rf"|(?P<chinese>(?:[二两三四五六七八九十百千][零〇一二三四五六七八九十百千]+|[一二两三四五六七八九十](?=万元|亿元|成|倍)))"
    rf"(?P<cscale>万|亿)?(?P<cunit>元|成|倍|{_CLASSIFIERS})"
)
_TOKEN = re.compile(
    r"(?P<number_of_document>[一-鿿]{0,8}[〔［\[（(](?:19|20)\d{2}[〕］\]）)]\s*第?\s*\d+\s*号)"
    r"|(?P<date>(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?|(?:19|20)\d{2}(?:\.\d{1,2}\.|-\d{1,2}-|/\d{1,2}/)\d{1,2}"
    r"|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*月(?:份|底|末|初)?(?![\d个])|(?<![\d.])\d{1,2}日(?=前|后|起|止|内)|[二一][〇○零一二三四五六七八九]{3}年)"
    r"|(?P<year>(?:19|20)\d{2}\s*[-—–~至]+\s*(?:19|20)\d{2}\s*年度?|(?:19|20)\d{2}\s*年度?)"
    r"|(?P<ordinal>第\s*\d+\s*(?:条|页|季度|批|项|次|期|名|位|届|章|节|款|号|类|轮|版|部分)|附[件表]\s*\d+|[表图]\s*\d+(?:[-—]\d+)?(?=[：:、，。\s）)]|$)"
    r"|(?:(?<=^)|(?<=\n)|(?<=[。；：:]))\s*\d{1,2}\s*[．.、)）](?!\d)|[（(]\d{1,2}[）)]|\[\d+\])"
    r"|(?P<name>[A-Za-z]+[-+]?\d+(?:\.\d+)*[A-Za-z]*|(?<![\d.])\d+(?:\.\d+)*(?=[A-Za-z])(?!GB|TB|MB)[A-Za-z+]+|[“\"]\d+[”\"]"
    r"|\d+(?:\.\d+)?\s*版|\d{3,5}(?=热线|便民|专线|平台|举报|政务服务便民)|1[3-9]\d{9}|0\d{2,3}-\d{7,8}|\d+[×xX*]\d+|\d\.0(?![\d%万亿元个人分倍]))"
    rf"|(?P<words>{_WORDS})"
    rf"|(?P<figure>{_FIGURE})"
)
_RANGE = re.compile(r"\s*[-—–~～]{1,2}\s*|\s*[至到]\s*")
_CELL = re.compile(
    r"\s*(?P<comparison>>=|<=|[≥≤＞＜><＝=]|不低于|不少于|不超过|不高于|大于等于|小于等于|大于|小于|达到|优于)?\s*"
    rf"(?P<open>[（(])?\s*(?P<sign>[-+])?\s*(?P<number>{_NUMBER})\s*(?P<close>[）)])?\s*(?P<scale>万|亿|千(?=元)|百万(?=元))?\s*"
    rf"(?P<unit>{_UNIT})?\s*(?P<after>以上|以下|以内|及以上)?\s*"
)
_COMPARISONS = {
    ">=": "≥", "不低于": "≥", "不少于": "≥", "大于等于": "≥", "以上": "≥", "及以上": "≥", "优于": "≥", "达到": "≥",
    "<=": "≤", "不超过": "≤", "不高于": "≤", "小于等于": "≤", "以下": "≤", "以内": "≤",
    "＞": ">", "大于": ">", "＜": "<", "小于": "<", "＝": "=",
}  # fmt: skip
_HEDGES = {
    "约": Hedge.ABOUT, "左右": Hedge.ABOUT,
    "近": Hedge.AT_MOST, "不足": Hedge.AT_MOST, "不到": Hedge.AT_MOST, "以下": Hedge.AT_MOST, "以内": Hedge.AT_MOST,
    "不超过": Hedge.AT_MOST, "不高于": Hedge.AT_MOST, "≤": Hedge.AT_MOST, "<": Hedge.AT_MOST, "＜": Hedge.AT_MOST,
    "超过": Hedge.AT_LEAST, "超": Hedge.AT_LEAST, "逾": Hedge.AT_LEAST, "余": Hedge.AT_LEAST, "多": Hedge.AT_LEAST,
    "以上": Hedge.AT_LEAST, "不低于": Hedge.AT_LEAST, "不少于": Hedge.AT_LEAST, "至少": Hedge.AT_LEAST,
    "≥": Hedge.AT_LEAST, ">": Hedge.AT_LEAST, "＞": Hedge.AT_LEAST,
}  # fmt: skip
_SCALES = {"千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}
_MONEY = {unit.symbol: unit for unit in MONEY_UNITS}


def tokens(text: str) -> list[Token]:
    """Return every figure of a running text in order, with dates, names and ordinals marked as what they are."""
    folded = text.translate(_FOLD)
    return list(_with_ranges(folded, [token for m in _TOKEN.finditer(folded) if (token := _token(m)) is not None]))


def parse_cell(text: str, unit: Unit | None) -> CellFigure | None:
    """Return the figure that fills a table cell, or None for words, blanks, dashes and years.

    ``unit`` is what the column states, for a figure that names none itself. A figure in brackets is negative.
    """
    folded = text.translate(_FOLD)
    match = _CELL.fullmatch(folded)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    digits = _digits(match["number"])
    bracketed = match["open"] is not None
    if bracketed and "." not in digits and "," not in match["number"]:
        return None  # （1） numbers a row
    if re.fullmatch(r"(?:19|20)\d{2}", match["number"]) and not match["unit"] and not match["scale"]:
        return None  # a year
    quantity = _quantity(
        digits, match["scale"], match["unit"], negative=bracketed or match["sign"] == "-", hedge=Hedge.NONE
    )
    if quantity.unit is None and unit is not None:
        whole = unit.dimension is Dimension.COUNT and quantity.precision == 0
        quantity = replace(quantity, unit=unit, counted=whole)
    word = match["comparison"] or match["after"]
    return CellFigure(quantity, _COMPARISONS.get(word, word) if word else None)


def _token(match: re.Match[str]) -> Token | None:
    kind = match.lastgroup
    for name in TokenKind:
        if name is not TokenKind.QUANTITY and match[name] is not None:
            return Token(match.start(name), match.end(name), name)
    if match["words"] is not None:
        return _words(match)
    if match["number"] is None:
        raise AssertionError(f"no alternative matched: {kind}")
    hedge = _HEDGES.get((match["after"] or match["odd"] or match["before"] or "").strip(), Hedge.NONE)
    scale = (match["scale"] or "") + (match["scale2"] or "")
    quantity = _quantity(
        _digits(match["number"]), scale or None, match["unit"], negative=match["sign"] is not None, hedge=hedge
    )
    start = match.start("sign") if match["sign"] is not None else match.start("number")
    end = max(match.end(name) for name in ("number", "scale", "odd", "scale2", "unit") if match[name] is not None)
    return Token(start, end, TokenKind.QUANTITY, quantity)


def _digits(number: str) -> str:
    return re.sub(r"[,，\s]", "", number)


def _quantity(digits: str, scale: str | None, unit: str | None, *, negative: bool, hedge: Hedge) -> Quantity:
    precision = len(digits.partition(".")[2])
    value = -Decimal(digits) if negative else Decimal(digits)
    found = _unit(scale or "", unit)
    counted = (
        found is not None
        and found.dimension is Dimension.COUNT
        and precision == 0
        and hedge is Hedge.NONE
        and found.factor == 1
    )
    return Quantity(value, found, precision, digits, hedge, counted)


def _unit(scale: str, symbol: str | None) -> Unit | None:
    if symbol == "元":
        return _MONEY[f"{scale}元"] if f"{scale}元" in _MONEY else Unit(f"{scale}元", Dimension.MONEY, _factor(scale))
    if symbol in ("%", "‰"):
        return PERCENT if symbol == "%" else PERMILLE
    if symbol is not None and symbol.endswith("百分点"):
        return POINT
    if symbol == "分":
        return SCORE
    if symbol == "倍":
        return TIMES
    if symbol is None:
        return Unit(scale, Dimension.COUNT, _factor(scale)) if scale else None
    return Unit(f"{scale}{symbol}", Dimension.COUNT, _factor(scale)) if scale else count(symbol)


def _factor(scale: str) -> Decimal:
    power = _SCALES.get(scale)
    if power is None:
        power = sum(_SCALES.get(character, 0) for character in scale)
    return Decimal(1).scaleb(power)


def _words(match: re.Match[str]) -> Token | None:
    """Read a figure in Chinese numerals."""
    if match["percent"] is not None:
        value, unit = Decimal(str(cn2an.cn2an(match["percent"], "smart"))), PERCENT
    else:
        value = Decimal(str(cn2an.cn2an(match["chinese"].replace("两", "二"), "smart")))
        symbol = match["cunit"]
        if symbol == "成":
            value, unit = value * 10, PERCENT
        else:
            found = _unit(match["cscale"] or "", symbol)
            if found is None:
                return None
            unit = found
    counted = unit.dimension is Dimension.COUNT and unit.factor == 1
    exponent = value.as_tuple().exponent
    precision = max(-exponent, 0) if isinstance(exponent, int) else 0
    quantity = Quantity(value, unit, precision, match["words"], Hedge.NONE, counted)
    return Token(match.start("words"), match.end("words"), TokenKind.QUANTITY, quantity)


def _with_ranges(text: str, found: list[Token]) -> Iterator[Token]:
    """Mark both ends of a range; a first end without a unit takes that of the second."""
    ends: set[int] = set()
    for index, (one, other) in enumerate(zip(found, found[1:], strict=False)):
        if one.quantity is None or other.quantity is None:
            continue
        between = text[one.end : other.start]
        minus = between == "" and text[other.start : other.start + 1] == "-"
        if (_RANGE.fullmatch(between) and between.strip()) or minus:
            ends |= {index, index + 1}
    for index, token in enumerate(found):
        if index not in ends or token.quantity is None:
            yield token
            continue
        quantity = token.quantity
        if index + 1 in ends and quantity.unit is None and (after := found[index + 1].quantity) is not None:
            quantity = replace(quantity, unit=after.unit)
        yield replace(token, quantity=replace(quantity, value=abs(quantity.value)), range_end=True)
