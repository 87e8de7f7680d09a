"""``jiheng batch``: every report in a folder, one result each, and a summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import InputError
from ui.commands.options import Debug, Lang, Pack, Region, Year
from ui.commands.review import check_year
from ui.english import in_english
from ui.messages import Words, words
from ui.packs import packs_at_hand
from ui.terminal import error_line, language_of

if TYPE_CHECKING:
    from assistant.batch_pool import Entry
    from assistant.labels import Language

MOST_WORKERS = 64


def batch_command(
    folder: Annotated[str, typer.Argument(metavar="文件夹", help="存放报告的文件夹，连同其中的子文件夹")],
    out: Annotated[str, typer.Option("--out", metavar="文件夹", help="结果写到哪个文件夹；没有就建立")],
    workers: Annotated[
        str | None, typer.Option("--workers", metavar="数", help="同时审核几份；默认按处理器的个数")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="接着做：内容没有变的不再审核")] = False,
    year: Year = None,
    region: Region = None,
    packs: Pack = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Review a folder of reports."""
    language = language_of(lang)
    say = words(language)
    check_year(year, say)
    number = _workers(workers, say)
    held = packs_at_hand(packs or ())
    held.in_force(year, region)  # an unknown region or pack is said before the work begins
    from assistant.batch import run_batch
    from assistant.batch_pool import Options

    def told(entry: Entry, at: int, of: int) -> None:
        error_line(_line(entry, at, of, say, language))

    batch = run_batch(
        Path(folder), Path(out), workers=number, resume=resume, options=Options(year, region, held), told=told
    )
    totals = batch.totals
    if not totals["done"]:
        raise InputError(say("batch_none_done", count=totals["files"], out=Path(out) / "summary.json"))
    counts = {f"n_{severity}": count for severity, count in totals["findings"].items()}
    print(say("batch_done", done=totals["done"], failed=totals["failed"], **counts))
    for entry in batch.entries:
        if entry.status == "failed":
            print(say("batch_failed", file=entry.file, error=_error(entry, language)))
    print(say("batch_written", out=out))
    raise typer.Exit(int(totals["findings"]["error"] > 0))


def _workers(given: str | None, say: Words) -> int:
    if given is None:
        return min(
            len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8
        )
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= MOST_WORKERS):
        raise InputError(say("batch_bad_workers", value=given, most=MOST_WORKERS))
    return int(given)


def _line(entry: Entry, at: int, of: int, say: Words, lang: Language) -> str:
    if entry.findings is None:
        return say("batch_file_failed", at=at, of=of, file=entry.file, error=_error(entry, lang))
    counts = {f"n_{severity}": count for severity, count in entry.findings.items()}
    return say("batch_file_done", at=at, of=of, file=entry.file, **counts)


def _error(entry: Entry, lang: Language) -> str:
    error = entry.error or ""
    return in_english(error) if lang == "en" else error
