"""BM25 over character bigrams: finds the exact words of a question, which an embedding may pass over."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import bm25s

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)|(?P<word>[^\W\d_{_HAN}]+)|(?P<han>[{_HAN}]+)")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+条")


def tokens(text: str) -> list[str]:
    """Return bigrams of Chinese characters, Latin words in lower case, whole numerals and article numbers."""
    found: list[str] = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower()):
        words = match.group()
        if match.lastgroup == "number":
            found.append(words.replace(",", ""))
        elif match.lastgroup == "word" or len(words) == 1:
            found.append(words)
        else:
            found.extend(words[at : at + 2] for at in range(len(words) - 1))
            found.extend(_ARTICLE.findall(words))
    return found


LONGEST_QUERY = 1000
"""Characters of a question that are looked at."""

KEPT = 64
"""Rankers that are kept in memory, the last ones used; every report has one."""


class TextSource(Protocol):
    """Where the texts of a collection come from: the database, which is the truth."""

    def revision(self, collection: str) -> str:
        """Return a mark that changes whenever the collection's texts change."""

    def texts(self, collection: str) -> tuple[list[str], list[str]]:
        """Return ids and texts of the collection's chunks, one of each a chunk."""


@dataclass(frozen=True, slots=True)
class _Built:
    revision: str
    ids: list[str]
    ranker: bm25s.BM25 | None


class Lexical:
    """Keyword search; the ranker of a collection is built at the first question and when its texts change."""

    def __init__(self, source: TextSource) -> None:
        self._source = source
        self._built: OrderedDict[str, _Built] = OrderedDict()
        self._lock = threading.Lock()

    def search(self, collection: str, query: str, k: int) -> list[tuple[str, float]]:
        """Return up to k (chunk id, BM25 score), best first; chunks that share no token are left out."""
        import numpy

        built = self._current(collection)
        words = sorted(set(tokens(query[:LONGEST_QUERY])))
        if built.ranker is None or not words:
            return []
        scores = built.ranker.get_scores(words)
        best = numpy.argsort(-scores, kind="stable")[:k]
        return [(built.ids[at], float(scores[at])) for at in best if scores[at] > 0]

    def _current(self, collection: str) -> _Built:
        with self._lock:
            revision = self._source.revision(collection)
            built = self._built.get(collection)
            if built is None or built.revision != revision:
                built = _build(revision, *self._source.texts(collection))
                self._built[collection] = built
                if len(self._built) > KEPT:
                    self._built.popitem(last=False)
            self._built.move_to_end(collection)
            return built


def _build(revision: str, ids: list[str], texts: list[str]) -> _Built:
    corpus = [tokens(text) for text in texts]
    if not any(corpus):
        return _Built(revision, ids, None)
    import bm25s

    ranker = bm25s.BM25(backend="numpy")
    ranker.index(corpus, show_progress=False)
    return _Built(revision, ids, ranker)
