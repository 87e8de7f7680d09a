"""Rates whose base or part stands in a bracket behind them, under a name of its own: 管理率 74.95 %（辖区老年人 9.26 万人）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.rates.beside import ITEM, OF_CHANGE, one_unit, over
from rules.relations.rates.operands import AVERAGE, Figures
from rules.relations.reading import Reading
from rules.relations.sentence import Statement

_OPENED = re.compile(r"[（(][^（）()，。；\d]*")
_OTHER = re.compile("上年|去年|同期|年初|20\\d\\d|[较比]|增|减|另|平均|除|提前|剔除|扣")
"""Another year's figure, a change or a thing besides is neither part nor whole."""
_AMONG = re.compile("^[\u4e00-\u9fff]{0,4}中[\u4e00-\u9fff]{0,4}$")
_COUNTED = (FactKind.COUNT, FactKind.AMOUNT)


def of_bracket(rate: Mention, statement: Statement, figures: Figures) -> Iterator[Reading]:
    """Yield the figure before a rate over the one in the bracket behind it, or the other way round.

    培训考核通过率 91.16 %（396 人次中 361 人次通过）tells both itself.
    """
    at = next((n for n, m in enumerate(statement.own) if m.fact is rate.fact), None)
    if at is None or OF_CHANGE.search(normal(rate.lead)):
        return
    inside = [m for m in statement.own[at + 1 :] if m.depth == rate.depth + 1][:3]
    inside = [m for m in inside if m.parent == inside[0].parent]
    end = rate.fact.evidence.end or rate.fact.start
    if not inside or not _OPENED.fullmatch(figures.text[end : inside[0].fact.start]):
        return
    if any(m.fact.kind not in _COUNTED or not _is_plain(m) for m in inside):
        return
    if len(inside) == 2:
        whole, part = inside
        first = whole.fact.evidence.end or whole.fact.start
        if one_unit(part, whole) and _AMONG.match(figures.text[first : part.fact.start]):
            yield over(rate, part, whole, sure=True)
        return
    told, before = inside[0], statement.own[at - 1] if at else None
    named = normal(told.lead) and not ITEM.match(normal(told.lead))
    beside = before is not None and before.sentence == rate.sentence and before.depth == rate.depth
    if before is None or not beside or not named or len(inside) > 1 or not _is_plain(before):
        return
    if before.fact.kind in _COUNTED and one_unit(before, told):
        yield over(rate, before, told)
        yield over(rate, told, before)


def _is_plain(mention: Mention) -> bool:
    """Say whether a figure is told exactly, is no average, and of nothing else than this year's doing."""
    lead = normal(mention.lead)
    exact = mention.fact.quantity.hedge is Hedge.NONE and not mention.range_end
    return exact and AVERAGE.search(lead) is None and _OTHER.search(lead) is None
