"""Relations that words of change assert: 较上年减少…万元、下降…%, and words of direction without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal, vocabulary
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.change_rate import (
    PRIOR,
    REACHED,
    REVERSED,
    Change,
    changes_with_rates,
    find_change_rates,
    find_reached,
)
from rules.relations.judge import Operation, holds, judge
from rules.relations.one_slip import FITS, is_one_slip_away
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement, is_base, of_kind, same_unit

_DOWN = re.compile(r"减少|下降|降低|节约|节省|压缩|压减|减幅|降幅|少支出|下滑|减支|回落")
_UP = re.compile(r"净增|增加|增长|上升|上涨|提高|增幅|多支出|提升|增支")
_ABOVE = re.compile(r"(?:高于|低于|高出|超过|超出|优于)[^，。；]{0,8}$")
_TO = re.compile(r"(?:减少|下降|降低|增加|增长|上升|提高)(?:到|至|为)$")
_COMPARED = re.compile(r"上年|去年|同比|上一年|相比|[较比]20\d\d年|[较比]年初|[较比]同期|[较比](?:预算|计划)")
_ONLY_WORDS = re.compile(
    r"^[^，。；]{0,4}[，,]?[^，。；]{0,6}(?:较|比|与)(?:上年|去年)[^，。；\d]{0,12}?(减少|下降|降低|增加|增长|上升|持平)"
)
_STAGES = ("executed", "budget", "adjusted_budget", "initial_budget", "surplus", None, "closing", "opening")
_PLANNED = re.compile("计划|目标|任务")
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Pair:
    """This year's figure and last year's. ``sure``: both stand in the statement and nothing else can be meant.

    ``loose``: last year's figure was said of something in a statement before; it can only show that the figures agree.
    ``close``: both stand in the sentence of the change, each the nearest of its sort.
    """

    now: Fact
    base: Fact
    sure: bool
    agreed: bool = False
    loose: bool = False
    close: bool = False


def find_changes(
    text: str, extraction: Extraction, statements: Sequence[Statement], relations: Relations
) -> None:
    """Assert what the words of change say. ``text`` is the canonical text of the document."""
    for statement in statements:
        _above(statement, relations)
        find_reached(statement, relations)
        said = list(_said(text, statement, extraction))
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
        for mention, index, down, pairs in said:
            settled = [_settled(pair, mention, agreed) for pair in pairs]
            ordered = sorted(_of_change_before(settled, index, statement), key=lambda pair: not pair.agreed)
            if mention.fact.kind is FactKind.POINTS:
                _points(mention, index, statement, down, relations)
            elif mention.fact.kind is FactKind.RATE:
                if not _rate(mention, ordered, down, relations):
                    _rate_of_change(mention, index, statement, down, relations)
            else:
                _amount(mention, ordered, down, relations)
    _words_only(text, extraction, relations)


def _of_change_before(pairs: Sequence[_Pair], index: int, statement: Statement) -> list[_Pair]:
    """Keep, for a rate right behind an amount of change, the pairs that this amount is of: 增加 2 期、增长 8.70 %."""
    before = statement.own[index - 1] if index else None
    mention = statement.own[index]
    if (
        mention.fact.kind is not FactKind.RATE
        or before is None
        or before.fact.measure not in ("increase", "decrease")
    ):
        return list(pairs)
    return [pair for pair in pairs if pair.agreed and same_unit(pair.now, before.fact)]


def _points(mention: Mention, index: int, statement: Statement, down: bool, relations: Relations) -> None:
    """执行率 96.45 %，比上年的 92.87 % 提高 3.58 个百分点: the difference of the two rates before it."""
    rates = [m for m in statement.own[:index] if m.fact.kind is FactKind.RATE and not m.range_end]
    if len(rates) < 2 or not _is_prior(rates[-1]):
        return
    now, base = rates[-2].fact, rates[-1].fact
    order = [base.quantity, now.quantity] if down else [now.quantity, base.quantity]
    judgement = judge(Operation.DIFFERENCE, order, mention.fact.quantity)
    relations.add(RelationKind.YOY, [now, base], mention.fact, "百分点＝两个比率之差", judgement)


def _above(statement: Statement, relations: Relations) -> None:
    """合格率 96.35 %，高于 95 % 的目标 1.35 个百分点: the difference to the mark that is named before the points."""
    own = statement.own
    for at in range(1, len(own)):
        mark, points = own[at - 1], own[at]
        word = _ABOVE.search(mark.lead)
        rates = [
            m for m in own[: at - 1] if m.fact.kind is FactKind.RATE and not m.range_end and not _is_prior(m)
        ]
        if (
            points.fact.kind is not FactKind.POINTS
            or mark.fact.kind is not FactKind.RATE
            or not word
            or not rates
        ):
            continue
        now, below = rates[-1].fact, word.group().startswith("低")
        exact = replace(
            mark.fact, quantity=replace(mark.fact.quantity, counted=True)
        )  # a mark is set, not measured
        order = [exact, now] if below else [now, exact]
        judgement = judge(Operation.DIFFERENCE, [fact.quantity for fact in order], points.fact.quantity)
        relations.add(
            RelationKind.DIFFERENCE,
            order,
            points.fact,
            "百分点＝两个比率之差",
            judgement,
            Operation.DIFFERENCE,
        )


def _said(
    text: str, statement: Statement, extraction: Extraction
) -> Iterator[tuple[Mention, int, bool, list[_Pair]]]:
    """Yield the changes of a statement, each with its direction and the pairs it may lie between."""
    for index, mention in enumerate(statement.own):
        down = _direction(mention)
        if down is not None and not mention.range_end and _is_compared(text, statement.own, index):
            yield mention, index, down, list(_pairs(mention, index, statement, extraction))


def _fits(fact: Fact, pair: _Pair, down: bool) -> bool:
    if fact.kind is FactKind.RATE:
        order = [pair.now.quantity, pair.base.quantity]
        return same_unit(pair.now, pair.base) and holds(Operation.YOY, order, _signed(fact.quantity, down))
    if not same_unit(pair.now, fact) or not same_unit(pair.base, fact):
        return False
    order = [pair.base.quantity, pair.now.quantity]
    return holds(Operation.DIFFERENCE, order if down else order[::-1], fact.quantity)


def _bears_out(change: Change | None, pair: _Pair, down: bool) -> bool:
    """Say whether the rate beside an amount of change vouches for one of the two figures that it lies between."""
    return change is not None and pair.close and change.bears_out(pair.now, pair.base, down)


def _settled(pair: _Pair, mention: Mention, agreed: set[tuple[int, str, str]]) -> _Pair:
    """Make a pair sure that another change of the same sentence fits: 减少 9.20 万元 and 下降 12 % speak of one pair."""
    known = (mention.sentence, pair.now.id, pair.base.id) in agreed
    return replace(pair, sure=pair.sure or known, agreed=known)


def _direction(mention: Mention) -> bool | None:
    """Return True for a fall, False for a rise, None where the figure is no change."""
    fact = mention.fact
    if fact.kind in (FactKind.AMOUNT, FactKind.COUNT):
        if fact.measure not in ("increase", "decrease"):
            return None
    elif (fact.kind is FactKind.RATE and fact.measure != "change_rate") or fact.kind not in (
        FactKind.RATE,
        FactKind.POINTS,
    ):
        return None
    lead = normal(mention.lead)
    down, up = list(_DOWN.finditer(lead)), list(_UP.finditer(lead))
    if (not down and not up) or _TO.search(lead):
        return None
    return (down[-1].start() if down else -1) > (up[-1].start() if up else -1)


def _is_compared(text: str, own: Sequence[Mention], index: int) -> bool:
    first = own[max(index - 3, 0)]
    start = first.fact.start - len(first.lead) - (20 if not index else 0)
    return bool(_COMPARED.search(text[max(start, 0) : own[index].fact.start]))


def _is_prior(mention: Mention, year: str | None = None) -> bool:
    if mention.fact.measure in ("increase", "decrease"):
        return False
    dated = (
        year is not None and mention.fact.period == str(int(year) - 1) and mention.fact.period in mention.lead
    )
    return dated or bool(PRIOR.search(mention.lead))


def _pairs(mention: Mention, index: int, statement: Statement, extraction: Extraction) -> Iterator[_Pair]:
    """Yield the pairs that the change may lie between, the likeliest first."""
    kinds = (FactKind.AMOUNT, FactKind.COUNT)
    here = [m for m in of_kind(statement.own, *kinds) if m is not mention and m.fact.measure in _STAGES]
    back = [m for m in of_kind(statement.before, *kinds) if m.fact.measure in _STAGES]
    earlier = [m for m in reversed(here) if m.fact.start < mention.fact.start]
    later = [m for m in here if m.fact.start > mention.fact.start]
    section = [m for m in of_kind(statement.section, *kinds) if m.fact.subject == mention.fact.subject]
    near = [*earlier, *later, *reversed(back), *reversed([m for m in section if m.fact.measure in _STAGES])]
    year = extraction.year
    nows = [m for m in near if not _is_prior(m, year) and not _PLANNED.search(m.lead) and not is_base(m)]
    nows = nows[:_MOST]
    priors = [m for m in near if _is_prior(m, year)][:_MOST]
    for base in priors:
        alike = [m for m in nows if same_unit(m.fact, base.fact)]
        for now in sorted(alike, key=lambda m: m.fact.measure != base.fact.measure):
            together = now in earlier and base.sentence == now.sentence == mention.sentence
            close = together and now is _first(alike, base) and base is priors[0]
            reached = now.fact.start > base.fact.start and REACHED.search(now.lead) is not None
            sure = close and base in earlier and (reached or _alone(base, mention, earlier))
            loose = base.statement != mention.statement
            yield _Pair(now.fact, base.fact, sure, loose=loose, close=close)
    for now in nows:
        for base_fact in _prior_of(now.fact, extraction):
            sure = now.own_subject and now.own_measure and now in earlier
            yield _Pair(now.fact, base_fact, sure, loose=now.statement != mention.statement)
    for now_fact, base_fact in _both_elsewhere(mention, extraction):
        yield _Pair(now_fact, base_fact, False)


def _alone(base: Mention, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Say whether no other figure but a change stands between last year's and the change that is said of it."""
    between = [m for m in earlier if m.fact.start > base.fact.start]
    return all(m.fact.measure in ("increase", "decrease") for m in between) and not mention.own_subject


