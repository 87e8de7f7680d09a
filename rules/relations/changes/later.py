"""Bases that only follow, dealt out in order: A，同比减少 C；B，同比减少 D。2016 年上述两项依次为 E、F."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.changes.direction import direction, is_change, is_change_rate, is_figure, names_itself
from rules.relations.changes.pairs import is_prior
from rules.relations.changes.rate import LINK
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind
from rules.relations.sentence import Statement, gap, same_unit

_DEALT = re.compile("分别|依次")
AMOUNT_REASON = "增减额＝本年与上年之差"
RATE_REASON = "增减率＝（本年－上年）÷上年"


@dataclass(slots=True)
class _Said:
    """This year's figure, and the changes that are said of it without last year's."""

    now: Mention
    changes: list[Mention] = field(default_factory=list)


def find_later_bases(
    text: str, statements: Sequence[Statement], year: str | None, relations: Relations
) -> None:
    """Assert the changes whose bases a later sentence of the paragraph deals out in the same order."""
    for statement in statements:
        row = _row(text, statement.own, year)
        said = (
            list(_said([m for m in statement.before if m.block == statement.own[0].block], year))
            if row
            else []
        )
        if len(row) != len(said) or not all(
            same_unit(one.now.fact, base.fact) for one, base in zip(said, row, strict=True)
        ):
            continue
        judged = [
            found
            for one, base in zip(said, row, strict=True)
            for change in one.changes
            if (found := _judged(change, one.now.fact, base.fact)) is not None
        ]
        if 2 * sum(judgement.verdict in FITS for *_, judgement in judged) >= len(judged):
            for operands, change, operation, reason, judgement in judged:
                relations.add(RelationKind.YOY, operands, change, reason, judgement, operation)


def _row(text: str, own: Sequence[Mention], year: str | None) -> list[Mention]:
    """Return the figures of last year that the statement deals out, two or more."""
    for at, first in enumerate(own):
        if not is_figure(first) or first.depth or not is_prior(first, year):
            continue
        if not _DEALT.search(gap(text, own[at - 1] if at else None, first)):
            continue
        end = at + 1
        while (
            end < len(own) and LINK.search(own[end - 1].tail) and is_figure(own[end]) and not own[end].depth
        ):
            end += 1
        return list(own[at:end]) if end - at > 1 else []
    return []


def _said(before: Sequence[Mention], year: str | None) -> Iterator[_Said]:
    """Yield the figures of changes that give no base, in the order of their changes."""
    found: list[_Said] = []
    for at, mention in enumerate(before):
        if not is_change(mention) and not is_change_rate(mention):
            continue
        companion = bool(found) and before[at - 1] in found[-1].changes and not names_itself(mention)
        now = found[-1].now if companion else _now_of(mention, before[:at])
        if now is None or any(is_prior(m, year) for m in before[at - 1 : at] if is_figure(m)):
            continue
        if companion:
            found[-1].changes.append(mention)
        else:
            found.append(_Said(now, [mention]))
    yield from found


def _now_of(change: Mention, before: Sequence[Mention]) -> Mention | None:
    """Return the figure that a change is said of: the one it names, or else the one right before it."""
    figures = [m for m in before if is_figure(m) and m.statement == change.statement]
    if change.own_subject and names_itself(change):
        name = (change.fact.subject or "").rstrip("同比则也")
        figures = [m for m in figures if m.own_subject and m.fact.subject == name]
        return figures[-1] if len(figures) == 1 else None
    last = figures[-1] if figures else None
    return last if last is not None and last is before[-1] else None


def _judged(
    change: Mention, now: Fact, base: Fact
) -> tuple[list[Fact], Fact, Operation, str, Judgement] | None:
    down, fact = direction(change), change.fact
    if down is None or (fact.kind is not FactKind.RATE and not same_unit(now, fact)):
        return None
    if fact.kind is FactKind.RATE:
        value = -fact.quantity.value if down else fact.quantity.value
        operands, operation, reason = [now, base], Operation.YOY, RATE_REASON
        stated = replace(fact.quantity, value=value)
    else:
        operands, operation, reason = (
            ([base, now] if down else [now, base]),
            Operation.DIFFERENCE,
            AMOUNT_REASON,
        )
        stated = fact.quantity
    return operands, fact, operation, reason, judge(operation, [f.quantity for f in operands], stated)
