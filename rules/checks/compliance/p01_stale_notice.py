"""P01: the notice that the report names as its ground is that of another year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import BlockKind
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.kind import SELF_EVALUATIONS
from rules.wording import short

_NOTICE = re.compile(
    r"(?:根据|依据|按照|遵照|按)[^。；]{0,40}?《(?P<title>[^》]*?(?:开展|做好|组织)[^》]*?(?P<year>20\d{2})\s*年度?"
    r"[^》]*?(?:自评|绩效评价)[^》]*)》"
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such notice: the year in its title is not the year of the report."""
    if context.kind not in SELF_EVALUATIONS or context.year is None:
        return
    document = context.document
    seen: set[str] = set()
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for found in _NOTICE.finditer(document.text[block.start : block.end]):
            title = "".join(found["title"].split())
            # A notice is often named after the year in which the evaluation is done, the one after the report's.
            if int(found["year"]) - int(context.year) in (0, 1) or title in seen:
                continue
            seen.add(title)
            yield card("P01").finding(
                content=(title, context.year),
                message=(
                    f"报告为 {context.year} 年度，所列依据《{short(title, 44)}》是 {found['year']} 年度的。"
                    "请核对是否沿用了往年文字。"
                ),
                reported=found["year"],
                expected=context.year,
                evidence=(
                    context.locator.evidence(
                        block.start + found.start("title"), block.start + found.end("title")
                    ),
                ),
            )
