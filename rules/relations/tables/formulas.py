"""What a place of a line of a table may be computed from the others by: quotients, differences, sums, products."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from rules.facts.fact import Fact, FactKind
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

_KINDS = {
    Operation.RATIO: RelationKind.RATIO,
    Operation.DIFFERENCE: RelationKind.DIFFERENCE,
    Operation.YOY: RelationKind.YOY,
    Operation.SUM: RelationKind.SUM,
    Operation.PRODUCT: RelationKind.ARITHMETIC_OTHER,
}
_SIGNS = {1: "＋", -1: "－"}

Line = dict[int, Fact]


@dataclass(frozen=True, slots=True)
class Formula:
    """How the place ``stated`` of a line follows from the places ``operands``; ``signs`` for a sum."""

    operation: Operation
    operands: tuple[int, ...]
    stated: int
    signs: tuple[int, ...] = ()

    def reading(self, line: Line, reason: str, *, sure: bool) -> Reading:
        """Return the formula as a reading of one line; of a product the amount for each stands first, a bare number too."""
        operands = [line[place] for place in self.operands]
        if self.operation is Operation.PRODUCT and operands[1].kind is FactKind.AMOUNT:
            operands.sort(key=lambda fact: fact.kind is not FactKind.AMOUNT)
        elif self.operation is Operation.PRODUCT and operands[1].quantity.unit is None:
            operands.reverse()
        return Reading(
            _KINDS[self.operation],
            self.operation,
            tuple(operands),
            line[self.stated],
            reason,
            signs=self.signs,
            sure=sure,
        )

    def words(self, names: dict[int, str]) -> str:
        """Return the formula in the names of its places."""
        own = [names[place] for place in self.operands]
        if self.operation is Operation.YOY:
            said = f"（{own[0]}－{own[1]}）÷{own[1]}"
        elif self.operation is Operation.SUM:
            said = own[0] + "".join(
                f"{_SIGNS[sign]}{name}" for sign, name in zip(self.signs[1:], own[1:], strict=True)
            )
        else:
            said = {Operation.RATIO: "÷", Operation.DIFFERENCE: "－", Operation.PRODUCT: "×"}[
                self.operation
            ].join(own)
        return f"{names[self.stated]}＝{said}"

    @property
    def places(self) -> tuple[int, ...]:
        """Return every place that it holds together."""
        return (*self.operands, self.stated)

    def with_other(self, place: int, other: int) -> Formula:
        """Return the same with another place put in for one."""
        operands = tuple(other if each == place else each for each in self.operands)
        return replace(self, operands=operands, stated=other if self.stated == place else self.stated)


def formulas_of(lines: Sequence[Line], place: int, places: Sequence[int]) -> Iterator[Formula]:
    """Yield what a place may be computed from the others by, the likeliest first."""
    others = [other for other in places if other != place]
    if any(line[place].kind is FactKind.RATE for line in lines if place in line):
        for first, second in permutations(others, 2):
            yield Formula(Operation.RATIO, (first, second), place)
            yield Formula(Operation.YOY, (first, second), place)
        return
    if any(line[place].kind is FactKind.POINTS for line in lines if place in line):
        yield from (Formula(Operation.DIFFERENCE, pair, place) for pair in permutations(others, 2))
        return
    bare = all(line[place].quantity.unit is None for line in lines if place in line)
    for first, second in permutations(others, 2):
        yield Formula(Operation.DIFFERENCE, (first, second), place)
        if bare:
            yield Formula(Operation.RATIO, (first, second), place)
    for first, second in combinations(others, 2):
        yield Formula(Operation.SUM, (first, second), place, (1, 1))
        yield from _both_ways(first, second, place)
        for third in others:
            if third not in (first, second):
                yield Formula(Operation.SUM, (first, second, third), place, (1, 1, -1))
    for run in _runs(place, places):
        yield Formula(Operation.SUM, run, place, (1,) * len(run))


def products_of(place: int, places: Sequence[int]) -> Iterator[Formula]:
    """Yield the averages whose whole is a sum already: 亩均 × 面积 = 投资."""
    for first, second in combinations([other for other in places if other != place], 2):
        yield from _both_ways(first, second, place)


def _both_ways(first: int, second: int, place: int) -> Iterator[Formula]:
    """Yield a product with either factor as the amount for each, which stands first."""
    yield Formula(Operation.PRODUCT, (first, second), place)
    yield Formula(Operation.PRODUCT, (second, first), place)


def _runs(place: int, places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the stretches of three places or more that end before a place or begin behind it."""
    at = list(places).index(place)
    for count in range(3, len(places)):
        if count <= at:
            yield tuple(places[at - count : at])
        if at + 1 + count <= len(places):
            yield tuple(places[at + 1 : at + 1 + count])
