"""The same fact stated in several places: equal, or one of the statements is wrong.

Two statements are held to be one fact where thing, stage, year and fund are the same. That alone does not prove it
(本级 against the whole department, a half-year against the year), so a difference alarms only where it also looks like
a slip, or where every other figure of the report vouches for the one and none for the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.mention import Extraction
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.quantity import Hedge, Quantity
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation, holds, judge
from rules.relations.judging.one_slip import FITS, is_shift, slip_between
from rules.relations.judging.slips import TRUNCATED
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.repeats.one_list import Lists
from rules.relations.repeats.overruled import Doubts, doubts_of, limits

PEOPLE = ("在职人员", "编制", "退休人员", "离休人员", "离退休人员")
"""Head counts that a report states again and again."""

_REPEATED = (
    *BUDGETS,
    "executed",
    "surplus",
    "added",
    "recalled",
    "execution_rate",
    "control_rate",
    "adjustment_rate",
    "carryover_rate",
    "satisfaction",
)
_NAMED_RATE = re.compile(r".{2,}(?:率|度|覆盖面|比例)$")
_SELF_TOTAL = re.compile(
    r"(?:自评|综合|评价)(?:综合|总)?得分$|(?:自评|评价)总?得?分(?:为)?$|^(?:合计|总计|总分) .*(?:得分|评分|自评分)$"
)
_DUE = re.compile("应(?:当|该)?(?:安排|补|拨|到|付|发|缴|配套|承担|兑|支)")
"""应安排 121.5 万元，实际安排 125 万元: what was due is no second telling of what was given."""
_STAGED = ("上年结转结余",)
"""Things that a report states at two stages with few words: a stage taken from the sentence does not tell which."""

_CLOSING = (None, "closing")
_HEADS = ("人", "名", "个")
"""What heads and posts are counted in; 编制简报 12 期 is no number of posts."""
_TELLING = 3
_UNSURE = "口径或资金范围未写明，不能断定为同一数"
_NEIGHBOURS = "两处口径名称不同，不能断定为同一数"

Key = tuple[str, str, str, str]
"""Thing, stage or rate, year, fund."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact and whether its name is sure enough to raise an alarm on."""

    fact: Fact
    sure: bool


def stated_facts(extraction: Extraction) -> list[Stated]:
    """Return the figures that state something to the digit, in reading order."""
    found = [
        Stated(m.fact, m.is_sure and (m.own_measure or m.fact.subject not in _STAGED))
        for m in extraction.mentions
        if not m.range_end
        and m.fact.quantity.hedge is Hedge.NONE
        and not m.narrowed
        and not _DUE.search(m.lead)
    ]
    found += [
        Stated(cell.fact, cell.fact.measure is not None or cell.fact.kind is FactKind.COUNT)
        for cell in extraction.cells
        if cell.fact.kind is not FactKind.TARGET
    ]
    return sorted(found, key=lambda item: item.fact.start)


def key_of(fact: Fact) -> Key | None:
    """Return what two statements must share to be one fact; None for a figure that is not compared."""
    if fact.measure == "adjustment_rate" and fact.kind is FactKind.RATE:
        return (TOTAL, "adjustment_rate", fact.period or "", "")
    if fact.kind is FactKind.SCORE and _SELF_TOTAL.search(fact.label):
        return ("自评总分", "score", fact.period or "", "")
    if fact.subject is None:
        return None
    if fact.kind is FactKind.COUNT:
        heads = fact.quantity.unit is not None and fact.quantity.unit.symbol in _HEADS
        people = heads and fact.subject in PEOPLE and fact.quantity.counted and fact.measure in _CLOSING
        return (fact.subject, "count", fact.period or "", "") if people else None
    if fact.kind is FactKind.RATE and fact.measure is None and _NAMED_RATE.search(fact.subject):
        return (fact.subject, "rate", fact.period or "", "")
    if fact.measure not in _REPEATED or fact.kind not in (FactKind.AMOUNT, FactKind.RATE):
        return None
    scope = (fact.scope or "") if vocabulary().is_scoped(fact.subject) else ""
    return (fact.subject, fact.measure, fact.period or "", scope)


