"""Changes told in rows: 团组 43 个、218 人次，比上年分别减少 8 个、45 人次（2018 年为 51 个、263 人次），下降 15.7 % 和 17.1 %.

This year's figures, last year's, the changes and their rates each stand in a row of the same length, so that the first of
each belong together, and the second (97 件 134 人，去年同期为 197 件 375 人，件数和人数分别下降 …). Last year's figures may
also stand in a bracket behind each of this year's, or be named: 电费下降 7.2 %、水费上升 2.7 %（上年电费 231.2 万元、水费
45.1 万元）. Where most of what the rows say holds, they are read rightly, and what does not hold is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.changes.direction import direction, is_change, is_change_rate, is_figure, signed
from rules.relations.changes.later import AMOUNT_REASON, RATE_REASON
from rules.relations.changes.pairs import priors_of
from rules.relations.changes.rate import LINK
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind
from rules.relations.sentence import Statement, same_unit

_FEWEST = 2
_DATE = re.compile(r"上年同?期?|去年|上一年|20\d\d年度?|同期|分别|为|[：:（(]")
_SAID = re.compile(r"(?:[较比与]?(?:上年|去年|同期|20\d\d年)|同比|环比|分别|则|了)+")
_NAME = 2


@dataclass(frozen=True, slots=True)
class _Member:
    """What belongs together of several rows; ``down``: the change is a fall."""

    now: Mention
    base: Mention
    change: Mention | None
    rate: Mention | None
    down: bool
    rate_down: bool


def find_parallel_changes(statement: Statement, year: str | None, relations: Relations) -> frozenset[str]:
    """Assert the changes that rows of a statement tell; returns the ids of changes and rates that stand in such rows."""
    before = priors_of(statement.own, year)
    for members in (list(_in_rows(statement.own, before)), list(_by_name(statement, before))):
        judged = [found for member in members for found in _judged(member)]
        fitting = sum(judgement.verdict in FITS for *_, judgement in judged)
        if len(members) < _FEWEST or not fitting or 2 * fitting < len(judged):
            continue
        for operands, stated, operation, reason, judgement in judged:
            relations.add(RelationKind.YOY, operands, stated, reason, judgement, operation)
        return frozenset(stated.id for _, stated, *_ in judged)
    return frozenset()


def _in_rows(own: Sequence[Mention], before: frozenset[str]) -> Iterator[_Member]:
    """Yield the members of rows that follow one another: figures, their changes, last year's, the rates."""
    for at in range(len(own)):
        nows, bases, end = _figures(own, at, before)
        if len(nows) < _FEWEST:
            continue
        count = len(nows)
        changes = _row(own, end, count, is_change)
        end += len(changes)
        if not bases:
            bases = _row(own, end, count, lambda m: m.fact.id in before and is_figure(m))
            end += len(bases)
        changes = changes or _row(own, end, count, is_change)
        end = end if not changes or changes[0].fact.start < own[end - 1].fact.start else end + count
        rates = _row(own, end, count, is_change_rate)
        if not bases or not (changes or rates):
            continue
        if not all(same_unit(n.fact, b.fact) for n, b in zip(nows, bases, strict=True)):
            continue
        if changes and not all(same_unit(n.fact, c.fact) for n, c in zip(nows, changes, strict=True)):
            continue
        falls, rates_fall = _directions(changes), _directions(rates)
        if falls is None or rates_fall is None:
            continue
        for place in range(count):
            change, rate = (row[place] if row else None for row in (changes, rates))
            down = falls[place] if falls else rates_fall[place]
            rate_down = rates_fall[place] if rates_fall else down
            yield _Member(nows[place], bases[place], change, rate, down, rate_down)
        return


