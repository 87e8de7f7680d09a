"""A conversation about one report: each question planned, composed, said by an engine, and held against the evidence."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.answers.answer import Answer, cited, renumbered
from assistant.answers.composing import compose
from assistant.answers.desk import Desk, ReportTools
from assistant.answers.held import Held, held_offline
from assistant.answers.reply import Reply
from assistant.engines.offline import OfflineEngine
from assistant.engines.port import Engine
from assistant.errors import EngineError
from assistant.lookup.passages import Passages
from assistant.plan import About, Kind, plan_question
from assistant.question import read_question
from assistant.support import Number
from rules.review import Review

_BY_PROGRAM = frozenset({Kind.PERSON, Kind.QUESTIONS, Kind.COVERAGE, Kind.CHECKED})
"""Answers that are lists or a refusal on principle: no model words them."""

_MAY_BE_FOUND = frozenset({Kind.CONTENT, Kind.EXPLANATION, Kind.RULE})
"""Sorts of question that the composer may fail to answer though the report holds the answer."""


@dataclass
class Conversation:
    """Answers questions about one report; a follow-up takes what it leaves out from the answer before.

    ``before`` is what the last answer was about; set it to go on with a chat that was kept.
    """

    review: Review
    engine: Engine = field(default_factory=OfflineEngine)
    passages: Passages | None = None
    before: About = field(default_factory=About)
    tools: ReportTools = field(init=False)

    def __post_init__(self) -> None:
        self.tools = ReportTools(self.review)

    def ask(self, question: str) -> Answer:
        """Return the answer. Raises: QuestionError where there is no question, or it is too long."""
        for piece in self.stream(question):
            if isinstance(piece, Answer):
                return piece
        raise EngineError("没有得到回答；请重试")

    def stream(self, question: str) -> Iterator[str | Answer]:
        """Yield the sentences of an answer as they pass, and the whole answer last, which replaces them.

        Raises: QuestionError where there is no question, or it is too long.
        """
        begun = time.perf_counter()
        read = read_question(question, self.tools.names)
        plan = plan_question(read, self.before if self.before.kind is not None else None)
        desk = Desk(self.tools, plan.question, self.before, self.passages)
        reply = compose(desk, plan.kind)
        note: str | None = None
        if self._may_be_worded(reply):
            held = Held(desk, reply)
            first: float | None = None
            try:
                for sentence in held.passing(self.engine.write(desk, reply)):
                    first = time.perf_counter() - begun if first is None else first
                    yield sentence
                if held.stands:
                    self._remember(reply)
                    yield self._answer(desk, reply, held.text, held.numbers, begun, first, self.engine.name)
                    return
                note = "回答没有通过出处核对"
            except EngineError as error:
                note = str(error)
        yield from self._offline(desk, reply, begun, note)

    def _offline(self, desk: Desk, reply: Reply, begun: float, note: str | None) -> Iterator[str | Answer]:
        text, numbers = held_offline(desk, reply)
        text, numbers, citations = renumbered(text, numbers, desk.material.citations)
        if note is not None and reply.answered:
            text = f"（未采用大模型的回答：{note}；以下由离线引擎作答。）\n{text}"
        elif note is not None:
            text = f"（未采用大模型的回答：{note}。）\n{text}"
        first = time.perf_counter() - begun
        self._remember(reply)
        yield text
        total = time.perf_counter() - begun
        yield Answer(
            desk.question.text,
            reply.answered,
            text,
            cited(text, numbers, citations),
            numbers,
            OfflineEngine.name,
            str(reply.kind),
            reply.about,
            first,
            total,
            note,
        )

    def _answer(
        self,
        desk: Desk,
        reply: Reply,
        text: str,
        numbers: tuple[Number, ...],
        begun: float,
        first: float | None,
        engine: str,
    ) -> Answer:
        return Answer(
            desk.question.text,
            True,
            text,
            cited(text, numbers, desk.material.citations),
            numbers,
            engine,
            str(reply.kind),
            reply.about,
            first,
            time.perf_counter() - begun,
        )

    def _may_be_worded(self, reply: Reply) -> bool:
        if self.engine.name == OfflineEngine.name or reply.kind in _BY_PROGRAM:
            return False
        return reply.answered or reply.kind in _MAY_BE_FOUND

    def _remember(self, reply: Reply) -> None:
        if reply.about.kind is not None:
            self.before = reply.about
