"""Vector collections in Chroma through langchain-chroma: embedded in the home folder, or on a server.

Import this module only when vectors are needed: Chroma and LangChain take about two seconds to load.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import chromadb
from chromadb.api import ClientAPI
from chromadb.config import Settings
from chromadb.errors import ChromaError, InternalError, NotFoundError
from httpx import HTTPError
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from corpus.errors import InputError, StoreError
from corpus.index.embeddings import Embedder
from corpus.index.pieces import Chunk
from corpus.index.search import Progress

EMBEDDED_BATCH = 64
"""Chunks that are embedded and written together: small, so that progress moves."""

CHROMA_BATCH = 5000
"""Ids in one call to Chroma; its own limit is 5,461."""


class LangChainEmbeddings(Embeddings):
    """An embedder in the form that LangChain asks for."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector a text."""
        return self._embedder.documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return self._embedder.query(text)


class Dense:
    """The vectors, one collection a report and one each for policies and cards; the space is always cosine."""

    def __init__(self, embedder: Embedder, *, folder: Path, url: str | None = None) -> None:
        """Open the embedded folder, or the server where a URL is given. Raises: StoreError."""
        self._embedder = embedder
        self._opened: dict[str, Chroma] = {}
        self._plain: dict[str, chromadb.Collection] = {}
        with _translated("打开"):
            self._client = _server(url) if url else _embedded(folder)

    def close(self) -> None:
        """Let go of the folder or the connection."""
        self._opened.clear()
        self._plain.clear()
        self._client.close()  # type: ignore[attr-defined]

    def add(self, collection: str, chunks: Sequence[Chunk], progress: Progress | None = None) -> None:
        """Embed and write the chunks; those already there are replaced by the same."""
        store = self.vectorstore(collection)
        for at in range(0, len(chunks), EMBEDDED_BATCH):
            batch = chunks[at : at + EMBEDDED_BATCH]
            with _translated("写入"):
                store.add_texts(
                    [chunk.text for chunk in batch],
                    metadatas=[_metadata(chunk) for chunk in batch],
                    ids=[chunk.id for chunk in batch],
                )
            if progress is not None:
                progress(at + len(batch), len(chunks))

    def search(self, collection: str, vector: list[float], k: int) -> list[tuple[str, float]]:
        """Return up to k (chunk id, cosine similarity), best first; nothing where the collection is not there."""
        store = self._existing(collection)
        if store is None:
            return []
        asked: list[Sequence[float]] = [vector]
        with _translated("查询"):
            # Ids and distances alone: reading words that the database holds anyway takes longer than finding them.
            found = self._plain[collection].query(query_embeddings=asked, n_results=k, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(own, 1.0 - distance) for own, distance in zip(found["ids"][0], distances, strict=True)]

    def ids(self, collection: str) -> set[str]:
        """Return the ids that the collection holds; none where it is not there."""
        store = self._existing(collection)
        if store is None:
            return set()
        with _translated("查询"):
            return set(store.get(include=[])["ids"])

    def remove(self, collection: str, ids: Sequence[str]) -> None:
        """Forget the chunks; what is not there is no error."""
        store = self._existing(collection)
        if store is None:
            return
        for at in range(0, len(ids), CHROMA_BATCH):
            with _translated("删除"):
                store.delete(ids=list(ids[at : at + CHROMA_BATCH]))

    def drop(self, collection: str) -> None:
        """Forget a whole collection, whatever model made it; one that is not there is no error."""
        self._opened.pop(collection, None)
        self._plain.pop(collection, None)
        with _translated("删除"):
            try:
                self._client.delete_collection(collection)
            except NotFoundError:
                return

    def collections(self) -> list[str]:
        """Return the names of all collections."""
        with _translated("查询"):
            return sorted(found.name for found in self._client.list_collections())

    def count(self, collection: str) -> int:
        """Return how many vectors a collection has, whatever model made them."""
        with _translated("查询"):
            try:
                return int(self._client.get_collection(collection, embedding_function=None).count())
            except NotFoundError:
                return 0

    def fits(self, collection: str) -> bool:
        """Say whether the collection can be used with this embedder; one that is not there can."""
        with _translated("打开"):
            try:
                found = self._client.get_collection(collection, embedding_function=None)
            except NotFoundError:
                return True
            return self._is_ours(found) or found.count() == 0

    def _is_ours(self, found: chromadb.Collection) -> bool:
        return _made_by(found) == self._embedder.name and _space(found) == "cosine"

    def probe(self, collection: str) -> None:
        """Ask the collection for one of its own vectors. Raises: StoreError where it cannot be read."""
        store = self._existing(collection)
        if store is None:
            return
        with _translated("查询"):
            vectors = store.get(limit=1, include=["embeddings"])["embeddings"]
            for vector in vectors:
                store.similarity_search_by_vector_with_relevance_scores([float(x) for x in vector], k=1)

    def vectorstore(self, collection: str) -> Chroma:
        """Return the collection as LangChain's vector store, made if need be.

        Raises: StoreError when another embedding model made it.
        """
        store = self._existing(collection)
        if store is None:
            made_by: dict[str, str | int] = {
                "embedder": self._embedder.name,
                "dimension": self._embedder.dimension,
            }
            with _translated("建立"):
                store = self._wrapped(collection, made_by)
                self._plain[collection] = self._client.get_collection(collection, embedding_function=None)
            self._opened[collection] = store
        return store

    def _existing(self, collection: str) -> Chroma | None:
        if collection in self._opened:
            return self._opened[collection]
        with _translated("打开"):
            try:
                # Never without this argument: Chroma's own default would download a model.
                found = self._client.get_collection(collection, embedding_function=None)
            except NotFoundError:
                return None
            if not self._is_ours(found) and found.count() == 0:
                self._client.delete_collection(collection)
                return None
            self._check(found)
            self._opened[collection] = self._wrapped(collection, None)
            self._plain[collection] = found
        return self._opened[collection]

    def _wrapped(self, collection: str, metadata: dict[str, str | int] | None) -> Chroma:
        return Chroma(
            collection_name=collection,
            client=self._client,
            embedding_function=LangChainEmbeddings(self._embedder),
            collection_metadata=metadata,
            collection_configuration={"hnsw": {"space": "cosine"}},
        )

    def _check(self, found: chromadb.Collection) -> None:
        """Refuse vectors that another model made, or that are compared in another space."""
        made_by, space = _made_by(found), _space(found)
        if made_by != self._embedder.name:
            raise StoreError(
                f"索引由嵌入模型 {made_by} 建立，而当前设置为 {self._embedder.name}，两者不能混用；"
                "请改回设置，或重建索引：jiheng corpus check --repair"
            )
        if space != "cosine":
            raise StoreError(
                "索引的距离不是余弦距离，不是本程序建立的；请重建索引：jiheng corpus check --repair"
            )


