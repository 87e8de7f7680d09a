"""One fact in two documents: the same thing, stage, year and fund must be one figure.

That two documents differ is a fault of one of them; which one, the accounts must say. It is called proven only where
both name thing, stage, year and fund and neither states a second figure under that name; what is left open is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.facts.vocabulary import normal, vocabulary
from rules.numbers.quantity import Quantity
from rules.numbers.units import convert
from rules.others.statements import Statement, by_thing, first_of_each_value, is_whole
from rules.relations.build import Relations
from rules.relations.judging.computation import Operation, printed
from rules.relations.judging.derivation import with_minus
from rules.relations.judging.judge import judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict
from rules.relations.repeats.repeats import looks_like_slip

STAGES = {
    "initial_budget": "年初预算",
    "adjusted_budget": "全年预算",
    "budget": "预算",
    "executed": "决算",
    "surplus": "结转结余",
    "execution_rate": "执行率",
    "control_rate": "控制率",
    "count": "人数",
}
"""What the stages of the compared figures are called."""

_NO_FUND = "资金口径未写明，不能断定为同一数"
_SEVERAL = "同一名目下有几个数，不能断定所指为同一数"
_LONG_LABEL = 5
_NOT_NAMED = "事项或时点未写明，不能断定为同一数"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements of one fact that differ. ``proven``: nothing is left open but which of them is right."""

    report: tuple[Statement, ...]
    other: Statement
    relations: tuple[Relation, ...]
    proven: bool


def compare(
    own: Sequence[Statement], others: Sequence[Statement], relations: Relations
) -> Iterator[Difference]:
    """Hold every figure that both state against one another; ``others`` are of one document."""
    theirs = by_thing(item for item in others if is_whole(item))
    for thing, mine in by_thing(own).items():
        if thing in theirs:
            yield from _Comparison(mine, theirs[thing], relations).differences()


def compare_named(mine: Sequence[Statement], other: Statement, relations: Relations) -> Iterator[Difference]:
    """Hold what the report says of one thing by its full name against the one figure of another document."""
    left = []
    for item in mine:
        if _fits(item.fact, other.fact):
            _keep(item, other, relations, None)
        else:
            left.append(item)
    for first in first_of_each_value(left):
        alike = [item for item in left if _same_value(item, first)]
        fund = first.fund in ("", "全部资金")
        doubt = None if fund and first.sure else _NO_FUND if first.sure else _NOT_NAMED
        kept = [_keep(item, other, relations, doubt) for item in alike]
        if any(r.verdict in (Verdict.IMPOSSIBLE, Verdict.UNDETERMINED) for r in kept):
            yield Difference(tuple(alike), other, tuple(kept), proven=doubt is None)


class _Comparison:
    """The statements of one thing at one stage and year in two documents."""

    def __init__(self, mine: Sequence[Statement], theirs: Sequence[Statement], relations: Relations) -> None:
        self._mine = mine
        self._theirs = theirs
        self._relations = relations
        self._matched: set[str] = set()

    def differences(self) -> Iterator[Difference]:
        """Keep what agrees, and yield what does not."""
        left = [item for item in self._mine if not self._agrees(item)]
        for first in first_of_each_value(left):
            alike = [item for item in left if _same_value(item, first)]
            found = self._difference(first, alike, several=len(first_of_each_value(left)) > 1)
            if found is not None:
                yield found

    def _agrees(self, item: Statement) -> bool:
        fitting = [other for other in self._theirs if _fits(item.fact, other.fact)]
        fitting.sort(key=lambda other: other.fund != item.fund)
        here = [other for other in fitting if not _conflict(item, other)]
        for other in fitting:
            self._matched |= {o.fact.id for o in self._theirs if _same_value(o, other)}
        for other in here[:1]:
            _keep(item, other, self._relations, None)
        return bool(fitting)

    def _difference(
        self, first: Statement, alike: Sequence[Statement], *, several: bool
    ) -> Difference | None:
        same = first_of_each_value([other for other in self._theirs if _one_fund(first, other)])
        if len(same) == 1 and not several and same[0].fact.id not in self._matched:
            named = first.sure and same[0].sure and (first.known or _same_row(first, same[0]))
            return self._kept(
                alike,
                same[0],
                None if named else _NOT_NAMED,
                ask=named or first.named or _slip(first, same[0]),
            )
        open_ = [other for other in self._theirs if not _conflict(first, other)]
        doubt = _SEVERAL if len(same) > 1 or several or same else _NO_FUND
        slips = [other for other in open_ if _slip(first, other)]
        if slips:
            return self._kept(alike, slips[0], doubt, ask=True)
        values = first_of_each_value(open_)
        if len(values) == 1 and not several and values[0].fact.id not in self._matched and first.known:
            alone = first.sure and values[0].sure and first.fund == "" and values[0].fund == ""
            return self._kept(alike, values[0], doubt, ask=alone)
        return None

    def _kept(
        self, alike: Sequence[Statement], other: Statement, doubt: str | None, *, ask: bool
    ) -> Difference | None:
        """Keep the relations of statements of one value against another; None where there is nothing to say."""
        kept = [_keep(item, other, self._relations, doubt) for item in alike]
        differing = [r for r in kept if r.verdict in (Verdict.IMPOSSIBLE, Verdict.UNDETERMINED)]
        if not differing or not ask:
            return None
        return Difference(tuple(alike), other, tuple(kept), proven=doubt is None)


