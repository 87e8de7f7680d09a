"""Columns of rates that their own head defines: 节约率 = 节约资金 ÷ 采购预算; the names are data in ``named_rates.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.rates.named_rates import named_rates
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

Facts = dict[tuple[int, int], Fact]

_HINT = re.compile(r"[（(][^（）()]*[）)]|[%％]")
_MOST = 4
_FIGURES = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER)


def rates_by_name(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert a rate of each row by the two columns that its head names, where the rows bear them out."""
    for column in sorted({c for row in rows for c in row.figures}):
        lines = [row for row in rows if column in row.figures and _is_rate(facts.get((row.row, column)))]
        lines = [row for row in lines if not relations.is_computed(facts[row.row, column])]
        if not lines:
            continue
        head = _HINT.sub("", normal(lines[0].heads[column].leaf))
        for pair in _pairs(head, lines[0], column, facts):
            readings = [_reading(row, column, pair, facts) for row in rows]
            held = [reading for reading in readings if reading is not None]
            if _is_borne_out(held):
                for reading in held:
                    relations.choose([reading])
                break


def _is_borne_out(readings: Sequence[Reading]) -> bool:
    """Say whether as many rows hold as fail; a row of two equal figures is 100 % of many columns and shows nothing."""
    holding = [reading for reading in readings if reading.holds()]
    telling = [r for r in holding if len({fact.quantity.in_base for fact in r.operands}) > 1]
    failing = len(readings) - len(holding)
    return len(telling) >= failing if failing else bool(holding)


def _is_rate(fact: Fact | None) -> bool:
    return fact is not None and fact.kind is FactKind.RATE


def _pairs(head: str, row: RowReading, column: int, facts: Facts) -> list[tuple[int, int]]:
    """Return the columns that the name of a rate may mean: what is divided, and by what."""
    names = {
        c: _HINT.sub("", normal(row.heads[c].words))
        for c in row.figures
        if c != column and (row.row, c) in facts and facts[row.row, c].kind in _FIGURES
    }
    found = []
    for rate in named_rates():
        if rate.name.search(head) is None:
            continue
        parts, wholes = _named(rate.part, names), _named(rate.whole, names)
        found += [(part, whole) for part in parts for whole in wholes if part != whole]
    return found[:_MOST]


def _named(patterns: Sequence[re.Pattern[str]], names: dict[int, str]) -> list[int]:
    """Return the columns of the first words that name any."""
    for pattern in patterns:
        if found := [column for column, name in names.items() if pattern.search(name)]:
            return found
    return []


def _reading(row: RowReading, column: int, pair: tuple[int, int], facts: Facts) -> Reading | None:
    part, whole = (facts.get((row.row, place)) for place in pair)
    stated = facts.get((row.row, column))
    if part is None or whole is None or stated is None or not _is_rate(stated):
        return None
    reason = f"“{row.label or '本行'}”一行：{stated.evidence.column}＝{part.evidence.column}÷{whole.evidence.column}"
    return Reading(RelationKind.RATIO, Operation.RATIO, (part, whole), stated, reason, sure=True)