def _first(nows: Sequence[Mention], base: Mention) -> Mention | None:
    return next((m for m in nows if m.fact.measure == base.fact.measure), nows[0] if nows else None)


def _prior_of(now: Fact, extraction: Extraction) -> list[Fact]:
    """Return last year's figure of the same thing, where the document gives one value for it."""
    year = now.period or extraction.year
    if year is None or now.subject is None:
        return []
    found = [
        f
        for f in extraction.facts
        if f.kind is now.kind
        and (f.subject, f.measure, f.period) == (now.subject, now.measure, str(int(year) - 1))
        and (f.scope == now.scope or None in (f.scope, now.scope) or not vocabulary().is_scoped(f.subject))
    ]
    return found[:1] if len({f.quantity.value for f in found}) == 1 else []


def _both_elsewhere(mention: Mention, extraction: Extraction) -> Iterator[tuple[Fact, Fact]]:
    subject, year = mention.fact.subject, extraction.year
    if subject is None or year is None:
        return
    for fact in extraction.facts:
        if fact.subject == subject and fact.period == year and fact.measure in ("executed", "budget"):
            for base in _prior_of(fact, extraction):
                yield fact, base


def _amount(mention: Mention, pairs: Sequence[_Pair], down: bool, relations: Relations) -> bool:
    fact = mention.fact
    judged = []
    for pair in pairs:
        if same_unit(pair.now, fact):
            order = [pair.base, pair.now] if down else [pair.now, pair.base]
            judged.append(
                _judged(pair, order, Operation.DIFFERENCE, fact.quantity, order[::-1], fact.quantity)
            )
    return _keep(fact, judged, "增减额＝本年与上年之差", relations)


