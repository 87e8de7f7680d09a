"""Which ties a changed figure breaks, by the printed digits alone: the key that needs no checker."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from tests.measure.book import FACTORS, Book, Tie
from tests.measure.paper import Place


class Bounds(NamedTuple):
    """The true values that print as a figure, in base units, ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        """Say whether the two share a value."""
        return self.low <= other.high and other.low <= self.high


def bounds(place: Place, digits: str, book: Book) -> Bounds:
    """Return what the digits allow in the place; a slip that drops a decimal leaves more room."""
    factor = FACTORS[place.slot.unit]
    value = Decimal(digits.replace(",", "")) * factor
    half = Decimal(1).scaleb(-len(digits.partition(".")[2])) * factor / 2
    if place.slot.unit == "s" or (place.slot.unit == "n" and "." not in digits):
        half = Decimal(0)
    if book.values[place.slot.name] < 0:
        value = -value
    return Bounds(value - half, value + half)


class Key:
    """The printed figures of one report, and what each change of one of them breaks."""

    def __init__(self, book: Book, places: list[Place]) -> None:
        self.book, self.places = book, places
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            self._of[place.slot.name].append(number)
        self._bounds = [bounds(place, place.text, book) for place in places]
        printed = set(self._of)
        self._ties: dict[str, list[Tie]] = defaultdict(list)
        for tie in book.ties:
            if printed.issuperset(tie.names):
                for name in set(tie.names):
                    self._ties[name].append(tie)

    def ties_of(self, number: int) -> list[Tie]:
        """Return the ties, all of whose figures are printed, that a place takes part in."""
        return self._ties[self.places[number].slot.name]

    def tied(self, number: int) -> set[int]:
        """Return the other places that must agree with one: the same figure again, and all figures of its ties."""
        names = {self.places[number].slot.name, *(name for tie in self.ties_of(number) for name in tie.names)}
        return {other for name in names for other in self._of[name]} - {number}

    def broken(self, number: int, digits: str) -> set[str]:
        """Return the kinds of ties that no longer hold with other digits in one place; ``equal`` is a repeat."""
        place = self.places[number]
        changed = bounds(place, digits, self.book)
        others = [self._bounds[other] for other in self._of[place.slot.name] if other != number]
        kinds = {"equal"} if any(not changed.meets(other) for other in others) else set()
        known = {place.slot.name: changed}
        kinds.update(tie.kind for tie in self.ties_of(number) if not self._holds(tie, known))
        return kinds

    def shows_direction(self, name: str) -> bool:
        """Say whether both figures are printed whose change a word of direction (of the stem) names."""
        return any(
            tie.kind in ("change", "points")
            and tie.result in (name, f"{name}.d")
            and self._of.keys() >= {*tie.plus, *tie.minus}
            for tie in self.book.ties
        )

    def faults(self) -> list[str]:
        """Return what does not hold in the report as it stands: nothing, where it is clean."""
        found = [
            f"{name}: {self.places[a].text} / {self.places[b].text}"
            for name, numbers in self._of.items()
            for a in numbers
            for b in numbers
            if a < b and not self._bounds[a].meets(self._bounds[b])
        ]
        every = {id(tie): tie for ties in self._ties.values() for tie in ties}
        return found + [f"{tie.kind} {tie.result}" for tie in every.values() if not self._holds(tie, {})]

    def _holds(self, tie: Tie, known: dict[str, Bounds]) -> bool:
        def of(name: str) -> Bounds:
            if name in known:
                return known[name]
            each = [self._bounds[number] for number in self._of[name]]
            return Bounds(max(b.low for b in each), min(b.high for b in each))

        plus, minus = [of(name) for name in tie.plus], [of(name) for name in tie.minus]
        result = of(tie.result)
        if tie.kind == "score":
            # Points are exact where they are added, but rounded where they follow from a rate.
            half = Decimal(1).scaleb(-min(self.places[n].slot.decimals for n in self._of[tie.result])) / 2
            result = Bounds(result.low - half, result.high + half)
        return _computed(tie, plus, minus).meets(result)


def _computed(tie: Tie, plus: list[Bounds], minus: list[Bounds]) -> Bounds:
    if tie.kind in ("sum", "change", "points"):
        return Bounds(
            sum((b.low for b in plus), Decimal(0)) - sum((b.high for b in minus), Decimal(0)),
            sum((b.high for b in plus), Decimal(0)) - sum((b.low for b in minus), Decimal(0)),
        )
    if tie.kind in ("score", "product"):
        return Bounds(plus[0].low * plus[1].low, plus[0].high * plus[1].high)
    above, below = plus[0], minus[0]
    if below.low <= 0:
        return Bounds(Decimal("-Infinity"), Decimal("Infinity"))
    ends = [above.low / below.high, above.high / below.low]
    if tie.kind == "growth":
        ends = [end - 1 for end in ends]
        low, high = min(ends), max(ends)
        return (
            Bounds(low, high)
            if low > 0
            else Bounds(-high, -low)
            if high < 0
            else Bounds(Decimal(0), max(-low, high))
        )
    return Bounds(min(ends), max(ends))
