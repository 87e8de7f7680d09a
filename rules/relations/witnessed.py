"""Several places that ask for the same other value of one figure: each may be misread, hardly all in the same way.

全年支出 1022.00 万元，执行率 95.31 %，结余 60.00 万元 beside a budget of 1280.00: far off each, and no slip, so that neither
would be alleged alone; but both ask for 1220.00. Where that value is printed nowhere else, so that no other figure can
have been meant, and nothing speaks for the figure as it stands, the report is held to these readings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rules.facts.fact import Fact
from rules.numbers.interval import Interval
from rules.relations.build import Failed, Relations
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading

_NARROW = Decimal("0.002")
"""Part of a value that its bounds may differ by, for an agreement to tell."""
_FEWEST = 1000
"""The digits of a value make at least this number: three digits agree by chance."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """A place, one reading of it, and the values of a figure that it asks for."""

    place: Failed
    reading: Reading
    values: Interval

    def agrees(self, other: _Witness) -> bool:
        """Say whether another place asks for the same, by other figures."""
        mine, its = self.reading.figures, other.reading.figures
        apart = self.place is not other.place and not mine <= its and not its <= mine
        return apart and self.values.meets(other.values)


def find_witnessed(facts: Sequence[Fact], relations: Relations) -> None:
    """Hold the report to the readings of several places that ask for the same other value of one figure."""
    sound = {fact for relation in relations.items if relation.verdict in FITS for fact in relation.facts}
    for figure, witnesses in _witnesses(relations.failed).items():
        if figure.id in sound:
            continue
        agreed = [
            (one, other)
            for one, other in combinations(witnesses, 2)
            if one.agrees(other) and not _is_printed(figure, one, other, facts)
        ]
        for witness in {id(one.place): one for pair in agreed for one in pair}.values():
            relations.instead(witness.place, witness.reading)


def _witnesses(places: Iterable[Failed]) -> Mapping[Fact, list[_Witness]]:
    found: dict[Fact, list[_Witness]] = defaultdict(list)
    for place in places:
        for reading in place.readings:
            for figure in (*reading.operands, reading.stated):
                values = reading.mending(figure)
                if values is not None and _tells(values, figure):
                    found[figure].append(_Witness(place, reading, values))
    return found


def _tells(values: Interval, figure: Fact) -> bool:
    """Say whether the values are so narrow, and of so many digits, that to agree on them is no chance."""
    if values.low is None or values.high is None:
        return False
    size = min(abs(values.low), abs(values.high))
    digits = size.scaleb(max(figure.quantity.precision, 0))
    return digits >= _FEWEST and values.high - values.low <= _NARROW * size


def _is_printed(figure: Fact, one: _Witness, other: _Witness, facts: Sequence[Fact]) -> bool:
    """Say whether another figure of the report has the value that is asked for: that one may have been meant."""
    factor = figure.quantity.factor
    values = (abs(fact.quantity.in_base) / factor for fact in facts if fact.id != figure.id)
    return any(one.values.contains(value) and other.values.contains(value) for value in values)
