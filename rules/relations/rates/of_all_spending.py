"""基本支出 or 项目支出 over all that was spent, which they are of by definition: 项目支出 157.10 万元，占 26.47 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal
from rules.numbers.quantity import Hedge
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import Figures, Reach
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import comparable

_FEW = 3
_OF_SPENDING = re.compile(
    r"(?:约|仅)?占(?:本年|全年|当年|年度|部门|单位)?(?:总支出|支出(?:总额|总数|合计|总计|总量)?|全部支出|比|总额)?(?:的)?(?:比重|比例)?(?:为|达)?|比重(?:为)?"
)
_HALVES = re.compile(
    r"(?:[（(]?[一二三四\d]+[）)]?[.．、]?)?(?:其中)?(?:\d{4}年度?|全年|本年|当年)?(?:部门)?(?:基本|项目)支出(?:决算|合计|共计?|为|完成)*"
)


def of_all_spending(rate: Mention, figures: Figures) -> Iterator[Reading]:
    """Yield 基本支出 or 项目支出 over all that was spent, which they are of by definition: 项目支出 157.10 万元，占 26.47 %."""
    if _OF_SPENDING.fullmatch(normal(rate.lead)) is None:
        return
    near = [o for o in figures.near(rate) if o.reach is Reach.SENTENCE and o.fact.kind is FactKind.AMOUNT]
    level = [o for o in near if o.mention is not None and o.mention.depth == max(rate.depth - 1, 0)]
    if rate.depth == 0:
        level = near[:1]
    part = level[0] if level else None
    if part is None or part.mention is None or _HALVES.fullmatch(normal(part.mention.lead)) is None:
        return
    if part.fact.measure not in ("executed", None) or part.fact.quantity.hedge is not Hedge.NONE:
        return
    paragraph = [o for o in figures.near(rate) if o.reach <= Reach.PARAGRAPH and o.fact is not part.fact]
    if any(o.fact.start < part.fact.start and comparable(o.fact, part.fact) for o in paragraph):
        return  # 一般公共预算支出 3931 万元，基本支出占 …: it may be of that
    wholes = _made_of_halves(figures.of_thing(TOTAL, "executed", rate.fact), figures, rate.fact)
    for whole in wholes[:_FEW]:
        if whole.id != part.fact.id and comparable(whole, part.fact):
            yield Reading(
                RelationKind.SHARE,
                Operation.RATIO,
                (part.fact, whole),
                rate.fact,
                f"“{part.fact.label}”占“{whole.label}”的比重",
                sure=len(wholes) == 1,
                alarms=len(wholes) == 1,
            )


def _made_of_halves(wholes: Sequence[Fact], figures: Figures, rate: Fact) -> Sequence[Fact]:
    """Return the one expenditure that 基本支出 and 项目支出 of the report make, of whatever fund it is said to be, else all."""
    if len(wholes) == 1:
        return wholes
    basic, projects = (
        [fact for stage in ("executed", None) for fact in figures.of_thing(name, stage, rate)]
        for name in ("基本支出", "项目支出")
    )
    made = {one.quantity.in_base + other.quantity.in_base for one in basic for other in projects}
    every = wholes or figures.of_thing(TOTAL, "executed", None)
    shown = [whole for whole in every if whole.quantity.in_base in made and whole.period == rate.period]
    return shown if len(shown) == 1 else wholes