def by_key(statements: Iterable[Stated]) -> dict[Key, list[Stated]]:
    """Return the statements of each fact."""
    groups: dict[Key, list[Stated]] = defaultdict(list)
    for item in statements:
        key = key_of(item.fact)
        if key is not None and item.fact.quantity.unit is not None:
            groups[key].append(item)
    return groups


def find_repeats(groups: Mapping[Key, Sequence[Stated]], lists: Lists, relations: Relations) -> None:
    """Hold every statement of a fact against the one that is vouched for most, but for the items of its own list."""
    support = _support(relations)
    doubts = doubts_of(
        support, {key: [m.fact for m in members] for key, members in groups.items()}, relations
    )
    for key, members in groups.items():
        if len(members) < 2:
            continue
        first = _standard(members, support)
        others = [member for member in members if member is not first]
        away = {m.fact.quantity.in_base for m in others if not _fits(first, m)}
        for member in others:
            # Three values are hardly one fact miswritten twice: the name holds for several things.
            if (len(away) < 2 or _fits(first, member)) and not lists.part(first.fact, member.fact):
                _pair(first, member, key, doubts, relations)
    _neighbours(groups, lists, relations)


def _fits(first: Stated, other: Stated) -> bool:
    one, two = first.fact.quantity, other.fact.quantity
    return holds(Operation.DUPLICATE, [one], two) or holds(Operation.DUPLICATE, [two], one)


def _support(relations: Relations) -> Counter[str]:
    """Count for each fact the computations that bear it out."""
    return Counter(
        fact for relation in relations.items if relation.verdict in FITS for fact in relation.facts
    )


def _standard(members: Sequence[Stated], support: Mapping[str, int]) -> Stated:
    """Return the first statement of the value that is stated most often, and of these the best borne out."""
    votes = Counter(member.fact.quantity.in_base for member in members)
    vouched: Counter[Decimal] = Counter()
    for member in members:
        vouched[member.fact.quantity.in_base] += support.get(member.fact.id, 0)
    best = max(votes, key=lambda value: (votes[value], vouched[value]))
    return next(member for member in members if member.fact.quantity.in_base == best)


def _pair(first: Stated, other: Stated, key: Key, doubts: Doubts, relations: Relations) -> None:
    a, b = first.fact, other.fact
    support = doubts.support
    if _in_one_row(a, b):
        return
    # The finer print is the operand: a coarser statement must be its rounding.
    if b.quantity.precision > a.quantity.precision and a.quantity.unit == b.quantity.unit:
        a, b = b, a
    judgement = judge(Operation.DUPLICATE, [a.quantity], b.quantity)
    reason = f"“{key[0]}”的同一事实多处表述"
    kind = kind_of_pair(a.where, b.where)
    if judgement.verdict in (*FITS, Verdict.CONVENTION):
        relations.add(kind, [a], b, reason, judgement)
        return
    sure = first.sure and other.sure and (bool(key[3]) or not vocabulary().is_scoped(key[0]))
    slip = looks_like_slip(a, b, judgement)
    contested = min(support.get(a.id, 0), support.get(b.id, 0)) == 0
    # What is nothing in one list is not the amount of another: 商品和服务支出 of 基本支出 and of 项目支出.
    nothing = 0 in (a.quantity.value, b.quantity.value)
    stale = (
        contested
        and not nothing
        and limits(a) == limits(b)
        and key[0] in vocabulary().subjects
        and _names_fund(key[0], a, b)
    )
    if doubts.are_apart(a, b):
        return
    if sure and (slip or stale):
        relations.add(kind, [a], b, reason, judgement)
    elif slip and contested:
        relations.add(kind, [a], b, reason, asked(judgement, _UNSURE))
    elif (doubt := doubts.of(a, b, key)) is not None:
        relations.add(kind, [a], b, reason, asked(judgement, doubt))


def _in_one_row(one: Fact, other: Fact) -> bool:
    """Say whether two figures stand in one row of a table under two heads, which name two facts."""
    a, b = one.evidence, other.evidence
    return a.row is not None and (a.table, a.row) == (b.table, b.row) and a.column != b.column


