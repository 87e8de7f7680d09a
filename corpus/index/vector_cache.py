"""Vectors kept by the content of their texts, so that what was embedded once costs nothing when an index is made anew.

Only a cache: it may be deleted at any time, and where it cannot be written or read the texts are embedded again.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import threading
from array import array
from collections.abc import Sequence
from pathlib import Path

from corpus.index.embeddings import Embedder

log = logging.getLogger(__name__)

FILE = "vectors.db"
MOST = 200_000
"""Vectors that are kept, the newest ones: about 300 MB of 384 numbers each."""

_AT_ONCE = 500


class VectorCache:
    """One file of vectors by (model, text), in single precision, which is what indexes hold too. Threads may share it."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened before the first use."""
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._useless = False

    def get(self, keys: Sequence[bytes]) -> dict[bytes, list[float]]:
        """Return the vectors that are held of these keys."""
        found: dict[bytes, list[float]] = {}
        try:
            with self._lock:
                for at in range(0, len(keys), _AT_ONCE):
                    part = keys[at : at + _AT_ONCE]
                    marks = ",".join("?" * len(part))
                    rows = self._opened().execute(
                        f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part
                    )
                    found.update({key: list(array("f", vector)) for key, vector in rows})
        except (sqlite3.Error, OSError, ValueError) as error:
            self._give_up(error)
        return found

    def keep(self, vectors: dict[bytes, list[float]]) -> None:
        """Keep vectors, and forget the oldest where there are too many."""
        if self._useless:
            return
        try:
            with self._lock, self._opened() as connection:
                rows = [(key, array("f", vector).tobytes()) for key, vector in vectors.items()]
                connection.executemany("INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)", rows)
                newest = connection.execute("SELECT max(rowid) FROM vectors").fetchone()[0] or 0
                connection.execute("DELETE FROM vectors WHERE rowid <= ?", (newest - MOST,))
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._useless:
            raise sqlite3.OperationalError("given up")
        if self._connection is None:
            try:
                self._connection = self._made()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise  # locked, full or not writable: the file itself may be sound
                self._path.unlink(missing_ok=True)
                self._connection = self._made()
        return self._connection

    def _made(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=10, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            # What a crash loses here is only embedded again.
            connection.execute("PRAGMA synchronous=OFF")
            with connection:
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS vectors (rowid INTEGER PRIMARY KEY, key BLOB UNIQUE, vector BLOB)"
                )
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _give_up(self, error: Exception) -> None:
        if not self._useless:
            log.info("no cache of vectors: %s", error)
        self._useless = True


class CachedEmbedder:
    """An embedder that looks a text up before it embeds it; questions are never kept."""

    def __init__(self, embedder: Embedder, cache: VectorCache) -> None:
        self._embedder = embedder
        self._cache = cache

    @property
    def name(self) -> str:
        """Return the name that the index records."""
        return self._embedder.name

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return self._embedder.dimension

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector a text; only texts that were never seen are embedded. Raises: StoreError."""
        keys = [self._key(text) for text in texts]
        held = self._cache.get(keys)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        if new:
            made = dict(zip(new, self._embedder.documents(list(new.values())), strict=True))
            self._cache.keep(made)
            held |= made
        return [held[key] for key in keys]

    def query(self, text: str) -> list[float]:
        """Return the vector of a question. Raises: StoreError."""
        return self._embedder.query(text)

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.name}\0{text}".encode("utf-8", "replace")).digest()
