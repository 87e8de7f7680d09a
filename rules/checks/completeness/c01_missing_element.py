"""C01: an element that a report of this kind has to contain is not there."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document.model import BlockKind
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import titles


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each element whose words stand in no title, cell or beginning of a paragraph.

    Outlines differ by year, province and level, so elements are looked for, never literal titles.
    """
    elements = [element for element in context.pack.elements if context.kind in element.kinds]
    found = titles(context.document)
    looked_at = tuple(
        context.locator.evidence(block.start, block.end)
        for block in context.document.blocks
        if block.kind is BlockKind.HEADING and block.level == 1
    )
    for element in elements:
        if any(word in title for title in found for word in element.words):
            continue
        yield card("C01").finding(
            content=(element.name,),
            message=f"报告未见“{element.name}”部分（标题、段首、表格均未见相应表述）。请补写，或注明所在位置。",
            basis=element.basis or None,
            expected=element.name,
            evidence=looked_at,
        )
