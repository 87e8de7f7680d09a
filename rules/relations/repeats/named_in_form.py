"""Indicators of a score form against the running text: the plan that the text states, and what it says was done.

The text names a thing in other words than the form (监测水质样品, 水质样品监测数), so names are compared by what they
share. That is a likeness, no proof: what differs is asked about, never called an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from rules.facts.fact import Fact, FactKind
from rules.facts.form import FormCell, IndicatorRow, ScoreForm
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.repeats.repeats import asked, looks_like_slip

_PLANNED = re.compile("计划|(?<!项)目标|不少于|不低于|不超过|任务数?")
_SHARED = 4
_NOTHING = Judgement(Verdict.IMPOSSIBLE, "")
_KINDS = (FactKind.COUNT, FactKind.RATE, FactKind.AMOUNT)


def find_named_in_form(
    forms: Sequence[ScoreForm], extraction: Extraction, relations: Relations, known: Mapping[int, Fact]
) -> None:
    """Hold targets and actual values of every form against the text; ``known`` are the facts by their offset."""
    said = [m for m in extraction.mentions if m.fact.kind in _KINDS and not m.range_end]
    for form in forms:
        for row in form.rows:
            _target(row, said, relations, known)
            _actual(row, said, relations, known)


def _target(
    row: IndicatorRow, said: Sequence[Mention], relations: Relations, known: Mapping[int, Fact]
) -> None:
    stated = _fact(row.target, known)
    if stated is None:
        return
    plans = [m.fact for m in said if _PLANNED.search(m.lead) and _is_of(m, row, stated)]
    _hold(stated, plans, "指标的年度指标值与正文所述计划", "年度指标值与正文所述计划不一致", relations)


def _actual(
    row: IndicatorRow, said: Sequence[Mention], relations: Relations, known: Mapping[int, Fact]
) -> None:
    stated = _fact(row.actual, known)
    if stated is None:
        return
    done = [m.fact for m in said if not m.narrowed and not _PLANNED.search(m.lead) and _is_of(m, row, stated)]
    near = [f for f in done if _same(f, stated) or looks_like_slip(f, stated, _NOTHING)]
    _hold(stated, near, "指标的实际完成值与正文所述", "实际完成值与正文所述不一致", relations)


def _hold(stated: Fact, said: Sequence[Fact], reason: str, doubt: str, relations: Relations) -> None:
    """Keep an equal statement; where there is none and all others agree among themselves, ask."""
    equal = next((fact for fact in said if _same(fact, stated)), None)
    if equal is None and len({fact.quantity.value for fact in said}) != 1:
        return
    other = equal or said[0]
    judgement = judge(Operation.DUPLICATE, [_plain(other)], _plain(stated))
    if judgement.verdict in FITS:
        relations.add(RelationKind.TEXT_VS_ANNEX, [other], stated, reason, judgement)
    elif equal is None:
        relations.add(RelationKind.TEXT_VS_ANNEX, [other], stated, reason, asked(judgement, doubt))


def _fact(cell: FormCell | None, known: Mapping[int, Fact]) -> Fact | None:
    """Return the fact of a cell whose figure names its unit."""
    fact = known.get(cell.start) if cell is not None else None
    return fact if fact is not None and fact.quantity.unit is not None else None


def _is_of(mention: Mention, row: IndicatorRow, stated: Fact) -> bool:
    mine, its = mention.fact.quantity.unit, stated.quantity.unit
    if mine is None or its is None or mine.symbol != its.symbol:
        return False
    name = re.sub("(?:数量?|人数|率|金额|个数)$", "", normal(row.name))
    label = (
        normal(mention.lead)
        if mention.own_subject
        else f"{normal(mention.fact.subject or '')}，{normal(mention.lead)}"
    )
    match = SequenceMatcher(None, name, label, autojunk=False).find_longest_match()
    return match.size >= _SHARED and match.size * 2 > len(name)


def _same(one: Fact, other: Fact) -> bool:
    return one.quantity.value == other.quantity.value


def _plain(fact: Fact) -> Quantity:
    """Return the figure without 不少于: a plan and its target are held against one another as they are printed."""
    quantity = fact.quantity
    return Quantity(
        quantity.value, quantity.unit, quantity.precision, quantity.printed, counted=quantity.counted
    )