def _made_by(found: chromadb.Collection) -> object:
    return (found.metadata or {}).get("embedder")


def _space(found: chromadb.Collection) -> object:
    return ((found.configuration_json or {}).get("hnsw") or {}).get("space")


def _settings() -> Settings:
    return Settings(anonymized_telemetry=False)


def _embedded(folder: Path) -> ClientAPI:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return chromadb.PersistentClient(str(folder), settings=_settings())
    except AttributeError as error:
        # Chroma stumbles over its own clean-up when it is to open a folder that it failed to open before.
        raise InternalError("the folder cannot be opened") from error


def _server(url: str) -> ClientAPI:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"Chroma 服务地址“{url}”无法识别：应形如 http://主机:端口")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 8000)
    return chromadb.HttpClient(parts.hostname, port, ssl=secure, settings=_settings())


def _metadata(chunk: Chunk) -> dict[str, str | int]:
    """Return what users of the LangChain store see of the place; Chroma takes scalars only, and no None."""
    evidence = chunk.evidence
    known = {
        "source": evidence.source,
        "document": evidence.document,
        "kind": chunk.kind.value,
        "section": evidence.section,
        "article": chunk.article,
        "page": evidence.page,
        "start": evidence.start,
        "end": evidence.end,
    }
    return {key: value for key, value in known.items() if value is not None}


@contextmanager
def _translated(doing: str) -> Iterator[None]:
    """Turn whatever Chroma raises into one line for the user."""
    try:
        yield
    except (ChromaError, HTTPError, OSError, ValueError) as error:
        raise StoreError(
            f"向量索引{doing}失败（{type(error).__name__}）；若为 Chroma 服务请检查其是否在运行，"
            "否则可重建索引：jiheng corpus check --repair"
        ) from error
