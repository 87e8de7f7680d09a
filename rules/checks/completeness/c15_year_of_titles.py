"""C15: the title of an annex or a form is of another year than the report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import BlockKind
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import short

_TITLE = re.compile(
    r"(?P<year>20\d{2})\s*年?度[^，。；]{0,24}?(?:自评表|自评报告|基础数据表|绩效评价表|评分表|自评情况表)"
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such title, repeated ones once."""
    if context.year is None:
        return
    document = context.document
    seen: set[str] = set()
    for block in document.blocks:
        titled = block.kind in (BlockKind.HEADING, BlockKind.CAPTION) or block.end - block.start <= 40
        if not titled or block.table is not None or block.kind is BlockKind.CONTENTS:
            continue
        found = _TITLE.search(document.text[block.start : block.end])
        if found is None or found["year"] == context.year or found[0] in seen:
            continue
        seen.add(found[0])
        yield card("C15").finding(
            content=("".join(found[0].split()), context.year),
            message=f"报告为 {context.year} 年度，标题“{short(found[0])}”写作 {found['year']} 年度。请核对年度或更换为本年度的表。",
            reported=found["year"],
            expected=context.year,
            evidence=(context.locator.evidence(block.start + found.start(), block.start + found.end()),),
        )
