"""Talking about the report on a desk: the narrow shape that the page wants of a conversation."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.support import Citation, Number


class Answer(Protocol):
    """An answer as the page shows it; the fields are those of ``jiheng.answer/1``."""

    @property
    def question(self) -> str:
        """Return the question."""

    @property
    def answered(self) -> bool:
        """Say whether report or library hold the answer."""

    @property
    def answer(self) -> str:
        """Return the text with its markers."""

    @property
    def citations(self) -> Sequence[Citation]:
        """Return the source of every marker."""

    @property
    def numbers(self) -> Sequence[Number]:
        """Return every figure with its origin."""

    @property
    def engine(self) -> str:
        """Return who put it into words."""


class Talk(Protocol):
    """A conversation about one report, which remembers what was spoken of."""

    def stream(self, question: str) -> Iterator[str | Answer]:
        """Yield the pieces of an answer that have passed the guard, and the whole answer last. Raises: JihengError."""


@dataclass
class Talked:
    """The conversation of a desk with its answers so far; one question at a time."""

    talk: Talk
    answers: list[Answer] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
