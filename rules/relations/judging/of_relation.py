"""What a failed relation asks of its figures: the values that would mend it, and whether one slip explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.facts.fact import Fact
from rules.numbers.interval import Interval
from rules.numbers.quantity import Quantity
from rules.relations.judging.computation import Operation
from rules.relations.judging.one_slip import explained_by_one_slip, mending_values
from rules.relations.relation import Relation


def mending(fact: str, relation: Relation, facts: Mapping[str, Fact]) -> Interval | None:
    """Return the values of a figure, in its own unit, under which a relation holds; None where they are not known."""
    if relation.operation not in tuple(Operation) or relation.stated is None or fact not in relation.facts:
        return None
    operands, stated = quantities(relation, facts)
    at, signs = relation.facts.index(fact), relation.signs or None
    return mending_values(Operation(relation.operation), operands, stated, at, signs=signs)


def is_explained(relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether one slip in any of the figures explains why a relation fails."""
    return explains(relation, *quantities(relation, facts))


def explains(relation: Relation, operands: Sequence[Quantity], stated: Quantity) -> bool:
    """Say the same of figures that stand in the places of a relation's own."""
    operation, signs = Operation(relation.operation), relation.signs or None
    return explained_by_one_slip(operation, operands, stated, signs=signs)


def quantities(relation: Relation, facts: Mapping[str, Fact]) -> tuple[list[Quantity], Quantity]:
    """Return the figures of a relation: those computed from, and the stated one."""
    *operands, stated = (facts[fact].quantity for fact in relation.facts)
    return operands, stated
