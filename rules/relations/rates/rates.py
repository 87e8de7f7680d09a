"""Rates that the words of a sentence assert: 执行率, 控制率, 完成预算的…%, 为预算 A 的…%, 占…的…%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import BUDGET_MOVES, normal, vocabulary
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.rates.beside import beside, renamed
from rules.relations.rates.by_thing import executions_by_thing
from rules.relations.rates.executions import OVER_INITIAL as OVER_INITIAL
from rules.relations.rates.executions import (
    adjustment,
    arrival,
    controlled,
    executions,
    far_executions,
)
from rules.relations.rates.named_rates import (
    by_name,
    in_own_bracket,
    is_mark,
    is_told_by_name_alone,
)
from rules.relations.rates.named_wholes import of_what_is_named
from rules.relations.rates.of_all_spending import of_all_spending
from rules.relations.rates.of_base import of_base
from rules.relations.rates.of_both import of_both
from rules.relations.rates.of_bracket import of_bracket
from rules.relations.rates.of_left import of_left
from rules.relations.rates.of_posts import of_posts
from rules.relations.rates.of_two_before import of_two_before
from rules.relations.rates.operands import Figures
from rules.relations.rates.overall import budgets_of_report, overall
from rules.relations.rates.placed import placed
from rules.relations.rates.plans import is_done_in_full, is_of_plan, of_plan, of_years
from rules.relations.rates.same_whole import of_same_whole
from rules.relations.rates.shares import Common, add_up, common_whole, is_share, share
from rules.relations.rates.shares_beside import of_year, shares_beside, shares_of_head
from rules.relations.rates.shares_by_name import shares_by_name
from rules.relations.rates.shares_of_lists import BORNE, of_item, shares_of_sums
from rules.relations.rates.siblings import (
    is_of_sums,
    quiet_for_siblings,
    quieted,
)
from rules.relations.rates.that_is import that_is
from rules.relations.reading import Reading
from rules.relations.relation import Relation
from rules.relations.sentence import Statement, comparable, was_moved
from rules.relations.sums.series import DEALT, dealt_rates, rates_in_order

_OF_BUDGETS = ("control_rate", "execution_rate_initial")
_EXECUTION = ("execution_rate", "control_rate", "execution_rate_initial")
_BOUND = re.compile(r"^(?:以上|以下|左右|之间|以内)")
_OF = ("的", "之")
_OF_PLAN = re.compile("(?:年度|全年|年初|既定)?(?:计划|目标|任务|预算|指标)(?:任务|目标|总?[数值量额])?的")
_SORT = re.compile(r"[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2}[率度])(?:仅|只有|约|为|是|达到?)*$")
"""A rate that is called by whose it is: 学生满意度."""
_PROPORTION = re.compile(r"^[^占]{2,}比[例率](?:仅|约|为|达到?|是)*$")
"""A share that is called by what its part did: 逾期比例, 抽访比例."""
_UNPRINTED = re.compile("占(?:同类|同期|全国|全省|全市)?(?:[^，]{0,6}生产总值|GDP)|占同类")
"""A share of what no report prints: 占同类产品采购额的 p %, 占 GDP 的比重."""
_OF_TOLD = re.compile("^的(?:比[例重率]|份额)(?:仅|约|为|达到?|是)*$")
"""占 X B 万元的比例为 p %: the whole stands right before its share."""
_OF_POSTS = re.compile("占(?:核定|批准)?编制(?:总?数)?的?$")
_OF_CHANGE = re.compile(
    "(?:增长|增加|增减|增|上升|升|涨|下降|减少|降低|降|减)(?:率|幅度?|速)(?:为|达到?|约|是)*$"
)
"""增长率 is held against last year's figure, which is what the changes are about; 降低率 of a stock can be another."""
_OF_SOME = re.compile(
    "一般公共|公共财政|政府性?基金|国有资本|专户|本级|机关|财政拨款|上年|去年|前年|上一年|往年"
)
"""Spending of one fund, one office or another year."""
_TAKES_IN = re.compile("[（(](?:不?含|包括|剔除|扣除)")
"""满意率（含基本满意）is of more than its name says."""
_MOST_READINGS = 40
_AHEAD = 6
_OF_MONEY = re.compile("(?:资金|金额|投资|经费|收入|支出)占")


