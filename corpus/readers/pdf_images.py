"""Which pages of a PDF must be read from their images, and the reading of them, page by page."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence

from corpus.document.model import ReadMode
from corpus.document.runs import SURE
from corpus.readers.pdf_page import UNREADABLE, Glyph, Page

Progress = Callable[[int, int], None]
"""Told (page, pages) before a page is read from its image; what it raises ends the reading."""

_MOST_UNREADABLE = 0.2
_FEW = 30
_MOSTLY_PICTURE = 0.5
_IN_FIGURE = frozenset("0123456789.,%")


def is_usable(page: Page) -> bool:
    """Say whether the text layer of a page is its text: there, spelt out, and more than a stamp on a scan."""
    shown = [glyph for glyph in page.glyphs if not glyph.text.isspace()]
    if not shown:
        return not page.drawn and not page.pictures  # a blank page
    unreadable = sum(glyph.text == UNREADABLE for glyph in shown)
    if unreadable >= _MOST_UNREADABLE * len(shown):
        return False
    return not (len(shown) < _FEW and page.pictured > _MOSTLY_PICTURE and not page.layer)


def read_images(
    pages: Sequence[Page], data: bytes, password: str | None, count: int, progress: Progress | None
) -> None:
    """Read these pages of a PDF of so many from their images; one image is held at a time.

    Where the engine for it is not installed, the pages keep what they have and say that they were not read.
    """
    try:
        from corpus.readers.scan_lines import DPI
        from corpus.readers.scan_page import read_image
    except ImportError:
        for page in pages:
            _not_read(page, "本机没有安装图像识别组件")
        return
    from corpus.readers.render import PageImages

    with PageImages(data, password) as images:
        for page in pages:
            if progress is not None:
                progress(page.number, count)
            image = images.gray(page.number, DPI)
            if image is None:
                _not_read(page, "页面无法显示")
                continue
            read_image(image, page, is_picture=page.pictured > _MOSTLY_PICTURE or not page.glyphs)
            if not page.glyphs:
                _not_read(page, "图像中没有认出文字")


def _not_read(page: Page, why: str) -> None:
    page.read, page.why = ReadMode.NOT_READ, why


def confidence_of(page: Page) -> float | None:
    """Return the mean confidence of the characters of a page that was read from its image."""
    values = [glyph.confidence for glyph in page.glyphs]
    return round(statistics.fmean(values), 3) if page.read is ReadMode.OCR and values else None


def doubtful_figures(page: Page) -> list[str]:
    """Return the figures of a page, as read from its image, of which a digit or a sign was not clear."""
    figures: list[list[Glyph]] = [[]]
    for glyph in page.glyphs:
        before = figures[-1][-1] if figures[-1] else None
        apart = before is not None and not (
            before.top < (glyph.top + glyph.bottom) / 2 < before.bottom
            and 0 <= glyph.x0 - before.x0 < 2 * (before.bottom - before.top)
        )
        if glyph.text not in _IN_FIGURE or apart:
            figures.append([])
        if glyph.text in _IN_FIGURE:
            figures[-1].append(glyph)
    doubted = [figure for figure in figures if any(glyph.confidence < SURE for glyph in figure)]
    texts = ["".join(glyph.text for glyph in figure).strip(".,") for figure in doubted]
    return [text for text in texts if any(char.isdigit() for char in text)]
