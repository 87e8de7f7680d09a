"""An amount or a number grows by per cent, never by percentage points: 增加 29.15 万元，增长 1.43 个百分点."""

from __future__ import annotations

import re
from itertools import pairwise

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sentence import Statement

POINTS_OF_AMOUNT = "金额、数量的增减幅度以“%”表示，“个百分点”是两个比率之差"
_GROWS = re.compile(
    r"(?:同比|(?:[比较](?:上年|去年|20\d\d年)(?:同期|度)?))?(?:增长|上升|下降|减少|增加|增幅|降幅)(?:了|为|达)?"
)
_OF_RATE = re.compile(r"率|占比|比重|比例|份额|增速|进度|满意度|覆盖面|指数|%|％|百分")


def find_points_of_amounts(text: str, statement: Statement, relations: Relations) -> None:
    """Ask about points that follow an amount or a number where the sentence has spoken of no rate."""
    for before, points in pairwise(statement.own):
        if points.fact.kind is not FactKind.POINTS or not _GROWS.fullmatch(normal(points.lead)):
            continue
        if before.fact.kind not in (FactKind.AMOUNT, FactKind.COUNT) or not _side_by_side(before, points):
            continue
        if _OF_RATE.search(_words_before(text, points)):
            continue
        derivation = f"前列为{before.fact.quantity.words()}；{POINTS_OF_AMOUNT}"
        judgement = Judgement(Verdict.UNDETERMINED, derivation, likely=POINTS_OF_AMOUNT)
        relations.add(RelationKind.YOY, [before.fact], points.fact, "增减幅度的单位", judgement)


def _side_by_side(before: Mention, points: Mention) -> bool:
    return before.sentence == points.sentence and before.depth == points.depth and not before.range_end


def _words_before(text: str, points: Mention) -> str:
    return re.split("[。；;\n]", text[: points.fact.start])[-1]
