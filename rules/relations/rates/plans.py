"""What was done over what was planned: 计划举办 60 场，实际举办 64 场，完成计划的 106.67 %; 完成维修 10555 平方米，完成率 97.69 %.

The plan is the figure that words of planning name: in the statement, else the one of the report for the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.goals import is_goal
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Operand, distinct, is_counted
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement
from rules.relations.sums.series import dealt_to

_RATE = re.compile(
    r"^(?:仅|已|共|实际)*完成(?:了)?(?:全年|年度|年初|当年|本年)?(?:计划|目标|任务)(?:任务|目标|计划)?$"
    r"|^(?:超额|仅|已|共|实际)*(?:完成|达到|为|占|相当于)(?:了)?(?:全年|年度|年初|当年|本年|原定?|既定|总)?"
    r"(?:计划|目标|任务|指标)(?:任务|目标|计划|数|值|量)?的$"
    r"|^(?:[^，]{0,6}(?<![按如到定])(?:完成|执行|实施|实现)(?:比例|进度|率)|(?:目标|任务|计划)完成[率度])(?:仅|约|为|达到?|是|至)*$"
    r"|^(?:超额|仅|已|共|实际)*完成$"
)
_PLAN = re.compile(
    r"计划|目标|任务|规划(?=新?建|改造|安装|购置|整治|治理|培训)|(?<![反响适供对])应(?![急用对])|下达|批复|拟"
)
_NO_PLAN = re.compile("完成(?:年度|全年)?(?:计划|目标|任务)的?$|计划外|完成后")
_DONE_OF = re.compile("完成(?:年度|全年)?(?:计划|目标|任务)的$")
_COMPARED = re.compile("比|较|超|多|少|差|增加|减少|其余|剩余|未|尚")
_STAGE = re.compile(
    r"年度|全年|当年|本年|年初|年末|截[至止][^，]{0,12}?[日底末]|上半年|目标|计划|任务|实际|累计|已|共|完成|达到?|值|数|量|为|应|拟|项目|批复|下达|"
    r"内容|预期|开展|实施|组织|超过|超出|高于|多于|[|的了：:“”（）()、]|\d+"
)
_DONE = re.compile("实际|完成(?!计划|任务|目标|年度|全年)")
_OF_WHICH = re.compile("其中|包括|包含|含")
_NEXT_ITEM = re.compile("^[^，,；;。]{0,3}[、和与及]")
_BESIDE = re.compile("[比较超多少差]|增加|减少")
_PLANNED_BEHIND = re.compile("的(?:年度|全年|年初|既定|预定)?(?:计划|目标|任务)")
"""超出 120 场的年度计划."""
_AGAINST = re.compile(
    "超额?(?:完成)?$|[较比](?:年度|全年|年初)?(?:目标|计划|任务)(?:任务|数)?[超多少差增减短]"
)
_FULL = 100
_OF_YEARS = re.compile(
    r"^(?:仅|已|共)?(?:完成|达到|为|占)(?:了)?“?(?P<span>[两三四五六]年|[一二三四五六七八九十]+五)”?(?:期间|行动)?"
    r"(?:计划|目标|任务|规划)(?:任务|目标|计划)?(?:总?[数量])?的?$"
)
_NUMBERS = "两三四五六"
_IN_YEARS = re.compile(f"([{_NUMBERS}])年(?:共|累计|合计|来|间)")
_SPAN = re.compile(r"(20\d\d)年?[—–\-－~至到]+(20\d\d)年")
_DRAWN_UP = re.compile("规划(?!局|处|科|院|设计)")
_ONE_YEAR = re.compile(r"^(?:20\d\d年|年度|全年|当年|本年)")
_ASIDE = re.compile("（[^（）]*）|[“”]")
_FEWEST = 2
_LONGEST_ITEM = 14


def is_of_plan(rate: Mention) -> bool:
    """Say whether the words before a rate say that it is of a plan or a goal: 为目标的, 完成年度任务."""
    return _RATE.search(normal(rate.lead)) is not None


def is_done_in_full(rate: Mention, reading: Reading) -> bool:
    """Say whether a rate of a plan says no more than that it was done in full: 计划 60 场，实际 64 场，完成率 100 %."""
    done, plan = reading.operands[0], reading.operands[-1]
    counted = done.kind is not FactKind.AMOUNT and done.quantity.in_base > plan.quantity.in_base
    whole = rate.fact.quantity.value == _FULL and not rate.fact.quantity.precision
    return counted and whole and is_of_plan(rate)


def of_plan(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what was done over its plan; amounts of money have budgets and rules of their own."""
    if _RATE.search(normal(rate.lead)) is None:
        return
    own = [m for m in statement.own if m.fact.start < rate.fact.start and (_fits(m) or _is_floor(m))]
    planned = _planned(own, figures.text)
    own = [m for m in own if _fits(m) or m in planned]
    dealt = dealt_to(rate, own, statement, figures.text)
    done = dealt if dealt is not None else _done(rate, own, planned)
    if done is None:
        return
    if dealt is None and (whole := _listed_of(done, own, figures.text)) is not None:
        # 新认定 118 家，其中国家级 29 家、省级 89 家，年度目标 110 家，完成率: it may be of all or of the last kind.
        for plan in [m for m in planned if m.fact.start > done.fact.start and _one_unit(m, done)][-1:]:
            yield from (_over(rate, each, plan.fact) for each in (whole, done))
            return
    plans = [m for m in planned if m is not done and _one_unit(m, done)]
    close = [m for m in plans if _belongs(m, done, own)]
    for at, plan in enumerate([*reversed(close), *(m for m in reversed(plans) if m not in close)][:3]):
        firm = at == 0 and len(close) == 1 and not _DRAWN_UP.search(normal(plan.lead))
        firm = firm and (plan.sentence == done.sentence or len(plans) == 1)
        yield _over(rate, done, _as_printed(plan.fact), firm=firm)
    if not plans:
        yield from _planned_elsewhere(rate, done, figures)


