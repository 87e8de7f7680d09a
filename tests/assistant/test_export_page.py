"""A review as one HTML page and as marks on its own PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from assistant.errors import ExportError
from assistant.export.marks import marked_pdf
from assistant.export.page import review_page
from assistant.export.sheet import review_sheet
from assistant.specimens.sample import sample_path
from rules.review import Review
from tests.assistant.drafts import sample_review
from tests.fakes.reviews import station_review

EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>&amp; =1+1'


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


def hostile_review() -> Review:
    review = station_review()
    first = replace(review.findings[0], title=EVIL, message=EVIL, suggestion=EVIL)
    document = replace(review.document, name=EVIL)
    return replace(review, document=document, unit_name=EVIL, findings=(first, *review.findings[1:]))


def test_the_page_shows_findings_relations_scores_and_scope() -> None:
    review = sample_review()
    page = review_page(review)
    assert [finding.id for finding in review.findings if finding.id not in page] == []
    assert f"全部 {len(review.relations)} 个关系" in page
    assert page.count("<article") >= 10
    assert "未取得的材料" in page.partition("<h2>核对范围</h2>")[2]


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    page = review_page(sample_review())
    tags = Tags(page)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(tags.tags)
    assert not {"src", "href", "onclick", "onload", "onerror"} & tags.attributes
    assert not re.search(r"https?://|url\(", page)
    assert "default-src 'none'" in page


def test_hostile_words_are_shown_and_do_nothing() -> None:
    page = review_page(hostile_review())
    tags = Tags(page)
    assert "img" not in tags.tags and "script" not in tags.tags and "onerror" not in tags.attributes
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_people_are_masked_on_the_page_and_in_the_sheet() -> None:
    review = station_review()
    named = replace(review.findings[0], message="填表人：赵铁柱 电话：0898-66778899")
    review = replace(review, findings=(named, *review.findings[1:]))
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(review_sheet(review)))
    cells = "".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    for said in (review_page(review), cells):
        assert "赵铁柱" not in said and "66778899" not in said
        assert "填表人：赵＊＊" in said


# Marks on the PDF


def annotations(data: bytes) -> dict[int, list[tuple[int, str, tuple[float, float, float, float]]]]:
    """Return kind, words and rectangle of the annotations of each page of a PDF, pages from 1."""
    import ctypes

    found: dict[int, list[tuple[int, str, tuple[float, float, float, float]]]] = {}
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, 1):
        for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAnnot_GetStringValue(
                annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
            )
            rectangle = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, rectangle)
            box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            words = buffer.raw.decode("utf-16-le").rstrip("\0")
            found.setdefault(number, []).append((pdfium.FPDFAnnot_GetSubtype(annotation), words, box))
    document.close()
    return found


def test_every_finding_is_marked_on_the_page_where_it_stands() -> None:
    review = sample_review("pdf")
    marks = annotations(marked_pdf(sample_path("pdf").read_bytes(), review))
    for finding in review.findings:
        pages = {box.page for item in finding.evidence for box in item.boxes or ()}
        marked = {page for page, held in marks.items() if any(finding.id in words for _, words, _ in held)}
        assert marked == pages


def test_a_mark_lies_on_its_words() -> None:
    review = sample_review("pdf")
    data = sample_path("pdf").read_bytes()
    finding = next(f for f in review.findings if f.reported == "97.15")
    box = (finding.evidence[0].boxes or ())[0]
    [(_, _, (left, bottom, right, top))] = [
        mark for mark in annotations(marked_pdf(data, review))[box.page] if finding.id in mark[1]
    ]
    document = pypdfium2.PdfDocument(data)
    words = document[box.page - 1].get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
    document.close()
    assert "97.15" in words


def test_the_last_page_carries_the_scope_as_a_note() -> None:
    review = sample_review("pdf")
    marks = annotations(marked_pdf(sample_path("pdf").read_bytes(), review))
    notes = [words for kind, words, _ in marks[max(marks)] if kind == pdfium.FPDF_ANNOT_TEXT]
    assert len(notes) == 1 and notes[0].startswith("核对范围")


def test_only_a_pdf_can_be_marked() -> None:
    with pytest.raises(ExportError, match="只有 PDF 报告"):
        marked_pdf(b"", sample_review("docx"))
    with pytest.raises(ExportError, match="无法重新打开"):
        marked_pdf(b"%PDF-1.7 nothing", sample_review("pdf"))
