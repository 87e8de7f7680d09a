"""Relations that words of change assert: 较上年减少…万元、下降…%, and words of direction without a figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal, vocabulary
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.judge import Operation, judge
from rules.relations.relation import Judgement, RelationKind, Verdict

_DOWN = re.compile(r"减少|下降|降低|节约|节省|压缩|压减|减幅|降幅|少支出|下滑")
_UP = re.compile(r"增加|增长|上升|上涨|提高|增幅|多支出|提升")
_COMPARED = re.compile(r"上年|去年|同比|上一年|相比|较20\d\d年|比20\d\d年")
_ONLY_WORDS = re.compile(
    r"^[^，。；]{0,4}[，,]?[^，。；]{0,6}(?:较|比|与)(?:上年|去年)[^，。；\d]{0,12}?(减少|下降|降低|增加|增长|上升|持平)"
)
_STAGES = ("executed", "budget", "adjusted_budget", "initial_budget")
REVERSED = "增减方向用词与数字相反"


def find_changes(text: str, extraction: Extraction, relations: Relations) -> None:
    """Assert what the words of change say. ``text`` is the canonical text of the document."""
    by_statement: dict[int, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        by_statement[mention.statement].append(mention)
    for own in by_statement.values():
        for index, mention in enumerate(own):
            if mention.range_end or mention.depth:
                continue
            down = _direction(mention)
            if down is None or not _is_compared(text, own, index):
                continue
            now = _now(own[:index])
            if now is None:
                continue
            base = _base(own[:index], now, extraction)
            _change(mention, now, base, down, own[:index], relations)
    _words_only(text, extraction, relations)


def _direction(mention: Mention) -> bool | None:
    """Return True for a fall, False for a rise, None where the figure is no change."""
    fact = mention.fact
    if fact.kind is FactKind.AMOUNT and fact.measure not in ("increase", "decrease"):
        return None
    if fact.kind in (FactKind.RATE, FactKind.POINTS) and fact.measure != "change_rate":
        return None
    if fact.kind not in (FactKind.AMOUNT, FactKind.RATE):
        return None
    lead = normal(mention.lead)
    down, up = list(_DOWN.finditer(lead)), list(_UP.finditer(lead))
    if not down and not up:
        return None
    if re.search(r"(?:减少|下降|降低|增加|增长|上升)(?:到|至|为)$", lead):
        return None
    return (down[-1].start() if down else -1) > (up[-1].start() if up else -1)


def _is_compared(text: str, own: list[Mention], index: int) -> bool:
    start = own[0].fact.start if index == 0 else own[max(index - 2, 0)].fact.start
    return bool(_COMPARED.search(text[max(start - 30, 0) : own[index].fact.start]))


def _now(before: Sequence[Mention]) -> Mention | None:
    found = [
        m
        for m in before
        if m.fact.kind is FactKind.AMOUNT
        and m.fact.measure in _STAGES
        and m.depth == 0
        and not re.search(r"上年|去年", m.lead)
    ]
    return found[-1] if found else None


def _base(before: Sequence[Mention], now: Mention, extraction: Extraction) -> Fact | None:
    """Return last year's figure: stated in the sentence, or the only one that the document gives for the subject."""
    local = [
        m.fact
        for m in before
        if m.fact.kind is FactKind.AMOUNT and re.search(r"上年|去年", m.lead) and m.fact.measure in _STAGES
    ]
    if local:
        return local[-1]
    if extraction.year is None or now.fact.subject is None or not now.own_subject:
        return None
    prior = str(int(now.fact.period or extraction.year) - 1)
    found = [
        f
        for f in extraction.facts
        if f.kind is FactKind.AMOUNT
        and (f.subject, f.measure, f.period) == (now.fact.subject, now.fact.measure, prior)
        and (
            f.scope == now.fact.scope
            or None in (f.scope, now.fact.scope)
            or not vocabulary().is_scoped(f.subject)
        )
    ]
    return found[0] if found and len({f.quantity.value for f in found}) == 1 else None


def _change(
    mention: Mention,
    now: Mention,
    base: Fact | None,
    down: bool,
    before: Sequence[Mention],
    relations: Relations,
) -> None:
    fact = mention.fact
    if fact.kind is FactKind.AMOUNT:
        if base is not None:
            _amount(fact, now.fact, base, down, relations)
        return
    if base is None:
        _rate_of_amount(mention, now, down, before, relations)
        return
    stated = _signed(fact, down)
    judgement = judge(Operation.YOY, [now.fact.quantity, base.quantity], stated.quantity)
    other = judge(Operation.YOY, [now.fact.quantity, base.quantity], _signed(fact, not down).quantity)
    relations.add(
        RelationKind.YOY,
        [now.fact, base],
        fact,
        "增减率＝（本年－上年）÷上年",
        _directed(judgement, other),
    )


