"""Formulas that a report writes out in words, held against the definition: 在职人员控制率＝编制数÷在职人员数×100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.document.model import Document
from rules.errors import FormulaError
from rules.indicators.compute import TURNED
from rules.indicators.formula import Binary, Node, Number, names_of, parse, show, turned
from rules.indicators.printed import IndicatorResult
from rules.pack_model import Indicator, Term

_ENDS = re.compile(r"[。；;，,\n:：]|其中")
_LONGEST = 120
_QUOTES = re.compile("[“”\"'‘’《》\\s]")


class Said(StrEnum):
    """How a formula that the report writes out differs from the definition."""

    TURNED = "turned"
    MISTAKEN = "mistaken"
    CONVENTION = "convention"


@dataclass(frozen=True, slots=True)
class Stated:
    """A formula as written, where it stands, and which reading it is: upside down, a slip, another convention."""

    indicator: Indicator
    text: str
    start: int
    end: int
    said: Said
    reading: str


def stated_formulas(
    document: Document, results: Sequence[IndicatorResult], terms: Mapping[str, Term]
) -> Iterator[Stated]:
    """Yield every formula in words that is another than the definition's; what cannot be read is left alone."""
    text = document.text
    for result in results:
        indicator = result.indicator
        names = "|".join(re.escape(name) for name in (indicator.name, *indicator.aliases))
        head = re.compile(rf"[“\"]?(?:{names})[”\"]?\s*(?:的?计算公式)?(?:为|是)?\s*[:：]?\s*[=＝]\s*")
        for found in head.finditer(text):
            stop = _ENDS.search(text, found.end(), found.end() + _LONGEST)
            end = stop.start() if stop is not None else min(len(text), found.end() + _LONGEST)
            reading = _reading(text[found.end() : end], indicator, terms)
            if reading is not None:
                said, name = reading
                yield Stated(indicator, text[found.end() : end].strip(), found.start(), end, said, name)


def _reading(written: str, indicator: Indicator, terms: Mapping[str, Term]) -> tuple[Said, str] | None:
    """Return what a formula as written is, None for the definition itself and for what is not understood."""
    own = parse(indicator.formula or "")
    known = {show(_plain(parse(item.formula))): item for item in indicator.readings}
    try:
        node = parse(_QUOTES.sub("", written))
    except FormulaError:
        return None
    node = _plain(_in_terms(node, own, indicator, terms))
    if not names_of(node):
        return None
    shown = show(node)
    if shown == show(_plain(own)):
        return None
    upside_down = turned(_plain(own))
    if upside_down is not None and shown == show(upside_down):
        return Said.TURNED, TURNED
    reading = known.get(shown)
    if reading is None:
        return None
    return (Said.MISTAKEN if reading.mistaken else Said.CONVENTION), reading.name


def _in_terms(node: Node, own: Node, indicator: Indicator, terms: Mapping[str, Term]) -> Node:
    """Put the terms of the indicator in the place of the words that the report uses for them."""
    used = [*names_of(own), *(name for item in indicator.readings for name in names_of(parse(item.formula)))]
    by_words: dict[str, str] = {}
    for name in used:
        term = terms.get(name)
        for word in (name, *(term.words if term is not None else ())):
            by_words.setdefault(_QUOTES.sub("", word), name)
    names = {name: by_words.get(name, name) for name in names_of(node)}
    return parse(show(node, names))


def _plain(node: Node) -> Node:
    """Leave out a × 100 % at the end or the beginning, which some write and some do not."""
    match node:
        case Binary("×", left, Number(value, _)) if value == 100:
            return left
        case Binary("×", Number(value, _), right) if value == 100:
            return right
    return node
