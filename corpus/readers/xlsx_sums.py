"""The one formula that is computed here: a plain sum, where a program saved the formula without its result."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation, localcontext
from typing import Any

from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

_SUM = re.compile(r"=\s*SUM\(([A-Z0-9$:,\s]+)\)", re.IGNORECASE)
_PLUS = re.compile(r"=\s*\+?\s*\$?[A-Z]{1,3}\$?[0-9]+(?:\s*[+-]\s*\$?[A-Z]{1,3}\$?[0-9]+)*", re.IGNORECASE)
_TERM = re.compile(r"([+-]?)\s*(\$?[A-Z]{1,3}\$?[0-9]+)", re.IGNORECASE)
_DEEPEST = 50
_MOST_PLACES = 100_000


class Sums:
    """Adds up what SUM(…) and A1+B1−C1 name on one sheet, in decimals, sums of sums included."""

    def __init__(self, typed: Worksheet, saved: Worksheet) -> None:
        self._typed = typed
        self._saved = saved

    def of(self, row: int, column: int, depth: int = 0) -> Decimal | None:
        """Return the value of a cell; None where it is no plain sum, goes in a circle, or adds up what is no number."""
        formula = self._typed.cell(row, column).value
        if not isinstance(formula, str) or depth > _DEEPEST:
            return None
        if found := _SUM.fullmatch(formula.strip()):
            return self._total([("+", part) for part in found[1].split(",")], depth, blank_texts=True)
        if _PLUS.fullmatch(formula.strip()):
            terms = [(t[1] or "+", t[2]) for t in _TERM.finditer(formula)]
            return self._total(terms, depth, blank_texts=False)
        return None

    def _total(self, terms: list[tuple[str, str]], depth: int, *, blank_texts: bool) -> Decimal | None:
        total = Decimal(0)
        with localcontext() as context:
            context.prec = 60
            for sign, name in terms:
                places = _places(name)
                if places is None:
                    return None
                for row, column in places:
                    value = self._value(row, column, depth, blank_texts=blank_texts)
                    if value is None:
                        return None
                    total += value if sign == "+" else -value
        return total

    def _value(self, row: int, column: int, depth: int, *, blank_texts: bool) -> Decimal | None:
        if self._typed.cell(row, column).data_type == "f" and self._saved.cell(row, column).value is None:
            return self.of(row, column, depth + 1)
        value: Any = self._saved.cell(row, column).value
        if value is None or (blank_texts and isinstance(value, str | bool)):
            return Decimal(0)  # as SUM does
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        try:
            return Decimal(repr(value))
        except InvalidOperation:
            return None


def _places(name: str) -> list[tuple[int, int]] | None:
    """Return the rows and columns that B2:B6 or B7 stands for; None for what is none or far too much."""
    try:
        left, top, right, bottom = range_boundaries(name.replace("$", "").strip())
    except ValueError:
        return None
    if left is None or top is None or right is None or bottom is None:
        return None
    if (right - left + 1) * (bottom - top + 1) > _MOST_PLACES:
        return None
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
