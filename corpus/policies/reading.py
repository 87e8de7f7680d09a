"""Opening a policy document: Markdown and web pages here, every other format as reports are opened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from corpus.document.model import Document
from corpus.document.raw import RawDocument
from corpus.document.structure import assemble
from corpus.errors import InputError
from corpus.readers import html, markdown
from corpus.readers.guarded import open_guarded

_MARKDOWN = (".md", ".markdown")
_PAGES = (".html", ".htm")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html)", re.I | re.S
)
_HEAD = 4096
_LARGEST = 50 * 1024 * 1024


def open_policy(path: str | Path) -> Document:
    """Read a policy document. Raises: InputError with one line in Chinese."""
    place = Path(path)
    try:
        size = place.stat().st_size if place.is_file() else None
        if size is None or size > _LARGEST:
            return open_guarded(path)  # which says what is wrong
        with place.open("rb") as file:
            head = file.read(_HEAD)
            reader = _reader(place, head)
            if reader is None:
                return open_guarded(path)
            data = head + file.read()
    except (OSError, ValueError):
        return open_guarded(path)
    try:
        raw, format = reader(data), "html" if reader is html.read else "md"
    except InputError as error:
        raise InputError(f"“{place.name}”：{error}") from error
    document = assemble(raw, name=place.name, sha256=hashlib.sha256(data).hexdigest(), format=format)
    if not document.text.strip():
        raise InputError(f"“{place.name}”：文件中没有可读的文字；请检查后重新选择")
    return document


def _reader(place: Path, head: bytes) -> Callable[[bytes], RawDocument] | None:
    """Return the reader of a web page or of Markdown, which is plain text to look at; None for anything else."""
    suffix = place.suffix.lower()
    if head.startswith((b"%PDF", b"PK", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")):
        return None
    if _PAGE.match(head) or suffix in _PAGES:
        return html.read
    return markdown.read if suffix in _MARKDOWN else None
