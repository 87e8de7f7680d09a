"""Rates over what two opposites make together, which is not printed: 有效问卷 486 份，无效 24 份，有效率 95.29 %.

The rate is named by the one and its words tell the other (不, 未, 无, or 超时 beside 按时); both stand right before it, and
no figure of their kind before them can be all that they are of.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import resources

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.judging.judge import Operation
from rules.relations.rates.beside import OF_CHANGE, STEM, is_whole_figure, one_unit, own_words
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, comparable

_DENIED = "[不未无非没](?:予|能|获|作|曾|被|有|再|准予?)?"
_WORD = 2


@cache
def opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the pairs of words that leave no third (按时, 超时), read once."""
    text = resources.files("rules.relations.rates").joinpath("named_rates.toml").read_text("utf-8")
    entries = tomllib.loads(text, parse_float=Decimal)["opposite"]
    return tuple((re.compile(entry["one"]), re.compile(entry["other"])) for entry in entries)


def of_both(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """Yield the one of two opposites over both."""
    stem = STEM.search(normal(rate.lead))
    at = next((n for n, m in enumerate(statement.own) if m.fact is rate.fact), 0)
    told = [m for m in statement.own[:at] if m.fact.kind is not FactKind.RATE]
    if stem is None or len(told) < _WORD or OF_CHANGE.search(stem.group(1)):
        return
    one, other = told[-2:]
    level = len({m.depth for m in (one, other, rate)}) == len({m.sentence for m in (one, other, rate)}) == 1
    if not (level and is_whole_figure(one) and is_whole_figure(other) and one_unit(one, other)):
        return
    for part, rest in ((one, other), (other, one)):
        if not _are_opposites(stem.group(1), own_words(part), own_words(rest)):
            continue
        both = part.fact.quantity.in_base + rest.fact.quantity.in_base
        earlier = [m for m in (*statement.section, *statement.near) if m.fact.start < one.fact.start]
        kin = [m for m in earlier if comparable(m.fact, part.fact) and not m.range_end]
        here = any(m.statement == rate.statement for m in kin)
        firm = not any(m.fact.quantity.in_base >= both for m in kin) and not here
        yield Reading(
            RelationKind.RATIO,
            Operation.PART,
            (part.fact, rest.fact),
            rate.fact,
            f"“{rate.fact.label}”＝{part.fact.label}÷（{part.fact.label}＋{rest.fact.label}）",
            sure=firm,
            firm=firm,
            alarms=not here,
        )


def _are_opposites(stem: str, part: str, rest: str) -> bool:
    """Say whether a rate is named by the part, and the rest is what the part is not."""
    for one, other in opposites():
        for mine, its in ((one, other), (other, one)):
            if mine.search(stem) and mine.search(part) and its.search(rest) and not its.search(part):
                return True
    if re.search(_DENIED, stem):
        word = re.sub(f"^.*?{_DENIED}", "", stem)
        denied, plain = part, rest
    else:
        word, denied, plain = next((w for w in (stem, stem[-_WORD:]) if w in part), ""), rest, part
    said = f"{_DENIED}{re.escape(word)}"
    return len(word) >= _WORD and bool(re.search(said, denied)) and _is_plain(word, said, plain)


def _is_plain(word: str, said: str, name: str) -> bool:
    """Say whether a name says a word and does not deny it."""
    return word in name and re.search(said, name) is None
