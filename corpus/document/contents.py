"""The entries of the contents page: title, leader, page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document.headings import numbered
from corpus.document.raw import RawParagraph, RawTable, RawText
from corpus.document.runs import join, part

_PAGE = re.compile(
    r"(?<![0-9０-９])(?:[-—–－]\s*)?(?P<page>[0-9０-９]{1,4}|(?<![A-Za-z])[ivxIVX]{1,5})\s*[-—–－]?$"
)
_DOTS = ".．·•・_"
_ELLIPSES = "…⋯‥"
_HEAD = re.compile(r"目\s*[录錄次]")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its title, and the page as printed (None where the file states none)."""

    title: str
    page: str | None


def settle(
    blocks: Sequence[RawParagraph | RawTable],
) -> tuple[list[RawParagraph | RawTable], dict[int, Entry]]:
    """Return the blocks with broken entries joined and leaders cut to a tab, and the entries by place."""
    settled: list[RawParagraph | RawTable] = []
    entries: dict[int, Entry] = {}
    inside = False
    for block in blocks:
        if isinstance(block, RawTable):
            inside = False
            settled.append(block)
            continue
        found = _match(block, inside)
        if found is None:
            inside = bool(_HEAD.fullmatch(block.body.text)) or (inside and _may_go_on(block))
            settled.append(block)
            continue
        if inside and not found.stated and _is_rest(settled, entries, block):
            head = settled.pop()
            assert isinstance(head, RawParagraph)
            block = replace(block, body=join(head.body, block.body))
            found = _match(block, True) or found
        entries[len(settled)] = Entry(found.title, found.page)
        settled.append(replace(block, body=found.body, contents=True))
        inside = True
    return settled, entries


@dataclass(frozen=True, slots=True)
class _Found:
    title: str
    page: str | None
    body: RawText
    stated: bool


def _match(block: RawParagraph, inside: bool) -> _Found | None:
    text = block.body.text
    page = _PAGE.search(text) if len(text) <= _LONGEST else None
    title = text[: page.start()].rstrip(_DOTS + _ELLIPSES + " \u3000\t\n") if page is not None else ""
    if page is None or not title or not _leads(text[len(title) : page.start()], inside, block.contents):
        return _Found(text, None, block.body, True) if block.contents and len(text) <= _LONGEST else None
    body = join(join(part(block.body, 0, len(title)), RawText("\t")), part(block.body, *page.span("page")))
    return _Found(title, page["page"], body, block.contents)


def _leads(leader: str, inside: bool, stated: bool) -> bool:
    """Say whether what parts title and page is a leader; a bare gap is one on a contents page only."""
    if sum(char in _DOTS for char in leader) >= 3 or sum(char in _ELLIPSES for char in leader) >= 2:
        return True
    return stated or (inside and ("\t" in leader or len(leader) >= 2))


def _may_go_on(block: RawParagraph) -> bool:
    """A numbered line without a page inside the contents may be the first half of a broken entry."""
    return numbered(block.body.text) is not None and len(block.body.text) <= _LONGEST // 2


def _is_rest(settled: list[RawParagraph | RawTable], entries: dict[int, Entry], block: RawParagraph) -> bool:
    before = settled[-1] if settled else None
    if not isinstance(before, RawParagraph) or len(settled) - 1 in entries:
        return False
    return _may_go_on(before) and numbered(block.body.text) is None
