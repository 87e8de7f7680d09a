"""Two statements of one name that differ by more than a slip: when is it asked about all the same?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.labels import read_label
from rules.facts.vocabulary import normal, vocabulary
from rules.relations.build import Relations
from rules.relations.judging.one_slip import FITS

STALE = "与所列上年数相同，疑似沿用上年数"
OVERRULED = "与其余各处所列和推算的数不同，口径或资金范围未写明"
_NO_LIMIT = re.compile(
    r"[^\u4e00-\u9fff]|年度?|部门|单位|整体|我[局委厅办]?|本|全|共|合计|总|实际|累计|支出|收入|资金|经费|预算|决算|财政|拨款|完成|其中|安排|[数额的为是达计]"
)
_OTHER_YEAR = re.compile(r"上年|去年|同期|上期|由$|从$|[比较]")
_WELL_BORNE = 3
"""Computations that bear a figure out, from which on it is hardly the one that is wrong."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What bears the figures of a report out, and the values that it gives for each thing, stage, year and fund."""

    support: Mapping[str, int]
    values: Mapping[tuple[str, str, str, str], frozenset[Decimal]]
    beside: Mapping[str, frozenset[Decimal]]
    """For each figure the values with which it is computed and holds."""

    def are_apart(self, one: Fact, other: Fact) -> bool:
        """Say whether other figures bear each of the two out, so that neither is a miswritten copy of the other.

        税收 837 万元，占预算 1600 万元的 52.3 %; 税收 685 万元，占预算 1400 万元的 48.9 %: of all revenue, and of the county's own.
        """
        mine, its = (self.beside.get(fact.id, frozenset()) for fact in (one, other))
        return bool(mine and its) and mine.isdisjoint(its)

    def of(self, first: Fact, other: Fact, key: tuple[str, str, str, str]) -> str | None:
        """Return why a figure that nothing bears out is asked about: it is last year's, or all others speak against it."""
        lone = other if not self.support.get(other.id, 0) else first
        against = first if lone is other else other
        if self.support.get(lone.id, 0) or 0 in (first.quantity.value, other.quantity.value):
            return None
        if key[0] not in vocabulary().subjects or lone.kind is not FactKind.AMOUNT:
            return None
        if limits(first) != limits(other):
            return None
        if self._is_last_years(lone, key) and not _OTHER_YEAR.search(normal(lone.label)):
            return STALE
        borne = self.support.get(against.id, 0) >= _WELL_BORNE and Where.TEXT in (first.where, other.where)
        return OVERRULED if borne else None

    def _is_last_years(self, fact: Fact, key: tuple[str, str, str, str]) -> bool:
        thing, stage, year, fund = key
        if not year.isdigit():
            return False
        return fact.quantity.in_base in self.values.get((thing, stage, str(int(year) - 1), fund), frozenset())


def doubts_of(
    support: Mapping[str, int],
    groups: Mapping[tuple[str, str, str, str], Sequence[Fact]],
    relations: Relations,
) -> Doubts:
    """Return what is known of the figures of a report."""
    values = {key: frozenset(fact.quantity.in_base for fact in facts) for key, facts in groups.items()}
    beside: dict[str, set[Decimal]] = defaultdict(set)
    for relation in relations.items:
        computed = relation.verdict in FITS and len(relation.operands) > 1
        figures = [relations.facts[fact] for fact in relation.facts] if computed else []
        for fact in figures:
            beside[fact.id] |= {other.quantity.in_base for other in figures if other.id != fact.id}
    return Doubts(support, values, {fact: frozenset(each) for fact, each in beside.items()})


def limits(fact: Fact) -> str:
    """Return the words that limit the thing of a figure to a part of it: 小学 of 小学公用经费."""
    return _NO_LIMIT.sub("", read_label(fact.label, fact.kind, fact.period).residual)
