"""Figures that state one fact in two places: how surely they do, and what follows where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Unit
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS, explained_by_one_slip
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.repeats.digits import look_alike
from rules.relations.repeats.repeats import asked, in_one_unit, kind_of_pair, looks_like_slip

_REPEATS = (RelationKind.TEXT_VS_TEXT, RelationKind.TEXT_VS_TABLE, RelationKind.TEXT_VS_ANNEX)
_DOUBT = "两处名称或口径不尽相同，不能断定为同一数"
_TELLING = 10
"""A figure below this (in its last printed digit) agrees with another by chance too often to bear anything out."""
_SHORT = 3
"""Fewer digits than these, but for zeros at the ends, tell nothing of a slip."""

_FOUR = 4
"""Digits from which on two figures are hardly the same by chance."""
_LONG = 6
"""Digits from which on two figures are hardly one slip apart by chance."""
_SHOWN = 2
"""Figures of a statement that agree with a column, from which on the others are of it."""

_LISTED = 3
"""Such figures from which on the statement goes through the rows of the table."""

POSSIBLE, LIKELY, SURE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Tie:
    """Two figures that may state one fact. ``name`` and ``stage`` say how surely thing and stage are the same.

    ``statement`` is that of the one, ``table`` that of the other; ``groups`` are what figures beside them can bear out:
    the statement with the row, and the statement with the column. ``told``: both figures say their stage themselves.
    """

    one: Fact
    other: Fact
    name: int
    stage: int
    reason: str
    statement: int = -1
    table: int = -1
    told: bool = False
    groups: tuple[tuple[int, ...], ...] = ()


Printed = tuple[Unit | None, int, Decimal]
"""A figure as it is printed: unit, decimals, value."""


def settle(
    ties: Sequence[Tie], relations: Relations, columns: Mapping[tuple[int, int], Collection[Printed]]
) -> None:
    """Keep the ties that agree; of the others those that are sure, or that one slip of the pen explains.

    ``columns`` gives what stands in each column of each table.
    """
    computed = _computed(relations)
    ties = [tie for tie in ties if not computed.together(tie)]
    fits = [_fits(tie) for tie in ties]
    fitting = [tie for tie, fit in zip(ties, fits, strict=True) if fit]
    agreeing = {fact.id for tie in fitting for fact in (tie.one, tie.other)} | computed.repeated
    borne = _borne(fitting)
    taken = {(tie.statement, tie.other.id) for tie in fitting}
    bound = {(tie.one.id, tie.table) for tie in fitting}
    for tie in _best(fitting):
        _keep(tie, relations, computed)
    for tie, fit in zip(ties, fits, strict=True):
        # A cell that another figure of the statement states, and a figure that another cell of the table bears out.
        elsewhere = tie.table >= 0 and (
            (tie.statement, tie.other.id) in taken or (tie.one.id, tie.table) in bound
        )
        if not fit and not elsewhere and not _stands_beside(tie, columns):
            _differ(_raised(tie, borne), agreeing, computed, relations)


@dataclass(frozen=True, slots=True)
class _Computed:
    """What is computed from each figure and holds; ``repeated`` are those that agree with another statement."""

    sound: dict[str, int]
    sets: dict[str, set[str]]
    pairs: set[frozenset[str]]
    repeated: set[str]

    def together(self, tie: Tie) -> bool:
        """Say whether one computation holds both figures: then they are two facts."""
        pair = {tie.one.id, tie.other.id}
        return len(pair) == 1 or bool(self.sets[tie.one.id] & self.sets[tie.other.id])


def _computed(relations: Relations) -> _Computed:
    found = _Computed(defaultdict(int), defaultdict(set), set(), set())
    for relation in relations.items:
        if relation.kind in _REPEATS:
            found.pairs.add(frozenset(relation.facts))
            if relation.verdict in FITS:
                found.repeated.update(relation.facts)
        elif relation.verdict in FITS and relation.operation in tuple(Operation):
            for fact in relation.facts:
                found.sets[fact].add(relation.id)
                found.sound[fact] += 1
    return found


def _stands_beside(tie: Tie, columns: Mapping[tuple[int, int], Collection[Printed]]) -> bool:
    """Say whether the figure of the text stands in the same column, in another row: it is that of the other row."""
    if len(tie.groups) < 2 or tie.one.quantity.telling_digits < _FOUR:
        return False
    return printed(tie.one) in columns.get((tie.table, tie.groups[1][-1]), ())


def printed(fact: Fact) -> Printed:
    """Return a figure as it is printed."""
    return fact.quantity.unit, fact.quantity.precision, fact.quantity.value


def _plain(fact: Fact) -> Quantity:
    """Return the figure without 不少于: a plan and its target are held against one another as they are printed."""
    return replace(fact.quantity, hedge=Hedge.NONE)


def _judged(tie: Tie) -> Judgement:
    a, b = (_plain(fact) for fact in _ordered(tie))
    if _is_turned(tie):
        a, b = replace(a, value=abs(a.value)), replace(b, value=abs(b.value))
    return judge(Operation.DUPLICATE, [a], b)


def _is_turned(tie: Tie) -> bool:
    """Say whether one figure carries the sign that words give the other: 下降4.23%, -4.23%."""
    return (tie.one.quantity.value < 0) != (tie.other.quantity.value < 0)


def _ordered(tie: Tie) -> tuple[Fact, Fact]:
    """Return the finer print first: a coarser statement must be its rounding."""
    a, b = tie.one, tie.other
    swap = b.quantity.precision > a.quantity.precision and a.quantity.unit == b.quantity.unit
    return (b, a) if swap else (a, b)


def _fits(tie: Tie) -> bool:
    a, b = tie.one.quantity, tie.other.quantity
    if a.unit == b.unit and a.precision == b.precision and a.hedge is b.hedge is Hedge.NONE:
        return abs(a.value) == abs(b.value) if _is_turned(tie) else a.value == b.value
    return _judged(tie).verdict in FITS


def _borne(fitting: Iterable[Tie]) -> dict[tuple[int, ...], set[str]]:
    """Return for each statement with a row, and with a column, the figures of the text that agree there."""
    borne: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for tie in fitting:
        for group in tie.groups:
            if _is_telling(tie.one):
                borne[group].add(tie.one.id)
    return borne


def _is_telling(fact: Fact) -> bool:
    return abs(fact.quantity.value).scaleb(max(fact.quantity.precision, 0)) >= _TELLING


def _raised(tie: Tie, borne: dict[tuple[int, ...], set[str]]) -> Tie:
    """Return the tie as sure as the figures beside it make it."""
    if not tie.groups:
        return tie
    row, column = (len(borne[group] - {tie.one.id}) for group in tie.groups)
    shown = column >= _SHOWN
    stage = min(SURE, tie.stage + (column > 0 if tie.name >= LIKELY else shown))
    name = min(SURE, tie.name + bool(row) + (column >= _LISTED))
    return replace(tie, name=name, stage=stage, told=tie.told or shown)


def _best(fitting: Sequence[Tie]) -> list[Tie]:
    """Return for each figure and table the surest tie that agrees."""
    best: dict[tuple[str, int], Tie] = {}
    for tie in fitting:
        key = (tie.one.id, tie.table)
        if key not in best or (tie.name, tie.stage) > (best[key].name, best[key].stage):
            best[key] = tie
    return list(best.values())


def _keep(tie: Tie, relations: Relations, computed: _Computed) -> None:
    if frozenset((tie.one.id, tie.other.id)) in computed.pairs or _is_turned(tie):
        return
    a, b = _ordered(tie)
    computed.pairs.add(frozenset((a.id, b.id)))
    relations.add(kind_of_pair(a.where, b.where), [a], b, tie.reason, _judged(tie), Operation.DUPLICATE)


def _differ(tie: Tie, agreeing: set[str], computed: _Computed, relations: Relations) -> None:
    """Ask about two figures that differ, where their names or one slip say that they should not."""
    a, b = _ordered(tie)
    settled = (a.id in agreeing) + (b.id in agreeing)
    if settled == len((a, b)):
        return  # two facts, each of which is stated elsewhere as well
    if frozenset((a.id, b.id)) in computed.pairs or not b.quantity.value or _is_hedged(a, b):
        return
    if min(tie.name, tie.stage) < SURE and not look_alike(a, b):
        return  # most of what may state one fact does not, and shows it at a glance
    judgement = _judged(tie)
    slip = _are_long(a, b) and looks_like_slip(a, b, judgement)
    sure = tie.told and min(tie.name, tie.stage) >= LIKELY and max(tie.name, tie.stage) >= SURE
    computed_both = all(computed.sound[fact.id] or fact.id in agreeing for fact in (a, b))
    if judgement.verdict is Verdict.IMPOSSIBLE and _is_doubtful(tie, slip, sure, settled, computed_both):
        computed.pairs.add(frozenset((a.id, b.id)))
        found = judgement if sure and slip and not _is_turned(tie) else asked(judgement, _DOUBT)
        relations.add(kind_of_pair(a.where, b.where), [a], b, tie.reason, found, Operation.DUPLICATE)


def _are_long(*facts: Fact) -> bool:
    """Say whether two figures have digits enough for a slip to tell; one that lost a digit has the fewer."""
    shorter, longer = sorted(fact.quantity.telling_digits for fact in facts)
    return longer >= _SHORT and shorter >= _SHORT - 1


def _is_hedged(*facts: Fact) -> bool:
    return any(f.quantity.hedge is not Hedge.NONE for f in facts if f.kind is not FactKind.TARGET)


def _is_doubtful(tie: Tie, slip: bool, sure: bool, settled: int, computed: bool) -> bool:
    """Say whether a difference is to be spoken of.

    ``settled`` is how many of the two agree with another statement, ``computed`` that other figures or statements
    bear both out.
    """
    if tie.one.kind is FactKind.RATE and (computed or (settled and tie.name < SURE)):
        return (
            False  # rates are all alike: one that has its like elsewhere is held only against its full name
        )
    if tie.one.kind is FactKind.RATE and tie.name < SURE and not _are_printed_alike(tie):
        return False  # 完成95.1%, 91.10%: a column of rates is told with its own decimals
    likely = min(tie.name, tie.stage) >= LIKELY
    if computed:
        named = tie.name >= SURE and tie.stage >= POSSIBLE
        whole = tie.told and min(tie.one.quantity.telling_digits, tie.other.quantity.telling_digits) >= _LONG
        return slip and (named or whole)
    alike = slip or _is_short_slip(tie.one, tie.other)
    same = sure and tie.name >= SURE and tie.stage >= SURE
    if same or (likely and alike):
        return True
    possible = tie.stage >= POSSIBLE and max(tie.name, tie.stage) >= LIKELY
    return slip and (possible or not settled)


def _are_printed_alike(tie: Tie) -> bool:
    return tie.one.quantity.precision == tie.other.quantity.precision


def _is_short_slip(one: Fact, other: Fact) -> bool:
    a, b = in_one_unit(one.quantity, other.quantity)
    return abs(a.precision - b.precision) < 2 and explained_by_one_slip(Operation.DUPLICATE, [a], b)
