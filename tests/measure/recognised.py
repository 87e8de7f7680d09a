"""What the recogniser made of an image, kept by the image itself: of a slip only the page that it changes is read anew.

Every paper is printed, scanned and read whole all the same; only where the very same pixels are asked about again does the
answer come from the file. That lies in the folder for temporary files and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from corpus.readers import scan

FILE = Path(tempfile.gettempdir()) / "jiheng-measure-recognised.sqlite"
_PARTS = ("boxes", "txts", "word_results")
_engine = scan._engine


class Remembering:
    """The engine with a memory. ``asked`` counts the images that the engine itself had to look at."""

    def __init__(self, file: Path = FILE) -> None:
        self.asked = 0
        self._kept = sqlite3.connect(file, timeout=60, isolation_level=None)
        self._kept.execute("pragma journal_mode = wal")
        self._kept.execute("pragma synchronous = off")
        self._kept.execute("create table if not exists answers (asked blob primary key, answer blob)")

    def __call__(self, image: Any, **settings: bool) -> Any:
        """Return what the engine says of an image under these settings."""
        words = f"{version('rapidocr')} {image.shape} {sorted(settings.items())}"
        key = hashlib.sha256(words.encode() + image.tobytes()).digest()
        row = self._kept.execute("select answer from answers where asked = ?", (key,)).fetchone()
        if row is not None:
            return pickle.loads(row[0])
        self.asked += 1
        found = _engine()(image, **settings)
        answer = SimpleNamespace(**{part: getattr(found, part, None) for part in _PARTS})
        self._kept.execute("insert or ignore into answers values (?, ?)", (key, pickle.dumps(answer)))
        return answer


@cache
def remembering() -> Remembering:
    """Return the engine of this process that remembers."""
    return Remembering()


def remember() -> None:
    """Let all reading of images in this process go through the memory."""
    scan._engine = remembering
