"""Relations that words of change assert: 较上年减少…万元、下降…%, this year's figure and last year's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.changes.adjoined import first_beside
from rules.relations.changes.direction import COUNTED, direction, is_change, is_figure, is_neutral, signed
from rules.relations.changes.later import AMOUNT_REASON, RATE_REASON, find_later_bases
from rules.relations.changes.multiples import find_multiples
from rules.relations.changes.pairs import (
    PLANNED,
    Pair,
    before_and_after,
    is_prior,
    named_base,
    pairs_of,
    priors_of,
)
from rules.relations.changes.parallel import find_parallel_changes
from rules.relations.changes.points import find_above, find_points
from rules.relations.changes.points_of_amounts import find_points_of_amounts
from rules.relations.changes.rate import (
    REACHED,
    REVERSED,
    Change,
    changes_with_rates,
    find_change_rates,
    find_reached,
    follows_a_year,
)
from rules.relations.changes.series import find_growth_series
from rules.relations.changes.stated import is_otherwise, stated_pairs
from rules.relations.changes.unstated import find_rate_of_change
from rules.relations.changes.words import find_change_words
from rules.relations.judging.judge import WIDE_ONLY, Operation, holds, judge
from rules.relations.judging.one_slip import FITS, explained_by_one_slip, is_one_slip_away
from rules.relations.reading import Reading
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, gap, is_of_scale, same_things, same_unit

_COMPARED = re.compile(
    r"上年|去年|同比|上一年|相比|[较比]20\d\d年|[较比]年初|[较比]同期|[较比][^，。；]{0,4}(?:预算|计划|期初|上期|概算|任务|目标)|环比"
)
_NEW = re.compile("(?:全年|本年|当年|年内|共|累计)?(?:净)?新增")
_BARE = re.compile(
    "(?:净|[亩人户]均|平均|共|每[\u4e00-\u9fff]{1,3})?(?:(?:增减|变动|变化)(?:率|幅度?|比例)|减少|下降|降低|压减|增加|增长|上升|上涨|压缩|缩减|压降|回落|提高|提升|节约|节省|缩短|缩小|延长|扩大|[增减][产收支]?|[增降减涨]幅)(?:了|达|为)?"
)
_USUAL = 2
_FRAME = re.compile(
    r"[与同和较比](?:上年|去年|上一年|同期|20\d\d年)[^，。；]{0,8}[，,]|同比(?:情况)?[：:，,]"
)


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
                if _is_told_before(pair, mention, statement.own)
                else _settled(pair, mention, agreed)
                for pair in pairs
            ]
            ordered = sorted(_of_change_before(settled, index, statement), key=lambda pair: not pair.agreed)
            ordered = first_beside(text, statement.own, index, ordered)
            ordered = [replace(p, sure=False) if _is_of_a_row(text, p, statement.own) else p for p in ordered]
            if is_otherwise(text, mention):
                ordered = [replace(pair, sure=False, loose=True) for pair in ordered]
            if mention.fact.kind is FactKind.POINTS:
                find_points(mention, index, statement, down, relations, extraction.year)
            elif mention.fact.kind is FactKind.RATE:
                if _rate(mention, ordered, down, relations):
                    settled_rates.add(mention.fact.id)
            else:
                _amount(mention, ordered, down, relations)
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
        if (down is None and not neutral) or mention.range_end:
            continue
        stated = list(before_and_after(mention, index, statement.own))
        for one in stated_pairs(text, mention, index, statement, before, extraction):
            stated.append(Pair(one.now, one.base, one.sure, here=True, told=True))
        if any(one.sure for one in stated) or _is_compared(text, statement.own, index, before):
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
    """由 36.20 万册增加到 38.65 万册，新增 2.45 万册: what is new is the rise; elsewhere it is this year's figure."""
    mention = own[index]
    before = own[index - 1] if index else None
    new = mention.fact.kind in COUNTED and _NEW.fullmatch(mention.lead) is not None
    reached = before is not None and REACHED.search(before.lead) and before.sentence == mention.sentence
    return False if new and reached else None


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


