"""The entries of the contents page: title, leader, page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document.headings import numbered
from corpus.document.raw import RawParagraph, RawTable, RawText
from corpus.document.runs import join, part

_PAGE = r"(?P<page>[-—–－]?\s*(?:[0-9０-９]{1,4}|[ivxIVX]{1,5})\s*[-—–－]?)"
_LED = re.compile(
    rf"(?P<title>\S.*?)\s*(?:[.．·•・_]\s*){{3,}}{_PAGE}|(?P<title2>\S.*?)\s*[…⋯‥.．\s]*[…⋯‥]{{2,}}[…⋯‥.．\s]*"
    + _PAGE.replace("page", "page2")
)
_SPACED = re.compile(rf"(?P<title>\S.*?)(?:\t\s*|\s{{2,}}){_PAGE}")
_GLUED = re.compile(r"(?P<title>\S.*?[^0-9０-９\s])\s*(?P<page>[0-9０-９]{1,4})")
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
    if len(text) > _LONGEST:
        return None
    match = _LED.fullmatch(text)
    if match is None and (inside or block.contents):
        match = _SPACED.fullmatch(text)
    if match is None and block.contents:
        match = _GLUED.fullmatch(text)
    if match is None:
        return _Found(text, None, block.body, True) if block.contents else None
    names = ("title", "page") if match["title"] else ("title2", "page2")
    title = part(block.body, match.start(names[0]), match.end(names[0]))
    page = part(block.body, match.start(names[1]), match.end(names[1]))
    body = join(join(title, RawText("\t")), page)
    return _Found(title.text, page.text.strip("-—–－ "), body, block.contents)


def _may_go_on(block: RawParagraph) -> bool:
    """A numbered line without a page inside the contents may be the first half of a broken entry."""
    return numbered(block.body.text) is not None and len(block.body.text) <= _LONGEST // 2


def _is_rest(settled: list[RawParagraph | RawTable], entries: dict[int, Entry], block: RawParagraph) -> bool:
    before = settled[-1] if settled else None
    if not isinstance(before, RawParagraph) or len(settled) - 1 in entries:
        return False
    return _may_go_on(before) and numbered(block.body.text) is None
