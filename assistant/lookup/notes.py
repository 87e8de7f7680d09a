"""Notes on policy documents in our own words, from ``notes.toml``: what stands in them, what weight they have."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Literal

from assistant.disguise import plain
from assistant.numeral_words import NUMERALS, numeral_value
from corpus.document.evidence import Evidence

Standing = Literal["binding", "reference", "trial", "annual"]


@dataclass(frozen=True, slots=True)
class Note:
    """One note. ``verified`` is False until somebody has held it against the official text."""

    code: str
    title: str
    document: str
    meaning: str
    words: tuple[str, ...]
    standing: Standing
    number: str | None = None
    article: str | None = None
    verified: bool = False

    @property
    def evidence(self) -> Evidence:
        """Return the note as evidence: a card of ours, never the policy."""
        return Evidence(
            source="card", document=f"依据卡 {self.code}（非原文）", quote=self.meaning, section=self.title
        )


@cache
def notes() -> tuple[Note, ...]:
    """Return all notes, read once."""
    text = resources.files("assistant.lookup").joinpath("notes.toml").read_text("utf-8")
    return tuple(Note(**{**entry, "words": tuple(entry["words"])}) for entry in tomllib.loads(text)["note"])


def note(code: str) -> Note:
    """Return the note with the code. Raises: KeyError."""
    found = {item.code: item for item in notes()}
    return found[code]


def notes_about(question: str, numbers: tuple[str, ...] = ()) -> list[Note]:
    """Return the notes that a question speaks of: by 文号 first (53号文), then by its words, most words first."""
    folded = plain(question).text
    wanted = {tuple(re.findall(r"\d+", number)) for number in numbers}
    by_number = [
        item
        for item in notes()
        if item.number and any(_same_number(item.number, digits) for digits in wanted)
    ]
    if by_number:
        return by_number[:1]
    if wanted:
        return []
    articles = {numeral_value(found) for found in _ARTICLE.findall(folded)}
    scored = [
        (sum(len(word) for word in item.words if plain(word).text in folded), item)
        for item in notes()
        if not articles or (item.article is not None and _article(item.article) in articles)
    ]
    return [item for score, item in sorted(scored, key=lambda pair: -pair[0]) if score]


_ARTICLE = re.compile(rf"第([\d{NUMERALS}]+)条")


def _article(text: str) -> Decimal | None:
    found = _ARTICLE.search(text)
    return None if found is None else numeral_value(found[1])


def _same_number(number: str, digits: tuple[str, ...]) -> bool:
    own = re.findall(r"\d+", number)
    return bool(digits) and (tuple(own) == digits or (len(digits) == 1 and own[-1] == digits[0]))
