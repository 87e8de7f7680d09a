"""Indicators worked out from the figures of a report, by their own formula and by every other reading of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import islice, product

from rules.facts.fact import Fact
from rules.indicators.figures import Figures
from rules.indicators.formula import Node, names_of, parse, show, turned
from rules.indicators.soundness import unit_named
from rules.indicators.value import Outcome, Value, dims_of, evaluate
from rules.numbers.interval import NotComputable
from rules.numbers.quantity import Quantity
from rules.pack_model import Indicator

_MOST = 64
"""How many ways to choose among differing statements are tried before the indicator counts as ambiguous."""
_EXACT = Context(prec=40)
TURNED = "分子分母颠倒"


@dataclass(frozen=True, slots=True)
class Worked:
    """One way to work an indicator out: which formula, for which fund, from which facts, with what result.

    ``reading`` is None for the indicator's own formula. Units: the value is a pure number for a rate.
    """

    reading: str | None
    mistaken: bool
    formula: str
    scope: str | None
    facts: tuple[Fact, ...]
    value: Value
    derivation: str


@dataclass(frozen=True, slots=True)
class Computed:
    """All that comes of an indicator in a report; ``why_not`` says why its own formula gives no one value."""

    indicator: Indicator
    worked: tuple[Worked, ...]
    why_not: str | None

    @property
    def own(self) -> tuple[Worked, ...]:
        """Return what the indicator's own formula gives, one a fund."""
        return tuple(item for item in self.worked if item.reading is None)

    def fitting(self, stated: Quantity) -> Worked | None:
        """Return the first way whose result the printed figure allows; the own formula comes first."""
        span = stated.interval().scaled(_factor(stated))
        return next((item for item in self.worked if item.value.span.meets(span)), None)


def compute(indicator: Indicator, figures: Figures, named: Mapping[str, Indicator]) -> Computed:
    """Work an indicator out in every way; ``named`` are the indicators that formulas may use, by id and name."""
    if indicator.formula is None:
        return Computed(indicator, (), "定性指标，由审核人按要点评定")
    own = parse(indicator.formula)
    ways: list[tuple[str | None, bool, Node]] = [(None, False, own)]
    ways += [(item.name, item.mistaken, parse(item.formula)) for item in indicator.readings]
    upside_down = turned(own)
    if upside_down is not None:
        ways.append((TURNED, True, upside_down))
    worked: list[Worked] = []
    reasons: list[str] = []
    for reading, mistaken, node in ways:
        whole = _expanded(node, named, ())
        if isinstance(whole, NotComputable):
            reasons.append(whole.reason)
            continue
        for found in _ways(whole, figures, indicator):
            if isinstance(found, NotComputable):
                reasons += [found.reason] if reading is None else []
            else:
                scope, facts, value, text = found
                worked.append(Worked(reading, mistaken, show(node), scope, facts, value, text))
    computed = any(item.reading is None for item in worked)
    return Computed(
        indicator, tuple(_sorted(_distinct(worked))), None if computed else (reasons or ["无法计算"])[0]
    )


def _distinct(worked: list[Worked]) -> list[Worked]:
    """Leave out what a formula gives a second time from the same figures; a fund that is named comes first."""
    return list({(item.reading, item.derivation): item for item in reversed(worked)}.values())[::-1]


def percent(value: Fraction, decimals: int = 2) -> str:
    """Return a pure number as per cent, rounded half up: ``78.77``."""
    return plain(value * 100, decimals)


def plain(value: Fraction, decimals: int = 2) -> str:
    """Return a value rounded half up to decimals."""
    exact = _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


def in_unit(value: Value, unit: str) -> str:
    """Return a value as people write it, in the unit of its indicator: ``78.77 %``."""
    if unit == "%":
        return f"{percent(value.exact)} %"
    return f"{plain(value.exact / Fraction(unit_named(unit).factor))} {unit}"


def _sorted(worked: list[Worked]) -> list[Worked]:
    """Put the own formula first, conventions next, slips last."""
    return sorted(worked, key=lambda item: (item.mistaken, item.reading is not None))


def _factor(stated: Quantity) -> Decimal:
    """Return by what a printed figure is multiplied to be what formulas give."""
    unit = stated.unit
    if unit is None or dims_of(unit) == ():
        return Decimal("0.01") if unit is not None and unit.symbol == "%" else Decimal(1)
    return unit.factor


def _expanded(node: Node, named: Mapping[str, Indicator], way: tuple[str, ...]) -> Node | NotComputable:
    """Put the formulas of other indicators in the place of their names."""
    inside = [name for name in names_of(node) if name in named]
    for name in inside:
        indicator = named[name]
        if indicator.id in way or len(way) > 20:
            return NotComputable(f"算式成环：{' → '.join((*way, indicator.id))}")
        if indicator.formula is None:
            return NotComputable(f"“{indicator.name}”是定性指标，没有数值")
        other = _expanded(parse(indicator.formula), named, (*way, indicator.id))
        if isinstance(other, NotComputable):
            return other
        node = parse(show(node, {name: f"({show(other)})"}))
    return node


_Found = tuple[str | None, tuple[Fact, ...], Value, str]


def _ways(node: Node, figures: Figures, indicator: Indicator) -> Iterator[_Found | NotComputable]:
    """Yield the result for every fund and every choice among differing statements, or the reason why none."""
    names = names_of(node)
    unknown = [name for name in names if figures.term(name) is None]
    if unknown:
        yield NotComputable(f"算式用到未登记的名称“{unknown[0]}”")
        return
    seen: set[tuple[str, ...]] = set()
    for scope in figures.scopes(names):
        choices = [figures.named(name, scope) for name in names]
        missing = [name for name, held in zip(names, choices, strict=True) if not held]
        if missing:
            yield NotComputable(f"报告未列“{'”“'.join(missing)}”")
            continue
        for facts in islice(product(*choices), _MOST):
            key = tuple(fact.id for fact in facts)
            if key in seen:
                continue
            seen.add(key)
            yield _worked(node, names, facts, figures, indicator, scope)


def _worked(
    node: Node,
    names: tuple[str, ...],
    facts: tuple[Fact, ...],
    figures: Figures,
    indicator: Indicator,
    scope: str | None,
) -> _Found | NotComputable:
    values: dict[str, Outcome] = {
        name: figures.value(name, fact) for name, fact in zip(names, facts, strict=True)
    }
    result = evaluate(node, values.__getitem__)
    if isinstance(result, NotComputable):
        return result
    if result.dims != dims_of(unit_named(indicator.unit)):
        return NotComputable(f"“{indicator.name}”的结果不是以{indicator.unit}计的量")
    units = {fact.quantity.unit.symbol for fact in facts if fact.quantity.unit is not None}
    printed = {
        name: fact.quantity.plain() if len(units) == 1 else fact.quantity.words()
        for name, fact in zip(names, facts, strict=True)
    }
    return scope, facts, result, f"{show(node, printed)} = {in_unit(result, indicator.unit)}"
