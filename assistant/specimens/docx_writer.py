"""Report → DOCX in the layout of an official paper; the same report gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from assistant.specimens.blocks import Contents, Heading, PageBreak, Paragraph, Report, Style, Table, plain

SONG, FANG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
HEADING_FONTS = {1: HEI, 2: KAI, 3: FANG, 4: FANG}
WHEN = datetime(2025, 1, 1, tzinfo=UTC)
ZIP_TIME = (2025, 1, 1, 0, 0, 0)
TEXT_WIDTH = 15.6
"""Width of the text on the page in centimetres: A4 less the margins of an official paper."""

LOOK: dict[Style, tuple[str, float, WD_ALIGN_PARAGRAPH]] = {
    "body": (FANG, 16, WD_ALIGN_PARAGRAPH.JUSTIFY),
    "list": (FANG, 16, WD_ALIGN_PARAGRAPH.JUSTIFY),
    "cover_title": (TITLE, 26, WD_ALIGN_PARAGRAPH.CENTER),
    "cover_line": (FANG, 16, WD_ALIGN_PARAGRAPH.CENTER),
    "centre": (FANG, 16, WD_ALIGN_PARAGRAPH.CENTER),
    "caption": (HEI, 14, WD_ALIGN_PARAGRAPH.CENTER),
    "unit": (SONG, 10.5, WD_ALIGN_PARAGRAPH.RIGHT),
    "annex": (HEI, 16, WD_ALIGN_PARAGRAPH.LEFT),
    "note": (SONG, 9, WD_ALIGN_PARAGRAPH.LEFT),
    "signature": (SONG, 10.5, WD_ALIGN_PARAGRAPH.LEFT),
}


def to_docx(report: Report, pages: Mapping[int, str]) -> bytes:
    """Return the DOCX file. ``pages`` gives the printed page of each heading by its number, for the contents page."""
    document = docx.Document()
    _prepare(document)
    for block in report.blocks:
        if isinstance(block, Heading):
            document.add_heading("", block.level).add_run(block.text)
        elif isinstance(block, Paragraph):
            _paragraph(document, block)
        elif isinstance(block, Table):
            _table(document, block)
        elif isinstance(block, Contents):
            _contents(document, block, pages)
        elif isinstance(block, PageBreak):
            _page_break(document, block)
    return _packed(document)


def _prepare(document: Document) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "云岭省某单位"
    properties.title = "部门整体支出绩效自评报告"
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = WHEN
    properties.revision = 1
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    _fonts(document, "Normal", FANG, 16)
    for level, font in HEADING_FONTS.items():
        style = _fonts(document, f"Heading {level}", font, 16, bold=level > 1)
        style.paragraph_format.first_line_indent = Pt(32)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = Pt(28.9)
    for level in (1, 2, 3, 4):
        document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style = _fonts(document, f"toc {level}", FANG, 14)
        style.paragraph_format.left_indent = Pt(14 * (level - 1))
        style.paragraph_format.tab_stops.add_tab_stop(
            Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _fonts(document: Document, name: str, font: str, size: float, *, bold: bool = False):  # type: ignore[no-untyped-def]
    style = document.styles[name]
    style.font.name, style.font.size, style.font.bold = "Times New Roman", Pt(size), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    return style


def _write(target: DocxParagraph, text: str, font: str, size: float) -> None:
    run = target.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _paragraph(document: Document, block: Paragraph) -> None:
    font, size, align = LOOK[block.style]
    target = document.add_paragraph()
    target.alignment = align
    form = target.paragraph_format
    form.space_before = form.space_after = Pt(0)
    if block.style in ("body", "list"):
        form.first_line_indent = Pt(32)
        form.line_spacing = Pt(28.9)
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    elif block.style == "cover_title":
        form.space_before = Pt(90)
    elif block.style == "cover_line":
        form.space_before = Pt(60)
    elif block.style == "caption":
        form.keep_with_next = True
    _write(target, plain(block.parts), font, size)


def _page_break(document: Document, block: PageBreak) -> None:
    if not block.restart:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)
    section.footer.is_linked_to_previous = False
    target = section.footer.paragraphs[0]
    target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(target, "— ", SONG, 14)
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", "1"), ("end", "")):
        run = target.add_run("" if text == "PAGE" else text)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)
        elif text == "PAGE":
            code = OxmlElement("w:instrText")
            code.text = " PAGE "
            run._element.append(code)
    _write(target, " —", SONG, 14)


def _contents(document: Document, block: Contents, pages: Mapping[int, str]) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(title, "目　　录", HEI, 18)
    for entry in block.entries:
        target = document.add_paragraph(style=f"toc {entry.level}")
        target.paragraph_format.space_after = Pt(0)
        page = pages.get(entry.heading, "")
        shown = str(int(page) + entry.shift) if page else ""
        target.add_run(f"{entry.text}\t{shown}")


def _table(document: Document, block: Table) -> None:
    table = document.add_table(block.rows, block.columns)
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    total = sum(block.widths)
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Cm(TEXT_WIDTH * width / total)
    grid: list[list[_Cell]] = [list(row.cells) for row in table.rows]
    for cell in block.cells:
        target = grid[cell.row][cell.column]
        if cell.row_span > 1 or cell.column_span > 1:
            last = grid[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1]
            target = target.merge(last)
        line = target.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT if cell.align == "left" else WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(0)
        if text := plain(cell.parts):
            _write(line, text, SONG, 10.5)
    for row in table.rows[: block.header_rows]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _packed(document: Document) -> bytes:
    """Return the file with every date in its archive fixed."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, source.read(name), compresslevel=9)
    return second.getvalue()
