"""``annex``: a table or an annex that a report of this kind comes with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from corpus.document.model import BlockKind, ReadMode
from rules.card import RuleCard
from rules.check import CheckContext
from rules.facts.vocabulary import normal
from rules.finding import Finding

_HEAD_ROWS = 2
_LONGEST = 40
_LISTED = re.compile(r"附[件表][\d一二三四五六七八九十]{1,2}(?!$)|见附|[^。]*。$")


class Data(BaseModel):
    """``title`` is what captions, headings or first rows of the table are like; ``scored``: a score form is one too."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: re.Pattern[str]
    scored: bool = False


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield a finding where no table is the wanted one; where pages could not be read nothing is said."""
    document = context.document
    if any(page.read is ReadMode.NOT_READ for page in document.pages) or (data.scored and context.forms):
        return
    if any(data.title.search(words) for words in _names(context)):
        return
    yield card.finding(
        content=(data.name,),
        message=f"本文件未见“{data.name}”。{card.suggestion}",
        expected=data.name,
        evidence=tuple(context.locator.evidence(block.start, block.end) for block in document.blocks[:1]),
    )


def _names(context: CheckContext) -> Iterable[str]:
    """Return what names a table: its caption, the headings above it, its first rows, a title on a line of its own.

    A flattened file keeps the title of a table only as such a line; a line of the list of annexes is none.
    """
    document = context.document
    for block in document.blocks:
        if block.table is not None:
            yield normal(block.table.caption or "")
            yield from (normal(part) for part in block.section[-1:])
            yield from (normal(cell.text) for cell in block.table.cells if cell.row < _HEAD_ROWS)
        elif block.kind is not BlockKind.CONTENTS and block.end - block.start <= _LONGEST:
            text = normal(document.text[block.start : block.end])
            if not _LISTED.match(text):
                yield text
