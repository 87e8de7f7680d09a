"""Files made to exhaust a program end in one line, soon."""

from __future__ import annotations

import io
import struct
import zlib

import pytest

from corpus.document.model import ReadMode
from corpus.errors import InputError
from corpus.readers import pdf_limits
from corpus.readers.opening import read_bytes
from tests.corpus.docx_files import repack
from tests.corpus.pdf_files import Typesetter
from tests.corpus.test_pdf_sight import without_table
from tests.corpus.xlsx_files import build


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    message = str(caught.value)
    assert "\n" not in message
    return message


def pdf_with(content: bytes) -> bytes:
    """Return a PDF of one page with this packed content."""
    packed = zlib.compress(content, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, part in enumerate(parts, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, part))
    start = out.tell()
    out.write(b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places))
    out.write(b"trailer<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def pdf_of_pages(count: int) -> bytes:
    """Return a PDF of so many blank pages."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(count))
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)]
    parts += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * count
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, part in enumerate(parts, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, part))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % at for at in places))
    out.write(b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start))
    return out.getvalue()


def test_a_pdf_of_5000_pages_is_refused_with_the_number() -> None:
    assert "共 5000 页" in refusal(pdf_of_pages(5000), "甲.pdf")


@pytest.mark.slow
def test_a_million_formatted_rows_without_content_are_passed_over() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + "项目".encode() + b"</t></is></c>"
        b'<c r="B1" t="inlineStr"><is><t>' + "金额".encode() + b"</t></is></c></row>"
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>'
        + "甲".encode()
        + b'</t></is></c><c r="B2"><v>12.5</v></c></row>'
    )
    blank = b"".join(
        b'<row r="%d" ht="20"><c r="A%d" s="0"/></row>' % (n, n) if n % 2 else b'<row r="%d"/>' % n
        for n in range(3, 1_000_003)
    )
    data = repack(
        build(("表", [["甲", 1]])),
        **{"xl/worksheets/sheet1.xml": sheet + blank + b"</sheetData></worksheet>"},
    )
    document = read_bytes(data, "甲.xlsx")
    assert [cell.text for cell in document.tables[0].cells] == ["项目", "金额", "甲", "12.5"]


def test_a_pdf_stream_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "_MOST_UNPACKED", 1_000_000)
    assert "异常压缩" in refusal(pdf_with(b" " * 5_000_000), "甲.pdf")


def test_a_page_of_far_too_many_characters_is_named_as_not_read_in_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("corpus.readers.pdf_device.MOST_GLYPHS", 500)
    document = read_bytes(pdf_with(b"BT /F1 9 Tf 10 500 Td (12.50) Tj ET\n" * 400), "甲.pdf")
    assert [issue.message for issue in document.issues] == ["第 1 页的内容已损坏，可能没有读全"]


def test_a_drawing_of_thousands_of_lines_is_no_table() -> None:
    lines = b"".join(
        b"%d 0 m %d 800 l S 0 %d m 590 %d l S\n" % (n % 590, n % 590, n, n) for n in range(2, 800)
    )
    document = read_bytes(pdf_with(lines + b"BT /F1 9 Tf 10 820 Td (Plan of the house) Tj ET"), "甲.pdf")
    assert document.tables == ()
    assert document.text == "Plan of the house"


def test_a_picture_of_absurd_size_is_refused_before_it_is_unpacked() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
    assert "太大" in refusal(data + chunk(b"IEND", b""), "甲.png")


def test_entities_in_a_workbook_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "bbbb">]><x>&a;</x>'
    data = repack(build(("表", [["甲", 1]])), **{"xl/worksheets/sheet1.xml": bomb})
    assert "DOCTYPE" in refusal(data, "甲.xlsx")


@pytest.mark.needs("gbsn00lp")
def test_a_page_whose_font_spells_nothing_is_read_from_its_image(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def read_images(pages: list, *_: object) -> None:  # type: ignore[type-arg]
        read.extend(page.number for page in pages)
        for page in pages:
            page.read = ReadMode.OCR

    monkeypatch.setattr("corpus.readers.pdf.read_images", read_images)
    page = Typesetter()
    page.paragraph("全年支出十二万元，执行率百分之九十八，完成情况良好。")
    read_bytes(without_table(page.done()), "甲.pdf")
    assert read == [1]


@pytest.mark.needs("gbsn00lp")
def test_a_few_characters_without_a_code_are_counted_and_the_rest_is_read() -> None:
    page = Typesetter()
    for n in range(10):
        page.paragraph(f"A{n} spending 12.50 of 98.20% in 2024, budget 100.00 and 25.10 left over", 0)
    page.paragraph("甲")
    document = read_bytes(without_table(page.done()), "甲.pdf")
    assert "12.50" in document.text
    assert [issue.page for issue in document.issues] == [1]
    assert "字符没有文字编码" in document.issues[0].message
