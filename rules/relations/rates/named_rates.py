"""Rates that their own name defines: 满意度 = 满意 ÷ 有效问卷, 控制率 = 在职 ÷ 编制; the names are data in ``named_rates.toml``.

The words of the name say which figures are divided; nearness only decides between figures of one name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, partial
from importlib import resources

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import TOTAL, normal
from rules.numbers.interval import Interval
from rules.numbers.quantity import Hedge
from rules.relations.changes.rate import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.rates.operands import AVERAGE, Figures, Found, Operand, Reach, distinct
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import comparable, same_unit

_END = r"(?:分别|均|仅|约|已|总体|为|是|达到?|至|的|＝|=)*$"
_MARK = re.compile(r"(?:高于|低于|超过|不足|未达到?|不低于|不少于|目标|标准|要求|[≥>≤<])[^，]{0,4}$|^达到?$")
"""What is only held beside a rate: 高于 95 % 的目标."""
_NEW = re.compile("新(?:收|受理|立)")
_NARROWER = re.compile(
    "按时|及时|按期|如期|到期|准时|限时|限期|提前|当[日场月]|首次|初次|复[检核查]|优质|非常|基本|比较|目标|指标"
)
_IN_TIME = re.compile("[内前]|准时|按时|及时")
_LEADING = re.compile("^(?:其中|表示|选择|被|已|对|有|为|全年|[年期]末|年底|[本当]年|累计|共|[“”])+|[“”]")
_DONE = re.compile("实际|计划|目标|任务|完成|累计")
"""新增 is what was to be done, and no change, where a plan stands beside it."""
_BEYOND = re.compile("[比较][^，]{0,8}[多少差]|超[额出]|[多少]完成")
"""By how much a plan was missed or passed, which is neither plan nor what was done."""
_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST = 3
_BOTH = 2


@dataclass(frozen=True, slots=True)
class NamedRate:
    """A rate by its name. ``whole_far`` and ``part_far``: how far away the figures may stand and still be meant.

    ``beside``: the part may be any figure of the sentence that stands beside the whole (硬化道路 18.60 公里，计划 20 公里).
    ``alone``: nothing but the name tells part and whole (债务还本付息 … 本息覆盖率 is not of the 本息). ``varies``: usage
    differs, so that the reading is never sure. ``averages``: the part is an average by its name (日均处理 over 设计能力).
    """

    name: re.Pattern[str]
    part: tuple[re.Pattern[str], ...]
    whole: tuple[re.Pattern[str], ...]
    part_far: Reach
    whole_far: Reach
    beside: bool
    alone: bool
    varies: bool
    averages: bool


@cache
def named_rates() -> tuple[NamedRate, ...]:
    """Return the shipped definitions, read once."""
    text = resources.files("rules.relations.rates").joinpath("named_rates.toml").read_text("utf-8")
    entries = tomllib.loads(text, parse_float=Decimal)["rate"]
    return tuple(
        NamedRate(
            re.compile(f"(?:{entry['name']}){_END}"),
            tuple(re.compile(words) for words in entry["part"]),
            tuple(re.compile(words) for words in entry["whole"]),
            Reach.REPORT if entry["anywhere"] == "both" else Reach.PARAGRAPH,
            Reach.REPORT if entry["anywhere"] in ("both", "whole") else Reach.PARAGRAPH,
            bool(entry.get("beside", False)),
            bool(entry.get("alone", False)),
            bool(entry.get("varies", False)),
            bool(entry.get("averages", False)),
        )
        for entry in entries
    )


def is_mark(rate: Mention) -> bool:
    """Say whether a rate is only what another is held against: a target, a limit."""
    return _MARK.search(normal(rate.lead)) is not None


def is_said_whole(rate: Mention, part: str) -> bool:
    """Say whether the part is all that the rate is named by: 按时办结率 is not of all 办结."""
    narrower = _NARROWER.search(normal(rate.lead))
    return narrower is None or narrower.group() in normal(part) or _IN_TIME.search(normal(part)) is not None


def is_told_by_name_alone(rate: Mention) -> bool:
    """Say whether a rate is of what its name says and of nothing else, whatever stands beside it."""
    lead = normal(rate.lead)
    return any(d.alone and d.name.search(lead) is not None for d in named_rates())


def by_name(rate: Mention, figures: Figures) -> Iterator[Reading]:
    """Yield what the name of a rate says that it is, the likeliest figures first."""
    lead = normal(rate.lead)
    for definition in named_rates():
        if definition.name.search(lead) is None:
            continue
        if definition.beside:
            yield from _beside(rate, definition, figures)
        fits = partial(_fits, rate=rate, averages=definition.averages)
        parts = figures.named(definition.part, rate, fits, definition.part_far)
        if parts is None:
            continue
        for part in parts.operands[:_MOST]:
            yield from _over(rate, part, parts, definition, figures)


def in_own_bracket(rate: Mention, figures: Figures) -> Reading | None:
    """Return part over whole of a bracket right behind a rate that gives these two only: 96.63 %（有效样本 950 人，满意 918 人）."""
    lead = normal(rate.lead)
    named = (definition for definition in named_rates() if definition.name.search(lead))
    return next((found for d in named if (found := _in_bracket(rate, d, figures)) is not None), None)


def _in_bracket(rate: Mention, definition: NamedRate, figures: Figures) -> Reading | None:
    inside = [
        o
        for o in figures.behind(rate)
        if o.mention is not None and o.mention.depth == rate.depth + 1 and _fits(o.fact, rate)
    ]
    end = rate.fact.evidence.end or rate.fact.start
    bracket = re.match(r"[（(]([^（）()]*)[）)]", figures.text[end:])
    if bracket is None:
        return None
    inside = [o for o in inside if o.fact.start < end + bracket.end()]
    parts = [o for o in inside if any(pattern.search(o.name) for pattern in definition.part)]
    wholes = [o for o in inside if any(pattern.search(o.name) for pattern in definition.whole)]
    wholes = [o for o in wholes if o not in parts] or wholes
    both = len(parts) == len(wholes) == 1 and len(inside) == _BOTH and parts[0] is not wholes[0]
    if both and comparable(parts[0].fact, wholes[0].fact):
        return replace(_ratio(rate, parts[0], wholes[0], sure=True), firm=True)
    return None


def _beside(rate: Mention, definition: NamedRate, figures: Figures) -> Iterator[Reading]:
    """Yield the one other figure of the sentence over the whole that is named there: 修路 18.60 公里，计划 20.00 公里."""
    wholes = figures.named(definition.whole, rate, lambda fact: _fits(fact, rate), Reach.SENTENCE)
    if wholes is None or not wholes.only:
        return
    whole = wholes.operands[0]
    others = distinct(
        [
            o
            for o in figures.near(rate)
            if o.reach is Reach.SENTENCE
            and o.fact is not whole.fact
            and _fits(o.fact, rate)
            and comparable(o.fact, whole.fact)
        ]
    )
    if len(others) == 1:
        yield _ratio(rate, others[0], whole, sure=is_said_whole(rate, others[0].name))


def _over(
    rate: Mention, part: Operand, parts: Found, definition: NamedRate, figures: Figures
) -> Iterator[Reading]:
    """Yield the part over each whole; sure where the names leave one of both."""

    def fits(fact: Fact) -> bool:
        return fact is not part.fact and _fits(fact, rate) and comparable(fact, part.fact)

    tried: set[str] = set()
    owner = _owner(part, definition)
    if owner:
        own = [o for o in figures.near(rate) if owner in o.name and o.fact is not part.fact and fits(o.fact)]
        for whole in distinct([o for o in own if o.reach <= Reach.PARAGRAPH])[:_MOST]:
            yield _ratio(rate, part, whole, sure=len(own) == 1 and parts.only)
            tried.add(whole.fact.id)
    for order, pattern in enumerate(definition.whole):
        wholes = figures.named([pattern], rate, fits, definition.whole_far)
        if wholes is None:
            continue
        wholes = _of_all(part, wholes) if definition.whole_far is Reach.REPORT else wholes
        first = [o for o in wholes.operands[_MOST:] if o.reach <= Reach.PARAGRAPH][
            -1:
        ]  # told before its parts
        for whole in (*wholes.operands[:_MOST], *first):
            if whole.fact.id in tried:
                continue
            clear = not tried and parts.only and wholes.only
            fixed = clear and not definition.varies
            tried.add(whole.fact.id)
            sure = fixed and _is_sure(part, whole, order, definition)
            sure = sure and is_said_whole(rate, part.name)
            sure = sure and (not owner or whole.reach <= Reach.STATEMENT)
            told = replace(_ratio(rate, part, whole, sure=sure), alarms=parts.only)
            if _NEW.search(whole.name) and not told.is_explained():
                told = told.silent()  # what was left of last year may be of the base
            # 受理 173 件 …。办结 169 件，办结率: a sentence away, but the only ones of these names, in one unit.
            # 用人单位满意度 is of some only.
            plain = definition.name.match(normal(rate.lead)) is not None and not owner
            near = fixed and plain and whole.reach <= Reach.PARAGRAPH and part.reach <= Reach.SENTENCE
            if near and not sure and is_said_whole(rate, part.name) and same_unit(part.fact, whole.fact):
                told = replace(told, sure=told.is_explained())
            yield told


def _of_all(part: Operand, wholes: Found) -> Found:
    """Leave out the budgets of single items where a part is of all there is, and take one printed coarser as the same."""
    if part.fact.subject not in (None, TOTAL) or part.fact.kind is not FactKind.AMOUNT:
        return wholes
    own = [o for o in wholes.operands if o.fact.subject in (None, TOTAL)]
    finest: list[Operand] = []
    for operand in sorted(
        own, key=lambda o: Decimal(1).scaleb(-o.fact.quantity.precision) * o.fact.quantity.factor
    ):
        if not any(_true_values(o).meets(_true_values(operand)) for o in finest):
            finest.append(operand)
    return replace(wholes, operands=tuple(finest)) if finest else wholes


def _true_values(operand: Operand) -> Interval:
    quantity = operand.fact.quantity
    return quantity.interval().scaled(quantity.factor)


def _owner(part: Operand, definition: NamedRate) -> str:
    """Return whose part it is said to be: 学生 in 学生满意 563 人, which is of the 学生 and not of all."""
    found = next((m for pattern in definition.part if (m := pattern.search(part.name))), None)
    words = _LEADING.sub("", part.name[: found.start()]) if found is not None else ""
    return words if 2 <= len(words) <= 6 else ""


def _ratio(rate: Mention, part: Operand, whole: Operand, *, sure: bool) -> Reading:
    return Reading(
        RelationKind.RATIO,
        Operation.RATIO,
        (part.fact, whole.fact),
        rate.fact,
        f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
        sure=sure,
    )


def _is_sure(part: Operand, whole: Operand, order: int, definition: NamedRate) -> bool:
    """Say whether part and whole stand so that no other can be meant: in one statement, or the report's only ones."""
    if part.reach is whole.reach is Reach.REPORT:
        return order == 0
    return part.reach <= Reach.STATEMENT and (
        whole.reach <= Reach.STATEMENT or definition.whole_far is Reach.REPORT
    )


def _fits(fact: Fact, rate: Mention, averages: bool = False) -> bool:
    if fact.kind not in _COUNTED or fact.quantity.hedge is not Hedge.NONE:
        return False
    if AVERAGE.search(fact.label) and not averages:
        return False
    if fact.measure in CHANGES and not _DONE.search(fact.label):
        return False
    if _BEYOND.search(fact.label):
        return False
    return fact.period is None or rate.fact.period is None or fact.period == rate.fact.period
