"""Balances that the words of a sentence assert: 年末 = 年初 + 增加 − 减少, 节约 = 预算 − 合同, 净增 = 追加 − 调减."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.relations.build import Reading, Relations
from rules.relations.change_rate import PRIOR
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_unit

_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
_HELD_AGAINST = re.compile(r"^[^，。；]{0,4}[较比与]|相比$")
_SAVED = re.compile("节约|节省|节支")
_INFLOW = re.compile("追加|调增|增加|新增|新登记|调入|划入")
_OUTFLOW = re.compile("调减|追减|核减|收回|减少|注销|调出|划出")
_NET = re.compile("净增|净减")


def find_balances(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the balances of running text."""
    for statement in statements:
        relations.choose(_stocks(statement))
        _savings(statement, relations)
        _net(statement, relations)


def _savings(statement: Statement, relations: Relations) -> None:
    """预算 A，合同金额 B，节约 C，节约率 R: C = A − B and R = C ÷ A, where nothing is compared with another year."""
    own = [m for m in statement.own if not m.range_end]
    for at in range(2, len(own)):
        whole, paid, saved = own[at - 2 : at + 1]
        money = all(
            m.fact.kind is FactKind.AMOUNT and m.sentence == saved.sentence for m in (whole, paid, saved)
        )
        if not money or not _SAVED.search(saved.lead) or len({m.depth for m in (whole, paid, saved)}) > 1:
            continue
        if any(PRIOR.search(m.lead) for m in (whole, paid, saved)):
            continue
        if _HELD_AGAINST.search(paid.lead):
            whole, paid = paid, whole  # 合同 B，较预算 A 节约 C
        facts = (whole.fact, paid.fact)
        reason = f"“{saved.fact.label}”＝{whole.fact.label}－{paid.fact.label}"
        relations.choose(
            [Reading(RelationKind.DIFFERENCE, Operation.DIFFERENCE, facts, saved.fact, reason, sure=True)]
        )
        rate = own[at + 1] if at + 1 < len(own) else None
        if rate is not None and rate.fact.kind is FactKind.RATE and _SAVED.search(rate.lead):
            pair = (saved.fact, whole.fact)
            reason = f"“{rate.fact.label}”＝{saved.fact.label}÷{whole.fact.label}"
            relations.choose(
                [Reading(RelationKind.RATIO, Operation.RATIO, pair, rate.fact, reason, sure=True)]
            )


def _net(statement: Statement, relations: Relations) -> None:
    """追加 A、调减 B，净增 C: C = A − B."""
    own = [m for m in statement.own if m.fact.kind in _COUNTED and not m.range_end]
    for at in range(2, len(own)):
        net = own[at]
        word = _NET.search(net.lead)
        flows = [m for m in own[at - 2 : at] if _INFLOW.search(m.lead) or _OUTFLOW.search(m.lead)]
        if word is None or len(flows) != 2 or not all(same_unit(m.fact, net.fact) for m in flows):
            continue
        if len({m.sentence for m in (*flows, net)}) > 1 or PRIOR.search(net.lead):
            continue
        down = -1 if word.group() == "净减" else 1
        signs = tuple(down * (-1 if _OUTFLOW.search(m.lead) else 1) for m in flows)
        if len(set(signs)) == 2:
            facts = tuple(m.fact for m in flows)
            reason = f"“{net.fact.label}”＝增加数－减少数"
            relations.choose(
                [Reading(RelationKind.SUM, Operation.SUM, facts, net.fact, reason, signs=signs, sure=True)]
            )


def _stocks(statement: Statement) -> list[Reading]:
    """年初 + 增加 − 减少 = 年末, of one unit; where 年末 is not said it stands just before."""
    own = [m for m in of_kind(statement.own, *_COUNTED) if m.depth == 0]
    return [
        reading for first in own if first.fact.measure == "opening" for reading in _from(first, statement)
    ]


def _from(first: Mention, statement: Statement) -> Iterator[Reading]:
    pool = [
        m
        for m in of_kind(statement.near, *_COUNTED)
        if m.depth == 0 and same_unit(m.fact, first.fact) and not _NET.search(m.lead)
    ]
    increases = [m for m in pool if m.fact.measure == "increase"]
    decreases = [m for m in pool if m.fact.measure == "decrease"]
    yield from _whole_movement(first, pool, statement)
    closing = [m for m in reversed(pool) if m.fact.measure in (None, "closing") and m is not first]
    for closed in closing:
        for up in [*increases, None]:
            for down in [*decreases, None]:
                terms = [m for m in (first, up, down) if m is not None]
                if len(terms) >= 2:
                    yield _movement(terms, [-1 if m is down else 1 for m in terms], closed, sure=False)


def _whole_movement(first: Mention, pool: Sequence[Mention], statement: Statement) -> Iterator[Reading]:
    """Take all that the statement says came and went, where it names 年初 and 年末 once each: nothing else is meant."""
    here = [m for m in pool if m.statement == statement.own[0].statement]
    opening = [m for m in here if m.fact.measure == "opening"]
    closing = [m for m in here if m.fact.measure == "closing"]
    flows = [m for m in here if m.fact.measure in ("increase", "decrease")]
    if opening != [first] or len(closing) != 1 or not flows:
        return
    span = sorted(m.fact.start for m in (first, closing[0]))
    between = [m for m in here if span[0] < m.fact.start < span[1]]
    signs = [1, *(-1 if m.fact.measure == "decrease" else 1 for m in flows)]
    yield _movement([first, *flows], signs, closing[0], sure=set(between) <= set(flows) | {first})


def _movement(terms: Sequence[Mention], signs: Sequence[int], closed: Mention, *, sure: bool) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in terms),
        closed.fact,
        "年末＝年初＋本年增加－本年减少",
        signs=tuple(signs),
        sure=sure,
    )
