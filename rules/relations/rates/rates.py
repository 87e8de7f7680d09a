"""Rates that the words of a sentence assert: 执行率, 控制率, 完成预算的…%, 为预算 A 的…%, 占…的…%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.changes.rate import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.rates.beside import beside, named_by, renamed
from rules.relations.rates.executions import (
    CARRIED,
    adjustment,
    are_siblings,
    arrival,
    controlled,
    executions,
    far_executions,
)
from rules.relations.rates.executions import OVER_INITIAL as OVER_INITIAL
from rules.relations.rates.named_rates import (
    by_name,
    in_own_bracket,
    is_mark,
    is_said_whole,
    is_told_by_name_alone,
)
from rules.relations.rates.operands import AVERAGE, Figures
from rules.relations.rates.overall import budgets_of_report, overall
from rules.relations.rates.placed import placed
from rules.relations.rates.plans import of_plan, of_years
from rules.relations.rates.same_whole import of_same_whole
from rules.relations.rates.shares import Common, add_up, common_whole, is_share, share
from rules.relations.rates.shares_beside import BORNE, of_year, shares_beside, shares_of_head, shares_of_sums
from rules.relations.rates.shares_by_name import of_all_spending, shares_by_name
from rules.relations.reading import Reading
from rules.relations.relation import Relation, RelationKind
from rules.relations.sentence import Statement, comparable, is_base, of_kind, same_unit
from rules.relations.sums.series import DEALT, dealt_rates

_OF_BUDGETS = ("control_rate", "execution_rate_initial")
_EXECUTION = ("execution_rate", "control_rate", "execution_rate_initial")
_BOUND = re.compile(r"^(?:以上|以下|左右|之间|以内)")
_LOOSE = re.compile("预|算|资金|支出|项目|部门|单位|整体|总体|年度|全年|执行")
"""What names no part: any amount is of a budget."""
_OF = ("的", "之")
_OF_PLAN = re.compile("(?:年度|全年|年初|既定)?(?:计划|目标|任务|预算|指标)(?:任务|目标|总?[数值量额])?的")
_IS_OF = re.compile("(?:仅|约)?(?:占|为|相当于|完成)[^，]{0,6}(?:计划|目标|任务|预算|概算|指标|下达)")
_THING_OF_BASE = re.compile(
    r"(?:其中)?([\u4e00-\u9fff“”]{3,}?)(?:支出|实际支出|决算)?(?:仅|约)?(?:占|为|是|相当于)(?:[全当本]年|年初|调整后?|核定)?(?:预算|控制数|计划|目标|指标|额度|限额)(?:数|额)?$"
)
"""公用经费为预算 196.0 万元的 85.9 %: whose budget it is is said, what was spent stands further up."""
_AIM = re.compile("计划|目标|任务|预算|概算|定额|指标")
_NAMED = re.compile(r"([\u4e00-\u9fff]{2,6})[率度](?:为|达到?|是|约)?$")
_SORT = re.compile(r"[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2}[率度])(?:仅|只有|约|为|是|达到?)*$")
"""A rate that is called by whose it is: 学生满意度."""
_PROPORTION = re.compile(r"^[^占]{2,}比[例率](?:仅|约|为|达到?|是)*$")
"""A share that is called by what its part did: 逾期比例, 抽访比例."""
_UNPRINTED = re.compile("占(?:同类|同期|全国|全省|全市)?(?:[^，]{0,6}生产总值|GDP)|占同类")
"""A share of what no report prints: 占同类产品采购额的 p %, 占 GDP 的比重."""
_OF_TOLD = re.compile("^的(?:比[例重率]|份额)(?:仅|约|为|达到?|是)*$")
"""占 X B 万元的比例为 p %: the whole stands right before its share."""
_OF_POSTS = re.compile("占(?:核定|批准)?编制(?:总?数)?的?$")
_SAVED = re.compile("节约|节省|节支|结转|结余|结存")
"""What is saved or left over is of the budget and not of the price or the payments, which stand nearer."""
_ITEM = re.compile("其中|包括|含")
_NEXT = re.compile("[、和与及]")
_OF_CHANGE = re.compile(
    "(?:增长|增加|增减|增|上升|升|涨|下降|减少|降低|降|减)(?:率|幅度?|速)(?:为|达到?|约|是)*$"
)
"""增长率 is held against last year's figure, which is what the changes are about; 降低率 of a stock can be another."""
_MOST_READINGS = 40


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
                # 货物、工程、服务分别为 …，其中小企业 A，占 p %: of all that is listed rather than of its last item
                readings.sort(key=lambda reading: reading.operands[-1].id in wholes)
                kept = relations.choose(readings[:_MOST_READINGS])
                shares += [kept] if kept is not None else []
            elif BORNE.fullmatch(normal(mention.lead)) and mention.fact.quantity.precision:
                relations.choose(shares_of_sums(mention, statement, wholes))
            elif not is_mark(mention) or _OF_PLAN.fullmatch(mention.lead):
                readings = _not_upside_down(list(_readings(mention, statement, figures)))
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
        yield from _of_base(rate, statement)
    if _PROPORTION.search(normal(rate.lead)):
        yield from beside(rate, statement, figures)
    yield from shares_of_head(rate, statement, figures)
    yield from shares_beside(rate, statement, figures)
    yield from of_year(rate, statement)
    yield from of_years(rate, statement, figures)
    yield from of_all_spending(rate, figures)
    if _OF_POSTS.search(normal(rate.lead)):
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
    yield from beside(named, statement, figures)
    yield from of_same_whole(named, statement)
    yield from of_plan(rate, statement, figures)
    yield from of_years(rate, statement, figures)
    if rate.lead in _OF or _OF_PLAN.fullmatch(rate.lead):
        yield from _of_base(rate, statement)
    if rate.fact.measure in _EXECUTION:
        yield from controlled(rate, statement)
        yield from executions(rate, statement)
        yield from far_executions(rate, statement, figures)
    elif rate.fact.measure == "adjustment_rate":
        yield from adjustment(rate, statement)
    elif rate.fact.measure == "arrival_rate":
        yield from arrival(rate, statement)
    elif rate.fact.measure is None and not rate.lead:
        yield from _of_base(rate, statement)
    yield from overall(rate, statement, figures)
    defined = [*by_name(named, figures), *shares_by_name(rate, figures)]
    defined = [_quiet_for_items(reading, rate, statement) for reading in defined]
    yield from defined
    if any(reading.sure for reading in defined):
        return
    if _NAMED.search(normal(rate.lead)) and rate.depth == 0:
        quiet = bool(defined) or rate.fact.measure in _OF_BUDGETS
        for reading in _of_two_before(rate, statement):
            yield replace(reading, sure=False, alarms=False) if quiet else reading


