"""Who is in post over the posts that the same passage tells: 编制 40 个 …；实有在职人员 37 人，占编制的 92.5 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_RATE = re.compile("(?:仅|约)?占(?:核定|批准)?(?:人员)?编制(?:总?数)?的?")
_IN_POST = re.compile("(?<!非)(?:在职|在编|在岗|实有|现有|实际)")
_OTHERS = re.compile(
    "离退休|退休|聘用|编外|临时|空编|缺编|遗属|增加|减少|调入|调出|[比较]|行政|事业|工勤|参公|政法"
)
_POSTS = re.compile(
    "(?:[本我]?[局委办院校站馆所中心单位部门机关]{0,3}|其|现|全部|共有?|总|核定|批准|批复)*(?:人员|机构)?编制(?:总?数)?(?:共计?|为|总计|有)*"
)


def of_posts(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """Yield those in post, told right before the rate, over the one number of posts told before them."""
    at = statement.own.index(rate)
    if _RATE.fullmatch(normal(rate.lead)) is None or rate.depth:
        return
    level = [m for m in statement.own[:at] if m.sentence == rate.sentence and not m.depth]
    part = level[-1] if level else None
    if part is None or not _fits(part) or _IN_POST.search(normal(part.lead)) is None:
        return
    if _OTHERS.search(normal(part.lead)):
        return
    told = [m for m in statement.near if m.fact.start < part.fact.start and _fits(m) and not m.depth]
    posts = [m for m in told if _POSTS.fullmatch(normal(m.lead)) is not None]
    whole = posts[-1] if len({m.fact.quantity.in_base for m in posts}) == 1 else None
    if whole is None or whole.fact.period != part.fact.period:
        return
    firm = whole.statement == part.statement
    yield Reading(
        RelationKind.SHARE,
        Operation.RATIO,
        (part.fact, whole.fact),
        rate.fact,
        f"“{part.fact.label}”占“{whole.fact.label}”的比重",
        sure=True,
        firm=firm,
    )


def _fits(mention: Mention) -> bool:
    exact = mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return mention.fact.kind is FactKind.COUNT and exact
