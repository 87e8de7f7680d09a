"""What was looked at and what was not: figures without a relation, with the reason, and material that was not held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.facts.fact import Fact, FactKind
from rules.numbers.quantity import Hedge
from rules.relations.relation import Relation, Verdict
from rules.review import Coverage

NOT_HELD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("approval", ("年初预算数与预算批复是否一致",)),
    ("targets", ("绩效指标、目标值、分值是否与批复的绩效目标表一致",)),
    ("final_accounts", ("决算数、“三公”经费、公用经费与决算报表是否一致",)),
    ("adjustment", ("追加、调减、收回与文件是否一致",)),
    ("project_form", ("项目个数、执行率与项目自评表是否一致",)),
    ("budget_disclosure", ("年初预算数与公开的部门预算是否一致",)),
    ("accounts_disclosure", ("决算数、“三公”经费与公开的部门决算是否一致",)),
    ("procurement", ("政府采购预算、执行数与采购资料是否一致",)),
    ("assets", ("资产数与资产报表是否一致",)),
    ("prior", ("上年决算数、上年结转、上年问题整改与上年报告是否一致",)),
)
"""Kinds of material that were not handed in, with the checks that therefore were not made."""

_BY_KIND = {
    FactKind.COUNT: "文中仅此一处，无可对照的合计或明细",
    FactKind.TARGET: "目标值，须与批复的绩效目标表对照",
    FactKind.RATE: "未见可复算的分子、分母，也无第二处表述",
    FactKind.AMOUNT: "未见可对照的合计、明细或第二处表述",
    FactKind.MULTIPLE: "未见可复算的基数",
    FactKind.POINTS: "未见可复算的两期比率",
}


def coverage_of(
    facts: Mapping[str, Fact], relations: Sequence[Relation], held: frozenset[str] = frozenset()
) -> Coverage:
    """Return which figures take part in a relation that was decided, and why the others do not.

    ``held`` are the kinds of documents that the report could be held against.
    """
    taken = {fact for relation in relations for fact in relation.facts}
    decided = {
        fact
        for relation in relations
        if relation.verdict is not Verdict.UNDETERMINED
        for fact in relation.facts
    }
    unchecked = tuple(
        (fact.id, _reason(fact, taken))
        for fact in sorted(facts.values(), key=lambda fact: fact.start)
        if fact.id not in decided
    )
    return Coverage(len(facts), len(facts) - len(unchecked), unchecked, _not_held(held))


def _not_held(held: frozenset[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, checks) for kind, checks in NOT_HELD if kind not in held)


def _reason(fact: Fact, taken: set[str]) -> str:
    if fact.id in taken:
        return "口径未说明或资料不全，不能判定"
    if fact.quantity.hedge is not Hedge.NONE:
        return "约数或界限（约、余、以上等），不能精确核对"
    return _BY_KIND.get(fact.kind, "未归入任何可核对的关系")
