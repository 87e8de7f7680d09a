"""The others beside a part whose share is known: they make what that is of.

初次 A 件，占 67.2 %，重复 B 件; 按用途分，甲 A 万元，占 92.94 %；乙 B 万元；丙 C 万元, whose whole stands in another paragraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit
from rules.relations.sums.completeness import Extent, extent, takes_in_the_rest
from rules.relations.sums.listed import Listed, lists_of, parts_of, sum_of
from rules.relations.sums.nesting import listed
from rules.relations.sums.wholes import is_aside

_OTHERS = re.compile(
    r"^(?!另|此外|还)[^，。；\d]{0,8}(?:其他|其余)(?:人员|人|各类|项目|支出|收入|资金|类别|情形|原因)$"
)
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)


def find_counterparts(
    text: str, statements: Sequence[Statement], facts: Sequence[Fact], relations: Relations
) -> None:
    """Assert that a part whose share is known and its counterpart make the whole; the shares must have been found before."""
    every = {fact.id: fact for fact in facts}
    shares = {
        r.operands[0]: every[r.operands[1]]
        for r in relations.items
        if r.kind is RelationKind.SHARE and r.verdict in FITS and len(r.operands) == 2
        if every[r.operands[0]].quantity.value  # nothing is 0 % of anything
    }
    added: dict[str, set[str]] = defaultdict(set)
    for relation in relations.items:
        if relation.operation == Operation.SUM and relation.stated is not None:
            added[relation.stated].update(relation.operands)
    told = {m.fact.id: m for statement in statements for m in statement.own}
    for statement in statements:
        for division in lists_of(text, statement):
            _find_division(division, shares, told, added, relations)
        inner = listed(text, statement.own, wide=True)
        own = [m for m in of_kind(statement.own, *_SUMMED) if not m.depth and m.fact.id not in inner]
        for part, other in pairwise(own):
            whole = shares.get(part.fact.id)
            if whole is not None and whole.id not in added and _stands_against(part, other, whole):
                relations.choose(_readings(text, part, other, whole))


def _find_division(
    division: Listed,
    shares: Mapping[str, Fact],
    told: Mapping[str, Mention],
    added: Mapping[str, Set[str]],
    relations: Relations,
) -> None:
    """Hold all items of a list against what the shares of some of them are of."""
    ids = {m.fact.id for group in division.groups for m in group}
    wholes = {shares[part].id for part in ids if part in shares}
    whole = told.get(min(wholes)) if len(wholes) == 1 else None
    first = division.item.fact
    if whole is None or whole.fact.period not in (None, first.period):
        return
    if whole.fact.start > first.start or first.id in added.get(whole.fact.id, ()):
        return
    if same_unit(whole.fact, division.item.fact) and whole.fact.id not in ids:
        every = parts_of(division, whole)
        reason = f"“{whole.fact.label}”{division.marker.strip('：:')}所列各项"
        much = [(parts, extent(division.text, whole, parts, division.marker)) for parts in every]
        relations.choose(
            sum_of(parts, whole, reason, told_of, sure=len(every) == 1, marker=division.marker)
            for parts, told_of in much
            if told_of >= Extent.USUAL
        )


def _stands_against(part: Mention, other: Mention, whole: Fact) -> bool:
    alike = same_unit(part.fact, other.fact) and part.fact.period == other.fact.period == whole.period
    near = other.sentence - part.sentence <= 1 and whole.start < part.fact.start
    return alike and near and other.own_subject and not (is_base(other) or is_aside(other))


def _readings(text: str, part: Mention, other: Mention, whole: Fact) -> list[Reading]:
    parts = [part, other]
    rest = takes_in_the_rest(other) or _OTHERS.search(normal(other.lead)) is not None
    told = extent(text, part, parts, "")
    if not rest and told not in (Extent.USUAL, Extent.ALL):
        return []
    counted = all(f.quantity.counted for f in (whole, part.fact, other.fact))
    paired = _ending(part) == _ending(other)
    return [
        Reading(
            RelationKind.SUM,
            Operation.SUM,
            (part.fact, other.fact),
            whole,
            f"“{part.fact.label}”与“{other.fact.label}”合为“{whole.label}”",
            open_ended=True,
            doubtful=rest or (counted and paired),
        )
    ]


def _ending(mention: Mention) -> str:
    """Return the word in which a name ends: 信访 of 初次信访."""
    return re.sub("[数量个的为]+$", "", normal(mention.lead))[-2:]
