"""Indicators of a score form against the running text: the plan that the text states, and what it says was done.

The text names a thing in other words than the form (监测水质样品, 水质样品监测数), so names are compared by what they
share. That is a likeness, no proof: what differs is asked about, never called an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.form import FormCell, IndicatorRow, ScoreForm
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge, Quantity
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.misprints import are_one_slip_apart
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.repeats.names import are_rates_of_others, sort_of_rate, whose_rate
from rules.relations.repeats.repeats import asked, looks_like_slip

_PLANNED = re.compile("计划|(?<!项)目标|不少于|不低于|不超过|任务数?")
_HELD_AGAINST = re.compile(
    "[比较].*(?:[少多高低超差缺短]|增加?|减少?|提高|下降|提前|推迟|超[过出额]?)了?$|[超短缺](?:额|过)?(?:年度)?(?:计划|目标|任务)$"
)
"""比计划少 0.6 公顷, 超计划 20 个: how far what was done is from the plan, not the plan."""
_ALTERED = re.compile("(?:调整|修订|变更|[上下]调|调[增减])[为到至]$")
_GIVEN_UP = re.compile("(?:调整|修订|变更|[上下]调|调[增减])[为到至]")
_DONE = re.compile(
    r"^(?:其中|20\d\d年|截至[^，]*|[全本当][年省市县区]|年内|累计|合计|实际|共|已|完成|实现|达到|[一二三四五]是)+|(?:为|达到?|共|已|累计)+$"
)
_LAST_YEAR = re.compile(r"上年|去年|上一年|前一年|同期|[较比]20\d\d年")
_LONG_RATE = 6
_SHARED = 4
_FEWEST = 2
_TELLING = 3
_BRACKETS = re.compile(r"（[^（）]*）")
_NOTHING = Judgement(Verdict.IMPOSSIBLE, "")
_KINDS = (FactKind.COUNT, FactKind.RATE, FactKind.AMOUNT)


def find_named_in_form(
    forms: Sequence[ScoreForm], extraction: Extraction, relations: Relations, known: Mapping[int, Fact]
) -> None:
    """Hold targets and actual values of every form against the text; ``known`` are the facts by their offset."""
    said = [m for m in extraction.mentions if m.fact.kind in _KINDS and not m.range_end]
    for form in forms:
        for row in form.rows:
            _target(row, said, relations, known)
            _actual(row, said, relations, known)
    _left_over(forms, said, relations, known)


def _left_over(
    forms: Sequence[ScoreForm], said: Sequence[Mention], relations: Relations, known: Mapping[int, Fact]
) -> None:
    """Ask about the only rate of its sort (及时率) that the forms do not take from the text, and the only one of it
    that the text does not give to the forms, where one slip parts them."""
    stated = [
        (sort, row, fact)
        for row in (row for form in forms for row in form.rows)
        if (fact := _fact(row.actual, known)) is not None
        and fact.kind is FactKind.RATE
        and (sort := sort_of_rate(_BRACKETS.sub("", normal(row.name)))) is not None
    ]
    told = [m for m in said if m.fact.kind is FactKind.RATE and m.fact.where is not Where.TABLE]
    told = [m for m in told if m.fact.evidence.table is None]
    in_cells = {fact.quantity.value for fact in known.values() if fact.evidence.table is not None}
    in_cells |= {fact.quantity.value for _, _, fact in stated}
    in_text = {mention.fact.quantity.value for mention in told}
    for word in dict.fromkeys(of for of, _, _ in stated):
        cells = [(row, fact) for of, row, fact in stated if of == word and fact.quantity.value not in in_text]
        texts = [m for m in told if m.fact.quantity.value not in in_cells and _sort_of(m) == word]
        if len(cells) == len(texts) == 1 and _may_be_one(texts[0], *cells[0]):
            judgement = judge(Operation.DUPLICATE, [_plain(texts[0].fact)], _plain(cells[0][1]))
            if judgement.verdict is Verdict.IMPOSSIBLE:
                reason = "指标的实际完成值与正文所述"
                doubt = asked(judgement, "实际完成值与正文所述不一致")
                relations.add(RelationKind.TEXT_VS_ANNEX, [texts[0].fact], cells[0][1], reason, doubt)


def _sort_of(mention: Mention) -> str | None:
    """Return the word for the rate that a figure of the text is called by, where it is no plan: 及时率."""
    return None if _PLANNED.search(mention.lead) else sort_of_rate(mention.lead)


def _may_be_one(mention: Mention, row: IndicatorRow, stated: Fact) -> bool:
    """Say whether two rates of one year are one slip apart, and the text names nothing that the indicator does not."""
    own = whose_rate(mention.lead)
    one, other = mention.fact.quantity, stated.quantity
    told = one.hedge is other.hedge is Hedge.NONE and mention.fact.period == stated.period
    digits = sorted((one.plain().replace(".", ""), other.plain().replace(".", "")), key=len)
    long = len(digits[1]) >= _TELLING and len(digits[0]) >= _TELLING - 1 and one.precision and other.value
    return bool(told and long and normal(row.name).find(own) >= 0 and are_one_slip_apart(*digits))


def _target(
    row: IndicatorRow, said: Sequence[Mention], relations: Relations, known: Mapping[int, Fact]
) -> None:
    stated = _fact(row.target, known)
    if stated is None:
        return
    plans = [m.fact for at, m in enumerate(said) if _is_plan(m, said[at - 1 : at]) and _is_of(m, row, stated)]
    _hold(stated, plans, "指标的年度指标值与正文所述计划", "年度指标值与正文所述计划不一致", relations)


def _is_plan(mention: Mention, before: Sequence[Mention]) -> bool:
    """Say whether words plan a figure: neither the plan that was given up nor how far it was missed (目标由 A 调整为 B)."""
    if _PLANNED.search(mention.lead):
        return not (_HELD_AGAINST.search(mention.lead) or _GIVEN_UP.match(mention.tail))
    altered = _ALTERED.search(mention.lead) is not None
    return altered and any(_PLANNED.search(m.lead) and m.sentence == mention.sentence for m in before)


def _actual(
    row: IndicatorRow, said: Sequence[Mention], relations: Relations, known: Mapping[int, Fact]
) -> None:
    stated = _fact(row.actual, known)
    if stated is None:
        return
    told = [
        m
        for m in said
        if not (m.narrowed or _PLANNED.search(m.lead) or _ALTERED.search(m.lead) or _LAST_YEAR.search(m.lead))
    ]
    done = [m.fact for m in told if (_is_of(m, row, stated) or _is_in_words_of(m, row.actual, stated))]
    near = [f for f in done if _same(f, stated) or looks_like_slip(f, stated, _NOTHING)]
    if not near and not any(_same(m.fact, stated) for m in told):
        near = [m.fact for m in told if _is_called(m, row, stated)]
    _hold(stated, near, "指标的实际完成值与正文所述", "实际完成值与正文所述不一致", relations)


def _is_called(mention: Mention, row: IndicatorRow, stated: Fact) -> bool:
    """Say whether a figure of the year is called by the name of the row in full, and by nothing else: 货邮吞吐量."""
    mine, its, fact = mention.fact.quantity.unit, stated.quantity.unit, mention.fact
    name = _BRACKETS.sub("", normal(row.name))
    plain = fact.where is Where.TEXT and fact.period == stated.period and not mention.depth
    alike = mine is not None and its is not None and mine.symbol == its.symbol and fact.kind is stated.kind
    long = len(name) >= (_SHARED if fact.kind is not FactKind.RATE else _LONG_RATE)
    return plain and alike and long and _DONE.sub("", normal(mention.lead)) == name


def _hold(stated: Fact, said: Sequence[Fact], reason: str, doubt: str, relations: Relations) -> None:
    """Keep an equal statement; where there is none and all others agree among themselves, ask."""
    equal = next((fact for fact in said if _same(fact, stated)), None)
    if equal is None and len({fact.quantity.value for fact in said}) != 1:
        return
    other = equal or said[0]
    judgement = judge(Operation.DUPLICATE, [_plain(other)], _plain(stated))
    if judgement.verdict in FITS:
        relations.add(RelationKind.TEXT_VS_ANNEX, [other], stated, reason, judgement)
    elif equal is None:
        relations.add(RelationKind.TEXT_VS_ANNEX, [other], stated, reason, asked(judgement, doubt))


def _fact(cell: FormCell | None, known: Mapping[int, Fact]) -> Fact | None:
    """Return the fact of a cell whose figure, the only one in it, names its unit: 2473件, 审结2473件."""
    if cell is None:
        return None
    inside = [known[at] for at in range(cell.start, cell.end) if at in known]
    return inside[0] if len(inside) == 1 and inside[0].quantity.unit is not None else None


def _is_in_words_of(mention: Mention, cell: FormCell | None, stated: Fact) -> bool:
    """Say whether the words before a figure are, in full, those before the figure of a cell: 审结2473件."""
    mine, its = mention.fact.quantity.unit, stated.quantity.unit
    words = "" if cell is None else normal(cell.text[: stated.start - cell.start])
    same = mine is not None and its is not None and mine.symbol == its.symbol
    return same and mention.fact != stated and len(words) >= _FEWEST and normal(mention.lead) == words


def _is_of(mention: Mention, row: IndicatorRow, stated: Fact) -> bool:
    mine, its = mention.fact.quantity.unit, stated.quantity.unit
    if mine is None or its is None or mine.symbol != its.symbol:
        return False
    if are_rates_of_others(mention.lead, row.name):
        return False
    name = re.sub("(?:数量?|人数|率|金额|个数)$", "", normal(row.name))
    label = (
        normal(mention.lead)
        if mention.own_subject
        else f"{normal(mention.fact.subject or '')}，{normal(mention.lead)}"
    )
    match = SequenceMatcher(None, name, label, autojunk=False).find_longest_match()
    return match.size >= _SHARED and match.size * 2 > len(name)


def _same(one: Fact, other: Fact) -> bool:
    return one.quantity.value == other.quantity.value


def _plain(fact: Fact) -> Quantity:
    """Return the figure without 不少于: a plan and its target are held against one another as they are printed."""
    quantity = fact.quantity
    return Quantity(
        quantity.value, quantity.unit, quantity.precision, quantity.printed, counted=quantity.counted
    )
