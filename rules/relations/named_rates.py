"""Rates that their own name defines: 满意度 = 满意 ÷ 有效问卷, 控制率 = 在职 ÷ 编制; the names are data in ``named_rates.toml``.

The words of the name say which figures are divided; nearness only decides between figures of one name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Reading
from rules.relations.change_rate import CHANGES
from rules.relations.judge import Operation
from rules.relations.operands import Figures, Found, Operand, Reach
from rules.relations.relation import RelationKind
from rules.relations.sentence import comparable

_END = r"(?:分别|均|仅|约|已|总体|为|是|达到?|至|的|＝|=)*$"
_MARK = re.compile(r"(?:高于|低于|超过|不足|未达到?|不低于|不少于|目标|标准|要求|[≥>≤<])[^，]{0,4}$|^达到?$")
"""What is only held beside a rate: 高于 95 % 的目标."""
_NARROWER = re.compile(
    "按时|及时|按期|如期|到期|准时|限时|限期|提前|当[年日场月]|一次|首次|初次|复[检核查]|优[秀良质]|非常|基本|比较|目标|指标"
)
_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST = 3


@dataclass(frozen=True, slots=True)
class NamedRate:
    """A rate by its name. ``whole_far`` and ``part_far``: how far away the figures may stand and still be meant."""

    name: re.Pattern[str]
    part: tuple[re.Pattern[str], ...]
    whole: tuple[re.Pattern[str], ...]
    part_far: Reach
    whole_far: Reach


@cache
def named_rates() -> tuple[NamedRate, ...]:
    """Return the shipped definitions, read once."""
    text = resources.files("rules.relations").joinpath("named_rates.toml").read_text("utf-8")
    entries = tomllib.loads(text, parse_float=Decimal)["rate"]
    return tuple(
        NamedRate(
            re.compile(f"(?:{entry['name']}){_END}"),
            tuple(re.compile(words) for words in entry["part"]),
            tuple(re.compile(words) for words in entry["whole"]),
            Reach.REPORT if entry["anywhere"] == "both" else Reach.PARAGRAPH,
            Reach.REPORT if entry["anywhere"] in ("both", "whole") else Reach.PARAGRAPH,
        )
        for entry in entries
    )


def is_mark(rate: Mention) -> bool:
    """Say whether a rate is only what another is held against: a target, a limit."""
    return _MARK.search(normal(rate.lead)) is not None


def is_said_whole(rate: Mention, part: str) -> bool:
    """Say whether the part is all that the rate is named by: 按时办结率 is not of all 办结."""
    narrower = _NARROWER.search(normal(rate.lead))
    return narrower is None or narrower.group() in normal(part)


def by_name(rate: Mention, figures: Figures) -> Iterator[Reading]:
    """Yield what the name of a rate says that it is, the likeliest figures first."""
    lead = normal(rate.lead)
    for definition in named_rates():
        if definition.name.search(lead) is None:
            continue
        parts = figures.named(definition.part, rate, lambda fact: _fits(fact, rate), definition.part_far)
        if parts is None:
            continue
        for part in parts.operands[:_MOST]:
            yield from _over(rate, part, parts, definition, figures)


def _over(
    rate: Mention, part: Operand, parts: Found, definition: NamedRate, figures: Figures
) -> Iterator[Reading]:
    """Yield the part over each whole; sure where the names leave one of both."""

    def fits(fact: Fact) -> bool:
        return fact is not part.fact and _fits(fact, rate) and comparable(fact, part.fact)

    tried: set[str] = set()
    for order, pattern in enumerate(definition.whole):
        wholes = figures.named([pattern], rate, fits, definition.whole_far)
        if wholes is None:
            continue
        for whole in wholes.operands[:_MOST]:
            if whole.fact.id in tried:
                continue
            clear = not tried and parts.only and wholes.only
            tried.add(whole.fact.id)
            yield Reading(
                RelationKind.RATIO,
                Operation.RATIO,
                (part.fact, whole.fact),
                rate.fact,
                f"“{rate.fact.label}”＝{part.fact.label}÷{whole.fact.label}",
                sure=clear and _is_sure(part, whole, order) and is_said_whole(rate, part.name),
                alarms=parts.only,
            )


def _is_sure(part: Operand, whole: Operand, order: int) -> bool:
    """Say whether part and whole stand so that no other can be meant: in one sentence, or the report's only ones."""
    if part.reach is whole.reach is Reach.REPORT:
        return order == 0
    return part.reach <= Reach.STATEMENT


def _fits(fact: Fact, rate: Mention) -> bool:
    if fact.kind not in _COUNTED or fact.measure in CHANGES or fact.quantity.hedge is not Hedge.NONE:
        return False
    return fact.period is None or rate.fact.period is None or fact.period == rate.fact.period
