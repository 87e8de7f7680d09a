"""Paper → DOCX, TXT (as flattened from a PDF, tables as lines), PDF (tables with and without rules, page numbers), its scan."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from functools import partial

from docx import Document as new_docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from tests.corpus.pdf_files import Form, Look, Typesetter
from tests.corpus.scan_files import pdf_of, scanned
from tests.measure.paper import Grid, Line, Paper
from tests.measure.workbook import to_xlsx

_ALIGN = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_TEXT_WIDTH = 15.6
_MARGIN = 76
"""The width of a line in half-width columns: as wide as a page of print, whatever its letters."""
_TILT = 0.3
_TOKEN = re.compile(r"[A-Za-z0-9.,%\-]+|.")


def to_docx(paper: Paper) -> bytes:
    """Write a Word file."""
    document = new_docx()
    for block in paper.blocks:
        if isinstance(block, Grid):
            _docx_table(document, block)
        else:
            _docx_line(document, block, styled=paper.styled)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_line(document: DocxDocument, line: Line, *, styled: bool) -> None:
    style = f"Heading {line.level}" if line.level and styled else None
    target = document.add_paragraph(style=style)
    run = target.add_run(line.body.text)
    run.bold = bool(line.level) or line.set == "title"
    run.font.size = Pt(22 if line.set == "title" else 15)
    if line.set in _ALIGN:
        target.alignment = _ALIGN[line.set]
    elif not line.level:
        target.paragraph_format.first_line_indent = Pt(30)


def _docx_table(document: DocxDocument, grid: Grid) -> None:
    table = document.add_table(grid.rows, len(grid.widths), style="Table Grid")
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Cm(_TEXT_WIDTH * width / sum(grid.widths))
    places = [list(row.cells) for row in table.rows]
    for cell in grid.cells:
        target = places[cell.row][cell.column]
        if cell.row_span > 1 or cell.column_span > 1:
            target = target.merge(places[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1])
        target.paragraphs[0].add_run(cell.body.text)
    for row in table.rows[: grid.heads]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def to_txt(paper: Paper) -> bytes:
    """Write a text file: a paragraph a line, or broken at the margin; a table row a line, cells parted by blanks."""
    broken = _number(paper) % 2 == 1
    lines: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Grid):
            for row in range(block.rows):
                texts = [cell.body.text for cell in block.cells if cell.row == row]
                if any(texts):
                    lines.append("  ".join(text for text in texts if text))
        else:
            indent = "　　" if block.set == "body" and not block.level else ""
            text = indent + block.body.text
            lines += _broken(text) if broken else [text]
    return ("\n".join(lines) + "\n").encode()


def _broken(text: str) -> list[str]:
    """Break a text at the margin, but never within a figure."""
    lines = [""]
    for token in _TOKEN.findall(text):
        if _width(lines[-1] + token) > _MARGIN and lines[-1]:
            lines.append("")
        lines[-1] += token
    return lines


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def to_pdf(paper: Paper, rules: str | None = None, *, middle: bool = True) -> bytes:
    """Write a PDF file with a text layer and real rules, drawn as ``Look`` says: by the report where None is given.

    ``middle``: short cells stand in the middle of their rows, else at the top.
    """
    rules = rules or _rules(paper)
    page = Typesetter()
    for block in paper.blocks:
        if isinstance(block, Grid):
            scale = page.room / sum(block.widths)
            cells = [(c.row, c.column, c.row_span, c.column_span, c.body.text) for c in block.cells]
            form = Form([width * scale for width in block.widths], cells)
            look = Look(repeat=block.heads, size=9.5, padding=2.5, rules=rules, middle=middle)
            page.table(form, look)
        elif block.set == "title":
            page.centred(block.body.text, 20)
        elif block.set == "centre":
            page.centred(block.body.text)
        elif block.set == "right":
            page.right(block.body.text, 10.5)
        else:
            page.paragraph(block.body.text)
    return page.done()


def to_scan(paper: Paper) -> bytes:
    """Write a PDF of page images, as a scanner makes it of the printed PDF. Units: 200 dpi."""
    return pdf_of(*scanned(to_pdf(paper), tilt=_TILT))


def _rules(paper: Paper) -> str:
    """Vary how tables are drawn, the same way for one report every time."""
    return ("strokes", "rects", "double", "dashes")[_number(paper) % 4]


def _number(paper: Paper) -> int:
    return sum(map(ord, paper.name))


WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "docx": to_docx,
    "txt": to_txt,
    "pdf": to_pdf,
    "xlsx": to_xlsx,
}
"""The formats that a report is written in."""

ASKED_WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "scan": to_scan,
    "unruled": partial(to_pdf, rules="none"),
    "unruled-top": partial(to_pdf, rules="none", middle=False),
}
"""PDF files that are only written where they are asked for: a scan, of which a page takes seconds to read, and tables
without any ruling line, their cells in the middle of their rows or at the top."""


def written(paper: Paper, format: str) -> tuple[bytes, str]:
    """Return the file of a paper in a format, and its name."""
    asked = format in ASKED_WRITERS
    data = (ASKED_WRITERS if asked else WRITERS)[format](paper)
    return data, f"{paper.name}.{'pdf' if asked else format}"