def _quiet_for_items(reading: Reading, rate: Mention, statement: Statement) -> Reading:
    """Return a reading that accuses nobody where the same rate of its figures was told, and others stand behind that.

    抽检 1200 批次，合格 1176 批次，合格率 98.0 %；其中农产品 480 批次，合格率 97.1 %: the second is of the 480.
    """
    if _was_told_of_all(reading, rate, statement):
        return replace(reading, sure=False, firm=False, alarms=False)
    before = statement.own[: statement.own.index(rate)]
    same = [m for m in before if m.fact.kind is FactKind.RATE and normal(m.lead) == normal(rate.lead)]
    if not same or any(fact.start > same[-1].fact.start for fact in reading.operands):
        return reading
    behind = [m for m in before if m.fact.start > same[-1].fact.start]
    item = any(comparable(m.fact, reading.operands[-1]) for m in behind)
    return replace(reading, sure=False, firm=False, alarms=False) if item else reading


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


def _of_base(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """…支出 A，为预算 B 的 r %: the figure before the base over the base."""
    at = statement.own.index(rate)
    earlier = [m for m in statement.own[:at] if m.depth == rate.depth]
    if len(earlier) < 1 or not re.search(r"[为占]|完成", earlier[-1].lead):
        return
    base = earlier[-1]
    pool = [m for m in reversed([*statement.before, *earlier[:-1]]) if same_unit(m.fact, base.fact)]
    if "完成" in base.lead:
        pool = [m for m in pool if not _SAVED.search(m.lead)]  # what is left over completes no plan
    own = _THING_OF_BASE.match(normal(base.lead))
    spoken = [m for m in pool if own and normal(m.lead).removeprefix("其中") == own.group(1)]
    if own and len({m.fact.quantity.in_base for m in spoken}) == 1:
        reading = _part_of_base(spoken[0], base, rate, sure=True)
        yield reading if reading.holds() or reading.is_explained() else replace(reading, sure=False)
    pool.sort(key=is_base)  # 完成 A，为计划 B 的 103.3 %，占总投资 C 的 44.3 %: of A, not of its plan
    for index, part in enumerate(pool[:4]):
        yield _part_of_base(
            part,
            base,
            rate,
            sure=index == 0
            and part.statement == rate.statement
            and (part.own_measure or _stands_by(part, base) or _stands_before(part, base, statement)),
            firm=index == 0 and _is_told_in_one(part, base, rate, statement),
        )


def _part_of_base(part: Mention, base: Mention, rate: Mention, *, sure: bool, firm: bool = False) -> Reading:
    reason = f"“{part.fact.label}”为“{base.fact.label}”的比例"
    operands = (part.fact, base.fact)
    return Reading(RelationKind.RATIO, Operation.RATIO, operands, rate.fact, reason, sure=sure, firm=firm)


def _stands_before(part: Mention, base: Mention, statement: Statement) -> bool:
    """Say whether nothing stands between a part and what it is said to be of: 抓获 943 名，占在逃人员 1126 名的 83.75 %."""
    level = [m for m in statement.own if m.depth == base.depth]
    behind = part in level and level.index(base) - level.index(part) == 1
    return behind and part.sentence == base.sentence and re.match("(?:仅|约)?占", base.lead) is not None


def _is_told_in_one(part: Mention, base: Mention, rate: Mention, statement: Statement) -> bool:
    """Say whether a part that is no item of a list, its base, called one, and the rate stand side by side: 支出 A，占预算 B 的 r %."""
    level = [m for m in statement.own if m.depth == base.depth]
    at = level.index(base)
    together = level[at - 1 : at + 2] == [part, base, rate] and part.sentence == base.sentence
    alone = not any(same_unit(m.fact, part.fact) for m in level[: at - 1] if m.sentence == part.sentence)
    return together and alone and _IS_OF.match(base.lead) is not None


def _stands_by(part: Mention, base: Mention) -> bool:
    """Say whether what was done stands in the sentence of what was to be done: 修路 18.60 公里，完成计划 20 公里的 93 %."""
    return (
        part.sentence == base.sentence
        and part.depth == base.depth
        and bool(_AIM.search(base.lead + base.tail))
    )


def _of_two_before(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """发放 590 份，回收 566 份，回收率 r %: two figures of one unit and the rate that is named after the second."""
    pool = [m for m in _counted(statement.near) if m.depth == 0 and m.fact.start < rate.fact.start][-8:]
    carried = any(CARRIED.search(m.lead) for m in pool)
    stem = _NAMED.search(normal(rate.lead))
    here = [m for m in pool if m.statement == rate.statement]
    named = _named_after(stem.group(1) if stem else "", here)
    for part in [*reversed(named), *(m for m in reversed(pool) if m not in named)]:
        earlier = [m for m in here if comparable(m.fact, part.fact) and m.fact.start < part.fact.start]
        for whole in reversed(pool):
            if (
                whole is part
                or not comparable(part.fact, whole.fact)
                or whole.fact.start > part.fact.start + 40
                or (rate.fact.measure == "execution_rate" and are_siblings(part, whole))
            ):
                continue
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (part.fact, whole.fact),
                rate.fact,
                f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
                sure=not _SAVED.search(rate.lead)
                and not carried
                and named_by(stem.group(1) if stem else "", part) is not None
                and (len(named) == 1 or part in here[-1:])
                and part in named
                and whole in earlier[-1:]
                and _follows(rate, whole, part, statement)
                and is_said_whole(rate, part.lead),
                alarms=not carried
                and (
                    (named == [part] and whole in (*earlier[-1:], *here[:1]))
                    or ([whole, part] == here[-2:] and _is_said_of(rate, whole, part))
                ),
            )


def _counted(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the amounts and counts that are no averages."""
    every = of_kind(mentions, FactKind.AMOUNT, FactKind.COUNT)
    return [m for m in every if AVERAGE.search(normal(m.lead)) is None]


def _follows(rate: Mention, whole: Mention, part: Mention, statement: Statement) -> bool:
    """Say whether part stands right behind whole in the statement of the rate, and the whole is no item beside others."""
    level = [m for m in statement.own if m.depth == rate.depth]
    together = whole in level and level.index(part) - level.index(whole) == 1
    together = together and rate.sentence == part.sentence == whole.sentence
    return together and not _ITEM.match(whole.lead) and not _NEXT.match(whole.tail)


def _is_said_of(rate: Mention, whole: Mention, part: Mention) -> bool:
    """Say whether a rate follows two figures of its own sentence, neither of them an amount of change."""
    return all(m.sentence == rate.sentence and m.fact.measure not in CHANGES for m in (whole, part))


def _named_after(stem: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the figures whose label says most of what a rate is named by: 正常运行 1187 个, 正常运行率."""
    for length in range(len(stem), 1, -1):
        for word in [stem[at : at + length] for at in range(len(stem) - length, -1, -1)]:
            if _LOOSE.search(word):
                continue
            found = [
                m
                for m in mentions
                if word in (label := normal(m.lead)) and not re.search(f"[不未]{word}", label)
            ]
            if found:
                return found
    word = stem[-2:]
    return [
        m
        for m in mentions
        if len(word) == 2
        and all(character in normal(m.lead) for character in word)
        and not re.search(f"[不未][{word}]", normal(m.lead))
    ]
