"""Averages that the words of a sentence assert: 人均 A 元 × 人数 = an amount, 平均每期 A 人次 × 期数 = 人次."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.numbers.quantity import Hedge
from rules.relations.build import Reading, Relations
from rules.relations.judge import Operation
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, nearest, of_kind, same_unit

_PER = re.compile(r"(人次|[人户次亩篇件])均|每([\u4e00-\u9fff])")
_PER_UNITS = {
    "人": ("人", "人次", "名"),
    "人次": ("人次",),
    "次": ("次", "人次", "场次", "批次"),
    "村": ("个", "村"),
}
_AVERAGE = re.compile(r"人均|户均|次均|[亩篇件]均|平均每|均价|每人(?!次)|每户|每[个件处条]|每公里")


def find_averages(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert the averages of running text."""
    for statement in statements:
        for mention in of_kind(statement.own, FactKind.COUNT, FactKind.AMOUNT):
            if _AVERAGE.search(mention.lead):
                relations.choose(_average(mention, statement))


def _average(mention: Mention, statement: Statement) -> list[Reading]:
    """人均 A 元 × 人数 = an amount that the statement or those before it state; 平均每期 A 人次 × 期数 = 人次."""
    near = nearest([m for m in (*statement.section, *statement.near) if not m.range_end], mention)
    counts = [m for m in near if m.fact.kind is FactKind.COUNT and not _AVERAGE.search(m.lead)]
    per = _PER.search(mention.lead)
    units = _PER_UNITS.get(word, (word,)) if (word := per and (per.group(1) or per.group(2))) else ()
    named = [m for m in counts if m.fact.quantity.unit and m.fact.quantity.unit.symbol in units]
    wholes = [m for m in near if same_unit(m.fact, mention.fact) and not _AVERAGE.search(m.lead)][:8]
    if mention.fact.kind is FactKind.COUNT:
        counts = named
    here = statement.own[0].statement
    own = [[m for m in found if m.statement == here] for found in (named, wholes)]
    readings = [
        Reading(
            RelationKind.ARITHMETIC_OTHER,
            Operation.PRODUCT,
            (mention.fact, number.fact),
            whole.fact,
            f"“{mention.fact.label}”×{number.fact.label}＝{whole.fact.label}",
            sure=own == [[number], [whole]] and whole.fact.start < mention.fact.start,
        )
        for number in [*named, *(m for m in counts if m not in named)][:6]
        for whole in wholes
        if not _hedged(number, whole, mention)
    ]
    return readings


def _hedged(*mentions: Mention) -> bool:
    return any(m.fact.quantity.hedge is not Hedge.NONE for m in mentions)
