"""BM25 over character bigrams: finds the exact words of a question, which an embedding may pass over."""

from __future__ import annotations

import math
import re
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
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
    """The ranker of one collection; ``ranker`` is None where no text holds a token."""

    revision: str
    ids: list[str]
    ranker: bm25s.BM25 | None

    def postings(self, token: str) -> slice:
        """Return where the token's texts and weights stand in the ranker's table."""
        at = self.ranker.vocab_dict.get(token) if self.ranker is not None else None
        if self.ranker is None or at is None:
            return slice(0, 0)
        ends = self.ranker.scores["indptr"]
        return slice(int(ends[at]), int(ends[at + 1]))


class Lexical:
    """Keyword search; the ranker of a collection is built at the first question and when its texts change."""

    def __init__(self, source: TextSource) -> None:
        self._source = source
        self._built: OrderedDict[str, _Built] = OrderedDict()
        self._lock = threading.Lock()

    def search(self, collections: Sequence[str], query: str, k: int) -> list[tuple[str, float]]:
        """Return up to k (chunk id, BM25 score) of each collection; chunks that share no token are left out.

        How rare a word is counts over all these collections together, so that their scores can be compared: in a
        library of one short policy every word would otherwise weigh little beside the same word in a long report.
        """
        words = sorted(set(tokens(query[:LONGEST_QUERY])))
        shelves = [built for name in collections if (built := self._current(name)).ranker is not None]
        rarity = _Rarity(shelves)
        return [hit for built in shelves for hit in _best(built, words, rarity, k)]

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


class _Rarity:
    """What a token weighs over several collections, as against what its own collection's ranker made of it."""

    def __init__(self, shelves: Sequence[_Built]) -> None:
        self._shelves = shelves
        self._texts = sum(len(built.ids) for built in shelves)

    def factor(self, token: str, built: _Built) -> float:
        """Return by what the weights of the token in this collection are to be multiplied."""
        here = _held(built, token)
        everywhere = sum(_held(other, token) for other in self._shelves)
        return _weight(self._texts, everywhere) / _weight(len(built.ids), here)


def _held(built: _Built, token: str) -> int:
    postings = built.postings(token)
    return int(postings.stop - postings.start)


def _weight(texts: int, holding: int) -> float:
    """Return the inverse document frequency as the ranker reckons it (Lucene's way)."""
    return math.log(1 + (texts - holding + 0.5) / (holding + 0.5))


def _best(built: _Built, words: Sequence[str], rarity: _Rarity, k: int) -> list[tuple[str, float]]:
    import numpy

    assert built.ranker is not None
    scores = numpy.zeros(len(built.ids), dtype=numpy.float64)
    for word in words:
        postings = built.postings(word)
        if postings.stop > postings.start:
            texts = built.ranker.scores["indices"][postings]
            scores[texts] += built.ranker.scores["data"][postings] * rarity.factor(word, built)
    best = numpy.argsort(-scores, kind="stable")[:k]
    return [(built.ids[at], float(scores[at])) for at in best if scores[at] > 0]


def _build(revision: str, ids: list[str], texts: list[str]) -> _Built:
    corpus = [tokens(text) for text in texts]
    if not any(corpus):
        return _Built(revision, ids, None)
    import bm25s

    ranker = bm25s.BM25(method="lucene", backend="numpy")
    ranker.index(corpus, show_progress=False)
    return _Built(revision, ids, ranker)
