"""Whether a character of a PDF can be seen on its page: white, tiny and invisible ones are told apart from text."""

from __future__ import annotations

from enum import Enum
from typing import Any

from corpus.readers.pdf_page import Page

SMALLEST = 1.5
"""The height in points below which a character is taken as hidden."""

_WHITE = 0.94
_MOSTLY = 0.5
_FEW = 0.2
_SCANNERS_CONFIDENCE = 0.5
_INVISIBLE_MODES = (3, 7)


class Sight(Enum):
    """How a string is drawn."""

    PLAIN = "plain"
    WHITE = "white"
    INVISIBLE = "invisible"


def sight_of(mode: int, colour: Any) -> Sight:
    """Return how a string in this text rendering mode and colour is seen."""
    if mode in _INVISIBLE_MODES:
        return Sight.INVISIBLE
    return Sight.WHITE if mode in (0, 4) and is_white(colour) else Sight.PLAIN


def is_white(colour: Any) -> bool:
    """Say whether a colour (gray, RGB or CMYK, each 0…1) cannot be told from white paper."""
    if isinstance(colour, int | float):
        return colour >= _WHITE
    if not isinstance(colour, tuple) or not all(isinstance(part, int | float) for part in colour):
        return False  # a pattern
    if len(colour) == 4:
        return all(part <= 1 - _WHITE for part in colour)
    return len(colour) == 3 and all(part >= _WHITE for part in colour)


def settled(page: Page) -> Page:
    """Give the invisible characters their place: over a scanned image they are its text, read by the scanner."""
    layer, page.layer = page.layer, []
    if layer and page.pictured >= _MOSTLY and len(page.glyphs) <= _FEW * len(layer):
        page.glyphs += [glyph._replace(confidence=_SCANNERS_CONFIDENCE) for glyph in layer]
        page.layer = layer
    else:
        page.unseen += layer
    return page
