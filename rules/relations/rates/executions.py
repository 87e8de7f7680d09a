"""Rates of money by its stages: 执行率 and 控制率 = 支出 ÷ 预算, 调整率 = 调整 ÷ 年初预算, 到位率 = 到位 ÷ 计划."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.facts.vocabulary import BUDGET_MOVES, TOTAL, normal, vocabulary
from rules.relations.build import BUDGETS
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import Figures
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, amounts, nearest, same_unit

_STAGES = ("adjusted_budget", "budget", "initial_budget")
_FEW = 3
_INCOME = re.compile("^(?!.*(?:预算|批复|下达|安排)).*收入")
"""A year's income is taken for its budget, but what is said to complete a budget need not be of it."""
_LIMIT = re.compile(
    r"((?:日常)?(?:公用经费|“三公”经费|三公经费|会议费|培训费|公务接待费|商品和服务支出))(?:的)?(?:全年|年度|年初|调整|核定)*(?:预算|控制数|控制额|定额)(?:数|为|总额|控制数)*$"
)
_SPENT_OF = re.compile(
    r"(?:其中|用于|含|和|及|全年|实际|本年|当年|日常|支出)*(?:公用(?:经费)?|“三公”经费|三公经费|会议费|培训费|公务接待费|商品和服务支出)(?:实际|支出|决算|为|共|达)*"
)
_SPENDING = re.compile("支出(?:总额|总计|合计|金额|总数|数|额|共计?|为)*$")
CARRIED = re.compile("(?:上年|年初|以前年度)[^，]{0,4}结[转余]")
"""What was carried over adds to the budget of the year: a rate may be of both."""
_NET = re.compile("净(?:增|减|调增|调减)")
OVER_INITIAL = "以年初预算为分母（同一报告另列有全年预算）"


def executions(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """The expenditure over the budget of the same thing: in the statement, else in those before it."""
    own = nearest(amounts(statement.own), rate)
    back = list(reversed(amounts(statement.before)))
    bases = ("initial_budget",) if rate.fact.measure == "execution_rate_initial" else BUDGETS
    executed = [m for m in [*own, *back] if m.fact.measure == "executed" or _is_spending_of(m, rate)]
    budgets = [m for m in [*own, *back] if m.fact.measure in bases]
    reason = f"“{rate.fact.label}”＝支出÷预算"
    carried = any(CARRIED.search(m.lead) for m in own)
    for spent in executed[:6]:
        for budget in budgets[:6]:
            if not _one_thing(spent, budget, rate) or not same_unit(spent.fact, budget.fact):
                continue
            here = spent.statement == budget.statement == rate.statement
            before = max(spent.fact.start, budget.fact.start) < rate.fact.start
            alike = spent.fact.subject == budget.fact.subject == rate.fact.subject
            short = carried and budget.fact.measure != "adjusted_budget"
            clear = (
                spent is executed[0] and budget is budgets[0] and spent.depth == budget.depth == rate.depth
            )
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (spent.fact, budget.fact),
                rate.fact,
                reason,
                sure=here
                and before
                and alike
                and clear
                and spent.own_measure
                and budget.own_measure
                and not short,
                alarms=not short,
                convention=other_base(rate.fact, budget.fact, _of_same(budget, budgets)),
            )


def _is_spending_of(mention: Mention, rate: Mention) -> bool:
    """Say whether a figure is the spending of the thing that a rate names, whose name takes the word in: 政府采购支出总额."""
    one = mention.own_subject and rate.own_subject and mention.fact.subject == rate.fact.subject
    return one and mention.fact.measure is None and _SPENDING.search(normal(mention.lead)) is not None


def controlled(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """Yield what was spent of a thing over its limit right before a 控制率: 公用经费 263.80 万元。公用经费预算 290.00 万元，控制率 90.97 %."""
    own = [m for m in amounts(statement.own, rate.depth) if m.fact.start < rate.fact.start]
    if not own or own[-1].sentence != rate.sentence or rate.fact.measure != "control_rate":
        return
    limit = own[-1]
    thing = _LIMIT.match(limit.lead.strip())
    if thing is None:
        return
    name = thing.group(1).removeprefix("日常")
    earlier = [m for m in amounts(statement.near) if m.fact.start < limit.fact.start]
    spent = [m for m in earlier if _SPENT_OF.fullmatch(m.lead.strip()) and _is_called(name, m)]
    spent = [m for m in spent if m.fact.period == rate.fact.period and same_unit(m.fact, limit.fact)]
    if len({m.fact.quantity.in_base for m in spent}) == 1:
        yield Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (spent[-1].fact, limit.fact),
            rate.fact,
            f"“{rate.fact.label}”＝{spent[-1].fact.label}÷{limit.fact.label}",
            sure=True,
        )


