"""Holding what an engine says against the evidence, sentence by sentence: figures, claims, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.claims import Grounding
from assistant.disguise import plain
from assistant.guard import Guard, check_figures, drop_note
from assistant.support import Number, Origin

_MARKER = re.compile(r"\[\d+\]")
_MANY = 0.34
"""Where more than this share of the sentences had to be dropped, the rest is no answer."""


class Held:
    """The sentences of one model's answer that may leave."""

    def __init__(self, desk: Desk, reply: Reply) -> None:
        self._desk = desk
        self._reply = reply
        self._kept: list[str] = []
        self._numbers: list[Number] = []
        self._dropped = 0
        self._size = -1

    def passing(self, sentences: Iterable[str]) -> Iterator[str]:
        """Yield the sentences that pass; at the end, how many did not. Raises what the engine raises."""
        for sentence in sentences:
            if not sentence.strip():
                continue
            self._renew()
            found, fault = self._guard.check(sentence)
            unfit = "{" in sentence or self._grounding.fault(sentence) or self._misplaced(sentence, found)
            if fault is not None or unfit:
                self._dropped += 1
                continue
            sentence = _with_sources(sentence, found)
            self._kept.append(sentence)
            self._numbers.extend(found)
            yield sentence
        if self._dropped and self.stands:
            note, number = drop_note(self._dropped)
            self._kept.append(f"\n{note}")
            self._numbers.append(number)
            yield f"\n{note}"

    def _misplaced(self, sentence: str, found: Iterable[Number]) -> bool:
        """Say whether a figure stands beside markers of which none leads to a source that holds it."""
        markers = _MARKER.findall(sentence)
        quotes = "\n".join(
            plain(item.evidence.quote).text
            for item in self._desk.material.citations
            if item.marker in markers
        )
        return any(
            number.origin is Origin.CITED
            and number.citation not in markers
            and _digits(number.text) not in quotes
            for number in found
            if markers
        )

    @property
    def text(self) -> str:
        """Return what was said."""
        return "".join(self._kept).strip()

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Return the figures of what was said, with their origin."""
        return tuple(dict.fromkeys(self._numbers))

    @property
    def stands(self) -> bool:
        """Say whether what is left is an answer: it names a source, and most of it was not dropped."""
        said = len(self._kept)
        sourced = any(_MARKER.search(sentence) for sentence in self._kept)
        return sourced and self._dropped <= _MANY * (said + self._dropped)

    def _renew(self) -> None:
        """Take in what a tool has brought since the last sentence."""
        material = self._desk.material
        if material.size == self._size:
            return
        self._size = material.size
        support = material.support()
        self._guard = Guard(support, self._desk.question.text)
        texts = [self._reply.text, *(item.evidence.quote for item in support.citations)]
        texts += [passage.text for passage in support.passages]
        self._grounding = Grounding(texts, self._desk.question.text)


def _digits(text: str) -> str:
    """Return the digits of a figure as they stand in a plain text."""
    found = re.search(r"\d+(?:\.\d+)?", plain(text).text)
    return "" if found is None else found[0]


def _with_sources(sentence: str, found: Iterable[Number]) -> str:
    """Return a sentence with the markers of its figures where the model left all markers out."""
    markers = dict.fromkeys(number.citation for number in found if number.citation)
    if not markers or _MARKER.search(sentence):
        return sentence
    body = sentence.rstrip()
    end = body[-1:] if body[-1:] in "。！？；" else ""
    return f"{body.removesuffix(end) if end else body}{''.join(filter(None, markers))}{end}{sentence[len(body) :]}"


def held_offline(desk: Desk, reply: Reply) -> tuple[str, tuple[Number, ...]]:
    """Return a composed reply that has passed the guard; a refusal carries no figure but the questioner's own."""
    if reply.answered:
        result = check_figures(reply.text, desk.material.support(), desk.question.text)
        return result.text, result.numbers
    guard = Guard(desk.material.support(), desk.question.text)
    kept: list[str] = []
    numbers: list[Number] = []
    for line in reply.lines:
        found, fault = guard.check(line)
        if fault is None and all(number.origin is Origin.QUESTION or _is_year(number) for number in found):
            kept.append(line)
            numbers.extend(found)
    return "\n".join(kept), tuple(dict.fromkeys(numbers))


def _is_year(number: Number) -> bool:
    return re.fullmatch(r"\d{4}\s*年(?:度)?", number.text) is not None
