"""Page → image, for the screen and for reading scans."""

from __future__ import annotations

import io
import threading
from typing import Self

import numpy as np
import numpy.typing as npt
import pypdfium2  # type: ignore[import-untyped]

from corpus.errors import InputError

_LONGEST_SIDE = 8000
one_at_a_time = threading.Lock()  # PDFium may be called by one thread at a time


def page_image(data: bytes, page: int, *, scale: float = 2.0, password: str | None = None) -> bytes:
    """Return the PNG image of a page of a PDF.

    Units: ``page`` counts from 1; ``scale`` is in pixels a point (2.0 is 144 dpi), less on very large pages.
    Raises: InputError if there is no such page or the file cannot be drawn.
    """
    with one_at_a_time:
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


class PageImages:
    """The pages of a PDF as gray images, one at a time; use as a context."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        with one_at_a_time:
            try:
                self._document = pypdfium2.PdfDocument(data, password=password)
            except pypdfium2.PdfiumError as error:
                raise InputError("无法显示该 PDF 的页面（文件损坏或设有密码）；请重新导出后再试") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        with one_at_a_time:
            self._document.close()

    def gray(self, page: int, dpi: int) -> npt.NDArray[np.uint8] | None:
        """Return a page as rows of pixels from black 0 to white 255; None where it cannot be drawn.

        Units: ``page`` counts from 1; less than ``dpi`` on very large pages would mislead, so these give None.
        """
        with one_at_a_time:
            try:
                sheet = self._document[page - 1]
                if max(sheet.get_size()) * dpi / 72 > _LONGEST_SIDE:
                    return None
                image = sheet.render(scale=dpi / 72, grayscale=True).to_numpy()
            except (pypdfium2.PdfiumError, IndexError):
                return None
        return np.ascontiguousarray(image.reshape(image.shape[0], image.shape[1]), np.uint8)


def _drawn(document: pypdfium2.PdfDocument, page: int, scale: float) -> bytes:
    if not 1 <= page <= len(document):
        raise InputError(f"没有第 {page} 页；该 PDF 共 {len(document)} 页")
    sheet = document[page - 1]
    scale = min(scale, _LONGEST_SIDE / max(*sheet.get_size(), 1.0))
    out = io.BytesIO()
    sheet.render(scale=scale).to_pil().save(out, "PNG")
    return out.getvalue()
