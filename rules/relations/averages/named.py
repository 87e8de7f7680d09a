"""Averages that their own name defines: 平均住院日 = 床日 ÷ 出院人次; the names are data in ``named_averages.toml``.

The words of the name say which figures are divided, wherever the report states them. Usage differs (床日 of those who
left or of all): unless both stand in one statement and the part by its likeliest name, a failure is only alleged where one
slip explains it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension
from rules.relations.build import Relations
from rules.relations.changes.direction import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Found, Operand, Reach
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

_END = "(?:分别|均|仅|约|总体|为|是|达到?|至)*$"
_MOST = 3
_HELD_AGAINST = re.compile("(?:高于|低于|超过|不足|不低于|不少于|不超过|目标|标准|要求)[^，]{0,4}$")
_PLANNED = re.compile("计划|目标|任务|预算|指标")


@dataclass(frozen=True, slots=True)
class NamedAverage:
    """An average by its name: what is divided (``part``), by what (``whole``), and the units that it is printed in."""

    name: re.Pattern[str]
    units: frozenset[str]
    part: tuple[re.Pattern[str], ...]
    whole: tuple[re.Pattern[str], ...]


@cache
def named_averages() -> tuple[NamedAverage, ...]:
    """Return the shipped definitions, read once."""
    text = resources.files("rules.relations.averages").joinpath("named_averages.toml").read_text("utf-8")
    return tuple(
        NamedAverage(
            re.compile(f"(?:{entry['name']}){_END}"),
            frozenset(entry["units"]),
            tuple(re.compile(words) for words in entry["part"]),
            tuple(re.compile(words) for words in entry["whole"]),
        )
        for entry in tomllib.loads(text, parse_float=Decimal)["average"]
    )


def find_named_averages(statements: Sequence[Statement], figures: Figures, relations: Relations) -> None:
    """Assert what the name of an average says, where the report states both figures."""
    for statement in statements:
        for mention in of_kind(statement.own, FactKind.COUNT, FactKind.AMOUNT, FactKind.OTHER):
            if mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end:
                relations.choose(list(_readings(mention, figures)))


def _readings(average: Mention, figures: Figures) -> Iterator[Reading]:
    """Yield what the name of an average says that it is, the likeliest figures first."""
    lead, unit = normal(average.lead), average.fact.quantity.unit
    if unit is None or _HELD_AGAINST.search(lead):
        return
    for definition in named_averages():
        known = any(unit.symbol.endswith(symbol) for symbol in definition.units)
        if not known or definition.name.search(lead) is None:
            continue
        parts = _found(definition.part, average, figures)
        wholes = _found(definition.whole, average, figures)
        if parts is None or wholes is None:
            return
        only = parts.only and wholes.only
        told = max(parts.reach, wholes.reach) <= Reach.STATEMENT and definition.part[0].search(
            parts.operands[0].name
        )
        for part in parts.operands[:_MOST]:
            for whole in wholes.operands[:_MOST]:
                if part.fact.id != whole.fact.id:
                    yield _reading(average, whole, part, only=only, sure=only and told is not None)


def _found(patterns: Sequence[re.Pattern[str]], average: Mention, figures: Figures) -> Found | None:
    return figures.named(patterns, average, lambda fact: _fits(fact, average), Reach.REPORT)


def _reading(average: Mention, whole: Operand, part: Operand, *, only: bool, sure: bool) -> Reading:
    quantity = replace(average.fact.quantity, counted=False)
    own = replace(average.fact, quantity=quantity)
    reason = f"“{own.label}”×{whole.fact.label}＝{part.fact.label}"
    # days times persons are days, months times 万元 a month are 万元: what is of the unit of the product stands first
    factors = (own, whole.fact) if same_unit(own, part.fact) else (whole.fact, own)
    kind = RelationKind.ARITHMETIC_OTHER
    return Reading(kind, Operation.PRODUCT, factors, part.fact, reason, sure=sure, alarms=only)


def _fits(fact: Fact, average: Mention) -> bool:
    """Say whether a figure is of the average's own year, told exactly, and no plan, change, rate or average itself."""
    own = average.fact
    counts = fact.kind in (FactKind.AMOUNT, FactKind.COUNT) or _is_time(fact)
    named = not AVERAGE.search(normal(fact.label)) or "月均" in fact.label
    exact = fact.quantity.hedge is Hedge.NONE and fact.measure not in CHANGES
    of_year = fact.period is None or own.period is None or fact.period == own.period
    return counts and named and exact and of_year and not _PLANNED.search(fact.label) and fact.id != own.id


def _is_time(fact: Fact) -> bool:
    unit = fact.quantity.unit
    return unit is not None and unit.dimension is Dimension.TIME
