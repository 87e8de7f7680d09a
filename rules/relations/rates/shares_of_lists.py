"""Shares of the total that a list makes: 个人 380 元、财政 640 元，财政占 62.7 %; 上级补助 1380 万元（55.51 %），县级安排 1106 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.judging.judge import Operation
from rules.relations.rates.shares_beside import BARE, NAMED_PART, is_plain
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

BORNE = re.compile(
    r"(?:其中)?([\u4e00-\u9fff（）]{2,8}?)(?:财政)?(?:承担|负担|分担|出资|配套)(?:比例|部分)?(?:占|为|约)?$"
)
"""市级承担 59.2 %: which part of the list before it is of its whole; to whole per cents it is a rule."""

_NAMED = re.compile("[ⅠⅡⅢⅣⅤA-Za-z]")
"""Ⅰ—Ⅲ类水质占 83.33 %: it names a part, though not in characters alone."""


def shares_of_sums(
    rate: Mention, statement: Statement, wholes: Mapping[str, Sequence[Fact]]
) -> Iterator[Reading]:
    """Yield the part that a share names, or stands behind, over the total of the list that it is an item of.

    ``wholes``: the totals that lists were found to make, by the ids of their items: 个人 380 元、财政 640 元，财政占 62.7 %.
    """
    lead = normal(rate.lead)
    if (BARE.match(lead) or BORNE.fullmatch(lead)) is None or not rate.lead.strip():
        return
    name = BORNE.fullmatch(lead) or NAMED_PART.match(lead)
    before = [m for m in statement.own if m.fact.start < rate.fact.start and is_plain(m)]
    if name is not None:
        parts = [m for m in before if normal(m.lead).removeprefix("其中") == name.group(1)]
    elif _NAMED.match(rate.lead) is None:
        parts = [m for m in before if m.depth <= rate.depth][-1:]
    else:
        parts = []
    told = {whole.quantity.in_base: whole for m in parts for whole in wholes.get(m.fact.id, ())}
    if len(parts) == 1 and len(told) == 1:
        whole = next(iter(told.values()))
        reason = f"“{parts[0].fact.label}”占“{whole.label}”的比重"
        reading = Reading(
            RelationKind.SHARE, Operation.RATIO, (parts[0].fact, whole), rate.fact, reason, sure=True
        )
        yield reading if reading.holds() or reading.is_explained() else replace(reading, sure=False)


def of_item(
    rate: Mention, at: int, statement: Statement, wholes: Mapping[str, Sequence[Fact]]
) -> list[Reading]:
    """Return the item that a bare rate in a bracket stands right behind over the total of its list: 上级补助 1380 万元（55.51 %）."""
    part = statement.own[at - 1] if at else None
    if (
        part is None
        or not rate.depth
        or normal(rate.lead)
        or normal(rate.tail)
        or rate.opening not in ("", "（", "(")
    ):
        return []
    told = {whole.quantity.in_base: whole for whole in wholes.get(part.fact.id, ())}
    if part.depth != rate.depth - 1 or part.sentence != rate.sentence or len(told) != 1 or not is_plain(part):
        return []
    whole = next(iter(told.values()))
    reason = f"“{part.fact.label}”占“{whole.label}”的比重"
    reading = Reading(RelationKind.SHARE, Operation.RATIO, (part.fact, whole), rate.fact, reason, sure=True)
    return [reading if reading.holds() or reading.is_explained() else reading.silent()]
