"""Search over both indexes: fuse, cut, and say why a passage stands where it stands."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from corpus.errors import IndexBusy, StoreError
from corpus.index.embeddings import NO_BUILTIN, Embedder
from corpus.index.lexical import Lexical, TextSource, tokens
from corpus.index.pieces import Chunk

if TYPE_CHECKING:
    from corpus.index.dense import Dense

CANDIDATES = 50
"""Passages that each method may bring from one collection."""

Progress = Callable[[int, int], None]
"""Told (done, all) after each batch of chunks."""

Scored = Sequence[tuple[str, float]]
Expansion = Callable[[str], Sequence[str]]
"""Question → further words for the same thing; given from above, since only the rules know the vocabulary."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One passage in order. ``score`` is in 0…1; the parts are None where that method did not find it.

    ``named``: the question names the document or the article outright.
    """

    id: str
    score: float
    similarity: float | None
    keyword: float | None
    named: bool = False

    @property
    def why(self) -> str:
        """Return in words what brought the passage here."""
        parts = ["问题写明该文件或条款"] if self.named else []
        if self.keyword is not None:
            parts.append(f"关键词得分 {self.keyword:.2f}")
        if self.similarity is not None:
            parts.append(f"语义相近度 {self.similarity:.2f}")
        return "，".join(parts)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages in order; ``note`` says in Chinese when only keywords were used, and why, else None."""

    ranked: tuple[Ranked, ...]
    note: str | None = None


def search(dense_hits: Scored, lexical_hits: Scored) -> list[Ranked]:
    """Fuse the hits of both methods, best first, half and half, zeros dropped.

    Similarities are spread from the least to the greatest, since those of an embedding lie close together; keyword scores
    count from nought, which is what a passage has that shares no word.
    Shapes: hits are (chunk id, score), higher is better. Where one method brought nothing the other decides.
    """
    lows = ((dense_hits, min((score for _, score in dense_hits), default=0.0)), (lexical_hits, 0.0))
    methods = [_normalised(hits, low) for hits, low in lows if hits]
    similarity, keyword = dict(dense_hits), dict(lexical_hits)
    fused = [
        Ranked(
            id=chunk,
            score=sum(method.get(chunk, 0.0) for method in methods) / len(methods),
            similarity=similarity.get(chunk),
            keyword=keyword.get(chunk),
        )
        for chunk in dict.fromkeys([*similarity, *keyword])
    ]
    fused.sort(key=lambda ranked: (-ranked.score, ranked.id))
    return [ranked for ranked in fused if ranked.score > 0]


def _normalised(hits: Scored, low: float) -> dict[str, float]:
    high = max(score for _, score in hits)
    if high <= low:
        return {chunk: 1.0 for chunk, _ in hits}
    return {chunk: (score - low) / (high - low) for chunk, score in hits}


def no_expansion(query: str) -> Sequence[str]:
    """Return no further words."""
    return ()


