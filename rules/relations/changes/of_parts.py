"""What parts changed by makes what their whole changed by: “三公”经费 A，比上年减少 D。其中：接待费 B，减少 E；用车 C，增加 F.

To be asserted after the sums of the lists: only parts that make their whole are asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.changes.direction import direction, is_change
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind
from rules.relations.sentence import same_unit

_SAME = re.compile(
    r"^[^，,；;。]{0,4}[，,]?[^，,；;。\d]{0,14}(?:持平|一致|无(?:增减)?变[化动]|没有变[化动]|无增减|不变|相同)"
)
_LAST_YEAR = re.compile("上年|去年|同[比期]")
_AGAINST = re.compile("预算|概算|计划|目标")
_COMPARED = re.compile(
    "[较比与和同](?:上年|去年|20\\d\\d年度?|年初|全年|调整|同期|[预决概]算|执行|计划|目标|[数额])+(?:相比|对比|比较)?(?:增|减|下降|上升)"
)
_YEARS = re.compile(r"20\d\d")
_FEWEST = 2


def find_changes_of_parts(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """Assert that the changes of parts that make a whole make its change; ``text`` is the canonical text."""
    place = {mention.fact.id: at for at, mention in enumerate(mentions)}
    for relation in [r for r in relations.items if _is_sum(r, place)]:
        whole = mentions[place[relation.stated or ""]]
        parts = [mentions[place[part]] for part in relation.operands]
        total = _change(mentions, place, whole, parts)
        changes = [_change(mentions, place, part, ()) for part in parts]
        if total is None or not all(_is_told(text, p, c) for p, c in zip(parts, changes, strict=True)):
            continue
        moved = [change for change in changes if change is not None]
        if len(moved) < _FEWEST or {_held_against(m) for m in moved} - {_held_against(total)} - {""}:
            continue
        sign = _sign(total)
        reading = Reading(
            RelationKind.SUM,
            Operation.SUM,
            tuple(m.fact for m in moved),
            total.fact,
            f"“{whole.fact.label}”的增减额＝各分项增减额之和",
            signs=tuple(sign * _sign(m) for m in moved),
        )
        relations.choose([reading])


def _is_sum(relation: Relation, place: Mapping[str, int]) -> bool:
    summed = relation.operation == Operation.SUM and relation.verdict in FITS and len(relation.operands) > 1
    return (
        summed and all(sign == 1 for sign in relation.signs) and all(fact in place for fact in relation.facts)
    )


def _change(
    mentions: Sequence[Mention], place: Mapping[str, int], of: Mention, inside: Sequence[Mention]
) -> Mention | None:
    """Return the amount that a figure changed by: the first figure behind it at its depth, before any ``inside`` it."""
    first = min((m.fact.start for m in inside), default=None)
    for mention in mentions[place[of.fact.id] + 1 :][:6]:
        if mention.statement != of.statement or (first is not None and mention.fact.start > first):
            return None
        if mention.depth > of.depth:
            continue
        told = is_change(mention) and same_unit(mention.fact, of.fact) and _names_none(mention)
        return mention if told and direction(mention) is not None else None
    return None


def _names_none(change: Mention) -> bool:
    return not change.own_subject or _COMPARED.match(normal(change.lead)) is not None


def _is_told(text: str, part: Mention, change: Mention | None) -> bool:
    """Say whether the change of a part is told, or that there is none; nothing of what there is none of changes."""
    end = part.fact.evidence.end or part.fact.start
    return change is not None or _SAME.match(text[end : end + 40]) is not None or not part.fact.quantity.value


def _held_against(change: Mention) -> str:
    """Return what a change is held against: a budget, a year; nothing where its words do not say."""
    lead = normal(change.lead)
    if _LAST_YEAR.search(lead):
        return "上年"
    found = _AGAINST.search(lead) or _YEARS.search(lead)
    return found.group() if found is not None else ""


def _sign(change: Mention) -> int:
    return -1 if direction(change) else 1
