"""``jiheng ask``: one question about a report, one cited answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from corpus.errors import InputError
from ui.commands.options import (
    STANDARD,
    Debug,
    Json,
    Lang,
    Prior,
    Report,
    With,
    check_outputs,
    to_json,
    write_out,
)
from ui.materials import wanted
from ui.messages import Words, words
from ui.terminal import Stages, error_line, language_of, show

if TYPE_CHECKING:
    from assistant.wiring import EngineName


def ask_command(
    file: Report,
    question: Annotated[
        str, typer.Argument(metavar="问题", help="一个问题，如：公用经费控制率是多少，怎么算的？")
    ],
    json_file: Json = None,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine", metavar="引擎", help="offline 或 llm；默认：设了大模型接口用 llm，否则 offline"
        ),
    ] = None,
    prior: Prior = None,
    with_files: With = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Answer one question about a report."""
    language = language_of(lang)
    say = words(language)
    chosen = check_engine(engine, say)
    others = wanted(with_files, prior, say)
    check_outputs((file, *(item.file for item in others)), (json_file,), say)
    from assistant.question import checked
    from assistant.settings import load_settings
    from assistant.wiring import open_engine, open_shelf

    checked(question)
    settings = load_settings()
    writer = open_engine(settings, chosen)
    from ui.commands.review import read_and_review

    with Stages(language, with_writing=False) as stages:
        found = read_and_review(file, None, None, None, stages, say, others)
        stages.end()
    if writer.destination is not None:
        error_line(say("ask_sends", host=writer.destination))
    from assistant.answers.conversation import Conversation

    shelf = open_shelf(settings)
    try:
        answer = Conversation(found, writer, shelf).ask(question)
    finally:
        shelf.close()
    if json_file is not None:
        write_out(json_file, to_json(answer.as_json()))
    if json_file != STANDARD:
        from ui.answering import answer_lines

        show(lambda width: answer_lines(answer, width, language))


def check_engine(engine: str | None, say: Words) -> EngineName | None:
    """Refuse an engine that there is not. Raises: InputError."""
    if engine not in (None, "offline", "llm"):
        raise InputError(say("ask_bad_engine", value=engine))
    return cast("EngineName | None", engine)
