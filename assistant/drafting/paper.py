"""The paper that a draft is written on: figures, quotes and places, each noted with its origin as it is handed out."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Literal

from assistant.drafting.own_words import Span
from assistant.labels import page_words
from assistant.material import Material
from assistant.places import bare_heading, heading
from assistant.support import Citation, Origin
from corpus.document.evidence import Evidence, Locator
from rules.facts.fact import Fact
from rules.facts.form import FormCell
from rules.numbers.units import Unit
from rules.review import Review

Voice = Literal["unit", "reviewer"]
"""Who speaks: the unit in its own report (我单位), or a reviewer in an opinion (该单位)."""

_READS_ON = re.compile(r"\d|[超约近过满逾余达仅]$")
"""Names that hold a numeral, or end on a word that hedges a figure (治超 85.88 %)."""
UNKNOWN_CAUSE = "原因报告未说明。"
_WE = re.compile(r"我(?:单位|中心|局|厅|委|院|校|站|所|馆|部门|公司|支队|大队|协会|街道|镇|乡|县)")
_ANNEX = re.compile(r"附[件表]\s*(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})?")
_OPENS_ON_CAUSE = re.compile(r"^(?:其|主要|具体)?(?:原因|由于|因)")


class Paper:
    """One draft being written about one report."""

    def __init__(self, review: Review, voice: Voice) -> None:
        self.review = review
        self.voice: Voice = voice
        self.material = Material(review)
        self.locator = Locator(review.document)
        self.text = review.document.text
        self.names: set[str] = set()

    @property
    def unit(self) -> str:
        """Return what the draft calls the unit: as the report calls itself, or 该单位."""
        if self.voice == "reviewer":
            return "该单位"
        names = Counter(_WE.findall(self.text))
        return names.most_common(1)[0][0] if names else "我单位"

    def figure(self, fact: Fact) -> str:
        """Return a stated figure with unit and marker: ``82.77 %[3]``."""
        return f"{self.material.figure(fact)}{self.material.cite_fact(fact)}"

    def figures(self, *parts: tuple[str, Fact], joint: str = "，") -> str:
        """Return figures each with its lead; a marker stands behind the last of those that one place states."""
        words = []
        for at, (lead, fact) in enumerate(parts):
            shown, marker = self.material.figure(fact), self.material.cite_fact(fact)
            same = at + 1 < len(parts) and self.material.cite_fact(parts[at + 1][1]) == marker
            said = f"{lead} {shown}"
            if _READS_ON.search(lead):
                self.phrase(said, marker)  # both stand together or not at all
            words.append(f"{said}{'' if same else marker}")
        return joint.join(words)

    def difference(self, minuend: Fact, subtrahend: Fact, value: Decimal) -> str:
        """Return a difference with its computation: ``3801.47 万元（22060.50 − 18259.03）``."""
        shown = f"{minuend.quantity.words()} − {subtrahend.quantity.words()}"
        if minuend.quantity.unit == subtrahend.quantity.unit:
            shown = f"{minuend.quantity.plain()} − {subtrahend.quantity.plain()}"
        places = max(minuend.quantity.precision, subtrahend.quantity.precision, 0)
        derivation = f"{shown} = {value:.{places}f}"
        result = self.material.computed(
            value,
            minuend.quantity.unit,
            derivation,
            subjects=self.material.subjects_of(minuend),
            period=minuend.period,
            scope=minuend.scope,
            context=f"{minuend.label}未执行超出",
            places=places,
        )
        self.material.passage(shown, Origin.COMPUTED, None, derivation)
        return f"{result}（{shown}）"

    def total(self, parts: list[tuple[Decimal, str]], unit: Unit, what: str) -> str:
        """Return a sum with its computation; each part comes with the words of how it was reached."""
        value = sum((part for part, _ in parts), Decimal(0))
        shown = " + ".join(words for _, words in parts)
        self.material.passage(shown, Origin.COMPUTED, None, f"{shown} = {value:f}")
        result = self.material.computed(value, unit, f"{shown} = {value:f}", context=what)
        return f"{result}（{shown}）" if len(parts) > 1 else result

    def name(self, words: str) -> str:
        """Return a name of the report's, and note that it may stand whole: it can hold a numeral."""
        self.names.add(words)
        return self.material.passage(words, Origin.CITED)

    def phrase(self, words: str, marker: str) -> str:
        """Return words put together from one cited place, and note that they may stand whole."""
        return self.material.passage(words, Origin.CITED, marker)

    def quoted(self, span: Span) -> str:
        """Return words of the report: in quotation marks for a reviewer, as its own words for the unit."""
        evidence = self.material.places.evidence(*span)
        if self.voice == "reviewer":
            return self.material.quote(evidence)
        marker = self.material.cite(evidence)
        shown = " ".join(evidence.quote.split()).rstrip("。；")
        return f"{self.material.passage(shown, Origin.CITED, marker)}{marker}"

    def according(self, span: Span) -> str:
        """Return a sentence of the report's own words, with 据报告说明 where a reviewer speaks."""
        return f"{'据报告说明，' if self.voice == 'reviewer' else ''}{self.quoted(span)}。"

    def cause(self, *spans: Span) -> str:
        """Return the sentence of the causes in the report's own words, or that it gives none."""
        if not spans:
            return UNKNOWN_CAUSE
        words = "；".join(self.quoted(span) for span in spans)
        if self.voice == "reviewer":
            return f"原因：据报告说明，{words}。"
        opened = _OPENS_ON_CAUSE.match(self.text[slice(*spans[0])])
        return f"{'' if opened else '主要原因：'}{words}。"

    def cell(self, cell: FormCell, span: Span | None = None) -> str:
        """Return the words of a cell, or a stretch of them counted from its beginning, in quotation marks."""
        first, last = span or (0, len(cell.text))
        evidence = cell.evidence(self.locator, first, last)
        return self.material.quote(evidence)

    def places_of(self, text: str) -> str:
        """Return the words after 〔报告〕: each place that the text cites, with the markers of what stands there."""
        found: dict[str, list[str]] = {}
        for citation in self.cited(text):
            if citation.evidence.source == "report":
                found.setdefault(self.where(citation.evidence), []).append(citation.marker)
        return "；".join(f"{where}{''.join(markers)}" for where, markers in found.items())

    def annex(self, evidence: Evidence | None) -> str:
        """Return the short name of the annex that a place is in (附件2), empty outside of one."""
        found = _ANNEX.search((evidence.section if evidence is not None else None) or "")
        return "".join(found.group().split()) if found is not None else ""

    def where(self, evidence: Evidence) -> str:
        """Return a place in words: 附件2，第 21 页（PDF 第 24 页）; the section where a format has no pages."""
        annex = self.annex(evidence)
        page = page_words(evidence)
        parts = [annex] if annex else []
        if page:
            parts.append(page)
        elif not annex and (section := bare_heading(heading(evidence))):
            parts.append(self.material.passage(f"“{section}”部分", Origin.CITED))
        return "，".join(parts) or "正文"

    def cited(self, text: str) -> tuple[Citation, ...]:
        """Return the citations whose markers stand in a text."""
        markers = set(re.findall(r"\[\d+\]", text))
        return tuple(one for one in self.material.citations if one.marker in markers)
