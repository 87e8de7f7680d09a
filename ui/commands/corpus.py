"""``jiheng corpus``: the library of policy documents and reports."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from assistant.labels import Language
from corpus.errors import InputError, JihengError
from corpus.policies.formats import SUFFIXES
from ui.commands.options import STANDARD, Command, Debug, Json, Lang, check_outputs, group, to_json, write_out
from ui.english import in_english, told
from ui.messages import Words, words
from ui.terminal import error_line, language_of, show

if TYPE_CHECKING:
    from corpus.library import Library

KINDS = ("policy", "report", "guide")
MOST_HITS = 100
MOST_NAMED = 20

corpus_app = group("资料库：政策文件和报告的导入、检索、删除和检查。")


@corpus_app.command("add", cls=Command, help="导入文件或文件夹；同一内容只导入一次。")
def corpus_add(
    paths: Annotated[
        list[str], typer.Argument(metavar="路径", help="文件或文件夹（.docx、.pdf、.txt、.md、.html）")
    ],
    kind: Annotated[
        str, typer.Option("--kind", metavar="类别", help="policy 政策文件、report 报告、guide 指南")
    ] = "policy",
    number: Annotated[
        str | None, typer.Option("--number", metavar="文号", help="文号；默认从文件中识别")
    ] = None,
    effective: Annotated[
        str | None,
        typer.Option("--effective", metavar="日期", help="施行日期，如 2024-01-01；默认从文件中识别"),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="地区", help="适用地区，如 湖南；默认从文件中识别")
    ] = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Import files; a bad one is one line, and the rest goes on."""
    language = language_of(lang)
    say = words(language)
    if kind not in KINDS:
        raise InputError(say("corpus_bad_kind", kind=kind, kinds="、".join(KINDS)))
    day = _date(effective, say)
    files = [file for path in paths for file in _files(Path(path), say)]
    _say_skipped([Path(path) for path in paths], say)
    if len(files) > 1 and (number is not None or day is not None):
        raise InputError(say("corpus_one_file", count=len(files)))
    with _opened(say, embedding=True) as library:
        failed = _add_all(library, files, language, kind=kind, number=number, effective=day, region=region)
    if len(files) > 1:
        error_line(say("corpus_add_done", done=len(files) - failed, failed=failed))
    raise typer.Exit(2 if failed else 0)


def _add_all(library: Library, files: Sequence[Path], lang: Language, **given: Any) -> int:
    """Import the files, telling of each, and return how many failed."""
    from ui.corpus_lines import entry_line

    say = words(lang)
    failed = 0
    held = {entry.sha256 for entry in library.entries()}
    troubles = set()
    for at, file in enumerate(files, start=1):
        try:
            with _progress(say("corpus_adding", at=at, of=len(files), name=file.name)) as progress:
                entry = library.add_file(file, progress=progress, **given)
        except JihengError as error:
            failed += 1
            error_line(f"jiheng: {told(error, lang)}")
            continue
        print(say("corpus_held" if entry.sha256 in held else "corpus_added", entry=entry_line(entry, say)))
        held.add(entry.sha256)
        if entry.embedder is None and library.index.trouble:
            troubles.add(library.index.trouble)
    for trouble in sorted(troubles):
        error_line(say("corpus_note", note=_in(lang, trouble)))
    return failed


@corpus_app.command("list", cls=Command, help="列出资料库中的文件。")
def corpus_list(debug: Debug = False, lang: Lang = None) -> None:
    """List what the library holds; works while another process has the index."""
    from assistant.settings import load_settings
    from corpus.store import Store
    from ui.corpus_lines import entry_list

    language = language_of(lang)
    settings = load_settings()
    store = Store.in_home(settings.home, settings.database_url)
    try:
        entries = store.entries(KINDS)
    finally:
        store.close()
    show(lambda width: entry_list(entries, width, language))


