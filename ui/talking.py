"""Talking about the reports on the desks: conversations over one library, with the engine that the person chose."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.answers.answer import Answer
    from assistant.answers.conversation import Conversation
    from assistant.engines.port import Engine
    from assistant.lookup.shelf import Shelf
    from assistant.settings import Settings
    from corpus.found import Found
    from rules.review import Review


@dataclass
class Talked:
    """The conversation of a desk with its answers so far; one question at a time."""

    conversation: Conversation
    answers: list[Answer] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, question: str, engine: Engine) -> Iterator[str | Answer]:
        """Yield the sentences of an answer as they pass, and the whole answer last. Raises: JihengError."""
        with self.lock:
            self.conversation.engine = engine
            for piece in self.conversation.stream(question):
                if not isinstance(piece, str):
                    self.answers.append(piece)
                yield piece

    def turn_to(self, review: Review) -> None:
        """Go on about the report reviewed anew; what was said stays."""
        with self.lock:
            self.conversation = replace(self.conversation, review=review)


class SharedShelf:
    """One library for all conversations of the page, searched by one of them at a time."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()

    def search(
        self,
        query: str,
        k: int = 5,
        *,
        report: str | None = None,
        kinds: Iterable[str] | None = None,
        on: datetime.date | None = None,
    ) -> Found:
        """Return the k best passages, as the shelf finds them."""
        with self._lock:
            return self._shelf.search(query, k, report=report, kinds=kinds, on=on)


class Talks:
    """Begins conversations. ``model_host`` is where text goes when a language model words an answer, None: there is none."""

    def __init__(self, settings: Settings) -> None:
        from assistant.wiring import open_engine, open_shelf

        self._offline: Engine = open_engine(settings, "offline")
        preferred = open_engine(settings)
        self._model = preferred if preferred.destination is not None else None
        self._shelf = SharedShelf(open_shelf(settings))

    @property
    def model_host(self) -> str | None:
        """Return the host of the language model, where one is set."""
        return None if self._model is None else self._model.destination

    def begin(self, review: Review) -> Talked:
        """Begin a conversation about a reviewed report."""
        from assistant.answers.conversation import Conversation

        return Talked(Conversation(review, self._offline, self._shelf))

    def engine(self, *, agreed: bool) -> Engine:
        """Return the engine for an answer: the model only where the person agreed that text goes to it."""
        return self._model if agreed and self._model is not None else self._offline
