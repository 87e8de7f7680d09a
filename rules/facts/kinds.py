"""What type of figure a unit tells."""

from __future__ import annotations

from rules.facts.fact import FactKind
from rules.numbers.quantity import Quantity
from rules.numbers.units import Dimension

_KINDS = {
    Dimension.MONEY: FactKind.AMOUNT,
    Dimension.RATE: FactKind.RATE,
    Dimension.POINTS: FactKind.POINTS,
    Dimension.SCORE: FactKind.SCORE,
    Dimension.COUNT: FactKind.COUNT,
    Dimension.AREA: FactKind.COUNT,
    Dimension.MULTIPLE: FactKind.MULTIPLE,
}


def kind_of(quantity: Quantity) -> FactKind:
    """Return the type of a figure as its unit tells it."""
    return FactKind.OTHER if quantity.unit is None else _KINDS.get(quantity.unit.dimension, FactKind.OTHER)
