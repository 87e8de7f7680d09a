"""Multiples of last year's figure: 是上年 862 人次的 1.49 倍, 比上年 142 家增长 1.5 倍."""

from __future__ import annotations

import re

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.changes.direction import UP, is_figure
from rules.relations.changes.pairs import pairs_of, priors_of
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS, is_one_slip_away
from rules.relations.relation import RelationKind, Verdict
from rules.relations.sentence import Statement, same_unit

_OF = re.compile(
    r"(?:是|为|达到?|相当于|增加到|增长到|增至|提高到)?[^，。；]{0,12}的$|^的$|(?:扩大|增长|增加|提高|上升|放大|翻)(?:到|至|为)$"
)
_OF_YEAR = re.compile(r"^(?:约)?(?:是|为|相当于|达到?)(?:上年|去年|(?:19|20)\d{2}年)")
_REASON = "倍数＝本年÷上年"


def find_multiples(statement: Statement, extraction: Extraction, relations: Relations) -> None:
    """Assert the multiples of a statement, where this year's and last year's figure stand in it."""
    before = priors_of(statement.own, extraction.year)
    for index, mention in enumerate(statement.own):
        if mention.fact.kind is not FactKind.MULTIPLE or mention.range_end:
            continue
        lead = normal(mention.lead)
        grown = UP.search(lead) is not None and not lead.endswith(("到", "至"))
        if not grown and not _OF.search(lead):
            continue
        operation = Operation.YOY if grown else Operation.RATIO
        base = statement.own[index - 1] if index else None
        behind = statement.own[index + 1] if index + 1 < len(statement.own) else None
        if behind is not None and behind.fact.id in before and behind.depth == mention.depth + 1:
            base = behind
        named = base is not None and not grown and _OF_YEAR.match(normal(base.lead)) is not None
        beside = base is not None and (base.fact.id in before or named) and is_figure(base)
        pairs = [(pair.now, pair.base, pair.sure) for pair in pairs_of(mention, index, statement, extraction)]
        if beside and base is not None:
            others = [m for m in reversed(statement.own[:index]) if is_figure(m) and m is not base]
            nows = [m for m in others if m.fact.id not in before]
            alike = [m for m in nows if same_unit(m.fact, base.fact)]
            pairs = [(now.fact, base.fact, len(alike) == 1) for now in alike[:2]]
        judged = []
        for now, then, sure in pairs:
            if same_unit(now, then):
                quantities = [now.quantity, then.quantity]
                judgement = judge(operation, quantities, mention.fact.quantity)
                near = is_one_slip_away(operation, quantities, mention.fact.quantity)
                judged.append(((now, then), judgement, sure or near))
        kept = next((item for item in judged if item[1].verdict in FITS), None)
        kept = kept or next((i for i in judged if i[2] and i[1].verdict is Verdict.IMPOSSIBLE), None)
        if kept is not None:
            found = relations.add(RelationKind.YOY, list(kept[0]), mention.fact, _REASON, kept[1], operation)
            if beside and base is not None and _stands_before(kept[0], base, statement):
                relations.firm.add(found.id)


def _stands_before(pair: tuple[Fact, Fact], base: Mention, statement: Statement) -> bool:
    """Say whether nothing stands between this year's figure and 是上年…的: 归集 4.26 亿条，是上年 1.85 亿条的 2.3 倍."""
    at = statement.own.index(base)
    stated = _OF_YEAR.match(normal(base.lead)) is not None and at > 0
    return stated and pair == (statement.own[at - 1].fact, base.fact)
