"""Whether words hold a change against another time: 较上年, 同比, a frame before it, 年初 A，年末 B right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.changes.direction import is_change, is_figure
from rules.relations.changes.pairs import is_prior, named_base
from rules.relations.changes.rate import REACHED, follows_a_year
from rules.relations.sentence import gap

_COMPARED = re.compile(
    r"上年|去年|同比|上一年|相比|[较比]20\d\d年|[较比]年初|[较比]同期|[较比][^，。；]{0,4}(?:预算|计划|期初|上期|概算|任务|目标)|环比"
)
NEW = re.compile("(?:全年|本年|当年|年内|共|累计)?(?:净)?新增")
_BARE = re.compile(
    "(?:净|[亩人户]均|平均|共|每[\u4e00-\u9fff]{1,3})?(?:(?:增减|变动|变化)(?:率|幅度?|比例)|减少|下降|降低|压减|增加|增长|上升|上涨|压缩|缩减|压降|回落|提高|提升|节约|节省|缩短|缩小|延长|扩大|[增减][产收支]?|[增降减涨]幅)(?:了|达|为)?"
)
_FRAME = re.compile(
    r"[与同和较比](?:上年|去年|上一年|同期|20\d\d年)[^，。；]{0,8}[，,]|同比(?:情况)?[：:，,]"
)
_YEARLY = re.compile("年平?均(?:增|减|降|[上下][升涨降]|复合|递)")
_DEALT = re.compile("分别|依次")
_JOINED = re.compile(r"\s*(?:[、和与及]|以及)\s*")
_NEAR = 16


def is_yearly(mention: Mention) -> bool:
    """Say whether a change is the mean of several years, so that it lies between no two figures: 年平均增长率."""
    return _YEARLY.search(normal(mention.lead)) is not None


def is_dealt(text: str, own: Sequence[Mention], index: int) -> bool:
    """Say whether a rate is dealt to one of several figures: 件数和人数分别下降 50.76 %、64.27 %, of nothing right before it."""
    pairs = [(own[at], own[at + 1]) for at in (index - 1, index) if 0 <= at < len(own) - 1]
    return any(
        one.fact.kind is other.fact.kind is FactKind.RATE
        and _DEALT.search(re.split("[，,；;。]", text[max(one.fact.start - _NEAR, 0) : one.fact.start])[-1])
        is not None
        and _JOINED.fullmatch(text[one.fact.evidence.end or one.fact.start : other.fact.start]) is not None
        for one, other in pairs
    )


def is_compared(text: str, own: Sequence[Mention], index: int, before: frozenset[str]) -> bool:
    """Say whether the figure at ``index`` is held against another time; ``before``: ids of the figures of that time."""
    first = own[max(index - 3, 0)]
    start = first.fact.start - len(first.lead) - (20 if not index else 0)
    if _COMPARED.search(text[max(start, 0) : own[index].fact.start]) or follows_a_year(own, index):
        return True
    head = next((m for m in own[:index] if is_change(m) and _COMPARED.search(m.lead)), None)
    if head is not None and "其中" in text[head.fact.start : own[index].fact.start]:
        return True  # 较上年减少 A，下降 p %，其中甲减少 B，下降 q %；乙增加 C: each is held against what the whole is
    # 与上年相比，… at the head of a statement holds for all of it.
    framed = _FRAME.search(gap(text, None, own[0])) is not None
    return framed or named_base(own[index]) is not None or _between_ends(own, index, before)


def _between_ends(own: Sequence[Mention], index: int, older: frozenset[str]) -> bool:
    """Say whether a bare change follows two figures of one sentence, one of them older: 年初 A，年末 B，减少 C."""
    mention = own[index]
    if not _BARE.fullmatch(mention.lead) and not NEW.fullmatch(mention.lead):
        return False
    before = [m for m in own[:index] if m.sentence == mention.sentence]
    if any(REACHED.search(m.lead) for m in before):
        return True
    here = [m for m in own[:index] if m.sentence == mention.sentence and m.depth == mention.depth]
    if mention.fact.kind is FactKind.POINTS:
        return sum(m.fact.kind is FactKind.RATE for m in here) == 2 and any(_is_older(m, older) for m in here)
    figures = [m for m in here if is_figure(m)]
    changes = [m for m in own if is_change(m) and m.sentence == mention.sentence]
    return len(figures) == 2 and len(changes) <= 1 and sum(_is_older(m, older) for m in figures) == 1


def _is_older(mention: Mention, older: frozenset[str]) -> bool:
    return mention.fact.id in older or is_prior(mention)
