"""C01: an element that a report of this kind has to contain is not there."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document.model import BlockKind, Document
from rules.card import card
from rules.check import CheckContext
from rules.facts.vocabulary import normal
from rules.finding import Finding

_LEAD = 30
"""How far into a paragraph its run-in title can reach: （四）结果应用。…"""


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each element whose words stand in no title, cell or beginning of a paragraph.

    Outlines differ by year, province and level, so elements are looked for, never literal titles.
    """
    elements = [element for element in context.pack.elements if context.kind in element.kinds]
    titles = _titles(context.document)
    looked_at = tuple(
        context.locator.evidence(block.start, block.end)
        for block in context.document.blocks
        if block.kind is BlockKind.HEADING and block.level == 1
    )
    for element in elements:
        if any(word in title for title in titles for word in element.words):
            continue
        yield card("C01").finding(
            content=(element.name,),
            message=f"报告未见“{element.name}”部分（标题、段首、表格均未见相应表述）。请补写，或注明所在位置。",
            expected=element.name,
            evidence=looked_at,
        )


def _titles(document: Document) -> list[str]:
    titles: list[str] = []
    for block in document.blocks:
        if block.kind is BlockKind.CONTENTS:
            continue
        if block.table is not None:
            titles += [normal(cell.text)[:_LEAD] for cell in block.table.cells]
            continue
        text = normal(document.text[block.start : block.end])
        titles.append(text if block.kind in (BlockKind.HEADING, BlockKind.CAPTION) else text[:_LEAD])
    return titles
