"""What was found wrong behind a rate of what was right: 抽查 96 份，达标 81 份，达标率 84.38 %；时长不足 9 份，无签字 6 份."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.balances.left_of_rates import KnownRates, known_rates
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, of_kind, same_things

_RIGHT = re.compile("合格|准确|达标|完好|规范|齐全|正常|通过|及时|按期|按时|优良|相符|一致")
_WRONG = re.compile(
    "存在|不足|不全|不齐|不符|不一致|不规范|不合格|不达标|不准确|未|无|缺[失少]?|破损|损坏|闲置|渗漏|开裂|[逾超延]期|超标|错误|误差|偏差"
)
_SOME = re.compile("主要|其中|个别|部分|例如|比如|含|另|还|涉及|重点|曾|发现问题")
_MOST = 3


def find_defects(statements: Sequence[Statement], facts: Sequence[Fact], relations: Relations) -> None:
    """Ask where what was right and what was found wrong right behind its rate are not all that was looked at."""
    known = known_rates(facts, relations)
    for statement in statements:
        for rate in of_kind(statement.own, FactKind.RATE):
            if _RIGHT.search(rate.lead) and not rate.depth:
                relations.choose(_readings(rate, statement, known))


def _readings(rate: Mention, statement: Statement, known: KnownRates) -> list[Reading]:
    relation = known.rates.get(rate.fact.id)
    if relation is None or len(relation.operands) != 2:
        return []
    part, whole = (known.facts[fact] for fact in relation.operands)
    if part.kind is not FactKind.COUNT or not same_things(part, whole) or part.start > rate.fact.start:
        return []
    counts = [m for m in of_kind(statement.own, FactKind.COUNT) if same_things(m.fact, part)]
    behind = [m for m in counts if m.fact.start > rate.fact.start]
    between = [m for m in counts if part.start < m.fact.start < rate.fact.start]
    if between or not 0 < len(behind) <= _MOST or not all(_is_wrong(m, rate) for m in behind):
        return []
    return [
        Reading(
            RelationKind.SUM,
            Operation.SUM,
            (part, *(m.fact for m in behind)),
            whole,
            f"“{whole.label}”＝“{part.label}”与所列问题之和",
            open_ended=True,
            doubtful=True,
        )
    ]


def _is_wrong(mention: Mention, rate: Mention) -> bool:
    """Say whether a figure in the clause of a rate, or the next, counts what was found wrong."""
    words = normal(mention.lead) + normal(mention.tail)
    near = mention.sentence - rate.sentence <= 1 and mention.depth == rate.depth
    return near and _WRONG.search(words) is not None and _SOME.search(words) is None
