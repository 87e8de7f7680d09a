"""The figures that may stand on the way of a stock or a budget, each with its place, and a way made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.balances.flow_roles import Role, is_gap, is_movable, role_of
from rules.relations.balances.net_changes import SIGNS
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, same_unit
from rules.relations.sums.nesting import listed

FLOWS = (Role.IN, Role.OUT)
MOST_FLOWS = 6
_AT_END = re.compile(
    r"(?:截[至止]|到)?(?P<year>20\d\d)年(?:12月31日|12月底|年?[末底])，(?P<words>[^，。；\d]*)$"
)
_AS_FAR = 60
_TIME_OF_STOCK = re.compile(
    r"截至|截止|上年度?|去年|20\d\d年度?|本年度?|[年期][初末]底?|年底|[末底]|结[转余存]|滚存|累计|余额|下年|实有|共有|共|计|总数|[为达有是]"
)
_TAKES_IN = re.compile("[（(](?:[不另]?含|包括|其中)")
_BRACKET = 4
_CHAINS = tuple(
    map(
        re.compile,
        (
            "采购|购[置入进]|新购|入库|到货|验收|接收|调入",
            "受理|收到|接收|登记|立案|新收|移送|移交",
            "招[聘录考]|录用|考录|入职|报到|新增|增加",
            "出库|领[用取]|发[放出]|投放|使用|消耗|耗用|调拨|下发",
            "报[废损]|处置|核销|注销|销毁|盘亏|减少",
            "[办审]?结案?$|[办审]结|销号|完成",
        ),
    )
)
"""Words for one thing that came or went, at one stage of its way or another, or in all and by kinds."""
_IN_ALL = re.compile(
    "(?:本年|当年|全年|年内|期内|本期)?(?:共|合计|总共)?(?:减少|增加|新增)(?:人员|人数)?(?:共|合计)?"
)
_PENDING = re.compile("[拟待]|尚未|未[办销核批]|手续|在办|计划")
"""Words of a move that is not made, or not in the books, as yet."""


@dataclass(frozen=True, slots=True)
class Step:
    """A figure that may stand on the way, and its place; ``in_list`` surely, ``in_wide_list`` as far as words can tell.

    ``takes_in``: a bracket right behind it tells what else is in it (年末 219 人（含转隶 1 人）).
    """

    mention: Mention
    role: Role | None
    in_list: bool
    in_wide_list: bool
    takes_in: bool = False


def steps_of(text: str, statement: Statement) -> list[Step]:
    """Return the figures of a statement, and of those it goes on from, that may stand on a way."""
    found = []
    for own in (*_grouped(statement.before), statement.own):
        narrow, wide = listed(text, own, wide=False), listed(text, own, wide=True)
        movable = [m for m in own if is_movable(m)]
        for m in movable:
            takes_in = _TAKES_IN.match(text[m.fact.evidence.end or m.fact.start :][:_BRACKET]) is not None
            inside = (m.fact.id in narrow, m.fact.id in wide)
            found.append(Step(m, _role(text, m, movable), *inside, takes_in))
    return found


def _role(text: str, mention: Mention, own: Sequence[Mention]) -> Role | None:
    """Return the place of a figure, also where only the clause before it tells the time: 截至 2022 年末，馆藏 A 卷.

    年末编制 155 人，在职 148 人 tells the time of both: which of them came and went is not said.
    """
    role = Role.NET_OUT if is_gap(text, mention) else role_of(mention)
    if any(
        m.fact.start > mention.fact.start and same_unit(m.fact, mention.fact) and role_of(m) is None
        for m in own
    ):
        return role
    time = _AT_END.search(text[max(mention.fact.start - _AS_FAR, 0) : mention.fact.start].split("。")[-1])
    period = mention.fact.period
    if role is not None or time is None or period is None or normal(time["words"]) != normal(mention.lead):
        return role
    return {0: Role.CLOSING, 1: Role.OPENING}.get(int(period) - int(time["year"]))


def _grouped(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    for number in dict.fromkeys(m.statement for m in mentions):
        yield [m for m in mentions if m.statement == number]


def is_told_through(start: Step, flows: Sequence[Step], end: Step) -> bool:
    """Say whether a statement tells where a stock began, what came, what went and, last, where it ended: nothing was left out.

    What went but is still in the books (报废 2 辆，尚未销户) may have been left in.
    """
    every = [start, *flows, end]
    one = len({s.mention.statement for s in every}) == 1 and end.role is Role.CLOSING
    both = {s.role for s in flows} == set(FLOWS)
    pending = any(s.takes_in or _PENDING.search(s.mention.lead + s.mention.tail) for s in every)
    ordered = every == sorted(every, key=lambda s: s.mention.fact.start)
    return one and both and not pending and ordered and _is_one_stock(start.mention, end.mention)


def are_told_twice(flows: Sequence[Step]) -> bool:
    """Say whether of what came, or went, some may be told in two words: 采购 500 件、入库 480 件; 减少 13 人，退休 9 人，调出 4 人."""
    return any(_are_told_twice([s for s in flows if s.role is role]) for role in FLOWS)


def _are_told_twice(flows: Sequence[Step]) -> bool:
    values = [s.mention.fact.quantity.in_base for s in flows]
    whole = any(
        values[at] == sum(part)
        for at in range(len(values))
        for size in range(1, len(values))
        for part in combinations([*values[:at], *values[at + 1 :]], size)
    )
    words = [normal(s.mention.lead) for s in flows]
    in_all = len(flows) > 1 and any(_IN_ALL.fullmatch(word) for word in words)
    return (
        whole or in_all or any(sum(chain.search(word) is not None for word in words) > 1 for chain in _CHAINS)
    )


def _is_one_stock(start: Mention, end: Mention) -> bool:
    """Say whether both ends of a way bear one name, or at least one of them none."""
    one, other = (_TIME_OF_STOCK.sub("", normal(m.lead)) for m in (start, end))
    return not one or not other or any(one[at : at + 2] in other for at in range(len(one) - 1))


def is_one_thing(steps: Sequence[Step]) -> bool:
    """Say whether no two of the figures name different things of the vocabulary; nor 净值 one and 原值 the other."""
    ends = (steps[0], steps[-1])
    if len({"净值" in s.mention.lead for s in ends}) > 1:
        return False
    names = {s.mention.fact.subject for s in ends if s.mention.own_subject}
    return len({name for name in names if name in vocabulary().subjects and name != TOTAL}) <= 1


def moved(start: Step, flows: Sequence[Step], end: Step, *, sure: bool, alarms: bool = True) -> Reading:
    """Return the way from a stock or a budget over what came and went to its end."""
    signs = [1, *(SIGNS[s.role] for s in flows if s.role is not None)]
    budget = end.role is Role.ADJUSTED
    reason = "调整后预算＝年初预算＋追加－收回" if budget else "年末＝年初＋本年增加－本年减少"
    told = replace(formula([start, *flows], signs, end, sure=sure, reason=reason), alarms=alarms)
    one_way = end.role is Role.CLOSING and len(set(signs[1:])) == 1
    # Where only what came is told, or only what went, the other may be left out.
    return replace(told, sure=sure and (not one_way or told.is_near()))


def formula(
    terms: Sequence[Step], signs: Sequence[int], end: Step, *, sure: bool, reason: str = ""
) -> Reading:
    """Return the sum of the terms, each with its sign (1 or -1), that an end states."""
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(s.mention.fact for s in terms),
        end.mention.fact,
        reason or f"“{end.mention.fact.label}”＝前列各项加减",
        signs=tuple(signs),
        sure=sure,
    )