def of_years(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield what was done in all over the plan for as many years: 三年计划改造 26000 户，…累计完成 18625 户，占三年计划的 r %."""
    words = _OF_YEARS.search(normal(rate.lead))
    own = [m for m in statement.own if m.fact.start < rate.fact.start and _fits(m)]
    if words is None and _RATE.search(normal(rate.lead)) is not None:
        yield from _of_span(rate, own, figures)
    done = _done(rate, own, _planned(own, figures.text)) if words is not None else None
    if words is None or done is None:
        return
    every = {m.fact.id: m for m in (*statement.section, *statement.near) if _fits(m)}
    plans = {
        m.fact.quantity.in_base: m
        for m in every.values()
        if m.fact.start < done.fact.start
        and _one_unit(m, done)
        and (_is_plan(m) or _DRAWN_UP.search(normal(m.lead)))
        and words["span"]
        in _ASIDE.sub("", normal(m.lead if _ONE_YEAR.search(m.lead) else figures.words_before(m)))
    }
    for plan in plans.values():
        yield _over(rate, done, plan.fact, sure=len(plans) == 1)


def _of_span(rate: Mention, own: Sequence[Mention], figures: Figures) -> Iterator[Reading]:
    """Yield what was done in so many years over the one plan for a span of them: 四年累计整治 A，为任务的 r %, 2018—2021年任务为 B."""
    done = _done(rate, own, _planned(own, figures.text))
    years = _IN_YEARS.search(normal(done.lead)) if done is not None else None
    if done is None or years is None:
        return
    spans = [o for o in figures.anywhere(_PLAN) if o.mention is not None and _fits(o.mention)]
    plans = {
        o.fact.quantity.in_base: o.fact
        for o in spans
        if o.mention is not None
        and _one_unit(o.mention, done)
        and _is_plan(o.mention)
        and (span := _SPAN.search(normal(o.mention.lead))) is not None
        and int(span[2]) - int(span[1]) + 1 == _NUMBERS.index(years[1]) + 2
    }
    for plan in plans.values():
        yield _over(rate, done, plan, sure=len(plans) == 1)


def _planned_elsewhere(rate: Mention, done: Mention, figures: Figures) -> Iterator[Reading]:
    thing = _thing(done)
    if len(thing) < _FEWEST:
        return

    def fits(o: Operand) -> bool:
        name = o.name.partition("|")[0]
        return (
            is_counted(o.fact)
            and o.fact.quantity.hedge is Hedge.NONE
            and o.fact.id != done.fact.id
            and _same_unit(o.fact, done.fact)
            and o.fact.period in (None, rate.fact.period)
            and _NO_PLAN.search(name) is None
            and _COMPARED.search(name) is None
        )

    found = [o for o in figures.anywhere(_PLAN) if fits(o)]
    alike = [o for o in distinct(found) if _is_alike(thing, o)]
    told = bool(alike)
    if not told:
        announced = [o for o in figures.once(_goals) if fits(o)]
        alike = [o for o in distinct(announced) if _is_of_words(thing, o)]
        told = bool(alike)
        alike = alike or [o for o in distinct(announced) if _is_alike(thing, o)]
    for whole in alike[:2]:
        yield _over(rate, done, whole.fact, sure=told and len(alike) == 1)


def _goals(figures: Figures) -> tuple[Operand, ...]:
    """Return the figures of running text that a paragraph, its heading or a label announces as goals."""
    found = []
    for operand in figures.all_told():
        if operand.mention is None or operand.mention.depth or "实际" in operand.name:
            continue
        section = operand.mention.fact.evidence.section
        if is_goal(section, figures.item_before(operand.mention).removeprefix(section or "")):
            found.append(operand)
    return tuple(found)


def _is_of_words(thing: str, other: Operand) -> bool:
    """Say whether a goal says all of a thing in whatever order: 安装路灯 for 路灯安装, 更新给排水管网 for 管网更新."""
    name = _STAGE.sub("", other.name.partition("|")[0])
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    said = sum(thing[at : at + 2] in pairs for at in range(len(thing) - 1))
    return len(thing) > _FEWEST and set(thing) <= set(name) and said * 2 >= len(thing) - 1


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
        if _AGAINST.match(normal(mention.lead)):
            continue  # 增设 583 个，较目标少 57 个，完成率
        return None if _COMPARED.search(normal(mention.lead)) and mention is not own[0] else mention
    return None


def _listed_of(last: Mention, own: Sequence[Mention], text: str) -> Mention | None:
    """Return the figure that a list behind it, which ends with ``last``, tells the kinds of: A 件，其中 B 件、C 件."""
    at = own.index(last)
    while at > 0 and not _OF_WHICH.match(own[at].lead):
        between = text[(own[at - 1].fact.evidence.end or 0) : own[at].fact.start]
        if not _NEXT_ITEM.search(between) or own[at - 1].depth != last.depth:
            return None
        at -= 1
    return own[at - 1] if at > 0 and _one_unit(own[at - 1], last) else None


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
    if _DONE_OF.search(lead):
        return False  # 12 个乡镇已完成任务的 10 个
    return _PLAN.search(lead) is not None and not _DONE.search(lead) and not _BESIDE.search(lead)


def _fits(mention: Mention) -> bool:
    exact = is_counted(mention.fact) and mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return exact and AVERAGE.search(normal(mention.lead)) is None


def _is_floor(mention: Mention) -> bool:
    """Say whether a figure is told as the least that there shall be: 340000 亩以上, 不少于 60 场."""
    counted = is_counted(mention.fact) and not mention.range_end
    return counted and mention.fact.quantity.hedge is Hedge.AT_LEAST and not AVERAGE.search(mention.lead)


def _as_printed(plan: Fact) -> Fact:
    """Return a plan without 以上: what was done is held against the figure as it is printed."""
    return replace(plan, quantity=replace(plan.quantity, hedge=Hedge.NONE))


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
