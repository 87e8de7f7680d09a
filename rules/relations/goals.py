"""Where a report sets its goals: under a heading, a title or a label that announces them, and nothing that was done."""

from __future__ import annotations

import re

_GOALS = re.compile("(?:目标|任务|计划)(?:为|是|如下|任务|内容)?[。：:，,]")
_TOLD = re.compile(
    "(?:完成|实现|达成|目标|指标|产出|绩效|任务)[^，。]{0,4}(?:情况|分析)|完成率|实际|自评|得分|总体|总目标|长期|[三五]年|期内|规划"
)
"""What was done is told there, or the goals are of more than this year."""
_SET = re.compile("(?:目标|指标)设[定置]情况")
_LONGEST_HEADING = 40
_DID = re.compile("实际(?!利用|使用外资|到位外资)|已|完成了|实现了|达到了|截[至止]|累计|上年|去年|现有")
_LABEL = re.compile(
    r"(?:^|[。；;：:\n）)、.．])(?:\d{4}年|年度|绩效|主要|当年|工作|具体|建设|整体)*(?:目标|任务|建设内容)(?:及规模|与规模|为|是|如下)?[。：:]"
)
"""What goals, or what is to be built, are announced by within a paragraph: （二）目标。… 绩效目标：…"""
_NEXT_LABEL = re.compile(
    r"\n|[（(][一二三四五六七八九十][）)]|。\s*\d{1,2}[.．、]|截[至止]|实际|已完成|全年完成"
)
_FAR = 160


def sets_goals(section: str | None, paragraph: str) -> bool:
    """Say whether a paragraph up to a figure sets goals: its title or the heading right above it (/ parts headings) says so."""
    heading = (section or "").rpartition(" / ")[2]
    return _announces(f"{section or ''}{paragraph}") or (
        _announces(f"{heading}。") and _DID.search(paragraph) is None
    )


def is_goal(section: str | None, paragraph: str) -> bool:
    """Say whether the figure at the end of a paragraph is a goal, also by a label within it: 主要建设内容：新建泵站 12 座."""
    if sets_goals(section, paragraph):
        return True
    labels = list(_LABEL.finditer(paragraph))
    behind = paragraph[labels[-1].end() :] if labels else ""
    return bool(labels) and _NEXT_LABEL.search(behind) is None and len(behind) <= _FAR


def _announces(words: str) -> bool:
    begun = _SET.sub("目标", words)[:_LONGEST_HEADING]
    return _GOALS.search(begun) is not None and _TOLD.search(begun) is None
