"""起草: the choice of what to draft, the draft to be read and edited, and what the guard holds against an edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.labels import Language, one_line
from assistant.support import Citation
from ui.messages import Words, words
from ui.screen.cited import cited_text
from ui.screen.markup import Html, element, joined

if TYPE_CHECKING:  # the checkers are imported when the first report comes
    from assistant.drafting.edited import Mark

SECTIONS = ("both", "problems", "measures")
VOICES = ("unit", "reviewer")


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
    """Return the text with its markers as buttons and what a person should look at marked in its place."""
    parts: list[str] = []
    at = 0
    for mark in marks:
        if mark.start < at:
            continue  # inside a stretch that is marked already
        inside = cited_text(text[mark.start : mark.end], citations, lang)
        parts += [
            cited_text(text[at : mark.start], citations, lang),
            element("mark", inside, class_="jh-doubted", title=mark.reason, data_kind=str(mark.kind)),
        ]
        at = mark.end
    return joined([*parts, cited_text(text[at:], citations, lang)])


def _held_against(marks: Sequence[Mark], say: Words) -> Html | None:
    """Return what the guard holds against the text; blanks to be filled in are only counted."""
    held = [mark for mark in marks if mark.kind != "blank"]
    blanks = len(marks) - len(held)
    lines = [
        element("li", element("b", one_line(mark.text)), element("span", f"　{mark.reason}")) for mark in held
    ]
    if blanks:
        lines.append(element("li", say("page_blanks", count=blanks)))
    if not lines:
        return None
    title = element("p", say("page_doubted", count=len(held))) if held else None
    return element("div", title, element("ul", lines), class_="jh-held-against", role="status")