def find_rates(statements: Sequence[Statement], figures: Figures, relations: Relations) -> None:
    """Assert the rates of running text; ``figures`` are all of the document, for operands that stand elsewhere."""
    facts = {fact.id: fact for fact in figures.facts}
    afar = budgets_of_report(figures)
    wholes = _totals_of_lists(relations, facts)
    dealt = {relation.stated for relation in relations.items if relation.reason.endswith(DEALT)}
    for statement in statements:
        common = common_whole(statement, figures, afar)
        shares: list[Relation] = []
        in_row = dealt_rates(figures.text, statement)
        in_order = rates_in_order(figures.text, statement)
        for mention in statement.own:
            if mention.range_end or _BOUND.match(mention.tail):
                continue
            if mention.fact.kind is FactKind.MULTIPLE and not is_mark(mention):
                relations.choose(list(by_name(mention, figures))[:_MOST_READINGS])
            if mention.fact.kind is not FactKind.RATE:
                continue
            if mention.fact.id in dealt | in_row or _OF_CHANGE.search(normal(mention.lead)):
                continue  # it is of the figure in its order, not of the one right before; or one of growth
            if is_share(mention, statement):
                if mention.fact.measure != "share" and (common is None or not common.shown):
                    continue
                readings = [
                    *shares_of_sums(mention, statement, wholes),
                    *_share(mention, statement, figures, common, afar),
                ]
                readings = [_quiet_of_other_spending(r, mention, statement, figures) for r in readings]
                readings = [quiet_for_siblings(r, mention, statement) for r in readings]
                readings = [
                    _quiet_where_moved(r, mention, statement) for r in readings if not _are_parts_of_one(r)
                ]
                readings = of_what_is_named(readings, mention, statement)
                if _OF_MONEY.search(normal(mention.lead)):
                    readings = [r for r in readings if r.operands[0].kind is not FactKind.COUNT]
                if mention.fact.id in in_order or is_of_sums(mention, statement):
                    readings = [r.silent() for r in readings]
                # 货物、工程、服务分别为 …，其中小企业 A，占 p %: of all that is listed rather than of its last item
                readings.sort(key=lambda reading: reading.operands[-1].id in wholes)
                kept = relations.choose(readings[:_MOST_READINGS])
                shares += [kept] if kept is not None else []
            elif BORNE.fullmatch(normal(mention.lead)) and mention.fact.quantity.precision:
                relations.choose(shares_of_sums(mention, statement, wholes))
            elif not is_mark(mention) or _OF_PLAN.fullmatch(mention.lead) or is_of_plan(mention):
                in_list = of_item(mention, statement.own.index(mention), statement, wholes)
                readings = _not_upside_down([*in_list, *_readings(mention, statement, figures)])
                readings = [r for r in readings if not is_done_in_full(mention, r)]
                readings = quieted(readings, mention, statement)
                end = mention.fact.evidence.end or mention.fact.start
                if _TAKES_IN.search(mention.lead) or _TAKES_IN.match(figures.text[end : end + _AHEAD]):
                    readings = [r.silent() for r in readings]
                relations.choose(readings[:_MOST_READINGS])
        add_up(shares, facts, relations)


def _totals_of_lists(relations: Relations, facts: Mapping[str, Fact]) -> dict[str, list[Fact]]:
    """Return the totals that lists of running text make, by the ids of their items."""
    found: dict[str, list[Fact]] = {}
    for relation in relations.items:
        listed = (
            relation.operation == Operation.SUM and relation.verdict in FITS and len(relation.operands) > 1
        )
        whole = facts.get(relation.stated or "")
        if listed and whole is not None and all(sign == 1 for sign in relation.signs):
            for part in relation.operands:
                found.setdefault(part, []).append(whole)
    return found


def _quiet_where_moved(reading: Reading, share: Mention, statement: Statement) -> Reading:
    """Return a reading that accuses nobody where its budget was added to before the share was told, or is what was added."""
    part, whole = reading.operands[0], reading.operands[-1]
    if whole.measure in BUDGET_MOVES and part.measure not in BUDGET_MOVES:
        return reading.silent()
    moved = whole.measure in BUDGETS and was_moved(statement, whole.start, share.fact.start)
    return reading.silent() if moved else reading


def _are_parts_of_one(reading: Reading) -> bool:
    """Say whether two things are parts of one by definition, so that neither is a share of the other: 基本支出, 项目支出."""
    names = {reading.operands[0].subject, reading.operands[-1].subject}
    known = (parts for each in vocabulary().subjects.values() for parts in each.parts)
    return len(names) > 1 and any(names <= set(parts) for parts in known)


