"""PDF → RawDocument: pages of glyphs and rules become paragraphs and tables, furniture kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document.model import Aside, PageInfo, ReadIssue, ReadMode
from corpus.document.raw import RawDocument, RawParagraph, RawTable
from corpus.errors import InputError
from corpus.readers import pdf_furniture
from corpus.readers.pdf_aligned import aligned_parts
from corpus.readers.pdf_bookmarks import bookmarks, titled
from corpus.readers.pdf_cells import Part, parts_of
from corpus.readers.pdf_device import read_pages
from corpus.readers.pdf_furniture import Furniture
from corpus.readers.pdf_images import Progress, confidence_of, doubtful_figures, is_usable, read_images
from corpus.readers.pdf_lines import Line, lines_of
from corpus.readers.pdf_page import UNREADABLE, Page
from corpus.readers.pdf_paragraphs import Builder, frames
from corpus.readers.pdf_tables import continues, table_of

_LARGE_PICTURE = 0.15
_POOR = 0.9
_MOST_NAMED = 30
_LINES_OF_FEW_ROWS = 12


@dataclass(slots=True)
class _Sheet:
    """A page taken apart: its tables, and the lines outside of them."""

    page: Page
    parts: list[Part]
    lines: list[Line]


def read(data: bytes, *, password: str | None = None, progress: Progress | None = None) -> RawDocument:
    """Read a PDF; pages without a usable text layer are read from their images.

    ``progress`` is called with (page, pages) before each page is read from its image, which takes seconds; what it
    raises ends the reading.
    Raises: InputError if the file is encrypted, damaged, without pages, or without anything to be read.
    """
    pages = list(read_pages(data, password))
    unusable = [page for page in pages if not is_usable(page)]
    if unusable:
        read_images(unusable, data, password, len(pages), progress)
    if not any(page.glyphs for page in pages):
        raise InputError(
            "没有读到任何文字（没有文字层，图像中也没有认出文字）；请提供清晰的扫描件或 Word 文件"
        )
    document = assembled(pages)
    levels = bookmarks(data, password)
    return replace(document, blocks=tuple(titled(document.blocks, levels))) if levels else document


def assembled(pages: Sequence[Page]) -> RawDocument:
    """Return the document that these pages make."""
    sheets = [_sheet(page) for page in pages]
    furniture = pdf_furniture.find([(sheet.page, sheet.lines) for sheet in sheets])
    before: Part | None = None
    above: Sequence[Line] = ()
    for sheet in sheets:
        lines = [line for line in sheet.lines if id(line) not in furniture.lines]
        aligned, sheet.lines = aligned_parts(sheet.page, lines, sheet.parts, before, above)
        sheet.parts += aligned
        last = max(_in_order(sheet), key=lambda item: item.bottom, default=None)
        before = last if isinstance(last, Part) and last.aligned else None
        above = [] if before is not None else sheet.lines[-_LINES_OF_FEW_ROWS:]
    return RawDocument(
        blocks=tuple(_blocks(sheets)),
        pages=tuple(_info(sheet.page, furniture) for sheet in sheets),
        furniture=furniture.texts,
        issues=tuple(_issues(pages)),
        asides=tuple(_asides(pages)),
    )


def _sheet(page: Page) -> _Sheet:
    parts, rest = parts_of(page)
    return _Sheet(page, parts, lines_of(page, rest))


def _blocks(sheets: Sequence[_Sheet]) -> list[RawParagraph | RawTable]:
    found: list[RawParagraph | RawTable] = []
    builder = Builder()
    table: list[Part] = []

    def end_paragraph() -> None:
        if (paragraph := builder.close()) is not None:
            found.append(paragraph)

    def end_table() -> None:
        if table:
            found.append(table_of(table))
            table.clear()

    for sheet, frame in zip(sheets, frames([sheet.lines for sheet in sheets]), strict=True):
        for position, item in enumerate(_in_order(sheet)):
            if isinstance(item, Part):
                end_paragraph()
                if not (table and position == 0 and continues(table[-1], item)):
                    end_table()
                table.append(item)
            else:
                end_table()
                if (paragraph := builder.add(item, frame)) is not None:
                    found.append(paragraph)
    end_paragraph()
    end_table()
    return found


def _in_order(sheet: _Sheet) -> list[Part | Line]:
    items: list[Part | Line] = [*sheet.parts, *sheet.lines]
    return sorted(items, key=lambda item: (item.top, item.xs[0] if isinstance(item, Part) else item.x0))


def _info(page: Page, furniture: Furniture) -> PageInfo:
    return PageInfo(
        number=page.number,
        label=furniture.labels.get(page.number),
        width=page.width,
        height=page.height,
        read=page.read,
        confidence=confidence_of(page),
    )


def _issues(pages: Sequence[Page]) -> Iterator[ReadIssue]:
    """Say what was read from images, and what of each page was not read, or not for certain."""
    yield from _issues_of_images([page for page in pages if page.read is ReadMode.OCR], len(pages))
    for page in pages:
        at = f"第 {page.number} 页"
        unreadable = sum(glyph.text == UNREADABLE for glyph in page.glyphs)
        if page.read is ReadMode.NOT_READ:
            yield ReadIssue(f"{at}没有文字层（可能是扫描或图片），{page.why}，未读取", page.number)
        elif page.read is ReadMode.OCR:
            continue
        elif page.damaged:
            yield ReadIssue(f"{at}的内容已损坏，可能没有读全", page.number)
        if unreadable:
            yield ReadIssue(
                f"{at}有 {unreadable} 个字符没有文字编码（PDF 字体缺少对照表），无法读取；"
                "可把该页另存为图片或扫描件再提交，按图像识别",
                page.number,
            )
        if page.layer:
            yield ReadIssue(f"{at}的文字是扫描软件附在图像上的，可能有识别错误", page.number)
        elif page.glyphs and page.pictured > _LARGE_PICTURE:
            yield ReadIssue(f"{at}有大幅图片，图中文字未读取", page.number)
        if page.unseen:
            yield ReadIssue(f"{at}有看不见的文字（白色、透明或极小），未计入正文", page.number)


def _issues_of_images(pages: Sequence[Page], count: int) -> Iterator[ReadIssue]:
    """Say of the pages that were read from images, of so many in all, which were poor and which figures not clear."""
    if not pages:
        return
    whole = "全文" if len(pages) == count else f"有 {len(pages)} 页"
    yield ReadIssue(f"{whole}由图像识别读取，个别字、数可能认错；据意见更正前请先对照原件")
    doubtful: list[str] = []
    for page in pages:
        if (confidence_of(page) or 1) < _POOR:
            yield ReadIssue(f"第 {page.number} 页图像不清晰，识别结果可能有误", page.number)
        else:
            figures = doubtful_figures(page)
            doubtful += [
                f"“{figure}”" if n else f"第 {page.number} 页“{figure}”" for n, figure in enumerate(figures)
            ]
    if doubtful:
        named = "、".join(doubtful[:_MOST_NAMED]) + ("等" if len(doubtful) > _MOST_NAMED else "")
        yield ReadIssue(f"{len(doubtful)} 个数识别得不够可靠，请对照原件：{named}")


def _asides(pages: Sequence[Page]) -> Iterator[Aside]:
    for page in pages:
        lines = lines_of(page, page.unseen)
        if lines:
            yield Aside(f"第 {page.number} 页看不见的文字", "\n".join(line.text for line in lines))
