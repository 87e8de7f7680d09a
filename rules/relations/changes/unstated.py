"""A change and its rate whose base is not printed: it follows from this year's figure and the change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Hedge, Quantity
from rules.relations.build import BUDGETS, Relations
from rules.relations.changes.direction import is_figure, names_itself
from rules.relations.changes.pairs import MOST, PLANNED, is_prior
from rules.relations.changes.rate import PRIOR, Change, one_name
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS, reached_by_one_slip
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, is_base, is_of_scale, same_unit
from rules.relations.sums.nesting import listed

_ELSEWHERE = re.compile(r"[较比与]|同比|占")
"""下降 R % that is held against something else than the amount before it."""
_REACHED = re.compile("达到?|为|共")
_YEAR = re.compile(r"(?<![较比与])(20\d\d)年")
_AGAINST = re.compile("(?:[较比与](?:上年|去年|20\\d\\d年)(?:度|同期)?|同比)(?=[相减增下上降升]|决算)")
_STAGE = re.compile("(?:支出|收入)?(?:决算|执行)?(?:总?[数额]|金额)?(?:[较比与](?:上年|去年)?度?(?:相比)?)?$")
"""What a name goes on with that says no other thing: 修缮经费支出决算数比上年."""
_GRAND = re.compile("[总合]计|总[收支]")
_ONE = Interval(Decimal(1), Decimal(1))
_FINE = 2
_TRIED = 3


def find_rate_of_change(
    text: str,
    change: Change,
    down: bool,
    statement: Statement,
    report: Sequence[Mention],
    relations: Relations,
) -> None:
    """公用经费 36.13 万元，较上年减少 1.66 万元，下降 4.40 %: the rate is 1.66 ÷ (36.13 + 1.66).

    ``down``: the change is a fall; ``report`` are all figures of the text. The figure that the change is said of is the
    nearest before it; where another could be meant, only one that fits is kept, or one that a single slip parts from
    fitting.
    """
    amount, rate = change.amount.fact, change.rate.fact
    nows = _figures(text, change, statement, report)
    nows = [now for now in nows if is_of_scale(amount, now.fact)]
    judged = [
        (now, judgement)
        for now in nows[:MOST]
        if (judgement := _judged_without_base(amount.quantity, now.fact.quantity, rate.quantity, down))
    ]
    kept = next(((now, found) for now, found in judged if found.verdict in FITS), None)
    if kept is None and judged and _is_sure(change, nows, statement):
        kept = judged[0]
    kept = kept or next(
        ((now, found) for now, found in judged[:_TRIED] if _one_slip(change, now.fact, down)), None
    )
    if kept is not None:
        reason = "增减率＝增减额÷上年（由本年与增减额推得）"
        relations.add(RelationKind.YOY, [amount, kept[0].fact], rate, reason, kept[1])


def _figures(text: str, change: Change, statement: Statement, report: Sequence[Mention]) -> list[Mention]:
    """Return the figures that the change may be said of, the likeliest first."""
    amount = change.amount
    inside = listed(text, statement.own, wide=True)
    earlier = [
        m
        for m in statement.own
        if m.fact.start < amount.fact.start
        and same_unit(m.fact, amount.fact)
        and is_figure(m)
        and m.fact.quantity.hedge is not Hedge.AT_LEAST  # 首次突破 2 万亿元
        and not is_prior(m)
        and not is_base(m)
        and not PLANNED.search(m.lead)
        and m.depth <= amount.depth
    ]
    index, count = change.place
    if count > 1 and len(earlier) >= count:
        earlier = [earlier[index - count]]
    holder = [m for m in earlier if m.depth < amount.depth][-1:]
    beside = [m for m in reversed(earlier) if m.depth == amount.depth]
    listing = amount.fact.id in inside
    beside.sort(key=lambda m: m.fact.id in inside and not listing)
    back = [
        m
        for m in reversed(statement.before)
        if same_unit(m.fact, amount.fact)
        and is_figure(m)
        and not is_prior(m)
        and not m.depth
        and not PLANNED.search(m.lead)
    ]
    if names_itself(amount):
        words = text[statement.own[0].fact.start - len(statement.own[0].lead) : amount.fact.start]
        back += _called_alike(change, words, statement.section) or _called_alike(change, words, report)
    found = [*holder, *beside, *back]
    behind = _behind(amount, statement)
    if behind and not holder:
        named = [m for m in found if _same_name(m, amount)]
        found = list({m.fact.id: m for m in (*named, *behind, *found)}.values())
    if names_itself(amount):
        found.sort(key=lambda m: not (_same_name(m, amount) or m in behind))
    return found


def _called_alike(change: Change, words: str, place: Sequence[Mention]) -> list[Mention]:
    """Return the figure of a section or report that is called as what has changed, where there is but one value of it.

    ``words``: the statement up to the change, which may name another year or a budget.
    """
    if "预算" in words and "决算" not in words:
        return []
    amount, years = change.amount, _YEAR.findall(words)
    year = years[-1] if years else change.rate.fact.period
    alike = [
        m
        for m in place
        if m.own_subject
        and same_unit(m.fact, amount.fact)
        and is_figure(m)
        and not (is_prior(m) or m.narrowed or m.depth)
        and m.fact.measure in ("executed", None)
        and (m.fact.period == year or (m.fact.period is None and not years))
        and m.fact.quantity.hedge is Hedge.NONE
        and _same_name(m, amount)
    ]
    before = [m for m in alike if m.fact.start < amount.fact.start]
    return before[-1:] if len({m.fact.quantity.in_base for m in alike}) == 1 else []


def _behind(amount: Mention, statement: Statement) -> list[Mention]:
    """Return this year's figure that only follows: 办件量增加 512 件，增长 8.09 %，办件总量达到 6842 件."""
    after = [
        m
        for m in statement.own
        if m.fact.start > amount.fact.start and m.sentence == amount.sentence and m.depth == amount.depth
    ]
    after = [m for m in after if same_unit(m.fact, amount.fact)]
    alone = len(after) == 1 and is_figure(after[0]) and not is_prior(after[0]) and not is_base(after[0])
    named = alone and (one_name(amount, after[0]) or _REACHED.match(after[0].lead))
    return after if named and names_itself(amount) else []


