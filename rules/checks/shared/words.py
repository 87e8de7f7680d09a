"""``words``: wording that is to be found, in the text or in a column of the score form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from corpus.document.model import BlockKind
from rules.card import RuleCard
from rules.check import CheckContext
from rules.finding import Finding
from rules.self_report import clause_at
from rules.wording import short

Where = Literal["text", "everywhere", "targets", "actuals", "reasons"]


class Wording(BaseModel):
    """A pattern and, where there is a sure one, the better wording."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    find: re.Pattern[str]
    better: str | None = None


class Data(BaseModel):
    """``where`` to look (``everywhere`` is the text with all cells); a clause that matches ``unless`` is left alone.

    ``says`` is the message in front of the suggestion; ``{word}``, ``{quote}`` and ``{better}`` stand for what was
    found. ``once``: one finding for each wording, however often it stands. ``private``: what was found is not repeated.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    where: Where
    words: tuple[Wording, ...]
    unless: re.Pattern[str] | None = None
    says: str
    once: bool = True
    private: bool = False


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding for each wording that is found."""
    seen: set[str] = set()
    for start, end in _places(context, data.where):
        text = context.document.text[start:end]
        for wording in data.words:
            for found in wording.find.finditer(text):
                first, last = clause_at(text, found.start(), found.end())
                quote = text[first:last]
                word = " ".join(found[0].split())
                key = word if data.once else quote
                if key in seen or (data.unless is not None and data.unless.search(quote)):
                    continue
                seen.add(key)
                says = data.says.format(word=word, quote=short(quote), better=wording.better or "")
                yield card.finding(
                    content=(key,),
                    message=f"{says}{card.suggestion}",
                    reported=None if data.private else word,
                    expected=wording.better,
                    evidence=(context.locator.evidence(start + first, start + last),),
                )


def _places(context: CheckContext, where: Where) -> Iterator[tuple[int, int]]:
    document = context.document
    if where in ("text", "everywhere"):
        for block in document.blocks:
            if block.kind is BlockKind.CONTENTS:
                continue
            if block.table is None:
                yield block.start, block.end
            elif where == "everywhere":
                yield from ((cell.start, cell.end) for cell in block.table.cells)
        return
    for _, row in context.rows:
        cell = {"targets": row.target, "actuals": row.actual, "reasons": row.reason}[where]
        if cell is not None:
            yield cell.start, cell.end
