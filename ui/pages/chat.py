"""对话: ask about the report on the desk; every marker of an answer leads to its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.labels import Language
from corpus.errors import InputError
from ui.desk import Desks
from ui.messages import words
from ui.pages.bridge import EVENT, panel
from ui.reviewing import reason
from ui.screen.head import failure
from ui.screen.talk import LONGEST_QUESTION, ask_form, saying, transcript
from ui.talking import Talks

Said = tuple[Any, str]
"""Values of: all answers so far, the answer that is being said."""


@dataclass(frozen=True, slots=True)
class ChatParts:
    """The components: what was said, what is being said, the place for a question."""

    said: gr.HTML
    saying: gr.HTML
    ask: gr.HTML


def chat_parts(talks: Talks, lang: Language) -> ChatParts:
    """Return the components in their order on the page."""
    form = ask_form(talks.model_host, lang)
    return ChatParts(panel("said"), panel("saying"), panel("ask", events=("asked",), value=form))


def answered(
    desks: Desks, talks: Talks, lang: Language, desk_id: str, question: str, *, agreed: bool
) -> Iterator[Said]:
    """Answer a question about the report on a desk, piece by piece; a failure is one line.

    ``agreed``: the person agreed that a language model may be sent what the answer rests on.
    """
    say = words(lang)
    try:
        desk = desks.find(desk_id)
        if desk is None or desk.review is None:
            raise InputError(say("page_gone") if desk_id else say("page_no_report"))
        if not question or len(question) > LONGEST_QUESTION:
            raise InputError(say("page_bad_question", most=LONGEST_QUESTION))
        review = desk.review
        talked = desk.talked(lambda: talks.begin(review))
        yield gr.skip(), saying(question, "", lang)
        so_far = ""
        for piece in talked.ask(question, talks.engine(agreed=agreed)):
            if isinstance(piece, str):
                so_far += piece
                yield gr.skip(), saying(question, so_far, lang)
        yield transcript(talked.answers, lang), ""
    except Exception as error:  # the border of the page: a fault of ours is one line as well
        yield gr.skip(), failure(reason(error, lang), lang)


def connect(parts: ChatParts, desk: gr.State, desks: Desks, talks: Talks, lang: Language) -> None:
    """Connect the events."""

    def on_asked(desk_id: str, event: gr.EventData) -> Iterator[Said]:
        asked = event._data if isinstance(event._data, dict) else {}
        question = str(asked.get("question") or "").strip()
        yield from answered(desks, talks, lang, desk_id, question, agreed=asked.get("engine") == "llm")

    def on_desk(desk_id: str) -> Said:
        found = desks.find(desk_id)
        talked = None if found is None else found.talk
        return ("" if talked is None else transcript(talked.answers, lang)), ""

    shown = [parts.said, parts.saying]
    parts.ask.asked(on_asked, desk, shown, concurrency_limit=4, concurrency_id="answer", **EVENT)
    desk.change(on_desk, desk, shown, **EVENT)