def _figures(
    own: Sequence[Mention], at: int, before: frozenset[str]
) -> tuple[list[Mention], list[Mention], int]:
    """Return the row of this year's figures that begins at a place, last year's where each has a bracket, and its end."""
    nows: list[Mention] = []
    bases: list[Mention] = []
    while at < len(own):
        now = own[at]
        base = own[at + 1] if at + 1 < len(own) else None
        plain = is_figure(now) and now.fact.id not in before and now.fact.quantity.hedge is Hedge.NONE
        if not plain or (nows and (now.depth != nows[0].depth or now.sentence != nows[0].sentence)):
            break
        bracket = base is not None and base.depth == now.depth + 1 and base.fact.id in before
        after = own[at + 2] if at + 2 < len(own) else None
        alone = base is not None and (after is None or after.parent != base.parent or not after.depth)
        if bracket and alone and base is not None and len(bases) == len(nows):
            nows, bases, at = [*nows, now], [*bases, base], at + 2
            continue
        if bases:
            break
        nows, at = [*nows, now], at + 1
        if not LINK.search(now.tail) and not (at < len(own) and _adjoins(now, own[at])):
            break
    return nows, bases, at


def _row(own: Sequence[Mention], at: int, count: int, belongs: Callable[[Mention], bool]) -> list[Mention]:
    """Return so many figures from a place on of which the first belongs and the others go on with it."""
    row = list(own[at : at + count])
    if len(row) < count or not belongs(row[0]) or any(m.sentence != row[0].sentence for m in row):
        return []
    goes_on = (
        belongs(m) or (m.lead in ("", "和", "与", "及") and LINK.search(b.tail)) or _adjoins(b, m)
        for b, m in pairwise(row)
    )
    return row if all(goes_on) and all(m.fact.kind is row[0].fact.kind or _count(m) for m in row) else []


def _adjoins(one: Mention, other: Mention) -> bool:
    """Say whether nothing stands between two counts of the same: 97 件 134 人."""
    apart = not one.tail and not other.lead and one.depth == other.depth
    return apart and _count(one) and _count(other) and not same_unit(one.fact, other.fact)


def _count(mention: Mention) -> bool:
    return mention.fact.kind in (FactKind.COUNT, FactKind.AMOUNT)


def _directions(row: Sequence[Mention]) -> list[bool] | None:
    """Return which way each of a row goes, as the one before it where it does not say; None where the first does not."""
    found: list[bool] = []
    for mention in row:
        own = direction(mention)
        if own is None and not found:
            return None
        found.append(found[-1] if own is None else own)
    return found


def _by_name(statement: Statement, before: frozenset[str]) -> Iterator[_Member]:
    """Yield the rates of things that a row of last year's figures behind them names, with this year's of the same name."""
    own = statement.own
    for at in range(len(own)):
        bases = [m for m in own[at:] if m.fact.id in before and is_figure(m) and m.parent == own[at].parent]
        bases = [m for m in bases if m.depth and m.sentence == own[at].sentence]
        if own[at].fact.id not in before or len(bases) < _FEWEST:
            continue
        for base in bases:
            name = _DATE.sub("", normal(base.lead))
            if len(name) < _NAME:
                return
            rates = [m for m in own[:at] if is_change_rate(m) and m.sentence == base.sentence]
            rates = [m for m in rates if _SAID.split(normal(m.lead))[0] == name]
            nows = [
                m for m in (*statement.before, *own[:at]) if normal(m.lead).endswith(name) and is_figure(m)
            ]
            nows = [m for m in nows if m.fact.id not in before and same_unit(m.fact, base.fact)]
            down = direction(rates[0]) if len(rates) == 1 else None
            if down is not None and len(nows) == 1:
                yield _Member(nows[0], base, None, rates[0], down, down)
        return


_Found = tuple[list[Fact], Fact, Operation, str, Judgement]


def _judged(member: _Member) -> Iterator[_Found]:
    now, base = member.now.fact, member.base.fact
    if member.change is not None:
        order = [base, now] if member.down else [now, base]
        said = member.change.fact.quantity
        judgement = judge(Operation.DIFFERENCE, [fact.quantity for fact in order], said)
        yield order, member.change.fact, Operation.DIFFERENCE, AMOUNT_REASON, judgement
    if member.rate is not None:
        stated = signed(member.rate.fact.quantity, member.rate_down)
        judgement = judge(Operation.YOY, [now.quantity, base.quantity], stated)
        yield [now, base], member.rate.fact, Operation.YOY, RATE_REASON, judgement
