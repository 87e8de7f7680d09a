"""What a file is, by its content; the name only words the message. The bytes are hostile."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import StrEnum

from corpus.errors import InputError

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)
_PACKED = ((b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "gzip"))
_MARKUP = re.compile(rb"\s*(?:<!doctype\s+html|<html|\{\\rtf|MIME-Version:|<\?xml|<mht)", re.IGNORECASE)
_SHEET = re.compile(rb"spreadsheetml\.sheet\.main\+xml|ms-excel\.sheet\.macroEnabled\.main\+xml")
_HEAD = 1024

_MOST_ENTRIES = 10_000
_MOST_UNPACKED = 1_000_000_000
_MOST_MARKUP = 100_000_000
_UNPACKED_FREELY = 20_000_000
_HIGHEST_RATIO = 200

_AS_DOCX = "请用 Word 或 WPS 另存为 .docx 或 PDF 后再试"


class Format(StrEnum):
    """The formats that can be read; the values are those of ``document.format``."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PNG = "png"
    JPEG = "jpg"
    TXT = "txt"


def sniff(data: bytes) -> Format:
    """Return the format of a file.

    Raises: InputError for anything that cannot be read: unsupported, encrypted, damaged or an unpacking bomb.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError("文件是空的，没有任何内容；请检查后重新选择")
    if b"%PDF" in data[:_HEAD]:
        return Format.PDF
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _sniff_zip(data)
    if data.startswith(_OLE2):
        raise InputError(_ole2_line(data))
    if data.startswith(b"\x89PNG\r\n"):
        return Format.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    for magic, name in _IMAGES:
        if data.startswith(magic):
            raise InputError(f"这是 {name} 图片，暂不支持；请另存为 PNG、JPG 或 PDF 后再试")
    for magic, name in _PACKED:
        if data.startswith(magic):
            raise InputError(f"这是 {name} 压缩包，请解压后逐个打开其中的报告")
    if _MARKUP.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        raise InputError(f"这是网页、RTF 或 XML 格式的文件，暂不支持；{_AS_DOCX}")
    return Format.TXT


def _ole2_line(data: bytes) -> str:
    """Word, Excel and WPS of the old binary kind name their streams in UTF-16; so does an encrypted file."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "文件设有打开密码（加密的 Office 文档），无法读取；请在 Word 或 WPS 中取消密码后另存再试"
    if holds("WordDocument"):
        return f"这是旧版 Word 或 WPS 文字文档（.doc、.wps），暂不支持；{_AS_DOCX}"
    if holds("Workbook") or holds("Book"):
        return "这是旧版 Excel 或 WPS 表格（.xls、.et），暂不支持；请用 Excel 或 WPS 另存为 .xlsx 后再试"
    return f"这是旧版 Office 文件，暂不支持；{_AS_DOCX}"


def _sniff_zip(data: bytes) -> Format:
    damaged = "文件已损坏，无法打开；请用 Word、Excel 或 WPS 打开后另存一份再试"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _bound(entries)
            names = {entry.filename for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries):
                raise InputError("压缩包设有密码，无法读取；请解压取出报告，或取消密码后再试")
            kinds = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
            line = _unsupported(names, kinds)
            if line is not None:
                raise InputError(line)
            _refuse_entities(archive, entries)
        return Format.XLSX if _SHEET.search(kinds) else Format.DOCX
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        zlib.error,
    ) as error:
        raise InputError(damaged) from error


def _bound(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what unpacks to far more than a report holds; zipfile never yields more than is declared."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    markup = sum(entry.file_size for entry in entries if _is_markup(entry.filename))
    if (
        len(entries) > _MOST_ENTRIES
        or unpacked > _MOST_UNPACKED
        or markup > _MOST_MARKUP
        or (unpacked > _UNPACKED_FREELY and unpacked > _HIGHEST_RATIO * max(packed, 1))
    ):
        raise InputError("文件解压后过大，疑似异常压缩，已拒绝打开；请用 Office 或 WPS 打开后另存一份再试")


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _unsupported(names: set[str], kinds: bytes) -> str | None:
    """Return the line for a ZIP that can not be read, or None for a Word document or a workbook."""
    if b"wordprocessingml.document.main+xml" in kinds or _SHEET.search(kinds):
        return None
    if b"wordprocessingml" in kinds or b"ms-word" in kinds:
        return "这是 Word 模板或带宏的文档（.dotx、.docm），暂不支持；请另存为普通 .docx 后再试"
    if b"spreadsheetml" in kinds or b"ms-excel" in kinds:
        return "这是 Excel 模板或二进制工作簿（.xltx、.xlsb），暂不支持；请另存为普通 .xlsx 后再试"
    if b"presentationml" in kinds:
        return "暂不支持演示文稿（.pptx）；请提供报告的 .docx 或 PDF"
    if "OFD.xml" in names:
        return "暂不支持 OFD 版式文件；请用阅读器另存或打印为 PDF 后再试"
    if "content.xml" in names and "mimetype" in names:
        return f"暂不支持 OpenDocument 文件（.odt、.ods）；{_AS_DOCX}"
    if kinds or any(name.startswith("word/") for name in names):
        return f"文件已损坏或不是 Word 文档；{_AS_DOCX}"
    return "这是 ZIP 压缩包，请解压后逐个打开其中的报告"


def _refuse_entities(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse XML with a document type: Word writes none, and entities only serve to attack a reader."""
    marks = [
        mark.encode(code)
        for mark in ("<!DOCTYPE", "<!ENTITY")
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    for entry in entries:
        if not _is_markup(entry.filename):
            continue
        data = archive.read(entry)
        if any(mark in data for mark in marks):
            raise InputError(
                "文件含有 Office 不会写入的实体声明（DOCTYPE），可能有害，已拒绝打开；请核实文件来源"
            )
        main = entry.filename.endswith(("document.xml", "workbook.xml"))
        if main and b"purl.oclc.org/ooxml" in data[: _HEAD * 4]:
            raise InputError("这是“严格 Open XML”格式的文件，暂不支持；请另存为普通 .docx 或 .xlsx 后再试")
