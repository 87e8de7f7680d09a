"""Totals that stand behind their parts: A…，B…，合计 C; 12 个行政村和 1 个社区，共 13 个村."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit
from rules.relations.sums.completeness import name_of, overlap

_TOTAL_AFTER = re.compile(
    r"(?:合计|共计|总计|两项|[二三四五六]项|总额|共)(?:支出|收入|预算|决算|安排|为|达|金额)*$"
)
_PLAIN = re.compile(r"(?:合计|共计|总计|总共|共有?)(?:为|达)?")
"""The whole words before a total that says nothing of its own but that it is one."""
_STOCK = re.compile("编制|核定|总|共|合计|年初|上年|计划|应|发放|发出|回收|收回")
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST_PARTS = 12


def find_totals_after(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that a total is the sum of two or more figures before it; ``text`` is the canonical text."""
    for statement in statements:
        own = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
        for at, mention in enumerate(own):
            lead = normal(mention.lead)
            if at < 2 - bool("与" in lead or statement.before) or not _TOTAL_AFTER.search(lead):
                continue
            relations.choose(_readings(text, statement, own[:at], mention))


def _readings(text: str, statement: Statement, before: Sequence[Mention], total: Mention) -> list[Reading]:
    earlier = [
        m
        for m in [*of_kind(statement.before, *_SUMMED), *before]
        if m.depth == 0 and same_unit(m.fact, total.fact)
    ]
    run = _run(text, statement, total)
    lead = normal(total.lead)
    found = []
    for count in range(2, min(len(earlier), _MOST_PARTS) + 1):
        parts = earlier[-count:]
        if not _one_stage(parts):
            continue
        plain = lead.endswith(("合计", "共计", "总计")) or _PLAIN.fullmatch(lead) is not None
        sure = parts == run and plain and _may_be_summed(parts, total)
        found.append(
            Reading(
                RelationKind.SUM,
                Operation.SUM,
                tuple(m.fact for m in parts),
                total.fact,
                f"“{total.fact.label}”为前列各项之和",
                sure=sure,
            )
        )
    return found


def _run(text: str, statement: Statement, total: Mention) -> list[Mention]:
    """Return the figures right before the total that measure the same, with no other figure among them.

    What is enumerated with 、 ends at a comma: 发放 300 份，非常满意 186 份、满意 92 份，合计 278 份.
    """
    found: list[Mention] = []
    before = [m for m in statement.own if m.sentence == total.sentence and m.fact.start < total.fact.start]
    for mention in reversed(before):
        if not same_unit(mention.fact, total.fact) or mention.depth or mention.range_end:
            break
        if found and len(found) > 1 and _is_looser(text, mention, found[0], found[1]):
            break
        found.insert(0, mention)
    return found


def _is_looser(text: str, mention: Mention, first: Mention, second: Mention) -> bool:
    """Say whether a comma parts a figure from two that 、 or 和 joins."""
    outer = text[mention.fact.evidence.end or mention.fact.start : first.fact.start]
    inner = text[first.fact.evidence.end or first.fact.start : second.fact.start]
    return "，" in outer and "，" not in inner


def _may_be_summed(parts: Sequence[Mention], total: Mention) -> bool:
    """Say whether the total counts what its parts count, and no part is itself a stock that others are part of."""
    if any(_STOCK.search(normal(part.lead)) for part in parts):
        return False
    if overlap([name_of(part) for part in parts]):
        return False
    if not all(part.own_subject or (part.lead and part.tail) for part in parts):
        return False  # without a name it is hardly a part: the line before may belong to it
    noun = normal(total.tail)[:2]
    if total.fact.kind is not FactKind.COUNT or not noun:
        return True
    return any(set(noun) & set(normal(part.tail) + name_of(part)) for part in parts)


def _one_stage(parts: Sequence[Mention]) -> bool:
    return len({m.fact.measure for m in parts if m.fact.measure is not None}) <= 1
