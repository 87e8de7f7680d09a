"""Relations as linear constraints between true values, each known to lie in the interval of its print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations

from rules.facts.fact import Fact
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Quantity
from rules.numbers.units import Dimension
from rules.relations.judging.computation import HUNDRED, RATES, SAME_UNIT, Operation, alike, factor_of, places
from rules.relations.judging.judge import TRUNCATION
from rules.relations.relation import Relation, RelationKind, Verdict

_ONE = Decimal(1)
_REPEATS = (RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX)
_JUDGED = (Verdict.EXACT, Verdict.ROUNDING, Verdict.CONVENTION, Verdict.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class LinearFact:
    """A statement: the true value lies in [low, high], None being open. Units: the base unit of the fact."""

    id: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Row:
    """low ≤ Σ coefficient × fact ≤ high, because of a relation.

    ``rests_on`` are facts whose print the row itself is made of (the rate in a ratio): it falls with any
    of them. A row without terms whose low is above zero says that the prints it rests on contradict each
    other.
    """

    relation: str
    terms: tuple[tuple[str, Decimal], ...]
    low: Decimal | None
    high: Decimal | None
    rests_on: frozenset[str] = field(default=frozenset())

    @property
    def facts(self) -> frozenset[str]:
        """Return the ids of all facts that the row depends on."""
        return self.rests_on | {fact for fact, _ in self.terms}


def linear_fact(fact: Fact) -> LinearFact:
    """Return the statement of a fact with its interval."""
    ends = fact.quantity.interval().scaled(factor_of(fact.quantity.unit))
    return LinearFact(fact.id, ends.low, ends.high)


def cut_off(known: LinearFact, fact: Fact) -> LinearFact:
    """Return the statement of a figure that was cut off instead of rounded; a figure that was counted stands for itself."""
    figure = fact.quantity
    if figure.counted or known.high is None or known.low is None or figure.value < 0:
        return known
    return replace(known, high=known.high + _half(figure))


def as_cut_off(relation: Relation, fact: str) -> Relation:
    """Return a relation that states a rate as one whose rate was cut off, where the rate is that figure."""
    if relation.stated != fact or operation_of(relation) not in RATES:
        return relation
    judgement = replace(relation.judgement, verdict=Verdict.CONVENTION, convention=TRUNCATION)
    return replace(relation, judgement=judgement)


def constraints(relations: Sequence[Relation], facts: Mapping[str, Fact]) -> tuple[Row, ...]:
    """Return what all relations demand of true values, with the statements of one fact that contradict."""
    rows = tuple(row for relation in relations for row in rows_of(relation, facts))
    return (*rows, *_contradictions(relations, facts))


def _contradictions(relations: Sequence[Relation], facts: Mapping[str, Fact]) -> list[Row]:
    """Return one row for any two statements of one fact that are printed alike precisely but differ.

    Their intervals may touch, and a third statement may lie between them: digits decide here, not intervals.
    """
    same = [relation for relation in relations if operation_of(relation) is Operation.DUPLICATE]
    broken = [relation for relation in same if relation.verdict is Verdict.IMPOSSIBLE]
    if not broken:
        return []
    equal = [
        Row(one.id, tuple((fact, _ONE) for fact in one.facts), None, None) for one in same if _holds(one)
    ]
    rows: list[Row] = []
    for group in components(equal):
        members = sorted({fact for row in group for fact in row.facts})
        for first, second in combinations(members, 2):
            one, other = facts[first].quantity, facts[second].quantity
            if places(one) != places(other) or one.in_base == other.in_base:
                continue
            touching = [relation.id for relation in broken if {first, second} & set(relation.facts)]
            if touching:
                rows.append(Row(touching[0], (), _ONE, None, frozenset({first, second})))
    return rows


def _holds(relation: Relation) -> bool:
    return relation.stated is not None and relation.verdict in _JUDGED


def rows_of(relation: Relation, facts: Mapping[str, Fact]) -> tuple[Row, ...]:
    """Return what a relation demands of true values; nothing where it was not computed or holds otherwise."""
    operation = operation_of(relation)
    if relation.stated is None or operation is None or relation.verdict not in _JUDGED:
        return ()
    if relation.verdict is Verdict.CONVENTION and relation.judgement.convention != TRUNCATION:
        return ()
    if operation in SAME_UNIT:
        return _sum_rows(relation, operation, facts)
    if operation is Operation.PART:
        return _part_rows(relation, facts)
    if operation in RATES:
        over, base = relation.operands
        stated = facts[relation.stated].quantity
        return ratio_rows(relation, over, facts[base], stated, growth=operation is Operation.YOY)
    return ()


def operation_of(relation: Relation) -> Operation | None:
    """Return what a relation computes, None for what it computes in a way of its own; a repetition needs not say it."""
    if relation.operation in list(Operation):
        return Operation(relation.operation)
    return Operation.DUPLICATE if relation.kind in _REPEATS and len(relation.operands) == 1 else None


def _sum_rows(relation: Relation, operation: Operation, facts: Mapping[str, Fact]) -> tuple[Row, ...]:
    figures = [facts[fact].quantity for fact in relation.facts]
    settled = alike(figures)
    if isinstance(settled, NotComputable):
        return ()
    signs = relation.signs or tuple(
        -1 if index and operation is Operation.DIFFERENCE else 1 for index in range(len(relation.operands))
    )
    coefficients: dict[str, Decimal] = {}
    for fact, sign, own, common in zip(relation.facts, (*signs, -1), figures, settled, strict=True):
        factor = factor_of(common.unit) / factor_of(own.unit)
        coefficients[fact] = coefficients.get(fact, Decimal(0)) + sign * factor
    slack = Decimal(0)
    if operation is Operation.DUPLICATE and relation.verdict is Verdict.CONVENTION:
        # Cut off instead of rounded, a print may be off by half a unit more than its interval says.
        slack = max(_half(figure) for figure in settled)
    terms = tuple((fact, value) for fact, value in coefficients.items() if value)
    return (Row(relation.id, terms, -slack, slack),) if terms else ()


def ratio_rows(
    relation: Relation, over: str, base: Fact, rate: Quantity, *, growth: bool = False
) -> tuple[Row, ...]:
    """Return over − rate × base ≤ 0 and ≥ 0 at the ends of the printed rate; ``growth`` of the base by it.

    Linear because the rate is known to its interval and the base cannot be negative.
    """
    divisor = linear_fact(base)
    if relation.stated is None or rate.unit is None or divisor.low is None or divisor.low <= 0:
        return ()
    scale = HUNDRED if rate.unit.dimension is Dimension.MULTIPLE else factor_of(rate.unit)
    ends = _rate_ends(rate, relation.verdict is Verdict.CONVENTION).scaled(scale)
    shift = _ONE if growth else Decimal(0)
    rows: list[Row] = []
    for end, is_high in ((ends.high, True), (ends.low, False)):
        if end is not None:
            terms = ((over, _ONE), (base.id, -(end / HUNDRED + shift)))
            low, high = (None, Decimal(0)) if is_high else (Decimal(0), None)
            rows.append(Row(relation.id, terms, low, high, frozenset({relation.stated})))
    return tuple(rows)


def _part_rows(relation: Relation, facts: Mapping[str, Fact]) -> tuple[Row, ...]:
    """Return part − rate × (part + others) ≤ 0 and ≥ 0 at the ends of the printed rate, which is in per cent."""
    part, *others = relation.operands
    if relation.stated is None:
        return ()
    ends = _rate_ends(facts[relation.stated].quantity, relation.verdict is Verdict.CONVENTION)
    rows: list[Row] = []
    for end, is_high in ((ends.high, True), (ends.low, False)):
        if end is not None:
            rate = end / HUNDRED
            terms = ((part, _ONE - rate), *((other, -rate) for other in others))
            low, high = (None, Decimal(0)) if is_high else (Decimal(0), None)
            rows.append(Row(relation.id, terms, low, high, frozenset({relation.stated})))
    return tuple(rows)


def _half(figure: Quantity) -> Decimal:
    return Decimal(5).scaleb(-figure.precision - 1) * factor_of(figure.unit)


def _rate_ends(rate: Quantity, cut: bool) -> Interval:
    """Return the interval of a rate, which reaches a whole unit away from zero where it was cut off."""
    ends = rate.interval()
    if not cut or ends.low is None or ends.high is None:
        return ends
    unit = Decimal(1).scaleb(-rate.precision)
    if rate.value < 0:
        return replace(ends, low=rate.value - unit)
    return replace(ends, high=rate.value + unit)


def components(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Group rows that share facts, in the order of their first row."""
    parent: dict[str, str] = {}

    def root(fact: str) -> str:
        while parent.setdefault(fact, fact) != fact:
            parent[fact] = parent[parent[fact]]
            fact = parent[fact]
        return fact

    for row in rows:
        first, *others = sorted(row.facts)
        for other in others:
            parent[root(other)] = root(first)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(root(min(row.facts)), []).append(row)
    return tuple(tuple(group) for group in groups.values())


def statements(rows: Iterable[Row], facts: Mapping[str, Fact]) -> tuple[LinearFact, ...]:
    """Return the statements that rows speak of, each once."""
    return tuple(linear_fact(facts[fact]) for fact in sorted({fact for row in rows for fact in row.facts}))
