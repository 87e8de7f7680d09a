"""起草: the choice of what to draft, the draft to be read and edited, and what the guard holds against an edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.labels import Language
from assistant.support import Citation
from ui.messages import Words, words
from ui.screen.cited import cited_text
from ui.screen.markup import Html, element, joined

SECTIONS = ("both", "problems", "measures")
VOICES = ("unit", "reviewer")


class Mark(Protocol):
    """What the guard holds against a sentence of an edited text."""

    @property
    def sentence(self) -> str:
        """Return the sentence as it stands in the text."""

    @property
    def figure(self) -> str:
        """Return the figure that no source supports."""

    @property
    def reason(self) -> str:
        """Return why."""


def draft_form(lang: Language = "zh") -> Html:
    """Return the choice of section and voice."""
    say = words(lang)
    return element(
        "form",
        _radios("section", SECTIONS, say),
        _radios("voice", VOICES, say),
        element("button", say("page_draft"), type="submit", class_="jh-primary"),
        class_="jh-drafting",
    )


def _radios(name: str, values: Sequence[str], say: Words) -> Html:
    options = [
        element(
            "label",
            element("input", type="radio", name=name, value=value, checked=value == values[0]),
            say(f"page_{name}_{value}"),
        )
        for value in values
    ]
    return element("fieldset", element("legend", say(f"page_{name}")), options)


def draft_sheet(
    text: str,
    citations: Sequence[Citation],
    notes: Sequence[str],
    marks: Sequence[Mark],
    file: str,
    lang: Language = "zh",
) -> Html:
    """Return the draft as it now stands; ``file`` is the address of its DOCX."""
    say = words(lang)
    tabs = [
        element(
            "button",
            say(f"page_draft_{name}"),
            type="button",
            role="tab",
            data_face=name,
            aria_selected=str(name == "read").lower(),
        )
        for name in ("read", "edit")
    ]
    link = element("a", say("page_draft_docx"), href=file, download=True, class_="jh-download")
    return element(
        "div",
        element("nav", tabs, link, class_="jh-panels", role="tablist"),
        element("ul", [element("li", note) for note in notes], class_="jh-draft-notes") if notes else None,
        _held_against(marks, say),
        element("div", read_text(text, citations, marks, lang), class_="jh-draft-read jh-words"),
        element(
            "form",
            element("textarea", text, name="text", aria_label=say("page_draft_edit"), spellcheck="false"),
            element("button", say("page_draft_check"), type="submit", class_="jh-primary"),
            class_="jh-draft-edit",
            hidden=True,
        ),
        class_="jh-draft",
    )


def read_text(text: str, citations: Sequence[Citation], marks: Sequence[Mark], lang: Language = "zh") -> Html:
    """Return the text with its markers as buttons and the sentences that the guard doubts marked."""
    spans: list[tuple[int, int, Mark]] = []
    at = 0
    for mark in marks:
        start = text.find(mark.sentence, at)
        if start >= 0 and mark.sentence:
            at = start + len(mark.sentence)
            spans.append((start, at, mark))
    parts: list[str] = []
    at = 0
    for start, end, mark in spans:
        doubted = element(
            "span", cited_text(text[start:end], citations, lang), class_="jh-doubted", title=mark.reason
        )
        parts += [cited_text(text[at:start], citations, lang), doubted]
        at = end
    return joined([*parts, cited_text(text[at:], citations, lang)])


def _held_against(marks: Sequence[Mark], say: Words) -> Html | None:
    if not marks:
        return None
    lines = [
        element(
            "li", element("b", mark.figure), element("span", f" {mark.reason}"), element("q", mark.sentence)
        )
        for mark in marks
    ]
    return element(
        "div",
        element("p", say("page_doubted", count=len(marks))),
        element("ul", lines),
        class_="jh-held-against",
        role="status",
    )
