"""What is lost on the way and what becomes of a surplus: 制水 A，售水 B，产销差 A − B; 剩余 A，收回 B，结转 A − B."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit
from rules.relations.sums.wholes import is_aside

_LOST = re.compile(
    r"(?:产销|购销|供销|供售|产售)(?:水|电|气|热)?量?差(?:额|量)?(?:为|达)?$|"
    r"(?:漏损|漏失|损失|管损|线损|无收益)(?:的)?(?:水|电|气|热)?量?(?:为|达)?$"
)
_MADE = re.compile("制水|产水|供水|供气|供热|供电|购水|购电|购气|取水|生产|总量")
_SOLD = re.compile("售水|售电|售气|售热|用水|用气|用电|用热|销售|有效供水|计费|收费水量")
_SURPLUS = re.compile(
    r"(?:结余|节余|剩余|结转结余|未用完|余款|余额|未支出|未使用)(?:资金|金额|指标|数)?(?:的|为|共|计)*$"
)
_RETURNED = re.compile("收回|缴回|退回|上缴|交回|核减|注销")
_KEPT = re.compile(r"结转|下年|次年|留用|继续使用|20\d\d年")
_MOST_APART = 3
_COUNTED = (FactKind.AMOUNT, FactKind.COUNT)


def find_losses(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert what was lost between two amounts, and that a surplus is what was returned of it and what was kept."""
    for statement in statements:
        own = [m for m in of_kind(statement.own, *_COUNTED) if not m.depth]
        for at, mention in enumerate(own):
            if at > 1 and _LOST.search(normal(mention.lead)):
                relations.choose(_lost(own[at - 2], own[at - 1], mention))
            if mention.fact.kind is FactKind.AMOUNT and _SURPLUS.search(normal(mention.lead)):
                relations.choose(_disposed(mention, own[at + 1 : at + 1 + _MOST_APART]))


def _lost(made: Mention, sold: Mention, lost: Mention) -> list[Reading]:
    """Return what was made less what was sold, where the three stand side by side and their words say so."""
    alike = all(same_unit(m.fact, lost.fact) and m.sentence == lost.sentence for m in (made, sold))
    one_year = made.fact.period == sold.fact.period == lost.fact.period
    if not alike or not one_year or any(is_aside(m) or is_base(m) for m in (made, sold, lost)):
        return []
    told = _MADE.search(made.lead) is not None and _SOLD.search(sold.lead) is not None
    order = (made.fact, sold.fact)
    reason = f"“{lost.fact.label}”＝{made.fact.label}－{sold.fact.label}"
    return [Reading(RelationKind.DIFFERENCE, Operation.DIFFERENCE, order, lost.fact, reason, sure=told)]


def _disposed(surplus: Mention, behind: Sequence[Mention]) -> list[Reading]:
    """Return that a surplus is what was returned and what was kept of it, where both are told of it right behind it."""
    parts = []
    for mention in behind:
        if mention.sentence != surplus.sentence or not same_unit(mention.fact, surplus.fact):
            break
        words = normal(mention.lead)
        if not (_RETURNED.search(words) or _KEPT.search(words)) or is_aside(mention):
            break
        parts.append(mention)
    returned = [m for m in parts if _RETURNED.search(normal(m.lead))]
    if len(parts) < 2 or not returned or len(returned) == len(parts):
        return []
    facts = tuple(m.fact for m in parts)
    reason = f"“{surplus.fact.label}”＝收回部分＋结转部分"
    return [Reading(RelationKind.SUM, Operation.SUM, facts, surplus.fact, reason, sure=len(parts) == 2)]
