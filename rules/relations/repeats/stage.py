"""Which stage of a thing a figure states (planned, executed, left, last year's …), as its own words or its head say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.table_heads import ColumnType, Head
from rules.facts.vocabulary import BUDGET_STAGES, normal, vocabulary

PLANNED, DONE = "planned", "done"
_CHANGE = re.compile(r"增减(?!率|幅)|变动(?!率)|差额|增加额|减少额|[较比](?:上年|去年)")
_PLAN = re.compile(r"计划(?!生育)|建设内容|(?<!项)目标|任务数?|应(?![急用])|拟|不少于|不低于|不超过")
_DID = re.compile(r"实际|已|完成|实绩")
_STOCKS = (
    ("opening", re.compile(r"年初|期初|上年末|上年底|原有|由$|从$")),
    ("closing", re.compile(r"年末|年底|期末|(?:增加|减少|增长|下降|提高)(?:到|至)$")),
    ("increase", re.compile(r"购入|购置|入库|新增|调入|增加$|招")),
    ("decrease", re.compile(r"调拨|出库|领用|核销|报废|处置|减少$|调出")),
)
_GOAL_BEHIND = re.compile(r"^的?(?:年度|省定|国家|规定|既定)?(?:目标|标准|要求|指标值|控制线|任务)")
_BRACKETS = re.compile(r"（[^（）]*）")
_GOAL = re.compile(r"(?:计划|目标|任务|要求|标准)(?:值|数)?(?:为|是|达到?|[≥≤])?$")
_RATE_WORD = re.compile(r"[\u4e00-\u9fff]{1,3}(?:率|度)(?!.*(?:率|度))")
_CUT = re.compile(r"(?:[审核][减增]|下浮|压减)(?:幅度|率)")
"""Rates of what was taken off a price: no change from one year to the next."""
_EACH = re.compile(r"每(?!年)|[人户亩次月日件]均|平均|均价|单价|标准|元[/／]")
_OFF = re.compile(r"(?:扣减?|扣除|加|奖励|少得|失)了?$")
_OF_NAME = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<!实际)(?<!完成)(?<!全年)(?<!年度)(?<!累计)(?<!本年)(?<!已)(?<!共)(?<!总)支出$"
)
"""住房保障支出 is a name, under which a budget may stand as well."""
_NEVER_UNSAID = {PLANNED, "change", "each"}
"""Stages that a figure has only where something says so."""
_MONEY = re.compile(r"[预决]算|支出|收入|资金|经费|结[转余]")
"""Heads under which a figure is money even where the table states no unit."""
_SEPARATE = ("surplus", "added", "recalled")
"""Stages that the parts of a figure have in common with it: a part of what is left is no budget."""
_KIN = (
    {DONE, "closing"},
    {DONE, "executed"},
    {"added", "budget_adjustment"},
    {"recalled", "budget_adjustment"},
    {"execution_rate", "execution_rate_initial"},
)
"""Stages that are often the same under two names."""


def of_head(fact: Fact, head: Head) -> str | None:
    """Return the stage of a figure in a table."""
    words = normal(head.words)
    if fact.kind is FactKind.WEIGHT or fact.kind is FactKind.SCORE:
        return fact.kind.value
    if fact.kind is FactKind.TARGET or head.type is ColumnType.TARGET:
        return PLANNED
    if fact.kind is FactKind.RATE and head.type is ColumnType.RATE:
        named = vocabulary().measure(words, FactKind.RATE)
        return _rate(None if named is None else named.name, words)
    if fact.kind is FactKind.RATE:
        return _rate(fact.measure, normal(fact.label))
    if head.type is ColumnType.ACTUAL:
        return DONE
    if fact.kind is FactKind.AMOUNT and _EACH.search(normal(fact.label)):
        return "each"
    bare = fact.kind is FactKind.OTHER and fact.measure is not None and _MONEY.search(words)
    if fact.kind is FactKind.AMOUNT or bare:
        return "change" if _CHANGE.search(words) else _amount(fact.measure)
    return _count(words)


def of_mention(mention: Mention, before: str) -> str | None:
    """Return the stage that the words at a figure say themselves, None where they leave it out.

    ``before`` are the words of the statement up to the figure: 计划改造公路46条，共335公里 plans both.
    """
    fact, lead = mention.fact, normal(mention.lead)
    if fact.kind is FactKind.SCORE and _OFF.search(lead):
        return "deducted"
    if fact.kind is FactKind.SCORE:
        return "weight" if re.search("满分|分值|权重|标准分", lead) else "score"
    if fact.kind is FactKind.RATE:
        if _GOAL_BEHIND.match(normal(mention.tail)) or _GOAL.search(lead):
            return PLANNED
        cut = _CUT.search(lead)
        return _rate(fact.measure if mention.own_measure and cut is None else None, lead)
    if fact.kind is FactKind.AMOUNT and _EACH.search(lead):
        return "each"
    if fact.kind is FactKind.AMOUNT and fact.measure in _SEPARATE and mention.measure_sure:
        return fact.measure
    if fact.kind is FactKind.AMOUNT:
        return _amount(fact.measure) if mention.own_measure and not _OF_NAME.search(lead) else None
    return _count(lead) or _going_on(before)


def is_of_name(stage: str | None, names: Sequence[str]) -> bool:
    """Say whether a stage is one that the name of a thing has in itself: 新增专利申请 is no stage of 专利申请."""
    pattern = dict(_STOCKS).get(stage or "")
    return pattern is not None and any(pattern.search(name) for name in names)


def _going_on(before: str) -> str | None:
    """Return whether the statement speaks of what was planned, as its last word of the sort says."""
    before = _BRACKETS.sub("", before)
    plan = max((match.end() for match in _PLAN.finditer(before)), default=-1)
    did = max((match.end() for match in _DID.finditer(before)), default=-1)
    return PLANNED if plan > did else None


def plans(lead: str) -> bool:
    """Say whether the words at a figure call it planned themselves."""
    return _PLAN.search(normal(lead)) is not None


def _amount(measure: str | None) -> str | None:
    return "change" if measure in ("increase", "decrease") else measure


def _rate(measure: str | None, words: str) -> str | None:
    if measure is not None:
        return measure
    found = _RATE_WORD.search(words.replace("幅度", "率"))
    return found.group()[-2:] if found is not None else None


def _count(words: str) -> str | None:
    for name, pattern in _STOCKS:
        if pattern.search(words):
            return name
    if _PLAN.search(words):
        return PLANNED
    return DONE if _DID.search(words) else None


def agree(one: str | None, other: str | None) -> int:
    """Say how surely two stages are one: 2 where both are said and the same, 1 where one is not said, 0 where they differ."""
    if one is None or other is None:
        return 0 if {one, other} & _NEVER_UNSAID else 1
    if one == other:
        return 2
    if "budget" in (one, other) and one in BUDGET_STAGES and other in BUDGET_STAGES:
        return 1
    return int({one, other} in _KIN)
