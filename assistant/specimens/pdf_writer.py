"""Report → PDF with a text layer, ruled tables that run over pages, and page numbers; the same bytes every time.

Units: PDF points. Only this module imports reportlab.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage

from assistant.specimens.blocks import (
    Contents,
    ContentsEntry,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Style,
    Table,
    plain,
)
from assistant.specimens.pdf_table import RuledTable
from assistant.specimens.typeset import Line, break_lines

LEFT, RIGHT, TOP, BOTTOM = 79.4, 73.7, 104.9, 99.2
WIDTH = A4[0] - LEFT - RIGHT
FONTS = {"song": ("gbsn00lp.ttf", 0), "hei": ("wqy-microhei.ttc", 0)}
FONT_FOLDER = Path("/usr/share/fonts/truetype")
LOOK: dict[Style, tuple[str, float, float, str]] = {
    "body": ("song", 16, 28.9, "justify"),
    "list": ("song", 16, 28.9, "justify"),
    "cover_title": ("hei", 26, 60, "centre"),
    "cover_line": ("song", 16, 70, "centre"),
    "centre": ("song", 16, 28.9, "centre"),
    "caption": ("hei", 14, 26, "centre"),
    "unit": ("song", 10.5, 18, "right"),
    "annex": ("hei", 16, 30, "left"),
    "note": ("song", 9, 14, "left"),
    "signature": ("song", 10.5, 22, "left"),
}


def missing_fonts() -> list[str]:
    """Return the font files that this machine lacks."""
    return [file for file, _ in FONTS.values() if not any(FONT_FOLDER.rglob(file))]


@cache
def _register() -> None:
    for name, (file, index) in FONTS.items():
        path = next(FONT_FOLDER.rglob(file))
        pdfmetrics.registerFont(TTFont(name, str(path), subfontIndex=index))


class Lines(Flowable):  # type: ignore[misc]
    """A paragraph as lines already broken; splits between lines."""

    def __init__(
        self, lines: list[Line], font: str, size: float, leading: float, align: str, *, bold: bool = False
    ):
        """Take lines as they are to be printed."""
        super().__init__()
        self.lines, self.font, self.size, self.leading = lines, font, size, leading
        self.align, self.bold = align, bold
        self.heading: int | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size."""
        return available_width, self.leading * len(self.lines)

    def split(self, available_width: float, available_height: float) -> list[Lines]:
        """Return what fits and the rest."""
        fits = int(available_height // self.leading)
        if fits <= 0:
            return []
        return [self._with(self.lines[:fits]), self._with(self.lines[fits:])]

    def _with(self, lines: list[Line]) -> Lines:
        part = Lines(lines, self.font, self.size, self.leading, self.align, bold=self.bold)
        part.heading = self.heading if lines and lines[0] is self.lines[0] else None
        return part

    def draw(self) -> None:
        """Print the lines; a stretched one spreads its slack between the characters."""
        for number, line in enumerate(self.lines):
            y = self.leading * (len(self.lines) - number) - (self.leading + self.size) / 2 + self.size * 0.14
            slack = WIDTH - line.indent - line.width
            x = line.indent + {"centre": slack / 2, "right": slack}.get(self.align, 0)
            spread = slack / max(len(line.text) - 1, 1) if line.stretched else 0
            put_text(self.canv, x, y, line.text, self.font, self.size, spread, bold=self.bold)


def put_text(
    canvas: Any,
    x: float,
    y: float,
    text: str,
    font: str,
    size: float,
    spread: float = 0.0,
    *,
    bold: bool = False,
) -> None:
    """Print one line; ``bold`` thickens the outline, because the font has no bold cut."""
    out = canvas.beginText(x, y)
    out.setFont(font, size)
    out.setCharSpace(spread)
    if bold:
        out.setTextRenderMode(2)
        canvas.setLineWidth(0.35)
    out.textOut(text)
    if bold:
        out.setTextRenderMode(0)
    canvas.drawText(out)


class ContentsLine(Flowable):  # type: ignore[misc]
    """An entry of the contents page with its leader dots."""

    def __init__(self, entry: ContentsEntry, page: str):
        """Take the entry and the page that it is to name."""
        super().__init__()
        self.entry, self.page = entry, page
        width_of = partial(pdfmetrics.stringWidth, fontName="song", fontSize=14)
        self.lines = break_lines(entry.text, WIDTH - 14 * (entry.level - 1) - 60, width_of)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size."""
        return available_width, 24.0 * len(self.lines)

    def draw(self) -> None:
        """Print the entry; dots and page on its last line."""
        indent = 14.0 * (self.entry.level - 1)
        for number, line in enumerate(self.lines):
            y = 24.0 * (len(self.lines) - number - 1) + 6
            put_text(self.canv, indent, y, line.text, "song", 14)
        page_width = pdfmetrics.stringWidth(self.page, "song", 14)
        dot = pdfmetrics.stringWidth(".", "song", 14)
        start = indent + self.lines[-1].width + 4
        dots = int((WIDTH - page_width - 4 - start) / dot)
        put_text(self.canv, WIDTH - page_width - 4 - dots * dot, 6, "." * dots, "song", 14)
        put_text(self.canv, WIDTH - page_width, 6, self.page, "song", 14)


class _Paper(BaseDocTemplate):  # type: ignore[misc]
    """Notes on which printed page each heading lands."""

    def __init__(self, target: io.BytesIO) -> None:
        super().__init__(target, pagesize=A4, invariant=1, title="部门整体支出绩效自评报告", author="")
        frame = Frame(LEFT, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
        self.first_body_page = 0
        self.found: dict[int, str] = {}
        self.addPageTemplates(
            [PageTemplate("front", [frame]), PageTemplate("body", [frame], onPage=self._number_page)]
        )

    def _number_page(self, canvas: Any, _: Any) -> None:
        self.first_body_page = self.first_body_page or self.page
        text = f"— {self.page - self.first_body_page + 1} —"
        put_text(canvas, (A4[0] - pdfmetrics.stringWidth(text, "song", 14)) / 2, 62, text, "song", 14)

    def afterFlowable(self, flowable: Any) -> None:
        """Remember the page of a heading."""
        number = getattr(flowable, "heading", None)
        if number is not None:
            self.found[number] = str(self.page - self.first_body_page + 1)


def to_pdf(report: Report) -> tuple[bytes, dict[int, str]]:
    """Return the PDF and the printed page of each heading by its number."""
    _register()
    _, pages = _built(report, {})
    return _built(report, pages)


def _built(report: Report, pages: Mapping[int, str]) -> tuple[bytes, dict[int, str]]:
    target = io.BytesIO()
    paper = _Paper(target)
    story: list[Flowable] = []
    headings = 0
    for index, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            if index and isinstance(report.blocks[index - 1], Table):
                story.append(Spacer(1, 10))
            story += [CondPageBreak(4 * 28.9), _heading(block, headings)]
            headings += 1
        elif isinstance(block, Paragraph):
            before = isinstance(report.blocks[index - 1], Table)
            story += ([Spacer(1, 8)] if before else []) + _paragraph(block)
        elif isinstance(block, Table):
            story.append(RuledTable(block, WIDTH, put_text))
        elif isinstance(block, Contents):
            story.append(_text("目　　录", "hei", 18, 40, "centre"))
            story += [ContentsLine(entry, _page(entry, pages)) for entry in block.entries]
        elif isinstance(block, PageBreak):
            story += [NextPageTemplate("body"), NewPage()] if block.restart else [NewPage()]
    paper.build(story)
    return target.getvalue(), paper.found


def _page(entry: ContentsEntry, pages: Mapping[int, str]) -> str:
    page = pages.get(entry.heading)
    return str(int(page) + entry.shift) if page else "0"


def _text(
    text: str, font: str, size: float, leading: float, align: str, *, indent: float = 0.0, bold: bool = False
) -> Lines:
    width_of = partial(pdfmetrics.stringWidth, fontName=font, fontSize=size)
    lines = break_lines(text, WIDTH, width_of, indent=indent, justify=align == "justify")
    return Lines(lines, font, size, leading, align, bold=bold)


def _heading(block: Heading, number: int) -> Lines:
    font = "hei" if block.level == 1 else "song"
    flowable = _text(block.text, font, 16, 28.9, "left", indent=32, bold=block.level > 1)
    flowable.heading = number
    return flowable


def _paragraph(block: Paragraph) -> list[Flowable]:
    font, size, leading, align = LOOK[block.style]
    indent = 32.0 if block.style in ("body", "list") else 0.0
    flowable = _text(plain(block.parts), font, size, leading, align, indent=indent)
    if block.style == "cover_title" and block.name == "cover0":
        return [Spacer(1, 110), flowable]
    if block.style == "cover_line" and block.name == "cover2":
        return [Spacer(1, 200), flowable]
    if block.style == "caption" and block.region == "body":
        return [CondPageBreak(170), flowable]
    return [flowable]
