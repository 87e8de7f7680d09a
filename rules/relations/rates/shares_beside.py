"""Shares that name no whole, since it stands beside them: 教师 576 人…教师中“双师型”432 人，占 75 %; 职工 37 人，女职工 26 人（占 70.3 %).

The whole is what the words before 中 name, else the one figure of the statement that the part stands right behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import FactKind
from rules.facts.labels import read_label
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.changes.direction import is_change, is_held_against
from rules.relations.changes.pairs import only_compares
from rules.relations.changes.rate import PRIOR
from rules.relations.judging.computation import HUNDRED
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Reach, is_counted
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, comparable, is_base, is_more

BARE = re.compile(
    r"^(?:[^占，]{0,8})?(?:仅|约|已|共|均)?占(?:比|比重|比例|到|了)?(?:仅|约|为|达到?)?$|^比重(?:为|达到?)?$"
)
NAMED_PART = re.compile(
    r"(?:其中)?([\u4e00-\u9fff“”]{2,}?)(?:仅|约|已|共|均)?占(?:比|比重|比例|到|了)?(?:仅|约|为|达到?)?$"
)
_AMONG = re.compile(r"([\u4e00-\u9fff“”]{2,}?)(?:之?中)(?:[，,]|(?![心央国级标学小医层间型外等]))")
_CHANGED = re.compile("[比较]|上年|去年|增加|减少|计划|目标|任务|其余|剩余")
_DIVIDED = re.compile(
    r"[。；\n](?:其中)?按[^，,。；：:]{2,8}(?:分|划分|分类|来看)[，,：:]?[^，,。；：:]{1,10}$"
)
"""按危险等级分，C 级 1386 户: what stands before is divided."""
_OF_YEAR = re.compile(
    r"^(?:仅|约|已)?占(?:到|了)?(?:全年|全年度|年度)(?P<thing>[\u4e00-\u9fff]{0,10}?)(?:总[数量额]|合计)?的?(?:比[重例])?(?:仅|约|为|达)?$"
)
_STRETCH = re.compile(r"[上下]半年|季度|\d{1,2}月|暑[期假]|寒假|[淡旺]季|采暖[季期]|汛期|截[至止]")
"""Words for a part of the year."""
_IN_GENERAL = re.compile(
    "[人户件个]数|数量|金额|资金|总额|支出|收入|投入|面积|比[重例]|合计|[两三四]项|上述|以上|[前后]者|所|其|该项?|这"
)
"""Words that do not name the part."""
_FEWEST = 2
_BACK = 60
_HEAD = re.compile(
    r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*)?([^，,：:]{4,}?)(?:之?中|里)[，,：:]"
)
"""What a statement is about, before its first figure."""


def shares_beside(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield the figure before a share over the whole that its words or its place name."""
    if BARE.match(normal(rate.lead)) is None or rate.lead.strip() == "":
        return
    own = [m for m in statement.own if m.fact.start < rate.fact.start and is_plain(m)]
    part = _part(rate, own)
    if part is None:
        return
    level = [m for m in own if m is part or not only_compares(m)]
    earlier = [m for m in level if m.fact.start < part.fact.start and comparable(m.fact, part.fact)]
    before = [m for m in statement.before if is_plain(m) and comparable(m.fact, part.fact)]
    words = _among(part, figures.text)
    if words:
        named = [m for m in [*reversed(earlier), *reversed(before)] if _is_named(words, m)]
        for at, whole in enumerate(named[:2]):
            here = whole in earlier
            yield _over(rate, part, whole, sure=at == 0, firm=at == 0 and here and _is_alike(part, whole))
        if not named:
            yield from _of_report(rate, part, words, figures)
        return
    beside = [m for m in earlier if m.sentence == part.sentence]
    if any(_has_such_a_share(whole, rate, statement) for whole in beside):
        return
    if len(beside) == 1 and _stands_alone(part, beside[0], level) and not _is_of_both(rate, part, beside[0]):
        if _is_of_unprinted(rate, part, beside[0], statement):
            return
        told = _over(rate, part, beside[0], sure=True)
        # More than there is of them is wrong by itself, where one slip explains it.
        sound = _is_alike(part, beside[0]) or (is_more(part, beside[0]) and told.is_explained())
        yield told if sound else replace(told, sure=False)
    elif not beside:
        yield from _of_last_statement(rate, part, before, own, figures.text)


