"""Mistakes that explain a figure far from what comes out: a rate upside down or over the other year, a point misplaced,
digits mixed up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rules.numbers.quantity import Quantity
from rules.relations.judging.computation import Operation

_FEWEST_DIGITS = 5
_TENS = (Decimal(10), Decimal(100), Decimal(1000))
_UPSIDE_DOWN = Decimal(10_000)
"""A rate in per cent times the same taken upside down."""


def is_known_mistake(operation: Operation, operands: Sequence[Quantity], due: Decimal, said: Decimal) -> bool:
    """Say whether a rate was taken upside down, or a change of the year that it came to.

    ``due`` and ``said`` are the sizes of the rate that comes out and of the one that is stated, in per cent.
    """
    if operation is Operation.RATIO:
        return abs(due * said - _UPSIDE_DOWN) * 1000 <= _UPSIDE_DOWN
    if operation is not Operation.YOY:
        return False
    now, last = (figure.in_base for figure in operands)
    return bool(now) and abs(abs(now - last) / now * 100 - said) * 100 <= 1


def is_rearranged(printed: str, due: str) -> bool:
    """Say whether a figure has the digits of another in another order: 294.72 for 249.27. Few digits meet by chance."""
    one, other = (text.lstrip("-").replace(".", "").strip("0") for text in (printed, due))
    alike = sorted(one) == sorted(other)
    return len(one) >= _FEWEST_DIGITS and alike


def is_point_misplaced(due: Decimal, said: Decimal) -> bool:
    """Say whether a figure is another of four digits or more with its point one to three places off: 943.6 for 94.36."""
    digits = str(min(due, said).normalize()).replace(".", "").strip("0")
    return len(digits) >= _FEWEST_DIGITS - 1 and any(due * ten == said or said * ten == due for ten in _TENS)
