"""C02: the text refers to an annex by its number, and the document has no such annex."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import BlockKind, Document, ReadMode
from rules.card import card
from rules.check import CheckContext
from rules.facts.vocabulary import normal
from rules.finding import Disposition, Finding, Severity
from rules.self_report import clause_at

_NUMBER = r"[1-9１-９]\d?|[一二三四五六七八九十]"
_REFERENCE = re.compile(
    rf"(?:详见|参见|见|附后的?|列入|列于|附有)[^，。；\n]{{0,12}}?附[件表]\s*(?P<number>{_NUMBER})"
)
_OTHERS = re.compile(r"》[^，。；]{0,12}$|〕\d+号[^，。；]{0,6}$")
_ANNEX = re.compile(rf"^[（(【]?附[件表](?P<number>{_NUMBER})")
_CHINESE = {word: str(number) for number, word in enumerate("一二三四五六七八九十", 1)}


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each absent annex; where pages could not be read it is only a question."""
    document = context.document
    present = _present(document)
    seen: set[str] = set()
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        text = document.text[block.start : block.end]
        for found in _REFERENCE.finditer(text):
            number = _plain(found["number"])
            if number in present or number in seen or _OTHERS.search(text[: found.end()].rsplit("附", 1)[0]):
                continue
            seen.add(number)
            first, last = clause_at(text, found.start(), found.end())
            yield _finding(context, number, block.start + first, block.start + last)


def _finding(context: CheckContext, number: str, start: int, end: int) -> Finding:
    unread = any(page.read is not ReadMode.TEXT for page in context.document.pages)
    doubt = "（有页面未能读出文字，请人工复核）" if unread else ""
    return card("C02").finding(
        content=(number,),
        message=f"正文写明见附件{number}，本文件未见附件{number}{doubt}。请补附，或更正附件编号。",
        severity=Severity.WARNING if unread else None,
        disposition=Disposition.ASK if unread else None,
        reported=f"附件{number}",
        evidence=(context.locator.evidence(start, end),),
    )


def _present(document: Document) -> set[str]:
    """Return the numbers of the annexes in the document.

    A line of the list of annexes (附件1：…表) is no annex; a heading, a caption, a line with the number
    alone, or a line with a table close behind it is.
    """
    blocks = document.blocks
    found: set[str] = set()
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CONTENTS:
            continue
        found.update(
            _plain(match["number"]) for part in block.section if (match := _ANNEX.match(normal(part)))
        )
        if block.table is not None:
            texts = [block.table.caption or "", *(cell.text for cell in block.table.cells[:2])]
            found.update(_plain(match["number"]) for text in texts if (match := _ANNEX.match(normal(text))))
            continue
        match = _ANNEX.match(normal(document.text[block.start : block.end]))
        if match is None:
            continue
        alone = match.end() == len(normal(document.text[block.start : block.end]))
        tabled = any(after.table is not None for after in blocks[index + 1 : index + 3])
        if alone or tabled or block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            found.add(_plain(match["number"]))
    return found


def _plain(number: str) -> str:
    return _CHINESE.get(number) or str(int(number))
