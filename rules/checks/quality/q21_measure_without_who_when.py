"""Q21: a measure that says neither who is to do it nor by when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import MEASURES, PROBLEMS, items_of, section_named
from rules.wording import short

_WHO = re.compile(
    r"由[^，。；]{2,16}(?:负责|牵头|组织|办理|落实|承担)|牵头|责任(?:部门|单位|科室|处室|人|部室)|专人|领导小组|工作专班"
    r"|(?:财务|办公|综合|业务|项目|人事|规划|信息|计财|资产)[^，。；]{0,6}[科股处部室]|各(?:科室|处室|部室|股室|单位)"
)
_WHEN = re.compile(
    r"20\d\d\s*年|\d{1,2}\s*月|季度|按季|每季|月底|年底|年末|年初|上半年|下半年|每月|按月|每周|每年|工作日|[一二三四五六七八九十]+月"
    r"|下一?年度?|次年|来年|明年|定期"
)
_SHORTEST = 12


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each measure of a part of its own; a part that joins problems and measures is not split."""
    part = section_named(context.document, MEASURES, PROBLEMS)
    if part is None or part.says_nothing:
        return
    for item in items_of(part):
        if len(item.text) < _SHORTEST or item.text.rstrip().endswith(("：", ":")):
            continue
        if _WHO.search(item.text) or _WHEN.search(item.text):
            continue
        end = min(item.end, item.start + max(len(item.title), 1))
        yield card("Q21").finding(
            content=(item.title,),
            message=f"改进措施“{short(item.title)}”未写明由谁办、何时办到。建议补充责任部门、完成时限和检验方式。",
            reported=short(item.title),
            evidence=(context.locator.evidence(item.start, end),),
        )
