"""Rankers of large collections kept as files, so that a new process need not count all words again; only a cache."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import bm25s

FEWEST = 2000
"""Texts from which on a ranker is kept: below, making it anew is as quick as reading it."""

_VERSION = 1
"""Counts up when texts are taken apart in another way."""


def load(folder: Path, collection: str, revision: str) -> tuple[list[str], bm25s.BM25] | None:
    """Return the ids and the ranker of a collection as it was at this revision, None where they are not held."""
    place = folder / collection
    try:
        held = json.loads((place / "ids.json").read_text(encoding="utf-8"))
        if held["version"] != _VERSION or held["revision"] != revision:
            return None
        import bm25s

        ranker = bm25s.BM25.load(str(place), mmap=True, show_progress=False)
        ids = list(held["ids"])
        whole = len(ranker.vocab_dict) >= len(ranker.scores["indptr"]) - 1 and ranker.scores[
            "num_docs"
        ] == len(ids)
        return (ids, ranker) if whole else None
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        return None  # missing or damaged: it is made anew


def save(folder: Path, collection: str, revision: str, ids: list[str], ranker: bm25s.BM25) -> None:
    """Keep a ranker in place of an older one; where it cannot be written, the next process makes it anew."""
    written = folder / f"{collection}.{os.getpid()}.new"
    try:
        shutil.rmtree(written, ignore_errors=True)
        written.mkdir(parents=True)
        ranker.save(str(written), show_progress=False)
        text = json.dumps({"version": _VERSION, "revision": revision, "ids": ids})
        (written / "ids.json").write_text(text, encoding="utf-8")
        shutil.rmtree(folder / collection, ignore_errors=True)
        written.rename(folder / collection)
    except OSError:
        shutil.rmtree(written, ignore_errors=True)
