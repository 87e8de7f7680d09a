"""How messages name a place and shorten a quote."""

from __future__ import annotations

import re

from corpus.document.evidence import Evidence
from rules.facts.fact import Fact, Where
from rules.facts.form import IndicatorRow, ScoreForm

_LONGEST_QUOTE = 40
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
"""A blank between two Chinese characters; one before or after a digit parts two things (附件2 2024年度…)."""


def page_words(evidence: Evidence) -> str:
    """Return 第 9 页（PDF 第 12 页）, printed page first; empty for a format without pages."""
    if evidence.page is None:
        return ""
    if evidence.page_label is None or evidence.page_label == str(evidence.page):
        return f"第 {evidence.page} 页"
    return f"第 {evidence.page_label} 页（PDF 第 {evidence.page} 页）"


def short(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Return a text on one line, cut with an ellipsis where it is long."""
    line = _BETWEEN.sub("", " ".join(text.split()))
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def form_words(form: ScoreForm) -> str:
    """Return what messages call a form: its annex, its caption, or 自评表."""
    return form.annex or (short(form.title) if form.title else "自评表")


def row_words(form: ScoreForm, row: IndicatorRow) -> str:
    """Return the place of an indicator: 附件2 质量指标“…”."""
    return f"{form_words(form)}{row.level2 or row.level1 or ''}“{short(row.title, 24)}”"


def place(fact: Fact) -> str:
    """Say in words where a fact stands: 附件2“公用经费控制率”行, 正文第 11 页（PDF 第 14 页）."""
    evidence = fact.evidence
    parts: list[str] = []
    if fact.where is Where.TEXT:
        parts.append("正文")
    elif evidence.table:
        parts.append(evidence.table if len(evidence.table) <= 24 else f"{evidence.table[:23]}…")
    if evidence.row:
        parts.append(f"“{evidence.row}”行")
    named = fact.where is not Where.TEXT and bool(evidence.table)
    if evidence.page_label:
        parts.append(f"第 {evidence.page_label} 页（PDF 第 {evidence.page} 页）")
    elif evidence.page:
        parts.append(f"PDF 第 {evidence.page} 页")
    elif evidence.section and not named:
        parts.append(f"“{evidence.section.split(' / ')[-1]}”")
    return "".join(parts)
