"""Closed intervals of decimals: all true values that a printed figure, or a computation on such figures, allows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; an end that is None is open to infinity."""

    low: Decimal | None
    high: Decimal | None