def _in_one_table(one: Fact, other: Fact) -> bool:
    """Say whether two figures stand in two rows of a table: a fund and the sum of all funds are two facts."""
    a, b = one.evidence, other.evidence
    return a.table is not None and a.table == b.table and a.row != b.row


def _names_fund(subject: str, *facts: Fact) -> bool:
    """Say whether each figure says itself of which fund it is, where that matters; a heading may hold for less."""
    terms = vocabulary()
    if not terms.is_scoped(subject) or all(fact.kind is FactKind.RATE for fact in facts):
        return True
    return all(terms.fund(fact.label) is not None for fact in facts)


def looks_like_slip(one: Fact, other: Fact, judgement: Judgement) -> bool:
    """Say whether two figures differ as one figure and its miswritten copy do."""
    if judgement.likely == TRUNCATED or is_shift(one.quantity, other.quantity):
        return True
    a, b = in_one_unit(one.quantity, other.quantity)
    if a.precision != b.precision and _is_round(one, other):
        return False
    if a.precision == b.precision and a.unit == b.unit:
        # Printed alike, they differ by a slip in their digits: what lies behind these plays no part.
        a, b = replace(a, counted=True), replace(b, counted=True)
    return slip_between(a, b)


def in_one_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Return two figures, a bare one in the unit of the other: that of a table which states none."""
    return replace(one, unit=one.unit or other.unit), replace(other, unit=other.unit or one.unit)


def _is_round(*facts: Fact) -> bool:
    """Say whether the coarser figure has so few digits that many finer ones are one slip away: 100 %, 97.74 %."""
    coarse = min(facts, key=lambda fact: fact.quantity.precision).quantity
    return len(f"{abs(coarse.value):.{max(coarse.precision, 0)}f}".replace(".", "").strip("0")) < _TELLING


def asked(judgement: Judgement, doubt: str) -> Judgement:
    """Turn a judgement into a question: the figures look like one slip, but nothing proves that they must agree."""
    return replace(
        judgement,
        verdict=Verdict.UNDETERMINED,
        derivation=f"{judgement.derivation}；{doubt}",
        likely=judgement.likely or "疑似笔误",
    )


def _neighbours(groups: Mapping[Key, Sequence[Stated]], lists: Lists, relations: Relations) -> None:
    """One figure under neighbouring names (预算 and 年初预算, a fund named or not): equal, or one slip apart."""
    named: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in groups:
        named[key[0], key[2]].append(key)
    support = _support(relations)
    for one in groups:
        alike = named[one[0], one[2]]
        for other in alike[alike.index(one) + 1 :]:
            if not _are_neighbours(one, other):
                continue
            first, second = sorted((groups[one][0].fact, groups[other][0].fact), key=lambda fact: fact.start)
            if _in_one_table(first, second) or lists.part(first, second):
                continue
            if first.quantity.unit is None or second.quantity.unit != first.quantity.unit:
                continue
            reason = f"“{one[0]}”在相近口径下的表述"
            kind = kind_of_pair(first.where, second.where)
            judgement = judge(Operation.DUPLICATE, [first.quantity], second.quantity)
            if judgement.verdict in FITS:
                relations.add(kind, [first], second, reason, judgement)
            elif (
                slip_between(first.quantity, second.quantity)
                and min(support.get(first.id, 0), support.get(second.id, 0)) == 0
            ):
                relations.add(kind, [first], second, reason, asked(judgement, _NEIGHBOURS))


def _are_neighbours(one: Key, other: Key) -> bool:
    same_stage = one[1] == other[1] or (
        one[1] in BUDGETS and other[1] in BUDGETS and "budget" in (one[1], other[1])
    )
    return same_stage and (one[3] == other[3] or "" in (one[3], other[3]))


def kind_of_pair(one: Where, other: Where) -> RelationKind:
    """Return the kind of relation between statements in two kinds of place."""
    if Where.ANNEX in (one, other):
        return RelationKind.TEXT_VS_ANNEX
    if Where.TABLE in (one, other):
        return RelationKind.TEXT_VS_TABLE
    return RelationKind.TEXT_VS_TEXT


def whole_budget(subject: str | None) -> bool:
    """Say whether the subject is the whole of a fund, and not one thing in it."""
    return subject in (TOTAL, "一般公共预算财政拨款", "上年结转结余")
