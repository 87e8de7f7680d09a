"""A file is opened for what it is; what cannot be opened says so in one line."""

from __future__ import annotations

import hashlib
import io
import random
import zipfile
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.readers import opening, sniff
from corpus.readers.opening import open_document, read_bytes
from tests.corpus.docx_files import build, paragraph, repack

WORD = build(paragraph("一、概况"))
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def archive(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def refusal(data: bytes, name: str = "甲.docx") -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    return str(caught.value)


def test_a_word_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(WORD)
    document = open_document(path)
    assert (document.format, document.text, document.name) == ("docx", "一、概况", "报告.pdf")
    assert document.sha256 == hashlib.sha256(WORD).hexdigest()
    assert [issue.message for issue in document.issues] == [
        "文件扩展名是 .pdf，实际内容是 Word（.docx），已按实际内容读取"
    ]


def test_a_text_file_is_read() -> None:
    document = read_bytes("一、概况\n正文。".encode("gb18030"), "报告.txt")
    assert (document.format, document.issues) == ("txt", ())


def test_a_pdf_goes_to_its_reader_with_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def fake(data: bytes, format: sniff.Format, password: str | None, progress: object) -> None:
        seen.extend([format, password])
        raise InputError("到此")

    monkeypatch.setattr(opening, "_read", fake)
    with pytest.raises(InputError, match="到此"):
        read_bytes(b"\n\n%PDF-1.7 ...", "甲.pdf", password="钥匙")
    assert seen == [sniff.Format.PDF, "钥匙"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b"\x00" * 100, "空的"),
        (OLE2 + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE2 + "Workbook".encode("utf-16-le"), ".xls"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE2, "旧版 Office"),
        (b"GIF89a" + b"\x00" * 50, "GIF 图片"),
        (b"II*\x00" + b"\x00" * 50, "TIFF 图片"),
        (b"Rar!\x1a\x07\x01\x00", "RAR 压缩包"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"<html><body>", "网页"),
        (b"\x7fELF" + bytes(range(256)) * 20, "无法识别"),
        (WORD[: len(WORD) // 2], "已损坏"),
        (archive(**{"OFD.xml": b"<x/>"}), "OFD"),
        (archive(**{"报告.pdf": b"x"}), "ZIP 压缩包"),
        (archive(**{"mimetype": b"x", "content.xml": b"<x/>"}), "OpenDocument"),
        (archive(**{"[Content_Types].xml": b"vnd.ms-excel.sheet.binary.macroEnabled.main"}), ".xlsb"),
        (archive(**{"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"}), "Excel 工作簿"),
        (archive(**{"[Content_Types].xml": b"presentationml"}), "演示文稿"),
        (
            archive(**{"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
            "带宏",
        ),
        (build(), "没有可读的文字"),
    ],
)
def test_what_cannot_be_read_says_what_it_is_in_one_line(data: bytes, words: str) -> None:
    message = refusal(data)
    assert words in message
    assert "\n" not in message
    assert message.startswith("“甲.docx”：")
    assert "；" in message or "，请" in message


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="找不到文件"):
        open_document(tmp_path / "没有.docx")
    with pytest.raises(InputError, match="是文件夹"):
        open_document(tmp_path)
    with pytest.raises(InputError, match=r"无法读取|找不到"):
        open_document("甲\x00乙.docx")


def test_too_large_a_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "大.docx"
    path.write_bytes(WORD)
    monkeypatch.setattr(opening, "_LARGEST", 1024)
    with pytest.raises(InputError, match="太大"):
        open_document(path)
    with pytest.raises(InputError, match="太大"):
        read_bytes(WORD, "大.docx")


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    assert "异常压缩" in refusal(repack(WORD, **{"word/media/bomb.bin": b"\x00" * 60_000_000}))


def test_an_archive_of_very_many_entries_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, "_MOST_ENTRIES", 5)
    assert "异常压缩" in refusal(WORD)


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(code: str) -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    bomb = f'<?xml version="1.0" encoding="{code}"?>{entity}<x>&a;</x>'
    assert "DOCTYPE" in refusal(repack(WORD, **{"word/document.xml": bomb.encode(code)}))


def test_a_damaged_part_inside_a_sound_archive_is_one_line() -> None:
    assert "已损坏" in refusal(repack(WORD, **{"word/document.xml": b"<w:document"}))


def test_a_name_cannot_break_the_line() -> None:
    message = refusal(b"", "甲\n乙\x1b[31m.docx")
    assert "\n" not in message
    assert "\x1b" not in message


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WORD)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_bytes(bytes(data), "甲.docx")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert document.text
