"""What the parts of a whole came to last year, or were planned at, makes what the whole did.

“三公”经费 A，比上年的 P 减少 …。其中：用车 B，上年 Q；接待 C，上年 R: Q and R make P. To be asserted after the sums of the
lists: only parts that make their whole are asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import BUDGETS, Relations
from rules.relations.changes.direction import is_change
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind
from rules.relations.sentence import same_unit

_PLANNED = re.compile(
    r"^(?:为|占|完成|[较比与])?(?:年初|全年|当年|年度|调整|20\d\d年度?)*(?:预算|计划)(?:数|安排|为|的)*$"
)
_LAST = re.compile(
    r"^(?:[较比与为]|其中)*(?:20\d\d年度?|上年度?|去年|上一年度?)(?:同期|决算|实际|支出|完成|数|的|为|是)*$"
)
_OF_LAST = re.compile("(?:20\\d\\d年度?|上年度?|去年|上一年度?)")
_NEAR = 8
_FEWEST = 2


def find_second_columns(mentions: Sequence[Mention], relations: Relations) -> None:
    """Assert what the parts of a whole were planned at, and what they came to the year before."""
    place = {mention.fact.id: at for at, mention in enumerate(mentions)}
    for relation in [r for r in relations.items if _is_sum(r, place)]:
        whole = mentions[place[relation.stated or ""]]
        parts = [mentions[place[part]] for part in relation.operands]
        ends = [
            min((p.fact.start for p in parts if p.fact.start > part.fact.start), default=None)
            for part in parts
        ]
        first = min(part.fact.start for part in parts)
        for planned in (False, True):
            column = [
                _aside(mentions, place, part, end, planned=planned)
                for part, end in zip(parts, ends, strict=True)
            ]
            told = [m for m in column if m is not None]
            if len(told) < _FEWEST or len(told) < len(parts) or len({m.fact.period for m in told}) > 1:
                continue
            total = (
                _aside(mentions, place, whole, first, planned=planned) if whole.fact.start < first else None
            )
            if total is None and not planned:
                total = _told_behind(mentions, place, whole, told)
            stages = {m.fact.measure for m in (*told, *([total] if planned and total is not None else []))}
            if total is None or total.fact.period != told[0].fact.period or len(stages) > 1:
                continue
            relations.choose([_reading(whole, told, total, planned=planned)])


def _told_behind(
    mentions: Sequence[Mention], place: Mapping[str, int], whole: Mention, told: Sequence[Mention]
) -> Mention | None:
    """Return what a sentence behind the parts says that the same thing came to last year: 上年“三公”经费合计 A 万元."""
    last = max(told, key=lambda m: m.fact.start)
    found = [
        m
        for m in mentions[place[last.fact.id] + 1 :][:_NEAR]
        if m.block == last.block
        and m.own_subject
        and m.fact.subject == whole.fact.subject is not None
        and _OF_LAST.match(normal(m.lead))
        and same_unit(m.fact, whole.fact)
    ]
    return found[0] if len(found) == 1 else None


def _reading(whole: Mention, told: Sequence[Mention], total: Mention, *, planned: bool) -> Reading:
    """Return the reading that asks where less is told: a part may have come to nothing this year, or not have been planned."""
    reading = Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in told),
        total.fact,
        f"“{whole.fact.label}”的{'预算数' if planned else '上年数'}＝各分项{'预算数' if planned else '上年数'}之和",
        sure=True,
        open_ended=True,
    )
    return replace(reading, firm=reading.exceeds())


def _is_sum(relation: Relation, place: Mapping[str, int]) -> bool:
    summed = relation.operation == Operation.SUM and relation.verdict in FITS and len(relation.operands) > 1
    plain = all(sign == 1 for sign in relation.signs) and all(fact in place for fact in relation.facts)
    return summed and plain


def _aside(
    mentions: Sequence[Mention], place: Mapping[str, int], of: Mention, end: int | None, *, planned: bool
) -> Mention | None:
    """Return what a figure is held against right behind it, before ``end``: its plan, or what it was last year."""
    found: list[Mention] = []
    for mention in mentions[place[of.fact.id] + 1 :][:_NEAR]:
        if mention.block != of.block or (end is not None and mention.fact.start >= end):
            break
        if mention.statement != of.statement or not same_unit(mention.fact, of.fact) or is_change(mention):
            continue
        words = normal(mention.lead)
        fits = (
            _PLANNED.search(words) is not None and mention.fact.measure in BUDGETS
            if planned
            else _LAST.search(words) is not None and mention.fact.period not in (None, of.fact.period)
        )
        if fits:
            found.append(mention)
    return found[0] if len(found) == 1 else None
