"""How strongly the sound relations of a report bear out a figure that is suspected of being wrong.

A relation vouches for a figure only where it would notice: one that also holds with the value that would mend what is
broken says nothing (97.43 % of a total holds whether the total ends in 15 or in 51), or little where it is a rounding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.numbers.quantity import Quantity
from rules.relations.judging.judge import Operation, judge
from rules.relations.relation import Relation, RelationKind, Verdict

SOUND = (Verdict.EXACT, Verdict.ROUNDING)
_COMPUTED = 3
"""What an exact computation weighs against a rounding or a repetition."""


class Vouching:
    """The sound relations by figure."""

    def __init__(self, relations: Sequence[Relation], facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self._of: dict[str, list[Relation]] = defaultdict(list)
        for relation in relations:
            if relation.verdict in SOUND:
                for fact in dict.fromkeys(relation.facts):
                    self._of[fact].append(relation)

    def weight(self, fact: str, mended: Decimal | None) -> int:
        """Weigh what speaks for a figure as printed, and against ``mended``, its value in the printed unit where known."""
        return sum(self._vouches(relation, fact, mended) for relation in self._of[fact])

    def _vouches(self, relation: Relation, fact: str, mended: Decimal | None) -> int:
        if relation.kind is RelationKind.SCORE_EXCEEDS_WEIGHT and mended is not None:
            return 0 if self._stays_within(relation, fact, mended) else _COMPUTED
        full = _COMPUTED if _is_exact_computation(relation) else 1
        if mended is None or relation.operation not in tuple(Operation) or relation.stated is None:
            return full
        figures = {id: self._facts[id].quantity for id in relation.facts}
        as_printed = _verdict(relation, figures)
        otherwise = _verdict(relation, figures | {fact: _with(figures[fact], mended)})
        if as_printed not in SOUND or otherwise not in SOUND:
            return full
        return int(as_printed is Verdict.EXACT and otherwise is Verdict.ROUNDING)

    def _stays_within(self, relation: Relation, fact: str, mended: Decimal) -> bool:
        """Say whether a score would be no higher than its weight with the one or the other mended."""
        weight, score = (
            mended if id == fact else self._facts[id].quantity.value
            for id in (relation.operands[0], relation.stated or "")
        )
        return 0 <= score <= weight


def _verdict(relation: Relation, figures: Mapping[str, Quantity]) -> Verdict:
    operands = [figures[operand] for operand in relation.operands]
    stated = figures[relation.stated or ""]
    return judge(Operation(relation.operation), operands, stated, signs=relation.signs or None).verdict


def _with(quantity: Quantity, value: Decimal) -> Quantity:
    """Return a figure printed with the same decimals and another value."""
    return replace(quantity, value=value.quantize(Decimal(1).scaleb(-max(quantity.precision, 0))))


def _is_exact_computation(relation: Relation) -> bool:
    return relation.verdict is Verdict.EXACT and relation.operation not in ("", "duplicate")
