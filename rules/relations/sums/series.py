"""Rates dealt out in order: A 和 B 分别为 1、2 万元，占比依次为 p %、q %. The k-th rate is of the k-th figure of each series."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

_NEXT = re.compile(r"\s*(?:[、，,]|和|与|及|以及)?\s*")
_EACH = re.compile("分别|依次|各")
_SHARE = re.compile("占")
_MOST = 12
_WHOLES = 8
_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)


def find_series(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the rates that are dealt out in order; ``text`` is the canonical text of the document."""
    for statement in statements:
        for rates in _rates(text, statement):
            _hold(text, rates, statement, relations)


def _rates(text: str, statement: Statement) -> list[list[Mention]]:
    """Return the runs of rates with nothing but 、 between them that 分别 or 依次 leads."""
    runs: list[list[Mention]] = []
    for mention in statement.own:
        if mention.fact.kind is not FactKind.RATE or mention.range_end:
            continue
        if runs and _NEXT.fullmatch(_between(text, runs[-1][-1], mention)):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if 2 <= len(run) <= _MOST and _EACH.search(_words_before(text, run[0]))]


def _between(text: str, one: Mention, other: Mention) -> str:
    return text[one.fact.evidence.end or one.fact.start : other.fact.start]


def _words_before(text: str, mention: Mention) -> str:
    return re.split("[，,；;。]", text[max(mention.fact.start - 16, 0) : mention.fact.start])[-1]


def _hold(text: str, rates: Sequence[Mention], statement: Statement, relations: Relations) -> None:
    earlier = [
        m
        for m in of_kind(statement.own, *_COUNTED)
        if m.fact.start < rates[0].fact.start
        and m.sentence == rates[0].sentence
        and m.depth == rates[0].depth
    ]
    parts = [m.fact for m in earlier[-len(rates) :]]
    if len(parts) < len(rates) or not all(same_unit(parts[0], part) for part in parts):
        return
    stated = [m.fact for m in rates]
    if _SHARE.search(_words_before(text, rates[0])):
        before = [m.fact for m in (*statement.section, *statement.before, *earlier[: -len(rates)])]
        wholes = [f for f in reversed(before) if f.kind in _COUNTED and same_unit(f, parts[0])][:_WHOLES]
        options = [[(part, whole) for part in parts] for whole in wholes]
        kind = RelationKind.SHARE
    else:
        first = [m.fact for m in earlier[: -len(rates)]][-len(rates) :]
        options = [list(zip(parts, first, strict=True))] if len(first) == len(rates) else []
        kind = RelationKind.RATIO
    for pairs in options:
        readings = [
            Reading(kind, Operation.RATIO, pair, rate, f"“{rate.label}”：依次对应的比率", sure=True)
            for pair, rate in zip(pairs, stated, strict=True)
            if _comparable(*pair)
        ]
        fitting = sum(reading.holds() for reading in readings)
        if fitting and fitting >= len(rates) - 1:
            for reading in readings:
                relations.choose([reading])
            return


def _comparable(part: Fact, whole: Fact) -> bool:
    return part is not whole and same_unit(part, whole)
