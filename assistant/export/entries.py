"""Findings in the order in which a reviewer puts them to people: by what is to be done, those of one sort as one entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.labels import basis_words, material_words, one_line, page_words
from assistant.places import bare_heading
from corpus.document.evidence import Evidence
from rules.finding import Basis, Disposition, Finding
from rules.review import Review
from rules.wording import short

MOST_PLACES = 4
_ANNEX = re.compile(r"附[件表]\s*(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})?")
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a finding, or several of one sort. ``number`` counts from 1 within its disposition."""

    number: int
    title: str
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """Return the finding that the entry opens on."""
        return self.findings[0]

    @property
    def messages(self) -> list[str]:
        """Return what each finding says, numbered where they are several."""
        if len(self.findings) == 1:
            return [one_line(self.first.message)]
        return [f"（{at}）{one_line(one.message)}" for at, one in enumerate(self.findings, 1)]

    @property
    def places(self) -> list[str]:
        """Return where it stands, each place with a short quote, not more than a reader looks up."""
        found: dict[str, None] = {}
        for finding in self.findings:
            for item in finding.evidence[: MOST_PLACES if len(self.findings) == 1 else 1]:
                quote = one_line(item.quote)
                shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
                found[f"{short_place(item)}“{shown}”" if shown else short_place(item)] = None
        return list(found)

    @property
    def grounds(self) -> list[str]:
        """Return why it is a rule, each basis once."""
        every = (ground_words(basis) for finding in self.findings for basis in finding.basis)
        return list(dict.fromkeys(every))


def ground_words(basis: Basis) -> str:
    """Return a basis in words; a card of this program is never passed off as a document."""
    words = basis_words(basis)
    return f"{words}（非原文）" if basis.document.startswith("规则卡") else words


def short_place(evidence: Evidence) -> str:
    """Return where something stands as a paper says it: 附件2“公用经费控制率”，第 22 页（PDF 第 25 页）."""
    section = (evidence.section or "").rpartition(" / ")[2]
    annex = _ANNEX.search(evidence.section or "")
    row = f"“{short(one_line(evidence.row), 24)}”" if evidence.row else ""
    if annex is not None:
        named = f"{''.join(annex.group().split())}{row}"
    elif evidence.table or row:
        named = f"{f'“{short(one_line(evidence.table), 24)}”表' if evidence.table else ''}{row}"
    else:
        named = f"“{short(bare_heading(one_line(section)), 24)}”部分" if section else ""
    held = material_words(evidence) if evidence.material is not None else ""
    return "，".join(part for part in (held, named, page_words(evidence)) if part) or "正文"


def entries(review: Review, disposition: Disposition) -> list[Entry]:
    """Return the entries of a disposition in the order of the review."""
    found = [finding for finding in review.findings if finding.disposition == disposition]
    grouped: dict[str, list[Finding]] = {}
    for finding in found:
        grouped.setdefault(finding.group or finding.id, []).append(finding)
    return [Entry(at, _title(members), tuple(members)) for at, members in enumerate(grouped.values(), 1)]


def _title(members: list[Finding]) -> str:
    first = members[0]
    if len(members) == 1:
        return one_line(first.title)
    return f"{one_line(first.group or first.title)}（共 {len(members)} 条）"