def shares_of_head(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield the figure before a share over what its statement is about: 全年“三公”经费支出决算中，接待费 2.14 万元，占 1.3 %；….

    The whole stands wherever the report tells one value of that thing at that stage.
    """
    if BARE.match(normal(rate.lead)) is None or not rate.lead.strip():
        return
    start = statement.own[0].fact.start
    head = _HEAD.search(re.split(r"[。；;\n]", figures.text[max(start - _BACK, 0) : start])[-1])
    part = _part(rate, [m for m in statement.own if m.fact.start < rate.fact.start and is_plain(m)])
    if head is None or part is None or part.fact.kind is not FactKind.AMOUNT:
        return
    label = read_label(head.group(1), FactKind.AMOUNT, rate.fact.period)
    if label.subject is None or label.measure is None or not label.known:
        return
    period = label.period or rate.fact.period
    every = figures.of_thing(label.subject, label.measure, None)
    wholes = {f.quantity.in_base: f for f in every if f.period == period and comparable(f, part.fact)}
    for whole in wholes.values():
        reason = f"“{part.fact.label}”占“{whole.label}”的比重"
        sure = len(wholes) == 1
        yield Reading(
            RelationKind.SHARE, Operation.RATIO, (part.fact, whole), rate.fact, reason, sure=sure, alarms=sure
        )


def of_year(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """Yield what falls to a part of the year over the whole year: 全年火化 4305 例，…。上半年 2238 例，占全年 51.99 %."""
    words = _OF_YEAR.match(normal(rate.lead))
    at = statement.own.index(rate)
    part = statement.own[at - 1] if at else None
    if words is None or part is None or part.sentence != rate.sentence or part.depth > rate.depth:
        return
    if not is_plain(part) or not _STRETCH.search(part.lead):
        return
    thing = words["thing"]
    named = {thing[n : n + 2] for n in range(len(thing) - 1)}
    wholes = [
        m
        for m in statement.near
        if m.fact.start < part.fact.start
        and is_plain(m)
        and _is_of_year(m, part)
        and (not named or any(word in normal(m.lead + m.tail) for word in named))
    ]
    told = [m for m in wholes if "全年" in m.lead] or wholes
    values = {m.fact.quantity.in_base: m for m in told}
    for whole in reversed(values.values()):
        yield _over(rate, part, whole, sure=len(values) == 1 and _is_alike(part, whole))


def _is_of_year(mention: Mention, part: Mention) -> bool:
    """Say whether a figure is of the whole year that another is of a part of, and not one that is only compared."""
    return (
        not mention.depth
        and bool(normal(mention.lead))
        and mention.fact.period == part.fact.period
        and comparable(mention.fact, part.fact)
        and not _STRETCH.search(mention.lead)
        and not (is_base(mention) or is_change(mention) or is_held_against(mention))
        and not PRIOR.search(mention.lead)
        and not _CHANGED.search(normal(mention.lead))
    )


def _of_last_statement(
    rate: Mention, part: Mention, before: Sequence[Mention], own: Sequence[Mention], text: str
) -> Iterator[Reading]:
    """Yield the only figure of its kind in the statement before: 受理信访 10785 件次。初次信访 7246 件次，占 67.2 %."""
    level = [m for m in before if not m.depth]
    last = [m for m in level if m.statement == level[-1].statement and not _CHANGED.search(normal(m.lead))]
    if len(last) != 1 or own[0] is not part or part.depth:
        return
    divided = _DIVIDED.search(text[max(part.fact.start - _BACK, 0) : part.fact.start]) is not None
    sure = _is_alike(part, last[0])
    yield _over(rate, part, last[0], sure=sure, firm=sure and divided)


def _part(rate: Mention, own: Sequence[Mention]) -> Mention | None:
    """Return the figure right before a share, outside of its bracket if it stands in one, or the one that it names."""
    near = [m for m in reversed(own[-6:]) if m.depth <= rate.depth and m.sentence == rate.sentence]
    named = NAMED_PART.search(normal(rate.lead))
    name = _IN_GENERAL.sub("", named.group(1)).strip("“”") if named is not None else ""
    if len(name) >= _FEWEST:
        pairs = {name[at : at + 2] for at in range(len(name) - 1)}
        whole = [m for m in near if name in _words_of(m)]
        near = whole or [m for m in near if any(pair in _words_of(m) for pair in pairs)]
    return near[0] if near and not _CHANGED.search(normal(near[0].lead)) else None


def _words_of(mention: Mention) -> str:
    return re.sub("[“”]", "", f"{normal(mention.lead)}|{normal(mention.tail)}")


def _among(part: Mention, text: str) -> str:
    """Return the words that say among what a part is: 专任教师 of 专任教师中“双师型”教师."""
    start = part.fact.start
    clause = re.split(r"[。；;\n]", text[max(start - _BACK, 0) : start])[-1]
    last = re.search(r"(?:[^，,]*中[，,])?[^，,]*$", clause)
    found = _AMONG.search(normal(last.group()) if last is not None else "")
    words = found.group(1) if found is not None else ""
    return (
        re.sub(r"^.*?[个项家所名条座批件户辆台套](?=[\u4e00-\u9fff]{2})", "", words)
        .removeprefix("在")
        .strip("“”")
    )


def _is_named(words: str, whole: Mention) -> bool:
    """Say whether words name a figure: by what stands before it or, 31 个断面中, behind it."""
    name = f"{normal(whole.lead)}|{normal(whole.tail)}"
    return words in name or (len(words) > 3 and words[-2:] in name and words[:2] in name)


def _of_report(rate: Mention, part: Mention, words: str, figures: Figures) -> Iterator[Reading]:
    """Yield the one figure of the report that the words name in full: 总投资中，增发国债 9200.00 万元，占 55.89 %."""
    pattern = re.compile(f"{re.escape(words)}(?:[为共达计]|合计|总额|金额)*(?:[|]|$)")
    every = [
        o
        for o in figures.anywhere(pattern)
        if o.reach is Reach.REPORT and o.fact is not part.fact and comparable(o.fact, part.fact)
    ]
    wholes = {o.fact.quantity.in_base: o.fact for o in reversed(every) if o.fact.quantity.hedge is Hedge.NONE}
    for whole in list(wholes.values())[:2]:
        yield Reading(
            RelationKind.SHARE,
            Operation.RATIO,
            (part.fact, whole),
            rate.fact,
            f"“{part.fact.label}”占“{whole.label}”的比重",
            sure=len(wholes) == 1,
        )


def _stands_alone(part: Mention, whole: Mention, own: Sequence[Mention]) -> bool:
    """Say whether the whole stands right before the part, so that no other figure can be what it is of."""
    level = [m for m in own if m.depth == whole.depth]
    return (
        part in level
        and level.index(part) - level.index(whole) == 1
        and not _CHANGED.search(normal(whole.lead))
    )


def _has_such_a_share(whole: Mention, rate: Mention, statement: Statement) -> bool:
    """Say whether a figure has a share of its own in the same words, so that it is another item: 中央（A 万元，占 60 %）、省级（B 万元，占 25 %）."""
    at = statement.own.index(whole)
    its = next(iter(statement.own[at + 1 : at + 2]), None)
    alike = its is not None and its.fact.kind is FactKind.RATE and its is not rate
    return bool(alike and its is not None and normal(its.lead) == normal(rate.lead))


def _is_of_both(rate: Mention, part: Mention, other: Mention) -> bool:
    """Say whether the share is of both figures together: 男 400 人，女 100 人，占 20 %."""
    both = part.fact.quantity.in_base + other.fact.quantity.in_base
    half = Decimal(1).scaleb(-rate.fact.quantity.precision)
    return bool(both) and abs(part.fact.quantity.in_base / both * HUNDRED - rate.fact.quantity.value) <= half


def _is_of_unprinted(share: Mention, part: Mention, whole: Mention, statement: Statement) -> bool:
    """Say whether a share is of what only a rate between whole and part tells: 发放 500 份，回收率 96 %，满意 460 份，占 95.83 %."""
    between = [m for m in statement.own if whole.fact.start < m.fact.start < part.fact.start]
    for told in (m.fact.quantity for m in between if m.fact.kind is FactKind.RATE and m.fact.quantity.value):
        base = whole.fact.quantity.in_base * told.value / HUNDRED
        if not base:
            continue
        due = part.fact.quantity.in_base / base * HUNDRED
        halves = [Decimal(1).scaleb(-one.precision) / 2 for one in (share.fact.quantity, told)]
        if abs(due - share.fact.quantity.value) <= halves[0] + due * (halves[1] / told.value + 1 / base):
            return True
    return False


def _is_alike(part: Mention, whole: Mention) -> bool:
    mine, its = part.fact.quantity.unit, whole.fact.quantity.unit
    within = part.fact.quantity.in_base <= whole.fact.quantity.in_base
    return (
        within
        and mine is not None
        and its is not None
        and mine.dimension is its.dimension
        and comparable(part.fact, whole.fact)
    )


def is_plain(mention: Mention) -> bool:
    """Say whether a figure is counted, told exactly, and no average."""
    exact = is_counted(mention.fact) and mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return exact and AVERAGE.search(normal(mention.lead)) is None


def _over(rate: Mention, part: Mention, whole: Mention, *, sure: bool, firm: bool = False) -> Reading:
    return Reading(
        RelationKind.SHARE,
        Operation.RATIO,
        (part.fact, whole.fact),
        rate.fact,
        f"“{part.fact.label}”占“{whole.fact.label}”的比重",
        sure=sure or firm,
        firm=firm,
    )
