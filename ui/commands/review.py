"""``jiheng review``: one report, everything checked."""

from __future__ import annotations

import datetime
import hashlib
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.labels import Language
from corpus.errors import InputError
from ui.commands.options import (
    STANDARD,
    Debug,
    Json,
    Lang,
    Pack,
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
from ui.materials import Wanted, read_wanted, wanted
from ui.messages import Words, words
from ui.packs import packs_at_hand
from ui.terminal import Stages, language_of, show

if TYPE_CHECKING:
    from rules.review import Review


def review_command(
    file: Report,
    json_file: Json = None,
    xlsx_file: Annotated[
        str | None, typer.Option("--xlsx", metavar="文件", help="把工作底稿写成 XLSX；- 为标准输出")
    ] = None,
    docx_file: Annotated[
        str | None, typer.Option("--docx", metavar="文件", help="把审核底稿写成 Word")
    ] = None,
    opinion_file: Annotated[
        str | None, typer.Option("--opinion", metavar="文件", help="把发给单位的审核意见写成 Word")
    ] = None,
    questions_file: Annotated[
        str | None, typer.Option("--questions", metavar="文件", help="把核实问题清单写成 Word")
    ] = None,
    html_file: Annotated[str | None, typer.Option("--html", metavar="文件", help="写成一个网页文件")] = None,
    pdf_file: Annotated[
        str | None, typer.Option("--pdf", metavar="文件", help="报告原件加标注（报告须是 PDF）")
    ] = None,
    password_file: PasswordFile = None,
    year: Year = None,
    region: Region = None,
    prior: Prior = None,
    with_files: With = None,
    packs: Pack = None,
    suppress_file: Annotated[
        str | None,
        typer.Option("--suppress", metavar="文件", help="不列清单（TOML）：已有结论、不再列出的发现"),
    ] = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Review one report."""
    say = words(language_of(lang))
    outputs = {
        "json": json_file,
        "xlsx": xlsx_file,
        "docx": docx_file,
        "opinion": opinion_file,
        "questions": questions_file,
        "html": html_file,
        "pdf": pdf_file,
    }
    files = {kind: name for kind, name in outputs.items() if name is not None}
    others = wanted(with_files, prior, say)
    check_outputs(
        (file, password_file, suppress_file, *(item.file for item in others)), tuple(files.values()), say
    )
    if pdf_file is not None and file == STANDARD:
        raise InputError(say("draft_marked_pdf_stdin"))
    check_year(year, say)
    without = suppressing(suppress_file, say)
    with Stages(language_of(lang), with_writing=bool(files)) as stages:
        found = without(read_and_review(file, password_file, year, region, stages, say, others, packs))
        original = Original(file, password_file, say)
        hand_over(found, files, stages, language_of(lang), original)
    raise typer.Exit(status(found))


def suppressing(file: str | None, say: Words) -> Callable[[Review], Review]:
    """Read a list of decisions before the work begins; return what takes their findings out. Raises: InputError."""
    if file is None:
        return lambda found: found
    from rules.suppression import read_suppressions, suppressed

    try:
        text = sys.stdin.read() if file == STANDARD else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(say("no_suppressions", path=file)) from error
    decisions = read_suppressions(text, Path(file).name)
    return lambda found: suppressed(found, decisions, datetime.date.today())


def check_year(year: str | None, say: Words) -> None:
    """Refuse what is no year. Raises: InputError."""
    if year is not None and not (
        len(year) == 4 and year.isascii() and year.isdigit() and year[:2] in ("19", "20")
    ):
        raise InputError(say("bad_year", year=year))


def read_and_review(
    file: str,
    password_file: str | None,
    year: str | None,
    region: str | None,
    stages: Stages,
    say: Words,
    others: Sequence[Wanted] = (),
    packs: Sequence[str] | None = None,
) -> Review:
    """Read a report and what it is held against, and check everything in it, telling the stages."""
    held = packs_at_hand(packs or ())
    held.in_force(year, region)  # an unknown region or pack is said before the work begins
    begun = time.perf_counter()
    stages.begin("read")
    password = None if password_file is None else _password(password_file, say)
    from corpus.readers.guarded import open_guarded, read_guarded

    document = (
        read_guarded(sys.stdin.buffer.read(), "stdin", password=password, progress=stages.page)
        if file == STANDARD
        else open_guarded(file, password=password, progress=stages.page)
    )
    given = read_wanted(others, document, stages.page, say)
    seconds_read = time.perf_counter() - begun
    from rules.engine import review

    return review(
        document,
        year=year,
        region=region,
        packs=held,
        others=given,
        seconds_read=seconds_read,
        progress=stages.begin,
    )


def _password(place: str, say: Words) -> str:
    try:
        text = sys.stdin.read() if place == STANDARD else Path(place).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(say("no_password", path=place)) from error
    line = text.partition("\n")[0].rstrip("\r")
    if not line:
        raise InputError(say("no_password", path=place))
    return line


@dataclass(frozen=True, slots=True)
class Original:
    """The file that was reviewed, for the output that is drawn on it."""

    file: str
    password_file: str | None
    say: Words

    def marked(self, found: Review) -> bytes:
        """Return the file with the findings marked. Raises: ExportError, InputError."""
        from assistant.export.marks import marked_pdf

        data = Path(self.file).read_bytes()
        if hashlib.sha256(data).hexdigest() != found.document.sha256:
            raise InputError(self.say("draft_changed_pdf", path=self.file))
        password = None if self.password_file is None else _password(self.password_file, self.say)
        return marked_pdf(data, found, password=password)


def hand_over(
    found: Review, files: Mapping[str, str], stages: Stages, lang: Language, original: Original | None = None
) -> None:
    """Make every output before the first is written, then show the summary unless standard output is taken.

    ``files`` names the outputs by kind: json, xlsx, docx, opinion, questions, html, pdf (which needs ``original``).
    """
    if files:
        stages.begin("write")
    outputs = [(file, _output(kind, found, original)) for kind, file in files.items()]
    for file, data in outputs:
        write_out(file, data)
    stages.end()
    if STANDARD not in files.values():
        from ui.present import summary

        show(lambda width: summary(found, width, lang))


def _output(kind: str, found: Review, original: Original | None) -> bytes:
    """Return one output; what makes it is imported only where it is asked for."""
    if kind == "json":
        return to_json(found.as_json())
    if kind == "xlsx":
        from assistant.export.sheet import review_sheet

        return review_sheet(found)
    if kind == "html":
        from assistant.export.page import review_page

        return review_page(found).encode("utf-8", "replace")
    if kind == "pdf" and original is not None:
        return original.marked(found)
    from assistant.export import work

    papers = {"docx": work.review_docx, "opinion": work.opinion_docx, "questions": work.questions_docx}
    return papers[kind](found)


def status(found: Review) -> int:
    """Return the exit status of a review: 1 with a finding of level error."""
    return int(any(finding.severity == "error" for finding in found.findings))