def _is_called(name: str, spent: Mention) -> bool:
    """Say whether a figure is called by the name of a limit; the brackets behind 基本支出 leave 经费 out."""
    return name in spent.lead or (name.startswith("公用") and spent.lead.strip() == "公用")


def far_executions(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Take the rate of a thing whose amounts stand elsewhere: 支出 in the sentence, 预算 where the report gives it."""
    spent = _spent(rate, statement)
    thing = (spent.fact.subject or TOTAL) if spent is not None else _thing(rate, figures)
    named = figures.thing_in(figures.words_before(rate)) if thing == TOTAL else None
    thing = named or thing
    if thing is None:
        return
    parts = (spent.fact,) if spent is not None else figures.of_thing(thing, "executed", rate.fact)
    near = any(m.fact.measure in BUDGETS for m in amounts(statement.own))
    plain = (
        spent is not None
        and spent.fact.measure == "executed"
        and not near
        and _is_one(thing, figures)
        and named is None
    )
    where = "分子、分母" if spent is None else "分母"
    first = True
    for stage in _STAGES:
        wholes = figures.of_thing(thing, stage, rate.fact)
        for part in parts[:_FEW]:
            for whole in wholes[:_FEW]:
                if part is whole or not same_unit(part, whole):
                    continue
                named_income = _INCOME.search(whole.label) and "预算" in normal(rate.lead)
                yield Reading(
                    RelationKind.RATIO,
                    Operation.RATIO,
                    (part, whole),
                    rate.fact,
                    f"“{rate.fact.label}”＝{thing}支出÷预算（{where}见他处）",
                    sure=first and plain and len(parts) == len(wholes) == 1 and not named_income,
                    alarms=len(wholes) * len(parts) <= _FEW and not named_income,
                    convention=None if first or stage != "initial_budget" else OVER_INITIAL,
                )
        first = first and not wholes


def _is_one(thing: str, figures: Figures) -> bool:
    """Say whether a thing is known, and has one budget in the report whichever fund is spoken of."""
    if thing != TOTAL and thing not in vocabulary().subjects:
        return False
    levels = [figures.of_thing(thing, stage, None) for stage in _STAGES[:2]]
    return len({fact.quantity.in_base for level in levels for fact in level}) == 1


def _spent(rate: Mention, statement: Statement) -> Mention | None:
    """Return the amount that the rate follows, where nothing but rates stands between them."""
    earlier = [
        m
        for m in amounts(statement.own, rate.depth)
        if m.fact.start < rate.fact.start
        and m.sentence == rate.sentence
        and m.fact.period == rate.fact.period
    ]
    spent = [m for m in earlier if m.fact.measure == "executed"]
    if spent:
        return spent[-1]
    return earlier[-1] if len(earlier) == 1 and earlier[0].fact.measure is None else None


def _thing(rate: Mention, figures: Figures) -> str | None:
    """Return what the rate is of, where its own words or those of its sentence name it."""
    subject = rate.fact.subject
    if rate.own_subject and subject is not None and figures.of_thing(subject, "executed", rate.fact):
        return subject
    return figures.thing_in(figures.words_before(rate))


def adjustment(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """预算调整率 in the sentence that states the change and the initial budget."""
    near = nearest(amounts(statement.near), rate)
    yield from _of_net(rate, near)
    moved = [m for m in near if m.fact.measure in BUDGET_MOVES or "之和" in m.lead]
    bases = [m for m in near if m.fact.measure in ("initial_budget", "budget")]
    for change in moved[:3]:
        for base in bases[:3]:
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (change.fact, base.fact),
                rate.fact,
                "预算调整率＝调整数÷年初预算",
                sure=_only(change, moved, statement) and _only(base, bases, statement),
                alarms=base.fact.subject in (TOTAL, None),
            )


def _of_net(rate: Mention, near: Sequence[Mention]) -> Iterator[Reading]:
    """Yield the net change right before the rate over the one budget of the beginning: 比年初净增加 A，预算调整率 r %."""
    before = [m for m in near if m.fact.start < rate.fact.start]
    first = {
        m.fact.quantity.in_base: m for m in before if m.fact.measure == "initial_budget" and m.own_measure
    }
    change = before[0] if before else None
    if change is None or change.sentence != rate.sentence or _NET.search(normal(change.lead)) is None:
        return
    moved = [m.fact.quantity.in_base for m in before if m.fact.measure in BUDGET_MOVES]
    gross = {one + other for one in moved for other in moved if one != other}
    for base in first.values():
        half = Decimal(1).scaleb(-rate.fact.quantity.precision)
        value, whole = rate.fact.quantity.value, base.fact.quantity.in_base
        if any(abs(each / whole * HUNDRED - value) <= half for each in gross if whole):
            continue  # all that was moved, whichever way, is another usual reading
        yield Reading(
            RelationKind.RATIO,
            Operation.RATIO,
            (change.fact, base.fact),
            rate.fact,
            "预算调整率＝净增减÷年初预算",
            sure=len(first) == 1 and base.fact.period == rate.fact.period,
        )


def _only(mention: Mention, found: Sequence[Mention], statement: Statement) -> bool:
    """Say whether a figure is the only one of its sort in the statement."""
    return [m for m in found if m.statement == statement.own[0].statement] == [mention]


def arrival(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """资金到位率 = what arrived over what was planned."""
    near = nearest(amounts(statement.near), rate)
    arrived = [m for m in near if m.fact.measure == "received"]
    planned = [m for m in near if m.fact.measure in BUDGETS and m.fact.measure != "received"]
    for part in arrived[:3]:
        for whole in planned[:3]:
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (part.fact, whole.fact),
                rate.fact,
                "资金到位率＝到位资金÷计划资金",
            )


def other_base(rate: Fact, base: Fact, budgets: Iterable[Fact]) -> str | None:
    """Name the convention where a rate is taken over 年初预算 though the whole year's budget is stated as another."""
    if rate.measure == "execution_rate_initial" or base.measure != "initial_budget":
        return None
    whole_year = [
        fact
        for fact in budgets
        if fact.measure == "adjusted_budget" and (fact.subject, fact.scope) == (base.subject, base.scope)
    ]
    differs = any(fact.quantity.in_base != base.quantity.in_base for fact in whole_year)
    return OVER_INITIAL if differs else None


def _of_same(budget: Mention, budgets: Sequence[Mention]) -> Iterator[Fact]:
    """Yield the budgets; one that bears no name of its own is of what the other is of, whatever was named between.

    年初预算 A，追加 B，收回项目资金 C，全年预算 D: D is none of the projects.
    """
    for mention in budgets:
        bare = not mention.own_subject and mention.statement == budget.statement
        yield replace(mention.fact, subject=budget.fact.subject) if bare else mention.fact


def _one_thing(spent: Mention, budget: Mention, rate: Mention) -> bool:
    """Leave out pairs that plainly speak of different things."""
    if spent.statement != rate.statement and rate.fact.subject not in (
        spent.fact.subject,
        budget.fact.subject,
        None,
    ):
        return False
    names = {m.fact.subject for m in (spent, budget, rate) if m.own_subject and m.fact.subject}
    known = {name for name in names if name in vocabulary().subjects and name != TOTAL}
    if len(known) > 1:
        return False
    if are_siblings(spent, budget):
        return False
    periods = {m.fact.period for m in (spent, budget, rate)} - {None}
    return len(periods) <= 1


def are_siblings(spent: Mention, budget: Mention) -> bool:
    """Say whether each amount has a name of its own and the names differ: 市级补助 is no budget of 县本级资金."""
    one, other = spent.fact.subject, budget.fact.subject
    if not (spent.own_subject and budget.own_subject) or one is None or other is None:
        return False
    return TOTAL not in (one, other) and one not in other and other not in one
