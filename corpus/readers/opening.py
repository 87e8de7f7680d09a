"""Opening a file: sniffed by content, bounded, read by the reader of its format, assembled."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.document.model import Document, ReadIssue
from corpus.document.raw import RawDocument
from corpus.document.structure import assemble
from corpus.errors import InputError
from corpus.readers.sniff import Format, sniff

Progress = Callable[[int, int], None]
"""Told (page, pages) before a page is read from its image, which takes seconds."""

_LARGEST = 200 * 1024 * 1024
_LONGEST_NAME = 80
_SUFFIXES = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".xlsx": Format.XLSX,
    ".txt": Format.TXT,
    ".png": Format.PNG,
    ".jpg": Format.JPEG,
    ".jpeg": Format.JPEG,
}
_NAMES = {
    Format.PDF: "PDF",
    Format.DOCX: "Word（.docx）",
    Format.XLSX: "Excel（.xlsx）",
    Format.TXT: "纯文本",
    Format.PNG: "PNG 图片",
    Format.JPEG: "JPEG 图片",
}


def open_document(
    path: str | Path, *, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Read the file at a path.

    ``progress`` is told (page, pages) before each page that is read from its image; what it raises ends the reading.
    Raises: InputError with one line in Chinese that says what is wrong with the file and what to do.
    """
    data, name = load(path)
    return read_bytes(data, name, password=password, progress=progress)


def load(path: str | Path) -> tuple[bytes, str]:
    """Return the bytes and the name of the file at a path. Raises: InputError as ``open_document``."""
    place = Path(path)
    shown = _shown(str(path))
    try:
        if not place.exists():
            raise InputError(f"找不到文件“{shown}”；请检查路径和文件名")
        if place.is_dir():
            raise InputError(f"“{shown}”是文件夹；请指定其中的一个报告文件")
        if not place.is_file():
            raise InputError(f"“{shown}”不是普通文件；请指定一个报告文件")
        if place.stat().st_size > _LARGEST:
            raise InputError(_too_large(shown))
        return place.read_bytes(), place.name
    except PermissionError as error:
        raise InputError(f"没有读取“{shown}”的权限；请检查文件权限或另存一份再试") from error
    except (OSError, ValueError) as error:
        raise InputError(f"无法读取“{shown}”；请检查路径和磁盘后再试") from error


def read_bytes(
    data: bytes, name: str, *, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Read a file already in memory; ``name`` is what the user calls it and never decides how it is read.

    ``progress`` as in ``open_document``.
    Raises: InputError as ``open_document``.
    """
    shown = _shown(name)
    if len(data) > _LARGEST:
        raise InputError(_too_large(shown))
    try:
        format = sniff(data)
        raw = _read(data, format, password, progress)
    except InputError as error:
        raise InputError(f"“{shown}”：{error}") from error
    document = assemble(raw, name=name, sha256=hashlib.sha256(data).hexdigest(), format=str(format))
    if not document.text.strip():
        raise InputError(f"“{shown}”：{_nothing_read(format)}")
    return _with_note_on_suffix(document, format)


def _read(data: bytes, format: Format, password: str | None, progress: Progress | None) -> RawDocument:
    """Call the reader of the format; readers are imported only when needed, for a fast start."""
    if format is Format.PDF:
        from corpus.readers import pdf

        return pdf.read(data, password=password, progress=progress)
    if format is Format.DOCX:
        from corpus.readers import docx

        return docx.read(data)
    if format is Format.XLSX:
        from corpus.readers import xlsx

        return xlsx.read(data)
    if format in (Format.PNG, Format.JPEG):
        from corpus.readers import picture

        return picture.read(data, progress=progress)
    from corpus.readers import plain

    return plain.read(data)


def _nothing_read(format: Format) -> str:
    if format in (Format.PDF, Format.PNG, Format.JPEG):
        return "没有读到任何文字；请提供清晰的扫描件、文字版 PDF 或 .docx"
    return "文件中没有可读的文字（内容可能是图片）；请提供含文字的报告"


def _with_note_on_suffix(document: Document, format: Format) -> Document:
    suffix = Path(document.name).suffix.lower()
    if _SUFFIXES.get(suffix, format) is format:
        return document
    note = ReadIssue(f"文件扩展名是 {suffix}，实际内容是 {_NAMES[format]}，已按实际内容读取")
    return replace(document, issues=(*document.issues, note))


def _too_large(shown: str) -> str:
    return f"“{shown}”超过 {_LARGEST // 1024 // 1024} MB，太大无法读取；请压缩其中的图片或拆分后再试"


def _shown(name: str) -> str:
    """Return a name that is safe in one line of a message: no control characters, not too long."""
    plain = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in name)
    return plain if len(plain) <= _LONGEST_NAME else "…" + plain[-_LONGEST_NAME:]
