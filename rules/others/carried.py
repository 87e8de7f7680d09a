"""What was left at the end of last year, by last year's report, against what this year's report carries over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction
from rules.facts.vocabulary import TOTAL
from rules.finding import Finding
from rules.others.asking import evidence_of, question
from rules.others.material import PRIOR, Material
from rules.others.same_fact import gap
from rules.relations.build import Relations
from rules.relations.derivation import with_minus
from rules.relations.judge import Operation, judge
from rules.relations.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind, Verdict

_OPENING = "上年结转结余"
_AT_THE_END = re.compile(r"年末|期末|结转")
_BEGUN = (None, "opening", "initial_budget", "budget")
_OPEN_WORDS = "年初收回、调整或资金口径不同会有差额，未说明"


def check_carried(own: Extraction, materials: Sequence[Material], relations: Relations) -> Iterator[Finding]:
    """Hold the opening balance against last year's closing balance; they may lawfully differ, so it is only asked."""
    begun = _opening(own)
    for material in materials:
        if material.kind == PRIOR and begun:
            left = _closing(material)
            if left:
                yield from _held(begun, left, relations)


def _held(begun: Sequence[Fact], left: Sequence[Fact], relations: Relations) -> Iterator[Finding]:
    reason = "本年上年结转＝上年报告年末结转结余"
    for fact in begun:
        for before in left:
            judgement = judge(Operation.DUPLICATE, [before.quantity], fact.quantity)
            if judgement.verdict in FITS:
                words = f"上年年末结转结余 {with_minus(before.quantity.words())}，本年上年结转 {with_minus(fact.quantity.words())}"
                agreed = replace(judgement, derivation=words)
                relations.add(RelationKind.CROSS_DOCUMENT, [before], fact, reason, agreed)
                return
    if max(len({f.quantity.in_base for f in facts}) for facts in (begun, left)) > 1:
        return  # several funds or parts: which belongs to which is not said
    fact, before = begun[0], left[0]
    if fact.scope and before.scope and fact.scope != before.scope:
        return
    words = (
        f"上年报告年末结转结余为 {with_minus(before.quantity.words())}，本年报告上年结转为 "
        f"{with_minus(fact.quantity.words())}，相差 {gap(before, fact)}"
    )
    asked = Judgement(Verdict.UNDETERMINED, f"{words}；{_OPEN_WORDS}")
    relation = relations.add(RelationKind.CROSS_DOCUMENT, [before], fact, reason, asked)
    yield question(
        "A34",
        "上年结转与上年报告年末数不同",
        f"{words}。请说明差额的来源（如年初收回、口径不同），或核对后统一。",
        (fact.quantity.plain(), before.quantity.plain()),
        evidence_of(fact, before),
        relation=relation,
        reported=fact.quantity.plain(),
    )


def _opening(own: Extraction) -> list[Fact]:
    return [
        fact
        for fact in own.facts
        if fact.kind is FactKind.AMOUNT
        and fact.subject == _OPENING
        and fact.measure in _BEGUN
        and fact.period == own.year
        and fact.quantity.unit is not None
    ]


def _closing(material: Material) -> list[Fact]:
    """Return what last year's report says was left in all at the end of its year."""
    return [
        fact
        for fact in material.facts
        if fact.kind is FactKind.AMOUNT
        and fact.measure == "surplus"
        and fact.subject in (None, TOTAL)
        and _AT_THE_END.search(fact.label)
        and fact.period == material.year
        and fact.quantity.unit is not None
    ]
