"""Goals that a heading, a paragraph or a label within it announces: 绩效目标。完成屋面防水 38600 平方米; 主要建设内容：新建泵站 12 座."""

from __future__ import annotations

import re

from rules.relations.goals import sets_goals
from rules.relations.rates.operands import Figures, Operand

_LABEL = re.compile(
    r"(?:^|[。；;：:\n）)、.．])(?:\d{4}年|年度|绩效|主要|当年|工作|具体|建设|整体)*(?:目标|任务|建设内容)(?:及规模|与规模|为|是|如下)?[。：:]"
)
"""What goals, or what is to be built, are announced by within a paragraph: （二）目标。… 绩效目标：…"""
_NEXT_LABEL = re.compile(
    r"\n|[（(][一二三四五六七八九十][）)]|。\s*\d{1,2}[.．、]|截[至止]|实际|已完成|全年完成"
)
_FAR = 160


def goals(figures: Figures) -> tuple[Operand, ...]:
    """Return the figures of running text that are goals by what announces them."""
    return tuple(operand for operand in figures.all_told() if _is_goal(operand, figures))


def _is_goal(operand: Operand, figures: Figures) -> bool:
    """Say whether a figure is one of the goals that a paragraph, its heading or a label announces."""
    if operand.mention is None or operand.mention.depth or "实际" in operand.name:
        return False
    section = operand.mention.fact.evidence.section
    item = figures.item_before(operand.mention).removeprefix(section or "")
    if sets_goals(section, item):
        return True
    labels = list(_LABEL.finditer(item))
    behind = item[labels[-1].end() :] if labels else ""
    return bool(labels) and _NEXT_LABEL.search(behind) is None and len(behind) <= _FAR
