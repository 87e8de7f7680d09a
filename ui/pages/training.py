"""培训: choose an exercise, point at its errors, hand in the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.labels import Language
from corpus.errors import InputError
from ui.messages import words
from ui.pages.bridge import EVENT, panel
from ui.practice import Practice, graded, new_practice
from ui.reviewing import reason
from ui.screen.head import failure
from ui.screen.sheets import sheets
from ui.screen.training import choice_form, exercise_sheet, grade_sheet


@dataclass(frozen=True, slots=True)
class TrainingParts:
    """The components of the training; ``practice`` holds the exercise of this tab with its key."""

    practice: gr.State
    choice: gr.HTML
    said: gr.HTML
    sheet: gr.HTML
    grade: gr.HTML


def training_parts(lang: Language) -> TrainingParts:
    """Return the left side: the choice, what went wrong, the sheet, the grade."""
    return TrainingParts(
        gr.State(None),
        panel("practise", events=("practised",), value=choice_form(lang)),
        panel("practise-said"),
        panel("sheet", events=("answered",)),
        panel("grade"),
    )


def connect(parts: TrainingParts, report: gr.HTML, lang: Language) -> None:
    """Connect the events; ``report`` shows the report of the exercise."""

    def on_practised(event: gr.EventData) -> Any:
        asked = event._data if isinstance(event._data, dict) else {}
        level, topic, seed = (str(asked.get(name) or "").strip() for name in ("level", "topic", "seed"))
        try:
            practice = new_practice(level, topic, seed, lang)
        except Exception as error:  # the border of the page: a fault of ours is one line as well
            return gr.skip(), failure(reason(error, lang), lang), gr.skip(), gr.skip(), gr.skip()
        return (
            practice,
            "",
            exercise_sheet(practice.exercise.key, lang),
            "",
            sheets(practice.document, "", lang),
        )

    def on_answered(practice: Practice | None, event: gr.EventData) -> Any:
        asked = event._data if isinstance(event._data, dict) else {}
        try:
            if practice is None:
                raise InputError(words(lang)("page_exercise_gone"))
            return grade_sheet(graded(practice, asked.get("answers")), lang)
        except Exception as error:  # the border of the page
            return failure(reason(error, lang), lang)

    shown = [parts.practice, parts.said, parts.sheet, parts.grade, report]
    parts.choice.practised(on_practised, None, shown, concurrency_limit=4, **EVENT)
    parts.sheet.answered(on_answered, parts.practice, parts.grade, concurrency_limit=4, **EVENT)
