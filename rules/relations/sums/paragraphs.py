"""A list whose items are paragraphs: 项目支出 860 万元，具体包括：, and below it 1.… 320 万元；2.… 280 万元；3.… 260 万元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document.model import BlockKind, Document
from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.reading import Reading
from rules.relations.sentence import is_base, same_unit
from rules.relations.sums.completeness import Extent, extent, name_of
from rules.relations.sums.items import number_of_parts, outside_brackets
from rules.relations.sums.listed import AVERAGE, sum_of
from rules.relations.sums.wholes import is_aside

_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_NUMBERS = (
    re.compile(r"(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"[（(](?P<n>\d{1,2})[）)]"),
    re.compile(r"(?P<n>\d{1,2})[）)]"),
    re.compile(r"[（(](?P<n>[一二三四五六七八九十]{1,2})[）)]"),
    re.compile(r"(?P<n>[一二三四五六七八九十])是"),
    re.compile(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])"),
    re.compile(r"第(?P<n>[一二三四五六七八九十])[，、,：:]"),
)
"""What numbers the items, one way in all of them."""
_DIGITS = {word: n for row in ("一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩") for n, word in enumerate(row, 1)}
_OPENS = re.compile(
    r"(?:^|[，,。；;])(?![^：:]*(?:付款|支付|分期|进度|验收))(?P<marker>其中|具体(?:为|是|包括|构成|明细|安排|用途|分配)?(?:如下)?|分别(?:为|是|用于|包括)?"
    r"|主要用于[^，。；：:]{0,12}|(?:包括|用于|投向|分为|由)[^，。；：:]{0,12}|(?:按|从|分)[^，。；：:\d]{1,14}"
    r"|[^，。；：:\d]{0,8}(?:构成|来源|用途|去向|明细|分配)(?:情况)?(?:为|如下|是)?)[：:。]\s*$"
)
"""What parts a whole from the paragraphs that are its parts; 取得以下成效： leads in what was done with it."""
_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下)(?P<n>[一二三四五六七八九十]|\d{1,2})(?:个|大)?(?:方面|部分|类|项)"
)
_EXAMPLES = re.compile("主要|重点|例如|如[：:]")
_MORE = re.compile(r"\s*(?:此外|另|其他|其余|其它|同时|以上|剩余)")
_GENERIC = ("个", "项", "件", "次", "条", "种", "类", "份")
"""Classifiers that count too many things for a number in them to be a part without its noun."""
_ENDS_ITEM = re.compile(r"[；;]\s*$")
_FEWEST, _MOST = 2, 12
_LONGEST, _AS_FAR = 160, 40


@dataclass(frozen=True, slots=True)
class _List:
    """The number of the paragraph that opens a list, the figures of each item; ``more``: others may go on with it."""

    opener: int
    items: Sequence[Sequence[Mention]]
    more: bool


def find_listed_paragraphs(document: Document, mentions: Sequence[Mention], relations: Relations) -> None:
    """Assert that figures of the paragraphs that a paragraph leads in make its own."""
    told: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if document.blocks[mention.block].kind is BlockKind.PARAGRAPH:
            told[mention.block].append(mention)
    for found in _lists(document, told):
        wholes = list(_wholes(document, found, told))
        for last, _ in wholes:
            alike = [(whole, words) for whole, words in wholes if same_unit(whole.fact, last.fact)]
            if alike[0][0] is last:
                relations.choose(_readings(document.text, found, alike))


def _readings(text: str, found: _List, wholes: Sequence[tuple[Mention, str]]) -> Iterator[Reading]:
    """Yield what the items may make of the figures of one unit; of the last of these, if words say that they are its parts."""
    for at, (whole, words) in enumerate(wholes):
        parts = [_part(item, whole) for item in found.items]
        kept = [part for part in parts if part is not None]
        if len(kept) == len(parts) and not _only_numbers_items(whole, kept):
            yield _reading(text, found, whole, words, kept, sure=not at)


def _lists(document: Document, told: Mapping[int, Sequence[Mention]]) -> Iterator[_List]:
    blocks = document.blocks
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        ends = document.text[block.start : block.end].rstrip()[-1:]
        below = numbered(document, at + 1) if ends in ("：", ":", "。") else []
        if not below and ends in ("：", ":"):
            below = _semicolons(document, at + 1)
        items: list[Sequence[Mention]] = [told.get(number, ()) for number in below]
        if len(below) == 1:
            items = [*_segments(items[0])]
        if _FEWEST <= len(items) <= _MOST:
            behind = _text(document, below[-1] + 1)
            yield _List(at, items, behind is not None and _MORE.match(behind) is not None)


def _segments(own: Sequence[Mention]) -> list[list[Mention]]:
    """Return the figures of the parts of a first statement that semicolons part: 一是…；二是…；三是…."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in own:
        if mention.statement == own[0].statement:
            found[mention.sentence].append(mention)
    return list(found.values())


def _text(document: Document, at: int) -> str | None:
    """Return the text of a paragraph, None where there is none."""
    if at >= len(document.blocks) or document.blocks[at].kind is not BlockKind.PARAGRAPH:
        return None
    return document.text[document.blocks[at].start : document.blocks[at].end].strip()


