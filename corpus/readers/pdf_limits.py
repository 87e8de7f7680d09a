"""Bounds on what a PDF may unpack to: a stream of some kilobytes can hold gigabytes."""

from __future__ import annotations

import zlib
from typing import Any

from pdfminer import pdftypes

from corpus.errors import InputError

MOST_GLYPHS = 150_000
"""The most characters on one page; a full page of small print has some thousands."""

_MOST_UNPACKED = 300_000_000


class _BoundedZlib:
    """Stands for ``zlib`` inside of pdfminer: everything that it uses of it, unpacking to a limit."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        """Unpack a stream. Raises: InputError past the limit, zlib.error as zlib does."""
        unpacker = zlib.decompressobj()
        unpacked = unpacker.decompress(data, _MOST_UNPACKED)
        if unpacker.unconsumed_tail:
            raise InputError("PDF 中有解压后过大的内容，疑似异常压缩，已拒绝打开；请重新导出后再试")
        if not unpacker.eof:
            raise zlib.error("incomplete or truncated stream")
        return unpacked


def bound_pdfminer() -> None:
    """Put the bounds in force; pdfminer has no setting for it."""
    module: Any = pdftypes
    module.zlib = _BoundedZlib
