"""The books behind a measuring report: exact values, how they are printed, and what must agree with what.

Units: an amount is in 元, a rate a pure ratio, a count or a score as it stands. Every derived figure is exact, so that
a printed figure misses a sum only by rounding, as in life.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, Literal

TieKind = Literal["sum", "ratio", "growth", "change", "average", "score", "product", "points"]

FACTORS = {
    "y": Decimal(1),
    "q": Decimal(1000),
    "w": Decimal(10_000),
    "e": Decimal(100_000_000),
    "n": Decimal(1),
    "s": Decimal(1),
    "p": Decimal("0.01"),
    "r": Decimal(1),
}
"""Print units: 元, 千元, 万元, 亿元, a count, a score, per cent (the sign is the text's), a bare ratio."""

_SLOT = re.compile(r"\{([A-Za-z]\w*(?:\.\w+)*):(?:([yqwenspr])(\d?)([,za]*)|([^{}/]+)/([^{}/]+))\}")


@dataclass(frozen=True, slots=True)
class Tie:
    """Why figures must agree.

    ``sum``: result = plus − minus; ``change``: the same for two years; ``ratio`` and ``average``: result =
    plus[0] ÷ minus[0]; ``growth``: result = |plus[0] − minus[0]| ÷ minus[0]; ``score``: result = plus[0] × plus[1] (points that follow
    from a rate), ``product`` the same for amounts; ``points``: the difference of two rates.
    """

    kind: TieKind
    result: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return every figure that the tie binds."""
        return (self.result, *self.plus, *self.minus)


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure printed in a text: ``start`` and ``end`` bound its digits (no sign, no unit)."""

    name: str
    unit: str
    decimals: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of direction (增加) in a text, with the word for the other direction."""

    name: str
    other: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its figures and words of direction printed."""

    text: str
    slots: tuple[Slot, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass
class Book:
    """All figures of one report by name, with their ties.

    ``noise`` other than 0 puts something behind the decimals of the amounts that were entered in 万元, so that the same
    report is printed from other books and misses its sums by rounding here and there.
    """

    noise: ClassVar[int] = 0
    values: dict[str, Decimal] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    up: dict[str, bool] = field(default_factory=dict)

    def _enter(self, name: str, value: Decimal) -> None:
        if name in self.values:
            raise ValueError(f"{name} is entered twice")
        self.values[name] = value

    def wan(self, **amounts: str) -> None:
        """Enter amounts given in 万元; what lies behind the decimals given is made up from ``noise``."""
        for name, text in amounts.items():
            self._enter(name, (Decimal(text) + self._behind(text)) * 10_000)

    def _behind(self, text: str) -> Decimal:
        """Return an amount that rounding to the decimals of the text takes away; the same for the same text."""
        if not self.noise or not Decimal(text):
            return Decimal(0)
        parts = random.Random(f"{self.noise}/{text}").randint(-499, 499)
        unit = Decimal(1).scaleb(-len(text.partition(".")[2]))
        return (unit * parts / 1000).quantize(Decimal("0.000001"))

    def yuan(self, **amounts: str) -> None:
        """Enter amounts given in 元."""
        for name, text in amounts.items():
            self._enter(name, Decimal(text))

    def count(self, **counts: int | str) -> None:
        """Enter counts, scores, weights and any other plain numbers."""
        for name, number in counts.items():
            self._enter(name, Decimal(number))

    def sum(self, name: str, *plus: str, minus: tuple[str, ...] = ()) -> None:
        """Enter a sum, or a difference, with its tie; where the name is known, only the tie, which must hold."""
        value = sum((self.values[part] for part in plus), Decimal(0))
        value -= sum((self.values[part] for part in minus), Decimal(0))
        if name in self.values:
            if self.noise:
                self.values[name] = value
            if self.values[name] != value:
                raise ValueError(f"{name} is {self.values[name]}, its parts give {value}")
        else:
            self._enter(name, value)
        self.ties.append(Tie("sum", name, plus, minus))

    def rate(self, name: str, above: str, below: str) -> None:
        """Enter a ratio."""
        self._enter(name, self.values[above] / self.values[below])
        self.ties.append(Tie("ratio", name, (above,), (below,)))

    def average(self, name: str, above: str, below: str) -> None:
        """Enter an amount for each of a count."""
        self._enter(name, self.values[above] / self.values[below])
        self.ties.append(Tie("average", name, (above,), (below,)))

    def year(self, stem: str, now: str, last: str) -> None:
        """Enter ``stem.d``, the absolute change, and ``stem.g``, the absolute growth, with the direction."""
        up = self.values[now] >= self.values[last]
        more, less = (now, last) if up else (last, now)
        change, growth = f"{stem}.d", f"{stem}.g"
        self._enter(change, self.values[more] - self.values[less])
        self.ties.append(Tie("change", change, (more,), (less,)))
        self._enter(growth, self.values[change] / self.values[last])
        self.ties.append(Tie("growth", growth, (now,), (last,)))
        self.up[stem] = self.up[change] = self.up[growth] = up

    def points(self, name: str, now: str, last: str) -> None:
        """Enter the difference of two rates, in percentage points, with its direction."""
        up = self.values[now] >= self.values[last]
        more, less = (now, last) if up else (last, now)
        self._enter(name, self.values[more] - self.values[less])
        self.ties.append(Tie("points", name, (more,), (less,)))
        self.up[name] = up

    def product(self, name: str, each: str, count: str) -> None:
        """Enter an amount that is a standard times a quantity."""
        self._enter(name, self.values[each] * self.values[count])
        self.ties.append(Tie("product", name, (each, count)))

    def score(self, name: str, weight: str, rate: str) -> None:
        """Enter a score that is a weight times a rate."""
        self._enter(name, self.values[weight] * self.values[rate])
        self.ties.append(Tie("score", name, (weight, rate)))

    def fill(self, template: str) -> Filled:
        """Print a text: ``{name:w2}`` is an amount in 万元 with two decimals; see the module for the rest.

        Flags: ``,`` sets thousands separators, ``z`` drops zeros at the end, ``a`` leaves out the sign; ``{stem:增加/减少}`` is a word of direction.
        """
        parts: list[str] = []
        slots: list[Slot] = []
        turns: list[Turn] = []
        length = last = 0
        for found in _SLOT.finditer(template):
            parts.append(template[last : found.start()])
            length += len(parts[-1])
            last = found.end()
            name, unit, decimals, flags, rising, falling = found.groups()
            if unit is None:
                word, other = (rising, falling) if self.up[name] else (falling, rising)
                parts.append(word)
                turns.append(Turn(name, other, length, length + len(word)))
                length += len(word)
                continue
            places = int(decimals or 0)
            digits = written(abs(self.values[name]), unit, places, flags)
            sign = "-" if self.values[name] < 0 and "a" not in flags else ""
            parts.append(sign + digits)
            slots.append(Slot(name, unit, places, length + len(sign), length + len(sign) + len(digits)))
            length += len(parts[-1])
        parts.append(template[last:])
        text = "".join(parts)
        if "{" in text or "}" in text:
            raise ValueError(f"no figure in {text}")
        return Filled(text, tuple(slots), tuple(turns))


def written(value: Decimal, unit: str, decimals: int, flags: str = "") -> str:
    """Return the digits of a value in a print unit, rounded half up."""
    shown = (value / FACTORS[unit]).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{shown:,f}" if "," in flags else f"{shown:f}"
    if "z" in flags and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text


def slots_of(filled: Filled) -> Iterator[tuple[Slot, str]]:
    """Yield every figure of a text with its digits."""
    for slot in filled.slots:
        yield slot, filled.text[slot.start : slot.end]
