"""What the rows of a table compute from its columns, or its columns from its rows."""

from __future__ import annotations

from collections.abc import Mapping

from rules.facts.fact import Fact
from rules.relations.judging.computation import Operation
from rules.relations.relation import Relation

Shape = tuple[str, str | None, tuple[str | None, ...]]
"""Operation, table, and the columns (or rows) of the figures, the stated one last."""


def shape_of(relation: Relation, facts: Mapping[str, Fact]) -> Shape | None:
    """Return what is computed from which columns in one row of a table, or from which rows in one column."""
    places = [facts[fact].evidence for fact in relation.facts if fact in facts]
    whole = all(e.row is not None and e.column is not None for e in places)
    if not whole or relation.operation not in tuple(Operation) or len({e.table for e in places}) != 1:
        return None
    if len({e.row for e in places}) == 1:
        return relation.operation, places[0].table, tuple(e.column for e in places)
    if len({e.column for e in places}) == 1:
        return relation.operation, places[0].table, tuple(e.row for e in places)
    return None
