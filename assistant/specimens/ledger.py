"""The books of a fictional unit: exact values behind every printed figure, and what must agree with what.

Values of amounts are exact, in 元 with two decimals; they are rounded one by one when printed in 万元, so that lawful
rounding differences (尾差) arise as they do in life.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

CENT = Decimal("0.01")
WAN = Decimal(10000)
MoneyUnit = Literal["万元", "元"]


class FigureKind(StrEnum):
    """What a figure is; it decides how the figure is printed."""

    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"
    SCORE = "score"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Figure:
    """One entry of the books. Units: an amount is in 元, a rate a pure ratio, a score in 分, a count as it stands.

    ``decimals`` are those printed; ``bare`` drops the zeros at the end (35 for 35.00); ``word`` is a word of direction.
    """

    kind: FigureKind
    value: Decimal = Decimal(0)
    decimals: int = 2
    bare: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Why figures must agree.

    ``sum``: result = plus − minus; ``ratio``: result = plus[0] ÷ minus[0]; ``growth``: result = |plus[0] − minus[0]| ÷
    minus[0]; ``score``: result = plus[0] × minus[0] (weight × rate).
    """

    kind: Literal["sum", "ratio", "growth", "score"]
    result: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Return every figure that the tie binds."""
        return (self.result, *self.plus, *self.minus)


@dataclass
class Ledger:
    """All figures of one report by name, and their ties. ``unit`` is the unit in which amounts are printed."""

    unit: MoneyUnit = "万元"
    figures: dict[str, Figure] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)

    def amount(self, name: str, value: Decimal, *, bare: bool = False) -> Decimal:
        """Enter an amount. Units: 元."""
        self.figures[name] = Figure(FigureKind.AMOUNT, value.quantize(CENT), bare=bare)
        return value

    def count(self, name: str, value: int | Decimal, decimals: int = 0) -> None:
        """Enter a count of persons or things."""
        self.figures[name] = Figure(FigureKind.COUNT, Decimal(value), decimals)

    def score(self, name: str, value: Decimal) -> None:
        """Enter points; printed without zeros at the end."""
        self.figures[name] = Figure(FigureKind.SCORE, value, bare=True)

    def word(self, name: str, word: str) -> None:
        """Enter a word of direction (增加, 下降)."""
        self.figures[name] = Figure(FigureKind.WORD, word=word)

    def value(self, name: str) -> Decimal:
        """Return the exact value."""
        return self.figures[name].value

    def total(self, name: str, plus: tuple[str, ...], minus: tuple[str, ...] = ()) -> Decimal:
        """Enter the exact sum of other figures of one kind, with the tie that says so."""
        value = sum((self.value(part) for part in plus), Decimal(0)) - sum(
            (self.value(part) for part in minus), Decimal(0)
        )
        first = self.figures[plus[0]]
        self.figures[name] = Figure(first.kind, value, first.decimals, bare=first.kind is FigureKind.SCORE)
        self.ties.append(Tie("sum", name, plus, minus))
        return value

    def ratio(self, name: str, above: str, below: str) -> None:
        """Enter a rate with its tie."""
        self.figures[name] = Figure(FigureKind.RATE, self.value(above) / self.value(below))
        self.ties.append(Tie("ratio", name, (above,), (below,)))

    def change(self, stem: str, now: str, last: str) -> None:
        """Enter ``stem.change``, ``stem.growth`` and the words of direction between two years."""
        bigger, smaller = (now, last) if self.value(now) >= self.value(last) else (last, now)
        self.total(f"{stem}.change", (bigger,), (smaller,))
        up = bigger == now
        self.word(f"{stem}.direction", "增加" if up else "减少")
        self.word(f"{stem}.trend", "增长" if up else "下降")
        if self.value(last):
            growth = abs(self.value(now) - self.value(last)) / self.value(last)
            self.figures[f"{stem}.growth"] = Figure(FigureKind.RATE, growth)
            self.ties.append(Tie("growth", f"{stem}.growth", (now,), (last,)))

    def shown(self, name: str, *, rounding: str = ROUND_HALF_UP) -> Decimal:
        """Return the value as printed: rounded, in the printed unit, rates in per cent."""
        figure = self.figures[name]
        return self.shown_value(figure.value, figure, rounding=rounding)

    def shown_value(self, value: Decimal, like: Figure, *, rounding: str = ROUND_HALF_UP) -> Decimal:
        """Return any exact value as it would be printed in the place of a figure."""
        if like.kind is FigureKind.AMOUNT and self.unit == "万元":
            value = value / WAN
        elif like.kind is FigureKind.RATE:
            value = value * 100
        return value.quantize(Decimal(1).scaleb(-like.decimals), rounding=rounding)

    def printed(self, name: str) -> str:
        """Return the digits (or the word) as printed, without unit."""
        figure = self.figures[name]
        return figure.word or self.written(self.shown(name), figure)

    def written(self, shown: Decimal, like: Figure) -> str:
        """Return a value that is rounded already, written as the figure is."""
        text = f"{shown:,f}" if like.kind is FigureKind.AMOUNT and self.unit == "元" else f"{shown:f}"
        if like.bare and "." in text:
            text = text.rstrip("0").rstrip(".")
        return text

    def printed_unit(self, name: str) -> str:
        """Return the unit that belongs behind the figure in running text; counts bring theirs in the words."""
        kind = self.figures[name].kind
        return self.unit if kind is FigureKind.AMOUNT else "%" if kind is FigureKind.RATE else ""

    def truncated(self, name: str) -> str:
        """Return the figure cut off after its last printed decimal instead of rounded."""
        return self.written(self.shown(name, rounding=ROUND_DOWN), self.figures[name])
