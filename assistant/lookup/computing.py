"""Computations on stated figures, with the checker's own arithmetic: ratios, differences, sums, and how far rounding goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from rules.facts.fact import Fact
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT, Unit
from rules.relations.judging.computation import Computation, Operation, alike, factor_of
from rules.relations.judging.derivation import computation_words, with_minus


@dataclass(frozen=True, slots=True)
class Result:
    """A computed figure. ``value`` is rounded to ``places`` in ``unit``; ``left`` is the computation without result."""

    value: Decimal
    unit: Unit | None
    places: int
    left: str
    facts: tuple[Fact, ...]
    spread: Interval | None = None

    @property
    def shown(self) -> str:
        """Return the figure with its unit."""
        text = with_minus(f"{self.value:.{self.places}f}")
        return text if self.unit is None else f"{text} {self.unit.symbol}"

    @property
    def derivation(self) -> str:
        """Return the whole computation: ``10.41 ÷ 60.50 = 17.21 %``."""
        return f"{self.left} = {self.shown}"

    def agrees(self, stated: Quantity) -> bool:
        """Say whether some values that print like the operands give one that prints like the stated figure."""
        if self.spread is None:
            return False
        return self.spread.meets(stated.interval().scaled(factor_of(stated.unit)))


def ratio(top: Fact, base: Fact, places: int = 2) -> Result | None:
    """Return top ÷ base in per cent, or None where it cannot be computed."""
    return _result(Operation.RATIO, (top, base), (1, 1), PERCENT, places)


def growth(now: Fact, before: Fact, places: int = 2) -> Result | None:
    """Return (now − before) ÷ before in per cent, or None where it cannot be computed."""
    return _result(Operation.YOY, (now, before), (1, 1), PERCENT, places)


def total(facts: Sequence[Fact], signs: Sequence[int]) -> Result | None:
    """Return a sum with signs in the unit of the first fact, at the finest precision among them."""
    places = max((fact.quantity.precision for fact in facts), default=0)
    return _result(Operation.SUM, tuple(facts), tuple(signs), facts[0].quantity.unit, max(places, 0))


def _result(
    operation: Operation, facts: tuple[Fact, ...], signs: tuple[int, ...], unit: Unit | None, places: int
) -> Result | None:
    figures = alike([fact.quantity for fact in facts])
    if isinstance(figures, NotComputable):
        return None
    computation = Computation(operation, figures, signs)
    point, spread = computation.point(), computation.spread()
    if isinstance(point, NotComputable) or isinstance(spread, NotComputable):
        return None
    factor = factor_of(unit) if operation is Operation.SUM else Decimal(1)
    value = (point / factor).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return Result(value, unit, places, computation_words(computation), facts, spread)


@dataclass(frozen=True, slots=True)
class Corner:
    """The end of a quotient that comes nearest to a figure: the operands at the edge of what they print."""

    top: Decimal
    base: Decimal
    value: Decimal

    def words(self, places: int) -> str:
        """Return ``10.405 ÷ 60.505 = 17.20 %``."""
        return f"{self.top:f} ÷ {self.base:f} = {self.value:.{places}f} %"


def nearest_corner(top: Quantity, base: Quantity, target: Decimal, places: int) -> Corner | None:
    """Return the quotient in per cent that comes nearest to the target over all values that print like the operands."""
    ends = (top.interval(), base.interval())
    if any(end.low is None or end.high is None for end in ends):
        return None
    up, down = ends
    low_top, high_top = up.low or Decimal(0), up.high or Decimal(0)
    low_base, high_base = down.low or Decimal(0), down.high or Decimal(0)
    if low_base <= 0 <= high_base:
        return None
    corners = (
        Corner(low_top, high_base, low_top / high_base * 100),
        Corner(high_top, low_base, high_top / low_base * 100),
    )
    best = min(corners, key=lambda corner: abs(corner.value - target))
    return Corner(best.top, best.base, best.value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
