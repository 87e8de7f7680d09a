"""Where something stands, in words and as evidence: the sentence around a figure, the page as a reviewer writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.evidence import Evidence, Locator
from corpus.document.model import BlockKind, Document
from rules.others.material import Material

_STOPS = "。；！？!?\n"
_LONGEST = 110
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[．.、]\s*)\s*")


class Places:
    """Resolves evidence of one document, and of those that it is held against, into wider quotes and into words."""

    def __init__(
        self, document: Document, locator: Locator | None = None, others: Iterable[Material] = ()
    ) -> None:
        self.document = document
        self._locator = locator or Locator(document)
        self._others = {
            (other.kind, other.document.name): Places(other.document, other.locator) for other in others
        }

    def around(self, evidence: Evidence) -> Evidence:
        """Return the sentence around a piece of running text, shortened to its clauses; a table cell stays itself."""
        if evidence.material is not None and self._others:
            other = self._others.get((evidence.material, evidence.document))
            return evidence if other is None else other.around(evidence)
        if evidence.start is None or evidence.end is None or evidence.table is not None:
            return evidence
        block = self._locator.block_at(evidence.start)
        if block is None or block.kind is BlockKind.TABLE:
            return evidence
        start, end = self._bounds(evidence.start, evidence.end, block.start, block.end)
        return self.evidence(start, end)

    def lead(self, evidence: Evidence, longest: int = 22) -> str:
        """Return a figure with the words of its clause before it, as printed."""
        start, end = evidence.start or 0, evidence.end or 0
        text = self.document.text
        first = max((text.rfind(mark, 0, start) + 1 for mark in "，。；：！？、\n\t"), default=0)
        return text[max(first, start - longest) : end]

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence for a stretch of the text without the blanks at its ends."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self._locator.evidence(start, end)

    def _bounds(self, start: int, end: int, first: int, last: int) -> tuple[int, int]:
        text = self.document.text
        left = max((text.rfind(stop, first, start) + 1 for stop in _STOPS), default=first)
        left = max(left, first)
        rights = [at for stop in _STOPS if (at := text.find(stop, end, last)) >= 0]
        right = min(rights, default=last - 1) + 1
        if right - left > _LONGEST:
            left = self._nearer(left, start)
            comma = text.find("，", end, right)
            right = comma if comma >= 0 else right
        return left, min(right, last)

    def _nearer(self, left: int, start: int) -> int:
        """Return a clause boundary that leaves the figure its name, not further off than half the longest quote."""
        text = self.document.text
        at = text.rfind("，", left, start)
        while at > left and start - at < _LONGEST // 3:
            at = text.rfind("，", left, at)
        return at + 1 if at > left else left

    def words(self, evidence: Evidence) -> str:
        """Return the place as reviewers write it: ``附件2“三公经费”行；正文第 11 页，PDF 第 14 页``."""
        parts = []
        section = heading(evidence)
        if annex := re.search(r"附件\s*\d*", evidence.section or ""):
            row = f"“{_short(evidence.row)}”" if evidence.row else ""
            parts.append(re.sub(r"\s", "", annex.group()) + row)
        elif evidence.table is not None and evidence.row:
            parts.append(f"表“{_short(evidence.row)}”行")
        elif evidence.page is None and section:
            parts.append(f"“{_short(section)}”一节")
        if page := self.page(evidence):
            parts.append(page)
        return "；".join(parts)

    def page(self, evidence: Evidence) -> str:
        """Return the printed page first, then the physical one; empty for a format without pages."""
        if evidence.page is None:
            return ""
        label = "".join(re.findall(r"\d+", evidence.page_label or ""))
        if label and label != str(evidence.page):
            return f"正文第 {label} 页，PDF 第 {evidence.page} 页"
        return f"第 {evidence.page} 页"


def heading(evidence: Evidence) -> str:
    """Return the innermost heading above the evidence, its number left off."""
    last = (evidence.section or "").split(" / ")[-1]
    return bare_heading(last)


def bare_heading(text: str) -> str:
    """Return a heading without number and closing mark."""
    return _NUMBERING.sub("", text.strip()).rstrip("。．.：: ")


def _short(text: str) -> str:
    text = "".join(text.split()).split("/")[-1]
    return text if len(text) <= 24 else text[:23] + "…"
