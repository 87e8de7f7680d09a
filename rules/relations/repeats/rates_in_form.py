"""Rates of a table of scores that the report tells once under other words: 预算执行率 and 满意度 of the 自评表.

What the form calls 预算执行率 is what the text calls 总体执行率 or 占全年预算的, and its 服务对象满意度 is the only 满意率 of the
text. Where one form has one such row and the report one such rate, they are the same; what differs is asked about, for
the base or those who were asked may be others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind, Where
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import TOTAL, normal
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS, Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import RelationKind
from rules.relations.repeats.names import whose_rate
from rules.relations.repeats.repeats import asked

_EXECUTION = re.compile(
    "(?:部门|整体|年度|总体|全年|支出)*(?:预算|资金)(?:支出)?(?:执行|完成)(?:率|进度|情况)?|执行率"
)
_BARE = re.compile(
    "(?:本|该|全年|年度|本年|当年|总体|整体|部门|单位|项目|专项|资金|预算|经费|支出)+执行率(?:仅|约)?(?:为|达到?|是)?"
)
_ALL = re.compile("(?:项目|专项|部门|单位|整体|总体|资金|年度|[两三四五六七八九](?:个子)?项)+")
"""Subjects that name nothing less than all that the report is of."""
_TARGET = re.compile("目标|指标值|计划|标准|要求|分值|权重|得分|上年")
_SATISFACTION = re.compile("满意[度率](?:指标)?$")
_PLANNED = re.compile("计划|目标|不低于|不少于|以上|要求|[≥>]|上年|去年")
_ANYBODY = re.compile(
    "服务对象|受益对象|群众|公众|社会|综合|总体|整体|平均|居民|满意|调查|其中|对象|[^\u4e00-\u9fff]"
)
"""Words that name nobody in particular among those who were asked."""
_REASON = "指标的实际完成值与正文所述"
_DOUBT = "实际完成值与正文所述不一致，请核对口径"
_OPERANDS = 2
_TWO = 2


def find_rates_in_form(
    extraction: Extraction, scores: Sequence[Fact], forms: int, relations: Relations
) -> None:
    """Hold the execution rate and the satisfaction of tables of scores to the only ones that the report tells.

    ``scores`` are the weights and scores of the report, ``forms`` is how many score forms it has.
    """
    cells = _reached(extraction, scores)
    overall = _overall(extraction, relations)
    alone = len({fact.evidence.table for fact in scores}) == 1 and forms < _TWO
    for cell in (cell for cell in cells if _EXECUTION.fullmatch(_name(cell))):
        _hold(cell, overall, relations, asks=alone)
    bare = [] if any(one.where is Where.TEXT for one in overall) else _bare(extraction)
    blocks = [cell for cell in cells if normal(cell.evidence.column or "").endswith("执行率")]
    if len(blocks) == 1 and alone:
        _hold(blocks[0], bare, relations, asks=len(bare) == 1)
    liked = [cell for cell in cells if _SATISFACTION.search(_name(cell))]
    said = [m for m in extraction.mentions if _is_satisfaction(m)]
    for cell in liked:
        same = len(liked) == 1 and all(_may_be_of(m, _name(cell)) for m in said)
        theirs = [m.fact for m in said if _may_be_of(m, _name(cell))]
        _hold(cell, theirs, relations, asks=alone and same)


def _reached(extraction: Extraction, scores: Sequence[Fact]) -> list[Fact]:
    """Return the rates that rows of scores tell as what was reached: beside a weight or a score, and no target."""
    told = [*scores, *(c.fact for c in extraction.cells if c.fact.kind in (FactKind.SCORE, FactKind.WEIGHT))]
    scored = {(fact.evidence.table, fact.evidence.row) for fact in told}
    rates = [
        cell.fact
        for cell in extraction.cells
        if cell.fact.kind is FactKind.RATE and (cell.fact.evidence.table, cell.fact.evidence.row) in scored
    ]
    return [fact for fact in rates if _TARGET.search(fact.evidence.column or "") is None]


def _name(fact: Fact) -> str:
    return normal(fact.evidence.row or "")


def _overall(extraction: Extraction, relations: Relations) -> list[Fact]:
    """Return the rates of all that was spent over a budget, as the relations that hold show them."""
    facts = {fact.id: fact for fact in extraction.facts}
    found = []
    for relation in relations.items:
        stated = facts.get(relation.stated or "")
        if relation.verdict not in FITS or relation.operation != Operation.RATIO or stated is None:
            continue
        if len(relation.operands) != _OPERANDS or stated.kind is not FactKind.RATE:
            continue
        spent, budget = (facts[one] for one in relation.operands)
        if (
            _is_of_all(spent)
            and spent.measure == "executed"
            and _is_of_all(budget)
            and budget.measure in BUDGETS
        ):
            found.append(stated)
    return found


def _bare(extraction: Extraction) -> list[Fact]:
    """Return the rates of execution that the text tells of all its money, with no figures beside them."""
    return [
        m.fact
        for m in extraction.mentions
        if m.fact.measure == "execution_rate"
        and m.fact.where is Where.TEXT
        and m.fact.quantity.hedge is Hedge.NONE
        and not (m.range_end or m.depth or _PLANNED.search(f"{m.lead}{m.tail[:4]}"))
        and _BARE.fullmatch(normal(m.lead)) is not None
    ]


def _is_of_all(fact: Fact) -> bool:
    return fact.subject in (None, TOTAL) or _ALL.fullmatch(fact.subject) is not None


def _is_satisfaction(mention: Mention) -> bool:
    fact = mention.fact
    told = fact.kind is FactKind.RATE and fact.measure == "satisfaction" and not mention.range_end
    exact = fact.quantity.hedge is Hedge.NONE and fact.evidence.table is None
    return told and exact and _PLANNED.search(f"{mention.lead}{mention.tail[:4]}") is None


def _may_be_of(mention: Mention, name: str) -> bool:
    """Say whether those whom text and form name as satisfied can be the same."""
    own = _ANYBODY.sub("", whose_rate(mention.lead) or "")
    its = _ANYBODY.sub("", name)
    return own in its or its in own


def _hold(fact: Fact, told: Sequence[Fact], relations: Relations, *, asks: bool) -> None:
    """Keep what agrees with the report; ask where the only row differs from the one value that the text tells.

    ``asks``: there is one table of scores, so that none is of a part of what the report is of.
    """
    others = [one for one in told if one.id != fact.id and one.period in (None, fact.period)]
    if _bind(fact, others, relations) or not asks or fact.quantity.hedge is not Hedge.NONE:
        return
    called = bool(others) and fact.measure in (None, others[0].measure)
    if called and len({one.quantity.value for one in others}) == 1 and others[0].evidence.table is None:
        judgement = judge(Operation.DUPLICATE, [others[0].quantity], fact.quantity)
        if not _are_tied(others[0], fact, relations):
            relations.add(RelationKind.TEXT_VS_ANNEX, [others[0]], fact, _REASON, asked(judgement, _DOUBT))


def _bind(fact: Fact, told: Sequence[Fact], relations: Relations) -> bool:
    """Keep the statement that agrees with a cell, if any."""
    for one in told:
        judgement = judge(Operation.DUPLICATE, [one.quantity], fact.quantity)
        if one.id != fact.id and judgement.verdict in FITS:
            if not _are_tied(one, fact, relations):
                relations.add(RelationKind.TEXT_VS_ANNEX, [one], fact, _REASON, judgement)
            return True
    return False


def _are_tied(one: Fact, other: Fact, relations: Relations) -> bool:
    """Say whether the two are held against one another already."""
    pair = {one.id, other.id}
    return any(set(relation.facts) == pair for relation in relations.items)
