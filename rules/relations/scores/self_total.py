"""The total that the text reports as the score of the self-evaluation, against that of the score form."""

from __future__ import annotations

import re
from itertools import zip_longest

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.units import Dimension
from rules.relations.build import Relations
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation, judge
from rules.relations.relation import RelationKind

SELF_TOTAL = re.compile(r"自评(?:总?得分|总分|分)|综合得分|总得分|最终得分|总分")
_BARE_TOTAL = re.compile("(?:^|[^评得])总分(?:值|为|是|共)*$")
_AWARDED = re.compile(
    "(?:我|本)?(?:局|中心|单位|部门|院|校|站)?(?:实际|自评|自评价|评价|实|共)*(?:得分?|评分|打分)?(?:为|是)?"
)


def _is_full(mention: Mention, behind: Mention | None) -> bool:
    """Say whether a 总分 is what can be reached: a bare hundred, or what was reached stands right behind (总分 100 分，自评 94.4 分)."""
    if _BARE_TOTAL.search(normal(mention.lead)) and mention.fact.quantity.value == HUNDRED:
        return True
    return (
        behind is not None
        and behind.statement == mention.statement
        and _BARE_TOTAL.search(normal(mention.lead)) is not None
        and bool(words := normal(behind.lead).strip("，、："))
        and _AWARDED.fullmatch(words) is not None
    )


def find_self_total(extraction: Extraction, total: Fact | None, relations: Relations) -> None:
    """The score that the text reports against the total of the score form."""
    if total is None:
        return
    scores = [m for m in extraction.mentions if m.fact.kind is FactKind.SCORE]
    for mention, behind in zip_longest(scores, scores[1:]):
        fact = mention.fact
        if not SELF_TOTAL.search(normal(mention.lead)):
            continue
        if fact.quantity.unit is None or fact.quantity.unit.dimension is not Dimension.SCORE:
            continue
        if _is_full(mention, behind):
            continue
        judgement = judge(Operation.DUPLICATE, [total.quantity], fact.quantity)
        relations.add(RelationKind.TEXT_VS_ANNEX, [total], fact, "正文自评得分与自评表总分", judgement)
