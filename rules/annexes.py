"""Annexes of a report: which ones it has, and which ones its text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document.model import BlockKind, Document
from rules.facts.vocabulary import normal

_NUMBER = r"[1-9１-９]\d?(?=20\d{2}\s*年|\D|$)|[一二三四五六七八九十]"
"""The number of an annex; where the title follows without a blank (附件22023年度…) its year is no part of it."""
_REFERENCE = re.compile(
    rf"(?:详见|参见|见|附后的?|列入|列于|附有)[^，。；\n]{{0,12}}?附[件表]\s*(?P<number>{_NUMBER})"
)
_OTHERS = re.compile(r"》[^，。；]{0,12}$|〕\d+号[^，。；]{0,6}$")
_ANNEX = re.compile(rf"^[（(【]?附[件表](?P<number>{_NUMBER})")
_ANY = re.compile(rf"附[件表]\s*(?P<number>{_NUMBER})")
_PART = re.compile(r"(附[件表]\s*[1-9１-９]\d?)(?:\s*[-－—–]\s*| )\d{1,2}(?!\d)")
"""附件1-3 is the third form of the first annex; in the names of sections a blank stands for the dash."""
_CHINESE = {word: str(number) for number, word in enumerate("一二三四五六七八九十", 1)}


def references(document: Document) -> Iterator[tuple[str, int, int]]:
    """Return where the text sends the reader to an annex of its own: number, start, end."""
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        text = document.text[block.start : block.end]
        for found in _REFERENCE.finditer(text):
            if not _OTHERS.search(text[: found.end()].rsplit("附", 1)[0]):
                yield plain(found["number"]), block.start + found.start(), block.start + found.end()


def mentioned(document: Document) -> set[str]:
    """Return the numbers of the annexes that paragraphs and contents name in any way, headings of annexes aside."""
    found: set[str] = set()
    for block in document.blocks:
        text = _line(document.text[block.start : block.end])
        if block.table is not None or block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            continue
        alone = _ANNEX.match(text)
        if alone is None or alone.end() < len(text):
            found.update(plain(match["number"]) for match in _ANY.finditer(text))
    return found


def present(document: Document) -> dict[str, int]:
    """Return the numbers of the annexes in the document, with the offset of the first sign of each.

    A line of the list of annexes (附件1：…表) is no annex; a heading, a caption, a line with the number
    alone, or a line with a table close behind it is.
    """
    blocks = document.blocks
    found: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.CONTENTS:
            continue
        for part in block.section:
            if match := _ANNEX.match(_line(part)):
                found.setdefault(plain(match["number"]), block.start)
        if block.table is not None:
            for text in (block.table.caption or "", *(cell.text for cell in block.table.cells[:2])):
                if match := _ANNEX.match(_line(text)):
                    found.setdefault(plain(match["number"]), block.start)
            continue
        line = _line(document.text[block.start : block.end])
        match = _ANNEX.match(line)
        if match is None:
            continue
        alone = match.end() == len(line)
        tabled = any(after.table is not None for after in blocks[index + 1 : index + 3])
        if alone or tabled or block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            found.setdefault(plain(match["number"]), block.start)
    return found


def _line(text: str) -> str:
    return normal(_PART.sub(r"\1", text))


def plain(number: str) -> str:
    """Return the number of an annex in Arabic figures."""
    return _CHINESE.get(number) or str(int(number))
