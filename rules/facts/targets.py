"""Targets and actual values of an indicator as figures that can be held against one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from rules.facts.form import IndicatorRow
from rules.numbers.numerals import parse_cell
from rules.numbers.quantity import Quantity
from rules.numbers.units import MEASURES, Dimension, Unit, convert

_AT_LEAST = r"≥|>=|＞=|≧|⩾|不低于|不少于|不小于|大于等于|大于或等于|达到"
_AT_MOST = r"≤|<=|＜=|≦|⩽|不高于|不超过|不大于|不多于|小于等于|小于或等于|控制在"
_ABOVE = r">|＞|大于|高于|超过"
_BELOW = r"<|＜|小于|低于"
_TARGET = re.compile(
    rf"(?:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<above>{_ABOVE})|(?P<below>{_BELOW})|=|＝|等于)?\s*"
    r"(?P<figure>[\d０-９][^，,；;。、]*?)(?P<up>及?以上)?(?P<down>及?以下|以内|之内)?[。；]?"
)
_ACTUAL = re.compile(
    r"(?:已|共|实际|累计|全年|均)*(?:完成|达到|达|为|是)?了?\s*(?P<figure>[\d０-９].*?)[。；]?"
)
_COUNTED = re.compile(
    r"(?P<figure>[\d０-９][\d０-９,，.]*)\s*(?P<scale>[万亿]?)\s*(?P<unit>[\u4e00-\u9fff]{1,3})"
)
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_NO_CLASSIFIER = tuple("年月日号点时分秒前后内外底初末级成折倍余多右上下起止度")
"""How a word behind a figure ends that is a date, a term or a limit and counts nothing."""


class Direction(StrEnum):
    """Whether more is better, less is better, or the target does not say."""

    UP = "up"
    DOWN = "down"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Target:
    """A target that is one figure. ``strict``: the limit itself does not meet it."""

    quantity: Quantity
    direction: Direction
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Target and actual value in one unit. Units: both values in the unit of the target."""

    target: Decimal
    actual: Decimal
    direction: Direction
    met: bool


def read_target(text: str) -> Target | None:
    """Return the target where the whole text is one figure, with or without a sign of comparison."""
    found = _TARGET.fullmatch(text.strip())
    figure = _figure(found["figure"]) if found is not None else None
    if found is None or figure is None:
        return None
    direction = Direction.OPEN
    if found["at_least"] or found["above"] or found["up"]:
        direction = Direction.UP
    if found["at_most"] or found["below"] or found["down"]:
        direction = Direction.DOWN
    return Target(figure, direction, strict=bool(found["above"] or found["below"]))


def read_actual(text: str) -> Quantity | None:
    """Return the actual value where the text is one figure, with or without 完成, 达到 before it."""
    found = _ACTUAL.fullmatch(text.strip())
    return None if found is None else _figure(found["figure"])


def _figure(text: str) -> Quantity | None:
    """Return the figure that fills a text; a classifier that is in no list (3000卷, 12课时) counts like any other."""
    figure = parse_cell(text, None)
    if figure is not None:
        return figure.quantity
    found = _COUNTED.fullmatch(text.strip())
    if found is None or (found["unit"].endswith(_NO_CLASSIFIER) and found["unit"] not in ("课时", "学时")):
        return None
    bare = parse_cell(found["figure"], None, year_like=True)
    if bare is None or bare.quantity.unit is not None:
        return None
    return replace(
        bare.quantity,
        unit=Unit(
            found["scale"] + found["unit"],
            MEASURES.get(found["unit"], Dimension.COUNT),
            _SCALES[found["scale"]],
        ),
    )


def compare(row: IndicatorRow, inverse_names: tuple[str, ...]) -> Comparison | None:
    """Hold the actual value of an indicator against its target, None where either is not one plain figure.

    A target without a sign of comparison is to be reached, unless the indicator's name or class says that
    less is better (``inverse_names``).
    """
    target = read_target(row.target.text) if row.target is not None else None
    actual = read_actual(row.actual.text) if row.actual is not None else None
    if target is None or actual is None:
        return None
    value = actual.value
    if actual.unit is not None and target.quantity.unit is not None:
        if actual.unit.dimension is not target.quantity.unit.dimension:
            return None
        value = convert(actual.value, actual.unit, target.quantity.unit)
    elif actual.unit is not None or (target.quantity.unit is not None and target.quantity.unit.symbol == "%"):
        return None
    direction = target.direction
    if direction is Direction.OPEN:
        named = any(word in f"{row.level2 or ''}{row.name}" for word in inverse_names)
        direction = Direction.DOWN if named else Direction.UP
    limit = target.quantity.value
    better = value > limit if direction is Direction.UP else value < limit
    return Comparison(limit, value, direction, met=better or (value == limit and not target.strict))
