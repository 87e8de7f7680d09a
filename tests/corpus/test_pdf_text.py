"""Running text of a PDF: lines become paragraphs, what is printed on every page is kept apart."""

from __future__ import annotations

import pytest

from corpus.document.evidence import Locator
from corpus.document.model import BlockKind, Document
from corpus.readers.opening import read_bytes
from tests.corpus.pdf_files import Look, Typesetter, form, width_of
from tests.corpus.provenance import check, check_boxes

pytestmark = pytest.mark.needs("gbsn00lp")

LONG = (
    "本单位全年一般公共预算财政拨款收入20039.02万元，支出18259.03万元，预算执行率为91.12%，其中项目支出较多。"
)


def read(data: bytes) -> Document:
    document = read_bytes(data, "文.pdf")
    check(document)
    check_boxes(document, data)
    return document


def texts(document: Document, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_wrapped_lines_are_one_paragraph_and_an_indent_begins_the_next() -> None:
    page = Typesetter()
    for _ in range(3):
        page.paragraph(LONG * 2)
    assert texts(read(page.done())) == [LONG * 2] * 3


def test_a_title_wider_than_the_text_leaves_the_lines_of_the_text_together() -> None:
    page = Typesetter(size=16, margin=110)
    page.centred("某某县人力资源和社会保障局关于" + "就业补助资金的绩效自评报告", 20)
    ragged = "全年支出725483.50元，为到位资金的91.08%：本级支出406883.50元（人员补助298400.00元，材料耗材67218.50元）。"
    page.paragraph(ragged).paragraph(ragged * 2)
    assert texts(read(page.done()))[1:] == [ragged, ragged * 2]


def test_a_paragraph_that_fills_its_last_line_still_ends_there() -> None:
    page = Typesetter(size=16, margin=73.5)
    full = "预" * 26 + "算" * 28
    page.paragraph(full).paragraph("第二段的文字。" * 8)
    assert texts(read(page.done())) == [full, "第二段的文字。" * 8]


def test_a_paragraph_goes_on_over_the_page() -> None:
    page = Typesetter()
    text = LONG * 14
    page.paragraph(text).paragraph("一段。")
    document = read(page.done())
    assert texts(document) == [text, "一段。"]
    assert len(document.pages) == 2
    assert {run.page for run in document.runs} == {1, 2}


@pytest.mark.parametrize("figure", ["20039.02", "1,234,567.89", "82.77%", "２０．５", "-198.20"])
def test_a_figure_broken_over_two_lines_or_two_pages_is_one(figure: str) -> None:
    page = Typesetter(page=(420, 300), margin=60, leading=24)
    page.paragraph("第一段的文字，用来占去这一页上面的几行。" * 3, 2)
    cut = len(figure) // 2
    before = "支出"
    while width_of(before + figure[:cut] + "计", 16) <= page.room - 32:
        before += "计"
    page.text(60 + 32, page.y, before + figure[:cut])
    page.y += page.leading
    page._need(page.leading)
    page.text(60, page.y, figure[cut:] + "万元。")
    document = read(page.done())
    assert f"{before}{figure}万元。" in document.text
    start = document.text.index(figure)
    boxes = Locator(document).boxes(start, start + len(figure))
    assert boxes is not None
    assert len(boxes) == 2


def test_page_numbers_and_running_heads_of_two_columns_are_furniture() -> None:
    page = Typesetter()
    for n in range(1, 5):
        page.text(72, 40, "某某市数据中心", 9)
        page.text(430, 40, f"2024年度自评 第{n}章", 9)
        page.paragraph(f"第{n}部分。{LONG * 3}")
        if n < 4:
            page.new_page()
    document = read(page.done())
    assert "某某市数据中心" not in document.text
    assert "第3章" not in document.text
    assert [p.label for p in document.pages] == ["1", "2", "3", "4"]
    assert len(document.furniture) == 8


@pytest.mark.parametrize("number", ["{}", "— {} —", "-{}-", "第 {} 页", "第{}页 共9页", "{} / 9"])
def test_page_numbers_of_every_dress_are_labels(number: str) -> None:
    page = Typesetter(number=number)
    for _ in range(2):
        page.paragraph(LONG * 3).new_page()
    page.paragraph(LONG)
    document = read(page.done())
    assert [p.label for p in document.pages] == ["1", "2", "3"]
    # The three pages begin with the same line, which runs on with the text below it and so is none of the head.
    assert texts(document) == [LONG * 3, LONG * 3, LONG]


def test_a_figure_at_the_foot_of_a_page_is_no_page_number() -> None:
    page = Typesetter(number=None)
    page.paragraph(LONG)
    page.y = 760
    page.paragraph("全年执行数为：18259.03", 0)
    document = read(page.done())
    assert "18259.03" in document.text
    assert document.furniture == ()


def test_a_contents_page_gives_entries_with_their_pages() -> None:
    page = Typesetter()
    page.centred("目录")
    entries = [
        ("一、部门基本情况", 1, 0.0),
        ("（一）机构设置和人员情况以及所属单位的基本情况和主要职责的说明", 1, 16.0),
        ("二、预算执行情况", 3, 0.0),
    ]
    for title, number, indent in entries:
        page.entry(title, number, indent)
    page.new_page().paragraph("一、部门基本情况").paragraph(LONG).paragraph("二、预算执行情况").paragraph(
        LONG
    )
    document = read(page.done())
    found = [b for b in document.blocks if b.kind is BlockKind.CONTENTS]
    assert [b.target for b in found] == ["1", "1", "3"]
    assert [document.text[b.start : b.end].split("\t")[0] for b in found] == [e[0] for e in entries]
    assert texts(document, BlockKind.HEADING)[-2:] == ["一、部门基本情况", "二、预算执行情况"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_turned_by_its_entry_reads_like_any_other(turn: int) -> None:
    page = Typesetter(page=(595, 595))
    page.canvas.setPageRotation(turn)
    page.paragraph("一、概况").paragraph(LONG * 2)
    document = read_bytes(page.done(), "文.pdf")
    check(document)
    assert texts(document) == [LONG * 2]
    assert texts(document, BlockKind.HEADING) == ["一、概况"]


@pytest.mark.parametrize("turn", [90, 270])
def test_a_wide_table_set_sideways_on_an_upright_page_is_read(turn: int) -> None:
    key = form(
        [200, 150, 150], "项目 | 预算数 | 决算数", "人员经费 | 2375.11 | 2321.93", "合计 | 9.00 | 8.00"
    )
    page = Typesetter(page=(595, 595), number=None)
    page.canvas.translate(*((595, 0) if turn == 90 else (0, 595)))
    page.canvas.rotate(turn if turn == 90 else -90)
    page.paragraph("附件1", 0).table(key, Look())
    document = read_bytes(page.done(), "文.pdf")
    check(document)
    (table,) = document.tables
    assert [c.text for c in table.cells] == [c[4] for c in sorted(key.cells)]
    box = Locator(document).boxes(table.cells[0].start, table.cells[0].end)
    assert box is not None
    assert box[0].bottom - box[0].top > box[0].x1 - box[0].x0


def test_bold_made_by_printing_twice_is_read_once() -> None:
    page = Typesetter()
    page.text(72, 100, "预算执行率91.12%")
    page.text(72.3, 100, "预算执行率91.12%")
    document = read_bytes(page.done(), "文.pdf")
    assert document.text == "预算执行率91.12%"


def test_a_space_between_thousands_and_full_width_digits_are_kept_as_printed() -> None:
    page = Typesetter()
    page.paragraph("收入1 ,234.5万元，支出２０．５万元。")
    assert texts(read(page.done())) == ["收入1 ,234.5万元，支出２０．５万元。"]


def test_headings_of_official_numbering_carry_their_sections() -> None:
    page = Typesetter()
    page.paragraph("一、基本情况").paragraph("（一）机构设置").paragraph(LONG).paragraph("二、绩效分析")
    page.paragraph(LONG)
    document = read(page.done())
    assert [b.section for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == [
        ("一、基本情况", "（一）机构设置"),
        ("二、绩效分析",),
    ]


def test_a_bookmark_makes_the_line_that_reads_the_same_a_heading() -> None:
    page = Typesetter()
    for level, title in enumerate(("项目背景与实施情况", "资金安排")):
        page.canvas.bookmarkPage(title)
        page.canvas.addOutlineEntry(title, title, level=level)
        page.paragraph(title).paragraph("全年支出12.50万元，执行率98.20%，完成情况良好，资金使用合规。")
    document = read_bytes(page.done(), "甲.pdf")
    headings = [
        (b.level, document.text[b.start : b.end]) for b in document.blocks if b.kind is BlockKind.HEADING
    ]
    assert headings == [(1, "项目背景与实施情况"), (2, "资金安排")]