def _is_sure(change: Change, nows: Sequence[Mention], statement: Statement) -> bool:
    """Say whether words leave but one figure that the change can be said of."""
    amount, now = change.amount, nows[0]
    first, second = sorted((amount, change.rate), key=lambda m: m.fact.start)
    apart = _is_apart(first, second)
    named = names_itself(amount) and not _same_name(now, amount)
    if names_itself(amount) and not named and now.statement != amount.statement:
        return [m for m in nows if _same_name(m, amount)] == [now] and not apart
    if now.fact.start > amount.fact.start:
        return not apart
    if named or apart:
        return False
    if now.sentence != amount.sentence:
        return _goes_on(amount, now, nows, statement)
    if now.depth < amount.depth:
        return True  # a bracket speaks of the figure that it stands behind
    others = [m for m in nows[1:] if m.sentence == amount.sentence]
    planned = all(m.fact.measure in BUDGETS for m in others) and now.fact.measure == "executed"
    return not others or planned or change.place[1] > 1


def _is_apart(first: Mention, second: Mention) -> bool:
    """Say whether the second is held against something else; 增长 R %，比上年增加 D is not, as the first names nothing."""
    if not _ELSEWHERE.search(second.lead):
        return False
    bases = [_AGAINST.search(normal(m.lead)) for m in (first, second)]
    if bases[0] is not None and bases[1] is not None and bases[0].group() == bases[1].group():
        return False  # 比上年减少 38 万元，比上年下降 7.4 %
    return _ELSEWHERE.search(first.lead) is not None or PRIOR.search(second.lead) is None


