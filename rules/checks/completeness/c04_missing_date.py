"""C04: neither cover nor forms nor the end of the report carries a date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.kind import SELF_EVALUATIONS

_DATE = re.compile(
    r"20\d{2}\s*[年./．-]\s*\d{1,2}\s*[月./．-]\s*\d{1,2}\s*日?|二[〇○零][一二三四五六七八九〇○零]{2}年.{1,3}月.{1,4}日"
)
_SIGNED = re.compile(r"(?:填[表报](?:日期|时间)|日\s*期)\s*[:：]\s*20\d{2}")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield a hint where no short line and no form holds a full date."""
    if context.kind not in SELF_EVALUATIONS:
        return
    document = context.document
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if _SIGNED.search(text) or (_DATE.search(text) and (block.table is not None or len(text) <= 40)):
            return
    cover = document.blocks[:1]
    yield card("C04").finding(
        content=("日期",),
        message="封面、附表和落款均未见完整的报告日期。请核对是否漏填。",
        evidence=tuple(context.locator.evidence(block.start, block.end) for block in cover),
    )
