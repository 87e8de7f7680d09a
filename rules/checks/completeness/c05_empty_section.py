"""C05: a part has a title and nothing below it, not even 无."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document.model import BlockKind
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import MEASURES, PROBLEMS, Section, sections

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_STATEMENT = re.compile(r"[，。；：]|\d{2,}.*[元%个次人]")
_LONGEST = 26
_TAIL = re.compile(
    r"附[件表]\s*[\d一二三四五六七八九十]{0,2}\s*[:：].*|20\d\d\s*年\s*\d+\s*月\s*\d+\s*日|附[件表][:：]?"
)
"""What may follow the last part of a report and belongs to no part: the list of annexes, the date."""
_WORDY = re.compile(r"应用|运用|公开|问题|不足|措施|建议|打算")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such part.

    A title that is itself a statement needs nothing below; a list of problems or measures may be titles alone.
    """
    parts = list(sections(context.document))
    scores = tuple(row.score.start for _, row in context.rows if row.score is not None)
    for index, part in enumerate(parts):
        if (
            _has_content(part, scores)
            or not _is_title(part)
            or (part.heading.level == 2 and not _has_full_sisters(parts, index, scores))
        ):
            continue
        yield card("C05").finding(
            content=(part.title,),
            message=f"“{part.title}”只有标题，没有内容。请补写；没有相关情况的，写明“无”。",
            reported=part.title,
            evidence=(context.locator.evidence(part.heading.start, part.heading.end),),
        )


def _has_content(part: Section, scores: tuple[int, ...]) -> bool:
    """Say whether something stands below; a score form that only follows is no text on problems, measures or use.

    ``scores`` are the offsets of scores in forms.
    """
    text, wordy = part.document.text, _WORDY.search(part.title) is not None
    for block in part.body:
        if block.kind is BlockKind.CAPTION and wordy:
            continue
        if block.table is not None and wordy and any(block.start <= at < block.end for at in scores):
            return False
        if block.kind is not BlockKind.PARAGRAPH or not _TAIL.fullmatch(
            text[block.start : block.end].strip()
        ):
            return True
    return False


def _is_title(part: Section) -> bool:
    named = _NUMBERED.match(part.title) is not None and len(part.title) <= _LONGEST
    return named and (part.heading.level or 9) <= 2 and not _STATEMENT.search(part.title)


def _has_full_sisters(parts: list[Section], index: int, scores: tuple[int, ...]) -> bool:
    """Say whether the other titles under the same one have text below, and are no list of problems or measures."""
    above = parts[index].heading.section[:1]
    if any(PROBLEMS.search(title) or MEASURES.search(title) for title in above):
        return False
    sisters = [part for part in parts if part.heading.level == 2 and part.heading.section[:1] == above]
    return sum(not _has_content(part, scores) for part in sisters) == 1 and len(sisters) > 1
