"""Rates dealt out in order: A 和 B 分别为 1、2 万元，占比依次为 p %、q %. The k-th rate is of the k-th figure of each series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

DEALT = "依次对应的比率"
"""How the reason of a relation ends whose rate is dealt to its figure in order."""

_NEXT = re.compile(r"\s*(?:[、，,]|和|与|及|以及)?\s*")
_EACH = re.compile("分别|依次|各")
_SHARE = re.compile("占|分担比例|比重")
_NAMED = re.compile(r"支出|支付|使用|实际|其中|累计|完成|资金|[\d①-⑩（）()\s、.]|[的为]$")
_DEALT = re.compile(
    "(?:[两二三四五]类|[各等]类|[两二三四五]项|占?(?:比重|比例|比)|分别|依次|各|所|的|为|是)+$"
)
_IN_ALL = re.compile("(?:合计|共计|总计|共)(?:为)?$")
_OF_TOLD = re.compile("(?:分别|依次|各)?占")
"""占采购总额 B 万元的比重为 p %、q %: the whole stands between the parts and their shares."""
_MOST = 12
_SHORTEST = 2
_TELLING = 4
"""Digits from which on the one of two rates that holds shows what they are of; another may hold by chance."""
_WHOLES = 8
_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)


def find_series(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the rates that are dealt out in order; ``text`` is the canonical text of the document."""
    for at, statement in enumerate(statements):
        for rates in _rates(text, statement):
            _hold(text, rates, statement, statements[:at], relations)


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
    return [
        run
        for run in runs
        if 2 <= len(run) <= _MOST
        and (_EACH.search(_words_before(text, run[0])) or _is_behind_as_many(text, run, statement))
    ]


def dealt_rates(text: str, statement: Statement) -> set[str]:
    """Return the ids of the shares that follow a row of as many figures: none of them is of the figure right before."""
    runs = [run for run in _rates(text, statement) if _is_behind_as_many(text, run, statement)]
    return {mention.fact.id for run in runs for mention in run}


def rates_in_order(text: str, statement: Statement) -> set[str]:
    """Return the ids of the rates that 分别 or 依次 leads: of the figure right before is none, unless it is dealt so."""
    return {mention.fact.id for run in _rates(text, statement) for mention in run}


def _is_behind_as_many(text: str, run: Sequence[Mention], statement: Statement) -> bool:
    """Say whether shares follow a row of as many figures that 分别 leads: A、B 采购额分别为 1 万元和 2 万元，占总额的 33 %和 67 %."""
    if not _SHARE.search(_words_before(text, run[0])):
        return False
    own = [m for m in of_kind(statement.own, *_COUNTED) if m.fact.start < run[0].fact.start]
    rows: list[list[Mention]] = []
    for mention in (m for m in own if m.sentence == run[0].sentence and m.depth == run[0].depth):
        if rows and _NEXT.fullmatch(_between(text, rows[-1][-1], mention)):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return bool(rows) and any(
        len(row) == len(run) and _EACH.search(_words_before(text, row[0])) for row in rows[-2:]
    )


def _between(text: str, one: Mention, other: Mention) -> str:
    return text[one.fact.evidence.end or one.fact.start : other.fact.start]


def _words_before(text: str, mention: Mention) -> str:
    return re.split("[，,；;。]", text[max(mention.fact.start - 16, 0) : mention.fact.start])[-1]


def dealt_to(rate: Mention, earlier: Sequence[Mention], statement: Statement, text: str) -> Mention | None:
    """Return the one of the figures before a run of rates that a rate of it is dealt to: the k-th of the last n."""
    run = next((run for run in _rates(text, statement) if rate in run), None)
    if run is None:
        return None
    own = [m for m in earlier if m.fact.start < run[0].fact.start and m.sentence == rate.sentence]
    level = [m for m in own if m.depth == rate.depth]
    return level[-len(run) :][run.index(rate)] if len(level) >= len(run) else None


def _named_alike(parts: Sequence[Mention], ahead: Sequence[Statement]) -> list[Fact]:
    """Return the figures of one earlier statement that bear the names of the parts, one each, where there are such."""
    names = [_NAMED.sub("", normal(m.lead)) for m in parts]
    if any(len(name) < _SHORTEST for name in names):
        return []
    for statement in reversed(ahead):
        there = [m for m in of_kind(statement.own, *_COUNTED) if m.fact.period == parts[0].fact.period]
        found = [[m.fact for m in there if name in normal(m.lead)] for name in names]
        if all(len(each) == 1 for each in found) and len({each[0].id for each in found}) == len(parts):
            return [each[0] for each in found]
    return []


