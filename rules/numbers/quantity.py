"""A printed figure as a number: exact decimal, unit, printed precision, and the values it can stand for.

A figure printed as ``31570.41 万元`` stands for an unknown true value in the closed interval
[31570.405, 31570.415] 万元; a head count stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rules.numbers.interval import Interval
from rules.numbers.units import Unit


class Hedge(StrEnum):
    """A word beside the figure that opens its interval to one side or both."""

    NONE = "none"
    ABOUT = "about"  # 约, 左右: undetermined to both sides
    AT_LEAST = "at_least"  # 余, 多, 以上, 超过
    AT_MOST = "at_most"  # 近, 不足, 以下


@dataclass(frozen=True, slots=True)
class Quantity:
    """One printed figure.

    Units: ``value`` is in ``unit`` as printed (never rescaled); ``unit`` is None for a bare number.
    ``precision`` is the number of decimals printed, negative for rounded thousands; ``counted`` marks an
    exact count. ``printed`` is the text of the figure without its unit.
    """

    value: Decimal
    unit: Unit | None
    precision: int
    printed: str
    hedge: Hedge = Hedge.NONE
    counted: bool = False

    def interval(self, precision: int | None = None) -> Interval:
        """Return every true value that prints like this, in the unit as printed.

        ``precision`` overrides the printed one: an integer among decimals is tried at theirs first.
        """
        if self.counted:
            return Interval(self.value, self.value)
        half = Decimal(5).scaleb(-(self.precision if precision is None else precision) - 1)
        low: Decimal | None = self.value - half
        high: Decimal | None = self.value + half
        if self.hedge in (Hedge.ABOUT, Hedge.AT_LEAST):
            high = None
        if self.hedge in (Hedge.ABOUT, Hedge.AT_MOST):
            low = None
        return Interval(low, high)

    @property
    def factor(self) -> Decimal:
        """Return the factor to the base unit (元 for money); a bare number is taken as it is."""
        return Decimal(1) if self.unit is None else self.unit.factor

    @property
    def in_base(self) -> Decimal:
        """Return the value in the base unit of its dimension."""
        return self.value * self.factor

    @property
    def telling_digits(self) -> int:
        """Return how many digits tell the figure from others: all but the zeros at its ends."""
        return len(f"{abs(self.value):.{max(self.precision, 0)}f}".replace(".", "").strip("0"))

    def plain(self) -> str:
        """Return the figure as the contract wants it: ASCII digits, the printed decimals, no separators."""
        return f"{self.value:.{max(self.precision, 0)}f}"

    def words(self) -> str:
        """Return figure and unit as people write them: ``12.35 万元``, ``17.02 %``."""
        return self.plain() if self.unit is None else f"{self.plain()} {self.unit.symbol}"