def _not_upside_down(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out what is a firm reading upside down: 46 of 44 is no other way to read 44 of 46."""
    turned = {reading.operands[::-1] for reading in readings if reading.firm}
    return [reading for reading in readings if reading.operands not in turned]


def _share(
    rate: Mention, statement: Statement, figures: Figures, common: Common | None, afar: Sequence[Fact]
) -> Iterator[Reading]:
    """Yield all that a share can be, the likeliest first: what its words name in full before all else."""
    if _UNPRINTED.search(normal(rate.lead)):
        return
    yield from placed(rate, statement, figures)
    if _OF_TOLD.match(normal(rate.lead)):
        yield from of_base(rate, statement)
    if _PROPORTION.search(normal(rate.lead)):
        yield from beside(rate, statement, figures)
    yield from shares_of_head(rate, statement, figures)
    yield from shares_beside(rate, statement, figures)
    yield from of_year(rate, statement)
    yield from of_years(rate, statement, figures)
    yield from of_all_spending(rate, figures)
    yield from executions_by_thing(rate, statement, figures)
    if _OF_POSTS.search(normal(rate.lead)) or is_told_by_name_alone(rate):
        yield from of_posts(rate, statement)
        yield from by_name(rate, figures)
    named = list(shares_by_name(rate, figures))
    yield from (reading for reading in named if reading.sure)
    yield from share(rate, statement, figures.facts, common, afar)
    yield from (reading for reading in named if not reading.sure)


def _readings(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield all that a rate can be, the likeliest first."""
    told = in_own_bracket(rate, figures)
    if told is not None:
        yield told
        return
    if is_told_by_name_alone(rate):
        yield from by_name(rate, figures)
        return
    named = renamed(rate, figures)
    yield from placed(rate, statement, figures)
    yield from of_both(rate, statement)
    yield from that_is(rate, statement, figures)
    yield from of_bracket(rate, statement, figures)
    yield from beside(named, statement, figures)
    yield from of_same_whole(named, statement)
    yield from of_plan(rate, statement, figures)
    yield from of_years(rate, statement, figures)
    if rate.lead in _OF or _OF_PLAN.fullmatch(rate.lead):
        yield from of_base(rate, statement)
    if rate.fact.measure in _EXECUTION:
        yield from controlled(rate, statement)
        executed = [*executions(rate, statement), *far_executions(rate, statement, figures)]
        yield from (_quiet_for_items(reading, rate, statement) for reading in executed)
    elif rate.fact.measure == "adjustment_rate":
        yield from adjustment(rate, statement)
    elif rate.fact.measure == "arrival_rate":
        yield from arrival(rate, statement)
    elif rate.fact.measure is None and not rate.lead:
        yield from of_base(rate, statement)
    yield from executions_by_thing(rate, statement, figures)
    yield from of_left(rate, statement, figures)
    yield from overall(rate, statement, figures)
    defined = [*by_name(named, figures), *shares_by_name(rate, figures)]
    defined = [_quiet_for_items(reading, rate, statement) for reading in defined]
    yield from defined
    if any(reading.sure for reading in defined):
        return
    quiet = bool(defined) or rate.fact.measure in _OF_BUDGETS
    for reading in of_two_before(rate, statement):
        yield reading.silent() if quiet else reading


def _quiet_for_items(reading: Reading, rate: Mention, statement: Statement) -> Reading:
    """Return a reading that accuses nobody where the same rate of its figures was told, and others stand behind that.

    抽检 1200 批次，合格 1176 批次，合格率 98.0 %；其中农产品 480 批次，合格率 97.1 %: the second is of the 480.
    """
    if _was_told_of_all(reading, rate, statement):
        return reading.silent()
    before = statement.own[: statement.own.index(rate)]
    same = [m for m in before if m.fact.kind is FactKind.RATE and normal(m.lead) == normal(rate.lead)]
    if not same or any(fact.start > same[-1].fact.start for fact in reading.operands):
        return reading
    behind = [m for m in before if m.fact.start > same[-1].fact.start]
    item = any(comparable(m.fact, reading.operands[-1]) for m in behind)
    return reading.silent() if item else reading


def _quiet_of_other_spending(
    reading: Reading, share: Mention, statement: Statement, figures: Figures
) -> Reading:
    """Return a reading that accuses nobody where its part stands elsewhere, of another stage, fund or year than the words say.

    年初预算中基本支出 142 万元。…支出中，基本支出占 72 %; 一般公共预算支出中，基本支出占 72 %.
    """
    part = reading.operands[0]
    if any(part.id == mention.fact.id for mention in statement.own) or reading.firm:
        return reading
    words = figures.words_before(share)
    other_stage = part.measure in BUDGETS and "预算" not in words
    other = other_stage or _OF_SOME.search(words) is not None
    return reading.silent() if other else reading


def _was_told_of_all(reading: Reading, rate: Mention, statement: Statement) -> bool:
    """Say whether the same sort of rate was told of the figures before: 总体满意度 A %。分对象看，学生满意度 B %."""
    sort = _SORT.search(normal(rate.lead))
    last = max(fact.start for fact in reading.operands)
    between = [m for m in statement.near if last < m.fact.start < rate.fact.start]
    return sort is not None and any(
        m.fact.kind is FactKind.RATE
        and normal(m.lead) != normal(rate.lead)
        and sort.group(1) in normal(m.lead)
        and m.fact.quantity.value != rate.fact.quantity.value
        for m in between
    )
