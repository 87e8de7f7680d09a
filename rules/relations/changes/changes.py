"""Relations that words of change assert: 较上年减少…万元、下降…%, this year's figure and last year's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.relations.build import Relations
from rules.relations.changes.adjoined import first_beside
from rules.relations.changes.compared import NEW, is_compared, is_dealt, is_yearly
from rules.relations.changes.direction import (
    COUNTED,
    direction,
    is_change,
    is_figure,
    is_held_against,
    is_neutral,
    signed,
)
from rules.relations.changes.later import find_later_bases
from rules.relations.changes.multiples import find_multiples
from rules.relations.changes.pairs import (
    PLANNED,
    Pair,
    before_and_after,
    is_prior,
    pairs_of,
    priors_of,
)
from rules.relations.changes.parallel import find_parallel_changes
from rules.relations.changes.points import find_above, find_points
from rules.relations.changes.points_of_amounts import find_points_of_amounts
from rules.relations.changes.rate import (
    REACHED,
    Change,
    changes_with_rates,
    find_change_rates,
    find_reached,
)
from rules.relations.changes.series import find_growth_series
from rules.relations.changes.stated import is_otherwise, stated_pairs
from rules.relations.changes.unstated import find_rate_of_change
from rules.relations.changes.weighed import keep_amount, keep_rate
from rules.relations.changes.words import find_change_words
from rules.relations.judging.judge import Operation, holds
from rules.relations.sentence import Statement, gap, same_things, same_unit


def find_changes(
    text: str, extraction: Extraction, statements: Sequence[Statement], relations: Relations
) -> None:
    """Assert what the words of change say. ``text`` is the canonical text of the document."""
    for statement in statements:
        find_above(statement, relations)
        find_points_of_amounts(text, statement, relations)
        find_reached(statement, relations)
        find_multiples(statement, extraction, relations)
        in_series = find_growth_series(text, statement, extraction.year, relations)
        in_series |= find_parallel_changes(statement, extraction.year, relations)
        said = [item for item in _said(text, statement, extraction) if item[0].fact.id not in in_series]
        with_rates = {change.amount.fact.id: change for change in changes_with_rates(statement)}
        agreed = {
            (mention.sentence, pair.now.id, pair.base.id)
            for mention, _, down, pairs in said
            for pair in pairs
            if _fits(mention.fact, pair, down) or _bears_out(with_rates.get(mention.fact.id), pair, down)
        }
        directions = {mention.fact.id: down for mention, _, down, _ in said}
        for change in with_rates.values():
            down, rate_down = (directions.get(m.fact.id) for m in (change.amount, change.rate))
            if down is not None and rate_down is not None:
                find_change_rates(change, down, rate_down, relations)
        settled_rates: set[str] = set()
        for mention, index, down, pairs in said:
            settled = [
                replace(pair, sure=False, loose=True)
                if _is_of_others(pair, mention, statement.own)
                else _settled(pair, mention, agreed)
                for pair in pairs
            ]
            ordered = sorted(_of_change_before(settled, index, statement), key=lambda pair: not pair.agreed)
            ordered = first_beside(text, statement.own, index, ordered)
            ordered = [replace(p, sure=False) if _is_of_a_row(text, p, statement.own) else p for p in ordered]
            if is_otherwise(text, mention) or is_dealt(text, statement.own, index):
                ordered = [replace(pair, sure=False, loose=True) for pair in ordered]
            if mention.fact.kind is FactKind.POINTS:
                find_points(mention, index, statement, down, relations, extraction.year)
            elif mention.fact.kind is FactKind.RATE:
                if keep_rate(mention, ordered, down, relations):
                    settled_rates.add(mention.fact.id)
            else:
                keep_amount(mention, ordered, down, relations)
        for change in with_rates.values():
            falls = directions.get(change.amount.fact.id)
            if change.base is None and falls is not None and change.rate.fact.id not in settled_rates:
                find_rate_of_change(text, change, falls, statement, extraction.mentions, relations)
    find_later_bases(text, statements, extraction.year, relations)
    find_change_words(text, extraction, relations)


def _of_change_before(pairs: Sequence[Pair], index: int, statement: Statement) -> list[Pair]:
    """Keep, for a rate right behind an amount of change, the pairs that this amount is of: 增加 2 期、增长 8.70 %."""
    before = statement.own[index - 1] if index else None
    mention = statement.own[index]
    if mention.fact.kind is not FactKind.RATE or before is None or not is_change(before):
        return list(pairs)
    return [pair for pair in pairs if pair.agreed and same_unit(pair.now, before.fact)]


def _said(
    text: str, statement: Statement, extraction: Extraction
) -> Iterator[tuple[Mention, int, bool, list[Pair]]]:
    """Yield the changes of a statement, each with its direction and the pairs it may lie between."""
    before = priors_of(statement.own, extraction.year)
    for index, mention in enumerate(statement.own):
        down = _rise_reached(statement.own, index) if direction(mention) is None else direction(mention)
        neutral = down is None and is_neutral(mention)
        if (down is None and not neutral) or mention.range_end or is_yearly(mention):
            continue
        stated = list(before_and_after(mention, index, statement.own))
        for one in stated_pairs(text, mention, index, statement, before, extraction):
            stated.append(Pair(one.now, one.base, one.sure, here=True, told=True))
        if any(one.sure for one in stated) or is_compared(text, statement.own, index, before):
            others = list(pairs_of(mention, index, statement, extraction))
            if any(one.sure for one in stated):
                # 投诉 47 件，同比下降 30.88 %（上年 68 件），办结 46 件: what only follows has not fallen.
                others = [pair for pair in others if pair.now.start < mention.fact.start]
                # 年初计划 24 次，比上年 22 次增加 5 次: what stands right beside the change is what it is of.
                planned = {m.fact.id for m in statement.near if PLANNED.search(m.lead)}
                others = [pair for pair in others if pair.base.id not in planned]
            pairs = [*stated, *others]
            way = _way(statement.own, index, pairs) if neutral else down
            if way is not None:
                yield mention, index, way, pairs


def _way(own: Sequence[Mention], index: int, pairs: Sequence[Pair]) -> bool | None:
    """Return which way a rate goes that is only called one of change: by its sign, the change before it, its figures."""
    if own[index].fact.quantity.value < 0:
        return True
    before = own[index - 1] if index else None
    if before is not None and is_change(before) and before.sentence == own[index].sentence:
        return direction(before)
    pair = next(iter(pairs), None)
    return None if pair is None else pair.now.quantity.in_base < pair.base.quantity.in_base


def _rise_reached(own: Sequence[Mention], index: int) -> bool | None:
    """由 36.20 万册增加到 38.65 万册，新增 2.45 万册: what is new is the rise; elsewhere it is this year's figure.

    So it is right behind what it is held against: 比上年末的 138 个新增 14 个, unless others went, or it goes on in parts.
    """
    mention = own[index]
    before = own[index - 1] if index else None
    new = mention.fact.kind in COUNTED and NEW.fullmatch(mention.lead) is not None
    if not new or before is None or before.sentence != mention.sentence:
        return None
    if REACHED.search(before.lead) is not None:
        return False
    after = own[index + 1] if index + 1 < len(own) else None
    goes_on = after is not None and after.sentence == mention.sentence and same_unit(after.fact, mention.fact)
    return False if is_held_against(before) and not goes_on else None


def _fits(fact: Fact, pair: Pair, down: bool) -> bool:
    if fact.kind is FactKind.RATE:
        order = [pair.now.quantity, pair.base.quantity]
        return same_things(pair.now, pair.base) and holds(Operation.YOY, order, signed(fact.quantity, down))
    if not same_things(pair.now, fact) or not same_things(pair.base, fact):
        return False
    order = [pair.base.quantity, pair.now.quantity]
    return holds(Operation.DIFFERENCE, order if down else order[::-1], fact.quantity)


def _bears_out(change: Change | None, pair: Pair, down: bool) -> bool:
    """Say whether the rate beside an amount of change vouches for one of the two figures that it lies between."""
    return change is not None and pair.close and change.bears_out(pair.now, pair.base, down)


def _settled(pair: Pair, mention: Mention, agreed: set[tuple[int, str, str]]) -> Pair:
    """Make a pair sure that another change of the same sentence fits: 减少 9.20 万元 and 下降 12 % speak of one pair."""
    known = (mention.sentence, pair.now.id, pair.base.id) in agreed
    return replace(pair, sure=pair.sure or known, agreed=known)


def _is_of_others(pair: Pair, mention: Mention, own: Sequence[Mention]) -> bool:
    """Say whether words or place show that a change is of other figures than a pair."""
    # 预算 A。与上年的 A 相比，减少 C: a figure of another sentence is what last year's is told to be.
    twice = not pair.here and pair.now.quantity.in_base == pair.base.quantity.in_base
    return twice or _is_told_before(pair, mention, own) or _is_around(pair, mention, own)


def _is_told_before(pair: Pair, mention: Mention, own: Sequence[Mention]) -> bool:
    """Say whether the change of a pair is told, and another figure stands between, which this one is of.

    全年受理 1123 件，同比增加 56 件，其中民事案件 684 件，比上年增加 72 件: 72 件 is not between the figures of all.
    """
    between = [
        m
        for m in own
        if pair.now.start < m.fact.start < mention.fact.start
        and m.sentence == mention.sentence
        and m.depth == mention.depth
        and m.fact.id != pair.base.id
    ]
    told = [m for m in between if is_change(m)]
    fresh = [m for m in between if is_figure(m) and not is_prior(m) and same_unit(m.fact, pair.now)]
    return bool(told and fresh) and told[0].fact.start < fresh[-1].fact.start


def _is_around(pair: Pair, mention: Mention, own: Sequence[Mention]) -> bool:
    """Say whether a pair stands around the bracket in which a change has a figure: 收入 A（税收 B，增长 p %），与上年 C 相比."""
    inside = [m for m in own if m.parent == mention.parent and m.depth == mention.depth]
    figure = any(m.fact.start < mention.fact.start and is_figure(m) and not is_prior(m) for m in inside)
    told = {m.fact.id for m in inside}
    return mention.depth > 0 and figure and pair.now.id not in told and pair.base.id not in told


def _is_of_a_row(text: str, pair: Pair, own: Sequence[Mention]) -> bool:
    """Say whether 、 joins this year's figure to one before it, so that last year's may be of both: 来信 A 件、来访 B 件，比上年 C 件."""
    at = next((n for n, m in enumerate(own) if m.fact.id == pair.now.id), 0)
    if not at or not same_unit(own[at - 1].fact, pair.now) or pair.base.start < pair.now.start:
        return False
    return own[at - 1].sentence == own[at].sentence and gap(text, own[at - 1], own[at]).startswith("、")