def _is_of_a_row(text: str, pair: Pair, own: Sequence[Mention]) -> bool:
    """Say whether 、 joins this year's figure to one before it, so that last year's may be of both: 来信 A 件、来访 B 件，比上年 C 件."""
    at = next((n for n, m in enumerate(own) if m.fact.id == pair.now.id), 0)
    if not at or not same_unit(own[at - 1].fact, pair.now) or pair.base.start < pair.now.start:
        return False
    return own[at - 1].sentence == own[at].sentence and gap(text, own[at - 1], own[at]).startswith("、")


def _is_compared(text: str, own: Sequence[Mention], index: int, before: frozenset[str]) -> bool:
    first = own[max(index - 3, 0)]
    start = first.fact.start - len(first.lead) - (20 if not index else 0)
    if _COMPARED.search(text[max(start, 0) : own[index].fact.start]) or follows_a_year(own, index):
        return True
    head = next((m for m in own[:index] if is_change(m) and _COMPARED.search(m.lead)), None)
    if head is not None and "其中" in text[head.fact.start : own[index].fact.start]:
        return True  # 较上年减少 A，下降 p %，其中甲减少 B，下降 q %；乙增加 C: each is held against what the whole is
    # 与上年相比，… at the head of a statement holds for all of it.
    framed = _FRAME.search(gap(text, None, own[0])) is not None
    return framed or named_base(own[index]) is not None or _between_ends(own, index, before)


def _between_ends(own: Sequence[Mention], index: int, older: frozenset[str]) -> bool:
    """Say whether a bare change follows two figures of one sentence, one of them older: 年初 A，年末 B，减少 C."""
    mention = own[index]
    if not _BARE.fullmatch(mention.lead) and not _NEW.fullmatch(mention.lead):
        return False
    before = [m for m in own[:index] if m.sentence == mention.sentence]
    if any(REACHED.search(m.lead) for m in before):
        return True
    here = [m for m in own[:index] if m.sentence == mention.sentence and m.depth == mention.depth]
    if mention.fact.kind is FactKind.POINTS:
        return sum(m.fact.kind is FactKind.RATE for m in here) == 2 and any(_is_older(m, older) for m in here)
    figures = [m for m in here if is_figure(m)]
    changes = [m for m in own if is_change(m) and m.sentence == mention.sentence]
    return len(figures) == 2 and len(changes) <= 1 and sum(_is_older(m, older) for m in figures) == 1


def _is_older(mention: Mention, older: frozenset[str]) -> bool:
    return mention.fact.id in older or is_prior(mention)


def _amount(mention: Mention, pairs: Sequence[Pair], down: bool, relations: Relations) -> bool:
    fact = mention.fact
    judged = []
    for pair in pairs:
        if same_things(pair.now, fact) and is_of_scale(fact, pair.now):
            order = [pair.base, pair.now] if down else [pair.now, pair.base]
            whole = _are_whole_days(mention, pair)
            order, stated = [_counted(f) for f in order] if whole else order, fact.quantity
            stated = replace(stated, counted=True) if whole else stated
            judged.append(_judged(pair, order, Operation.DIFFERENCE, stated, order[::-1], stated))
    return _keep(fact, judged, AMOUNT_REASON, relations)


def _are_whole_days(mention: Mention, pair: Pair) -> bool:
    """Say whether a change is between days that were counted: 优良天数 284 天; 平均 12 天 was rounded."""
    facts = (mention.fact, pair.now, pair.base)
    days = all(f.quantity.unit is not None and f.quantity.unit.symbol == "天" for f in facts)
    words = "".join((normal(mention.lead), *(f.label for f in facts)))
    return days and all(f.quantity.precision == 0 for f in facts) and "均" not in words


def _counted(fact: Fact) -> Fact:
    return replace(fact, quantity=replace(fact.quantity, counted=True))


