"""Rates of one whole one after the other, and the rate behind its only two figures: only one slip is alleged of them.

产妇 163 人，早孕建册 151 人，建册率 92.64 %，产后访视 158 人，访视率 96.93 %: the second is of what the first is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.changes.rate import CHANGES
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import mended_by_one_slip
from rules.relations.rates.beside import (
    ITEM,
    OF_CHANGE,
    REST,
    STEM,
    is_whole_figure,
    is_within,
    name_of,
    one_unit,
    over,
)
from rules.relations.rates.named_rates import is_said_whole
from rules.relations.reading import Reading
from rules.relations.sentence import Statement

_TELLING = 3
_CAME_OFF = ("成功", "有效")


def of_same_whole(rate: Mention, statement: Statement) -> Iterator[Reading]:
    """Yield the part right before a rate over what the part and rate before these are of, or over its only neighbour.

    产妇 163 人，早孕建册 151 人，建册率 92.64 %，产后访视 158 人，访视率 96.93 %. Only one slip is alleged.
    """
    at = next((n for n, m in enumerate(statement.own) if m.fact is rate.fact), 0)
    if any(m.depth > rate.depth for m in statement.own[at + 1 : at + 2]):
        return  # a bracket that tells what it is of: 访视率 95.24 %（活产 168 人）
    stem = STEM.search(normal(rate.lead))
    if (
        at < 2
        or stem is None
        or rate.depth
        or rate.fact.measure in CHANGES
        or OF_CHANGE.search(stem.group(1))
    ):
        return
    part = statement.own[at - 1]
    if not is_whole_figure(part) or part.depth or part.sentence != rate.sentence or ITEM.match(part.lead):
        return
    if REST.search(name_of(part)) or not is_said_whole(rate, name_of(part)):
        return
    earlier = [m for m in statement.own[: at - 1] if is_whole_figure(m) and one_unit(m, part) and not m.depth]
    whole = _whole_of_last(part, statement.own[: at - 1], earlier) or _only_neighbour(
        part, stem.group(1), statement.own[: at - 1], earlier
    )
    if whole is not None:
        reading = over(rate, part, whole)
        # The whole is borne out by the other rate, or else nothing bears out anything: it is not what was mistaken.
        quantities = [part.fact.quantity, whole.fact.quantity]
        explained = any(
            mended_by_one_slip(Operation.RATIO, quantities, rate.fact.quantity, index) for index in (0, 2)
        )
        if explained or is_within(rate, part, whole):
            yield replace(reading, sure=explained)


def _whole_of_last(part: Mention, before: Sequence[Mention], earlier: Sequence[Mention]) -> Mention | None:
    """Return what the rate before the part is of, where that rate and its own part show it."""
    if len(before) < 3 or before[-1].fact.kind is not FactKind.RATE or before[-2] not in earlier:
        return None
    rate, other = before[-1], before[-2]
    if rate.fact.quantity.telling_digits < _TELLING or rate.sentence != part.sentence or rate.depth:
        return None
    shown = [m for m in earlier if m is not other and over(rate, other, m).holds()]
    return shown[0] if len({m.fact.quantity.in_base for m in shown}) == 1 else None


def _only_neighbour(
    part: Mention, stem: str, before: Sequence[Mention], earlier: Sequence[Mention]
) -> Mention | None:
    """Return the figure right before a part that the rate is called after, where it opens the sentence: 鉴定 620 人，取得证书 571 人，获证率."""
    whole = before[-1] if before else None
    if (
        whole is None
        or whole not in earlier
        or whole.sentence != part.sentence
        or REST.search(name_of(whole))
    ):
        return None
    alone = not any(m.sentence == part.sentence for m in before[:-1])
    named = any(character in normal(part.lead) for character in stem[-2:])
    # 回访 1000 人，接通 968 人，回访成功率: how much of what was tried came off
    named = named or (stem[-2:] in _CAME_OFF and len(stem) > _TELLING and stem[:-2] in normal(whole.lead))
    return whole if alone and named and stem[-2:] not in name_of(whole) else None
