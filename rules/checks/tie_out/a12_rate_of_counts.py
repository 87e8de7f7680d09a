"""A12: a rate that no whole number of the stated count gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules.card import card
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.relations.rates.discrete import GRIM
from rules.relations.relation import Relation


def rate_of_counts_findings(relations: Sequence[Relation], facts: Mapping[str, Fact]) -> Iterable[Finding]:
    """Yield one question for each such rate; it may be one of amounts, so it is never an error."""
    for relation in relations:
        if relation.judgement.likely != GRIM or relation.stated is None:
            continue
        total, rate = facts[relation.operands[0]], facts[relation.stated]
        yield card("A12").finding(
            content=(rate.label, rate.quantity.plain(), total.quantity.plain()),
            message=f"“{rate.label}”写 {rate.quantity.words()}，总数写 {total.quantity.words()}："
            f"{relation.judgement.derivation}。请说明该比率的算法。",
            verdict=relation.verdict,
            reported=rate.quantity.plain(),
            derivation=relation.judgement.derivation,
            evidence=(rate.evidence, total.evidence),
            related=(relation.id,),
        )