def _keep(item: Statement, other: Statement, relations: Relations, doubt: str | None) -> Relation:
    """Keep the relation of two statements; with a doubt, what would be impossible is undetermined."""
    judgement = _judged(other, item)
    if doubt is not None and judgement.verdict is Verdict.IMPOSSIBLE:
        words = f"{judgement.derivation}；{doubt}"
        judgement = replace(judgement, verdict=Verdict.UNDETERMINED, derivation=words, expected=None)
    return relations.add(
        RelationKind.CROSS_DOCUMENT, [other.fact], item.fact, _reason(item, other), judgement
    )


def _same_value(one: Statement, other: Statement) -> bool:
    a, b = one.fact.quantity, other.fact.quantity
    return (a.value, a.unit) == (b.value, b.unit)


def _ordered(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Put the finer print first: a coarser statement must be its rounding."""
    return (one, other) if _last_digit(one.quantity) <= _last_digit(other.quantity) else (other, one)


def _last_digit(quantity: Quantity) -> Decimal:
    """Return what one in the last printed place is worth, in the base unit."""
    factor = Decimal(1) if quantity.unit is None else quantity.unit.factor
    return factor.scaleb(-quantity.precision)


def _fits(one: Fact, other: Fact) -> bool:
    first, second = _ordered(one, other)
    return judge(Operation.DUPLICATE, [first.quantity], second.quantity).verdict in FITS


def _slip(one: Statement, other: Statement) -> bool:
    if one.fact.quantity.unit != other.fact.quantity.unit:
        return False
    judgement = judge(Operation.DUPLICATE, [one.fact.quantity], other.fact.quantity)
    return looks_like_slip(one.fact, other.fact, judgement)


def _one_fund(one: Statement, other: Statement) -> bool:
    """Say whether two statements are of one fund: both name it, or the thing has only one."""
    if one.fund and other.fund:
        return one.fund == other.fund
    return one.known and not vocabulary().is_scoped(one.thing[0])


def _same_row(one: Statement, other: Statement) -> bool:
    """Say whether both are rows of tables under one label, though it is no term of the field (社会保障和就业支出)."""
    labels = {normal(item.fact.evidence.row or "") for item in (one, other)}
    return len(labels) == 1 and len(next(iter(labels))) >= _LONG_LABEL


def _conflict(one: Statement, other: Statement) -> bool:
    return bool(one.fund and other.fund) and one.fund != other.fund


def _reason(item: Statement, other: Statement) -> str:
    subject, stage, year = item.thing
    return f"{item.of}与{other.of}所列{year}年“{subject}”{STAGES.get(stage, '')}应为同一数"


def _judged(other: Statement, item: Statement) -> Judgement:
    """Hold the report's figure against the other; the words do not say which of them is right."""
    first, second = _ordered(other.fact, item.fact)
    judgement = judge(Operation.DUPLICATE, [first.quantity], second.quantity)
    name, own = other.of, item.of
    theirs, ours = (with_minus(fact.quantity.words()) for fact in (other.fact, item.fact))
    if judgement.verdict in FITS:
        words = f"{own}与{name}均为 {ours}" if theirs == ours else f"{name} {theirs} 即{own} {ours}"
    else:
        words = f"{own}为 {ours}，{name}为 {theirs}，相差 {gap(other.fact, item.fact)}"
    return replace(judgement, derivation=words, expected=_in_unit_of(other.fact, item.fact))


def gap(one: Fact, other: Fact) -> str:
    """Return by how much two figures differ, in the unit of the second."""
    a, b = one.quantity, other.quantity
    if a.unit is None or b.unit is None:
        return f"{abs(a.value - b.value):f}"
    value = abs(convert(a.value, a.unit, b.unit) - b.value).normalize()
    digits = max(b.precision, -int(value.as_tuple().exponent), 0)
    return f"{value:.{digits}f} {'个百分点' if b.unit.symbol == '%' else b.unit.symbol}"


def _in_unit_of(one: Fact, other: Fact) -> str | None:
    """Return the first figure as it would be printed in the place of the second."""
    a, b = one.quantity, other.quantity
    if a.unit is None or b.unit is None or a.unit.dimension is not b.unit.dimension:
        return None
    return f"{printed(convert(a.value, a.unit, b.unit), max(b.precision, 0)):f}"
