"""起草: choose, read, edit; the guard looks at every edit and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.labels import Language
from corpus.errors import InputError
from rules.review import Review
from ui.desk import Desk, Desks
from ui.drafting import edited, new_draft
from ui.messages import words
from ui.pages.bridge import EVENT, panel
from ui.reviewing import reason
from ui.screen.drafts import draft_form, draft_sheet
from ui.screen.head import failure
from ui.web import draft_address


@dataclass(frozen=True, slots=True)
class DraftParts:
    """The components: the choice, what went wrong, the draft."""

    choice: gr.HTML
    said: gr.HTML
    sheet: gr.HTML


def draft_parts(lang: Language) -> DraftParts:
    """Return the components in their order on the page."""
    return DraftParts(
        panel("drafting", events=("drafted",), value=draft_form(lang)),
        panel("draft-said"),
        panel("draft", events=("edited",)),
    )


def connect(parts: DraftParts, desk: gr.State, desks: Desks, lang: Language) -> None:
    """Connect the events."""
    say = words(lang)

    def desk_of(desk_id: str) -> tuple[Desk, Review]:
        found = desks.find(desk_id)
        if found is None or found.review is None:
            raise InputError(say("page_gone") if desk_id else say("page_no_report"))
        return found, found.review

    def shown(found: Desk) -> str:
        drafted = found.drafted
        if drafted is None:
            return ""
        made = drafted.draft
        return draft_sheet(
            drafted.text, made.citations, made.notes, drafted.marks, draft_address(found), lang
        )

    def on_drafted(desk_id: str, event: gr.EventData) -> Any:
        asked = event._data if isinstance(event._data, dict) else {}
        try:
            found, review = desk_of(desk_id)
            found.drafted = new_draft(review, asked.get("section"), asked.get("voice"), lang)
            return "", shown(found)
        except Exception as error:  # the border of the page: a fault of ours is one line as well
            return failure(reason(error, lang), lang), gr.skip()

    def on_edited(desk_id: str, event: gr.EventData) -> Any:
        asked = event._data if isinstance(event._data, dict) else {}
        try:
            found, review = desk_of(desk_id)
            if found.drafted is None:
                raise InputError(say("page_no_draft"))
            found.drafted = edited(found.drafted, review, str(asked.get("text") or ""), lang)
            return "", shown(found)
        except Exception as error:  # the border of the page
            return failure(reason(error, lang), lang), gr.skip()

    def on_desk(desk_id: str) -> Any:
        found = desks.find(desk_id)
        return "", "" if found is None else shown(found)

    outputs = [parts.said, parts.sheet]
    parts.choice.drafted(on_drafted, desk, outputs, concurrency_limit=4, concurrency_id="draft", **EVENT)
    parts.sheet.edited(on_edited, desk, outputs, concurrency_limit=4, concurrency_id="draft", **EVENT)
    desk.change(on_desk, desk, outputs, **EVENT)