@corpus_app.command("search", cls=Command, help="在资料库中检索，给出原文和出处。")
def corpus_search(
    query: Annotated[str, typer.Argument(metavar="问题", help="要找什么")],
    k: Annotated[int, typer.Option("-k", metavar="条数", min=1, max=MOST_HITS, help="最多给出几条")] = 5,
    report: Annotated[
        str | None, typer.Option("--report", metavar="报告", help="同时检索这份报告（自动导入）")
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="年度", min=1949, max=2100, help="只检索该年度末施行的政策"),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="地区", help="只检索全国和该地区的政策，如 湖南")
    ] = None,
    json_file: Json = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Search policies, guides, rule cards and reports."""
    language = language_of(lang)
    say = words(language)
    check_outputs((report,), (json_file,), say)
    if not query.strip():
        raise InputError(say("corpus_no_query"))
    from assistant.wiring import shelve_cards
    from corpus.cards import CARD_KIND
    from corpus.readers.guarded import open_guarded

    document = None if report is None else open_guarded(report)
    on = None if year is None else datetime.date(year, 12, 31)
    bounds: dict[str, Any] = {"on": on, "region": region}
    with _opened(say, embedding=True) as library:
        with _progress(say("corpus_cards")):
            shelve_cards(library)
        if document is None:
            found = library.search(query, k, kinds=(*KINDS, CARD_KIND), **bounds)
        else:
            with _progress(say("corpus_adding", at=1, of=1, name=document.name)) as progress:
                library.add_report(document, progress)
            found = library.search(query, k, report=document.sha256, **bounds)
    if json_file is not None:
        write_out(json_file, to_json(found.as_json()))
    if json_file != STANDARD:
        from ui.corpus_lines import hit_list

        show(lambda width: hit_list(found, width, language))
    if found.note:
        error_line(say("corpus_note", note=_in(language, found.note)))


@corpus_app.command("edit", cls=Command, help="更正识别出的题名、文号、日期、地区；“-”表示清空。")
def corpus_edit(
    identity: Annotated[str, typer.Argument(metavar="编号", help="编号见 jiheng corpus list；写前几位即可")],
    title: Annotated[str | None, typer.Option("--title", metavar="题名", help="题名")] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="文号", help="文号")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="机关", help="发文机关")] = None,
    effective: Annotated[str | None, typer.Option("--effective", metavar="日期", help="施行日期")] = None,
    repealed: Annotated[str | None, typer.Option("--repealed", metavar="日期", help="失效日期")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="地区", help="适用地区")] = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Set what is known of a document over what was recognised."""
    from ui.corpus_lines import entry_line

    say = words(language_of(lang))
    texts = {"title": title, "number": number, "issuer": issuer, "region": region}
    given: dict[str, Any] = {name: _cleared(text) for name, text in texts.items() if text is not None}
    for name, text in (("effective", effective), ("repealed", repealed)):
        if text is not None:
            given[name] = _date(_cleared(text), say)
    if not given or given.get("title", "") is None:
        raise InputError(say("corpus_nothing_to_edit"))
    with _opened(say, embedding=title is not None) as library:
        entry = library.edit(identity, **given)
    print(say("corpus_edited", entry=entry_line(entry, say)))


def _cleared(text: str) -> str | None:
    return None if text.strip() == STANDARD else text.strip()


@corpus_app.command("remove", cls=Command, help="从资料库中删除一个文件（原文件不受影响）。")
def corpus_remove(
    identity: Annotated[str, typer.Argument(metavar="编号", help="编号见 jiheng corpus list；写前几位即可")],
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Forget one document."""
    from ui.corpus_lines import entry_line

    say = words(language_of(lang))
    with _opened(say) as library:
        entry = library.remove(identity)
    print(say("corpus_removed", entry=entry_line(entry, say)))


@corpus_app.command("check", cls=Command, help="检查资料库和索引是否一致。")
def corpus_check(
    repair: Annotated[bool, typer.Option("--repair", help="修复：清除未完成的导入，补建或重建索引")] = False,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Hold the index against the database, and mend it."""
    from ui.corpus_lines import check_lines

    language = language_of(lang)
    say = words(language)
    with _opened(say, embedding=repair) as library, _progress(say("corpus_checking")) as progress:
        checked = library.check(repair=repair, progress=progress)
    show(lambda width: check_lines(checked, width, language))


@contextmanager
def _opened(say: Words, *, embedding: bool = False) -> Iterator[Library]:
    """Open the library; ``embedding`` where texts may go out to be embedded, which is said."""
    from assistant.settings import load_settings
    from assistant.wiring import open_library

    settings = load_settings()
    with open_library(settings) as library:
        if embedding and settings.embeddings != "builtin":
            host = urlsplit(settings.embeddings_base_url or settings.llm_base_url or "").hostname
            error_line(say("corpus_outbound", host=host))
        yield library


def _in(lang: Language, note: str) -> str:
    return in_english(note) if lang == "en" else note


def _files(path: Path, say: Words) -> Sequence[Path]:
    """Return the path itself, or what can be read in the folder; names like ~$x are locks of an office program."""
    if not path.is_dir():
        return [path]
    files = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in SUFFIXES and file.is_file() and not _hidden(file.relative_to(path))
    )
    if not files:
        raise InputError(say("corpus_empty_folder", path=path, suffixes="、".join(sorted(SUFFIXES))))
    return files


def _hidden(place: Path) -> bool:
    """Say whether a file, or a folder on the way to it, is not meant to be seen."""
    return place.name.startswith("~$") or any(part.startswith(".") for part in place.parts)


def _say_skipped(paths: Sequence[Path], say: Words) -> None:
    """Name what of the folders is not taken in because of its format."""
    skipped = [
        file.name
        for path in paths
        if path.is_dir()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.suffix.lower() not in SUFFIXES and not _hidden(file.relative_to(path))
    ]
    if skipped:
        shown = "、".join(skipped[:MOST_NAMED]) + ("……" if len(skipped) > MOST_NAMED else "")
        error_line(say("corpus_skipped", count=len(skipped), names=shown))


def _date(text: str | None, say: Words) -> datetime.date | None:
    if text is None:
        return None
    from corpus.policies.numerals import DATE, date_of

    match = DATE.fullmatch(text.strip())
    day = date_of(match) if match else None
    if day is None:
        raise InputError(say("corpus_bad_date", date=text))
    return day


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how far the work is; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.status import Status

    with Status(escape(doing), console=Console(stderr=True)) as status:
        yield lambda done, of: status.update(escape(f"{doing}　{done}/{of}"))
