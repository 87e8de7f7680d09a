"""A photographed or scanned page (.png, .jpg) → RawDocument, read as a PDF of one scanned page is."""

from __future__ import annotations

from corpus.document.raw import RawDocument
from corpus.errors import InputError
from corpus.readers.pdf import assembled
from corpus.readers.pdf_images import Progress
from corpus.readers.pdf_page import Page


def read(data: bytes, *, progress: Progress | None = None) -> RawDocument:
    """Read one page image; its places are in points of a sheet of A4 of that width.

    Raises: InputError if the picture is damaged, far too large, holds no words, or the engine is not installed.
    """
    try:
        from corpus.readers.scan_image import decoded
        from corpus.readers.scan_lines import DPI
        from corpus.readers.scan_page import read_image
    except ImportError as error:
        raise InputError(
            "本机没有安装图像识别组件，不能读取图片；请安装 rapidocr，或提供文字版 PDF"
        ) from error
    image = decoded(data)
    height, width = image.shape
    page = Page(1, width * 72 / DPI, height * 72 / DPI)
    if progress is not None:
        progress(1, 1)
    read_image(image, page, is_picture=True)
    if not page.glyphs:
        raise InputError("图片中没有认出文字；请提供清晰、端正的扫描件")
    return assembled([page])
