"""A rate behind what it is of: 支出 A，为预算 B 的 r %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.changes.direction import is_change, is_change_rate
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, same_unit

_IS_OF = re.compile("(?:仅|约)?(?:占|为|相当于|完成)[^，]{0,6}(?:计划|目标|任务|预算|概算|指标|下达)")
_THING_OF_BASE = re.compile(
    r"(?:其中)?([\u4e00-\u9fff“”]{3,}?)(?:支出|实际支出|决算)?(?:仅|约)?(?:占|为|是|相当于)(?:[全当本]年|年初|调整后?|核定)?(?:预算|控制数|计划|目标|指标|额度|限额)(?:数|额)?$"
)
"""公用经费为预算 196.0 万元的 85.9 %: whose budget it is is said, what was spent stands further up."""
_COMPLETES = re.compile(
    r"([\u4e00-\u9fff“”]{2,}?)(?:仅|约|共)?完成(?:[全当本]年|年[初度]|调整后?|核定)?预算(?:数|额)?$"
)
"""收入完成年度预算 8970 万元的 104.89 %: what came in is said by that name further up."""
_ALL_OF = re.compile(
    r"(?:19|20)\d{2}年度?|其中|[全当本]年度?|年度|部门|单位|总(?=[收支])|实现|完成|合计|总[计额]|[共计为达]"
)
_AIM = re.compile("计划|目标|任务|预算|概算|定额|指标")
_UP_TO = re.compile(r"累计(?!完成(?:了)?$)|截[至止]|(?<!\d)\d{1,2}月")
"""本月支出 A，1—9月累计完成预算 B 的 r %: what was spent up to now is another figure."""
SAVED = re.compile("节约|节省|节支|结转|结余|结存")
"""What is saved or left over is of the budget and not of the price or the payments, which stand nearer."""


def of_base(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """…支出 A，为预算 B 的 r %: the figure before the base over the base."""
    at = statement.own.index(rate)
    earlier = [m for m in statement.own[:at] if m.depth == rate.depth]
    if len(earlier) < 1 or not re.search(r"[为占]|完成", earlier[-1].lead):
        return
    base = earlier[-1]
    if base.fact.kind is FactKind.RATE:
        return  # 由 22.26 %、28.63 % 调整为 21.35 %、27.92 %
    pool = [m for m in reversed([*statement.before, *earlier[:-1]]) if same_unit(m.fact, base.fact)]
    if "完成" in base.lead:
        # What is left over completes no plan, nor does what was less than last year.
        pool = [m for m in pool if not SAVED.search(m.lead) and not is_change(m)]
    own = _THING_OF_BASE.match(normal(base.lead))
    spoken = [m for m in pool if own and normal(m.lead).removeprefix("其中") == own.group(1)]
    if own and len({m.fact.quantity.in_base for m in spoken}) == 1:
        reading = _part_of_base(spoken[0], base, rate, sure=True)
        yield reading if reading.holds() or reading.is_explained() else replace(reading, sure=False)
    completes = _COMPLETES.match(normal(base.lead))
    told = [
        m for m in (*statement.near, *statement.section) if same_unit(m.fact, base.fact) and m is not base
    ]
    called = [m for m in told if completes and _ALL_OF.sub("", normal(m.lead)) == completes.group(1)]
    if (
        called
        and len({m.fact.quantity.in_base for m in called}) == 1
        and called[0].fact.period == rate.fact.period
    ):
        yield _part_of_base(called[0], base, rate, sure=not SAVED.search(called[0].lead))
    pool.sort(key=is_base)  # 完成 A，为计划 B 的 103.3 %，占总投资 C 的 44.3 %: of A, not of its plan
    up_to = _UP_TO.search(normal(base.lead))
    for index, part in enumerate(pool[:4]):
        if up_to is not None and up_to.group() not in normal(part.lead):
            yield replace(_part_of_base(part, base, rate, sure=False), alarms=False)
            continue
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
    level = [m for m in statement.own if m.depth == base.depth and not is_change(m) and not is_change_rate(m)]
    if base not in level:
        return False
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
