"""对话: questions and answers, each claim with its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.labels import Language
from ui.messages import words
from ui.screen.cited import cited_text, sources, sums
from ui.screen.markup import Html, element

if TYPE_CHECKING:  # imported with the first question
    from assistant.answers.answer import Answer

STARTERS = ("errors", "control", "bridge", "left", "score", "problems", "send", "unchecked")
LONGEST_QUESTION = 500


def transcript(answers: Sequence[Answer], lang: Language = "zh") -> Html:
    """Return all questions with their answers, the oldest first."""
    return element("div", [turn(answer, lang) for answer in answers], class_="jh-turns")


def turn(answer: Answer, lang: Language = "zh") -> Html:
    """Return one question with its answer, its sources and its sums."""
    say = words(lang)
    return element(
        "article",
        asked(answer.question),
        element(
            "div",
            element("div", cited_text(answer.answer, answer.citations, lang), class_="jh-words"),
            sums(answer.numbers, lang),
            sources(answer.citations, lang),
            element("p", say("page_engine", engine=_engine(answer.engine, lang)), class_="jh-engine"),
            class_="jh-answered",
            data_answered=str(answer.answered).lower(),
        ),
        class_="jh-turn",
    )


def asked(question: str) -> Html:
    """Return a question as it stands above its answer."""
    return element("p", question, class_="jh-asked")


def saying(question: str, so_far: str, lang: Language = "zh") -> Html:
    """Return an answer that is still being said; its markers become buttons when it is whole."""
    body = element("div", so_far or words(lang)("page_looking"), class_="jh-words")
    answered = element("div", body, class_="jh-answered jh-saying")
    return element("article", asked(question), answered, class_="jh-turn")


def _engine(engine: str, lang: Language) -> str:
    return words(lang)("ask_llm" if engine == "llm" else "ask_offline")


def ask_form(model_host: str | None = None, lang: Language = "zh") -> Html:
    """Return the place for a question, with some to start from.

    Where there is a language model, the person chooses for each question whether text may go to ``model_host``.
    """
    say = words(lang)
    starters = [
        element("button", say(f"page_starter_{name}"), type="button", class_="jh-starter")
        for name in STARTERS
    ]
    return element(
        "form",
        element("div", starters, class_="jh-starters"),
        element(
            "div",
            element(
                "textarea",
                name="question",
                rows="2",
                maxlength=str(LONGEST_QUESTION),
                placeholder=say("page_ask_hint"),
                aria_label=say("page_ask_hint"),
            ),
            element("button", say("page_ask"), type="submit", class_="jh-primary"),
            class_="jh-ask-row",
        ),
        None if model_host is None else _engines(model_host, lang),
        class_="jh-ask",
    )


def _engines(host: str, lang: Language) -> Html:
    say = words(lang)

    def choice(value: str, text: str, *, chosen: bool) -> Html:
        return element(
            "label", element("input", type="radio", name="engine", value=value, checked=chosen), text
        )

    return element(
        "fieldset",
        choice("offline", say("page_by_program"), chosen=True),
        choice("llm", say("page_by_model", host=host), chosen=False),
        class_="jh-engines",
    )
