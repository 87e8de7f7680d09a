"""Lists without a listing word: 总投资 3630 万元，中央财政 2640 万元，省级 660 万元，县级 330 万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit
from rules.relations.sums.completeness import Extent, extent, name_of, takes_in_the_rest

_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_COMPARED = re.compile(
    "上年|去年|同比|比|增[加长]|减少|下降|其中|包括|含|合计|共|总|完成|支[出付]|执行|结余|未|已|累计|剩余|年[初末]|每|人均|平均"
)
"""Words of a figure that goes on about the whole, and is no part of it."""
_FOUND = re.compile("(?:问题|违[规纪法]|不合规|管理不规范)[^，]{0,4}(?:金额|资金|款项?)(?:为|共|计|合计)*$")
_SET_RIGHT = re.compile(
    "(?:上缴|收缴|追缴|追回|核减|调减|纠正|归还|退回|退还|清退|整改|调账|盘活|挽回|核销|补缴|收回|规范)"
)
"""What was found wrong, and what became of it: 上缴财政, 核减造价, 纠正其他违规资金."""
_FIRST_ITEM = re.compile(r"(?:包括|来源[为于]|分为|含)[\u4e00-\u9fff]{2,}$")
"""资金包括省级补助 A、省级配套 B、市级财政 C: the first is an item as well."""
_GIVEN = re.compile("下达|安排|拨付|到位|投入|[本当今]年|20\\d\\d|累计|首|已|支")
"""Words of what was given so far: 总投资 A，本年下达中央资金 B、省级 C、县级 D is no division of A."""
_IN_ALL = re.compile("总(?:投资|额|金额|预算|收入|支出|概算|成本|费用)|合计|共计")
_FEWEST, _MOST = 2, 12


def find_quiet_lists(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that parts that divide the figure before them make it; ``text`` is the canonical text."""
    for statement in statements:
        own = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
        for at, whole in enumerate(own[:-_FEWEST]):
            parts = _parts(own, at)
            if len(parts) < _FEWEST or is_base(whole) or not _begins(own[:at], whole):
                continue
            if _is_made_alike(statement.own, whole, parts[0]) or _FIRST_ITEM.search(normal(whole.lead)):
                continue
            if any(whole.fact.id in r.facts for r in relations.items if r.kind is RelationKind.SUM):
                continue
            if _IN_ALL.search(normal(whole.lead)) and any(_GIVEN.search(normal(m.lead)) for m in parts):
                continue
            told = extent(text, whole, parts, "")
            if _FOUND.search(normal(whole.lead)) and told is not Extent.SOME:
                relations.choose([replace(_reading(whole, parts), doubtful=takes_in_the_rest(parts[-1]))])
            elif told in (Extent.USUAL, Extent.ALL):
                relations.choose([_reading(whole, parts)])


def _begins(before: Sequence[Mention], whole: Mention) -> bool:
    """Say whether no other figure of the unit stands before a figure in its sentence, so that it is no part itself."""
    return not any(m.sentence == whole.sentence and same_unit(m.fact, whole.fact) for m in before)


def _is_made_alike(own: Sequence[Mention], whole: Mention, part: Mention) -> bool:
    """Say whether a figure has a share of its own in the words of that of the next: 甲 1286 件、占 52 %，乙 412 件、占 17 %."""
    one, other = (own[own.index(m) + 1 : own.index(m) + 2] for m in (whole, part))
    return bool(
        one
        and other
        and one[0].fact.measure == other[0].fact.measure == "share"
        and one[0].lead == other[0].lead
    )


def _reading(whole: Mention, parts: Sequence[Mention]) -> Reading:
    """Return a reading that asks: no word says that the figures are parts, only how they divide the whole."""
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in parts),
        whole.fact,
        f"“{whole.fact.label}”之后所列各项",
        open_ended=True,
        doubtful=all(m.fact.quantity.counted for m in (whole, *parts))
        or (_IN_ALL.search(normal(whole.lead)) is not None and len(parts) > _FEWEST)
        or ("用于" in parts[0].lead and takes_in_the_rest(parts[-1])),
    )


def _parts(own: Sequence[Mention], at: int) -> list[Mention]:
    """Return the named figures right behind a figure, of its unit and time, to the end of the sentence."""
    whole = own[at]
    found: list[Mention] = []
    found_wrong = _FOUND.search(normal(whole.lead)) is not None
    for mention in own[at + 1 :]:
        fits = (
            mention.sentence == whole.sentence
            and same_unit(mention.fact, whole.fact)
            and mention.fact.period == whole.fact.period
            and (mention.own_subject or found_wrong or mention.fact.kind is FactKind.COUNT)
            and name_of(mention)
            and (
                not _COMPARED.search(mention.lead)
                or (found_wrong and _SET_RIGHT.search(normal(mention.lead)))
            )
            and (not found_wrong or _SET_RIGHT.search(normal(mention.lead)) or takes_in_the_rest(mention))
        )
        if not fits:
            break
        found.append(mention)
    return found[:_MOST]
