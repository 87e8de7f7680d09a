"""Stocks and budgets on their way: 年初 + 来 − 去 = 年末, 年初预算 + 追加 − 收回 = 全年预算, over clauses and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.relations.balances.flow_roles import NET, Role, is_gap, is_movable, role_of
from rules.relations.balances.net_changes import SIGNS, net_sign
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, same_unit
from rules.relations.sums.nesting import listed

_SPOKEN = re.compile(
    r"^(?:再)?(?P<plus>加上|加|另加|连同)(?!强|快|大|装|固|班|计|工)|^(?:再)?(?:减去|减除|扣除|扣减|扣掉|减(?=[上去年本当支]|(?![少免收税排负产值半轻缓弱])[\u4e00-\u9fff]{1,8}(?:支出|上解|结余|结转)))"
)
_WHAT_IS_LEFT = re.compile("(?:扣除|减去|扣减)[^，。；]{2,}后的?[\u4e00-\u9fff]{1,8}$")
"""扣除运营成本后净收益 A is what was left, and no term."""
_GOES_ON = re.compile("(?!.*(?:支出|全年|可用|合计|实际|总))(?:从|由|调入|动用|上级|上年|中央|补助)")
"""Another term without a word of its own: 加上从稳定调节基金调入 A，从政府性基金调入 B."""
_RESULT = re.compile(
    r"全年|年末|年底|期末|结余|结转|结存|剩余|尚余|等于|后|即|合计|应为|实际|总|可用|规模|共|达|自身投入|自行(?:承担|负担)|自[付负]|实[付拨]"
)
_FLOWS = (Role.IN, Role.OUT)
_MOVED_BY = {"added": Role.IN, "recalled": Role.OUT}
_COMPARED = re.compile("[较比与]|同比")
_WAYS = {Role.CLOSING: Role.OPENING, Role.ADJUSTED: Role.INITIAL}
_MOST_FLOWS = 6
_AT_END = re.compile(
    r"(?:截[至止]|到)?(?P<year>20\d\d)年(?:12月31日|12月底|年?[末底])，(?P<words>[^，。；\d]*)$"
)
_BARE_OPENING = re.compile("(?:上年末|上年底|去年末|去年底|年初|期初)(?:为|是|有|共)*")
_TO_BE_USED = re.compile("可用(?:资金|财力|预算)|可支配(?:资金|财力)|资金(?:总量|总规模|总盘子)")
_AS_FAR = 60
_MOST_FREE = 4


@dataclass(frozen=True, slots=True)
class _Step:
    """A figure that may stand on the way, and its place. ``inside`` a list: surely, or as far as words can tell."""

    mention: Mention
    role: Role | None
    in_list: bool
    in_wide_list: bool


def find_flows(text: str, statements: Sequence[Statement], relations: Relations) -> frozenset[str]:
    """Assert the ways of stocks and budgets; ``text`` is the canonical text of the document.

    Returns the ids of the figures at whose end a way was found.
    """
    ends: set[str] = set()
    for statement in statements:
        steps = _steps(text, statement)
        number = statement.own[0].statement
        for step in steps:
            if step.mention.statement != number:
                continue
            alike = [s for s in steps if same_unit(s.mention.fact, step.mention.fact)]
            relations.choose(list(_told_from_end(step, alike)))
            relations.choose(list(_behind_end(step, alike)))
            if relations.choose(_readings(step, alike)) is not None:
                ends.add(step.mention.fact.id)
    return frozenset(ends)


def _readings(step: _Step, alike: Sequence[_Step]) -> list[Reading]:
    if _ends_formula(step, alike):
        return list(_spoken(step, alike))
    if step.role in _WAYS:
        found = [reading for reading in _ways(step, alike) if not _is_overdrawn(reading)]
        if step.mention.fact.quantity.counted and any(reading.sure for reading in found):
            # Small numbers meet by chance; where all that came and went is told, some of it is no reading.
            return [reading for reading in found if reading.sure]
        return found
    return list(_net(step, alike)) if NET.search(step.mention.lead) else []


def _steps(text: str, statement: Statement) -> list[_Step]:
    found = []
    for own in (*_grouped(statement.before), statement.own):
        narrow, wide = listed(text, own, wide=False), listed(text, own, wide=True)
        movable = [m for m in own if is_movable(m)]
        found += [_Step(m, _role(text, m, movable), m.fact.id in narrow, m.fact.id in wide) for m in movable]
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


def _spoken_sign(step: _Step) -> int:
    lead = normal(step.mention.lead)
    found = _SPOKEN.match(lead)
    if found is None or _WHAT_IS_LEFT.search(lead):
        return 0
    return 1 if found["plus"] else -1


def _ends_formula(step: _Step, alike: Sequence[_Step]) -> bool:
    at = alike.index(step)
    return (
        at >= 2
        and _spoken_sign(step) == 0
        and alike[at - 1].mention.statement == step.mention.statement
        and _RESULT.search(step.mention.lead) is not None
        and bool(_spoken_terms(alike[:at]))
    )


def _spoken_terms(before: Sequence[_Step]) -> list[tuple[_Step, int]]:
    """Return the terms right before a result with their signs: 加上甲 A，从乙调入 B goes on with the sign of the first."""
    terms: list[_Step] = []
    for step in reversed(before):
        if not _spoken_sign(step) and not _GOES_ON.match(normal(step.mention.lead)):
            break
        terms.insert(0, step)
    while terms and not _spoken_sign(terms[0]):
        terms.pop(0)
    found: list[tuple[_Step, int]] = []
    for term in terms:
        found.append((term, _spoken_sign(term) or found[-1][1]))
    return found


def _spoken(step: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """A。加上 B，减去 C，年末结转 D: the formula is said in words."""
    terms = _spoken_terms(alike[: alike.index(step)])
    first = alike.index(terms[0][0])
    before = [s for s in alike[:first] if not s.in_wide_list]
    if before:
        signs = [1, *(sign for _, sign in terms)]
        yield _reading([_added_up(before), *(term for term, _ in terms)], signs, step, sure=True)


def _added_up(before: Sequence[_Step]) -> _Step:
    """Return the last figure, or the one that it and those between add up to: 到账 A，为 B、C、D 三部分之和；连同 …."""
    last = before[-1]
    for at in range(len(before) - 3, -1, -1):
        whole, parts = before[at].mention, [s.mention for s in before[at + 1 :]]
        total = sum(m.fact.quantity.in_base for m in parts)
        if whole.statement == last.mention.statement and total == whole.fact.quantity.in_base:
            return before[at]
    return last


def _ways(step: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """Yield the ways that may end here, the likeliest first."""
    role = _WAYS[step.role] if step.role is not None else None
    starts = [s for s in alike if (s.role is role or _is_year_before(s, step)) and not s.in_list]
    starts = [s for s in starts if not _spoken_sign(s)]  # 加上上年结转 A: it is added to another
    here = [s for s in starts if s.mention.statement == step.mention.statement]
    for start in [*reversed(here), *(s for s in reversed(starts) if s not in here)][:2]:
        yield from _way(start, step, alike, sure=len(starts) == 1)
    if not starts and step.role is Role.ADJUSTED:
        yield from _to_be_used(step, alike)
        yield from _from_budget(step, alike)


def _from_budget(end: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """预算 A，调增 B，调减 C，调整后 D: a budget right before what was added to it is the one that was set first."""
    before = [s for s in alike[: alike.index(end)] if not s.in_wide_list]
    flows: list[_Step] = []
    while before and before[-1].role in _FLOWS:
        flows.insert(0, before.pop())
    if flows and before and before[-1].role is None and before[-1].mention.fact.measure == "budget":
        sentence = {s.mention.sentence for s in (before[-1], *flows, end)}
        sure = len(sentence) == 1 and _one_thing([before[-1], end])
        if len(before) > 1 and before[-2].role is Role.OPENING:
            yield _moved(before[-1], [before[-2], *flows], end, sure=sure)
        yield _moved(before[-1], flows, end, sure=sure)


def _to_be_used(end: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """当年预算 A，上年结转 B，可用资金 C: what is there to be used is what came in and what was left of the year before."""
    if not _TO_BE_USED.search(normal(end.mention.lead)):
        return
    before = alike[: alike.index(end)]
    told = [s for s in before if s.mention.sentence == end.mention.sentence]
    terms = _sources(told)
    if len(terms) < 2:  # 上年结转 A；本年收入 B，其中 …；可用资金 C
        told = [s for s in before if s.mention.statement == end.mention.statement and not s.in_wide_list]
        terms = _sources(told)
    if not 2 <= len(terms) <= _MOST_FLOWS or not all(_is_source(s) for s in terms):
        return
    if [s.role for s in terms].count(Role.OPENING) == 1:
        yield _reading(
            terms, [1] * len(terms), end, sure=terms == told, reason="可用资金＝当年安排＋上年结转"
        )


def _sources(told: Sequence[_Step]) -> list[_Step]:
    """Return the figures outside lists from the first on that is a source."""
    terms = [s for s in told if not s.in_wide_list]
    while terms and not _is_source(terms[0]):
        terms.pop(0)
    return terms


def _is_source(step: _Step) -> bool:
    """Say whether an amount is a budget, came in or was left of the year before."""
    came = step.mention.fact.measure in (*BUDGETS, "received")
    return step.role in (Role.OPENING, Role.IN) or (step.role in (None, Role.INITIAL) and came)


def _is_year_before(start: _Step, end: _Step) -> bool:
    """Say whether a figure is of the end of the year before: 2022 年底 A 人 … 2023 年底 B 人."""
    if start.role is not Role.CLOSING or end.role is not Role.CLOSING:
        return False
    period, now = start.mention.fact.period, end.mention.fact.period
    if period is None or now is None or period not in start.mention.lead:
        return False
    return int(period) + 1 == int(now)


def _told_from_end(start: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """年末 143 人。与年初的 142 人相比，新增 7 人，减少 6 人: the end stands in the statement before."""
    number = start.mention.statement
    own = [s for s in alike if s.mention.statement == number]
    ends = [s for s in alike if s.role is Role.CLOSING and s.mention.statement < number]
    if start.role is not Role.OPENING or any(s.role is Role.CLOSING for s in own) or not ends:
        return
    after = [s for s in own if s.mention.fact.start > start.mention.fact.start]
    for flows in (
        [s for s in after if s.role in _FLOWS and not s.in_wide_list],
        [s for s in after if s.role in _FLOWS and not s.in_list],
    ):
        if flows and len(flows) <= _MOST_FLOWS:
            told = flows == [s for s in after if not s.in_wide_list]
            yield _moved(start, flows, ends[-1], sure=told and len(ends) == 1)


def _behind_end(start: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """护林员 428 人，上年末为 413 人，新聘 36 人、解聘 21 人: the end without a word of time right before where it began."""
    at = alike.index(start)
    if not at or start.role is not Role.OPENING or not _BARE_OPENING.fullmatch(normal(start.mention.lead)):
        return
    end, after = alike[at - 1], alike[at + 1 :]
    flows = [s for s in after if s.mention.sentence == start.mention.sentence]
    told = {s.role for s in flows} == set(_FLOWS) and not any(s.in_wide_list for s in (end, *flows))
    if (
        told
        and end.role is None
        and end.mention.sentence == start.mention.sentence
        and len(flows) <= _MOST_FLOWS
    ):
        yield _moved(start, flows, end, sure=True)


def _way(start: _Step, end: _Step, alike: Sequence[_Step], *, sure: bool) -> Iterator[Reading]:
    first, last = sorted((start.mention.fact.start, end.mention.fact.start))
    others = [s for s in alike if s not in (start, end)]
    between = [s for s in others if first < s.mention.fact.start < last]
    nets = [s for s in others if s.role in (Role.NET_IN, Role.NET_OUT)]
    if nets and end.role is Role.CLOSING:
        clear = sure and len(nets) == 1 and start.mention.statement == end.mention.statement
        yield _moved(start, nets[-1:], end, sure=clear)
    spoken = [s for s in between if NET.search(s.mention.lead) and not _COMPARED.search(s.mention.lead)]
    if len(spoken) == 1 and not any(_flows(s, end) for s in between):
        reason = "年末（调整后）＝年初＋净增减"
        here = start.mention.statement == end.mention.statement and _one_thing([start, end])
        yield _reading(
            [start, *spoken], [1, net_sign(spoken[0].mention)], end, sure=sure and here, reason=reason
        )
    flows = [s for s in between if _flows(s, end) and not s.in_wide_list]
    strict = [s for s in between if not s.in_wide_list]
    # What stands among those that came and went, under words that do not tell which way, went one of them.
    read = all(s.role is not None for s in strict) or end.role is not Role.CLOSING
    behind = [s for s in others if s.role in _FLOWS and s.mention.fact.start > last and not s.in_list]
    sure_ends = sure and not flows
    sure = sure and not any(s.mention.statement == end.mention.statement for s in behind)
    if flows and len(flows) <= _MOST_FLOWS:
        clear = sure and flows == strict and _one_thing([start, *flows, end]) and not end.in_wide_list
        same = start.mention.statement == end.mention.statement
        yield _moved(start, flows, end, sure=clear and (same or end.role is Role.ADJUSTED), alarms=read)
    for pool in (
        [s for s in between if _flows(s, end) and not s.in_list],
        [s for s in others if s.role in _FLOWS and s.mention.statement == end.mention.statement],
    ):
        if pool and pool != flows and len(pool) <= _MOST_FLOWS:
            whole = {s.mention.fact.start for s in pool} | {first, last}
            every = [s for s in others if first < s.mention.fact.start < last and not s.in_list]
            told = all(s.mention.fact.start in whole for s in every)
            same = start.mention.statement == end.mention.statement
            yield _moved(start, pool, end, sure=sure and told and same and not flows, alarms=read)
    behind = [s for s in others if s.mention.fact.start > last and s.mention.sentence == end.mention.sentence]
    both = {s.role for s in behind} == set(_FLOWS) and not any(s.in_wide_list for s in behind)
    if sure_ends and both and not strict and start.mention.sentence == end.mention.sentence:
        yield _moved(start, behind, end, sure=len(behind) <= _MOST_FLOWS)  # 年初 A，年末 B，招录 C，退休 D
    yield from _with_budget(start, end, between)
    yield from (replace(reading, alarms=read) for reading in _some(start, end, others))


def _some(start: _Step, end: _Step, others: Sequence[_Step]) -> Iterator[Reading]:
    """Yield the ways by one inflow, one outflow, or one of each: most of what stands near may be said of other things."""
    ups = [s for s in reversed(others) if s.role is Role.IN][:_MOST_FREE]
    downs = [s for s in reversed(others) if s.role is Role.OUT][:_MOST_FREE]
    for up, down in product([*ups, None], [*downs, None]):
        steps = [s for s in (up, down) if s is not None]
        if steps:
            yield _moved(start, steps, end, sure=False)


def _is_overdrawn(reading: Reading) -> bool:
    """Say whether more goes than was there: what came is told under another name (上年结转 A，本年预算 B，支出 C，结余 D)."""
    signed = zip(reading.signs, reading.operands, strict=True)
    return sum(sign * fact.quantity.in_base for sign, fact in signed) < 0 <= reading.stated.quantity.in_base


def _with_budget(start: _Step, end: _Step, between: Sequence[_Step]) -> Iterator[Reading]:
    """上年结转 A，本年预算 B，支出 C，结余 D: the budget of the year is what came."""
    came = [s for s in between if s.role is None and s.mention.fact.measure in BUDGETS]
    gone = [s for s in between if s.role is Role.OUT]
    if end.role is Role.CLOSING and len(came) == 1 and gone and len(came) + len(gone) == len(between):
        yield _moved(start, [replace(came[0], role=Role.IN), *gone], end, sure=False)


def _flows(step: _Step, end: _Step) -> bool:
    """Say whether a figure moves the stock; what was carried over is added to a budget as well."""
    return step.role in _FLOWS or (step.role is Role.OPENING and end.role is Role.ADJUSTED)


def _one_thing(steps: Sequence[_Step]) -> bool:
    """Say whether no two of the figures name different things of the vocabulary."""
    ends = (steps[0], steps[-1])
    names = {s.mention.fact.subject for s in ends if s.mention.own_subject}
    return len({name for name in names if name in vocabulary().subjects and name != TOTAL}) <= 1


def _net(step: _Step, alike: Sequence[_Step]) -> Iterator[Reading]:
    """追加 A、调减 B，净增 C: C = A − B, where nothing is compared with another year."""
    before = [s for s in alike if s.mention.fact.start < step.mention.fact.start and not s.in_list]
    here = [s for s in before if s.mention.sentence == step.mention.sentence]
    yield from _net_of([s for s in here if s.role in _FLOWS], step)
    # 追加甲 A、乙 B；同时核减 C，净增 D: items that go on with the same verb, over a semicolon as well.
    told = [s for s in before if s.mention.statement == step.mention.statement]
    items = [replace(s, role=_MOVED_BY.get(s.mention.fact.measure or "", s.role)) for s in told]
    if len(items) > len(here) and all(s.role in _FLOWS for s in items):
        yield from _net_of(items, step)


def _net_of(flows: Sequence[_Step], step: _Step) -> Iterator[Reading]:
    if len({s.role for s in flows}) < 2 or len(flows) > _MOST_FLOWS:
        return
    signs = [net_sign(step.mention) * SIGNS[s.role] for s in flows if s.role is not None]
    yield _reading(flows, signs, step, sure=True, reason="净增减＝增加数－减少数")


def _moved(start: _Step, flows: Sequence[_Step], end: _Step, *, sure: bool, alarms: bool = True) -> Reading:
    signs = [1, *(SIGNS[s.role] for s in flows if s.role is not None)]
    budget = end.role is Role.ADJUSTED
    reason = "调整后预算＝年初预算＋追加－收回" if budget else "年末＝年初＋本年增加－本年减少"
    told = replace(_reading([start, *flows], signs, end, sure=sure, reason=reason), alarms=alarms)
    one_way = end.role is Role.CLOSING and len(set(signs[1:])) == 1
    # Where only what came is told, or only what went, the other may be left out.
    return replace(told, sure=sure and (not one_way or told.is_near()))


def _reading(
    terms: Sequence[_Step], signs: Sequence[int], end: _Step, *, sure: bool, reason: str = ""
) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(s.mention.fact for s in terms),
        end.mention.fact,
        reason or f"“{end.mention.fact.label}”＝前列各项加减",
        signs=tuple(signs),
        sure=sure,
    )
