"""A15: relations that each pass on their own and that no set of true values satisfies together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules.card import card
from rules.facts.fact import Fact
from rules.finding import Finding, Severity
from rules.relations.judging.computation import Operation
from rules.relations.judging.joint import JointResult, conflicts, is_cut_off, single_culprits
from rules.relations.judging.judge import WIDE_ONLY, holds
from rules.relations.relation import Relation, Verdict
from rules.wording import place

_SHOWN = 6
_MOST_EVIDENCE = 8


def together_findings(relations: Sequence[Relation], facts: Mapping[str, Fact]) -> Iterable[Finding]:
    """Yield one finding for each contradiction among sound relations; an error only where it is proven exactly."""
    sound = [relation for relation in relations if _is_plain(relation, facts)]
    for result in conflicts(sound, facts):
        if not result.feasible and result.complete:
            yield _finding(result, sound, facts)


def _is_plain(relation: Relation, facts: Mapping[str, Fact]) -> bool:
    """Say whether a relation holds as its operation is written: a fall told as a positive rate is left out.

    One that rests on a whole number among decimals is asked about already.
    """
    if relation.verdict not in (Verdict.EXACT, Verdict.ROUNDING) or relation.stated is None:
        return False
    if relation.judgement.likely == WIDE_ONLY:
        return False
    if relation.operation not in tuple(Operation):
        return False
    operands = [facts[fact].quantity for fact in relation.operands]
    stated = facts[relation.stated].quantity
    return holds(Operation(relation.operation), operands, stated, signs=relation.signs or None)


def _finding(result: JointResult, sound: Sequence[Relation], facts: Mapping[str, Fact]) -> Finding:
    involved = [relation for relation in sound if relation.id in result.relations]
    alone = single_culprits(result, sound)
    named = alone or tuple(sorted(result.facts, key=lambda fact: facts[fact].start))
    order = [*named, *(fact for relation in involved for fact in relation.facts)]
    derivation = "；".join(relation.judgement.derivation for relation in involved[:_SHOWN])
    first = facts[named[0]]
    words = "、".join(facts[fact].quantity.words() for fact in named[:4])
    cut = is_cut_off(result, sound, facts)
    note = f"；{facts[cut].quantity.words()} 若为截尾而非四舍五入则可同时成立" if cut is not None else ""
    return card("A15").finding(
        content=tuple(sorted(facts[fact].quantity.plain() for fact in result.facts)),
        severity=Severity.ERROR if result.proof_confirmed and cut is None else Severity.WARNING,
        message=f"{place(first)}等处的数逐条都在尾差以内，合在一起却没有任何一组数能同时满足：{derivation}"
        f"（疑似 {words}{note}）。请对照决算报表核对。",
        verdict=Verdict.IMPOSSIBLE,
        reported=first.quantity.plain(),
        derivation=derivation,
        evidence=tuple(facts[fact].evidence for fact in dict.fromkeys(order))[:_MOST_EVIDENCE],
        culprit=alone[0] if len(alone) == 1 else None,
        suspects=() if len(alone) == 1 else named,
        related=tuple(relation.id for relation in involved),
    )
