"""Page → image, for the screen."""

from __future__ import annotations

import io
import threading

import pypdfium2  # type: ignore[import-untyped]

from corpus.errors import InputError

_LONGEST_SIDE = 8000
_pdfium = threading.Lock()  # PDFium may be called by one thread at a time


def page_image(data: bytes, page: int, *, scale: float = 2.0, password: str | None = None) -> bytes:
    """Return the PNG image of a page of a PDF.

    Units: ``page`` counts from 1; ``scale`` is in pixels a point (2.0 is 144 dpi), less on very large pages.
    Raises: InputError if there is no such page or the file cannot be drawn.
    """
    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            raise InputError("无法显示该 PDF 的页面（文件损坏或设有密码）；请重新导出后再试") from error
        try:
            return _drawn(document, page, scale)
        except pypdfium2.PdfiumError as error:
            raise InputError(f"第 {page} 页无法显示；请重新导出 PDF 后再试") from error
        finally:
            document.close()


def _drawn(document: pypdfium2.PdfDocument, page: int, scale: float) -> bytes:
    if not 1 <= page <= len(document):
        raise InputError(f"没有第 {page} 页；该 PDF 共 {len(document)} 页")
    sheet = document[page - 1]
    scale = min(scale, _LONGEST_SIDE / max(*sheet.get_size(), 1.0))
    out = io.BytesIO()
    sheet.render(scale=scale).to_pil().save(out, "PNG")
    return out.getvalue()