def _rate(mention: Mention, pairs: Sequence[_Pair], down: bool, relations: Relations) -> bool:
    fact = mention.fact
    stated, other = _signed(fact.quantity, down), _signed(fact.quantity, not down)
    judged = []
    for pair in pairs:
        if same_unit(pair.now, pair.base):
            order = [pair.now, pair.base]
            judged.append(_judged(pair, order, Operation.YOY, stated, order, other))
    return _keep(fact, judged, "增减率＝（本年－上年）÷上年", relations)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A pair held against a change: as it is said, with the opposite word, and whether one slip would mend it."""

    pair: _Pair
    operands: Sequence[Fact]
    operation: Operation
    said: Judgement
    opposite: Judgement
    near: bool


def _judged(
    pair: _Pair,
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
        judge(operation, quantities, stated),
        judge(operation, [fact.quantity for fact in turned], otherwise),
        is_one_slip_away(operation, quantities, stated),
    )


def _keep(fact: Fact, judged: Sequence[_Judged], reason: str, relations: Relations) -> bool:
    """Keep the pair that fits; else the one that fits with the opposite word; else a sure one, or one slip away."""
    wrong = [item for item in judged if item.said.verdict is Verdict.IMPOSSIBLE and not item.pair.loose]
    fits = next((item for item in judged if item.said.verdict in FITS), None)
    turned = next((i for i in wrong if i.opposite.verdict in FITS and fact.quantity.value), None)
    sure = next((item for item in wrong if item.pair.sure or item.near), None)
    kept = fits or turned or sure
    if kept is None:
        return False
    judgement = replace(kept.said, likely=REVERSED) if kept is turned else kept.said
    relations.add(RelationKind.YOY, kept.operands, fact, reason, judgement, kept.operation)
    return True


def _rate_of_change(
    mention: Mention, index: int, statement: Statement, down: bool, relations: Relations
) -> None:
    """The base is not stated: it follows from this year's figure and the change."""
    earlier = [m for m in statement.own[:index] if m.fact.kind in (FactKind.AMOUNT, FactKind.COUNT)]
    changes = [m for m in earlier if m.fact.measure in ("increase", "decrease")]
    if not changes or changes[-1].sentence != mention.sentence:
        return
    change = changes[-1].fact
    nows = [
        m.fact
        for m in reversed([*statement.before, *earlier])
        if m.fact.measure in _STAGES and same_unit(m.fact, change) and not _is_prior(m)
    ]
    for position, now in enumerate(nows[:_MOST]):
        judgement = _judged_without_base(change.quantity, now.quantity, mention.fact.quantity, down)
        alone = position == 0 and len(nows) == 1 and now.subject == change.subject
        if judgement is not None and (judgement.verdict in FITS or alone):
            relations.add(
                RelationKind.YOY,
                [change, now],
                mention.fact,
                "增减率＝增减额÷上年（由本年与增减额推得）",
                judgement,
            )
            return


