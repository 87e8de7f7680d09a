"""The figure guard: no figure leaves without an origin, whichever engine wrote the sentence.

Each figure must equal, in value and unit, a figure of the support that is of the same thing, stage and period as the
sentence says; or stand inside a text that may be repeated whole; or echo the question, marked as 您提到的. Otherwise
its sentence is dropped, and the drop is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.disguise import Plain, plain
from assistant.figures import Figure, FigureKind, figures
from assistant.matching import Matcher
from assistant.naming import Lexicon, words
from assistant.numeral_words import numeral_value
from assistant.support import Number, Origin, Passage, Support

_LIST_NUMBER = re.compile(
    r"[#\-*>]*(?:（([\d一二三四五六七八九十]{1,3})）|(?:(\d{1,2})[.、]|([一二三四五六七八九十]{1,3})、)(?=[^\d]))"
)

ECHO = "您提到的"
"""The words that mark a figure as the questioner's own."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that may not leave, with the figure that no source supports."""

    sentence: str
    figure: str
    reason: str


@dataclass(frozen=True, slots=True)
class GuardResult:
    """The text that may leave, its figures with their origin, and what was dropped."""

    text: str
    numbers: tuple[Number, ...]
    dropped: tuple[Dropped, ...] = ()


class Guard:
    """Holds one text against one support, sentence by sentence; what was said before gives the next its subject."""

    def __init__(self, support: Support, question: str = "") -> None:
        self._support = support
        named = {name for claim in support.claims for name in claim.subjects}
        named |= {name for passage in support.passages for name in passage.subjects}
        self._lexicon = Lexicon(support.subjects | named)
        self._names = sorted({plain(name).text for name in support.names if name}, key=len, reverse=True)
        self._passages = sorted(
            ((plain(item.text).text, item) for item in support.passages if item.text),
            key=lambda pair: -len(pair[0]),
        )
        self._matcher = Matcher(support, self._lexicon, self._figures(plain(question)))
        self._list_number = 0

    def check(self, sentence: str) -> tuple[tuple[Number, ...], Dropped | None]:
        """Return the figures of a sentence with their origins, or the reason why it may not leave."""
        text = plain(sentence)
        head = self._head(text)
        spans = self._passage_spans(text)
        passed = [
            span for span, passage in spans if self._matcher.speaks_of(text.text, span[0], passage.subjects)
        ]
        named = self._name_spans(text) + head
        every = figures(text, named)
        numbers: list[Number] = []
        for figure in every:
            held = next(
                (
                    item
                    for span, item in spans
                    if span in passed and span[0] <= figure.start and figure.end <= span[1]
                ),
                None,
            )
            if held is not None:
                if figure.kind is not FigureKind.REFERENCE:
                    numbers.append(Number(figure.text, held.origin, held.citation, held.derivation))
                continue
            outside = [one for one in every if not any(s <= one.start and one.end <= e for s, e in passed)]
            number, reason = self._matcher.match(text.text, figure, outside)
            if reason:
                return (), Dropped(sentence.strip(), figure.text, reason)
            if number is not None:
                numbers.append(number)
        self._matcher.remember(text.text)
        return tuple(dict.fromkeys(numbers)), None

    def _figures(self, text: Plain) -> list[Figure]:
        return figures(text, self._name_spans(text))

    def _name_spans(self, text: Plain) -> list[tuple[int, int]]:
        return no_figures(text, self._names)

    def _passage_spans(self, text: Plain) -> list[tuple[tuple[int, int], Passage]]:
        found: list[tuple[tuple[int, int], Passage]] = []
        for folded, passage in self._passages:
            for span in _spans(text.text, [folded]):
                # A whole passage only: 17.21 must not be found inside 117.21, nor 10.41 before 10.415.
                edges = text.text[max(span[0] - 1, 0) : span[0]], text.text[span[1] : span[1] + 1]
                if not (edges[0].isdigit() and folded[0].isdigit()) and not (
                    edges[1].isdigit() and folded[-1].isdigit()
                ):
                    found.append((span, passage))
        return found

    def _head(self, text: Plain) -> list[tuple[int, int]]:
        """Return the place of a list number that goes on from the last one (1．, （二）, 三、)."""
        match = _list_number(text.text)
        if match is None:
            return []
        end, value = match
        if value not in (1, self._list_number + 1):
            return []
        self._list_number = value
        return [(0, end)]