def numbered(document: Document, first: int) -> list[int]:
    """Return the paragraphs from the first on that are numbered 1, 2, 3 … in one way."""
    text = _text(document, first)
    for pattern in _NUMBERS if text is not None else ():
        found: list[int] = []
        while (text := _text(document, first + len(found))) is not None:
            number = pattern.match(text)
            if number is None or _value(number["n"]) != len(found) + 1:
                break
            found.append(first + len(found))
        if found:
            return found
    return []


def goes_on(document: Document, items: Sequence[int]) -> bool:
    """Say whether numbered paragraphs go on behind others of the section that are not numbered: 2. … (a text of its own) 3. …."""
    if not items:
        return False
    section = document.blocks[items[-1]].section
    for at in range(items[-1] + 1, min(items[-1] + _AS_FAR, len(document.blocks))):
        text = _text(document, at) or ""
        found = [number for pattern in _NUMBERS if (number := pattern.match(text)) is not None]
        if document.blocks[at].section == section and any(_value(n["n"]) == len(items) + 1 for n in found):
            return True
    return False


def _value(number: str) -> int:
    return int(number) if number.isascii() else _DIGITS.get(number, 0)


def _semicolons(document: Document, first: int) -> list[int]:
    """Return the short paragraphs from the first on that end with semicolons, and the one behind them."""
    found: list[int] = []
    while (text := _text(document, first + len(found))) is not None and len(text) <= _LONGEST:
        found.append(first + len(found))
        if not _ENDS_ITEM.search(text):
            return found
    return []


def _wholes(
    document: Document, found: _List, told: Mapping[int, Sequence[Mention]]
) -> Iterator[tuple[Mention, str]]:
    """Yield the figures of the last statement of the opening paragraph that has any, and the words behind each."""
    own = told.get(found.opener) or told.get(found.opener - 1) or ()
    end = document.blocks[found.opener].end
    for whole in reversed(own):
        behind = document.text[whole.fact.evidence.end or whole.fact.start : end]
        plain = whole.fact.kind in _SUMMED and not whole.depth and not whole.range_end
        plain = plain and whole.fact.quantity.hedge is Hedge.NONE and not (is_base(whole) or is_aside(whole))
        last = whole.statement == own[-1].statement
        if plain and last and not AVERAGE.search(normal(whole.lead)):
            yield whole, outside_brackets(behind)


def _part(own: Sequence[Mention], whole: Mention) -> Mention | None:
    """Return the first figure of an item that may be part of a whole; None where it tells none, or one of another stage."""
    for mention in own:
        if mention.depth or mention.range_end or not same_unit(mention.fact, whole.fact):
            continue
        if is_base(mention) or is_aside(mention) or AVERAGE.search(normal(mention.lead)):
            return None
        other = mention.own_measure and mention.fact.measure not in (None, whole.fact.measure)
        alike = mention.fact.period == whole.fact.period and mention.fact.quantity.hedge is Hedge.NONE
        counted = mention.fact.kind is not FactKind.COUNT or _is_one_noun(mention, whole)
        named = mention.own_subject or mention.fact.kind is FactKind.COUNT or _is_called_alike(mention, whole)
        return mention if alike and counted and named and name_of(mention) and not other else None
    return None


def _is_called_alike(part: Mention, whole: Mention) -> bool:
    """Say whether a figure behind another of its item is called like its whole: 总投资 A; 道路类 5 个，投资 B."""
    name = normal(part.lead)
    return len(name) > 1 and normal(whole.lead).endswith(name)


def _is_one_noun(part: Mention, whole: Mention) -> bool:
    """Say whether a number counts what its whole does: by a classifier that tells, or under the same noun."""
    unit = whole.fact.quantity.unit
    if unit is not None and unit.symbol not in _GENERIC:
        return True
    noun = normal(whole.tail)[:2]
    return bool(noun) and normal(part.tail)[:2] == noun


def _announced(words: str) -> int | None:
    """Return how many ways of use words before a list announce: 主要用于以下三个方面."""
    found = _ANNOUNCED.search(words)
    return None if found is None else _value(found["n"])


def _only_numbers_items(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Say whether a figure is how many items follow, and no sum of theirs."""
    return whole.fact.kind is FactKind.COUNT and whole.fact.quantity.value == len(parts)


def _reading(
    text: str, found: _List, whole: Mention, words: str, parts: Sequence[Mention], *, sure: bool
) -> Reading:
    opened = _OPENS.search(words)
    numbered = number_of_parts(words) or _announced(words)
    told = Extent.UNSAID if opened is None else extent(text, whole, parts, opened["marker"])
    if found.more or (opened is None and _EXAMPLES.search(words)) or (numbered or len(parts)) != len(parts):
        told = Extent.SOME
    elif numbered is not None and opened is not None and told is not Extent.SOME:
        told = Extent.ALL
    reason = f"“{whole.fact.label}”之下各段所列各项"
    marker = "" if opened is None else opened["marker"]
    return sum_of(parts, whole, reason, told, sure=sure and told is Extent.ALL, marker=marker)
