"""Relations whose parts stand in different places: rates, balances, 基本支出 + 项目支出, and the way from 年初 to 调整."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction
from rules.facts.vocabulary import BUDGET_MOVES, TOTAL, vocabulary
from rules.numbers.quantity import Quantity
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.rates.rates import OVER_INITIAL
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.repeats.one_list import Lists
from rules.relations.repeats.repeats import (
    PEOPLE,
    Key,
    Stated,
    by_key,
    find_repeats,
    stated_facts,
    whole_budget,
)

_RATES = ("execution_rate", "control_rate")
_MOST_FLOWS = 4
_LONG = 5
"""So many digits are not met by chance."""


@dataclass(frozen=True, slots=True)
class _Index:
    """The statements by what they are of."""

    groups: Mapping[Key, Sequence[Stated]]

    def values(self, subject: str | None, measures: Sequence[str], period: str | None) -> list[Fact]:
        """Return one fact for each distinct value and fund of a thing in these stages, in the order of the stages."""
        found: list[Fact] = []
        for measure in measures:
            for key, members in self.groups.items():
                if key[:3] != (subject, measure, period or ""):
                    continue
                for member in members:
                    fact = member.fact
                    if fact.kind is FactKind.AMOUNT and all(_differs(fact, other) for other in found):
                        found.append(fact)
        return found

    def only(self, subject: str, measure: str, period: str, scope: str) -> Stated | None:
        """Return the statement of the key if all of them agree; sure only where each is."""
        found = [
            m
            for m in self.groups.get((subject, measure, period, scope), ())
            if m.fact.kind is FactKind.AMOUNT
        ]
        if not found or len({m.fact.quantity.in_base for m in found}) != 1:
            return None
        return Stated(found[0].fact, all(m.sure for m in found))


def find_elsewhere(text: str, extraction: Extraction, relations: Relations) -> None:
    """Assert what holds between places, and last that statements of one fact agree; ``text`` is that of the document."""
    statements = stated_facts(extraction)
    groups = by_key(statements)
    index = _Index(groups)
    for item in statements:
        fact = item.fact
        if fact.kind is FactKind.RATE and fact.measure in _RATES and not _has(fact, relations, _COMPUTED):
            relations.choose(list(_rate(fact, index)))
        if (
            fact.kind is FactKind.AMOUNT
            and fact.measure == "surplus"
            and item.sure
            and not _has(fact, relations, _ANY)
        ):
            relations.choose(list(_surplus(fact, index)))
        if fact.kind is FactKind.RATE and fact.measure == "adjustment_rate":
            _adjustment_rate(fact, index, relations)
    for key in list(groups):
        relations.choose(list(_two_parts(key, index)))
        relations.choose(list(_bridges(key, index)))
    find_repeats(groups, Lists(text, extraction.mentions, relations), relations)


_COMPUTED = (RelationKind.RATIO, RelationKind.SHARE)
_ANY = (RelationKind.SUM, RelationKind.DIFFERENCE)


def _has(fact: Fact, relations: Relations, kinds: Sequence[RelationKind]) -> bool:
    return any(relation.kind in kinds for relation in relations.stating(fact))


def _differs(one: Fact, other: Fact) -> bool:
    return one.quantity.in_base != other.quantity.in_base or one.scope != other.scope


def _one_scope(one: Fact, other: Fact) -> bool:
    return one.scope == other.scope or None in (one.scope, other.scope)


def _rate(fact: Fact, index: _Index) -> Iterator[Reading]:
    """A rate whose numerator and denominator stand elsewhere: a pair of one fund gives it."""
    if fact.subject in PEOPLE:
        yield from _staff_rate(fact, index)
        return
    executed = index.values(fact.subject, ("executed",), fact.period)
    budgets = index.values(fact.subject, BUDGETS, fact.period)
    scoped = vocabulary().is_scoped(fact.subject)
    pairs = [(a, b) for a, b in product(executed, budgets) if not scoped or _one_scope(a, b)]
    amounts = {(a.quantity.in_base, b.quantity.in_base) for a, b in pairs}
    known = fact.subject in vocabulary().subjects
    adjusted = {budget.quantity.in_base for _, budget in pairs if budget.measure == "adjusted_budget"}
    for spent, budget in pairs:
        other = budget.measure == "initial_budget" and bool(adjusted - {budget.quantity.in_base})
        yield Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (spent, budget),
            fact,
            f"“{fact.label}”＝{fact.subject}支出÷预算（分子、分母见他处）",
            convention=OVER_INITIAL if other and fact.measure == "execution_rate" else None,
            sure=known and len(amounts) == 1,
        )


def _staff_rate(fact: Fact, index: _Index) -> Iterator[Reading]:
    period = fact.period or ""
    staff = [m.fact for m in index.groups.get(("在职人员", "count", period, ""), ())]
    posts = [m.fact for m in index.groups.get(("编制", "count", period, ""), ())]
    for one, other in product(staff[:3], posts[:3]):
        yield Reading(
            RelationKind.RATIO, Operation.RATIO, (one, other), fact, "控制率＝在职人数÷编制数", sure=True
        )


def _surplus(fact: Fact, index: _Index) -> Iterator[Reading]:
    executed = index.values(fact.subject, ("executed",), fact.period)
    budgets = index.values(fact.subject, BUDGETS, fact.period)
    known = fact.subject in vocabulary().subjects
    moved = bool(index.values(fact.subject, BUDGET_MOVES, fact.period))
    for spent, budget in product(executed, budgets):
        if _one_scope(spent, budget):
            told = budget.measure != "initial_budget" or not moved  # 年初 A，调增 B，支出 C: left is of both
            yield Reading(
                RelationKind.DIFFERENCE,
                Operation.DIFFERENCE,
                (budget, spent),
                fact,
                f"“{fact.label}”＝{fact.subject}预算－支出",
                sure=told and known and len(executed) == len(budgets) == 1 and _one_scope(fact, spent),
                alarms=told,
            )


def _two_parts(key: Key, index: _Index) -> Iterator[Reading]:
    """基本支出 + 项目支出 = the grand total of one fund and stage; what was added may also be neither."""
    subject, measure, period, scope = key
    whole = index.only(TOTAL, measure, period, scope) if subject == TOTAL else None
    basic = index.only("基本支出", measure, period, scope)
    project = index.only("项目支出", measure, period, scope)
    if whole is not None and basic is not None and project is not None:
        sure = whole.sure and basic.sure and project.sure
        if whole.fact.quantity.in_base in (basic.fact.quantity.in_base, project.fact.quantity.in_base):
            return  # the 合计 of a table of the one part
        yield Reading(
            RelationKind.SUM,
            Operation.SUM,
            (basic.fact, project.fact),
            whole.fact,
            f"{scope or ''}：基本支出＋项目支出＝合计",
            sure=sure and bool(scope) and scope != "全部资金" and measure != "added",
            alarms=sure,
        )


def _bridges(key: Key, index: _Index) -> Iterator[Reading]:
    """年初预算 + 追加 − 收回 = 调整预算: over several sentences, so only what one slip explains is an alarm.

    Where the flows are not all of the same thing and fund, others may be untold, and long figures are only asked about.
    """
    subject, measure, period, scope = key
    if measure != "initial_budget":
        return
    initial = index.only(subject, measure, period, scope)
    adjusted = index.only(subject, "adjusted_budget", period, scope)
    if initial is None or adjusted is None or initial.fact.quantity.in_base == adjusted.fact.quantity.in_base:
        return
    sure = initial.sure and adjusted.sure
    for flows in _flows(index, subject, period):
        operands = (initial.fact, *(fact for fact, _ in flows))
        own = (
            sure
            and len({fact.scope for fact in operands}) == 1
            and all(f.subject == subject for f, _ in flows)
        )
        long = all(fact.quantity.telling_digits >= _LONG for fact in (initial.fact, adjusted.fact))
        yield Reading(
            RelationKind.SUM,
            Operation.SUM,
            operands,
            adjusted.fact,
            f"{subject}：年初预算＋追加－收回＝调整后预算",
            signs=(1, *(sign for _, sign in flows)),
            alarms=own or long,
            open_ended=not own,
        )


def _flows(index: _Index, subject: str, period: str) -> Iterator[list[tuple[Fact, int]]]:
    """Yield the flows that may lead from the initial to the adjusted budget: the thing's own first, then all's."""
    own_added = index.values(subject, ("added",), period)[:_MOST_FLOWS]
    own_recalled = index.values(subject, ("recalled",), period)[:_MOST_FLOWS]
    whole = [key[0] for key in index.groups if whole_budget(key[0])]
    all_added = [f for name in dict.fromkeys(whole) for f in index.values(name, ("added",), period)][
        :_MOST_FLOWS
    ]
    all_recalled = [f for name in dict.fromkeys(whole) for f in index.values(name, ("recalled",), period)]
    seen: list[list[tuple[Fact, int]]] = []
    for added, recalled in product(
        [*own_added, *all_added, None], [*own_recalled, *all_recalled[:_MOST_FLOWS], None]
    ):
        flows = [(fact, sign) for fact, sign in ((added, 1), (recalled, -1)) if fact is not None]
        if flows and flows not in seen:
            seen.append(flows)
            yield flows


def _adjustment_rate(fact: Fact, index: _Index, relations: Relations) -> None:
    """预算调整率 has several readings (gross or net, with or without recalls): the one that fits is named."""
    period = fact.period or ""
    names = [key[0] for key in index.groups if whole_budget(key[0])]
    flows = [
        [f for n in dict.fromkeys(names) for f in index.values(n, (m,), period)]
        for m in ("added", "recalled")
    ]
    bases = [f for n in dict.fromkeys(names) for f in index.values(n, ("initial_budget",), period)]
    for added, recalled, base in product(flows[0][:3], [*flows[1][:3], None], bases[:4]):
        for sign in (1, -1) if recalled is not None else (1,):
            moved = _moved(added, recalled, sign)
            if moved is None or base.quantity.unit is None:
                continue
            judgement = judge(Operation.RATIO, [moved, base.quantity], fact.quantity)
            if judgement.verdict in FITS:
                operands = [f for f in (added, recalled, base) if f is not None]
                how = (
                    "追加与收回之和"
                    if sign > 0 and recalled is not None
                    else ("净额" if recalled else "追加额")
                )
                relations.add(RelationKind.RATIO, operands, fact, f"预算调整率＝{how}÷年初预算", judgement)
                return


def _moved(added: Fact, recalled: Fact | None, sign: int) -> Quantity | None:
    one = added.quantity
    if recalled is None:
        return one
    other = recalled.quantity
    if one.unit != other.unit or one.precision != other.precision:
        return None
    value = one.value + sign * other.value
    return Quantity(value, one.unit, one.precision, f"{value}")