def _amount(fact: Fact, now: Fact, base: Fact, down: bool, relations: Relations) -> None:
    order = [base.quantity, now.quantity] if down else [now.quantity, base.quantity]
    judgement = judge(Operation.DIFFERENCE, order, fact.quantity)
    other = judge(Operation.DIFFERENCE, order[::-1], fact.quantity)
    relations.add(RelationKind.YOY, [now, base], fact, "增减额＝本年与上年之差", _directed(judgement, other))


def _directed(judgement: Judgement, reversed_: Judgement) -> Judgement:
    """Name the wrong word of direction where the figures fit the opposite one."""
    fits = (Verdict.EXACT, Verdict.ROUNDING)
    if judgement.verdict is Verdict.IMPOSSIBLE and reversed_.verdict in fits:
        return replace(judgement, likely=REVERSED)
    return judgement


def _rate_of_amount(
    mention: Mention, now: Mention, down: bool, before: Sequence[Mention], relations: Relations
) -> None:
    """The base is not stated: it follows from this year's figure and the change."""
    changes = [
        m for m in before if m.fact.kind is FactKind.AMOUNT and m.fact.measure in ("increase", "decrease")
    ]
    if not changes or changes[-1].sentence != mention.sentence:
        return
    change = changes[-1].fact
    if change.quantity.unit is None or now.fact.quantity.unit != change.quantity.unit:
        return
    sign = 1 if down else -1
    value = now.fact.quantity.value + sign * change.quantity.value
    # The base is a sum of two rounded figures: one digit less of precision bounds it soundly.
    coarse = min(now.fact.quantity.precision, change.quantity.precision)
    base = Quantity(value, change.quantity.unit, coarse, f"{value}")
    judgement = judge(Operation.RATIO, [change.quantity, base], mention.fact.quantity)
    if judgement.verdict is Verdict.IMPOSSIBLE and _fits_widened(
        change.quantity, base, mention.fact.quantity
    ):
        judgement = replace(judgement, verdict=Verdict.ROUNDING, likely=None)
    relations.add(
        RelationKind.YOY,
        [change, now.fact],
        mention.fact,
        "增减率＝增减额÷上年（由本年与增减额推得）",
        judgement,
    )


def _fits_widened(change: Quantity, base: Quantity, rate: Quantity) -> bool:
    unit = Decimal(1).scaleb(-base.precision)
    low, high = base.value - unit, base.value + unit
    half = unit / 2
    bounds = rate.interval()
    if low <= 0 or bounds.low is None or bounds.high is None:
        return True
    smallest, largest = (change.value - half) * 100 / high, (change.value + half) * 100 / low
    return smallest <= bounds.high and largest >= bounds.low


def _signed(fact: Fact, down: bool) -> Fact:
    quantity = fact.quantity
    if not down or quantity.value < 0:
        return fact
    return replace(fact, quantity=replace(quantity, value=-quantity.value))


def _words_only(text: str, extraction: Extraction, relations: Relations) -> None:
    """…支出 10.41 万元，较上年有所减少: the word must agree with both years' figures."""
    for mention in extraction.mentions:
        fact = mention.fact
        if (
            fact.kind is not FactKind.AMOUNT
            or fact.measure not in _STAGES
            or mention.depth
            or not mention.own_subject
        ):
            continue
        end = fact.evidence.end or fact.start
        match = _ONLY_WORDS.match(text[end : end + 30])
        base = _base([], mention, extraction) if match else None
        if match is None or base is None or base.quantity.unit != fact.quantity.unit:
            continue
        word = match.group(1)
        now, then = fact.quantity.value, base.quantity.value
        fits = now == then if word == "持平" else (now < then if _DOWN.search(word) else now > then)
        sign = "＜" if now < then else ("＝" if now == then else "＞")
        derivation = f"{fact.quantity.words()} {sign} {base.quantity.words()}（报告称较上年{word}）"
        verdict = Verdict.EXACT if fits else Verdict.IMPOSSIBLE
        relations.add(
            RelationKind.YOY,
            [base],
            fact,
            "增减方向用词与两年数字",
            Judgement(verdict, derivation, expected=None, likely=None if fits else REVERSED),
        )
