"""``jiheng demo``: the main jobs on the bundled sample report: a review, two questions, a draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.options import Debug, Lang, write_out
from ui.commands.review import hand_over, read_and_review
from ui.demo import demo_folder, sample
from ui.messages import words
from ui.terminal import Stages, error_line, language_of, show

if TYPE_CHECKING:
    from assistant.answers.answer import Answer
    from assistant.labels import Language
    from rules.review import Review
    from ui.present import Line

QUESTIONS = ("公用经费控制率是多少，怎么算的？", "有多少辆公务用车？")
"""One that the report answers, and one that it does not."""


def demo_command(debug: Debug = False, lang: Lang = None) -> None:
    """Review the bundled sample, ask about it and draft from it; succeeds whatever it finds."""
    language = language_of(lang)
    say = words(language)
    with sample() as path:
        folder = demo_folder(say)
        error_line(say("demo_intro", name=path.name))
        files = {kind: str(folder / f"{path.stem}.{kind}") for kind in ("json", "xlsx")}
        with Stages(language, with_writing=True) as stages:
            found = read_and_review(str(path), None, None, None, stages, say)
            hand_over(found, files, stages, language)
    _ask(found, language)
    drafted = folder / "sample-draft.docx"
    _draft(found, drafted)
    print()
    for file in (*files.values(), str(drafted)):
        print(say("written", path=file))
    print(say("demo_next", command="jiheng review 报告.pdf --json 结果.json --xlsx 底稿.xlsx"))
    print(say("demo_page"))


def _ask(found: Review, language: Language) -> None:
    """Ask the questions with the engine that needs no model."""
    from assistant.answers.conversation import Conversation
    from assistant.settings import load_settings
    from assistant.wiring import open_engine, open_shelf

    say = words(language)
    settings = load_settings()
    shelf = open_shelf(settings)
    try:
        talk = Conversation(found, open_engine(settings, "offline"), shelf)
        for question in QUESTIONS:
            print(f"\n{say('demo_question', question=question)}")
            show(partial(_answer, talk.ask(question), language))
    finally:
        shelf.close()


def _answer(answer: Answer, language: Language, width: int) -> Sequence[Line]:
    from ui.answering import answer_lines

    return answer_lines(answer, width, language)


def _draft(found: Review, place: Path) -> None:
    """Draft problems and measures into a Word file."""
    from assistant.drafting.composing import draft
    from assistant.export.draft_files import draft_docx

    write_out(str(place), draft_docx(draft(found, "both", "reviewer"), found))
