"""The contents page against the headings of the body."""

from __future__ import annotations

import difflib
import re
from itertools import pairwise

from corpus.document.evidence import Evidence, Locator
from corpus.document.model import Block, BlockKind
from rules.facts.vocabulary import normal

_END = re.compile(r"[。．.…\s]+$")
_ANNEX = re.compile(r"^附[件表录]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:、.．\-—]?\s*")
_LEADERS = re.compile(r"[.．…·\s\t]{2,}\d*\s*$|\t\d+\s*$|[.．…·]+\s*\d+\s*$")


def entry_title(text: str) -> str:
    """Return the title of a contents entry or heading: no leaders, no page, no full stop at the end."""
    return _END.sub("", normal(_LEADERS.sub("", text)))


def _is_alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.5


class Mismatch:
    """A contents entry that the body does not carry under the same words (``heading`` None: not at all)."""

    def __init__(self, entry: Evidence, heading: Evidence | None, title: str, found: str | None) -> None:
        self.entry = entry
        self.heading = heading
        self.title = title
        self.found = found


def compare_contents(locator: Locator) -> tuple[list[tuple[Evidence, Evidence]], list[Mismatch]]:
    """Return the entries that agree with their heading, and those that do not, walking both in order."""
    document = locator.document
    entries = [block for block in document.blocks if block.kind is BlockKind.CONTENTS]
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    agreed: list[tuple[Evidence, Evidence]] = []
    wrong: list[Mismatch] = []
    at = 0
    for entry in entries:
        title = entry_title(_text(locator, entry))
        if not title:
            continue  # leaders and a page only: the words of the entry stand in a line of their own
        same = next(
            (i for i in range(at, len(headings)) if entry_title(_text(locator, headings[i])) == title), None
        )
        if same is not None:
            agreed.append((_evidence(locator, entry), _evidence(locator, headings[same])))
            at = same + 1
            continue
        annex = _annex(locator, title, headings[at - 1].end if at else entry.end)
        if annex is not None:
            agreed.append((_evidence(locator, entry), _evidence(locator, annex)))
            continue
        near = _near(locator, headings, at, title)
        if near is None:
            wrong.append(Mismatch(_evidence(locator, entry), None, title, None))
            continue
        found = entry_title(_text(locator, headings[near]))
        wrong.append(Mismatch(_evidence(locator, entry), _evidence(locator, headings[near]), title, found))
        at = near + 1
    return agreed, wrong


def _annex(locator: Locator, title: str, start: int) -> Block | None:
    """Return the line below the word 附件 that carries the title which the contents give behind it (附件：某表)."""
    own = _ANNEX.sub("", title)
    blocks = [block for block in locator.document.blocks if block.start >= start and block.table is None]
    for above, block in pairwise(blocks):
        named = own != title and own and entry_title(_text(locator, block)) == own
        if named and _ANNEX.fullmatch(entry_title(_text(locator, above))):
            return block
    return None


def _near(locator: Locator, headings: list[Block], at: int, title: str) -> int | None:
    """Return the heading with the same number, next in order, whose words are alike."""
    number = re.match(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|（\d+）)", title)
    for index in range(at, min(at + 6, len(headings))):
        found = entry_title(_text(locator, headings[index]))
        if number and found.startswith(number.group()) and (index == at or _is_alike(found, title)):
            return index
    return None


def _text(locator: Locator, block: Block) -> str:
    return locator.document.text[block.start : block.end]


def _evidence(locator: Locator, block: Block) -> Evidence:
    return locator.evidence(block.start, block.end)