def _judged_without_base(change: Quantity, now: Quantity, rate: Quantity, down: bool) -> Judgement | None:
    if change.unit is None or now.unit != change.unit:
        return None
    value = now.value + (1 if down else -1) * change.value
    # The base is a sum of two rounded figures: one digit less of precision bounds it soundly.
    coarse = min(now.precision, change.precision)
    base = Quantity(value, change.unit, coarse, f"{value}", counted=now.counted and change.counted)
    judgement = judge(Operation.RATIO, [change, base], rate)
    if judgement.verdict is Verdict.IMPOSSIBLE and _fits_widened(change, base, rate):
        return replace(judgement, verdict=Verdict.ROUNDING, likely=None)
    return judgement


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


def _signed(quantity: Quantity, down: bool) -> Quantity:
    return quantity if not down or quantity.value < 0 else replace(quantity, value=-quantity.value)


def _words_only(text: str, extraction: Extraction, relations: Relations) -> None:
    """…支出 10.41 万元，较上年有所减少: the word must agree with both years' figures."""
    for mention in extraction.mentions:
        fact = mention.fact
        if fact.kind is not FactKind.AMOUNT or mention.depth or not mention.own_subject:
            continue
        if fact.measure not in ("executed", *_STAGES[1:4]):
            continue
        end = fact.evidence.end or fact.start
        match = _ONLY_WORDS.match(text[end : end + 30])
        bases = _prior_of(fact, extraction) if match else []
        if match is None or not bases or bases[0].quantity.unit != fact.quantity.unit:
            continue
        word = match.group(1)
        now, then = fact.quantity.value, bases[0].quantity.value
        fits = now == then if word == "持平" else (now < then if _DOWN.search(word) else now > then)
        sign = "＜" if now < then else ("＝" if now == then else "＞")
        derivation = f"{fact.quantity.words()} {sign} {bases[0].quantity.words()}（报告称较上年{word}）"
        verdict = Verdict.EXACT if fits else Verdict.IMPOSSIBLE
        relations.add(
            RelationKind.YOY,
            bases,
            fact,
            "增减方向用词与两年数字",
            Judgement(verdict, derivation, expected=None, likely=None if fits else REVERSED),
        )
