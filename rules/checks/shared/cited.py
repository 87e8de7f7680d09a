"""``cited``: documents that may be cited only with care: replaced, revised, or meant for others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from rules.card import RuleCard
from rules.check import CheckContext
from rules.finding import Basis, Finding

_NUMBER = re.compile(r"(?P<organ>\D+)〔(?P<year>\d{4})〕(?P<serial>\d+)号")


class Cited(BaseModel):
    """A document by its 文号 or by a pattern of its words, what is to be known of it, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    number: str | None = None
    words: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    note: str
    basis: tuple[Basis, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return what a citation looks like; brackets and blanks in a 文号 vary."""
        found = _NUMBER.fullmatch(self.number or "")
        if found is None:
            return self.words or re.compile(re.escape(self.document))
        organ, year, serial = (re.escape(found[name]) for name in ("organ", "year", "serial"))
        return re.compile(rf"{organ}\s*[〔\[［（(【]\s*{year}\s*[〕\]］）)】]\s*{serial}\s*号")


class Data(BaseModel):
    """``documents`` are looked for one by one; a text that matches a document's ``unless`` shows that it is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: tuple[Cited, ...]


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding for each of the documents that is cited."""
    text = context.document.text
    for item in data.documents:
        found = item.pattern.search(text)
        if found is None or (item.unless is not None and item.unless.search(text)):
            continue
        quote = " ".join(found[0].split())
        yield card.finding(
            content=(item.document, item.number or ""),
            message=f"报告引用“{quote}”：{item.note}。{card.suggestion}",
            basis=item.basis or None,
            reported=quote,
            evidence=(context.locator.evidence(found.start(), found.end()),),
        )
