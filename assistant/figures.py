"""Every figure in a text that is about to leave, in whatever form it is written.

The readers of ``rules`` must not see figures where a report has none; this reader must not miss one where a text hides
it. It therefore undoes disguises first (full-width and foreign digits, zero-width characters, blanks and marks between
digits), knows parts, tenths, multiples and vague numbers, and ends with a sweep: a character with a numeric value that
nobody accounted for is a figure without a value, which nothing can support.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.disguise import Plain
from assistant.numeral_words import NUMERALS, english_numbers, numeral_value
from rules.numbers.quantity import Hedge
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


class FigureKind(StrEnum):
    """What a figure is to the guard; a reference (page, article, annex, list number) is held against citations."""

    QUANTITY = "quantity"
    YEAR = "year"
    DATE = "date"
    NUMBER = "number"  # a 文号
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure. ``start`` and ``end`` are offsets in the plain text; ``text`` is as written; ``value`` None: vague.

    For a year the value is the year, for a reference its number; ``word`` is the word that makes it one (页, 条, 附件).
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: Decimal | None
    unit: Unit | None = None
    hedge: Hedge = Hedge.NONE
    word: str = ""
    key: str = ""


_CN = NUMERALS
_ARABIC = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_CHINESE = rf"[{_CN}]+(?:点[{_CN}]+)?"
_CORE = rf"(?:(?:{_ARABIC})(?:点[{_CN}\d]+)?[十百千万亿兆]*(?:[{_CN}\d]+[十百千万亿])*|{_CHINESE})"
_UNITS = (
    "个点", "个百分点", "百分点", "亿元", "百万元", "万元", "千元", "元", "块钱", "角", "亿", "%", "‰", "分钟", "分", "倍", "成",
    "折", "番", "平方米", "平方公里", "公里", "㎡", "个月", "小时", "工作日", "季度", "周年", "天", "日", "月", "年", "秒", "周",
    "种", "点", "页", "级", "档", "段", "句", "字", "列", "行", "核", "吨", "米", "度", "步", "面", "方", "GB", "MB",
    "TB", "G", "者", "大", "轮", "遍", "趟", "回", "笔", "张", "片", "块", "只", "头", "股", *COUNT_SYMBOLS,
)  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(set(_UNITS), key=len, reverse=True))
_BEFORE = r"(?P<before>约|大约|接近|将近|近|超过|超|逾|高于|大于|多于|不足|不到|低于|小于|少于|至少|至多|最多|过|满)?(?:(?<=约)[为是有在达])?\s*"
_AFTER = r"(?P<after>多|余|左右|上下|以上|以下|以内|出头|[来几](?=[个项人家万亿元]))?"
_QUANTITY = re.compile(
    rf"{_BEFORE}(?P<number>(?P<sign>(?<![\d%年月日号]\s)(?<![\d%年月日号])[-−负])?(?P<part>百分之|千分之|万分之)?(?P<core>{_CORE}))"
    rf"(?P<more>多|余|来)?(?P<scale>[十百千万亿]+(?!元))?\s*(?P<unit>{_UNIT})?(?P<odd>[{_CN}](?![{_CN}]))?{_AFTER}"
)
_FRACTION = re.compile(rf"(?P<below>{_CORE})分之(?P<above>{_CORE})|(?P<a>\d+)\s*[/⁄]\s*(?P<b>\d+)")
_HALF = re.compile(r"(?:一大?半|半数|过半|大半|对半|各半|半壁)")
_DOUBLE = re.compile(rf"翻了?(?P<times>[{_CN}\d])?番|翻倍|加倍|成倍")
_VAGUE = re.compile(
    r"(?:数|几|好几|上|成|若干|多少)[十百千万亿成倍]+|[十百千万亿]+(?=[多余几])|成千上万|数不清"
)
_ROMAN = re.compile(r"(?<![A-Za-z])[IVXLCDM]{2,}(?![A-Za-z])")
_DATE = re.compile(
    rf"(?:(?P<y>(?:19|20)\d\d|[{_CN}]{{4}})[年./-])?(?P<m>\d{{1,2}}|[{_CN}]{{1,2}})[月./-](?P<d>\d{{1,2}}|[{_CN}]{{1,3}})[日号]?"
)
_MONTH = re.compile(
    rf"(?:(?P<y>(?:19|20)\d\d|[{_CN}]{{4}})年)?(?P<m>\d{{1,2}}|[{_CN}]{{1,2}})月(?:份|底|初|中旬|上旬|下旬|末)?"
)
_YEAR = re.compile(r"(?P<y>(?:19|20)\d\d|[一二][零〇○九][零〇○一二三四五六七八九]{2})\s*年(?:度|末|初|底)?")
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{0,10}[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*第?\s*\d+\s*号|第?\s*\d+\s*号(?:文件?|令|公告)?"
)
_REFERENCE = re.compile(
    rf"(?P<w1>附件|附表|附录|表|图)\s*(?P<n1>\d{{1,2}}|[{_CN}]{{1,3}})(?![\d.%,{_CN}])"
    rf"|第\s*(?P<n2>\d{{1,4}}|[{_CN}]{{1,5}})\s*(?:[—–~-]\s*(?P<n3>\d{{1,4}})\s*)?(?P<w2>页|条|款|项|章|节|部分|目)"
    r"|\[(?P<n4>\d{1,3})\](?P<w4>)"
)


def figures(text: Plain, harmless: Iterable[tuple[int, int]] = ()) -> list[Figure]:
    """Return every figure in reading order; ``harmless`` are stretches of the plain text known to hold none."""
    taken = [False] * len(text.text)
    for start, end in harmless:
        taken[start:end] = [True] * (end - start)
    found: list[Figure] = []
    for read in (_references, _numbers, _dates, _fractions, _quantities, _words, _sweep):
        for figure in read(text, taken):
            taken[figure.start : figure.end] = [True] * (figure.end - figure.start)
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)


def _free(taken: list[bool], start: int, end: int) -> bool:
    return end > start and not any(taken[start:end])


def _references(text: Plain, taken: list[bool]) -> list[Figure]:
    found = []
    for match in _REFERENCE.finditer(text.text):
        if _free(taken, *match.span()):
            number = match["n1"] or match["n2"] or match["n4"]
            word = match["w1"] or match["w2"] or "["
            found.append(
                Figure(
                    *match.span(),
                    text.as_written(*match.span()),
                    FigureKind.REFERENCE,
                    _value(number),
                    word=word,
                    key=match["n3"] or "",
                )
            )
    return found


def _numbers(text: Plain, taken: list[bool]) -> list[Figure]:
    found = []
    for match in _NUMBER.finditer(text.text):
        start, end = match.span()
        digits = re.search(r"[〔\[(（【第\d]", match.group())
        start += digits.start() if digits else 0
        if _free(taken, start, end):
            key = "-".join(re.findall(r"\d+", text.text[start:end]))
            found.append(Figure(start, end, text.as_written(start, end), FigureKind.NUMBER, None, key=key))
    return found


def _dates(text: Plain, taken: list[bool]) -> list[Figure]:
    found: list[Figure] = []
    for pattern in (_DATE, _MONTH, _YEAR):
        for match in pattern.finditer(text.text):
            start, end = match.span()
            if not _free(taken, start, end) or (start and text.text[start - 1] in "0123456789.,"):
                continue
            figure = _date(match, text)
            if figure is not None:
                taken[start:end] = [True] * (end - start)
                found.append(figure)
    return found


def _date(match: re.Match[str], text: Plain) -> Figure | None:
    parts = match.groupdict()
    year = _value(parts.get("y"))
    month, day = _value(parts.get("m")), _value(parts.get("d"))
    written = text.as_written(*match.span())
    if parts.get("m") is None:
        return Figure(*match.span(), written, FigureKind.YEAR, year, key=str(year))
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if not re.search(r"[月年]", match.group()) and year is None:
        return None  # 3-5, 1.5: a range or a decimal
    key = f"{'' if year is None else year}-{month}-{'' if day is None else day}"
    return Figure(*match.span(), written, FigureKind.DATE, None, key=key)


def _value(text: str | None) -> Decimal | None:
    return None if text is None else numeral_value(text)


def _fractions(text: Plain, taken: list[bool]) -> list[Figure]:
    found = []
    for match in _FRACTION.finditer(text.text):
        below, above = match["below"] or match["b"], match["above"] or match["a"]
        if _free(taken, *match.span()) and below not in ("百", "千", "万"):
            bottom, top = numeral_value(below), numeral_value(above)
            value = top * 100 / bottom if bottom and top is not None else None
            found.append(_quantity(text, match.span(), value, PERCENT))
    for match in _HALF.finditer(text.text):
        if _free(taken, *match.span()):
            value = Decimal(50) if match.group() in ("一半", "半数", "对半", "各半") else None
            found.append(_quantity(text, match.span(), value, PERCENT))
    for match in _DOUBLE.finditer(text.text):
        if _free(taken, *match.span()):
            times = numeral_value(match["times"]) if match["times"] else Decimal(1)
            value = Decimal(2) ** times if times is not None and times < 64 else None
            found.append(_quantity(text, match.span(), value, TIMES))
    found += [
        _quantity(text, match.span(), None, None)
        for match in _VAGUE.finditer(text.text)
        if _free(taken, *match.span())
    ]
    return _disjoint(found)


def _disjoint(found: list[Figure]) -> list[Figure]:
    kept: list[Figure] = []
    for figure in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _quantity(
    text: Plain, span: tuple[int, int], value: Decimal | None, unit: Unit | None, hedge: Hedge = Hedge.NONE
) -> Figure:
    return Figure(*span, text.as_written(*span), FigureKind.QUANTITY, value, unit, hedge)


_HEDGES = {
    Hedge.AT_LEAST: {
        "超过",
        "超",
        "逾",
        "高于",
        "大于",
        "多于",
        "至少",
        "过",
        "满",
        "多",
        "余",
        "来",
        "以上",
        "出头",
        "几",
    },
    Hedge.AT_MOST: {
        "接近",
        "将近",
        "近",
        "不足",
        "不到",
        "低于",
        "小于",
        "少于",
        "至多",
        "最多",
        "以下",
        "以内",
    },
    Hedge.ABOUT: {"约", "大约", "左右", "上下"},
}


def _quantities(text: Plain, taken: list[bool]) -> list[Figure]:
    found: list[Figure] = []
    at = 0
    while match := _QUANTITY.search(text.text, at):
        start, end = match.start("number"), match.end()
        at = max(match.end("core"), at + 1)
        if not _free(taken, start, match.end("core")):
            at = match.start("core") + 1
            continue
        while end > match.end("core") and not _free(taken, start, end):
            end -= 1
        figure = _read(text, match, start, end)
        taken[figure.start : figure.end] = [True] * (figure.end - figure.start)
        found.append(figure)
        at = figure.end
    return found


def _read(text: Plain, match: re.Match[str], start: int, end: int) -> Figure:
    value = numeral_value(match["core"])
    unit_word = match["unit"] if match["unit"] and match.end("unit") <= end else None
    scale = match["scale"] if match["scale"] and match.end("scale") <= end else None
    if value is not None and scale:
        factor = numeral_value("一" + scale)
        value = value * factor if factor else None
    unit: Unit | None = None
    if match["part"]:
        value = None if value is None else value / {"百": 1, "千": 10, "万": 100}[match["part"][0]]
        unit = PERCENT
        end = match.end("core")
    elif unit_word:
        value, unit = _with_unit(value, unit_word, match["odd"] if match.end("odd") <= end else None)
        if not (unit_word in ("成", "折") and match["odd"]):
            end = min(end, match.end("unit")) if match["odd"] else end
    else:
        end = match.end("scale") if scale else match.end("more") if match["more"] else match.end("core")
    if value is not None and match["sign"]:
        value = -value
    hedges = {
        match["before"],
        match["more"] if match["more"] else None,
        match["after"] if unit_word else None,
    }
    hedge = next((one for one, words in _HEDGES.items() if hedges & words), Hedge.NONE)
    return _quantity(text, (start, max(end, match.end("core"))), value, unit, hedge)


def _with_unit(value: Decimal | None, word: str, odd: str | None) -> tuple[Decimal | None, Unit]:
    if word in ("成", "折"):
        tenth = numeral_value(odd) if odd else Decimal(0)
        return (None if value is None or tenth is None else value * 10 + tenth), PERCENT
    if word == "亿":
        return (None if value is None else value * 100_000_000), count("")
    special = {
        "%": PERCENT,
        "‰": PERMILLE,
        "百分点": POINT,
        "个百分点": POINT,
        "个点": POINT,
        "分": SCORE,
        "倍": TIMES,
    }
    money = {unit.symbol: unit for unit in MONEY_UNITS}
    unit = special.get(word) or money.get(word)
    if unit is None:
        unit = Unit(word, Dimension.TIME) if word in ("年", "个月", "月", "天", "日", "小时") else count(word)
    return value, unit


def _words(text: Plain, taken: list[bool]) -> list[Figure]:
    found = []
    for first, last in english_numbers(text.written):
        places = [at for at, origin in enumerate(text.origin) if first <= origin < last]
        if places and _free(taken, places[0], places[-1] + 1):
            found.append(_quantity(text, (places[0], places[-1] + 1), None, None))
    found += [
        _quantity(text, match.span(), None, None)
        for match in _ROMAN.finditer(text.text)
        if _free(taken, *match.span())
    ]
    return _disjoint(found)


_UNIT_WORDS = re.compile(
    r"(?<![数几上成])(?:百万元|亿元|万元|千元|万分|百分[点比]|人民币|千瓦|千克|百科|万一|千方百计|亿级)"
)


def _sweep(text: Plain, taken: list[bool]) -> list[Figure]:
    for match in _UNIT_WORDS.finditer(text.text):
        if _free(taken, *match.span()):
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return [
        _quantity(text, (at, at + 1), None, None)
        for at, character in enumerate(text.text)
        if not taken[at] and character not in "²³㎡㎥" and _numeric(text.text, at)
    ]


def _numeric(text: str, at: int) -> bool:
    """Say whether a character has a numeric value; 参 and 什 (参照, 什么) have one only beside another."""
    character = text[at]
    if character in "参什":
        around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        return any(beside.isdigit() or beside in _CN for beside in around)
    return unicodedata.numeric(character, None) is not None or character in _CN
