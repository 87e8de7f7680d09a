"""The report's own PDF with the findings marked where they stand: highlights with notes, and the scope as a note at the end."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from assistant.errors import ExportError
from assistant.export.masking import masked
from assistant.export.scope import HEAD, scope_lines
from assistant.labels import label, one_line
from corpus.document.evidence import Evidence
from corpus.document.model import Box

# PDFium may be called by one thread at a time, whoever calls it: the lock is the one of the page images.
from corpus.readers.render import one_at_a_time
from rules.finding import Disposition, Finding
from rules.review import Review

_COLOURS = {
    Disposition.RETURN: (255, 120, 110),
    Disposition.ASK: (255, 200, 80),
    Disposition.ADVISE: (130, 200, 230),
    Disposition.INTERNAL: (200, 200, 200),
}
_LONGEST_NOTE = 1500
_NOTE_SIZE = 20.0


def marked_pdf(data: bytes, review: Review, *, password: str | None = None) -> bytes:
    """Return the PDF with every finding marked at each of its places.

    ``data`` is the file that was reviewed. Raises: ExportError where it is no PDF, or cannot be written again.
    """
    if review.document.format != "pdf":
        raise ExportError("只有 PDF 报告才能输出带标注的 PDF；其他格式请改用 --docx 或 --html")
    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            raise ExportError("该 PDF 无法重新打开，不能加标注；请改用 --docx 或 --html") from error
        try:
            for number, marks in _by_page(review.findings).items():
                if number <= len(document):
                    _mark(document[number - 1], marks)
            _note(document[len(document) - 1], f"{HEAD}\n" + "\n".join(scope_lines(review)))
            out = io.BytesIO()
            document.save(out)
            return out.getvalue()
        except pypdfium2.PdfiumError as error:
            raise ExportError("该 PDF 不能加标注；请改用 --docx 或 --html") from error
        finally:
            document.close()


def _by_page(findings: Iterable[Finding]) -> dict[int, list[tuple[Finding, list[Box]]]]:
    """Return the boxes of each finding by page; those of one finding on one page are one mark."""
    pages: dict[int, list[tuple[Finding, list[Box]]]] = {}
    for finding in findings:
        boxes = {box for item in _own(finding) for box in item.boxes or ()}
        for number in sorted({box.page for box in boxes}):
            here = sorted((box for box in boxes if box.page == number), key=lambda box: (box.top, box.x0))
            pages.setdefault(number, []).append((finding, here))
    return pages


def _own(finding: Finding) -> Iterator[Evidence]:
    """Yield the places of a finding in the report itself."""
    return (item for item in finding.evidence if item.source == "report" and item.material is None)


def _mark(page: pypdfium2.PdfPage, marks: Iterable[tuple[Finding, list[Box]]]) -> None:
    for finding, boxes in marks:
        annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
        if not annotation:
            raise ExportError("该 PDF 不能加标注；请改用 --docx 或 --html")
        corners = [_on_paper(page, box) for box in boxes]
        for left, bottom, right, top in corners:
            quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
        _set_rect(annotation, corners)
        colour = (*_COLOURS[finding.disposition], 160)
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour)
        _set_text(annotation, "\n".join(_words(finding)))
        pdfium.FPDFPage_CloseAnnot(annotation)


def _words(finding: Finding) -> Iterator[str]:
    yield f"{label('disposition', finding.disposition)}：{finding.title}（{finding.rule}）"
    yield finding.message
    if finding.suggestion:
        yield f"建议：{finding.suggestion}"
    yield f"编号：{finding.id}"


def _note(page: pypdfium2.PdfPage, text: str) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT)
    if annotation:
        width, _ = page.get_size()
        place = Box(page=0, x0=width - _NOTE_SIZE - 10, top=10, x1=width - 10, bottom=10 + _NOTE_SIZE)
        _set_rect(annotation, [_on_paper(page, place)])
        _set_text(annotation, text)
        pdfium.FPDFPage_CloseAnnot(annotation)


def _set_rect(annotation: object, corners: list[tuple[float, float, float, float]]) -> None:
    left, bottom, right, top = (
        pick(corner[at] for corner in corners) for at, pick in enumerate((min, min, max, max))
    )
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left=left, bottom=bottom, right=right, top=top))


def _set_text(annotation: object, text: str) -> None:
    shown = "\n".join(masked(one_line(line)) for line in text.split("\n"))[:_LONGEST_NOTE]
    for key, value in (("Contents", shown), ("T", "绩衡")):
        encoded = (value + "\0").encode("utf-16-le")
        buffer = ctypes.create_string_buffer(encoded, len(encoded))
        pdfium.FPDFAnnot_SetStringValue(
            annotation, key.encode(), ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        )


def _on_paper(page: pypdfium2.PdfPage, box: Box) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top in the page's own space of a box measured on the page as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation() // 90 % 4
    corners = []
    for x, y in ((box.x0, box.top), (box.x1, box.bottom)):
        corners.append(
            ((left + x, top - y), (left + y, bottom + x), (right - x, bottom + y), (right - y, top - x))[turn]
        )
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
