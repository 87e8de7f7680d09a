"""BM25 over character bigrams: finds the exact words of a question, which an embedding may pass over."""

from __future__ import annotations

import math
import re
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.index import lexical_files

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

    def revisions(self, collections: Sequence[str]) -> dict[str, str]:
        """Return for each collection a mark that changes whenever its texts change; none for an empty one."""

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

    def __init__(self, source: TextSource, folder: Path | None = None) -> None:
        """``folder`` is where rankers of large collections are kept for the next process."""
        self._source = source
        self._folder = folder
        self._built: OrderedDict[str, _Built] = OrderedDict()
        self._lock = threading.Lock()

    def search(self, collections: Sequence[str], query: str, k: int) -> list[tuple[str, float]]:
        """Return up to k (chunk id, BM25 score) of each collection; chunks that share no token are left out.

        How rare a word is counts over all these collections together, so that their scores can be compared: in a
        library of one short policy every word would otherwise weigh little beside the same word in a long report.
        """
        words = sorted(set(tokens(query[:LONGEST_QUERY])))
        if not words:
            return []
        revisions = self._source.revisions(collections)
        named = [name for name in dict.fromkeys(collections) if name in revisions]
        shelves = [self._current(name, revisions[name]) for name in named]
        rarity = _Rarity(shelves)
        return [hit for built in shelves for hit in _best(built, words, rarity, k)]

    def _current(self, collection: str, revision: str) -> _Built:
        with self._lock:
            built = self._built.get(collection)
            if built is None or built.revision != revision:
                built = self._made(collection, revision)
                self._built[collection] = built
                if len(self._built) > KEPT:
                    self._built.popitem(last=False)
            self._built.move_to_end(collection)
            return built

    def _made(self, collection: str, revision: str) -> _Built:
        held = lexical_files.load(self._folder, collection, revision) if self._folder else None
        if held is not None:
            return _Built(revision, *held)
        built = _build(revision, *self._source.texts(collection))
        if self._folder and built.ranker is not None and len(built.ids) >= lexical_files.FEWEST:
            lexical_files.save(self._folder, collection, revision, built.ids, built.ranker)
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

    if built.ranker is None:
        return []
    scores = numpy.zeros(len(built.ids), dtype=numpy.float64)
    for word in words:
        postings = built.postings(word)
        if postings.stop > postings.start:
            texts = built.ranker.scores["indices"][postings]
            scores[texts] += built.ranker.scores["data"][postings] * rarity.factor(word, built)
    found = numpy.flatnonzero(scores)
    if len(found) > k:
        least = numpy.partition(scores[found], -k)[-k]
        found = found[scores[found] >= least]
    best = found[numpy.argsort(-scores[found], kind="stable")][:k]
    return [(built.ids[at], float(scores[at])) for at in best]


def _build(revision: str, ids: list[str], texts: list[str]) -> _Built:
    corpus = [tokens(text) for text in texts]
    if not any(corpus):
        return _Built(revision, ids, None)
    import bm25s

    ranker = bm25s.BM25(method="lucene", backend="numpy")
    ranker.index(corpus, show_progress=False)
    return _Built(revision, ids, ranker)