def no_figures(text: Plain, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where names (in plain form) and harmless words stand; a harmless word beside a numeral is part of it."""
    spans = _spans(text.text, names)
    for start, end in _spans(text.text, words()["harmless"]):
        around = text.text[max(start - 1, 0) : start] + text.text[end : end + 1]
        if not any(character.isdigit() or character in "十百千万亿点几数" for character in around):
            spans.append((start, end))
    return spans


def _list_number(text: str) -> tuple[int, int] | None:
    """Return where the list number at the head of a line ends, and its value; None without one."""
    match = _LIST_NUMBER.match(text)
    value = numeral_value(match[1] or match[2] or match[3]) if match is not None else None
    return None if match is None or value is None else (match.end(), int(value))


def _spans(text: str, parts: Iterable[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for part in parts:
        at = text.find(part) if part else -1
        while at >= 0:
            found.append((at, at + len(part)))
            at = text.find(part, at + len(part))
    return found


_ENDS = "。！？!?\n"


def sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Cut a stream of pieces into sentences, each with its end mark, its citation markers and its line break."""
    rest = ""
    for piece in pieces:
        rest += piece
        while (cut := _cut(rest)) is not None:
            yield rest[:cut]
            rest = rest[cut:]
    while rest and (cut := _cut(rest, closed=True)) is not None:
        yield rest[:cut]
        rest = rest[cut:]
    if rest:
        yield rest


def _cut(text: str, closed: bool = False) -> int | None:
    """Return where the first whole sentence ends; None while what may still belong to it could follow."""
    at = _end_mark(text)
    if at is None:
        return None
    if text[at] == "\n":
        return at + 1
    end = at + 1
    while end < len(text) and text[end] in "”’）)》」』]0123456789[, ":
        if text[end].isdigit() and "[" not in text[at:end]:
            break
        end += 1
    if end == len(text):
        return end if closed else None
    return end + 1 if text[end] == "\n" else end


_LONGEST_QUOTE = 600


def _end_mark(text: str) -> int | None:
    """Return where the first end of a sentence stands that is not inside a quotation; a line ends everything."""
    depth = opened = 0
    for at, character in enumerate(text):
        if character == "“":
            opened = at if depth == 0 else opened
            depth += 1
        elif character == "”":
            depth = max(depth - 1, 0)
        elif character == "\n" or (character in _ENDS and (depth == 0 or at - opened > _LONGEST_QUOTE)):
            return at
    return None


def check_figures(text: str, support: Support, question: str = "") -> GuardResult:
    """Return the text without the sentences that hold a figure of no origin, and say how many were dropped."""
    kept, numbers, dropped = _run(sentences([text]), support, question)
    said = "".join(kept)
    if dropped:
        note, number = drop_note(len(dropped))
        said = f"{said.rstrip()}\n{note}" if said.strip() else note
        numbers.append(number)
    return GuardResult(said, tuple(dict.fromkeys(numbers)), tuple(dropped))


def guard_stream(
    pieces: Iterable[str], support: Support, question: str = "", numbers: list[Number] | None = None
) -> Iterator[str]:
    """Yield sentences as they pass; a sentence that does not is left out, which the last piece says."""
    guard = Guard(support, question)
    dropped = 0
    for sentence in sentences(pieces):
        found, fault = guard.check(sentence)
        if fault is not None:
            dropped += 1
            continue
        if numbers is not None:
            numbers.extend(found)
        yield sentence
    if dropped:
        note, number = drop_note(dropped)
        if numbers is not None:
            numbers.append(number)
        yield "\n" + note


def drop_note(count: int) -> tuple[str, Number]:
    """Return the sentence that says how many were dropped, and the origin of the count in it."""
    return f"（有 {count} 句含无出处数字，已略去。）", Number(
        f"{count} 句", Origin.COMPUTED, None, "略去的句数"
    )


def _run(
    parts: Iterable[str], support: Support, question: str
) -> tuple[list[str], list[Number], list[Dropped]]:
    guard = Guard(support, question)
    kept: list[str] = []
    numbers: list[Number] = []
    dropped: list[Dropped] = []
    for sentence in parts:
        found, fault = guard.check(sentence)
        if fault is None:
            kept.append(sentence)
            numbers.extend(found)
        else:
            dropped.append(fault)
    return kept, numbers, dropped
