"""Figures whose digits are alike: equal, or one slip, a cut or a shift apart. Looked up by their digits, not one by one.

Of all cells that may state a figure of the text again most have other digits altogether. A tie with one of these says
nothing, unless name and stage are sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rules.facts.fact import Fact
from rules.numbers.units import Unit
from rules.relations.judging.misprints import are_one_slip_apart
from rules.relations.repeats.cells import Site
from rules.relations.repeats.row_index import Sort, sorts_of_cell, sorts_of_said

_Print = tuple[Unit | None, int]
"""How a figure is printed: its unit and its decimals."""
_ANY = "any"


def look_alike(one: Fact, other: Fact) -> bool:
    """Say whether the digits of two figures may be one slip, a cut or a shift apart; printed in two ways they may."""
    if _print(one) != _print(other):
        return True
    a, b = _digits(one), _digits(other)
    return a.strip("0") == b.strip("0") or abs(int(a) - int(b)) == 1 or are_one_slip_apart(a, b)


class Digits:
    """The cells of all tables by what they measure, how they are printed, and their digits."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._alike: dict[Sort, dict[_Print, dict[str, set[int]]]] = {}
        for site in sites:
            printed = _print(site.fact)
            keys = tuple(_keys(_digits(site.fact)))
            for sort in sorts_of_cell(site.fact):
                alike = self._alike.setdefault(sort, {}).setdefault(printed, defaultdict(set))
                for key in (_ANY, *keys):
                    alike[key].add(site.table)

    def agreeing(self, fact: Fact) -> set[int]:
        """Return the tables with a cell that may be equal to a figure of the text: the same digits, or printed otherwise."""
        return self._tables_of(fact, (_number(int(_digits(fact))),))

    def alike(self, fact: Fact) -> set[int]:
        """Return the tables with a cell that may look like a figure of the text."""
        digits = _digits(fact)
        return self._tables_of(fact, (*_keys(digits), *(_number(int(digits) + step) for step in (-1, 1))))

    def _tables_of(self, fact: Fact, keys: Sequence[str]) -> set[int]:
        own, found = _print(fact), set[int]()
        for sort in sorts_of_said(fact):
            for printed, alike in self._alike.get(sort, {}).items():
                for key in keys if printed == own else (_ANY,):
                    found |= alike.get(key, set())
        return found


def _print(fact: Fact) -> _Print:
    return fact.quantity.unit, fact.quantity.precision


def _digits(fact: Fact) -> str:
    return f"{abs(fact.quantity.value):.{max(fact.quantity.precision, 0)}f}".replace(".", "")


def _keys(digits: str) -> Iterator[str]:
    """Yield what two rows of digits that look alike have in common: the digits with one left out, or none, at the ends."""
    yield _number(int(digits))
    yield f"shifted {digits.strip('0')}"
    yield digits
    yield from (digits[:at] + digits[at + 1 :] for at in range(len(digits)))


def _number(value: int) -> str:
    return f"number {value}"
