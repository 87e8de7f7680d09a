"""A failure that lies far off and is no slip: more often we read wrongly than the report computed wrongly.

An error has to be provable. Where words were read, the proof that they were read rightly is that the figures nearly
agree: they are one slip, or a little, apart, or a second relation asks for the same correction. Where they are far off
with nothing to explain it, the failure is asked about and alleges nothing. In a table the structure is the proof, unless
the rows of a column fail together: then the column says something else than its head, which is only told for a look.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.relations.judging.computation import Operation
from rules.relations.judging.known_mistakes import is_known_mistake, is_rearranged
from rules.relations.judging.of_relation import explains, is_explained, mending, quantities
from rules.relations.judging.one_slip import FITS
from rules.relations.judging.shapes import Shape, shape_of
from rules.relations.relation import Relation, Verdict

FAR_OFF = "相差悬殊，又不像一处笔误，请核对是否同一组数"
"""What is said of such a failure; it stands as the probable cause."""
MISREAD = "表中所指可能不是这一组数"
"""What is said where rows of a column fail together, or where a table may not tell which of its rows make a class."""

_NEAR = Decimal("0.1")
"""Part of the larger of two figures within which they nearly agree."""
_NEAR_ON_THE_WHOLE = Decimal("0.05")
"""Part of the largest figure within which a difference of two nearly agrees: it is small beside what it is taken of."""
_ROWS = 2
"""So many rows that fail alike are no slips."""


def without_far_off(
    relations: Sequence[Relation], facts: Mapping[str, Fact], firm: Collection[str] = ()
) -> tuple[Relation, ...]:
    """Return the relations; those that fail by far, and that nothing explains, are not judged.

    ``firm`` are the ids of those whose words and place leave no other figures.
    """
    broken = [r for r in relations if r.verdict is Verdict.IMPOSSIBLE and r.operation in tuple(Operation)]
    by_fact: dict[str, list[Relation]] = defaultdict(list)
    for relation in broken:
        for fact in relation.facts:
            by_fact[fact].append(relation)
    misread = _misread_columns(relations, facts)
    doubted: dict[str, str] = {}
    for relation in broken:
        if _is_misread(relation, misread, facts):
            doubted[relation.id] = MISREAD
        elif relation.id not in firm and _is_told(relation, facts) and _is_far(relation, by_fact, facts):
            doubted[relation.id] = MISREAD if _is_of_rows(relation, facts) else FAR_OFF
    return tuple(_doubted(r, doubted[r.id]) if r.id in doubted else r for r in relations)


def _misread_columns(relations: Sequence[Relation], facts: Mapping[str, Fact]) -> set[Shape]:
    """Return what the rows of a table compute from its columns, where more of them fail than hold."""
    failing, holding = Counter[Shape](), Counter[Shape]()
    for relation in relations:
        shape = shape_of(relation, facts)
        if shape is not None:
            failing[shape] += relation.verdict is Verdict.IMPOSSIBLE
            holding[shape] += relation.verdict in FITS
    return {shape for shape, count in failing.items() if count >= _ROWS and count > holding[shape]}


def _is_misread(relation: Relation, misread: Collection[Shape], facts: Mapping[str, Fact]) -> bool:
    return shape_of(relation, facts) in misread and not is_explained(relation, facts)


def _is_far(relation: Relation, by_fact: Mapping[str, Sequence[Relation]], facts: Mapping[str, Fact]) -> bool:
    """Say whether nothing explains by how much the relation fails."""
    explained = _is_near(relation, facts) or _is_explained_either_way(relation, facts)
    return not explained and not _is_asked_for_twice(relation, by_fact, facts)


def _is_told(relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether the relation was read from words: its figures are not all cells of one table."""
    places = [facts[fact].evidence for fact in relation.facts]
    return any(place.row is None for place in places) or len({place.table for place in places}) > 1


def _is_of_rows(relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether what is told elsewhere would be the sum of rows of a table: which rows belong to it was read as well."""
    parts = [facts[fact].evidence for fact in relation.operands]
    return relation.operation == Operation.SUM and all(place.row is not None for place in parts)


def _is_near(relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether what is stated nearly is what comes out, or a known mistake explains the difference."""
    judgement = relation.judgement
    if judgement.expected is None or judgement.likely is not None or relation.stated is None:
        return True
    due, said = abs(Decimal(judgement.expected)), abs(facts[relation.stated].quantity.value)
    if is_rearranged(facts[relation.stated].quantity.plain(), judgement.expected):
        return True
    operands = [facts[fact].quantity for fact in relation.operands]
    known = is_known_mistake(Operation(relation.operation), operands, due, said)
    if known or abs(due - said) <= _NEAR * max(due, said):
        return True
    largest = max(abs(facts[fact].quantity.in_base) for fact in relation.facts)
    gap = abs(due - said) * facts[relation.stated].quantity.factor
    return relation.operation == Operation.DIFFERENCE and gap <= _NEAR_ON_THE_WHOLE * largest


def _is_explained_either_way(relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether one slip explains the failure of what is told in words.

    A fall may be told by its word and not by a sign; a table that does not say its unit is in that of the figure it is
    held against.
    """
    operands, stated = quantities(relation, facts)
    if relation.operation == Operation.DUPLICATE and None in (operands[0].unit, stated.unit):
        unit = stated.unit or operands[0].unit
        operands, stated = [replace(operands[0], unit=unit)], replace(stated, unit=unit)
    if explains(relation, operands, stated):
        return True
    turned = replace(stated, value=-stated.value)
    return relation.operation == Operation.YOY and explains(relation, operands, turned)


def _is_asked_for_twice(
    relation: Relation, by_fact: Mapping[str, Sequence[Relation]], facts: Mapping[str, Fact]
) -> bool:
    """Say whether one value of a figure mends this relation and another broken one that it stands in."""
    for fact in relation.facts:
        own = mending(fact, relation, facts)
        if own is None:
            continue
        for other in by_fact[fact]:
            if set(other.facts) <= set(relation.facts) or set(relation.facts) <= set(other.facts):
                continue  # the same figures once more are no second witness
            values = mending(fact, other, facts)
            if values is not None and own.meets(values):
                return True
    return False


def _doubted(relation: Relation, why: str) -> Relation:
    judgement = replace(relation.judgement, verdict=Verdict.UNDETERMINED, likely=why)
    return replace(relation, judgement=judgement)