def _same_name(one: Mention, other: Mention) -> bool:
    """Say whether two figures are named alike, but for a letter that was left of a date: 末资产总额.

    财政拨款支出占本年支出合计的 92 %，本年支出合计 A: what is called a total is not what the sentence is about.
    """
    if not one.own_subject and _GRAND.search(one.lead) and not _GRAND.search(other.lead):
        return False
    mine, its = (_STAGE.sub("", m.fact.subject or "").lstrip("末底初度") for m in (one, other))
    return len(mine) > 1 and mine == its


def _goes_on(amount: Mention, now: Mention, nows: Sequence[Mention], statement: Statement) -> bool:
    """Say whether a sentence begins with the change and so goes on about the only figure of the one before it."""
    first = next((m for m in statement.own if m.sentence == amount.sentence), None)
    before = [m for m in nows if m.sentence == now.sentence]
    return (
        first is amount
        and not names_itself(amount)
        and now.statement == amount.statement
        and now.sentence + 1 == amount.sentence
        and before == [now]
    )


def _one_slip(change: Change, now: Fact, down: bool) -> bool:
    """Say whether one slip in one of the three parts them from agreeing."""
    figures = (change.amount.fact.quantity, now.quantity, change.rate.fact.quantity)
    if any(figure.hedge is not Hedge.NONE for figure in figures) or figures[2].precision < _FINE:
        return False
    amount, this, rate = (figure.interval().scaled(figure.factor) for figure in figures)
    share = rate.scaled(1 / HUNDRED)
    base = this + amount if down else this - amount
    left = _ONE - share if down else _ONE + share
    back, stated, of_rate = amount / share, amount / base, share / left
    implied = [
        None if isinstance(of_rate, NotComputable) else of_rate * this,
        None if isinstance(back, NotComputable) else (back - amount if down else back + amount),
        None if isinstance(stated, NotComputable) else stated.scaled(HUNDRED),
    ]
    return any(
        wanted is not None and reached_by_one_slip(figure, wanted)
        for figure, wanted in zip(figures, implied, strict=True)
    )


def _judged_without_base(change: Quantity, now: Quantity, rate: Quantity, down: bool) -> Judgement | None:
    if change.unit is None or now.unit is None or now.unit.dimension is not change.unit.dimension:
        return None
    if now.unit != change.unit:
        change, now = _unscaled(change), _unscaled(now)  # 1.24 万人，增加 310 人
    value = now.value + (1 if down else -1) * change.value
    if value <= 0:
        return None
    # The base is a sum of two rounded figures: one digit less of precision bounds it soundly.
    coarse = min(now.precision, change.precision)
    base = Quantity(value, change.unit, coarse, f"{value}", counted=now.counted and change.counted)
    judgement = judge(Operation.RATIO, [change, base], rate)
    sign = "+" if down else "−"
    written = f"（{now.plain()} {sign} {change.plain()}）"  # no report prints the base itself
    judgement = replace(
        judgement, derivation=judgement.derivation.replace(f"÷ {base.plain()} =", f"÷{written}=", 1)
    )
    if judgement.verdict is Verdict.IMPOSSIBLE and _fits_widened(change, base, rate):
        return replace(judgement, verdict=Verdict.ROUNDING, likely=None)
    return judgement


def _unscaled(figure: Quantity) -> Quantity:
    """Return a figure in the unit that its scale counts, with the digits that it was printed to: 1.24 万 as 12400 ± 50."""
    if figure.unit is None or figure.factor == 1:
        return figure
    shift = figure.factor.adjusted()
    return replace(
        figure,
        value=figure.in_base,
        unit=replace(figure.unit, symbol=figure.unit.symbol[-1:], factor=Decimal(1)),
        precision=figure.precision - shift,
        counted=False,
    )


def _fits_widened(change: Quantity, base: Quantity, rate: Quantity) -> bool:
    if base.counted:
        return False
    unit = Decimal(1).scaleb(-base.precision)
    low, high = base.value - unit, base.value + unit
    half = unit / 2
    bounds = rate.interval()
    if low <= 0 or bounds.low is None or bounds.high is None:
        return True
    smallest, largest = (change.value - half) * 100 / high, (change.value + half) * 100 / low
    return smallest <= bounds.high and largest >= bounds.low
