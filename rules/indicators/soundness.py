"""Whether the formulas of a pack can work at all: their grammar, names, circles, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from rules.errors import FormulaError
from rules.facts.vocabulary import vocabulary
from rules.indicators.formula import Node, names_of, parse, show
from rules.indicators.value import Outcome, Value, dims_of, evaluate
from rules.likely import likely
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.units import MONEY_UNITS, PERCENT, Unit, count
from rules.pack_model import Indicator, Pack

Found = Iterator[tuple[tuple[str | int, ...], str]]


def unit_named(symbol: str) -> Unit:
    """Return the unit with a symbol; what is no money and no rate counts something."""
    return next((unit for unit in (*MONEY_UNITS, PERCENT) if unit.symbol == symbol), count(symbol))


def formula_faults(pack: Pack, below: Sequence[Pack]) -> Found:
    """Yield path and words of everything that is wrong with the formulas of a pack over other packs."""
    held = (*below, pack)
    terms = {term.name: term.unit for one in held for term in one.term}
    indicators = {item.id: item for one in held for item in one.indicator}
    named = {**{item.name: item for item in indicators.values()}, **indicators}
    for at, indicator in enumerate(pack.indicator):
        for path, text in _formulas(indicator):
            try:
                node = parse(text)
            except FormulaError as error:
                yield ("indicator", at, *path), f"算式“{text[:60]}”：{error}"
                continue
            yield from ((("indicator", at, *path), words) for words in _names(node, terms, named, indicator))
        circle = _circle(indicator, named)
        if circle:
            yield ("indicator", at, "formula"), f"算式成环：{' → '.join(circle)}"
        needs_target = indicator.direction in ("at_most", "at_least", "near")
        if needs_target and indicator.target is None:
            yield ("indicator", at, "direction"), f"方向为 {indicator.direction} 的指标须写目标值（target）"
        own = [text for _, text in _formulas(indicator)]
        if len({_canonical(text) for text in own}) < len(own):
            yield ("indicator", at, "readings"), "另列的算式与指标算式或彼此相同"


def _formulas(indicator: Indicator) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if indicator.formula is not None:
        yield ("formula",), indicator.formula
    for at, reading in enumerate(indicator.readings):
        yield ("readings", at, "formula"), reading.formula


def _canonical(text: str) -> str:
    try:
        return show(parse(text))
    except FormulaError:
        return text


def _names(
    node: Node, terms: Mapping[str, str], named: Mapping[str, Indicator], own: Indicator
) -> Iterator[str]:
    """Yield what is wrong with the names of a formula, else with its units."""
    unknown = [
        name for name in names_of(node) if name not in terms and name not in named and not is_identifier(name)
    ]
    for name in unknown:
        near = likely(name, [*terms, *named])
        hint = f"；相近的：{'、'.join(near)}" if near else "；请在 term 里登记，或写成 事项.阶段"
        yield f"算式用到未登记的名称“{name}”{hint}"
    if unknown or any(name in named for name in names_of(node)):
        return
    if any(name not in terms for name in names_of(node)):
        return  # an identifier's unit shows only in a report
    result = evaluate(node, lambda name: _sample(terms[name]))
    if isinstance(result, NotComputable):
        yield f"算式“{show(node)}”不能计算：{result.reason}"
    elif result.dims != dims_of(unit_named(own.unit)):
        yield f"算式“{show(node)}”的结果不是以{own.unit}计的量"


def _sample(unit: str) -> Outcome:
    # Any value but zero would do: only units and divisions by written zeros show.
    return Value(Fraction(7), Interval(Decimal(7), Decimal(7)), dims_of(unit_named(unit)))


def is_identifier(name: str) -> bool:
    """Say whether a name is one of thing and stage, with ``prior`` and a fund if wished."""
    plain, _, fund = name.partition("@")
    parts = plain.split(".")
    stages = {measure.name for measure in vocabulary().measures}
    sound = len(parts) == 2 or (len(parts) == 3 and parts[2] == "prior")
    return sound and parts[1] in stages and (not fund or vocabulary().fund(fund) is not None)


def _circle(indicator: Indicator, named: Mapping[str, Indicator]) -> tuple[str, ...]:
    """Return the names on the way from an indicator back to itself, or none."""
    ways: list[tuple[str, ...]] = [(indicator.id,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for needed in _needs(named[way[-1]], named):
            if needed == indicator.id:
                return tuple(named[step].name for step in (*way, needed))
            if needed not in seen:
                seen.add(needed)
                ways.append((*way, needed))
    return ()


def _needs(indicator: Indicator, named: Mapping[str, Indicator]) -> list[str]:
    """Return the ids of the indicators that a formula uses; of one that cannot be read, none."""
    try:
        names = names_of(parse(indicator.formula)) if indicator.formula is not None else ()
    except FormulaError:
        return []  # said of the formula itself
    return [named[name].id for name in names if name in named]
