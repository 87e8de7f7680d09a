"""A scan is read like the page it was made from: text, tables cell by cell, places, and how sure each figure is."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from corpus.document.evidence import Locator
from corpus.document.model import BlockKind, Document, ReadMode
from corpus.errors import InputError
from corpus.readers import pdf_images
from corpus.readers.opening import read_bytes
from corpus.readers.pdf_page import Glyph, Page
from tests.corpus.pdf_files import Look, Typesetter, form
from tests.corpus.provenance import check
from tests.corpus.scan_files import pdf_of, png, scanned

pytestmark = pytest.mark.needs("gbsn00lp")

SPENDING = form(
    [110, 80, 80, 80, 40],
    "项目 | 预算数 | > | 决算数 | 分值",
    "^ | 年初 | 调整 | ^ | ^",
    "人员经费 | 2375.11 | 2400.00 | 2321.93 | 2",
    "公用经费 | 441.03 | 450.10 | 347.38 | 4",
    "合计 | 2816.14 | 2850.10 | 2669.31 | 6",
)
LINES = (
    "本单位全年一般公共预算财政拨款收入20039.02万元，支出18259.03万元，预算执行率为91.12%，结余1779.99万元。"
)
READ_FROM_IMAGE = "全文由图像识别读取，个别字、数可能认错；据意见更正前请先对照原件"


def sheet() -> bytes:
    page = Typesetter()
    page.paragraph("一、支出情况").paragraph(LINES).paragraph("各项支出详见下表：")
    page.centred("支出情况表").right("单位：万元", 10.5).table(SPENDING, Look(size=12))
    return page.done()


def scrap() -> bytes:
    return Typesetter(page=(200, 100), margin=20, number=None).paragraph("文").done()


def plain(document: Document) -> list[tuple[BlockKind, str]]:
    return [
        (block.kind, document.text[block.start : block.end])
        for block in document.blocks
        if block.table is None
    ]


@pytest.mark.slow
def test_a_tilted_scan_beside_a_page_of_text_is_read_as_the_page_it_shows() -> None:
    original = read_bytes(sheet(), "原.pdf")
    (image,) = scanned(sheet(), tilt=0.6)
    told: list[tuple[int, int]] = []
    data = pdf_of("Page 1 of the report", image)
    document = read_bytes(data, "扫描.pdf", progress=lambda page, pages: told.append((page, pages)))
    check(document)

    assert told == [(2, 2)]
    assert [page.read for page in document.pages] == [ReadMode.TEXT, ReadMode.OCR]
    assert document.pages[0].confidence is None
    assert document.pages[1].confidence is not None
    assert document.pages[1].confidence > 0.95
    assert document.ocr
    assert plain(document)[1:] == plain(original)
    (table,), (wanted,) = document.tables, original.tables
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] == [
        (c.row, c.column, c.row_span, c.column_span, c.text) for c in wanted.cells
    ]
    assert (table.caption, table.unit, table.header_rows) == ("支出情况表", "万元", 2)
    _check_place(document, original, tilt=0.6, size=(image.width * 0.36, image.height * 0.36))


@pytest.mark.slow
def test_two_tables_that_touch_on_a_scan_stay_two() -> None:
    other = form([130, 130, 130], "指标 | 目标 | 实际", "满意度 | 90% | 95%")
    page = Typesetter(page=(500, 320), margin=50, number=None)
    page.canvas.setLineWidth(0.5)
    page.table(SPENDING, Look(size=12))
    page.y -= 2.5
    page.table(other, Look(size=12))
    data = page.done()
    wanted = read_bytes(data, "原.pdf")
    document = read_bytes(pdf_of(*scanned(data, tilt=-0.4)), "扫描.pdf")
    assert [[c.text for c in table.cells] for table in document.tables] == [
        [c.text for c in table.cells] for table in wanted.tables
    ]
    assert len(document.tables) == 2


@pytest.mark.slow
def test_a_table_ruled_with_dashes_is_a_table_and_what_follows_it_is_not_in_it() -> None:
    page = Typesetter(page=(500, 320), margin=50, number=None)
    page.canvas.setLineWidth(0.5)
    page.table(SPENDING, Look(size=12, rules="dashes")).paragraph("二、支出180.06万元。")
    data = page.done()
    wanted = read_bytes(data, "原.pdf")
    document = read_bytes(pdf_of(*scanned(data, tilt=0.3)), "扫描.pdf")
    (table,), (drawn,) = document.tables, wanted.tables
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] == [
        (c.row, c.column, c.row_span, c.column_span, c.text) for c in drawn.cells
    ]
    assert plain(document) == plain(wanted)


def _check_place(document: Document, original: Document, *, tilt: float, size: tuple[float, float]) -> None:
    """The box of a figure lies on the tilted page where the figure was turned to."""
    for figure in ("20039.02", "2816.14"):
        here, there = (_box(each, figure) for each in (document, original))
        x, y = (there[0] - size[0] / 2), (there[1] - size[1] / 2)
        angle = np.radians(-tilt)
        moved = (
            size[0] / 2 + x * np.cos(angle) - y * np.sin(angle),
            size[1] / 2 + x * np.sin(angle) + y * np.cos(angle),
        )
        assert abs(here[0] - moved[0]) < 4
        assert abs(here[1] - moved[1]) < 4


def _box(document: Document, words: str) -> tuple[float, float]:
    start = document.text.index(words)
    boxes = Locator(document).boxes(start, start + len(words))
    assert boxes is not None
    return (boxes[0].x0 + boxes[0].x1) / 2, (boxes[0].top + boxes[0].bottom) / 2


@pytest.mark.slow
@pytest.mark.parametrize("turn", [1, 2])
def test_a_photograph_on_its_side_or_its_head_is_read_upright(turn: int) -> None:
    page = Typesetter(page=(420, 300), margin=40, number=None)
    page.paragraph("全年支出18259.03万元，预算执行率为91.12%。", 0)
    (image,) = scanned(page.done(), turn=turn)
    document = read_bytes(png(image), "照片.png")
    check(document)
    assert "".join(document.text.split()) == "全年支出18259.03万元，预算执行率为91.12%。"
    assert document.format == "png"


def doubtful_page(confidence: float) -> Page:
    page = Page(1, 595, 842, read=ReadMode.OCR)
    for n, char in enumerate("支出12.50万元"):
        sure = confidence if char == "2" else 0.99
        page.glyphs.append(Glyph(char, 72 + 12 * n, 100, 84 + 12 * n, 112, 0, sure))
    return page


def fake(monkeypatch: pytest.MonkeyPatch, page: Page) -> None:
    def read_images(pages: list[Page], *_: object) -> None:
        pages[0].glyphs, pages[0].read = page.glyphs, ReadMode.OCR

    monkeypatch.setattr("corpus.readers.pdf.read_images", read_images)


def test_a_figure_with_a_doubtful_digit_is_doubtful_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, doubtful_page(0.61))
    (image,) = scanned(scrap())
    document = read_bytes(pdf_of(image), "扫描.pdf")
    start = document.text.index("12.50")
    assert document.doubt(start, start + 5) == 0.61
    assert document.doubt(0, start) is None
    assert [issue.message for issue in document.issues] == [
        READ_FROM_IMAGE,
        "1 个数识别得不够可靠，请对照原件：第 1 页“12.50”",
    ]


def test_a_sure_reading_leaves_no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, doubtful_page(0.97))
    (image,) = scanned(scrap())
    document = read_bytes(pdf_of(image), "扫描.pdf")
    assert document.doubtful == ()
    assert [issue.message for issue in document.issues] == [READ_FROM_IMAGE]


def test_reading_stops_where_the_one_who_is_told_says_so() -> None:
    class Stopped(Exception):
        pass

    def stop(page: int, pages: int) -> None:
        raise Stopped(page)

    (image,) = scanned(scrap())
    with pytest.raises(Stopped):
        read_bytes(pdf_of(image), "扫描.pdf", progress=stop)


def test_without_the_engine_the_pages_of_text_are_read_and_the_others_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "corpus.readers.scan_page", None)
    (image,) = scanned(scrap())
    document = read_bytes(pdf_of("Page 1 of the report", image), "扫描.pdf")
    assert [page.read for page in document.pages] == [ReadMode.TEXT, ReadMode.NOT_READ]
    assert [issue.message for issue in document.issues] == [
        "第 2 页没有文字层（可能是扫描或图片），本机没有安装图像识别组件，未读取"
    ]
    with pytest.raises(InputError, match="没有读到任何文字"):
        read_bytes(pdf_of(image), "扫描.pdf")
    with pytest.raises(InputError, match="没有安装图像识别组件"):
        read_bytes(png(image), "照片.png")


def test_a_blank_page_is_not_taken_for_a_scan() -> None:
    page = Typesetter(number=None)
    page.paragraph("第一页。").new_page().new_page().paragraph("第三页。")
    document = read_bytes(page.done(), "文.pdf")
    assert [p.read for p in document.pages] == [ReadMode.TEXT] * 3
    assert document.issues == ()


def test_a_stamp_of_text_on_a_scan_does_not_pass_for_its_text() -> None:
    page = Page(1, 595, 842)
    page.pictures = [(0, 0, 595, 842)]
    page.glyphs = [Glyph(char, 300 + 8 * n, 800, 308 + 8 * n, 810) for n, char in enumerate("—3—")]
    assert not pdf_images.is_usable(page)
    page.glyphs = page.glyphs * 20
    assert pdf_images.is_usable(page)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"\xff\xd8\xff\xe0" + b"\x00" * 50])
def test_a_damaged_picture_is_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match="已损坏"):
        read_bytes(data, "照片.png")
