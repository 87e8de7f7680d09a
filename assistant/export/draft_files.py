"""A draft as a Word file in official layout and as Markdown; with what it cites, notes for its editor, and the scope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting.draft import HEADS, Draft
from assistant.export.masking import masked
from assistant.export.official import OfficialPaper
from assistant.export.scope import HEAD, scope_lines
from assistant.labels import one_line, place
from assistant.support import Citation
from rules.review import Review

_FIRST = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SECOND = re.compile(r"（[一二三四五六七八九十]{1,3}）")
_FOOT = ("〔报告〕", "〔依据〕")
_LONGEST_HEAD = 80
_LONGEST_QUOTE = 90
CITED, NOTES = "引用出处", "起草提示"


def draft_docx(draft: Draft, review: Review, text: str | None = None) -> bytes:
    """Return the draft as a Word file; ``text`` is its wording as a person has edited it, None: as drafted."""
    paper = OfficialPaper(_title(draft, review))
    for line in (text if text is not None else draft.text).splitlines():
        level = _level(line)
        if not line.strip():
            continue
        if level:
            paper.heading(level, line)
        elif line.startswith(_FOOT):
            paper.small(line)
        else:
            paper.body(line)
    for head, lines in _appendices(draft, review):
        paper.heading(1, head)
        for line in lines:
            paper.small(line)
    return paper.to_bytes()


def draft_markdown(draft: Draft, review: Review, text: str | None = None) -> str:
    """Return the draft as Markdown; nothing from the report can become a mark-up of its own."""
    lines = [f"# {_escaped(_title(draft, review))}"]
    for line in (text if text is not None else draft.text).splitlines():
        level = _level(line)
        if line.strip():
            lines.append(f"{'#' * (level + 1)} {_escaped(line)}" if level else _escaped(line))
    for head, entries in _appendices(draft, review):
        lines.append(f"## {head}")
        lines.append("\n".join(f"- {_escaped(entry)}" for entry in entries))
    return "\n\n".join(lines) + "\n"


def _title(draft: Draft, review: Review) -> str:
    year = f"{review.year}年度" if review.year else ""
    what = "、".join(HEADS[one] for one in HEADS if draft.section in ("both", one))
    mark = "审核草稿" if draft.voice == "reviewer" else "草稿"
    return f"{one_line(review.unit_name or '')}{year}绩效自评：{what}（{mark}）"


def _level(line: str) -> int:
    """Return 1 for 一、…, 2 for （一）…, 0 for text."""
    if len(line) > _LONGEST_HEAD:
        return 0
    return 1 if _FIRST.match(line) else 2 if _SECOND.match(line) else 0


def _appendices(draft: Draft, review: Review) -> Iterator[tuple[str, list[str]]]:
    if draft.citations:
        yield CITED, [citation_words(one) for one in draft.citations]
    yield NOTES, list(draft.notes)
    yield HEAD, list(scope_lines(review))


def citation_words(citation: Citation) -> str:
    """Return a citation as one line: marker, place, quote."""
    held = citation.evidence
    quote = one_line(held.quote)
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[: _LONGEST_QUOTE - 1]}…"
    if held.source == "report":
        where = place(held) or "正文"
        return f"{citation.marker} {where}：“{quote}”"
    mark = "（条款待核）" if citation.verified is False else ""
    number = f"（{citation.number}）" if citation.number else ""
    rests = f"，依据{number}{citation.article or ''}{mark}" if citation.number else ""
    return f"{citation.marker} {held.document}：“{quote}”{rests}"


_SPECIAL = re.compile(r"([\\`*_\[\]|~])")


def _escaped(text: str) -> str:
    """Return text that Markdown and HTML show as it is."""
    shown = masked(one_line(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = _SPECIAL.sub(r"\\\1", shown)
    return re.sub(r"^([#+\-=]|\d+(?=[.)]))", r"\\\1", shown)
