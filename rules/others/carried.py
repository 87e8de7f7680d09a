"""What was left at the end of last year, by last year's report, against what this year's report carries over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction
from rules.facts.vocabulary import TOTAL
from rules.finding import Finding
from rules.others.asking import evidence_of, question
from rules.others.material import PRIOR, Material
from rules.others.same_fact import gap
from rules.relations.build import Relations
from rules.relations.judging.derivation import with_minus
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.repeats.repeats import PEOPLE

_OPENING = "上年结转结余"
_AT_THE_END = re.compile(r"年末|期末|结转")
_BEGUN = (None, "opening", "initial_budget", "budget")


def check_carried(own: Extraction, materials: Sequence[Material], relations: Relations) -> Iterator[Finding]:
    """Hold opening balances against last year's closing ones; they may lawfully differ, so it is only asked."""
    for material in materials:
        if material.kind == PRIOR:
            yield from _held(_MONEY, _opening(own), _closing(material), relations)
            for people in PEOPLE:
                heads = _Stock(f"年初{people}", f"年末{people}", "人员变动时点或统计口径不同会有差额，未说明")
                begun = _heads(own.facts, people, ("opening",), own.year)
                yield from _held(
                    heads, begun, _heads(material.facts, people, (None, "closing"), material.year), relations
                )


class _Stock(NamedTuple):
    """What is carried over: its name in this year's report, in last year's, and why the two may differ."""

    begun: str
    left: str
    doubt: str


_MONEY = _Stock("上年结转", "年末结转结余", "年初收回、调整或资金口径不同会有差额，未说明")


def _held(
    stock: _Stock, begun: Sequence[Fact], left: Sequence[Fact], relations: Relations
) -> Iterator[Finding]:
    if not begun or not left:
        return
    reason = f"本年{stock.begun}＝上年报告{stock.left}"
    for fact in begun:
        for before in left:
            judgement = judge(Operation.DUPLICATE, [before.quantity], fact.quantity)
            if judgement.verdict in FITS:
                words = f"上年{stock.left} {with_minus(before.quantity.words())}，本年{stock.begun} {with_minus(fact.quantity.words())}"
                agreed = replace(judgement, derivation=words)
                relations.add(RelationKind.CROSS_DOCUMENT, [before], fact, reason, agreed)
                return
    if max(len({f.quantity.in_base for f in facts}) for facts in (begun, left)) > 1:
        return  # several funds or parts: which belongs to which is not said
    fact, before = begun[0], left[0]
    if fact.scope and before.scope and fact.scope != before.scope:
        return
    words = (
        f"上年报告{stock.left}为 {with_minus(before.quantity.words())}，本年报告{stock.begun}为 "
        f"{with_minus(fact.quantity.words())}，相差 {gap(before, fact)}"
    )
    asked = Judgement(Verdict.UNDETERMINED, f"{words}；{stock.doubt}")
    relation = relations.add(RelationKind.CROSS_DOCUMENT, [before], fact, reason, asked)
    yield question(
        "A34",
        f"{stock.begun}与上年报告年末数不同",
        f"{words}。请说明差额的来源，或核对后统一。",
        (fact.quantity.plain(), before.quantity.plain()),
        evidence_of(fact, before),
        relation=relation,
        reported=fact.quantity.plain(),
    )


def _heads(
    facts: Iterable[Fact], people: str, stages: tuple[str | None, ...], year: str | None
) -> list[Fact]:
    """Return the heads of a kind at one end of the year."""
    return [
        fact
        for fact in facts
        if fact.kind is FactKind.COUNT
        and fact.subject == people
        and fact.measure in stages
        and fact.period == year
        and fact.quantity.counted
    ]


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