class Index:
    """Vectors and keywords of one home folder; the owner of the embedded folder for as long as it is open."""

    def __init__(
        self,
        home: Path,
        embedder: Embedder | None,
        source: TextSource,
        *,
        chroma_url: str | None = None,
        expand: Expansion = no_expansion,
    ) -> None:
        """Take the folder. Raises: IndexBusy when another process has it (a Chroma server has no such limit)."""
        self._home = home
        self._embedder = embedder
        self._chroma_url = chroma_url
        self.expand = expand
        self._lexical = Lexical(source, home / "keywords")
        self._dense: Dense | None = None
        self._opening = threading.Lock()
        self.trouble: str | None = None
        self._lock = None if chroma_url else _own(home)

    @property
    def exclusive(self) -> bool:
        """Return whether no other process can be at work in the same index."""
        return self._lock is not None

    @property
    def model(self) -> str | None:
        """Return the name of the embedding model, None where there is none."""
        return None if self._embedder is None else self._embedder.name

    def close(self) -> None:
        """Let go of the folder, for another process to take."""
        if self._dense is not None:
            self._dense.close()
            self._dense = None
        if self._lock is not None:
            self._lock.release()

    def dense(self) -> Dense | None:
        """Return the vector collections, opened at the first use, or None without an embedding model."""
        with self._opening:
            if self._dense is None and self._embedder is not None:
                from corpus.index.dense import Dense

                self._dense = Dense(self._embedder, folder=_folders(self._home)[-1], url=self._chroma_url)
            return self._dense

    def renew(self) -> None:
        """Begin an empty index in place of one that cannot be read. Raises: StoreError where a server holds it."""
        if self._chroma_url is not None:
            raise StoreError(f"Chroma 服务 {self._chroma_url} 不能读取；请检查该服务")
        if self._dense is not None:
            self._dense.close()
            self._dense = None
        # A new name each time: Chroma keeps what it could not open in the memory of the process.
        broken = _folders(self._home)
        (self._home / f"chroma-{_generation(broken[-1]) + 1}").mkdir(parents=True)
        for folder in broken:
            shutil.rmtree(folder, ignore_errors=True)

    def add(self, collection: str, chunks: Sequence[Chunk], progress: Progress | None = None) -> str | None:
        """Embed the chunks into the collection; keywords need nothing, they are read from the database.

        Returns: the name of the model, or None where the vectors could not be made; ``trouble`` then says why.
        """
        self.trouble = NO_BUILTIN if self._embedder is None else None
        if self._embedder is None:
            return None
        try:
            dense = self.dense()
            assert dense is not None
            if chunks:
                dense.add(collection, chunks, progress)
        except StoreError as error:
            self.trouble = str(error)
            return None
        return self._embedder.name

    def remove(self, collection: str, ids: Sequence[str]) -> None:
        """Forget the chunks."""
        dense = self.dense()
        if dense is not None and ids:
            dense.remove(collection, ids)

    def drop(self, collection: str) -> None:
        """Forget a whole collection."""
        dense = self.dense()
        if dense is not None:
            dense.drop(collection)

    def search(self, query: str, collections: Sequence[str], candidates: int = CANDIDATES) -> Ranking:
        """Return all candidates of the collections in order, scores comparable among them."""
        further = [words for words in self.expand(query) if words]
        keywords = " ".join([query, *further])
        lexical = self._lexical.search(collections, keywords, candidates)
        similar, note = self._similar(query, collections, candidates)
        return Ranking(tuple(search(similar, lexical)), note)

    def _similar(
        self, query: str, collections: Sequence[str], candidates: int
    ) -> tuple[list[tuple[str, float]], str | None]:
        if self._embedder is None:
            return [], NO_BUILTIN
        if not tokens(query):
            return [], None
        try:
            dense = self.dense()
            assert dense is not None
            vector = self._embedder.query(query)
            return [hit for name in collections for hit in dense.search(name, vector, candidates)], None
        except StoreError as error:
            return [], f"本次仅按关键词检索：{error}"


def _folders(home: Path) -> list[Path]:
    """Return the index folders, the one in use last."""
    found = [path for path in home.glob("chroma-*") if path.name.removeprefix("chroma-").isdecimal()]
    return sorted(found, key=_generation) or [home / "chroma-1"]


def _generation(folder: Path) -> int:
    return int(folder.name.removeprefix("chroma-"))


def _own(home: Path) -> FileLock:
    lock = FileLock(home / "index.lock", thread_local=False)
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise IndexBusy(
            f"索引目录“{home}”正被另一个绩衡进程使用；请先关闭它，或设置 JIHENG_CHROMA_URL 改用 Chroma 服务"
        ) from error
    except OSError as error:
        raise StoreError(
            f"索引目录“{home}”不能写入（{error.strerror}）；请检查目录权限或 JIHENG_HOME"
        ) from error
    return lock