def _hold(
    text: str,
    rates: Sequence[Mention],
    statement: Statement,
    ahead: Sequence[Statement],
    relations: Relations,
) -> None:
    earlier = [
        m
        for m in of_kind(statement.own, *_COUNTED)
        if m.fact.start < rates[0].fact.start
        and m.sentence == rates[0].sentence
        and m.depth == rates[0].depth
    ]
    stated = [m.fact for m in rates]
    if _SHARE.search(_words_before(text, rates[0])):
        kind, options = RelationKind.SHARE, _shares(rates, earlier, statement)
    else:
        kind, options = RelationKind.RATIO, _ratios(rates, earlier, ahead)
    for pairs in options:
        readings = [
            Reading(kind, Operation.RATIO, pair, rate, f"“{rate.label}”：{DEALT}", sure=True)
            for pair, rate in zip(pairs, stated, strict=True)
            if _comparable(*pair)
        ]
        fitting = [reading for reading in readings if reading.holds() and reading.is_possible()]
        if fitting and len(fitting) >= len(rates) - 1:
            shown = len(fitting) > 1 or fitting[0].stated.quantity.telling_digits >= _TELLING
            for reading in readings:
                relations.choose([replace(reading, sure=shown)])
            return


def _shares(
    rates: Sequence[Mention], earlier: Sequence[Mention], statement: Statement
) -> list[list[tuple[Fact, Fact]]]:
    """Return the figures that the rates may be of, over each whole before them."""
    options: list[list[tuple[Fact, Fact]]] = []
    placed, named = earlier[-len(rates) :], _parts_by_name(rates, statement)
    ways = [(placed, earlier[: -len(rates)]), (named, [m for m in earlier if m not in named])]
    whole_told = (
        _OF_TOLD.match(normal(earlier[-1].lead)) and rates[0].lead.startswith("的") if earlier else False
    )
    if len(earlier) > len(rates) and (_IN_ALL.search(normal(earlier[-1].lead)) or whole_told):
        ways.insert(0, (earlier[-len(rates) - 1 : -1], earlier[-1:]))
    for parts, level in ways:
        if len(parts) < len(rates) or not all(same_unit(parts[0].fact, part.fact) for part in parts):
            continue
        before = [m.fact for m in (*statement.section, *statement.before, *level)]
        wholes = [f for f in reversed(before) if f.kind in _COUNTED and same_unit(f, parts[0].fact)]
        wholes = [f for f in wholes if f.quantity.hedge is Hedge.NONE][:_WHOLES]
        options += [[(part.fact, whole) for part in parts] for whole in wholes]
    return options


def _parts_by_name(rates: Sequence[Mention], statement: Statement) -> list[Mention]:
    """Return the figures that bear the names which the rates are dealt to: 盗窃、诈骗两类占比分别为 58.35 %、25.83 %."""
    names = [_DEALT.sub("", normal(m.lead).partition("占")[0]) for m in rates]
    if any(len(name) < _SHORTEST for name in names):
        return []
    every = {m.fact.id: m for m in of_kind((*statement.section, *statement.near), *_COUNTED)}
    pool = [m for m in every.values() if m.fact.start < rates[0].fact.start]
    found = [[m for m in pool if name in normal(m.lead)] for name in names]
    return [each[-1] for each in found] if all(found) else []


def _ratios(
    rates: Sequence[Mention], earlier: Sequence[Mention], ahead: Sequence[Statement]
) -> list[list[tuple[Fact, Fact]]]:
    """Return the figures before the rates over those before these, or over those of the same names further up."""
    parts = [m.fact for m in earlier[-len(rates) :]]
    if len(parts) < len(rates) or not all(same_unit(parts[0], part) for part in parts):
        return []
    first = [m.fact for m in earlier[: -len(rates)]][-len(rates) :]
    named = _named_alike(earlier[-len(rates) :], ahead)
    return [list(zip(parts, of, strict=True)) for of in (first, named) if len(of) == len(rates)]


def _comparable(part: Fact, whole: Fact) -> bool:
    return part is not whole and same_unit(part, whole)
