"""An amount and right behind it what it was dealt out to: 追加 415.30 万元，分别用于甲 260.00 万元、乙 155.30 万元.

Whatever the parts are called and of whichever year or stage they are, 分别 right behind one figure and figures of its
unit up to the end of the sentence leave no other whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.changes.direction import is_change
from rules.relations.changes.rate import LINK, PRIOR
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, gap, is_base, same_unit
from rules.relations.sums.completeness import overlap

_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_DEALT = re.compile(
    r"[，,]?分别(?:为|是|用于|投向|投入|拨付给?|拨给|下达给?|分配给?|支持|安排给?|补助|来自|由)(?P<name>[^，。；：:、\d（）]{0,16})"
)
_JOINS = re.compile(r"(?:、|，|,|和|与|及|以及|，?和)(?P<name>[^，。；：:、\d（）]{0,16})")
_NO_SUM = re.compile(
    r"均|平均|每|单价|标准|最[高低大小多少]|上限|下限|不[超低高少]|净|概算|预算与|限价|比例|其中|[比较]|占|同期|累计|余额|结存"
)
"""Words of a figure that others do not add up to, or of one that holds another."""
_OF_OTHER = re.compile("上年|去年|预算|计划|目标|任务")
"""Words of a figure that another is held against: 收入 A、支出 B，分别为预算 C 和 D."""
_FALLS = re.compile("减|退|调出|核销|收回|离|辞|扣|转出|注销")
_NOT_MORE = re.compile("^[^，。；]{0,6}等(?![级次])")
_MOST_PARTS = 8
_BEHIND = 12


def find_dealt_sums(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert what was dealt out; ``text`` is the canonical text of the document."""
    for statement in statements:
        own = [m for m in statement.own if not m.depth]
        for at in range(1, len(own)):
            whole, item = own[at - 1], own[at]
            row = at > 1 and LINK.search(own[at - 2].tail) is not None  # 新建 A 座、改建 B 座，分别为 …
            if not row and _is_whole(whole) and _is_dealt(text, whole, item):
                relations.choose(_readings(text, whole, own[at:]))


def _is_whole(whole: Mention) -> bool:
    summed = whole.fact.kind in _SUMMED and not whole.range_end and whole.fact.quantity.hedge is Hedge.NONE
    return (
        summed
        and not is_base(whole)
        and not _NO_SUM.search(normal(whole.lead))
        and not PRIOR.search(whole.lead)
    )


def _is_dealt(text: str, whole: Mention, item: Mention) -> bool:
    words = normal(gap(text, whole, item))
    found = _DEALT.fullmatch(words)
    return found is not None and not _NO_SUM.search(found["name"]) and whole.sentence == item.sentence


def _readings(text: str, whole: Mention, behind: Sequence[Mention]) -> list[Reading]:
    parts = [behind[0]]
    for mention in behind[1:]:
        joined = _JOINS.fullmatch(normal(gap(text, parts[-1], mention)))
        if joined is None or not same_unit(mention.fact, whole.fact) or mention.sentence != whole.sentence:
            break
        if _NO_SUM.search(joined["name"]) or is_change(mention):
            break
        parts.append(mention)
    last = parts[-1]
    ending = text[last.fact.evidence.end or last.fact.start :][:_BEHIND]
    fit = all(same_unit(m.fact, whole.fact) and not is_base(m) and not m.range_end for m in parts)
    exact = all(m.fact.quantity.hedge is Hedge.NONE for m in parts)
    more = [
        m for m in behind if m not in parts and m.sentence == whole.sentence and same_unit(m.fact, whole.fact)
    ]
    if not fit or not exact or not 2 <= len(parts) <= _MOST_PARTS or more or overlap(parts):
        return []
    if is_change(whole) and any(_FALLS.search(normal(m.lead)) for m in parts):
        return []
    if any(_OF_OTHER.search(normal(m.lead)) for m in parts) and not _OF_OTHER.search(whole.lead):
        return []
    facts = tuple(m.fact for m in parts)
    reason = f"“{whole.fact.label}”分别所列各项"
    told = _NOT_MORE.match(ending) is None
    return [
        Reading(
            RelationKind.SUM,
            Operation.SUM,
            facts,
            whole.fact,
            reason,
            sure=told,
            open_ended=not told,
            alarms=told,
        )
    ]
