"""Holding a draft that a person has edited against the report: marks for the page, never a silent change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.drafting.composing import foot, outline
from assistant.drafting.draft import HEADS
from assistant.drafting.measures import PLACEHOLDER, is_vague
from assistant.drafting.own_words import clauses
from assistant.drafting.paper import Paper, Voice
from assistant.drafting.spending import HOLDS, disputed
from assistant.guard import Guard, sentences
from assistant.support import Support
from rules.review import Review


class MarkKind(StrEnum):
    """What is marked: a figure without origin, a promise that nothing can check, a blank that was not filled in."""

    FIGURE = "figure"
    VAGUE = "vague"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the edited text that a person should look at. ``start`` and ``end`` count in that text."""

    kind: MarkKind
    start: int
    end: int
    text: str
    reason: str


_NUMBERED = re.compile(
    r"[ 　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[．.、](?!\d)|[（(]\d{1,2}[）)])"
)
_MOST_FAULTS = 12
_ANSWERS = re.compile(r"（对应问题(?:（[一二三四五六七八九十]{1,3}）|“[^”\n]{2,60}”)）")


def check_edited(text: str, review: Review, voice: Voice = "unit") -> tuple[Mark, ...]:
    """Return what is to be looked at in an edited draft, in its order; the text itself is never changed.

    Every figure of the report that nothing speaks against may be said where it is named as the report names it, besides
    all that the draft holds. ``voice`` is that of the draft, whose markers then mean the same.
    """
    doubtful = disputed(review)
    guard = Guard(_support(review, voice, doubtful))
    wrong = {fact.quantity.plain() for fact in review.facts if fact.id in doubtful}
    marks = [*_figures(text, guard, wrong), *_vague(text), *_blanks(text)]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def _support(review: Review, voice: Voice, doubtful: frozenset[str]) -> Support:
    """Return all that the draft may say, and besides every figure and computation of the report that stands."""
    paper = Paper(review, voice)
    plan = outline(paper)
    for problem in plan.problems:
        foot(paper, problem)
    for measure in plan.measures:
        foot(paper, measure)
    for fact in review.facts:
        if fact.id not in doubtful:
            paper.material.figure(fact)
    for relation in review.relations:
        if relation.verdict in HOLDS:
            stated = review.fact(relation.stated) if relation.stated is not None else None
            paper.material.derivation(relation, stated)
    support = paper.material.support()
    return replace(support, names=support.names | set(HEADS.values()))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset, its list number and the note of its problem left out."""
    at = 0
    for line in text.splitlines(keepends=True):
        head = _NUMBERED.match(line)
        start = 0 if head is None else head.end()
        body = _ANSWERS.sub(lambda found: " " * len(found[0]), line)
        yield at + start, body[start:]
        at += len(line)


def _figures(text: str, guard: Guard, wrong: set[str]) -> Iterator[Mark]:
    for at, line in _lines(text):
        start = at
        for sentence in sentences([line]):
            for first, figure, reason in _faults(sentence, guard):
                digits = re.sub(r"[^\d.\-]", "", figure)
                if digits in wrong:
                    reason = "报告中的这个数疑似有误或口径不清，见审核意见"
                yield Mark(MarkKind.FIGURE, start + first, start + first + len(figure), figure, reason)
            start += len(sentence)


def _faults(sentence: str, guard: Guard) -> Iterator[tuple[int, str, str]]:
    """Yield every figure of a sentence that may not be said; each is blanked out to see those behind it."""
    rest = sentence
    for _ in range(_MOST_FAULTS):
        _, fault = guard.check(rest)
        first = -1 if fault is None else rest.find(fault.figure)
        if fault is None or first < 0:
            return
        plain = fault.reason == "没有出处"
        yield first, fault.figure, "数字没有出处" if plain else f"数字与出处不符：{fault.reason}"
        rest = rest[:first] + " " * len(fault.figure) + rest[first + len(fault.figure) :]


def _vague(text: str) -> Iterator[Mark]:
    """Yield the promises in the words of measures; their heads are only names."""
    inside = False
    at = 0
    for line in text.splitlines(keepends=True):
        head = _NUMBERED.match(line)
        if HEADS["measures"] in line:
            inside = True
        elif inside and head is None and not line.startswith("〔"):
            for start, end in clauses(text, (at, at + len(line))):
                if is_vague(text[start:end]):
                    yield Mark(MarkKind.VAGUE, start, end, text[start:end], "没有写明可检查的动作和结果")
        at += len(line)


def _blanks(text: str) -> Iterator[Mark]:
    for found in PLACEHOLDER.finditer(text):
        yield Mark(MarkKind.BLANK, found.start(), found.end(), found.group(), "须由人填写")
