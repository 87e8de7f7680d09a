"""What was done over what was planned: 计划举办 60 场，实际举办 64 场，完成计划的 106.67 %; 完成维修 10555 平方米，完成率 97.69 %.

The plan is the figure that words of planning name: in the statement, else the one of the report for the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Operand, distinct, is_counted
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement

_RATE = re.compile(
    r"^(?:超额|仅|已|共|实际)*(?:完成|达到|为|占|相当于)(?:了)?(?:全年|年度|年初|当年|本年|原定?|既定|总)?"
    r"(?:计划|目标|任务|指标)(?:任务|目标|计划|数|值|量)?的$"
    r"|^(?:[^，]{0,6}(?<![按如到定])(?:完成|执行|实施|实现)(?:比例|进度|率)|(?:目标|任务|计划)完成[率度])(?:仅|约|为|达到?|是|至)*$"
    r"|^(?:超额|仅|已|共|实际)*完成$"
)
_PLAN = re.compile(r"计划|目标|任务|(?<![反响适供对])应(?![急用对])|下达|批复|拟")
_NO_PLAN = re.compile("完成(?:年度|全年)?(?:计划|目标|任务)的?$|计划外|完成后")
_COMPARED = re.compile("比|较|超|多|少|差|增加|减少|其余|剩余|未|尚")
_STAGE = re.compile(
    r"年度|全年|当年|本年|年初|年末|截[至止][^，]{0,12}?[日底末]|上半年|目标|计划|任务|实际|累计|已|共|完成|达到?|值|数|量|为|应|拟|项目|批复|下达|"
    r"内容|预期|开展|实施|组织|[|的了：:“”（）()、]|\d+"
)
_DONE = re.compile("实际|完成(?!计划|任务|目标|年度|全年)")
_BESIDE = re.compile("[比较超多少差]|增加|减少")
_PLANNED_BEHIND = re.compile("的(?:年度|全年|年初|既定|预定)?(?:计划|目标|任务)")
"""超出 120 场的年度计划."""
_FEWEST = 2
_LONGEST_ITEM = 14


def of_plan(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what was done over its plan; amounts of money have budgets and rules of their own."""
    if _RATE.search(normal(rate.lead)) is None:
        return
    own = [m for m in statement.own if m.fact.start < rate.fact.start and _fits(m)]
    planned = _planned(own, figures.text)
    done = _done(rate, own, planned)
    if done is None:
        return
    plans = [m for m in planned if m is not done and _one_unit(m, done)]
    close = [m for m in plans if _belongs(m, done, own)]
    for at, plan in enumerate([*reversed(close), *(m for m in reversed(plans) if m not in close)][:3]):
        firm = at == 0 and len(close) == 1 and (plan.sentence == done.sentence or len(plans) == 1)
        yield _over(rate, done, plan.fact, firm=firm)
    if not plans:
        yield from _planned_elsewhere(rate, done, figures)


def _planned_elsewhere(rate: Mention, done: Mention, figures: Figures) -> Iterator[Reading]:
    thing = _thing(done)
    if len(thing) < _FEWEST:
        return
    found = [
        o
        for o in figures.anywhere(_PLAN)
        if is_counted(o.fact)
        and o.fact.quantity.hedge is Hedge.NONE
        and o.fact.id != done.fact.id
        and _same_unit(o.fact, done.fact)
        and o.fact.period in (None, rate.fact.period)
        and _NO_PLAN.search(o.name.partition("|")[0]) is None
        and _COMPARED.search(o.name.partition("|")[0]) is None
    ]
    alike = [o for o in distinct(found) if _is_alike(thing, o)]
    for whole in alike[:2]:
        yield _over(rate, done, whole.fact, sure=len(alike) == 1)


def _planned(own: Sequence[Mention], text: str) -> list[Mention]:
    """Return the plans: those that words name, and what a list adds to them (任务是新增就业 3000 人、培训 2000 人)."""
    found: list[Mention] = []
    for before, mention in zip([None, *own], own, strict=False):
        between = text[(before.fact.evidence.end or 0) : mention.fact.start] if before is not None else ""
        goes_on = before in found and re.match("[、和与及]", between) and len(between) <= _LONGEST_ITEM
        if _is_plan(mention) or (goes_on and not _DONE.search(normal(mention.lead))):
            found.append(mention)
    return found


def _done(rate: Mention, own: Sequence[Mention], planned: Sequence[Mention]) -> Mention | None:
    """Return what was done: the last figure before the rate that is no plan, nor what it is compared with."""
    for mention in reversed(own[-4:]):
        if mention.sentence != rate.sentence or mention.depth > rate.depth:
            continue
        if mention in planned:
            continue
        return None if _COMPARED.search(normal(mention.lead)) and mention is not own[0] else mention
    return None


def _belongs(plan: Mention, done: Mention, own: Sequence[Mention]) -> bool:
    """Say whether a plan is that of what was done: they name one thing, or one names none and stands beside the other."""
    beside = abs(own.index(plan) - own.index(done)) == 1
    mine, its = _thing(plan), _thing(done)
    if not mine or not its:
        return beside
    return any(its[at : at + 2] in mine for at in range(len(its) - 1)) or (mine in its)


def _thing(mention: Mention) -> str:
    return _STAGE.sub("", normal(mention.lead))


def _is_alike(thing: str, other: Operand) -> bool:
    name = _STAGE.sub("", other.name.partition("|")[0])
    return thing in name or (len(name) >= _FEWEST and name in thing)


def _is_plan(mention: Mention) -> bool:
    lead = normal(mention.lead)
    if _PLANNED_BEHIND.match(normal(mention.tail)):
        return True
    return _PLAN.search(lead) is not None and not _DONE.search(lead) and not _BESIDE.search(lead)


def _fits(mention: Mention) -> bool:
    exact = is_counted(mention.fact) and mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return exact and AVERAGE.search(normal(mention.lead)) is None


def _one_unit(one: Mention, other: Mention) -> bool:
    return _same_unit(one.fact, other.fact)


def _same_unit(one: Fact, other: Fact) -> bool:
    mine, its = one.quantity.unit, other.quantity.unit
    return mine is not None and its is not None and mine.symbol == its.symbol


def _over(rate: Mention, done: Mention, plan: Fact, *, firm: bool = False, sure: bool = False) -> Reading:
    return Reading(
        RelationKind.RATIO,
        Operation.RATIO,
        (done.fact, plan),
        rate.fact,
        f"“{rate.fact.label}”＝{done.fact.label}÷{plan.label}",
        sure=firm or sure,
        firm=firm,
    )
