"""Rates of small counts: of 39 things only certain percentages are possible (the test called GRIM)."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from rules.facts.fact import FactKind
from rules.facts.mention import Extraction, Mention
from rules.numbers.quantity import Hedge, Quantity
from rules.relations.build import Relations
from rules.relations.relation import Judgement, RelationKind, Verdict

GRIM = "个数之比不可能取此值"
"""What ``likely`` says of a rate that no count gives; it may be one of amounts, so the unit is only asked."""

_ALL = re.compile(r"(?:共计?|共有|总计|总共|合计|累计)[\u4e00-\u9fff]{0,6}$")
_OF_COUNTS = re.compile(
    r"(?:完成|办结|办理|合格|达标|验收|通过|上线|整改|签订|开工|完工|竣工|回复|答复|回访)(?:及时|优秀)?率"
)


def possible_counts(rate: Quantity, total: int) -> tuple[int, ...]:
    """Return every whole number whose share of ``total`` can print as the rate (in per cent)."""
    half = Decimal(5).scaleb(-rate.precision - 1)
    low = ((rate.value - half) * total / 100).to_integral_value(ROUND_CEILING)
    high = ((rate.value + half) * total / 100).to_integral_value(ROUND_FLOOR)
    return tuple(range(int(max(low, Decimal(0))), int(high) + 1))


def judge_rate_of(rate: Quantity, total: int) -> Judgement:
    """Judge a rate over a stated count; where none fits, name the nearest rates that are possible."""
    counts = possible_counts(rate, total)
    if counts:
        return Judgement(
            Verdict.EXACT, f"{counts[0]} ÷ {total} = {_share(counts[0], total, rate.precision)} %"
        )
    below = int((rate.value * total / 100).to_integral_value(ROUND_FLOOR))
    near = "、".join(
        f"{count} 个为 {_share(count, total, rate.precision)} %"
        for count in (below, below + 1)
        if count <= total
    )
    words = f"{total} 个中没有哪个整数之比为 {rate.plain()} %（{near}）；按金额或加权计算的除外"
    return Judgement(Verdict.UNDETERMINED, words, likely=GRIM)


def find_discrete(extraction: Extraction, relations: Relations) -> None:
    """Hold rates of counts against the one count that their sentence gives as the whole (共 39 个项目)."""
    computed = {relation.stated for relation in relations.items}
    sentences: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        sentences[mention.block, mention.sentence].append(mention)
    for mentions in sentences.values():
        counts = [m for m in mentions if m.fact.kind is FactKind.COUNT]
        rates = [m for m in mentions if m.fact.kind is FactKind.RATE and _OF_COUNTS.search(m.lead)]
        if len(counts) != 1 or len(rates) != 1 or not _is_whole(counts[0]):
            continue
        count, rate = counts[0].fact, rates[0].fact
        if rate.quantity.hedge is not Hedge.NONE or rate.start < count.start or rate.id in computed:
            continue
        relations.add(
            RelationKind.ARITHMETIC_OTHER,
            [count],
            rate,
            "个数之比",
            judge_rate_of(rate.quantity, int(count.quantity.value)),
        )


def _is_whole(mention: Mention) -> bool:
    quantity = mention.fact.quantity
    exact = quantity.hedge is Hedge.NONE and quantity.precision == 0 and quantity.value > 0
    return exact and _ALL.search(mention.lead) is not None


def _share(count: int, total: int, precision: int) -> str:
    share = Decimal(count) / total * 100
    return f"{share.quantize(Decimal(1).scaleb(-max(precision, 0)), ROUND_HALF_UP):f}"
