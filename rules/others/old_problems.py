"""The problems that last year's report named: does this year's report say what became of them? By words, as a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document.evidence import Evidence, Locator
from corpus.document.model import Block, BlockKind, Document
from rules.finding import Disposition, Finding
from rules.others.alike import alike, held_in
from rules.others.asking import question
from rules.others.material import PRIOR, Material

_SECTION = re.compile(r"(?:存在|主要|突出)?(?:的)?问题")
_NUMBER = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、]|\d+[.．、]|[①-⑩])\s*"
)
_STOP = re.compile(r"[。；;\n]")
_DONE = re.compile(
    r"整改|已(?:完成|建立|制定|出台|落实|解决)|得到(?:解决|改善|落实)|有所(?:改善|好转|提高)|明显(?:改善|提升)"
)
_PARTLY = re.compile(r"正在|逐步|部分|有待|仍|尚未|持续推进|进一步")
_AGAIN, _NEAR = 55, 60
_MOST, _SHORTEST = 8, 6


def check_old_problems(
    document: Document, locator: Locator, materials: Sequence[Material]
) -> Iterator[Finding]:
    """Say of each problem of last year whether it is named again, taken up, or not mentioned."""
    now = list(_problems(document, locator))
    for material in materials:
        if material.kind != PRIOR:
            continue
        for title, place in list(_problems(material.document, material.locator))[:_MOST]:
            yield _finding(title, place, now, document, locator)


def _problems(document: Document, locator: Locator) -> Iterator[tuple[str, Evidence]]:
    """Yield the problems of a report: the numbered headings and paragraphs of the section about them."""
    for block in document.blocks:
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or not block.section:
            continue
        at = next((n for n, title in enumerate(block.section) if _SECTION.search(title)), None)
        if at is None or (block.kind is BlockKind.HEADING and at == len(block.section) - 1):
            continue
        text = document.text[block.start : block.end]
        number = _NUMBER.match(text)
        if number is None:
            continue
        end = _STOP.search(text, number.end())
        title = text[number.end() : end.start() if end else len(text)].strip()
        if len(title) >= _SHORTEST:
            start = block.start + number.end()
            yield title, locator.evidence(start, start + len(title))


def _finding(
    title: str, place: Evidence, now: Sequence[tuple[str, Evidence]], document: Document, locator: Locator
) -> Finding:
    again = next(((t, e) for t, e in now if alike(t, title) >= _AGAIN), None)
    if again is not None:
        return _said(
            title,
            "本年报告再次列出，请说明上年整改未到位的原因",
            "repeated",
            (again[1], place),
            Disposition.ASK,
        )
    told = _told(title, document)
    if told is None:
        return _said(title, "本年报告未见提及，请说明整改情况", "silent", (place,), Disposition.ASK)
    block, partly = told
    evidence = locator.evidence(block.start, block.end)
    if partly:
        return _said(
            title,
            "本年报告有部分整改的表述，请说明未完成的部分",
            "partly",
            (evidence, place),
            Disposition.ASK,
        )
    return _said(title, "本年报告有整改表述，可核对佐证材料", "done", (evidence, place), Disposition.INTERNAL)


def _told(title: str, document: Document) -> tuple[Block, bool] | None:
    """Return the paragraph that says what was done about a problem, and whether only in part."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.PARAGRAPH and _DONE.search(text) and held_in(title, text) >= _NEAR:
            return block, bool(_PARTLY.search(text))
    return None


def _said(
    title: str, what: str, state: str, evidence: tuple[Evidence, ...], disposition: Disposition
) -> Finding:
    return question(
        "A36",
        "上年所列问题的整改情况",
        f"上年报告列出的问题“{title}”：{what}。",
        (state, title),
        evidence,
        disposition=disposition,
    )
