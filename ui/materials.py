"""The documents that a report is held against: which ones are meant, and reading them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import InputError
from ui.messages import Words

if TYPE_CHECKING:
    from corpus.document.model import Document
    from rules.others.material import Given
    from ui.desk import Desk

STANDARD = "-"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file named in a call, and what kind of document it is."""

    kind: str
    file: str


def wanted(with_files: Sequence[str] | None, prior: str | None, say: Words) -> tuple[Wanted, ...]:
    """Return the documents that ``--with KIND=FILE`` and ``--prior FILE`` name. Raises: InputError."""
    if not with_files and prior is None:
        return ()
    from rules.others.material import KINDS, PRIOR

    found = [Wanted(PRIOR, prior)] if prior is not None else []
    for text in with_files or ():
        kind, mark, file = text.partition("=")
        kind, file = kind.strip(), file.strip()
        if not mark or not file:
            raise InputError(say("with_no_file", text=text, kinds="、".join(KINDS)))
        if kind == PRIOR:
            raise InputError(say("with_prior", file=file))
        if kind not in KINDS:
            raise InputError(say("with_bad_kind", kind=kind, kinds="、".join(KINDS)))
        found.append(Wanted(kind, file))
    return tuple(found)


def read_wanted(
    items: Sequence[Wanted], report: Document, progress: Callable[[int, int], None], say: Words
) -> tuple[Given, ...]:
    """Read every document as the report is read, each in a process of its own. Raises: InputError."""
    if not items:
        return ()
    from corpus.readers.guarded import open_guarded, read_guarded

    found: list[tuple[str, Document]] = []
    for item in items:
        document = (
            read_guarded(sys.stdin.buffer.read(), "stdin", progress=progress)
            if item.file == STANDARD
            else open_guarded(item.file, progress=progress)
        )
        found.append((item.kind, _told_apart(document, item.file, report, found)))
    return given(found, report, say)


def given(documents: Sequence[tuple[str, Document]], report: Document, say: Words) -> tuple[Given, ...]:
    """Return documents with their kinds, none of them the report itself or there twice. Raises: InputError."""
    from rules.others.material import Given

    seen: set[tuple[str, str]] = set()
    for kind, document in documents:
        if document.sha256 == report.sha256:
            raise InputError(say("with_report_itself", file=document.name))
        if (kind, document.sha256) in seen:
            raise InputError(say("with_twice", file=document.name))
        seen.add((kind, document.sha256))
    return tuple(Given(kind, document) for kind, document in documents)


def put_beside(desk: Desk, kind: str, name: str, data: bytes, say: Words) -> None:
    """Read a document and put it beside the report on a desk. Raises: InputError."""
    from corpus.readers.guarded import read_guarded
    from rules.others.material import NAMES, SEVERAL

    if kind not in NAMES or desk.document is None:
        raise InputError(say("with_bad_kind", kind=kind, kinds="、".join(NAMES)))
    document = read_guarded(data, name)
    beside = [(held.kind, held.document) for held in desk.others if held.kind != kind or kind in SEVERAL]
    if document.name in {desk.document.name, *(other.name for _, other in beside)}:
        document = replace(document, name=f"{NAMES[kind]} {document.name}")
    desk.add(given([*beside, (kind, document)], desk.document, say)[-1])


def _told_apart(
    document: Document, file: str, report: Document, others: Sequence[tuple[str, Document]]
) -> Document:
    """Name a document by its path where another of this call has the same name."""
    names = {report.name, *(other.name for _, other in others)}
    return replace(document, name=file) if document.name in names else document
