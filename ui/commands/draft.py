"""``jiheng draft``: 存在的问题及原因分析 and 下一步改进措施 from a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from assistant.labels import Language
from corpus.errors import InputError
from ui.commands.options import (
    STANDARD,
    Debug,
    Json,
    Lang,
    PasswordFile,
    Prior,
    Region,
    Report,
    With,
    Year,
    check_outputs,
    to_json,
    write_out,
)
from ui.commands.review import check_year, read_and_review
from ui.materials import wanted
from ui.messages import Words, words
from ui.terminal import Stages, language_of, show

if TYPE_CHECKING:
    from assistant.drafting.draft import Draft, Sections
    from assistant.drafting.paper import Voice
    from rules.review import Review
    from ui.present import Line

_OFFLINE = "offline"


def draft_command(
    file: Report,
    section: Annotated[
        str, typer.Option("--section", metavar="部分", help="problems 问题、measures 措施、both 两者")
    ] = "both",
    json_file: Json = None,
    docx_file: Annotated[
        str | None, typer.Option("--docx", metavar="文件", help="写成 Word（公文版式）；- 为标准输出")
    ] = None,
    md_file: Annotated[
        str | None, typer.Option("--md", metavar="文件", help="写成 Markdown；- 为标准输出")
    ] = None,
    voice: Annotated[
        str, typer.Option("--voice", metavar="口气", help="unit 替单位写、reviewer 写进审核意见")
    ] = "unit",
    engine: Annotated[
        str, typer.Option("--engine", metavar="引擎", help="由谁行文；offline 不用模型、不联网")
    ] = _OFFLINE,
    password_file: PasswordFile = None,
    year: Year = None,
    region: Region = None,
    prior: Prior = None,
    with_files: With = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Draft sections of one report."""
    language = language_of(lang)
    say = words(language)
    _check(section, voice, engine, say)
    files = (json_file, docx_file, md_file)
    others = wanted(with_files, prior, say)
    check_outputs((file, password_file, *(item.file for item in others)), files, say)
    check_year(year, say)
    with Stages(language, with_writing=any(files)) as stages:
        found = read_and_review(file, password_file, year, region, stages, say, others)
        from assistant.drafting.composing import draft

        made = draft(found, cast("Sections", section), cast("Voice", voice))
        _hand_over(made, found, files, stages)
    if STANDARD not in files:
        show(lambda width: _lines(made, found, width, language))


def _check(section: str, voice: str, engine: str, say: Words) -> None:
    """Refuse what there is none of, before any work. Raises: InputError."""
    from assistant.drafting.draft import Sections
    from assistant.drafting.paper import Voice

    if section not in get_args(Sections):
        raise InputError(say("draft_bad_section"))
    if voice not in get_args(Voice):
        raise InputError(say("draft_bad_voice"))
    if engine != _OFFLINE:
        raise InputError(say("draft_bad_engine", engine=engine))


def _hand_over(made: Draft, found: Review, files: tuple[str | None, ...], stages: Stages) -> None:
    """Make every output before the first is written."""
    json_file, docx_file, md_file = files
    if any(files):
        stages.begin("write")
    outputs: list[tuple[str, bytes]] = []
    if json_file is not None:
        from assistant.export.scope import scope_lines

        outputs.append((json_file, to_json({**made.as_json(), "scope": list(scope_lines(found))})))
    if docx_file is not None or md_file is not None:
        from assistant.export.draft_files import draft_docx, draft_markdown

        if docx_file is not None:
            outputs.append((docx_file, draft_docx(made, found)))
        if md_file is not None:
            outputs.append((md_file, draft_markdown(made, found).encode("utf-8", "replace")))
    for file, data in outputs:
        write_out(file, data)
    stages.end()


def _lines(made: Draft, found: Review, width: int, lang: Language) -> list[Line]:
    """Return the draft for a terminal: its text, the notes for its editor, the scope of the check."""
    from assistant.export.scope import scope_lines
    from assistant.labels import one_line
    from ui.present import Line
    from ui.wrapping import wrap

    say = words(lang)
    lines: list[Line] = []

    def add(text: str, strong: bool = False) -> None:
        lines.extend(
            Line(line, "strong" if strong else "plain") for line in wrap(one_line(text), width, "", "  ")
        )

    for text in made.text.split("\n"):
        add(text, strong=len(text) < 60 and text.startswith(("一、", "二、", "（")))
    counts = {kind: sum(item.section == kind for item in made.items) for kind in ("problems", "measures")}
    add(say("draft_count", **counts))
    for head, notes in (
        (say("draft_notes"), made.notes),
        (say("draft_scope"), scope_lines(found, brief=True)),
    ):
        lines.append(Line(""))
        add(head, strong=True)
        for note in notes:
            add(note)
    return lines
