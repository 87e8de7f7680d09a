"""Scans for tests: pages drawn to images, tilted and soiled as a scanner leaves them, in a PDF or as a picture."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.readers.render import PageImages

DPI = 200


def scanned(data: bytes, *, tilt: float = 0.0, noise: float = 4.0, turn: int = 0) -> list[Image.Image]:
    """Return the pages of a PDF as a scanner gives them. Units: ``tilt`` in degrees, ``turn`` in quarters, to the left."""
    chance = np.random.default_rng(7)
    found: list[Image.Image] = []
    with PageImages(data) as pages:
        number = 1
        while (gray := pages.gray(number, DPI)) is not None:
            image = Image.fromarray(gray).rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
            soiled = np.asarray(image, np.float32) + chance.normal(0, noise, gray.shape)
            soiled = np.clip(soiled * 0.94, 0, 255).astype(np.uint8)
            found.append(Image.fromarray(np.ascontiguousarray(np.rot90(soiled, k=turn))))
            number += 1
    return found


def png(image: Image.Image) -> bytes:
    """Return an image as a PNG file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def pdf_of(*pages: Image.Image | str) -> bytes:
    """Return a PDF of page images; a page given as words has a text layer."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pages:
        if isinstance(page, str):
            canvas.setPageSize((595, 842))
            canvas.drawString(72, 700, page)
        else:
            size = (page.width * 72 / DPI, page.height * 72 / DPI)
            canvas.setPageSize(size)
            jpeg = io.BytesIO()
            page.save(jpeg, "JPEG", quality=85)
            canvas.drawImage(ImageReader(jpeg), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