def _rate(mention: Mention, pairs: Sequence[Pair], down: bool, relations: Relations) -> bool:
    fact = mention.fact
    stated, other = signed(fact.quantity, down), signed(fact.quantity, not down)
    judged = []
    for pair in pairs:
        if same_things(pair.now, pair.base):
            order = [pair.now, pair.base]
            judged.append(_judged(pair, order, Operation.YOY, stated, order, other))
    return _keep(fact, judged, RATE_REASON, relations)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A pair held against a change: as it is said, with the opposite word, and whether one slip would mend it."""

    pair: Pair
    operands: Sequence[Fact]
    operation: Operation
    said: Judgement
    opposite: Judgement
    near: bool
    stated: Quantity


def _judged(
    pair: Pair,
    order: Sequence[Fact],
    operation: Operation,
    stated: Quantity,
    turned: Sequence[Fact],
    otherwise: Quantity,
) -> _Judged:
    quantities = [fact.quantity for fact in order]
    return _Judged(
        pair,
        order,
        operation,
        _fine_enough(judge(operation, quantities, stated), quantities, stated),
        judge(operation, [fact.quantity for fact in turned], otherwise),
        is_one_slip_away(operation, quantities, stated),
        stated,
    )


def _fine_enough(judgement: Judgement, operands: Sequence[Quantity], stated: Quantity) -> Judgement:
    """Pass a change told to two decimals between figures told to six: it was rounded on purpose, and no digit is lost."""
    finer = all(figure.precision >= stated.precision for figure in operands)
    if judgement.likely == WIDE_ONLY and stated.precision >= _USUAL and finer:
        return replace(judgement, likely=None)
    return judgement


def _keep(fact: Fact, judged: Sequence[_Judged], reason: str, relations: Relations) -> bool:
    """Keep the pair that fits; else the one that fits with the opposite word; else a sure one, or one slip away."""
    wrong = [item for item in judged if item.said.verdict is Verdict.IMPOSSIBLE and not item.pair.loose]
    # Where words leave but one pair beside the change, figures of other statements are no other reading of it.
    certain = [item for item in judged if item.pair.sure and item.pair.close]
    allowed = [item for item in judged if item.pair.here] if certain else judged
    # A plan in whole 万元 is met by anything near it, which shows nothing of what the change is between.
    allowed = [item for item in allowed if item.pair.sure or item.said.likely != WIDE_ONLY]
    fits = next((item for item in allowed if item.said.verdict in FITS), None)
    turned = next((i for i in wrong if i.opposite.verdict in FITS and fact.quantity.value), None)
    sure = next((item for item in wrong if (item.pair.sure and _is_credible(item, fact)) or item.near), None)
    kept = fits or turned or sure
    beside = next((item for item in wrong if item.pair.beside and _is_slipped(item, fact)), None)
    kept = beside or kept
    if kept is None:
        return False
    opposite = kept.opposite.verdict in FITS and kept is not fits and kept.said.verdict not in FITS
    judgement = replace(kept.said, likely=REVERSED) if opposite and fact.quantity.value else kept.said
    relation = relations.add(RelationKind.YOY, kept.operands, fact, reason, judgement, kept.operation)
    relations.firm.update([relation.id] if kept is beside else [])
    return True


def _is_slipped(item: _Judged, fact: Fact) -> bool:
    """Say whether one slip, or the opposite word, explains why figures right before the change do not fit."""
    if item.opposite.verdict in FITS and fact.quantity.value:
        return True
    figures = [one.quantity for one in item.operands]
    return item.near or explained_by_one_slip(item.operation, figures, item.stated)


def _is_credible(item: _Judged, fact: Fact) -> bool:
    """Say whether figures of other sentences can be what the change lies between, though they do not fit."""
    if not item.pair.told:
        return True
    stated = replace(fact, quantity=item.stated)
    return Reading(RelationKind.YOY, item.operation, tuple(item.operands), stated, "").is_credible()
