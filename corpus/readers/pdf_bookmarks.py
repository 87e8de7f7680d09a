"""Bookmarks of a PDF: titles that its maker gave, each with its level; a paragraph that reads the same is a heading."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from pdfminer.pdfdocument import PDFNoOutlines
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from corpus.document.headings import fold, runs_on
from corpus.document.raw import RawParagraph, RawTable
from corpus.readers.pdf_device import opened

log = logging.getLogger(__name__)

_MOST = 2000
_DEEPEST = 9


def bookmarks(data: bytes, password: str | None) -> dict[str, int]:
    """Return the level of every bookmark by its title, folded; nothing where there are none or they are damaged."""
    found: dict[str, int] = {}
    try:
        for level, title, *_ in islice(opened(data, password).get_outlines(), _MOST):
            if (words := fold(title)) and 1 <= level <= _DEEPEST:
                found.setdefault(words, level)
    except PDFNoOutlines:
        return {}
    except (PDFException, PSException, ValueError, TypeError, LookupError, RecursionError) as error:
        log.warning("the bookmarks are damaged: %r", error)
        return {}
    return found


def titled(
    blocks: Iterable[RawParagraph | RawTable], levels: dict[str, int]
) -> list[RawParagraph | RawTable]:
    """Return the blocks, those that read as a bookmark marked with its level."""
    return [
        replace(block, style_level=level)
        if isinstance(block, RawParagraph)
        and block.style_level is None
        and not runs_on(block.body.text)
        and (level := levels.get(fold(block.body.text))) is not None
        else block
        for block in blocks
    ]
