"""Q02: more problems listed than measures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import Block, BlockKind, Document
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.kind import SELF_EVALUATIONS
from rules.wording import short

_PROBLEMS = re.compile(r"问题|不足")
_MEASURES = re.compile(r"措施|下一步|下步|建议|打算|对策")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield a hint where the section of problems has more subheadings than that of measures.

    One measure may answer two problems: only a hint. Sections without subheadings are not compared.
    """
    if context.kind not in SELF_EVALUATIONS:
        return
    problems, measures = _section(context.document, _PROBLEMS), _section(context.document, _MEASURES)
    if len(problems) < 2 or not measures or len(measures) >= len(problems):
        return
    names = "；".join(short(context.document.text[b.start : b.end], 24) for b in problems)
    yield card("Q02").finding(
        content=(names,),
        message=(
            f"“存在的问题”列 {len(problems)} 条，“改进措施”列 {len(measures)} 条。"
            "请核对每条问题是否都有对应措施。"
        ),
        reported=str(len(measures)),
        expected=str(len(problems)),
        evidence=tuple(context.locator.evidence(block.start, block.end) for block in problems),
    )


def _section(document: Document, pattern: re.Pattern[str]) -> list[Block]:
    """Return the headings right below the first top heading whose words match; of both sorts only the one."""
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING or block.level != 1:
            continue
        title = document.text[block.start : block.end]
        other = _MEASURES if pattern is _PROBLEMS else _PROBLEMS
        if not pattern.search(title) or other.search(title):
            continue
        below: list[Block] = []
        for after in document.blocks[index + 1 :]:
            if after.kind is BlockKind.HEADING and after.level == 1:
                break
            if after.kind is BlockKind.HEADING and after.level == 2:
                below.append(after)
        return below
    return []
