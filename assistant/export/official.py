"""A Word file in the layout of an official paper: 小标宋 title, 黑体 一、, 楷体 （一）, 仿宋 text of 16 pt, page numbers.

Whatever is written comes from documents or people: control characters are taken out, people's names and numbers masked.
Markers ([3]) stand raised, blanks to be filled in (【完成时限】) on yellow. Fonts that a machine lacks have stand-ins.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assistant.export.masking import masked
from assistant.labels import one_line

_TITLE, _HEI, _KAI, _FANG, _SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
_STAND_INS = {
    _TITLE: "宋体",
    _HEI: "SimHei",
    _KAI: "楷体",
    _FANG: "仿宋",
    _SONG: "SimSun",
}
_HEADINGS = {1: _HEI, 2: _KAI, 3: _FANG}
_BODY, _SMALL, _CELL = 16, 12, 10.5
_LINE = Pt(28.8)
_INDENT = Pt(2 * _BODY)
_PIECE = re.compile(r"(\[\d{1,4}\])|(【[^】]{1,12}】)")


def clean(text: str) -> str:
    """Return text fit for a paper: on one line, without control characters, people masked."""
    return masked(one_line(text))


class OfficialPaper:
    """One Word file being written from top to bottom."""

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        self._document = docx.Document()
        self._landscape = landscape
        _properties(self._document, clean(title))
        _page(self._document, landscape=landscape)
        _styles(self._document)
        _font_table(self._document)
        _page_number(self._document)
        self._line(clean(title), _TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER, after=Pt(18))

    def addressee(self, name: str) -> None:
        """Write whom the paper is for, at the left margin."""
        self._line(f"{clean(name)}：", _FANG, _BODY)

    def heading(self, level: int, text: str) -> None:
        """Write a heading; the number is part of the text."""
        target = self._document.add_paragraph(style=f"Heading {min(level, 3)}")
        _write(target, clean(text), _HEADINGS[min(level, 3)], _BODY)

    def body(self, text: str) -> None:
        """Write a paragraph of text."""
        self._line(clean(text), _FANG, _BODY, WD_ALIGN_PARAGRAPH.JUSTIFY, indent=True)

    def small(self, text: str) -> None:
        """Write a line of places, grounds or notes."""
        target = self._line(clean(text), _KAI, _SMALL, indent=True)
        target.paragraph_format.line_spacing = Pt(20)

    def right(self, text: str) -> None:
        """Write a line at the right margin: who signs, and the date."""
        self._line(clean(text), _FANG, _BODY, WD_ALIGN_PARAGRAPH.RIGHT)

    def table(self, heads: Sequence[tuple[str, float]], rows: Iterable[Sequence[str]]) -> None:
        """Write a ruled table; each head comes with its share of the width. Heads repeat on every page."""
        listed = list(rows)
        table = self._document.add_table(1 + len(listed), len(heads), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        width = 24.1 if self._landscape else 15.6
        whole = sum(share for _, share in heads)
        for column, (_, share) in zip(table.columns, heads, strict=True):
            column.width = Cm(width * share / whole)
        for number, row in enumerate([[head for head, _ in heads], *listed]):
            for cell, text, (_, share) in zip(table.rows[number].cells, row, heads, strict=True):
                cell.width = Cm(width * share / whole)
                lines = [clean(line) for line in text.split("\n")] or [""]
                for at, line in enumerate(lines):
                    target = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                    target.paragraph_format.space_after = Pt(0)
                    if number == 0:
                        target.alignment = WD_ALIGN_PARAGRAPH.CENTER
                    _write(target, line, _HEI if number == 0 else _SONG, _CELL)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row_of_table in table.rows:
            row_of_table._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))

    def to_bytes(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _line(
        self,
        text: str,
        font: str,
        size: float,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
        *,
        indent: bool = False,
        after: Pt | None = None,
    ) -> Paragraph:
        target = self._document.add_paragraph()
        target.alignment = align
        form = target.paragraph_format
        form.space_before, form.space_after = Pt(0), after or Pt(0)
        form.line_spacing, form.line_spacing_rule = _LINE, WD_LINE_SPACING.AT_LEAST
        if indent:
            form.first_line_indent = _INDENT if size == _BODY else Pt(2 * size)
        _write(target, text, font, size)
        return target


def _write(target: Paragraph, text: str, font: str, size: float) -> None:
    """Write text in runs: markers raised, blanks to be filled in on yellow."""
    at = 0
    for found in _PIECE.finditer(text):
        _run(target, text[at : found.start()], font, size)
        run = _run(target, found.group(), font, size)
        if run is not None and found[1]:
            run.font.superscript = True
        elif run is not None:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        at = found.end()
    _run(target, text[at:], font, size)


def _run(target: Paragraph, text: str, font: str, size: float):  # type: ignore[no-untyped-def]
    if not text:
        return None
    run = target.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def _properties(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "绩衡"
    properties.title = title[:250]
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = datetime.now(UTC)


def _page(document: Document, *, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)
        section.left_margin = section.right_margin = Cm(2.8)


def _styles(document: Document) -> None:
    for name, font, size in (
        ("Normal", _FANG, _BODY),
        *((f"Heading {level}", font, _BODY) for level, font in _HEADINGS.items()),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.bold = "Times New Roman", Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            form = style.paragraph_format
            form.first_line_indent, form.line_spacing = _INDENT, _LINE
            form.space_before = form.space_after = Pt(0)
            form.keep_with_next = True


def _font_table(document: Document) -> None:
    """Name a stand-in for each font, for machines that do not have the fonts of official papers."""
    part = next(
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in _STAND_INS.items()
    )
    text = part.blob.decode("utf-8").replace("</w:fonts>", f"{fonts}</w:fonts>")
    assert isinstance(part, Part)
    part._blob = text.encode("utf-8")


def _page_number(document: Document) -> None:
    target = document.sections[0].footer.paragraphs[0]
    target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(target, "— ", _SONG, 14)
    for kind in ("begin", "code", "end"):
        run = target.add_run()
        run.font.size = Pt(14)
        mark = OxmlElement("w:instrText" if kind == "code" else "w:fldChar")
        if kind == "code":
            mark.text = " PAGE "
        else:
            mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)
    _run(target, " —", _SONG, 14)
