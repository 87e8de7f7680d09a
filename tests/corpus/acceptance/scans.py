"""Reports and forms as a scanner leaves them: pages as images at 150 to 300 dpi, set askew, soiled, pressed as JPEG."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.readers.render import PageImages
from tests.corpus.acceptance import forms
from tests.corpus.acceptance.keyed import Keyed
from tests.corpus.acceptance.papers import key_of, to_pdf
from tests.measure.ground import paper


class Scanner(NamedTuple):
    """How a page is scanned. Units: ``tilt`` in degrees, ``noise`` in steps of 255, ``blur`` in pixels."""

    dpi: int
    tilt: float = 0.0
    noise: float = 4.0
    blur: float = 0.0
    quality: int = 80


SCANNERS = (
    Scanner(200, tilt=0.4),
    Scanner(150, tilt=-0.3, noise=3.0),
    Scanner(300, tilt=0.8, noise=8.0, blur=0.8),
    Scanner(200, tilt=-1.2, noise=8.0, blur=0.5, quality=60),
)
_REPORTS = ("county_audit", "street_office_2022", "market_bureau_2022", "town_road_project")
_FORMS = ("indicators 0", "indicators 1", "funds 2/6 strokes", "funds 3/45 strokes")


def scanned(data: bytes, scanner: Scanner) -> bytes:
    """Return a PDF of page images of a PDF; the same for the same input."""
    chance = np.random.default_rng(11)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    with PageImages(data) as pages:
        number = 1
        while (gray := pages.gray(number, scanner.dpi)) is not None:
            image = Image.fromarray(gray).rotate(scanner.tilt, Image.Resampling.BICUBIC, fillcolor=255)
            image = image.filter(ImageFilter.GaussianBlur(scanner.blur)) if scanner.blur else image
            soiled = np.asarray(image, np.float32) + chance.normal(0, scanner.noise, gray.shape)
            image = Image.fromarray(np.clip(soiled * 0.95, 0, 255).astype(np.uint8))
            size = (image.width * 72 / scanner.dpi, image.height * 72 / scanner.dpi)
            jpeg = io.BytesIO()
            image.save(jpeg, "JPEG", quality=scanner.quality)
            canvas.setPageSize(size)
            canvas.drawImage(ImageReader(jpeg), 0, 0, *size)
            canvas.showPage()
            number += 1
    canvas.save()
    return buffer.getvalue()


def all_scans() -> Iterator[Keyed]:
    """Yield reports and forms, each through one of the scanners in turn."""
    made = {form.name: form for form in forms.all_forms()}
    for number, name in enumerate(_REPORTS):
        report = paper(name)
        keyed = key_of(report, "scan", "pdf")
        keyed.data = scanned(to_pdf(report, "strokes"), SCANNERS[number % len(SCANNERS)])
        yield keyed
    for number, name in enumerate(_FORMS, start=1):
        keyed = made[name]
        keyed.name, keyed.kind = f"{name} scan", "scan"
        keyed.data = scanned(keyed.data, SCANNERS[number % len(SCANNERS)])
        yield keyed
