"""How far the year's money was spent: budget, execution and rate of the whole, of its classes and of single projects.

Only figures that nothing speaks against: what a finding holds wrong, or may be wrong, is never drafted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.vocabulary import TOTAL
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension, convert
from rules.relations.relation import RelationKind, Verdict
from rules.review import Review

SLOW_BELOW = Decimal(90)
"""An execution rate below this (in %) is drafted as slow: a line of this program's, of no regulation, and said so."""

PROJECTS = "项目支出"
_BASIC = frozenset({"基本支出", "人员经费", "公用经费"})
_NOT_SPENDING = frozenset(
    {
        *(
            "政府采购",
            "三公经费",
            "公务用车购置及运行维护费",
            "公务用车购置费",
            "公务用车运行维护费",
            "因公出国（境）费",
        ),
        *("公务接待费", "会议费", "培训费", "项目", "项目工作", "其他资金"),
    }
)
"""What is better spent less of, or is a word for many things."""
_BUDGETS = ("adjusted_budget", "budget")
HOLDS = (Verdict.EXACT, Verdict.ROUNDING)
_NEAR = 16
_TIME = re.compile(r"季度|半年|\d月|月[末底]|年[末底]|截至|序时")
"""Names of a time in the year: how far the money was spent by then says nothing of a project."""
_BAND_AFTER = re.compile(r"\s*(?:[-—–~～至到]|以上|以下|以内|之间|左右|及以)")
_BAND_BEFORE = re.compile(r"(?:[-—–~～至到]|率在|率(?:低于|高于|超过|不足|未达)|介于)\s*$")


@dataclass(frozen=True, slots=True)
class Spending:
    """One thing that money was spent on. ``budget`` and ``executed`` are the two that give ``rate``, or both None."""

    rate: Fact
    budget: Fact | None = None
    executed: Fact | None = None

    @property
    def name(self) -> str:
        """Return what the money was for."""
        return self.rate.subject or ""

    @property
    def percent(self) -> Decimal:
        """Return the rate in %."""
        return self.rate.quantity.value

    @property
    def unspent(self) -> Decimal | None:
        """Return budget less execution in the unit of the budget, None where they are not both known."""
        if self.budget is None or self.executed is None:
            return None
        one, other = self.budget.quantity, self.executed.quantity
        if one.unit is None or other.unit is None:
            return None
        return one.value - convert(other.value, other.unit, one.unit)

    @property
    def is_slow(self) -> bool:
        """Say whether less was spent than the line of this program."""
        return self.percent < SLOW_BELOW


@dataclass(frozen=True, slots=True)
class Spent:
    """The spending of a report: ``whole`` is 项目支出 or else the total, ``basic`` 基本支出 to compare it with."""

    whole: Spending | None
    basic: Spending | None
    classes: tuple[Spending, ...]
    projects: tuple[Spending, ...]


def disputed(review: Review) -> frozenset[str]:
    """Return the ids of the facts that a finding holds wrong or cannot clear."""
    related = {relation.id: relation for relation in review.relations}
    found: set[str] = set()
    for finding in review.findings:
        named = {finding.culprit} if finding.culprit else set(finding.suspects)
        if not named:
            named = {fact for one in finding.related if one in related for fact in related[one].facts}
        found |= named
    return frozenset(found)


def spent(review: Review) -> Spent:
    """Return what the report says of its spending, each thing once."""
    doubtful = disputed(review)
    facts = {fact.id: fact for fact in review.facts if fact.id not in doubtful}
    found = {item.name: item for item in reversed(_tied(review, facts))}
    for item in _alone(review, facts.values()):
        found.setdefault(item.name, item)
    whole = found.get(PROJECTS) or found.get(TOTAL)
    inside = _classes(review, facts, whole)
    rest = sorted(
        (item for name, item in found.items() if name not in (PROJECTS, TOTAL, *_BASIC)),
        key=lambda item: item.rate.start,
    )
    return Spent(
        whole,
        found.get("基本支出") if whole is not None and whole.name == PROJECTS else None,
        tuple(item for item in rest if item.name in inside),
        tuple(item for item in rest if item.name not in inside),
    )


def _tied(review: Review, facts: dict[str, Fact]) -> list[Spending]:
    """Return spending whose rate was recomputed from its own budget and execution, and holds."""
    found = []
    for relation in review.relations:
        if relation.kind is not RelationKind.RATIO or relation.verdict not in HOLDS:
            continue
        rate = facts.get(relation.stated or "")
        parts = [facts[one] for one in relation.operands if one in facts]
        if (
            rate is None
            or len(parts) != 2
            or rate.measure != "execution_rate"
            or not _is_spending(review, rate)
        ):
            continue
        executed, budget = parts
        if budget.measure in _BUDGETS and executed.measure == "executed" and all(map(_is_money, parts)):
            found.append(Spending(rate, budget, executed))
    return found


def _alone(review: Review, facts: Iterable[Fact]) -> Iterable[Spending]:
    """Yield spending of which only the rate is printed; rates of bands (70 %—80 %) are of no single thing."""
    for fact in facts:
        if (
            fact.kind is not FactKind.RATE
            or fact.measure != "execution_rate"
            or not _is_spending(review, fact)
        ):
            continue
        form = "完成值" in (fact.evidence.column or "")
        before = review.document.text[max(0, fact.start - _NEAR) : fact.start]
        tied = "执行率" in fact.label + (fact.evidence.column or "") + before
        if tied and not form and not _is_band(review, fact) and fact.quantity.hedge is Hedge.NONE:
            yield Spending(fact)


def _is_spending(review: Review, rate: Fact) -> bool:
    this_year = rate.period is None or rate.period == review.year
    name = rate.subject
    return this_year and name is not None and name not in _NOT_SPENDING and not _TIME.search(name)


def _is_money(fact: Fact) -> bool:
    return fact.quantity.unit is not None and fact.quantity.unit.dimension is Dimension.MONEY


def _is_band(review: Review, fact: Fact) -> bool:
    text = review.document.text
    end = fact.evidence.end or fact.start
    return bool(
        _BAND_AFTER.match(text[end : end + 4])
        or _BAND_BEFORE.search(text[max(0, fact.start - 6) : fact.start])
    )


def _classes(review: Review, facts: dict[str, Fact], whole: Spending | None) -> set[str]:
    """Return the names of what adds up to the whole."""
    if whole is None:
        return set()
    found: set[str] = set()
    for relation in review.relations:
        total = facts.get(relation.stated or "")
        if relation.kind is RelationKind.SUM and relation.verdict in HOLDS and total is not None:
            same = total.subject == whole.name and total.measure in (*_BUDGETS, "executed")
            if same and len(relation.operands) > 1 and set(relation.signs) <= {1}:
                found |= {facts[one].subject or "" for one in relation.operands if one in facts}
    return found - {whole.name, ""}
