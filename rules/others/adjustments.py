"""The notices by which sums were added and taken back, added up, against what the report says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import is_total_label
from rules.facts.mention import Extraction
from rules.facts.vocabulary import TOTAL, normal
from rules.finding import Finding
from rules.others.asking import evidence_of, question
from rules.others.material import Material
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import RelationKind, Verdict
from rules.relations.repeats.repeats import stated_facts, whole_budget

_WORDS = {
    "added": re.compile(r"追加|调增|增加|下达|新增|安排|拨付"),
    "recalled": re.compile(r"收回|回收|调减|核减|追减|压减|减少"),
}
_NAMES = {"added": "追加", "recalled": "收回"}
_PART = ("其中", "含", "包括")


def check_adjustments(
    own: Extraction, materials: Sequence[Material], relations: Relations
) -> Iterator[Finding]:
    """Hold the sum of all notices against the report's total; a notice may be missing, so it is only asked."""
    notices = [material for material in materials if material.kind == "adjustment"]
    for way in _NAMES:
        parts = [fact for notice in notices if (fact := _moved(notice, way)) is not None]
        unread = [n for n in notices if all(_moved(n, other) is None for other in _NAMES)]
        stated = _stated(own, way)
        if parts and stated and not unread:
            yield from _held(parts, stated, way, relations)


def _held(parts: Sequence[Fact], stated: Sequence[Fact], way: str, relations: Relations) -> Iterator[Finding]:
    name = _NAMES[way]
    reason = f"{name}文件 {len(parts)} 份合计＝报告所列{name}"
    for fact in stated:
        judgement = judge(Operation.SUM, [part.quantity for part in parts], fact.quantity)
        if judgement.verdict in FITS:
            relations.add(RelationKind.CROSS_DOCUMENT, parts, fact, reason, judgement)
            return
    if len({fact.quantity.in_base for fact in stated}) > 1:
        return  # several funds: which of them the notices are of is not said
    fact = stated[0]
    judgement = judge(Operation.SUM, [part.quantity for part in parts], fact.quantity)
    asked = replace(
        judgement,
        verdict=Verdict.UNDETERMINED,
        derivation=f"{name}文件：{judgement.derivation}；文件是否齐全未说明",
    )
    relation = relations.add(RelationKind.CROSS_DOCUMENT, parts, fact, reason, asked)
    yield question(
        "A32",
        f"{name}文件合计与报告不一致",
        f"报告所列{name}为 {fact.quantity.words()}，所附{name}文件 {len(parts)} 份合计 "
        f"{judgement.expected} {fact.quantity.unit.symbol if fact.quantity.unit else ''}"
        f"（{judgement.derivation}）。请核对文件是否齐全，并说明差额。",
        (way, fact.quantity.plain(), judgement.expected or ""),
        evidence_of(fact, *parts),
        relation=relation,
        reported=fact.quantity.plain(),
        expected=judgement.expected,
    )


def _moved(notice: Material, way: str) -> Fact | None:
    """Return the total that a notice adds or takes back; None where it names none, or several apart."""
    cells = [cell.fact for cell in notice.extraction.cells if cell.fact.kind is FactKind.AMOUNT]
    totals = [
        fact for fact in cells if is_total_label(normal(fact.evidence.row or "")) and _is(fact, notice, way)
    ]
    said = [
        m.fact
        for m in notice.extraction.mentions
        if m.fact.kind is FactKind.AMOUNT
        and m.depth == 0
        and m.opening not in _PART
        and not m.fact.label.startswith(_PART)
        and _WORDS[way].search(m.fact.label)
        and not any(_WORDS[other].search(m.fact.label) for other in _NAMES if other != way)
    ]
    found = said or totals or [fact for fact in cells if _is(fact, notice, way)]
    values = {fact.quantity.in_base for fact in found}
    if len(values) == 1:
        return found[0]
    whole = [
        fact for fact in found if 2 * fact.quantity.in_base == sum(other.quantity.in_base for other in found)
    ]
    return whole[0] if whole else None


def _is(fact: Fact, notice: Material, way: str) -> bool:
    """Say whether a cell is of one way: by its own words, else by the title of the notice."""
    words = normal(f"{fact.label}{fact.evidence.table or ''}")
    opening = normal(notice.document.text[:200])
    ways = [name for name, pattern in _WORDS.items() if pattern.search(words)]
    if not ways:
        ways = [name for name, pattern in _WORDS.items() if pattern.search(opening)]
    return ways == [way]


def _stated(own: Extraction, way: str) -> list[Fact]:
    """Return what the report says was added to, or taken back from, the whole budget."""
    return [
        item.fact
        for item in stated_facts(own)
        if item.fact.kind is FactKind.AMOUNT
        and item.fact.measure == way
        and item.fact.period == own.year
        and (item.fact.subject == TOTAL or whole_budget(item.fact.subject) or item.fact.subject is None)
        and item.fact.quantity.unit is not None
    ]
