"""``jiheng review``: one report, everything checked."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.labels import Language
from corpus.errors import InputError
from ui.commands.options import STANDARD, Debug, Json, Lang, check_outputs, to_json, write_out
from ui.messages import Words, words
from ui.terminal import Stages, language_of, show

if TYPE_CHECKING:
    from rules.review import Review


def review_command(
    file: Annotated[str, typer.Argument(metavar="报告", help="报告文件；- 为标准输入")],
    json_file: Json = None,
    xlsx_file: Annotated[
        str | None, typer.Option("--xlsx", metavar="文件", help="把工作底稿写成 XLSX；- 为标准输出")
    ] = None,
    password_file: Annotated[
        str | None, typer.Option("--password-file", metavar="文件", help="第一行是报告的打开密码")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="年度", help="报告年度，如 2024；默认从报告中识别")
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="地区", help="适用哪个地区的规则包，如 湖南")
    ] = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Review one report."""
    say = words(language_of(lang))
    check_outputs((file, password_file), (json_file, xlsx_file), say)
    check_year(year, say)
    with Stages(language_of(lang), with_writing=bool(json_file or xlsx_file)) as stages:
        found = read_and_review(file, password_file, year, region, stages, say)
        hand_over(found, (json_file, xlsx_file), stages, language_of(lang))
    raise typer.Exit(status(found))


def check_year(year: str | None, say: Words) -> None:
    """Refuse what is no year. Raises: InputError."""
    if year is not None and not (
        len(year) == 4 and year.isascii() and year.isdigit() and year[:2] in ("19", "20")
    ):
        raise InputError(say("bad_year", year=year))


def read_and_review(
    file: str, password_file: str | None, year: str | None, region: str | None, stages: Stages, say: Words
) -> Review:
    """Read a report and check everything in it, telling the stages."""
    begun = time.perf_counter()
    stages.begin("read")
    password = None if password_file is None else _password(password_file, say)
    from corpus.readers.opening import open_document, read_bytes

    document = (
        read_bytes(sys.stdin.buffer.read(), "stdin", password=password)
        if file == STANDARD
        else open_document(file, password=password)
    )
    seconds_read = time.perf_counter() - begun
    from rules.engine import review

    return review(document, year=year, region=region, seconds_read=seconds_read, progress=stages.begin)


def _password(place: str, say: Words) -> str:
    try:
        text = sys.stdin.read() if place == STANDARD else Path(place).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(say("no_password", path=place)) from error
    line = text.partition("\n")[0].rstrip("\r")
    if not line:
        raise InputError(say("no_password", path=place))
    return line


def hand_over(found: Review, files: tuple[str | None, str | None], stages: Stages, lang: Language) -> None:
    """Make every output before the first is written, then show the summary unless standard output is taken."""
    json_file, xlsx_file = files
    if json_file or xlsx_file:
        stages.begin("write")
    outputs: list[tuple[str, bytes]] = []
    if json_file is not None:
        outputs.append((json_file, to_json(found.as_json())))
    if xlsx_file is not None:
        from assistant.export.sheet import review_sheet

        outputs.append((xlsx_file, review_sheet(found)))
    for file, data in outputs:
        write_out(file, data)
    stages.end()
    if STANDARD not in files:
        from ui.present import summary

        show(lambda width: summary(found, width, lang))


def status(found: Review) -> int:
    """Return the exit status of a review: 1 with a finding of level error."""
    return int(any(finding.severity == "error" for finding in found.findings))
